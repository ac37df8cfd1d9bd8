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
from newsparse.batch.manifest import Input, Manifest
from newsparse.batch.pool import Pool, WorkerFailure, cores
from newsparse.batch.report import Report
from newsparse.batch.search import Globs, listed, search
from newsparse.batch.sinks import Sink, make_sink, searches
from newsparse.batch.worker import Task, start_parser, start_writer
from newsparse.errors import InputError, shown
from newsparse.options import RunOptions
from newsparse.readers.files import input_bytes

TIMEOUT = 30.0  # seconds an input


def run(options: RunOptions, report: Report, bar: bool) -> None:
    """Do what is ordered. Raises RefusedError before anything is done, OSError where the output can't be written."""
    complete = False
    with Manifest(once=options.output is not None) as manifest, make_sink(options) as sink:
        _collect(manifest, options, report)
        total = len(manifest)
        sink.prepare(manifest)
        report.skipped = total - len(manifest)
        try:
            with report.progress(len(manifest)) if bar else nullcontext():
                complete = _parse(manifest, sink, options, report)
        finally:
            report.summarize(show=searches(options) or options.output is not None)
            if not complete and sink.resumable:
                report.message("what is done is kept: the same command with --resume goes on")
        if complete:
            sink.finish()


def parse_many(inputs: Iterable[str | Path], *, jobs: int | None = None, timeout: float = TIMEOUT) -> Iterator[Article | InputError]:
    """The articles of many inputs, in order: a Path is a file to read, a str is a text.

    An input that fails gives an InputError in its place, which is not raised. `jobs` is how many processes parse (by
    default, one a core), `timeout` how many seconds an input may take. Memory stays bounded: inputs are taken as
    the articles are. As with all of Python's processes, a script that calls this stands under `if __name__ == "__main__":`.
    """
    pool = Pool[str | Path, Article | InputError](start_parser, jobs or cores(), timeout)
    with closing(pool.run(inputs)) as answers:
        for item, answer in answers:
            if isinstance(answer, WorkerFailure):
                yield _as_input_error("text" if isinstance(item, str) else shown(item), answer, timeout)
            else:
                yield answer


def _collect(manifest: Manifest, options: RunOptions, report: Report) -> None:
    """Put down every input that is named or found."""
    globs = Globs(options.include, options.exclude)
    for path in chain(options.paths, _listed(options.files_from)):
        manifest.widen_base(path)
        for found in search(path, globs, options.output):
            if isinstance(found, InputError):
                report.fail(found.name, found)
            else:
                manifest.add(found)


def _listed(files_from: str | None) -> Iterator[str]:
    if files_from:
        with open(files_from, "rb") if files_from != "-" else nullcontext(sys.stdin.buffer) as stream:
            yield from listed(stream)


def _parse(manifest: Manifest, sink: Sink, options: RunOptions, report: Report) -> bool:
    """Parse what is total; whether all of it was done."""
    timeout = options.timeout or TIMEOUT
    pool = Pool[Task, str | InputError](partial(start_writer, options.read, options.render), options.jobs or cores(), timeout)
    with closing(pool.run(_task(item, sink) for item in manifest)) as answers:
        for task, answer in answers:
            if isinstance(answer, str):
                if task.output is None:
                    sink.put(task, answer)
                report.done()
                continue
            report.fail(task.path, _as_input_error(shown(task.path), answer, timeout) if isinstance(answer, WorkerFailure) else answer)
            if options.fail_fast:
                return False
    return True


def _task(item: Input, sink: Sink) -> Task:
    """What a worker gets; standard input and pipes are emptied here, because it hasn't got them."""
    try:
        found = os.stat(item.path) if item.path != "-" else None
    except OSError:
        return Task(*item, 0, None, sink.path_for(item))  # reading it tells why
    if found and stat.S_ISREG(found.st_mode):
        return Task(*item, found.st_mtime_ns, None, sink.path_for(item))
    data: bytes | InputError
    try:
        data = input_bytes(item.path)
    except InputError as error:
        data = error
    return Task(*item, 0, data, sink.path_for(item))


def _as_input_error(name: str, failure: WorkerFailure, timeout: float) -> InputError:
    """A WorkerFailure in the words of an InputError."""
    if failure.late:
        return InputError(name, f"took longer than {timeout:g} s", "raise --timeout, or split it")
    death = signal.Signals(-failure.code).name if failure.code and failure.code < 0 else f"exit code {failure.code}"
    return InputError(name, f"the process that parsed it died ({death})", "it may need more memory than there is")
