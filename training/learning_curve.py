"""The learning curve: what weights reach that were trained on a quarter, a half and all of the publishers.

    python -m training.learning_curve

Tested on two folds; kept in figures.json, after `training.evaluate --record`. Some minutes.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import Any

from training.config import TrainingConfig
from training.dataset import Example, load_examples
from training.evaluate import Evaluator, fold_weights
from training.results import record_curve

SHARES = (0.25, 0.5, 1.0)
FOLDS = (0, 1)


def publisher_sample(examples: Sequence[Example], share: float) -> list[Example]:
    """The examples of a share of the publishers; a larger share holds all of a smaller one."""
    return [example for example in examples if zlib.crc32(example.publisher.encode()) % 1000 < 1000 * share]


def curve_point(examples: Sequence[Example], share: float) -> dict[str, Any]:
    """The figures of weights that were trained on a share of the publishers."""
    sample = publisher_sample(examples, share)
    figures, _, _ = Evaluator(fold_weights(sample, TrainingConfig(), FOLDS)).score()
    reached = {name: figures[name] for name in ("accuracy", "card_f1", "macro_f1")}
    return {"share": share, "publishers": len({example.publisher for example in sample}), **reached}


def main() -> None:
    examples = load_examples()
    curve = []
    for share in SHARES:
        curve.append(curve_point(examples, share))
        print(curve[-1], flush=True)
    record_curve(curve)


if __name__ == "__main__":
    main()
