"""The labelled texts: marked texts, and the articles that were written for training."""

from __future__ import annotations

import msgspec
import pytest

from training.corpus import parse_marked, written_articles


def test_marks_give_a_text_and_its_spans() -> None:
    text, spans = parse_marked("«byline»By Mara Quist «timestamp»3 May\n\n«body»It rained.\n")
    assert text == "By Mara Quist 3 May\n\nIt rained.\n"
    assert [(text[span.start : span.end], span.label) for span in spans] == [
        ("By Mara Quist", "byline"),
        ("3 May", "timestamp"),
        ("It rained.", "body"),
    ]


def test_a_mark_that_is_no_label_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError):
        parse_marked("«bodi»It rained.")


def test_the_written_articles_are_labelled_to_the_last_character() -> None:
    for article in written_articles():
        covered = {i for span in article.spans for i in range(span.start, span.end)}
        assert all(i in covered for i, c in enumerate(article.text) if not c.isspace()), article.id
