"""Parquet: a record a row."""

from __future__ import annotations

import datetime
import gzip
import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench import DATA
from newsparse.errors import InputError
from newsparse.readers import read_bytes, read_file
from newsparse.readers.source import Source

pa = pytest.importorskip("pyarrow", reason="Parquet is read by pyarrow (newsparse[parquet])")
pq = pytest.importorskip("pyarrow.parquet")

SAMPLES = DATA / "formats" / "samples" / "parquet"
BODY = "The ferry to the outer islands sailed again on Monday, nine years after a storm broke the quay."


def table(count: int = 3, **columns: Any) -> bytes:
    out = io.BytesIO()
    usual = {"id": range(count), "text": [f"{BODY} {i}" for i in range(count)]}
    pq.write_table(pa.table(usual | columns), out, row_group_size=2)
    return out.getvalue()


@pytest.mark.parametrize("name", ["a.parquet", "a.txt", "-"])
@pytest.mark.parametrize("packed", [False, True])
def test_each_row_is_an_article(name: str, packed: bool, tmp_path: Path) -> None:
    data = table(
        title=["Ferry returns"] * 3, author=["By Mara Quist"] * 3, url=[None, "http://a.example", None]
    )
    data = gzip.compress(data) if packed else data
    (tmp_path / "a.parquet").write_bytes(data)
    for found in (list(read_bytes(data, name)), list(read_file(tmp_path / "a.parquet"))):
        assert [item.text for item in found if isinstance(item, Source)] == [f"{BODY} {i}" for i in range(3)]
        second = found[1]
        assert isinstance(second, Source)
        assert (second.origin.format, second.origin.index, second.origin.id) == ("parquet", 1, "1")
        assert second.metadata
        assert (second.metadata.headline, second.metadata.authors) == ("Ferry returns", ("Mara Quist",))
        assert second.metadata.url == "http://a.example"


@pytest.mark.parametrize(
    ("values", "type", "stated"),
    [
        ([datetime.datetime(2025, 3, 4, 8, 30)], pa.timestamp("ns"), "2025-03-04T08:30:00"),
        ([1741077000123456789], pa.timestamp("ns", "UTC"), "2025-03-04T08:30:00.123456+00:00"),
        ([datetime.date(2025, 3, 4)], pa.date32(), "2025-03-04"),
        (["2025-03-04"], pa.string(), "2025-03-04"),
        ([1741077000], pa.int64(), "2025-03-04T08:30:00+00:00"),
        ([None], pa.timestamp("us"), None),
    ],
)
def test_days_of_all_types(values: list[Any], type: Any, stated: str | None) -> None:
    (found,) = read_bytes(table(1, published=pa.array(values, type)), "a.parquet")
    assert isinstance(found, Source)
    assert found.metadata
    assert (found.metadata.published or "")[:19] == (stated or "")[:19]


@pytest.mark.parametrize(
    "column",
    [
        pa.array([BODY], pa.large_string()),
        pa.array([BODY]).dictionary_encode(),
        pa.array([BODY.encode()], pa.binary()),
        pa.array([[BODY]], pa.list_(pa.string())),
    ],
)
def test_texts_of_all_types(column: Any) -> None:
    (found,) = read_bytes(table(1, text=column), "a.parquet")
    assert isinstance(found, Source)
    assert found.text == BODY


def test_the_column_of_the_text_can_be_named() -> None:
    data = table(2, lede=[b"A lede.", b"Another."])
    found = [item for item in read_bytes(data, "a.parquet", text_key="lede") if isinstance(item, Source)]
    assert [item.text for item in found] == ["A lede.", "Another."]
    (error,) = read_bytes(data, "a.parquet", text_key="other")
    assert "no key of a text among id, text: name it with --text-key" in str(error)


def test_a_row_without_a_text_is_an_error_in_its_place() -> None:
    first, error, last = read_bytes(table(text=[BODY, None, BODY]), "a.parquet")
    assert isinstance(first, Source)
    assert str(error).startswith("a.parquet, article 1: row 2: no text in text")
    assert isinstance(last, Source)


@pytest.mark.parametrize("data", [b"PAR1", table()[:-1], table()[:200], table()[4:], b"PAR1" + table()[8:]])
def test_a_file_that_is_cut_off_or_broken_is_an_error(data: bytes) -> None:
    found = list(read_bytes(data, "a.parquet", None, "parquet"))
    assert isinstance(found[-1], InputError)
    assert "a Parquet file that is cut off or broken" in str(found[-1])


def test_a_table_without_rows_is_an_error() -> None:
    assert [str(item) for item in read_bytes(table(0), "a.parquet")] == [
        "a.parquet: no article in it: give it one at least"
    ]


def test_without_the_library_the_remedy_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow.parquet", None)
    assert [str(item) for item in read_bytes(table(), "a.parquet")] == [
        "a.parquet: a Parquet file, for which a library is missing: pip install 'newsparse[parquet]'"
    ]


def test_a_text_that_is_no_utf8_is_read_all_the_same() -> None:
    data = table(2, text=pa.array([b"Caf\xe9", BODY.encode()]).view(pa.string()))
    assert [item.text for item in read_bytes(data, "a.parquet") if isinstance(item, Source)] == [
        "Caf\ufffd",
        BODY,
    ]


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_damaged_files_are_articles_or_errors(data: st.DataObject) -> None:
    damaged = bytearray(table())
    for _ in range(data.draw(st.integers(1, 5))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    found = list(read_bytes(bytes(damaged), "a.parquet", None, "parquet"))
    assert found
    assert all(isinstance(item, Source | InputError) for item in found)


@pytest.mark.skipif(not SAMPLES.exists(), reason="the samples of formats are not beside the project")
@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("MADE_fineweb_like.parquet", 6),
        ("fineweb_alternative_fields.parquet", 2),
        ("fineweb_standard.parquet", 3),
    ],
)
def test_the_samples(name: str, count: int) -> None:
    found = list(read_file(SAMPLES / name))
    assert [type(item) for item in found] == [Source] * count
    published = [item.metadata.published for item in found if isinstance(item, Source) and item.metadata]
    assert published == [None] * count  # the days in them are those of the crawl
