"""Source to Document: lines and their offsets, and hard wraps told from other
line breaks and joined again.
"""

from __future__ import annotations

import textwrap
import time
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsparse.languages import load
from newsparse.segment.document import Document, lines

EN = load("en").segment

PARAGRAPHS = (
    "The harbour board met on Tuesday to decide what to do about the crane, which has stood on the east "
    "quay since "
    "1931 and has not lifted anything since the winter of the long strike.",
    "“It is a fine crane,” said Mara Quist, who chairs the board. “It is in the way of everything, and I "
    "should be "
    "sorry to see it go, but the ferries are longer than they used to be and the quay is not.”",
    "An engineer from Aldmoor, Piet Lane, told the meeting that moving it would cost 1.4 million crowns and "
    "that "
    "pulling it down would cost rather less. Nobody asked him which he preferred.",
    (
        "The board will vote again in March, when the tides are lower and, as one of its members put it, the "
        "tempers too."
    ),
)


def read(text: str) -> list[str]:
    """The lines of a text as one would read them."""
    document = lines(text, EN)
    return [document.clean(line.start, line.end) for line in document.lines]


def exact(text: str) -> list[str]:
    return [text[line.start : line.end] for line in lines(text, EN).lines]


def wrapped(width: int = 72, between: str = "\n\n", indent: str = "", newline: str = "\n") -> str:
    """PARAGRAPHS, hard-wrapped."""
    text = between.join(
        textwrap.fill(p, width, initial_indent=indent, break_on_hyphens=False) for p in PARAGRAPHS
    )
    return text.replace("\n", newline)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\x0c", "\x0b", "\x85", "\u2028", "\u2029"])
def test_every_line_break_ends_a_line(newline: str) -> None:
    document = lines(f"Ferry aground{newline}By Mara Quist{newline}{newline}No one was hurt.{newline}", EN)
    assert [document.text[line.start : line.end] for line in document.lines] == [
        "Ferry aground",
        "By Mara Quist",
        "No one was hurt.",
    ]
    assert [line.row for line in document.lines] == [0, 1, 3]
    assert [line.gap for line in document.lines] == [0, 0, 1]
    assert document.breaks == ()


def test_mixed_line_breaks_keep_their_offsets() -> None:
    text = "One\r\nTwo\rThree\n\rFour\x0c\r\n\u2028Five"
    found = [(line.start, line.end, line.row) for line in lines(text, EN).lines]
    assert found == [
        (0, 3, 0),
        (5, 8, 1),
        (9, 14, 2),
        (16, 20, 4),
        (24, 28, 7),
    ]


def test_lines_are_stripped_of_white_space_of_any_kind() -> None:
    text = "\n\u00a0\t Ferry aground \u3000\n \u00a0 \n\tBy Mara Quist\u00a0\n"
    assert exact(text) == ["Ferry aground", "By Mara Quist"]
    first, second = lines(text, EN).lines
    assert (first.gap, first.width - (first.end - first.start)) == (1, 3)
    assert (second.gap, second.width - (second.end - second.start)) == (1, 1)


def test_a_byte_order_mark_and_zero_width_characters_stay_in_the_text() -> None:
    text = "\ufeffFerry\u200b aground\n\u200b\nBy\u00a0Mara Quist"
    assert exact(text) == ["\ufeffFerry\u200b aground", "\u200b", "By\u00a0Mara Quist"]
    assert read(text) == ["Ferry aground", "", "By Mara Quist"]


@pytest.mark.parametrize("text", ["", " ", "\n\n\r\n", "\u00a0\u2028\t"])
def test_white_space_alone_has_no_lines(text: str) -> None:
    assert lines(text, EN) == Document(text, (), ())


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("  two \t words\u00a0here ", "two words here"),
        ("co\u00adoperate", "cooperate"),
        ("a\u2060b\ufeffc\u200bd", "abcd"),
        ("By\u200d Ann\u200c", "By Ann"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\U0001f469\u200d\U0001f33e farms", "\U0001f469\u200d\U0001f33e farms"),
    ],
)
def test_clean_folds_white_space_and_leaves_out_what_cannot_be_seen(raw: str, clean: str) -> None:
    assert lines(raw, EN).clean(0, len(raw)) == clean


@pytest.mark.parametrize("width", [40, 65, 72, 78, 100])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_a_hard_wrapped_paragraph_is_one_line(width: int, newline: str) -> None:
    assert read(wrapped(width, newline=newline)) == list(PARAGRAPHS)


def test_wrapped_paragraphs_may_be_set_apart_by_indentation_alone() -> None:
    assert read(wrapped(between="\n", indent="    ")) == list(PARAGRAPHS)


def test_an_indented_wrap_is_joined() -> None:
    assert read(textwrap.indent(wrapped(60), "      ")) == list(PARAGRAPHS)


def test_short_lines_beside_wrapped_paragraphs_stay_apart() -> None:
    assert read(
        "FOR RELEASE\nCrane to be moved\n\n" + wrapped() + "\n\nContact:\nMara Quist\nharbour@example.org\n"
    ) == [
        "FOR RELEASE",
        "Crane to be moved",
        *PARAGRAPHS,
        "Contact:",
        "Mara Quist",
        "harbour@example.org",
    ]


def test_an_address_too_long_to_wrap_does_not_hide_the_column() -> None:
    address = "https://harbour.example/" + "minutes/" * 12
    assert read(wrapped() + "\n\n" + address) == [*PARAGRAPHS, address]


def test_items_of_a_list_stay_apart_though_their_last_row_is_full() -> None:
    item = "The crane is to be painted red again, as it was in the year 1931, twice"
    items = [f"{mark} {item[: 70 - len(mark)]}" for mark in ("•", "*", "•")]
    assert read(wrapped() + "\n\n" + "\n".join(items)) == [*PARAGRAPHS, *items]
    ended = [f"{mark} {item[: 69 - len(mark)]}." for mark in ("1.", "2.", "3.", "-", "-")]
    assert read(wrapped() + "\n\n" + "\n".join(ended)) == [*PARAGRAPHS, *ended]


def test_a_number_or_dash_at_the_start_of_a_row_may_belong_to_the_sentence() -> None:
    sentence = (
        "The board has set the hearing in the old customs house down for March 12. It may yet be "
        "moved - not for the first time."
    )
    first, second, third = (
        sentence.partition("12.")[0].rstrip(),
        sentence[sentence.index("12.") : 104].rstrip(),
        sentence[104:],
    )
    assert read("\n".join([wrapped(len(first)), "", first, second + " " + third])) == [*PARAGRAPHS, sentence]


def test_a_column_is_no_guess_from_few_rows() -> None:
    text = "Nobody who was there that night could say\nwhether it had begun at nine or after."
    assert lines(text, EN).breaks == ()


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n\n\n", "\n    "])
def test_paragraphs_that_were_not_wrapped_are_not_joined(between: str) -> None:
    assert read(between.join(PARAGRAPHS)) == list(PARAGRAPHS)
    assert lines(between.join(PARAGRAPHS), EN).breaks == ()


def test_a_menu_is_not_joined() -> None:
    titles = [
        "Ferry runs aground off Port Ellery with two hundred aboard",
        "Harbour board to vote again on the crane in March, it says",
        "what the tide brought in: a week of letters to the editors",
        "Councillor resigns after parrot repeats remarks at meeting",
        "Why the lighthouse at Scaur Point is painted in such bands",
        "Ten walks that begin, and end, at the very same public bar",
    ]
    assert read("\n".join(titles)) == titles


def test_a_list_of_lowercase_lines_of_many_widths_is_not_joined() -> None:
    verse = [
        "when the herring came in we were up before it was light",
        "and the women on the quay had their sleeves rolled",
        "all the way to the shoulder, singing, and the salt",
        "ran down to the water in the ruts of the carts as it always had",
        "till the boats were as empty as the street",
        "and the singing had gone in with the barrels through the wide door",
    ]
    assert read("\n".join(verse)) == verse


@pytest.mark.parametrize(
    ("left", "right", "joined"),
    [
        ("a well-", "known name", "a well-known name"),
        ("the state-of-", "the-art crane", "the state-of-the-art crane"),
        ("the Anglo-", "Saxon wall", "the Anglo-Saxon wall"),
        ("the mid-", "1930s crane", "the mid-1930s crane"),
        ("both pre-", "and post-war", "both pre- and post-war"),
        ("the hand-", "to-hand sale", "the hand-to-hand sale"),
        ("the har-", "bour board", "the harbour board"),
        ("the un\u00ad", "sinkable one", "the unsinkable one"),
        ("the ferry --", "a long one", "the ferry -- a long one"),
        ("the ferry —", "a long one", "the ferry — a long one"),
        ("the ferry -", "a long one", "the ferry - a long one"),
    ],
)
def test_hyphens_and_dashes_at_the_end_of_a_row(left: str, right: str, joined: str) -> None:
    row = ("x" * 30 + " " + "y" * 40)[: 71 - len(left)] + " " + left
    text = wrapped() + f"\n\n{row}\n{right} is what they said.\n"
    document = lines(text, EN)
    last = document.lines[-1]
    assert document.clean(last.start, last.end).endswith(f" {joined} is what they said.")
    # a span may end before the break
    assert document.clean(text.rindex(left), text.rindex(right)) == left.replace("\u00ad", "")
    assert document.clean(text.rindex(right), last.end) == f"{right} is what they said."  # or begin behind it


def test_a_part_of_a_wrapped_line_can_be_read() -> None:
    text = wrapped()
    document = lines(text, EN)
    start, end = text.index("has not"), text.index("long strike")
    assert "\n" in text[start:end]
    assert document.clean(start, end) == "has not lifted anything since the winter of the"


ALPHABET = st.sampled_from("ab Z.,-•“1\u00ad\u200b\u00a0\t\n\n\r\x0c\x1c\x85\u2028\U0001f469")
WORDS = st.lists(st.text("abcdeAB.-1", min_size=1, max_size=9), min_size=1, max_size=60).map(" ".join)


@given(
    st.text()
    | st.text(ALPHABET)
    | st.tuples(WORDS, st.integers(36, 80)).map(lambda drawn: textwrap.fill(*drawn))
)
@example(wrapped())
@example(wrapped(newline="\r\n"))
def test_lines_are_in_order_and_hold_every_character_that_is_not_white_space(text: str) -> None:
    document = lines(text, EN)
    assert document.text == text
    assert all(a.end <= b.start and a.row < b.row for a, b in pairwise(document.lines))
    end = 0
    for line in document.lines:
        assert not text[end : line.start].strip()
        assert text[line.start : line.end] == text[line.start : line.end].strip() != ""
        end = line.end
    assert not text[end:].strip()


@given(
    st.text()
    | st.text(ALPHABET)
    | st.tuples(WORDS, st.integers(36, 80)).map(lambda drawn: textwrap.fill(*drawn))
)
@example(wrapped())
def test_breaks_lie_inside_lines_and_pass_over_nothing_but_hyphens_and_white_space(text: str) -> None:
    document = lines(text, EN)
    assert all(a.start <= b.end for a, b in pairwise(document.breaks))
    for stop in document.breaks:
        assert any(line.start < stop.end < stop.start < line.end for line in document.lines)
        assert not text[stop.end : stop.start].strip("-\u00ad\u2010").strip()


@given(st.lists(WORDS, min_size=1, max_size=5), st.integers(40, 90))
def test_joining_loses_no_word(paragraphs: list[str], width: int) -> None:
    text = "\n\n".join(textwrap.fill(p, width, break_on_hyphens=False) for p in paragraphs)
    assert "".join("".join(read(text)).split()).replace("-", "") == "".join(text.split()).replace("-", "")


def test_a_large_text_takes_time_in_proportion() -> None:
    def spent(times: int) -> float:
        text = wrapped(60).replace(" the\n", " har-\n") * times
        began = time.process_time()
        document = lines(text, EN)
        for line in document.lines:
            document.clean(line.start, line.end)
        return time.process_time() - began

    spent(50)
    assert spent(1600) < 24 * spent(200)
