"""The network of `newsparse.segmenter`, in torch, and how it learns.

The loss is the negative log-likelihood of a text's labels in the linear chain, with a softmax margin for rare labels: in the
partition sum a wrong label's score is raised by margin · log(count of the commonest label / count of the right one), so that a
rare label has to win clearly. Evidence is dropped at random, and the weights that are kept are a running mean of the last steps.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from newsparse.segmenter import LABELS, K, Weights
from training.examples import BESIDE, STORY, UNKNOWN, Example, bare, counts, rows, vocabulary
from training.recipe import Recipe

_STORY = torch.tensor([label in STORY for label in LABELS])
LONGEST = 160  # pieces; longer texts are learned in stretches of this length


class Batch(NamedTuple):
    """Stretches of texts side by side: (B, T) unless said otherwise."""

    rows: Tensor  # flat: the evidence of all pieces
    starts: Tensor  # (pieces + 1,): where each piece's evidence begins in `rows`
    real: Tensor  # whether a piece stands there
    labels: Tensor


Tensors = tuple[Tensor, ...] | list[Tensor]
Rows = list[NDArray[np.int64]]
Stretch = tuple[Rows, NDArray[np.int64]]  # the evidence and the labels of pieces that stand one behind the other
Text = tuple[Rows, Rows, NDArray[np.int64]]  # all evidence of a text's pieces, that without mark-up, and the labels


class Net(nn.Module):
    """Evidence to label scores, and the chain over them. Shapes as in `newsparse.segmenter.Weights`."""

    def __init__(self, size: int, recipe: Recipe) -> None:
        super().__init__()
        d = self.width = recipe.width
        self.table = nn.EmbeddingBag(size, d + K, mode="sum", include_last_offset=True)
        nn.init.normal_(self.table.weight[:, :d], std=0.1)
        nn.init.zeros_(self.table.weight[:, d:])
        self.norms = nn.ModuleList(nn.LayerNorm(d) for _ in range(recipe.layers + 1))
        self.whole = nn.Linear(d, d)
        nn.init.zeros_(self.whole.weight)
        self.layers = nn.ModuleList(nn.Conv1d(d, d, 3, dilation=2**i, padding=2**i) for i in range(recipe.layers))
        self.out = nn.Linear(d, K)
        self.chain = nn.Parameter(torch.zeros(K + 1, K))
        self.dropout = nn.Dropout(recipe.dropout)
        self.evidence_dropout = recipe.evidence_dropout

    def scores(self, batch: Batch) -> Tensor:
        """What each piece says for each label, (B, T, K)."""
        real = batch.real.unsqueeze(2)
        shape = batch.real.shape
        summed = self.table(batch.rows, batch.starts, per_sample_weights=self._kept(len(batch.rows)))
        first = functional.gelu(self.norms[0](summed[:, : self.width]), approximate="tanh")
        hidden = torch.zeros(*shape, self.width).masked_scatter(real, first)
        mean = hidden.sum(1) / real.sum(1)
        hidden = self.dropout((hidden + self.whole(mean).unsqueeze(1)) * real)
        for layer, norm in zip(self.layers, self.norms[1:], strict=True):
            around = functional.gelu(layer(hidden.transpose(1, 2)).transpose(1, 2), approximate="tanh")
            hidden = norm(hidden + self.dropout(around)) * real
        direct = torch.zeros(*shape, K).masked_scatter(real, summed[:, self.width :])
        return torch.as_tensor(self.out(hidden) + direct)

    def _kept(self, n: int) -> Tensor:
        """Weights of the evidence: some is dropped while learning, and the rest made up for it."""
        if not self.training:
            return torch.ones(n)
        return (torch.rand(n) >= self.evidence_dropout).float() / (1 - self.evidence_dropout)

    def partition(self, scores: Tensor, real: Tensor) -> Tensor:
        """The log of the sum over all label sequences, (B,); scores may be -inf, for a label that is ruled out."""
        step = self.chain[:K].exp()
        top = scores.amax(2).detach()
        emit = (scores - top.unsqueeze(2)).exp()
        state = self.chain[K].exp() * emit[:, 0]
        total = state.sum(1).log() + top[:, 0]
        state = state / state.sum(1, keepdim=True)
        for t in range(1, scores.shape[1]):
            ahead = (state @ step) * emit[:, t]
            here = real[:, t]
            norm = torch.where(here, ahead.sum(1), 1.0)
            state = torch.where(here.unsqueeze(1), ahead / norm.unsqueeze(1), state)
            total = total + torch.where(here, norm.log() + top[:, t], 0.0)
        return total

    def loss(self, batch: Batch, margin: Tensor) -> Tensor:
        """The batch's summed negative log-likelihood; a piece of unknown label may have any, one beside the story any that is not of it."""
        scores = self.scores(batch)
        label = batch.labels.clamp(min=0)
        missed = (batch.labels >= 0).unsqueeze(2) & ~functional.one_hot(label, K).bool()
        raised = scores + missed * margin[label].unsqueeze(2)
        wrong = missed | ((batch.labels == BESIDE).unsqueeze(2) & _STORY)
        both = self.partition(torch.cat([raised, scores.masked_fill(wrong, -math.inf)]), torch.cat([batch.real] * 2))
        return torch.as_tensor((both[: len(label)] - both[len(label) :]).sum())

    def weights(self, known: dict[str, int]) -> Weights:
        """What was learned, as the program reads it."""

        def array(tensor: Tensor) -> NDArray[np.float32]:
            return np.array(tensor.detach().numpy(), np.float32)

        return Weights(
            vocabulary=known,
            table=np.vstack([array(self.table.weight), np.zeros(self.width + K, np.float32)]),
            norms=np.stack([np.stack([array(norm.weight), array(norm.bias)]) for norm in self.norms]),  # type: ignore[arg-type]
            whole=np.vstack([array(self.whole.weight.T), array(self.whole.bias)]),
            layers=np.stack([array(layer.weight.permute(2, 1, 0)) for layer in self.layers]),  # type: ignore[operator]
            biases=np.stack([array(layer.bias) for layer in self.layers]),  # type: ignore[arg-type]
            out=np.vstack([array(self.out.weight.T), array(self.out.bias)]),
            chain=array(self.chain),
            temperature=1.0,
        )


def learn(given: Sequence[Example], recipe: Recipe) -> Weights:
    """The weights learned from examples; the same examples and recipe give the same weights."""
    torch.set_num_threads(1)
    torch.manual_seed(recipe.seed)
    chance = random.Random(recipe.seed)
    known = vocabulary(given, recipe.least)
    texts = [_text(one, known) for one in given if len(one.labels)]
    net, margin = _fresh(given, len(known), recipe)
    kept = torch.optim.swa_utils.AveragedModel(net, multi_avg_fn=_mean(recipe.mean))
    optimizer = torch.optim.AdamW(_groups(net, recipe), lr=recipe.rate, betas=(0.9, 0.98))
    steps = recipe.epochs * (len(_batches(_epoch(texts, recipe, chance), recipe.batch, chance)) + 1)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _pace(step / steps))
    for _ in range(recipe.epochs):
        for batch in _batches(_epoch(texts, recipe, chance), recipe.batch, chance):
            optimizer.zero_grad()
            (net.loss(batch, margin) / (batch.labels != UNKNOWN).sum()).backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(net.parameters(), 5.0)
            optimizer.step()
            schedule.step()
            kept.update_parameters(net)
    final = kept.module
    assert isinstance(final, Net)
    return final.weights(known)


def _text(one: Example, known: dict[str, int]) -> Text:
    told = rows(one.evidence, known)
    return told, rows(bare(one), known) if one.is_page else told, one.labels


def _epoch(texts: Sequence[Text], recipe: Recipe, chance: random.Random) -> list[Stretch]:
    """All texts for one epoch; of some pages, what the mark-up says is not shown, so that they teach how to read a text."""
    return [(without if chance.random() < recipe.bare else told, labels) for told, without, labels in texts]


def _fresh(given: Sequence[Example], size: int, recipe: Recipe) -> tuple[Net, Tensor]:
    """A new network, its biases at the labels' log shares, and the margin of each label."""
    net = Net(size, recipe)
    seen = counts(given)
    count = torch.tensor([seen[k] + 1.0 for k in range(len(LABELS))])
    with torch.no_grad():
        net.out.bias.copy_((count / count.sum()).log())
    return net, recipe.margin * (count.max() / count).log()


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
    stretches.sort(key=lambda stretch: len(stretch[1]) * chance.uniform(0.8, 1.2))
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
    return [(text[0][a:b], text[1][a:b]) for a, b in pairwise(cuts)]


def _batch(group: Sequence[Stretch]) -> Batch:
    longest = max(len(labels) for _, labels in group)
    real = torch.zeros(len(group), longest, dtype=torch.bool)
    labels = torch.full((len(group), longest), UNKNOWN)
    for i, (_, told) in enumerate(group):
        real[i, : len(told)] = True
        labels[i, : len(told)] = torch.from_numpy(told)
    pieces = [piece for evidence, _ in group for piece in evidence]
    starts = np.cumsum([0, *map(len, pieces)])
    return Batch(torch.from_numpy(np.concatenate(pieces)), torch.from_numpy(starts), real, labels)
