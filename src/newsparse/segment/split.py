"""Document to segments: split every line wherever another part of the article may begin.

Boundaries are candidates, made too often rather than too seldom: the network labels the segments in context, and
equal neighbours of one line are joined again. Each kind of boundary has a name, which is a feature.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from newsparse.segment.document import Document, Line

SHORT = 170  # characters; a longer line is prose, and only its head and its tail are searched
HEAD, TAIL, TAIL_WORD = 110, 230, 40

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?:{'|'.join(_MONTHS)})[a-z]*\.?"
_DATE = rf"""(?:(?<![A-Za-z])(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?
    (?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})? | \d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?(?:\s+\d{{4}})?
     | \d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}} | \d{{4}}-\d\d-\d\d)"""
_TIME = r"(?:\s*(?:,|at|-|–|\|)?\s*\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?(?:\s*(?:[A-Z]{2,4}T|GMT|UTC|IST)\b)?)?"
_AGENCIES = (
    "ap", "afp", "epa", "cnn", "reuters", "getty", "shutterstock", "istock", "bloomberg", "xinhua", "upi", "corbis", "alamy", "flickr",
    "unsplash", "pexels",
)  # fmt: skip
_AGENCY = f"(?:{'|'.join(_AGENCIES)})"
_PICTURES = (
    "photo", "photos", "image", "images", "picture", "pictures", "photograph", "photographs", "illustration", "graphic", "video", "art",
    "screenshot", "credit", "credits",
)  # fmt: skip

_DATELINE = re.compile(
    r"""(?: (?:[A-Z][\w.’'/-]*,?\s+){0,7}? (?:[A-Z][\w.’'/-]*,?\s*)? (?:\d{1,2},?\s+)?(?:\d{4}\s+)?
        (?: [(/][A-Z][^()/]{1,34}[)/]\s* (?:[—–:]|--?)? | \s?(?:[—–]|--|-(?=\s)) ) ) \s*""",
    re.X,
)
_MARKER = re.compile(
    r"(?:story highlights|highlights|key (?:points|takeaways|facts)|in brief|at a glance|summary|tl;?dr)\b\s*:?\s+(?=\S)", re.I
)
_CREDIT = re.compile(
    rf"""(?: [(\[|/–—-]\s*)? (?: \b(?:{"|".join(_PICTURES)}|top\simage)
        (?:\s+(?:credits?|courtesy|source|by|from))*\s*(?:[:|]|\bby\b|\bcourtesy\b|/)
      | \bcredit\s | \bcourtesy\s(?:of|photo)\b | \bAFP\sPHOTO | \bAP\sPhoto | \bREUTERS/ | ©
      | [(\[|/]\s*{_AGENCY}\b | \b{_AGENCY}/ | \bvia\s{_AGENCY}\b | \bGetty\sImages | \bFile\s[Pp]hotos?\b)""",
    re.X | re.I,
)
_CREDIT_WORDS = frozenset((*_AGENCIES, *_PICTURES, "courtesy", "©"))  # one stands in every match
_CLOSING = frozenset(".,;:!?)]")
_BRACKET = re.compile(r"(?:\([^()]{2,90}\)|\[[^\[\]]{2,90}\])\s*$")
_WORKS = ("reporting", "editing", "writing", "written", "compiled", "edited", "photography", "produced", "reviewed", "source", "sources")
_WORK = re.compile(rf"""[(\[]?\b(?:additional\s|with\s)?(?:{"|".join(_WORKS)}|fact[- ]checked)(?:\sby\b|\sand\s|:)""", re.X | re.I)
_WORK_WORDS = frozenset((*_WORKS, "checked"))  # one stands in every match
_LAST = re.compile(r"(?<=[.!?”\"’)…])(?<!\b[A-Z]\.)\s+(?=\S)")  # not behind an initial
_LINK = re.compile(
    r"""\s(?=[(\[]?(?:see|read|watch|learn|click|follow|find\sout|sign\sup|check\sout|view|buy|share|more|less|related|also|subscribe|join|get|try|copyright|©|originally|this
        \s(?:article|story|post)|order|download|listen)\b)""",
    re.X | re.I,
)
_TAIL_ENDS = ("more", "less", "close", "caption", "image")
_TAIL_WORD = re.compile(
    r"\s*(?:\.\.\.|…)?\s*[(\[]?(?:read more|show more|more|less|close|hide caption|toggle caption|enlarge this image)[)\]]?[.…]*\s*$", re.I
)
_WHEN = re.compile(
    rf"(?:\b(?:(?:last\s+|first\s+)?(?:updated|published|posted|modified)(?:\s+(?:on|at))?\s*:?|on)\s*)?(?<!\d){_DATE}{_TIME}",
    re.X | re.I,
)
_AGO = re.compile(r"\b\d+\s+(?:min(?:ute)?s?\s+read|(?:hour|day|week|month|year|minute|hr|min)s?\s+ago)\b", re.I)
_NUMERIC = re.compile(r"\d[/.-]\d")
_BARS = re.compile(r"[|•·⋆»›—–/-]|\s\s")  # one stands in every match of _BAR
_BAR = re.compile(r"\s[|•·⋆»›—–]\s|\s-\s|\s{2,}|\xa0[|•·]\xa0|\s/\s|\|")
_LENGTH = re.compile(r"\d{1,3}:\d\d(?::\d\d)?\s[-–—|]\s")
_BY_WORDS = frozenset(("by", "words", "says"))  # one stands in every match of _BY
_BY = re.compile(r"(?<=[\s,.!?\d])(?:[Bb]y|BY|[Ww]ords|says)\b:?\s+(?=[A-Z@])")
_GLUE = re.compile(r"(?<=[a-z.?!)”\d])(?=[A-Z][a-z])|(?<=[a-z])(?=[\d#/])(?!\d\b)")
_COMPOUND = re.compile(r"\b\w{0,30}[a-z](?=[A-Z][a-z])\w{1,30}")
_JOINT = re.compile(r"[a-z.?!)”\d][A-Z\d#/]")  # one stands at every match of _GLUE
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright\b)", re.I)
_RESERVED = re.compile(r"(?:reserved|\b(?:19|20)\d\d)\.?\s+", re.I)


_WORD = re.compile(r"[a-z]+|©")
_DIGIT = re.compile(r"\d")


class Segment(NamedTuple):
    """A line or a part of one: `text[start:end]`, the line's index, and the kinds of boundary to its left and right."""

    start: int
    end: int
    line: int
    left: str
    right: str


def split(document: Document) -> list[Segment]:
    """The segments of all lines, in order; each holds a letter or a digit unless its whole line holds none."""
    segments: list[Segment] = []
    compounds = _compounds(document.text)
    for index, line in enumerate(document.lines):
        boundaries = _boundaries(document.text, line, compounds)
        if boundaries:
            _divide(document.text, line, index, boundaries, segments)
        else:
            segments.append(Segment(line.start, line.end, index, "", ""))
    return segments


def _compounds(text: str) -> frozenset[str]:
    """The words with a capital inside that stand more than once ("GitHub"): what was run together is seldom so twice."""
    mixed = " ".join([word for word in text.split() if not (word.islower() or word.istitle())])  # no others can hold one
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
        if left and boundaries[offset] == "dateline" and not _holds_word(text[start:here]):  # its dash belongs to it
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


def _boundaries(text: str, line: Line, compounds: frozenset[str]) -> dict[int, str]:
    """Offsets into the line at which a part may begin, each with its kind."""
    length = line.end - line.start
    if length <= SHORT:
        return _boundaries_short(text[line.start : line.end], compounds)
    found = _boundaries_head(text[line.start : line.start + HEAD])
    shift = length - TAIL if length > TAIL else 0
    tail = text[line.start + shift : line.end]
    low = tail.lower()
    for offset, kind in _boundaries_tail(tail, low, set(_WORD.findall(low))).items():
        found.setdefault(offset + shift, kind)
    return found


def _boundaries_head(head: str) -> dict[int, str]:
    found: dict[int, str] = {}
    if "-" in head or ")" in head or "—" in head or "–" in head or "/" in head:
        match = _DATELINE.match(head)
        if match:
            found[match.end()] = "dateline"
    match = _MARKER.match(head)
    if match:
        found[match.end()] = "marker"
    match = _WHEN.match(head)
    if match:
        found[_behind(head, match.end())] = "when"
    return found


def _boundaries_tail(tail: str, low: str, words: set[str]) -> dict[int, str]:
    """Boundaries near the end: credits, brackets, editing lines, links, and the last sentences. `low` is the tail in lower case."""
    found: dict[int, str] = {}
    if low[-1] in ")]":
        match = _BRACKET.search(tail)
        if match:
            found[match.start()] = "bracket"
    if not words.isdisjoint(_CREDIT_WORDS):
        for match in _CREDIT.finditer(tail):
            found.setdefault(match.start(), "credit")
    if not words.isdisjoint(_WORK_WORDS):
        match = _WORK.search(tail)
        if match:
            found.setdefault(match.start(), "work")
    if low.rstrip(")].… ").endswith(_TAIL_ENDS):
        match = _TAIL_WORD.search(tail, max(0, len(tail) - TAIL_WORD))
        if match:
            found.setdefault(match.start(), "tail")
    for match in _LAST.finditer(tail):
        rest = tail[match.end() : match.end() + 30]
        if _LINK.match(" " + rest):
            found.setdefault(match.end(), "link")
        elif tail.count(" ", match.end()) <= 5:
            found.setdefault(match.end(), "sentence")
    return found


def _boundaries_short(line: str, compounds: frozenset[str]) -> dict[int, str]:
    found = _boundaries_head(line)
    low = line.lower()
    words = set(_WORD.findall(low))
    for offset, kind in _boundaries_tail(line, low, words).items():
        found.setdefault(offset, kind)
    if _DIGIT.search(line):
        _boundaries_times(line, low, found)
    if _BARS.search(line):
        for match in _BAR.finditer(line):
            found.setdefault(match.start(), "bar")
    if not words.isdisjoint(_BY_WORDS):
        for match in _BY.finditer(line):
            found.setdefault(match.start(), "by")
    if _JOINT.search(line):
        _boundaries_joints(line, compounds, found)
    rights = _RIGHTS.search(line)
    if rights:
        found.setdefault(rights.start(), "rights")
        for reserved in _RESERVED.finditer(line, rights.end()):
            found.setdefault(reserved.end(), "reserved")
    length = _LENGTH.match(line)
    if length:  # a player's length belongs to its title
        found = {offset: kind for offset, kind in found.items() if offset > length.end()}
    return found


def _boundaries_joints(line: str, compounds: frozenset[str], found: dict[int, str]) -> None:
    """Where two words were run together, unless they are one: a name in Mc, or one that stands elsewhere too."""
    whole = {offset for match in _COMPOUND.finditer(line) if match[0] in compounds for offset in range(match.start() + 1, match.end())}
    for match in _GLUE.finditer(line):
        if match.start() not in whole and not line[: match.start()].endswith(("Mc", "Mac")):
            found.setdefault(match.start(), "glue")


def _boundaries_times(line: str, low: str, found: dict[int, str]) -> None:
    """Both ends of a date or time; what was taken for the end of a sentence within it is none."""
    dated = _NUMERIC.search(line) or any(month in low for month in _MONTHS)
    for pattern in (_WHEN, _AGO) if dated else (_AGO,):
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
