"""Many inputs: find them, leave out what is done, parse the rest in worker processes, and report.

`run` is the command's way, `parse_many` Python's; both parse in the workers of one Pool.
"""

from __future__ import annotations

import os
import signal
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing, nullcontext
from functools import partial
from itertools import chain
from pathlib import Path

from newsparse.article import Article
from newsparse.batch.manifest import Input, Plan
from newsparse.batch.pool import Lost, Pool, cores
from newsparse.batch.report import Report
from newsparse.batch.search import Globs, listed, search
from newsparse.batch.sinks import Folder, Lines, Stream, Target
from newsparse.batch.worker import Task, parser, writer
from newsparse.errors import InputError, shown
from newsparse.options import Order
from newsparse.readers.files import input_bytes

TIMEOUT = 30.0  # seconds an input


def run(order: Order, report: Report, bar: bool) -> None:
    """Do what is ordered. Raises RefusedError before anything is done, OSError where the output can't be written."""
    complete = False
    with Plan(once=order.output is not None) as plan, _target(order) as target:
        _fill(plan, order, report)
        planned = len(plan)
        target.prepare(plan)
        report.skipped = planned - len(plan)
        try:
            with report.progress(len(plan)) if bar else nullcontext():
                complete = _parse(plan, target, order, report)
        finally:
            report.sum_up(aloud=order.searches() or order.output is not None)
            if not complete and target.kept:
                report.say("what is done is kept: the same command with --resume goes on")
        if complete:
            target.finish()


def parse_many(inputs: Iterable[str | Path], *, jobs: int | None = None, timeout: float = TIMEOUT) -> Iterator[Article | InputError]:
    """The articles of many inputs, in order: a Path is a file to read, a str is a text.

    An input that fails gives an InputError in its place, which is not raised. `jobs` is how many processes parse (by
    default, one a core), `timeout` how many seconds an input may take. Memory stays bounded: inputs are taken as
    the articles are. As with all of Python's processes, a script that calls this stands under `if __name__ == "__main__":`.
    """
    pool = Pool[str | Path, Article | InputError](parser, jobs or cores(), timeout)
    with closing(pool.run(inputs)) as answers:
        for item, answer in answers:
            yield _lost("text" if isinstance(item, str) else shown(item), answer, timeout) if isinstance(answer, Lost) else answer


def _target(order: Order) -> Target:
    if order.output and order.into_folder():
        return Folder(order.output, order.recipe, order.resume, order.overwrite)
    if order.output and order.into_lines():
        return Lines(order.output, order.recipe, order.resume, order.overwrite)
    return Stream(order.output, order.recipe, order.overwrite)


def _fill(plan: Plan, order: Order, report: Report) -> None:
    """Plan every input that is named or found."""
    globs = Globs(order.include, order.exclude)
    for path in chain(order.paths, _listed(order.files_from)):
        plan.given(path)
        for found in search(path, globs, order.output):
            if isinstance(found, InputError):
                report.fail(found.name, found)
            else:
                plan.add(found)


def _listed(files_from: str | None) -> Iterator[str]:
    if files_from:
        with open(files_from, "rb") if files_from != "-" else nullcontext(sys.stdin.buffer) as stream:
            yield from listed(stream)


def _parse(plan: Plan, target: Target, order: Order, report: Report) -> bool:
    """Parse what is planned; whether all of it was done."""
    timeout = order.timeout or TIMEOUT
    pool = Pool[Task, str | InputError](partial(writer, order.recipe), order.jobs or cores(), timeout)
    with closing(pool.run(_task(item, target) for item in plan)) as answers:
        for task, answer in answers:
            if isinstance(answer, str):
                if task.place is None:
                    target.put(task, answer)
                report.done()
                continue
            report.fail(task.path, _lost(shown(task.path), answer, timeout) if isinstance(answer, Lost) else answer)
            if order.fail_fast:
                return False
    return True


def _task(item: Input, target: Target) -> Task:
    """What a worker gets; standard input and pipes are emptied here, because it hasn't got them."""
    try:
        found = os.stat(item.path) if item.path != "-" else None
    except OSError:
        return Task(*item, 0, None, target.place(item))  # reading it tells why
    if found and stat.S_ISREG(found.st_mode):
        return Task(*item, found.st_mtime_ns, None, target.place(item))
    data: bytes | InputError
    try:
        data = input_bytes(item.path)
    except InputError as error:
        data = error
    return Task(*item, 0, data, target.place(item))


def _lost(name: str, lost: Lost, timeout: float) -> InputError:
    """A Lost in the words of an InputError."""
    if lost.late:
        return InputError(name, f"took longer than {timeout:g} s", "raise --timeout, or split it")
    death = signal.Signals(-lost.code).name if lost.code and lost.code < 0 else f"exit code {lost.code}"
    return InputError(name, f"the process that parsed it died ({death})", "it may need more memory than there is")
