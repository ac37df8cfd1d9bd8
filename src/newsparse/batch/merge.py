"""Articles merged into the rows of a Parquet file: a column more, and all else as it was.

A Parquet file can't be continued, so that the articles of a run are collected as lines beside it, each with
the number of its row, and put into their rows once all are there. In place of one that failed stands null.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import islice, repeat
from typing import TYPE_CHECKING

from newsparse import atomic
from newsparse.batch.render import NULL
from newsparse.batch.sinks import JsonLinesSink, RefusedError, changed, entries
from newsparse.errors import InputError, printable
from newsparse.options import RunOptions
from newsparse.readers.parquet import batches, is_parquet_file, opened

if TYPE_CHECKING:
    import pyarrow as pa
    from pyarrow.parquet import ParquetFile

    from newsparse.batch.manifest import Manifest
    from newsparse.batch.worker import Task

GROUP = 64_000_000  # bytes of a row group, about: as much is in memory


class ParquetSink(JsonLinesSink):
    """A Parquet file with the rows of another and the articles of their texts."""

    def __init__(self, path: str, options: RunOptions) -> None:
        super().__init__(path, options)
        self._input = os.path.abspath(options.paths[0]) if options.paths else ""
        self._key = options.render.merge or ""
        self._several = len(options.paths) != 1 or bool(options.files_from)

    def prepare(self, manifest: Manifest) -> None:
        if self._several or not is_parquet_file(self._input):
            raise RefusedError("--merge into a Parquet file takes one input, a Parquet file.")
        try:
            with opened(self._input, printable(self._input)) as table:
                if self._key in table.schema_arrow.names:
                    raise RefusedError(f"The input has a column {self._key}: name another with --merge.")
        except InputError as error:
            raise RefusedError(f"{error}.") from None
        self._is_complete = self._resume and not os.path.exists(self._part) and self._is_up_to_date()
        if self._is_complete:
            manifest.drop(self._input)
        else:
            super().prepare(manifest)

    def put(self, task: Task, text: str, index: int | None) -> None:
        super().put(task, f"{index or 0} {text}", index)

    def end(self, task: Task, failed: bool) -> None:
        super().end(task, failed=False)  # what failed has its null

    def finish(self) -> None:
        if self._is_complete:
            return
        self._stack.close()
        if os.path.getsize(self._part):
            with (
                opened(self._input, printable(self._input)) as table,
                open(self._part, "rb") as lines,
                atomic.opened(self._path) as put,
            ):
                _write(table, printable(self._input), _by_row(lines), put, self._key)
        else:
            os.remove(self._journal)
        os.remove(self._part)

    def _is_up_to_date(self) -> bool:
        """Whether the output is there, of this make, and of the input as it is."""
        if not (os.path.exists(self._path) and os.path.exists(self._journal) and super()._is_same_make()):
            return False
        with open(self._journal, "rb") as log:
            log.readline()
            full, time, _, *index = list(entries(log))[-1]
        return not index and full == self._input and not changed(full, time)

    def _is_same_make(self) -> bool:
        return os.path.exists(self._part) and super()._is_same_make()


def _by_row(lines: Iterable[bytes]) -> Iterator[str | None]:
    """The article of each row, None where there is none, and behind the last row too."""
    row = 0
    for line in lines:
        number, _, article = line.decode().partition(" ")
        yield from repeat(None, int(number) - row)
        yield None if article == NULL else article.rstrip()
        row = int(number) + 1
    yield from repeat(None)


def _write(
    table: ParquetFile, name: str, articles: Iterator[str | None], put: atomic.Write, key: str
) -> None:
    """Put the rows of a table of this name with the articles, as JSON, in one more column."""
    import pyarrow as pa
    from pyarrow.parquet import ParquetWriter

    from newsparse.writers.parquet import ByteStream

    schema = table.schema_arrow.append(pa.field(key, pa.string()))
    group: list[pa.RecordBatch] = []
    with ParquetWriter(ByteStream(put), schema, compression=_compression(table)) as writer:
        for batch in batches(table, name):
            column = pa.array(list(islice(articles, batch.num_rows)), pa.string())
            group.append(pa.record_batch([*batch.columns, column], schema=schema))
            if sum(part.nbytes for part in group) >= GROUP:
                writer.write_table(pa.Table.from_batches(group, schema))
                group.clear()
        writer.write_table(pa.Table.from_batches(group, schema))


def _compression(table: ParquetFile) -> str:
    """The compression of the first column, which is that of all in most files."""
    if not (table.metadata.num_row_groups and table.metadata.num_columns):
        return "zstd"
    name = str(table.metadata.row_group(0).column(0).compression).lower()
    return "none" if name == "uncompressed" else name
