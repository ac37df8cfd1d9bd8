"""What the definition of a label decides after the segmenter."""

from __future__ import annotations

import numpy as np
import pytest

from newsparse.cuts import cut
from newsparse.document import lines
from newsparse.segmenter import LABELS, K, Matrix
from newsparse.settle import settled

TEXT = "Ferry aground off Quill Point\n01:14 - Source: Lakeshore Newswire\nNobody was hurt.\nMore on tides\n02:10"


def said(*labels: str) -> Matrix:
    """Probabilities of pieces that most probably have these labels, and else are a deck."""
    found = np.zeros((len(labels), K), np.float32)
    for row, label in enumerate(labels):
        found[row, LABELS.index("deck")] = 0.3
        found[row, LABELS.index(label)] += 0.7
    return found


@pytest.mark.parametrize(
    ("labels", "first"),
    [
        (("media", "media", "body", "media", "media"), "headline"),
        (("media", "media", "body", "headline", "media"), "media"),
        (("media", "media", "media", "media", "media"), "media"),
        (("media", "timestamp", "body", "media", "media"), "media"),
        (("body", "body", "body", "media", "media"), "body"),
    ],
)
def test_the_title_of_a_player_is_the_headline_where_there_is_no_other(labels: tuple[str, ...], first: str) -> None:
    pieces = cut(lines(TEXT))
    assert len(pieces) == len(labels)
    before = said(*labels)
    after = settled(TEXT, pieces, before)
    assert [LABELS[k] for k in after.argmax(1)] == [first, *labels[1:]]
    assert np.allclose(after.sum(1), 1)
    assert np.allclose(after.max(1), before.max(1))
