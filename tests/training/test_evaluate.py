"""Cross-validation: each text is parsed by the weights of its fold,
and answers are kept as the scorer reads them.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newsparse.pipeline import parse
from newsparse.segment.model import default_weights

pytest.importorskip("torch", reason="torch is not installed (the train extra)")

SCORER = """
def degrade(text, spans, layout):
    return (text.upper() if layout else text), spans

def score(rows, predict, layout):
    answers = [predict(degrade(row["text"], row["spans"], layout)[0]) for row in rows]
    figures = {"accuracy": 1.0, "texts": len(answers), "spans": [len(spans) for spans, *_ in answers]}
    return figures, {"body": {"body": 1.0}}, None
"""
TEXTS = (
    "Ferry aground\n\nBy Mara Quist\n\nThe ferry ran aground on Monday, said the mayor.",
    "Council votes",
    "Tide turns",
)


@pytest.fixture
def gold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with three texts of the folds 0, 1 and 2, and a scorer."""
    from training import compare, evaluate

    (tmp_path / "bench").mkdir()
    (tmp_path / "bench" / "score_text.py").write_text(SCORER)
    path = tmp_path / "gold.jsonl"
    rows = ({"id": f"g{fold}", "fold": fold, "text": text, "spans": []} for fold, text in enumerate(TEXTS))
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    monkeypatch.setattr(evaluate, "GOLD", path)
    monkeypatch.setattr(compare, "SHARED", tmp_path)
    return path


@pytest.mark.usefixtures("gold")
def test_the_texts_of_the_given_folds_are_scored() -> None:
    from training.evaluate import Evaluator

    evaluator = Evaluator({0: default_weights(), 2: default_weights()})
    figures, confusion, answers = evaluator.score()
    assert figures["texts"] == 2
    assert confusion == {"body": {"body": 1.0}}
    assert {name: answer.spans for name, answer in answers.items()} == {
        "g0": parse(TEXTS[0]).spans,
        "g2": parse(TEXTS[2]).spans,
    }
    _, _, capitals = evaluator.score("caps")
    assert capitals["g0"].spans == parse(TEXTS[0].upper()).spans


def test_answers_are_kept_as_the_scorer_reads_them(tmp_path: Path) -> None:
    from training.evaluate import write_answers

    article = parse(TEXTS[0])
    write_answers(tmp_path / "pred.jsonl", {"g0": article})
    (row,) = map(json.loads, (tmp_path / "pred.jsonl").read_text("utf-8").splitlines())
    assert list(row) == ["id", "spans", "authors", "published", "updated"]
    assert row["authors"] == ["Mara Quist"]
    assert row["published"] is None
    assert [(span["start"], span["end"], span["label"]) for span in row["spans"]] == [
        (s.start, s.end, s.label) for s in article.spans
    ]


def test_a_missing_scorer_is_named(gold: Path) -> None:
    from training.evaluate import Evaluator

    (gold.parent / "bench" / "score_text.py").unlink()
    with pytest.raises(SystemExit, match=r"no score_text\.py in .*NEWSPARSE_DATA"):
        Evaluator({})
