"""Timestamp: when it was published and updated, as exact as the text says. A day is never invented.

A numeric date whose day and month could be either way round is read by what else the same texts say, a date
that can only be one way or a weekday that checks; else by the order that the caller gives; else by the zone
(North America writes the month first) or the clock (a.m. and p.m.: month first; 24 hours: day first). Where
nothing says it there is no date: on English pages either order was about as frequent.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import cache
from unicodedata import decimal

import msgspec

from newsparse.article import DateOrder, Timestamp
from newsparse.fields.entities import normalize_space
from newsparse.languages import Language
from newsparse.regex import lazy, one_of

MAX_SPANS = 40  # that are looked at: a bound on the work

_DAYS = frozenset(("iso", "month_first", "day_first", "numeric", "month_day"))
_CLOCKS = frozenset(("clock", "short", "military"))
_NAMED: dict[DateOrder | None, str] = {"DMY": "day first", "MDY": "month first"}
_SLASH = lazy(r"(?<=\d)\s?/\s?(?=\d)")
_EDGES = " \t|•·●・/-–—,:;("


class _PrintedTime(msgspec.Struct):
    """One printed time while it is read: where it starts and ends, whose it is, and its day,
    clock and zone so far.
    """

    start: int
    # "published", "updated", "later" (a second day beside the first), or "" where nothing says
    kind: str = ""
    year: int = 0
    month: int = 0
    day: int = 0
    clock: tuple[int, int, int] | None = None
    half_day: bool = False
    zone: str = ""
    weekday: int | None = None
    ago: bool = False
    end: int = 0
    numbers: tuple[int, int] = (0, 0)  # a numeric date's first two, while it is open which is the month
    short: bool = False  # its last number has two digits, and may be another than the year

    @property
    def dated(self) -> bool:
        return self.day > 0 or self.numbers[0] > 0

    @property
    def empty(self) -> bool:
        return not (self.dated or self.clock or self.ago or self.year)


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    """Everything that a timestamp is made of; the alternatives are tried in this order at each place."""
    words = language.fields.timestamp
    month = rf"(?:{one_of(language.dates.months)})(?![a-z])\.?"
    year = rf"{words.years}(?=\D|$|\d{{1,2}}:\d\d)"
    zones = one_of(zone for zone in language.dates.zones if zone != "Z")
    zone = rf"(?:GMT|UTC)\s?[+-]\d{{1,2}}(?::?\d\d)?(?!\d)|(?:{zones})(?=[^A-Za-z]|$|[A-Z][a-z])"
    return re.compile(
        rf"""
        (?P<updated>{words.updated})
        |(?P<published>{words.published})
        |(?P<length>{words.length})
        |(?P<ago>(?!(?<=\d)\d)(?:{words.ago}))
        |(?P<iso>(?<!\d)(?P<iso_year>{words.years})(?:[-./]|\s?[年년]\s?)(?P<iso_month>\d\d?)(?:[-./]|\s?[月월]\s?)(?P<iso_day>\d\d?)(?!\d)[日일]?)
        |(?P<month_first>(?:(?<![A-Za-z])|(?=[A-Z]))(?P<mf_month>(?i:{month}))[\s-]?(?P<mf_day>\d\d?)(?:{words.ordinal})?(?!\d|:\d)
            (?:(?:\s?,\s?|[\s-])(?P<mf_year>{year})|\s?,?\s?['’](?P<mf_short>\d\d)(?!\d))?)
        |(?P<day_first>(?<![\d:./])(?P<df_day>\d\d?)(?:{words.ordinal})?[\s.-]?\s?(?:{words.day_of})?(?P<df_month>(?i:{month}))(?:{words.second_month}\s?/?\s?(?i:{month}))?
            (?!\s?\d\d?,\s?{year})(?:[\s-]?,?[\s-]?(?:{words.day_of})?(?P<df_year>{year})|[\s-]['’]?(?P<df_short>\d\d)(?=\s*(?:$|[\n|•,–-]|(?:{words.before_clock})\s)))?)
        |(?P<numeric>(?<![\d/.-])(?P<a>\d\d?)(?P<sign>[/.-]|\.\s)(?P<b>\d\d?)(?P=sign)(?P<c>(?:19|20)\d\d|\d\d)(?!\d|[/.-]\d))
        |(?P<month_day>{words.month_day}(?<![\d/.:-])(?P<md_month>1?\d)/(?P<md_day>[1-3]?\d)(?![\d/]))
        |(?P<clock>(?:(?<![\d:.])|(?<=(?:19|20)\d\d))(?:(?P<half_before>{words.half_day_before})\s?)?
            (?P<hour>[0-2]?\d)(?:{words.clock_sign})(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:[.,]\d{{1,9}})?)?(?![\d:])
            (?:\s?(?P<half_day>{words.half_day})(?![a-z]))?)
        |(?P<short>(?<![\d:.])(?P<short_hour>1?\d)\s?(?P<short_half_day>{words.half_day})(?![a-z]))
        |(?P<military>(?<![\d:.])(?P<mil_hour>[0-2]\d)(?P<mil_minute>[0-5]\d)\s(?={zone}))
        |(?P<zone>(?<![A-Za-z])(?:{zone})|(?<=\d)(?:Z(?![A-Za-z])|\s?[+-]\d\d:?\d\d(?!\d)))
        |(?P<year>(?<!\d){words.years}(?!\d))
        |(?P<weekday>(?<![a-zA-Z])(?i:{one_of(language.dates.weekdays)})(?![a-z]))
        |(?P<line>\n)
        """,
        re.VERBOSE,
    )


def times(
    texts: Sequence[str], language: Language, order: DateOrder | None = None
) -> tuple[Timestamp | None, Timestamp | None]:
    """When it was published and updated, from all timestamp spans of a text in order; None where nothing is
    printed.

    `date` is an ISO 8601 day, or an instant where a clock time stands with it; its offset is given where the
    zone is printed. An update without a day or a year of its own takes that of the publication beside it, if
    it is not before it. A mere clock beside a dated update is that of a post, and no publication's.
    """
    text = _figures("\n".join(filter(None, map(normalize_space, texts[:MAX_SPANS]))))
    printed = _printed_times(text, language, order)
    updated = _best(text, _completed(text, printed, language), "updated", language)
    if updated and updated.date:
        printed = [time for time in printed if time.kind or time.dated or time.ago]
    return _best(text, printed, "published", language) or _best(text, printed, "", language), updated


def day(text: str, language: Language, order: DateOrder | None = None) -> str | None:
    """The first whole day that a text names, in ISO 8601."""
    figures = _figures(normalize_space(text))
    instants = (_iso(time, language) for time in _printed_times(figures, language, order))
    return next((instant[:10] for instant in instants if instant), None)


def _figures(text: str) -> str:
    """The text with the figures of all scripts as those of Latin ones."""
    if text.isascii():
        return text
    figures = "".join([str(decimal(c)) if c > "9" and c.isdecimal() else c for c in text])
    return figures if figures == text else _SLASH.sub("/", figures)


def _printed_times(text: str, language: Language, order: DateOrder | None) -> list[_PrintedTime]:
    """The printed times of a text, in order."""
    printed = list(_read_times(text, language))
    _resolve_numbers(printed, language, order)
    return printed


def _read_times(text: str, language: Language) -> Iterator[_PrintedTime]:
    """The times as they are printed. A word like "updated" begins one; so does a second day."""
    time = _PrintedTime(0)
    same_line = True  # as that on which the time began
    for found in _pattern(language).finditer(text):
        what = found.lastgroup or ""
        if what == "line":
            same_line = False
            continue
        if what == "length":
            continue
        if what in ("updated", "published") and _stands_behind(text, time, found, language):
            time.kind, time.end = what, found.end()
            continue
        if _begins(what, time, same_line):
            yield time
            time = _PrintedTime(
                found.start(), kind=_kind_behind(text, time, found.start()) if what in _DAYS else ""
            )
            same_line = True
        elif time.empty:
            same_line = True
            if not time.kind:
                before = time.start if time.weekday is not None else found.start()
                time.start = min(before, found.start())
        _HANDLERS[what](time, found, language)
        if time.dated or time.clock or time.ago:
            time.end = found.end()
    yield time


def _stands_behind(text: str, time: _PrintedTime, found: re.Match[str], language: Language) -> bool:
    """Whether a word such as "updated" is that of the time before it ("4月11日 17:47 更新")."""
    if not language.fields.timestamp.kind_behind or not time.end or time.kind not in ("", "later"):
        return False
    ends = not text[found.end() :].lstrip() or text[found.end()] in "）)\n|、，, "
    return ends and not text[time.end : found.start()].strip()


def _begins(what: str, time: _PrintedTime, same_line: bool) -> bool:
    """Whether what was found belongs to another time than the one that is read."""
    if what in ("updated", "published"):
        return not time.empty or bool(time.kind)
    if what in _DAYS:
        return time.dated or time.ago or (not same_line and time.clock is not None)
    if what == "ago":
        return time.dated or time.clock is not None
    return what in _CLOCKS and not same_line and (time.clock is not None or time.ago)


def _kind_behind(text: str, before: _PrintedTime, start: int) -> str:
    """A second day with nothing but a dash or the clock between it and the first is that of the update."""
    return "later" if before.dated and not before.kind and "\n" not in text[before.end : start] else ""


def _put_kind(time: _PrintedTime, found: re.Match[str], language: Language) -> None:
    time.kind = found.lastgroup or ""


def _put_ago(time: _PrintedTime, found: re.Match[str], language: Language) -> None:
    time.ago = True


def _put_iso(time: _PrintedTime, found: re.Match[str], language: Language) -> None:
    time.year = _year(found["iso_year"], language)
    time.month, time.day = int(found["iso_month"]), int(found["iso_day"])


def _short_year(figures: str, language: Language) -> int:
    year = 2000 + int(figures)
    return year - 43 if language.fields.timestamp.buddhist and int(figures) > 43 else year


def _year(figures: str, language: Language) -> int:
    year = int(figures)
    return year - 543 if language.fields.timestamp.buddhist and year > 2400 else year


def _put_named_month(time: _PrintedTime, found: re.Match[str], language: Language) -> None:
    group = "mf" if found.lastgroup == "month_first" else "df"
    time.month, time.day = (
        language.dates.months[found[f"{group}_month"].lower().rstrip(".")],
        int(found[f"{group}_day"]),
    )
    year, short = found[f"{group}_year"], found[f"{group}_short"]
    time.year = _year(year, language) if year else _short_year(short, language) if short else time.year


def _put_month_day(time: _PrintedTime, found: re.Match[str], language: Language) -> None:
    time.month, time.day = int(found["md_month"]), int(found["md_day"])


def _put_numeric(time: _PrintedTime, found: re.Match[str], language: Language) -> None:
    time.year = int(found["c"]) + (2000 if len(found["c"]) == 2 else 0)
    time.numbers, time.short = (int(found["a"]), int(found["b"])), len(found["c"]) == 2


def _put_clock(time: _PrintedTime, found: re.Match[str], language: Language) -> None:
    _set_clock(
        time,
        found,
        int(found["hour"]),
        int(found["minute"]),
        found["half_day"] or found["half_before"],
        language,
    )


def _put_short_clock(time: _PrintedTime, found: re.Match[str], language: Language) -> None:
    _set_clock(time, found, int(found["short_hour"]), 0, found["short_half_day"], language)


def _put_military_clock(time: _PrintedTime, found: re.Match[str], language: Language) -> None:
    _set_clock(time, found, int(found["mil_hour"]), int(found["mil_minute"]), None, language)


def _put_zone(time: _PrintedTime, found: re.Match[str], language: Language) -> None:
    zone = found["zone"]
    time.zone = time.zone or (zone if zone in language.dates.zones else zone.replace(" ", ""))


def _put_year(time: _PrintedTime, found: re.Match[str], language: Language) -> None:
    time.year = time.year or _year(found["year"], language)


def _put_weekday(time: _PrintedTime, found: re.Match[str], language: Language) -> None:
    if time.weekday is None:
        time.weekday = language.dates.weekdays[found["weekday"].lower()]


_HANDLERS: dict[str, Callable[[_PrintedTime, re.Match[str], Language], None]] = {
    "updated": _put_kind,
    "published": _put_kind,
    "ago": _put_ago,
    "iso": _put_iso,
    "month_first": _put_named_month,
    "day_first": _put_named_month,
    "numeric": _put_numeric,
    "month_day": _put_month_day,
    "clock": _put_clock,
    "short": _put_short_clock,
    "military": _put_military_clock,
    "zone": _put_zone,
    "year": _put_year,
    "weekday": _put_weekday,
}


def _set_clock(
    time: _PrintedTime, found: re.Match[str], hour: int, minute: int, half_day: str | None, language: Language
) -> None:
    """Set the first clock of a time; a later one is another's."""
    if time.clock is not None:
        return
    if half_day and hour <= 12:
        hour = hour % 12 + (12 if language.fields.timestamp.afternoon.match(half_day) else 0)
    if hour < 24:
        time.clock = hour, minute, int(found["second"] or 0)
        time.half_day = bool(half_day)


def _resolve_numbers(printed: list[_PrintedTime], language: Language, date_order: DateOrder | None) -> None:
    """Find out which number of each numeric date is the month."""
    numeric = [time for time in printed if time.numbers[0]]
    if date_order == "YMD":
        for time in (time for time in numeric if time.short):
            (year, time.month), time.day = time.numbers, time.year - 2000
            time.year = 2000 + year
        numeric = [time for time in numeric if not time.short]
    if not numeric:
        return
    orders = (
        order for test in (_order_by_range, _order_by_weekday) for time in numeric if (order := test(time))
    )
    habits = (
        order
        for test in (_order_by_zone, _order_by_clock)
        for time in printed
        if (order := test(time, language))
    )
    usual = _NAMED.get(date_order) or ("day first" if language.fields.timestamp.day_first else None)
    common = next(orders, None) or usual or next(habits, None)
    for time in numeric:
        order = _order_by_range(time) or common
        a, b = time.numbers
        if order or a == b:
            time.month, time.day = (a, b) if order == "month first" else (b, a)


def _order_by_range(time: _PrintedTime) -> str | None:
    a, b = time.numbers
    return "day first" if a > 12 >= b else "month first" if b > 12 >= a else None


def _order_by_weekday(time: _PrintedTime) -> str | None:
    if time.weekday is None:
        return None
    a, b = time.numbers
    orders = [
        order
        for order, month, day in (("month first", a, b), ("day first", b, a))
        if _falls_on(time, month, day)
    ]
    return orders[0] if len(orders) == 1 else None


def _falls_on(time: _PrintedTime, month: int, day: int) -> bool:
    """Whether that day of the time's year is its weekday."""
    try:
        return date(time.year, month, day).weekday() == time.weekday
    except ValueError:
        return False


def _order_by_zone(time: _PrintedTime, language: Language) -> str | None:
    if not time.zone or time.zone[0] in "UZ+-":
        return None  # UTC is a machine's, and says nothing of the country
    return "month first" if time.zone in language.fields.timestamp.month_first_zones else "day first"


def _order_by_clock(time: _PrintedTime, language: Language) -> str | None:
    return ("month first" if time.half_day else "day first") if time.clock else None


def _completed(text: str, printed: list[_PrintedTime], language: Language) -> list[_PrintedTime]:
    """Updates with what they leave out, taken from the publication; a bare later day is an update too."""
    base = next((time for time in printed if time.kind in ("published", "") and _iso(time, language)), None)
    if base is None:
        return printed
    start = (_iso(base, language) or "")[:10]
    for time in printed:
        if time.kind == "later":
            time.kind = "updated" if (_iso(time, language) or "")[:10] > start else "again"
        elif time.kind == "updated" and not time.year and time.month:
            time.year = base.year
            if (_iso(time, language) or "")[:10] < start:
                time.year = 0
        elif (
            time.kind == "updated"
            and not time.dated
            and time.clock
            and time.clock >= (base.clock or time.clock)
            and text.count("\n", base.end, time.start) <= language.fields.timestamp.clock_below
        ):
            time.year, time.month, time.day = base.year, base.month, base.day
    return printed


def _best(text: str, printed: list[_PrintedTime], kind: str, language: Language) -> Timestamp | None:
    """The first of a kind with a date, else the first."""
    times = [time for time in printed if time.kind == kind and not time.empty and time.end]
    time = next((time for time in times if _iso(time, language)), times[0] if times else None)
    if time is None:
        return None
    words = text[time.start : time.end].strip(_EDGES)
    closed = ")" if words.count("(") > words.count(")") and text[time.end : time.end + 1] == ")" else ""
    return Timestamp(" ".join(words.split()) + closed, _iso(time, language))


def _iso(time: _PrintedTime, language: Language) -> str | None:
    """The ISO 8601 day or instant, or None where there is no day, or none that the calendar has."""
    if time.ago or not (time.year and time.month and time.day):
        return None
    try:
        day = date(time.year, time.month, time.day)
    except ValueError:
        return None
    if time.clock is None:
        return day.isoformat()
    instant = datetime(day.year, day.month, day.day, *time.clock)
    return instant.isoformat() + _offset(language.dates.zones.get(time.zone, time.zone), instant)


def _offset(zone: str, instant: datetime) -> str:
    """`+hh:mm` of an offset or a zone of the IANA data at that time, "" of anything else."""
    if "/" in zone:
        from zoneinfo import ZoneInfo

        offset = instant.replace(tzinfo=ZoneInfo(zone)).utcoffset() or timedelta()
        minutes = int(offset.total_seconds() // 60)
        return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
    numeric = re.fullmatch(r"(?:GMT|UTC)?([+-])(\d{1,2}):?(\d\d)?", zone)
    if numeric and int(numeric[2]) <= 14:
        return f"{numeric[1]}{int(numeric[2]):02}:{numeric[3] or '00'}"
    return ""
