"""A page to Source: the text that it shows, features of its mark-up, and its Metadata: headline, authors and
day by a vote of what it states and what it shows. Nothing is ever fetched."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

import msgspec
from msgspec.structs import replace

from newsparse import errors
from newsparse.article import DateOrder, Origin
from newsparse.languages.reading import reading_of
from newsparse.metadata import Metadata
from newsparse.readers import files
from newsparse.readers.encoding import SAMPLE, decode_page, is_encoding
from newsparse.readers.files import InputFile, refuse_binary
from newsparse.readers.html.authors import authors
from newsparse.readers.html.features import MarkupFeatures, StatementFeatures
from newsparse.readers.html.headline import headline
from newsparse.readers.html.published import published
from newsparse.readers.html.render import Rendering, render
from newsparse.readers.html.statements import Statements, statements
from newsparse.readers.source import Source
from newsparse.readers.text import check_text

MAX_MARKS = 500_000  # tags, attributes and lines of the source together
# of the text that is shown: far more than any of 1,500 pages has; with five parts a line, 1 GB
MAX_LINES, MAX_CHARS = 4_000, 1_500_000
LONG = 50_000  # characters of a tag from which on its attributes are counted
MAX_ATTRIBUTES = 10_000  # of one tag; the parser's time grows with their square

_SAVED_FROM = re.compile(  # what browsers and SingleFile write into a page that they save
    rb"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?://[!-~]+)"
)
_TAG = re.compile(r"<[a-zA-Z].*", re.S)
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")


class WebPage(msgspec.Struct, frozen=True):
    """A page that was read. `source.text` is the rendered text, which offsets count."""

    source: Source
    rendering: Rendering
    statements: Statements


def read(file: InputFile) -> Iterator[Source]:
    """The one article of a page, or of a part of one. Raises InputError."""
    data = file.data()
    saved_from = _SAVED_FROM.search(data[:SAMPLE])
    yield read_saved_page(
        file, data, "html", url=saved_from[1].decode("ascii", "ignore") if saved_from else None
    )


def read_saved_page(
    file: InputFile,
    page: bytes,
    format: str,
    *,
    encoding: str | None = None,
    url: str | None = None,
    id: str | None = None,
) -> Source:
    """The Source of a page that a file holds, with the address and the encoding that the file states for it
    where the page states none. Raises InputError.
    """
    encoding = file.encoding or (encoding if encoding and is_encoding(encoding) else None)
    source = read_page(
        page,
        name=file.name,
        path=file.path_text,
        encoding=encoding,
        url=url,
        language=file.chosen,
        date_order=file.date_order,
    )
    metadata = source.metadata
    if url and metadata and not metadata.url:
        metadata = replace(metadata, url=url)
    return replace(source, origin=replace(source.origin, format=format, id=id), metadata=metadata)


def read_page(
    page: bytes | str,
    *,
    name: str = "page",
    path: str | None = None,
    encoding: str | None = None,
    url: str | None = None,
    language: str | None = None,
    date_order: DateOrder | None = None,
) -> Source:
    """The Source of a page, whose `text` is the rendered one; the arguments are those of `parse_page`,
    `language` is the code of the one to read it in, where the caller named one, and `date_order` is that of
    the days in figures that it states. Raises InputError.
    """
    found = parse_page(page, name=name, path=path, encoding=encoding, url=url)
    return replace(found.source, metadata=_metadata(found, language, date_order))


def _metadata(page: WebPage, chosen: str | None, date_order: DateOrder | None) -> Metadata:
    statements = page.statements
    title = headline(statements, page.rendering)
    language = reading_of(page.rendering.text, statements.language, chosen).language
    names, desks = authors(statements, page.rendering, language)
    day = published(statements, page.rendering, title.text if title else None, date_order)
    stated_by = {"headline": title, "byline": names[0] if names else None, "published": day}
    return Metadata(
        headline=" ".join(title.text.split()) if title else None,
        authors=tuple(name.text for name in names),
        published=day.text if day else None,
        is_article=statements.is_article,
        sources={
            field: stated.source for field, stated in stated_by.items() if stated and stated.text.strip()
        },
        url=statements.url,
        site=statements.site or next(iter(statements.publishers), None),
        section=statements.section,
        language=statements.language,
        image=statements.image,
        fallback=Metadata(authors=tuple(desk.text for desk in desks), sources={"byline": desks[0].source})
        if desks
        else None,
    )


def parse_page(
    page: bytes | str,
    *,
    name: str = "page",
    path: str | None = None,
    encoding: str | None = None,
    url: str | None = None,
) -> WebPage:
    """The WebPage in the bytes or the source of a page.

    `name` is what messages call it; `encoding` what its sender said it is in; `url` where it came from.
    Raises InputError for what is no page, shows no text, or is too large.
    """
    if not isinstance(page, bytes | str):
        raise TypeError(f"a page is a str or bytes, not {type(page).__name__}: parse_file reads a file")
    if isinstance(page, bytes):
        if len(page) > files.MAX_BYTES:
            raise errors.too_large(name, files.MAX_BYTES)
        refuse_binary(page, name)
        text, used = decode_page(page, name, encoding)
    else:
        text, used = page, None
        page = text.encode("utf-8", "surrogatepass")
        if len(page) > files.MAX_BYTES:
            raise errors.too_large(name, files.MAX_BYTES)
        if not page:
            raise errors.empty_page(name)
    _check_size(text, name)
    rendering = render(text)
    if not rendering.text.strip():
        raise errors.page_without_text(name)
    if (
        len(rendering.text) > MAX_CHARS
        or rendering.text.count("\n") - rendering.text.count("\n\n") >= MAX_LINES
    ):
        raise errors.page_too_long(name, MAX_LINES, MAX_CHARS)
    check_text(rendering.text, name)
    origin = Origin(path, "html", used, hashlib.sha256(page).hexdigest())
    stated = statements(rendering, url)
    by_markup, by_statements = MarkupFeatures(rendering), StatementFeatures(stated)

    def markup(start: int, end: int) -> tuple[str, ...]:
        return by_markup.of(start, end) + by_statements.of(rendering.text[start:end])

    return WebPage(Source(rendering.text, origin, markup=markup), rendering, stated)


def _check_size(text: str, name: str) -> None:
    """Refuse what no one wrote by hand and a parser would take minutes or gigabytes for."""
    if len(text) > MAX_MARKS and sum(map(text.count, "<=\n")) > MAX_MARKS:
        raise errors.too_much_markup(name, MAX_MARKS)
    at = 0
    # from block to block; one without a tag's end is part of a long tag, or of a long text
    while at < len(text):
        if text.find(">", at, at + LONG) >= 0:
            at += LONG
            continue
        end = text.find(">", at) % (len(text) + 1)
        tag = _TAG.search(text, max(0, text.rfind(">", 0, at)), end)
        if tag and len(_QUOTED.sub("", tag[0]).split(None, MAX_ATTRIBUTES)) > MAX_ATTRIBUTES:
            raise errors.too_many_attributes(name, MAX_ATTRIBUTES)
        at = end
