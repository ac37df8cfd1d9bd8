"""The tokens of segments, and what a table knows of them."""

from __future__ import annotations

import pytest

from newsparse.languages import load
from newsparse.languages.data import USUAL_STOP_SHARE
from newsparse.languages.reading import completed
from newsparse.segment.tokens import HEAD, LONG, TAIL, SegmentTokens, TokenTable, token_table

EN = load("en")
PROSE = "The council of the old harbour town voted on Monday to let the ferries return after nine years."


def tokens(*texts: str) -> SegmentTokens:
    return SegmentTokens(texts, EN)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Don't stop, Ann-Marie!", ["don't", "stop", ",", "ann", "-", "marie", "!"]),
        ("3rd of May_2019", ["3", "rd", "of", "may", "2019"]),
        ("港町 AP", ["港", "町", "ap"]),
        ("___", []),
    ],
)
def test_the_tokens_of_a_text(text: str, expected: list[str]) -> None:
    found = tokens(text)
    assert [found.table.words[word] for word in found.edge_words().tolist()] == expected


def test_a_column_says_the_same_of_a_token_each_time() -> None:
    table = TokenTable(EN)
    first = table.tokens(table.parts(["Ferry,", "the FERRY"]))
    assert first.starts.tolist() == [0, 2, 4]
    again = table.tokens(table.parts(["FERRY the"]))
    assert again.flat.tolist() == first.flat[::-1][:2].tolist()
    assert table.column("is_stop")[first.flat].tolist() == [0, 0, 1, 0]
    assert table.column("is_capital")[first.flat].tolist() == [1, 0, 0, 1]
    words = table.column("word")[first.flat].tolist()
    assert words[0] == words[3]
    shapes = [table.shapes[shape] for shape in table.column("shape")[first.flat].tolist()]
    assert shapes == ["Xx", ",", "x", "XX"]


def test_a_table_grows_with_its_tokens() -> None:
    table = TokenTable(EN)
    many = [f"word{chr(97 + i % 26)}{chr(97 + i // 26 % 26)}{chr(97 + i // 676)}" for i in range(3000)]
    assert len(set(table.tokens(table.parts([" ".join(many)])).flat.tolist())) == len(set(many))
    assert table.words[table.column("word")[table.tokens(table.parts(many[-1:])).flat[0]]] == many[-1]


def test_a_part_has_its_tokens_and_is_in_lower_case_or_not() -> None:
    table = TokenTable(EN)
    parts = table.parts(["harbour, Ferry 港町", "", "harbour,"])
    assert parts.starts.tolist() == [0, 3, 3, 4]
    assert parts.flat[0] == parts.flat[3]
    assert table.tokens(parts).starts.tolist() == [0, 5, 5, 7]
    assert table.part_column("lower")[parts.flat].tolist() == [1, 0, 1, 1]


def test_a_language_has_a_table_that_the_next_texts_use_again() -> None:
    assert token_table(EN) is token_table(EN)
    assert token_table(EN) is not token_table(load("de"))


def test_of_a_long_segment_the_ends_are_looked_at() -> None:
    found = tokens("word " * LONG, "short one")
    assert found.edges.sizes().tolist() == [HEAD + TAIL, 2]
    assert found.all.sizes().tolist() == [LONG, 2]


def test_prose_is_long_and_ends_like_a_sentence() -> None:
    found = tokens(PROSE, PROSE[:-1], "Ferry aground.")
    assert found.prose.tolist() == [True, False, False]
    assert found.ends_sentence.tolist() == [True, False, True]
    assert found.n_words.tolist() == [18, 18, 2]


def test_phrases_that_segments_open_with() -> None:
    assert tokens("Ferry", "Read more: tides", "Share").openings == [(1, ("related",), 2), (2, ("share",), 1)]


def test_word_classes_are_counted_in_the_order_of_the_words() -> None:
    found = tokens("Monday, Tuesday and Mara", "Ferry")
    names = [found.table.classes[place] for place in found.class_places.tolist()]
    assert dict(zip(names, found.class_counts.tolist(), strict=True))["weekday"] == 2
    assert names.index("weekday") < names.index("given")
    assert found.hold_class("weekday").tolist() == [True, False]
    assert not found.hold_class("no such class").any()


def test_no_segments_have_no_tokens() -> None:
    assert tokens().all.flat.tolist() == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            "tr",
            "Bakan bu yeni yasanın sonbaharda çıkacağını ve eski köprünün de onarılacağını söyledi.",
        ),
        (
            "fi",
            "Hallitus ilmoitti, että laki muuttuu syksyllä ja vanhat sillat korjataan taas ensi vuonna.",
        ),
    ],
)
def test_a_share_of_stop_words_counts_as_in_english(code: str, text: str) -> None:
    language = completed(code)
    words = [word.strip(",.").lower() for word in text.split()]
    share = sum(word in language.lexicon.stops for word in words) / len(words)
    tokens = SegmentTokens([text], language)
    assert tokens.stop_share[0] == pytest.approx(share * USUAL_STOP_SHARE / language.lexicon.stop_share)
    assert tokens.prose[0]
