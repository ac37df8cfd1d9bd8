"""Datelines: place, agency and date."""

from __future__ import annotations

import pytest

from newsparse.article import Dateline
from newsparse.fields.dateline import dateline
from newsparse.languages import load

ENGLISH = load("en")


@pytest.mark.parametrize(
    ("text", "location", "organization", "day"),
    [
        ("BAGHDAD (AP) —", "Baghdad", "AP", None),
        ("Port Ellen (CNN) --", "Port Ellen", "CNN", None),
        ("(CNN) --", None, "CNN", None),
        ("CNN —", None, "CNN", None),
        ("WASHINGTON, D.C. (AP) —", "Washington, D.C.", "AP", None),
        ("NEW YORK --", "New York", None, None),
        ("LONDON, May 3 (Reuters) -", "London", "Reuters", None),
        ("LONDON, May 3, 2015 (REUTERS) -", "London", "Reuters", "2015-05-03"),
        ("LA CROSSE, Wis. (AP) —", "La Crosse, Wis.", "AP", None),
        ("BEIJING/SEOUL (Reuters) -", "Beijing/Seoul", "Reuters", None),
        ("KOBE –", "Kobe", None, None),
        ("Gull News –", None, "Gull News", None),
        ("GullMoney (New York)", "New York", "GullMoney", None),
        ("WASHINGTON (Aug. 13) --", "Washington", None, None),
        ("PORT ELLEN, May 3, 2015 /Gullwire/ --", "Port Ellen", "Gullwire", "2015-05-03"),
        ("", None, None, None),
    ],
)
def test_datelines(text: str, location: str | None, organization: str | None, day: str | None) -> None:
    assert dateline(text, ENGLISH) == Dateline(text, location, organization, day)
