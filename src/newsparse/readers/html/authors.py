"""Who wrote a page's story, from what it states and from elements that are marked up to name an author."""

from __future__ import annotations

import re
from collections.abc import Container
from itertools import islice, takewhile

from newsparse.readers.html.names import key, leads_to_others, people
from newsparse.readers.html.render import Element, Rendering
from newsparse.readers.html.statements import Statement, Statements

MAX_MARKED = 500  # elements that are tried

_MARK = re.compile(r"(?<![a-z])(?:author|byline|autor|auteur)s?(?![a-z])|(?:Author|Byline)(?![a-z])")
_ELSEWHERE = re.compile(r"comment|related|recommend", re.I)
_LIST = re.compile(r"\s*(?:[,;&|/•·]|and|und|et|og|och|y|e)?\s*", re.I)  # what stands between the names of one list


def authors(statements: Statements, rendering: Rendering) -> tuple[Statement, ...]:
    """The authors' names, each with its source: a statement's, or "byline" for a marked element.

    First people that the page states and shows, then those in marked elements, then those it only states; an outlet or a
    desk only where nobody else is named.
    """
    outlets = {key(name) for name in (statements.site, *statements.publishers) if name}
    stated, desks = _stated(statements, outlets)
    shown = rendering.text.casefold()
    printed = [each for each in stated if each.text.casefold() in shown]
    marked = [Statement("byline", name) for name in _marked(rendering)]
    full = [each for each in marked if " " in each.text and key(each.text) not in outlets]
    if {key(each.text) for each in full} > {key(each.text) for each in stated}:  # the page names one more than it states
        return tuple(full)
    return tuple(printed or full or stated or desks or marked)


def _stated(statements: Statements, outlets: Container[str]) -> tuple[list[Statement], list[Statement]]:
    """The people that the best source names, and the outlets or desks that the best source of such names."""
    named: dict[str, list[Statement]] = {}
    desks: dict[str, list[Statement]] = {}
    for each in statements.authors:
        names = () if key(each.text) in outlets else people(each.text, stated=True)
        for name in names:
            if key(name) not in outlets:
                named.setdefault(each.source, []).append(Statement(each.source, name))
        if not names and any(map(str.isalpha, each.text)):
            desks.setdefault(each.source, []).append(each)
    return next(iter(named.values()), []), next(iter(desks.values()), [])


def _marked(rendering: Rendering) -> list[str]:
    """The names in the first element that is marked as an author's, and in those that continue its list."""
    found: list[str] = []
    end, skip = 0, False
    for element, start, stop in islice(rendering.stretches(_is_marked), MAX_MARKED):
        if found and not _LIST.fullmatch(rendering.text, end, start):
            break
        if _is_aside(element):
            continue
        text = rendering.text[start:stop]
        names = () if skip else next(filter(None, map(people, text.split("\n"))), ())
        skip = leads_to_others(text)
        if found and not any(" " in name for name in names):
            break
        if names:
            found += names
            end = stop
    return list(dict.fromkeys(found))


def _is_marked(element: Element) -> bool:
    attrs = element.attrs
    if not attrs:
        return False
    for name in ("class", "id", "data-testid"):
        if name in attrs and _names_author(attrs[name]):
            return True
    return any(name in attrs and "author" in attrs[name].split() for name in ("rel", "itemprop"))


def _names_author(names: str) -> bool:
    low = names.lower()
    return ("aut" in low or "byl" in low) and bool(_MARK.search(names))  # most name nothing like it, and the pattern is slow to see that


def _is_aside(element: Element) -> bool:
    """Whether an element stands outside the story: in a menu, a foot, a box beside it or among comments."""
    for each in takewhile(lambda each: each.tag not in ("article", "main", "body"), element.outwards()):
        if each.tag in ("aside", "nav", "footer") or _ELSEWHERE.search(f"{each.get('class')} {each.get('id')}"):
            return True
    return False
