"""Reuters-21578 (Lewis 1997): newswire of 1987 in SGML, a thousand documents a file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsparse.article import Credit
from newsparse.errors import InputError
from newsparse.fields.byline import bylines
from newsparse.fields.dateline import dateline
from newsparse.languages import Language, month_names
from newsparse.metadata import Metadata
from newsparse.readers.dates import parse_date
from newsparse.readers.exports import source, stated_by, unwrapped
from newsparse.readers.files import InputFile
from newsparse.readers.sgml import (
    Document,
    attribute,
    documents,
    elements,
    first,
    plain,
    without,
)
from newsparse.readers.source import Source

_DATE = re.compile(r"(\d\d?)-([A-Z]{3})-(\d{4})(?: +(\d\d?:\d\d:\d\d)(\.\d+)?)?", re.I)
_SIGNATURE = re.compile(r"\n\s*Reuters?\s*\Z", re.I)
_OPENING = re.compile(r"\A([^\n]*\S)\n(?=\S)")  # a line that is shorter by the dateline before it
_STARS = re.compile(r"^[*\s]+")


def read(file: InputFile) -> Iterator[Source | InputError]:
    """The documents of a file."""
    for document in documents(file, "REUTERS"):
        yield _article(file, document) if isinstance(document, Document) else document


def _article(file: InputFile, document: Document) -> Source | InputError:
    number, tag, content, encoding = document
    return source(
        file,
        number,
        _text(content),
        _metadata(content, file.language),
        format="reuters",
        encoding=encoding,
        id=attribute(tag, "NEWID") or None,
    )


def _text(content: str) -> str:
    """The body, a blank line before each paragraph; of a document without one, what stands beside the title,
    and of a brief, which has a filler there, the title."""
    bodies = elements(content, "BODY")
    text = next(iter(elements(content, "TEXT")), "")
    if not bodies:
        rest = without(text, "TITLE", "AUTHOR", "DATELINE")
        title = first(content, "TITLE")
        bodies = [title if title and 'TYPE="BRIEF"' in content else rest if plain(rest).strip() else title]
        return plain(bodies[0])
    body = _SIGNATURE.sub("", plain("\n".join(bodies)))
    return unwrapped(_OPENING.sub(r"\1 ", body, count=1))


def _metadata(content: str, language: Language) -> Metadata:
    headline = _STARS.sub("", first(content, "TITLE"))
    author, place = first(content, "AUTHOR"), first(content, "DATELINE")
    byline = bylines((author,), language) if author else None
    signature = _SIGNATURE.search(plain("\n".join(elements(content, "BODY"))))
    published = _date(first(content, "DATE"))
    return Metadata(
        headline=headline or None,
        byline=byline,
        published=published,
        dateline=dateline(place, language) if place else None,
        tags=tuple(tag for key in ("TOPICS", "PLACES") for tag in _marked(content, key)),
        is_article=True,
        is_story=True,
        is_complete=bool(headline),
        credits=(Credit(signature[0].strip(), None, (), ("Reuters",)),) if signature else (),
        sources=stated_by("reuters", headline, byline, published),
    )


def _marked(content: str, name: str) -> Iterator[str]:
    return (plain(tag) for element in elements(content, name) for tag in elements(element, "D"))


def _date(text: str) -> str | None:
    """The instant of "26-FEB-1987 15:01:01.79", as exact as it is; of one with a broken clock, the day."""
    found = _DATE.search(text)
    month = month_names().get(found[2].lower()) if found else None
    if not found or not month:
        return None
    clock = f"T{found[4]:0>8}" if found[4] else ""
    instant = parse_date(f"{found[3]}-{month:02}-{int(found[1]):02}{clock}")
    return instant + (found[5] or "") if instant and "T" in instant else instant
