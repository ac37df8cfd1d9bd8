"""A page to Source: the text it shows, and headline, authors and day as its statements and its mark-up tell them."""

from __future__ import annotations

from msgspec.structs import replace

from newsparse.front import Front
from newsparse.read import Source
from newsparse.readers.authors import authors
from newsparse.readers.headline import headline
from newsparse.readers.html import read_html
from newsparse.readers.published import published


def read_page(
    page: bytes | str, *, name: str = "page", path: str | None = None, encoding: str | None = None, url: str | None = None
) -> Source:
    """The Source of a page, whose `text` is the rendered one; the arguments are those of `read_html`. Raises InputError."""
    found = read_html(page, name=name, path=path, encoding=encoding, url=url)
    title = headline(found.metadata, found.rendering)
    names = tuple(author.text for author in authors(found.metadata, found.rendering))
    day = published(found.metadata, found.rendering, title.text if title else None)
    return replace(found.source, front=Front(_line(title.text) if title else None, names, day.text if day else None))


def _line(text: str) -> str | None:
    return " ".join(text.split()) or None
