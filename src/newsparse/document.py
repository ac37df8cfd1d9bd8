"""Source to Document: the one place where offsets are born.

A line is what stands between two line breaks of any kind; where the text was hard-wrapped at a column, the
lines of one paragraph are one Line, and `clean` joins them again.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import NamedTuple

import msgspec

_ZERO_WIDTH = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_SPACE = re.compile(r"\s+")
_WORD_BREAK = re.compile(r"(\w+)([-\u00ad\u2010])$")


class Line(NamedTuple):
    """`text[start:end]`, stripped: its row in the input from 0, the blank rows before it, its columns with the indentation."""

    start: int
    end: int
    row: int
    gap: int
    width: int


class Document(msgspec.Struct, frozen=True):
    """A text and its lines; `breaks` holds the offsets at which a hard-wrapped line goes on in the next row."""

    text: str
    lines: tuple[Line, ...]
    breaks: tuple[int, ...]

    def clean(self, start: int, end: int) -> str:
        """`text[start:end]` as one would read it: wraps joined, white space folded, invisible characters left out."""
        first, last = bisect_left(self.breaks, start), bisect_left(self.breaks, end)
        pieces = []
        for stop in self.breaks[first:last]:
            pieces.append(self.text[start:stop])
            start = stop
        pieces.append(self.text[start:end])
        joined = pieces[0].rstrip()
        for piece in pieces[1:]:
            joined = self._join(joined, piece.strip())
        return _SPACE.sub(" ", joined.translate(_ZERO_WIDTH)).strip()

    def _join(self, left: str, right: str) -> str:
        """Put a wrapped line behind the one before it; a hyphen stays where the text elsewhere writes one."""
        cut = _WORD_BREAK.search(left[-40:])
        if not cut or not right[:1].islower():
            return f"{left} {right}"
        tail = re.match(r"\w*", right)
        whole = cut[1] + (tail[0] if tail else "")
        if cut[2] == "\u00ad" or re.search(rf"\b{re.escape(whole)}\b", self.text):
            return left[:-1] + right
        return left + right


def lines(text: str) -> Document:
    """The Document of a text; lines of nothing but white space are gaps, not lines."""
    rows: list[Line] = []
    offset = gap = 0
    for row, raw in enumerate(text.splitlines(keepends=True)):
        kept = raw.strip()
        if kept:
            start = offset + raw.index(kept[0])
            rows.append(Line(start, start + len(kept), row, gap, len(raw.rstrip())))
            gap = 0
        else:
            gap += 1
        offset += len(raw)
    column = _wrap_column(text, rows)
    if column:
        return _unwrap(text, rows, column)
    return Document(text, tuple(rows), ())


def _wrap_column(text: str, rows: list[Line]) -> int:
    """The column at which the text was wrapped, or 0: hardly a line is longer, and many had no room for the next word."""
    widths = sorted(row.width for row in rows)
    running = [w for w in widths if w >= 36]
    if len(running) < 4:
        return 0
    typical = running[-1 - max(1, len(running) // 25)]  # a few may hold a word too long to wrap
    column = max(w for w in running if w <= typical + 4)
    pairs = [(a, b) for a, b in pairwise(rows) if b.gap == 0 and a.width >= 36]
    full = sum(a.width + 1 + _first_word(text, b) > column for a, b in pairs)
    return column if column <= 120 and full >= 3 and full >= 0.4 * len(pairs) else 0


def _first_word(text: str, line: Line) -> int:
    return len(text[line.start : line.end].split(None, 1)[0])


def _unwrap(text: str, rows: list[Line], column: int) -> Document:
    """Join each line to the one before it where that one had no room left for its first word."""
    joined = rows[:1]
    breaks: list[int] = []
    for previous, line in pairwise(rows):
        if line.gap == 0 and previous.width + 1 + _first_word(text, line) > column:
            breaks.append(line.start)
            joined[-1] = joined[-1]._replace(end=line.end)
        else:
            joined.append(line)
    return Document(text, tuple(joined), tuple(breaks))
