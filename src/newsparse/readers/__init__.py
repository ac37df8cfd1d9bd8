"""Bytes to Source: a reader a format.

A page's reader is imported for nothing else.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from newsparse.errors import InputError, shown
from newsparse.readers.encoding import SAMPLE
from newsparse.readers.files import _stored, _unpacked, input_bytes
from newsparse.readers.source import Source
from newsparse.readers.text import _decode

_PAGES = (".html", ".htm", ".xhtml")
_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?(?>\s*(?:<\?xml\b[^>]*>\s*)?(?:<!--.*?-->\s*)*)<(?:!doctype\s+html|html)\b", re.I | re.S)


def read_file(path: str | Path, encoding: str | None = None, form: str = "auto") -> Source:
    """The Source in a file; `encoding` and `form` ("text" or "html") overrule what its name and bytes suggest. Raises InputError."""
    return read_bytes(_stored(path), path, encoding, form)


def read_input(path: str, encoding: str | None = None, form: str = "auto") -> Source:
    """The Source of an argument of the command: a file, or - for standard input. Raises InputError."""
    return read_bytes(input_bytes(path), path, encoding, form)


def read_bytes(data: bytes, path: str | Path, encoding: str | None = None, form: str = "auto") -> Source:
    """The Source in the bytes that were read from a path: what it is said to be, else a page by its name or by how it begins, else a text.

    Raises InputError.
    """
    name, told = shown(path), os.fsencode(path).decode("utf-8", "replace")
    if form == "text" or (form == "auto" and not is_page(told) and not _PAGE.match(data[:SAMPLE])):
        return _decode(data, name, told, encoding)
    from newsparse.readers.html import read_page

    return read_page(_unpacked(data, name), name=name, path=told, encoding=encoding)


def is_text(path: str | Path) -> bool:
    """Whether a file begins like a text; true too where it can't be opened, so that reading it tells why."""
    try:
        with open(path, "rb") as stream:
            sample = stream.read(SAMPLE)
    except OSError:
        return True
    try:
        _decode(sample, "", "", None)
    except InputError:
        return False
    return True


def is_page(path: str) -> bool:
    """Whether a file's name is that of a page, gzipped or not."""
    return path.lower().removesuffix(".gz").endswith(_PAGES)
