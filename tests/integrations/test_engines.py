"""The engines give the articles of the command, and keep what fails. Each where it is installed."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import newsparse
from bench import engines, rerun
from bench.texts import article
from newsparse.article import Article
from newsparse.errors import InputError
from newsparse.integrations.records import RecordParser

TEXTS = 10
INSTALLED = "is not installed (the extra of its name)"


def test_records_give_their_articles_in_order() -> None:
    rows: list[dict[str, Any]] = [
        {"id": 1, "title": "Harbour opens", "date": "3/4/2024", "body": article(1)},
        {"id": 2, "body": " "},
        {"id": 3},
        {"id": 4, "body": article(4)},
    ]
    first, blank, without, last = RecordParser("body", "DMY").parse(rows)
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert (first.headline, first.source.id, first.source.path) == ("Harbour opens", "1", None)
    assert first.published
    assert first.published.date == "2024-04-03"
    assert last.body == newsparse.parse(article(4)).body
    assert isinstance(blank, InputError)
    assert isinstance(without, InputError)


def test_more_records_than_a_batch() -> None:
    found = list(RecordParser().parse({"text": article(number)} for number in range(9)))
    assert [each.source.sha256 for each in found if isinstance(each, Article)] == [
        newsparse.parse(article(number)).source.sha256 for number in range(9)
    ]


def test_datatrove_keeps_and_counts_what_fails() -> None:
    data = pytest.importorskip("datatrove.data", reason=INSTALLED)
    from newsparse.integrations.datatrove import Newsparse

    step = Newsparse()
    documents = [data.Document(article(1), "a"), data.Document(" ", "b"), data.Document(article(2), "c")]
    first, failed, last = step.run(iter(documents))
    found = json.loads(first.metadata["article"])
    assert found["headline"] == newsparse.parse(article(1)).headline
    assert found["source"]["id"] == "a"
    assert first.metadata["article_error"] == ""
    assert (failed.id, failed.metadata["article"]) == ("b", None)
    assert failed.metadata["article_error"].startswith("row 1: no text in text")
    assert last.id == "c"
    assert (step.stats["parsed"].total, step.stats["failed"].total) == (2, 1)


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    """A folder of Parquet files, and the articles that the command gives of them."""
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    folder = tmp_path_factory.mktemp("engines")
    engines.write_texts(folder / "in", TEXTS)
    return folder / "in", _answers("newsparse", folder / "in", folder / "newsparse")


def _answers(name: str, source: Path, output: Path) -> dict[str, Any]:
    command, folder = engines.run(name, source, output)
    subprocess.run(command, check=True, capture_output=True, timeout=280, env=engines.environment())
    return dict(engines.articles(folder))


@pytest.mark.slow
@pytest.mark.parametrize("name", ["datatrove", "pyspark", "dask", "ray"])
def test_an_engine_gives_the_articles_of_the_command(
    name: str, texts: tuple[Path, dict[str, Any]], tmp_path: Path
) -> None:
    pytest.importorskip(name, reason=INSTALLED)
    if name == "pyspark" and not shutil.which("java"):
        pytest.skip("Spark needs java")
    source, expected = texts
    assert len(expected) == TEXTS
    assert _answers(name, source, tmp_path / "out") == expected


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="finds processes in /proc")
@pytest.mark.parametrize("name", rerun.NAMES)
def test_an_engine_that_was_killed_and_run_again_gives_every_row_once(
    name: str, texts: tuple[Path, dict[str, Any]], tmp_path: Path
) -> None:
    pytest.importorskip(name, reason=INSTALLED)
    if name == "pyspark" and not shutil.which("java"):
        pytest.skip("Spark needs java")
    source, expected = texts
    assert rerun.run_again(name, source, tmp_path / "out", 3.0, expected)[1] == ""


@pytest.mark.slow
def test_datatrove_goes_on_where_it_was_killed(texts: tuple[Path, dict[str, Any]], tmp_path: Path) -> None:
    pytest.importorskip("datatrove", reason=INSTALLED)
    source, expected = texts
    command, folder = engines.run("datatrove", source, tmp_path / "out")
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=engines.environment()
    ) as child:
        while not list(tmp_path.rglob("completions/*")) and child.poll() is None:
            pass
        child.kill()
    for _ in range(2):  # the second finds all done
        subprocess.run(command, check=True, capture_output=True, timeout=280, env=engines.environment())
    assert dict(engines.articles(folder)) == expected
