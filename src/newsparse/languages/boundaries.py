"""Where a line in another language than English may be cut, made of the words of its folder.

The English patterns stay: names of agencies, marks of pictures and dates in figures are much the same
everywhere. What is made here comes on top.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace

from newsparse.languages.data import Dates, Lexicon
from newsparse.languages.patterns import NEVER, FieldPatterns, SegmentPatterns, TimestampPatterns
from newsparse.regex import NOTHING, one_of

_FIGURES = r"\d{4}\s?[年.년]\s?\d{1,2}\s?[月.월]\s?\d{1,2}\s?[日일]?\.?(?:\s*[(（][^()（）]{1,6}[)）])?"
_NUMERIC = r"\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d(?![\d./-])|(?:19|20)\d\d[-/]\d\d?[-/]\d\d?(?!\d)"
_CAPITALS = "A-ZÀ-ÖØ-ÞĂĄĆČĎĐĘĚĞİŁŃŇŐŘŚŞŠŤŮŰŹŻŽА-ЯЁІЇЄҐ"
_SMALL = "a-zß-öø-ÿăąćčďđęěğıłńňőřśşšťůűźżžа-яёіїєґ"
# atomic groups: before Python 3.11.5 a group that is repeated possessively may end behind a sign too many
_WORD = rf"[{_CAPITALS}][\w’']*+(?>(?:-[\w’']++)*)"
_PLACE = rf"{_WORD}(?:(?:,\s?|/|\s?[–-]\s?|\s(?:[{_SMALL}]{{1,3}}\s){{0,2}}){_WORD}){{0,5}}"
_SIGN = r"(?:[.:]?\s?(?:--?|[–—|·])|[.:])(?=\s|$)"
_AGENCY = rf"\([^()]{{2,40}}\)|/[^/\s][^/]{{1,30}}/|(?<=\s)[{_SMALL}]{{2,5}}(?=\s?[|–—-]\s)"
_CLOSED = r"(?<=[.!?…”“\"’»):\]])"  # behind the end of a sentence
# classes of phrases that lead out of the text, and those of a page's buttons
_LINKS = ("related", "share", "signup", "ads")


def boundary_patterns(
    lexicon: Lexicon, dates: Dates, fields: FieldPatterns, base: SegmentPatterns
) -> SegmentPatterns:
    """The patterns of `base` (English) with those that a language's words make."""
    by, labels = fields.byline.leads, fields.byline.labels
    credits, links = _phrases(lexicon, ("credits",)), _phrases(lexicon, _LINKS)
    return replace(
        base,
        joint=re.compile(
            rf"(?<=[{_SMALL}.?!)”\d])(?=[{_CAPITALS}](?:[{_SMALL}]|['’][{_CAPITALS}]))(?!In(?:nen)?\b)"
            rf"|(?<=[{_SMALL}]{{3}})(?=[{_CAPITALS}]{{3}})|(?<=[{_SMALL}][.?!])(?=[{_CAPITALS}]{{2}})"
            rf"|(?<=[{_SMALL}])(?<!\dh)(?=[\d#])(?!\d\b)"
        ),
        # English months are parts of other words ("Marathon 2024")
        date=NEVER if dates.months else base.date,
        local_dateline=_dateline(dates, fields.timestamp),
        local_date=_date(dates, fields.timestamp),
        local_relative=_relative(fields.timestamp),
        local_by=_by(_either(by, _of_class(lexicon, "by")), _either(labels, _of_class(lexicon, "by"))),
        local_credit=_credit(_either(fields.photo_credit.label, _of_class(lexicon, "photo")), by or NOTHING),
        local_work=re.compile(rf"(?:{_CLOSED}\s+|[(\[]|\s[–—|•·]\s|\s-\s)(?={credits})", re.I),
        local_link=re.compile(rf"(?:{_CLOSED}\s+(?=[(\[]?{links})|\s(?={links}\W*$))", re.I),
    )


def _dateline(dates: Dates, words: TimestampPatterns) -> re.Pattern[str]:
    """Place, day and agency at the start of a line, an agency also before the place; `sign` is what ends
    one with an agency.
    """
    month = rf"\s?(?:{words.day_of})?(?i:{one_of(dates.months)})(?!\w)\.?"
    day = rf"[,.]?\s?\d{{1,2}}(?:\.|º)?(?:[./]\d{{1,2}}\.?|{month})?(?:,?\s(?:{words.day_of})?\d{{4}})?"
    before = r"(?:\([^()]{2,30}\)\s?[–—-]\s?)"
    capitals = rf"[{_CAPITALS}]{{3,}}+(?:[\s/,-]++[{_CAPITALS}]{{2,}}+){{0,5}}"
    return re.compile(
        rf"(?:(?:{before}{_PLACE}(?:{day})?|{_PLACE}(?:{day})?,?\s?(?:{_AGENCY}))\s?(?P<sign>{_SIGN})"
        rf"|(?:{capitals}|{_PLACE}(?={day}))(?:{day})?,?\s?\([^()]{{2,40}}\)"
        rf"|{_PLACE}(?:{day})?(?:\s?[–—|·]|\s-)(?=\s)"
        rf"|{_WORD}(?:[\s/]{_WORD}){{0,2}}\.(?=\s[{_CAPITALS}].{{40}}))\s*"
    )


def _date(dates: Dates, words: TimestampPatterns) -> re.Pattern[str]:
    """A date in figures or with a month's name, with its time and with what leads to it."""
    before = words.before_day or NOTHING
    weekday = rf"(?:(?:{one_of(dates.weekdays)})\.?,?\s+)?"
    leads = rf"(?:(?:{words.updated}|{words.published})\s?[:：]?\s*+)?(?:(?<!\w)(?:{before})\s+)?"
    day = rf"\d{{1,2}}(?:\.|º|{words.ordinal})?\s*"
    year = rf"(?:\s+(?:{words.day_of})?\d{{4}})?"
    named = rf"{day}(?:{words.day_of})?(?:{one_of(dates.months)})(?!\w)\.?,?{year}"
    behind = rf"(?:\s?(?:{words.half_day}|{words.behind_clock})(?!\w))?"
    clock = rf"\d{{1,2}}\s?(?:{words.clock_sign})\s?\d\d(?:[:：]\d\d)?{behind}"
    time = rf"(?:(?:\s*[,|–-])?(?:\s*(?<!\w)(?:{words.before_clock}))?\s*{clock})?"
    return re.compile(
        rf"(?<!\w){leads}{weekday}(?:(?<!\w)(?:{before})\s+)?(?:{_FIGURES}|{_NUMERIC}|{named}){time}"
        rf"|^(?>{clock})(?=\s|$)",
        re.I,
    )


def _relative(words: TimestampPatterns) -> re.Pattern[str]:
    """How long ago it was, and how long a text takes to read."""
    minutes = r"\d++\s?min\w*+\.?"
    return re.compile(
        rf"(?<!\w)(?:(?:{words.updated}\s?)?(?:{words.ago})|(?:{words.reading})\s?:?\s?(?:ca\.?\s?)?{minutes}"
        rf"|{minutes}\s(?:{words.reading})|\d++\s?min\.?$)",
        re.I,
    )


def _by(by: str, labels: str) -> re.Pattern[str]:
    """The word before an author: with a colon or a capital anywhere, else behind a sign."""
    name = r"(?=[^\W\d_a-z])"
    return re.compile(
        rf"(?<=[\s,.!?\d])(?:(?i:{labels})\s?[:：]\s*+(?=\S)|{name}(?i:{by})(?!\w):?\s+{name})"
        rf"|(?<=[\d,;:.!?|)–—•·-]\s)(?i:{by})\s+(?=[{_CAPITALS}])"
    )


def _credit(photo: str, by: str) -> re.Pattern[str]:
    """The label of a picture's credit, and a mere word of pictures that ends a line."""
    return re.compile(
        rf"(?<!\w)(?i:{photo})(?:(?:\s(?i:{by}))?\s?[:：/|]|(?:\s(?i:{by})|\.)\s(?=[{_CAPITALS}]))"
        rf"|(?<=[,|–-]\s)(?i:{photo})\.\s|(?<=[{_SMALL}])(?=[{_CAPITALS}])(?i:{photo})(?!\w)"
        rf"|{_CLOSED}\s?(?=(?i:{photo})\W*$)"
    )


def _either(*sources: str) -> str:
    return "|".join(filter(None, sources)) or NOTHING


def _phrases(lexicon: Lexicon, names: Iterable[str]) -> str:
    """Any of the phrases of these classes, up to the end of a word."""
    wanted = frozenset(names)
    phrases = (phrase for phrase, classes in lexicon.phrases.items() if not wanted.isdisjoint(classes))
    return rf"(?:{one_of(phrases)})(?!\w)"


def _of_class(lexicon: Lexicon, name: str) -> str:
    words = lexicon.of_classes(name)
    return one_of(words) if words else ""
