"""Cross-validate: each gold text, and each gold page, is judged by weights that were trained on none of its
publishers.

    python -m training.evaluate [--keep FILE] [--record NOTE] [--pages]
    python -m training.evaluate --extra FILE [--small]

Prints the data's own table, what each other layout of the same texts costs, and how well confidence is
calibrated. --record adds a row to history.csv and writes figures.json, which the gate, the model card and the
docs read; --pages measures pages too, beside newsparse's peers, and writes pages.json. --extra prints what
further labelled texts change, and nothing else.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from newsparse.article import Article
from newsparse.pipeline import article
from newsparse.readers.html import read_page
from newsparse.readers.text import read_text
from newsparse.segment.model import Weights
from training.calibration import fit_temperature, predict_held_out, reliability
from training.compare import compare, load_scorer
from training.config import SMALL, TrainingConfig
from training.corpus import GOLD, extra_texts, gold_articles, gold_texts, page_folds, small_texts
from training.dataset import Example, load_examples, make_examples, test_fold, train_folds
from training.extra import compare as compare_extra
from training.pseudo_labels import Taught, load_taught
from training.results import record, write_comparison
from training.robust import robustness
from training.train import add_extra
from training.trainer import train_ensembles

FOLDS = "01234"
FIRST_SET = frozenset("defkm")
LAYOUTS = ("wrap", "single", "double", "crlf", "indent", "nbsp")

# spans, authors, published, updated
Prediction = tuple[list[dict[str, Any]], list[str], str | None, str | None]
Confusion = Mapping[str, Mapping[str, float]]  # gold label → predicted label ("-": none) → weight


def fold_weights(
    examples: Sequence[Example], config: TrainingConfig, folds: Iterable[int], taught: Taught | None = None
) -> dict[int, Weights]:
    """For each fold the weights that were not trained on it,
    each at the temperature that suits the other folds; `taught` are the examples of each fold's teacher.
    """
    folds = list(folds)
    sets = [
        [*train_folds(fold, examples), *train_folds(fold, taught[str(fold)] if taught else [])]
        for fold in folds
    ]
    trained = dict(zip(folds, train_ensembles(sets, config), strict=True))
    held = {fold: predict_held_out(test_fold(fold, examples), trained[fold]) for fold in folds}
    others = {fold: [text for other in folds if other != fold for text in held[other]] for fold in folds}
    temperatures = {fold: fit_temperature(others[fold] or held[fold]) for fold in folds}
    print("temperatures", temperatures)
    return {fold: msgspec.structs.replace(trained[fold], temperature=temperatures[fold]) for fold in folds}


class Evaluator:
    """The data's own scorer over the gold texts, each text parsed by the weights of its fold."""

    def __init__(self, weights: Mapping[int, Weights]) -> None:
        self.scorer = load_scorer("score_text")
        with open(GOLD, encoding="utf-8") as lines:
            self.rows = [row for row in map(json.loads, lines) if row["fold"] in weights]
        self.weights = weights

    def score(self, layout: str | None = None) -> tuple[dict[str, Any], Confusion, dict[str, Article]]:
        """The figures of one layout, its confusion table, and the answer to each text by its id."""
        answers: dict[str, Article] = {}
        rows = iter(self.rows)

        def predict(text: str) -> Prediction:  # the scorer asks for each row once, in their order
            row = next(rows)
            answers[row["id"]] = article(read_text(text), self.weights[row["fold"]])
            return prediction(answers[row["id"]])

        figures, confusion, _ = self.scorer.score(self.rows, predict, layout)
        return figures, confusion, answers


def by_group(
    evaluator: Evaluator, answers: Mapping[str, Article], group: Callable[[Mapping[str, Any]], str]
) -> dict[str, dict[str, Any]]:
    """The figures of the texts of each group, those with most texts first."""
    groups: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in evaluator.rows:
        groups[group(row)].append(row)
    found = {}
    for name, rows in sorted(groups.items(), key=lambda item: -len(item[1])):
        predictions = (prediction(answers[row["id"]]) for row in rows)
        figures, _, _ = evaluator.scorer.score(rows, partial(_next, predictions), None)
        found[name] = {
            "texts": len(rows),
            **{key: figures[key] for key in ("accuracy", "card_f1", "macro_f1")},
            **figures["documents"],
        }
        print(name, found[name])
    return found


def _next(predictions: Iterator[Prediction], text: str) -> Prediction:
    return next(predictions)


def set_of(row: Mapping[str, Any]) -> str:
    """The set that a gold text came with, by the letter of its id: the first 903 texts, or the added ones."""
    return "first" if row["id"][0] in FIRST_SET else "added"


def prediction(article: Article) -> Prediction:
    """An article as the scorer takes it."""

    def day(time: Any) -> str | None:
        return time.date[:10] if time and time.date else None

    spans = [{"start": span.start, "end": span.end, "label": span.label} for span in article.spans]
    authors = [author.name for author in article.byline.authors] if article.byline else []
    return spans, authors, day(article.published), day(article.updated)


def print_figures(figures: dict[str, Any], confusion: Confusion) -> None:
    """Print figures as the data's own scorer does."""
    for label, score in sorted(figures["labels"].items(), key=lambda item: -item[1]["gold"]):
        wrong = sorted(
            ((n, other) for other, n in confusion[label].items() if other != label and n >= 1), reverse=True
        )
        common = ", ".join(f"{other} {n:.0f}" for n, other in wrong[:4])
        print(
            f"{label:13} P {score['precision']:.3f}  R {score['recall']:.3f}  F1 {score['f1']:.3f}  of "
            f"{score['gold']:5.0f}   {common}"
        )
    print(
        f"accuracy {figures['accuracy']:.4f}  card F1 {figures['card_f1']:.4f}  macro F1 "
        f"{figures['macro_f1']:.4f}"
    )
    print(
        "documents: " + "  ".join(f"{name} {hits}/{n}" for name, (hits, n) in figures["documents"].items()),
        flush=True,
    )


def write_answers(path: Path, answers: Mapping[str, Article]) -> None:
    """Write answers as the scorer's --pred reads them, a line each."""
    keys = ("spans", "authors", "published", "updated")
    rows = (
        {"id": name, **dict(zip(keys, prediction(answer), strict=True))} for name, answer in answers.items()
    )
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")


def measure_pages(weights: Mapping[int, Weights]) -> None:
    """Write pages.json: every page judged by the weights of its fold, and by newsparse's peers."""
    folds = page_folds()
    write_comparison(
        compare(lambda page: article(read_page(page.html), weights[folds[page.id]]), unseen=True)
    )


def evaluate_extra(options: argparse.Namespace, config: TrainingConfig) -> None:
    """Print what the extra texts change: the folds are learned from without them and with them."""
    extra = [text for path in options.extra for text in extra_texts(path)]
    judged = small_texts() if options.small else gold_texts(gold_articles())
    examples = load_examples(judged if options.small else None)
    without = fold_weights(examples, config, map(int, options.folds))
    learned = fold_weights([*examples, *make_examples(extra)], config, map(int, options.folds))
    compare_extra(judged, extra, without, learned)


def main() -> None:
    options = _options()
    config = msgspec.structs.replace(SMALL if options.small else TrainingConfig(), **options.config)
    if options.extra:
        evaluate_extra(options, config)
        return
    weights = fold_weights(load_examples(), config, map(int, options.folds), load_taught())
    evaluator = Evaluator(weights)
    if options.pages:
        measure_pages(weights)
    figures, confusion, answers = evaluator.score()
    print_figures(figures, confusion)
    calibrated = reliability(evaluator.rows, [answers[row["id"]] for row in evaluator.rows])
    print(calibrated)
    steady = robustness(
        [text for text in gold_articles() if text.fold in weights],
        lambda text, changed: article(read_text(changed), weights[text.fold]).spans,
    )
    print("robustness: " + "  ".join(f"{name} {share}" for name, share in steady.items()))
    languages = by_group(evaluator, answers, lambda row: str(row["lang"]))
    sets = by_group(evaluator, answers, set_of)
    if options.keep:
        write_answers(options.keep, answers)
    if options.record:
        lost = {layout: figures["accuracy"] - evaluator.score(layout)[0]["accuracy"] for layout in LAYOUTS}
        print("accuracy lost: " + "  ".join(f"{layout} {loss:.4f}" for layout, loss in lost.items()))
        measured = {
            "confusion": confusion,
            "reliability": msgspec.to_builtins(calibrated),
            "lost": lost,
            "robustness": steady,
            "languages": languages,
            "sets": sets,
        }
        record(options.record, config, {**figures, **measured})


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--keep",
        type=Path,
        metavar="FILE",
        help="keep the out-of-fold answers there, as the scorer's --pred reads them",
    )
    parser.add_argument("--record", metavar="NOTE", help="add a row to history.csv and write figures.json")
    parser.add_argument(
        "--pages", action="store_true", help="measure pages too, beside the peers; some minutes more"
    )
    parser.add_argument(
        "--config",
        type=json.loads,
        default={},
        metavar="JSON",
        help="other hyper-parameters, as in '{\"epochs\": 3}'",
    )
    parser.add_argument("--folds", default=FOLDS, help="the folds to test")
    add_extra(parser)
    options = parser.parse_args()
    if options.extra and (options.record or options.keep):
        parser.error("--extra goes with neither --record nor --keep: it compares, and keeps nothing")
    if options.small and not options.extra:
        parser.error("--small goes with --extra")
    if options.pages and not options.record:
        parser.error("--pages goes with --record: pages.json has to be about the weights that ship")
    if options.record and options.folds != FOLDS:
        parser.error("--record takes all folds")
    return options


if __name__ == "__main__":
    main()
