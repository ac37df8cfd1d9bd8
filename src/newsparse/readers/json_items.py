"""What the readers of JSON formats of news share: the objects of a file, and the values in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

from newsparse import errors
from newsparse.errors import InputError
from newsparse.metadata import Metadata
from newsparse.readers import files
from newsparse.readers.exports import by_lines, page_source, source
from newsparse.readers.files import InputFile
from newsparse.readers.jsonl import decode_json
from newsparse.readers.source import Source

Item = dict[str, Any]
_TAG = re.compile(r"<[^<>]*>")


def items(file: InputFile) -> Iterator[tuple[int, Item] | InputError]:
    """The objects of a file with their numbers from 1: the one that it is, those of its array, or one a line,
    which are read as they come. Raises InputError for what is no JSON.
    """
    file, _ = by_lines(file)
    encoding = file.encoding or "utf-8"
    line = file.stream.readline(files.MAX_BYTES)
    value = decode_json(line, encoding)
    if isinstance(value, dict):
        yield 1, value
        yield from _of_lines(file, encoding)
        return
    value = decode_json(line + files.read_limited(file.stream, file.name), encoding)
    for number, each in enumerate(value if isinstance(value, list) else [value], 1):
        if isinstance(each, dict):
            yield number, each
        elif value is None:
            raise errors.broken_json(file.name)
        else:
            yield errors.bad_row(file.name, number, "no JSON object")


def _of_lines(file: InputFile, encoding: str) -> Iterator[tuple[int, Item] | InputError]:
    """The objects of the lines behind the first."""
    number = 1
    while line := file.stream.readline(files.MAX_BYTES):
        number += 1
        value = decode_json(line, encoding) if line.strip() else None
        if isinstance(value, dict):
            yield number, value
        elif line.strip():
            yield errors.bad_row(file.name, number, "no JSON object")


def text(item: Any, *keys: str) -> str:
    """The first of these keys that holds a word, as one line without tags; else ""."""
    values = (item.get(key) for key in keys) if isinstance(item, dict) else ()
    return next((found for value in values if isinstance(value, str) and (found := plain(value))), "")


def plain(value: str) -> str:
    """A text without tags, as one line."""
    return " ".join(unescape(_TAG.sub(" ", value)).split()) if "<" in value else " ".join(value.split())


def dicts(value: Any) -> list[Item]:
    """The objects of a list or of a mapping of objects, or the one object."""
    if isinstance(value, dict):
        nested = [each for each in value.values() if isinstance(each, dict)]
        return nested if nested and len(nested) == len(value) else [value]
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def names(value: Any) -> Iterator[str]:
    """The texts of a list, and the names of the objects in it; of a text, what stands between commas."""
    for each in value.split(",") if isinstance(value, str) else value if isinstance(value, list) else ():
        name = plain(each) if isinstance(each, str) else text(each, "name")
        if name:
            yield name


def first(values: Iterable[str]) -> str:
    """The first that is not empty; else ""."""
    return next(filter(None, values), "")


def article(
    file: InputFile, number: int, body: str, metadata: Metadata, is_html: bool, *, format: str, id: str | None
) -> Source | InputError:
    """The Source of an article whose body is a part of a page or plain text."""
    encoding = file.encoding or "utf-8"
    if is_html:
        return page_source(file, number, body, metadata, format=format, encoding=encoding, id=id)
    return source(file, number, body, metadata, format=format, encoding=encoding, id=id)
