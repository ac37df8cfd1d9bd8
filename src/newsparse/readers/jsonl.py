"""JSON Lines: a record a line, read as it comes; a line that is no record is an error in its place."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from contextlib import AbstractContextManager, suppress
from itertools import islice
from typing import Any, BinaryIO

import msgspec

from newsparse import errors
from newsparse.readers import files
from newsparse.readers.files import InputFile, unpacked
from newsparse.readers.records import Records, rows_of
from newsparse.readers.source import Source

_BLANK = b"\xef\xbb\xbf \t\r\n"
_MAX_LINE = 2  # bytes of a record a byte that its text may have: keys, escapes and other columns


def read(file: InputFile) -> Iterator[Source | errors.InputError]:
    """The articles of the records, a line each. Raises InputError where no record has a text."""
    from newsparse.readers.exports import by_lines

    file, wide = by_lines(file)
    encoding = file.encoding or "utf-8"
    records = Records(file, "jsonl", wide or codecs.lookup(encoding).name)
    for row, record, text in _rows(file, encoding):
        yield record if isinstance(record, errors.InputError) else records.source(record, row).of(text)


def _rows(file: InputFile, encoding: str) -> Iterator[tuple[int, dict[str, Any] | errors.InputError, str]]:
    """The records of a file in order: the number of the line, from 1, the record or what is wrong with it,
    and its JSON."""
    row = 0
    while line := file.stream.readline(_MAX_LINE * files.MAX_BYTES):
        row += 1
        if len(line) == _MAX_LINE * files.MAX_BYTES and not line.endswith(b"\n"):
            _skip_line(file)
            yield row, errors.bad_row(file.name, row, errors.too_large(file.name, files.MAX_BYTES).wrong), ""
        elif line.strip(_BLANK):
            record = decode_json(line, encoding)
            if not isinstance(record, dict):
                yield row, errors.bad_row(file.name, row, "no JSON object"), ""
                continue
            rows = rows_of(record)
            if rows == [record]:
                yield row, record, line.decode(encoding).strip("\ufeff \t\r\n")
                continue
            for inner in rows:
                yield row, inner, msgspec.json.encode(inner).decode()


def record_at(
    opened: AbstractContextManager[BinaryIO], index: int, encoding: str | None = None
) -> str | None:
    """The JSON of the record of this number in a file, from 0; None where there is none."""
    from newsparse.languages import DEFAULT, load
    from newsparse.readers.exports import by_lines

    with suppress(errors.InputError, UnicodeError), opened as stream:
        file, _ = by_lines(InputFile(unpacked(stream), "", load(DEFAULT), encoding))
        text = (text for _, _, text in _rows(file, file.encoding or "utf-8"))
        return next(islice(text, index, None), None) or None
    return None


def decode_json(data: bytes, encoding: str) -> Any:
    """The value of JSON data, NaN and Infinity allowed as Python writes them; None where it is no JSON."""
    try:
        text = data.decode(encoding).lstrip("\ufeff")
        return msgspec.json.decode(text)
    except (UnicodeError, RecursionError):
        return None
    except msgspec.DecodeError:
        pass
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _skip_line(file: InputFile) -> None:
    while (rest := file.stream.readline(files.MAX_BYTES)) and not rest.endswith(b"\n"):
        pass
