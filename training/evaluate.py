"""Cross-validate: each text of dev.jsonl, and each page of html/dev.jsonl, is judged by weights that saw none of its publishers.

    python -m training.evaluate [--keep FILE] [--record NOTE] [--pages]

Prints the data's own table, what each other layout of the same texts costs, and whether confidence is honest. --record adds a row to
history.csv and writes figures.json, which the gate, the model card and the docs read; --pages measures pages too, beside newsparse's
peers, and writes pages.json.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import msgspec

from newsparse.article import Article
from newsparse.pipeline import article
from newsparse.readers.html import read_page
from newsparse.readers.text import read_text
from newsparse.segment.model import Weights
from training import calibration, peers
from training.compare import compare
from training.config import Recipe
from training.corpus import DEV, SHARED, Labelled, Truth, dev, page_folds, pages, truths, written
from training.dataset import Example, examples
from training.results import record
from training.trainer import learn

LAYOUTS = ("wrap", "single", "double", "crlf", "indent", "nbsp")

Parse = Callable[[str], Article]
Said = tuple[list[dict[str, Any]], list[str], str | None, str | None]


def labelled(rows: Sequence[Truth]) -> list[Labelled]:
    """All texts to learn from, dev.jsonl first."""
    return [*dev(rows), *pages(), *written()]


def everything() -> list[Example]:
    """All there is to learn from: the labelled texts, and the pages of those that have one."""
    texts = labelled(truths())
    return examples(texts, [one for one in texts if one.page])


def without(fold: int, given: Sequence[Example]) -> list[Example]:
    """All that shares no publisher with a fold."""
    return [one for one in given if one.fold != fold and fold not in one.folds]


def judged(fold: int, given: Sequence[Example]) -> list[Example]:
    """The texts of a fold."""
    return [one for one in given if one.folds == (fold,) and not one.is_page]


def fold_weights(given: Sequence[Example], recipe: Recipe, folds: Iterable[int]) -> dict[int, Weights]:
    """For each fold the weights that never saw it; each at the temperature that suits the other folds."""
    folds = list(folds)
    learned = dict(zip(folds, learn([without(fold, given) for fold in folds], recipe), strict=True))
    held = {fold: calibration.held_out(judged(fold, given), learned[fold]) for fold in folds}
    others = {fold: [one for other in folds if other != fold for one in held[other]] for fold in folds}
    warmth = {fold: calibration.temperature(others[fold] or held[fold]) for fold in folds}
    print("temperatures", warmth)
    return {fold: msgspec.structs.replace(learned[fold], temperature=warmth[fold]) for fold in folds}


class Bench:
    """The data's own scorer over dev.jsonl, each text parsed by the weights of its fold."""

    def __init__(self, weights: Mapping[int, Weights]) -> None:
        spec = spec_from_file_location("score_text", SHARED / "bench" / "score_text.py")
        assert spec
        assert spec.loader
        self.scorer = module_from_spec(spec)
        spec.loader.exec_module(self.scorer)
        with open(DEV, encoding="utf-8") as lines:
            self.rows = [row for row in map(json.loads, lines) if row["fold"] in weights]
        self.weights = weights

    def score(self, layout: str | None, told: list[dict[str, Any]]) -> tuple[dict[str, Any], dict[str, dict[str, float]]]:
        """Figures and confusion table (gold × said) of one layout; `told` receives the answers."""
        folds = {self.scorer.degrade(row["text"], row["spans"], layout)[0]: (row["id"], row["fold"]) for row in self.rows}

        def predict(text: str) -> Said:
            name, fold = folds[text]
            answer = article(read_text(text), self.weights[fold])
            told.append({"id": name, "article": answer})
            return _said(answer)

        figures, table, _ = self.scorer.score(self.rows, predict, layout)
        return figures, table


def _said(article: Article) -> Said:
    def day(time: Any) -> str | None:
        return time.date[:10] if time and time.date else None

    marks = [{"start": span.start, "end": span.end, "label": span.label} for span in article.spans]
    return marks, [author.name for author in article.byline.authors] if article.byline else [], day(article.published), day(article.updated)


def show(figures: dict[str, Any], table: Mapping[str, Mapping[str, float]]) -> None:
    """Print figures as the data's own scorer does."""
    for label, one in sorted(figures["labels"].items(), key=lambda item: -item[1]["gold"]):
        confused = sorted(((n, other) for other, n in table[label].items() if other != label and n >= 1), reverse=True)[:4]
        wrong = ", ".join(f"{other} {n:.0f}" for n, other in confused)
        print(f"{label:13} P {one['precision']:.3f}  R {one['recall']:.3f}  F1 {one['f1']:.3f}  of {one['gold']:5.0f}   {wrong}")
    print(f"accuracy {figures['accuracy']:.4f}  card F1 {figures['card_f1']:.4f}  macro F1 {figures['macro_f1']:.4f}")
    print("documents: " + "  ".join(f"{name} {hits}/{n}" for name, (hits, n) in figures["documents"].items()), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keep", type=Path, metavar="FILE", help="keep the out-of-fold answers there, as the scorer's --pred reads them")
    parser.add_argument("--record", metavar="NOTE", help="add a row to history.csv and write figures.json")
    parser.add_argument("--pages", action="store_true", help="measure pages too, beside the peers; some minutes more")
    parser.add_argument("--recipe", type=json.loads, default={}, metavar="JSON", help="change the recipe, as in '{\"epochs\": 3}'")
    parser.add_argument("--folds", default="01234", help="the folds to judge")
    asked = parser.parse_args()
    if asked.pages and not asked.record:
        parser.error("--pages goes with --record: pages.json is to tell of the weights that ship")
    if asked.record and asked.folds != "01234":
        parser.error("--record takes all folds")
    recipe = msgspec.structs.replace(Recipe(), **asked.recipe)
    weights = fold_weights(everything(), recipe, map(int, asked.folds))
    bench = Bench(weights)
    if asked.pages:
        measure_pages(weights)
    told: list[dict[str, Any]] = []
    figures, table = bench.score(None, told)
    show(figures, table)
    sure = calibration.reliability(bench.rows, [one["article"] for one in told])
    print(sure)
    if asked.keep:
        asked.keep.write_text("".join(map(_line, told)), "utf-8")
    if asked.record:
        lost = {layout: figures["accuracy"] - bench.score(layout, [])[0]["accuracy"] for layout in LAYOUTS}
        print("accuracy lost: " + "  ".join(f"{layout} {loss:.4f}" for layout, loss in lost.items()))
        record(asked.record, recipe, {**figures, "confusion": table, "reliability": msgspec.to_builtins(sure), "lost": lost})


def measure_pages(weights: Mapping[int, Weights]) -> None:
    """Write pages.json: every page judged by the weights of its fold, and by newsparse's peers."""
    folds = page_folds()
    peers.write(compare(lambda page: article(read_page(page.html), weights[folds[page.id]]), unseen=True))


def _line(one: dict[str, Any]) -> str:
    marks, authors, published, updated = _said(one["article"])
    return json.dumps({"id": one["id"], "spans": marks, "authors": authors, "published": published, "updated": updated}) + "\n"


if __name__ == "__main__":
    main()
