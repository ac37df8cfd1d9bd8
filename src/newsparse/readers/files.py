"""Bytes of files and streams: no more of them than an article may have, and none that are known not to be text."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import BinaryIO

from newsparse.errors import InputError, shown
from newsparse.readers import source as limits
from newsparse.readers.source import too_large

_GZIP = b"\x1f\x8b"
_UNPACK, _WORDS, _SAVE = "decompress it first", "give the article's words", "save it as plain text"
_MAGIC = (
    (b"%PDF-", "a PDF", "extract its text first, as with pdftotext"),
    (_GZIP, "gzip data", _UNPACK),
    (b"PK\x03\x04", "a zip archive or an office document", "unpack it, or " + _SAVE),
    (b"BZh91AY&SY", "bzip2 data", _UNPACK),
    (b"\xfd7zXZ\x00", "xz data", _UNPACK),
    (b"\x28\xb5\x2f\xfd", "zstd data", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack it first"),
    (b"\xd0\xcf\x11\xe0", "an office document", _SAVE),
    (b"{\\rtf", "an RTF document", _SAVE),
    (b"\xff\xd8\xff", "a JPEG picture", _WORDS),
    (b"\x89PNG", "a PNG picture", _WORDS),
    (b"GIF87a", "a GIF picture", _WORDS),
    (b"GIF89a", "a GIF picture", _WORDS),
)


def input_bytes(path: str) -> bytes:
    """The bytes of an argument of the command, no more than an article may have. Raises InputError."""
    if path != "-":
        return _stored(path)
    if sys.stdin is None:
        raise InputError("-", "standard input is closed", "pipe a text in")
    return _piped(sys.stdin.buffer)


def _stored(path: str | Path) -> bytes:
    name = shown(path)
    try:
        with open(path, "rb") as stream:
            return _bounded(stream, name)
    except FileNotFoundError:
        raise InputError(name, "there is no such file", "check the path") from None
    except IsADirectoryError:
        raise InputError(name, "a folder, not a file", "name the files in it") from None
    except PermissionError:
        raise InputError(name, "not readable for you", "change its permissions") from None
    except OSError as error:
        raise InputError(name, f"can't be read ({error.strerror or error})", "check the path") from None


def _piped(stream: BinaryIO) -> bytes:
    try:
        return _bounded(stream, "-")
    except OSError as error:
        raise InputError("-", f"standard input can't be read ({error.strerror or error})", "pipe a text in") from None


def _bounded(stream: BinaryIO | io.BufferedIOBase, name: str) -> bytes:
    """All bytes of a stream, and not one more than an article may have: /dev/zero must end too."""
    data = stream.read(limits.MAX_BYTES + 1)
    if len(data) > limits.MAX_BYTES:
        raise too_large(name)
    return data


def _unpacked(data: bytes, name: str) -> bytes:
    """What gzip data holds, which is no more than an article may have; other bytes as they are."""
    if not data.startswith(_GZIP):
        return data
    import gzip
    import zlib

    try:
        return _bounded(gzip.GzipFile(fileobj=io.BytesIO(data)), name)
    except (EOFError, OSError, zlib.error):
        raise InputError(name, "gzip data that is cut off or broken", "get a whole copy of it") from None


def refuse_binary(data: bytes, name: str) -> None:
    """Raise InputError for nothing at all, and for what is known not to be text by its first bytes."""
    if not data:
        raise InputError(name, "empty", "give it the article's text")
    for magic, what, remedy in _MAGIC:
        if data.startswith(magic):
            raise InputError(name, f"{what}, not text", remedy)
