"""Figures to docs: docs/quality.md, docs/quality.svg, and the sections on quality of README and model card.

All from figures.json, but for what the README says of pages: that is from pages.json.

    python -m training.report [--check]

--check writes nothing, and fails where a file is not what would be written.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from newsparse.article import CARD
from training.calibration import Reliability
from training.heatmap import MIN_SHARE, heatmap
from training.results import Comparison, comparison_columns, comparison_rows, read_comparison

ROOT = Path(__file__).parents[1]
MODEL_CARD = "src/newsparse/weights/README.md"
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
CHANGES = {
    "box-end": "lines of body lost behind a box of furniture before the last one",
    "box-middle": "the same in the middle",
    "box-in": "boxes taken for body",
    "opener": "opening sentences with a date or a dash that are not wholly body",
    "short": "lines right where only the top and three paragraphs are kept",
    "headless": "lines right where only the body is kept",
}
SETS = {"first": "the first 903 texts", "added": "the 1,109 added later"}
METHOD = (
    "Every text was judged by weights that had seen no text of its publisher (five folds, by publisher). "
    "Its parts are the"
    " lines of raw article text, cut where two labels meet on one line, and every part weighs the same."
)
CURVE = (
    "What the same configuration reaches, on two of the five folds, when it learns from some of the "
    "publishers only; an article"
    " that was written for training is a publisher of its own."
)


class Score(msgspec.Struct, frozen=True):
    """The scores of a label; `gold` is the weight of its parts."""

    precision: float
    recall: float
    f1: float
    gold: float


class Group(msgspec.Struct, frozen=True):
    """The figures of some of the texts; right answers of how many documents."""

    texts: int
    accuracy: float
    card_f1: float
    headline: tuple[int, int]
    authors: tuple[int, int]
    published: tuple[int, int]
    perfect: tuple[int, int]


class Point(msgspec.Struct, frozen=True):
    """What weights reach that were trained on a share of the publishers."""

    share: float
    publishers: int
    accuracy: float
    card_f1: float
    macro_f1: float


class Figures(msgspec.Struct, frozen=True):
    """figures.json, as far as it is shown. `confusion` is gold → predicted ("-": none) → weight;
    `lost` is accuracy by layout.
    """

    note: str
    weights: str
    data: str
    config: dict[str, Any]
    accuracy: float
    card_f1: float
    macro_f1: float
    labels: dict[str, Score]
    documents: dict[str, tuple[int, int]]
    confusion: dict[str, dict[str, float]]
    reliability: Reliability
    lost: dict[str, float]
    robustness: dict[str, float] = {}
    languages: dict[str, Group] = {}
    sets: dict[str, Group] = {}
    curve: tuple[Point, ...] = ()


def outputs(root: Path) -> dict[Path, str]:
    """Each file that the figures of a project decide, and its content."""
    results = root / "training" / "results"
    figures = msgspec.json.decode((results / "figures.json").read_bytes(), type=Figures)
    comparison = read_comparison(results / "pages.json")
    readme, card = root / "README.md", root / MODEL_CARD
    section = f"{readme_section(figures)}\n\n{pages_section(comparison)}"
    return {
        root / "docs" / "quality.md": quality_page(figures),
        root / "docs" / "quality.svg": heatmap(figures.confusion),
        readme: replace_section(readme.read_text("utf-8"), section),
        card: replace_section(card.read_text("utf-8"), model_card(figures)),
    }


def replace_section(text: str, section: str) -> str:
    """The text with a section between its marks. Raises ValueError where it hasn't got both, once,
    in order.
    """
    before, opened, rest = text.partition(OPEN)
    within, closed, after = rest.partition(CLOSE)
    if not closed or OPEN in within + after or CLOSE in before + after:
        raise ValueError(f"not one {OPEN} and, behind it, one {CLOSE}")
    return f"{before}{opened}\n{section}\n{closed}{after}"


def readme_section(figures: Figures) -> str:
    """The README's section: the totals, the six card parts, and the weakest labels."""
    weakest = "; ".join(
        f"`{label}` ({score.f1:.2f}{_taken_for(figures.confusion[label], label)})"
        for label, score in _ranked(figures)[:-5:-1]
    )
    card_parts = ((f"`{label}`", *_scores(score)) for label, score in _ranked(figures) if label in CARD)
    return _sections(
        f"{METHOD} {_size(figures)} [docs/quality.md](docs/quality.md) holds every label.",
        _documents(figures),
        _table(("Card part", "precision", "recall", "F1"), card_parts),
        f"Weakest, by F1: {weakest}.",
        calibration_line(figures.reliability),
    )


def pages_section(comparison: Comparison) -> str:
    """The README's section on saved pages: newsparse beside its peers."""
    versions = ", ".join(f"{name} {version}" for name, version in comparison.versions.items())
    if comparison.unseen:
        training = "had seen no page of its publisher"
    else:
        training = "may have learned from its publisher, so this is no promise for others"
    method = (
        f"Saved pages: {comparison.pages['wcxb']:,} article pages of the WCXB benchmark and"
        f" {comparison.pages['fundus']:,} news pages in several languages, each read by {versions} and "
        "newsparse in one run,"
        f" on one core. newsparse's weights for a page {training}."
    )
    return _sections(method, _table(comparison_columns(comparison), comparison_rows(comparison)))


def model_card(figures: Figures) -> str:
    """The model card's section: the totals, every label, and the calibration."""
    return _sections(
        f"{METHOD} {_size(figures)}",
        _documents(figures),
        _labels(figures),
        calibration_line(figures.reliability),
        _reliability(figures.reliability),
        f"{figures.note}\n\n- weights: sha256 `{figures.weights}`\n- config: {_config(figures.config)}",
    )


def quality_page(figures: Figures) -> str:
    """docs/quality.md."""
    losses = [(LAYOUTS.get(name, name), f"{round(loss, 3) + 0.0:.3f}") for name, loss in figures.lost.items()]
    page = _sections(
        "# Quality",
        "This page is written by `python -m training.report` from `training/results/figures.json`,"
        " which `python -m training.evaluate` makes.",
        f"{METHOD} {_size(figures)}",
        "## As a whole",
        _documents(figures),
        "## By label",
        "*Parts* is how many the texts hold; *taken for* is what the rest of them was called, from 1 % up.",
        _labels(figures),
        "![Of the parts of each label, how many got which](quality.svg)",
        "## Layouts",
        "The same texts, laid out in other ways, and the accuracy that each way costs.",
        _table(("Layout", "accuracy lost"), losses),
        *_robustness(figures.robustness),
        *_groups("## By set", SETS, figures.sets),
        *_groups("## By language", {}, figures.languages),
        "## Confidence",
        (
            "The confidence of the spans, and how many of them are right; one that is right in part "
            "counts in "
            "part."
        ),
        calibration_line(figures.reliability),
        _reliability(figures.reliability),
        _curve(figures.curve),
        "## What was measured",
        (
            f"{figures.note}\n\n- weights: sha256 `{figures.weights}`\n- data: sha256 `{figures.data}`\n- "
            f"config: {_config(figures.config)}"
        ),
    )
    return page + "\n"


def calibration_line(reliability: Reliability) -> str:
    """What confidence is worth, in a sentence or two."""
    n, _, right = reliability.rows[-1]
    highest = (
        f"Of the {n:,} spans with a confidence of 90 % or more, {_percent(right)} are right. " if n else ""
    )
    errors = f"{reliability.error:.3f} on average for spans, by {reliability.article_error:.3f} for articles"
    return f"{highest}Confidence is off by {errors} (expected calibration error)."


def _size(figures: Figures) -> str:
    parts = sum(score.gold for score in figures.labels.values())
    return f"{figures.documents['perfect'][1]:,} articles and {parts:,.0f} parts were judged."


def _documents(figures: Figures) -> str:
    rows = [
        ("accuracy: parts with the right label", _percent(figures.accuracy)),
        ("card F1: mean F1 of the six card parts", f"{figures.card_f1:.3f}"),
        ("macro F1: mean F1 of all labels", f"{figures.macro_f1:.3f}"),
    ]
    for name, what in DOCUMENTS.items():
        hits, n = figures.documents[name]
        if n:
            rows.append((what, f"{_percent(hits / n)} of {n:,} articles"))
    return _table(("What", "reached"), rows)


def _robustness(shares: Mapping[str, float]) -> Iterator[str]:
    """What changes of the answer where a text is changed in a way that must not matter."""
    if shares:
        yield "## Steadiness"
        yield "Every third text, changed in a way that must not matter."
        yield _table(
            ("Change", "share"), [(CHANGES.get(name, name), f"{shares[name]:.3f}") for name in shares]
        )


def _groups(heading: str, names: Mapping[str, str], groups: Mapping[str, Group]) -> Iterator[str]:
    """The figures of groups of texts, a row each."""
    if groups:
        yield heading
        head = ("", "texts", "accuracy", "card F1", "headline", "authors", "published", "all card parts")
        yield _table(head, [(names.get(name, f"`{name}`"), *_group(group)) for name, group in groups.items()])


def _group(group: Group) -> Iterator[str]:
    yield from (str(group.texts), f"{group.accuracy:.3f}", f"{group.card_f1:.3f}")
    for right, total in (group.headline, group.authors, group.published, group.perfect):
        yield f"{right} of {total}" if total else "-"


def _labels(figures: Figures) -> str:
    rows = [
        (f"`{label}`", *_scores(score), f"{score.gold:,.0f}", _confusions(figures.confusion[label], label))
        for label, score in _ranked(figures)
    ]
    return _table(("Label", "precision", "recall", "F1", "parts", "taken for"), rows)


def _ranked(figures: Figures) -> list[tuple[str, Score]]:
    """The labels, the best first."""
    return sorted(figures.labels.items(), key=lambda item: -item[1].f1)


def _scores(score: Score) -> tuple[str, str, str]:
    return f"{score.precision:.3f}", f"{score.recall:.3f}", f"{score.f1:.3f}"


def _mistakes(predicted: Mapping[str, float], label: str) -> list[tuple[str, float]]:
    """The wrong labels that parts of a label got, with their shares, the commonest first."""
    total = sum(predicted.values())
    wrong = (
        (other, weight / total)
        for other, weight in predicted.items()
        if other != label and weight >= MIN_SHARE * total
    )
    return sorted(wrong, key=lambda item: (-item[1], item[0]))


def _confusions(predicted: Mapping[str, float], label: str) -> str:
    return ", ".join(
        f"{_code(other)} {_percent(share, 0)}" for other, share in _mistakes(predicted, label)[:4]
    )


def _taken_for(predicted: Mapping[str, float], label: str) -> str:
    others = [_code(other) for other, _ in _mistakes(predicted, label)[:2]]
    return f", taken for {' or '.join(others)}" if others else ""


def _code(label: str) -> str:
    return "nothing" if label == "-" else f"`{label}`"


def _reliability(reliability: Reliability) -> str:
    rows = ((f"{n:,}", _percent(mean), _percent(right)) for n, mean, right in reliability.rows if n)
    return _table(("Spans", "confidence", "right"), rows)


def _curve(points: Sequence[Point]) -> str:
    if not points:
        return ""
    rows = [
        (
            f"{p.publishers:,}",
            _percent(p.share, 0),
            f"{p.accuracy:.3f}",
            f"{p.card_f1:.3f}",
            f"{p.macro_f1:.3f}",
        )
        for p in points
    ]
    table = _table(("Publishers", "share", "accuracy", "card F1", "macro F1"), rows)
    return _sections("## Learning curve", CURVE, table)


def _config(config: Mapping[str, Any]) -> str:
    return ", ".join(f"{name} {value}" for name, value in config.items())


def _percent(share: float, digits: int = 1) -> str:
    return f"{100 * share:.{digits}f} %"


def _sections(*sections: str) -> str:
    return "\n\n".join(filter(None, sections))


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; columns of numbers, but for the first, are set to the right."""
    rows = list(rows)
    rule = [
        "--:" if i and rows and all(_is_number(row[i]) for row in rows) else "---"
        for i in range(len(columns))
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in (columns, rule, *rows))


def _is_number(cell: str) -> bool:
    return cell[:1].isdigit() or cell[:1] == "-"


def stale_files(root: Path) -> Iterator[tuple[Path, str]]:
    """The files that are not what the figures say, and their new content."""
    for path, text in outputs(root).items():
        if not path.exists() or path.read_text("utf-8") != text:
            yield path, text


def main(args: Sequence[str] | None = None, root: Path = ROOT) -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit 1 where a file is not what would be written"
    )
    options = parser.parse_args(args)
    stale = list(stale_files(root))
    for path, text in stale:
        if options.check:
            print(
                f"{path.relative_to(root)} is not what the figures say: run python -m training.report",
                file=sys.stderr,
            )
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8")
    if options.check and stale:
        sys.exit(1)


if __name__ == "__main__":
    main()
