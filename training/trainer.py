"""The networks of `newsparse.segment.model`, in torch, and how each learns.

The loss is the negative log-likelihood of a text's labels in the linear chain, with a softmax margin for rare labels: in the
partition sum a wrong label's score is raised by margin · log(count of the commonest label / count of the right one), so that a
rare label has to win clearly. Evidence is dropped at random, and the weights that are kept are a running mean of the last steps.
Members differ in the seed of all that is random.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from newsparse.segment.features import PLAIN
from newsparse.segment.model import LABELS, K, Matrix, Weights
from training.config import Recipe
from training.dataset import UNKNOWN, Example, Rows, bare, counts, rows, vocabulary

LONGEST = 160  # pieces; longer texts are learned in stretches of this length
STEPS = 100  # a side, in which the program holds a row of the table; with more the file grows, and reads no better


class Batch(NamedTuple):
    """Stretches of texts side by side: (B, T) unless said otherwise."""

    rows: Tensor  # flat: the evidence of all pieces
    starts: Tensor  # (pieces + 1,): where each piece's evidence begins in `rows`
    real: Tensor  # whether a piece stands there
    labels: Tensor


Tensors = tuple[Tensor, ...] | list[Tensor]
Stretch = tuple[Rows, NDArray[np.int64]]  # the evidence and the labels of pieces that stand one behind the other
Text = tuple[Rows, Rows, NDArray[np.int64]]  # all evidence of a text's pieces, that without mark-up, and the labels
State = dict[str, Matrix]  # a member's weights by their names in `Net`


class Net(nn.Module):
    """A member: evidence to label scores, and the chain over them."""

    def __init__(self, size: int, recipe: Recipe, number: int) -> None:
        super().__init__()
        d = self.width = recipe.width
        self.table = nn.EmbeddingBag(size, d + K, mode="sum", include_last_offset=True)
        nn.init.normal_(self.table.weight[:, :d], std=0.1)
        nn.init.zeros_(self.table.weight[:, d:])
        self.norms = nn.ModuleList(nn.LayerNorm(d) for _ in range(recipe.layers + 1))
        self.whole = nn.Linear(d, d)
        nn.init.zeros_(self.whole.weight)
        self.layers = nn.ModuleList(nn.Linear(3 * d, d) for _ in range(recipe.layers))
        self.out = nn.Linear(d, K)
        self.chain = nn.Parameter(torch.zeros(K + 1, K))
        self.recipe = recipe
        self.chance = np.random.default_rng(recipe.seed + number)

    def scores(self, batch: Batch) -> Tensor:
        """What each piece says for each label, (B, T, K)."""
        there = batch.real.unsqueeze(2)
        real = there.float()
        shape = batch.real.shape
        summed = self._summed(batch)
        first = _gelu(self.norms[0](summed[:, : self.width]))
        hidden = torch.zeros(*shape, self.width).masked_scatter(there, first)
        mean = hidden.sum(1) / real.sum(1)
        hidden = self._thinned((hidden + self.whole(mean).unsqueeze(1)) * real)
        for depth, (layer, norm) in enumerate(zip(self.layers, self.norms[1:], strict=True)):
            around = _gelu(layer(_neighbours(hidden, 2**depth)))
            hidden = norm(hidden + self._thinned(around)) * real
        direct = torch.zeros(*shape, K).masked_scatter(there, summed[:, self.width :])
        return torch.as_tensor(self.out(hidden) + direct)

    def _summed(self, batch: Batch) -> Tensor:
        """The sum of each piece's evidence, (pieces, d + K); while learning some is dropped, and the rest made up for it."""
        if not self.training:
            return torch.as_tensor(self.table(batch.rows, batch.starts))
        dropped = self.recipe.evidence_dropout
        kept = torch.from_numpy(self._drawn(len(batch.rows)) >= round(256 * dropped))
        before = functional.pad(kept.cumsum(0, dtype=torch.int32), (1, 0))
        return torch.as_tensor(self.table(batch.rows[kept], before[batch.starts]) / (1 - dropped))

    def _thinned(self, hidden: Tensor) -> Tensor:
        """Dropout, while learning."""
        if not self.training:
            return hidden
        dropped = self.recipe.dropout
        shares = np.where(np.arange(256) < round(256 * dropped), 0, 1 / (1 - dropped)).astype(np.float32)
        return hidden * torch.from_numpy(shares[self._drawn(hidden.numel())]).view(hidden.shape)

    def _drawn(self, n: int) -> NDArray[np.uint8]:
        """Chances in steps of a 256th; to draw bytes is far quicker than torch's floats."""
        return np.frombuffer(self.chance.bytes(n), np.uint8)

    def loss(self, batch: Batch, margin: Tensor) -> Tensor:
        """The batch's summed negative log-likelihood; a piece of unknown label may have any."""
        scores = self.scores(batch)
        label = batch.labels.clamp(min=0)
        missed = (batch.labels != UNKNOWN).unsqueeze(2) & ~functional.one_hot(label, K).bool()
        raised = scores + missed * margin[label].unsqueeze(2)
        both = Partition.apply(  # type: ignore[no-untyped-call]
            torch.cat([raised, scores.masked_fill(missed, -math.inf)]), self.chain, torch.cat([batch.real] * 2)
        )
        return torch.as_tensor((both[: len(label)] - both[len(label) :]).sum())


def _gelu(x: Tensor) -> Tensor:
    return functional.silu(1.702 * x) / 1.702


def _neighbours(hidden: Tensor, step: int) -> Tensor:
    """Each piece between the one `step` before it and the one as far after: (B, T, d) to (B, T, 3 d)."""
    wide = functional.pad(hidden, (0, 0, step, step))
    return torch.cat([wide[:, : hidden.shape[1]], hidden, wide[:, 2 * step :]], 2)


class Partition(torch.autograd.Function):
    """The log of the sum over all label sequences, (B,), of scores (B, T, K), float32, in the chain (K + 1, K).

    `real` (B, T) is true for a sequence's pieces, which stand first; there is at least one. Scores may be -inf for labels that are ruled
    out, but not for all of a piece. Both ways through the chain are walked by hand: autograd takes several times as long.
    """

    @staticmethod
    def forward(ctx: Any, scores: Tensor, chain: Tensor, real: Tensor) -> Tensor:
        top = scores.amax(2)
        emit = (scores - top.unsqueeze(2)).exp().transpose(0, 1).contiguous().numpy()
        moves = chain.exp().numpy()
        ahead, norms = np.empty_like(emit), np.empty(emit.shape[:2], np.float32)
        state = moves[K] * emit[0]
        for t, now in enumerate(emit):
            if t:
                state = (state @ moves[:K]) * now
            norms[t] = state.sum(1)
            state = ahead[t] = state / norms[t, :, None]
        ctx.walked = emit, ahead, norms, moves, real.T.numpy()
        return ((torch.from_numpy(norms).log().T + top) * real).sum(1)

    @staticmethod
    def backward(ctx: Any, *asked: Tensor) -> tuple[Tensor, Tensor, None]:
        emit, ahead, norms, moves, real = ctx.walked
        share = asked[0].numpy()[:, None]
        back, behind, came = np.ascontiguousarray(moves[:K].T), np.empty_like(emit), np.zeros_like(emit)
        state = behind[-1] = np.ones_like(emit[0])
        for t in range(len(emit) - 1, 0, -1):
            here = real[t, :, None]
            after = np.where(here, emit[t] * state / norms[t, :, None], 0)
            came[t] = after * share
            state = behind[t - 1] = np.where(here, after @ back, 1)
        said = ahead * behind * (share * real[:, :, None])
        moved = moves[:K] * (ahead[:-1].reshape(-1, K).T @ came[1:].reshape(-1, K))
        return torch.from_numpy(said).transpose(0, 1), torch.from_numpy(np.vstack([moved, said[0].sum(0)])), None


def joined(members: Sequence[State], known: dict[str, int], recipe: Recipe) -> Weights:
    """The members side by side, as the program reads them: their scores and their chains count by the mean.

    What follows from a text's being plain is set and not learned: it was found by trial that boilerplate there is told too seldom.
    """
    width, depth = recipe.width, recipe.layers

    def affine(name: str) -> Matrix:
        """A linear map of all members, the bias as its last row."""
        return np.stack([np.vstack([one[f"{name}.weight"].T, one[f"{name}.bias"]]) for one in members])

    def deep(name: str, layers: int) -> Matrix:
        """A weight of all layers and members, (layers, m, …)."""
        return np.stack([[one[name.format(i)] for one in members] for i in range(layers)])

    tables = [one["table.weight"] for one in members]
    table = np.hstack([*(one[:, :width] for one in tables), np.mean([one[:, width:] for one in tables], 0)])
    plain = np.zeros((1, table.shape[1]), np.float32)
    plain[0, LABELS.index("boilerplate") - K] = recipe.furniture
    table, scale = _in_steps(np.vstack([table, plain]))
    norms = np.stack([deep("norms.{}.weight", depth + 1), deep("norms.{}.bias", depth + 1)], 1)
    return Weights(
        vocabulary={**known, PLAIN: len(known)},
        table=table,
        scale=scale,
        norms=norms[:, :, :, None],
        global_context=affine("whole"),
        layers=deep("layers.{}.weight", depth).reshape(depth, -1, width, 3, width).transpose(0, 3, 1, 4, 2),
        biases=deep("layers.{}.bias", depth)[:, :, None],
        out=affine("out") / np.float32(len(members)),
        transitions=np.mean([one["chain"] for one in members], 0),
        temperature=1.0,
    )


def _in_steps(table: Matrix) -> tuple[NDArray[np.int8], Matrix]:
    """Each row in whole steps, and how large its steps are; a row of zeros at the end."""
    table = np.vstack([table, np.zeros(table.shape[1], np.float32)])
    scale = np.maximum(np.abs(table).max(1), 1e-8) / np.float32(STEPS)
    return np.round(table / scale[:, None]).astype(np.int8), scale


class Lesson(NamedTuple):
    """What there is to learn from: texts, how many pieces bear each label (K,), and the vocabulary of their evidence."""

    texts: list[Text]
    seen: Tensor
    known: dict[str, int]


def lesson(given: Sequence[Example], recipe: Recipe) -> Lesson:
    """The lesson that examples make."""
    known, count = vocabulary(given, recipe.least), counts(given)
    seen = torch.tensor([count[k] + 1.0 for k in range(K)])
    return Lesson([_text(one, known) for one in given if len(one.labels)], seen, known)


def learn(sets: Iterable[Sequence[Example]], recipe: Recipe) -> list[Weights]:
    """The weights learned from each set of examples, two members at a time; the same examples and recipe give the same weights."""
    with ProcessPoolExecutor(2) as pool:
        begun = []
        for given in sets:
            one = lesson(given, recipe)
            begun.append((one, [pool.submit(member, number, one, recipe) for number in range(recipe.members)]))
        return [joined([task.result() for task in tasks], one.known, recipe) for one, tasks in begun]


def member(number: int, given: Lesson, recipe: Recipe) -> State:
    """One member, learned from all of a lesson."""
    torch.set_num_threads(1)
    torch.manual_seed(recipe.seed + number)
    chance = random.Random(recipe.seed + number)
    net, margin = _fresh(given, recipe, number)
    kept = torch.optim.swa_utils.AveragedModel(net, multi_avg_fn=_mean(recipe.mean))
    optimizer = torch.optim.AdamW(_groups(net, recipe), lr=recipe.rate, betas=(0.9, 0.98), fused=True)
    steps = recipe.epochs * (len(_batches(_epoch(given.texts, recipe, chance), recipe.batch, chance)) + 1)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _pace(step / steps))
    for _ in range(recipe.epochs):
        for batch in _batches(_epoch(given.texts, recipe, chance), recipe.batch, chance):
            optimizer.zero_grad()
            (net.loss(batch, margin) / (batch.labels != UNKNOWN).sum()).backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(net.parameters(), 5.0)
            optimizer.step()
            schedule.step()
            kept.update_parameters(net)
    return {name: value.numpy() for name, value in kept.module.state_dict().items()}


def _text(one: Example, known: dict[str, int]) -> Text:
    told = rows(one.evidence, known)
    return told, rows(bare(one), known) if one.is_page else told, one.labels


def _epoch(texts: Sequence[Text], recipe: Recipe, chance: random.Random) -> list[Stretch]:
    """All texts for one epoch; of some pages, what the mark-up says is not shown, so that they teach how to read a text."""
    return [(without if chance.random() < recipe.bare else told, labels) for told, without, labels in texts]


def _fresh(given: Lesson, recipe: Recipe, number: int) -> tuple[Net, Tensor]:
    """A new network, its biases at the labels' log shares, and the margin of each label."""
    net = Net(len(given.known), recipe, number)
    with torch.no_grad():
        net.out.bias.copy_((given.seen / given.seen.sum()).log())
    return net, recipe.margin * (given.seen.max() / given.seen).log()


def _groups(net: Net, recipe: Recipe) -> list[dict[str, object]]:
    """All weights, those of the table without decay: its rare rows would fade before they are seen again."""
    rest = [value for name, value in net.named_parameters() if name != "table.weight"]
    return [{"params": [net.table.weight], "weight_decay": 0.0}, {"params": rest, "weight_decay": recipe.decay}]


def _mean(share: float) -> Callable[[Tensors, Tensors, Tensor | int], None]:
    """The running mean that keeps `share` of itself at each step."""

    def update(kept: Tensors, new: Tensors, _: Tensor | int) -> None:
        torch._foreach_lerp_(kept, new, 1 - share)

    return update


def _pace(done: float) -> float:
    """The share of the learning rate when `done` of the steps are: up quickly, then down along a cosine."""
    return done / 0.1 if done < 0.1 else 0.5 * (1 + math.cos(math.pi * min(1.0, (done - 0.1) / 0.9))) + 2e-3


def _batches(texts: Sequence[Stretch], size: int, chance: random.Random) -> list[Batch]:
    """All texts once, those of like length together, in an order of chance."""
    stretches = [stretch for text in texts for stretch in _stretches(text, chance)]
    stretches.sort(key=lambda stretch: len(stretch[1]) * chance.uniform(0.9, 1.1))
    groups: list[list[Stretch]] = [[]]
    for stretch in stretches:
        longest = max([len(stretch[1]), *(len(other[1]) for other in groups[-1])])
        if groups[-1] and (len(groups[-1]) + 1) * longest > size:
            groups.append([])
        groups[-1].append(stretch)
    chance.shuffle(groups)
    return [_batch(group) for group in groups]


def _stretches(text: Stretch, chance: random.Random) -> list[Stretch]:
    n = len(text[1])
    if n <= LONGEST:
        return [text]
    first = LONGEST // 2 + chance.randrange(LONGEST // 2)
    cuts = [0, *range(first, n - LONGEST // 8, LONGEST), n]
    return [(text[0].part(a, b), text[1][a:b]) for a, b in pairwise(cuts)]


def _batch(group: Sequence[Stretch]) -> Batch:
    longest = max(len(labels) for _, labels in group)
    real = torch.zeros(len(group), longest, dtype=torch.bool)
    labels = torch.full((len(group), longest), UNKNOWN)
    for i, (_, told) in enumerate(group):
        real[i, : len(told)] = True
        labels[i, : len(told)] = torch.from_numpy(told)
    flat = np.concatenate([evidence.flat for evidence, _ in group])
    lengths = np.concatenate([np.diff(evidence.starts) for evidence, _ in group])
    starts = np.cumsum([0, *lengths], dtype=np.int32)
    return Batch(torch.from_numpy(flat), torch.from_numpy(starts), real, labels)
