"""Corpora of records: JSON Lines, JSON and tables."""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newsparse
from hashes import hashed
from newsparse import pipeline
from newsparse.errors import InputError
from newsparse.languages import load
from newsparse.metadata import Metadata
from newsparse.readers import detect, files, read_bytes, read_file
from newsparse.readers.records import metadata
from newsparse.readers.source import Source

SAMPLES = Path(__file__).parents[3] / "shared" / "formats" / "samples"
BODY = (
    "The ferry to the outer islands sailed again on Monday, nine years after a storm broke the quay, he said."
)
ROWS: list[dict[str, Any]] = [
    {
        "id": 7,
        "title": "Ferry returns",
        "author": "By Mara Quist and Ole Varn",
        "date": "2025-03-04",
        "text": f"{BODY}\n\n{BODY}",
    },
    {
        "id": "x8",
        "title": "Harbour closes",
        "author": None,
        "date": None,
        "text": f"“Never,” she said.\n{BODY}",
    },
]


def lines(rows: list[dict[str, Any]]) -> bytes:
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


def table(rows: list[dict[str, Any]], delimiter: str = ",") -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


FILES = {
    "a.jsonl": lines(ROWS),
    "a.ndjson": b"\xef\xbb\xbf" + lines(ROWS).replace(b"\n", b"\r\n\r\n"),
    "a.jsonl.gz": gzip.compress(lines(ROWS)),
    "a.txt": lines(ROWS),
    "a.json": json.dumps(ROWS, indent=2).encode(),
    "a.csv": table(ROWS),
    "b.csv": table(ROWS, ";"),
    "a.tsv": table(ROWS, "\t"),
    "a.csv.gz": gzip.compress(table(ROWS)),
}


@pytest.mark.parametrize("name", FILES)
def test_each_row_is_an_article_with_what_it_states(name: str) -> None:
    first, second = read_bytes(FILES[name], name)
    assert isinstance(first, Source)
    assert isinstance(second, Source)
    assert (first.text, second.text) == (ROWS[0]["text"], ROWS[1]["text"])
    assert (first.origin.index, first.origin.id, second.origin.index, second.origin.id) == (0, "7", 1, "x8")
    assert (
        first.origin.format == detect(FILES["a.json"], "").name
        if name == "a.json"
        else first.origin.format in ("jsonl", "csv")
    )
    assert first.metadata
    assert (first.metadata.headline, first.metadata.published) == ("Ferry returns", "2025-03-04")
    assert first.metadata.authors == ("Mara Quist", "Ole Varn")
    assert first.metadata.sources == {"headline": "title", "byline": "author", "published": "date"}
    assert second.metadata
    assert (second.metadata.authors, second.metadata.published) == ((), None)


def test_what_is_stated_is_in_the_article() -> None:
    source = next(read_bytes(FILES["a.jsonl"], "a.jsonl"))
    assert isinstance(source, Source)
    article = pipeline.article(source)
    assert article.headline == "Ferry returns"
    assert article.byline
    assert [author.name for author in article.byline.authors] == ["Mara Quist", "Ole Varn"]
    assert article.published
    assert article.published.date == "2025-03-04"
    assert (article.source.headline, article.source.id) == ("title", "7")


def test_a_stated_headline_is_not_searched_for_in_the_text() -> None:
    text = f"Ferry returns\n\nA storm broke the quay\n\n{BODY}\n\n{BODY}"
    (source,) = read_bytes(lines([{"title": "Ferry returns", "text": text}]), "a.jsonl")
    assert isinstance(source, Source)
    found = pipeline.article(source)
    labels = {source.text[span.start : span.end]: span.label for span in found.spans}
    assert labels["Ferry returns"] == "headline"
    (source,) = read_bytes(lines([{"title": "Another title", "text": text}]), "a.jsonl")
    assert isinstance(source, Source)
    found = pipeline.article(source)
    assert found.headline == "Another title"
    assert "headline" not in {span.label for span in found.spans}


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ({"content": BODY}, BODY),
        ({"Text": BODY, "title": "x"}, BODY),
        ({"texts": BODY * 2, "Year": "1789"}, BODY * 2),
        ({"text": "", "body": BODY}, BODY),
        ({"contents": [{"type": "title", "content": "F"}, None, {"type": "image", "fullcaption": "The quay."},
                       {"type": "sanitized_html", "content": "<b>Low</b> tide."}]}, "The quay.\n\nLow tide."),
    ],
)  # fmt: skip
def test_the_key_of_the_text_is_known_or_the_only_long_one(row: dict[str, Any], text: str) -> None:
    (source,) = read_bytes(lines([row]), "a.jsonl")
    assert isinstance(source, Source)
    assert source.text == text


def test_the_key_of_the_text_can_be_named() -> None:
    (source,) = read_bytes(lines([{"text": "no", "lede": BODY}]), "a.jsonl", text_key="lede")
    assert isinstance(source, Source)
    assert source.text == BODY
    found = list(read_bytes(lines([{"text": "no"}]), "a.jsonl", text_key="lede"))
    assert [str(error) for error in found] == [
        "a.jsonl: row 1: no key of a text among text: name it with --text-key"
    ]


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv"])
def test_a_table_without_a_text_is_one_error(name: str) -> None:
    rows = [{"Headline": "Ferry returns", "Body ID": str(i)} for i in range(3)]
    (error,) = read_bytes(lines(rows) if name == "a.jsonl" else table(rows), name)
    assert "no key of a text among Headline, Body ID: name it with --text-key" in str(error)


@pytest.mark.parametrize(
    "bad",
    [b"{\n", b"[1]\n", b'{"text": "\xff"}\n', b'{"text": null}\n', b'{"title": "x"}\n', b'{"text": " "}\n'],
)
def test_a_bad_row_is_an_error_in_its_place(bad: bytes) -> None:
    row = lines([{"text": BODY}])
    first, error, last = read_bytes(row + bad + row, "a.jsonl")
    assert isinstance(first, Source)
    assert isinstance(error, InputError)
    assert (error.index, "row 2: " in str(error)) == (1, True)
    assert isinstance(last, Source)
    assert last.origin.index == 2


def test_a_row_with_too_few_cells_is_an_error_in_its_place() -> None:
    data = f'id,text\n1,"{BODY}\n{BODY}"\n2\n3,"{BODY}"\n'.encode()
    first, error, last = read_bytes(data, "a.csv")
    assert isinstance(first, Source)
    assert "row 3: 1 cells under a header of 2" in str(error)
    assert isinstance(last, Source)


def test_a_row_that_is_too_large_is_an_error_in_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 1_000)
    row = lines([{"text": BODY}])
    found = list(
        read_bytes(
            row + lines([{"text": "word " * 1_000}]) + row + lines([{"text": "word " * 250}]) + row, "a.jsonl"
        )
    )
    assert [type(item) for item in found] == [Source, InputError, Source, InputError, Source]


def test_a_quotation_mark_that_nothing_closes_is_an_error_of_its_row_alone() -> None:
    data = f'id,text\n1,"{BODY}"\n2,"{BODY}\n3,low\n4,low\n'.encode()
    found = list(read_bytes(data, "a.csv"))
    assert [type(item) for item in found] == [Source, InputError, Source, Source]
    assert "row 3: a quotation mark that nothing closes" in str(found[1])
    assert [item.text for item in found if isinstance(item, Source)] == [BODY, "low", "low"]


def test_the_marks_of_a_table_with_tabs_are_its_own() -> None:
    data = f'id\ttext\n1\t"It is time," he said.\n2\t{BODY}\n'.encode()
    first, _ = read_bytes(data, "a.tsv")
    assert isinstance(first, Source)
    assert first.text == '"It is time," he said.'
    (quoted,) = read_bytes(f'id\ttext\n1\t"{BODY}\n{BODY}"\n'.encode(), "a.tsv")
    assert isinstance(quoted, Source)
    assert quoted.text == f"{BODY}\n{BODY}"


def test_a_table_in_utf16() -> None:
    (found,) = read_bytes(f"title\ttext\nFerry\t{BODY}\n".encode("utf-16"), "a.csv")
    assert isinstance(found, Source)
    assert found.metadata
    assert (found.metadata.headline, found.text) == ("Ferry", BODY)


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("['Mara Quist', \"Ole O'Varn\"]", ("Mara Quist", "Ole O'Varn")),
        ("[]", ()),
        ("['a', b]", None),
    ],
)
def test_a_list_in_a_cell_is_one(value: str, names: tuple[str, ...] | None) -> None:
    found = metadata({"authors": value}, load("en")).authors
    assert found == names or names is None


def test_a_byline_is_read_in_the_language_of_the_text() -> None:
    text = "Die Fähre fährt seit Montag wieder zu den Inseln, sagte der Hafenmeister."
    (found,) = read_bytes(lines([{"author": "Von Mara Quist", "text": text}]), "a.jsonl")
    assert isinstance(found, Source)
    assert found.metadata
    assert found.metadata.authors == ("Mara Quist",)


def test_typed_parts_state_what_the_record_does_not() -> None:
    parts = [
        {"type": "kicker", "content": "Sea"}, {"type": "title", "content": "Another"},
        {"type": "byline", "content": "By Mara Quist"}, {"type": "date", "content": 1741077000000},
        {"type": "sanitized_html", "content": BODY},
    ]  # fmt: skip
    (found,) = read_bytes(lines([{"title": "Ferry returns", "contents": parts}]), "a.jsonl")
    assert isinstance(found, Source)
    assert found.text == BODY
    known = found.metadata
    assert known
    assert (known.headline, known.authors, known.section) == ("Ferry returns", ("Mara Quist",), "Sea")
    assert known.published == "2025-03-04T08:30:00+00:00"


def test_a_thing_with_a_name_is_its_name() -> None:
    record = {"source": {"id": None, "name": "The Gull"}, "publishedat": "2025-03-04T10:00:00Z"}
    found = metadata(record, load("en"))
    assert (found.site, found.published) == ("The Gull", "2025-03-04T10:00:00+00:00")


def test_a_table_in_another_encoding() -> None:
    data = table([{"id": "1", "text": f"Le café déjà fermé. {BODY}"}]).decode().encode("cp1252")
    (source,) = read_bytes(data, "a.csv")
    assert isinstance(source, Source)
    assert (source.text[:20], source.origin.encoding) == ("Le café déjà fermé. ", "cp1252")


def test_what_newsparse_wrote_is_no_input(tmp_path: Path) -> None:
    article = json.loads(
        json.dumps(
            {"headline": "x", "kicker": None, "dateline": None, "captions": [], "body": [], "source": {}}
        )
    )
    (error,) = read_bytes(lines([article]), "a.jsonl")
    assert str(error) == "a.jsonl: what newsparse wrote, no input: name the texts that it was made of"


@pytest.mark.parametrize("data", [b"[1, 2]", b"[]", b'[{"text": "low', b'"tide"'])
def test_json_without_records_is_one_error(data: bytes) -> None:
    (error,) = read_bytes(data, "a.json", None, "json")
    assert "JSON that is broken, or no records" in str(error)


@pytest.mark.parametrize("data", [b"", b"\n", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("format", ["jsonl", "json", "csv"])
def test_nothing_is_an_error(data: bytes, format: str) -> None:
    assert all(isinstance(item, InputError) for item in read_bytes(data, "a", None, format))
    assert list(read_bytes(data, "a", None, format))


FRAGMENTS = [b'{"text":', b'"a",', b"}", b"\n", b",", b'"', b"[", b"text,id", b"\0", b"\xe9"]


@settings(deadline=None)
@given(st.binary(max_size=200) | st.lists(st.sampled_from(FRAGMENTS)).map(b"".join))
def test_any_bytes_are_records_or_errors(data: bytes) -> None:
    for format in ("jsonl", "json", "csv"):
        for item in read_bytes(data, "a", None, format):
            assert isinstance(item, Source | InputError)


@pytest.mark.parametrize(
    ("record", "stated"),
    [
        ({"published_date": 1356999181000}, "2013-01-01T00:13:01+00:00"),
        ({"date": 1356999181}, "2013-01-01T00:13:01+00:00"),
        ({"date_publish": "2017-07-17 17:03:00"}, "2017-07-17T17:03:00"),
        ({"date": "2021-07-01", "dump": "CC-MAIN-2021"}, None),
        ({"timestamp": "2021-07-01"}, None),
        ({"date": True}, None),
        ({"date": 1e300}, None),
    ],
)
def test_days_are_those_of_publication(record: dict[str, Any], stated: str | None) -> None:
    assert metadata(record, load("en")).published == stated


def test_all_that_is_stated() -> None:
    record = {
        "headline": "Ferry\n returns", "authors": ["Mara Quist", {"name": "Ole Varn"}, 3],
        "highlights": "One\nTwo\n",
        "url": "https://a.example/1",
        "source_domain": "a.example", "section": "Sea", "language": "en", "image_url": "https://a.example/1.jpg",
    }  # fmt: skip
    sources = {"headline": "headline", "byline": "authors"}
    assert metadata(record, load("en")) == Metadata(
        "Ferry returns", ("Mara Quist", "Ole Varn"), None, ("One", "Two"), None, (), True, True, sources,
        "https://a.example/1", "a.example", "Sea",
        "en", "https://a.example/1.jpg",
    )  # fmt: skip


@pytest.mark.skipif(not SAMPLES.exists(), reason="the samples of formats are not beside the project")
@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("jsonl/wapo-collection1.jl", 2),
        ("jsonl/wapo-collection2.jl", 4),
        ("jsonl/neuclir-rus.jsonl", 4),
        ("jsonl/c4-train.00001.json.gz", 2),
        ("csv/fnc1-test_bodies.csv", 904),
        ("csv/inaugCorpus.csv", 5),
        ("extractor-json/news-please_sample.json", 1),
    ],
)
def test_the_samples(name: str, count: int) -> None:
    found = list(read_file(SAMPLES / name))
    assert len(found) == count
    assert all(isinstance(item, Source) for item in found)


@pytest.mark.skipif(not SAMPLES.exists(), reason="the samples of formats are not beside the project")
@pytest.mark.parametrize(
    ("name", "stated"),
    [
        (
            "jsonl/wapo-collection1.jl",
            [
                (hashed("7f7a44c72fa36487"), ["Mike"], "2013-01-01"),
                (hashed("26179e521d7fb9f5"), ["Katherine Shaver"], "2018-01-02"),
            ],
        ),
        (
            "jsonl/wapo-collection2.jl",
            [
                (hashed("2a4ebf425aba5eff"), ["Melissa Etehad", "Jeremy C.F. Lin"], "2016-09-01"),
                (hashed("de7e9dca08f3350c"), ["Aili Mari Tripp", "Alice Kang"], "2015-09-25"),
            ],
        ),
        (
            "jsonl/neuclir-rus.jsonl",
            [(hashed("b12a726fabd4f146"), [], None), (hashed("7c68aa4407a1134f"), [], None)],
        ),
        ("extractor-json/news-please_sample.json", [(hashed("0b4d792612cd2031"), [], "2017-07-17")]),
        (
            "extractor-json/MADE_trafilatura.jsonl",
            [
                (hashed("9ad098cefccedac8"), ["Amanda Krause"], "2024-02-14"),
                (hashed("7e2a7c6b49903799"), ["Corey Kilgannon"], "2019-02-21"),
            ],
        ),
    ],
)
def test_the_first_two_of_the_samples(name: str, stated: list[tuple[str, list[str], str | None]]) -> None:
    found = [item.metadata for item in read_file(SAMPLES / name) if isinstance(item, Source)]
    for known, (headline, authors, day) in zip(found, stated, strict=False):
        assert known
        assert known.headline == headline
        assert list(known.authors) == authors
        assert (known.published or "")[:10] == (day or "")


@pytest.mark.skipif(not SAMPLES.exists(), reason="the samples of formats are not beside the project")
def test_the_sample_without_a_text_is_refused() -> None:
    (error,) = read_file(SAMPLES / "csv" / "fnc1-test_stances_unlabeled.csv")
    assert "no key of a text among Headline, Body ID" in str(error)


def test_a_file_of_records_is_for_parse_many(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(FILES["a.jsonl"])
    with pytest.raises(InputError, match="several articles, not one"):
        newsparse.parse_file(tmp_path / "a.jsonl")


def test_a_day_in_figures_is_read_in_the_order_that_is_named() -> None:
    rows = lines([{"text": BODY, "date": "3/4/2024 10:30"}])
    for order, day in (("DMY", "2024-04-03T10:30:00"), ("MDY", "2024-03-04T10:30:00"), (None, None)):
        (source,) = read_bytes(rows, "a.jsonl", date_order=order)  # type: ignore[arg-type]
        assert isinstance(source, Source)
        assert source.metadata
        assert source.metadata.published == day


def test_a_text_in_html_is_the_text_that_it_shows() -> None:
    record = {"title": "Ferry", "content": "<p>It sailed on <b>Monday</b>.</p><p>It carried a cow.</p>"}
    (source,) = read_bytes(json.dumps(record).encode(), "a.jsonl")
    assert isinstance(source, Source)
    assert source.text == "It sailed on Monday.\n\nIt carried a cow."
    assert source.origin.sha256 == hashlib.sha256(source.text.encode()).hexdigest()
    (error,) = read_bytes(b'{"text": "<p></p>"}', "a.jsonl")
    assert isinstance(error, InputError)
    assert error.wrong == "row 1: a page that shows no text"


def test_the_records_of_an_answer_of_a_web_service() -> None:
    inner = [{"title": "Ferry", "text": "It sailed."}, {"title": "Harbour", "text": "It closed."}]
    for answer in ({"status": "ok", "total": 2, "articles": inner}, {"data": inner, "errors": []}):
        found = list(read_bytes(json.dumps(answer, indent=1).encode(), "a.json"))
        assert [each.text for each in found if isinstance(each, Source)] == ["It sailed.", "It closed."]
    data = json.dumps({"status": "ok", "articles": inner}) + "\n"
    found = list(read_bytes(data.encode(), "a.jsonl"))
    assert [each.record for each in found if isinstance(each, Source)] == [
        json.dumps(each, separators=(",", ":")) for each in inner
    ]
    whole = {"text": "It sailed on Monday.", "links": [{"url": "a"}]}
    (source,) = read_bytes(json.dumps(whole, indent=1).encode(), "a.json")
    assert isinstance(source, Source)
    assert source.text == "It sailed on Monday."


def test_a_column_of_texts_without_a_header_keeps_its_first_row() -> None:
    text = "The ferry sailed again on Monday. " * 9
    found = list(read_bytes(f'"{text}1"\n"{text}2"\n'.encode(), "a.csv"))
    assert [each.text[-1] for each in found if isinstance(each, Source)] == ["1", "2"]
    found = list(read_bytes(f'n,story\n1,"{text}1"\n2,"{text}2"\n'.encode(), "a.csv"))
    assert [each.text[-1] for each in found if isinstance(each, Source)] == ["1", "2"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
@pytest.mark.parametrize("name", ["a.jsonl", "a.json"])
def test_records_in_wide_encodings(encoding: str, name: str) -> None:
    rows = [{"text": "It sailed to the caf\u00e9."}, {"text": "It closed."}]
    data = json.dumps(rows, indent=1) if name == "a.json" else "\n".join(map(json.dumps, rows))
    found = [each for each in read_bytes(data.encode(encoding), name) if isinstance(each, Source)]
    assert [each.text for each in found] == ["It sailed to the caf\u00e9.", "It closed."]
    assert (found[0].origin.encoding or "").startswith(encoding)


def test_what_an_answer_of_a_web_service_states() -> None:
    record = {
        "title": "Ferry",
        "source": {"id": None, "name": "The Herald"},
        "publishedAt": "2025-03-04T10:00:00Z",
    }
    found = metadata({key.lower(): value for key, value in record.items()}, load("en"))
    assert (found.site, found.published) == ("The Herald", "2025-03-04T10:00:00+00:00")


def test_json_that_is_too_deep_is_an_error() -> None:
    (found,) = read_bytes(b'{"text": ' + b"[" * 50_000 + b"]" * 50_000 + b"}", "a.jsonl")
    assert isinstance(found, InputError)
