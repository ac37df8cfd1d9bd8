"""The names that have a row: those of a kind together, and the same after they were written and read."""

from __future__ import annotations

from zlib import crc32

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from newsparse.segment.vocabulary import Features, Values, Vocabulary

NAMES = ["w=a", "prose", "w==", "len=3", "w=b c", "case=upper"]


def test_the_names_of_a_kind_stand_together() -> None:
    vocabulary = Vocabulary(NAMES)
    assert vocabulary.names == ["w=a", "w==", "w=b c", "prose", "len=3", "case=upper"]
    assert [vocabulary.row(name) for name in vocabulary.names] == list(range(len(vocabulary)))
    assert vocabulary.rows(["b c", "x", "a"], "w=").tolist() == [2, -1, 0]
    assert vocabulary.row("prose=") == vocabulary.row("w") == vocabulary.row("len=4") == -1


KINDS, VALUES = ("w=", "W=", "len<", "end="), ("", "a", "=", "b c", "…", "is=")


@given(st.sets(st.sampled_from([kind + value for kind in KINDS for value in VALUES]), min_size=1))
def test_what_is_encoded_comes_back(names: set[str]) -> None:
    vocabulary = Vocabulary(sorted(names))
    found = Vocabulary.of_arrays(vocabulary.arrays())
    assert found.names == vocabulary.names
    assert found.rows(found.names).tolist() == list(range(len(names)))


def test_names_of_one_hash_are_told_apart() -> None:
    one, other, third = "plumless", "buckeroo", "prose"  # the first two have the CRC-32 4ddb0c25
    assert crc32(one.encode()) == crc32(other.encode())
    assert Vocabulary([one, third, other]).rows([other, third, one]).tolist() == [2, 1, 0]
    assert Vocabulary([other]).rows([one, other]).tolist() == [-1, 0]
    assert Vocabulary([]).rows([one]).tolist() == [-1]


LISTED = st.lists(st.lists(st.sampled_from(["tag=p", "tag=li", "in=nav", "time"]), unique=True), max_size=8)


@given(LISTED)
def test_listed_names_are_those_of_their_segments(names: list[list[str]]) -> None:
    features = Features.of_names(names)
    assert features.names() == names
    vocabulary = Vocabulary(["tag=p", "in=nav", "time"])
    rows = features.rows(vocabulary)
    for i, own in enumerate(names):
        known = [vocabulary.row(name) for name in own if name != "tag=li"]
        assert rows.flat[rows.starts[i] : rows.starts[i + 1]].tolist() == known


def test_a_name_that_several_segments_have_stands_once() -> None:
    values = Values.listed([(0, ("tag=p", "in=nav")), (2, ("tag=p", "in=nav")), (3, ("in=nav",))])
    assert list(values.names.names) == ["tag=p", "in=nav"]
    np.testing.assert_array_equal(values.segments, [0, 0, 2, 2, 3])
    np.testing.assert_array_equal(values.codes, [0, 1, 0, 1, 1])
