"""Headlines: the title without the site."""

from __future__ import annotations

import pytest

from newsparse.fields.headline import headline
from newsparse.languages import load

ENGLISH = load("en")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Ferry returns to the harbour", "Ferry returns to the harbour"),
        ("Ferry returns to the harbour - Gull Post", "Ferry returns to the harbour"),
        ("Ferry returns to the harbour | The Gull Gazette", "Ferry returns to the harbour"),
        ("Ferry returns to the harbour — Gullwire.com", "Ferry returns to the harbour"),
        ("Ferry returns to the harbour – BBC News", "Ferry returns to the harbour"),
        ("Ferry returns to the harbour | GullPost", "Ferry returns to the harbour"),
        ("Gull Post | Ferry returns to the harbour", "Ferry returns to the harbour"),
        ("| Ferry returns to the harbour", "Ferry returns to the harbour"),
        ("» Ferry returns to the harbour", "Ferry returns to the harbour"),
        ("/ Ferry returns to the harbour", "Ferry returns to the harbour"),
        ("Ferry returns to the harbour |", "Ferry returns to the harbour"),
        (
            "Ferry returns to the harbour - Foreign Ministry",
            "Ferry returns to the harbour - Foreign Ministry",
        ),
        ("Ferry returns to the harbour - police", "Ferry returns to the harbour - police"),
        (
            "Ferry returns - but not for long, says the daily",
            "Ferry returns - but not for long, says the daily",
        ),
        ("Ferries - The Gull Post", "Ferries - The Gull Post"),
        ("A half-day in Port Ellen-on-Sea Post", "A half-day in Port Ellen-on-Sea Post"),
        ("|", "|"),
    ],
)
def test_the_site_is_left_out(text: str, title: str) -> None:
    assert headline(text, ENGLISH) == title
