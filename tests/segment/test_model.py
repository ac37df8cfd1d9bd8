"""The segmenter: probabilities that are ones, weights that survive a file, spans that join what belongs
together.
"""

from __future__ import annotations

import itertools
from pathlib import Path

import msgspec
import numpy as np
import pytest

from newsparse.segment import model
from newsparse.segment.arrays import Matrix
from newsparse.segment.model import (
    LABELS,
    K,
    Weights,
    changed_emissions,
    default_weights,
    embed,
    emission_network,
    emissions,
    first_layer,
    global_context,
    marginals,
    probabilities,
    spans,
    temperature_scale,
)
from newsparse.segment.split import Segment
from newsparse.segment.vocabulary import Features, Vocabulary

M, WIDTH, LAYERS = 3, 8, 2


def posteriors(names: list[list[str]], weights: Weights) -> Matrix:
    """The probabilities of segments with features of these names."""
    return probabilities(emissions(Features.of_names(names), weights), weights)


def random_weights(names: list[str], seed: int = 0) -> Weights:
    """Random weights over a small vocabulary."""
    rng = np.random.default_rng(seed)

    def some(*shape: int) -> np.ndarray:
        return rng.normal(size=shape).astype(np.float32)

    table = np.vstack([rng.integers(-100, 101, (len(names), M * WIDTH + K)), np.zeros(M * WIDTH + K)]).astype(
        np.int8
    )
    return Weights(
        Vocabulary(names), table, np.full(len(names) + 1, 0.02, np.float32),
        some(LAYERS + 1, 2, M, 1, WIDTH), some(M, WIDTH + 1, WIDTH), some(LAYERS, 3, M, WIDTH, WIDTH),
        some(LAYERS, M, 1, WIDTH),
        some(M, WIDTH + 1, K), some(K + 1, K), 1.2,
    )  # fmt: skip


def test_the_chain_s_posteriors_are_those_of_all_sequences() -> None:
    rng = np.random.default_rng(1)
    logits = np.full((3, K), -50.0, np.float32)
    logits[:, :4] = rng.normal(size=(3, 4))
    transitions = rng.normal(size=(K + 1, K)).astype(np.float32)
    expected = np.zeros((3, K))
    for labels in itertools.product(range(4), repeat=3):
        score = (
            transitions[K, labels[0]]
            + sum(logits[t, k] for t, k in enumerate(labels))
            + sum(transitions[a, b] for a, b in itertools.pairwise(labels))
        )
        for t, k in enumerate(labels):
            expected[t, k] += np.exp(score)
    expected /= expected.sum(1, keepdims=True)
    assert np.allclose(marginals(logits, transitions), expected, atol=1e-4)


def test_posteriors_are_probabilities_also_for_what_was_never_seen() -> None:
    weights = random_weights(["a", "b"])
    found = posteriors([["a"], [], ["never seen"], ["b", "b", "a"]], weights)
    assert found.shape == (4, K)
    assert np.allclose(found.sum(1), 1, atol=1e-5)
    assert np.isfinite(found).all()


def test_a_temperature_changes_how_sure_and_not_of_what() -> None:
    found = np.random.default_rng(2).dirichlet(np.ones(K), 30).astype(np.float32)
    scaled = temperature_scale(found, 2.0)
    assert (np.argsort(scaled, 1) == np.argsort(found, 1)).all()
    assert (scaled.max(1) < found.max(1)).all()
    assert np.allclose(temperature_scale(found, 1.0), found, atol=1e-6)


@pytest.mark.parametrize("n", [1, 2, 3, 4, 5, 9])
def test_a_short_text_has_neighbours_on_neither_side(n: int) -> None:
    assert posteriors([["a"]] * n, random_weights(["a"])).shape == (n, K)


@pytest.mark.parametrize("stretch", [1, 3, 7, 40])
def test_stretches_of_segments_make_no_difference(stretch: int, monkeypatch: pytest.MonkeyPatch) -> None:
    weights = random_weights(["a", "b", "c"])
    names = [["a"], ["b", "c"], [], ["c", "c"]] * 9
    starts = np.array([0, 0, 1, 12, 12, 30, 36, 36])
    whole = emissions(Features.of_names(names), weights, starts)
    monkeypatch.setattr(model, "STRETCH", stretch)
    assert np.allclose(emissions(Features.of_names(names), weights, starts), whole, atol=1e-4)
    part = Features.of_names([["b"], *names, ["a"]])._replace(first=1, last=37)
    assert np.allclose(emissions(part, weights, starts), whole, atol=1e-4)


def test_weights_survive_a_file(tmp_path: Path) -> None:
    weights = random_weights(["a", "w=é", "line=two words"])
    weights.save(tmp_path / "w.safetensors")
    read = Weights.load(tmp_path / "w.safetensors")
    assert read.vocabulary.names == weights.vocabulary.names
    assert read.temperature == pytest.approx(1.2)
    read.save(tmp_path / "again.safetensors")
    assert (tmp_path / "again.safetensors").read_bytes() == (tmp_path / "w.safetensors").read_bytes()
    for field in msgspec.structs.fields(Weights):
        if field.name not in ("vocabulary", "temperature", "digest"):
            assert np.allclose(getattr(read, field.name), getattr(weights, field.name), atol=0.03), field.name


def test_the_shipped_weights_fit_the_labels() -> None:
    weights = default_weights()
    assert weights.table.shape == (
        len(weights.vocabulary) + 1,
        weights.norms.shape[2] * weights.norms.shape[4] + K,
    )
    assert K == len(LABELS) == 20
    assert default_weights() is weights


def test_equal_neighbours_of_a_line_are_joined_at_the_lowest_confidence() -> None:
    segments = [
        Segment(0, 4, 0, "", "bar"),
        Segment(5, 9, 0, "bar", ""),
        Segment(10, 14, 1, "", "by"),
        Segment(15, 19, 1, "by", ""),
    ]
    likely = np.zeros((4, K), np.float32)
    for row, (label, p) in enumerate([("body", 0.9), ("body", 0.6), ("body", 0.8), ("byline", 0.7)]):
        likely[row, LABELS.index(label)] = p
    found = [(s.start, s.end, s.label, round(s.confidence, 2)) for s in spans(segments, likely)]
    assert found == [(0, 9, "body", 0.6), (10, 14, "body", 0.8), (15, 19, "byline", 0.7)]


def test_documents_side_by_side_have_the_answers_that_they_have_alone() -> None:
    weights = random_weights(["a", "b", "c"])
    documents = [
        [["a"], ["b", "c"], []],
        [["c"]],
        [],
        [["b"], ["a"], ["c"], ["a", "b"], [], ["c"], ["b"], ["a"], ["a"]],
    ]
    starts = np.cumsum([0, *map(len, documents)])
    together = Features.of_names([names for document in documents for names in document])
    found = probabilities(emissions(together, weights, starts), weights, starts)
    for document, start, end in zip(documents, starts[:-1], starts[1:], strict=True):
        if document:
            assert np.allclose(found[start:end], posteriors(document, weights), atol=1e-5)


def test_a_change_of_one_segment_needs_the_others_once() -> None:
    weights = random_weights(["a", "b", "c"])
    embedded = embed(Features.of_names([["a"], ["b"], ["c", "a"], ["b", "c"]] * 4), weights)
    hidden = first_layer(embedded.copy(), weights)
    context = global_context(hidden, np.array([0, len(embedded)]), weights)
    segments = np.array([0, 5, 5, 15])
    changed = embedded[segments] + np.random.default_rng(3).normal(size=(4, embedded.shape[1])).astype(
        np.float32
    )
    found = changed_emissions(hidden, context, changed, segments, weights)
    for row, segment in enumerate(segments):
        other = embedded.copy()
        other[segment] = changed[row]
        alone = first_layer(other.copy(), weights)
        expected = emission_network(alone, other, context, np.zeros(len(other), np.int64), weights)[segment]
        assert np.allclose(found[row], expected, atol=1e-3)
