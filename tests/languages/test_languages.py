"""Languages are loaded from their folders, once, and may be partial."""

from __future__ import annotations

import re

import pytest

from newsparse.languages import Language, codes, load, month_names, page_patterns
from newsparse.languages.data import Dates, Entities, Lexicon, decode_lexicon
from newsparse.languages.patterns import FieldPatterns, SegmentPatterns


def test_a_language_is_loaded_once() -> None:
    assert load("en") is load("en")


def test_english_has_all_parts() -> None:
    english = load("en")
    assert "sponsored" in english.lexicon.words
    assert "the" in english.lexicon.stops
    assert english.entities.organizations["reuters"] == "Reuters"
    assert english.dates.months["sept"] == 9
    assert english.dates.weekdays["monday"] == 0
    assert english.dates.zones["CET"] == "+01:00"
    assert isinstance(english.segment, SegmentPatterns)
    assert isinstance(english.fields, FieldPatterns)


def test_a_partial_language_is_empty_where_it_has_nothing() -> None:
    danish = load("da")
    assert danish.dates.months["maj"] == 5
    assert danish.dates.zones == {}
    assert danish.entities.credentials == frozenset()
    assert danish.segment == SegmentPatterns()


def test_a_language_without_a_folder_knows_nothing() -> None:
    unknown = load("xx")
    assert unknown.code == "xx"
    assert (unknown.lexicon, unknown.entities, unknown.dates) == (Lexicon(), Entities(), Dates())


def test_languages_are_compared_by_identity_so_that_patterns_made_of_one_can_be_cached() -> None:
    assert len({Language("xx"), Language("xx")}) == 2


def test_a_language_has_twelve_months_or_none() -> None:
    months = {code: set(load(code).dates.months.values()) for code in codes()}
    assert {code for code, numbers in months.items() if numbers} >= {"en", "de", "tr"}
    assert all(numbers in (set(), set(range(1, 13))) for numbers in months.values())


def test_the_patterns_of_pages_are_those_of_all_languages() -> None:
    pages = page_patterns()
    assert {"and", "und", "y"} <= pages.conjunctions
    assert {"newsroom", "redaktion"} <= pages.desks
    assert re.search(pages.updated, "Zuletzt aktualisiert", re.I)
    assert re.search(pages.updated, "更新")
    assert not re.search(pages.published, "Zuletzt aktualisiert", re.I)
    assert re.match(pages.introduction, "Von", re.I)


@pytest.mark.parametrize(
    ("name", "month"), [("january", 1), ("mars", 3), ("mrt", 3), ("maj", 5), ("août", 8), ("grudnia", 12)]
)
def test_months_of_all_languages(name: str, month: int) -> None:
    assert month_names()[name] == month


def test_a_lexicon_turns_classes_into_entries() -> None:
    lexicon = decode_lexicon(
        b'{"words": {"stop": ["the"], "ad": ["paid"], "label": ["paid"]}, "phrases": {"more": ["read more"]}}'
    )
    assert lexicon.words == {"paid": ("ad", "label")}
    assert lexicon.stops == {"the"}
    assert lexicon.phrases == {"read more": ("more",)}
    assert lexicon.opens == {"read"}
