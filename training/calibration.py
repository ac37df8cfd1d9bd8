"""How sure is right: the temperature that makes confidence honest, and the table that shows whether it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from newsparse.article import CARD, Article
from newsparse.segment.model import Matrix, Weights, emissions, marginals, temperature_scale
from training.dataset import Example

STEPS = np.arange(0.6, 2.6, 0.1)
BINS = 10


class Reliability(msgspec.Struct, frozen=True):
    """Spans by confidence, a row a tenth: how many, their mean confidence, the share that is right; and the expected calibration error."""

    rows: tuple[tuple[int, float, float], ...]
    error: float
    article_error: float

    def __str__(self) -> str:
        table = "\n".join(f"{n:6} spans said to be {said:.3f} sure: {right:.3f} right" for n, said, right in self.rows if n)
        return f"{table}\nexpected calibration error {self.error:.4f}, of articles {self.article_error:.4f}"


class HeldOut(NamedTuple):
    """A text's true labels (pieces,), and what weights that never saw its publisher say of them (pieces, K), untempered."""

    labels: NDArray[np.int64]
    said: Matrix


def held_out(given: Iterable[Example], weights: Weights) -> list[HeldOut]:
    """What weights say of examples they did not see."""
    return [HeldOut(one.labels, marginals(emissions(one.evidence, weights), weights.transitions)) for one in given if one.pieces]


def temperature(held: Sequence[HeldOut]) -> float:
    """The temperature at which the true labels are likeliest."""

    def surprise(warmth: float) -> float:
        total = 0.0
        for one in held:
            told = one.labels >= 0
            total -= float(np.log(np.maximum(temperature_scale(one.said, warmth)[told, one.labels[told]], 1e-9)).sum())
        return total

    return round(float(min(STEPS, key=surprise)), 2)


def reliability(rows: Sequence[Mapping[str, Any]], answers: Sequence[Article]) -> Reliability:
    """Hold the confidence of each span, and of each article, against how much of it is right."""
    said, right, articles = [], [], []
    for row, article in zip(rows, answers, strict=True):
        told = np.full(len(row["text"]), "", object)
        for span in row["spans"]:
            told[span["start"] : span["end"]] = span["label"]
        hits = [float(np.mean(told[s.start : s.end] == s.label)) for s in article.spans]
        said += [s.confidence for s in article.spans]
        right += hits
        card = [hit for hit, s in zip(hits, article.spans, strict=True) if s.label in CARD] or hits
        if card:
            articles.append((article.confidence, float(np.mean(card))))
    table = _binned(np.array(said), np.array(right))
    error = sum(n * abs(mean - share) for n, mean, share in table) / max(1, len(said))
    by_article = _binned(*np.array(articles).T)
    return Reliability(table, error, sum(n * abs(a - b) for n, a, b in by_article) / max(1, len(articles)))


def _binned(said: NDArray[np.float64], right: NDArray[np.float64]) -> tuple[tuple[int, float, float], ...]:
    place = np.minimum((said * BINS).astype(int), BINS - 1)
    return tuple(
        (int((place == b).sum()), float(said[place == b].mean()), float(right[place == b].mean())) if (place == b).any() else (0, 0.0, 0.0)
        for b in range(BINS)
    )
