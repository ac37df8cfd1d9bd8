"""Pages that a browser saved as one file (MHTML, RFC 2557): a mail whose first part of HTML is the page. The
day of the mail is when the page was saved.
"""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message

from newsparse import errors
from newsparse.readers.files import InputFile
from newsparse.readers.html import read_saved_page
from newsparse.readers.source import Source

_PAGES = ("text/html", "application/xhtml+xml")


def read(file: InputFile) -> Iterator[Source]:
    """The one article of a page. Raises InputError."""
    mail = message_from_bytes(file.data().lstrip(b"\xef\xbb\xbf \t\r\n"))
    page = _page(mail)
    content = page.get_payload(decode=True) if page else None
    if page is None or not isinstance(content, bytes) or not content.strip():
        raise errors.page_without_text(file.name)
    address = mail["Snapshot-Content-Location"] or page["Content-Location"] or mail["Content-Location"]
    url = str(address).strip() if address else ""
    yield read_saved_page(
        file,
        content,
        "mhtml",
        encoding=page.get_content_charset(),
        url=url if url.startswith(("http://", "https://")) else None,
    )


def _page(mail: Message) -> Message | None:
    """The part that is the page: the one that the mail starts with, where it says which, else the first."""
    pages = [part for part in mail.walk() if part.get_content_type() in _PAGES]
    start = mail.get_param("start")
    named = (part for part in pages if start and part["Content-ID"] == start)
    return next(named, next(iter(pages), None))
