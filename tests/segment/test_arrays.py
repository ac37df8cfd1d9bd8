"""Arrays: slices put one behind the other, and columns that grow."""

from __future__ import annotations

import numpy as np

from newsparse.segment.arrays import Columns, Ragged, distinct, slices


def test_slices_stand_one_behind_the_other() -> None:
    flat = np.arange(10, 20)
    taken = slices(flat, np.array([7, 0, 3, 3]), np.array([2, 0, 3, 1]))
    assert taken.tolist() == [17, 18, 13, 14, 15, 13]
    assert slices(flat, np.zeros(0, np.int64), np.zeros(0, np.int64)).tolist() == []


def test_columns_grow_and_keep_what_they_have() -> None:
    columns = Columns(2)
    columns.add([])
    assert len(columns) == 0
    for i in range(3000):
        columns.add([(i, -i)])
    assert len(columns) == 3000
    assert columns[0].tolist() == list(range(3000))
    assert columns[1][-1] == -2999


def test_sums_of_ragged_numbers() -> None:
    ragged = Ragged(np.array([0, 1, 1]), np.array([0, 1, 1, 3]))
    assert ragged.sums(np.array([5, 7])).tolist() == [5, 0, 14]
    assert ragged.segments().tolist() == [0, 2, 2]
    assert distinct(np.array([3, 1, 3])).tolist() == [1, 3]
