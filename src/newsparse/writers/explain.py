"""The view of an inspection: each part with its label, how sure it is, and the cues that decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from newsparse.article import Evidence, Inspection, Part
from newsparse.writers import FORMATS, View
from newsparse.writers.json import encode
from newsparse.writers.pretty import NARROW, columns, draw, plain
from newsparse.writers.printable import escaped

CLOSE = 0.8  # below this confidence the runner-up is worth naming
MAX_CUES = 6
LEFT = 23  # columns of line number, label and confidence
INDENT = 2  # columns, where these stand above


def write(inspection: Inspection, format: str, view: View) -> str:
    """The inspection as JSON or as lines to read: part by part what it is and why."""
    if FORMATS[format].is_json:
        article = msgspec.Raw(encode(inspection.article, view))
        raw = escaped(msgspec.json.encode({"parts": inspection.parts, "article": article}))
        return (raw if FORMATS[format].is_lines else msgspec.json.format(raw, indent=2)).decode() + "\n"
    made = _stacked if columns(view) < NARROW else _beside
    total = Text(f"confidence {inspection.article.confidence:.0%}", "dim")
    blocks: list[RenderableType] = [made(inspection.parts, view), total] if inspection.parts else [total]
    return draw(blocks, view)


def _beside(parts: Iterable[Part], view: View) -> Table:
    """Line number, label and confidence beside each part and what decided."""
    grid = Table.grid(padding=(0, 1))
    grid.add_column(justify="right", style="dim", width=4)
    grid.add_column(width=12)
    grid.add_column(justify="right", width=4)
    grid.add_column(ratio=1)
    for part in parts:
        verdict = _verdict(part, columns(view) - LEFT, view.names)
        grid.add_row(str(part.line), Text(part.label, "cyan"), _confidence(part), verdict)
    return grid


def _stacked(parts: Iterable[Part], view: View) -> Table:
    """The same above each part, where there is no room beside it."""
    grid = Table.grid()
    for part in parts:
        head = Text(" ").join([Text(str(part.line), "dim"), Text(part.label, "cyan"), _confidence(part)])
        grid.add_row(head)
        grid.add_row(Padding(_verdict(part, columns(view) - INDENT, view.names), (0, 0, 0, INDENT)))
    return grid


def _confidence(part: Part) -> Text:
    return Text(f"{part.confidence:.0%}", "yellow" if part.confidence < CLOSE else "dim")


def _verdict(part: Part, width: int, names: bool) -> Text:
    """The beginning of the part, and under it what spoke for and against its label."""
    text = plain(" ".join(part.text[:400].split()))
    text.truncate(width, overflow="ellipsis")
    text.stylize("bold")
    runner_up = [Text(f"or {part.runner_up}", "yellow")] if part.confidence < CLOSE else []
    return Text("\n").join([text, *runner_up, *_cues(part, width, names)])


def _cues(part: Part, width: int, names: bool) -> Iterator[Text]:
    """What decided, a cue in words for all that say the same; with their names, where these are asked for."""
    found = part.cues[:MAX_CUES]
    if names:
        return _rows((_weighed(cue, f"{cue.words} [{cue.cue}]") for cue in found), width)
    sums: dict[str, float] = {}
    for cue in found:
        sums[cue.words or cue.cue] = sums.get(cue.words or cue.cue, 0.0) + cue.weight
    return _rows((_weighed(Evidence(words, weight), words) for words, weight in sums.items()), width)


def _weighed(evidence: Evidence, words: str) -> Text:
    cue = plain(" ".join(words.split()))
    return cue.append(f" {evidence.weight:+.1f}", "green" if evidence.weight > 0 else "red")


def _rows(cues: Iterable[Text], width: int) -> Iterator[Text]:
    """Cues side by side, as many as fit a row."""
    row = Text()
    for cue in cues:
        if row and len(row) + 2 + len(cue) > width:
            yield row
            row = Text()
        row = Text("  ").join([row, cue]) if row else cue
    if row:
        yield row
