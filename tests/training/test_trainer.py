"""Training: the same examples give the same weights, and the program reads them."""

from __future__ import annotations

import random

import msgspec
import numpy as np
import pytest

from conftest import MakeExamples
from newsparse.segment.model import emissions
from newsparse.segment.vocabulary import Features
from training.config import TrainingConfig
from training.corpus import LabelledText
from training.dataset import text_example

pytest.importorskip("torch", reason="torch is not installed (the train extra)")


@pytest.mark.slow
def test_training_is_deterministic_and_the_program_reads_the_weights(make_examples: MakeExamples) -> None:
    from training.trainer import train_ensembles

    six = make_examples(6)
    config = TrainingConfig(members=2, min_publishers=2, width=8, layers=2, epochs=30)
    weights, again = train_ensembles([six, six], config)
    assert np.array_equal(weights.table, again.table)
    assert not np.array_equal(weights.layers[:, :, 0], weights.layers[:, :, 1])
    assert emissions(Features.of_names(six[0].features), weights).argmax(1).tolist() == six[0].labels.tolist()


def test_pages_are_also_trained_on_without_their_mark_up() -> None:
    from training.trainer import _epoch, _training_text

    text = text_example(LabelledText("p", "paper", (), "Ferry aground\n\nNobody was hurt.", ()))
    page = msgspec.structs.replace(text, is_page=True, n_markup=[1, 0])
    vocabulary = {
        name: row for row, name in enumerate({name: 0 for segment in page.features for name in segment})
    }
    for dropout, left_out in ((0.0, 0), (1.0, 1)):
        config = TrainingConfig(markup_dropout=dropout)
        ((rows, _),) = _epoch([_training_text(page, vocabulary)], config, random.Random(0))
        assert rows.starts[1] == len(page.features[0]) - left_out


def test_a_long_text_is_cut_into_chunks_that_hold_all_of_it() -> None:
    from training.dataset import feature_rows
    from training.trainer import MAX_SEGMENTS, _chunks

    n = 5 * MAX_SEGMENTS
    text = (feature_rows([["a"]] * n, {"a": 0}), np.arange(n))
    chunks = _chunks(text, random.Random(0))
    assert [int(k) for _, labels in chunks for k in labels] == list(range(n))
    assert all(len(rows.flat) == len(labels) <= MAX_SEGMENTS * 9 / 8 for rows, labels in chunks)


def test_a_larger_share_holds_the_publishers_of_a_smaller_one(make_examples: MakeExamples) -> None:
    from training.learning_curve import publisher_sample

    forty = make_examples(40)
    some, more = publisher_sample(forty, 0.3), publisher_sample(forty, 0.7)
    assert 0 < len(some) < len(more) < len(publisher_sample(forty, 1.0)) == 40
    assert {example.publisher for example in some} < {example.publisher for example in more}
