"""What a worker answers to several items at a time."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from conftest import story
from newsparse import Article, InputError, pipeline
from newsparse.batch import worker
from newsparse.batch.pool import Position
from newsparse.batch.worker import Job, start_parser
from newsparse.options import ReadOptions
from newsparse.pipeline import Analysis
from newsparse.readers.source import Source


def parsed(items: Sequence[str | Path]) -> list[list[object]]:
    """The answers of one worker to a batch, an item a list."""
    return [list(answers) for answers in start_parser()([Job(item, ReadOptions()) for item in items])]


def test_a_batch_is_answered_as_its_items_are_alone(tmp_path: Path) -> None:
    several = tmp_path / "several.jsonl"
    several.write_text('{"text": "One story"}\n{"text": "Another story"}\n')
    items: list[str | Path] = [story(1), "", several, tmp_path / "gone", story(2), "\ud800", story(3)]
    together = parsed(items)
    alone = [parsed([item])[0] for item in items]
    for one, other in zip(together, alone, strict=True):
        assert list(map(shown, answered(one))) == list(map(shown, answered(other)))
    assert len(answered(together[2])) == 2


def test_articles_of_a_batch_that_fails_are_parsed_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    analyse_many = pipeline.analyse_many

    def refuse(sources: Sequence[Source], *rest: object) -> list[Analysis]:
        if any(source.text == "fails" for source in sources):
            raise RuntimeError("it fails")
        return analyse_many(sources)

    monkeypatch.setattr(pipeline, "analyse_many", refuse)
    found = [answer for (answer,) in parsed([story(1), "fails", story(2)])]
    assert [type(answer) for answer in found] == [Article, InputError, Article]


def test_texts_side_by_side_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    analyse_many = pipeline.analyse_many
    sizes: list[int] = []

    def record(sources: Sequence[Source], *rest: object) -> list[Analysis]:
        sizes.append(len(sources))
        return analyse_many(sources)

    monkeypatch.setattr(pipeline, "analyse_many", record)
    monkeypatch.setattr(worker, "BATCH_CHARACTERS", 25)
    assert len(parsed(["ten letter"] * 4)) == 4
    assert sizes == [2, 1, 1]


def test_the_articles_of_a_file_go_side_by_side(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    analyse_many = pipeline.analyse_many
    sizes: list[int] = []

    def record(sources: Sequence[Source], *rest: object) -> list[Analysis]:
        sizes.append(len(sources))
        if any("fails" in source.text for source in sources):
            raise RuntimeError("it fails")
        return analyse_many(sources)

    monkeypatch.setattr(pipeline, "analyse_many", record)
    path = tmp_path / "a.jsonl"
    texts = ["one", "two", "", *map(str, range(10, 17)), "fails", "end"]
    path.write_text("".join(f'{{"text": "{text}"}}\n' for text in texts))
    (found,) = parsed([path])
    assert [type(answer) for answer in answered(found)] == [
        Article, Article, InputError, *[Article] * 7, InputError, Article
    ]  # fmt: skip
    assert sizes == [8, 3, 1, 1, 1]
    positions = [answer for answer in found if isinstance(answer, Position)]
    assert [each.index for each in positions if not each.shared] == list(range(12))
    assert [each.index for each in positions if each.shared] == [0, 9, 9]
    sizes.clear()
    (rest,) = start_parser()([Job(path, ReadOptions(), (range(2),), alone=9)])
    assert len(answered(list(rest))) == 10
    assert sizes == [1] * 6 + [3, 1, 1, 1]


def test_a_long_article_of_a_file_goes_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    analyse_many = pipeline.analyse_many
    sizes: list[int] = []

    def record(sources: Sequence[Source], *rest: object) -> list[Analysis]:
        sizes.append(len(sources))
        return analyse_many(sources)

    monkeypatch.setattr(pipeline, "analyse_many", record)
    monkeypatch.setattr(worker, "BATCH_CHARACTERS", 25)
    path = tmp_path / "a.jsonl"
    path.write_text(
        "".join(f'{{"text": "{text}"}}\n' for text in ("one", "two", "three " * 9, "four", "five"))
    )
    (found,) = parsed([path])
    assert sizes == [2, 1, 2]
    assert [each.index for each in found if isinstance(each, Position) and not each.shared] == [*range(5)]


def answered(found: Sequence[object]) -> list[object]:
    """What is found but for the positions."""
    return [answer for answer in found if not isinstance(answer, Position)]


def shown(answer: object) -> str:
    """An answer without the numbers whose last digits depend on what is beside it."""
    return str((answer.headline, answer.body)) if isinstance(answer, Article) else str(answer)
