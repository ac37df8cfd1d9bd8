"""Evidence to spans: small networks over the pieces' evidence, and a linear chain over their answers.

The evidence of a piece (strings from the cues) is a sum of learned vectors; convolutions over the neighbouring
pieces give it context. Several networks that learned apart, the members, do this side by side, and the mean of their scores
counts: where one errs by chance the others do not. A chain of label-to-label weights makes the labels of a text fit each other.
Decoding gives each piece the label with the highest posterior, and that posterior is the confidence. `training/` makes the weights.
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
from newsparse.segment.split import Piece

Matrix = NDArray[np.float32]
LABELS: tuple[Label, ...] = get_args(Label)
K = len(LABELS)
_SHORT = ("norms", "whole", "layers", "biases", "out", "chain")


class Weights(msgspec.Struct, frozen=True):
    """What training learned: m members of width d over one vocabulary.

    `table` holds a row a piece of evidence: d numbers for each member in turn, then K for the labels at once, all of them in steps whose
    size `scale` tells; its last row is zeros, for evidence that the vocabulary lacks.
    """

    vocabulary: dict[str, int]
    table: NDArray[np.int8]  # (len(vocabulary) + 1, m * d + K)
    scale: Matrix  # (len(vocabulary) + 1,)
    norms: Matrix  # (layers + 1, 2, m, 1, d): scale and shift of each layer norm
    whole: Matrix  # (m, d + 1, d): the document's mean to every piece; the last row is the bias
    layers: Matrix  # (layers, 3, m, d, d): convolutions over the piece before, itself and behind, at distance 1, 2, 4 …
    biases: Matrix  # (layers, m, 1, d)
    out: Matrix  # (m, d + 1, K): the members' shares in the score; the last row is the bias
    chain: Matrix  # (K + 1, K): from label to label; the last row is for the first piece
    temperature: float

    @classmethod
    def load(cls, path: Path) -> Weights:
        """Read what `save` wrote."""
        with np.load(path) as data:
            names = data["vocabulary"].tobytes().decode().split("\n")
            known = dict(zip(names, range(len(names)), strict=True))
            rest = {name: data[name].astype(np.float32) for name in _SHORT}
            return cls(known, data["table"], data["scale"], **rest, temperature=float(data["temperature"]))

    def save(self, path: Path) -> None:
        """Write the weights, all but the table in sixteen bits a number."""
        arrays: dict[str, Any] = {
            "vocabulary": np.frombuffer("\n".join(self.vocabulary).encode(), np.uint8),
            "table": self.table,
            "scale": self.scale,
            "temperature": np.float32(self.temperature),
        }
        for name in _SHORT:
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
    return network(summed, document_mean(summed, weights), weights)


def sum_rows(evidence: list[list[str]], weights: Weights) -> Matrix:
    """The sum of the table's rows for each piece's evidence, (pieces, m * d + K)."""
    counts = list(map(len, evidence))
    unknown = repeat(len(weights.vocabulary))
    rows = np.fromiter(map(weights.vocabulary.get, chain.from_iterable(evidence), unknown), np.intp, sum(counts))
    summed = np.empty((len(counts), weights.table.shape[1]), np.float32)
    start = 0
    for piece, count in zip(summed, counts, strict=True):
        own = rows[start : start + count]
        np.dot(weights.scale.take(own), weights.table.take(own, 0), out=piece)
        start += count
    return summed


def document_mean(summed: Matrix, weights: Weights) -> Matrix:
    """The mean of the first layer over a document's pieces, (m, 1, d): what the members know of the whole of it."""
    return np.asarray(_first_layer(summed, weights).mean(-2, keepdims=True))


def network(summed: Matrix, mean: Matrix, weights: Weights) -> Matrix:
    """Scores (…, pieces, K) of summed evidence (…, pieces, m * d + K), in a document of this mean (m, 1, d)."""
    hidden = _first_layer(summed, weights) + (mean @ weights.whole[:, :-1] + weights.whole[:, -1:])
    for depth, layer in enumerate(weights.layers):
        step = 2**depth
        around = hidden @ layer[1] + weights.biases[depth]
        around[..., step:, :] += hidden[..., :-step, :] @ layer[0]
        around[..., :-step, :] += hidden[..., step:, :] @ layer[2]
        hidden = _norm(hidden + _gelu(around), weights.norms[depth + 1])
    said = hidden @ weights.out[:, :-1] + weights.out[:, -1:]
    return np.asarray(said.sum(-3) + summed[..., -K:])


def _first_layer(summed: Matrix, weights: Weights) -> Matrix:
    """What each piece alone means to each member, (…, m, pieces, d)."""
    m, _, d = weights.norms.shape[2:]
    own = summed[..., :-K].reshape(*summed.shape[:-1], m, d)
    return _gelu(_norm(np.swapaxes(own, -2, -3), weights.norms[0]))


def _norm(x: Matrix, scale: Matrix) -> Matrix:
    x = x - x.mean(-1, keepdims=True)
    return np.asarray(x / np.sqrt((x * x).mean(-1, keepdims=True) + 1e-5) * scale[0] + scale[1])


def _gelu(x: Matrix) -> Matrix:
    """x · sigmoid(1.702 x), which is near enough to the Gaussian error linear unit."""
    return np.asarray(0.5 * x * (1 + np.tanh(0.851 * x)))


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
