"""Features to labels: small networks over the segments' features, and a linear-chain CRF over their
emissions.

The features of a segment are rows of a table of learned vectors, which are summed. Dilated convolutions over
the neighbouring segments give each sum its context (van den Oord et al. 2016). An ensemble of m networks, the
members, learned apart; the mean of their scores counts. A chain of label-to-label weights makes the labels of
a text fit each other (Lafferty et al. 2001). Decoding gives each segment the label with the highest marginal,
and that marginal is the confidence. `training/` makes the weights.
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
from newsparse.segment.split import Segment

Matrix = NDArray[np.float32]
LABELS: tuple[Label, ...] = get_args(Label)
K = len(LABELS)
_HALF_PRECISION = ("norms", "global_context", "layers", "biases", "out", "transitions")
_KEYS = {"global_context": "whole", "transitions": "chain"}  # what the file calls two of them


class Weights(msgspec.Struct, frozen=True):
    """The parameters of m members of width d over one vocabulary.

    `table` holds a row a feature: d numbers for each member in turn, then K for the labels at once, in steps
    of the size that `scale` gives; its last row is zeros, for features that the vocabulary lacks.
    """

    vocabulary: dict[str, int]
    table: NDArray[np.int8]  # (len(vocabulary) + 1, m * d + K)
    scale: Matrix  # (len(vocabulary) + 1,)
    norms: Matrix  # (layers + 1, 2, m, 1, d): scale and shift of each layer norm (Ba et al. 2016)
    global_context: Matrix  # (m, d + 1, d): the document's mean to every segment; the last row is the bias
    # (layers, 3, m, d, d): convolutions over the segment before, itself and behind, at distance 1, 2, 4 …
    layers: Matrix
    biases: Matrix  # (layers, m, 1, d)
    out: Matrix  # (m, d + 1, K): the members' shares in the score; the last row is the bias
    transitions: Matrix  # (K + 1, K): from label to label; the last row is for the first segment
    temperature: float

    @classmethod
    def load(cls, path: Path) -> Weights:
        """Read what `save` wrote."""
        with np.load(path) as data:
            names = data["vocabulary"].tobytes().decode().split("\n")
            known = dict(zip(names, range(len(names)), strict=True))
            rest = {name: data[_KEYS.get(name, name)].astype(np.float32) for name in _HALF_PRECISION}
            return cls(known, data["table"], data["scale"], **rest, temperature=float(data["temperature"]))

    def save(self, path: Path) -> None:
        """Write the weights, all but the table in sixteen bits a number."""
        arrays: dict[str, Any] = {
            "vocabulary": np.frombuffer("\n".join(self.vocabulary).encode(), np.uint8),
            "table": self.table,
            "scale": self.scale,
            "temperature": np.float32(self.temperature),
        }
        for name in _HALF_PRECISION:
            arrays[_KEYS.get(name, name)] = getattr(self, name).astype(np.float16)
        np.savez_compressed(path, **arrays)


@cache
def default_weights() -> Weights:
    """The weights that ship with the package, opened on first use."""
    with as_file(files("newsparse").joinpath("weights", "en.npz")) as path:
        return Weights.load(path)


def posteriors(features: list[list[str]], weights: Weights) -> Matrix:
    """The probability of each label for each segment, (segments, K)."""
    return probabilities(emissions(features, weights), weights)


def probabilities(emissions: Matrix, weights: Weights) -> Matrix:
    """The calibrated probabilities (segments, K) of emissions (segments, K)."""
    return temperature_scale(marginals(emissions, weights.transitions), weights.temperature)


def temperature_scale(probabilities: Matrix, temperature: float) -> Matrix:
    """The probabilities (…, K) at a temperature (Guo et al.
    2017): over 1 they are less sure, in the same order.
    """
    scaled = probabilities ** (1 / temperature)
    return np.asarray(scaled / scaled.sum(-1, keepdims=True))


def emissions(features: list[list[str]], weights: Weights) -> Matrix:
    """The logit of each label for each segment, in the context of its neighbours, (segments, K)."""
    embedded = embed(features, weights)
    return emission_network(embedded, document_mean(embedded, weights), weights)


def embed(features: list[list[str]], weights: Weights) -> Matrix:
    """The sum of the table's rows for each segment's features, (segments, m * d + K)."""
    counts = list(map(len, features))
    unknown = repeat(len(weights.vocabulary))
    rows = np.fromiter(
        map(weights.vocabulary.get, chain.from_iterable(features), unknown), np.intp, sum(counts)
    )
    embedded = np.empty((len(counts), weights.table.shape[1]), np.float32)
    start = 0
    for segment, count in zip(embedded, counts, strict=True):
        own = rows[start : start + count]
        np.dot(weights.scale.take(own), weights.table.take(own, 0), out=segment)
        start += count
    return embedded


def document_mean(embedded: Matrix, weights: Weights) -> Matrix:
    """The mean of the first layer over a document's segments, (m, 1, d)."""
    return np.asarray(_first_layer(embedded, weights).mean(-2, keepdims=True))


def emission_network(embedded: Matrix, mean: Matrix, weights: Weights) -> Matrix:
    """Emissions (…, segments, K) of embedded features (…, segments, m * d + K),
    in a document of this mean (m, 1, d).
    """
    context = mean @ weights.global_context[:, :-1] + weights.global_context[:, -1:]
    hidden = _first_layer(embedded, weights) + context
    for depth, layer in enumerate(weights.layers):
        step = 2**depth
        around = hidden @ layer[1] + weights.biases[depth]
        around[..., step:, :] += hidden[..., :-step, :] @ layer[0]
        around[..., :-step, :] += hidden[..., step:, :] @ layer[2]
        hidden = _norm(hidden + _gelu(around), weights.norms[depth + 1])
    logits = hidden @ weights.out[:, :-1] + weights.out[:, -1:]
    return np.asarray(logits.sum(-3) + embedded[..., -K:])


def _first_layer(embedded: Matrix, weights: Weights) -> Matrix:
    """Each segment alone, as each member sees it, (…, m, segments, d)."""
    m, _, d = weights.norms.shape[2:]
    own = embedded[..., :-K].reshape(*embedded.shape[:-1], m, d)
    return _gelu(_norm(np.swapaxes(own, -2, -3), weights.norms[0]))


def _norm(x: Matrix, scale: Matrix) -> Matrix:
    """Layer normalisation over the last axis; 1e-5 is torch's default, with which the weights are learned."""
    x = x - x.mean(-1, keepdims=True)
    return np.asarray(x / np.sqrt((x * x).mean(-1, keepdims=True) + 1e-5) * scale[0] + scale[1])


def _gelu(x: Matrix) -> Matrix:
    """x · sigmoid(1.702 x), the sigmoid approximation of the GELU (Hendrycks and Gimpel 2016)."""
    return np.asarray(0.5 * x * (1 + np.tanh(0.851 * x)))


def marginals(emissions: Matrix, transitions: Matrix) -> Matrix:
    """The marginal probabilities (segments, K) of a linear chain, by the forward-backward algorithm,
    scaled at every step.
    """
    emit = np.exp(emissions - emissions.max(1, keepdims=True))
    forward, backward = np.exp(transitions[:K]), np.ascontiguousarray(np.exp(transitions[:K]).T)
    alpha, beta = np.empty_like(emit), np.empty_like(emit)
    state = np.exp(transitions[K]) * emit[0]
    alpha[0] = state
    for out, now in zip(alpha[1:], emit[1:], strict=True):
        np.multiply(state.dot(forward), now, out=out)
        out /= out.max()
        state = out
    beta[-1] = state = np.ones(K, np.float32)
    for out, after in zip(beta[-2::-1], emit[:0:-1], strict=True):
        np.dot(state * after, backward, out=out)
        out /= out.max()
        state = out
    product = alpha * beta
    return np.asarray(product / product.sum(1, keepdims=True))


def spans(segments: list[Segment], probabilities: Matrix) -> tuple[Span, ...]:
    """The segments' best labels as spans; equal neighbours of one line are joined,
    at the lowest confidence of theirs.
    """
    found: list[Span] = []
    best = probabilities.argmax(1).tolist()
    sure = [round(p, 4) for p in probabilities.max(1).tolist()]
    line = -1
    for segment, label, confidence in zip(segments, best, sure, strict=True):
        name = LABELS[label]
        if segment.line == line and found[-1].label == name:
            last = found.pop()
            found.append(Span(last.start, segment.end, name, min(last.confidence, confidence)))
        else:
            found.append(Span(segment.start, segment.end, name, confidence))
        line = segment.line
    return tuple(found)
