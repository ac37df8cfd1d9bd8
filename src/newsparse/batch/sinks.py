"""Where the answers of many inputs go: one stream, a JSON JsonLinesSink file that can be continued, or a
folder like that of the inputs.

What is there already counts as done when it is newer than its input and was written by the same version,
weights and options. For that a mark stands beside it, one for a whole run: `.newsparse` in a folder, whose
own time says since when all that is written there is of this make; at the head of `.NAME.newsparse` beside a
JSON JsonLinesSink file, which goes on with a line for every line written: the input, its time, and where the
line ends. Neither needs a look into the answers.
"""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, suppress
from types import TracebackType
from typing import IO, TYPE_CHECKING, Any, Protocol, Self, TypeGuard

from newsparse.atomic import (
    NewFile,
    NewFolder,
    is_gzipped,
    lock,
    open_own,
    opened,
    remove_numbered,
    replace,
    sweep,
)
from newsparse.errors import InputError, printable
from newsparse.options import RunOptions
from newsparse.provenance import made_by, weights_digest
from newsparse.readers import has_ending
from newsparse.writers import FORMATS, Format, Stream, by_ending, contents, ending
from newsparse.writers.printable import visible

if TYPE_CHECKING:
    from newsparse.batch.manifest import Input, Manifest
    from newsparse.batch.worker import Task

LONGEST_NAME = 255  # bytes, as most file systems have it


class RefusedError(ValueError):
    """A run that must not begin, because it would write over something."""


class Sink(Protocol):
    """Where answers go; entered before the first and left after the last."""

    resumable: bool  # whether a run that was stopped can be resumed

    def __enter__(self) -> Sink: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def prepare(self, manifest: Manifest) -> None:
        """Drop from the manifest what is done already. Raises RefusedError, before anything is written."""

    def path_for(self, item: Input) -> str | None:
        """The file that a worker writes an input's only article to, or None where `put` takes it."""

    def put(self, task: Task, text: str, index: int | None) -> None:
        """Take an article of a task: its only one (None), or that of this number."""

    def end(self, task: Task, failed: bool) -> None:
        """All of a task is done, or `failed` in part."""

    def finish(self) -> None:
        """All is done."""


class StreamSink:
    """Standard output, or a file that is written as a whole."""

    resumable = False

    def __init__(self, options: RunOptions) -> None:
        self._path = options.output
        self._render = options.render
        self._several = has_several_inputs(options)
        self._overwrite = options.overwrite
        self._articles: Stream | None = None
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._articles and kind is None:
            self._articles.close()
        self._stack.__exit__(kind, error, trace)

    def prepare(self, manifest: Manifest) -> None:
        if self._path and os.path.isfile(self._path):
            _refuse_input(self._path, manifest)
        self.open()

    def open(self) -> None:
        """Get ready to write. Raises RefusedError where there is something."""
        if self._path and os.path.isfile(self._path) and not self._overwrite:
            raise RefusedError(f"{printable(self._path)} exists: --overwrite replaces it.")
        self._write = self._stack.enter_context(opened(self._path))

    def path_for(self, item: Input) -> str | None:
        return None

    def put(self, task: Task, text: str, index: int | None) -> None:
        self.write(text, index)

    def write(self, text: str, index: int | None) -> None:
        """Write an article. Raises RefusedError for one of several where they go to files of their own."""
        if self._articles is None:
            several = self._several or index is not None
            format = self._render.format_at(index)
            if several and FORMATS[format].alone:
                raise RefusedError(needs_folder(format))
            array = several and is_array(format, self._path)
            self._articles = Stream(self._write, format, self._render.view, array)
            self._as_it_is = format == "pretty" or not self._render.view.terminal
        self._articles.write(text if self._as_it_is else visible(text))

    def end(self, task: Task, failed: bool) -> None:
        pass

    def finish(self) -> None:
        pass


class ReportSink(StreamSink):
    """The HTML report of a run, whose articles, failures and run are a line each."""

    def __init__(self, options: RunOptions) -> None:
        super().__init__(options)
        self._opened = False
        self._early: list[str] = []  # what failed before it was opened

    def open(self) -> None:
        if self._path:
            os.makedirs(os.path.dirname(os.path.abspath(self._path)), exist_ok=True)
        super().open()
        self._opened = True
        for line in self._early:
            self.write(line, None)

    def fail(self, path: str, error: InputError) -> None:
        """An input failed, or one of its articles; `path` as it was given."""
        from newsparse.writers import html

        line = html.failure(path, error.index, error.wrong, error.remedy)
        if self._opened:
            self.write(line, None)
        else:
            self._early.append(line)

    def end_run(self, skipped: int, passed_over: Mapping[str, int], seconds: float) -> None:
        """The run has ended."""
        from newsparse.writers import html

        self.write(html.run(skipped, passed_over, seconds), None)


class JsonLinesSink:
    """A JSON JsonLinesSink file, written as NAME.part until it is complete,
    with a journal of what stands where.
    """

    resumable = True

    def __init__(self, path: str, options: RunOptions) -> None:
        self._path = os.path.realpath(path)
        self._part = _beside(self._path, "{}.part")
        self._journal = _beside(self._path, ".{}.newsparse")
        self._fingerprint = fingerprint(options)
        self._resume = options.resume
        self._overwrite = options.overwrite
        self._stack = ExitStack()

    def __enter__(self) -> JsonLinesSink:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.__exit__(kind, error, trace)

    def prepare(self, manifest: Manifest) -> None:
        _refuse_input(self._path, manifest)
        existing = next((path for path in (self._path, self._part) if os.path.exists(path)), None)
        if existing and not (self._resume or self._overwrite):
            raise RefusedError(
                f"{printable(existing)} exists: --resume continues it, --overwrite begins anew."
            )
        self._log = self._stack.enter_context(open_own(self._journal))
        if not lock(self._log.fileno()):
            raise RefusedError(f"Another run is writing {printable(self._path)}: wait until it is done.")
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

    def put(self, task: Task, text: str, index: int | None) -> None:
        _append(self._lines, text.encode())
        if index is not None:
            self._enter(task, index)

    def end(self, task: Task, failed: bool) -> None:
        if not failed:
            self._enter(task)

    def _enter(self, task: Task, *index: int) -> None:
        """Enter in the journal that a task is done up to here, or the article of this number."""
        entry = [task.full, task.time, self._lines.tell(), *index]
        _append(self._log, json.dumps(entry).encode() + b"\n")

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
        """Drop from the manifest what has its line;
        where the last line ends that still holds, and its entry in the journal.
        """
        size = os.path.getsize(self._part)
        with open(self._journal, "rb") as log:
            log.readline()
            ends = 0, log.tell()
            for full, time, end, *index in entries(log):
                if end > size or changed(full, time):
                    break
                if index:
                    manifest.add_done(full, *index)
                else:
                    manifest.drop(full)
                ends = end, log.tell()
        return ends


def _beside(path: str, form: str) -> str:
    """A file beside another, named after it; by a hash of its name, where it would be too long."""
    folder, name = os.path.split(path)
    if len(os.fsencode(form.format(name))) > LONGEST_NAME:
        import hashlib  # seldom needed, and not for --help

        name = hashlib.sha256(os.fsencode(name)).hexdigest()[:16]
    return os.path.join(folder, form.format(name))


class FolderSink:
    """A folder that mirrors that of the inputs.

    Each worker writes there what is the only article of its input. Several articles of one come through here.
    """

    resumable = True

    def __init__(self, root: str, options: RunOptions) -> None:
        self._root = os.path.abspath(root)
        self._name = os.path.join(self._root, ".newsparse")
        self._view = options.render.view
        self._format = FORMATS[options.render.format]
        self._several = FORMATS[options.render.format_at(0)]
        self._fingerprint = fingerprint(options)
        self._resume = options.resume
        self._overwrite = options.overwrite
        # of the several articles of the input under way
        self._file: NewFile | NewFolder | None = None
        self._folders = set[str]()  # that are written to

    def __enter__(self) -> FolderSink:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file:
            self._file.discard()
        for folder in self._folders:  # a worker that was killed while it wrote has left its file
            sweep(folder)

    def prepare(self, manifest: Manifest) -> None:
        self._base = manifest.base
        endings = (*own_endings(self._format), *own_endings(self._several))
        if self._root == self._base and any(map(has_ending, endings)):
            raise RefusedError(
                "Outputs beside the inputs would pass for inputs: choose another folder for the output."
            )
        for item in manifest:
            single, several = self._paths(item.full)
            for path in (*single, several):
                self._folders.add(os.path.dirname(path))
                if path in manifest:
                    remedy = "choose another folder for the output"
                    raise RefusedError(f"{printable(path)} is an input and would be replaced: {remedy}.")
                if not (self._resume or self._overwrite) and os.path.lexists(path):
                    remedy = "--resume keeps what is up to date, --overwrite redoes all"
                    raise RefusedError(f"{printable(path)} exists: {remedy}.")
        for folder in self._folders:
            sweep(folder)
        since = self._since()
        if os.path.exists(self._name.upper()) and (collision := manifest.case_collision()):
            raise RefusedError(
                f"{printable(collision[0])} and {printable(collision[1])} would be one file: "
                f"{printable(self._root)} doesn't tell upper from lower case."
            )
        if self._resume:
            for item in manifest:
                single, several = self._paths(item.full)
                if any(_is_current(path, item.full, since) for path in (single[0], several)):
                    manifest.drop(item.full)

    def path_for(self, item: Input) -> str:
        return self._paths(item.full)[0][0]

    def put(self, task: Task, text: str, index: int | None) -> None:
        if self._file is None:
            path = self._paths(task.full)[1]
            os.makedirs(os.path.dirname(path), exist_ok=True)
            if self._several.alone:
                self._file = NewFolder(path)
            else:
                self._file = NewFile(path)
                array = is_array(self._several.name, path)
                self._articles = Stream(self._file.write, self._several.name, self._view, array)
        if isinstance(self._file, NewFolder):
            made = contents(text, self._several.name, self._view)
            for ending, content in zip(own_endings(self._several), made, strict=True):
                self._file.write(f"{index}{ending}", content)
        else:
            self._articles.write(text)

    def end(self, task: Task, failed: bool) -> None:
        single, several = self._paths(task.full)
        if self._file:
            if isinstance(self._file, NewFile):
                self._articles.close()
            self._file.commit()
            self._file.discard()
            self._file = None
            if failed:  # not newer than its input, so that it is not up to date
                os.utime(several, ns=(task.time, task.time))
            self._remove([path for path in single if path != several])
        elif not failed and several not in single:
            self._remove([several])
        self._check_mark()

    def finish(self) -> None:
        pass

    def _paths(self, full: str) -> tuple[list[str], str]:
        """The files of the only article of an input, and where several are written: in a folder of their own,
        where each is a document.
        """
        path = os.path.join(self._root, full[len(self._base) :].lstrip(os.sep))
        single = [path + ending for ending in own_endings(self._format)]
        return single, path if self._several.alone else path + self._several.endings[0]

    def _remove(self, paths: list[str]) -> None:
        """Remove what an input gave when it had one article, now that it has several,
        or the other way round.
        """
        for path in paths if self._resume or self._overwrite else ():
            with suppress(FileNotFoundError):
                (remove_numbered if os.path.isdir(path) else os.remove)(path)

    def _since(self) -> int:
        """Since when all that is written here is of this make: from now on,
        where the mark is another or all is redone.
        """
        try:
            with open(self._name, "rb") as stream:
                same = stream.read() == self._fingerprint
        except FileNotFoundError:
            same = False
        if self._overwrite or not same:
            replace(self._name, self._fingerprint.decode())
        found = os.stat(self._name)
        self._mark = found.st_dev, found.st_ino
        return found.st_mtime_ns

    def _check_mark(self) -> None:
        """Raise OSError where the folder was removed, and what was written with it;
        a worker may have made a new one.
        """
        try:
            found = os.stat(self._name)
        except FileNotFoundError:
            found = None
        if found is None or (found.st_dev, found.st_ino) != self._mark:
            raise OSError(errno.ENOENT, "it was removed, or its .newsparse was")


def needs_folder(format: str) -> str:
    """What is wrong with a stream of articles each of which is a document."""
    return f"-f {format} is a document an article: -o DIR/ writes a file each."


def own_endings(format: Format) -> tuple[str, ...]:
    """The endings of the files of an article."""
    return format.endings[: format.files]


def make_sink(options: RunOptions) -> Sink:
    """Where the answers of a run go."""
    if options.output and into_folder(options):
        return FolderSink(options.output, options)
    if options.output and is_table(options):
        from newsparse.batch.merge import ParquetSink

        return ParquetSink(options.output, options)
    if options.output and into_lines(options):
        return JsonLinesSink(options.output, options)
    return stream_sink(options)


def is_table(options: RunOptions) -> bool:
    """Whether the articles are merged into the rows of a Parquet file."""
    return bool(options.render.merge and options.output and ending(options.output) == ".parquet")


def stream_sink(options: RunOptions) -> StreamSink:
    """Where the answers go that make one stream."""
    return ReportSink(options) if options.render.format == "html" else StreamSink(options)


def report_sink(options: RunOptions) -> ReportSink | None:
    """Where the HTML report goes that is made beside the answers, if one is."""
    if not options.html_report:
        return None
    render = options.render._replace(format="html", several=None)
    overwrite = options.overwrite or options.resume
    return ReportSink(options._replace(output=options.html_report, render=render, overwrite=overwrite))


def searches(options: RunOptions) -> bool:
    """Whether the inputs are yet to be found out."""
    return bool(options.files_from) or any(map(os.path.isdir, options.paths))


def has_several_inputs(options: RunOptions) -> bool:
    """Whether there may be more than one input."""
    return searches(options) or len(options.paths) > 1


def with_format(options: RunOptions, named: str | None, pretty: bool) -> RunOptions:
    """The options with the format of the output: as `named`, else as its ending says, else the usual one.

    Raises RefusedError where the name of the output says that it is something else.
    """
    if options.render.merge:
        return _with_merge(options, named)
    usual = _usual_format(options, pretty)
    format = named or usual
    if not into_folder(options) and _is_file(options.output):
        possible = by_ending(options.output)
        if possible and named and named not in possible:
            raise RefusedError(
                f"{printable(options.output)} is no name for -f {named}: that would be "
                f"{' or '.join(possible)}."
            )
        meant = [format for format in possible if not FORMATS[format].by_name]
        if meant and not named:
            format = usual if usual in meant else meant[0]
        if ending(options.output) and not (meant or named):
            raise RefusedError(
                f"The ending of {printable(options.output)} is of no format: say which with -f."
            )
    several = None
    if format == "json" and (into_folder(options) or not (named or is_array(format, options.output))):
        several = "jsonl"  # but for an array, and for objects that were asked for by name
    return options._replace(render=options.render._replace(format=format, several=several))


def is_array(format: str, path: str | None) -> bool:
    """Whether several articles in a file are one JSON array."""
    if format == "json":  # else one object after the other, which programs that read streams take
        return path is not None and ending(path) in FORMATS["json"].endings
    return FORMATS[format].array == "several"


def _with_merge(options: RunOptions, named: str | None) -> RunOptions:
    """The options for articles that are merged into records: a line each.
    Raises RefusedError where the output is to be another.
    """
    lines = FORMATS["jsonl"]
    is_other = _is_file(options.output) and ending(options.output) not in (*lines.endings, ".parquet", "")
    if named not in (None, lines.name) or (is_other and not into_folder(options)):
        raise RefusedError("--merge gives JSON Lines, or Parquet of Parquet: -o FILE.jsonl or FILE.parquet.")
    return options._replace(render=options.render._replace(format=lines.name, in_rows=is_table(options)))


def _usual_format(options: RunOptions, pretty: bool) -> str:
    """The format of an output whose name says nothing."""
    if pretty or options.render.explain:
        return "pretty"
    return "jsonl" if has_several_inputs(options) and not into_folder(options) else "json"


def _is_file(output: str | None) -> TypeGuard[str]:
    """Whether an output is a file, or will be; not a device or a pipe."""
    return bool(output) and (os.path.isfile(str(output)) or not os.path.exists(str(output)))


def into_folder(options: RunOptions) -> bool:
    """Whether each answer gets a file: the output is a folder that is there, or ends like one."""
    return bool(options.output) and (
        str(options.output).endswith(("/", os.sep)) or os.path.isdir(str(options.output))
    )


def into_lines(options: RunOptions) -> bool:
    """Whether the answers are the lines of a file that can be continued."""
    if into_folder(options) or not _is_file(options.output):
        return False
    return FORMATS[options.render.format].is_lines and not is_gzipped(options.output)


def fingerprint(options: RunOptions) -> bytes:
    """A line that tells this version, these weights and this way of writing from any other."""
    made = {
        "program": made_by(weights_digest()),
        "options": [
            options.render.format,
            options.render.several,
            *options.render.view._replace(width=0, color=False, terminal=False),
            options.render.explain,
            options.render.merge,
            *options.read,
        ],
    }
    return json.dumps(made).encode() + b"\n"


def _refuse_input(path: str, manifest: Manifest) -> None:
    if os.path.abspath(path) in manifest:
        raise RefusedError(f"{printable(path)} is an input: give the output another name.")


def _append(stream: IO[bytes], line: bytes) -> None:
    """Write a line at once, so that a kill loses no more than what is being written."""
    stream.write(line)
    stream.flush()


def entries(log: IO[bytes]) -> Iterator[list[Any]]:
    """The complete lines of a journal: input, time, where its line ends,
    and which of several articles it is.
    """
    while (line := log.readline()).endswith(b"\n"):
        yield json.loads(line)


def changed(full: str, time: int) -> bool:
    """Whether an input is another than it was; one that is gone is not,
    and of what came through a pipe nothing is known.
    """
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
