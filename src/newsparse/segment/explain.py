"""Analysis to parts: how much each feature of a segment speaks for the label it was given.
 A feature's weight is what the label's log-odds lose when the network does not get that feature; all else
stays as it is (occlusion, Zeiler and Fergus 2014).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import numpy as np

from newsparse.article import Evidence, Part
from newsparse.segment.arrays import Integers, Matrix
from newsparse.segment.cues import in_words
from newsparse.segment.document import Document
from newsparse.segment.model import LABELS, Weights, changed_emissions, embed, first_layer, global_context
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
    names = features.names()
    cues = _occlusion_weights(features, names, labels, weights)
    parts: list[Part] = []
    for i, (segment, label, second) in enumerate(zip(segments, labels, seconds, strict=True)):
        row, text = document.lines[segment.line].row + 1, document.clean(segment.start, segment.end)
        confidence = float(probabilities[i, label])
        place = row, segment.start, segment.end, text
        own = tuple(_put_in_words(cue, names[:i], parts) for cue in cues[i])
        parts.append(Part(*place, LABELS[label], confidence, LABELS[second], own))
    return tuple(parts)


def _put_in_words(cue: Evidence, names: Sequence[Sequence[str]], parts: Sequence[Part]) -> Evidence:
    """The cue with its words, given the features' names and the texts of all segments above."""
    heading = None
    if cue.cue.startswith("under="):
        kind = "opens=" + cue.cue.removeprefix("under=").rpartition(":")[0]
        places = (i for i in range(len(names) - 1, -1, -1) if any(name[:-1] == kind for name in names[i]))
        heading = next((parts[i].text for i in places), None)
    return Evidence(cue.cue, cue.weight, in_words(cue.cue, heading))


def _occlusion_weights(
    features: Features, all_names: Sequence[Sequence[str]], labels: Integers, weights: Weights
) -> list[tuple[Evidence, ...]]:
    """The features of each segment, given their names too, by what they weigh for its label, the heaviest
    first.
    """
    embedded, flat = embed(features, weights), dict.fromkeys(chain.from_iterable(all_names))
    rows = dict(zip(flat, weights.vocabulary.rows(flat).tolist(), strict=True))
    hidden = first_layer(embedded.copy(), weights)
    context = global_context(hidden, np.array([0, len(embedded)]), weights)
    names = [[name for name in dict.fromkeys(own) if rows[name] >= 0] for own in all_names]
    cues: list[tuple[Evidence, ...]] = []
    for first in range(0, len(names), STRETCH):
        known = [(i, name) for i, own in enumerate(names[first : first + STRETCH], first) for name in own]
        own = np.arange(first, min(first + STRETCH, len(names)))
        segments = np.concatenate([own, np.array([i for i, _ in known], np.int64)])
        changed = embedded[segments]
        places = [rows[name] for _, name in known]
        changed[len(own) :] -= weights.scale[places, None] * weights.table[places]
        logits = changed_emissions(hidden, context, changed, segments, weights)
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
