"""What a run tells: lines on standard error, JSON Lines in a file, and the return code."""

from __future__ import annotations

import io
import json

import pytest

from newsparse.batch.report import Report, estimate
from newsparse.batch.summary import Outline
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


def article(name: str, confidence: float, seconds: float, **labels: int) -> Outline:
    found = {label: (count, count * confidence) for label, count in labels.items()}
    return Outline(name, "html, utf-8, language en", confidence, found, seconds)  # type: ignore[arg-type]


def test_a_table_tells_what_was_found(capsys: pytest.CaptureFixture[str]) -> None:
    report = Report()
    for number in range(5):
        report.done(None, article(f"{number}[b].html", 0.5, number / 10, headline=1, body=2 if number else 0))
    report.done(None, article("last.html", 1.0, 0.0, headline=1))
    report.summarize(show=True, table=True)
    lines = [line.split() for line in capsys.readouterr().err.splitlines()]
    assert lines[0] == ["label", "articles", "spans", "confidence"]
    assert lines[1] == ["headline", "6", "6", "58%"]
    assert lines[2] == ["body", "5", "8", "50%"]
    assert lines[3] == ["all", "6", "14", "58%"]
    assert lines[4:7] == [
        ["slowest", "0.40", "s", "4[b].html"], ["0.30", "s", "3[b].html"], ["0.20", "s", "2[b].html"],
    ]  # fmt: skip
    assert lines[7][:3] == ["newsparse:", "6", "parsed,"]
    Report().summarize(show=False, table=True)
    assert capsys.readouterr().err == ""


def test_each_article_is_named_where_that_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    for verbose in (True, False):
        Report(verbose=verbose).done(None, article("a.html", 0.931, 0.1, body=1))
    assert capsys.readouterr().err == "newsparse: a.html: html, utf-8, language en, confidence 93%\n"


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(None, ""), (0.2, "1 s"), (59.4, "59 s"), (90.5, "2 min"), (5400.1, "2 h"), (36000.0, "10 h")],
)
def test_the_time_left_is_an_estimate(seconds: float | None, text: str) -> None:
    assert estimate(seconds) == (f" · about {text} left" if text else "")


def test_a_path_that_is_not_utf8_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    file = io.StringIO()
    Report(quiet=True, file=file).fail("caf\udce9", EMPTY)
    assert json.loads(file.getvalue())["path"] == "caf\ufffd"
