"""Pieces to readings: each piece is scanned once, its words are looked up once, and the cues read the result."""

from __future__ import annotations

import re
from collections import Counter

from newsparse.cuts import Piece
from newsparse.lexicon import lexicon

_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+|[^\w\s]")
_SENTENCE_END = frozenset(".!?…")
_QUOTES = "\"'”’)]»"
EDGE = 110  # characters of a long piece that are tokenized at either end
LONG = 260


class Reading:
    """What one look at a piece told: tokens, counts, word classes, phrases and whether it reads as prose."""

    __slots__ = (
        "classes", "content", "ends", "head", "low", "lower_share", "n", "opening", "phrase", "piece", "prose", "stop_share",
        "tail", "text", "tokens",
    )  # fmt: skip

    def __init__(self, piece: Piece, text: str) -> None:
        self.piece = piece
        self.text = text
        words = text.split()
        self.n = len(words)
        self._count(words)
        self._tokenize()
        self._classify()

    def _count(self, words: list[str]) -> None:
        """Shares of stop words and of words in lower case; prose is long, ends like a sentence and has its share of both."""
        look = lexicon().words
        stops = lower = 0
        content: set[str] = set()
        for word in words:
            if word[0].islower():
                lower += 1
            low = word.strip(".,;:!?\"'“”‘’()[]").lower()
            if "stop" in look.get(low, ()):
                stops += 1
            elif len(low) > 3:
                content.add(low[:6])
        self.content = content
        n = self.n or 1
        self.stop_share, self.lower_share = stops / n, lower / n
        self.ends = self.text.rstrip(_QUOTES)[-1:] in _SENTENCE_END
        self.prose = n >= 12 and self.ends and self.stop_share >= 0.2 and self.lower_share >= 0.5

    def _tokenize(self) -> None:
        text = self.text
        if len(text) <= LONG:
            self.tokens = _TOKEN.findall(text)
            self.head = self.tokens[:14]
            self.tail = self.tokens[-6:]
        else:
            self.head = _TOKEN.findall(text[:EDGE])[:14]
            self.tail = _TOKEN.findall(text[-EDGE:])[-6:]
            self.tokens = self.head + self.tail
        self.low = [token.lower() for token in self.tokens]

    def _classify(self) -> None:
        """Classes of the tokens with their counts, and the classes of the longest phrase the piece opens with."""
        known = lexicon()
        classes: Counter[str] = Counter()
        for token in self.low:
            for name in known.words.get(token, ()):
                classes[name] += 1
        self.classes = classes
        bare = [w.strip('.,;:!?"“”()[]|•·-–—>»→') for w in self.text[:60].lower().split()[:6]]
        bare = [w for w in bare if w][:5]
        self.opening: tuple[str, ...] = ()
        self.phrase = 0
        for n in range(len(bare), 0, -1):
            found = known.phrases.get(" ".join(bare[:n]))
            if found and (n > 1 or self.n <= 2 or self.text[len(bare[0]) : len(bare[0]) + 1] in ":|"):
                self.opening = found
                self.phrase = n
                break

    @staticmethod
    def class_of(word: str) -> tuple[str, ...]:
        """The lexicon's classes of a word in lower case."""
        return lexicon().words.get(word, ())
