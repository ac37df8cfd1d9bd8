"""Documents of LibreOffice and others (ODT): their paragraphs, read as they come, without notes, comments
and deleted text."""

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

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_PARAGRAPHS = (f"{_TEXT}p", f"{_TEXT}h")
_UNSEEN = (
    f"{_TEXT}note", f"{_TEXT}tracked-changes", f"{_TEXT}ruby-text",
    "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}annotation",
)  # fmt: skip
_BREAKS = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
_CONTENT = re.compile(r"content\.xml")
MAX_SPACES = 100  # of one element that stands for several


def read(file: InputFile) -> Iterator[Source | InputError]:
    """The one article of a document, or the articles of an export. Raises InputError."""
    with open_member(file, _CONTENT, "text") as stream:
        paragraphs = with_text(_paragraphs(stream, file.name), file.name)
    yield from read_paragraphs(file, paragraphs, "odt")


def _paragraphs(stream: IO[bytes], name: str) -> Iterator[Paragraph]:
    for element in elements(stream, name, (*_PARAGRAPHS, *_UNSEEN)):
        if element.tag in _UNSEEN:  # not the text behind it, which is of what it stands in
            element.clear(keep_tail=True)
            continue
        if next(element.iterancestors(*_UNSEEN), None) is None:
            yield Paragraph("".join(_pieces(element)), _element(element))
        forget(element)


def _pieces(paragraph: etree._Element) -> Iterator[str]:
    """The text of a paragraph, with its tabs and line breaks."""
    yield paragraph.text or ""
    for element in paragraph.iterchildren():
        if element.tag == f"{_TEXT}s":
            count = element.get(f"{_TEXT}c", "1")
            yield " " * (min(int(count), MAX_SPACES) if count.isdecimal() else 1)
        elif element.tag in _BREAKS:
            yield _BREAKS[element.tag]
        elif isinstance(element.tag, str):
            yield from _pieces(element)
        yield element.tail or ""


def _element(paragraph: etree._Element) -> str:
    """The element of a page that a paragraph would be: a heading, or `p`."""
    if paragraph.tag == f"{_TEXT}h":
        level = paragraph.get(f"{_TEXT}outline-level", "1")
        return f"h{min(int(level), 6) or 1}" if level.isdecimal() else "h1"
    return "h1" if paragraph.get(f"{_TEXT}style-name") == "Title" else "p"
