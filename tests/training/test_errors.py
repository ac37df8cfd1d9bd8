"""Where model and gold differ."""

from __future__ import annotations

import msgspec

from training.corpus import GoldArticle
from training.errors import differences

ROW = {
    "id": "a", "publisher": "gull", "fold": 0, "text": "Ferry aground\nBy Mara Quist",
    "spans": [{"start": 0, "end": 13, "label": "headline"}, {"start": 14, "end": 27, "label": "byline"}],
}  # fmt: skip


def test_only_parts_with_another_label_are_shown() -> None:
    gold = msgspec.convert(ROW, GoldArticle)
    predicted = [{"start": 0, "end": 13, "label": "headline"}, {"start": 14, "end": 27, "label": "bio"}]
    assert list(differences(gold, predicted)) == [("byline", "bio", "By Mara Quist")]
    assert [label for _, label, _ in differences(gold, predicted[:1])] == ["-"]
