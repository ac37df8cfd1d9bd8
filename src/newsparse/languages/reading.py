"""The language that a text is read in: the one it is in, completed by what English has and the other lacks.

Names of agencies, marks of pictures and layouts of dates are much the same everywhere, so that English
patterns serve where a language has none of its own; its words come on top.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from msgspec.structs import replace

from newsparse.languages import Language, codes, load
from newsparse.languages.boundaries import boundary_patterns
from newsparse.languages.caseless import caseless_patterns, has_capitals
from newsparse.languages.data import Dates, Entities, Lexicon
from newsparse.languages.detect import detect
from newsparse.languages.patterns import FieldPatterns, SegmentPatterns

BASE = "en"
# classes of words that stand in every language's pages
INTERNATIONAL = frozenset(("agency", "family", "given", "photo", "share", "zone"))

# codes of languages (ISO 639, older or narrower) whose words stand under another
_ALIASES = {"nb": "no", "nn": "no", "iw": "he", "in": "id"}


class Reading(NamedTuple):
    """The language to read a text in, and the tag (BCP 47) of the one that it is in; None where nothing
    tells it apart.
    """

    language: Language
    tag: str | None


def reading_of(text: str, stated: str | None = None, chosen: str | None = None) -> Reading:
    """How to read a text: in the language that its reader chose (a code), else in the stated one (a tag),
    where there are words for it, else in the one that it shows. A stated tag is the text's, unless another
    language was chosen.
    """
    code = _code(stated) if stated else None
    if chosen:
        return Reading(completed(chosen), stated if code == chosen else chosen)
    if code in codes():
        return Reading(completed(code), stated)
    found = detect(text)
    return Reading(completed(found.read_in), stated or found.language)


def language_of(text: str) -> Language:
    """The language that a text is in, ready to read it."""
    return reading_of(text).language


def _code(tag: str) -> str:
    """The code under which the words of a tag's language stand."""
    code = re.split(r"[-_]", tag.strip().lower(), maxsplit=1)[0]
    return _ALIASES.get(code, code)


@cache
def completed(code: str) -> Language:
    """A language completed by English."""
    own, base = load(code), load(BASE)
    if code == BASE:
        return base
    return replace(
        own,
        lexicon=_lexicon(own.lexicon, base.lexicon),
        entities=_entities(own.entities, base.entities),
        dates=_dates(own.dates, base.dates),
        segment=_segment_patterns(own, base.segment),
        fields=_field_patterns(own.fields, base.fields),
    )


def _segment_patterns(own: Language, base: SegmentPatterns) -> SegmentPatterns:
    """The English patterns, what the language's words make, and its own patterns before both."""
    made = boundary_patterns(own.lexicon, own.dates, own.fields, base)
    if not any(map(has_capitals, own.lexicon.stops)):
        made = caseless_patterns(own.code, own.lexicon, own.dates, own.fields.timestamp, made)
    empty = SegmentPatterns()
    stated = {name: getattr(own.segment, name) for name in own.segment.__struct_fields__}
    return replace(
        made, **{name: pattern for name, pattern in stated.items() if pattern != getattr(empty, name)}
    )


def _field_patterns(own: FieldPatterns, base: FieldPatterns) -> FieldPatterns:
    """The language's own patterns of each kind of field, those of English where it has none of a kind."""
    empty = FieldPatterns()
    kinds = {name: getattr(own, name) for name in own.__struct_fields__}
    return replace(
        base, **{name: patterns for name, patterns in kinds.items() if patterns != getattr(empty, name)}
    )


def _entities(own: Entities, base: Entities) -> Entities:
    """The words of both; an organization is printed as the language prints it."""
    both = {name: getattr(base, name) | getattr(own, name) for name in own.__struct_fields__}
    return Entities(**both)


def _lexicon(own: Lexicon, base: Lexicon) -> Lexicon:
    shared = {
        word: tuple(filter(INTERNATIONAL.__contains__, classes)) for word, classes in base.words.items()
    }
    words = {word: classes for word, classes in shared.items() if classes and word not in own.stops}
    return replace(own, words=words | own.words)


def _dates(own: Dates, base: Dates) -> Dates:
    return Dates(
        months=base.months | own.months, weekdays=base.weekdays | own.weekdays, zones=base.zones | own.zones
    )
