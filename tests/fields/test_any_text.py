"""Fields of any text: none is too odd, and what is read stands in the text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsparse.fields.byline import bylines
from newsparse.fields.credits import credits
from newsparse.fields.dateline import dateline
from newsparse.fields.media import media
from newsparse.fields.note import note
from newsparse.fields.photo_credit import photo_credit
from newsparse.fields.timestamp import times
from newsparse.languages import load

ENGLISH = load("en")


def all_fields(text: str) -> Iterable[object]:
    yield bylines([text, text], ENGLISH)
    yield times([text, text], ENGLISH)
    yield from (
        dateline(text, ENGLISH),
        photo_credit(text, ENGLISH),
        tuple(credits(text, ENGLISH)),
        note(text, ENGLISH),
        media(text, ENGLISH),
    )


def folded(text: str) -> str:
    return " ".join(text.split()).casefold()


VOCABULARY = """
By by BY and AND for in at of , ; | / ( ) — -- : . ' Mara QUIST McVELD O'VELD Tom Veld Jr. CNN AP Getty Images The the
Gull Times Staff Writer reporter Editing Reporting contributed @mara m@gull.example CNN's
May Jan 8 12 2015 05/06/2014 10:04 AM ET GMT+1 Updated Published ago Photo
"""  # noqa: E501
WORDS = st.sampled_from(VOCABULARY.split())
TEXTS = st.one_of(
    st.text(max_size=60), st.lists(WORDS, max_size=14).map(" ".join), st.lists(WORDS, max_size=8).map("".join)
)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_no_text_is_too_odd(text: str) -> None:
    assert list(all_fields(text))


@settings(max_examples=300, deadline=None)
@given(st.lists(TEXTS, max_size=4))
def test_names_are_in_the_text(texts: list[str]) -> None:
    byline = bylines(texts, ENGLISH)
    for author in byline.authors if byline else ():
        assert folded(author.name) in folded(" ".join(texts))
    for text in texts:
        for name in photo_credit(text, ENGLISH).names + tuple(
            name for credit in credits(text, ENGLISH) for name in credit.names
        ):
            assert folded(name) in folded(text)


@settings(max_examples=300, deadline=None)
@given(st.lists(TEXTS, max_size=4))
def test_dates_are_iso(texts: list[str]) -> None:
    for timestamp in times(texts, ENGLISH):
        if timestamp and timestamp.date:
            parse: Callable[[str], date] = (
                datetime.fromisoformat if "T" in timestamp.date else date.fromisoformat
            )
            assert parse(timestamp.date).year >= 1900


@pytest.mark.parametrize(
    "unit",
    [
        " ",
        "9",
        "(",
        "[",
        "By ",
        "Ann Lee, ",
        "a",
        "A",
        "and ",
        "@",
        "a.",
        "12:34 ",
        "May 1, 2015 ",
        ".",
        "-",
        "/",
        "'s ",
        "; by ",
    ],
)
def test_a_long_text_is_read_no_further_than_a_bound(unit: str) -> None:
    assert list(all_fields(unit * (1_000_000 // len(unit))))
