"""Parquet, read back by its own library."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from msgspec.structs import replace

from conftest import EMPTY, FULL
from newsparse.article import Article
from newsparse.writers import FIELDS, Stream, View, write

pa = pytest.importorskip("pyarrow", reason="pyarrow writes Parquet")
pq = pytest.importorskip("pyarrow.parquet", reason="pyarrow writes Parquet")
MANY = 2500  # articles: more than two row groups


def table(*articles: Article) -> Any:
    """The articles as a file, read."""
    pieces: list[Any] = []
    stream = Stream(pieces.append, "parquet", View())
    for article in articles:
        stream.write(write(article, "parquet"))
    stream.close()
    return pq.ParquetFile(io.BytesIO(b"".join(pieces)))


def test_rows_are_the_articles() -> None:
    indexed = replace(FULL, source=replace(FULL.source, index=3, id="a"))
    articles = [FULL, EMPTY, indexed]
    rows = table(*articles).read().to_pylist()
    assert rows == [article.to_dict() for article in articles]
    assert [Article.from_json(json.dumps(row)) for row in rows] == articles


def test_many_articles_are_several_row_groups() -> None:
    file = table(*[FULL] * MANY)
    assert (file.num_row_groups, file.metadata.num_rows) == (3, MANY)


def test_a_file_without_articles_has_the_columns() -> None:
    assert table().read().num_rows == 0
    assert table().schema_arrow.names == list(FIELDS)


def test_the_schema_is_fixed() -> None:
    """Columns and fields may be added; none changes its name or its type."""
    from newsparse.writers.parquet import SCHEMA

    text, texts, number = pa.string(), pa.list_(pa.string()), pa.int64()

    def struct(*names: str, **fields: Any) -> Any:
        return pa.struct([*((name, text) for name in names), *fields.items()])

    time = struct("text", "date")
    credit = struct("text", names=texts, organizations=texts)
    author = struct("name", "role", "organization", "email", "handle")
    expected = {
        **dict.fromkeys(("headline", "kicker", "deck", "copyright", "url", "site", "section", "text"), text),
        **dict.fromkeys(("highlights", "bio", "related", "tags"), texts),
        "byline": struct("text", authors=pa.list_(author)),
        "published": time,
        "updated": time,
        "dateline": struct("text", "location", "organization", "date"),
        "captions": pa.list_(struct("text", credit=credit)),
        "body": pa.list_(struct("heading", paragraphs=texts)),
        "credits": pa.list_(struct("text", "role", names=texts, organizations=texts)),
        "notes": pa.list_(struct("kind", "text")),
        "media": pa.list_(struct("text", "duration", "source")),
        "confidence": pa.float64(),
        "spans": pa.list_(
            pa.struct({"start": number, "end": number, "label": text, "confidence": pa.float64()})
        ),
    }
    for name, kind in expected.items():
        assert SCHEMA.field(name).type == kind
    assert SCHEMA.names == list(FIELDS)
    assert SCHEMA.field("source").type.field("index").type == number


def test_pandas_reads_it() -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    frame = pandas.DataFrame(table(FULL, EMPTY).read().to_pandas())
    assert list(frame.headline) == [FULL.headline, None] or frame.headline[1] != frame.headline[1]
    assert frame.byline[0]["authors"][0]["name"] == "Mara Quist"
