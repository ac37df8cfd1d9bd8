"""When a page's story came out, from what it states and what it shows about its title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsparse.readers.instants import instant, printed_days
from newsparse.readers.metadata import Metadata, Stated
from newsparse.readers.render import Element, Rendering

BEFORE, AFTER = 12, 40  # line breaks about the title that are its head
SHORT = 160  # characters of a line that may tell the day, alone or with a byline
LABEL = 30  # characters before a day that say which day it is

_UPDATE = re.compile(
    r"\b(?:updat|modif|revis|review|aktualis|geändert|actualiz|mise?s? à jour|aggiornat|atualiz|oppdater|uppdater|opdater|zaktualiz"
    r"|bijgewerkt|güncellen|обновл|оновл)|更新",
    re.I,
)


class _Head(NamedTuple):
    """Where the head of the story starts, where its title stands, and where it ends."""

    start: int
    title: int
    end: int


def published(metadata: Metadata, rendering: Rendering, title: str | None) -> Stated | None:
    """The day or instant, ISO 8601, as exact as the page tells: what it states, else what it shows at its head.

    `title` is the headline. A day of an update counts only where there is no other. Source is a statement's, "time" or "line".
    """
    head = _head(rendering.text, title or "")
    told, updates = _told(rendering.text, head)
    told = [*_moments(metadata.published), *_marked(rendering, head), *told, *updates, *_moments(metadata.modified)]
    return next(iter(told), None)


def _moments(statements: Iterable[Stated]) -> list[Stated]:
    return [Stated(each.source, moment) for each in statements if (moment := instant(each.text))]


def _head(text: str, title: str) -> _Head:
    at = max(0, text.find(title))
    start = end = at
    for _ in range(BEFORE):
        start = max(0, text.rfind("\n", 0, start))
    for _ in range(AFTER):
        end = text.find("\n", end + 1)
        if end < 0:
            return _Head(start, at, len(text))
    return _Head(start, at, end)


def _marked(rendering: Rendering, head: _Head) -> Iterator[Stated]:
    """The machine-readable times of the head."""
    for element, start, _ in rendering.stretches(_is_time):
        moment = instant(element.get("datetime")) if head.start <= start <= head.end else None
        if moment:
            yield Stated("time", moment)


def _is_time(element: Element) -> bool:
    return element.tag == "time" and "datetime" in element.attrs


def _told(text: str, head: _Head) -> tuple[list[Stated], list[Stated]]:
    """The days in short lines of the head, under the title and then over it, and apart from them those of an update."""
    days: tuple[list[Stated], list[Stated]] = ([], [])
    label = ""
    for line in [*text[head.title : head.end].split("\n"), *reversed(text[head.start : head.title].split("\n"))]:
        if len(line) <= SHORT:
            for start, day in printed_days(line):
                updated = _UPDATE.search((label + " " + line[:start])[-LABEL:])
                days[bool(updated)].append(Stated("line", day))
        label = line or label
    return days
