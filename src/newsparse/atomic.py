"""Text to where it goes: standard output, or a file that takes its place only when it is complete."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import BinaryIO

import click

Write = Callable[[str], None]


@contextmanager
def opened(path: str | None) -> Iterator[Write]:
    """A function that writes text as UTF-8 to a file, or to standard output where `path` is None or "-"."""
    if path is None or path == "-":
        yield _print
    elif os.path.exists(path) and not os.path.isfile(path):  # a device or a pipe is written to, not replaced
        with open(path, "wb") as stream:
            yield _writer(stream)
    else:
        with _replacing(os.path.realpath(path)) as write:
            yield write


def _print(text: str) -> None:
    if sys.stdout is None:
        raise OSError(errno.EBADF, "it is closed")
    click.echo(text.encode(), nl=False)


def _writer(stream: BinaryIO) -> Write:
    def write(text: str) -> None:
        stream.write(text.encode())

    return write


def replace(path: str, text: str) -> None:
    """Write a text file, whole or not at all, in a folder that is made where there is none."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with _replacing(path) as write:
        write(text)


@contextmanager
def _replacing(path: str) -> Iterator[Write]:
    """Write to a new file beside `path` that gets its name and mode at the end; after an error, or nothing written, `path` is as it was.

    The new file's name follows from that of `path`: what a kill leaves behind, the next try writes over.
    """
    part = os.path.join(os.path.dirname(path), f".{os.path.basename(path)}.part")
    written = False
    try:
        with open(part, "wb") as stream:

            def write(text: str) -> None:
                nonlocal written
                stream.write(text.encode())
                written = True

            yield write
        if os.path.exists(path):
            os.chmod(part, os.stat(path).st_mode & 0o7777)
        if written:
            os.replace(part, path)
    finally:
        if os.path.exists(part):
            os.remove(part)
