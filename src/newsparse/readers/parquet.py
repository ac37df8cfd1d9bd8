"""Parquet (https://parquet.apache.org/): a record a row, a few rows at a time."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from newsparse import errors
from newsparse.errors import InputError
from newsparse.readers.files import InputFile
from newsparse.readers.records import KEYS, Records
from newsparse.readers.source import Source

if TYPE_CHECKING:
    import pyarrow as pa
    from pyarrow.parquet import ParquetFile

MAGIC = b"PAR1"
ROWS = 64  # at a time: with more nothing is gained, and the texts of as many are in memory


def read(file: InputFile) -> Iterator[Source | InputError]:
    """The articles of the rows. Raises InputError where no row has a text, and where pyarrow is missing."""
    records = Records(file, "parquet", "utf-8")
    with ExitStack() as stack:
        table = stack.enter_context(opened(stack.enter_context(_seekable(file)), file.name))
        names = _columns(table.schema_arrow, file.text_key)
        row = 0
        for batch in batches(table, file.name, names):
            for record in _rows(batch):
                row += 1
                source = records.source({key: _decoded(value) for key, value in record.items()}, row)
                yield source.of("")  # it is joined to the row by its number


@contextmanager
def opened(source: str | BinaryIO, name: str) -> Iterator[ParquetFile]:
    """A Parquet file, by its path or its bytes. Raises InputError for what is none."""
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError:
        raise errors.missing_library(name, "a Parquet file", "parquet") from None
    try:
        table = ParquetFile(source)
    except (ArrowException, OSError, ValueError):
        raise errors.cut_off(name, "a Parquet file") from None
    with table:
        yield table


def batches(table: ParquetFile, name: str, columns: list[str] | None = None) -> Iterator[pa.RecordBatch]:
    """The rows of a table, a few at a time. Raises InputError where it is broken."""
    from pyarrow import ArrowException

    found = table.iter_batches(batch_size=ROWS, columns=columns, use_threads=False)
    while True:
        try:
            batch = next(found, None)
        except (ArrowException, OSError, ValueError):
            raise errors.cut_off(name, "a Parquet file") from None
        if batch is None:
            return
        yield batch


@contextmanager
def _seekable(file: InputFile) -> Iterator[str | BinaryIO]:
    """The file itself, where it is one, else a copy on disk of what comes through a pipe or was unpacked."""
    if is_parquet_file(file.path):
        yield os.fspath(file.path)
        return
    with TemporaryFile() as copy:
        shutil.copyfileobj(file.stream, copy)
        copy.seek(0)
        yield cast(BinaryIO, copy)


def is_parquet_file(path: str | os.PathLike[str]) -> bool:
    """Whether there is a file of this name that begins as Parquet does."""
    try:
        with open(path, "rb") as stream:
            return os.path.isfile(path) and stream.read(len(MAGIC)) == MAGIC
    except OSError:
        return False


def _columns(schema: pa.Schema, text_key: str | None) -> list[str]:
    """The columns that a record may need: the one that is named, those with known names, those of texts."""
    from pyarrow import types

    return [
        field.name
        for field in schema
        if field.name.lower() in KEYS
        or field.name == text_key
        or types.is_string(field.type)
        or types.is_large_string(field.type)
    ]


def _rows(batch: pa.RecordBatch) -> list[dict[str, Any]]:
    """The rows of a batch, its times in microseconds (Python has no finer ones), texts with bytes that are no
    UTF-8 as bytes.
    """
    from pyarrow import timestamp, types

    for i, field in enumerate(batch.schema):
        if types.is_timestamp(field.type) and field.type.unit == "ns":
            batch = _cast(batch, i, timestamp("us", field.type.tz))
    try:
        return list(batch.to_pylist())
    except UnicodeDecodeError:
        return list(_as_bytes(batch).to_pylist())


def _as_bytes(batch: pa.RecordBatch) -> pa.RecordBatch:
    from pyarrow import binary, large_binary, types

    for i, field in enumerate(batch.schema):
        if types.is_string(field.type) or types.is_large_string(field.type):
            batch = _cast(batch, i, binary() if types.is_string(field.type) else large_binary())
    return batch


def _cast(batch: pa.RecordBatch, column: int, type: pa.DataType) -> pa.RecordBatch:
    name = batch.schema.field(column).name
    return batch.set_column(column, name, batch.column(column).cast(type, safe=False))


def _decoded(value: Any) -> Any:
    """Bytes as the text that they are."""
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else value
