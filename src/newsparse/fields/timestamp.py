"""Timestamp: when it was published and updated, as exact as the text says. A day is never invented.

A numeric date whose day and month could be either way round is read by what else the same texts say: a date that
can only be one way, a weekday that checks, the zone (North America writes the month first), the clock (a.m. and p.m.:
month first; 24 hours: day first). Where nothing says it there is no date: on English pages either order was about
as frequent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import msgspec

from newsparse.article import Timestamp
from newsparse.fields.entities import fold
from newsparse.languages import load

MOST = 40  # spans that are looked at
AMERICAN = frozenset(("ET", "EST", "EDT", "CT", "CST", "CDT", "MT", "MST", "MDT", "PT", "PST", "PDT", "AKST", "AKDT", "HST"))

_DAYS = frozenset(("iso", "month_first", "day_first", "numeric"))
_CLOCKS = frozenset(("clock", "short", "military"))
_EDGES = " \t|•·●・/-–—,:;("


class _Moment(msgspec.Struct):
    """One printed time while it is read: its place in the text, whose it is, and its day, clock and zone so far."""

    start: int
    kind: str = ""
    year: int = 0
    month: int = 0
    day: int = 0
    clock: tuple[int, int, int] | None = None
    half: bool = False
    zone: str = ""
    weekday: int | None = None
    ago: bool = False
    end: int = 0
    turned: tuple[int, int] = (0, 0)  # a numeric date's first two numbers, while it is open which is the month

    @property
    def dated(self) -> bool:
        return self.day > 0 or self.turned[0] > 0

    @property
    def empty(self) -> bool:
        return not (self.dated or self.clock or self.ago or self.year)


@cache
def _pattern() -> re.Pattern[str]:
    """Everything that a timestamp is made of; the alternatives are tried in this order at each place."""
    known = load("en").dates

    def one_of(names: Sequence[str]) -> str:
        return "|".join(sorted(map(re.escape, names), key=len, reverse=True))

    month = rf"(?:{one_of(list(known.months))})(?![a-z])\.?"
    year = r"(?:19|20)\d\d(?=\D|$|\d{1,2}:\d\d)"
    zone = rf"(?:GMT|UTC)[+-]\d{{1,2}}(?::?\d\d)?(?!\d)|(?:{one_of([z for z in known.zones if z != 'Z'])})(?=[^A-Za-z]|$|[A-Z][a-z])"
    return re.compile(
        rf"""
        (?P<updated>(?<![a-zA-Z])(?i:last\s)?(?i:updated?|modified|edited|revised|reviewed|content\scurrent\sas\sof|as\sof)(?=[^a-z]|on[A-Z]|$)
            |(?<=[A-Za-z0-9])(?:Updated|UPDATED)(?![a-z]))
        |(?P<published>(?<![a-zA-Z])(?i:(?:first|originally)\s)?
            (?i:published|publish\sdate|publication\sdate|posted|issued|released?|created|written|uploaded|filed|online)(?![a-z]))
        |(?P<length>\d+(?:\s?[-–]\s?\d+)?[\s-]?(?i:min(?:ute)?s?\b\.?)(?!\s(?i:ago))(?:\s(?i:read))?)
        |(?P<ago>(?<!\w)(?i:(?:\d+|an?|one)\s?(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|h|days?|d|weeks?|months?|years?)\s(?:ago|old)|yesterday|today))
        |(?P<iso>(?<!\d)(?P<iso_year>(?:19|20)\d\d)[-./](?P<iso_month>\d\d?)[-./](?P<iso_day>\d\d?)(?!\d))
        |(?P<month_first>(?:(?<![A-Za-z])|(?=[A-Z]))(?P<mf_month>(?i:{month}))\s?(?P<mf_day>\d\d?)(?i:st|nd|rd|th)?(?!\d|:\d)
            (?:(?:\s?,\s?|\s)(?P<mf_year>{year})|\s?,?\s?['’](?P<mf_short>\d\d)(?!\d))?)
        |(?P<day_first>(?<![\d:./])(?P<df_day>\d\d?)(?i:st|nd|rd|th)?[\s-]?(?:of\s)?(?P<df_month>(?i:{month}))(?!\s?\d\d?,\s?{year})
            (?:[\s-]?,?[\s-]?(?P<df_year>{year})|[\s-]['’]?(?P<df_short>\d\d)(?=\s*(?:$|[\n|•,–-])))?)
        |(?P<numeric>(?<![\d/.-])(?P<a>\d\d?)(?P<sign>[/.-])(?P<b>\d\d?)(?P=sign)(?P<c>(?:19|20)\d\d|\d\d)(?!\d|[/.-]\d))
        |(?P<clock>(?:(?<![\d:.])|(?<=(?:19|20)\d\d))(?P<hour>[0-2]?\d)[:.](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:[.,]\d{{1,9}})?)?(?![\d:])
            (?:\s?(?P<half>(?i:[ap]\.?\s?m)\.?)(?![a-z]))?)
        |(?P<short>(?<![\d:.])(?P<short_hour>1?\d)\s?(?P<short_half>(?i:[ap]\.?m)\.?)(?![a-z]))
        |(?P<military>(?<![\d:.])(?P<mil_hour>[0-2]\d)(?P<mil_minute>[0-5]\d)\s(?={zone}))
        |(?P<zone>(?<![A-Za-z])(?:{zone})|(?<=\d)(?:Z(?![A-Za-z])|[+-]\d\d:?\d\d(?!\d)))
        |(?P<year>(?<!\d)(?:19|20)\d\d(?!\d))
        |(?P<weekday>(?<![a-zA-Z])(?i:{one_of(list(known.weekdays))})(?![a-z]))
        |(?P<line>\n)
        """,
        re.VERBOSE,
    )


def times(texts: Sequence[str]) -> tuple[Timestamp | None, Timestamp | None]:
    """When it was published and updated, from all timestamp spans of a text in order; None where nothing is printed.

    `date` is an ISO 8601 day, or an instant where a clock time stands with it; its offset is given where the zone is
    said. An update without a day or a year of its own takes that of the publication beside it, if it is not before it.
    A mere clock beside a dated update is that of a post, and no publication's.
    """
    text = "\n".join(filter(None, map(fold, texts[:MOST])))
    moments = list(_moments(text))
    _turn(moments)
    updated = _best(text, _completed(text, moments), "updated")
    if updated and updated.date:
        moments = [moment for moment in moments if moment.kind or moment.dated or moment.ago]
    return _best(text, moments, "published") or _best(text, moments, ""), updated


def day(text: str) -> str | None:
    """The first whole day that a text says, in ISO 8601."""
    moments = list(_moments(fold(text)))
    _turn(moments)
    return next((iso[:10] for moment in moments if (iso := _iso(moment))), None)


def _moments(text: str) -> Iterator[_Moment]:
    """The printed times of a text, in order. A word like "updated" begins one; so does a second day."""
    moment = _Moment(0)
    fresh = True  # on the line on which the moment began
    for found in _pattern().finditer(text):
        what = found.lastgroup or ""
        if what == "line":
            fresh = False
            continue
        if what in ("updated", "published"):
            begins = not moment.empty or bool(moment.kind)
        elif what == "length":
            continue
        elif what in _DAYS:
            begins = moment.dated or moment.ago or (not fresh and moment.clock is not None)
        elif what == "ago":
            begins = moment.dated or moment.clock is not None
        else:
            begins = not fresh and (moment.clock is not None or moment.ago) and what in _CLOCKS
        if begins:
            yield moment
            moment = _Moment(found.start(), kind=_follows(text, moment, found.start()) if what in _DAYS else "")
            fresh = True
        elif moment.empty and not moment.kind:
            moment.start, fresh = min(moment.start, found.start()) if moment.weekday is not None else found.start(), True
        _put(moment, what, found)
        if moment.dated or moment.clock or moment.ago:
            moment.end = found.end()
    yield moment


def _follows(text: str, before: _Moment, start: int) -> str:
    """A second day with nothing but a dash or the clock between it and the first is that of the update."""
    return "later" if before.dated and not before.kind and "\n" not in text[before.end : start] else ""


def _put(moment: _Moment, what: str, found: re.Match[str]) -> None:
    known = load("en").dates
    if what in ("updated", "published"):
        moment.kind = what
    elif what == "ago":
        moment.ago = True
    elif what == "iso":
        moment.year, moment.month, moment.day = int(found["iso_year"]), int(found["iso_month"]), int(found["iso_day"])
    elif what == "month_first":
        moment.month, moment.day = known.months[found["mf_month"].lower().rstrip(".")], int(found["mf_day"])
        moment.year = int(found["mf_year"] or 0) or (2000 + int(found["mf_short"]) if found["mf_short"] else moment.year)
    elif what == "day_first":
        moment.month, moment.day = known.months[found["df_month"].lower().rstrip(".")], int(found["df_day"])
        moment.year = int(found["df_year"] or 0) or (2000 + int(found["df_short"]) if found["df_short"] else moment.year)
    elif what == "numeric":
        moment.year = int(found["c"]) + (2000 if len(found["c"]) == 2 else 0)
        moment.turned = int(found["a"]), int(found["b"])
    elif what == "year":
        moment.year = moment.year or int(found["year"])
    elif what == "weekday" and moment.weekday is None:
        moment.weekday = known.weekdays[found["weekday"].lower()]
    elif what == "zone" and not moment.zone:
        moment.zone = found["zone"]
    elif moment.clock is None:
        _set(moment, what, found)


def _set(moment: _Moment, what: str, found: re.Match[str]) -> None:
    if what == "clock":
        hour, minute, half = int(found["hour"]), int(found["minute"]), found["half"]
    elif what == "short":
        hour, minute, half = int(found["short_hour"]), 0, found["short_half"]
    elif what == "military":
        hour, minute, half = int(found["mil_hour"]), int(found["mil_minute"]), None
    else:
        return
    if half and hour <= 12:
        hour = hour % 12 + (12 if half[0] in "pP" else 0)
    if hour < 24:
        moment.clock = hour, minute, int(found["second"] or 0)
        moment.half = bool(half)


def _turn(moments: list[_Moment]) -> None:
    """Settle which number of a numeric date is the month."""
    open_ = [moment for moment in moments if moment.turned[0]]
    if not open_:
        return
    order = next(filter(None, (hint(moment) for hint in (_only, _weekday) for moment in open_)), None)
    order = order or next(filter(None, (hint(moment) for hint in (_zoned, _clocked) for moment in moments)), None)
    for moment in open_:
        mine = _only(moment) or order
        a, b = moment.turned
        if mine or a == b:
            moment.month, moment.day = (a, b) if mine == "month" else (b, a)


def _only(moment: _Moment) -> str | None:
    a, b = moment.turned
    return "day" if a > 12 >= b else "month" if b > 12 >= a else None


def _weekday(moment: _Moment) -> str | None:
    if moment.weekday is None:
        return None
    a, b = moment.turned
    fits = [order for order, month, day_ in (("month", a, b), ("day", b, a)) if _on(moment.year, month, day_, moment.weekday)]
    return fits[0] if len(fits) == 1 else None


def _on(year: int, month: int, day_: int, weekday: int) -> bool:
    try:
        return date(year, month, day_).weekday() == weekday
    except ValueError:
        return False


def _zoned(moment: _Moment) -> str | None:
    if not moment.zone or moment.zone[0] in "UZ+-":
        return None  # UTC is a machine's, and says nothing of the country
    return "month" if moment.zone in AMERICAN else "day"


def _clocked(moment: _Moment) -> str | None:
    return ("month" if moment.half else "day") if moment.clock else None


def _completed(text: str, moments: list[_Moment]) -> list[_Moment]:
    """Updates with what they leave unsaid, taken from the publication; a bare later day is an update too."""
    base = next((moment for moment in moments if moment.kind in ("published", "") and _iso(moment)), None)
    if base is None:
        return moments
    start = _iso(base) or ""
    for moment in moments:
        if moment.kind == "later":
            moment.kind = "updated" if (_iso(moment) or "")[:10] > start[:10] else "again"
        elif moment.kind == "updated" and not moment.year and moment.month:
            moment.year = base.year
            if (_iso(moment) or "")[:10] < start[:10]:
                moment.year = 0
        elif moment.kind == "updated" and not moment.dated and moment.clock and "\n" not in text[base.end : moment.start]:
            moment.year, moment.month, moment.day = base.year, base.month, base.day
    return moments


def _best(text: str, moments: list[_Moment], kind: str) -> Timestamp | None:
    """The first of a kind with a date, else the first."""
    found = [moment for moment in moments if moment.kind == kind and not moment.empty and moment.end]
    dated = next((moment for moment in found if _iso(moment)), None)
    moment = dated or next(iter(found), None)
    if moment is None:
        return None
    printed = text[moment.start : moment.end].strip(_EDGES)
    closed = ")" if printed.count("(") > printed.count(")") and text[moment.end : moment.end + 1] == ")" else ""
    return Timestamp(" ".join(printed.split()) + closed, _iso(moment))


def _iso(moment: _Moment) -> str | None:
    """The ISO 8601 day or instant, or None where the day is not said or is none."""
    if moment.ago or not (moment.year and moment.month and moment.day):
        return None
    try:
        day_ = date(moment.year, moment.month, moment.day)
    except ValueError:
        return None
    if moment.clock is None:
        return day_.isoformat()
    at = datetime(day_.year, day_.month, day_.day, *moment.clock)
    return at.isoformat() + _offset(moment.zone, at)


def _offset(zone: str, at: datetime) -> str:
    """`+hh:mm` of a zone at that time, "" where no zone is known."""
    known = load("en").dates.zones.get(zone)
    if known and "/" in known:
        offset = at.replace(tzinfo=ZoneInfo(known)).utcoffset() or timedelta()
        minutes = int(offset.total_seconds() // 60)
        return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
    if known:
        return known
    numeric = re.fullmatch(r"(?:GMT|UTC)?([+-])(\d{1,2}):?(\d\d)?", zone)
    if numeric and int(numeric[2]) <= 14:
        return f"{numeric[1]}{int(numeric[2]):02}:{numeric[3] or '00'}"
    return ""
