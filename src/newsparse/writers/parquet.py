"""Parquet (https://parquet.apache.org/): a row an article, always in the same columns, nested as in the JSON.

SCHEMA is the schema of every such file, and of a data frame of articles anywhere else. It is made from the
types of the answer; needs pyarrow (`pip install 'newsparse[parquet]'`).
"""

from __future__ import annotations

from collections.abc import Callable
from io import RawIOBase
from types import NoneType, UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from newsparse.article import Article, Span
from newsparse.writers import View
from newsparse.writers.json import encode

ROWS = 1000  # of a row group: some 10 MB of articles
_PLAIN: dict[Any, pa.DataType] = {str: pa.string(), int: pa.int64(), float: pa.float64()}


def write(article: Article, _: View) -> str:
    """The article as a line for `Table`."""
    return encode(article, View(spans=True)).decode() + "\n"


class Table:
    """A Parquet file that is made of what `write` gives, and put as bytes, a row group after the other."""

    def __init__(self, put: Callable[[bytes], None]) -> None:
        self._rows: list[dict[str, Any]] = []
        self._writer = pq.ParquetWriter(ByteStream(put), SCHEMA, compression="zstd")

    def write(self, line: str) -> None:
        """Add an article."""
        self._rows.append(msgspec.json.decode(line))
        if len(self._rows) == ROWS:
            self._flush()

    def close(self) -> None:
        """Add what is left, and the end of the file."""
        self._flush()
        self._writer.close()

    def _flush(self) -> None:
        if self._rows:
            self._writer.write_table(pa.Table.from_pylist(self._rows, SCHEMA))
            self._rows.clear()


class ByteStream(RawIOBase):
    """What pyarrow writes to: bytes are passed on, and counted."""

    def __init__(self, put: Callable[[bytes], None]) -> None:
        self._put = put
        self._count = 0

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._put(bytes(data))
        self._count += len(data)
        return len(data)

    def tell(self) -> int:
        return self._count


def _type(hint: Any) -> pa.DataType:
    """The type of a column or a field whose values are of this type of Python; any may be null."""
    if get_origin(hint) is UnionType:
        (hint,) = (each for each in get_args(hint) if each is not NoneType)
    if get_origin(hint) is tuple:
        return pa.list_(_type(get_args(hint)[0]))
    if get_origin(hint) is Literal:
        return pa.string()
    return _PLAIN.get(hint) or pa.struct(_fields(hint))


def _fields(record: type[msgspec.Struct]) -> list[Any]:
    """The fields of a record; a span's own text is in the text."""
    hints = get_type_hints(record)
    names = [name for name in record.__struct_fields__ if (record, name) != (Span, "text")]
    return [pa.field(name, _type(hints[name])) for name in names]


SCHEMA = pa.schema(_fields(Article))
