"""Figures to docs: docs/quality.md, docs/quality.svg, and the sections on quality of README and model card.

All from figures.json, but for what the README says of pages: that is from pages.json.

    python -m training.report [--check]

--check writes nothing, and fails where a file is not what would be written.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

import msgspec

from newsparse.article import CARD
from newsparse.segment.model import LABELS
from training import peers
from training.calibration import Reliability

ROOT = Path(__file__).parents[1]
PAGES = Path("training", "results", "pages.json")
CARD_FILE = "src/newsparse/weights/README.md"
OPEN, CLOSE = "<!-- quality -->", "<!-- /quality -->"

DOCUMENTS = {
    "headline": "headline exactly right",
    "authors": "authors exactly right, where somebody is named",
    "noauthors": "no author given, where nobody is named",
    "published": "day of publication right, where one is printed",
    "updated": "day of the update right, where one is printed",
    "perfect": "all six card parts right to the character",
}
LAYOUTS = {
    "wrap": "wrapped at 72 columns",
    "single": "no blank lines",
    "double": "a blank line after every line",
    "crlf": "lines end in CRLF",
    "indent": "every line indented",
    "nbsp": "some spaces are no-break spaces",
}
TOLD = 0.01  # the share of a label's parts from which a confusion is worth naming
ABOUT = (
    "Every text was judged by weights that had seen no text of its publisher (five folds, by publisher). Its parts are the lines of raw"
    " article text, cut where two labels meet on one line, and every part weighs the same."
)

CELL, LEFT, TOP, RIGHT, BOTTOM = 30, 132, 122, 62, 14  # pixels of the picture
SURE = 0.9  # opacity from which a cell is dark enough for white
STYLE = """
text { font: 12px system-ui, sans-serif; fill: #1f2328 }
.n { font-size: 10px; text-anchor: middle }
.axis { font-weight: 600 }
.quiet { fill: #59636e }
.page { fill: #ffffff }
.grid { fill: none; stroke: #d1d9e0 }
.right { fill: #2f6fd0 }
.wrong { fill: #d4622a }
.on { fill: #ffffff }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3 }
  .quiet { fill: #9198a1 }
  .page { fill: #0d1117 }
  .grid { stroke: #3d444d }
  .on { fill: #ffffff }
}"""


class Score(msgspec.Struct, frozen=True):
    """How well a label does; `gold` is the weight of its parts."""

    precision: float
    recall: float
    f1: float
    gold: float


class Point(msgspec.Struct, frozen=True):
    """What weights reach that learned from a share of the publishers."""

    share: float
    publishers: int
    accuracy: float
    card_f1: float
    macro_f1: float


class Figures(msgspec.Struct, frozen=True):
    """figures.json, as far as it is shown. `confusion` is gold → said ("-": nothing) → weight; `lost` is accuracy by layout."""

    note: str
    weights: str
    data: str
    recipe: dict[str, Any]
    accuracy: float
    card_f1: float
    macro_f1: float
    labels: dict[str, Score]
    documents: dict[str, tuple[int, int]]
    confusion: dict[str, dict[str, float]]
    reliability: Reliability
    lost: dict[str, float]
    curve: tuple[Point, ...] = ()


def outputs(root: Path) -> dict[Path, str]:
    """Each file that the figures of a project decide, and what is to stand in it."""
    figures = msgspec.json.decode((root / "training" / "results" / "figures.json").read_bytes(), type=Figures)
    front, model = root / "README.md", root / CARD_FILE
    return {
        root / "docs" / "quality.md": page(figures),
        root / "docs" / "quality.svg": picture(figures.confusion),
        front: placed(front.read_text("utf-8"), f"{summary(figures)}\n\n{saved(peers.read(root / PAGES))}"),
        model: placed(model.read_text("utf-8"), card(figures)),
    }


def placed(text: str, section: str) -> str:
    """The text with a section between its marks. Raises ValueError where it hasn't got both, once, in order."""
    before, opened, rest = text.partition(OPEN)
    within, closed, after = rest.partition(CLOSE)
    if not closed or OPEN in within + after or CLOSE in before + after:
        raise ValueError(f"not one {OPEN} and, behind it, one {CLOSE}")
    return f"{before}{opened}\n{section}\n{closed}{after}"


def summary(figures: Figures) -> str:
    """The README's section: the whole, the six card parts, and what is weakest."""
    rest = sorted(figures.labels.items(), key=lambda item: item[1].f1)
    weakest = "; ".join(f"`{label}` ({one.f1:.2f}{_taken(figures.confusion[label], label)})" for label, one in rest[:4])
    paragraphs = [
        f"{ABOUT} {_size(figures)} [docs/quality.md](docs/quality.md) holds every label.",
        _documents(figures),
        _table(("Card part", "precision", "recall", "F1"), ((f"`{k}`", *_three(one)) for k, one in _ranked(figures) if k in CARD)),
        f"Weakest, by F1: {weakest}.",
        _honesty(figures.reliability),
    ]
    return "\n\n".join(filter(None, paragraphs))


def saved(found: peers.Comparison) -> str:
    """The README's words on saved pages, and newsparse beside its peers there."""
    versions = ", ".join(f"{name} {version}" for name, version in found.versions.items())
    knew = "had seen no page of its publisher" if found.unseen else "may have learned from its publisher, so this is no promise for others"
    told = (
        f"Saved pages: {found.pages['wcxb']:,} article pages of the WCXB benchmark and {found.pages['fundus']:,} news pages in"
        f" several languages, each read by {versions} and newsparse in one run, on one core. newsparse's weights for a page {knew}."
    )
    return f"{told}\n\n{_table(peers.head(found), peers.rows(found))}"


def card(figures: Figures) -> str:
    """The model card's section: the whole, every label, and whether confidence is honest."""
    sections = [
        f"{ABOUT} {_size(figures)}",
        _documents(figures),
        _labels(figures),
        _honesty(figures.reliability),
        _table(("Spans", "said to be sure", "right"), _reliability(figures.reliability)),
        f"{figures.note}\n\n- weights: sha256 `{figures.weights}`\n- recipe: {_recipe(figures.recipe)}",
    ]
    return "\n\n".join(filter(None, sections))


def _labels(figures: Figures) -> str:
    rows = [(f"`{k}`", *_three(one), f"{one.gold:,.0f}", _confused(figures.confusion[k], k)) for k, one in _ranked(figures)]
    return _table(("Label", "precision", "recall", "F1", "parts", "taken for"), rows)


def page(figures: Figures) -> str:
    """docs/quality.md."""
    losses = [(LAYOUTS.get(name, name), f"{round(loss, 3) + 0.0:.3f}") for name, loss in figures.lost.items()]
    sections = [
        "# Quality",
        "This page is written by `python -m training.report` from `training/results/figures.json`,"
        " which `python -m training.evaluate` makes.",
        f"{ABOUT} {_size(figures)}",
        "## As a whole",
        _documents(figures),
        "## By label",
        "*Parts* is how many the texts hold; *taken for* is what the rest of them was called, from 1 % up.",
        _labels(figures),
        "![Of the parts of each label, how many got which](quality.svg)",
        "## Layouts",
        "The same texts, laid out in other ways, and the accuracy that each way costs.",
        _table(("Layout", "accuracy lost"), losses),
        "## Confidence",
        "How sure the spans are said to be, and how many of them are right; one that is right in part counts in part.",
        _honesty(figures.reliability),
        _table(("Spans", "said to be sure", "right"), _reliability(figures.reliability)),
        *_curve(figures.curve),
        "## What was measured",
        f"{figures.note}\n\n- weights: sha256 `{figures.weights}`\n- data: sha256 `{figures.data}`\n- recipe: {_recipe(figures.recipe)}",
    ]
    return "\n\n".join(filter(None, sections)) + "\n"


def _size(figures: Figures) -> str:
    parts = sum(one.gold for one in figures.labels.values())
    return f"{figures.documents['perfect'][1]:,} articles and {parts:,.0f} parts were judged."


def _documents(figures: Figures) -> str:
    rows = [
        ("accuracy: parts with the right label", _percent(figures.accuracy)),
        ("card F1: mean F1 of the six card parts", f"{figures.card_f1:.3f}"),
        ("macro F1: mean F1 of all labels", f"{figures.macro_f1:.3f}"),
    ]
    for name, told in DOCUMENTS.items():
        hits, n = figures.documents[name]
        if n:
            rows.append((told, f"{_percent(hits / n)} of {n:,} articles"))
    return _table(("What", "reached"), rows)


def _ranked(figures: Figures) -> list[tuple[str, Score]]:
    """The labels, the best first."""
    return sorted(figures.labels.items(), key=lambda item: -item[1].f1)


def _three(one: Score) -> tuple[str, str, str]:
    return f"{one.precision:.3f}", f"{one.recall:.3f}", f"{one.f1:.3f}"


def _mistakes(said: Mapping[str, float], label: str) -> list[tuple[str, float]]:
    """The wrong labels that parts of a label got, with their shares, the commonest first."""
    whole = sum(said.values())
    found = ((other, weight / whole) for other, weight in said.items() if other != label and weight >= TOLD * whole)
    return sorted(found, key=lambda item: (-item[1], item[0]))


def _confused(said: Mapping[str, float], label: str) -> str:
    return ", ".join(f"{_named(other)} {_percent(share, 0)}" for other, share in _mistakes(said, label)[:4])


def _taken(said: Mapping[str, float], label: str) -> str:
    others = [_named(other) for other, _ in _mistakes(said, label)[:2]]
    return f", taken for {' or '.join(others)}" if others else ""


def _named(label: str) -> str:
    return "nothing" if label == "-" else f"`{label}`"


def _honesty(found: Reliability) -> str:
    n, _, right = found.rows[-1]
    sure = f"Of the {n:,} spans said to be at least 90 % sure, {_percent(right)} are right. " if n else ""
    error = f"{found.error:.3f} on average for spans, by {found.article_error:.3f} for articles"
    return f"{sure}Confidence is off by {error} (expected calibration error)."


def _reliability(found: Reliability) -> Iterator[tuple[str, str, str]]:
    return ((f"{n:,}", _percent(said), _percent(right)) for n, said, right in found.rows if n)


def _curve(points: Sequence[Point]) -> list[str]:
    if not points:
        return []
    rows = [(f"{p.publishers:,}", _percent(p.share, 0), f"{p.accuracy:.3f}", f"{p.card_f1:.3f}", f"{p.macro_f1:.3f}") for p in points]
    told = (
        "What the same recipe reaches, on two of the five folds, when it learns from some of the publishers only; an article that was"
        " written for training is a publisher of its own."
    )
    return ["## Learning curve", told, _table(("Publishers", "share", "accuracy", "card F1", "macro F1"), rows)]


def _recipe(recipe: Mapping[str, Any]) -> str:
    return ", ".join(f"{name} {value}" for name, value in recipe.items())


def _percent(share: float, digits: int = 1) -> str:
    return f"{100 * share:.{digits}f} %"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; what is behind the first column stands to the right where it is a number."""
    told = list(rows)
    numbers = [bool(told) and all(row[i][:1].isdigit() or row[i][:1] == "-" for row in told) for i in range(len(head))]
    rule = ["--:" if number and i else "---" for i, number in enumerate(numbers)]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *told))


def picture(confusion: Mapping[str, Mapping[str, float]]) -> str:
    """A heat map of the confusion: a row a label, normalised, its parts by what they were called."""
    rows = [label for label in LABELS if sum(confusion.get(label, {}).values())]
    columns = [label for label in (*LABELS, "-") if label in rows or any(label in confusion[row] for row in rows)]
    wide, high = CELL * len(columns), CELL * len(rows)
    width, height = LEFT + wide + RIGHT, TOP + high + BOTTOM
    drawn = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img">',
        "<title>Of the parts of each label, how many of a hundred got which label</title>",
        f"<style>{STYLE}\n</style>",
        f'<rect class="page" width="{width}" height="{height}"/>',
        _text(LEFT + wide / 2, 18, "what newsparse says, of 100 parts", "axis", "middle"),
        _text(18, TOP + high / 2, "what it is", "axis", "middle", turned=-90),
        _text(width - 10, TOP - 8, "parts", "quiet", "end"),
    ]
    for j, label in enumerate(columns):
        drawn.append(_text(LEFT + CELL * j + CELL / 2 + 4, TOP - 8, "nothing" if label == "-" else label, "", "start", turned=-60))
    for i, label in enumerate(rows):
        middle = TOP + CELL * i + CELL / 2 + 4
        drawn.append(_text(LEFT - 8, middle, label, "", "end"))
        drawn += _cells(i, label, confusion[label], columns)
        drawn.append(_text(width - 10, middle, f"{sum(confusion[label].values()):,.0f}", "quiet", "end"))
    drawn.append(f'<rect class="grid" x="{LEFT}" y="{TOP}" width="{wide}" height="{high}"/>')
    return "\n".join([*drawn, "</svg>"]) + "\n"


def _cells(i: int, label: str, said: Mapping[str, float], columns: Sequence[str]) -> Iterator[str]:
    """A row's cells: the root of the share is how strong the colour is, so that rare confusions show."""
    whole = sum(said.values())
    for j, other in enumerate(columns):
        share = said.get(other, 0.0) / whole
        if share < TOLD and other != label:
            continue
        x, y, strength = LEFT + CELL * j, TOP + CELL * i, round(share**0.5, 2)
        kind = "right" if other == label else "wrong"
        told = f"<title>{label} called {'nothing' if other == '-' else other}: {_percent(share)}</title>"
        number = _text(
            x + CELL / 2, y + CELL / 2 + 4, f"{100 * share:.0f}", "n on" if kind == "right" and strength >= SURE else "n", "middle"
        )
        yield f'<g>{told}<rect class="{kind}" x="{x}" y="{y}" width="{CELL}" height="{CELL}" fill-opacity="{strength}"/>{number}</g>'


def _text(x: float, y: float, text: str, kind: str, anchor: str, turned: int = 0) -> str:
    named = f' class="{kind}"' if kind else ""
    turn = f' transform="rotate({turned} {x:g} {y:g})"' if turned else ""
    return f'<text{named} x="{x:g}" y="{y:g}" text-anchor="{anchor}"{turn}>{escape(text)}</text>'


def main(args: Sequence[str] | None = None, root: Path = ROOT) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 where a file is not what would be written")
    asked = parser.parse_args(args)
    old = [(path, text) for path, text in outputs(root).items() if not path.exists() or path.read_text("utf-8") != text]
    for path, text in old:
        if asked.check:
            print(f"{path.relative_to(root)} is not what the figures say: run python -m training.report", file=sys.stderr)
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8")
    if asked.check and old:
        sys.exit(1)


if __name__ == "__main__":
    main()
