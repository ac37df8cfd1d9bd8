"""What a worker process does with an input. Nothing that parses is imported before the process is a worker."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from newsparse.atomic import replace
from newsparse.errors import InputError, shown
from newsparse.options import Recipe
from newsparse.readers import read_bytes, read_file
from newsparse.readers.text import read_text

if TYPE_CHECKING:
    from newsparse.article import Article

T = TypeVar("T")

_NAMING = frozenset((errno.ENAMETOOLONG, errno.ENOTDIR, errno.EISDIR, errno.EEXIST, errno.EILSEQ, errno.EINVAL))

_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


class Task(NamedTuple):
    """An input, its path as it was given and from the root; when it was last changed, in ns (0: not a file); its bytes,
    where they were read already, or why that failed; and the file that its answer goes to, where a worker writes it."""

    path: str
    full: str
    time: int
    data: bytes | InputError | None
    place: str | None


def writer(recipe: Recipe) -> Callable[[Task], str | InputError]:
    """Open the model; a function that gives a task's output, or writes it to its place and gives "".

    It raises OSError where the output can't be written for a reason that holds for others too, as a full disk.
    """
    _open()

    def write(task: Task) -> str | InputError:
        name = shown(task.path)
        data = task.data
        if isinstance(data, InputError):
            return data
        known = recipe.encoding, recipe.input_format
        text = _guarded(lambda: recipe.render(read_file(task.path, *known) if data is None else read_bytes(data, task.path, *known)), name)
        if task.place is None or isinstance(text, InputError):
            return text
        try:
            replace(task.place, text)
        except OSError as error:
            if error.errno not in _NAMING:
                raise
            return InputError(name, f"its output can't be called {shown(task.place)} ({error.strerror})", "rename it")
        return ""

    return write


def parser() -> Callable[[str | Path], Article | InputError]:
    """Open the model; a function that parses a text (str) or a file (Path)."""
    _open()
    from newsparse import pipeline

    def parse(item: str | Path) -> Article | InputError:
        if isinstance(item, str):
            return _guarded(lambda: pipeline.article(read_text(item)), "text")
        return _guarded(lambda: pipeline.article(read_file(item)), shown(item))

    return parse


def one_core() -> None:
    """Let numpy, where it is not imported yet, compute in one thread: with more, small sums cost more and differ in the last digits."""
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
