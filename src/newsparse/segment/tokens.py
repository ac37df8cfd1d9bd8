"""Segments to tokens: each segment is scanned once, and its words are looked up once."""

from __future__ import annotations

import re

from newsparse.languages.data import Lexicon
from newsparse.segment.split import Segment

_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+|[^\w\s]")
_SENTENCE_END = frozenset(".!?…")
_QUOTES = "\"'”’)]»"
_MARKS = '.,;:!?"“”()[]|•·-–—>»→'
HEAD, TAIL = 14, 6  # tokens of a long segment that are looked at
LONG = 260  # characters
PREFIX = 6


class SegmentTokens:
    """The tokens of a segment, their counts and word classes, the phrase it opens with, and whether it reads as prose."""

    __slots__ = (
        "classes", "content", "ends_sentence", "lower_share", "lowered", "n_words", "opening_classes", "opening_length", "prose", "segment",
        "stop_share", "text", "tokens",
    )  # fmt: skip

    def __init__(self, segment: Segment, text: str, lexicon: Lexicon) -> None:
        self.segment = segment
        self.text = text
        words = text.split()
        self.n_words = n = len(words)
        tokens = _TOKEN.findall(text)
        low = [token.lower() for token in tokens]
        stops = lexicon.stops
        self.content = {token[:PREFIX] for token in low if len(token) > 3 and token not in stops}
        self.stop_share = sum(map(stops.__contains__, low)) / (n or 1)
        self.lower_share = sum(map(str.islower, words)) / (n or 1)
        self.ends_sentence = text.rstrip(_QUOTES)[-1:] in _SENTENCE_END
        self.prose = n >= 12 and self.ends_sentence and self.stop_share >= 0.2 and self.lower_share >= 0.5
        if len(text) > LONG:
            tokens, low = tokens[:HEAD] + tokens[-TAIL:], low[:HEAD] + low[-TAIL:]
        self.tokens, self.lowered = tokens, low
        self.classes = _classes(low, lexicon)
        self.opening_classes, self.opening_length = _opening(text, n, lexicon)


def _classes(low: list[str], lexicon: Lexicon) -> dict[str, int]:
    """How many of the tokens each class holds."""
    found: dict[str, int] = {}
    for names in filter(None, map(lexicon.words.get, low)):
        for name in names:
            found[name] = found.get(name, 0) + 1
    return found


def _opening(text: str, n: int, lexicon: Lexicon) -> tuple[tuple[str, ...], int]:
    """The classes of the longest known phrase that the segment opens with, and how many words that has."""
    bare = [word for word in (raw.strip(_MARKS) for raw in text[:60].lower().split()[:6]) if word][:5]
    if bare and bare[0] in lexicon.opens:
        for length in range(len(bare), 0, -1):
            found = lexicon.phrases.get(" ".join(bare[:length]))
            if found and (length > 1 or n <= 2 or text[len(bare[0]) : len(bare[0]) + 1] in ":|"):
                return found, length
    return (), 0
