"""Many inputs: find them, leave out what is done, parse the rest in worker processes, and report.

`run` is the command's way, `parse_many` Python's; both parse in the workers of one Pool.
"""

from __future__ import annotations

import os
import signal
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing, nullcontext, suppress
from functools import partial
from io import BytesIO
from itertools import chain
from pathlib import Path
from shutil import copyfileobj
from tempfile import NamedTemporaryFile
from typing import TypeVar

from newsparse import errors
from newsparse.article import Article, DateOrder
from newsparse.batch.manifest import Input, Manifest
from newsparse.batch.pool import Pool, WorkerFailure, cores
from newsparse.batch.render import Answer, without_article
from newsparse.batch.report import Report
from newsparse.batch.search import Globs, listed, search
from newsparse.batch.sinks import RefusedError, ReportSink, Sink, make_sink, report_sink, searches
from newsparse.batch.worker import (
    BATCH,
    MAX_SMALL_BYTES,
    Job,
    Task,
    start_parser,
    start_writer,
)
from newsparse.errors import InputError, printable
from newsparse.languages import check_code
from newsparse.options import ReadOptions, RunOptions
from newsparse.readers import AUTO, detect, files
from newsparse.readers.encoding import SAMPLE
from newsparse.readers.files import open_bytes, open_file, open_input, unpacked
from newsparse.readers.jsonl import record_at

TIMEOUT = 30.0  # seconds an article

_DESCRIPTORS = ("/dev/fd/", "/dev/stdin", "/proc/self/fd/")
T = TypeVar("T", Task, Job)


def run(options: RunOptions, report: Report, bar: bool) -> None:
    """Do what is ordered. Raises RefusedError before anything is done,
    OSError where the output can't be written.
    """
    complete = False
    with (
        Manifest(once=options.output is not None) as manifest,
        make_sink(options) as sink,
        report_sink(options) or nullcontext() as page,
    ):
        report.page = sink if isinstance(sink, ReportSink) else page
        _collect(manifest, options, report)
        total = len(manifest)
        if page:
            _prepare_page(page, manifest)
        sink.prepare(manifest)
        report.skipped = total - len(manifest)
        try:
            with report.progress(len(manifest)) if bar else nullcontext():
                complete = _parse(manifest, sink, options, report)
        finally:
            report.summarize(show=searches(options) or options.output is not None, table=bar)
            if not complete and sink.resumable:
                report.message("what is done is kept: the same command with --resume goes on")
        if complete:
            sink.finish()


def parse_many(
    inputs: Iterable[str | Path],
    *,
    jobs: int | None = None,
    timeout: float = TIMEOUT,
    encoding: str | None = None,
    input_format: str = "auto",
    text_key: str | None = None,
    date_order: DateOrder | None = None,
    language: str | None = None,
) -> Iterator[Article | InputError]:
    """The articles of many inputs, in order: a Path is a file to read, a str is a text.

    A file that holds several articles gives each of them. What fails, an input or one of its articles, gives
    an InputError in its place, which is not raised. `jobs` is how many processes parse (by default, one a
    core), `timeout` how many seconds an article may take; `encoding`, `input_format` and `text_key` are of
    all files, `date_order` and `language` (as in `parse`) are of texts too. Memory stays bounded: inputs are
    taken as the articles are.
    """
    if language:
        check_code(language)
    read = ReadOptions(encoding, input_format, text_key, date_order, language)
    pool = Pool[Job, Article | InputError](
        start_parser, jobs or cores(), timeout, _rest, BATCH, _is_small_job
    )
    with closing(pool.run(Job(item, read) for item in inputs)) as answers:
        for job, answer in answers:
            if isinstance(answer, WorkerFailure):
                yield _as_input_error(
                    "text" if isinstance(job.input, str) else printable(job.input), answer, timeout
                )
            elif answer is not None:
                yield answer


def _collect(manifest: Manifest, options: RunOptions, report: Report) -> None:
    """Put down every input that is named or found."""
    globs = Globs(options.include, options.exclude)
    for path in chain(options.paths, _listed(options.files_from)):
        manifest.widen_base(path)
        for found in search(path, globs, options.output, report.passed_over):
            if isinstance(found, InputError):
                report.fail(found.name, found)
            else:
                manifest.add(found)


def _prepare_page(page: ReportSink, manifest: Manifest) -> None:
    """Open the HTML report. Raises RefusedError, which names it, where that is not possible."""
    try:
        page.prepare(manifest)
    except OSError as error:
        raise RefusedError(f"The HTML report can't be written ({error.strerror}).") from None


def _listed(files_from: str | None) -> Iterator[str]:
    if files_from:
        with open(files_from, "rb") if files_from != "-" else nullcontext(sys.stdin.buffer) as stream:
            yield from listed(stream)


def _parse(manifest: Manifest, sink: Sink, options: RunOptions, report: Report) -> bool:
    """Parse what is in the manifest; whether all of it was done."""
    timeout = options.timeout or TIMEOUT
    start = partial(start_writer, options.read, options.render)
    pool = Pool[Task, Answer | InputError](start, options.jobs or cores(), timeout, _rest, BATCH, _is_small)
    failed = False  # anything of the input that is under way
    with (
        ExitStack() as copies,
        closing(pool.run(_task(item, sink, options.read, copies) for item in manifest)) as answers,
    ):
        for task, answer in answers:
            if isinstance(answer, Answer):
                if answer.text is not None:
                    sink.put(task, answer.text, answer.index)
                if not answer.failed:
                    report.done(answer.report, answer.outline, answer.wordless)
                if answer.remark:
                    report.message(answer.remark)
            elif answer is None:
                sink.end(task, failed)
                report.end()
                failed = False
            else:
                failed = True
                if isinstance(answer, WorkerFailure):
                    answer = _as_input_error(printable(task.path), answer, timeout)
                    _put_record(task, answer, sink, options)
                report.fail(task.path, answer)
                if options.fail_fast:
                    return False
    return True


def _put_record(task: Task, failure: InputError, sink: Sink, options: RunOptions) -> None:
    """Where articles are merged into records, put the one that a worker failed at, without an article."""
    if not options.render.merge or isinstance(task.data, InputError):
        return
    data = task.data
    opened = open_bytes(data, task.path) if isinstance(data, bytes) else open_file(data or task.full)
    index, encoding = failure.index or 0, options.read.encoding
    record = "" if options.render.in_rows else record_at(opened, index, encoding)
    found = without_article(failure.of(record), options.render)
    if found and found.text:
        sink.put(task, found.text, found.index)


def _task(item: Input, sink: Sink, read: ReadOptions, copies: ExitStack) -> Task:
    """What a worker gets; standard input and what is open here already are read here,
    because it hasn't got them.
    """
    output = sink.path_for(item)
    data: bytes | Path | InputError | None = None
    time = size = 0
    if item.path == "-" or item.path.startswith(_DESCRIPTORS):
        try:
            data = _stored(item.path, read, copies)
        except InputError as error:
            data = error
    else:
        with suppress(OSError):  # reading it tells why
            found = os.stat(item.path)
            if stat.S_ISREG(found.st_mode):
                time, size = found.st_mtime_ns, found.st_size
    return Task(*item, time, size, data, output)


def _stored(path: str, read: ReadOptions, copies: ExitStack) -> bytes | Path:
    """The bytes of a stream; of more than an article may have, a copy of them on disk until `copies` is
    closed. Raises InputError for more where the stream can't hold several articles, as a text.
    """
    with open_input(path) as stream:
        data = stream.read(files.MAX_BYTES + 1)
        if len(data) <= files.MAX_BYTES:
            return data
        head = unpacked(BytesIO(data)).read(SAMPLE)
        name = detect(head, "").name if read.input_format == AUTO else read.input_format
        if name in ("text", "html", "markdown", "story"):
            raise errors.too_large(printable(path), files.MAX_BYTES)
        copy = copies.enter_context(NamedTemporaryFile(prefix="newsparse-"))  # noqa: SIM115
        copy.write(data)
        copyfileobj(stream, copy)
        copy.flush()
        return Path(copy.name)


def _is_small(task: Task) -> bool:
    """Whether it is a file that may be read and analysed side by side with others."""
    return 0 < task.size <= MAX_SMALL_BYTES


def _is_small_job(job: Job) -> bool:
    """Whether it is a text or a file that may be read and analysed side by side with others."""
    if isinstance(job.input, str):
        return len(job.input) <= MAX_SMALL_BYTES
    with suppress(OSError):
        found = os.stat(job.input)
        return stat.S_ISREG(found.st_mode) and found.st_size <= MAX_SMALL_BYTES
    return False


def _rest(item: T, index: int, shared: bool) -> T:
    """A task or a job from the article behind this one on; from this one on, and the next alone, where they
    were done together.
    """
    if shared:
        return item._replace(done=(*item.done, range(index)), alone=index + BATCH)
    return item._replace(done=(*item.done, range(index + 1)))


def _as_input_error(name: str, failure: WorkerFailure, timeout: float) -> InputError:
    """A WorkerFailure in the words of an InputError."""
    if failure.late:
        error = errors.too_slow(name, timeout)
    else:
        code = failure.code
        death = signal.Signals(-code).name if code and code < 0 else f"exit code {code}"
        error = errors.process_died(name, death)
    return error.at(failure.index)
