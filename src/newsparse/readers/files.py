"""Bytes of files and streams: unpacked where they are gzip or zstd data,
and no more of them than an article may have.
"""

from __future__ import annotations

import io
import os
import sys
import zlib
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, TypeVar, cast

from newsparse import errors
from newsparse.errors import printable

if TYPE_CHECKING:
    from pathlib import Path

    from newsparse.article import DateOrder
    from newsparse.languages import Language

Item = TypeVar("Item")

MAX_BYTES = 40_000_000  # of one article
PIECE = 65_536  # bytes that are read at once behind the first ones

_GZIP = b"\x1f\x8b"
_ZSTD = b"\x28\xb5\x2f\xfd"
_UNPACK, _WORDS, _SAVE = "decompress it first", "give the article's words", "save it as plain text"
_MAGIC = (
    (b"%PDF-", "a PDF", "extract its text first, as with pdftotext"),
    (_GZIP, "gzip data", _UNPACK),
    (b"PK\x03\x04", "a zip archive or an office document", "unpack it, or " + _SAVE),
    (b"BZh91AY&SY", "bzip2 data", _UNPACK),
    (b"\xfd7zXZ\x00", "xz data", _UNPACK),
    (_ZSTD, "zstd data", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack it first"),
    (b"\xd0\xcf\x11\xe0", "an office document", _SAVE),
    (b"{\\rtf", "an RTF document", _SAVE),
    (b"\xff\xd8\xff", "a JPEG picture", _WORDS),
    (b"\x89PNG", "a PNG picture", _WORDS),
    (b"GIF87a", "a GIF picture", _WORDS),
    (b"GIF89a", "a GIF picture", _WORDS),
)


class InputFile(NamedTuple):
    """A file to read: its bytes, unpacked where they were packed, its path, the language it is
    read in, and its encoding where the caller named one."""

    stream: BinaryIO
    path: str | Path
    language: Language
    encoding: str | None = None
    text_key: str | None = None  # of a record, which key or column holds the text
    date_order: DateOrder | None = None
    chosen: str | None = None  # the code of the language, where the caller named one
    depth: int = 0  # in how many archives it is

    @property
    def name(self) -> str:
        """What messages call it."""
        return printable(self.path)

    @property
    def path_text(self) -> str:
        """Its path as JSON holds it."""
        return os.fsencode(self.path).decode("utf-8", "replace")

    def language_of(self, text: str) -> Language:
        """The language to read a part of it in: the one that the caller named, else the one that it is in."""
        from newsparse.languages.reading import reading_of

        return reading_of(text, chosen=self.chosen).language

    def data(self) -> bytes:
        """All its bytes, as of a file that is one article.
        Raises InputError for more than an article may have.
        """
        return read_limited(self.stream, self.name)


def open_input(path: str) -> AbstractContextManager[BinaryIO]:
    """The bytes of an argument of the command: of a file, or of standard input where it is -.
    As `open_file`.
    """
    return _standard_input() if path == "-" else open_file(path)


@contextmanager
def open_file(path: str | Path) -> Iterator[BinaryIO]:
    """The bytes of a file. What goes wrong with it, now or while it is read, is raised as InputError."""
    name = printable(path)
    try:
        with _packing_faults(name), open(path, "rb") as stream:
            yield stream
    except FileNotFoundError:
        raise errors.no_such_file(name) from None
    except IsADirectoryError:
        raise errors.is_a_folder(name) from None
    except PermissionError:
        raise errors.no_permission(name) from None
    except OSError as error:
        raise errors.unreadable(name, error) from None


@contextmanager
def open_bytes(data: bytes, path: str | Path) -> Iterator[BinaryIO]:
    """Bytes that were read from a path. What goes wrong while they are unpacked is raised as InputError."""
    with _packing_faults(printable(path)):
        yield io.BytesIO(data)


def read_limited(stream: BinaryIO, name: str) -> bytes:
    """All bytes of a stream, and not one more than an article may have: /dev/zero must end too."""
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise errors.too_large(name, MAX_BYTES)
    return data


def peek(stream: BinaryIO, size: int) -> tuple[bytes, BinaryIO]:
    """The first bytes of a stream, at most `size`, and the stream with them, which may be a pipe."""
    head = stream.read(size)
    return head, io.BytesIO(head) if len(head) < size else io.BufferedReader(_Rejoined(head, stream))


def unpacked(stream: BinaryIO) -> BinaryIO:
    """What a stream of gzip or zstd data holds; another stream as it is."""
    head, stream = peek(stream, len(_ZSTD))
    if head.startswith(_GZIP):
        from gzip import GzipFile

        return cast(BinaryIO, GzipFile(fileobj=stream))
    if head == _ZSTD:
        from newsparse.readers.zstd import Unpacked

        return io.BufferedReader(Unpacked(stream))
    return stream


def unbroken(found: Iterator[Item], name: str) -> Iterator[Item]:
    """What is made of a stream; where that turns out to be broken gzip or zstd data, InputError is raised."""
    with _packing_faults(name):
        yield from found


def refuse_binary(data: bytes, name: str) -> None:
    """Raise InputError for nothing at all, and for what is known not to be text by its first bytes."""
    if not data:
        raise errors.empty(name)
    for magic, kind, remedy in _MAGIC:
        if data.startswith(magic):
            raise errors.not_text(name, kind, remedy)


@contextmanager
def _standard_input() -> Iterator[BinaryIO]:
    if sys.stdin is None:
        raise errors.stdin_closed()
    try:
        with _packing_faults("-"):
            yield sys.stdin.buffer
    except OSError as error:
        raise errors.stdin_unreadable(error) from None


@contextmanager
def _packing_faults(name: str) -> Iterator[None]:
    try:
        yield
    except (EOFError, zlib.error):
        raise errors.broken_gzip(name) from None
    except OSError as error:
        from gzip import BadGzipFile

        if isinstance(error, BadGzipFile):
            raise errors.broken_gzip(name) from None
        if type(error).__name__ == "BrokenZstdError":  # its module needs a library that may be missing
            raise errors.cut_off(name, "zstd data") from None
        raise
    except ModuleNotFoundError as error:
        if error.name != "zstandard":
            raise
        raise errors.missing_library(name, "zstd data", "zstd") from None


class _Rejoined(io.RawIOBase):
    """A stream's first bytes, which were read already, and the rest."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        # in pieces: to ask for all that an article may have takes room for all of it, a tenth of the reading
        part = self._head[: len(buffer)] or self._rest.read(min(len(buffer), PIECE))
        self._head = self._head[len(buffer) :]
        buffer[: len(part)] = part
        return len(part)
