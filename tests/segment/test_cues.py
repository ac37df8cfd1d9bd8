"""The names of features in words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from newsparse import inspect
from newsparse.segment.cues import in_words
from newsparse.segment.model import default_weights

PAGE = Path(__file__).parents[2] / "docs" / "cues.md"
ROWS = re.findall(r"^\|[^|]*\| `(.+?)` \| (.+) \|$", PAGE.read_text("utf-8").replace("\\|", "\x00"), re.M)
STORY = """Ferry returns to Port Ellen

Story highlights

Eleven councillors voted for the ferry

Repairs of the quay cost €12m

The ferry to Port Ellen sailed again on Monday, nine years after a storm broke the quay. It was full, and the mayor was there.

Eleven councillors voted for the repairs of the quay, which cost twelve million, said the mayor.
"""  # noqa: E501


def test_the_page_of_the_docs_is_found() -> None:
    assert len(ROWS) > 30


@pytest.mark.parametrize(("name", "words"), ROWS)
def test_the_docs_are_true(name: str, words: str) -> None:
    assert in_words(name.replace("\x00", "|"), "Story highlights") == words.replace("\x00", "|")


def test_every_name_that_the_model_knows_has_words() -> None:
    unknown = [name for name in default_weights().vocabulary.names if in_words(name) == name]
    assert unknown == []


def test_a_name_that_is_not_known_is_its_own_words() -> None:
    assert in_words("shouting") == "shouting"
    assert in_words("volume=3") == "volume=3"


def test_a_long_heading_is_cut() -> None:
    words = in_words("under=related:1", "More stories from our correspondents all over the northern coast")
    assert words == "stands under “More stories from our correspondents al…”"
    assert in_words("under=related:in") == "stands under a heading of “related”, in the story"


def test_an_inspection_has_words() -> None:
    parts = inspect(STORY).parts
    cues = [cue for part in parts for cue in part.cues]
    assert all(cue.words for cue in cues)
    under = {cue.words for cue in cues if cue.cue.startswith("under=marker")}
    assert any(words.startswith("stands under “Story highlights”") for words in under)
