"""Media: how long what a player left behind is, and where it comes from."""

from __future__ import annotations

import re

from newsparse.article import Media
from newsparse.fields.entities import normalize_space, strip_punctuation
from newsparse.languages import Language
from newsparse.regex import lazy

# characters: a longer text is a post or a title, and a time in it is none of a player's
MAX_PLAYER_TEXT = 120

_LENGTH = lazy(
    r"(?:(?<![\d:.])|(?<=:\d\d)|(?<=(?:19|20)\d\d))(?:(\d{1,2}):)?([0-5]?\d):([0-5]\d)(?=[^\d:]|$|"
    r"\d{1,2}:\d\d)"
)


def media(text: str, language: Language) -> Media:
    """The length of a recording, the longest time where several stand ("0:00 / 1:14"), and its source."""
    printed = normalize_space(text)
    times = _LENGTH.finditer(printed) if len(printed) <= MAX_PLAYER_TEXT else ()
    lengths = [_seconds(time) for time in times if not language.fields.clock.match(printed, time.end())]
    source = language.fields.media_source.search(printed)
    return Media(
        " ".join(text.split()),
        _duration(max(lengths, default=0)),
        strip_punctuation(source[1], language) or None if source else None,
    )


def _seconds(time: re.Match[str]) -> int:
    return int(time[1] or 0) * 3600 + int(time[2]) * 60 + int(time[3])


def _duration(seconds: int) -> str | None:
    """ISO 8601, None for nothing."""
    parts = (("H", seconds // 3600), ("M", seconds // 60 % 60), ("S", seconds % 60))
    return "PT" + "".join(f"{n}{unit}" for unit, n in parts if n) if seconds else None
