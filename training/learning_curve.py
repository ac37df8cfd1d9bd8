"""The learning curve: what weights reach that learned from a quarter, a half and all of the publishers.

    python -m training.learning_curve

Judged on two folds; kept in figures.json, after `training.evaluate --record`. Some minutes.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import Any

from training.config import Recipe
from training.dataset import Example
from training.evaluate import Bench, everything, fold_weights
from training.results import record_curve

SHARES = (0.25, 0.5, 1.0)
FOLDS = (0, 1)


def part_of(given: Sequence[Example], share: float) -> list[Example]:
    """The examples of a share of the publishers."""
    return [one for one in given if zlib.crc32(one.publisher.encode()) % 1000 < 1000 * share]


def point(given: Sequence[Example], share: float) -> dict[str, Any]:
    """What a share of the publishers teaches."""
    part = part_of(given, share)
    figures, _ = Bench(fold_weights(part, Recipe(), FOLDS)).score(None, [])
    told = {name: figures[name] for name in ("accuracy", "card_f1", "macro_f1")}
    return {"share": share, "publishers": len({one.publisher for one in part}), **told}


def main() -> None:
    given = everything()
    curve = []
    for share in SHARES:
        curve.append(point(given, share))
        print(curve[-1], flush=True)
    record_curve(curve)


if __name__ == "__main__":
    main()
