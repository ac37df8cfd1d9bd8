"""Text to where it goes: standard output, or a file that takes its place only when it is complete.

What is not complete yet has a name that nobody can foresee, is made by this process alone, and is locked
while it is written: what a killed run leaves is told from what another run is writing, and `sweep` removes
it.
"""

from __future__ import annotations

import errno
import os
import signal
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import BinaryIO, cast

import click

from newsparse.regex import lazy

try:
    import fcntl
except ImportError:  # where it is missing, an open file can't be removed either
    fcntl = None  # type: ignore[assignment]

Content = str | bytes  # text is written as UTF-8
Write = Callable[[Content], None]

_FLAGS = os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_NOFOLLOW = getattr(os, "O_NOFOLLOW", 0)
_NONBLOCK = getattr(os, "O_NONBLOCK", 0)  # so that a pipe in place of a file is met, not waited for
_NUMBERED = lazy(r"\d+\.\w+")
_PART = lazy(r"\.newsparse-[0-9a-f]{16}\.part")


@contextmanager
def opened(path: str | None) -> Iterator[Write]:
    """A function that writes to a file, or to standard output where `path` is None or "-".

    After an error, or where nothing was written, the file is as it was.
    """
    if path is None or path == "-":
        yield _print
    elif os.path.exists(path) and not os.path.isfile(path):  # a device or a pipe is written to, not replaced
        with open(path, "wb") as stream:
            yield lambda text: _write(stream, text)
    else:
        path = os.path.realpath(path)
        sweep(os.path.dirname(path))
        file = None
        try:
            with interrupts_blocked():  # one that comes before the file is in hand would leave it
                file = NewFile(path)
            yield file.write
            file.commit()
        finally:
            if file:
                file.discard()


@contextmanager
def interrupts_blocked() -> Iterator[None]:
    """Let a Ctrl-C wait, where the platform can; it comes at the end of this."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def replace(path: str, content: Content) -> None:
    """Write a file, whole or not at all, in a folder that is made where there is none."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    file = NewFile(path)
    try:
        file.write(content)
        file.commit()
    finally:
        file.discard()


class NewFile:
    """A file beside `path` that takes its name and mode when it is committed;
    gzip data where the name says so.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._stream, self._part = _create(os.path.dirname(path))
        self._text = _packing(self._stream) if is_gzipped(path) else self._stream
        self._written = False

    def write(self, content: Content) -> None:
        """Write to its end."""
        _write(self._text, content)
        self._written = True

    def commit(self) -> None:
        """Put it in its place, where anything was written."""
        if self._text is not self._stream:
            self._text.close()
        self._stream.flush()
        if os.path.exists(self._path):
            os.chmod(self._part, os.stat(self._path).st_mode & 0o7777)
        if fcntl is None:
            self._stream.close()  # an open file can't be renamed there
        if self._written:
            os.replace(self._part, self._path)

    def discard(self) -> None:
        """Close it, and remove it where it was not put in its place."""
        try:
            self._stream.close()
        finally:
            with suppress(FileNotFoundError):
                os.remove(self._part)


class NewFolder:
    """A folder beside `path`, of files that are numbered, which takes its name when it is committed."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._part, self._lock = _create_folder(os.path.dirname(path))

    def write(self, name: str, content: Content) -> None:
        """Write a file in it."""
        with open(os.path.join(self._part, name), "xb") as stream:
            _write(stream, content)

    def commit(self) -> None:
        """Put it in its place, instead of the one that was there."""
        with suppress(FileNotFoundError):
            remove_numbered(self._path)
        os.rename(self._part, self._path)

    def discard(self) -> None:
        """Remove it where it was not put in its place."""
        with suppress(FileNotFoundError):
            remove_numbered(self._part)
        if self._lock is not None:
            os.close(self._lock)


def remove_numbered(path: str) -> None:
    """Remove a folder of files that are numbered; raises OSError where anything else is in it."""
    with os.scandir(path) as entries:
        numbered = [entry.path for entry in entries if _NUMBERED.fullmatch(entry.name)]
    for file in numbered:
        os.remove(file)
    os.rmdir(path)


def is_gzipped(path: str) -> bool:
    """Whether a file of this name holds gzip data."""
    return path.lower().endswith(".gz")


def open_own(path: str) -> BinaryIO:
    """A file of a known name, to append to, which is made where there is none.

    Raises PermissionError where it is a link, a pipe or somebody else's, so that nobody can have another file
    written to.
    """
    refusal = PermissionError(errno.EPERM, f"{os.path.basename(path)} is a link, or not your own file")
    if os.path.islink(path):
        raise refusal
    descriptor = os.open(path, _FLAGS | os.O_RDWR | os.O_APPEND | _NOFOLLOW | _NONBLOCK, 0o666)
    if not _is_own(descriptor):
        os.close(descriptor)
        raise refusal
    return os.fdopen(descriptor, "ab")


def sweep(folder: str) -> None:
    """Remove what a killed process left unfinished in a folder."""
    with suppress(OSError), os.scandir(folder or os.curdir) as entries:
        left = [entry for entry in entries if _PART.fullmatch(entry.name)]
        for entry in left:
            with suppress(OSError):
                if _is_abandoned(entry.path):
                    remove = remove_numbered if entry.is_dir(follow_symlinks=False) else os.remove
                    remove(entry.path)


def _print(content: Content) -> None:
    if sys.stdout is None:
        raise OSError(errno.EBADF, "it is closed")
    click.echo(_bytes(content), nl=False)


def _write(stream: BinaryIO, content: Content) -> None:
    stream.write(_bytes(content))


def _bytes(content: Content) -> bytes:
    return content.encode() if isinstance(content, str) else content


def _packing(stream: BinaryIO) -> BinaryIO:
    """A stream that writes gzip data into another: the same for the same text,
    whenever and wherever it is written.
    """
    from gzip import GzipFile

    return cast(BinaryIO, GzipFile("", "wb", fileobj=stream, mtime=0))


def _create(folder: str) -> tuple[BinaryIO, str]:
    """A new file, locked until it is closed, and its path."""
    while True:
        path = _part_name(folder)
        descriptor = os.open(path, _FLAGS | os.O_WRONLY | os.O_EXCL | _NOFOLLOW, 0o666)
        if lock(descriptor) and os.fstat(descriptor).st_nlink:
            return os.fdopen(descriptor, "wb"), path
        os.close(descriptor)  # swept away before it was locked


def _create_folder(folder: str) -> tuple[str, int | None]:
    """The path of a new folder, and the descriptor that locks it, where it can be locked."""
    while True:
        path = _part_name(folder)
        os.mkdir(path)
        if fcntl is None:
            return path, None
        with suppress(FileNotFoundError):  # swept away before it was opened, or locked
            descriptor = os.open(path, os.O_RDONLY | _NOFOLLOW)
            if lock(descriptor) and os.path.isdir(path):
                return path, descriptor
            os.close(descriptor)


def _part_name(folder: str) -> str:
    return os.path.join(folder, f".newsparse-{os.urandom(8).hex()}.part")


def _is_abandoned(path: str) -> bool:
    """Whether an unfinished file or folder is ours and nobody writes it."""
    descriptor = os.open(path, os.O_RDONLY | _NOFOLLOW | _NONBLOCK)
    try:
        is_folder = stat.S_ISDIR(os.fstat(descriptor).st_mode)
        return (is_folder or _is_own(descriptor)) and lock(descriptor)
    finally:
        os.close(descriptor)


def lock(descriptor: int) -> bool:
    """Lock a file against other processes; whether that could be done.
    A file system without locks has none to break.
    """
    if fcntl is not None:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            return error.errno not in (errno.EWOULDBLOCK, errno.EACCES)
    return True


def _is_own(descriptor: int) -> bool:
    """Whether a file is a plain one of this user, under one name."""
    found = os.fstat(descriptor)
    mine = not hasattr(os, "geteuid") or found.st_uid == os.geteuid()
    return stat.S_ISREG(found.st_mode) and found.st_nlink == 1 and mine
