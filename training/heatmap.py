"""The confusion table as a heat map in SVG: docs/quality.svg."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from newsparse.segment.model import LABELS

MIN_SHARE = 0.01  # the share of a label's parts from which a confusion is shown
CELL, LEFT, TOP, RIGHT, BOTTOM = 30, 132, 122, 62, 14  # pixels
WHITE_TEXT_OPACITY = 0.9  # opacity from which a cell is dark enough for white text
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

Confusion = Mapping[str, Mapping[str, float]]  # gold label → predicted label ("-": none) → weight


def heatmap(confusion: Confusion) -> str:
    """The heat map: a row a gold label, its parts by predicted label, in hundredths of the row."""
    rows = [label for label in LABELS if sum(confusion.get(label, {}).values())]
    columns = [
        label for label in (*LABELS, "-") if label in rows or any(label in confusion[row] for row in rows)
    ]
    inner_width, inner_height = CELL * len(columns), CELL * len(rows)
    width, height = LEFT + inner_width + RIGHT, TOP + inner_height + BOTTOM
    size = f'width="{width}" height="{height}"'
    elements = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" {size} role="img">',
        "<title>Of the parts of each label, how many of a hundred got which label</title>",
        f"<style>{STYLE}\n</style>",
        f'<rect class="page" {size}/>',
        _text(LEFT + inner_width / 2, 18, "what newsparse says, of 100 parts", "axis", "middle"),
        _text(18, TOP + inner_height / 2, "what it is", "axis", "middle", rotation=-90),
        _text(width - 10, TOP - 8, "parts", "quiet", "end"),
    ]
    for j, label in enumerate(columns):
        elements.append(
            _text(LEFT + CELL * j + CELL / 2 + 4, TOP - 8, _name(label), "", "start", rotation=-60)
        )
    for i, label in enumerate(rows):
        middle = TOP + CELL * i + CELL / 2 + 4
        elements.append(_text(LEFT - 8, middle, label, "", "end"))
        elements += _cells(i, label, confusion[label], columns)
        elements.append(_text(width - 10, middle, f"{sum(confusion[label].values()):,.0f}", "quiet", "end"))
    elements.append(
        f'<rect class="grid" x="{LEFT}" y="{TOP}" width="{inner_width}" height="{inner_height}"/>'
    )
    return "\n".join([*elements, "</svg>"]) + "\n"


def _cells(i: int, label: str, predicted: Mapping[str, float], columns: Sequence[str]) -> Iterator[str]:
    """A row's cells; opacity is the root of the share, so that rare confusions show."""
    total = sum(predicted.values())
    for j, other in enumerate(columns):
        share = predicted.get(other, 0.0) / total
        if share < MIN_SHARE and other != label:
            continue
        x, y, opacity = LEFT + CELL * j, TOP + CELL * i, round(share**0.5, 2)
        kind = "right" if other == label else "wrong"
        style = "n on" if kind == "right" and opacity >= WHITE_TEXT_OPACITY else "n"
        title = f"<title>{label} called {_name(other)}: {100 * share:.1f} %</title>"
        size = f'x="{x}" y="{y}" width="{CELL}" height="{CELL}"'
        number = _text(x + CELL / 2, y + CELL / 2 + 4, f"{100 * share:.0f}", style, "middle")
        yield f'<g>{title}<rect class="{kind}" {size} fill-opacity="{opacity}"/>{number}</g>'


def _name(label: str) -> str:
    return "nothing" if label == "-" else label


def _text(x: float, y: float, text: str, style: str, anchor: str, rotation: int = 0) -> str:
    attributes = f' class="{style}"' if style else ""
    attributes += f' x="{x:g}" y="{y:g}" text-anchor="{anchor}"'
    if rotation:
        attributes += f' transform="rotate({rotation} {x:g} {y:g})"'
    return f"<text{attributes}>{escape(text)}</text>"
