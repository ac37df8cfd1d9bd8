"""Labelled texts to examples, folds and vocabularies."""

from __future__ import annotations

import msgspec

from conftest import MakeExamples
from newsparse.pipeline import featurize
from newsparse.readers.html import read_page
from newsparse.segment.features import FEATURES, PLAIN, markup
from newsparse.segment.model import LABELS
from training import dataset
from training.corpus import LabelledSpan, LabelledText
from training.dataset import (
    UNKNOWN,
    build_vocabulary,
    feature_rows,
    label_counts,
    text_example,
    without_markup,
)


def test_an_example_has_a_label_a_segment(make_examples: MakeExamples) -> None:
    (example,) = make_examples(1)
    assert [LABELS[k] for k in example.labels] == ["headline", "byline", "body"]
    assert len(example.features) == len(example.segments) == 3
    assert label_counts([example, example])[LABELS.index("body")] == 2


def test_a_segment_without_a_span_has_no_label() -> None:
    text = LabelledText("x", "gull", (), "Ferry returns\nBy Mara Quist", (LabelledSpan(0, 13, "headline"),))
    example = text_example(text)
    assert example.labels.tolist() == [LABELS.index("headline"), UNKNOWN]
    assert label_counts([example]) == {LABELS.index("headline"): 1}


def test_features_that_few_publishers_show_are_left_out(make_examples: MakeExamples) -> None:
    four = make_examples(4)
    assert "w=3" not in build_vocabulary(four, 2)
    assert "w=ferry" in build_vocabulary(four, 4)
    assert PLAIN not in build_vocabulary(four, 2)
    assert not build_vocabulary(four, 5)


def test_rows_are_those_of_the_features_that_the_vocabulary_has() -> None:
    rows = feature_rows([["b", "x"], [], ["a", "b"]], {"a": 0, "b": 1})
    assert rows.flat.tolist() == [1, 0, 1]
    assert rows.starts.tolist() == [0, 1, 1, 3]
    assert [part.tolist() for part in rows.slice(1, 3)] == [[0, 1], [0, 0, 2]]


def test_the_features_of_the_mark_up_are_the_last_of_a_segment() -> None:
    assert FEATURES[-1] is markup
    source = read_page(b"<h1 class=title>Ferry aground</h1><p>Nobody was hurt.</p>")
    assert source.markup
    _, segments, extracted = featurize(source)
    features = extracted.names()
    for segment, own in zip(segments, features, strict=True):
        from_markup = list(source.markup(segment.start, segment.end))
        assert from_markup
        assert own[-len(from_markup) :] == from_markup


def test_the_features_of_the_mark_up_can_be_left_out() -> None:
    text = text_example(LabelledText("p", "paper", (), "Ferry aground\n\nNobody was hurt.", ()))
    page = msgspec.structs.replace(text, is_page=True, n_markup=[1, 0])
    assert without_markup(page) == [page.features[0][:-1], page.features[1]]


def test_no_text_of_a_publisher_is_trained_on_where_another_is_tested() -> None:
    text = text_example(LabelledText("p", "paper", (), "Ferry aground", ()))
    five = [
        msgspec.structs.replace(text, id=name, folds=folds, fold=fold, is_page=is_page)
        for name, folds, fold, is_page in [
            ("a", (0,), 0, False),
            ("b", (), 0, True),
            ("c", (), 1, True),
            ("d", (), None, False),
            ("e", (1,), 1, False),
        ]
    ]
    assert [example.id for example in dataset.train_folds(0, five)] == ["c", "d", "e"]
    assert [example.id for example in dataset.test_fold(0, five)] == ["a"]
