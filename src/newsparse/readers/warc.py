"""Web archives (WARC, ISO 28500) as crawlers write them: the pages among the answers of servers, and the
texts that were taken out of pages (WET). When a page was fetched is not when it was published.
"""

from __future__ import annotations

from collections.abc import Iterator
from gzip import BadGzipFile
from hashlib import sha256
from typing import TYPE_CHECKING, BinaryIO, Literal, cast

from newsparse import errors
from newsparse.article import Origin
from newsparse.errors import InputError
from newsparse.metadata import Metadata
from newsparse.readers import files
from newsparse.readers.files import InputFile
from newsparse.readers.html import read_saved_page
from newsparse.readers.source import Source
from newsparse.readers.text import check_text, decode_text

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_PAGES = ("text/html", "application/xhtml+xml")
_OK = 200
_START = 1_000  # bytes in which a page has its first tag
_RESPONSE = (
    b"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\n"
    b"Content-Length: %d\r\n\r\n%b\r\n\r\n"
)


def read(file: InputFile) -> Iterator[Source | InputError]:
    """The pages and texts of an archive, read as it comes; requests, redirects, pictures and the like are
    passed over. Raises InputError where the rest can't be read, and where fastwarc is missing.
    """
    for number, record in enumerate(_records(file), 1):
        try:
            source = _source(file, record)
            if source:
                yield source
        except InputError as error:
            yield errors.bad_record(file.name, number, error.wrong)


def _records(file: InputFile) -> Iterator[WarcRecord]:
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError:
        raise errors.missing_library(file.name, "a web archive", "warc") from None
    kinds = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    try:
        yield from ArchiveIterator(
            cast(BinaryIO, _Stream(file.stream)), record_types=kinds, parse_http=False, quirks_mode=True
        )
    except BadGzipFile:
        raise
    except OSError:
        raise errors.cut_off(file.name, "a web archive") from None


class _Stream:
    """A stream that fastwarc can read: it asks for the position, which a pipe does not know."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._position = 0

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self._position += len(data)
        return data

    def tell(self) -> int:
        return self._position


def _source(file: InputFile, record: WarcRecord) -> Source | None:
    """The Source of a record that holds a page or a text, else None. Raises InputError."""
    kind, content_type = str(record.record_type), record.headers.get("Content-Type") or ""
    if kind == "response":
        page = _page(file, record)
        return _page_source(file, record, *page) if page else None
    if kind == "resource" and content_type.startswith(_PAGES):
        return _page_source(file, record, _content(file, record), None)
    if kind == "conversion" and content_type.startswith("text/plain"):
        return _text_source(file, record, _content(file, record))
    return None


def _page(file: InputFile, record: WarcRecord) -> tuple[bytes, str | None] | None:
    """The page that a server gave, in one piece and unpacked, and its encoding; None where it gave another
    thing. Where the headers say what does not hold, as with crawlers that unpack what they keep, the page is
    taken as it is.
    """
    if record.content_length > files.MAX_BYTES:
        record.parse_http(auto_decode="none")
        if not _is_page(record):
            return None
    content = _content(file, record)
    try:
        answer = _answer(content, "all")
        page = answer.reader.read(files.MAX_BYTES + 1)
    except OSError:
        answer = _answer(content, "none")
        page = answer.reader.read()
    return (page, answer.http_charset) if _is_page(answer, page) else None


def _content(file: InputFile, record: WarcRecord) -> bytes:
    if record.content_length > files.MAX_BYTES:
        raise errors.too_large(file.name, files.MAX_BYTES)
    content = record.reader.read()
    if len(content) < record.content_length:
        raise errors.cut_off(file.name, "a page of an archive")
    return content


def _answer(content: bytes, decode: Literal["all", "none"]) -> WarcRecord:
    """A server's answer, apart from the archive: what is wrong with it does not hide the next record."""
    from fastwarc.warc import WarcRecord

    answer = WarcRecord.from_bytes(_RESPONSE % (len(content), content))
    answer.parse_http(auto_decode=decode)
    return answer


def _is_page(answer: WarcRecord, page: bytes = b"") -> bool:
    """Whether a server gave a page: by what it says, else, where it says nothing, by a tag near the start."""
    headers = answer.http_headers
    if not headers or headers.status_code != _OK:
        return False
    content_type = (answer.http_content_type or "").lower()
    return content_type.startswith(_PAGES) if content_type else b"<html" in page[:_START].lower()


def _page_source(file: InputFile, record: WarcRecord, page: bytes, encoding: str | None) -> Source | None:
    address = _address(record)
    if address and address.endswith("/robots.txt"):
        return None
    return read_saved_page(file, page, "warc", encoding=encoding, url=address, id=_id(record))


def _text_source(file: InputFile, record: WarcRecord, content: bytes) -> Source:
    text, used = decode_text(content, file.name, file.encoding)
    check_text(text, file.name)
    digest = sha256(text.encode()).hexdigest()
    origin = Origin(file.path_text, "warc", used, digest, id=_id(record))
    return Source(text, origin, Metadata(url=_address(record)))


def _address(record: WarcRecord) -> str | None:
    return (record.headers.get("WARC-Target-URI") or "").strip("<>") or None


def _id(record: WarcRecord) -> str | None:
    return (record.record_id or "").strip("<>") or None
