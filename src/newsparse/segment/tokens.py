"""Segments to tokens: each segment is scanned once, and its words are looked up once."""

from __future__ import annotations

import re

from newsparse.languages.data import Lexicon
from newsparse.segment.split import Segment

# Japanese, Chinese, Thai: a character is a token, a run of them no word
_UNSPACED = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0e7f"
_TOKEN = re.compile(rf"[{_UNSPACED}]|[^\W\d_{_UNSPACED}]+(?:['’][^\W\d_]+)*|\d+|[^\w\s]")
_RUN = re.compile(f"[{_UNSPACED}]+")
WORD = 1.7  # characters that a word has in scripts without spaces, about
_SENTENCE_END = frozenset(".!?…。！？؟۔।")
_QUOTES = "\"'”’)]»」』）"
_MARKS = '.,;:!?"“”()[]|•·-–—>»→'
HEAD, TAIL = 14, 6  # tokens of a long segment that are looked at
SHORT = 60  # characters of a text without spaces in which known words are looked for
LONG = 260  # characters
PREFIX = 6


class SegmentTokens:
    """The tokens of a segment, their counts and word classes, the phrase it opens with,
    and whether it reads as prose.
    """

    __slots__ = (
        "classes", "content", "ends_sentence", "lower_share", "lowered", "n_words", "opening_classes",
        "opening_length", "prose", "segment", "stop_share", "text", "tokens",
    )  # fmt: skip

    def __init__(self, segment: Segment, text: str, lexicon: Lexicon) -> None:
        self.segment = segment
        self.text = text
        words = text.split()
        runs = [] if text.isascii() else _RUN.findall(text)
        unspaced = sum(map(len, runs))
        self.n_words = n = len(words) + round(unspaced / WORD)
        tokens = _TOKEN.findall(text)
        low = [token.lower() for token in tokens]
        stops = lexicon.stops
        self.content = {token[:PREFIX] for token in low if len(token) > 3 and token not in stops}
        self.stop_share = sum(map(stops.__contains__, low)) / (n or 1)
        self.content.update(run[i : i + 2] for run in runs for i in range(len(run) - 1))
        lower = sum(map(str.islower, words)) + (
            0 if text.isascii() else sum(map(_caseless, words)) + round(unspaced / WORD)
        )
        self.lower_share = lower / (n or 1)
        self.ends_sentence = text.rstrip(_QUOTES)[-1:] in _SENTENCE_END
        self.prose = n >= 12 and self.ends_sentence and self.stop_share >= 0.2 and self.lower_share >= 0.5
        if len(text) > LONG:
            tokens, low = tokens[:HEAD] + tokens[-TAIL:], low[:HEAD] + low[-TAIL:]
        self.tokens, self.lowered = tokens, low
        self.classes = _classes(low, lexicon)
        if runs and len(text) <= SHORT:
            _add_held(self.classes, text, lexicon)
        opening = _opening_unspaced(text, lexicon) if _RUN.match(text) else _opening(text, n, lexicon)
        self.opening_classes, self.opening_length = opening


def _caseless(word: str) -> bool:
    """Whether a word is of a script without capitals."""
    return word[0].isalpha() and word.lower() == word.upper()


def _add_held(classes: dict[str, int], text: str, lexicon: Lexicon) -> None:
    """Count the classes of the known words that a text without spaces holds."""
    for word, names in lexicon.words.items():
        if len(word) > 1 and word in text and _RUN.match(word):
            for name in names:
                classes[name] = classes.get(name, 0) + 1


def _opening_unspaced(text: str, lexicon: Lexicon) -> tuple[tuple[str, ...], int]:
    """As `_opening`, where words are not set apart."""
    found = max((phrase for phrase in lexicon.phrases if text.startswith(phrase)), key=len, default="")
    return (lexicon.phrases[found], max(1, round(len(found) / WORD))) if found else ((), 0)


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
