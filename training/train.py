"""Make the weights that ship, from all labelled texts.

    python -m training.train [--extra FILE] [--small] [--output FILE]

The temperature is fitted on the texts of a fold that is held out: weights are too sure of a text that they
were trained on.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import msgspec

from newsparse.segment.model import default_weights
from newsparse.segment.weights_file import SHIPPED
from training.calibration import fit_temperature, predict_held_out
from training.config import SMALL, TrainingConfig
from training.corpus import extra_texts, small_texts, training_texts
from training.dataset import load_examples, make_examples, test_fold, train_folds
from training.extra import answers, print_parts
from training.pseudo_labels import ALL, Taught, load_taught
from training.trainer import train_ensembles

FOLD = 0  # the fold whose texts are held out for the temperature


def main(arguments: list[str] | None = None) -> None:
    options = _options().parse_args(arguments)
    extra = [text for path in options.extra for text in extra_texts(path)]
    before = answers(extra, lambda _: default_weights())
    texts = small_texts() if options.small else training_texts()
    examples = [*load_examples(texts), *make_examples(extra)]
    config = SMALL if options.small else TrainingConfig()
    taught: Taught = {} if options.small else load_taught()
    sets = (
        [*examples, *taught.get(ALL, [])],
        [*train_folds(FOLD, examples), *train_folds(FOLD, taught.get(str(FOLD), []))],
    )
    trained, held_out = train_ensembles(sets, config)
    temperature = fit_temperature(predict_held_out(test_fold(FOLD, examples), held_out))
    trained = msgspec.structs.replace(trained, temperature=temperature)
    options.output.parent.mkdir(exist_ok=True)
    trained.save(options.output)
    size = options.output.stat().st_size / 1e6
    print(f"{options.output}: {size:.1f} MB, {len(trained.vocabulary)} features, temperature {temperature}")
    if extra:
        print_parts(before, answers(extra, lambda _: trained))


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add_extra(parser)
    parser.add_argument(
        "--output",
        type=Path,
        default=SHIPPED,
        metavar="FILE.safetensors",
        help="write the weights there, not in place of those that ship",
    )
    return parser


def add_extra(parser: argparse.ArgumentParser) -> None:
    """Add the options that say what is learned from."""
    parser.add_argument(
        "--extra",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="learn from these texts too, in the format of gold.jsonl; may be repeated",
    )
    parser.add_argument(
        "--small",
        action="store_true",
        help="a small network from some of the written articles, in a minute and without the data folder",
    )


if __name__ == "__main__":
    main()
