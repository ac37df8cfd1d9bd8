"""Timestamps: when it was published and updated."""

from __future__ import annotations

import pytest

from newsparse.article import DateOrder, Timestamp
from newsparse.fields.timestamp import times
from newsparse.languages import load

ENGLISH = load("en")


def days(*texts: str) -> tuple[str | None, str | None]:
    published, updated = times(texts, ENGLISH)
    return published.date if published else None, updated.date if updated else None


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["May 8, 2015"], ("2015-05-08", None)),
        (["8 May 2015"], ("2015-05-08", None)),
        (["8th May, 2015"], ("2015-05-08", None)),
        (["May-08-2015"], ("2015-05-08", None)),
        (
            ["PUBLISHED:", "10:20 EST, 8 May 2015", "|", "UPDATED:", "12:01 EST, 9 May 2015"],
            ("2015-05-08T10:20:00-05:00", "2015-05-09T12:01:00-05:00"),
        ),
        (["8.May.2015"], ("2015-05-08", None)),
        (["Fri, 08 May 2015 10:04:00 +0200"], ("2015-05-08T10:04:00+02:00", None)),
        (["8 May 2015 10:04 (GMT +7)"], ("2015-05-08T10:04:00+07:00", None)),
        (["2015-05-08"], ("2015-05-08", None)),
        (["Updated 10:04 AM ET, Fri May 8, 2015"], (None, "2015-05-08T10:04:00-04:00")),
        (["Updated 10:04 AM ET, Fri Jan 9, 2015"], (None, "2015-01-09T10:04:00-05:00")),
        (["8 May 2015 • 4:45pm"], ("2015-05-08T16:45:00", None)),
        (["8 May 2015 16.45 BST"], ("2015-05-08T16:45:00+01:00", None)),
        (["2015-05-08T16:15:30Z"], ("2015-05-08T16:15:30+00:00", None)),
        (["Updated 1909 GMT (0309 HKT) May 8, 2015"], (None, "2015-05-08T19:09:00+00:00")),
        (
            ["Published Fri, May 8 20159:29 AM EDTUpdated Sat, May 9 201511:37 AM EDT"],
            ("2015-05-08T09:29:00-04:00", "2015-05-09T11:37:00-04:00"),
        ),
        (["Published May 8, 2015 | Updated May 9, 2015"], ("2015-05-08", "2015-05-09")),
        (["UPDATED: May 9, 2015", "Published: May 8, 2015"], ("2015-05-08", "2015-05-09")),
        (["Published", "May 8, 2015", "Last modified", "May 9, 2015"], ("2015-05-08", "2015-05-09")),
        (["May 8, 2015", "4:45 PM"], ("2015-05-08T16:45:00", None)),
        (["2015", "May 8", "4:45 PM"], ("2015-05-08T16:45:00", None)),
        (["May 8, 2015 - Updated 14:20"], ("2015-05-08", "2015-05-08T14:20:00")),
        (["May 8, 2015", "Updated May 9"], ("2015-05-08", "2015-05-09")),
        (["May 8, 2015", "Updated March 9"], ("2015-05-08", None)),
        (["May 8, 2015", "Updated at 2:20 p.m."], ("2015-05-08", None)),
        (["May 8, 2015May 9, 2015"], ("2015-05-08", "2015-05-09")),
        (["May 8, 2015 May 8, 2015"], ("2015-05-08", None)),
        (["May 8"], (None, None)),
        (["Yesterday 11:04am"], (None, None)),
        (["Published 5 hours ago"], (None, None)),
        (["3 min read"], (None, None)),
        (["8 May 2015 • 3 min read"], ("2015-05-08", None)),
        (["February 30, 2015"], (None, None)),
        (["13/06/2014"], ("2014-06-13", None)),
        (["06/13/2014"], ("2014-06-13", None)),
        (["12.29.14"], ("2014-12-29", None)),
        (["05/05/2014"], ("2014-05-05", None)),
        (["05/06/2014"], (None, None)),
        (["05/06/2014 4:45 PM"], ("2014-05-06T16:45:00", None)),
        (["05/06/2014 - 16:45 GMT+1"], ("2014-06-05T16:45:00+01:00", None)),
        (["05/06/2014 UTC"], (None, None)),
        (["05/06/2014 04:45 EDT"], ("2014-05-06T04:45:00-04:00", None)),
        (["05/06/2014 04:45 Eastern Daylight Time"], ("2014-05-06T04:45:00-04:00", None)),
        (["May 6, 2014 at 4:45 p.m. Pacific Time"], ("2014-05-06T16:45:00-07:00", None)),
        (["Thursday 05/06/2014"], ("2014-06-05", None)),
        (["05/06/2014", "Updated 13/06/2014"], ("2014-06-05", "2014-06-13")),
        (["May 8, 2015 4:45 pm XYZ"], ("2015-05-08T16:45:00", None)),
        (["Last updated: May 9, 2015 4:45 PM", "4:45 PM", "3:10 PM"], (None, "2015-05-09T16:45:00")),
        ([], (None, None)),
        (["12 Aug 16, 2025"], ("2025-08-16", None)),  # a count stands before it
    ],
)
def test_days(texts: list[str], expected: tuple[str | None, str | None]) -> None:
    assert days(*texts) == expected


@pytest.mark.parametrize(
    ("text", "order", "expected"),
    [
        ("3/4/2024", None, None),
        ("3/4/2024", "DMY", "2024-04-03"),
        ("3/4/2024", "MDY", "2024-03-04"),
        ("3/4/2024", "YMD", None),
        ("24/03/04", "YMD", "2024-03-04"),
        ("05.06.24", "DMY", "2024-06-05"),
        ("13/4/2024", "MDY", "2024-04-13"),  # only one way
        ("Monday 3/4/2024", "DMY", "2024-03-04"),  # the weekday checks
        ("3/4/2024 4:45 PM", "DMY", "2024-04-03T16:45:00"),  # the clock only suggests
        ("2024/3/4", "DMY", "2024-03-04"),
    ],
)
def test_an_open_date_takes_the_order_that_is_given(
    text: str, order: DateOrder | None, expected: str | None
) -> None:
    published, _ = times([text], ENGLISH, order)
    assert published
    assert published.date == expected


def test_timestamps_keep_their_words() -> None:
    assert times(["Published: 14:31 BST, 9 June 2023 | Updated: 14:40 BST, 9 June 2023"], ENGLISH) == (
        Timestamp("Published: 14:31 BST, 9 June 2023", "2023-06-09T14:31:00+01:00"),
        Timestamp("Updated: 14:40 BST, 9 June 2023", "2023-06-09T14:40:00+01:00"),
    )
    assert times(["Published 5 hours ago"], ENGLISH) == (Timestamp("Published 5 hours ago"), None)
    assert times(["3 min read"], ENGLISH) == (None, None)
    assert times(["4:45 PM", "Updated May 9, 2015"], ENGLISH)[0] is None
    assert times(["May 8", "Updated May 9, 2015"], ENGLISH)[0] == Timestamp("May 8")
    assert times(["05/06/2015", "Updated May 9, 2015"], ENGLISH)[0] == Timestamp("05/06/2015")
    assert times(["4:45 PM"], ENGLISH) == (Timestamp("4:45 PM"), None)
    assert times(["May 8", "3 min read"], ENGLISH) == (Timestamp("May 8"), None)
    assert times(["Published"], ENGLISH) == (None, None)
