"""Tables: a record a row, under a header; cells between commas or tabs, which may hold line breaks."""

from __future__ import annotations

import csv
import re
from collections import deque
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
    rows, encoding = _rows(file)
    records = Records(file, "csv", encoding)
    header: list[str] = []
    for row, cells in enumerate(rows, 1):
        if isinstance(cells, UnicodeError):
            raise errors.wrong_encoding(file.name, encoding, cells)
        if isinstance(cells, csv.Error) or rows.is_unclosed:
            wrong = str(cells) if isinstance(cells, csv.Error) else "a quotation mark that nothing closes"
            yield errors.bad_row(file.name, row, wrong)
            rows.reread()
            continue
        if not header and not _holds_text(cells):
            header = [cells[0].removeprefix("\ufeff"), *cells[1:]] if cells else []
            continue
        header = header or [str(i) for i in range(1, len(cells) + 1)]
        if any(cells) and len(cells) != len(header):
            yield errors.bad_row(file.name, row, f"{len(cells)} cells under a header of {len(header)}")
        elif any(cells):
            yield records.source(
                {key: _mended(cell, encoding) for key, cell in zip(header, cells, strict=True)}, row
            )


def _rows(file: InputFile) -> tuple[_Rows, str]:
    """The rows of a table, and its encoding."""
    head, stream = peek(file.stream, SAMPLE)
    if not head:
        raise errors.empty(file.name)
    start, encoding = decode(head, file.name, file.encoding)
    encoding = encoding.partition("+")[0]
    lines = TextIOWrapper(
        stream, "utf-8-sig" if encoding == "utf-8" else encoding, errors="surrogateescape", newline=""
    )
    csv.field_size_limit(files.MAX_BYTES)
    delimiter = _delimiter(start)
    return _Rows(lines, delimiter, _has_bare_quotes(start, delimiter)), encoding


def _holds_text(cells: list[str]) -> bool:
    """Whether a cell of the first row is a text, so that it is no header."""
    return any(len(cell) >= LONG for cell in cells)


class _Rows:
    """The rows, and what is wrong with one that can't be read in its place.

    A quotation mark that nothing closes takes in all lines behind it: the row can be read again without its
    first line. `is_bare`: quotation marks are the texts' own.
    """

    def __init__(self, lines: Iterator[str], delimiter: str, is_bare: bool) -> None:
        self._lines = lines
        self._again = deque[str]()  # lines that are to be read again
        self._own = list[str]()  # of the last row
        self._options = delimiter, is_bare
        self._is_at_end = False
        self._reader = self._start()

    @property
    def is_unclosed(self) -> bool:
        """Whether the last row goes on to the end of the file within quotation marks."""
        return self._is_at_end and sum(line.count('"') for line in self._own) % 2 == 1 and len(self._own) > 1

    def _start(self) -> Iterator[list[str]]:
        delimiter, is_bare = self._options
        if is_bare:
            return csv.reader(self._taken(), delimiter=delimiter, quoting=csv.QUOTE_NONE)
        return csv.reader(self._taken(), delimiter=delimiter)

    def _taken(self) -> Iterator[str]:
        while True:
            line = self._again.popleft() if self._again else next(self._lines, None)
            if line is None:
                self._is_at_end = True
                return
            self._own.append(line)
            yield line

    def reread(self) -> None:
        """Read all lines of the last row but the first again."""
        self._again.extendleft(reversed(self._own[1:]))
        self._is_at_end = False
        self._reader = self._start()

    def __iter__(self) -> Iterator[list[str] | csv.Error | UnicodeError]:
        while True:
            self._own.clear()
            try:
                yield next(self._reader)
            except StopIteration:
                return
            except (csv.Error, UnicodeError) as error:
                yield error


def _has_bare_quotes(text: str, delimiter: str) -> bool:
    """Whether quotation marks are the texts' own, as in tables with tabs: a word follows a closing one."""
    return delimiter == "\t" and bool(re.search(r'(?:^|\t)"[^"\t\n]*+"[^"\t\r\n]', text, re.M))


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
