"""Days and instants as ISO 8601."""

from __future__ import annotations

import pytest

from newsparse.article import DateOrder
from newsparse.readers.dates import parse_date


@pytest.mark.parametrize(
    ("text", "order", "expected"),
    [
        ("3/4/2024", None, None),
        ("3/4/2024", "DMY", "2024-04-03"),
        ("3-4-24", "MDY", "2024-03-04"),
        ("24/3/4", "YMD", "2024-03-04"),
        ("3/4/2024", "YMD", None),
        ("25/4/2024", "MDY", "2024-04-25"),  # only one way
        ("3/4/24 07:05:00Z", "DMY", "2024-04-03T07:05:00+00:00"),
        ("3/14/24", "DMY", None),
        ("3/4/204", "DMY", None),
        ("2024-03-04", "DMY", "2024-03-04"),
        ("4 March 2024", "MDY", "2024-03-04"),
    ],
)
def test_a_day_in_figures(text: str, order: DateOrder | None, expected: str | None) -> None:
    assert parse_date(text, order) == expected


def test_another_order_is_refused() -> None:
    with pytest.raises(ValueError, match="date_order is one of DMY"):
        parse_date("3/4/2024", "MYD")  # type: ignore[arg-type]
