"""Where the answers of many inputs go: one stream, a JSON Lines file that can be continued, or a folder like that of the inputs.

What is there already counts as done when it is newer than its input and was written by the same version, weights
and options. For that a mark stands beside it, one for a whole run: `.newsparse` in a folder, whose own time says since
when all that is written there is of this make; at the head of `.NAME.newsparse` beside a JSON Lines file, which goes on
with a line for every line written: the input, its time, and where the line ends. Neither needs a look into the answers.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import ExitStack
from hashlib import sha256
from importlib.resources import files
from types import TracebackType
from typing import IO, Protocol

from newsparse import __version__
from newsparse.atomic import opened, replace
from newsparse.batch.manifest import Input, Plan
from newsparse.batch.worker import Task
from newsparse.errors import shown
from newsparse.options import Recipe

ENDINGS = {"json": ".json", "jsonl": ".jsonl", "pretty": ".txt", "text": ".txt"}


class RefusedError(ValueError):
    """A run that must not begin, because it would write over something."""


class Target(Protocol):
    """Where answers go; entered before the first and left after the last."""

    kept: bool  # whether a run that was stopped can be resumed

    def __enter__(self) -> Target: ...
    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None: ...

    def prepare(self, plan: Plan) -> None:
        """Drop from the plan what is done already. Raises RefusedError, before anything is written."""

    def place(self, item: Input) -> str | None:
        """The file that a worker writes an input's answer to, or None where `put` takes it."""

    def put(self, task: Task, text: str) -> None:
        """Take the answer to a task."""

    def finish(self) -> None:
        """All is done."""


class Stream:
    """Standard output, or a file that is written as a whole."""

    kept = False

    def __init__(self, path: str | None, recipe: Recipe, overwrite: bool) -> None:
        self._path = path
        self._gap = recipe.between()
        self._overwrite = overwrite
        self._empty = True
        self._stack = ExitStack()

    def __enter__(self) -> Stream:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._stack.__exit__(kind, error, trace)

    def prepare(self, plan: Plan) -> None:
        if self._path and os.path.isfile(self._path):
            _refuse_input(self._path, plan)
            if not self._overwrite:
                raise RefusedError(f"{shown(self._path)} exists: --overwrite replaces it.")
        self._put = self._stack.enter_context(opened(self._path))

    def place(self, item: Input) -> str | None:
        return None

    def put(self, task: Task, text: str) -> None:
        self._put(text if self._empty else self._gap + text)
        self._empty = False

    def finish(self) -> None:
        pass


class Lines:
    """A JSON Lines file, written as NAME.part until it is complete, with a journal of what stands where."""

    kept = True

    def __init__(self, path: str, recipe: Recipe, resume: bool, overwrite: bool) -> None:
        folder, name = os.path.split(path)
        self._path = path
        self._part = path + ".part"
        self._journal = os.path.join(folder, f".{name}.newsparse")
        self._mark = mark(recipe)
        self._resume = resume
        self._overwrite = overwrite
        self._stack = ExitStack()

    def __enter__(self) -> Lines:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._stack.__exit__(kind, error, trace)

    def prepare(self, plan: Plan) -> None:
        _refuse_input(self._path, plan)
        there = next((path for path in (self._path, self._part) if os.path.exists(path)), None)
        if there and not (self._resume or self._overwrite):
            raise RefusedError(f"{shown(there)} exists: --resume continues it, --overwrite begins anew.")
        done = self._continue(plan) if there and self._resume else False
        mode = "ab" if done else "wb"
        self._lines = self._stack.enter_context(open(self._part, mode))  # noqa: SIM115 (the stack closes them)
        self._log = self._stack.enter_context(open(self._journal, mode))  # noqa: SIM115
        if not done:
            _append(self._log, self._mark)

    def place(self, item: Input) -> str | None:
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

    def _continue(self, plan: Plan) -> bool:
        """Drop from the plan what has its line, and cut the file behind the last line that still holds; whether it can be continued."""
        if not os.path.exists(self._journal):
            return False
        with open(self._journal, "rb") as log:
            if log.readline() != self._mark:
                return False
            if not os.path.exists(self._part):
                os.replace(self._path, self._part)
            size = os.path.getsize(self._part)
            end, place = 0, log.tell()
            for full, time, stop in _entries(log):
                if stop > size or _changed(full, time):
                    break
                plan.drop(full)
                end, place = stop, log.tell()
        os.truncate(self._part, end)
        os.truncate(self._journal, place)
        return True


class Folder:
    """A folder that mirrors that of the inputs; each worker writes its own answers there."""

    kept = True

    def __init__(self, root: str, recipe: Recipe, resume: bool, overwrite: bool) -> None:
        self._root = os.path.abspath(root)
        self._name = os.path.join(self._root, ".newsparse")
        self._ending = ENDINGS[recipe.form]
        self._mark = mark(recipe)
        self._resume = resume
        self._overwrite = overwrite

    def __enter__(self) -> Folder:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        pass

    def prepare(self, plan: Plan) -> None:
        self._base = plan.base
        if self._ending == ".txt" and self._root == self._base:
            raise RefusedError("Texts beside the inputs would pass for inputs: choose another folder for the output.")
        for item in plan:
            place = self.place(item)
            if place in plan:
                raise RefusedError(f"{shown(place)} is an input and would be replaced: choose another folder for the output.")
            if not (self._resume or self._overwrite) and os.path.lexists(place):
                raise RefusedError(f"{shown(place)} exists: --resume keeps what is up to date, --overwrite redoes all.")
        since = self._since()
        if os.path.exists(self._name.upper()) and (twins := plan.twins()):
            raise RefusedError(
                f"{shown(twins[0])} and {shown(twins[1])} would be one file: {shown(self._root)} doesn't tell upper from lower case."
            )
        if self._resume:
            for item in plan:
                if _is_current(self.place(item), item.full, since):
                    plan.drop(item.full)

    def place(self, item: Input) -> str:
        return os.path.join(self._root, item.full[len(self._base) :].lstrip(os.sep) + self._ending)

    def put(self, task: Task, text: str) -> None:
        raise AssertionError("a worker writes it")

    def finish(self) -> None:
        pass

    def _since(self) -> int:
        """Since when all that is written here is of this make: from now on, where the mark is another or nothing is to be kept."""
        try:
            with open(self._name, "rb") as stream:
                same = stream.read() == self._mark
        except FileNotFoundError:
            same = False
        if self._overwrite or not same:
            replace(self._name, self._mark.decode())
        return os.stat(self._name).st_mtime_ns


def mark(recipe: Recipe) -> bytes:
    """A line that tells this version, these weights and this way of writing from any other."""
    weights = sha256()
    for file in sorted(files("newsparse").joinpath("weights").iterdir(), key=lambda file: file.name):
        if file.is_file():
            weights.update(file.read_bytes())
    made = {
        "version": __version__,
        "weights": weights.hexdigest(),
        "recipe": [recipe.form, recipe.view.fields(), recipe.explain, recipe.encoding, recipe.input_format],
    }
    return json.dumps(made).encode() + b"\n"


def _refuse_input(path: str, plan: Plan) -> None:
    if os.path.abspath(path) in plan:
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
