"""Wire messages by IPTC 7901 and ANPA 1312."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hashes import hashed
from newsparse import pipeline
from newsparse.article import Author, Credit, Note
from newsparse.errors import InputError
from newsparse.readers import detect, read_bytes, read_file
from newsparse.readers.source import Source

SAMPLES = Path(__file__).parents[2] / "samples" / "formats"
REAL = Path(__file__).parents[3] / "shared" / "formats" / "samples"
IPTC, ANPA = (SAMPLES / "wire.iptc").read_bytes(), (SAMPLES / "wire.anpa").read_bytes()
SCRIPT = "By the sea, a play"


def sources(data: bytes) -> list[Source]:
    found = list(read_bytes(data, "wire"))
    assert all(isinstance(each, Source) for each in found), found
    return [each for each in found if isinstance(each, Source)]


def iptc(heading: str, trailer: str = "041137 GMT Mar 25", story: str = "Skarn (npa) - It sailed.") -> bytes:
    head = "\x01eca0017 4 i 21  npa 061\r\n\nSlug/\r\n\x02"
    return f"{head}{heading}\r\n\n{story}\r\n\x03{trailer}\r\n\x04".encode()


def anpa(heading: str, trailer: str = "NP-WF-03-04-25 1509GMT<", story: str = "\t   It sailed.") -> bytes:
    head = "\x16\x16\x01W28\x1fsea\nr i\x13\x11 BC\n\x02"
    return f"{head}{heading}\n{story}\n\t   \x03{trailer}\n\x04".encode()


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (IPTC, "iptc7901"),
        (b"\x7f\n\x7f" + IPTC, "iptc7901"),
        (ANPA, "anpa"),
        (ANPA.lstrip(b"\x16"), "anpa"),
        (b"A text with \x01 and \x02 in it", "text"),
    ],
)
def test_messages_are_recognised_by_their_control_characters(data: bytes, name: str) -> None:
    assert detect(data, "wire.txt").name == name


@pytest.mark.parametrize("data", [IPTC, ANPA])
def test_the_parts_of_a_message(data: bytes) -> None:
    first, second = map(pipeline.article, sources(data))
    assert first.headline
    assert first.headline.startswith("Ferry to the outer islands sails again")
    assert first.byline
    assert first.byline.authors[0].name == "Mara Quist"
    assert first.dateline
    assert first.dateline.location
    assert first.dateline.location.startswith("Port Ellery")
    times = [article.published.date or "" for article in (first, second) if article.published]
    assert [time[:10] for time in times] == ["2025-03-04", "2025-03-05"]
    assert second.byline is None
    assert "Ana Kerr" in {name for credit in first.credits for name in credit.names}


@pytest.mark.parametrize(
    ("heading", "headline", "byline", "notes"),
    [
        ("Ferry sails =", "Ferry sails", None, ()),
        ("EXTRA\nFerry sails =", "Ferry sails", None, ("EXTRA",)),
        ("(Neu)\n2ND LEAD\nSails\nBy Mara Quist, npa =", "Sails", "Mara Quist", ("(Neu)", "2ND LEAD")),
        ("A long headline that\ngoes on =", "A long headline that goes on", None, ()),
        ("NATO =", "NATO", None, ()),
        ("Ferry sails", None, None, ()),
        ("", None, None, ()),
    ],
)  # fmt: skip
def test_the_heading_of_iptc_7901(
    heading: str, headline: str | None, byline: str | None, notes: tuple[str, ...]
) -> None:
    (source,) = sources(iptc(heading))
    stated = source.metadata
    assert stated
    assert stated.headline == headline
    assert (stated.byline.authors[0].name if stated.byline else None) == byline
    assert tuple(note.text for note in stated.notes) == notes


def test_a_byline_is_read_in_the_language_of_the_story() -> None:
    story = "Kiel (dpa/lno) - Die F\u00e4hre zu den Inseln ist am Montag nach neun Jahren wieder gefahren."
    (source,) = sources(iptc("F\u00e4hre f\u00e4hrt wieder\nVon Mara Quist, dpa =", story=story))
    assert source.metadata
    assert source.metadata.byline
    assert source.metadata.byline.authors == (Author("Mara Quist", None, "dpa"),)
    dateline = pipeline.article(source).dateline
    assert dateline
    assert (dateline.location, dateline.organization) == ("Kiel", "dpa/lno")


@pytest.mark.parametrize(
    ("trailer", "date"),
    [
        ("041137 GMT Mar 25", "2025-03-04T11:37:00+00:00"),
        ("071341 GMT Okt 15", "2015-10-07T13:41:00+00:00"),
        ("211259 Nov 98", "1998-11-21T12:59:00"),
        ("041137 MESZ Mar 25", "2025-03-04T11:37:00"),
        ("311137 GMT Feb 25", None),
        ("042537 GMT Mar 25", None),
        ("041137 GMT Foo 25", None),
        ("", None),
    ],
)
def test_the_time_of_iptc_7901(trailer: str, date: str | None) -> None:
    (source,) = sources(iptc("Ferry sails =", trailer))
    assert source.metadata
    assert source.metadata.published == date


def test_the_notebook_is_no_part_of_the_story() -> None:
    story, _ = sources(IPTC)
    assert "Notebook" not in story.text
    assert story.metadata
    assert [(credit.role, credit.names) for credit in story.metadata.credits] == [
        ("reporter", ("Mara Quist", "Ana Kerr")),
        ("editor", ("Tom Veld",)),
    ]
    assert [note.text for note in story.metadata.notes] == [
        "1ST LEAD",
        "adds remarks by the captain in second paragraph",
    ]


def test_a_label_of_another_language_with_a_contact_names_who_worked() -> None:
    story = (
        "Kiel (dpa) - Die Fähre zu den Inseln ist am Montag nach neun Jahren\r\nwieder gefahren.\r\n\r\n"
        "# Notizblock\r\n\r\n- Redaktion: Eva Klein, +49 30 285231311, <inland@dpa.example>\r\n"
        "- Tel: +49 30 1234; <a@dpa.example>\r\n"
    )
    (source,) = sources(iptc("Fähre fährt =", story=story))
    assert source.text.endswith("nach neun Jahren wieder gefahren.")
    assert source.metadata
    assert source.metadata.credits == (Credit("Redaktion: Eva Klein", "editor", ("Eva Klein",)),)


def test_the_rights_that_a_notebook_states() -> None:
    story = "Skarn (npa) - It sailed.\n\n# Notebook\n\n- (c)2025 The Skarn Herald\n- [Site](http://a.example)"
    (source,) = sources(iptc("Ferry sails =", story=story))
    assert source.metadata
    assert (source.metadata.copyright, source.metadata.notes) == ("(c)2025 The Skarn Herald", ())


def test_the_heading_of_anpa() -> None:
    heading = (
        "^BC-Ferry,9<\n^Ferry sails<\n^NP Photo SKA101<\n^(Eds: New.)<\n^It sailed on Monday, after years.<\n"
        "^By TOM VELD=\n^NP Sea Writer=\n^ISLANDS="
    )
    (source,) = sources(
        anpa(heading, story="\t   SKARN (NP) _ It sailed.\n\t   ``Yes,'' he said.\nAnd more.<")
    )
    stated = source.metadata
    assert stated
    assert (stated.headline, stated.deck) == ("Ferry sails", "It sailed on Monday, after years.")
    assert stated.byline
    assert [author.name for author in stated.byline.authors] == ["Tom Veld"]
    assert stated.notes == (Note("editor", "(Eds: New.)"),)
    assert [media.text for media in stated.media] == ["NP Photo SKA101"]
    assert source.text.split("\n") == [
        "ISLANDS", "", "SKARN (NP) \u2014 It sailed.", "", "\u201cYes,\u201d he said.", "And more.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("trailer", "date"),
    [
        ("AP-WF-11-13-13 1509GMT<", "2013-11-13T15:09:00+00:00"),
        ("AP-NY-02-20-96 1037EST", "1996-02-20T10:37:00-05:00"),
        ("AP-NY-13-20-96 1037EST", None),
        ("", None),
    ],
)
def test_the_time_of_anpa(trailer: str, date: str | None) -> None:
    (source,) = sources(anpa("^BC-Ferry<\n^Ferry sails<", trailer))
    assert source.metadata
    assert source.metadata.published == date


def test_tables_keep_their_rows_and_lose_the_characters_that_set_them() -> None:
    story = "\x08^;W;L\x10\n\x08Tampa\x10 Bay\x1f\x1e 73;52\n"
    (source,) = sources(anpa("^BC-Glance<\n^Glance=", story=story))
    assert source.text == ";W;L\nTampa Bay   73;52"


@pytest.mark.parametrize("data", [IPTC, ANPA])
def test_a_message_that_is_cut_off_keeps_its_text(data: bytes) -> None:
    (source,) = sources(data[: data.index(b"waited")])
    assert source.metadata
    assert source.metadata.published is None
    assert "ferry to the outer islands sailed" in source.text


def test_a_message_without_text_is_an_error_in_its_place() -> None:
    first, second = read_bytes(iptc("Ferry sails =", story="") + IPTC[: IPTC.index(b"\x04") + 1], "wire")
    assert isinstance(first, InputError)
    assert first.wrong == "number 1 of the export: no text"
    assert isinstance(second, Source)


@settings(deadline=None, max_examples=60)
@given(data=st.sampled_from((IPTC, ANPA)), cut=st.integers(0, len(ANPA)), junk=st.binary(max_size=20))
def test_any_message_gives_articles_or_clear_errors(data: bytes, cut: int, junk: bytes) -> None:
    for found in read_bytes(data[:cut] + junk + data[cut:], "wire"):
        assert isinstance(found, Source | InputError)


@pytest.mark.skipif(not REAL.exists(), reason="the samples of formats are not beside the project")
@pytest.mark.parametrize(
    ("name", "headline", "authors", "day"),
    [
        ("wire-iptc7901/IPTC7901.txt",
         hashed("b72bdc03129277dc"), [], "2013-11-13"),
        ("wire-iptc7901/dpa_two_by_line.txt",
         hashed("fe0b9be24b0a0e7e"), ["Tom Krasovic"], "2018-11-21"),
        ("wire-anpa/anpa-1.tst", hashed("944a255c3d9c8189"),
         ["Paul Byrne", "Almudena Calatrava"], "2013-11-13"),
        ("wire-anpa/ap_anpa-4.tst", hashed("e0d5eb33c977a535"),
         ["Gerry Shih"], "2017-05-09"),
    ],
)  # fmt: skip
def test_the_real_messages(name: str, headline: str, authors: list[str], day: str) -> None:
    (source,) = read_file(REAL / name)
    assert isinstance(source, Source)
    article = pipeline.article(source)
    assert article.headline == headline
    assert [author.name for author in article.byline.authors] if article.byline else authors == []
    assert article.dateline
    assert article.published
    assert (article.published.date or "")[:10] == day


@pytest.mark.skipif(not REAL.exists(), reason="the samples of formats are not beside the project")
def test_each_real_message_is_one_article() -> None:
    for folder in ("wire-iptc7901", "wire-anpa"):
        for path in sorted((REAL / folder).iterdir()):
            (source,) = read_file(path)
            assert isinstance(source, Source), path.name
