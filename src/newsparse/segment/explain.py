"""Analysis to parts: how much each feature of a segment speaks for the label it was given.
 A feature's weight is what the label's log-odds lose when the network does not get that feature; all else
stays as it is (occlusion, Zeiler and Fergus 2014).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from newsparse.article import Evidence, Part
from newsparse.segment.arrays import Integers, Matrix
from newsparse.segment.document import Document
from newsparse.segment.model import LABELS, Weights, changed_emissions, embed, global_context
from newsparse.segment.split import Segment
from newsparse.segment.vocabulary import Features

STRETCH = 64  # segments whose features are left out side by side, which takes some 20 MB
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
    order = np.argsort(probabilities, axis=1)
    seconds, labels = order[:, -2], order[:, -1]
    cues = _occlusion_weights(features, labels, weights)
    parts = []
    for i, (segment, label, second) in enumerate(zip(segments, labels, seconds, strict=True)):
        row, text = document.lines[segment.line].row + 1, document.clean(segment.start, segment.end)
        confidence = float(probabilities[i, label])
        place = row, segment.start, segment.end, text
        parts.append(Part(*place, LABELS[label], confidence, LABELS[second], cues[i]))
    return tuple(parts)


def _occlusion_weights(features: Features, labels: Integers, weights: Weights) -> list[tuple[Evidence, ...]]:
    """The features of each segment by what they weigh for its label, the heaviest first."""
    rows, embedded = weights.vocabulary.rows, embed(features, weights)
    context = global_context(embedded, np.array([0, len(embedded)]), weights)
    names = [[name for name in dict.fromkeys(own) if name in rows] for own in features.names()]
    cues: list[tuple[Evidence, ...]] = []
    for first in range(0, len(names), STRETCH):
        known = [(i, name) for i, own in enumerate(names[first : first + STRETCH], first) for name in own]
        own = np.arange(first, min(first + STRETCH, len(names)))
        segments = np.concatenate([own, np.array([i for i, _ in known], np.int64)])
        changed = embedded[segments]
        places = [rows[name] for _, name in known]
        changed[len(own) :] -= weights.scale[places, None] * weights.table[places]
        logits = changed_emissions(embedded, context, changed, segments, weights)
        odds = _log_odds(logits, labels[segments]) / weights.temperature
        lost = odds[segments[len(own) :] - first] - odds[len(own) :]
        found: list[list[Evidence]] = [[] for _ in own]
        for (i, name), weight in zip(known, lost.tolist(), strict=True):
            cue = Evidence(name, round(weight, 2))
            if abs(cue.weight) >= MIN_LOG_ODDS:
                found[i - first].append(cue)
        cues += [tuple(sorted(some, key=lambda cue: -abs(cue.weight))) for some in found]
    return cues


def _log_odds(emissions: Matrix, labels: Integers) -> Matrix:
    """The logit of the label of each less the log of the sum of all others' exponentials, (n,)."""
    rows = np.arange(len(labels))
    others = emissions.copy()
    others[rows, labels] = -np.inf
    top = others.max(1)
    return np.asarray(emissions[rows, labels] - top - np.log(np.exp(others - top[:, None]).sum(1)))
