"""Further labelled texts: how they are read, what is printed of them, and the way from a corrected label in a
report to weights that have learned it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from conftest import corrections, newsparse
from newsparse.pipeline import article, parse
from newsparse.readers.text import read_text
from newsparse.segment.model import Weights, default_weights
from training import corpus
from training.corpus import LabelledSpan, LabelledText, extra_texts, small_texts
from training.extra import NONE, answers, compare, print_parts, print_shares, right

if TYPE_CHECKING:
    from playwright.sync_api import Page

STORY = """Ferry aground off Port Ellen
By Mara Quist

The ferry ran aground on Monday, said the mayor of Port Ellen, who had asked for a new one.

Nobody was hurt. The coastguard sent two boats.

Tom Veld contributed to this report.
"""
ROW: dict[str, Any] = {
    "id": "a", "publisher": "gull", "fold": 1, "text": "Ferry aground\nIt rained.",
    "spans": [{"start": 0, "end": 13, "label": "headline"}],
}  # fmt: skip


def write(path: Path, *rows: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def test_extra_texts_are_read(tmp_path: Path) -> None:
    text, german = extra_texts(
        write(tmp_path / "x.jsonl", ROW, ROW | {"text": "Am Montag war die Fähre in dem Hafen und der See."})
    )
    assert (text.language, german.language) == ("en", "de")
    assert (text.id, text.publisher, text.folds, text.page) == ("a", "gull", (1,), None)
    assert text.spans == (LabelledSpan(0, 13, "headline"),)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"spans": [{"start": 0, "end": 4, "label": "bodi"}]}, "line 2: Invalid enum value 'bodi'"),
        ({"spans": [{"start": 0, "end": 99, "label": "body"}]}, "line 2: no part of the text: 0 to 99"),
        ({"text": None}, "line 2: Expected `str`"),
    ],
)
def test_what_is_no_labelled_text_is_named(tmp_path: Path, change: dict[str, Any], message: str) -> None:
    path = write(tmp_path / "x.jsonl", ROW, ROW | change)
    with pytest.raises(SystemExit, match=message):
        extra_texts(path)


def test_what_is_not_there_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SystemExit, match=r"own\.jsonl: No such file"):
        extra_texts(tmp_path / "own.jsonl")
    monkeypatch.setattr(corpus, "GOLD", tmp_path / "gold.jsonl")
    with pytest.raises(SystemExit, match=r"no gold\.jsonl in .*--small needs none"):
        corpus.gold_articles()


def test_the_small_recipe_has_texts_of_every_fold() -> None:
    texts = small_texts()
    assert {text.folds for text in texts} == {(fold,) for fold in range(5)}
    assert len(texts) < 200


def test_the_answer_to_each_part(capsys: pytest.CaptureFixture[str]) -> None:
    spans = tuple(LabelledSpan(s.start, s.end, s.label) for s in parse(STORY).spans)
    text = LabelledText("a", "gull", (0,), STORY + "\u200b", (*spans[:-1], spans[-1]._replace(label="bio")))
    found = answers([text], lambda _: default_weights())
    assert right(found) == len(spans) - 1
    assert [part.span.label for part, label in found.items() if label != part.span.label] == ["bio"]
    learned = {part: part.span.label for part in found}
    print_parts(found, learned)
    assert capsys.readouterr().out.splitlines() == [
        f"{len(spans)} of {len(spans)} labelled parts come out ({len(spans) - 1} before)",
        "  bio               credits > bio          Tom Veld contributed to this report.",
    ]
    print_parts(learned, found)
    assert capsys.readouterr().out.splitlines()[1].startswith("! bio")
    print_shares(found, learned)
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].split() == [
        "all", str(len(spans)), f"{1 - 1 / len(spans):.3f}", "1.000", f"+{1 / len(spans):.3f}"
    ]  # fmt: skip
    assert ["bio", "1", "0.000", "1.000", "+1.000"] in [line.split() for line in lines]


def test_texts_are_compared_fold_by_fold(capsys: pytest.CaptureFixture[str]) -> None:
    one = LabelledText("a", "gull", (0,), STORY, (LabelledSpan(0, 28, "headline"),))
    two = LabelledText("b", "tern", (3,), "", ())
    compare([one, two], [two], {0: default_weights()}, {0: default_weights()})
    printed = capsys.readouterr().out
    assert "All other texts: 1 of 2, each by weights that saw none of its fold" in printed
    assert "The extra texts: 0 of 1" in printed
    assert "+0.000" in printed


def test_a_part_without_a_sign_has_no_label() -> None:
    text = LabelledText("a", "gull", (), "Ferry\n\n", (LabelledSpan(5, 7, "body"),))
    assert list(answers([text], lambda _: default_weights()).values()) == [NONE]


@pytest.mark.slow
@pytest.mark.browser
def test_three_labels_corrected_in_a_report_are_learned(
    page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Change three labels in the report, download them, train on them too: they come out."""
    pytest.importorskip("torch", reason="torch is not installed (the train extra)")
    from training import train

    (tmp_path / "story.txt").write_text(STORY, "utf-8")
    newsparse(tmp_path / "story.txt", "-o", tmp_path / "report.html")
    page.goto((tmp_path / "report.html").as_uri() + "#1")
    wanted = {"By Mara Quist": "kicker", "Nobody was hurt.": "note", "Tom Veld": "bio"}
    for words, label in wanted.items():
        page.locator("#text [data-span]", has_text=words).click()
        page.locator("#choices").get_by_role("button", name=label).click()
    page.keyboard.press("c")
    file = write(tmp_path / "corrections.jsonl", *corrections(page))
    (corrected,) = extra_texts(file)
    given = {corrected.text[span.start : span.end]: span.label for span in corrected.spans}

    monkeypatch.setattr(corpus, "SMALL_STEP", 50)
    train.main(["--small", "--extra", str(file), "--output", str(tmp_path / "small.npz")])
    printed = capsys.readouterr().out
    assert f"{len(given)} of {len(given)} labelled parts come out ({len(given) - 3} before)" in printed
    found = article(read_text(STORY), Weights.load(tmp_path / "small.npz"))
    labels = {STORY[span.start : span.end]: span.label for span in found.spans}
    assert labels == given
    assert sum(label in wanted.values() for label in labels.values()) == 3


@pytest.mark.slow
@pytest.mark.parametrize("small", [True, False])
def test_what_extra_texts_change_is_measured(
    small: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("torch", reason="torch is not installed (the train extra)")
    from training import dataset, evaluate

    file = write(tmp_path / "own.jsonl", ROW | {"fold": 0})
    monkeypatch.setattr(corpus, "SMALL_STEP", 120)
    rows = [
        corpus.GoldArticle(
            text.id, text.publisher, text.folds[0], text.text,
            tuple(corpus._SpanObject(*span) for span in text.spans),
        )
        for text in small_texts()
    ]  # fmt: skip
    monkeypatch.setattr(evaluate, "gold_articles", lambda: rows)
    monkeypatch.setattr(dataset, "training_texts", small_texts)
    config = '{"epochs": 1, "members": 1, "width": 8, "min_publishers": 1}'
    arguments = ["--extra", str(file), "--folds", "0", "--config", config]
    monkeypatch.setattr("sys.argv", ["evaluate", *(["--small"] if small else []), *arguments])
    evaluate.main()
    printed = capsys.readouterr().out
    judged = sum(row.fold == 0 for row in rows)
    assert f"All other texts: {judged} of {len(rows)}, each by weights that saw none of its fold" in printed
    assert "The extra texts: 1 of 1" in printed
    assert "of 1 labelled parts come out" in printed


@pytest.mark.parametrize(
    "arguments", [["--small"], ["--extra", "x", "--record", "y"], ["--extra", "x", "--keep", "y"]]
)
def test_options_that_do_not_go_together_are_refused(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("torch", reason="torch is not installed (the train extra)")
    from training import evaluate

    monkeypatch.setattr("sys.argv", ["evaluate", *arguments])
    with pytest.raises(SystemExit):
        evaluate.main()
