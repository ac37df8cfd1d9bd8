"""Days and instants as ISO 8601: the one that a machine-readable date tells, whatever its form,
and those in a printed line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import get_args

from newsparse.article import DateOrder
from newsparse.languages import month_names

_CLOCK = r"(?P<H>\d{1,2}):(?P<M>\d{2})(?::(?P<S>\d{2})(?:[.,]\d+)?)?"
_ZONE = r"\s*(?P<z>Z|UTC|GMT|[+-]\d{2}:?\d{2})?"
_YEAR_FIRST = re.compile(
    (
        rf"(?P<y>\d{{4}})[-/.](?P<m>\d{{1,2}})[-/.](?P<d>\d{{1,2}})(?!\d)(?:(?:,?\s+(?:at\s+)?|"
        rf"T){_CLOCK}{_ZONE})?"
    ),
    re.I,
)
_COMPACT = re.compile(
    r"(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?:T?(?P<H>\d\d)(?P<M>\d\d)(?P<S>\d\d)?(?P<z>Z|"
    r"[+-]\d\d:?\d\d)?)?$"
)
_DAY_FIRST = re.compile(
    rf"(?P<d>\d{{1,2}})\.\s?(?P<m>\d{{1,2}})\.\s?(?P<y>\d{{4}})(?!\d)(?:,?\s+{_CLOCK}{_ZONE})?", re.I
)
_EPOCH = re.compile(r"\d{10}(?:\d{3})?$")  # seconds or milliseconds
_PRINTED = re.compile(
    r"(?<!\d)(?:(?P<y1>(?:19|20)\d\d)[-/.](?P<m1>\d\d)[-/.](?P<d1>\d\d)(?!\d)"
    r"|(?P<d2>\d\d?)\.\s?(?P<m2>\d\d?)\.\s?(?P<y2>(?:19|20)\d\d)(?!\d)"
    r"|(?P<d3>\d\d?)(?:st|nd|rd|th|er|º|"
    r"\.)?\s+(?:de\s+)?(?P<m3>[^\W\d_]{3,12})\.?,?\s+(?:de\s+)?(?P<y3>\d{4})(?!\d)"
    r"|(?P<d5>1[3-9]|2\d|3[01])/(?P<m5>1[0-2]|0?[1-9])/(?P<y5>(?:19|20)\d\d)(?![\d/])"
    r"|(?P<m6>1[0-2]|0?[1-9])/(?P<d6>1[3-9]|2\d|3[01])/(?P<y6>(?:19|20)\d\d)(?![\d/]))"
    r"|(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z]))(?P<m4>[A-Z]?[a-z]{2,8}|[A-Z]{3,9})\.?\s+(?P<d4>\d\d?)(?:st|nd|"
    r"rd|th)?,?\s+(?P<y4>\d{4})(?!\d)"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_FIGURES = re.compile(r"(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})(?!\d)")


def check_order(order: DateOrder | None) -> None:
    """Raise ValueError for what is no order of day, month and year."""
    if order not in (None, *get_args(DateOrder)):
        raise ValueError(f"date_order is one of {', '.join(get_args(DateOrder))}, not {order!r}")


def parse_date(text: str, order: DateOrder | None = None) -> str | None:
    """The day or instant that a date for machines tells, "2025-03-04" or "2025-03-04T10:30:00+01:00",
    or None. `order` is that of a day in figures which nothing else tells. Raises ValueError for another.
    """
    text = text.strip()
    match = _YEAR_FIRST.match(text) or _COMPACT.match(text) or _DAY_FIRST.match(text)
    if match:
        return _iso(match)
    if _EPOCH.match(text):
        return datetime.fromtimestamp(int(text[:10]), tz=UTC).isoformat()
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, IndexError, TypeError, OverflowError):
        return next((day for _, day in printed_days(text)), None) or _in_order(text, order)


def _in_order(text: str, order: DateOrder | None) -> str | None:
    """The day or instant in figures of this order; a year of two digits is of this century."""
    check_order(order)
    figures = _FIGURES.match(text)
    if not figures or not order:
        return None
    numbers = dict(zip(order, figures.group(1, 3, 4), strict=True))
    if len(numbers["Y"]) not in (2, 4) or max(len(numbers["M"]), len(numbers["D"])) > 2:
        return None
    year = numbers["Y"].rjust(4, "*").replace("**", "20")
    match = _YEAR_FIRST.match(f"{year}-{numbers['M']}-{numbers['D']}{text[figures.end() :]}")
    return _iso(match) if match else None


def printed_days(text: str) -> Iterator[tuple[int, str]]:
    """The days in a printed line and where each starts: with a month's name,
    or in figures that leave no doubt.
    """
    for match in _PRINTED.finditer(text) if _YEAR.search(text) else ():
        year, month, number = next(
            filter(
                None,
                ((match[f"y{i}"], match[f"m{i}"], match[f"d{i}"]) for i in range(1, 7) if match[f"y{i}"]),
            )
        )
        day = _day(int(year), int(month) if month.isdigit() else _month(month.lower()), int(number))
        if day:
            yield match.start(), day


def _month(name: str) -> int:
    """The month with this name, whole or cut short to three letters or more; 0 for another word."""
    if len(name) < 3:
        return 0
    return min((number for month, number in month_names().items() if month.startswith(name)), default=0)


def _day(year: int, month: int, number: int) -> str | None:
    try:
        return date(year, month, number).isoformat()
    except ValueError:
        return None


def _iso(match: re.Match[str]) -> str | None:
    day = _day(int(match["y"]), int(match["m"]), int(match["d"]))
    if day is None or match["H"] is None:
        return day
    hour, minute, second = int(match["H"]), int(match["M"]), int(match["S"] or 0)
    if hour > 23 or minute > 59 or second > 59:
        return day
    zone = (match["z"] or "").upper()
    if zone in ("Z", "UTC", "GMT"):
        zone = "+00:00"
    elif zone and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:]}"
    return f"{day}T{hour:02}:{minute:02}:{second:02}{zone}"
