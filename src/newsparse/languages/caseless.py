"""Where a line may be cut in a language whose script has no capitals, made of the words of its folder.

Only a sign behind a word or a place of its own tells there what a capital tells elsewhere.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from newsparse.languages.data import Dates, Lexicon
from newsparse.languages.patterns import NEVER, SegmentPatterns, TimestampPatterns
from newsparse.regex import one_of

_UNSPACED = frozenset(("ja", "zh"))  # languages without spaces between words, with dates in figures
_LABEL_SIGNS = "/／:：=＝・"  # that entries of the lexicon may end with
_CLOCK = r"(?:\d{1,2}\s?[:.：]\s?\d{2}|\d{1,2}\s?[時时点點시]\s?\d{1,2})(?:[:：]\d\d)?(?:\s?분|分|\s?น\.)?"
_WEEKDAY = r"(?:\s*[(（][^()（）]{1,6}[)）])?"
_FIGURES = rf"\d{{4}}\s?[年.년/-]\s?\d{{1,2}}\s?[月.월/-]\s?\d{{1,2}}(?:\s?[日일]|(?!\d))\.?{_WEEKDAY}"
_NUMERIC = r"\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d(?![\d./-])"
# in Chinese and Japanese, a year of the Republic or of a reign, or none
_UNSPACED_FIGURES = (
    rf"(?:{_FIGURES}|(?:民國|令和|平成)?\s?\d{{1,3}}年\d{{1,2}}月\d{{1,2}}日{_WEEKDAY}"
    rf"|\d{{1,2}}月\d{{1,2}}日{_WEEKDAY}|\d{{1,2}}/\d{{1,2}}\s?[(（][^()（）]{{1,3}}[)）])"
)


def has_capitals(word: str) -> bool:
    """Whether a word is of a script with capitals."""
    return word.upper() != word.lower()


def caseless_patterns(
    code: str, lexicon: Lexicon, dates: Dates, times: TimestampPatterns, base: SegmentPatterns
) -> SegmentPatterns:
    """The patterns of `base` with those that a language's words make in place of what capitals tell."""
    by, photo = _of_class(lexicon, "by"), _of_class(lexicon, "photo")
    work = _of_class(lexicon, "credit", "role")
    clock = rf"(?:(?:{times.half_day_before})\s?)?{_CLOCK}"
    return replace(
        base,
        joint=NEVER,
        local_dateline=NEVER,
        local_date=_unspaced_date(lexicon, clock) if code in _UNSPACED else _date(lexicon, dates, clock),
        local_by=re.compile(rf"(?<!\w)(?i:{by})\s?[:：／/｜](?=\s*+\S)"),
        local_credit=re.compile(
            rf"[(（【\[]?(?<!\w)(?:(?:{photo})\s?[:：／/|｜=＝]|(?:{work})\s?[:：])", re.I
        ),
    )


def _label(lexicon: Lexicon) -> str:
    """The word before a date that says of what it is."""
    return rf"(?:(?<!\w)(?:{_of_class(lexicon, 'publish')})(?:\sفي)?\s?[:：]?\s?)?"


def _unspaced_date(lexicon: Lexicon, clock: str) -> re.Pattern[str]:
    """A date in figures; one inside a sentence has letters around it, and no time set off by a space."""
    label, published = _label(lexicon), _of_class(lexicon, "publish")
    behind = rf"(?:\s?(?:{published}))?"
    return re.compile(
        rf"{label}{_UNSPACED_FIGURES}\s+{clock}{behind}"
        rf"|(?<![\w，、]){label}(?:\d{{1,2}}[:：]\d\d\s+)?{_UNSPACED_FIGURES}{_time(clock)}{behind}(?![\w，、])",
        re.I,
    )


def _date(lexicon: Lexicon, dates: Dates, clock: str) -> re.Pattern[str]:
    """A date in figures or with a month's name, also with both of its names, and its time."""
    month = one_of(dates.months)
    weekday = rf"(?:(?:{one_of(dates.weekdays)})[,،]?\s+)?"
    named = rf"\d{{1,2}}\s+(?:{month})\.?(?:\s?/?\s?(?:{month}))?[,،]?(?:\s+\d{{4}})?"
    return re.compile(
        rf"{_label(lexicon)}(?<!\w){weekday}(?:{_FIGURES}|{_NUMERIC}|{named}){_time(clock)}", re.I
    )


def _time(clock: str) -> str:
    return rf"(?:\s*[,|،–-]?\s*{clock})?"


def _of_class(lexicon: Lexicon, *names: str) -> str:
    return one_of({word.rstrip(_LABEL_SIGNS) for word in lexicon.of_classes(*names)})
