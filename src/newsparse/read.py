"""Bytes to Source: the exact text of a file, a stream or a string, and where it came from.

A byte order mark, UTF-8, else a guess from the bytes; what can't be an article is an InputError that says what to do. Pages go to
`readers`, which is imported for nothing else.
"""

from __future__ import annotations

import codecs
import hashlib
import io
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import msgspec

from newsparse.article import Origin
from newsparse.front import Front

MAX_BYTES = 40_000_000
MAX_LINE = 4_000_000  # characters
SAMPLE = 65_536  # bytes that are looked at to tell text from binary, and one encoding from another

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
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
_PAGES = (".html", ".htm", ".xhtml")
_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?(?>\s*(?:<\?xml\b[^>]*>\s*)?(?:<!--.*?-->\s*)*)<(?:!doctype\s+html|html)\b", re.I | re.S)
_CONTROLS = bytes({*range(1, 32), 127} - set(b"\t\n\v\f\r\x1b"))
_HIGH = re.compile(rb"[\x80-\xff]")
_NOT_WESTERN = re.compile(rb"[a-z][\xa2\xa3\xa5\xb1-\xb3\xb6\xb9\xbc-\xbf][a-z]")  # in cp1252, a sign such as ³ inside a word
_SURROGATE = re.compile("[\ud800-\udfff]")
_CANDIDATES = [
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "koi8_r",
    "cp932", "euc_jp", "gb18030", "big5", "cp949",
]  # fmt: skip


class InputError(ValueError):
    """An input that can't be parsed; as a string it is one line: its `name`, what is `wrong`, and the `remedy`."""

    def __init__(self, name: str, wrong: str, remedy: str) -> None:
        super().__init__(name, wrong, remedy)
        self.name = name
        self.wrong = wrong
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.name}: {self.wrong}: {self.remedy}"


class Source(msgspec.Struct, frozen=True):
    """A text to parse and where it came from.

    Of a page, `front` is what it gives beside its text, and `markup` tells what its mark-up says about `text[start:end]`.
    """

    text: str
    origin: Origin
    front: Front | None = None
    markup: Callable[[int, int], tuple[str, ...]] | None = None


def read_file(path: str | Path, encoding: str | None = None, form: str = "auto") -> Source:
    """The Source in a file; `encoding` and `form` ("text" or "html") overrule what its name and bytes suggest. Raises InputError."""
    return read_bytes(_stored(path), path, encoding, form)


def read_input(path: str, encoding: str | None = None, form: str = "auto") -> Source:
    """The Source of an argument of the command: a file, or - for standard input. Raises InputError."""
    return read_bytes(input_bytes(path), path, encoding, form)


def input_bytes(path: str) -> bytes:
    """The bytes of an argument of the command, no more than an article may have. Raises InputError."""
    if path != "-":
        return _stored(path)
    if sys.stdin is None:
        raise InputError("-", "standard input is closed", "pipe a text in")
    return _piped(sys.stdin.buffer)


def read_bytes(data: bytes, path: str | Path, encoding: str | None = None, form: str = "auto") -> Source:
    """The Source in the bytes that were read from a path: what it is said to be, else a page by its name or by how it begins, else a text.

    Raises InputError.
    """
    name, told = shown(path), os.fsencode(path).decode("utf-8", "replace")
    if form == "text" or (form == "auto" and not is_page(told) and not _PAGE.match(data[:SAMPLE])):
        return _decode(data, name, told, encoding)
    from newsparse.readers.page import read_page

    return read_page(_unpacked(data, name), name=name, path=told, encoding=encoding)


def read_text(text: str) -> Source:
    """The Source of a text in memory, any text at all but lone surrogates or what is too large. Raises InputError."""
    check(text, "text")
    raw = text.encode()
    if len(raw) > MAX_BYTES:
        raise too_large("text")
    return Source(text, Origin(None, "text", None, hashlib.sha256(raw).hexdigest()))


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


def shown(path: str | Path) -> str:
    """A path as messages print it: on one line, and in characters that can be printed."""
    return "".join(c if c.isprintable() else "\ufffd" for c in os.fsencode(path).decode("utf-8", "replace"))


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
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
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


def _decode(data: bytes, name: str, path: str, encoding: str | None) -> Source:
    refuse_binary(data, name)
    text, used = _by_name(data, name, encoding) if encoding else _by_evidence(data, name)
    text = text.removeprefix("\ufeff")
    if "\0" in text:
        raise InputError(name, "holds NUL characters", "if it is UTF-16, say so with --encoding utf-16-le; else it is not text")
    if not text.strip():
        raise InputError(name, "nothing but white space", "give it the article's text")
    check(text, name)
    return Source(text, Origin(path, "text", used, hashlib.sha256(data).hexdigest()))


def refuse_binary(data: bytes, name: str) -> None:
    """Raise InputError for nothing at all, and for what is known not to be text by its first bytes."""
    if not data:
        raise InputError(name, "empty", "give it the article's text")
    for magic, what, remedy in _MAGIC:
        if data.startswith(magic):
            raise InputError(name, f"{what}, not text", remedy)


def check(text: str, name: str) -> None:
    """Refuse what no article is and no later step could write."""
    surrogate = _SURROGATE.search(text)
    if surrogate:
        raise InputError(name, f"a lone surrogate at offset {surrogate.start()}", "decode it with errors='replace'")
    if len(text) > MAX_LINE and max(map(len, text.splitlines())) > MAX_LINE:
        raise InputError(name, f"a line of more than {MAX_LINE:,} characters", "put each paragraph on a line of its own")


def too_large(name: str) -> InputError:
    return InputError(name, f"too large to be one article (more than {MAX_BYTES // 1_000_000} MB)", "split it")


def _by_name(data: bytes, name: str, encoding: str) -> tuple[str, str]:
    """The text in an encoding that the caller named, and the encoding's usual name."""
    if not is_encoding(encoding):
        raise InputError(name, f"no encoding is called {encoding!r}", "give a name such as utf-8 or cp1252")
    try:
        return data.decode(encoding), codecs.lookup(encoding).name
    except UnicodeError as error:
        where = f", at byte {error.start}" if isinstance(error, UnicodeDecodeError) else ""
        raise InputError(name, f"not in the encoding {encoding}{where}", "name the right one with --encoding") from None


def is_encoding(name: str) -> bool:
    """Whether Python can decode a text in an encoding of this name."""
    try:
        b"a".decode(name)
    except UnicodeError:
        return True
    except (LookupError, ValueError):
        return False
    return True


def _by_evidence(data: bytes, name: str) -> tuple[str, str]:
    """The text by its byte order mark, as UTF-8, or in the encoding its bytes suggest."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _by_name(data[len(mark) :], name, encoding)
    sample = data[:SAMPLE]
    if len(sample) - len(sample.translate(None, _CONTROLS)) > 0.02 * len(sample):
        raise InputError(name, "binary data", "give the article as text")
    try:
        return data.decode(), "utf-8"
    except UnicodeDecodeError:
        pass
    mended = data.decode("utf-8", "replace")
    if 10 * mended.count("\ufffd") < len(mended) - len(mended.encode("ascii", "ignore")):  # UTF-8 but for a few broken bytes
        return mended, "utf-8"
    guessed = guess(data)
    if guessed is None:
        raise InputError(name, "its encoding can't be told from its bytes", "name it with --encoding")
    return _by_name(data, name, guessed)


def guess(data: bytes) -> str | None:
    """The encoding of bytes that are not UTF-8.

    A few high bytes are the quotes and dashes of a Windows text; with so little evidence a detector would
    answer with any code page that has letters there.
    """
    western = _fits(data, "cp1252") and not _NOT_WESTERN.search(data)
    high = len(data) - len(data.translate(None, bytes(range(128, 256))))
    if western and high < 0.05 * len(data):
        return "cp1252"
    from charset_normalizer import from_bytes

    matches = from_bytes(_telling(data), cp_isolation=_CANDIDATES, enable_fallback=False)
    names = ["cp1252" if "cp1252" in match.could_be_from_charset else match.encoding for match in matches]
    chaos = {name: match.chaos for name, match in zip(names, matches, strict=True) if _fits(data, name)}
    if "cp1252" in chaos:
        chaos["cp1252"] += -0.04 if western else 0.04
    return min(chaos, key=chaos.__getitem__, default=None)


def _fits(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _telling(data: bytes) -> bytes:
    """Lines with high bytes, up to a sample's size; a line that is longer ends at a space, not inside a character."""
    kept: list[bytes] = []
    room = SAMPLE
    for line in data.split(b"\n"):
        if _HIGH.search(line):
            if len(line) > room:
                kept.append(line[:room].rpartition(b" ")[0] or line[:room])
                break
            kept.append(line)
            room -= len(line)
    return b"\n".join(kept)
