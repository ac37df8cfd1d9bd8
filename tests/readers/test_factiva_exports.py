"""Factiva exports as text and as XML."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hashes import hashed
from newsparse.errors import InputError
from newsparse.readers import detect, read_bytes, read_file
from newsparse.readers.source import Source

SAMPLES = Path(__file__).parents[2] / "samples" / "formats"
FORMATS = Path(__file__).parents[3] / "shared" / "formats" / "samples" / "factiva-xml"
TEXT = (SAMPLES / "factiva.txt").read_text("utf-8")
XML = (SAMPLES / "factiva.xml").read_bytes()
PLAIN = """{headline}
{byline}
{words}
{day}
{site}
SKRN
{language}
{rights}

{text}

{document} SKRN000020171113edbd0000d
"""


def articles(data: bytes, name: str = "export.txt") -> list[Source]:
    found = list(read_bytes(data, name))
    assert all(isinstance(each, Source) for each in found)
    return [each for each in found if isinstance(each, Source)]


@pytest.mark.parametrize(
    ("words", "day", "language", "document", "code"),
    [
        ("295 mots", "29 décembre 2017", "Français", "Document", "fr"),
        ("1.341 palabras", "29 diciembre 2017", "Español", "Documento", "es"),
        ("8165 字", "2017 年 12 月 29 日", "德文", "文件", "de"),
        ("8,165 단어", "2017년 12월 29일", "한국어", "문서", "ko"),
        ("12 words", "29 December 2017", "English", "Document", "en"),
    ],
)
def test_without_codes_in_the_language_of_the_user(
    words: str, day: str, language: str, document: str, code: str
) -> None:
    text = PLAIN.format(
        headline="Harbour closes", byline="Ole Varn", words=words, day=day, site="The Skarn Herald",
        language=language, rights="Copyright 2017 Skarn", text="The harbour closed.", document=document,
    )  # fmt: skip
    assert detect(text.encode(), "a.txt").name == "factiva-text"
    (found,) = articles(text.encode())
    stated = found.metadata
    assert stated
    assert found.text == "The harbour closed."
    assert (stated.headline, stated.site, stated.copyright) == (
        "Harbour closes",
        "The Skarn Herald",
        "Copyright 2017 Skarn",
    )
    assert (stated.published, stated.language) == ("2017-12-29", code)
    assert stated.byline
    assert stated.byline.authors[0].name == "Ole Varn"


def test_a_row_of_a_table_and_a_capital_word_that_is_a_code() -> None:
    rows = "HD|Harbour closes|\nWC|9 words|\nPD|29 December 2017|\n"
    text = "LP|The harbour closed.\n\nRE the council said.|\n"
    (found,) = articles(f"{rows}{text}AN|Document SKRN000020171113edbd0000d|\n".encode())
    assert found.text == "The harbour closed.\n\nRE the council said."


def test_a_text_with_such_a_number_in_a_sentence_is_a_text() -> None:
    assert detect(b"It is in Document SKRN000020171113edbd0000d of the archive.\n", "a.txt").name == "text"


def test_an_article_without_a_text_is_an_error_in_its_place() -> None:
    first, second = read_bytes(TEXT.replace("LP\n", "").partition("The harbour closed")[0].encode(), "a.txt")
    assert isinstance(first, Source)
    assert isinstance(second, InputError)
    assert (second.wrong, second.index) == ("number 2 of the export: no text", 1)


@settings(max_examples=50, deadline=None)
@given(st.integers(0, len(TEXT.encode())), st.sampled_from(["utf-8", "utf-16", "cp1252"]))
def test_a_text_that_is_cut_off_anywhere_is_read_or_an_error(size: int, encoding: str) -> None:
    for each in read_bytes(TEXT.encode(encoding)[:size], "export.txt", format="factiva-text"):
        assert isinstance(each, InputError) or each.text.strip()


def test_what_stands_before_the_fault_of_a_broken_file_is_read() -> None:
    first, second = read_bytes(XML[: XML.index(b"dit le")], "a.xml")
    assert isinstance(first, Source)
    assert isinstance(second, InputError)
    assert "XML that is broken or cut off" in second.wrong


def test_no_entity_is_expanded() -> None:
    entities = b'<!DOCTYPE a [<!ENTITY a "lol"><!ENTITY b SYSTEM "file:///etc/passwd">]>\n<PPSResponse>'
    data = XML.replace(b"<PPSResponse>", entities).replace(b"&amp;", b"&a;&b;")
    for each in read_bytes(data, "a.xml", format="factiva-xml"):
        assert isinstance(each, InputError) or ("lol" not in each.text and "root" not in each.text)


@settings(max_examples=50, deadline=None)
@given(st.integers(0, len(XML)), st.binary(max_size=3))
def test_xml_that_is_damaged_anywhere_is_read_or_an_error(size: int, damage: bytes) -> None:
    for each in read_bytes(XML[:size] + damage + XML[size:], "a.xml", format="factiva-xml"):
        assert isinstance(each, InputError) or each.text.strip()


@pytest.mark.skipif(not FORMATS.exists(), reason="the samples of formats are not beside the project")
@pytest.mark.parametrize(
    ("name", "count", "headlines", "day"),
    [
        ("factiva_test", 3, ("TEST - first test article", "TEST - second article de test"), "2012-01-09"),
        (
            "reut21578-factiva",
            19,  # the file says 20, and has 19
            (
                hashed("53aa5b83f5c6483b"),
                hashed("6d1cd54586af3a8f"),
            ),
            "1987-02-26",
        ),
    ],
)
def test_the_samples(name: str, count: int, headlines: tuple[str, str], day: str) -> None:
    found = [each.metadata for each in read_file(FORMATS / f"{name}.xml") if isinstance(each, Source)]
    assert len(found) == count
    assert tuple(stated.headline for stated in found[:2] if stated) == headlines
    assert found[0]
    assert (found[0].published or "").startswith(day)
