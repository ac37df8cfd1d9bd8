"""Source to Document: the one place where offsets are made.

A line is what stands between two line breaks of any kind; where the text was hard-wrapped at a column, the
lines of one paragraph are one Line, and `clean` joins them again.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

import msgspec

from newsparse.languages.patterns import SegmentPatterns
from newsparse.regex import lazy

# columns at which a text may have been wrapped: a narrow newsletter, a wide editor
NARROWEST, WIDEST = 36, 120

# joiners belong in other scripts and emoji
_INVISIBLE = lazy("[\u00ad\u200b\u2060\ufeff]|[\u200c\u200d](?=[\0-\u024f]|$)")
_FIRST_WORD = lazy(r"[^ \t]*")
_WORD = lazy(r"\w+")
_HYPHENATED = lazy(r"(?<!\w)(\w++)[-\u00ad\u2010]$")
_SENTENCE_END = lazy(r"[.!?…:][\"'”’)\]]*$")
_ITEM = lazy(r"[*•▪●◦]\s")
_ITEM_OR_PROSE = lazy(r"(?:[-–]|\d{1,2}[.)])\s")


class Line(NamedTuple):
    """`text[start:end]`, stripped: its row in the input from 0, the blank rows before it,
    its columns with the indentation.
    """

    start: int
    end: int
    row: int
    gap: int
    width: int


class Break(NamedTuple):
    """Where a hard-wrapped line goes on in the next row: read `text[:end] + glue + text[start:]`."""

    end: int
    start: int
    glue: str


class Document(msgspec.Struct, frozen=True):
    """A text, its lines, and the breaks inside them, all in order."""

    text: str
    lines: tuple[Line, ...]
    breaks: tuple[Break, ...]

    def clean(self, start: int, end: int) -> str:
        """`text[start:end]` as one would read it: wraps joined, white space folded,
        invisible characters left out.
        """
        read = self._joined(start, end) if self.breaks else self.text[start:end]
        if read.isprintable() and "  " not in read:  # most are: a third of the time of splitting and joining
            return read.strip()  # no other white space is printable, and no invisible character
        return " ".join(_INVISIBLE.sub("", read).split())

    def _joined(self, start: int, end: int) -> str:
        """`text[start:end]` with what is read at each break."""
        first = bisect_right(self.breaks, start, key=attrgetter("start"))
        last = bisect_left(self.breaks, end, key=attrgetter("start"))
        pieces: list[str] = []
        for stop in self.breaks[first:last]:
            pieces += self.text[start : stop.end], stop.glue
            start = stop.start
        return "".join([*pieces, self.text[start:end]])


def lines(text: str, patterns: SegmentPatterns) -> Document:
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
        return _unwrap(text, rows, column, patterns)
    return Document(text, tuple(rows), ())


def _wrap_column(text: str, rows: list[Line]) -> int:
    """The column at which the text was wrapped, or 0.

    A row that goes on in lower case ended where the next word had no room: it votes for every column from its
    own width up to that word's end. Where a text was wrapped, nearly all of them have one column in common.
    """
    votes = [0] * (WIDEST + 1)
    voters = 0
    for row, following in pairwise(rows):
        if row.width >= NARROWEST and following.gap == 0 and text[following.start].islower():
            voters += 1
            for column in range(row.width, min(_needed(text, row, following), WIDEST + 1)):
                votes[column] += 1
    widths = [row.width for row in rows]
    column = max((w for w in widths if NARROWEST <= w <= WIDEST), key=lambda w: (votes[w], w), default=0)
    wider = sum(w > column for w in widths)  # those with a word too long to wrap
    return column if votes[column] >= max(3, 0.75 * voters, 3 * wider) else 0


def _needed(text: str, row: Line, following: Line) -> int:
    """The columns the row would have had with the first word of the next."""
    word = _FIRST_WORD.match(text, following.start, following.end)
    return row.width + 1 + (len(word[0]) if word else 0)


def _unwrap(text: str, rows: list[Line], column: int, patterns: SegmentPatterns) -> Document:
    """Join each line to the one before it where that one had no room left for its first word."""
    joined = rows[:1]
    breaks: list[tuple[int, int]] = []
    for row, following in pairwise(rows):
        if (
            following.gap == 0
            and row.width <= column < _needed(text, row, following)
            and not _opens(text, row, following)
        ):
            breaks.append((row.end, following.start))
            joined[-1] = joined[-1]._replace(end=following.end)
        else:
            joined.append(following)
    return Document(text, tuple(joined), _glued(text, breaks, patterns))


def _opens(text: str, row: Line, following: Line) -> bool:
    """Whether the next row shows that it begins something: an item of a list, or an indented paragraph."""
    first = text[following.start : following.start + 4] + " "
    if _ITEM.match(first):
        return True
    if _ITEM_OR_PROSE.match(first):
        return _SENTENCE_END.search(text[row.start : row.end][-4:]) is not None
    return _indent(following) > _indent(row) and first[0].isupper() and not _ITEM.match(text, row.start)


def _indent(line: Line) -> int:
    return line.width - (line.end - line.start)


def _glued(text: str, breaks: list[tuple[int, int]], patterns: SegmentPatterns) -> tuple[Break, ...]:
    """What is read at each break: a space, or nothing behind a hyphen,
    which goes too where the text elsewhere writes the word without.
    """
    words = [_hyphenated(text, end, start, patterns) for end, start in breaks]
    divided = {word for word in words if word}
    written = divided.intersection(word[0] for word in _WORD.finditer(text)) if divided else divided
    glued = []
    for (end, start), word in zip(breaks, words, strict=True):
        if word is None:
            glued.append(Break(end, start, " "))
        else:
            glued.append(Break(end - (word in written or text[end - 1] == "\u00ad"), start, ""))
    return tuple(glued)


def _hyphenated(text: str, end: int, start: int, patterns: SegmentPatterns) -> str | None:
    """The word that a hyphen at the break divides, written without it; None where no word is divided."""
    left = _HYPHENATED.search(text[max(0, end - 40) : end])
    right = _WORD.match(text[start : start + 40])
    if not left or not right or patterns.suspended_hyphen.match(text, start):
        return None
    return left[1] + right[0]
