"""Temperature scaling."""

from __future__ import annotations

import numpy as np

from newsparse.pipeline import parse
from newsparse.segment.model import LABELS
from training.calibration import HeldOut, fit_temperature, reliability


def test_probabilities_that_are_too_high_get_a_temperature_over_one() -> None:
    rng = np.random.default_rng(0)
    labels = rng.integers(0, 3, 400)
    probabilities = np.full((400, len(LABELS)), 1e-9, np.float32)
    probabilities[:, :3] = 0.002
    predicted = np.where(rng.random(400) < 0.7, labels, (labels + 1) % 3)
    probabilities[np.arange(400), predicted] = 0.996
    assert fit_temperature([HeldOut(labels, probabilities)]) > 2


def test_confidence_is_held_against_the_share_that_is_right() -> None:
    text = "Ferry aground\n\nThe ferry ran aground on Monday, said the mayor of the town."
    article = parse(text)
    gold = [{"start": 0, "end": len(text), "label": article.spans[0].label}]
    table = reliability([{"text": text, "spans": gold}], [article])
    assert sum(n for n, _, _ in table.rows) == len(article.spans)
    assert 0 <= table.error <= 1
    right = [span.label == article.spans[0].label for span in article.spans]
    assert sum(n * share for n, _, share in table.rows) == sum(right)
    assert "expected calibration error" in str(table)
