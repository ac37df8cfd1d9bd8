"""Paths to files: a folder is searched through, always in the same order, for what may be an article."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from typing import BinaryIO, NamedTuple

from newsparse import errors
from newsparse.errors import InputError, printable
from newsparse.readers import first_bytes, has_ending, is_own_output, is_readable, is_text

CHUNK = 65_536  # bytes of a list of paths that are read at once


class Globs(NamedTuple):
    """Which files of a folder are meant, by name or by path below the folder;
    without `include`, by their ending.
    """

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()

    def bars(self, below: str) -> bool:
        """Whether a file or folder is left out: hidden, or as `exclude` says."""
        return os.path.basename(below).startswith(".") or _matches(below, self.exclude)

    def names(self, below: str) -> bool:
        """Whether a file is one of those that `include` names, if it names any."""
        return not self.include or _matches(below, self.include)

    def wants(self, below: str, path: str) -> bool:
        """Whether a file is taken: by `include` or its ending, and by what it begins with where it has an
        ending that is not known, or none."""
        if _special(path) or not self.names(below):
            return False
        known = has_ending(below)
        if not (known or self.include or not os.path.splitext(below)[1]):
            return False
        head = first_bytes(path)
        if head is None:
            return True
        if known:
            return bool(self.include) or not is_own_output(head)
        return is_readable(head) if self.include else is_text(head)


def search(
    path: str, globs: Globs, output: str | None = None, passed_over: Counter[str] | None = None
) -> Iterator[str | InputError]:
    """The files that a path means: itself, or those in the folder and all folders below, files before
    folders, by name.

    A folder is gone through once, by whatever links it is reached, and `output`, where results go, not at
    all. What can't be searched is given as an InputError. `passed_over` counts the files that are not taken,
    by ending, but for those that are hidden or left out by `globs`.
    """
    if not os.path.isdir(path):
        yield path
        return
    known = {_identity(path)} | ({_identity(output)} if output and os.path.isdir(output) else set())
    closed: list[OSError] = []
    found = False
    for folder, subfolders, names in os.walk(path, onerror=closed.append, followlinks=True):
        prefix = "" if folder == path else os.path.relpath(folder, path).replace(os.sep, "/") + "/"
        subfolders[:] = [
            name
            for name in sorted(subfolders)
            if not globs.bars(prefix + name) and _is_new(os.path.join(folder, name), known)
        ]
        for name in sorted(names):
            full_path = os.path.join(folder, name)
            if globs.bars(prefix + name):
                continue
            if globs.wants(prefix + name, full_path):
                found = True
                yield full_path
            elif passed_over is not None and globs.names(prefix + name):
                passed_over[_ending(name)] += 1
    for error in closed:
        yield errors.unsearchable(printable(error.filename), error)
    if not found and not closed:
        yield errors.no_article_in_folder(printable(path))


def listed(stream: BinaryIO) -> Iterator[str]:
    """The paths of a list: separated by NUL characters where it begins with any, else one a line,
    as the first line ends.
    """
    chunk = stream.read(CHUNK)
    separator = b"\0" if b"\0" in chunk else b"\r\n" if chunk.partition(b"\n")[0].endswith(b"\r") else b"\n"
    rest = b""
    while chunk:
        *paths, rest = (rest + chunk).split(separator)
        yield from map(os.fsdecode, filter(None, paths))
        chunk = stream.read(CHUNK)
    if rest:
        yield os.fsdecode(rest)


def _matches(below: str, patterns: Iterable[str]) -> bool:
    name = os.path.basename(below)
    return any(
        fnmatchcase(name, pattern) or fnmatchcase(below, pattern)
        for pattern in (p.rstrip("/") for p in patterns)
    )


def _ending(name: str) -> str:
    """The ending of a file's name as it is counted; wget writes a page's query behind it."""
    ending, query, _ = os.path.splitext(name.lower())[1].partition("?")
    return f"{ending}?" if query else ending


def _special(path: str) -> bool:
    """A device, a socket or a pipe; a link to nothing is none, so that reading it tells what is wrong."""
    return os.path.exists(path) and not os.path.isfile(path)


def _identity(path: str) -> tuple[int, int]:
    stat = os.stat(path)
    return stat.st_dev, stat.st_ino


def _is_new(folder: str, known: set[tuple[int, int]]) -> bool:
    """Whether a folder was not met before; from now on it was."""
    try:
        identity = _identity(folder)
    except OSError:
        return True  # the walk will tell
    if identity in known:
        return False
    known.add(identity)
    return True
