"""Plain text: bytes or a string to the Source of one article."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from newsparse import errors
from newsparse.article import Origin
from newsparse.readers import files
from newsparse.readers.encoding import decode
from newsparse.readers.files import InputFile, refuse_binary
from newsparse.readers.source import Source

MAX_LINE = 4_000_000  # characters


def read(file: InputFile) -> Iterator[Source]:
    """The one article of a file. Raises InputError."""
    data = file.data()
    text, used = decode_text(data, file.name, file.encoding)
    check_text(text, file.name)
    yield Source(text, Origin(file.path_text, "text", used, hashlib.sha256(data).hexdigest()))


def read_text(text: str) -> Source:
    """The Source of a text in memory, any text at all but lone surrogates or what is too large.
    Raises InputError.
    """
    if not isinstance(text, str):
        raise TypeError(
            f"a text is a str, not {type(text).__name__}: decode bytes first; parse_file reads a file, "
            "parse_html a page"
        )
    check_text(text, "text")
    raw = text.encode()
    if len(raw) > files.MAX_BYTES:
        raise errors.too_large("text", files.MAX_BYTES)
    return Source(text, Origin(None, "text", None, hashlib.sha256(raw).hexdigest()))


def decode_text(data: bytes, name: str, encoding: str | None = None) -> tuple[str, str]:
    """The text in bytes without its byte order mark, and the encoding it was in.
    Raises InputError for what is no text.
    """
    refuse_binary(data, name)
    text, used = decode(data, name, encoding)
    text = text.removeprefix("\ufeff")
    if "\0" in text:
        raise errors.nul_characters(name)
    if not text.strip():
        raise errors.white_space_only(name)
    return text, used


def check_text(text: str, name: str) -> None:
    """Refuse what no article is and no later step could write."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise errors.lone_surrogate(name, error.start) from None
    if len(text) > MAX_LINE and max(map(len, text.splitlines())) > MAX_LINE:
        raise errors.line_too_long(name, MAX_LINE)
