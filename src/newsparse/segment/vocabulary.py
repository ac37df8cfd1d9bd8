"""The values of features as numbers, their names, and the rows that the names have in a table.
 A kind of feature has a name for each of its values. On the way from a text to its labels a value is a
number, and the rows of the names are looked up once a kind, or once a distinct word of the text; the names of
single segments are made for people and for training only.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate, count, islice, product
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from newsparse.segment.arrays import Booleans, Integers, Ragged


class Vocabulary:
    """The names that have a row in a table. Those of a kind stand together; the kind is what stands before
    the first =, the = included.
    """

    def __init__(self, names: Iterable[str]) -> None:
        """The rows follow the kinds as they come up, and in each the names."""
        self._kinds: dict[str, list[str]] = {}
        for name in names:
            kind, sign, value = name.partition("=")
            self._kinds.setdefault(kind + sign, []).append(value)
        self._grids: dict[Grid, Integers] = {}

    @classmethod
    def decode(cls, data: bytes) -> Vocabulary:
        """What `encode` made: a line a kind, so that the names need not be taken apart one by one."""
        vocabulary = cls(())
        for line in data.decode().split("\n"):
            kind, *values = line.split("\t")
            vocabulary._kinds[kind] = values if kind.endswith("=") else [""]
        return vocabulary

    def encode(self) -> bytes:
        lines = ("\t".join([kind, *own]) if kind.endswith("=") else kind for kind, own in self._kinds.items())
        return "\n".join(lines).encode()

    def __len__(self) -> int:
        return sum(map(len, self._kinds.values()))

    @property
    def names(self) -> list[str]:
        """The names in the order of their rows."""
        return [kind + value for kind, values in self._kinds.items() for value in values]

    @cached_property
    def _rows(self) -> dict[str, dict[str, int]]:
        starts = accumulate(map(len, self._kinds.values()), initial=0)
        return {
            kind: dict(zip(values, count(start), strict=False))
            for start, (kind, values) in zip(starts, self._kinds.items(), strict=False)
        }

    def row(self, name: str) -> int:
        """The row of a name, -1 without one."""
        kind, sign, value = name.partition("=")
        return self._rows.get(kind + sign, {}).get(value, -1)

    def word_rows(self, kind: str, words: Iterable[str]) -> list[int]:
        """The row of each name `kind=word`, -1 without one."""
        rows = self._rows.get(kind + "=", {})
        return [rows.get(word, -1) for word in words]

    def grid_rows(self, grid: Grid) -> Integers:
        """The row of each name of a grid, looked up once."""
        if grid not in self._grids:
            self._grids[grid] = np.array(list(map(self.row, grid.names)), np.int64)
        return self._grids[grid]


class Grid:
    """All names that are made of one of `parts[0]`, one of `parts[1]`, and so on."""

    def __init__(self, *parts: Sequence[str]) -> None:
        self.sizes = tuple(map(len, parts))
        self.names = tuple(map("".join, product(*parts)))

    def rows(self, vocabulary: Vocabulary) -> Integers:
        return vocabulary.grid_rows(self)

    def __call__(
        self, *places: ArrayLike, where: Booleans | None = None, segments: Integers | None = None
    ) -> Values:
        """The values whose parts stand at these places, each (segments,) or one for all.
         They are those of all segments, or of those segments `where` it is true, or of the `segments` given,
        (values,).
        """
        codes: Any = 0
        for size, place in zip(self.sizes, places, strict=True):
            codes = codes * size + place
        if where is not None:
            segments = np.flatnonzero(where)
            codes = codes[segments]
        return Values(self, np.arange(len(codes)) if segments is None else segments, codes)

    def where(self, true: ArrayLike) -> Values:
        """The first value, of those segments for which it is true, given for each, (segments,)."""
        return self.of(np.flatnonzero(true))

    def of(self, segments: Integers) -> Values:
        """The first value, of these segments."""
        return Values(self, segments, np.zeros(len(segments), np.int64))


class Steps:
    """Counts in steps: a count falls into the first step whose end it does not exceed, or behind the last."""

    def __init__(self, name: str, *ends: int) -> None:
        self.names = (*(f"{name}{end}" for end in ends), f"{name}+")
        self._table = np.array([bisect_left(ends, count) for count in range(ends[-1] + 2)], np.int64)
        self._grid = Grid(self.names)

    def __call__(self, counts: Integers) -> Integers:
        """The step of each count."""
        return self._table.take(counts, mode="clip")

    def values(self, counts: Integers, where: Booleans | None = None) -> Values:
        """The names of the steps as values of all segments, (segments,), or of those `where` it is true."""
        return self._grid(self(counts), where=where)


class Words:
    """The names `kind=word` of words, to which more may be added."""

    def __init__(self, kind: str, words: Sequence[str]) -> None:
        self.kind = kind
        self.words = words
        self._vocabulary: Vocabulary | None = None
        self._rows: Integers = np.zeros(0, np.int64)

    @property
    def names(self) -> list[str]:
        return [f"{self.kind}={word}" for word in self.words]

    def rows(self, vocabulary: Vocabulary) -> Integers:
        """The row of each name, -1 without one; those of one vocabulary are kept."""
        if vocabulary is not self._vocabulary:
            self._vocabulary, self._rows = vocabulary, np.zeros(0, np.int64)
        known = len(self._rows)
        if known < len(self.words):
            new = vocabulary.word_rows(self.kind, islice(self.words, known, None))
            self._rows = np.concatenate([self._rows, np.array(new, np.int64)])
        return self._rows


class Listed(NamedTuple):
    """Names as they are."""

    names: Sequence[str]

    def rows(self, vocabulary: Vocabulary) -> Integers:
        """The row of each name, -1 without one."""
        return np.array(list(map(vocabulary.row, self.names)), np.int64)


class Values(NamedTuple):
    """What a feature shows of some segments: `names.names[codes[i]]` holds of `segments[i]`. The segments
    ascend.
    """

    names: Grid | Words | Listed
    segments: Integers
    codes: Integers

    @classmethod
    def of_words(cls, kind: str, segments: Integers, words: Sequence[str]) -> Values:
        """The values `kind=word`, a word a segment."""
        return cls(Words(kind, words), segments, np.arange(len(words)))

    @classmethod
    def listed(cls, names: Iterable[tuple[int, Iterable[str]]]) -> Values:
        """The values that are called so, given segments and the names of each."""
        flat: list[str] = []
        segments: list[int] = []
        for segment, own in names:
            flat += own
            segments += [segment] * (len(flat) - len(segments))
        return cls(Listed(flat), np.array(segments, np.int64), np.arange(len(flat)))


class Features(NamedTuple):
    """The features of the segments from `first` to `last`, the latter not included; `values` may hold those
    of others too.
    """

    values: Sequence[Values]
    first: int
    last: int

    @classmethod
    def of_names(cls, names: Sequence[Sequence[str]]) -> Features:
        """The features that are called so, given the names of each segment."""
        return cls([Values.listed(enumerate(names))], 0, len(names))

    def names(self) -> list[list[str]]:
        """The names of each segment's features, in the order in which they were extracted."""
        names: list[list[str]] = [[] for _ in range(self.first, self.last)]
        for value in self.values:
            known = value.names.names
            start, end = np.searchsorted(value.segments, (self.first, self.last)).tolist()
            for segment, code in zip(
                value.segments[start:end].tolist(), value.codes[start:end].tolist(), strict=True
            ):
                names[segment - self.first].append(known[code])
        return names

    def rows(self, vocabulary: Vocabulary) -> Ragged:
        """The rows of each segment's features; those that the vocabulary lacks are left out."""
        rows = np.concatenate([value.names.rows(vocabulary)[value.codes] for value in self.values])
        segments = np.concatenate([value.segments for value in self.values]) - self.first
        n = self.last - self.first
        known = np.flatnonzero((rows >= 0) & (segments >= 0) & (segments < n))
        segments = segments[known]
        order = np.argsort(
            segments.astype(np.uint16) if n < 1 << 16 else segments, kind="stable"
        )  # by radix, if short
        sizes = np.bincount(segments, minlength=n)
        return Ragged(rows[known[order]], np.concatenate([[0], np.cumsum(sizes)]))
