"""What is known of a language, as data: a folder a language, which may hold any of

lexicon.json         word classes, stop words, opening phrases
entities.json        words of roles, organizations, names, places
dates.json           months, weekdays, zones
segment_patterns.py  field_patterns.py  page_patterns.py    `PATTERNS`: the patterns of a stage

A language is loaded once, by the pipeline, and handed down. What its folder lacks is empty or matches
nothing. The months and the patterns of pages are used of all languages together.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TypeVar

import msgspec

from newsparse.languages.data import Dates, Entities, Lexicon, decode_lexicon
from newsparse.languages.patterns import FieldPatterns, PagePatterns, SegmentPatterns

DEFAULT = "en"  # the language of the weights that ship
_FOLDER = Path(__file__).parent

Patterns = TypeVar("Patterns", SegmentPatterns, FieldPatterns, PagePatterns)


class Language(msgspec.Struct, frozen=True, eq=False):
    """A language's words and patterns. Compared and hashed by identity,
    so that what is made of one can be cached.
    """

    code: str
    lexicon: Lexicon = Lexicon()
    entities: Entities = Entities()
    dates: Dates = Dates()
    segment: SegmentPatterns = SegmentPatterns()
    fields: FieldPatterns = FieldPatterns()


@cache
def load(code: str) -> Language:
    """The language with this code ("en"); one that has no folder knows nothing."""
    folder = _FOLDER / code
    return Language(
        code,
        load_lexicon(code),
        msgspec.json.decode(_json(folder, "entities"), type=Entities),
        msgspec.json.decode(_json(folder, "dates"), type=Dates),
        _patterns(code, "segment_patterns", SegmentPatterns),
        _patterns(code, "field_patterns", FieldPatterns),
    )


@cache
def load_lexicon(code: str) -> Lexicon:
    """The lexicon of the language with this code: all that telling languages apart needs."""
    path = _FOLDER / code / "lexicon.json"
    return decode_lexicon(path.read_bytes()) if path.is_file() else Lexicon()


@cache
def codes() -> tuple[str, ...]:
    """The codes of all languages that have a folder, in alphabetical order."""
    return tuple(
        sorted(folder.name for folder in _FOLDER.iterdir() if folder.is_dir() and folder.name.isalpha())
    )


def check_code(code: str) -> None:
    """Raise ValueError for the code of a language that there are no words for."""
    if code not in codes():
        raise ValueError(f"there are no words for the language {code!r}, only for {', '.join(codes())}")


@cache
def month_names() -> dict[str, int]:
    """The months of all languages: names in lower case → 1–12."""
    months: dict[str, int] = {}
    for code in codes():
        months |= msgspec.json.decode(_json(_FOLDER / code, "dates"), type=Dates).months
    return months


@cache
def page_patterns() -> PagePatterns:
    """The patterns of pages, those of all languages together."""
    groups = [_patterns(code, "page_patterns", PagePatterns) for code in codes()]
    united: dict[str, str | frozenset[str]] = {}
    for name in PagePatterns.__struct_fields__:
        values = [getattr(group, name) for group in groups]
        united[name] = "|".join(values) if isinstance(values[0], str) else frozenset().union(*values)
    return msgspec.convert(united, PagePatterns)


def _json(folder: Path, name: str) -> bytes:
    path = folder / f"{name}.json"
    return path.read_bytes() if path.is_file() else b"{}"


def _patterns(code: str, module: str, group: type[Patterns]) -> Patterns:
    """`PATTERNS` of the module of a language, or the defaults where there is no such module."""
    if not (_FOLDER / code / f"{module}.py").is_file():
        return group()
    patterns = import_module(f"{__package__}.{code}.{module}").PATTERNS
    assert isinstance(patterns, group)
    return patterns
