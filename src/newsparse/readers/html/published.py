"""When a story came out, from what it states and what it shows about its title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache
from itertools import chain
from typing import NamedTuple

from newsparse.article import DateOrder
from newsparse.languages import page_patterns
from newsparse.readers.dates import parse_date, printed_days
from newsparse.readers.html.render import Element, Rendering
from newsparse.readers.html.statements import Statement, Statements

# lines about the title: before it, right behind it, and all that are its head
BEFORE, NEAR, AFTER = 12, 13, 80
FURTHER = (2, 0)  # the places from there on are not the title's own
SHORT = 80  # characters of a line that may tell the day, alone or with a byline
LONG = 160  # characters from which on a line is a paragraph
LABEL = 30  # characters before a day that say which day it is
PLAIN = 2  # words in lower case in a line that tells of the story
ZONES = timedelta(days=1)  # what two clocks may differ by
_IN_LINE = re.compile(r"[^\n]")


class _Head(NamedTuple):
    """Offsets: where the head of the story starts, where its title stands,
    where what is right behind that ends, and the head's end.
    """

    start: int
    title: int
    near: int
    end: int

    def position(self, at: int) -> tuple[int, int]:
        """0 right behind the title, 1 before it or 2 further down, and how far away."""
        return (1 if at < self.title else 0 if at < self.near else 2), abs(at - self.title)


class _Day(NamedTuple):
    """A day in a printed line, where it stands seen from the title, the words before it,
    and whether the line tells little else.
    """

    day: str
    position: tuple[int, int]
    label: str
    alone: bool


def published(
    statements: Statements, rendering: Rendering, title: str | None, order: DateOrder | None = None
) -> Statement | None:
    """The day or instant, ISO 8601, as exact as the page tells: what it states, else what it shows at its
    head.

    A day by the title that is earlier than the one stated, and no update's, is when the story came out: the
    other then tells of its latest version or of a move to another system. `title` is the headline. A day of
    an update counts only where there is no other. `order` is that of days in figures which the page states
    and which leave it open. Source is a statement's, "time" or "line".
    """
    head = _head(rendering.text, title or "")
    text = _without_others(rendering)
    shown = sorted(_shown(text, head), key=lambda each: each.position)
    updated, original = _labels()
    dated = [each for each in shown if not updated.search(each.label)]
    stated = next(_parsed(statements.published, order), None)
    first = next((each for each in dated if each.alone), None)
    if stated and first and first.position < FURTHER and _precedes(first.day, stated.text):
        return Statement("line", first.day)
    found = chain(
        [stated] if stated else [],
        _marked(rendering, head, order),
        (Statement("line", each.day) for each in dated),
        _labelled(text[head.title :], original),
        (Statement("line", each.day) for each in shown),
        _parsed(statements.modified, order),
        _labelled(text[head.title :], updated),
    )
    return next(found, None)


@cache
def _labels() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What says that a day is that of a later version, and that of publication."""
    words = page_patterns()
    return re.compile(words.updated, re.I), re.compile(words.published, re.I)


def _without_others(rendering: Rendering) -> str:
    """The page's text, blank where pictures and comments stand: their days are their own."""
    parts: list[str] = []
    rest = 0
    for _, start, end in rendering.element_ranges(_is_others):
        parts += rendering.text[rest:start], _IN_LINE.sub(" ", rendering.text[start:end])
        rest = end
    return "".join((*parts, rendering.text[rest:]))


def _is_others(element: Element) -> bool:
    attrs = element.attrs
    return (
        element.tag == "figure"
        or ("class" in attrs and "comment" in attrs["class"].lower())
        or ("id" in attrs and "comment" in attrs["id"].lower())
    )


def _parsed(statements: Iterable[Statement], order: DateOrder | None) -> Iterator[Statement]:
    return (Statement(each.source, moment) for each in statements if (moment := parse_date(each.text, order)))


def _precedes(day: str, moment: str) -> bool:
    """Whether a day is before a moment's, wherever on earth either was told."""
    return date.fromisoformat(moment[:10]) - date.fromisoformat(day) > ZONES


def _head(text: str, title: str) -> _Head:
    at = start = max(0, text.find(title))
    for _ in range(BEFORE):
        start = max(0, text.rfind("\n", 0, start))
    lines = text[at:].split("\n", AFTER)[:AFTER]
    close = next((number for number, line in enumerate(lines[:NEAR]) if number and len(line) >= LONG), NEAR)
    near, end = (at + sum(len(line) + 1 for line in lines[:count]) for count in (close, AFTER))
    return _Head(start, at, near, end)


def _marked(rendering: Rendering, head: _Head, order: DateOrder | None) -> Iterator[Statement]:
    """The machine-readable times of the head."""
    times = (
        (head.position(start), element)
        for element, start, _ in rendering.element_ranges(_is_time)
        if head.start <= start < head.end and not any(map(_is_others, element.ancestors()))
    )
    for _, element in sorted(times, key=lambda each: each[0]):
        moment = parse_date(element.get("datetime"), order)
        if moment:
            yield Statement("time", moment)


def _is_time(element: Element) -> bool:
    return element.tag == "time" and "datetime" in element.attrs


def _shown(text: str, head: _Head) -> Iterator[_Day]:
    """The days in short lines of the head, but for the title's own."""
    for offset, line, day, label in _printed(text[head.start : head.end]):
        at = head.start + offset
        if at != head.title:
            yield _Day(day, head.position(at), label, _is_byline(line))


def _is_byline(line: str) -> bool:
    """Whether a line that holds a day tells of the story, as with its author,
    and is no sentence or title of its own.
    """
    return sum(word[0].islower() for word in line.split()) <= PLAIN and not line.endswith(
        (".", "?", "!", "…")
    )


def _labelled(text: str, label: re.Pattern[str]) -> Iterator[Statement]:
    """The days in short lines anywhere that have such a label."""
    return (Statement("line", day) for _, _, day, before in _printed(text) if label.search(before))


def _printed(text: str) -> Iterator[tuple[int, str, str, str]]:
    """The days in short lines: where the line starts, the line, the day, and the words before it."""
    at, before = 0, ""
    for line in text.split("\n"):
        for start, day in printed_days(line) if len(line) <= SHORT else ():
            yield at, line, day, (before + " " + line[:start])[-LABEL:]
        at += len(line) + 1
        before = line or before
