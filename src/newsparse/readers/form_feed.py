"""Texts of several articles, divided by form feeds as a printer divides pages."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from newsparse.article import Origin
from newsparse.errors import InputError
from newsparse.readers.files import InputFile
from newsparse.readers.source import Source
from newsparse.readers.text import check_text, decode_text


def read(file: InputFile) -> Iterator[Source | InputError]:
    """The texts between the form feeds, but for those of white space only.
    Raises InputError where the file is no text.
    """
    text, used = decode_text(file.data(), file.name, file.encoding)
    for part in filter(str.strip, text.split("\f")):
        try:
            check_text(part, file.name)
        except InputError as error:
            yield error
        else:
            yield Source(part, Origin(file.path_text, "form-feed", used, sha256(part.encode()).hexdigest()))
