"""Every format of the articles of all samples, and of some texts of the data folder: what it may hold, and
the same values where it is read back.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from functools import cache
from itertools import islice

import jsonschema
import pytest

from newsparse import parse, parse_file
from newsparse.article import Article
from newsparse.readers import read_bytes, single
from newsparse.writers import FORMATS, Stream, View, contents, write
from newsparse.writers.schema import schema
from newsparse.writers.text import texts
from samples.golden import NAMES, sample
from specifications import CHECKER, CSL, NINJS, NITF, TASKS, TEI, Place, read_brat, read_iob, valid
from training.corpus import SHARED

GOLD = SHARED / "gold" / "gold.jsonl"
JSON = jsonschema.Draft202012Validator(schema())
ITEMS = jsonschema.Draft202012Validator(NINJS, format_checker=CHECKER)
EVERY = 67  # of the texts of the data folder: thirty, of all kinds


@cache
def articles(kind: str) -> list[Article]:
    if kind == "samples":
        return [parse_file(sample(name)) for name in NAMES]
    if not GOLD.exists():
        pytest.skip("there is no data folder")
    with open(GOLD, "rb") as lines:
        return [parse(json.loads(line)["text"]) for line in islice(lines, 0, None, EVERY)]


KINDS = pytest.mark.parametrize("kind", ["samples", "texts"])


def stream(format: str, found: list[Article], array: bool = False) -> bytes:
    """All articles in one stream."""
    pieces: list[str | bytes] = []
    made = Stream(pieces.append, format, View(), array)
    for article in found:
        made.write(write(article, format))
    made.close()
    return b"".join(p if isinstance(p, bytes) else p.encode() for p in pieces)


def places(article: Article) -> list[Place]:
    return [(span.start, span.end, span.label) for span in article.spans]


def check_json(article: Article) -> None:
    JSON.validate(json.loads(write(article, "json", View(spans=True, span_text=True))))


def check_ninjs(article: Article) -> None:
    ITEMS.validate(json.loads(write(article, "ninjs")))


def check_nitf(article: Article) -> None:
    valid(write(article, "nitf"), NITF)


def check_tei(article: Article) -> None:
    valid(write(article, "tei"), TEI)


def check_schema_org(article: Article) -> None:
    assert json.loads(write(article, "schema-org"))["@type"] == "NewsArticle"


def check_brat(article: Article) -> None:
    annotations, text = map(str, contents(write(article, "brat"), "brat", View()))
    assert text == article.text
    found = list(read_brat(annotations))
    assert [(pairs[0][0], pairs[-1][1], label) for label, pairs, _ in found] == places(article)
    for _, pairs, shown in found:
        assert shown == " ".join(text[start:end] for start, end in pairs)


@KINDS
@pytest.mark.parametrize(
    "check", [check_json, check_ninjs, check_nitf, check_tei, check_schema_org, check_brat]
)
def test_each_article_is_valid(kind: str, check: Callable[[Article], None]) -> None:
    for article in articles(kind):
        check(article)


@KINDS
def test_all_together_are_valid(kind: str) -> None:
    found = articles(kind)
    jsonschema.validate(json.loads(stream("csl-json", found)), CSL)
    jsonschema.validate(json.loads(stream("labelstudio", found)), TASKS)
    valid(str(stream("tei", found, array=True), "utf-8"), TEI)
    assert len(json.loads(stream("schema-org", found, array=True))) == len(found)


@KINDS
def test_a_table_gives_the_same_values(kind: str) -> None:
    for format, dialect in (("csv", "excel"), ("tsv", "excel-tab")):
        text = str(stream(format, articles(kind)), "utf-8")
        rows = csv.DictReader(io.StringIO(text, newline=""), dialect=dialect)
        for row, article in zip(rows, articles(kind), strict=True):
            assert row["headline"] == (article.headline or "")
            assert row["body"] == "\n\n".join(texts(article, "body"))
            assert row["captions"] == "; ".join(texts(article, "captions"))
            assert float(row["confidence"]) == article.confidence
            time = article.published
            assert row["published"] == ((time.date or time.text) if time else "")


@KINDS
def test_parquet_gives_the_same_articles(kind: str) -> None:
    pq = pytest.importorskip("pyarrow.parquet", reason="pyarrow writes Parquet")
    rows = pq.read_table(io.BytesIO(stream("parquet", articles(kind)))).to_pylist()
    assert [Article.from_json(json.dumps(row)) for row in rows] == articles(kind)


@KINDS
def test_items_to_cite_give_the_same_values(kind: str) -> None:
    for item, article in zip(json.loads(stream("csl-json", articles(kind))), articles(kind), strict=True):
        assert item.get("title") == article.headline
        authors = article.byline.authors if article.byline else ()
        assert [author["literal"] for author in item.get("author", [])] == [author.name for author in authors]
        day = article.published.date[:10] if article.published and article.published.date else None
        parts = item["issued"]["date-parts"][0] if "issued" in item else None
        assert parts == ([int(part) for part in day.split("-")] if day else None)


@KINDS
def test_tokens_give_the_same_spans(kind: str) -> None:
    text = str(stream("iob", articles(kind)), "utf-8")
    assert list(read_iob(text)) == [places(article) for article in articles(kind)]


@KINDS
def test_lines_for_doccano_give_the_same_spans(kind: str) -> None:
    for line, article in zip(stream("doccano", articles(kind)).splitlines(), articles(kind), strict=True):
        row = json.loads(line)
        assert [tuple(label) for label in row["label"]] == places(article)
        assert row["text"] == article.text


@KINDS
@pytest.mark.parametrize(
    ("format", "name"), [("nitf", "x.xml"), ("ninjs", "x.json"), ("schema-org", "x.jsonld")]
)
def test_news_formats_are_read_again(kind: str, format: str, name: str) -> None:
    from newsparse.pipeline import article as parsed

    for article in islice((article for article in articles(kind) if article.body and article.headline), 8):
        again = parsed(single(read_bytes(write(article, format).encode(), name)))
        assert again.source.format == format
        assert again.headline == article.headline
        assert again.site == article.site
        assert again.tags == article.tags
        assert (again.published and again.published.date) == (article.published and article.published.date)


def test_every_format_is_tried_here() -> None:
    tried = (
        "json jsonl csv tsv schema-org csl-json parquet ninjs nitf tei labelstudio doccano iob brat".split()
    )
    elsewhere = "text pretty md html".split()
    assert set(FORMATS) == {*tried, *elsewhere}
