"""What the readers of archive exports share: the blocks of a file, an article each, and their sources."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from hashlib import sha256
from typing import BinaryIO, cast

from newsparse import errors
from newsparse.article import Origin
from newsparse.errors import InputError
from newsparse.metadata import Metadata
from newsparse.readers import files
from newsparse.readers.encoding import BOMS, is_encoding
from newsparse.readers.files import InputFile, peek
from newsparse.readers.source import Source
from newsparse.readers.text import check_text, decode_text

MIN_WORDS = 5
MIN_CHARACTERS = 25  # of a text in a script without spaces
WRAPPED = 40  # characters at least of a line that was wrapped; wires and corpora wrap at 60 to 80
_INDENTED = re.compile(r" {2,}\S|\t\S")
CHUNK = 1_000_000  # bytes that are read at once: a block of 40 MB is copied forty times, not six hundred


def by_lines(file: InputFile) -> tuple[InputFile, str | None]:
    """The file with lines that end in a line feed: in UTF-8 where it is in UTF-16 or UTF-32, and which of
    them it is in."""
    head, stream = peek(file.stream, len(codecs.BOM_UTF32_LE))
    marked = next((name for bom, name in BOMS[1:] if head.startswith(bom)), None)
    named = codecs.lookup(file.encoding).name if file.encoding and is_encoding(file.encoding) else ""
    named = f"{named}-le" if named in ("utf-16", "utf-32") else named  # without a mark, the usual order
    wide = marked or (named if named.startswith(("utf-16", "utf-32")) else None)
    if wide is None:
        return file._replace(stream=stream), None
    recoded = codecs.EncodedFile(stream, "utf-8", wide, "replace")
    return file._replace(stream=cast(BinaryIO, recoded), encoding="utf-8"), wide


def blocks(file: InputFile, is_boundary: Callable[[bytes], object]) -> Iterator[bytes | None]:
    """What stands between the boundary lines of a file, read as it comes, in order, the first before the
    first of them; None in place of a block with more bytes than an article may have."""
    lines: list[bytes] = []
    size = 0
    while line := file.stream.readline(files.MAX_BYTES):
        if is_boundary(line):
            yield _joined(lines, size)
            lines, size = [], 0
            continue
        size += len(line)
        if size <= files.MAX_BYTES:
            lines.append(line)
    yield _joined(lines, size)


def delimited(file: InputFile, delimiter: re.Pattern[bytes], longest: int) -> Iterator[bytes | None]:
    """What stands up to each delimiter of a file, with it, read as it comes, and what is left behind the
    last; None in place of a block with more bytes than an article may have. A delimiter has at most
    `longest` bytes.
    """
    data, too_large = b"", False
    while chunk := file.stream.read(CHUNK):
        start, searched = 0, max(0, len(data) - longest)
        data += chunk
        for found in delimiter.finditer(data, searched):
            block = data[start : found.end()]
            yield None if too_large or len(block) > files.MAX_BYTES else block
            start, too_large = found.end(), False
        data = data[start:]
        if len(data) > files.MAX_BYTES:
            data, too_large = data[-longest:], True
    yield None if too_large else data


def _joined(lines: list[bytes], size: int) -> bytes | None:
    return b"".join(lines) if size <= files.MAX_BYTES else None


def decode_block(file: InputFile, block: bytes | None, number: int) -> tuple[str, str] | InputError:
    """The text of a block and its encoding, or what is wrong with it; `number` counts articles from 1."""
    if block is None:
        return errors.bad_article(file.name, number, errors.too_large(file.name, files.MAX_BYTES).wrong)
    try:
        return decode_text(block, file.name, file.encoding)
    except InputError as error:
        return errors.bad_article(file.name, number, error.wrong)


def source(
    file: InputFile,
    number: int,
    text: str,
    metadata: Metadata,
    *,
    format: str,
    encoding: str | None,
    id: str | None = None,
) -> Source | InputError:
    """The Source of an article, its text without the white space around it."""
    text = text.strip()
    if not text:
        return errors.bad_article(file.name, number, "no text")
    try:
        check_text(text, file.name)
    except InputError as error:
        return errors.bad_article(file.name, number, error.wrong)
    digest = sha256(text.encode()).hexdigest()
    return Source(text, Origin(file.path_text, format, encoding, digest, id=id), metadata)


def unwrapped(text: str) -> str:
    """A text with its wrapped lines joined, and a blank line before each that begins with an indent.

    A line at the margin goes on with the one before, if that is as long as one that was wrapped.
    """
    joined: list[str] = []
    for line in map(str.rstrip, text.splitlines()):
        if joined and not line[:1].isspace() and line and len(joined[-1]) >= WRAPPED:
            joined[-1] += f" {line}"
        else:
            joined += ["", line] if _INDENTED.match(line) else [line]
    return "\n".join(joined).strip("\n")


def page_source(
    file: InputFile,
    number: int,
    html: str,
    metadata: Metadata,
    *,
    format: str,
    encoding: str,
    id: str | None = None,
) -> Source | InputError:
    """The Source of an article whose text is what the body of a page shows."""
    from newsparse.readers.html import parse_page

    try:
        page = parse_page(f"<html><body>{html}</body></html>", name=file.name).source
    except InputError as error:
        return errors.bad_article(file.name, number, error.wrong)
    digest = sha256(page.text.encode()).hexdigest()
    origin = Origin(file.path_text, format, encoding, digest, id=id)
    return Source(page.text, origin, metadata, page.markup)


def stated_by(name: str, headline: object, byline: object, published: object) -> dict[str, str]:
    """The `sources` of what is stated, all by a format of this name."""
    found = {"headline": headline, "byline": byline, "published": published}
    return {field: name for field, value in found.items() if value}


def is_too_short(text: str) -> bool:
    """Whether a document or a mail has less text than an article: a title, a test, a note to what is
    attached."""
    return len(text.split()) < MIN_WORDS and len(text.strip()) < MIN_CHARACTERS
