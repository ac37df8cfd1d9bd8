"""The member networks of `newsparse.segment.model` in torch, their loss, and how trained members become one
`Weights`.

The loss is the negative log-likelihood of a text's labels in the linear chain, with a softmax margin for rare
labels: in the partition sum a wrong label's score is raised by margin · log(count of the commonest label /
count of the right one), so that a rare label has to win clearly (softmax-margin: Gimpel and Smith 2010).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from newsparse.segment.arrays import Matrix
from newsparse.segment.features import PLAIN
from newsparse.segment.model import LABELS, K, Weights
from newsparse.segment.vocabulary import Vocabulary
from training.config import TrainingConfig
from training.dataset import UNKNOWN

QUANTIZATION_STEPS = 100  # a side, for a row of the table; with more the file grows and reads no better

State = dict[str, Matrix]  # a member's weights by their names in MemberNetwork


class Batch(NamedTuple):
    """Sequences of segments side by side. B sequences, T segments in the longest."""

    rows: Tensor  # (features of all segments,): the vocabulary's rows, one behind the other
    starts: Tensor  # (segments + 1,): where each segment's rows begin in `rows`
    mask: Tensor  # (B, T): whether a segment stands there
    labels: Tensor  # (B, T): UNKNOWN where there is no label


class MemberNetwork(nn.Module):
    """A member of the ensemble: features to label scores, and the transitions between labels."""

    vectors: Tensor

    def __init__(self, n_features: int, vectors: Matrix, config: TrainingConfig, number: int) -> None:
        """`vectors` (words, dimensions) are those of the words whose rows stand behind the `n_features` that
        are learned one by one.
        """
        super().__init__()
        d = self.width = config.width
        self.table = nn.EmbeddingBag(n_features, d + K, mode="sum", include_last_offset=True)
        nn.init.normal_(self.table.weight[:, :d], std=0.1)
        nn.init.zeros_(self.table.weight[:, d:])
        self.register_buffer("vectors", torch.from_numpy(vectors), persistent=False)
        self.projection = nn.Parameter(torch.zeros(vectors.shape[1], d + K))
        self.norms = nn.ModuleList(nn.LayerNorm(d) for _ in range(config.layers + 1))
        self.global_context = nn.Linear(d, d)
        nn.init.zeros_(self.global_context.weight)
        self.layers = nn.ModuleList(nn.Linear(3 * d, d) for _ in range(config.layers))
        self.out = nn.Linear(d, K)
        self.transitions = nn.Parameter(torch.zeros(K + 1, K))
        self.config = config
        self.rng = np.random.default_rng(config.seed + number)

    def emissions(self, batch: Batch) -> Tensor:
        """The score of each label for each segment, (B, T, K)."""
        present = batch.mask.unsqueeze(2)
        mask = present.float()
        shape = batch.mask.shape
        embedded = self._embed(batch)
        first = _gelu(self.norms[0](embedded[:, : self.width]))
        hidden = torch.zeros(*shape, self.width).masked_scatter(present, first)
        mean = hidden.sum(1) / mask.sum(1)
        hidden = self._dropout((hidden + self.global_context(mean).unsqueeze(1)) * mask)
        for depth, (layer, norm) in enumerate(zip(self.layers, self.norms[1:], strict=True)):
            convolved = _gelu(layer(_neighbours(hidden, 2**depth)))
            hidden = norm(hidden + self._dropout(convolved)) * mask
        direct = torch.zeros(*shape, K).masked_scatter(present, embedded[:, self.width :])
        return torch.as_tensor(self.out(hidden) + direct)

    def _embed(self, batch: Batch) -> Tensor:
        """The sum of each segment's rows, (segments, d + K);
        in training some are dropped, and the rest scaled up for it.
        """
        if not self.training:
            return self._sum_rows(batch.rows, batch.starts)
        dropped = self.config.feature_dropout
        kept = torch.from_numpy(self._random_bytes(len(batch.rows)) >= round(256 * dropped))
        return self._sum_rows(batch.rows[kept], _counts_before(kept)[batch.starts]) / (1 - dropped)

    def _sum_rows(self, rows: Tensor, starts: Tensor) -> Tensor:
        """The sum of the rows of each segment, (segments, d + K); a word's row is the projection of its
        vector, made for the words of these rows alone.
        """
        learned = rows < self.table.num_embeddings
        summed = self.table(rows[learned], _counts_before(learned)[starts])
        words, places = torch.unique(rows[~learned] - self.table.num_embeddings, return_inverse=True)
        projected = self.vectors[words] @ self.projection
        return torch.as_tensor(
            summed
            + functional.embedding_bag(
                places.int(),
                projected,
                _counts_before(~learned)[starts],
                mode="sum",
                include_last_offset=True,
            )
        )

    def _dropout(self, hidden: Tensor) -> Tensor:
        """Dropout, in training only (Srivastava et al. 2014)."""
        if not self.training:
            return hidden
        dropped = self.config.dropout
        scale = np.where(np.arange(256) < round(256 * dropped), 0, 1 / (1 - dropped)).astype(np.float32)
        return hidden * torch.from_numpy(scale[self._random_bytes(hidden.numel())]).view(hidden.shape)

    def _random_bytes(self, n: int) -> NDArray[np.uint8]:
        """Random numbers in steps of a 256th, (n,);
        drawing bytes is far quicker than drawing torch's floats.
        """
        return np.frombuffer(self.rng.bytes(n), np.uint8)

    def loss(self, batch: Batch, margin: Tensor) -> Tensor:
        """The batch's summed negative log-likelihood; a segment of UNKNOWN label may have any.
        `margin` is (K,).
        """
        scores = self.emissions(batch)
        label = batch.labels.clamp(min=0)
        wrong = (batch.labels != UNKNOWN).unsqueeze(2) & ~functional.one_hot(label, K).bool()
        raised = scores + wrong * margin[label].unsqueeze(2)
        both = LogPartition.apply(  # type: ignore[no-untyped-call]
            torch.cat([raised, scores.masked_fill(wrong, -math.inf)]),
            self.transitions,
            torch.cat([batch.mask] * 2),
        )
        return torch.as_tensor((both[: len(label)] - both[len(label) :]).sum())


def _counts_before(true: Tensor) -> Tensor:
    """How many are true before each place, and before the end, (n + 1,)."""
    return functional.pad(true.cumsum(0, dtype=torch.int32), (1, 0))


def _gelu(x: Tensor) -> Tensor:
    """x · sigmoid(1.702 x), near the Gaussian error linear unit (Hendrycks and Gimpel 2016)."""
    return functional.silu(1.702 * x) / 1.702


def _neighbours(hidden: Tensor, step: int) -> Tensor:
    """Each segment between the one `step` before it and the one as far behind: (B, T, d) to (B, T, 3 d)."""
    padded = functional.pad(hidden, (0, 0, step, step))
    return torch.cat([padded[:, : hidden.shape[1]], hidden, padded[:, 2 * step :]], 2)


class LogPartition(torch.autograd.Function):
    """The log of the sum over all label sequences, (B,), of scores (B, T, K), float32, with transitions (K +
    1, K).

    `mask` (B, T) is true for a sequence's segments, which stand first; there is at least one. Scores may be
    -inf for labels that are ruled out, but not for all of a segment. The forward and the backward pass are
    written out: autograd takes several times as long.
    """

    @staticmethod
    def forward(ctx: Any, scores: Tensor, transitions: Tensor, mask: Tensor) -> Tensor:
        top = scores.amax(2)
        emit = (scores - top.unsqueeze(2)).exp().transpose(0, 1).contiguous().numpy()
        moves = transitions.exp().numpy()
        alpha, norms = np.empty_like(emit), np.empty(emit.shape[:2], np.float32)
        state = moves[K] * emit[0]
        for t, current in enumerate(emit):
            if t:
                state = (state @ moves[:K]) * current
            norms[t] = state.sum(1)
            state = alpha[t] = state / norms[t, :, None]
        ctx.passed = emit, alpha, norms, moves, mask.T.numpy()
        return ((torch.from_numpy(norms).log().T + top) * mask).sum(1)

    @staticmethod
    def backward(ctx: Any, *grad: Tensor) -> tuple[Tensor, Tensor, None]:
        emit, alpha, norms, moves, mask = ctx.passed
        weight = grad[0].numpy()[:, None]
        transposed = np.ascontiguousarray(moves[:K].T)
        beta, arriving = np.empty_like(emit), np.zeros_like(emit)
        state = beta[-1] = np.ones_like(emit[0])
        for t in range(len(emit) - 1, 0, -1):
            present = mask[t, :, None]
            onward = np.where(present, emit[t] * state / norms[t, :, None], 0)
            arriving[t] = onward * weight
            state = beta[t - 1] = np.where(present, onward @ transposed, 1)
        marginals = alpha * beta * (weight * mask[:, :, None])
        moved = moves[:K] * (alpha[:-1].reshape(-1, K).T @ arriving[1:].reshape(-1, K))
        return (
            torch.from_numpy(marginals).transpose(0, 1),
            torch.from_numpy(np.vstack([moved, marginals[0].sum(0)])),
            None,
        )


def stack_members(
    members: Sequence[State], vocabulary: dict[str, int], vectors: Matrix, config: TrainingConfig
) -> Weights:
    """The members side by side, as the program reads them; the mean of their scores and of their transitions
    counts. A word of `vectors` (words, dimensions) has the projection of its vector for its row.

    The row of PLAIN is set, not trained: members that learn from texts and pages alike give boilerplate too
    rarely in texts.
    """
    width, depth = config.width, config.layers

    def affine(name: str) -> Matrix:
        """A linear map of all members, the bias as its last row."""
        return np.stack(
            [np.vstack([member[f"{name}.weight"].T, member[f"{name}.bias"]]) for member in members]
        )

    def layered(name: str, layers: int) -> Matrix:
        """A weight of all layers and members, (layers, m, …)."""
        return np.stack([[member[name.format(i)] for member in members] for i in range(layers)])

    tables = [np.vstack([member["table.weight"], vectors @ member["projection"]]) for member in members]
    table = np.hstack(
        [*(rows[:, :width] for rows in tables), np.mean([rows[:, width:] for rows in tables], 0)]
    )
    plain = np.zeros((1, table.shape[1]), np.float32)
    plain[0, LABELS.index("boilerplate") - K] = config.plain_text_boilerplate_bias
    names = {name: row for row, name in enumerate((*vocabulary, PLAIN))}
    kept = Vocabulary(names)
    table, scale = _quantize(np.vstack([table, plain])[[names[name] for name in kept.names]])
    norms = np.stack([layered("norms.{}.weight", depth + 1), layered("norms.{}.bias", depth + 1)], 1)
    return Weights(
        vocabulary=kept,
        table=table,
        scale=scale,
        norms=norms[:, :, :, None],
        global_context=affine("global_context"),
        layers=layered("layers.{}.weight", depth)
        .reshape(depth, -1, width, 3, width)
        .transpose(0, 3, 1, 4, 2),
        biases=layered("layers.{}.bias", depth)[:, :, None],
        out=affine("out") / np.float32(len(members)),
        transitions=np.mean([member["transitions"] for member in members], 0),
        temperature=1.0,
    )


def _quantize(table: Matrix) -> tuple[NDArray[np.int8], Matrix]:
    """Each row in whole steps, and the size of its steps; a row of zeros at the end."""
    table = np.vstack([table, np.zeros(table.shape[1], np.float32)])
    scale = np.maximum(np.abs(table).max(1), 1e-8) / np.float32(QUANTIZATION_STEPS)
    return np.round(table / scale[:, None]).astype(np.int8), scale
