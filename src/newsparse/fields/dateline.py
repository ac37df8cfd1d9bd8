"""Dateline: the place, agency and date that open a wire story."""

from __future__ import annotations

import re

from newsparse.article import Dateline
from newsparse.fields.entities import classify, normalize_space, print_organization, print_place
from newsparse.fields.timestamp import day
from newsparse.languages import Language

_ASIDE = re.compile(r"\(([^()]*)\)|(?<=\s)/([^/]*)/(?=\s|$)")
_EDGES = " \t-–—:,/|•·*"


def dateline(text: str, language: Language) -> Dateline:
    """Location, organization and date of a dateline, None what it does not say; a month and day without a year are no date."""
    printed = normalize_space(text)
    asides = [aside[aside.lastindex or 0].strip() for aside in _ASIDE.finditer(printed)]
    agency = next((aside for aside in asides if aside and not _dated(aside, language)), None)
    pieces = (piece.strip(_EDGES) for piece in _ASIDE.split(printed)[0].split(","))
    location = ", ".join(piece for piece in pieces if piece and not _dated(piece, language)) or None
    places = language.entities.places
    if agency is None and location and _is_agency(location, language):
        location, agency = None, location
    elif agency and location and agency.lower() in places and location.lower() not in places:
        location, agency = agency, location  # an outlet, and in brackets where it writes from
    return Dateline(
        " ".join(text.split()),
        print_place(location, language) if location else None,
        print_organization(agency, language) if agency else None,
        day(text, language),
    )


def _is_agency(text: str, language: Language) -> bool:
    """Whether it is known as an organization; capitals alone do not tell, as places stand in capitals here."""
    known = " " in text or "." in text or text.lower() in language.entities.organizations
    return known and classify(text, language) == "organization"


def _dated(text: str, language: Language) -> bool:
    """A month, a day or a year: not a place."""
    first = text.split()[0].lower().strip(".")
    return first.isdigit() or first in language.dates.months or first in language.dates.weekdays
