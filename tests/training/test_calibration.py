"""Temperature scaling."""

from __future__ import annotations

import numpy as np

from newsparse.segment.model import LABELS
from training.calibration import HeldOut, fit_temperature


def test_probabilities_that_are_too_high_get_a_temperature_over_one() -> None:
    rng = np.random.default_rng(0)
    labels = rng.integers(0, 3, 400)
    probabilities = np.full((400, len(LABELS)), 1e-9, np.float32)
    probabilities[:, :3] = 0.002
    predicted = np.where(rng.random(400) < 0.7, labels, (labels + 1) % 3)
    probabilities[np.arange(400), predicted] = 0.996
    assert fit_temperature([HeldOut(labels, probabilities)]) > 2
