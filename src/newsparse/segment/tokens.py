"""Segments to tokens: each segment is scanned once, and what a distinct token is like is looked up once.
 The tokens of all segments stand in one array, as numbers; what holds of a token is a column of a table that
the next texts use again. So a count over segments is a sum over an array.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Sequence
from functools import cached_property
from itertools import chain, islice

import numpy as np

from newsparse.languages import Language
from newsparse.languages.data import USUAL_STOP_SHARE, Lexicon
from newsparse.regex import POINTS
from newsparse.segment.arrays import Booleans, Columns, Integers, Ragged, slices
from newsparse.segment.vocabulary import Grid, Words, counted

# Japanese, Chinese, Thai: a character is a token, a run of them no word
_UNSPACED = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0e7f"
_TOKEN = re.compile(
    rf"[{_UNSPACED}]|[^\W\d_{_UNSPACED}]+(?:[{POINTS}]+[^\W\d_{_UNSPACED}]*)*(?:['’][^\W\d_]+)*|\d+|[^\w\s]"
)
_RUN = re.compile(f"[{_UNSPACED}]+")
WORD = 1.7  # characters that a word has in scripts without spaces, about
_SENTENCE_END = frozenset(".!?…。！？؟۔।։።။")
_QUOTES = "\"'”’)]»」』）】〕"
# before a phrase that opens a segment of a script without spaces
_BRACKETS = " (（【〔［[「『<＜《〈■▼▲●◆◇・※▶"
_THAI = re.compile("[\u0e00-\u0e7f]$")  # sentences end without a mark
SHORT = 60  # characters of a text without spaces in which known words are looked for
_MARKS = '.,;:!?"“”()[]|•·-–—>»→'
HEAD, TAIL = 14, 6  # tokens of a long segment that are looked at: its opening, and a credit behind it
LONG = 260  # characters: some three printed lines
PREFIX = 6  # characters in which the forms of a word agree, for most English words
MIN_PROSE = 12  # words
STRETCH = (
    1024  # segments that are split into words at a time: the words of all of a long text take much memory
)
OPENING = 60  # characters of a segment in which a phrase may open it
MAX_PARTS = 1 << 15  # distinct ones in a table, some 10 MB; nearly all of a new text's are among so many
SIGNS = '|•©/:?!&@#…®™»“")]{}<>;=\\(.'  # marks that are features, and those with which patterns begin


class TokenTable:
    """What the distinct tokens of texts in a language are like: a number for each, and a column for each
        question. So are the distinct parts between white space: "harbour," has two tokens.
    `words`, `shapes` and `class_sets` are what the columns of that name hold places in; the places of 0 are
    for none.
    """

    COLUMNS = (
        "word",
        "prefix",
        "shape",
        "class_set",
        "sign",
        "is_stop",
        "is_capital",
        "is_word",
        "is_lowercase",
        "is_number",
    )
    PART_COLUMNS = ("start", "size", "lower", "may_open")

    def __init__(self, language: Language) -> None:
        self.lexicon = lexicon = language.lexicon
        self._opens = {*lexicon.opens, ""}
        self.classes = sorted({name for names in lexicon.words.values() for name in names})
        sets = [(), *dict.fromkeys(lexicon.words.values())]
        self._set_places = {names: place for place, names in enumerate(sets)}
        width = max(map(len, sets))
        places = [
            [self.classes.index(name) for name in names] + [-1] * (width - len(names)) for names in sets
        ]
        self.class_sets = np.array(places, np.int64).reshape(len(sets), width)
        self.words, self.shapes = [""], [""]
        self._word_places, self._prefix_places, self._shape_places = {"": 0}, {"": 0}, {"": 0}
        self._numbers, self._part_numbers = counted(), counted()
        self._columns, self._part_columns = Columns(len(self.COLUMNS)), Columns(len(self.PART_COLUMNS))
        self._tokens_of_parts = Columns(1)  # those of a part from its `start` on, as many as its `size`
        self.class_names = Grid(("class=", "mostly=", "many="), self.classes, "SML")
        self.side_class_names = Grid(("first=", "last="), self.classes)
        self._names: dict[str, Words] = {}

    @cached_property
    def unspaced_words(self) -> list[tuple[str, list[int]]]:
        """The words of several characters of scripts without spaces, with the places of their classes."""
        return [
            (word, [self.classes.index(name) for name in names])
            for word, names in self.lexicon.words.items()
            if len(word) > 1 and _RUN.match(word)
        ]

    def is_full(self) -> bool:
        """Whether the table is large enough to begin a new one."""
        return len(self._part_numbers) > MAX_PARTS

    def parts(self, texts: Sequence[str]) -> Ragged:
        """The numbers of the parts of texts."""
        flat, sizes = [np.zeros(0, np.int32)], [0]
        for first in range(0, len(texts), STRETCH):
            words = list(map(str.split, texts[first : first + STRETCH]))
            numbers = map(self._part_numbers.__getitem__, chain.from_iterable(words))
            flat.append(np.fromiter(numbers, np.int32))
            sizes += map(len, words)
        self._look_up()
        return Ragged(np.concatenate(flat), np.cumsum(sizes))

    def tokens(self, parts: Ragged) -> Ragged:
        """The numbers of the tokens of texts, given the numbers of their parts."""
        sizes = self.part_column("size")[parts.flat]
        flat = slices(self._tokens_of_parts[0], self.part_column("start")[parts.flat], sizes)
        return Ragged(flat, np.concatenate([[0], np.cumsum(sizes)])[parts.starts])

    def column(self, name: str) -> Integers:
        """A column, a number or 0 and 1 for each token."""
        return self._columns[self.COLUMNS.index(name)]

    def part_column(self, name: str) -> Integers:
        """A column, a number or 0 and 1 for each part."""
        return self._part_columns[self.PART_COLUMNS.index(name)]

    def prefix(self, prefix: str) -> int:
        """The place of a content word's prefix, from 1."""
        return self._prefix_places.setdefault(prefix, len(self._prefix_places))

    def names(self, kind: str) -> Words:
        """The names `kind=word` of the table's words."""
        return self._names.setdefault(kind, Words(kind, self.words))

    def _look_up(self) -> None:
        """Fill the columns of the parts and the tokens that are new."""
        tokens: list[int] = []
        rows: list[tuple[int, ...]] = []
        for part in _newest(self._part_numbers, len(self._part_columns)):
            own = [self._numbers[token] for token in _TOKEN.findall(part)]
            may_open = part[:OPENING].lower().strip(_MARKS) in self._opens
            rows.append((len(self._tokens_of_parts) + len(tokens), len(own), _lower(part), may_open))
            tokens += own
        self._tokens_of_parts.add([[token] for token in tokens])
        self._part_columns.add(rows)
        self._columns.add(list(map(self._row, _newest(self._numbers, len(self._columns)))))

    def _row(self, token: str) -> tuple[int, ...]:
        """What COLUMNS say of a token."""
        word, is_capital, is_alphabetic = token.lower(), token[0].isupper(), token.isalpha()
        is_stop = word in self.lexicon.stops
        return (
            _place(word, self._word_places, self.words),
            self.prefix(word[:PREFIX]) if len(word) > 3 and not is_stop else 0,
            _place(_shape(token), self._shape_places, self.shapes),
            self._set_places[self.lexicon.words.get(word, ())],
            SIGNS.find(token) + 1 if len(token) == 1 else 0,
            is_stop,
            is_capital,
            is_alphabetic or len(token) > 1,
            is_alphabetic and not is_capital,
            token.isdigit(),
        )


def _newest(numbers: dict[str, int], known: int) -> list[str]:
    """What was numbered behind so many."""
    return list(islice(reversed(numbers), len(numbers) - known))[::-1]


def _place(name: str, places: dict[str, int], names: list[str]) -> int:
    """The place of a name among others, behind them where it is new."""
    if name not in places:
        places[name] = len(names)
        names.append(name)
    return places[name]


def _shape(token: str) -> str:
    """X for a capital, XX for several, Xx for a capitalized word, x for another, 0 a digit, a mark for
    itself.
    """
    if token.isdigit():
        return "0" * min(len(token), 4)
    if not token[0].isalpha():
        return token[0]
    if token.isupper():
        return "X" if len(token) == 1 else "XX"
    return "Xx" if token[0].isupper() else "x"


class _Tables(threading.local):
    """The table of each language that a thread reads."""

    def __init__(self) -> None:
        self.of: dict[Language, TokenTable] = {}


_TABLES = _Tables()


def token_table(language: Language) -> TokenTable:
    """The thread's table of a language; a new one where that has grown too large."""
    table = _TABLES.of.get(language)
    if table is None or table.is_full():
        table = _TABLES.of[language] = TokenTable(language)
    return table


class SegmentTokens:
    """The tokens of segments; an array is (segments,) unless it says otherwise.
    `all` and `edges` are numbers of tokens in `table`: of all tokens, and of those that are looked at (of a
    long segment its head and its tail); `all_segments` and `edge_segments` are the segments of each.
    `openings` are the segments that open with a known phrase, with the classes of the phrase and how many
    words it has.
    """

    def __init__(self, texts: Sequence[str], language: Language) -> None:
        self.texts = texts
        self.table = token_table(language)
        runs = [() if text.isascii() else tuple(_RUN.findall(text)) for text in texts]
        unspaced = [round(sum(map(len, own)) / WORD) if own else 0 for own in runs]
        self.is_unspaced: Booleans = np.array(unspaced, np.int64) > 0
        parts = self.table.parts(texts)
        self.n_words = parts.sizes() + np.array(unspaced, np.int64)
        self.n_chars = np.array(list(map(len, texts)), np.int64)
        self.all = self.table.tokens(parts)
        self.edges = _edges(self.all, self.n_chars > LONG)
        self.all_segments = self.all.segments().astype(np.int32)
        self.edge_segments = self.edges.segments()
        n = np.maximum(self.n_words, 1)
        # as if the language wrote as many stop words as English, so that a share says the same in all
        usual = USUAL_STOP_SHARE / language.lexicon.stop_share
        self.stop_share = np.minimum(self.all.sums(self.table.column("is_stop")) / n * usual, 1.0)
        self.lower_share = (parts.sums(self.table.part_column("lower")) + np.array(unspaced, np.int64)) / n
        self.ends_sentence: Booleans = np.array(
            [
                text.rstrip(_QUOTES)[-1:] in _SENTENCE_END
                or (more >= 2 * MIN_PROSE and bool(_THAI.search(text)))
                for text, more in zip(texts, unspaced, strict=True)
            ],
            np.bool_,
        )
        # where no stop words are known, case and length have to do
        reads_on = ((self.stop_share >= 0.2) | (not language.lexicon.stops)) & (self.lower_share >= 0.5)
        self.prose: Booleans = (self.n_words >= MIN_PROSE) & self.ends_sentence & reads_on
        self.openings: list[tuple[int, tuple[str, ...], int]] = []
        may_open = np.array(list(map(bool, runs)), np.bool_)
        some = np.flatnonzero(parts.sizes())
        may_open[some] |= self.table.part_column("may_open")[parts.flat[parts.starts[some]]] > 0
        for segment in np.flatnonzero(may_open).tolist():
            text, count = texts[segment], int(self.n_words[segment])
            unspaced_text = runs[segment] and _RUN.match(text.lstrip(_BRACKETS))
            opening = (
                _opening_unspaced(text.lstrip(_BRACKETS), language.lexicon)
                if unspaced_text
                else _opening(text, count, language.lexicon)
            )
            classes, length = opening
            if classes:
                self.openings.append((segment, classes, length))
        self.run_content = self._run_content(runs)
        self.class_segments, self.class_places, self.class_counts = self._class_counts(
            self._held_classes(runs)
        )

    def edge_words(self) -> Integers:
        """The place in `table.words` of each edge, (edges,)."""
        return self.table.column("word")[self.edges.flat]

    def _run_content(self, runs: Sequence[Sequence[str]]) -> Integers:
        """The segments and the content words of runs of characters without spaces: every two of them, (pairs,
        2).
        """
        prefix = self.table.prefix
        pairs = [
            (i, prefix(run[k : k + 2]))
            for i, own in enumerate(runs)
            for run in own
            for k in range(len(run) - 1)
        ]
        return np.array(pairs, np.int64).reshape(-1, 2)

    def _held_classes(self, runs: Sequence[Sequence[str]]) -> Integers:
        """The segments and the word classes of the known words that short texts without spaces hold, (pairs,
        2).
        """
        short = [i for i, own in enumerate(runs) if own and len(self.texts[i]) <= SHORT]
        pairs = [
            (i, place)
            for i in short
            for word, places in self.table.unspaced_words
            if word in self.texts[i]
            for place in places
        ]
        return np.array(pairs, np.int64).reshape(-1, 2)

    def _class_counts(self, more: Integers) -> tuple[Integers, Integers, Integers]:
        """Segments, the places of word classes in `table.classes`, and how many of the segment's edges are of
                that class.
         In the order of the segments, and in each of the words: (pairs,) each. `more` are further pairs of
         segments
        and classes, (pairs, 2), which stand behind.
        """
        n = max(1, len(self.table.classes))
        sets = self.table.column("class_set")[self.edges.flat]
        held = np.flatnonzero(sets)
        classes = self.table.class_sets[sets[held]]
        keys = (self.edge_segments[held, None] * n + classes)[classes >= 0]
        if len(more):
            keys = np.concatenate([keys, more[:, 0] * n + more[:, 1]])
        pairs, first, counts = np.unique(keys, return_index=True, return_counts=True)
        segments, places = np.divmod(pairs, n)
        order = np.lexsort((first, segments))
        return segments[order], places[order], counts[order]

    def hold_class(self, *names: str) -> Booleans:
        """Which segments hold a word of one of these classes among their edges."""
        wanted = np.array([name in names for name in self.table.classes], np.bool_)
        held = np.zeros(len(self.texts), np.bool_)
        held[self.class_segments[wanted[self.class_places]]] = True
        return held

    def opens_with(self, name: str) -> Booleans:
        """Which segments begin with a word of this class."""
        some = np.flatnonzero(self.edges.sizes())
        sets = self.table.column("class_set")[self.edges.flat[self.edges.starts[some]]]
        opens = np.zeros(len(self.texts), np.bool_)
        if name in self.table.classes:
            opens[some] = (self.table.class_sets[sets] == self.table.classes.index(name)).any(1)
        return opens


def _lower(word: str) -> int:
    """Whether a word is in lower case, or of a script without capitals."""
    return word.islower() + (not word.isascii() and word[0].isalpha() and word.lower() == word.upper())


def _opening_unspaced(text: str, lexicon: Lexicon) -> tuple[tuple[str, ...], int]:
    """As `_opening`, where words are not set apart."""
    found = max((phrase for phrase in lexicon.phrases if text.startswith(phrase)), key=len, default="")
    return (lexicon.phrases[found], max(1, round(len(found) / WORD))) if found else ((), 0)


def _edges(tokens: Ragged, is_long: Booleans) -> Ragged:
    """All tokens of short segments, and the first and the last of long ones; where these overlap, both."""
    starts, ends = tokens.starts[:-1], tokens.starts[1:]
    n = ends - starts
    head = np.where(is_long, np.minimum(n, HEAD), n)
    tail = np.where(is_long, np.minimum(n, TAIL), 0)
    begins, lengths = np.stack([starts, ends - tail], 1).ravel(), np.stack([head, tail], 1).ravel()
    return Ragged(slices(tokens.flat, begins, lengths), np.concatenate([[0], np.cumsum(head + tail)]))


def _opening(text: str, n: int, lexicon: Lexicon) -> tuple[tuple[str, ...], int]:
    """The classes of the longest known phrase that a segment of n words opens with, and how many words that
    has.
    """
    head = text[:OPENING].lower().split(None, 6)
    bare = [word for word in (raw.strip(_MARKS) for raw in head[:6]) if word][:5]
    if bare and bare[0] in lexicon.opens:
        for length in range(len(bare), 0, -1):
            found = lexicon.phrases.get(" ".join(bare[:length]))
            if found and (length > 1 or n <= 2 or text[len(bare[0]) : len(bare[0]) + 1] in ":|"):
                return found, length
    return (), 0
