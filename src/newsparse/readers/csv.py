"""Tables: a record a row, under a header; cells between commas or tabs, which may hold line breaks."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import TextIOWrapper

from newsparse import errors
from newsparse.readers import files
from newsparse.readers.encoding import SAMPLE, decode
from newsparse.readers.files import InputFile, peek
from newsparse.readers.records import LONG, Records
from newsparse.readers.source import Source

DELIMITERS = ",\t;|"  # the one that the header has most of is that of the table


def read(file: InputFile) -> Iterator[Source | errors.InputError]:
    """The articles of the rows. Raises InputError where the header has no column of texts."""
    head, stream = peek(file.stream, SAMPLE)
    if not head:
        raise errors.empty(file.name)
    start, encoding = decode(head, file.name, file.encoding)
    encoding = encoding.partition("+")[0]
    lines = TextIOWrapper(
        stream, "utf-8-sig" if encoding == "utf-8" else encoding, errors="surrogateescape", newline=""
    )
    csv.field_size_limit(files.MAX_BYTES)
    rows = csv.reader(lines, delimiter=_delimiter(start))
    records = Records(file, "csv", encoding)
    header: list[str] = []
    for row, cells in enumerate(_rows(rows), 1):
        if isinstance(cells, UnicodeError):
            raise errors.wrong_encoding(file.name, encoding, cells)
        if isinstance(cells, csv.Error):
            yield errors.bad_row(file.name, row, str(cells))
            continue
        if not header and not _holds_text(cells):
            header = cells
            continue
        header = header or [str(i) for i in range(1, len(cells) + 1)]
        if any(cells) and len(cells) != len(header):
            yield errors.bad_row(file.name, row, f"{len(cells)} cells under a header of {len(header)}")
        elif any(cells):
            yield records.source(
                {key: _mended(cell, encoding) for key, cell in zip(header, cells, strict=True)}, row
            )


def _holds_text(cells: list[str]) -> bool:
    """Whether a cell of the first row is a text, so that it is no header."""
    return any(len(cell) >= LONG for cell in cells)


def _rows(rows: Iterator[list[str]]) -> Iterator[list[str] | csv.Error | UnicodeError]:
    """The rows, and what is wrong with one that can't be read in its place."""
    while True:
        try:
            yield next(rows)
        except StopIteration:
            return
        except (csv.Error, UnicodeError) as error:
            yield error


def _delimiter(text: str) -> str:
    header = text.lstrip().partition("\n")[0]
    return max(DELIMITERS, key=header.count)


def _mended(cell: str, encoding: str) -> str:
    """A cell with the bytes that did not fit read as those of a text that was pasted."""
    if cell.isascii() or not any("\ud800" <= c <= "\udfff" for c in cell):
        return cell
    data = cell.encode(encoding, "surrogateescape")
    try:
        return decode(data, "")[0]
    except errors.InputError:
        return data.decode(encoding, "replace")
