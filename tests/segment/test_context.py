"""What the segments of documents show of each other."""

from __future__ import annotations

from newsparse.article import Origin
from newsparse.languages import load
from newsparse.pipeline import segment
from newsparse.readers.source import Source
from newsparse.segment.context import FAR, OPENERS, ZONES, DocumentContext, has_layout
from newsparse.segment.document import lines

EN = load("en")
PROSE = "The council of the old harbour town voted on Monday to let the ferries return after nine years."
STORY = f"Ferries return to the harbour\nBy Mara Quist\n{PROSE}\nRead more: tides\nShare\n{PROSE}\nShare"


def context(*texts: str) -> DocumentContext:
    return DocumentContext([segment(Source(text, Origin(None, "text", None, "")), EN) for text in texts], EN)


def test_segments_stand_before_in_or_after_the_prose() -> None:
    found = context(STORY)
    assert [ZONES[zone] for zone in found.zone] == ["before", "before", "in", "in", "in", "in", "after"]
    assert [ZONES[zone] for zone in context("Share\nTides").zone] == ["none", "none"]


def test_a_lone_block_far_away_is_not_the_body() -> None:
    found = context("\n".join([PROSE, *["Share"] * 20, PROSE, PROSE]))
    assert (found.body_start[0], found.body_end[0]) == (21, 22)


def test_the_prose_repeats_the_words_of_a_headline() -> None:
    found = context(STORY)
    assert found.prose_echo[0] == 1
    assert found.prose_echo[1] == 0
    assert found.headline_candidate.tolist() == [0] * 7


def test_the_heading_that_a_segment_stands_under() -> None:
    found = context(STORY)
    assert found.heading.tolist()[:4] == [-1] * 4
    assert OPENERS[found.heading[4]] == "related"
    assert found.heading_distance[4] == 0
    assert OPENERS[found.heading[6]] == "share"
    assert found.heading_distance[6] == 1


def test_distances_and_counts_of_prose() -> None:
    found = context(STORY)
    assert found.prose_back.tolist() == [FAR, FAR, FAR, 1, 2, 3, 1]
    assert found.prose_ahead.tolist() == [2, 1, 3, 2, 1, FAR, FAR]
    assert found.prose_before.tolist() == [0, 0, 0, 1, 1, 1, 2]
    assert found.prose_behind.tolist() == [2, 2, 2, 1, 1, 1, 0]


def test_repeated_lines_and_shared_words() -> None:
    found = context(STORY)
    assert found.line_counts.tolist() == [1, 1, 2, 1, 2, 2, 2]
    shares = context("Ferry aground\nThe ferry again\nTides").shares_with_next()
    assert shares.tolist() == [True, False, False]


def test_documents_side_by_side_know_nothing_of_each_other() -> None:
    alone, other = context(STORY), context(PROSE)
    both = context(STORY, PROSE, STORY)
    n = alone.size
    for name in ("zone", "line_counts", "prose_echo", "document_echo", "prose_back", "prose_ahead"):
        own = getattr(both, name)
        assert own[:n].tolist() == own[n + 1 :].tolist() == getattr(alone, name).tolist(), name
        assert own[n] == getattr(other, name)[0], name
    assert both.headline_candidate.tolist() == [*[0] * n, -1, *[n + 1] * n]
    assert not both.shares_with_next()[[n - 1, n]].any()


def test_blank_lines_tell_something_where_some_lines_have_them() -> None:
    assert has_layout(lines("a\nb\n\nc", EN.segment))
    assert not has_layout(lines("a\n\nb\n\nc", EN.segment))
    assert not has_layout(lines("a\nb\nc", EN.segment))
