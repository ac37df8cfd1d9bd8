"""Web archives: pages that servers gave, and texts taken out of pages."""

from __future__ import annotations

import gzip
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench import DATA
from hashes import hashed
from newsparse import pipeline
from newsparse.errors import InputError
from newsparse.readers import files, read_bytes, read_file
from newsparse.readers.source import Source

pytest.importorskip("fastwarc", reason="web archives are read by fastwarc (newsparse[warc])")

SAMPLES = DATA / "formats" / "samples" / "warc"
PAGE = """<!DOCTYPE html><html><head><title>Ferry returns</title></head><body><article><h1>Ferry returns</h1>
<p>By Mara Quist</p><p>The café’s ferry to the outer islands sailed again on Monday, nine years after a storm
broke the quay, the harbour master said.</p></article></body></html>""".encode()
OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
PACKED = gzip.compress(PAGE)


def record(
    block: bytes, kind: str = "response", type: str = "application/http; msgtype=response", path: str = "1"
) -> bytes:
    return (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://a.example/{path}\r\n"
        f"WARC-Date: 2020-01-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:{path}>\r\nContent-Type: {type}\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    ).encode() + block + b"\r\n\r\n"  # fmt: skip


INFO = record(b"software: a\r\n", "warcinfo", "application/warc-fields")
REQUEST = record(b"GET / HTTP/1.1\r\n\r\n", "request", "application/http; msgtype=request")
ARCHIVE = INFO + REQUEST + record(OK + b"\r\n" + PAGE) + record(OK + b"\r\n" + PAGE, path="2")


@pytest.mark.parametrize("name", ["a.warc", "a.txt", "-"])
@pytest.mark.parametrize("data", [ARCHIVE, gzip.compress(ARCHIVE)], ids=["plain", "gzipped"])
def test_each_page_is_an_article(name: str, data: bytes) -> None:
    first, second = read_bytes(data, name)
    assert isinstance(first, Source)
    assert isinstance(second, Source)
    assert (first.origin.format, first.origin.index, first.origin.id) == ("warc", 0, "urn:uuid:1")
    assert (first.origin.path, first.origin.encoding) == (name, "utf-8")
    assert first.metadata
    assert (first.metadata.headline, first.metadata.url) == ("Ferry returns", "https://a.example/1")
    article = pipeline.article(second)
    assert article.byline
    assert article.byline.authors[0].name == "Mara Quist"
    assert article.published is None  # the day of the crawl is none of publication
    assert article.url == "https://a.example/2"


@pytest.mark.parametrize(
    "block",
    [
        OK + b"Content-Encoding: gzip\r\n\r\n" + PACKED,
        OK + b"Content-Encoding: deflate\r\n\r\n" + zlib.compress(PAGE),
        OK + b"Transfer-Encoding: chunked\r\n\r\n%x\r\n%b\r\n0\r\n\r\n" % (len(PAGE), PAGE),
        OK + b"Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n%x\r\n%b\r\n0\r\n\r\n"
        % (len(PACKED), PACKED),
        OK + b"Content-Encoding: gzip\r\n\r\n" + PAGE,  # the crawler has unpacked it
        OK + b"Transfer-Encoding: chunked\r\n\r\n" + PAGE,
        OK + b"Content-Encoding: other\r\n\r\n" + PAGE,
        OK.replace(b"utf-8", b"nonsense") + b"\r\n" + PAGE,
        OK.replace(b"text/html", b"Application/XHTML+XML") + b"\r\n" + PAGE,
        b"HTTP/1.1 200 OK\r\nServer: a\r\n\r\n" + PAGE,
    ],
)  # fmt: skip
def test_pages_are_unpacked(block: bytes) -> None:
    first, second = read_bytes(record(block) + record(OK + b"\r\n" + PAGE), "a.warc")
    assert isinstance(first, Source)
    assert isinstance(second, Source)
    assert first.text == second.text
    assert "café’s" in first.text
    assert "HTTP" not in first.text


def test_texts_that_were_taken_out_of_pages() -> None:
    (found,) = read_bytes(INFO + record("Ferry café\n".encode(), "conversion", "text/plain"), "a.wet")
    assert isinstance(found, Source)
    assert found.text == "Ferry café\n"
    assert found.metadata
    assert found.metadata.url == "https://a.example/1"


def test_a_page_without_an_answer_of_a_server() -> None:
    (found,) = read_bytes(record(PAGE, "resource", "text/html"), "a.warc")
    assert isinstance(found, Source)
    assert found.text.startswith("Ferry returns")


@pytest.mark.parametrize(
    "other",
    [
        REQUEST,
        record(OK.replace(b"200 OK", b"404 Not Found") + b"\r\n" + PAGE),
        record(b"HTTP/1.1 301 Moved\r\nLocation: https://a.example/2\r\nContent-Type: text/html\r\n\r\n"),
        record(OK.replace(b"text/html", b"image/png") + b"\r\n\x89PNG"),
        record(OK + b"\r\nUser-agent: *", path="robots.txt"),
        record(OK + b"\r\n", "revisit"),
    ],
)
def test_what_is_no_page_is_passed_over(other: bytes) -> None:
    assert [type(item) for item in read_bytes(other + ARCHIVE, "a.warc")] == [Source, Source]
    assert [str(item) for item in read_bytes(INFO + other, "a.warc")] == [
        "a.warc: no article in it: give it one at least"
    ]


def test_a_bad_page_is_an_error_in_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 10_000)
    bomb = record(OK + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(bytes(1_000_000)))
    large = record(OK + b"\r\n" + PAGE * 50)
    picture = record(OK.replace(b"text/html", b"image/png") + b"\r\n" + bytes(20_000))
    empty = record(OK + b"\r\n")
    found = list(read_bytes(bomb + large + picture + empty + ARCHIVE, "a.warc"))
    assert [str(item) for item in found if isinstance(item, InputError)] == [
        "a.warc, article 0: record 1: too large to be one article (more than 0 MB): leave it out",
        "a.warc, article 1: record 2: too large to be one article (more than 0 MB): leave it out",
        "a.warc, article 2: record 4: empty: leave it out",
    ]
    assert [type(item) for item in found[3:]] == [Source, Source]


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzipped"])
def test_an_archive_that_is_cut_off(packed: bool) -> None:
    picture = record(OK.replace(b"text/html", b"image/png") + b"\r\n" + bytes(100_000))
    archive = record(OK + b"\r\n" + PAGE) + picture + picture + record(OK + b"\r\n" + PAGE)
    found = list(read_bytes(gzip.compress(archive)[:-40] if packed else archive[:-40], "a.warc"))
    assert [type(item) for item in found] == [Source, InputError]
    assert "cut off or broken" in str(found[1])


@pytest.mark.parametrize("rest", [b"no archive", b"WARC/1.0\r\nContent-Length: x\r\n\r\n", b"WARC/1.0\r\n"])
def test_an_archive_that_is_broken(rest: bytes) -> None:
    found = list(read_bytes(ARCHIVE + rest, "a.warc"))
    assert [type(item) for item in found[:2]] == [Source, Source]
    assert all(isinstance(item, InputError) for item in found[2:])


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_damaged_archives_are_articles_or_errors(data: st.DataObject) -> None:
    archive = bytearray(ARCHIVE)
    for _ in range(data.draw(st.integers(0, 5))):
        archive[data.draw(st.integers(0, len(archive) - 1))] = data.draw(st.integers(0, 255))
    start, end = sorted((data.draw(st.integers(0, len(archive))), data.draw(st.integers(0, len(archive)))))
    for damaged in (bytes(archive[start:end]), bytes(archive[:start] + archive[end:]), bytes(archive * 2)):
        found = list(read_bytes(damaged, "a.warc", None, "warc"))
        assert found
        assert all(isinstance(item, Source | InputError) for item in found)


def test_without_the_library_the_remedy_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "fastwarc.warc", None)
    assert [str(item) for item in read_bytes(ARCHIVE, "a.warc")] == [
        "a.warc: a web archive, for which a library is missing: pip install 'newsparse[warc]'"
    ]


@pytest.mark.skipif(not SAMPLES.exists(), reason="the samples of formats are not beside the project")
@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("MADE_ccnews_like.warc.gz", 6),
        ("example.warc", 1),
        ("example.warc.gz", 1),
        ("example-trunc.warc", 1),
        ("example-iana.org-chunked.warc", 1),
        ("anserini-commoncrawl.warc.wet.gz", 1),
    ],
)
def test_the_samples(name: str, count: int) -> None:
    found = list(read_file(SAMPLES / name))
    assert [type(item) for item in found] == [Source] * count


@pytest.mark.skipif(not SAMPLES.exists(), reason="the samples of formats are not beside the project")
def test_the_first_two_pages_of_the_sample() -> None:
    found = [item for item in read_file(SAMPLES / "MADE_ccnews_like.warc.gz") if isinstance(item, Source)]
    stated = [item.metadata for item in found[:2] if item.metadata]
    assert [(each.headline, each.authors, (each.published or "")[:10]) for each in stated] == [
        (
            hashed("9ad098cefccedac8"),
            ("Amanda Krause",),
            "2024-02-14",
        ),
        (
            hashed("7e2a7c6b49903799"),
            ("Corey Kilgannon",),
            "2019-02-21",
        ),
    ]


@pytest.mark.skipif(not SAMPLES.exists(), reason="the samples of formats are not beside the project")
@pytest.mark.parametrize(
    ("name", "wrong"),
    [("anserini-commoncrawlnewsen.warc.gz", "no article in it"), ("example.arc.gz", "of the old kind (ARC)")],
)
def test_the_samples_without_an_article(name: str, wrong: str) -> None:
    (error,) = read_file(SAMPLES / name)
    assert wrong in str(error)
