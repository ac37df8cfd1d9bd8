"""What a worker process does with an input. Nothing that parses is imported before the process is a worker."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from newsparse.atomic import replace
from newsparse.errors import InputError, shown
from newsparse.options import ReadOptions, RenderOptions
from newsparse.readers import read_bytes, read_file, single
from newsparse.readers.source import Source
from newsparse.readers.text import read_text

if TYPE_CHECKING:
    from newsparse.article import Article

T = TypeVar("T")

_NAMING = frozenset(
    (errno.ENAMETOOLONG, errno.ENOTDIR, errno.EISDIR, errno.EEXIST, errno.EILSEQ, errno.EINVAL)
)  # errors that one name has, and the next output need not have
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


class Task(NamedTuple):
    """An input, its path as it was given and from the root; when it was last changed, in ns (0: not a file); its bytes,
    where they were read already, or why that failed; and the file that its answer goes to, where a worker writes it."""

    path: str
    full: str
    time: int
    data: bytes | InputError | None
    output: str | None


def render(source: Source, options: RenderOptions) -> str:
    """The article in a source, or the explanation of it, as it is to look."""
    from newsparse import pipeline
    from newsparse.writers import write

    if options.explain:
        from newsparse.writers import explain

        return explain.write(pipeline.inspection(source), options.format, options.view)
    return write(pipeline.article(source), options.format, options.view)


def start_writer(read: ReadOptions, options: RenderOptions) -> Callable[[Task], str | InputError]:
    """Open the model; a function that gives a task's output, or writes it to its file and gives "".

    It raises OSError where the output can't be written for a reason that holds for others too, as a full disk.
    """
    _open()

    def answer(task: Task) -> str | InputError:
        name = shown(task.path)
        data = task.data
        if isinstance(data, InputError):
            return data

        def rendered() -> str:
            sources = read_file(task.path, *read) if data is None else read_bytes(data, task.path, *read)
            return render(single(sources), options)

        text = _guarded(rendered, name)
        if task.output is None or isinstance(text, InputError):
            return text
        try:
            replace(task.output, text)
        except OSError as error:
            if error.errno not in _NAMING:
                raise
            return InputError(name, f"its output can't be called {shown(task.output)} ({error.strerror})", "rename it")
        return ""

    return answer


def start_parser() -> Callable[[str | Path], Article | InputError]:
    """Open the model; a function that parses a text (str) or a file (Path)."""
    _open()
    from newsparse import pipeline

    def parse(item: str | Path) -> Article | InputError:
        if isinstance(item, str):
            return _guarded(lambda: pipeline.article(read_text(item)), "text")
        return _guarded(lambda: pipeline.article(single(read_file(item))), shown(item))

    return parse


def one_core() -> None:
    """Let numpy, where it is not imported yet, compute in one thread.

    With more, small sums cost more and differ in the last digits.
    """
    os.environ.update(dict.fromkeys(_THREADS, "1"))


def _open() -> None:
    one_core()
    from newsparse.segment.model import default_weights

    default_weights()


def _guarded(function: Callable[[], T], name: str) -> T | InputError:
    """What a function gives, or why it failed: one input's trouble is not to end a run of many."""
    try:
        return function()
    except InputError as error:
        return error
    except Exception as error:
        wrong = " ".join(f"newsparse failed on it ({type(error).__name__}: {error})".split())
        return InputError(name, wrong, "please report it, with the text")
