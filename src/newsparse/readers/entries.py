"""An entry of a feed, whatever the feed is written in, to Source: what it holds is read as the part of a page
that it is. Where it holds a teaser only, that is the deck, and there is no text; where a title only, no deck.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256
from html import escape, unescape
from typing import Any, NamedTuple

from msgspec.structs import replace

from newsparse import errors
from newsparse.article import Caption, Origin
from newsparse.errors import InputError
from newsparse.readers.dates import parse_date
from newsparse.readers.files import InputFile
from newsparse.readers.html import parse_page
from newsparse.readers.records import BEGINNING, metadata
from newsparse.readers.source import Source

MIN_FULL = 500  # characters from which on a description is the text itself: of feeds, teasers have up to 400
SAME = 40  # characters by which a summary is known for the beginning of the text

_BLOCK = re.compile(r"</?(?:p|div|br|li|h[1-6]|tr|blockquote)\b[^<>]*>", re.I)
_PARAGRAPH = re.compile(r"</?p\b[^<>]*>|(?:<br\b[^<>]*>\s*)+|\n\s*\n", re.I)
_TAG = re.compile(r"</?[a-zA-Z!][^<>]*>")
_CUT_SHORT = re.compile(r"(?:…|\.\.\.)[\])]?$")


class Entry(NamedTuple):
    """What an entry holds: its `fields`, named as those of a record, its content and its summary as HTML."""

    fields: Mapping[str, Any]
    content: str
    summary: str
    id: str | None = None
    tags: tuple[str, ...] = ()
    updated: str = ""
    captions: tuple[Caption, ...] = ()


def entry_source(
    file: InputFile, number: int, entry: Entry, *, format: str, encoding: str
) -> Source | InputError:
    """The Source of an entry; `number` counts the entries of the feed from 1."""
    content, summary = entry.content, plain(entry.summary)
    if not content and is_full(entry.summary):
        content, summary = entry.summary, ""
    try:
        page = parse_page(content, name=file.name).source if plain(content) else None
    except InputError as error:
        return errors.bad_entry(file.name, number, error.wrong)
    text = page.text if page else ""
    language = file.language_of((text or summary)[:BEGINNING])
    known = metadata(entry.fields, language, file.date_order)
    if not (text or summary or known.headline):
        return errors.bad_entry(file.name, number, "no title and no text")
    known = replace(
        known,
        deck=None if summary.rstrip("[…]. ")[:SAME] in " ".join(text.split()) else summary,
        tags=entry.tags,
        updated=parse_date(entry.updated, file.date_order) if entry.updated else None,
        captions=entry.captions,
        is_complete=bool(known.headline),
    )
    digest = sha256(text.encode()).hexdigest()
    origin = Origin(file.path_text, format, encoding, digest, id=entry.id)
    return Source(text, origin, known, page.markup if page else None)


def is_full(summary: str) -> bool:
    """Whether what calls itself a summary is the text: it is long, or has paragraphs and none cut short."""
    text = plain(summary)
    paragraphs = list(filter(None, map(plain, _PARAGRAPH.split(summary))))
    return len(text) >= MIN_FULL or (len(paragraphs) > 1 and not any(map(_CUT_SHORT.search, paragraphs)))


def plain(part: str) -> str:
    """The words of HTML, on one line."""
    return " ".join(unescape(_TAG.sub("", _BLOCK.sub(" ", part))).split())


def as_html(text: str, is_html: bool) -> str:
    """HTML as it is; a text without a tag, each of its lines as a paragraph."""
    if is_html and _TAG.search(text):
        return text
    lines = (line if is_html else escape(line) for line in text.splitlines() if line.strip())
    return "".join(f"<p>{line}</p>\n" for line in lines)
