"""Zip and tar archives, read as folders."""

from __future__ import annotations

import gzip
import io
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newsparse
from newsparse import writers
from newsparse.errors import InputError
from newsparse.readers import archive, read_bytes, read_file, read_input
from newsparse.readers.source import Source

REAL = Path(__file__).parents[3] / "shared" / "formats" / "samples" / "zip-tar"
TEXT = b"Ferry returns\n\nThe ferry sailed again on Monday.\n"
PAGE = b"<!doctype html><title>Ferry</title><p>The ferry sailed again on Monday.</p>"
RECORDS = b'{"text": "The ferry sailed."}\n{"text": "The harbour closed."}\n'
Files = dict[str, bytes]


def zipped(files: Files) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return data.getvalue()


def tarred(files: Files) -> bytes:
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as made:
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            made.addfile(info, io.BytesIO(content))
    return data.getvalue()


def paths(data: bytes, name: str = "a.zip") -> list[str | None]:
    return [each.origin.path if isinstance(each, Source) else str(each) for each in read_bytes(data, name)]


@pytest.mark.parametrize("pack", [zipped, tarred, lambda files: gzip.compress(tarred(files))])
def test_each_file_is_read_as_what_it_is(pack: Callable[[Files], bytes]) -> None:
    files = {"x/a.txt": TEXT, "b.html": PAGE, "c.jsonl.gz": gzip.compress(RECORDS), "d": TEXT}
    found = [each for each in read_bytes(pack(files), "a.arc") if isinstance(each, Source)]
    assert [(each.origin.path, each.origin.format, each.origin.index) for each in found] == [
        ("a.arc/x/a.txt", "text", 0),
        ("a.arc/b.html", "html", 1),
        ("a.arc/c.jsonl.gz", "jsonl", 2),
        ("a.arc/c.jsonl.gz", "jsonl", 3),
        ("a.arc/d", "text", 4),
    ]
    assert len({each.origin.sha256 for each in found}) == 4


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_what_a_folder_is_not_searched_for_is_passed_over(pack: Callable[[Files], bytes]) -> None:
    own = writers.write(newsparse.parse("Ferry returns\n"), "jsonl").encode()
    files = {
        "a.txt": TEXT, ".hidden.txt": TEXT, "__MACOSX/._a.txt": TEXT, "x/.git/b.txt": TEXT,
        "c.jpg": b"\xff\xd8\xff", "d": b"\x89PNG\0", "e.jsonl": own, "/f.txt": TEXT, "../g.txt": TEXT,
    }  # fmt: skip
    assert paths(pack(files)) == ["a.zip/a.txt", "a.zip/f.txt"]


def test_what_cannot_be_read_is_an_error_in_its_place() -> None:
    data = zipped({"a.txt": b"", "b.json": b'{"a": 1', "c.txt": TEXT})
    assert paths(data) == [
        "a.zip/a.txt, article 0: empty: give it the article's text",
        "a.zip/b.json, article 1: JSON that is broken, or no records: give a list of objects, each with "
        "a text",
        "a.zip/c.txt",
    ]


def test_archives_in_archives_have_an_end() -> None:
    data = zipped({"a.txt": TEXT})
    for _ in range(archive.MAX_DEPTH - 1):
        data = zipped({"a.zip": data})
    assert paths(data) == ["a.zip/a.zip/a.zip/a.txt"]
    (error,) = read_bytes(zipped({"a.zip": data}), "a.zip")
    assert isinstance(error, InputError)
    assert error.wrong == "an archive in more than 3 others"


def test_a_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = zipped({"a.txt": b" " * 2_000_000, "b.txt": TEXT})
    first, second = read_bytes(bomb, "a.zip")
    assert isinstance(first, InputError)
    assert first.wrong.startswith("packed to less than a 200th")
    assert isinstance(second, Source)
    monkeypatch.setattr(archive, "MAX_FILES", 2)
    *_, error = read_bytes(zipped({f"{i}.txt": TEXT for i in range(3)}), "a.zip")
    assert isinstance(error, InputError)
    assert error.wrong == "an archive of more than 2 files"


def test_archives_without_an_article_and_documents() -> None:
    for files in ({}, {"a.jpg": b"x"}):
        (error,) = read_bytes(zipped(files), "a.zip")
        assert isinstance(error, InputError)
        assert error.wrong == "an archive without an article in it"
    (error,) = read_bytes(zipped({"mimetype": b"application/epub+zip", "a.xhtml": PAGE}), "a.epub")
    assert isinstance(error, InputError)
    assert error.wrong == "an e-book or a program, not text"


def test_a_zip_archive_is_read_in_place_and_through_a_pipe(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"a.txt": TEXT, "b.txt": TEXT}))
    found = list(read_file(tmp_path / "a.zip"))
    assert [each.origin.path for each in found if isinstance(each, Source)] == [
        f"{tmp_path}/a.zip/a.txt",
        f"{tmp_path}/a.zip/b.txt",
    ]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO((tmp_path / "a.zip").read_bytes())))
    assert len([each for each in read_input("-") if isinstance(each, Source)]) == 2


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_an_archive_that_is_cut_off_says_so(pack: Callable[[Files], bytes]) -> None:
    data = pack({f"{i}.txt": TEXT * 40 for i in range(3)})
    *_, error = read_bytes(data[: len(data) // 3], "a.zip")
    assert isinstance(error, InputError)
    assert "archive that is cut off or broken" in error.wrong


@settings(deadline=None, max_examples=60)
@given(
    pack=st.sampled_from((zipped, tarred)),
    start=st.integers(0, 800),
    end=st.integers(0, 800),
    junk=st.binary(max_size=8),
)
def test_any_archive_gives_articles_or_clear_errors(
    pack: Callable[[Files], bytes], start: int, end: int, junk: bytes
) -> None:
    data = pack({"a.txt": TEXT, "b.html": PAGE, "c.jsonl": RECORDS})
    for found in read_bytes(data[:start] + junk + data[end:], "a.zip"):
        assert isinstance(found, Source | InputError)


@pytest.mark.skipif(not REAL.exists(), reason="the samples of formats are not beside the project")
@pytest.mark.parametrize(
    ("name", "count"), [("MADE_texts.zip", 6), ("MADE_texts.tar.gz", 6), ("test.zip", 4), ("test.tar.gz", 4)]
)
def test_the_real_archives(name: str, count: int) -> None:
    found = list(read_file(REAL / name))
    assert len(found) == count
    assert all(isinstance(each, Source) for each in found)
