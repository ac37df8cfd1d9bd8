"""Temperature scaling of the confidence (Guo et al. 2017), and the reliability table that tests it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from newsparse.article import CARD, Article
from newsparse.segment.arrays import Matrix
from newsparse.segment.model import Weights, emissions, marginals, temperature_scale
from newsparse.segment.vocabulary import Features
from training.dataset import UNKNOWN, Example

TEMPERATURES = np.arange(0.6, 2.6, 0.1)  # the ones that are tried; those found so far lie well inside
MIN_PROBABILITY = 1e-9  # in place of a smaller one, whose log would be all that counts
BINS = 10


class Reliability(msgspec.Struct, frozen=True):
    """Spans by confidence, a row a tenth: how many, their mean confidence, the share of them that is right.

    `error` and `article_error` are the expected calibration errors of spans and of articles.
    """

    rows: tuple[tuple[int, float, float], ...]
    error: float
    article_error: float

    def __str__(self) -> str:
        rows = (
            f"{n:6} spans at confidence {mean:.3f}: {right:.3f} right" for n, mean, right in self.rows if n
        )
        table = "\n".join(rows)
        return f"{table}\nexpected calibration error {self.error:.4f}, of articles {self.article_error:.4f}"


class HeldOut(NamedTuple):
    """A held-out text: its true labels (segments,), and the marginals of its segments (segments,
    K) at temperature 1.
    """

    labels: NDArray[np.int64]
    probabilities: Matrix


def predict_held_out(examples: Iterable[Example], weights: Weights) -> list[HeldOut]:
    """The marginals of examples by weights that were not trained on them."""
    return [
        HeldOut(
            example.labels,
            marginals(emissions(Features.of_names(example.features), weights), weights.transitions),
        )
        for example in examples
        if example.segments
    ]


def fit_temperature(texts: Sequence[HeldOut]) -> float:
    """The temperature at which the true labels are likeliest."""

    def nll(temperature: float) -> float:
        total = 0.0
        for text in texts:
            known = text.labels != UNKNOWN
            right = temperature_scale(text.probabilities, temperature)[known, text.labels[known]]
            total -= float(np.log(np.maximum(right, MIN_PROBABILITY)).sum())
        return total

    return round(float(min(TEMPERATURES, key=nll)), 2)


def reliability(gold: Sequence[Mapping[str, Any]], answers: Sequence[Article]) -> Reliability:
    """Rows of GOLD and an answer to each: the confidence of each span, and of each article,
    beside the share of it that is right.
    """
    confidence, right, articles = [], [], []
    for row, article in zip(gold, answers, strict=True):
        labels = np.full(len(row["text"]), "", object)
        for part in row["spans"]:
            labels[part["start"] : part["end"]] = part["label"]
        hits = [float(np.mean(labels[span.start : span.end] == span.label)) for span in article.spans]
        confidence += [span.confidence for span in article.spans]
        right += hits
        card_hits = [hit for hit, span in zip(hits, article.spans, strict=True) if span.label in CARD] or hits
        if card_hits:
            articles.append((article.confidence, float(np.mean(card_hits))))
    rows = _binned(np.array(confidence), np.array(right))
    return Reliability(rows, _calibration_error(rows), _calibration_error(_binned(*np.array(articles).T)))


def _calibration_error(rows: Sequence[tuple[int, float, float]]) -> float:
    """The mean distance between confidence and share right."""
    return sum(n * abs(mean - share) for n, mean, share in rows) / max(1, sum(n for n, _, _ in rows))


def _binned(
    confidence: NDArray[np.float64], right: NDArray[np.float64]
) -> tuple[tuple[int, float, float], ...]:
    """For each bin of equal width: how many, the mean confidence and the share right."""
    bins = np.minimum((confidence * BINS).astype(int), BINS - 1)
    rows = []
    for i in range(BINS):
        own = bins == i
        rows.append(
            (int(own.sum()), float(confidence[own].mean()), float(right[own].mean()))
            if own.any()
            else (0, 0.0, 0.0)
        )
    return tuple(rows)
