"""What an explanation says of each segment."""

from __future__ import annotations

import numpy as np

from newsparse.pipeline import analyse
from newsparse.readers.text import read_text
from newsparse.segment.explain import MIN_LOG_ODDS, inspect_segments
from newsparse.segment.model import LABELS, default_weights, emissions
from newsparse.segment.vocabulary import Features

TEXT = "Ferry returns\nBy Mara Quist\nThe ferry to Port Ellen sailed again on Monday, said the mayor."


def log_odds(names: list[list[str]], segment: int, label: int) -> float:
    """The log-odds of a label, by the network alone."""
    weights = default_weights()
    logits = emissions(Features.of_names(names), weights)[segment].astype(float)
    others = np.delete(logits, label)
    return float((logits[label] - np.log(np.exp(others).sum())) / weights.temperature)


def test_parts_are_labelled_as_the_analysis_says_and_their_cues_are_features() -> None:
    found = analyse(read_text(TEXT))
    parts = inspect_segments(
        found.document, found.segments, found.features, found.probabilities, default_weights()
    )
    assert [LABELS.index(part.label) for part in parts] == found.probabilities.argmax(1).tolist()
    for part, names in zip(parts, found.features.names(), strict=True):
        weights = [abs(cue.weight) for cue in part.cues]
        assert {cue.cue for cue in part.cues} <= set(names)
        assert weights == sorted(weights, reverse=True)
        assert min(weights) >= MIN_LOG_ODDS


def test_the_weight_of_a_cue_is_what_the_log_odds_lose_without_it() -> None:
    found = analyse(read_text(TEXT))
    (part, *_) = inspect_segments(
        found.document, found.segments, found.features, found.probabilities, default_weights()
    )
    label, names = LABELS.index(part.label), found.features.names()
    cue = part.cues[0]
    without = [[name for name in names[0] if name != cue.cue], *names[1:]]
    lost = log_odds(names, 0, label) - log_odds(without, 0, label)
    assert abs(lost - cue.weight) < 0.5 * abs(cue.weight)  # the mean of the document changes too
