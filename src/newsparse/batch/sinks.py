"""Where the answers of many inputs go: one stream, a JSON JsonLinesSink file that can be continued, or a folder like that of the inputs.

What is there already counts as done when it is newer than its input and was written by the same version, weights
and options. For that a mark stands beside it, one for a whole run: `.newsparse` in a folder, whose own time says since
when all that is written there is of this make; at the head of `.NAME.newsparse` beside a JSON JsonLinesSink file, which goes on
with a line for every line written: the input, its time, and where the line ends. Neither needs a look into the answers.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import ExitStack
from types import TracebackType
from typing import IO, TYPE_CHECKING, Protocol

from newsparse import __version__
from newsparse.atomic import open_own, opened, replace, sweep
from newsparse.errors import shown
from newsparse.options import RunOptions
from newsparse.writers import FORMATS, separator

if TYPE_CHECKING:
    from newsparse.batch.manifest import Input, Manifest
    from newsparse.batch.worker import Task


class RefusedError(ValueError):
    """A run that must not begin, because it would write over something."""


class Sink(Protocol):
    """Where answers go; entered before the first and left after the last."""

    resumable: bool  # whether a run that was stopped can be resumed

    def __enter__(self) -> Sink: ...
    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None: ...

    def prepare(self, manifest: Manifest) -> None:
        """Drop from the manifest what is done already. Raises RefusedError, before anything is written."""

    def path_for(self, item: Input) -> str | None:
        """The file that a worker writes an input's answer to, or None where `put` takes it."""

    def put(self, task: Task, text: str) -> None:
        """Take the answer to a task."""

    def finish(self) -> None:
        """All is done."""


class StreamSink:
    """Standard output, or a file that is written as a whole."""

    resumable = False

    def __init__(self, options: RunOptions) -> None:
        self._path = options.output
        self._separator = separator(options.render.format, options.render.view)
        self._overwrite = options.overwrite
        self._empty = True
        self._stack = ExitStack()

    def __enter__(self) -> StreamSink:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._stack.__exit__(kind, error, trace)

    def prepare(self, manifest: Manifest) -> None:
        if self._path and os.path.isfile(self._path):
            _refuse_input(self._path, manifest)
            if not self._overwrite:
                raise RefusedError(f"{shown(self._path)} exists: --overwrite replaces it.")
        self._put = self._stack.enter_context(opened(self._path))

    def path_for(self, item: Input) -> str | None:
        return None

    def put(self, task: Task, text: str) -> None:
        self._put(text if self._empty else self._separator + text)
        self._empty = False

    def finish(self) -> None:
        pass


class JsonLinesSink:
    """A JSON JsonLinesSink file, written as NAME.part until it is complete, with a journal of what stands where."""

    resumable = True

    def __init__(self, path: str, options: RunOptions) -> None:
        self._path = os.path.realpath(path)
        self._part = self._path + ".part"
        folder, name = os.path.split(self._path)
        self._journal = os.path.join(folder, f".{name}.newsparse")
        self._fingerprint = fingerprint(options)
        self._resume = options.resume
        self._overwrite = options.overwrite
        self._stack = ExitStack()

    def __enter__(self) -> JsonLinesSink:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._stack.__exit__(kind, error, trace)

    def prepare(self, manifest: Manifest) -> None:
        _refuse_input(self._path, manifest)
        existing = next((path for path in (self._path, self._part) if os.path.exists(path)), None)
        if existing and not (self._resume or self._overwrite):
            raise RefusedError(f"{shown(existing)} exists: --resume continues it, --overwrite begins anew.")
        self._log = self._stack.enter_context(open_own(self._journal))
        resumed = bool(existing) and self._resume and self._is_same_make()
        if resumed and not os.path.exists(self._part):
            os.replace(self._path, self._part)
        self._lines = self._stack.enter_context(open_own(self._part))
        ends = self._drop_done(manifest) if resumed else (0, 0)
        for stream, end in zip((self._lines, self._log), ends, strict=True):
            stream.truncate(end)
            stream.seek(end)
        if not resumed:
            _append(self._log, self._fingerprint)

    def path_for(self, item: Input) -> str | None:
        return None

    def put(self, task: Task, text: str) -> None:
        _append(self._lines, text.encode())
        _append(self._log, json.dumps([task.full, task.time, self._lines.tell()]).encode() + b"\n")

    def finish(self) -> None:
        self._stack.close()
        if os.path.getsize(self._part):
            os.replace(self._part, self._path)
        else:
            os.remove(self._part)
            os.remove(self._journal)

    def _is_same_make(self) -> bool:
        with open(self._journal, "rb") as log:
            return log.readline() == self._fingerprint

    def _drop_done(self, manifest: Manifest) -> tuple[int, int]:
        """Drop from the manifest what has its line; where the last line ends that still holds, and its entry in the journal."""
        size = os.path.getsize(self._part)
        with open(self._journal, "rb") as log:
            log.readline()
            ends = 0, log.tell()
            for full, time, end in _entries(log):
                if end > size or _changed(full, time):
                    break
                manifest.drop(full)
                ends = end, log.tell()
        return ends


class FolderSink:
    """A folder that mirrors that of the inputs; each worker writes its own answers there."""

    resumable = True

    def __init__(self, root: str, options: RunOptions) -> None:
        self._root = os.path.abspath(root)
        self._name = os.path.join(self._root, ".newsparse")
        self._ending = FORMATS[options.render.format].ending
        self._fingerprint = fingerprint(options)
        self._resume = options.resume
        self._overwrite = options.overwrite

    def __enter__(self) -> FolderSink:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        pass

    def prepare(self, manifest: Manifest) -> None:
        self._base = manifest.base
        if self._ending == ".txt" and self._root == self._base:
            raise RefusedError("Texts beside the inputs would pass for inputs: choose another folder for the output.")
        folders = set[str]()
        for item in manifest:
            place = self.path_for(item)
            folders.add(os.path.dirname(place))
            if place in manifest:
                raise RefusedError(f"{shown(place)} is an input and would be replaced: choose another folder for the output.")
            if not (self._resume or self._overwrite) and os.path.lexists(place):
                raise RefusedError(f"{shown(place)} exists: --resume keeps what is up to date, --overwrite redoes all.")
        for folder in folders:
            sweep(folder)
        since = self._since()
        if os.path.exists(self._name.upper()) and (collision := manifest.case_collision()):
            raise RefusedError(
                f"{shown(collision[0])} and {shown(collision[1])} would be one file: "
                f"{shown(self._root)} doesn't tell upper from lower case."
            )
        if self._resume:
            for item in manifest:
                if _is_current(self.path_for(item), item.full, since):
                    manifest.drop(item.full)

    def path_for(self, item: Input) -> str:
        return os.path.join(self._root, item.full[len(self._base) :].lstrip(os.sep) + self._ending)

    def put(self, task: Task, text: str) -> None:
        raise AssertionError("a worker writes it")

    def finish(self) -> None:
        pass

    def _since(self) -> int:
        """Since when all that is written here is of this make: from now on, where the mark is another or nothing is to be kept."""
        try:
            with open(self._name, "rb") as stream:
                same = stream.read() == self._fingerprint
        except FileNotFoundError:
            same = False
        if self._overwrite or not same:
            replace(self._name, self._fingerprint.decode())
        return os.stat(self._name).st_mtime_ns


def make_sink(options: RunOptions) -> Sink:
    """Where the answers of a run go."""
    if options.output and into_folder(options):
        return FolderSink(options.output, options)
    if options.output and into_lines(options):
        return JsonLinesSink(options.output, options)
    return StreamSink(options)


def searches(options: RunOptions) -> bool:
    """Whether the inputs are yet to be found out."""
    return bool(options.files_from) or any(map(os.path.isdir, options.paths))


def into_folder(options: RunOptions) -> bool:
    """Whether each answer gets a file: the output is a folder that is there, or ends like one."""
    return bool(options.output) and (str(options.output).endswith(("/", os.sep)) or os.path.isdir(str(options.output)))


def into_lines(options: RunOptions) -> bool:
    """Whether the answers are the lines of a file."""
    output = options.output
    if not output or into_folder(options) or (os.path.exists(output) and not os.path.isfile(output)):
        return False
    return FORMATS[options.render.format].is_lines


def fingerprint(options: RunOptions) -> bytes:
    """A line that tells this version, these weights and this way of writing from any other."""
    from hashlib import sha256  # here, for the command's help takes this module's questions
    from importlib.resources import files

    weights = sha256()
    for file in sorted(files("newsparse").joinpath("weights").iterdir(), key=lambda file: file.name):
        if file.is_file():
            weights.update(file.read_bytes())
    made = {
        "version": __version__,
        "weights": weights.hexdigest(),
        "options": [options.render.format, options.render.view.fields(), options.render.explain, *options.read],
    }
    return json.dumps(made).encode() + b"\n"


def _refuse_input(path: str, manifest: Manifest) -> None:
    if os.path.abspath(path) in manifest:
        raise RefusedError(f"{shown(path)} is an input: give the output another name.")


def _append(stream: IO[bytes], line: bytes) -> None:
    """Write a line at once, so that a kill loses no more than what is being written."""
    stream.write(line)
    stream.flush()


def _entries(log: IO[bytes]) -> Iterator[tuple[str, int, int]]:
    """The whole lines of a journal."""
    while (line := log.readline()).endswith(b"\n"):
        full, time, stop = json.loads(line)
        yield full, time, stop


def _changed(full: str, time: int) -> bool:
    """Whether an input is another than it was; one that is gone is not, and of what came through a pipe nothing is known."""
    if not time:
        return True
    try:
        return os.stat(full).st_mtime_ns != time
    except OSError:
        return False


def _is_current(place: str, full: str, since: int) -> bool:
    """Whether an output is newer than its input and of this make."""
    try:
        written = os.stat(place).st_mtime_ns
        return written >= since and written > os.stat(full).st_mtime_ns
    except OSError:
        return False
