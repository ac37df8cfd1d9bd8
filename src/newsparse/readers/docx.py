"""Documents of Word (DOCX): their paragraphs, read as they come, without headers, notes and deleted text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

from lxml import etree

from newsparse.errors import InputError
from newsparse.readers.files import InputFile
from newsparse.readers.paragraphs import Paragraph, elements, forget, read_paragraphs, with_text
from newsparse.readers.source import Source
from newsparse.readers.zipped import open_member

_DOCUMENT = re.compile(r"word/document\d*\.xml")
_NAMESPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",  # of the strict form
)
_FALLBACK = (
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # a copy of what is beside it
)
_TAGS = (*(f"{{{namespace}}}p" for namespace in _NAMESPACES), _FALLBACK)
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
# names of styles as programs in several languages write them, without the letters that are not ASCII
_HEADING = re.compile(r"(?:Heading|berschrift|Titre|Ttulo|Titolo|Kop|Nagwek|Rubrik|Overskrift)?([1-6])")
_TITLE = re.compile(r"Title|Titel|Titre|Ttulo|Titolo|Tytu")


def read(file: InputFile) -> Iterator[Source | InputError]:
    """The one article of a document, or the articles of an export. Raises InputError."""
    with open_member(file, _DOCUMENT, "text") as stream:
        paragraphs = with_text(_paragraphs(stream, file.name), file.name)
    yield from read_paragraphs(file, paragraphs, "docx")


def _paragraphs(stream: IO[bytes], name: str) -> Iterator[Paragraph]:
    for element in elements(stream, name, _TAGS):
        if element.tag != _FALLBACK and next(element.iterancestors(_FALLBACK), None) is None:
            yield Paragraph(_text(element), _element(element))
        forget(element)


def _text(paragraph: etree._Element) -> str:
    """The text of a paragraph, with its tabs and line breaks."""
    pieces = []
    for part in paragraph.iter("{*}r"):
        for element in part.iterchildren(etree.Element):
            kind = etree.QName(element).localname
            pieces.append((element.text or "") if kind == "t" else _BREAKS.get(kind, ""))
    return "".join(pieces)


def _element(paragraph: etree._Element) -> str:
    """The element that a paragraph's style makes it: a heading, or `p`."""
    style = paragraph.find("{*}pPr/{*}pStyle")
    name = "" if style is None else next(iter(style.attrib.values()), "")
    heading = _HEADING.fullmatch(name)
    return f"h{heading[1]}" if heading else "h1" if _TITLE.fullmatch(name) else "p"
