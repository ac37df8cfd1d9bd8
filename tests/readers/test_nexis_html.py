"""HTML exports of the classic Nexis."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hashes import hashed
from newsparse.errors import InputError
from newsparse.readers import read_bytes, read_file
from newsparse.readers.source import Source

SAMPLES = Path(__file__).parents[3] / "shared" / "formats" / "samples" / "nexis-html"
HEAD = """<HTML><HEAD><STYLE><!--
.c0 { text-align: center; }
.c1 { text-align: center; margin-top: 0em; }
.c5 { text-align: left; }
--></STYLE></HEAD><BODY><DIV CLASS="c5"><P>Download Request: Selected Items: 1-2</P></DIV>
"""
ARTICLE = """<DIV CLASS="c0"><P CLASS="c1">1 of 2 DOCUMENTS</P></DIV>
<DIV CLASS="c0"><P CLASS="c1"><SPAN>Inselblatt</SPAN></P></DIV>
<DIV CLASS="c0"><P CLASS="c1"><SPAN>4.</SPAN><SPAN> M&auml;rz 2013 Montag<BR>Ausgabe 2</SPAN></P></DIV>
<DIV CLASS="c5"><P>Die F&auml;hre f&auml;hrt wieder</P></DIV>
<DIV CLASS="c5"><P><SPAN>AUTOR: </SPAN><SPAN>Quist, Mara</SPAN></P></DIV>
<DIV CLASS="c5"><P>L&Auml;NGE: 9 W&ouml;rter</P></DIV>
<DIV CLASS="c5"><P>Die F&auml;hre fuhr am
Montag.</P><P>„Nie“, sagte sie.</P></DIV>
<DIV CLASS="c5"><P>SPRACHE: GERMAN</P></DIV>
<DIV CLASS="c0"><P CLASS="c1">Copyright 2013 Inselblatt<BR>Alle Rechte vorbehalten</P></DIV>
"""
EXPORT = (HEAD + '<A NAME="DOC_ID_1_0"></A>' + ARTICLE + ARTICLE).encode()


def test_each_article_with_what_it_states() -> None:
    first, second = read_bytes(EXPORT, "export.html")
    for each in (first, second):
        assert isinstance(each, Source)
        assert each.origin.format == "nexis-html"
        assert each.text == "Die Fähre fuhr am Montag.\n\n„Nie“, sagte sie."
        assert each.metadata
        assert each.metadata.headline == "Die Fähre fährt wieder"
        assert each.metadata.byline
        assert [author.name for author in each.metadata.byline.authors] == ["Mara Quist"]
        assert (each.metadata.published, each.metadata.site) == ("2013-03-04", "Inselblatt")


@settings(max_examples=30, deadline=None)
@given(st.integers(0, len(EXPORT)))
def test_a_file_that_is_cut_off_anywhere_is_read_or_an_error(size: int) -> None:
    for each in read_bytes(EXPORT[:size], "export.html", format="nexis-html"):
        assert isinstance(each, InputError) or each.text.strip()


@pytest.mark.skipif(not SAMPLES.exists(), reason="the samples of formats are not beside the project")
@pytest.mark.parametrize(
    ("name", "count", "day"),
    [
        ("afp_2013-03-12_0501", 74, "2013-03-14"),
        ("guardian_1986-01-01_0001", 262, "1986-01-31"),
        ("irish-times_1995-06-12_0001", 166, "1995-06-17"),
        ("spiegel_2012-02-01_0001", 49, "2012-02-27"),
        ("sun_2000", 32, "2000-11-30"),
        ("tm_copyright_error", 2, None),
        ("tm_en", 2, None),
        ("tm_fr", 3, None),
    ],
)
def test_the_samples(name: str, count: int, day: str | None) -> None:
    found = list(read_file(SAMPLES / f"{name}.html"))
    assert len(found) == count
    if day:
        assert isinstance(found[0], Source)
        assert found[0].metadata
        assert (found[0].metadata.published or "").startswith(day)


@pytest.mark.skipif(not SAMPLES.exists(), reason="the samples of formats are not beside the project")
@pytest.mark.parametrize(
    ("name", "rows"),
    [
        (
            "afp_2013-03-12_0501",
            [
                (hashed("dcc72a87999d336e"), None, "2013-03-14T11:21:00+00:00"),
                (hashed("2cebd1a496560610"), None, "2013-03-14"),
            ],
        ),
        (
            "guardian_1986-01-01_0001",
            [
                (hashed("23ea764d0764eae5"), "Jeremy Legget", "1986-01-31"),
                (hashed("9bd42e671c7bf557"), "Victoria Brittain", "1986-01-31"),
            ],
        ),
        (
            "irish-times_1995-06-12_0001",
            [
                (hashed("23b87b523b884c4c"), "Kurt Schork", "1995-06-17"),
                (hashed("ac2c88fdc88980c6"), "Derek Evans", "1995-06-17"),
            ],
        ),
        (
            "spiegel_2012-02-01_0001",
            [
                (hashed("86fbe367c3c82521"), "Annett Meiritz", "2012-02-27T21:50:00+01:00"),
                (hashed("8b594b4497b0d83a"), "Bernhard Albrecht", "2012-02-27"),
            ],
        ),
        (
            "sun_2000",
            [
                (hashed("802cec39cd962f06"), None, "2000-11-30"),
                (hashed("089a23f6acb0e158"), "David Wooding", "2000-11-30"),
            ],
        ),
    ],
)
def test_the_first_two_of_the_samples(name: str, rows: list[tuple[str, str | None, str]]) -> None:
    found = read_file(SAMPLES / f"{name}.html")
    for each, (headline, author, day) in zip(found, rows, strict=False):
        assert isinstance(each, Source)
        stated = each.metadata
        assert stated
        assert stated.headline == headline
        assert (stated.byline.authors[0].name if stated.byline else None) == author
        assert (stated.published or "").startswith(day)
