"""Folders to files."""

from __future__ import annotations

import os
from collections import Counter
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from newsparse import parse, writers
from newsparse.batch.search import CHUNK, Globs, listed, search
from newsparse.cli import main
from newsparse.errors import InputError


def write(root: Path, *names: str, data: bytes = b"Words of a text.\n") -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)


def newsparse(*arguments: object) -> Result:
    """The command, on a folder with a text in it."""
    return CliRunner().invoke(main, [str(each) for each in arguments])


def found(root: Path, globs: Globs | None = None, output: str | None = None) -> list[str]:
    return [
        os.path.relpath(path, root)
        for path in search(str(root), globs or Globs(), output)
        if isinstance(path, str)
    ]


def test_files_by_name_before_folders_by_name(tmp_path: Path) -> None:
    write(tmp_path, "b/a.txt", "b.txt", "a/z.txt", "a/b/c.txt", "a.txt", "B.txt")
    assert found(tmp_path) == ["B.txt", "a.txt", "b.txt", "a/z.txt", "a/b/c.txt", "b/a.txt"]


def test_endings(tmp_path: Path) -> None:
    write(
        tmp_path,
        "a.txt",
        "b.TEXT",
        "c.md",
        "d.story",
        "e.json",
        "f.txt.bak",
        "g.html",
        "h.HTM.gz",
        "i.txt.gz",
        "plain",
    )
    write(tmp_path, "picture", data=b"\x89PNG\r\n\x1a\n\0\0")
    write(tmp_path, "empty", data=b"")
    assert found(tmp_path) == [
        "a.txt",
        "b.TEXT",
        "c.md",
        "d.story",
        "e.json",
        "g.html",
        "h.HTM.gz",
        "i.txt.gz",
        "plain",
    ]


def test_what_newsparse_wrote_is_passed_over(tmp_path: Path) -> None:
    write(tmp_path, "a.jsonl", data=b'{"text": "Words of a text."}\n')
    write(tmp_path, "b.jsonl", data=writers.write(parse("Ferry returns\n"), "jsonl").encode())
    assert found(tmp_path) == ["a.jsonl"]


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "tsv", "html"])
def test_its_outputs_are_known_by_their_shape(tmp_path: Path, form: str) -> None:
    write(tmp_path, "a.txt")
    article = newsparse("-f", form, "-o", tmp_path / f"b.{form}", tmp_path / "a.txt")
    assert article.exit_code == 0
    assert found(tmp_path) == ["a.txt"]


def test_what_is_passed_over_is_counted_by_ending(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "b.php", "x/c.PHP", "x/story.html?id=3", ".hidden.jpg", "d.aspx")
    write(tmp_path, "no-text", data=b"\x89PNG\r\n\x1a\n\0\0")
    passed: Counter[str] = Counter()
    assert len(list(search(str(tmp_path), Globs(), None, passed))) == 1
    assert passed == {".php": 2, ".html?": 1, ".aspx": 1, "": 1}
    message = newsparse("-o", tmp_path / "out.jsonl", tmp_path).stderr
    assert "5 files passed over, by ending: 2 .php, " in message
    assert "1 without one" in message


def test_with_include_files_of_any_ending_are_taken_by_their_content(tmp_path: Path) -> None:
    write(tmp_path, "a.php", "b.aspx", data=b"<!doctype html><p>Words of a text.</p>")
    write(tmp_path, "story.html?id=3", "c.log")
    write(tmp_path, "d.jpg", data=b"\xff\xd8\xff\xe0\0\x10JFIF\0")
    assert found(tmp_path, Globs(("*",))) == ["a.php", "b.aspx", "c.log", "story.html?id=3"]
    assert found(tmp_path, Globs(("*.php",))) == ["a.php"]


def test_hidden_files_and_folders_are_left_out_unless_named(tmp_path: Path) -> None:
    write(tmp_path, ".a.txt", ".git/b.txt", "c/.d/e.txt", ".corpus/f.txt")
    assert found(tmp_path) == []
    assert found(tmp_path / ".corpus") == ["f.txt"]
    assert found(tmp_path / ".a.txt") == ["."]


def test_include_and_exclude_match_names_and_paths(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "a.log", "x/b.log", "x/b.txt", "drafts/c.log", "y/drafts/d.log")
    assert found(tmp_path, Globs(("*.log",))) == ["a.log", "drafts/c.log", "x/b.log", "y/drafts/d.log"]
    assert found(tmp_path, Globs(("x/*",))) == ["x/b.log", "x/b.txt"]
    assert found(tmp_path, Globs(("*.log",), ("drafts/",))) == ["a.log", "x/b.log"]
    assert found(tmp_path, Globs((), ("x/*.txt", "y"))) == ["a.txt"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_links_are_followed_once_and_loops_end(tmp_path: Path) -> None:
    write(tmp_path, "a/b/c.txt", "far/d.txt")
    (tmp_path / "a" / "b" / "up").symlink_to(tmp_path)
    (tmp_path / "a" / "self").symlink_to(".")
    (tmp_path / "z").symlink_to("a")
    (tmp_path / "lost.txt").symlink_to("nowhere")
    os.mkfifo(tmp_path / "pipe.txt")
    assert found(tmp_path) == ["lost.txt", "a/b/c.txt", "far/d.txt"]


def test_the_output_is_not_searched(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "out/b.txt")
    assert found(tmp_path, output=str(tmp_path / "out")) == ["a.txt"]


def test_a_file_is_taken_whatever_it_is_called(tmp_path: Path) -> None:
    write(tmp_path, "a.xyz")
    assert list(search(str(tmp_path / "a.xyz"), Globs((), ("*",)))) == [str(tmp_path / "a.xyz")]
    assert list(search("gone", Globs())) == ["gone"]


def test_a_folder_without_an_article_is_an_error(tmp_path: Path) -> None:
    write(tmp_path, "a.log")
    (error,) = search(str(tmp_path), Globs())
    assert isinstance(error, InputError)
    assert str(error).startswith(f"{tmp_path}: no article in this folder: ")


def test_a_folder_that_cannot_be_searched_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "a.txt", "b/c.txt")
    scan = os.scandir

    def scandir(path: str) -> object:
        if os.path.basename(path) == "b":
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", scandir)
    path, error = search(str(tmp_path), Globs())
    assert path == str(tmp_path / "a.txt")
    assert str(error) == f"{tmp_path}/b: can't be searched (Permission denied): change its permissions"


NAMES = st.lists(
    st.binary(min_size=1, max_size=40).filter(lambda name: not {0, 10, 13} & set(name)), max_size=20
)  # without NUL, line feed and carriage return


@given(NAMES, st.booleans())
def test_a_list_is_read_back(names: list[bytes], ended: bool) -> None:
    for separator in (b"\0", b"\n", b"\r\n"):
        data = separator.join(names) + (separator if ended or len(names) == 1 else b"")
        assert [os.fsencode(path) for path in listed(BytesIO(data))] == names


def test_a_list_with_nul_keeps_line_breaks_and_may_be_long() -> None:
    names = [f"a\nstory {number}" for number in range(2 * CHUNK // 8)]
    assert list(listed(BytesIO("\0".join(names).encode()))) == names
