"""Types of arrays, and what numpy lacks or has at a price."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
Integers = NDArray[np.int64]
Booleans = NDArray[np.bool_]


def distinct(numbers: Integers) -> Integers:
    """The distinct numbers in order; numpy's `unique` does the same, and first imports its masked arrays."""
    ordered = np.sort(numbers)
    new = np.ones(len(ordered), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=new[1:])
    return ordered[new]


class Ragged(NamedTuple):
    """Numbers of segments, one segment behind the other: those of segment i are `flat[starts[i] : starts[i +
    1]]`.
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
