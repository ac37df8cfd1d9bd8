"""Media: lengths and sources of recordings."""

from __future__ import annotations

import pytest

from newsparse.article import Media
from newsparse.fields.media import media
from newsparse.languages import load

ENGLISH = load("en")


@pytest.mark.parametrize(
    ("text", "duration", "source"),
    [
        ("01:14 - Source: CNN", "PT1M14S", "CNN"),
        ("1:02:03", "PT1H2M3S", None),
        ("VIDEO5:2605:26", "PT5M26S", None),
        ("0:00 / 3:14", "PT3M14S", None),
        ("00:00", None, None),
        ("Posted at 9:10am PST", None, None),
        ("1 of 14", None, None),
        ("Watch video", None, None),
        ("", None, None),
    ],
)
def test_media(text: str, duration: str | None, source: str | None) -> None:
    assert media(text, ENGLISH) == Media(text, duration, source)
