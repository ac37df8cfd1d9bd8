"""Plain text: bytes or a string to the Source of one article."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from newsparse.article import Origin
from newsparse.errors import InputError
from newsparse.readers import files
from newsparse.readers.encoding import _by_evidence, _by_name
from newsparse.readers.files import InputFile, refuse_binary, too_large
from newsparse.readers.source import Source

MAX_LINE = 4_000_000  # characters

_SURROGATE = re.compile("[\ud800-\udfff]")


def read(file: InputFile) -> Iterator[Source]:
    """The one article of a file. Raises InputError."""
    data = file.data()
    text, used = decode_text(data, file.name, file.encoding)
    check(text, file.name)
    yield Source(text, Origin(file.path_text, "text", used, hashlib.sha256(data).hexdigest()))


def read_text(text: str) -> Source:
    """The Source of a text in memory, any text at all but lone surrogates or what is too large. Raises InputError."""
    check(text, "text")
    raw = text.encode()
    if len(raw) > files.MAX_BYTES:
        raise too_large("text")
    return Source(text, Origin(None, "text", None, hashlib.sha256(raw).hexdigest()))


def decode_text(data: bytes, name: str, encoding: str | None = None) -> tuple[str, str]:
    """The text in bytes without its byte order mark, and the encoding it was in. Raises InputError for what is no text."""
    refuse_binary(data, name)
    text, used = _by_name(data, name, encoding) if encoding else _by_evidence(data, name)
    text = text.removeprefix("\ufeff")
    if "\0" in text:
        raise InputError(name, "holds NUL characters", "if it is UTF-16, say so with --encoding utf-16-le; else it is not text")
    if not text.strip():
        raise InputError(name, "nothing but white space", "give it the article's text")
    return text, used


def check(text: str, name: str) -> None:
    """Refuse what no article is and no later step could write."""
    surrogate = _SURROGATE.search(text)
    if surrogate:
        raise InputError(name, f"a lone surrogate at offset {surrogate.start()}", "decode it with errors='replace'")
    if len(text) > MAX_LINE and max(map(len, text.splitlines())) > MAX_LINE:
        raise InputError(name, f"a line of more than {MAX_LINE:,} characters", "put each paragraph on a line of its own")
