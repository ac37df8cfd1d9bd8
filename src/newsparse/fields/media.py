"""Media: how long what a player left behind is, and where it comes from."""

from __future__ import annotations

import re

from newsparse.article import Media
from newsparse.fields.entities import bare, fold

SHORT = 120  # characters: a longer text is a post or a title, and a time in it is none of a player's

_LENGTH = re.compile(
    r"(?:(?<![\d:.])|(?<=:\d\d)|(?<=(?:19|20)\d\d))(?:(\d{1,2}):)?([0-5]?\d):([0-5]\d)(?=[^\d:]|$|\d{1,2}:\d\d)"
    r"(?!\s?[ap]\.?m\b)(?!\s?[A-Z]{2,4}T\b)",
    re.I,
)
_SOURCE = re.compile(r"\b(?:source|credit|courtesy)\s?:\s?(?:the\s)?([^|•·;:()\n]{1,60})", re.I)


def media(text: str) -> Media:
    """The length of a recording, the longest time where several stand ("0:00 / 1:14"), and its source."""
    seen = fold(text)
    lengths = [_seconds(found) for found in _LENGTH.finditer(seen)] if len(seen) <= SHORT else []
    source = _SOURCE.search(seen)
    return Media(" ".join(text.split()), _duration(max(lengths, default=0)), bare(source[1]) or None if source else None)


def _seconds(found: re.Match[str]) -> int:
    return int(found[1] or 0) * 3600 + int(found[2]) * 60 + int(found[3])


def _duration(seconds: int) -> str | None:
    """ISO 8601, None for nothing."""
    parts = (("H", seconds // 3600), ("M", seconds // 60 % 60), ("S", seconds % 60))
    return "PT" + "".join(f"{n}{unit}" for unit, n in parts if n) if seconds else None
