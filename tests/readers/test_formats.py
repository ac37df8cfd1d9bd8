"""The table of formats, and files of several articles."""

from __future__ import annotations

import gzip
import hashlib
import io
import sys
from importlib import import_module
from pathlib import Path

import pytest

import newsparse
from newsparse.cli import main
from newsparse.errors import InputError
from newsparse.readers import (
    ENDINGS,
    FORMATS,
    INPUT_FORMATS,
    detect,
    files,
    read_bytes,
    read_file,
    read_input,
    single,
)
from newsparse.readers.source import Source

ARTICLES = ("Ferry returns\n\nBy Mara Quist\n", "Harbour closes\n\nThe harbour closed on Monday.\n")


def sources(found: object) -> list[Source]:
    return [item for item in found if isinstance(item, Source)]  # type: ignore[attr-defined]


@pytest.mark.parametrize("each", FORMATS, ids=lambda each: each.name)
def test_each_format_has_a_module_with_a_reader(each: newsparse.readers.Format) -> None:
    assert callable(import_module(f"newsparse.readers.{each.module}").read)
    assert all(ending.startswith(".") and ending == ending.lower() for ending in each.endings)


def test_names_and_endings_are_told_apart() -> None:
    assert len(set(INPUT_FORMATS)) == len(FORMATS) + 1
    assert len(set(ENDINGS)) == len(ENDINGS)
    assert FORMATS[-1].name == "text"


def test_the_lists_of_the_command_and_of_the_docs_are_those_of_the_table() -> None:
    option = next(param for param in main.params if param.name == "input_format")
    assert tuple(option.type.choices) == INPUT_FORMATS  # type: ignore[attr-defined]
    docs = (Path(__file__).parents[2] / "docs" / "formats.md").read_text("utf-8")
    for each in FORMATS:
        row = next(line for line in docs.splitlines() if line.startswith(f"| `{each.name}` |"))
        assert all(f"`{ending}`" in row for ending in each.endings)
        assert all(f"{ending} " in str(main.epilog).replace("\n", " ") + " " for ending in each.endings)


@pytest.mark.parametrize(
    ("head", "path", "name"),
    [
        (b"<!DOCTYPE html>\n<p>A", "a.txt", "html"),
        (b"A headline", "a.html", "html"),
        (b"A headline", "a.HTM.gz", "html"),
        (b"A headline", "a.md", "markdown"),
        (b"---\ntitle: x\n---\n", "a.txt", "markdown"),
        (b'{"a": 1}\n', "a.md", "jsonl"),
        (b'[{"a": 1}]', "-", "json"),
        (b"a,b\n", "a.csv", "csv"),
        (b"A headline", "a.xyz", "text"),
        (b"A\fB", "-", "text"),
    ],
)
def test_content_goes_before_the_name(head: bytes, path: str, name: str) -> None:
    assert detect(head, path).name == name


def test_a_file_of_several_articles() -> None:
    found = sources(read_bytes("\f".join(ARTICLES).encode(), "a.txt", None, "form-feed"))
    assert tuple(source.text for source in found) == ARTICLES
    assert [source.origin.index for source in found] == [0, 1]
    assert [source.origin.sha256 for source in found] == [
        hashlib.sha256(text.encode()).hexdigest() for text in ARTICLES
    ]
    assert {(source.origin.path, source.origin.format, source.origin.encoding) for source in found} == {
        ("a.txt", "form-feed", "utf-8")
    }


def test_the_index_of_a_single_article_is_none() -> None:
    (found,) = read_bytes(f"\f \f{ARTICLES[0]}\f\n".encode(), "-", None, "form-feed")
    assert isinstance(found, Source)
    assert found.origin.index is None
    assert newsparse.parse(ARTICLES[0]).source.index is None


def test_what_cannot_be_read_stands_in_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsparse.readers.text.MAX_LINE", 100)
    first, second, third = read_bytes(
        f"{ARTICLES[0]}\f{'word ' * 30}\f{ARTICLES[1]}".encode(), "a", None, "form-feed"
    )
    assert isinstance(second, InputError)
    assert [source.origin.index for source in sources([first, third])] == [0, 2]


def test_parse_file_is_for_one_article(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"a\.txt: several articles, not one: parse_many gives each of them"):
        single(read_bytes("\f".join(ARTICLES).encode(), "a.txt", None, "form-feed"))
    (tmp_path / "a.txt").write_text(ARTICLES[1], "utf-8")
    assert newsparse.parse_file(tmp_path / "a.txt").source.format == "text"


def test_errors_are_given_and_not_raised(tmp_path: Path) -> None:
    assert [str(error) for error in read_file(tmp_path / "gone")] == [
        f"{tmp_path / 'gone'}: there is no such file: check the path"
    ]
    assert [str(error) for error in read_bytes(b"", "a")] == ["a: empty: give it the article's text"]


@pytest.mark.parametrize("name", ["a.txt.gz", "a.txt"])
def test_gzip_data_is_unpacked_whatever_its_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(gzip.compress(ARTICLES[0].encode()))
    found = single(read_file(tmp_path / name))
    assert (found.text, found.origin.format) == (ARTICLES[0], "text")
    assert found.origin.sha256 == hashlib.sha256(ARTICLES[0].encode()).hexdigest()


@pytest.mark.parametrize("cut", [3, 12, 40, -5, -1])
def test_gzip_data_that_is_cut_off(tmp_path: Path, cut: int) -> None:
    data = gzip.compress(ARTICLES[0].encode() * 20)[:cut]
    (tmp_path / "a.gz").write_bytes(data)
    for found in (read_file(tmp_path / "a.gz"), read_bytes(data, "a.gz")):
        assert [str(error).partition(": ")[2] for error in found] == [
            "gzip data that is cut off or broken: get a whole copy of it"
        ]


@pytest.mark.parametrize("data", [b"\x1f\x8bno gzip at all", gzip.compress(b"A text.")[:-8] + b"\0" * 8])
def test_gzip_data_that_is_broken(data: bytes) -> None:
    with pytest.raises(InputError, match="gzip data that is cut off or broken"):
        single(read_bytes(data, "a.gz"))


def test_gzip_data_without_an_end_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 1_000_000)
    with pytest.raises(InputError, match="too large to be one article"):
        single(read_bytes(gzip.compress(bytes(10_000_000)), "a.gz"))


def test_standard_input_is_read_as_a_stream(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        sys, "stdin", io.TextIOWrapper(io.BytesIO(gzip.compress("\f".join(ARTICLES).encode())))
    )
    assert [source.text for source in sources(read_input("-", None, "form-feed"))] == list(ARTICLES)
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(InputError, match="-: standard input is closed"):
        single(read_input("-"))
