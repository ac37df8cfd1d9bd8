"""The view of an inspection: each part with its label, how sure it is, and the cues that decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from newsparse.article import Evidence, Inspection, Part
from newsparse.writers import View
from newsparse.writers.json import encode
from newsparse.writers.pretty import columns, draw, plain

CLOSE = 0.8  # below this confidence the runner-up is worth naming
MOST_CUES = 6
LEFT = 23  # columns of line number, label and confidence


def write(inspection: Inspection, form: str, view: View) -> str:
    """The inspection as JSON (json, jsonl) or as lines to read: part by part what it is and why."""
    if form in ("json", "jsonl"):
        raw = msgspec.json.encode({"parts": inspection.parts, "article": msgspec.Raw(encode(inspection.article, view))})
        return (msgspec.json.format(raw, indent=2) if form == "json" else raw).decode() + "\n"
    grid = Table.grid(padding=(0, 1))
    grid.add_column(justify="right", style="dim", width=4)
    grid.add_column(width=12)
    grid.add_column(justify="right", width=4)
    grid.add_column(ratio=1)
    for part in inspection.parts:
        grid.add_row(str(part.line), Text(part.label, "cyan"), _sureness(part), _told(part, max(columns(view) - LEFT, 16)))
    total = Text(f"confidence {inspection.article.confidence:.0%}", "dim")
    blocks: list[RenderableType] = [grid, total] if inspection.parts else [total]
    return draw(blocks, view)


def _sureness(part: Part) -> Text:
    return Text(f"{part.confidence:.0%}", "yellow" if part.confidence < CLOSE else "dim")


def _told(part: Part, width: int) -> Text:
    """The beginning of the part, and under it what spoke for and against its label."""
    text = plain(" ".join(part.text[:400].split()))
    text.truncate(width, overflow="ellipsis")
    text.stylize("bold")
    runner_up = [Text(f"or {part.runner_up}", "yellow")] if part.confidence < CLOSE else []
    return Text("\n").join([text, *runner_up, *_rows(map(_weighed, part.cues[:MOST_CUES]), width)])


def _weighed(evidence: Evidence) -> Text:
    cue = plain(" ".join(evidence.cue.split()), "dim")
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
