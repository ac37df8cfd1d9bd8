"""Members of zip archives that are documents: no more of one than an article's XML may have."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from newsparse import errors
from newsparse.readers.files import MAX_BYTES, InputFile

MAX_XML = 10 * MAX_BYTES  # mark-up takes up to ten times the text: 12 in an export of one-line paragraphs
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


@contextmanager
def open_member(file: InputFile, name: re.Pattern[str], wanted: str) -> Iterator[IO[bytes]]:
    """The bytes of the first member of a zip archive with a name of this pattern. Raises InputError, now or
    while it is read, for an archive that is broken, has no such member, which is `wanted`, or a too large
    one."""
    data = file.data()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            member = next((each for each in archive.infolist() if name.fullmatch(each.filename)), None)
            if member is None:
                raise errors.not_text(file.name, f"an office document that is no {wanted}", "save it as one")
            if member.flag_bits & 1:
                raise errors.encrypted(file.name)
            with archive.open(member) as stream:
                yield io.BufferedReader(_Limited(stream, file.name))
    except errors.InputError:
        raise
    except _FAULTS:
        raise errors.broken_zip(file.name) from None


class _Limited(io.RawIOBase):
    """A stream that raises InputError for more than `MAX_XML` bytes."""

    def __init__(self, stream: IO[bytes], name: str) -> None:
        self._stream = stream
        self._name = name
        self._room = MAX_XML

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        part = self._stream.read(len(buffer))
        self._room -= len(part)
        if self._room < 0:
            raise errors.too_large(self._name, MAX_XML)
        buffer[: len(part)] = part
        return len(part)
