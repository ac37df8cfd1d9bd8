"""Zip and tar archives, packed or not, as folders: each file in them that a folder would be searched for is
read as what it is, and nothing is written to disk but a copy of an archive that comes through a pipe.
"""

from __future__ import annotations

import os
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import PurePosixPath
from shutil import copyfileobj
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, NamedTuple, TypeVar, cast

from msgspec.structs import replace

from newsparse import errors
from newsparse.errors import InputError, printable
from newsparse.readers import files
from newsparse.readers.encoding import SAMPLE
from newsparse.readers.files import InputFile, peek, unpacked
from newsparse.readers.source import Source

MAX_DEPTH = 3  # archives in each other: a corpus by years, packed by months, is two
MAX_FILES = 1_000_000  # in one archive: the largest corpora have a file an article, and so many
MAX_RATIO = 200  # bytes a packed byte: texts have up to 20, lists of equal records 100, a bomb 1,000
SMALL = 1_000_000  # bytes that may be packed as tight as they like
_MAGIC = b"PK"
_ZIP, _TAR = "a zip archive", "a tar archive"
_FAULTS = (zipfile.BadZipFile, tarfile.TarError, zlib.error, EOFError)
_DOCUMENTS = ("mimetype", "META-INF/MANIFEST.MF")  # the first member of an e-book, and of a program

P = TypeVar("P")
Part = TypeVar("Part")


class Member(NamedTuple):
    """A file in an archive: its name there, its bytes, or why they can't be read."""

    name: str
    stream: BinaryIO | InputError


def read(file: InputFile) -> Iterator[Source | InputError]:
    """The articles of all files in an archive, in its order, and an InputError in place of what can't be
    read. Raises InputError where the archive is broken, behind what can be read of it.
    """
    if file.depth == MAX_DEPTH:
        raise errors.too_deep(file.name, MAX_DEPTH)
    head, stream = peek(file.stream, len(_MAGIC))
    kind, members = (_ZIP, _zip_members) if head == _MAGIC else (_TAR, _tar_members)
    taken = 0
    try:
        for count, member in enumerate(members(file._replace(stream=stream))):
            if count == MAX_FILES:
                raise errors.too_many_files(file.name, MAX_FILES)
            for found in _articles(file, member):
                taken += 1
                yield found
    except _FAULTS:
        raise errors.cut_off(file.name, kind) from None
    if not taken:
        raise errors.no_article_in_archive(file.name)


def _articles(file: InputFile, member: Member) -> Iterator[Source | InputError]:
    """The articles of a file in an archive; none of one that a folder would not be searched for."""
    from newsparse.readers import has_ending, is_own_output, is_text, read_stream

    path = f"{file.path_text}/{member.name}"
    known = has_ending(member.name)
    if _is_hidden(member.name) or (PurePosixPath(member.name).suffix and not known):
        return
    if isinstance(member.stream, InputError):
        yield member.stream
        return
    head, stream = peek(unpacked(member.stream), SAMPLE)
    if is_own_output(head) or not (known or is_text(head)):
        return
    inner = file._replace(stream=stream, path=path, depth=file.depth + 1)
    try:
        for found in read_stream(inner):
            yield _with_own_digest(found) if isinstance(found, Source) else found
    except InputError as error:
        yield error


def _is_hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in PurePosixPath(name).parts)


def _zip_members(file: InputFile) -> Iterator[Member]:
    with _seekable(file) as stream, _legible(zipfile.ZipFile, stream) as archive:
        infos = archive.infolist()
        if infos and infos[0].filename in _DOCUMENTS:
            raise errors.not_text(file.name, "an e-book or a program", "give the article's text")
        for info in infos:
            name = info.filename.lstrip("/")
            if info.is_dir():
                continue
            wrong = _wrong(f"{file.name}/{printable(name)}", info)
            if wrong:
                yield Member(name, wrong)
                continue
            with _legible(archive.open, info) as member:
                yield Member(name, cast(BinaryIO, member))


def _legible(open_part: Callable[[P], Part], argument: P) -> Part:
    """A part of a zip archive that is opened; whatever is wrong with it is raised as BadZipFile."""
    try:
        return open_part(argument)
    except (NotImplementedError, RuntimeError, ValueError, OverflowError):
        raise zipfile.BadZipFile from None


def _wrong(name: str, info: zipfile.ZipInfo) -> InputError | None:
    if info.flag_bits & 1:
        return errors.encrypted(name)
    if info.file_size > max(SMALL, MAX_RATIO * info.compress_size):
        return errors.packed_too_tight(name, MAX_RATIO)
    return None


def _tar_members(file: InputFile) -> Iterator[Member]:
    with tarfile.open(fileobj=file.stream, mode="r|") as archive:
        for info in archive:
            member = archive.extractfile(info) if info.isfile() else None
            if member is not None:
                yield Member(info.name.removeprefix("./").lstrip("/"), cast(BinaryIO, member))


@contextmanager
def _seekable(file: InputFile) -> Iterator[BinaryIO]:
    """The bytes of a file to be read from any place: the file itself, else a copy of them."""
    if file.depth == 0 and os.path.isfile(file.path):
        with open(file.path, "rb") as stream:
            if stream.read(len(_MAGIC)) == _MAGIC:  # else it is packed again
                yield stream
                return
    with SpooledTemporaryFile(max_size=files.MAX_BYTES) as copy:
        copyfileobj(file.stream, copy)
        copy.seek(0)
        yield cast(BinaryIO, copy)


def _with_own_digest(source: Source) -> Source:
    """A source with the hash of its text, as each article of several has it."""
    digest = sha256(source.text.encode()).hexdigest()
    return replace(source, origin=replace(source.origin, sha256=digest))
