"""Exports of Nexis Uni: documents and texts."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hashes import hashed
from newsparse import pipeline
from newsparse.errors import InputError
from newsparse.readers import detect, read_bytes, read_file
from newsparse.readers.source import Source
from samples.documents import docx, word

SAMPLES = Path(__file__).parents[2] / "samples" / "formats"
FORMATS = Path(__file__).parents[3] / "shared" / "formats" / "samples" / "nexis-uni-docx"
TEXT = (SAMPLES / "nexis-uni.txt").read_text("utf-8")
GERMAN = """Der Hafen schließt
Inselblatt
5. März 2024 Dienstag
Rubrik: Lokales; S. 4
Länge: 9 Wörter
Autor: Varn, Ole
Textkörper
Der Hafen ist seit Dienstag geschlossen, sagte der Rat.
Grafik
Der leere Kai.
Klassifizierung
Sprache: GERMAN; DEUTSCH
Ende des Dokuments
"""
BARE = """Harbour closes
The Skarn Herald
(Islands)
March 5, 2024 Tuesday
Correction Appended
Copyright 2024 The Skarn Herald
Section: News, Pg. 4
Length: 9 words
The harbour closed on Tuesday, the council said.
Correction
The harbour closed on Wednesday.
Correction-Date: March 6, 2024
Graphic
PHOTO: The quay.
Load-Date: March 6, 2024
End of Document
"""


def articles(data: bytes, name: str = "export.txt") -> list[Source]:
    found = list(read_bytes(data, name))
    assert all(isinstance(each, Source) for each in found)
    return [each for each in found if isinstance(each, Source)]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_text_gives_what_the_document_gives(end: str) -> None:
    assert detect(TEXT.encode(), "a.txt").name == "nexis-uni"
    as_text = articles(TEXT.replace("\n", end).encode())
    as_document = [each for each in read_file(SAMPLES / "nexis-uni.docx") if isinstance(each, Source)]
    assert [(each.text, each.metadata) for each in as_text] == [
        (each.text, each.metadata) for each in as_document
    ]
    assert [each.origin.format for each in (as_text[0], as_document[0])] == ["nexis-uni", "docx"]
    assert (
        pipeline.article(as_text[0]).headline == "Ferry returns to Skarn after nine years; Islands celebrate"
    )


def test_other_languages_and_missing_lines() -> None:
    german, bare = articles((GERMAN + BARE).encode())
    assert german.text == "Der Hafen ist seit Dienstag geschlossen, sagte der Rat."
    stated = german.metadata
    assert stated
    assert stated.byline
    assert (stated.headline, stated.byline.authors[0].name) == ("Der Hafen schließt", "Ole Varn")
    assert (stated.published, stated.section, stated.language) == ("2024-03-05", "Lokales", "de")
    assert [caption.text for caption in stated.captions] == ["Der leere Kai."]
    assert bare.text.split("\n\n") == [
        "The harbour closed on Tuesday, the council said.",
        "Correction",
        "The harbour closed on Wednesday.",
    ]
    stated = bare.metadata
    assert stated
    assert (stated.headline, stated.site) == ("Harbour closes", "The Skarn Herald")
    assert (stated.published, stated.section) == ("2024-03-05", "News")
    assert [caption.text for caption in stated.captions] == ["The quay."]


def test_an_article_without_a_text_is_an_error_in_its_place() -> None:
    empty = GERMAN.replace("Der Hafen ist seit Dienstag geschlossen, sagte der Rat.\n", "")
    first, second = read_bytes((empty + BARE).encode(), "a.txt")
    assert isinstance(first, InputError)
    assert (first.wrong, first.index) == ("number 1 of the export: no text", 0)
    assert isinstance(second, Source)


def test_a_file_that_is_cut_off_keeps_its_last_article() -> None:
    _, last = articles((GERMAN + BARE.partition("Correction\n")[0]).encode())
    assert last.text == "The harbour closed on Tuesday, the council said."


@settings(max_examples=40, deadline=None)
@given(st.integers(0, len(TEXT.encode())))
def test_a_file_that_is_cut_off_anywhere_is_read_or_an_error(size: int) -> None:
    for each in read_bytes(TEXT.encode()[:size] * 2, "export.txt", format="nexis-uni"):
        assert isinstance(each, InputError) or each.text.strip()


def test_a_document_that_ends_so_is_no_export() -> None:
    (found,) = read_bytes(docx(word("The ferry sailed again on Monday.") + word("End of Document")), "a.docx")
    assert isinstance(found, Source)
    assert found.text.endswith("End of Document")


@pytest.mark.skipif(not FORMATS.exists(), reason="the samples of formats are not beside the project")
@pytest.mark.parametrize(
    ("name", "count", "first", "second"),
    [
        ("sample.DOCX", 10, ("Lorem ipsum dolor sit amet", "Mattha Busby", "2019-07-01"), None),
        (
            "guardian1.docx",
            2,
            (
                hashed("d900ddbcd58497b8"),
                "Jonathan Glennie",
                "2014-05-30",
            ),
            (hashed("02dcfc1eaec491ee"), "Rowena Mason", "2014-02-14"),
        ),
        (
            "guardian2.docx",
            1,
            (hashed("1426ab2562f4ce0e"), "Rhik Samadder", "2015-09-30T09:03"),
            None,
        ),
        ("guardian3.docx", 62, (hashed("cea4d3c50262be41"), "Simon Hoggart", "2005-04-16"), None),
        ("misc.docx", 100, (hashed("e693597461bd14f4"), None, "2002-11-05"), None),
        ("nyt1.docx", 50, (hashed("bd3c194a0a8ae2d7"), "Ana Swanson", "2018-01-10T10:36"), None),
        ("usa-today.docx", 7, (hashed("526163262ee8c50f"), "George Hager", "2002-05-02"), None),
        (
            "washington-post.docx",
            50,
            (hashed("86681ae5df41202e"), "Paul Blustein", "2005-01-12"),
            None,
        ),
    ],
)
def test_the_samples(
    name: str, count: int, first: tuple[str, str | None, str], second: tuple[str, str, str] | None
) -> None:
    found = [each.metadata for each in read_file(FORMATS / name) if isinstance(each, Source)]
    assert len(found) == count
    assert all((stated and stated.headline and stated.copyright is not None) or name for stated in found)
    for stated, expected in zip(found, (first, second), strict=False):
        if stated and expected:
            headline, author, day = expected
            assert stated.headline == headline
            assert (stated.byline.authors[0].name if stated.byline else None) == author
            assert (stated.published or "").startswith(day)


@pytest.mark.skipif(not FORMATS.exists(), reason="the samples of formats are not beside the project")
def test_a_document_without_an_article_is_refused() -> None:
    (error,) = read_file(FORMATS / "test.DOCX")
    assert isinstance(error, InputError)
    assert error.wrong == "no article in it"
