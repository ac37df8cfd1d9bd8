"""The values of features as numbers, their names, and the rows that the names have in a table.
 A kind of feature has a name for each of its values. On the way from a text to its labels a value is a
number, and the rows of the names are looked up once a kind, or once a distinct word of the text; the names of
single segments are made for people and for training only.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, chain, islice, pairwise, product
from operator import eq
from typing import Any, NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import ArrayLike, NDArray

from newsparse.segment.arrays import Booleans, Integers, Ragged

MAX_USUAL = 1 << 14  # names whose rows are kept, some 2 MB


class Vocabulary:
    """The names that have a row in a table. Those of a kind stand together; the kind is what stands before
    the first =, the = included.

    A name is found by its hash (CRC-32) in a sorted array, and compared with the names of that hash. So a
    vocabulary is arrays alone, which open at once, whatever their size.
    """

    ARRAYS = ("names", "name_starts", "hashes", "hashed_rows")

    def __init__(self, names: Iterable[str]) -> None:
        """The rows follow the kinds as they come up, and in each the names."""
        kinds: dict[str, list[bytes]] = {}
        for name in names:
            kind, sign, _ = name.partition("=")
            kinds.setdefault(kind + sign, []).append(name.encode())
        ordered = list(chain.from_iterable(kinds.values()))
        hashes = np.array(list(map(crc32, ordered)), np.uint32)
        rows = np.argsort(hashes, kind="stable")
        starts = [0, *accumulate(map(len, ordered))]
        self._open(b"".join(ordered), np.array(starts, np.uint32), hashes[rows], rows.astype(np.uint32))

    def _open(
        self, text: bytes, starts: NDArray[np.uint32], hashes: NDArray[np.uint32], rows: NDArray[np.uint32]
    ) -> None:
        self._text = text  # the names in the order of their rows, one behind the other
        self._starts = starts  # where each begins in it, and the last ends, (names + 1,)
        self._hashes = hashes  # of all names, sorted, (names,)
        self._hashed_rows = rows  # the row of each of `hashes`
        self._grids: dict[Grid, Integers] = {}
        self._usual: dict[str, int] = {}

    @classmethod
    def of_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> Vocabulary:
        """What gave these `arrays`."""
        vocabulary = cls.__new__(cls)
        text, starts, hashes, rows = (arrays[name] for name in cls.ARRAYS)
        vocabulary._open(text.tobytes(), starts, hashes, rows)
        return vocabulary

    def arrays(self) -> dict[str, NDArray[Any]]:
        """All that it consists of, as ARRAYS."""
        text = np.frombuffer(self._text, np.uint8)
        own = text, self._starts, self._hashes, self._hashed_rows
        return dict(zip(self.ARRAYS, own, strict=True))

    def __len__(self) -> int:
        return len(self._hashes)

    @property
    def names(self) -> list[str]:
        """The names in the order of their rows."""
        return [self._name(start, end).decode() for start, end in pairwise(self._starts.tolist())]

    def _name(self, start: int, end: int) -> bytes:
        return self._text[start:end]

    def row(self, name: str) -> int:
        """The row of a name, -1 without one."""
        return int(self.rows([name])[0])

    def rows(self, names: Iterable[str], prefix: str = "") -> Integers:
        """The row of each name, to which a prefix may be put, -1 without one."""
        begin = prefix.encode()
        encoded = [name.encode("utf-8", "surrogatepass") for name in names]
        head = crc32(begin)
        hashes = np.array([crc32(name, head) for name in encoded], np.uint32)
        rows = np.full(len(encoded), -1, np.int64)
        places = np.searchsorted(self._hashes, hashes)
        left = np.arange(len(encoded))
        while len(left):  # most names find their hash at once or not at all; few share one
            left = left[places[left] < len(self)]
            left = left[self._hashes[places[left]] == hashes[left]]
            found = self._hashed_rows[places[left]].astype(np.int64)
            known = map(self._name, self._starts[found].tolist(), self._starts[found + 1].tolist())
            asked = (begin + encoded[i] for i in left.tolist())
            same = np.array(list(map(eq, known, asked)), np.bool_)
            rows[left[same]] = found[same]
            left = left[~same]
            places[left] += 1
        return rows

    def usual_rows(self, names: Sequence[str]) -> Integers:
        """The row of each name, -1 without one, of names that come up again and again: they are kept."""
        if len(self._usual) > MAX_USUAL:
            self._usual = {}
        kept = self._usual  # of another thread too; it only grows
        new = [name for name in names if name not in kept]
        kept.update(zip(new, self.rows(new).tolist(), strict=True))
        return np.fromiter(map(kept.__getitem__, names), np.int64, len(names))

    def grid_rows(self, grid: Grid) -> Integers:
        """The row of each name of a grid, looked up once."""
        if grid not in self._grids:
            self._grids[grid] = self.rows(grid.names)
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
            new = vocabulary.rows(islice(self.words, known, None), self.kind + "=")
            self._rows = np.concatenate([self._rows, new])
        return self._rows


def counted() -> defaultdict[str, int]:
    """A dictionary that gives what is new the next number."""
    numbers: defaultdict[str, int] = defaultdict()
    numbers.default_factory = numbers.__len__
    return numbers


class Listed(NamedTuple):
    """Names as they are: those of small sets, which come up in text after text."""

    names: Sequence[str]

    def rows(self, vocabulary: Vocabulary) -> Integers:
        """The row of each name, -1 without one."""
        return vocabulary.usual_rows(self.names)


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
        places = counted()  # so that a word is looked up once for all segments
        codes = np.fromiter(map(places.__getitem__, words), np.int64, len(words))
        return cls(Words(kind, tuple(places)), segments, codes)

    @classmethod
    def listed(cls, names: Iterable[tuple[int, Sequence[str]]]) -> Values:
        """The values that are called so, given segments and the names of each."""
        places = counted()  # so that a name is looked up once for all segments,
        known: dict[tuple[str, ...], array[int]] = {}  # and names that stand together are so once
        codes = array("q")
        segments: list[int] = []
        sizes: list[int] = []
        for segment, found in names:
            own = tuple(found)
            own_codes = known.get(own)
            if own_codes is None:
                own_codes = known[own] = array("q", map(places.__getitem__, own))
            codes += own_codes
            segments.append(segment)
            sizes.append(len(own))
        return cls(
            Listed(tuple(places)),
            np.repeat(np.array(segments, np.int64), sizes),
            np.frombuffer(codes, np.int64),
        )


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

    def stretch(self, first: int, last: int) -> Features:
        """Those of the segments from `first` to `last` of these, the latter not included."""
        first, last = self.first + first, self.first + last
        if (first, last) == (self.first, self.last):
            return self
        bounds = [np.searchsorted(value.segments, (first, last)).tolist() for value in self.values]
        values = [
            Values(names, segments[start:end], codes[start:end])
            for (names, segments, codes), (start, end) in zip(self.values, bounds, strict=True)
        ]
        return Features(values, first, last)

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
