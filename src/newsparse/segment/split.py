"""Document to segments: split every line wherever another part of the article may begin.

Boundaries are candidates, made too often rather than too seldom: the network labels the segments in context,
and equal neighbours of one line are joined again. Each kind of boundary has a name, which is a feature.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import NamedTuple

from newsparse.languages.patterns import NEVER, SegmentPatterns
from newsparse.segment.document import Document, Line

SHORT = 170  # characters; a longer line is prose, and only its head and its tail are searched
HEAD, TAIL, TAIL_WORD = 110, 230, 40
CLOSING = 80  # characters in which a credit or a signature closes a line; in Chinese and Japanese it has 30
LONGEST_ABBREVIATION = 6  # characters, and what must stand before it
# a text of so few lines, of which one has so many characters, has lost its line breaks
FLAT_LINES, FLAT = 2, 500
# characters in which the parts of a text without line breaks are searched as in a short line
LONGEST_SENTENCE = 400

# places, a day before or behind its month, a year; an agency in brackets or slashes, or a dash
_DATELINE = re.compile(
    r"""(?: (?:[^\W\d_a-z][\w.’'/-]*,?\s+ | \[[A-Z][^\[\]]{0,20}\],?\s+){0,7}? (?:[^\W\d_a-z][\w.’'/-]*,?\s*)?
        (?:\d{1,2}[.,]?\s+ (?:[^\W\d_]{3,9}\.?,?\s+)?)? (?:\d{4},?\s+)?
        (?: (?P<agency>(?:--\s?)?(?:\((?:[^\W\d_a-z]|(?:[a-z]{2,5}/)?(?:dpa|sda|apa|sid|epd|kna|dts|ansa|ats))[^()]{0,34}\)|/[A-ZА-Я][^/]{1,34}/)) (?P<sign>\s*(?:[—–:]|--?)|\.(?=\s))?\s*
          | \s?(?:[—–]|--|[-_](?=\s)) ) ) \s*""",  # noqa: E501
    re.X,
)
_DATELINE_SIGNS = re.compile(r"[-)—–/_]")  # one stands in every match of _DATELINE
_WIRE = re.compile(r"\)\s?(?:[—–]|--?\s)")  # behind the agency of a dateline
# a place before a colon opens some datelines; so does a speaker a line of a conversation
_PLACE = re.compile(r"[^\W\d_a-z][\w.’'-]*+(?:[ /][^\W\d_a-z][\w.’'-]*+){0,2}:\s++(?=[^\W\d_a-z])")
_CLOSING = frozenset(".,;:!?)]")
_BRACKET = re.compile(
    r"(?:\([^()]{2,90}\)|\[[^\[\]]{2,90}\]|[（【〔［][^（）【】〔〕［］]{2,60}[）】〕］])\s*$"
)
_LAST = re.compile(r"[.!?”\"’)…](?<!\b[A-Z]\.)\s+(?=\S)")  # not behind an initial
_NUMERIC = re.compile(r"\d[/.-]\d")
_BARS = re.compile(r"[|•·⋆»›—–/-]|\s\s")  # one stands in every match of _BAR
_BAR = re.compile(r"\s[|•·⋆»›—–]\s|\s-\s|\s{2,}|\xa0[|•·]\xa0|\s/\s|\|")
_LENGTH = re.compile(r"\d{1,3}:\d\d(?::\d\d)?\s[-–—|]\s")
_COMPOUND = re.compile(r"\b\w{0,30}[a-z](?=[A-Z][a-z])\w{1,30}")
_JOINT = re.compile(r"[\w.?!)”](?:[^\W_a-z]|[#/])")  # one stands at every place where words were run together
_WORD = re.compile(r"[a-z]+|©")
_DIGIT = re.compile(r"\d")


class Segment(NamedTuple):
    """A line or a part of one: `text[start:end]`, the line's index,
    and the kinds of boundary to its left and right.
    """

    start: int
    end: int
    line: int
    left: str
    right: str


def split(document: Document, patterns: SegmentPatterns) -> list[Segment]:
    """The segments of all lines, in order; each holds a letter or a digit unless
    its whole line holds none.
    """
    segments: list[Segment] = []
    compounds = _compounds(document.text)
    flat = len(document.lines) <= FLAT_LINES
    for index, line in enumerate(document.lines):
        if flat and line.end - line.start > FLAT:
            boundaries = _boundaries_flat(document.text[line.start : line.end], compounds, patterns)
        else:
            boundaries = _boundaries(document.text, line, compounds, patterns)
        if boundaries:
            _divide(document.text, line, index, boundaries, segments)
        else:
            segments.append(Segment(line.start, line.end, index, "", ""))
    return segments


def _compounds(text: str) -> frozenset[str]:
    """The words with a capital inside that stand more than once ("GitHub"):
    what was run together is seldom so twice.
    """
    # no others can hold one
    mixed = " ".join([word for word in text.split() if not (word.islower() or word.istitle())])
    return frozenset([word for word, count in Counter(_COMPOUND.findall(mixed)).items() if count > 1])


def _divide(text: str, line: Line, index: int, boundaries: dict[int, str], segments: list[Segment]) -> None:
    """Split one line at `boundaries`, leaving no segment without a letter or digit."""
    start, left = line.start, ""
    for offset in sorted(boundaries):
        here = line.start + offset
        if here <= start or here >= line.end:
            continue
        if not _holds_word(text[here : line.end]):
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
    return any(c.isalnum() for c in text)


def _boundaries(
    text: str, line: Line, compounds: frozenset[str], patterns: SegmentPatterns
) -> dict[int, str]:
    """Offsets into the line at which a part may begin, each with its kind."""
    length = line.end - line.start
    if length <= SHORT:
        return _boundaries_short(text[line.start : line.end], compounds, patterns)
    head = text[line.start : line.start + HEAD]
    found = _boundaries_head(head, patterns)
    if _WIRE.search(head):
        _boundaries_wire(head, found, patterns)
    place = _PLACE.match(head)
    if place:
        found.setdefault(place.end(), "place")
    shift = length - TAIL if length > TAIL else 0
    tail = text[line.start + shift : line.end]
    low = tail.lower()
    ends = _boundaries_tail(tail, low, set(_WORD.findall(low)), patterns)
    _boundaries_local_tail(tail, patterns, ends)
    dateline = patterns.local_dateline.match(text[line.start : line.start + HEAD])
    wire = dateline.end() if dateline and dateline["sign"] else 0
    for offset, kind in ends.items():
        if offset + shift >= wire:
            found.setdefault(offset + shift, kind)
    return _boundaries_ends(text[line.start : line.end], patterns, found)


def _boundaries_ends(line: str, patterns: SegmentPatterns, found: dict[int, str]) -> dict[int, str]:
    """`found` with what opens and closes a line in a language that is read with the English patterns. Nothing
    else divides what opens it.
    """
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


def _boundaries_wire(head: str, found: dict[int, str], patterns: SegmentPatterns) -> None:
    """Add both ends of a dateline with an agency, where a title stands before it."""
    for match in patterns.inner_dateline.finditer(head):
        if match.start() and _WIRE.search(match[0]):
            found.setdefault(match.start(), "dateline<")
            found[match.end()] = "dateline"


def _boundaries_local(line: str, patterns: SegmentPatterns, found: dict[int, str]) -> None:
    """Add those of a language that is read with the English patterns."""
    for pattern in (patterns.local_date, patterns.local_relative):
        for match in pattern.finditer(line):
            for offset in [offset for offset in found if match.start() < offset < match.end()]:
                del found[offset]
            found.setdefault(match.start(), "when<")
            found.setdefault(_behind(line, match.end()), "when>")
    for match in patterns.local_by.finditer(line):
        found.setdefault(match.start(), "by")
    _boundaries_local_tail(line, patterns, found)


def _boundaries_local_tail(tail: str, patterns: SegmentPatterns, found: dict[int, str]) -> None:
    """Add those near the end."""
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


def _boundaries_flat(line: str, compounds: frozenset[str], patterns: SegmentPatterns) -> dict[int, str]:
    """Boundaries of a line that holds a text without line breaks: at every sentence,
    and inside the shorter ones as in a short line.
    """
    found: dict[int, str] = {}
    starts = [0, *(match.end() for match in patterns.sentence.finditer(line)), len(line)]
    for start, end in pairwise(starts):
        if start:
            found[start] = "sentence"
        sentence = line[start:end].rstrip()
        if sentence and len(sentence) <= LONGEST_SENTENCE:
            for offset, kind in _boundaries_short(sentence, compounds, patterns).items():
                found.setdefault(start + offset, kind)
            for match in patterns.inner_dateline.finditer(sentence):
                found.setdefault(start + match.start(), "dateline<")
                found[start + match.end()] = "dateline"
            for match in patterns.title_end.finditer(sentence):
                found.setdefault(start + match.end(), "title")
    return found


def _boundaries_head(head: str, patterns: SegmentPatterns) -> dict[int, str]:
    found: dict[int, str] = {}
    dateline = _DATELINE.match(head) if _DATELINE_SIGNS.search(head) else None
    for found_dateline in (dateline, patterns.local_dateline.match(head)):
        if found_dateline:
            found[found_dateline.end()] = "dateline"
    match = patterns.marker.match(head)
    if match:
        found[match.end()] = "marker"
    wire = _wire_end(head, patterns)
    for pattern in (patterns.date, patterns.local_date):
        match = pattern.match(head)
        if match and match.end() >= wire:
            found[_behind(head, match.end())] = "when"
    return {offset: kind for offset, kind in found.items() if offset >= wire}


def _wire_end(line: str, patterns: SegmentPatterns) -> int:
    """Where the dateline of a wire story ends that opens a line, with an agency and a sign;
    0 where none does. A date in it is its own.
    """
    found = (
        (_DATELINE.match(line), patterns.local_dateline.match(line)) if _DATELINE_SIGNS.search(line) else ()
    )
    ends = [dateline.end() for dateline in found if dateline and dateline["sign"]]
    return max((end for end in ends if end < len(line)), default=0)


def _boundaries_tail(tail: str, low: str, words: set[str], patterns: SegmentPatterns) -> dict[int, str]:
    """Boundaries near the end: credits, brackets, editing lines, links, and the last sentences.
    `low` is the tail in lower case.
    """
    found: dict[int, str] = {}
    if low[-1] in ")]）】〕］":
        match = _BRACKET.search(tail)
        if match:
            found[match.start()] = "bracket"
    if not words.isdisjoint(patterns.credit_words):
        for match in patterns.credit.finditer(tail):
            found.setdefault(match.start(), "credit")
    if not words.isdisjoint(patterns.work_words):
        match = patterns.work.search(tail)
        if match:
            found.setdefault(match.start(), "work")
    if low.rstrip(")].… ").endswith(patterns.tail_words):
        match = patterns.tail.search(tail, max(0, len(tail) - TAIL_WORD))
        if match:
            found.setdefault(match.start(), "tail")
    for match in _LAST.finditer(tail):
        if tail[match.start()] == "." and patterns.abbreviation.search(
            tail, max(0, match.start() - LONGEST_ABBREVIATION), match.start() + 1
        ):
            continue
        rest = tail[match.end() : match.end() + 30]
        if patterns.link.match(" " + rest):
            found.setdefault(match.end(), "link")
        elif tail.count(" ", match.end()) <= 5:
            found.setdefault(match.end(), "sentence")
    return found


def _boundaries_short(line: str, compounds: frozenset[str], patterns: SegmentPatterns) -> dict[int, str]:
    found = _boundaries_head(line, patterns)
    low = line.lower()
    words = set(_WORD.findall(low))
    for offset, kind in _boundaries_tail(line, low, words, patterns).items():
        found.setdefault(offset, kind)
    if _DIGIT.search(line):
        _boundaries_times(line, low, found, patterns)
    if _BARS.search(line):
        for match in _BAR.finditer(line):
            found.setdefault(match.start(), "bar")
    if not words.isdisjoint(patterns.by_words):
        for match in patterns.by.finditer(line):
            found.setdefault(match.start(), "by")
    if _JOINT.search(line):
        _boundaries_joints(line, compounds, found, patterns)
    rights = patterns.rights.search(line)
    if rights:
        found.setdefault(rights.start(), "rights")
        for reserved in patterns.rights_end.finditer(line, rights.end()):
            found.setdefault(reserved.end(), "reserved")
    if patterns.local_date is not NEVER:
        _boundaries_local(line, patterns, found)
    length = _LENGTH.match(line)
    if length:  # a player's length belongs to its title
        found = {offset: kind for offset, kind in found.items() if offset > length.end()}
    wire = _wire_end(line, patterns)
    if wire:
        found = {offset: kind for offset, kind in found.items() if offset >= wire}
    return _boundaries_ends(line, patterns, found)


def _boundaries_joints(
    line: str, compounds: frozenset[str], found: dict[int, str], patterns: SegmentPatterns
) -> None:
    """Where two words were run together, unless they are one: a name in Mc,
    or one that stands elsewhere too.
    """
    words = [match for match in _COMPOUND.finditer(line) if match[0] in compounds]
    inside = {offset for word in words for offset in range(word.start() + 1, word.end())}
    for match in patterns.joint.finditer(line):
        if match.start() not in inside and not line[: match.start()].endswith(patterns.name_prefixes):
            found.setdefault(match.start(), "glue")


def _boundaries_times(line: str, low: str, found: dict[int, str], patterns: SegmentPatterns) -> None:
    """Both ends of a date or time; what was taken for the end of a sentence within it is none."""
    dated = _NUMERIC.search(line) or any(month in low for month in patterns.months)
    for pattern in (patterns.date, patterns.relative_time) if dated else (patterns.relative_time,):
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
