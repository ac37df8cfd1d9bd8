"""An invented language that knows little: what it lacks is not found, what it has is."""

from __future__ import annotations

import re

import pytest

from newsparse.article import Author, Byline, Dateline, Media, Note, Origin, Span, Timestamp
from newsparse.fields.assemble import assemble
from newsparse.fields.byline import bylines
from newsparse.fields.credits import credits
from newsparse.fields.dateline import dateline
from newsparse.fields.media import media
from newsparse.fields.note import note
from newsparse.fields.photo_credit import photo_credit
from newsparse.fields.timestamp import times
from newsparse.languages import Language
from newsparse.languages.data import Dates, Entities
from newsparse.languages.patterns import BylinePatterns, FieldPatterns, TimestampPatterns
from newsparse.segment.document import lines

EMPTY = Language("xx")
SMALL = Language(
    "xy",
    entities=Entities(roles=frozenset(("skrivo",)), conjunctions=frozenset(("ut",))),
    dates=Dates(months={"velmo": 5}),
    fields=FieldPatterns(
        byline=BylinePatterns(by=re.compile(r"(?:^|(?<=\s))[Zz]ozo(?=\s)")),
        timestamp=TimestampPatterns(updated=r"(?i:nyat)\b"),
    ),
)


def test_an_empty_language_finds_names_and_dates_in_figures_only() -> None:
    assert bylines(["Mara Quist"], EMPTY) == Byline("Mara Quist", (Author("Mara Quist"),))
    assert times(["2021-05-03 14:10"], EMPTY) == (Timestamp("2021-05-03 14:10", "2021-05-03T14:10:00"), None)
    assert times(["May 3, 2021"], EMPTY) == (None, None)
    assert dateline("OSLAND —", EMPTY) == Dateline("OSLAND —", "Osland", None, None)
    assert note("Correction: the mill is in Osland.", EMPTY) == Note(
        "other", "Correction: the mill is in Osland."
    )
    assert media("01:14 - Source: CNN", EMPTY) == Media("01:14 - Source: CNN", "PT1M14S", None)
    assert photo_credit("Mara Quist / Gull", EMPTY).names == ("Mara Quist",)
    assert [credit.role for credit in credits("Editing by Tom Veld", EMPTY)] == [None]


@pytest.mark.parametrize(
    ("printed", "published", "updated"),
    [
        ("3 Velmo 2021", "2021-05-03", None),
        ("3 Velmo 2021, nyat 4 Velmo 2021", "2021-05-03", "2021-05-04"),
        ("3 May 2021", None, None),
    ],
)
def test_dates_by_the_months_that_it_has(printed: str, published: str | None, updated: str | None) -> None:
    first, second = times([printed], SMALL)
    assert (first.date if first else None, second.date if second else None) == (published, updated)


def test_bylines_by_the_words_that_it_has() -> None:
    byline = bylines(["Zozo Mara Quist, skrivo"], SMALL)
    assert byline
    assert byline.authors == (Author("Mara Quist", "skrivo"),)


def test_an_article_in_an_empty_language() -> None:
    text = "Osland opens the mill\nMara Quist\nThe mill opened."
    spans = (Span(0, 21, "headline", 1.0), Span(22, 32, "byline", 1.0), Span(33, 49, "body", 1.0))
    article = assemble(lines(text, EMPTY.segment), spans, Origin(None, "text", None, ""), EMPTY)
    assert article.headline == "Osland opens the mill"
    assert article.byline == Byline("Mara Quist", (Author("Mara Quist"),))
    assert article.body[0].paragraphs == ("The mill opened.",)
