"""Make the weights that ship, from all labelled texts.

    python -m training.train

The temperature is found on the texts of a fold that is held out: weights that have seen a text are too sure of it.
"""

from __future__ import annotations

import msgspec

from training import calibration
from training.config import Recipe
from training.evaluate import everything, judged, without
from training.results import WEIGHTS
from training.trainer import learn

FOLD = 0  # the texts that are held out to find the temperature


def main() -> None:
    recipe = Recipe()
    given = everything()
    learned, judge = learn([given, without(FOLD, given)], recipe)
    warmth = calibration.temperature(calibration.held_out(judged(FOLD, given), judge))
    made = msgspec.structs.replace(learned, temperature=warmth)
    WEIGHTS.parent.mkdir(exist_ok=True)
    made.save(WEIGHTS)
    print(f"{WEIGHTS}: {WEIGHTS.stat().st_size / 1e6:.1f} MB, {len(made.vocabulary)} kinds of evidence, temperature {warmth}")


if __name__ == "__main__":
    main()
