"""Labels projected from a text onto another rendering of its page."""

from __future__ import annotations

from training.corpus import LabelledSpan, parse_marked
from training.projection import project_labels

TEXT, SPANS = parse_marked(
    """«headline»Ferry runs aground
«byline»By Mara Quist «timestamp»4 March
«body»The evening ferry ran aground off Quill Point on Monday.
«related»Fares rise again
«body»Nobody was hurt.
"""
)


def labels(page: str) -> list[tuple[str, str]]:
    """The labelled stretches of a page's text."""
    return [(span.label, page[span.start : span.end]) for span in project_labels(TEXT, SPANS, page)]


def test_lines_keep_their_labels_and_what_is_new_has_none() -> None:
    page = (
        "Menu\nFerry runs aground\nShare this\nThe evening ferry ran aground off Quill Point on "
        "Monday.\n\nNobody was hurt."
    )
    assert labels(page) == [
        ("headline", "Ferry runs aground"),
        ("body", "The evening ferry ran aground off Quill Point on Monday"),
        ("body", "Nobody was hurt"),
    ]


def test_words_are_matched_where_lines_were_broken_or_joined_otherwise() -> None:
    page = (
        "Ferry runs aground\nBy Mara Quist\n4 March\nThe evening ferry ran aground\noff Quill Point on "
        "Monday. Nobody was hurt."
    )
    assert labels(page)[1:] == [
        ("byline", "By Mara Quist"),
        ("timestamp", "4 March"),
        ("body", "The evening ferry ran aground"),
        ("body", "off Quill Point on Monday. Nobody was hurt"),
    ]


def test_a_line_that_stands_twice_has_its_label_at_both_places() -> None:
    assert labels("Ferry runs aground\nNobody was hurt.\nFerry runs aground\n") == [
        ("headline", "Ferry runs aground"),
        ("body", "Nobody was hurt"),
        ("headline", "Ferry runs aground"),
    ]


def test_a_line_that_is_two_things_in_the_text_is_nothing_where_it_has_no_counterpart() -> None:
    text, spans = parse_marked("«headline»Ferry aground\n«body»Nobody was hurt.\n«related»Ferry aground\n")
    page = "Ferry aground\nNobody was hurt.\nFerry aground\nFerry aground"
    assert [span.label for span in project_labels(text, spans, page)] == ["headline", "body", "related"]


def test_a_line_of_mostly_other_words_has_no_label() -> None:
    assert labels("It was the evening after which everything else had changed for ferry pilots") == []


def test_parts_lie_in_the_text_in_order() -> None:
    page = "Ferry runs aground By Mara Quist 4 March Fares rise again"
    spans = project_labels(TEXT, SPANS, page)
    assert all(isinstance(span, LabelledSpan) and 0 <= span.start < span.end <= len(page) for span in spans)
    assert [span.start for span in spans] == sorted(span.start for span in spans)
