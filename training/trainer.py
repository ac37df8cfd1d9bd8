"""Examples to weights: batches, the optimizer and its schedule, and the members of an ensemble.

Members differ in the seed of all that is random. The weights that are kept are an exponential moving average
over the steps.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from newsparse.segment.arrays import Matrix
from newsparse.segment.model import K, Weights
from training.config import TrainingConfig
from training.dataset import (
    UNKNOWN,
    Example,
    FeatureRows,
    build_vocabulary,
    feature_rows,
    label_counts,
    without_markup,
)
from training.model import Batch, MemberNetwork, State, stack_members
from training.word_vectors import load_word_vectors

# a longer text is cut into sequences of this length, so that batches hold little padding; set by hand
MAX_SEGMENTS = 160
MAX_GRADIENT_NORM = 5.0  # set by hand
WARM_UP = 0.1  # the share of the steps in which the learning rate rises; set by hand

Tensors = tuple[Tensor, ...] | list[Tensor]
# the rows and the labels of segments that stand one behind the other
Chunk = tuple[FeatureRows, NDArray[np.int64]]


class TrainingText(NamedTuple):
    """A text, or a page, of n segments: the rows of their features, the same without the mark-up's,
    and the labels (n,).
    """

    rows: FeatureRows
    rows_without_markup: FeatureRows
    labels: NDArray[np.int64]
    views: list[Chunk]


class TrainingSet(NamedTuple):
    """What a member is trained on: texts, how many segments bear each label (plus one) (K,),
    the vocabulary, and the word vectors (words, dimensions).
    """

    texts: list[TrainingText]
    label_counts: Tensor
    vocabulary: dict[str, int]  # the features that are learned one by one, then the words of `vectors`
    vectors: Matrix


def make_training_set(examples: Sequence[Example], config: TrainingConfig) -> TrainingSet:
    """The training set of examples."""
    words, vectors = load_word_vectors()
    vocabulary, counts = build_vocabulary(examples, config.min_publishers, words), label_counts(examples)
    texts = [_training_text(example, vocabulary) for example in examples if len(example.labels)]
    return TrainingSet(texts, torch.tensor([counts[k] + 1.0 for k in range(K)]), vocabulary, vectors)


def _training_text(example: Example, vocabulary: dict[str, int]) -> TrainingText:
    rows = feature_rows(example.features, vocabulary)
    bare = feature_rows(without_markup(example), vocabulary) if example.is_page else rows
    views = [
        (feature_rows(features, vocabulary), labels) for features, labels in example.views if len(labels)
    ]
    return TrainingText(rows, bare, example.labels, views)


def train_ensembles(sets: Iterable[Sequence[Example]], config: TrainingConfig) -> list[Weights]:
    """The weights trained on each set of examples, two members at a time.

    The same examples and config give the same weights, on the same machine and with the same version of
    torch.
    """
    with ProcessPoolExecutor(2) as pool:
        started = []
        for examples in sets:
            data = make_training_set(examples, config)
            started.append(
                (data, [pool.submit(train_member, number, data, config) for number in range(config.members)])
            )
        return [
            stack_members([task.result() for task in tasks], data.vocabulary, data.vectors, config)
            for data, tasks in started
        ]


def train_member(number: int, data: TrainingSet, config: TrainingConfig) -> State:
    """One member, trained on all of a training set with a seed of its own."""
    torch.set_num_threads(1)
    torch.manual_seed(config.seed + number)
    rng = random.Random(config.seed + number)
    network, margin = _initial_network(data, config, number)
    average = torch.optim.swa_utils.AveragedModel(network, multi_avg_fn=_moving_average(config.ema_decay))
    optimizer = torch.optim.AdamW(
        _parameter_groups(network, config), lr=config.learning_rate, betas=(0.9, 0.98), fused=True
    )
    steps = config.epochs * (len(_batches(_epoch(data.texts, config, rng), config.batch_segments, rng)) + 1)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _lr_factor(step / steps))
    for _ in range(config.epochs):
        for batch in _batches(_epoch(data.texts, config, rng), config.batch_segments, rng):
            optimizer.zero_grad()
            (network.loss(batch, margin) / (batch.labels != UNKNOWN).sum()).backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(network.parameters(), MAX_GRADIENT_NORM)
            optimizer.step()
            schedule.step()
            average.update_parameters(network)
    return {name: value.numpy() for name, value in average.module.state_dict().items()}


def _initial_network(data: TrainingSet, config: TrainingConfig, number: int) -> tuple[MemberNetwork, Tensor]:
    """A new network, its biases at the labels' log shares, and the margin of each label (K,)."""
    n_features = len(data.vocabulary) - len(data.vectors)
    network = MemberNetwork(n_features, data.vectors, config, number)
    with torch.no_grad():
        network.out.bias.copy_((data.label_counts / data.label_counts.sum()).log())
    return network, config.margin * (data.label_counts.max() / data.label_counts).log()


def _parameter_groups(network: MemberNetwork, config: TrainingConfig) -> list[dict[str, object]]:
    """All weights, those of the table without decay:
    a rare row would fade before its feature comes up again.
    """
    rest = [value for name, value in network.named_parameters() if name != "table.weight"]
    return [
        {"params": [network.table.weight], "weight_decay": 0.0},
        {"params": rest, "weight_decay": config.weight_decay},
    ]


def _moving_average(decay: float) -> Callable[[Tensors, Tensors, Tensor | int], None]:
    """The exponential moving average that keeps `decay` of itself at each step (Polyak and Juditsky 1992)."""

    def update(average: Tensors, current: Tensors, _: Tensor | int) -> None:
        torch._foreach_lerp_(average, current, 1 - decay)

    return update


def _lr_factor(progress: float) -> float:
    """The share of the learning rate at `progress` (0 to 1) of the steps: a linear rise,
    then a cosine (Loshchilov and Hutter 2017).
    """
    if progress < WARM_UP:
        return progress / WARM_UP
    return 0.5 * (1 + math.cos(math.pi * min(1.0, (progress - WARM_UP) / (1 - WARM_UP)))) + 2e-3


def _epoch(texts: Sequence[TrainingText], config: TrainingConfig, rng: random.Random) -> list[Chunk]:
    """All texts for one epoch; some pages go without their mark-up, so that they teach how to read a text."""
    return [
        rng.choice(text.views)
        if text.views and rng.random() < config.views
        else (text.rows_without_markup if rng.random() < config.markup_dropout else text.rows, text.labels)
        for text in texts
    ]


def _batches(texts: Sequence[Chunk], max_segments: int, rng: random.Random) -> list[Batch]:
    """All texts once, in batches of at most `max_segments` with their padding, those of like length together,
    in random order.
    """
    chunks = [chunk for text in texts for chunk in _chunks(text, rng)]
    chunks.sort(key=lambda chunk: len(chunk[1]) * rng.uniform(0.9, 1.1))
    groups: list[list[Chunk]] = [[]]
    for chunk in chunks:
        longest = max([len(chunk[1]), *(len(other[1]) for other in groups[-1])])
        if groups[-1] and (len(groups[-1]) + 1) * longest > max_segments:
            groups.append([])
        groups[-1].append(chunk)
    rng.shuffle(groups)
    return [collate(group) for group in groups]


def _chunks(text: Chunk, rng: random.Random) -> list[Chunk]:
    """A text in chunks of at most MAX_SEGMENTS and an eighth, cut elsewhere in each epoch."""
    n = len(text[1])
    if n <= MAX_SEGMENTS:
        return [text]
    first = MAX_SEGMENTS // 2 + rng.randrange(MAX_SEGMENTS // 2)
    cuts = [0, *range(first, n - MAX_SEGMENTS // 8, MAX_SEGMENTS), n]
    return [(text[0].slice(start, stop), text[1][start:stop]) for start, stop in pairwise(cuts)]


def collate(chunks: Sequence[Chunk]) -> Batch:
    """Chunks side by side."""
    longest = max(len(labels) for _, labels in chunks)
    mask = torch.zeros(len(chunks), longest, dtype=torch.bool)
    padded = torch.full((len(chunks), longest), UNKNOWN)
    for i, (_, labels) in enumerate(chunks):
        mask[i, : len(labels)] = True
        padded[i, : len(labels)] = torch.from_numpy(labels)
    flat = np.concatenate([rows.flat for rows, _ in chunks])
    lengths = np.concatenate([np.diff(rows.starts) for rows, _ in chunks])
    starts = np.cumsum([0, *lengths], dtype=np.int32)
    return Batch(torch.from_numpy(flat), torch.from_numpy(starts), mask, padded)
