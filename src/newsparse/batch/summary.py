"""What a run found: an article in a line, all of them in a table for the terminal."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple, get_args

from newsparse.article import Article, Label
from newsparse.errors import printable

if TYPE_CHECKING:
    from rich.table import Table

SLOWEST = 3  # articles that are named


class Outline(NamedTuple):
    """What a run tells of an article: its name, how it was read, how sure it is, for each label how many
    spans it has and the sum of their confidence, and how many seconds it took.
    """

    name: str
    read_as: str
    confidence: float
    labels: dict[Label, tuple[int, float]]
    seconds: float

    def __str__(self) -> str:
        return f"{self.name}: {self.read_as}, confidence {self.confidence:.0%}"


def outline(article: Article, language: str, seconds: float) -> Outline:
    """The outline of an article that was read in a language."""
    labels: dict[Label, tuple[int, float]] = {}
    for span in article.spans:
        count, total = labels.get(span.label, (0, 0.0))
        labels[span.label] = count + 1, total + span.confidence
    source = article.source
    name = printable(source.path or "-") + ("" if source.index is None else f", article {source.index}")
    read_as = f"{source.format}, {source.encoding}" if source.encoding else source.format
    return Outline(name, f"{read_as}, language {language}", article.confidence, labels, seconds)


class Summary:
    """The articles of a run, counted."""

    def __init__(self) -> None:
        self._articles = 0
        self._confidence = 0.0
        self._having = Counter[Label]()
        self._spans = Counter[Label]()
        self._sums = dict.fromkeys(get_args(Label), 0.0)
        self._slowest: list[tuple[float, str]] = []

    def __bool__(self) -> bool:
        return self._articles > 0

    def add(self, found: Outline) -> None:
        """Count an article."""
        self._articles += 1
        self._confidence += found.confidence
        for label, (count, total) in found.labels.items():
            self._having[label] += 1
            self._spans[label] += count
            self._sums[label] += total
        self._slowest = sorted([*self._slowest, (found.seconds, found.name)], reverse=True)[:SLOWEST]

    def show(self) -> None:
        """Print it on standard error."""
        from rich.console import Console

        console = Console(stderr=True, highlight=False)
        console.print(self.table())
        for i, (seconds, name) in enumerate(self._slowest):
            console.print(
                f"{'slowest' if i == 0 else '':12} {seconds:.2f} s  {name}", markup=False, soft_wrap=True
            )

    def table(self) -> Table:
        """A row a label: how many articles have it, how many spans, and how sure they are."""
        from rich.table import Table

        table = Table(box=None, pad_edge=False, header_style="bold")
        table.add_column("label", min_width=12)
        for column in ("articles", "spans", "confidence"):
            table.add_column(column, justify="right")
        for label, total in self._sums.items():
            if count := self._spans[label]:
                table.add_row(label, f"{self._having[label]:,}", f"{count:,}", f"{total / count:.0%}")
        mean = f"{self._confidence / self._articles:.0%}"
        table.add_row("all", f"{self._articles:,}", f"{self._spans.total():,}", mean, style="bold")
        return table
