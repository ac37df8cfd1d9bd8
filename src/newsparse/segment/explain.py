"""Analysis to parts: how much each feature of a segment speaks for the label it was given.
 A feature's weight is what the label's log-odds lose when the network does not get that feature; all else
stays as it is (occlusion, Zeiler and Fergus 2014).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from newsparse.article import Evidence, Part
from newsparse.segment.arrays import Matrix
from newsparse.segment.document import Document
from newsparse.segment.model import LABELS, Weights, embed, emission_network, global_context
from newsparse.segment.split import Segment
from newsparse.segment.vocabulary import Features

MIN_LOG_ODDS = 0.05  # half of the last place that the views print


def inspect_segments(
    document: Document,
    segments: Sequence[Segment],
    features: Features,
    probabilities: Matrix,
    weights: Weights,
) -> tuple[Part, ...]:
    """Each segment with its label, the runner-up and the features that decided, the heaviest first.

    `probabilities` (segments, labels) are those from which the labels are taken.
    """
    if not segments:
        return ()
    embedded = embed(features, weights)
    context = global_context(embedded, np.array([0, len(segments)]), weights)
    names = features.names()
    order = np.argsort(probabilities, axis=1)
    parts = []
    for i, (segment, (second, best)) in enumerate(zip(segments, order[:, -2:].tolist(), strict=True)):
        row, text = document.lines[segment.line].row + 1, document.clean(segment.start, segment.end)
        cues = _occlusion_weights(i, best, names[i], embedded, context, weights)
        confidence = float(probabilities[i, best])
        parts.append(
            Part(row, segment.start, segment.end, text, LABELS[best], confidence, LABELS[second], cues)
        )
    return tuple(parts)


def _occlusion_weights(
    i: int, label: int, features: list[str], embedded: Matrix, context: Matrix, weights: Weights
) -> tuple[Evidence, ...]:
    """The features of segment i by what they weigh for a label; `context` is the document's, (m, 1, d)."""
    names = [name for name in dict.fromkeys(features) if name in weights.vocabulary.rows]
    receptive_field = 2 ** len(weights.layers)  # segments on either side; those further off have no influence
    first = max(0, i - receptive_field)
    around = embedded[first : i + receptive_field + 1]
    without = np.repeat(around[None], len(names) + 1, axis=0)
    for batch, name in enumerate(names):
        row = weights.vocabulary.rows[name]
        without[batch, i - first] -= weights.scale[row] * weights.table[row]
    own = emission_network(without, context, np.zeros(len(around), np.int64), weights)[:, i - first]
    odds = _log_odds(own, label) / weights.temperature
    cues = [Evidence(name, round(float(odds[-1] - odds[batch]), 2)) for batch, name in enumerate(names)]
    return tuple(
        sorted((cue for cue in cues if abs(cue.weight) >= MIN_LOG_ODDS), key=lambda cue: -abs(cue.weight))
    )


def _log_odds(emissions: Matrix, label: int) -> Matrix:
    """The logit of a label less the log of the sum of all others' exponentials, (n,)."""
    others = np.delete(emissions, label, axis=1)
    top = others.max(1)
    return np.asarray(emissions[:, label] - top - np.log(np.exp(others - top[:, None]).sum(1)))
