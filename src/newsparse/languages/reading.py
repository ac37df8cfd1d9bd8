"""The language that a text is read in: the one it is in, completed by what English has and the other lacks.

Names of agencies, marks of pictures and layouts of dates are much the same everywhere, so that English
patterns serve where a language has none of its own; its words come on top.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from msgspec.structs import replace

from newsparse.languages import Language, codes, load
from newsparse.languages.data import Dates, Lexicon
from newsparse.languages.detect import detect
from newsparse.languages.patterns import NEVER, FieldPatterns, SegmentPatterns

BASE = "en"
# classes of words that stand in every language's pages
INTERNATIONAL = frozenset(("agency", "family", "given", "photo", "share", "zone"))

_TIME = (
    r"(?:\s*(?:,|-|–|\||um|à|a\slas|às|alle|kl\.?|"
    r"o)?\s*\d{1,2}\s?[:.h：時时点]\s?\d{2}(?:[:：]\d\d)?(?:\s*(?:Uhr|h|分)\b)?)?"
)
_FIGURES = r"\d{4}\s?[年.년]\s?\d{1,2}\s?[月.월]\s?\d{1,2}\s?[日일]?\.?(?:\s*[(（][^()（）]{1,6}[)）])?"


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
    entities = own.entities if own.entities.roles else base.entities
    return replace(
        own, lexicon=_lexicon(own.lexicon, base.lexicon), entities=entities,
        dates=_dates(own.dates, base.dates),
        segment=_segment_patterns(own, base.segment), fields=_field_patterns(own.fields, base.fields),
    )  # fmt: skip


def _field_patterns(own: FieldPatterns, base: FieldPatterns) -> FieldPatterns:
    """The language's own patterns of each kind of field, those of English where it has none of a kind."""
    empty = FieldPatterns()
    kinds = {name: getattr(own, name) for name in own.__struct_fields__}
    return replace(
        base, **{name: patterns for name, patterns in kinds.items() if patterns != getattr(empty, name)}
    )


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


def _segment_patterns(own: Language, base: SegmentPatterns) -> SegmentPatterns:
    """The language's own patterns where it has any, else those of English with what its words make."""
    if own.segment != SegmentPatterns():
        return own.segment
    by, photo = _of_class(own.lexicon, "by"), _of_class(own.lexicon, "photo")
    return replace(
        base,
        local_date=_date(own.dates),
        local_by=re.compile(rf"(?<=[\s,.!?\d])(?i:{by})\b:?\s+(?=[^\W\d_a-z])") if by else NEVER,
        local_credit=re.compile(rf"(?<!\w)(?:{photo})\s?[:：/|]", re.I) if photo else NEVER,
    )


def _date(dates: Dates) -> re.Pattern[str]:
    """A date in figures or with a month's name, and its time."""
    months, weekdays = _any(dates.months), _any(dates.weekdays)
    if not months:
        return re.compile(_FIGURES + _TIME, re.I)
    day = rf"(?:(?:{weekdays}),?\s+)?" if weekdays else ""
    year = r"(?:\s+(?:de\s+|del\s+)?\d{4})?"
    return re.compile(
        (
            rf"(?<!\w)(?:{_FIGURES}|{day}\d{{1,2}}(?:\.|º|er|-?го)?\s+(?:de\s+|"
            rf"di\s+)?(?:{months})\.?,?{year}){_TIME}"
        ),
        re.I,
    )


def _of_class(lexicon: Lexicon, name: str) -> str:
    return _any(word for word, classes in lexicon.words.items() if name in classes)


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
