"""Mails (RFC 822, .eml): a page or a text, and what the headers state; or an archive's export."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr
from hashlib import sha256

from msgspec.structs import replace

from newsparse import errors
from newsparse.article import Origin
from newsparse.errors import InputError
from newsparse.metadata import Metadata
from newsparse.readers.dates import parse_date
from newsparse.readers.encoding import decode_page, is_encoding
from newsparse.readers.exports import is_too_short
from newsparse.readers.files import InputFile
from newsparse.readers.html import read_page
from newsparse.readers.nested import read_export
from newsparse.readers.source import Source
from newsparse.readers.text import check_text

_ENCODED = re.compile(r"=\?[^?\s]+\?q\?([^?]*)\?=", re.I)


def read(file: InputFile) -> Iterator[Source | InputError]:
    """The one article of a mail, or the articles of an export. Raises InputError."""
    yield from read_mail(file, file.data(), "mail")


def read_mail(file: InputFile, data: bytes, format: str) -> Iterator[Source | InputError]:
    """The articles of the bytes of a mail. Raises InputError."""
    mail = message_from_bytes(data.lstrip(b"\xef\xbb\xbf \t\r\n"))
    part = _body(mail)
    content = part.get_payload(decode=True) if part else None
    if part is None or not isinstance(content, bytes) or not content.strip():
        raise errors.no_article(file.name)
    charset = part.get_content_charset("")
    text, encoding = decode_page(content, file.name, charset if is_encoding(charset) else None)
    exported = read_export(file, text, format)
    if exported:
        yield from exported
        return
    if part.get_content_type() == "text/html":
        found = read_page(text, name=file.name, language=file.chosen, date_order=file.date_order)
    else:
        check_text(text, file.name)
        found = Source(text.replace("\r\n", "\n").strip(), Origin(None, format, None, ""))
    if is_too_short(found.text):
        raise errors.no_article(file.name)
    digest = sha256(found.text.encode()).hexdigest()
    number = _header(mail, "Message-ID").strip("<>")
    origin = Origin(file.path_text, format, encoding, digest, id=number or None)
    yield replace(found, origin=origin, metadata=_stated(mail, found.metadata or Metadata()))


def _body(mail: Message) -> Message | None:
    """The first part of HTML that is not attached, else the first of plain text."""
    parts = [part for part in mail.walk() if part.get_content_disposition() != "attachment"]
    pages = (part for part in parts if part.get_content_type() == "text/html")
    texts = (part for part in parts if part.get_content_type() == "text/plain")
    return next(pages, None) or next(texts, None)


def _stated(mail: Message, page: Metadata) -> Metadata:
    """What a mail and the page in it state. Subject and date of a mail are not those of its story, and taken
    where nothing else is."""
    name, address = parseaddr(_header(mail, "From"))
    subject, day = _header(mail, "Subject"), parse_date(_header(mail, "Date"))
    return replace(
        page,
        site=page.site or name or address or None,
        fallback=replace(page.fallback or Metadata(), headline=subject or None, published=day),
    )


def _header(mail: Message, name: str) -> str:
    """A header as one line; as it is where it can't be decoded."""
    raw = next((value for key, value in mail.raw_items() if key.lower() == name.lower()), "")
    line = str(raw).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    with suppress(MessageError, LookupError, ValueError):
        if line.isascii():
            line = str(make_header(decode_header(line)))
    line = _ENCODED.sub(lambda word: word[1].replace("_", " "), line)  # with signs that it must not have
    return " ".join(line.encode("utf-8", "replace").decode().split())
