"""The paragraphs of an office document to its articles: those of a Nexis Uni export, or one article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from html import escape
from typing import NamedTuple

from msgspec.structs import replace

from newsparse import errors
from newsparse.article import Origin
from newsparse.errors import InputError
from newsparse.readers import nexis_uni
from newsparse.readers.exports import is_too_short
from newsparse.readers.files import InputFile
from newsparse.readers.nested import read_export
from newsparse.readers.source import Source


class Paragraph(NamedTuple):
    """The text of a paragraph, and the element of a page that it would be: `p`, `h1`–`h6` or `li`."""

    text: str
    element: str = "p"


def read_paragraphs(
    file: InputFile, paragraphs: Iterable[Paragraph], format: str
) -> Iterator[Source | InputError]:
    """The articles that paragraphs make: one, or those of an export. Raises InputError."""
    parts = list(paragraphs)
    texts = [part.text for part in parts]
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

    page = "\n".join(f"<{part.element}>{_lines(part.text)}</{part.element}>" for part in parts)
    found = read_page(page, name=file.name, language=file.language)
    digest = sha256(found.text.encode()).hexdigest()
    yield replace(found, origin=Origin(file.path_text, format, None, digest))


def _lines(text: str) -> str:
    return escape(text.strip()).replace("\n", "<br>")
