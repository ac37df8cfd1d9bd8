"""Types of arrays, and what numpy lacks or has at a price."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
Integers = NDArray[np.signedinteger[Any]]
Booleans = NDArray[np.bool_]


def distinct(numbers: Integers) -> Integers:
    """The distinct numbers in order; numpy's `unique` does the same, and first imports its masked arrays."""
    ordered = np.sort(numbers)
    new = np.ones(len(ordered), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=new[1:])
    return ordered[new]


def slices(flat: Integers, starts: Integers, sizes: Integers) -> Integers:
    """`flat[starts[i] : starts[i] + sizes[i]]` for each i, one behind the other."""
    ends = np.cumsum(sizes)
    taken: Integers = flat[np.repeat(starts - (ends - sizes), sizes) + np.arange(sizes.sum())]
    return taken


class Columns:
    """Rows of numbers of 32 bits, to which more may be added."""

    def __init__(self, width: int) -> None:
        self._room = np.zeros((width, 1024), np.int32)
        self._size = 0

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, column: int) -> Integers:
        """A column, (rows,)."""
        return self._room[column, : self._size]

    def add(self, rows: Sequence[Sequence[int]]) -> None:
        """Put rows behind those that are there."""
        total = self._size + len(rows)
        if total > self._room.shape[1]:
            self._room = np.pad(self._room[:, : self._size], ((0, 0), (0, 2 * total - self._size)))
        if rows:
            self._room[:, self._size : total] = np.array(rows, np.int32).T
        self._size = total


class Ragged(NamedTuple):
    """Numbers of segments, one segment behind the other: those of segment i are `flat[starts[i] : starts[i +
    1]]`. They have 32 bits, for a long text has millions.
    """

    flat: Integers
    starts: Integers  # (segments + 1,)

    def segments(self) -> Integers:
        """The segment of each number, (len(flat),)."""
        return np.repeat(np.arange(len(self.starts) - 1), self.sizes())

    def sizes(self) -> Integers:
        """How many numbers each segment has."""
        return self.starts[1:] - self.starts[:-1]

    def sums(self, column: Integers) -> Integers:
        """The sum of `column[flat]` for each segment."""
        total = np.zeros(len(self.flat) + 1, np.int64)
        np.cumsum(column[self.flat], out=total[1:])
        totals = total[self.starts]
        return totals[1:] - totals[:-1]
