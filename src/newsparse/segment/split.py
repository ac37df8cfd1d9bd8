"""Document to segments: split every line wherever another part of the article may begin.

Boundaries are candidates, made too often rather than too seldom: the network labels the segments in context,
and equal neighbours of one line are joined again. Each kind of boundary has a name, which is a feature.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, cached_property, reduce
from itertools import chain, pairwise
from operator import or_
from typing import NamedTuple

from newsparse.languages.patterns import NEVER, SegmentPatterns
from newsparse.segment.document import Document, Line

SHORT = 170  # characters; a longer line is prose, and only its head and its tail are searched
HEAD, TAIL, TAIL_WORD = 110, 230, 40
SHORTEST_STORY = 60  # characters of a line, in which a place may open the story before a colon; set by hand
CLOSING = 80  # characters in which a credit or a signature closes a line; in Chinese and Japanese it has 30
LAST_WORDS = 5  # spaces at most behind the last sentence of a line that is cut off from it
LONGEST_LINK = 30  # characters in which a call to read on begins
LONGEST_ABBREVIATION = 6  # characters, and what must stand before it
# a text of so few lines, of which one has so many characters, has lost its line breaks
FLAT_LINES, FLAT = 2, 500
# characters in which the parts of a text without line breaks are searched as in a short line
LONGEST_SENTENCE = 400

# places, a day before or behind its month, a year; an agency in brackets or slashes, or a dash
_DATELINE = re.compile(
    r"""(?: (?:[^\W\d_a-z][\w.’'/-]*(?:\s?,)?\s+ | \([A-Z][^()]{0,20}\)\s+(?=\[) | \[[A-Z][^\[\]]{0,20}\],?\s+){0,7}?
        (?:[^\W\d_a-z][\w.’'/-]*,?\s*)? (?:\d{1,2}[.,]?\s+ (?:[^\W\d_]{3,9}\.?,?\s+)?)? (?:\d{4},?\s+)?
        (?: (?:(?:--\s?)?\((?:[^\W\d_a-z]|(?:[a-z]{2,5}/)?(?:dpa|sda|apa|sid|epd|kna|dts|ansa|ats))[^()]{0,34}\)(?!\s\[)
              |/\s?[A-ZА-Я][^/]{1,34}/)
            (?:\s(?:[^\W\d_]{3,9}\.?\s\d{1,2}|\d{1,2}\s[^\W\d_]{3,9}\.?),?(?:\s\d{4})?(?=\s?[—–-]|\s/\s))?
            (?P<sign>\s*(?:[—–:]|--?)|\.(?=\s)|\s/(?=\s))?\s*
          | \s?(?:[—–]|--|[-_](?=\s)) ) ) \s*""",  # noqa: E501
    re.X,
)
_DATELINE_SIGNS = frozenset("-)—–/_")  # one stands in every match of _DATELINE, and of _WIRE
_WIRE = re.compile(r"\)\s?(?:[—–]|--?\s)")  # behind the agency of a dateline
# a place before a colon opens some datelines; so does a speaker a line of a conversation
_PLACE = re.compile(r"[^\W\d_a-z][\w.’'-]*+(?:[ /][^\W\d_a-z][\w.’'-]*+){0,2}:\s++(?=[^\W\d_a-z])")
_CLOSING = frozenset(".,;:!?)]")
_BRACKET = re.compile(
    r"(?:\([^()]{2,90}\)|\[[^\[\]]{2,90}\]|[（【〔［][^（）【】〔〕［］]{2,60}[）】〕］])\s*$"
)
_CLOSED = tuple(")]）】〕］")  # one ends every match of _BRACKET
_LAST = re.compile(r"[.!?”\"’)…](?<!\b[A-Z]\.)\s+(?=\S)")  # not behind an initial
_LAST_SIGNS = tuple('.!?”"’)…')  # one begins every match of _LAST
_NUMERIC = re.compile(r"\d[/.-]\d")
_BARS = frozenset("|•·⋆»›—–/-")  # one stands in every match of _BAR, or two white spaces
_BAR = re.compile(r"\s[|•·⋆»›—–]\s|\s-\s|\s{2,}|\xa0[|•·]\xa0|\s/\s|\|")
_LENGTH = re.compile(r"\d{1,3}:\d\d(?::\d\d)?\s[-–—|]\s")
_COMPOUND = re.compile(r"\b\w{0,30}[a-z](?=[A-Z][a-z])\w{1,30}")
_INSIDE = re.compile(r"[A-Z](?<=[a-z][A-Z])[a-z]")  # one stands in every match of _COMPOUND
_WORD = re.compile(r"[a-z]+|©")
_DIGIT = re.compile(r"\d")
_TAIL_MARKS = ")].…"  # behind the words of a page's buttons
MAX_PARTS = 1 << 15  # distinct ones whose signs are kept, some 5 MB


class Segment(NamedTuple):
    """A line or a part of one: `text[start:end]`, the line's index,
    and the kinds of boundary to its left and right.
    """

    start: int
    end: int
    line: int
    left: str
    right: str


class _Sign:
    """What tells that a line may hold a boundary of a kind: a bit each."""

    DIGIT, DATE, RELATIVE, COLON, DATELINE, BAR, MARKER, CREDIT, WORK = (1 << bit for bit in range(9))
    BY, RIGHTS, TAIL, BRACKET, LAST, JOINT = (1 << bit for bit in range(9, 15))


class _Signs(dict[str, int]):
    """The signs in each part of a line between white space, in which any of them stands.

    They are found once a distinct part. Most lines have few, so that few patterns are tried on them: that
    saves a third of the step.
    """

    def __init__(self, patterns: SegmentPatterns) -> None:
        self._patterns = patterns

    def __missing__(self, part: str) -> int:
        if len(self) >= MAX_PARTS:
            self.clear()
        found = self[part] = reduce(or_, self._of_part(part), 0)
        return found

    def _of_part(self, part: str) -> Iterator[int]:
        patterns, low = self._patterns, part.lower()
        words = _WORD.findall(low)
        is_date = _NUMERIC.search(part) or any(month in low for month in patterns.months)
        yield _Sign.DIGIT if _DIGIT.search(part) else 0
        yield _Sign.DATE if is_date else 0
        yield _Sign.RELATIVE if not patterns.relative_words.isdisjoint(words) else 0
        yield _Sign.COLON if ":" in part else 0
        yield _Sign.DATELINE if not _DATELINE_SIGNS.isdisjoint(part) else 0
        yield _Sign.BAR if not _BARS.isdisjoint(part) else 0
        yield _Sign.MARKER if not patterns.marker_words.isdisjoint(words) else 0
        yield _Sign.CREDIT if not patterns.credit_words.isdisjoint(words) else 0
        yield _Sign.WORK if not patterns.work_words.isdisjoint(words) else 0
        yield _Sign.BY if not patterns.by_words.isdisjoint(words) else 0
        yield _Sign.RIGHTS if patterns.rights.search(part) else 0
        yield _Sign.TAIL if low.rstrip(_TAIL_MARKS).endswith(patterns.tail_words) else 0
        yield _Sign.BRACKET if part.endswith(_CLOSED) else 0
        yield _Sign.LAST if part.endswith(_LAST_SIGNS) else 0
        yield _Sign.JOINT if patterns.joint.search(part) else 0

    def of(self, line: str) -> int:
        """The signs in a line."""
        parts = line.split()
        signs = reduce(or_, set(map(self.__getitem__, parts)), 0)
        is_wide = len(line) > len(" ".join(parts))
        return signs | _Sign.BAR if is_wide else signs


_signs = cache(_Signs)  # those of a language's patterns


def split(document: Document, patterns: SegmentPatterns) -> list[Segment]:
    """The segments of all lines, in order; each holds a letter or a digit unless
    its whole line holds none.
    """
    segments: list[Segment] = []
    text, search = document.text, _Search(document.text, patterns)
    flat = len(document.lines) <= FLAT_LINES
    for index, line in enumerate(document.lines):
        of_line = search.flat if flat and line.end - line.start > FLAT else search.boundaries
        boundaries = of_line(text[line.start : line.end])
        if boundaries:
            _divide(text, line, index, boundaries, segments)
        else:
            segments.append(Segment(line.start, line.end, index, "", ""))
    return segments


def _divide(text: str, line: Line, index: int, boundaries: dict[int, str], segments: list[Segment]) -> None:
    """Split one line at `boundaries`, leaving no segment without a letter or digit."""
    start, left = line.start, ""
    # where the last word ends; found once, so that a long line takes no longer a character than a short one
    end = next((i + 1 for i in range(line.end - 1, start - 1, -1) if text[i].isalnum()), start)
    for offset in sorted(boundaries):
        here = line.start + offset
        if here <= start:
            continue
        if here >= end:
            break
        # its dash belongs to it
        if left and boundaries[offset] == "dateline" and not _holds_word(text[start:here]):
            segments[-1] = _segment(text, segments[-1].start, here, index, segments[-1].left, "dateline")
            start, left = here, "dateline"
        elif _holds_word(text[start:here]):
            segments.append(_segment(text, start, here, index, left, boundaries[offset]))
            start, left = here, boundaries[offset]
    segments.append(_segment(text, start, line.end, index, left, ""))


def _segment(text: str, start: int, end: int, index: int, left: str, right: str) -> Segment:
    raw = text[start:end]
    start += len(raw) - len(raw.lstrip())
    return Segment(start, start + len(raw.strip()), index, left, right)


def _holds_word(text: str) -> bool:
    return any(map(str.isalnum, text))


class _Search:
    """The search for boundaries in the lines of a text: offsets into a line at which a part may begin, each
    with its kind.
    """

    def __init__(self, text: str, patterns: SegmentPatterns) -> None:
        self._text = text
        self._patterns = patterns
        self._signs = _signs(patterns)
        # whether it is in a language that is read with the English patterns and those of its own words
        self._is_local = patterns.local_date is not NEVER

    @cached_property
    def _compounds(self) -> frozenset[str]:
        """The words with a capital inside that stand more than once ("GitHub"):
        what was run together is seldom so twice.
        """
        if len(_INSIDE.findall(self._text)) < 2:
            return frozenset()
        lines = filter(_INSIDE.search, self._text.splitlines())  # few have any
        mixed = " ".join(filter(_INSIDE.search, chain.from_iterable(map(str.split, lines))))
        return frozenset([word for word, count in Counter(_COMPOUND.findall(mixed)).items() if count > 1])

    def boundaries(self, line: str) -> dict[int, str]:
        """Those of a line as they are: of a short one anywhere, of a long one near its ends."""
        return self._short(line) if len(line) <= SHORT else self._long(line)

    def flat(self, line: str) -> dict[int, str]:
        """Those of a line that holds a text without line breaks: at every sentence,
        and inside the shorter ones as in a short line.
        """
        found: dict[int, str] = {}
        patterns = self._patterns
        starts = [0, *(match.end() for match in patterns.sentence.finditer(line)), len(line)]
        for start, end in pairwise(starts):
            if start:
                found[start] = "sentence"
            sentence = line[start:end].rstrip()
            if sentence and len(sentence) <= LONGEST_SENTENCE:
                for offset, kind in self._short(sentence).items():
                    found.setdefault(start + offset, kind)
                for match in patterns.inner_dateline.finditer(sentence):
                    found.setdefault(start + match.start(), "dateline<")
                    found[start + match.end()] = "dateline"
                for match in patterns.title_end.finditer(sentence):
                    found.setdefault(start + match.end(), "title")
        return found

    def _long(self, line: str) -> dict[int, str]:
        head, shift = line[:HEAD], max(0, len(line) - TAIL)
        signs = self._signs.of(head)
        found, _ = self._head(head, signs)
        if signs & _Sign.DATELINE and _WIRE.search(head):
            self._wire(head, found)
        if signs & _Sign.COLON:
            _add_place(head, found)
        tail = line[shift:]
        ends = self._tail(tail, self._signs.of(tail))
        if self._is_local:
            self._local_tail(tail, ends)
        dateline = self._patterns.local_dateline.match(head) if self._is_local else None
        wire = dateline.end() if dateline and dateline["sign"] else 0
        for offset, kind in ends.items():
            if offset + shift >= wire:
                found.setdefault(offset + shift, kind)
        return self._ends(line, found)

    def _short(self, line: str) -> dict[int, str]:
        signs, patterns = self._signs.of(line), self._patterns
        if not signs and not self._is_local:  # two lines of five
            return {}
        found, wire = self._head(line, signs)
        for offset, kind in self._tail(line, signs).items():
            found.setdefault(offset, kind)
        if signs & _Sign.DIGIT:
            self._times(line, signs, found)
        if signs & _Sign.BAR:
            for match in _BAR.finditer(line):
                found.setdefault(match.start(), "bar")
        if signs & _Sign.BY:
            for match in patterns.by.finditer(line):
                found.setdefault(match.start(), "by")
        if signs & _Sign.JOINT:
            self._joints(line, found)
        rights = patterns.rights.search(line) if signs & _Sign.RIGHTS or self._is_local else None
        if rights:
            found.setdefault(rights.start(), "rights")
            for reserved in patterns.rights_end.finditer(line, rights.end()):
                found.setdefault(reserved.end(), "reserved")
        if self._is_local:
            self._local(line, found)
        if signs & _Sign.COLON and len(line) >= SHORTEST_STORY and line.endswith("."):
            _add_place(line, found)
        length = _LENGTH.match(line) if signs & _Sign.COLON else None
        if length:  # a player's length belongs to its title
            found = {offset: kind for offset, kind in found.items() if offset > length.end()}
        if wire:
            found = {offset: kind for offset, kind in found.items() if offset >= wire}
        return self._ends(line, found)

    def _head(self, head: str, signs: int) -> tuple[dict[int, str], int]:
        """Those near the beginning, and where the dateline of a wire story ends that opens it, with an agency
        and a sign (0 where none does): a date in it is its own.
        """
        found: dict[int, str] = {}
        patterns, wire = self._patterns, 0
        datelines = [_DATELINE.match(head)] if signs & _Sign.DATELINE else []
        datelines += [patterns.local_dateline.match(head)] if self._is_local else []
        for dateline in datelines:
            if dateline:
                found[dateline.end()] = "dateline"
                if signs & _Sign.DATELINE and dateline["sign"] and dateline.end() < len(head):
                    wire = max(wire, dateline.end())
        match = patterns.marker.match(head) if signs & _Sign.MARKER else None
        if match:
            found[match.end()] = "marker"
        dates = [patterns.date.match(head)] if signs & _Sign.DATE and signs & _Sign.DIGIT else []
        dates += [patterns.local_date.match(head)] if self._is_local else []
        for match in dates:
            if match and match.end() >= wire:
                found[_behind(head, match.end())] = "when"
        return {offset: kind for offset, kind in found.items() if offset >= wire} if wire else found, wire

    def _wire(self, head: str, found: dict[int, str]) -> None:
        """Add both ends of a dateline with an agency, where a title stands before it."""
        for match in self._patterns.inner_dateline.finditer(head):
            if match.start() and _WIRE.search(match[0]):
                found.setdefault(match.start(), "dateline<")
                found[match.end()] = "dateline"

    def _tail(self, tail: str, signs: int) -> dict[int, str]:
        """Those near the end: credits, brackets, editing lines, links, and the last sentences."""
        found: dict[int, str] = {}
        patterns = self._patterns
        match = _BRACKET.search(tail) if signs & _Sign.BRACKET and tail.endswith(_CLOSED) else None
        if match:
            found[match.start()] = "bracket"
        if signs & _Sign.CREDIT:
            for match in patterns.credit.finditer(tail):
                found.setdefault(match.start(), "credit")
        match = patterns.work.search(tail) if signs & _Sign.WORK else None
        if match:
            found.setdefault(match.start(), "work")
        if signs & _Sign.TAIL and tail.lower().rstrip(_TAIL_MARKS + " ").endswith(patterns.tail_words):
            match = patterns.tail.search(tail, max(0, len(tail) - TAIL_WORD))
            if match:
                found.setdefault(match.start(), "tail")
        for match in _LAST.finditer(tail) if signs & _Sign.LAST else ():
            start, end = match.span()
            if patterns.link.match(tail, end - 1, end + LONGEST_LINK):
                kind = "link"
            elif tail.count(" ", end) <= LAST_WORDS:
                kind = "sentence"
            else:
                continue
            if tail[start] != "." or not patterns.abbreviation.search(
                tail, max(0, start - LONGEST_ABBREVIATION), start + 1
            ):
                found.setdefault(end, kind)
        return found

    def _times(self, line: str, signs: int, found: dict[int, str]) -> None:
        """Add both ends of a date or time; what was taken for the end of a sentence within it is none."""
        patterns = self._patterns
        for sign, pattern in ((_Sign.DATE, patterns.date), (_Sign.RELATIVE, patterns.relative_time)):
            if signs & sign:
                _add_times(pattern, line, found)

    def _joints(self, line: str, found: dict[int, str]) -> None:
        """Add where two words were run together, unless they are one: a name in Mc,
        or one that stands elsewhere too.
        """
        words = [match for match in _COMPOUND.finditer(line) if match[0] in self._compounds]
        inside = {offset for word in words for offset in range(word.start() + 1, word.end())}
        for match in self._patterns.joint.finditer(line):
            start = match.start()
            if start not in inside and not line[:start].endswith(self._patterns.name_prefixes):
                found.setdefault(start, "glue")

    def _local(self, line: str, found: dict[int, str]) -> None:
        """Add those of a language that is read with the English patterns."""
        patterns = self._patterns
        for pattern in (patterns.local_date, patterns.local_relative):
            _add_times(pattern, line, found)
        for match in patterns.local_by.finditer(line):
            found.setdefault(match.start(), "by")
        self._local_tail(line, found)

    def _local_tail(self, tail: str, found: dict[int, str]) -> None:
        """Add those near the end."""
        patterns = self._patterns
        for pattern, kind in (
            (patterns.local_credit, "credit"),
            (patterns.local_work, "work"),
            (patterns.local_link, "link"),
        ):
            for match in pattern.finditer(tail):
                found.pop(match.end(), None)  # the full stop of a label ends no sentence
                found.setdefault(match.start(), kind)
        for match in patterns.local_date.finditer(tail):
            if _behind(tail, match.end()) == len(tail):
                found.setdefault(match.start(), "when<")

    def _ends(self, line: str, found: dict[int, str]) -> dict[int, str]:
        """`found` with what opens and closes a line in a language that is read with the English patterns.
        Nothing else divides what opens it.
        """
        patterns = self._patterns
        if patterns.local_opening is NEVER and patterns.local_closing is NEVER:
            return found
        closing = patterns.local_closing.search(line, max(0, len(line) - CLOSING))
        if closing:
            found.setdefault(closing.start(), "credit")
        opening = patterns.local_opening.match(line[:HEAD])
        if not opening:
            return found
        parts = {opening.end(name): name for name, part in opening.groupdict().items() if part}
        return parts | {offset: kind for offset, kind in found.items() if offset > opening.end()}


def _add_place(line: str, found: dict[int, str]) -> None:
    """Add where the place ends that opens a line before a colon."""
    place = _PLACE.match(line)
    if place:
        found.setdefault(place.end(), "place")


def _add_times(pattern: re.Pattern[str], line: str, found: dict[int, str]) -> None:
    for match in pattern.finditer(line):
        for offset in [offset for offset in found if match.start() < offset < match.end()]:
            del found[offset]
        found.setdefault(match.start(), "when<")
        found.setdefault(_behind(line, match.end()), "when>")


def _behind(line: str, offset: int) -> int:
    """The offset behind the marks that close what ends here."""
    while line[offset : offset + 1] in _CLOSING:
        offset += 1
    return offset
