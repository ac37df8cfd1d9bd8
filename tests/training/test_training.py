"""Training: marked texts, the gate, and networks that the program reads as torch does (where torch is there)."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest

from newsparse.pipeline import featurize
from newsparse.readers.html import read_page
from newsparse.segment.features import FEATURES, PLAIN, markup
from newsparse.segment.model import LABELS, K, emissions
from training import calibration, gate
from training import results as record
from training.corpus import Labelled, Part, unmarked, written
from training.dataset import UNKNOWN, bare, example, vocabulary
from training.results import FIGURES


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
    assert PLAIN not in vocabulary(given, 2)
    assert not vocabulary(given, 5)


def test_learning_is_deterministic_and_the_program_reads_what_was_learned() -> None:
    pytest.importorskip("torch", reason="torch is not installed (the train extra)")
    from training.config import Recipe
    from training.trainer import learn

    given = [example(one) for one in labelled(6)]
    recipe = Recipe(members=2, least=2, width=8, layers=2, epochs=30)
    weights, again = learn([given, given], recipe)
    assert np.array_equal(weights.table, again.table)
    assert not np.array_equal(weights.layers[:, :, 0], weights.layers[:, :, 1])
    said = emissions(given[0].evidence, weights).argmax(1)
    assert said.tolist() == given[0].labels.tolist()


def test_the_program_scores_as_the_members_do_in_the_mean() -> None:
    torch = pytest.importorskip("torch", reason="torch is not installed (the train extra)")
    from training.config import Recipe
    from training.trainer import STEPS, Net, _batch, joined, lesson

    given = [example(one) for one in labelled(6)]
    recipe = Recipe(least=2)
    told = lesson(given, recipe)
    torch.manual_seed(0)
    members = [Net(len(told.known), recipe, number).eval() for number in range(3)]
    with torch.no_grad():
        for net in members:
            for value in net.parameters():
                value.normal_()
            net.table.weight.copy_(3 * torch.randint(-33, 34, net.table.weight.shape))  # whole steps, also of the mean
            net.table.weight[:, 0] = STEPS
        expected = np.mean([net.scores(_batch([(told.texts[0][0], told.texts[0][2])]))[0].numpy() for net in members], 0)
    states = [{name: value.numpy() for name, value in net.state_dict().items()} for net in members]
    expected[:, LABELS.index("boilerplate")] += recipe.furniture  # a plain text's
    assert np.allclose(emissions(given[0].evidence, joined(states, told.known, recipe)), expected, atol=1e-3)


def test_the_partition_and_its_slopes_are_those_of_all_sequences() -> None:
    torch = pytest.importorskip("torch", reason="torch is not installed (the train extra)")
    from training.trainer import Partition

    torch.manual_seed(0)
    scores = torch.randn(2, 3, K)
    scores[0, 1, 4:] = -torch.inf
    scores.requires_grad_()
    chain = torch.randn(K + 1, K, requires_grad=True)
    real = torch.tensor([[True, True, True], [True, True, False]])

    def summed(b: int, length: int) -> Any:
        total = chain[K] + scores[b, 0]
        for t in range(1, length):
            total = torch.logsumexp(total.unsqueeze(1) + chain[:K], 0) + scores[b, t]
        return total.logsumexp(0)

    expected = 2 * summed(0, 3) - summed(1, 2)
    slopes = torch.autograd.grad(expected, (scores, chain))
    apply: Any = Partition.apply
    got = apply(scores, chain, real)
    found = 2 * got[0] - got[1]
    assert found.item() == pytest.approx(expected.item(), abs=1e-4)
    for slope, one in zip(slopes, torch.autograd.grad(found, (scores, chain)), strict=True):
        assert torch.allclose(slope.nan_to_num(), one, atol=1e-4)


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


def test_a_curve_stands_beside_the_figures_it_belongs_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = tmp_path / "figures.json"
    kept.write_bytes(FIGURES.read_bytes())
    monkeypatch.setattr(record, "FIGURES", kept)
    record.record_curve([{"share": 1.0, "publishers": 3, "accuracy": 0.123456}])
    before, after = json.loads(FIGURES.read_text("utf-8")), json.loads(kept.read_text("utf-8"))
    assert after.pop("curve") == [{"share": 1.0, "publishers": 3, "accuracy": 0.1235}]
    before.pop("curve", None)
    assert after == before


def test_a_larger_share_holds_the_publishers_of_a_smaller_one() -> None:
    pytest.importorskip("torch", reason="torch is not installed (the train extra)")
    from training.learning_curve import part_of

    given = [example(one) for one in labelled(40)]
    some, more = part_of(given, 0.3), part_of(given, 0.7)
    assert 0 < len(some) < len(more) < len(part_of(given, 1.0)) == 40
    assert {one.publisher for one in some} < {one.publisher for one in more}


def test_pages_are_also_shown_without_their_mark_up() -> None:
    text = example(Labelled("p", "paper", (), "Ferry aground\n\nNobody was hurt.", ()))
    page = msgspec.structs.replace(text, is_page=True, hints=[1, 0])
    assert bare(page) == [page.evidence[0][:-1], page.evidence[1]]
    pytest.importorskip("torch", reason="training needs torch")
    from training.config import Recipe
    from training.trainer import _epoch, _text

    known = {cue: row for row, cue in enumerate(dict.fromkeys(cue for piece in page.evidence for cue in piece))}
    for share, hidden in ((0.0, 0), (1.0, 1)):
        ((told, _),) = _epoch([_text(page, known)], Recipe(bare=share), random.Random(0))
        assert told.starts[1] == len(page.evidence[0]) - hidden


def test_a_publisher_teaches_nothing_where_it_is_judged() -> None:
    pytest.importorskip("torch", reason="torch is not installed (the train extra)")
    from training import evaluate as check

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
    assert [one.id for one in check.without(0, given)] == ["c", "d", "e"]
    assert [one.id for one in check.judged(0, given)] == ["a"]


def test_the_mark_up_is_the_last_evidence_of_a_piece() -> None:
    assert FEATURES[-1] is markup
    source = read_page(b"<h1 class=title>Ferry aground</h1><p>Nobody was hurt.</p>")
    assert source.markup
    _, pieces, evidence = featurize(source)
    for piece, seen in zip(pieces, evidence, strict=True):
        hints = list(source.markup(piece.start, piece.end))
        assert hints
        assert seen[-len(hints) :] == hints
