"""Training: marked texts, the gate, and a network that the program reads as torch does (where torch is there)."""

from __future__ import annotations

import json
import random
from pathlib import Path

import msgspec
import numpy as np
import pytest

from newsparse.cues import CUES, markup
from newsparse.pipeline import observe
from newsparse.readers.page import read_page
from newsparse.segmenter import LABELS, posteriors, scores
from training import calibration, gate
from training.examples import BESIDE, STORY, UNKNOWN, bare, example, vocabulary
from training.record import FIGURES
from training.texts import Labelled, Part, unmarked, written


def test_marks_give_a_text_and_its_parts() -> None:
    text, parts = unmarked("«byline»By Mara Quist «timestamp»3 May\n\n«body»It rained.\n")
    assert text == "By Mara Quist 3 May\n\nIt rained.\n"
    assert [(text[p.start : p.end], p.label) for p in parts] == [
        ("By Mara Quist", "byline"),
        ("3 May", "timestamp"),
        ("It rained.", "body"),
    ]
    with pytest.raises(msgspec.ValidationError):
        unmarked("«bodi»It rained.")


def test_the_written_articles_are_labelled_to_the_last_character() -> None:
    for one in written():
        covered = {i for part in one.parts for i in range(part.start, part.end)}
        assert all(i in covered for i, c in enumerate(one.text) if not c.isspace()), one.id


def labelled(n: int) -> list[Labelled]:
    """Small labelled texts of n publishers."""
    made = []
    for i in range(n):
        text, parts = unmarked(
            f"«headline»Ferry number {i} returns\n«byline»By Mara Quist\n«body»The ferry sailed on Monday, said the mayor.\n"
        )
        made.append(Labelled(str(i), f"gull{i}", (i % 2,), text, parts))
    return made


def test_an_example_has_a_label_a_piece() -> None:
    one = example(labelled(1)[0])
    assert [LABELS[k] for k in one.labels] == ["headline", "byline", "body"]
    assert len(one.evidence) == len(one.pieces) == 3
    bare = example(Labelled("x", "gull", (), "Ferry returns\nBy Mara Quist", (Part(0, 13, "headline"),)))
    assert bare.labels.tolist() == [LABELS.index("headline"), UNKNOWN]


def test_evidence_that_few_publishers_show_is_left_out() -> None:
    given = [example(one) for one in labelled(4)]
    assert "w=3" not in vocabulary(given, 2)
    assert "w=ferry" in vocabulary(given, 4)
    assert not vocabulary(given, 5)


def test_learning_is_deterministic_and_the_program_reads_what_was_learned() -> None:
    torch = pytest.importorskip("torch", reason="torch is not installed (the train extra)")
    from training.net import Net, _batch, learn
    from training.recipe import Recipe

    given = [example(one) for one in labelled(6)]
    recipe = Recipe(least=2, width=8, layers=2, epochs=30)
    weights, again = learn(given, recipe), learn(given, recipe)
    assert np.array_equal(weights.table, again.table)
    said = scores(given[0].evidence, weights).argmax(1)
    assert said.tolist() == given[0].labels.tolist()
    known = vocabulary(given, 2)
    net = Net(len(known), recipe).eval()
    from training.examples import rows

    with torch.no_grad():
        expected = net.scores(_batch([(rows(given[0].evidence, known), given[0].labels)]))[0].numpy()
    assert np.allclose(scores(given[0].evidence, net.weights(known)), expected, atol=1e-4)


def test_temperature_cools_what_is_too_sure() -> None:
    chance = np.random.default_rng(0)
    labels = chance.integers(0, 3, 400)
    sure = np.full((400, len(LABELS)), 1e-9, np.float32)
    sure[:, :3] = 0.002
    told = np.where(chance.random(400) < 0.7, labels, (labels + 1) % 3)
    sure[np.arange(400), told] = 0.996
    held = calibration.HeldOut(labels, sure)
    assert calibration.temperature([held]) > 2


def test_the_gate_is_open() -> None:
    assert list(gate.faults()) == []


@pytest.mark.parametrize(
    ("key", "value", "fault"), [("weights", "0", "weights"), ("learned", "0", "labels"), ("accuracy", 0.1, "below the floor")]
)
def test_the_gate_is_shut(tmp_path: Path, key: str, value: object, fault: str) -> None:
    changed = tmp_path / "figures.json"
    changed.write_text(json.dumps(json.loads(FIGURES.read_text("utf-8")) | {key: value}), "utf-8")
    (found,) = gate.faults(changed)
    assert fault in found


def test_pages_are_also_shown_without_their_mark_up() -> None:
    text = example(Labelled("p", "paper", (), "Ferry aground\n\nNobody was hurt.", ()))
    page = msgspec.structs.replace(text, is_page=True, hints=[1, 0])
    assert bare(page) == [page.evidence[0][:-1], page.evidence[1]]
    pytest.importorskip("torch", reason="training needs torch")
    from training.net import _epoch, _text
    from training.recipe import Recipe

    known = {cue: row for row, cue in enumerate(dict.fromkeys(cue for piece in page.evidence for cue in piece))}
    for share, hidden in ((0.0, 0), (1.0, 1)):
        ((told, _),) = _epoch([_text(page, known)], Recipe(bare=share), random.Random(0))
        assert len(told[0]) == len(page.evidence[0]) - hidden


def test_what_is_beside_the_story_may_be_anything_but_the_story() -> None:
    pytest.importorskip("torch", reason="torch is not installed (the train extra)")
    from training.net import learn
    from training.recipe import Recipe

    text = "\n".join(f"Menu {i}\nThe ferry ran aground again on day {i}." for i in range(8))
    one = example(Labelled("p", "paper", (), text, ()))
    body = LABELS.index("body")
    labels = np.where(np.arange(len(one.pieces)) % 2, body, BESIDE)
    weights = learn(
        [msgspec.structs.replace(one, labels=labels)], Recipe(least=1, width=8, layers=1, epochs=60, dropout=0, evidence_dropout=0)
    )
    said = posteriors(one.evidence, weights)
    assert (said[1::2].argmax(1) == body).all()
    assert said[::2, [LABELS.index(label) for label in STORY]].sum(1).max() < 0.2


def test_a_publisher_teaches_nothing_where_it_is_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("torch", reason="torch is not installed (the train extra)")
    from training import check
    from training.recipe import Recipe

    text = example(Labelled("p", "paper", (), "Ferry aground", ()))
    given = [
        msgspec.structs.replace(text, id=name, folds=folds, fold=fold, is_page=is_page)
        for name, folds, fold, is_page in [
            ("a", (0,), 0, False),
            ("b", (), 0, True),
            ("c", (), 1, True),
            ("d", (), None, False),
            ("e", (1,), 1, False),
        ]
    ]
    seen: list[str] = []
    monkeypatch.setattr(check, "learn", lambda given, recipe: seen.extend(one.id for one in given))
    check.without(0, given, Recipe())
    assert seen == ["c", "d", "e"]
    assert [one.id for one in check.judged(0, given)] == ["a"]


def test_the_mark_up_is_the_last_evidence_of_a_piece() -> None:
    assert CUES[-1] is markup
    source = read_page(b"<h1 class=title>Ferry aground</h1><p>Nobody was hurt.</p>")
    assert source.markup
    _, pieces, evidence = observe(source)
    for piece, seen in zip(pieces, evidence, strict=True):
        hints = list(source.markup(piece.start, piece.end))
        assert hints
        assert seen[-len(hints) :] == hints
