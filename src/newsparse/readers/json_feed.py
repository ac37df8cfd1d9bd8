"""JSON Feed (https://www.jsonfeed.org/version/1.1): an entry each."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import Any

from newsparse import errors
from newsparse.errors import InputError
from newsparse.readers.entries import Entry, as_html, entry_source
from newsparse.readers.files import InputFile
from newsparse.readers.jsonl import decode_json
from newsparse.readers.records import one, words
from newsparse.readers.source import Source


def read(file: InputFile) -> Iterator[Source | InputError]:
    """The articles of the entries. Raises InputError where the file is no feed."""
    encoding = file.encoding or "utf-8"
    feed = decode_json(file.data(), encoding)
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise errors.cut_off(file.name, "a JSON Feed")
    for number, item in enumerate(items, 1):
        yield (
            entry_source(
                file, number, _entry(item, feed), format="json-feed", encoding=codecs.lookup(encoding).name
            )
            if isinstance(item, dict)
            else errors.bad_entry(file.name, number, "no JSON object")
        )


def _entry(item: dict[str, Any], feed: dict[str, Any]) -> Entry:
    """An entry; its authors and its language are those of the feed, where it names none."""
    fields = {
        "title": item.get("title"),
        "authors": _authors(item) or _authors(feed),
        "date_published": item.get("date_published"),
        "url": item.get("url") or item.get("external_url"),
        "language": item.get("language") or feed.get("language"),
        "image": item.get("image") or item.get("banner_image"),
        "site": feed.get("title"),
    }
    return Entry(
        fields,
        as_html(_text(item, "content_html"), True) or as_html(_text(item, "content_text"), False),
        _text(item, "summary"),
        one(item, ("id",))[1],
        tuple(words(item.get("tags"))),
        _text(item, "date_modified"),
    )


def _authors(holder: dict[str, Any]) -> Any:
    """A list of authors (1.1), or the one (1.0)."""
    return holder.get("authors") or ([holder["author"]] if holder.get("author") else None)


def _text(item: dict[str, Any], key: str) -> str:
    value = item.get(key)
    return value if isinstance(value, str) else ""
