"""Views of training texts: the same story, changed where that must not matter."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest

from training import invented, invented_parts
from training.corpus import LabelledSpan, parse_marked
from training.views import furniture, lines_of, text_of, view

TEXT, SPANS = parse_marked(
    """«headline»Ferry runs aground
«byline»By Mara Quist
«timestamp»4 March 2015

«dateline»PORT ELLEN (GNA) — «body»The evening ferry ran aground off Quill Point on Monday.

«related»Fares rise again

«body»Nobody was hurt, said the mayor, who had been on board.

«caption»The ferry on the rocks. «photo_credit»Photo: Tom Veld

«body»Divers will look at the hull in June.

«body»The ferry was built in 1990.

«boilerplate»Share this story
"""
)


def labelled(text: str, spans: tuple[LabelledSpan, ...]) -> list[tuple[str, str]]:
    return [(text[span.start : span.end], span.label) for span in spans]


def test_lines_and_back_are_the_same_text() -> None:
    assert text_of(lines_of(TEXT, SPANS)) == (TEXT, SPANS)


def test_furniture_is_what_stands_between_lines_of_body() -> None:
    found = [[line.text for line in run] for run in furniture(lines_of(TEXT, SPANS))]
    assert found == [["Fares rise again"]]


@pytest.mark.parametrize("seed", range(60))
def test_a_view_labels_all_of_its_text(seed: int) -> None:
    text, spans = view(TEXT, SPANS, True, (), Random(seed))
    assert all(a.end <= b.start for a, b in pairwise(spans))
    covered = {i for span in spans for i in range(span.start, span.end)}
    assert all(i in covered or c.isspace() or c in ",|•-" for i, c in enumerate(text))


def test_views_differ_and_the_same_seed_gives_the_same() -> None:
    views = [view(TEXT, SPANS, True, (), Random(seed)) for seed in range(40)]
    assert len({text for text, _ in views}) > 20
    assert views[7] == view(TEXT, SPANS, True, (), Random(7))


def test_no_english_is_put_into_other_languages() -> None:
    words = {word for seed in range(40) for word in view(TEXT, SPANS, False, (), Random(seed))[0].split()}
    assert words <= set(TEXT.split()) | {"2015By", "QuistBy", "|", "-", "•", "2015,", "Quist4", "Quist,"}


def test_a_text_without_a_story_only_changes_its_blank_lines() -> None:
    text, spans = parse_marked("«boilerplate»Home\n\n«boilerplate»News\n")
    assert {view(text, spans, True, (), Random(seed))[0].split()[0] for seed in range(20)} == {"Home"}


def test_sentences_and_boxes_come_in_many_wordings() -> None:
    rng = Random(0)
    assert len({invented.sentence(rng) for _ in range(500)}) > 450
    assert len({tuple(invented.box(rng)) for _ in range(500)}) > 250


def test_invented_parts_come_in_many_wordings() -> None:
    rng = Random(0)
    assert len({invented_parts.dateline(rng) for _ in range(500)}) > 400
    assert len({invented_parts.byline(rng, "Mara Quist") for _ in range(500)}) > 200
    assert len({invented_parts.caption(rng) for _ in range(500)}) > 450


@pytest.mark.parametrize(
    ("label", "begins"),
    [("bio", "Mara Quist"), ("credits", ""), ("note", ""), ("highlight", "• "),
     ("media", "Divers will look"), ("boilerplate", "| "), ("dateline", ""), ("deck", "")],
)  # fmt: skip
def test_views_hold_parts_that_the_text_lacks(label: str, begins: str) -> None:
    text, spans = parse_marked(
        """«headline»Ferry runs aground
«byline»By Mara Quist
«body»The evening ferry ran aground off Quill Point on Monday, and nobody was hurt.
«body»The mayor was there. Divers will look at the hull in June, when the water is warm. That is all.
"""
    )
    views = (view(text, spans, True, (), Random(seed)) for seed in range(600))
    found = (own for made in views for own in labelled(*made))
    assert any(kind == label and part.startswith(begins) for part, kind in found)
