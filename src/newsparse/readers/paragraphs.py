"""The paragraphs of an office document to its articles: those of a Nexis Uni export, or one article."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from hashlib import sha256
from html import escape
from itertools import islice
from typing import IO, NamedTuple

from lxml import etree
from msgspec.structs import replace

from newsparse import errors
from newsparse.article import Origin
from newsparse.errors import InputError
from newsparse.readers import nexis_uni
from newsparse.readers.exports import is_too_short
from newsparse.readers.files import InputFile
from newsparse.readers.nested import read_export
from newsparse.readers.source import Source

MAX_ELEMENTS = 2_000_000  # of the XML; an export of 50 articles has 70,000
MAX_PARAGRAPHS = 300_000  # with text; an export of 500 articles has a tenth of them


class Paragraph(NamedTuple):
    """The text of a paragraph, and the element of a page that it would be: `p`, `h1`–`h6` or `li`."""

    text: str
    element: str = "p"


def with_text(paragraphs: Iterable[Paragraph], name: str) -> list[Paragraph]:
    """The paragraphs that have a text. Raises InputError where there are too many."""
    found = list(islice((part for part in paragraphs if part.text.strip()), MAX_PARAGRAPHS + 1))
    if len(found) > MAX_PARAGRAPHS:
        raise errors.too_much_markup(name, MAX_PARAGRAPHS)
    return found


def read_paragraphs(
    file: InputFile, paragraphs: Sequence[Paragraph], format: str
) -> Iterator[Source | InputError]:
    """The articles that paragraphs make: one, or those of an export. Raises InputError."""
    texts = [part.text for part in paragraphs]
    exported = (
        nexis_uni.articles(file, texts, format)
        if nexis_uni.is_export(texts)
        else read_export(file, "\n".join(texts), format)
    )
    if exported:
        yield from exported
        return
    if is_too_short(" ".join(texts)):
        raise errors.no_article(file.name)
    from newsparse.readers.html import read_page

    page = "\n".join(f"<{part.element}>{_lines(part.text)}</{part.element}>" for part in paragraphs)
    found = read_page(page, name=file.name, language=file.chosen, date_order=file.date_order)
    digest = sha256(found.text.encode()).hexdigest()
    yield replace(found, origin=Origin(file.path_text, format, None, digest))


def _lines(text: str) -> str:
    return escape(text.strip()).replace("\n", "<br>")


def elements(stream: IO[bytes], name: str, tags: Container[str]) -> Iterator[etree._Element]:
    """The elements of XML with these tags, as they end; no entity is expanded and nothing is fetched.
    Raises InputError where it is broken, or has too many elements."""
    parsed = etree.iterparse(stream, resolve_entities=False, no_network=True, load_dtd=False)
    try:
        for count, (_, element) in enumerate(parsed):
            if count >= MAX_ELEMENTS:
                raise errors.too_much_markup(name, MAX_ELEMENTS)
            if element.tag in tags:
                yield element
    except etree.XMLSyntaxError as error:
        raise errors.broken_xml(name, error) from None


def forget(element: etree._Element) -> None:
    """Free a paragraph that was read, and what stands before it."""
    element.clear()
    while element.getprevious() is not None and element.getparent() is not None:
        del element.getparent()[0]
