"""Documents: DOCX, ODT and RTF."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsparse import pipeline
from newsparse.errors import InputError
from newsparse.readers import detect, paragraphs, read_bytes, read_file, single, zipped
from newsparse.readers.source import Source
from samples.documents import docx, odt, word
from samples.documents import zipped as archive

FORMATS = Path(__file__).parents[3] / "shared" / "formats" / "samples"
SAMPLES = Path(__file__).parents[2] / "samples" / "formats"
FERRY = "The ferry to the outer islands sailed again on Monday."
RTF = r"""{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}{\info{\title A title}}
{\field{\*\fldinst{HYPERLINK "https://a.example"}}{\fldrslt Ferry returns}}\par
By Mara Qu\'e9st\par The ferry sailed \u8212? again\line on Monday, said \u-10179?\u-8704?.\par}"""


def text_of(data: bytes, name: str) -> str:
    return single(read_bytes(data, name)).text


@pytest.mark.parametrize("style", ["Heading1", "Titel", "berschrift1", "Title"])
def test_a_heading_of_a_document_is_the_headline(style: str) -> None:
    story = [
        FERRY,
        "It had lain at the quay for nine days.",
        "Nobody could say how long the new engine will last.",
    ]
    document = docx(word("Ferry returns", style) + "".join(map(word, story)))
    source = single(read_bytes(document, "a.bin"))
    assert source.origin.format == "docx"
    assert source.text.split("\n\n") == ["Ferry returns", *story]
    article = pipeline.article(source)
    assert article.headline == "Ferry returns"
    assert article.body


def test_what_a_document_of_word_does_not_show_is_no_text() -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    body = (
        "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
        f"<w:ins>{run.format('The ferry')}</w:ins><w:r><w:tab/></w:r>{run.format('sailed again')}"
        "<w:r><w:instrText>PAGE</w:instrText></w:r>"
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice><w:p>{run.format('In a box')}</w:p></mc:Choice>"
        f"<mc:Fallback><w:p>{run.format('In a box')}</w:p></mc:Fallback></mc:AlternateContent></w:r></w:p>"
        f"<w:tbl><w:tr><w:tc><w:p>{run.format('A cell of a table')}</w:p></w:tc></w:tr></w:tbl>"
    )
    assert text_of(docx(body), "a.docx").split("\n\n") == [
        "In a box",
        "The ferry sailed again",
        "A cell of a table",
    ]


def test_a_document_that_is_an_export_gives_its_articles() -> None:
    text = (SAMPLES / "factiva.txt").read_text("utf-8")
    found = list(read_bytes(docx("".join(map(word, text.split("\n")))), "a.docx"))
    assert [each.origin.format for each in found if isinstance(each, Source)] == ["docx", "docx"]


def test_what_an_odt_does_not_show_is_no_text() -> None:
    body = (
        "<text:tracked-changes><text:p>Gone.</text:p></text:tracked-changes>"
        '<text:h text:outline-level="1">Ferry returns</text:h>'
        "<text:p>The <text:span>ferry</text:span><text:s/>sailed<text:note><text:note-body><text:p>A note."
        "</text:p></text:note-body></text:note> again<text:line-break/>on Monday.</text:p>"
        "<office:annotation><text:p>A comment.</text:p></office:annotation>"
    )
    assert text_of(odt(body), "a.odt") == "Ferry returns\n\nThe ferry sailed again\non Monday."


def test_rtf_without_the_addresses_of_its_links() -> None:
    source = single(read_bytes(RTF.encode(), "a.txt"))
    assert source.origin.format == "rtf"
    assert (
        source.text
        == "Ferry returns\n\nBy Mara Quést\n\nThe ferry sailed — again\n\non Monday, said \U0001f600."
    )


@pytest.mark.parametrize("end", ["", "}x}"])
def test_a_font_table_without_charsets_is_read_in_linear_time(end: str) -> None:
    fonts = "\\f0 " * 200_000  # the square of which would take hours
    (error,) = read_bytes(f"{{\\rtf1{{\\fonttbl{fonts}{end}".encode(), "a.rtf")
    assert isinstance(error, InputError)


def test_a_font_with_a_charset() -> None:
    fonts = r"{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fnil\fcharset204 Arial;}}"
    data = rf"{{\rtf1\ansi\deff0{fonts}\f1 \'cf\'e0\'f0\'ee\'ec \f0 r\'e9turns to the islands on Monday.}}"
    assert text_of(data.encode(), "a.rtf") == "Паром réturns to the islands on Monday."


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        (docx(""), "no article in it"),
        (docx(word("A test page")), "no article in it"),
        (
            archive({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<a/>"}),
            "office document that is no text",
        ),
        (docx("<w:p>"), "XML that is broken"),
        (docx(word(FERRY))[:-60], "cut off or broken"),
        (docx(word(FERRY)).replace(b"PK\x05\x06", b"PK\x00\x00"), "cut off or broken"),
        (odt("<text:p>") + b"", "XML that is broken"),
        (b"{\\rtf1", "no article in it"),
        (b"{\\rtf1 \\u9999999999? The ferry to the islands sailed}", "RTF that is cut off or broken"),
    ],
)
def test_a_document_that_cannot_be_read_is_an_error(data: bytes, wrong: str) -> None:
    (error,) = read_bytes(data, "a.docx")
    assert isinstance(error, InputError)
    assert wrong in error.wrong


def test_a_document_with_a_password_is_an_error() -> None:
    data = bytearray(docx(word(FERRY)))
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        at = opened.getinfo("word/document.xml").header_offset
    entry = data.rindex(b"PK\x01\x02")
    data[at + 6] |= 1
    data[entry + 8] |= 1
    (error,) = read_bytes(bytes(data), "a.docx")
    assert isinstance(error, InputError)
    assert error.wrong == "a document with a password"


@pytest.mark.parametrize("make", [docx, odt])
def test_a_bomb_is_an_error(make: object, monkeypatch: pytest.MonkeyPatch) -> None:
    assert callable(make)
    monkeypatch.setattr(zipped, "MAX_XML", 1_000_000)
    (error,) = read_bytes(make(" " * 5_000_000), "a.docx")
    assert isinstance(error, InputError)
    assert "too large" in error.wrong


def test_too_many_paragraphs_are_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paragraphs, "MAX_PARAGRAPHS", 10)
    assert text_of(docx(word(FERRY) * 10 + word("") * 10), "a.docx")
    (error,) = read_bytes(docx(word(FERRY) * 11), "a.docx")
    assert isinstance(error, InputError)
    assert error.wrong.startswith("more than 10 tags")
    monkeypatch.setattr(paragraphs, "MAX_ELEMENTS", 100)
    (error,) = read_bytes(docx("<w:x/>" * 101), "a.docx")
    assert isinstance(error, InputError)
    assert error.wrong.startswith("more than 100 tags")


def test_no_entity_is_expanded() -> None:
    data = docx(word("The ferry to the islands &amp;a; sailed"))
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        document = opened.read("word/document.xml").decode()
    entities = '<!DOCTYPE d [<!ENTITY a "lol"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    bomb = archive(
        {"[Content_Types].xml": "", "word/document.xml": entities + document.replace("&amp;amp;", "&")}
    )
    for each in read_bytes(bomb, "a.docx"):
        assert isinstance(each, InputError) or "lol" not in each.text


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.sampled_from(["document.docx", "document.odt", "document.rtf"]), st.data())
def test_a_document_that_is_damaged_anywhere_is_read_or_an_error(name: str, data: st.DataObject) -> None:
    whole_file = (SAMPLES / name).read_bytes()
    at = data.draw(st.integers(1, len(whole_file)))
    damage = data.draw(st.binary(max_size=4))
    cut = whole_file[:at] + damage + (whole_file[at + len(damage) :] if data.draw(st.booleans()) else b"")
    for each in read_bytes(cut, name):
        assert isinstance(each, InputError) or each.text.strip()


@pytest.mark.parametrize(
    ("head", "name"),
    [(docx(""), "docx"), (odt(""), "odt"), (b"{\\rtf1\\ansi", "rtf"), (archive({"a.txt": FERRY}), "text")],
)
def test_documents_are_known_by_their_first_bytes(head: bytes, name: str) -> None:
    assert detect(head, "a").name == name or name == "text"
    assert detect(b"x", f"a.{name}").name in (name, "text")


@pytest.mark.skipif(not FORMATS.exists(), reason="the samples of formats are not beside the project")
@pytest.mark.parametrize("name", ["docx/test.docx", "docx/test.odt", "rtf/test1.rtf"])
def test_the_samples(name: str) -> None:
    (source,) = read_file(FORMATS / name)
    assert isinstance(source, Source)
    assert source.text == "The quick brown fox jumps over the lazy dog"
