"""Many inputs from Python."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

import newsparse as package
from conftest import corpus, story
from newsparse import InputError

POSIX = pytest.mark.skipif(os.name == "nt", reason="signals and names of POSIX")
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc, or mounts")


def bare(article: package.Article | InputError) -> package.Article:
    """An article without the numbers whose last digits depend on how many threads numpy has."""
    assert isinstance(article, package.Article)
    return msgspec.structs.replace(article, confidence=0.0, spans=())


def test_parse_many(tmp_path: Path) -> None:
    root = corpus(tmp_path / "in", 5)
    paths = sorted(root.rglob("*.txt"))
    inputs: list[str | Path] = [*paths, story(9), tmp_path / "gone.txt", "\ud800", ""]
    *articles, empty = package.parse_many(inputs, jobs=2)
    assert list(map(bare, articles[:5])) == [bare(package.parse_file(path)) for path in paths]
    assert bare(articles[5]) == bare(package.parse(story(9)))
    gone, lone = articles[6:]
    assert isinstance(gone, InputError)
    assert (gone.name, gone.wrong) == (str(tmp_path / "gone.txt"), "there is no such file")
    assert isinstance(lone, InputError)
    assert str(lone).startswith("text: a lone surrogate at offset 0: ")
    assert empty == package.parse("")


@pytest.mark.slow
def test_parse_many_takes_inputs_as_it_goes_and_times_out() -> None:
    taken = []

    def inputs() -> Iterator[str]:
        yield story(0) * 60_000
        for number in range(100_000):
            taken.append(number)
            yield story(number)

    found = package.parse_many(inputs(), jobs=2, timeout=1)
    late = next(found)
    assert isinstance(late, InputError)
    assert late.wrong == "took longer than 1 s"
    assert bare(next(found)) == bare(package.parse(story(0)))
    found.close()  # type: ignore[attr-defined]
    assert len(taken) < 1100


def test_parse_many_gives_each_article(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("\f".join((story(0), "word " * 900_000, story(2))), encoding="utf-8")
    found = list(package.parse_many([story(9), path, Path("gone")], jobs=1, input_format="form-feed"))
    assert [
        article.source.index if isinstance(article, package.Article) else article.index for article in found
    ] == [None, 0, 1, 2, None]
    assert isinstance(found[2], InputError)
    assert isinstance(found[4], InputError)


@pytest.mark.parametrize("jobs", [1, 2])
def test_parse_many_needs_no_guard(tmp_path: Path, jobs: int) -> None:
    script = tmp_path / "script.py"
    script.write_text(f"""import newsparse
print("started")
for article in newsparse.parse_many(["One story", "Another story"], jobs={jobs}):
    print(len(article.spans))
""")
    found = subprocess.run(
        [sys.executable, str(script)], capture_output=True, text=True, timeout=60, check=True
    )
    assert found.stdout == "started\n1\n1\n"
