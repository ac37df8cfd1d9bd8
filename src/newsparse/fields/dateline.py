"""Dateline: the place, agency and date that open a wire story."""

from __future__ import annotations

from newsparse.article import Dateline, DateOrder
from newsparse.fields.entities import classify, normalize_space, print_organization, print_place
from newsparse.fields.timestamp import day
from newsparse.languages import Language
from newsparse.regex import lazy

_ASIDE = lazy(r"\(([^()]*)\)|(?<=\s)/([^/]*)/(?=[\s.:,]|$)")
_BETWEEN = lazy(r",|\s[—–|-]+\s")
_FULL_STOP = lazy(r"(?<=[^\W\d_]{4})\.$")  # behind a word that is no abbreviation
_EDGES = " \t-–—:,/|•·*_"


def dateline(text: str, language: Language, order: DateOrder | None = None) -> Dateline:
    """Location, organization and date of a dateline, None what it does not say;
    a month and day without a year are no date.
    """
    printed = normalize_space(text)
    if named := language.fields.dateline.search(printed):
        place, agency = ((named.groupdict().get(group) or "").strip(_EDGES) for group in ("place", "agency"))
        places = language.entities.places
        if agency.lower() in places and place.lower() not in places:
            place, agency = agency, place
        return Dateline(
            " ".join(text.split()),
            print_place(place, language) if place else None,
            print_organization(agency, language) if agency else None,
            day(text, language, order),
        )
    agency, place = _agency(printed, language)
    pieces = [piece for piece in _pieces(place, language) if not is_dated(piece, language)]
    pieces = [_without_day(piece, language) for piece in pieces]
    if len(pieces) == 1:
        pieces = [_FULL_STOP.sub("", pieces[0])]
    if agency is None and pieces and (signed := _signed(pieces[-1], language)):
        pieces[-1], agency = signed
    if agency is None:
        agency = next((piece for piece in pieces if _is_agency(piece, language)), None)
        pieces = [piece for piece in pieces if piece != agency]
    location = ", ".join(pieces) or None
    places = language.entities.places
    if agency and location and agency.lower() in places and location.lower() not in places:
        location, agency = agency, location  # an outlet, and in brackets where it writes from
    return Dateline(
        " ".join(text.split()),
        print_place(location, language) if location else None,
        print_organization(agency, language) if agency else None,
        day(text, language, order),
    )


def _agency(printed: str, language: Language) -> tuple[str | None, str]:
    """What stands in the last brackets or slashes that hold no day alone, and what stands before them, or
    behind them where they open the line.
    """
    for aside in reversed([*_ASIDE.finditer(printed)]):
        if agency := _without_dates(aside[aside.lastindex or 0].strip(), language):
            before, behind = printed[: aside.start()], printed[aside.end() :]
            return agency, before if before.strip(_EDGES) else behind
    return None, _ASIDE.sub("", printed)


def _pieces(place: str, language: Language) -> list[str]:
    """What stands between commas and dashes."""
    left, slash, right = place.strip(_EDGES).partition("/")
    if slash and (_is_agency(left, language) or _is_agency(right, language)):
        place = f"{left},{right}"
    return [piece for piece in (piece.strip(_EDGES) for piece in _BETWEEN.split(place)) if piece]


def _without_day(piece: str, language: Language) -> str:
    """A place without the day behind it ("PRAHA 4. března", "MOSCOW. March 5")."""
    words = piece.split()
    start = len(words)
    while start > 1 and is_dated(words[start - 1], language):
        start -= 1
    dated = any(word.rstrip(".").isdigit() for word in words[start:])
    return " ".join(words[:start]).rstrip(".") if dated else piece


def _signed(piece: str, language: Language) -> tuple[str, str] | None:
    """A place and the agency that stands behind it in small letters ("BERLIN taz")."""
    place, _, last = piece.rpartition(" ")
    return (place, last) if place and last.islower() and last in language.entities.organizations else None


def _without_dates(text: str, language: Language) -> str:
    return ", ".join(
        part for part in map(str.strip, _BETWEEN.split(text)) if part and not is_dated(part, language)
    )


def _is_agency(text: str, language: Language) -> bool:
    """Whether it is known as an organization; capitals alone do not tell,
    as places stand in capitals here.
    """
    known = " " in text or "." in text or text.lower() in language.entities.organizations
    return known and classify(text, language) == "organization"


def is_dated(text: str, language: Language) -> bool:
    """Whether a text is a month, a day or a year, or opens with one: not a place."""
    first = text.split()[0].lower().strip(".")
    return first.isdigit() or first in language.dates.months or first in language.dates.weekdays
