"""Dateline: the place, agency and date that open a wire story."""

from __future__ import annotations

import re

from newsparse.article import Dateline
from newsparse.fields.entities import fold, kind, organization, place
from newsparse.fields.timestamp import day
from newsparse.languages import load

_ASIDE = re.compile(r"\(([^()]*)\)|(?<=\s)/([^/]*)/(?=\s|$)")
_EDGES = " \t-–—:,/|•·*"


def dateline(text: str) -> Dateline:
    """Location, organization and date of a dateline, None what it does not say; a month and day without a year are no date."""
    seen = fold(text)
    asides = [aside for aside in (found[found.lastindex or 0].strip() for found in _ASIDE.finditer(seen)) if aside and not _dated(aside)]
    pieces = (piece.strip(_EDGES) for piece in _ASIDE.split(seen)[0].split(","))
    before = ", ".join(piece for piece in pieces if piece and not _dated(piece)) or None
    location, agency = before, next(iter(asides), None)
    if agency is None and before and _outlet(before):
        location, agency = None, before
    elif agency and before and agency.lower() in load("en").entities.places and before.lower() not in load("en").entities.places:
        location, agency = agency, before  # an outlet, and in brackets where it writes from
    return Dateline(" ".join(text.split()), place(location) if location else None, organization(agency) if agency else None, day(text))


def _outlet(text: str) -> bool:
    """Whether it is known as an organization; capitals alone do not tell, as places stand in capitals here."""
    return kind(text) == "organization" and (" " in text or "." in text or text.lower() in load("en").entities.organizations)


def _dated(text: str) -> bool:
    """A month, a day or a year: not a place."""
    first = text.split()[0].lower().strip(".")
    return first in load("en").dates.months or first.isdigit() or first in load("en").dates.weekdays
