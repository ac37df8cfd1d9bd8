"""Spark (https://spark.apache.org): a column of articles beside the column of their texts.

    parse_column(spark.read.parquet("in"), "text").write.parquet("out")

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
        from newsparse.integrations.records import RecordParser

        parser = RecordParser(text, date_order)
        for batch in batches:
            found = parser.parse(batch.to_dict("records"))
            batch[column] = [None if isinstance(each, InputError) else _row(each) for each in found]
            yield batch

    return frame.mapInPandas(parse, schema)


def _schema() -> Any:
    from newsparse.writers.parquet import SCHEMA

    return SCHEMA


def _row(article: Any) -> Any:
    import msgspec

    from newsparse.writers import View
    from newsparse.writers.parquet import write

    return msgspec.json.decode(write(article, View()))
