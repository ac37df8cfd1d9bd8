"""Features to labels: small networks over the segments' features, and a linear-chain CRF over their
emissions.
 The features of a segment are rows of a table of learned vectors, which are summed. Dilated convolutions over
the neighbouring segments give each sum its context (van den Oord et al. 2016). An ensemble of m networks, the
members, learned apart; the mean of their scores counts. A chain of label-to-label weights makes the labels of
a text fit each other (Lafferty et al. 2001). Decoding gives each segment the label with the highest marginal,
and that marginal is the confidence. `training/` makes the weights.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

import msgspec
import numpy as np
from numpy.typing import NDArray

from newsparse.article import Label, Span
from newsparse.segment import weights_file
from newsparse.segment.arrays import Integers, Matrix
from newsparse.segment.split import Segment
from newsparse.segment.vocabulary import Features, Vocabulary

LABELS: tuple[Label, ...] = get_args(Label)
K = len(LABELS)
# steps of a chain after which its sums are scaled: in as many, numbers of single precision can't become too
# small for the double precision that they are added up in
SCALED = 7
# segments that pass through the network together, so that those of a long text take no more memory: more than
# most documents have, and no fewer than it takes to be fast
STRETCH = 1024
_HALF_PRECISION = ("norms", "global_context", "layers", "biases", "out", "transitions")


class Weights(msgspec.Struct, frozen=True):
    """The parameters of m members of width d over one vocabulary.
    `table` holds a row a feature: d numbers for each member in turn, then K for the labels at once, in steps
    of the size that `scale` gives; its last row is zeros, for features that the vocabulary lacks.
    """

    vocabulary: Vocabulary
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
    digest: str = ""  # SHA-256 of the numbers in the file they were read from, in hexadecimal

    @classmethod
    def load(cls, path: Path) -> Weights:
        """Read what `save` wrote; the table stays in the file, whose rows are read as they are needed."""
        arrays, digest = weights_file.read(path)
        rest = {name: arrays[name].astype(np.float32) for name in _HALF_PRECISION}
        temperature = float(arrays["temperature"])
        names = Vocabulary.of_arrays({name: arrays[name] for name in Vocabulary.ARRAYS})
        return cls(names, arrays["table"], arrays["scale"], **rest, temperature=temperature, digest=digest)

    def save(self, path: Path) -> None:
        """Write the weights in the format of safetensors, all but the table in sixteen bits a number."""
        half = {name: getattr(self, name).astype(np.float16) for name in _HALF_PRECISION}
        temperature = np.array(self.temperature, np.float32)
        rest: dict[str, NDArray[Any]] = {"table": self.table, "scale": self.scale, "temperature": temperature}
        weights_file.write(path, {**rest, **half, **self.vocabulary.arrays()})


@cache
def default_weights() -> Weights:
    """The weights that ship with the package, opened on first use."""
    return Weights.load(weights_file.SHIPPED)


def probabilities(emissions: Matrix, weights: Weights, starts: Integers | None = None) -> Matrix:
    """The calibrated probabilities (segments, K) of emissions (segments, K); `starts` as in `emissions`."""
    return temperature_scale(marginals(emissions, weights.transitions, starts), weights.temperature)


def _one_document(segments: Matrix) -> Integers:
    return np.array([0, len(segments)], np.int64)


def temperature_scale(probabilities: Matrix, temperature: float) -> Matrix:
    """The probabilities (…, K) at a temperature (Guo et al. 2017): over 1 they are less sure, in the same
    order.
    """
    scaled = probabilities ** (1 / temperature)
    return np.asarray(scaled / scaled.sum(-1, keepdims=True))


def emissions(features: Features, weights: Weights, starts: Integers | None = None) -> Matrix:
    """The logit of each label for each segment, in the context of its neighbours, (segments, K).
    The segments of a document begin at each of `starts`, (documents + 1,), and end at the next; without it
    there is one document.
    """
    embedded = embed(features, weights)
    hidden = first_layer(embedded, weights)
    starts = _one_document(embedded) if starts is None else starts
    document, context = _documents(starts), global_context(hidden, starts, weights)
    reach = 2 ** len(weights.layers) - 1  # segments on either side that the layers look at together
    logits = np.empty((len(embedded), K), np.float32)
    for first, last in _stretches(len(embedded)):
        around = slice(max(0, first - reach), last + reach)
        own = document[around]
        found = emission_network(hidden[:, around], embedded[around], context[:, own], own, weights)
        logits[first:last] = found[first - around.start :][: last - first]
    return logits


def _documents(starts: Integers) -> Integers:
    """The document of each segment, (segments,)."""
    return np.repeat(np.arange(len(starts) - 1), starts[1:] - starts[:-1])


def _stretches(n: int) -> list[tuple[int, int]]:
    """Stretches of n segments: the first of each, and that behind its last."""
    return [(first, min(first + STRETCH, n)) for first in range(0, n, STRETCH)]


def embed(features: Features, weights: Weights) -> Matrix:
    """The sum of the table's rows for each segment's features, (segments, m * d + K)."""
    embedded = np.empty((features.last - features.first, weights.table.shape[1]), np.float32)
    for first, last in _stretches(len(embedded)):
        rows, starts = features.stretch(first, last).rows(weights.vocabulary)
        scale, table = weights.scale.take(rows), weights.table.take(rows, 0)
        for segment, (start, end) in zip(embedded[first:last], pairwise(starts.tolist()), strict=True):
            np.dot(scale[start:end], table[start:end], out=segment)
    return embedded


def first_layer(embedded: Matrix, weights: Weights) -> Matrix:
    """Each segment alone, as each member sees it, (m, segments, d), of embedded features (segments, m * d +
    K). It takes the place of the members' part of these, so that a long text takes no more memory.
    """
    m, _, d = weights.norms.shape[2:]
    hidden = np.swapaxes(embedded[:, :-K].reshape(len(embedded), m, d), 0, 1)
    for first, last in _stretches(len(embedded)):
        hidden[:, first:last] = _gelu(_norm(hidden[:, first:last], weights.norms[0]))
    return hidden


def global_context(hidden: Matrix, starts: Integers, weights: Weights) -> Matrix:
    """What each document as a whole adds to its segments, (m, documents, d): a map of the mean of their first
    layer, `hidden` (m, segments, d).
    """
    document, sizes = _documents(starts), starts[1:] - starts[:-1]
    sums = np.zeros((len(weights.global_context), len(sizes), weights.global_context.shape[-1]), np.float32)
    for first, last in _stretches(hidden.shape[1]):
        own = document[first:last]
        begins = np.flatnonzero(np.concatenate([[True], own[1:] != own[:-1]]))
        sums[:, own[begins]] += np.add.reduceat(hidden[:, first:last], begins, axis=1)
    means = sums / np.maximum(sizes, 1).astype(np.float32)[:, None]
    return np.asarray(means @ weights.global_context[:, :-1] + weights.global_context[:, -1:])


def emission_network(
    hidden: Matrix, embedded: Matrix, context: Matrix, document: Integers, weights: Weights
) -> Matrix:
    """Emissions (segments, K) of the first layer and the embedded features of segments.

    `hidden` (m, segments, d) is that layer, `embedded` (segments, m * d + K) are those features; `context`
    (m, segments, d) is that of the document of each segment, `document` (segments,) its place.
    """
    hidden = hidden + context
    for depth in range(len(weights.layers)):
        hidden = _convolve(hidden, _around(hidden, depth, document), depth, weights)
    return _logits(hidden, embedded, weights)


def changed_emissions(
    hidden: Matrix, context: Matrix, changed: Matrix, segments: Integers, weights: Weights
) -> Matrix:
    """Emissions (changes, K), if the embedded features of one segment of a document were others.

    `changed` (changes, m * d + K) are those of `segments[i]` (changes,), all else being as in the first
    layer, `hidden` (m, segments, d). A layer looks further than all before it together, so that what it sees
    beside a segment does not depend on that segment: it is computed once for all changes.
    """
    document = np.zeros(hidden.shape[1], np.int64)
    hidden, other = hidden + context, first_layer(changed.copy(), weights) + context
    for depth in range(len(weights.layers)):
        around = _around(hidden, depth, document)
        others = around[:, segments]
        others[..., others.shape[-1] // 3 : -others.shape[-1] // 3] = other
        other = _convolve(other, others, depth, weights)
        hidden = _convolve(hidden, around, depth, weights)
    return _logits(other, changed, weights)


def _around(hidden: Matrix, depth: int, document: Integers) -> Matrix:
    """Each segment between those `2 ** depth` before and behind it in its document, (m, segments, 3 d)."""
    step, (m, n, d) = 2**depth, hidden.shape
    around = np.zeros((m, n, 3 * d), np.float32)
    around[:, step:, :d] = hidden[:, :-step]
    around[:, :, d : 2 * d] = hidden
    around[:, :-step, 2 * d :] = hidden[:, step:]
    crossing = np.flatnonzero(document[step:] != document[:-step])
    around[:, crossing + step, :d] = 0
    around[:, crossing, 2 * d :] = 0
    return around


def _convolve(hidden: Matrix, around: Matrix, depth: int, weights: Weights) -> Matrix:
    """A layer: each segment with what stands around it, in one product, (m, segments, d)."""
    m, _, width = around.shape
    layer = np.swapaxes(weights.layers[depth], 0, 1).reshape(m, width, -1)
    mapped = around @ layer
    mapped += weights.biases[depth]
    mapped = _gelu(mapped)
    mapped += hidden
    return _norm(mapped, weights.norms[depth + 1])


def _logits(hidden: Matrix, embedded: Matrix, weights: Weights) -> Matrix:
    logits = hidden @ weights.out[:, :-1] + weights.out[:, -1:]
    return np.asarray(logits.sum(0) + embedded[:, -K:])


def _norm(x: Matrix, scale: Matrix) -> Matrix:
    """Layer normalisation over the last axis; 1e-5 is torch's default, with which the weights are learned."""
    x = np.subtract(x, x.mean(-1, keepdims=True))
    deviation = np.sqrt(np.einsum("...i,...i->...", x, x) / x.shape[-1] + np.float32(1e-5))
    x /= deviation[..., None]
    x *= scale[0]
    x += scale[1]
    return np.asarray(x)


def _gelu(x: Matrix) -> Matrix:
    """x · sigmoid(1.702 x), the sigmoid approximation of the GELU (Hendrycks and Gimpel 2016)."""
    with np.errstate(over="ignore"):  # of large negative numbers the gate is infinite, and the quotient 0
        gate = np.exp(np.float32(-1.702) * x)
    gate += 1
    return np.asarray(np.divide(x, gate, out=gate))


def marginals(emissions: Matrix, transitions: Matrix, starts: Integers | None = None) -> Matrix:
    """The marginal probabilities (segments, K) of a linear chain for each document, by the forward-backward
        algorithm.
    All documents take a step together, the longest first, so that those which have ended stand behind; sums
    are scaled at every SCALED steps. `starts` as in `emissions`.
    """
    starts = _one_document(emissions) if starts is None else starts
    sizes = starts[1:] - starts[:-1]
    order = np.argsort(-sizes, kind="stable")
    rank = np.empty_like(order)
    rank[order] = np.arange(len(order))
    longest = int(sizes.max(initial=0))
    running = (len(sizes) - np.searchsorted(np.sort(sizes), np.arange(longest), side="right")).tolist()
    document = np.repeat(np.arange(len(sizes)), sizes)
    at = np.arange(len(emissions)) - starts[document], rank[document]
    emit = np.ones((longest, len(sizes), K))
    emit[at] = np.exp(emissions - emissions.max(1, keepdims=True))
    forward = np.exp(transitions.astype(np.float64))
    backward = np.ascontiguousarray(forward[:K].T)
    alpha, beta = np.empty_like(emit), np.ones_like(emit)
    state = forward[K]
    for t, n in enumerate(running):
        state = np.multiply(state[:n] @ forward[:K] if t else state, emit[t, :n], out=alpha[t, :n])
        if t % SCALED == 0:
            state /= state.max(1, keepdims=True)
    for t in range(longest - 2, -1, -1):
        n = running[t + 1]
        state = np.matmul(beta[t + 1, :n] * emit[t + 1, :n], backward, out=beta[t, :n])
        if t % SCALED == 0:
            state /= state.max(1, keepdims=True)
    product = _scaled(alpha[at]) * _scaled(beta[at])
    return np.asarray(product / product.sum(1, keepdims=True), np.float32)


def _scaled(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(rows / rows.max(1, keepdims=True))


def spans(segments: Sequence[Segment], probabilities: Matrix) -> tuple[Span, ...]:
    """The segments' best labels as spans; equal neighbours of one line are joined, at the lowest confidence
    of theirs.
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
