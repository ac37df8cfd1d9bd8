"""What a worker process does with an input. Nothing that parses is imported
before the process is a worker.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from newsparse import errors
from newsparse.atomic import replace
from newsparse.batch.pool import Position
from newsparse.errors import InputError, printable
from newsparse.options import ReadOptions, RenderOptions
from newsparse.readers import read_bytes, read_file, read_input
from newsparse.readers.source import Source
from newsparse.readers.text import read_text

if TYPE_CHECKING:
    from newsparse.article import Article

T = TypeVar("T")

_NAMING = frozenset(
    (errno.ENAMETOOLONG, errno.ENOTDIR, errno.EISDIR, errno.EEXIST, errno.EILSEQ, errno.EINVAL)
)  # errors that one name has, and the next output need not have
SKIPPED = 1000  # so many articles that are done are passed over between two signs of life: some 20 ms
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


class Task(NamedTuple):
    """What a worker gets of an input.

    Its path as it was given and from the root; which of its articles are done, where it has several; when it
    was last changed, in ns (0: not a file); its bytes, where they were read already, or why that failed; and
    the file that its answer goes to where it is its only one.
    """

    path: str
    full: str
    done: tuple[range, ...]
    time: int
    data: bytes | InputError | None
    output: str | None


@dataclass(frozen=True)
class Answer:
    """The text of an article, and which of its input's articles it is;
    None is the only one, or what is written already.
    """

    text: str | None
    index: int | None


class Job(NamedTuple):
    """A text (str) or a file (Path) to parse, how it is read, and which of its articles are done."""

    input: str | Path
    read: ReadOptions
    done: tuple[range, ...] = ()


def render(source: Source, options: RenderOptions) -> str:
    """The article in a source, or the explanation of it, as it is to look."""
    from newsparse import pipeline
    from newsparse.writers import write

    format = options.format_at(source.origin.index)
    if options.explain:
        from newsparse.writers import explain

        return explain.write(pipeline.inspection(source), format, options.view)
    return write(pipeline.article(source), format, options.view)


def start_writer(
    read: ReadOptions, options: RenderOptions
) -> Callable[[Task], Iterator[Answer | InputError | Position]]:
    """Open the model; a function that gives the articles of a task, or writes the only one to its file.

    It raises OSError where the output can't be written for a reason that holds for others too, as a full
    disk.
    """
    _open()
    from newsparse.writers import frame

    def answer(task: Task) -> Iterator[Answer | InputError | Position]:
        if isinstance(task.data, InputError):
            yield task.data
            return
        sources = (
            read_input(task.path, *read) if task.data is None else read_bytes(task.data, task.path, *read)
        )
        for source in _remaining(sources, printable(task.path), task.done):
            if not isinstance(source, Source):
                yield source
                continue
            index = source.origin.index
            text = _guarded(partial(render, source, options), printable(task.path), index)
            if isinstance(text, InputError):
                yield text
            elif task.output and index is None:
                yield _written(task, frame(options.format, options.view).around(text))
            else:
                yield Answer(text, index)

    return answer


def start_parser() -> Callable[[Job], Iterator[Article | InputError | Position]]:
    """Open the model; a function that gives the articles of a text or a file."""
    _open()
    from newsparse import pipeline

    def parse(job: Job) -> Iterator[Article | InputError | Position]:
        item = job.input
        if isinstance(item, str):
            yield _guarded(lambda: pipeline.article(read_text(item)), "text")
            return
        for source in _remaining(read_file(item, *job.read), printable(item), job.done):
            if isinstance(source, Source):
                yield _guarded(partial(pipeline.article, source), printable(item), source.origin.index)
            else:
                yield source

    return parse


def _remaining(
    sources: Iterator[Source | InputError], name: str, done: tuple[range, ...]
) -> Iterator[Source | InputError | Position]:
    """The sources that are not done; before each of several, its position."""
    while (source := _guarded(lambda: next(sources, None), name)) is not None:
        index = source.index if isinstance(source, InputError) else source.origin.index
        if index is None or not any(index in part for part in done):
            if index is not None:
                yield Position(index)
            yield source
        elif index % SKIPPED == 0:
            yield Position(None)


def _written(task: Task, text: str) -> Answer | InputError:
    """Write the answer to a task to its file."""
    assert task.output is not None
    try:
        replace(task.output, text)
    except OSError as error:
        if error.errno not in _NAMING:
            raise
        return unnamable(task, task.output, error)
    return Answer(None, None)


def unnamable(task: Task, output: str, error: OSError) -> InputError:
    """The InputError of a task whose output can't be written under its name."""
    return errors.unnamable_output(printable(task.path), printable(output), error)


def one_core() -> None:
    """Let numpy, where it is not imported yet, compute in one thread.

    With more, small sums cost more and differ in the last digits.
    """
    os.environ.update(dict.fromkeys(_THREADS, "1"))


def _open() -> None:
    one_core()
    from newsparse.segment.model import default_weights

    default_weights()


def _guarded(function: Callable[[], T], name: str, index: int | None = None) -> T | InputError:
    """What a function gives, or why it failed: one article's trouble is not to end a run of many."""
    try:
        return function()
    except InputError as error:
        return error.at(index)
    except Exception as error:
        return errors.failure(name, error).at(index)
