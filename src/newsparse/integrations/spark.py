"""Spark (https://spark.apache.org): a column of articles beside the column of their texts.

    parse_column(spark.read.parquet("in"), "text").write.parquet("out")

Batches go to Python as Arrow has them (mapInArrow): by way of pandas (mapInPandas), at the same cost, whole
numbers with a null among them would become fractions.

`pip install 'newsparse[spark]'`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pyspark.sql import DataFrame
from pyspark.sql.pandas.types import from_arrow_schema
from pyspark.sql.types import StructType

from newsparse.article import DateOrder
from newsparse.errors import InputError


def parse_column(
    frame: DataFrame, text: str = "text", *, column: str = "article", date_order: DateOrder | None = None
) -> DataFrame:
    """The frame with one more column, of the articles of the texts in the column `text`: structs with the
    fields of the Parquet export, null where a text can't be parsed.

    What other columns state, as a title or a date, is used as of a file of records. Each task opens the model
    once. Raises ValueError where the frame has such a column already.
    """
    if column in frame.columns:
        raise ValueError(f"the frame has a column {column!r}: name another")
    schema = StructType([*frame.schema.fields]).add(column, from_arrow_schema(_schema()))

    def parse(batches: Iterator[Any]) -> Iterator[Any]:
        import pyarrow as pa

        from newsparse.integrations.records import RecordParser

        parser, kind = RecordParser(text, date_order), pa.struct(list(_schema()))
        for batch in batches:
            rows = map(_row, parser.parse(batch.to_pylist()))
            yield batch.append_column(column, pa.array(list(rows), kind))

    return frame.mapInArrow(parse, schema)


def _schema() -> Any:
    from newsparse.writers.parquet import SCHEMA

    return SCHEMA


def _row(found: Any) -> Any:
    """An article as a struct, None where there is none."""
    if isinstance(found, InputError):
        return None
    import msgspec

    from newsparse.writers import View
    from newsparse.writers.parquet import write

    return msgspec.json.decode(write(found, View()))
