"""Make the weights that ship, from all labelled texts.

    python -m training.train

The temperature is fitted on the texts of a fold that is held out: weights are too sure of a text that they
were trained on.
"""

from __future__ import annotations

import msgspec

from training.calibration import fit_temperature, predict_held_out
from training.config import TrainingConfig
from training.dataset import load_examples, test_fold, train_folds
from training.results import WEIGHTS
from training.trainer import train_ensembles

FOLD = 0  # the fold whose texts are held out for the temperature


def main() -> None:
    examples = load_examples()
    trained, held_out = train_ensembles([examples, train_folds(FOLD, examples)], TrainingConfig())
    temperature = fit_temperature(predict_held_out(test_fold(FOLD, examples), held_out))
    WEIGHTS.parent.mkdir(exist_ok=True)
    msgspec.structs.replace(trained, temperature=temperature).save(WEIGHTS)
    size = WEIGHTS.stat().st_size / 1e6
    print(f"{WEIGHTS}: {size:.1f} MB, {len(trained.vocabulary)} features, temperature {temperature}")


if __name__ == "__main__":
    main()
