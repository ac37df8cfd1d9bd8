"""What a run tells: lines on standard error, JSON Lines in a file, and the return code."""

from __future__ import annotations

import io
import json

import pytest

from newsparse.batch.report import Report
from newsparse.errors import InputError

EMPTY = InputError("a.txt", "empty", "give it the article's text")


def test_failures_are_printed_and_written_as_they_come(capsys: pytest.CaptureFixture[str]) -> None:
    file = io.StringIO()
    report = Report(file=file)
    report.done()
    report.fail("a.txt", EMPTY)
    report.fail("b.txt", InputError("b.txt", "empty", "x").at(7))
    assert capsys.readouterr() == (
        "",
        "newsparse: a.txt: empty: give it the article's text\nnewsparse: b.txt, article 7: empty: x\n",
    )
    assert [json.loads(line) for line in file.getvalue().splitlines()] == [
        {"path": "a.txt", "index": None, "failed": "empty", "remedy": "give it the article's text"},
        {"path": "b.txt", "index": 7, "failed": "empty", "remedy": "x"},
    ]


def test_counts(capsys: pytest.CaptureFixture[str]) -> None:
    file = io.StringIO()
    report = Report(file=file)
    report.skipped = 1200
    for _ in range(3):
        report.done()
    report.end()
    report.summarize(show=True)
    assert capsys.readouterr().err.startswith("newsparse: 3 parsed, 1,200 skipped, 0 failed in ")
    counts = json.loads(file.getvalue())
    assert list(counts) == ["inputs", "parsed", "skipped", "failed", "seconds", "rate"]
    assert list(counts.values())[:4] == [1, 3, 1200, 0]
    report.summarize(show=False)
    assert capsys.readouterr().err == ""


def test_quiet_says_nothing_and_the_return_code_tells(capsys: pytest.CaptureFixture[str]) -> None:
    report = Report(quiet=True)
    assert report.return_code == 0
    report.fail("a.txt", EMPTY)
    report.summarize(show=True)
    assert capsys.readouterr() == ("", "")
    assert report.return_code == 1


def test_a_bar_comes_and_goes(capsys: pytest.CaptureFixture[str]) -> None:
    report = Report()
    with report.progress(2):
        report.done()
        report.end()
        report.fail("a.txt", EMPTY)
        report.end()
    report.done()
    assert "a.txt: empty" in capsys.readouterr().err


def test_a_path_that_is_not_utf8_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    file = io.StringIO()
    Report(quiet=True, file=file).fail("caf\udce9", EMPTY)
    assert json.loads(file.getvalue())["path"] == "caf\ufffd"
