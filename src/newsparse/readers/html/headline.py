"""The headline of a page, by a vote of what it states as its title and the headings it shows."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator

from newsparse.readers.html.render import Rendering
from newsparse.readers.html.statements import Statement, Statements, key

ALIKE = 0.2  # the share of common words at which a heading is taken for the title that is stated

_SEPARATOR = re.compile(r"(?<!\s)\s++(?:(?:[-–—•·»«<>/]|::|\|\|)\s++|\|\s*+)|\|\s*+")
_KICKER = re.compile(  # what stands between a kicker and the title
    r":\s++|(?<!\s)\s++(?:[-–—•·»/]\s++|\|\s*+)|\|\s*+"
)
_LAYOUT = re.compile(r"[\s:]+")
_SUFFIX_WORDS = 4
_TICKER = "+++"  # between the news of a live blog
_TITLE_WORDS = range(5, 31)  # of 850 pages, headings that name a site or a section have four or less
_SHARED = ("og:title", "twitter:title")


def headline(statements: Statements, rendering: Rendering) -> Statement | None:
    """The title of the story, None where the page has none.

    The heading that a title for sharing repeats, without the kicker where that leaves it out or has another,
    else what a news article's JSON-LD calls its headline, else the heading most like what is stated, else,
    where the page calls itself an article, a heading too long to name a site or a section, else what is
    stated without the site's name, as the page prints it if it does.
    """
    outlets = {key(name) for name in (statements.site, *statements.publishers) if name}
    stated = [title for title in statements.titles if title.source != "h1"]
    headings = [heading for heading in _headings(statements) if key(heading.text) not in outlets]
    described = [
        title
        for title in stated
        if title.source == "json-ld" and (statements.kind or "").endswith("NewsArticle")
    ][:1]
    if described and headings and max(_likeness(heading.text, described) for heading in headings) < ALIKE:
        described = []
    shared = [[title for title in stated if title.source == source] for source in _SHARED]
    return (
        next(
            filter(
                None, (_repeated(headings, titles) or _without_kicker(headings, titles) for titles in shared)
            ),
            None,
        )
        or _repeated(headings, described)
        or next(iter(described), None)
        or _repeated(headings, stated)
        or _most_alike(headings, stated)
        or (_long(headings, outlets) if statements.is_article else None)
        or _printed(rendering, stated, outlets)
        or _bare(stated, outlets)
        or next(iter(headings), None)
    )


def _headings(statements: Statements) -> Iterator[Statement]:
    """Each h1, and each line of one that has several, as with a kicker in it."""
    for title in statements.titles:
        if title.source == "h1":
            for text in dict.fromkeys((" ".join(title.text.split()), *title.text.split("\n"))):
                if text.strip():
                    yield Statement("h1", text.strip())


def _without_kicker(headings: Iterable[Statement], stated: Iterable[Statement]) -> Statement | None:
    """What stands behind a kicker in the first heading where all that is stated repeats it, but for a site's
    name at its end and a kicker of other words.
    """
    openings = [form for title in stated for form in _openings(title.text)]
    opening_keys = set(map(key, openings))
    kickers = {key(end): _words(kicker) for form in openings for kicker, end in _behind_kickers(form)}
    for heading in headings:
        for kicker, end in _behind_kickers(heading.text):
            other = kickers.get(key(end))
            if key(end) in opening_keys or (other is not None and other.isdisjoint(_words(kicker))):
                return Statement("h1", end)
    return None


def _behind_kickers(title: str) -> Iterator[tuple[str, str]]:
    """What may be a title's kicker, and what stands behind it."""
    yield from ((title[: cut.start()], title[cut.end() :]) for cut in _KICKER.finditer(title))


def _repeated(headings: Iterable[Statement], stated: Iterable[Statement]) -> Statement | None:
    """The first heading that a stated title repeats, with or without a site's name; as that has it, where the
    page leaves a colon or a space to its layout, as behind a kicker.
    """
    forms: dict[str, list[Statement]] = {}
    for title in stated:
        for form in _forms(title.text):
            forms.setdefault(key(form), []).append(Statement(title.source, form))
    for heading in headings:
        if same := forms.get(key(heading.text)):
            return next((form for form in same if _has_more(form.text, heading.text)), heading)
    return None


def _has_more(one: str, other: str) -> bool:
    """Whether a text is another with colons or spaces on top."""
    return len(one.rstrip(" :")) > len(other) and _LAYOUT.sub("", one) == _LAYOUT.sub("", other)


def _long(headings: Iterable[Statement], outlets: Iterable[str]) -> Statement | None:
    """The first heading that is too long to be a name, holds none of an outlet and is no line of a ticker or
    paragraph."""
    for heading in headings:
        is_long = len(heading.text.split()) in _TITLE_WORDS and _TICKER not in heading.text
        if is_long and not any(name in key(heading.text) for name in outlets):
            return heading
    return None


def _most_alike(headings: Iterable[Statement], stated: list[Statement]) -> Statement | None:
    shares = {heading: _likeness(heading.text, stated) for heading in headings}
    best = max(shares, key=shares.__getitem__, default=None)
    return best if best and shares[best] >= ALIKE else None


def _likeness(text: str, others: Iterable[Statement]) -> float:
    """The greatest share of words that a text has in common with one of the others."""
    words = _words(text)
    return max(
        (len(words & _words(other.text)) / (len(words | _words(other.text)) or 1) for other in others),
        default=0.0,
    )


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


def _printed(rendering: Rendering, stated: Iterable[Statement], outlets: Container[str]) -> Statement | None:
    """A stated title that stands on a line of its own."""
    lines = set(map(key, rendering.text.split("\n")))
    for title in stated:
        for form in _forms(title.text):
            if len(form.split()) > 2 and key(form) in lines and key(form) not in outlets:
                return Statement(title.source, form)
    return None


def _bare(stated: list[Statement], outlets: Container[str]) -> Statement | None:
    """The first stated title without the site's name: as another source has it, else without a short end."""
    if not stated:
        return None
    title = stated[0]
    others = {key(other.text) for other in stated}
    for form in _forms(title.text):
        if form != title.text and key(form) in others and key(form) not in outlets:
            return Statement(title.source, form)
    cuts = list(_SEPARATOR.finditer(title.text))
    if cuts and key(title.text[: cuts[0].start()]) in outlets:
        return Statement(title.source, title.text[cuts[0].end() :])
    if cuts and ("|" in cuts[-1][0] or len(title.text[cuts[-1].end() :].split()) <= _SUFFIX_WORDS):
        return Statement(title.source, title.text[: cuts[-1].start()])
    return title


def _forms(title: str) -> Iterator[str]:
    """A title as it stands, and without what a separator sets off at its end or its beginning."""
    yield from _openings(title)
    yield from (title[cut.end() :] for cut in _SEPARATOR.finditer(title))


def _openings(title: str) -> Iterator[str]:
    """A title as it stands, and without what a separator sets off at its end."""
    yield title
    yield from (title[: cut.start()] for cut in reversed(list(_SEPARATOR.finditer(title))))
