"""Evidence to spans: a small network over the pieces' evidence, and a linear chain over its answers.

The evidence of a piece (strings from the cues) is a sum of learned vectors; convolutions over the neighbouring
pieces give it context; a chain of label-to-label weights makes the labels of a text fit each other. Decoding gives each
piece the label with the highest posterior, and that posterior is the confidence. `training/` makes the weights.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files
from itertools import chain, repeat
from pathlib import Path
from typing import Any, get_args

import msgspec
import numpy as np
from numpy.typing import NDArray

from newsparse.article import Label, Span
from newsparse.cuts import Piece

Matrix = NDArray[np.float32]
LABELS: tuple[Label, ...] = get_args(Label)
K = len(LABELS)


class Weights(msgspec.Struct, frozen=True):
    """What training learned.

    `table` holds a row a piece of evidence: d numbers for the network, then K for the labels at once; its last row is zeros, for
    evidence that the vocabulary lacks.
    """

    vocabulary: dict[str, int]
    table: Matrix
    norms: Matrix  # (layers + 1, 2, d): scale and shift of each layer norm
    whole: Matrix  # (d + 1, d): the document's mean to every piece; the last row is the bias
    layers: Matrix  # (layers, 3, d, d): convolutions over the piece before, itself and behind, at distance 1, 2, 4 …
    biases: Matrix  # (layers, d)
    out: Matrix  # (d + 1, K)
    chain: Matrix  # (K + 1, K): from label to label; the last row is for the first piece
    temperature: float

    @classmethod
    def load(cls, path: Path) -> Weights:
        """Read what `save` wrote."""
        with np.load(path) as data:
            names = data["vocabulary"].tobytes().decode().split("\n")
            table = np.vstack([data["table"].astype(np.float32) * data["scale"][:, None], np.zeros(data["table"].shape[1], np.float32)])
            rest = {k: data[k].astype(np.float32) for k in ("norms", "whole", "layers", "biases", "out", "chain")}
            return cls(dict(zip(names, range(len(names)), strict=True)), table, **rest, temperature=float(data["temperature"]))

    def save(self, path: Path) -> None:
        """Write the weights, the table in eight bits a number."""
        table = self.table[:-1]
        scale = np.maximum(np.abs(table).max(1), 1e-8) / 127
        arrays: dict[str, Any] = {
            "vocabulary": np.frombuffer("\n".join(self.vocabulary).encode(), np.uint8),
            "table": np.round(table / scale[:, None]).astype(np.int8),
            "scale": scale.astype(np.float32),
            "temperature": np.float32(self.temperature),
        }
        for name in ("norms", "whole", "layers", "biases", "out", "chain"):
            arrays[name] = getattr(self, name).astype(np.float16)
        np.savez_compressed(path, **arrays)


@cache
def shipped() -> Weights:
    """The weights that ship with the package, opened on first use."""
    with as_file(files("newsparse").joinpath("weights", "en.npz")) as path:
        return Weights.load(path)


def posteriors(evidence: list[list[str]], weights: Weights) -> Matrix:
    """The probability of each label for each piece, (pieces, K)."""
    return tempered(chained(scores(evidence, weights), weights.chain), weights.temperature)


def tempered(probabilities: Matrix, temperature: float) -> Matrix:
    """The probabilities (…, K) as they are believed: a temperature over 1 makes them less sure and leaves their order."""
    warm = probabilities ** (1 / temperature)
    return np.asarray(warm / warm.sum(-1, keepdims=True))


def scores(evidence: list[list[str]], weights: Weights) -> Matrix:
    """What each piece's evidence and its neighbours' say for each label, (pieces, K)."""
    summed = sum_rows(evidence, weights)
    return network(summed, first_layer(summed, weights).mean(0), weights)


def sum_rows(evidence: list[list[str]], weights: Weights) -> Matrix:
    """The sum of the table's rows for each piece's evidence, (pieces, d + K)."""
    counts = list(map(len, evidence))
    unknown = repeat(len(weights.vocabulary))
    rows = np.fromiter(map(weights.vocabulary.get, chain.from_iterable(evidence), unknown), np.intp, sum(counts))
    vectors = weights.table.take(rows, 0)
    ones = np.ones(max(counts), np.float32)
    summed = np.empty((len(counts), weights.table.shape[1]), np.float32)
    start = 0
    for piece, count in zip(summed, counts, strict=True):
        np.dot(ones[:count], vectors[start : start + count], out=piece)
        start += count
    return summed


def first_layer(summed: Matrix, weights: Weights) -> Matrix:
    """What each piece alone means to the network, (…, pieces, d)."""
    return _gelu(_norm(summed[..., : weights.norms.shape[2]], weights.norms[0]))


def network(summed: Matrix, mean: Matrix, weights: Weights) -> Matrix:
    """Scores (…, pieces, K) of summed evidence (…, pieces, d + K), in a document whose first layer has this mean (d,)."""
    d = weights.norms.shape[2]
    hidden = first_layer(summed, weights) + (mean @ weights.whole[:d] + weights.whole[d])
    for depth, layer in enumerate(weights.layers):
        step = 2**depth
        around = hidden @ layer[1] + weights.biases[depth]
        around[..., step:, :] += hidden[..., :-step, :] @ layer[0]
        around[..., :-step, :] += hidden[..., step:, :] @ layer[2]
        hidden = _norm(hidden + _gelu(around), weights.norms[depth + 1])
    return np.asarray(hidden @ weights.out[:d] + weights.out[d] + summed[..., d:])


def _norm(x: Matrix, scale: Matrix) -> Matrix:
    x = x - x.mean(-1, keepdims=True)
    return np.asarray(x / np.sqrt((x * x).mean(-1, keepdims=True) + 1e-5) * scale[0] + scale[1])


def _gelu(x: Matrix) -> Matrix:
    return np.asarray(0.5 * x * (1 + np.tanh(0.7978846 * (x + 0.044715 * x * x * x))))


def chained(scores: Matrix, chain: Matrix) -> Matrix:
    """Posteriors of a linear chain by forward and backward sums, scaled at every step."""
    emit = np.exp(scores - scores.max(1, keepdims=True))
    forward, backward = np.exp(chain[:K]), np.ascontiguousarray(np.exp(chain[:K]).T)
    ahead, behind = np.empty_like(emit), np.empty_like(emit)
    state = np.exp(chain[K]) * emit[0]
    ahead[0] = state
    for told, now in zip(ahead[1:], emit[1:], strict=True):
        np.multiply(state.dot(forward), now, out=told)
        told /= told.max()
        state = told
    behind[-1] = state = np.ones(K, np.float32)
    for told, after in zip(behind[-2::-1], emit[:0:-1], strict=True):
        np.dot(state * after, backward, out=told)
        told /= told.max()
        state = told
    product = ahead * behind
    return np.asarray(product / product.sum(1, keepdims=True))


def spans(pieces: list[Piece], probabilities: Matrix) -> tuple[Span, ...]:
    """The pieces' best labels as spans; equal neighbours of one line are joined, at the lowest confidence of theirs."""
    found: list[Span] = []
    best = probabilities.argmax(1).tolist()
    sure = [round(p, 4) for p in probabilities.max(1).tolist()]
    line = -1
    for piece, label, confidence in zip(pieces, best, sure, strict=True):
        name = LABELS[label]
        if piece.line == line and found[-1].label == name:
            last = found.pop()
            found.append(Span(last.start, piece.end, name, min(last.confidence, confidence)))
        else:
            found.append(Span(piece.start, piece.end, name, confidence))
        line = piece.line
    return tuple(found)
