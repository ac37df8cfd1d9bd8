"""A page to Source: the text it shows, and its Metadata: headline, authors and day by a vote of its statements and its mark-up, and what
it states of itself."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from newsparse.metadata import Metadata
from newsparse.readers.files import InputFile
from newsparse.readers.html.authors import authors
from newsparse.readers.html.headline import headline
from newsparse.readers.html.page import WebPage, read_html
from newsparse.readers.html.published import published
from newsparse.readers.source import Source


def read(file: InputFile) -> Iterator[Source]:
    """The one article of a page. Raises InputError."""
    yield read_page(file.data(), name=file.name, path=file.path_text, encoding=file.encoding)


def read_page(
    page: bytes | str, *, name: str = "page", path: str | None = None, encoding: str | None = None, url: str | None = None
) -> Source:
    """The Source of a page, whose `text` is the rendered one; the arguments are those of `read_html`. Raises InputError."""
    found = read_html(page, name=name, path=path, encoding=encoding, url=url)
    return replace(found.source, metadata=_metadata(found))


def _metadata(page: WebPage) -> Metadata:
    statements = page.statements
    title = headline(statements, page.rendering)
    names = authors(statements, page.rendering)
    day = published(statements, page.rendering, title.text if title else None)
    stated_by = {"headline": title, "byline": names[0] if names else None, "published": day}
    return Metadata(
        headline=" ".join(title.text.split()) if title else None,
        authors=tuple(name.text for name in names),
        published=day.text if day else None,
        is_article=statements.is_article,
        sources={field: stated.source for field, stated in stated_by.items() if stated and stated.text.strip()},
        url=statements.url,
        site=statements.site or next(iter(statements.publishers), None),
        section=statements.section,
        language=statements.language,
        image=statements.image,
    )
