"""Mailboxes (mbox): mails behind lines such as "From a@b.example Mon Mar  4 10:15:00 2024", read as they
come."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsparse import errors
from newsparse.errors import InputError
from newsparse.readers import files
from newsparse.readers.exports import blocks
from newsparse.readers.files import InputFile
from newsparse.readers.mail import read_mail
from newsparse.readers.source import Source

_FROM = re.compile(rb"(?:\xef\xbb\xbf)?From \S+.* \d\d?:\d\d(?::\d\d)?\b.* (?:19|20)\d\d\b")
_QUOTED = re.compile(rb"^>(>*From )", re.M)


def read(file: InputFile) -> Iterator[Source | InputError]:
    """The articles of the mails, and an InputError in place of a mail without one."""
    for number, block in enumerate(blocks(file, _FROM.match)):
        if number == 0:  # what stands before the first
            continue
        if block is None:
            yield errors.bad_article(file.name, number, errors.too_large(file.name, files.MAX_BYTES).wrong)
            continue
        try:
            yield from read_mail(file, _QUOTED.sub(rb"\1", block), "mbox")
        except InputError as error:
            yield errors.bad_article(file.name, number, error.wrong)
