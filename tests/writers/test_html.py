"""The HTML report: its data, whole and safe in one file."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from conftest import EMPTY, FULL, newsparse, story
from newsparse import parse
from newsparse.article import Article
from newsparse.cli import main
from newsparse.readers import is_own_output
from newsparse.writers import View, frame, write
from newsparse.writers.html import LABELS, failure, record, run

STORY = "Ferry aground 😀\n\nBy Mara Quist\n\nThe ferry ran aground on Monday, said the mayor of Port Ellen."


def data(page: str) -> list[dict[str, Any]]:
    """The lines of a report's data, as its script reads them."""
    (block,) = re.findall(r'<script type="application/json" id="articles">\n(.*?)</script>', page, re.S)
    return [json.loads(line) for line in block.split("\n") if line]


def spans(row: dict[str, Any]) -> list[tuple[int, int, str, float]]:
    """The spans of a row, which are four numbers each."""
    found, end = [], 0
    for gap, length, label, confidence in zip(*[iter(row["spans"])] * 4, strict=True):
        start = end + gap
        end = start + length
        found.append((start, end, LABELS[label], confidence / 1000))
    return found


def test_a_row_holds_the_text_and_its_spans() -> None:
    article = parse(STORY)
    row = record(article)
    assert row["text"] == STORY
    assert spans(row) == [(s.start, s.end, s.label, round(1000 * s.confidence) / 1000) for s in article.spans]
    assert row["authors"] == ["Mara Quist"]
    assert row["headline"] == article.headline
    assert row.get("lang") == article.language


def test_a_row_of_an_article_with_every_field_and_of_one_with_none() -> None:
    row = record(FULL)
    assert (row["published"], row["publisher"], row["path"]) == ("2015-05-03", "The Gull", "harbour.txt")
    assert row["lang"] == "en"
    assert "updated" not in row  # "2 hours ago" is no day
    empty = record(EMPTY)
    assert (empty["text"], empty["spans"], empty["id"]) == ("", [], "0" * 16)


@pytest.mark.parametrize(
    ("url", "site", "publisher"),
    [
        ("https://www.gull.example/a", None, "gull.example"),
        ("https://gull.example/a", "The Gull", "The Gull"),
        ("http://[broken", None, "harbour.txt"),
        (None, None, "harbour.txt"),
    ],
)
def test_publisher_and_fold_are_filled_in(url: str | None, site: str | None, publisher: str) -> None:
    row = record(replace(FULL, url=url, site=site))
    assert row["publisher"] == publisher
    assert row["fold"] in range(5)
    assert record(replace(FULL, url=url, site=site, headline="Another"))["fold"] == row["fold"]


def test_articles_of_one_file_have_names_of_their_own() -> None:
    names = {record(replace(FULL, source=replace(FULL.source, index=index)))["id"] for index in range(3)}
    assert names == {"harbour.txt:0", "harbour.txt:1", "harbour.txt:2"}


def report_of(*articles: Article) -> str:
    around = frame("html", View())
    return (
        around.opening
        + around.separator.join(write(article, "html").removesuffix("\n") for article in articles)
        + around.closing
    )


def test_no_text_ends_the_script_that_holds_it() -> None:
    awkward = "</script><script>alert(1)</script><!-- \u2028 ]]> &amp;"
    page = report_of(replace(FULL, text=awkward, headline=awkward), FULL)
    assert [row["text"] for row in data(page)] == [awkward, FULL.text]
    assert page.count("<script") == 3
    assert page.count("<!--") == 0


def test_a_report_needs_nothing_else() -> None:
    page = report_of(FULL)
    assert not re.search(r"<link [^>]*href=\"(?!data:)|<script[^>]* src=|@import|url\(|<img", page)
    assert "default-src 'none'" in page


def test_the_data_is_little_more_than_the_texts() -> None:
    """So that a report of 1,000 texts of some 5,000 characters stays below 10 MB."""
    article = parse(STORY * 40)
    assert len(write(article, "html").encode()) < 1.6 * len(article.text.encode()) + 600


def test_failures_and_the_run_are_lines_too() -> None:
    assert json.loads(failure("a.txt", 3, "a PDF", "extract it")) == {
        "path": "a.txt", "index": 3, "failed": "a PDF", "remedy": "extract it",
    }  # fmt: skip
    assert json.loads(run(4, {".pdf": 2}, 1.26)) == {
        "run": {"skipped": 4, "passed_over": {".pdf": 2}, "seconds": 1.3}
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles, and a file that is none."""
    root = tmp_path / "in"
    root.mkdir()
    for number in (1, 2):
        (root / f"{number}.txt").write_text(story(number), "utf-8")
    (root / "bad.txt").write_bytes(b"%PDF-1.4 \x00\x01")
    return root


def test_the_report_as_output(folder: Path) -> None:
    target = folder.parent / "report.html"
    (folder / "film.mp4").write_bytes(b"")
    newsparse(folder, "-o", target, code=1)
    rows = data(target.read_text("utf-8"))
    assert rows[-1]["run"]["passed_over"] == {".mp4": 1}
    assert sorted(row["path"] for row in rows[:-1]) == [
        str(folder / name) for name in ("1.txt", "2.txt", "bad.txt")
    ]
    assert [row["failed"] for row in rows if "failed" in row] == ["a PDF, not text"]
    assert rows[-1]["run"]["skipped"] == 0


def test_the_report_beside_a_folder_of_answers(folder: Path) -> None:
    out, target = folder.parent / "out", folder.parent / "out" / "report.html"
    newsparse(folder, "-o", f"{out}/", "--html-report", target, code=1)
    rows = data(target.read_text("utf-8"))
    assert [len(row["spans"]) > 0 for row in rows if "spans" in row] == [True, True]
    assert json.loads((out / "1.txt.json").read_text("utf-8"))["headline"] == rows[0]["headline"]
    newsparse(folder, "-o", f"{out}/", "--html-report", target, "--resume", code=1)
    rows = data(target.read_text("utf-8"))
    assert rows[-1]["run"]["skipped"] == 2
    found = newsparse(folder, "--html-report", target, code=2)
    assert b"report.html exists: --overwrite replaces it" in found.stderr


def test_the_report_beside_lines_and_explanations(folder: Path) -> None:
    for option in ("--spans", "--explain"):
        target = folder.parent / f"{option}.html"
        found = newsparse(folder / "1.txt", option, "-f", "jsonl", "--html-report", target)
        assert len(found.stdout.splitlines()) == 1
        (row, _) = data(target.read_text("utf-8"))
        assert row["text"] == story(1)


def test_a_report_that_can_not_be_written_is_named(folder: Path) -> None:
    found = newsparse(folder / "1.txt", "--html-report", folder / "1.txt" / "report.html", code=2)
    assert b"The HTML report can't be written (" in found.stderr
    found = newsparse(folder / "1.txt", "--html-report", "-", code=2)
    assert b"are one file" in found.stderr


def test_a_report_is_no_input(folder: Path) -> None:
    target = folder / "report.html"
    newsparse(folder / "1.txt", "-f", "html", "-o", target)
    assert is_own_output(target.read_bytes())
    found = CliRunner().invoke(main, [str(target)])
    assert found.exit_code == 1
    assert "what newsparse wrote, no input" in found.stderr
    found = CliRunner().invoke(main, [str(folder / "1.txt"), "-o", str(target), "--html-report", str(target)])
    assert found.exit_code == 2
    assert "are one file" in found.stderr
