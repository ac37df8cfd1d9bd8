"""A page to Source: the text it shows, and its Front: headline, authors and day by a vote of its statements and its mark-up, and what
it states of itself."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from newsparse.metadata import Front
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
    return replace(found.source, front=_front(found))


def _front(page: WebPage) -> Front:
    metadata = page.metadata
    title = headline(metadata, page.rendering)
    names = authors(metadata, page.rendering)
    day = published(metadata, page.rendering, title.text if title else None)
    told = {"headline": title, "byline": names[0] if names else None, "published": day}
    return Front(
        headline=" ".join(title.text.split()) if title else None,
        authors=tuple(name.text for name in names),
        published=day.text if day else None,
        is_article=metadata.is_article,
        sources={field: stated.source for field, stated in told.items() if stated and stated.text.strip()},
        url=metadata.url,
        site=metadata.site or next(iter(metadata.publishers), None),
        section=metadata.section,
        language=metadata.language,
        image=metadata.image,
    )
