"""Inputs packed with Zstandard."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsparse.errors import InputError
from newsparse.readers import files, has_ending, read_bytes, read_file
from newsparse.readers.source import Source

zstandard = pytest.importorskip("zstandard", reason="zstd data is read by zstandard (newsparse[zstd])")

ROWS = "".join(json.dumps({"text": f"The ferry sailed on Monday, said {i}."}) + "\n" for i in range(3000))
PACKED = zstandard.ZstdCompressor().compress(ROWS.encode())


def test_records_are_unpacked(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl.zst").write_bytes(PACKED)
    found = [item for item in read_file(tmp_path / "a.jsonl.zst") if isinstance(item, Source)]
    assert (len(found), found[-1].text) == (3000, "The ferry sailed on Monday, said 2999.")
    assert has_ending("a.jsonl.zst")


def test_several_frames_are_one_stream() -> None:
    half = len(ROWS) // 2
    frames = [zstandard.ZstdCompressor().compress(part.encode()) for part in (ROWS[:half], "", ROWS[half:])]
    found = list(read_bytes(b"".join(frames), "a.jsonl"))
    assert [type(item) for item in found] == [Source] * 3000


@pytest.mark.parametrize("data", [PACKED[:-1], PACKED[:-900], PACKED[:10], PACKED[:4] + b"none", PACKED[:4]])
def test_data_that_is_cut_off_or_broken_is_an_error(data: bytes) -> None:
    *rows, error = read_bytes(data, "a.jsonl")
    assert "zstd data that is cut off or broken: get a whole copy of it" in str(error)
    assert all(isinstance(item, Source | InputError) for item in rows)


def test_data_without_an_end_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 1_000_000)
    (error,) = read_bytes(zstandard.ZstdCompressor().compress(bytes(50_000_000)), "a.txt")
    assert "too large to be one article" in str(error)


def test_without_the_library_the_remedy_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "newsparse.readers.zstd", raising=False)
    monkeypatch.setitem(sys.modules, "zstandard", None)
    assert [str(item) for item in read_bytes(PACKED, "a.jsonl")] == [
        "a.jsonl: zstd data, for which a library is missing: pip install 'newsparse[zstd]'"
    ]


@settings(deadline=None, max_examples=40)
@given(st.data())
def test_damaged_data_is_articles_or_errors(data: st.DataObject) -> None:
    damaged = bytearray(PACKED)
    for _ in range(data.draw(st.integers(1, 5))):
        damaged[data.draw(st.integers(4, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    for item in read_bytes(bytes(damaged), "a.jsonl", None, "jsonl"):
        assert isinstance(item, Source | InputError)
