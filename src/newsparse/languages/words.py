"""The words that names, roles, organizations and dates are known by: data, a file a language."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec


class Words(msgspec.Struct, frozen=True):
    """All in lower case, but for the zones.

    `organizations` maps to the form to print, `months` to 1–12, `weekdays` to 0 (Monday) – 6, `zones` to an offset or the
    name of a zone in the IANA data. IST is India's, BST Britain's, CST and AST America's, as is usual with news.
    """

    roles: frozenset[str]
    modifiers: frozenset[str]
    teams: frozenset[str]
    organizations: dict[str, str]
    organization_words: frozenset[str]
    credentials: frozenset[str]
    suffixes: frozenset[str]
    particles: frozenset[str]
    lead: frozenset[str]
    stop: frozenset[str]
    fillers: frozenset[str]
    trailing: frozenset[str]
    places: frozenset[str]
    months: dict[str, int]
    weekdays: dict[str, int]
    zones: dict[str, str]


@cache
def words(language: str = "en") -> Words:
    """The words of a language, from `LANGUAGE.json` beside this module."""
    return msgspec.json.decode(files(__package__).joinpath(language, "entities.json").read_bytes(), type=Words)
