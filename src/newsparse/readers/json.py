"""JSON files: one record, or an array of them."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from newsparse import errors
from newsparse.readers.exports import by_lines
from newsparse.readers.files import InputFile
from newsparse.readers.jsonl import decode_json
from newsparse.readers.records import Records, rows_of
from newsparse.readers.source import Source


def read(file: InputFile) -> Iterator[Source | errors.InputError]:
    """The articles of the records. Raises InputError where the file is no JSON, or no record has a text."""
    file, wide = by_lines(file)
    encoding = file.encoding or "utf-8"
    found = decode_json(file.data(), encoding)
    rows = rows_of(found)
    if not any(isinstance(row, dict) for row in rows):
        raise errors.not_records(file.name)
    records = Records(file, "json", wide or codecs.lookup(encoding).name)
    for row, record in enumerate(rows, 1):
        yield (
            records.source(record, row)
            if isinstance(record, dict)
            else errors.bad_row(file.name, row, "no JSON object")
        )
