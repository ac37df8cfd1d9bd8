"""JSON files: one record, or an array of them."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import Any

from newsparse import errors
from newsparse.readers.files import InputFile
from newsparse.readers.jsonl import decode_json
from newsparse.readers.records import TEXT_KEYS, Records
from newsparse.readers.source import Source


def read(file: InputFile) -> Iterator[Source | errors.InputError]:
    """The articles of the records. Raises InputError where the file is no JSON, or no record has a text."""
    encoding = file.encoding or "utf-8"
    found = decode_json(file.data(), encoding)
    rows = _rows(found)
    if not any(isinstance(row, dict) for row in rows):
        raise errors.not_records(file.name)
    records = Records(file, "json", codecs.lookup(encoding).name)
    for row, record in enumerate(rows, 1):
        yield (
            records.source(record, row)
            if isinstance(record, dict)
            else errors.bad_row(file.name, row, "no JSON object")
        )


def _rows(found: Any) -> list[Any]:
    """The records: the items of a list, also of the only one with objects in an object that holds no text, as
    an answer of a web service; else what was found itself."""
    if isinstance(found, dict) and not any(key.lower() in TEXT_KEYS for key in found):
        lists = [value for value in found.values() if isinstance(value, list)]
        inner = [value for value in lists if value and all(isinstance(each, dict) for each in value)]
        if len(inner) == 1:
            return inner[0]
    return found if isinstance(found, list) else [found]
