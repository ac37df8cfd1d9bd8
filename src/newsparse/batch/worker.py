"""What a worker process does with an input. Nothing that parses is imported
before the process is a worker.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from itertools import chain, zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypeVar

import msgspec

from newsparse import errors
from newsparse.atomic import replace
from newsparse.batch.pool import Position
from newsparse.batch.render import Answer, render, without_article
from newsparse.errors import InputError, printable
from newsparse.options import ReadOptions, RenderOptions
from newsparse.readers import read_bytes, read_copy, read_file, read_input
from newsparse.readers.source import Source
from newsparse.readers.text import read_text
from newsparse.segment.threads import one_core

if TYPE_CHECKING:
    from newsparse.article import Article
    from newsparse.pipeline import Analysis

T = TypeVar("T")
Found: TypeAlias = "tuple[Source | InputError | Position, Analysis | None]"

_NAMING = frozenset(
    (errno.ENAMETOOLONG, errno.ENOTDIR, errno.EISDIR, errno.EEXIST, errno.EILSEQ, errno.EINVAL)
)  # errors that one name has, and the next output need not have
BATCH = 8  # items side by side: with more, little is gained
BATCH_CHARACTERS = 200_000  # of texts side by side, so that memory stays bounded; ordinary ones have 5,000
MAX_SMALL_BYTES = 200_000  # of a file that goes in a batch: a larger one fills a batch
SKIPPED = 1000  # so many articles that are done are passed over between two signs of life: some 20 ms


class Task(NamedTuple):
    """What a worker gets of an input.

    Its path as it was given and from the root; which of its articles are done, where it has several; when it
    was last changed, in ns (0: not a file); how many bytes it has; its bytes, where they were read
    already, or a copy of them on disk, or why that failed; the file that its answer goes to where it is its
    only one; and up to which of its articles each is analysed alone.
    """

    path: str
    full: str
    done: tuple[range, ...]
    time: int
    size: int
    data: bytes | Path | InputError | None
    output: str | None
    alone: int = 0


class Job(NamedTuple):
    """A text (str) or a file (Path) to parse, how it is read, which of its articles are done, and up to which
    each is analysed alone.
    """

    input: str | Path
    read: ReadOptions
    done: tuple[range, ...] = ()
    alone: int = 0


def start_writer(
    read: ReadOptions, options: RenderOptions
) -> Callable[[Sequence[Task]], Iterator[Iterator[Answer | InputError | Position]]]:
    """Open the model; a function that gives the articles of each task, or writes the only one to its file.

    It raises OSError where the output can't be written for a reason that holds for others too, as a full
    disk.
    """
    _open()

    def sources(task: Task) -> Iterator[Source | InputError | Position]:
        if isinstance(task.data, InputError):
            return iter([task.data])
        if isinstance(task.data, Path):
            found = read_copy(task.data, task.path, *read)
        elif task.data is None:
            found = read_input(task.path, *read)
        else:
            found = read_bytes(task.data, task.path, *read)
        return _remaining(found, printable(task.path), task.done)

    def answer(task: Task, found: Iterator[Found]) -> Iterator[Answer | InputError | Position]:
        for source, analysis in found:
            made: Answer | InputError | Position
            if isinstance(source, Source):
                index = source.origin.index
                made = guarded(partial(render, source, options, analysis), printable(task.path), index)
                made = made.of(source.record) if isinstance(made, InputError) else made
            else:
                made, index = source, None
            if isinstance(made, InputError) and (kept := without_article(made, options)):
                yield kept
            if isinstance(made, Answer) and task.output and index is None:
                made = _written(task, made, options)
            yield made

    def answers(tasks: Sequence[Task]) -> Iterator[Iterator[Answer | InputError | Position]]:
        inputs = [sources(task) for task in tasks]
        if options.explain:  # an explanation makes the analysis that it explains
            return map(answer, tasks, (((source, None) for source in own) for own in inputs))
        return map(answer, tasks, side_by_side(inputs, [task.alone for task in tasks]))

    return answers


def start_parser() -> Callable[[Sequence[Job]], Iterator[Iterator[Article | InputError | Position]]]:
    """Open the model; a function that gives the articles of each text or file."""
    _open()
    from newsparse import pipeline

    def sources(job: Job) -> Iterator[Source | InputError | Position]:
        item = job.input
        if isinstance(item, str):
            return iter(
                [guarded(lambda: read_text(item).read_by(job.read.date_order, job.read.language), "text")]
            )
        return _remaining(read_file(item, *job.read), printable(item), job.done)

    def parse(job: Job, found: Iterator[Found]) -> Iterator[Article | InputError | Position]:
        name = "text" if isinstance(job.input, str) else printable(job.input)
        for source, analysis in found:
            if not isinstance(source, Source):
                yield source
                continue
            yield guarded(partial(_article, source, analysis), name, source.origin.index)

    def _article(source: Source, analysis: Analysis | None) -> Article:
        return pipeline.to_article(analysis or pipeline.analyse(source))

    def answers(jobs: Sequence[Job]) -> Iterator[Iterator[Article | InputError | Position]]:
        return map(parse, jobs, side_by_side([sources(job) for job in jobs], [job.alone for job in jobs]))

    return answers


def side_by_side(
    inputs: Sequence[Iterator[Source | InputError | Position]], alone: Sequence[int] = ()
) -> Iterator[Iterator[Found]]:
    """What each input holds, with the analysis of the articles that were analysed together: those of inputs
    of one article, and those of one input that follow each other, as far as they are not too large, unless
    one of them failed. Those of an input before the number of it in `alone` are not.
    """
    firsts: list[Source | InputError | Position | None] = []
    together: list[Source] = []
    size = 0
    for sources in inputs if len(inputs) > 1 else ():
        firsts.append(first := next(sources, None))
        if isinstance(first, Source):
            size += len(first.text)
            if size > BATCH_CHARACTERS:
                break
            together.append(first)
    analyses = _analysed(together)
    for first, sources, own in zip_longest(firsts, inputs, alone):
        head = [] if first is None else [(first, analyses.get(id(first)))]
        yield chain(head, _in_groups(sources, own or 0))


def _in_groups(sources: Iterator[Source | InputError | Position], alone: int) -> Iterator[Found]:
    """What is left of an input; its articles are analysed some together, but for those before `alone`."""
    group: list[Source | InputError | Position] = []
    size = count = behind = 0  # characters and articles of the group; the number of what stands behind it
    for found in sources:
        if isinstance(found, Source):
            size += len(found.text)
            if size > BATCH_CHARACTERS and count:  # its position stands before it
                yield from _with_analyses(group[:-1], shared=behind > alone)
                group, size, count = group[-1:], len(found.text), 0
            count += 1
            behind = 0 if found.origin.index is None else found.origin.index + 1
        group.append(found)
        is_full = count == BATCH or size > BATCH_CHARACTERS or (count and behind <= alone)
        if is_full or (isinstance(found, Position) and found.index is None):
            yield from _with_analyses(group, shared=behind > alone)
            group, size, count = [], 0, 0
            if behind > alone:
                yield Position(behind, shared=True), None  # the next group is read
    yield from _with_analyses(group, shared=behind > alone)


def _with_analyses(group: Sequence[Source | InputError | Position], shared: bool) -> Iterator[Found]:
    """A part of an input, with the analysis of its articles where there are several."""
    together = [found for found in group if isinstance(found, Source)]
    if shared and len(together) > 1:
        yield Position(together[0].origin.index, shared=True), None
    analyses = _analysed(together)
    for found in group:
        yield found, analyses.get(id(found))


def _analysed(sources: Sequence[Source]) -> dict[int, Analysis]:
    """The analyses of several sources by the `id` of each; none where one fails, or where there is one alone,
    which is analysed in its turn.
    """
    from newsparse import pipeline

    if len(sources) > 1:
        with suppress(Exception):
            return dict(zip(map(id, sources), pipeline.analyse_many(sources), strict=True))
    return {}


def _remaining(
    sources: Iterator[Source | InputError], name: str, done: tuple[range, ...]
) -> Iterator[Source | InputError | Position]:
    """The sources that are not done; before each of several, its position."""
    while (source := guarded(lambda: next(sources, None), name)) is not None:
        index = source.index if isinstance(source, InputError) else source.origin.index
        if index is None or not any(index in part for part in done):
            if index is not None:
                yield Position(index)
            yield source
        elif index % SKIPPED == 0:
            yield Position(None)


def _written(task: Task, answer: Answer, options: RenderOptions) -> Answer | InputError:
    """Write the answer to a task to its file, or its files, that which counts last."""
    from newsparse.writers import FORMATS, contents

    assert task.output is not None
    assert answer.text is not None
    made = contents(answer.text, options.format, options.view)
    first, *_ = endings = FORMATS[options.format].endings
    try:
        for ending, content in reversed(list(zip(endings, made, strict=False))):
            replace(task.output.removesuffix(first) + ending, content)
    except OSError as error:
        if error.errno not in _NAMING:
            raise
        return unnamable(task, task.output, error)
    return msgspec.structs.replace(answer, text=None, index=None)


def unnamable(task: Task, output: str, error: OSError) -> InputError:
    """The InputError of a task whose output can't be written under its name."""
    return errors.unnamable_output(printable(task.path), printable(output), error)


def _open() -> None:
    one_core()
    from newsparse.segment.model import default_weights

    default_weights()


def guarded(function: Callable[[], T], name: str, index: int | None = None) -> T | InputError:
    """What a function gives, or why it failed: one article's trouble is not to end a run of many."""
    try:
        return function()
    except InputError as error:
        return error.at(index)
    except Exception as error:
        return errors.failure(name, error).at(index)
