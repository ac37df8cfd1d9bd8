"""Text exports of the classic Nexis."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hashes import hashed
from newsparse import pipeline
from newsparse.errors import InputError
from newsparse.metadata import Metadata
from newsparse.readers import detect, read_bytes, read_file
from newsparse.readers.source import Source

SAMPLE = Path(__file__).parents[3] / "shared" / "formats" / "samples" / "nexis-classic-txt" / "sample.TXT"
COVER = """

Download Request: Selected Items: 1-3
Time Of Request: Friday, May 2, 2014  16:51:31

Terms: (ferry and island)

"""
ENGLISH = """                               1 of 3 DOCUMENTS



                              The Skarn Herald

                             March 4, 2013 Monday
                                   Edition 1;
                                   Islands

Ferry returns to Skarn after
nine years

BYLINE: BY MARA QUIST

SECTION: NEWS; Pg. 6

LENGTH: 24 words

The ferry to the outer islands sailed again on Monday, nine years after a
storm broke the quay.

TOKYO: "Never," she said.

UPDATE: It sailed back at noon.

LOAD-DATE: March 6, 2013

LANGUAGE: ENGLISH

GRAPHIC: The ferry, which was built in 1961, lies at
the quay

A second line of the graphic

PUBLICATION-TYPE: Newspaper

                       Copyright 2013 The Skarn Herald
                              All Rights Reserved
"""
GERMAN = """                            8 von 383 DOKUMENTEN

                                 Inselblatt

                           5. März 2013 Dienstag

Der Hafen schließt

RUBRIK: S. 4

LÄNGE: 9 Wörter

AUTOR: Varn, Ole

Der Hafen ist seit Dienstag geschlossen, sagte der Rat.

UPDATE: 6. März 2013

SPRACHE: GERMAN; DEUTSCH
"""
BARE = """                               3 of 3 DOCUMENTS

                              The Skarn Herald

Harbour closes

The harbour closed on Tuesday, the council said.
"""
EXPORT = "\ufeff" + COVER + ENGLISH + "\n\n" + GERMAN + "\n\n" + BARE


def names(stated: Metadata) -> tuple[str, ...]:
    return tuple(author.name for author in stated.byline.authors) if stated.byline else ()


def articles(text: str) -> list[Source]:
    found = list(read_bytes(text.replace("\n", "\r\n").encode(), "export.TXT"))
    assert all(isinstance(each, Source) for each in found)
    return [each for each in found if isinstance(each, Source)]


def test_each_article_with_what_it_states() -> None:
    english, german, bare = articles(EXPORT)
    assert english.text.replace("\r\n", "\n") == (
        "The ferry to the outer islands sailed again on Monday, nine years after a\nstorm broke the quay.\n\n"
        'TOKYO: "Never," she said.\n\nUPDATE: It sailed back at noon.'
    )
    stated = english.metadata
    assert stated
    assert (stated.headline, stated.published) == ("Ferry returns to Skarn after nine years", "2013-03-04")
    assert names(stated) == ("Mara Quist",)
    assert (stated.site, stated.section) == ("The Skarn Herald", "NEWS")
    assert stated.sources == {"headline": "headline line", "byline": "BYLINE", "published": "date line"}
    assert (english.origin.format, english.origin.index) == ("nexis", 0)
    assert pipeline.article(english).headline == stated.headline
    assert german.text == "Der Hafen ist seit Dienstag geschlossen, sagte der Rat."
    assert german.metadata
    assert (german.metadata.headline, names(german.metadata)) == ("Der Hafen schließt", ("Ole Varn",))
    assert (german.metadata.published, german.metadata.section) == ("2013-03-05", None)
    assert bare.text == "The harbour closed on Tuesday, the council said."
    assert bare.metadata
    assert (bare.metadata.headline, bare.metadata.published) == ("Harbour closes", None)


def test_an_article_without_a_text_is_an_error_in_its_place() -> None:
    first, second, third = read_bytes((ENGLISH.partition("The ferry")[0] + GERMAN + BARE).encode(), "a.txt")
    assert isinstance(first, InputError)
    assert (first.wrong, first.index) == ("number 1 of the export: no text", 0)
    assert isinstance(second, Source)
    assert isinstance(third, Source)


@settings(deadline=None)
@given(st.integers(0, len(EXPORT.encode())))
def test_a_file_that_is_cut_off_anywhere_is_read_or_an_error(size: int) -> None:
    for each in read_bytes(EXPORT.encode()[:size], "export.txt", format="nexis"):
        assert isinstance(each, InputError) or each.text.strip()


def test_a_count_in_a_sentence_is_no_export() -> None:
    assert detect(b"The court has read\n1 of 10 DOCUMENTS so far.\n", "a.txt").name == "text"


def test_a_text_without_the_counters_has_no_article() -> None:
    (error,) = read_bytes(COVER.encode(), "a.txt", format="nexis")
    assert isinstance(error, InputError)
    assert error.wrong == "no article in it"


@pytest.mark.skipif(not SAMPLE.exists(), reason="the samples of formats are not beside the project")
def test_the_sample() -> None:
    found = [each.metadata for each in read_file(SAMPLE) if isinstance(each, Source) and each.metadata]
    assert len(found) == 10
    rows = [(stated.headline, names(stated), stated.published) for stated in found]
    assert rows[0] == ("Lorem ipsum dolor sit amet", ("Andrew Sparrow",), "2010-01-11")
    assert rows[1] == ("Lorem ipsum dolor sit amet", ("Simon Tisdall",), "2010-01-11")
    assert rows[7] == (hashed("4864ba4c967fd4ec"), ("Stephen Pollard",), "2010-01-10")
    assert rows[9][1] == ()
