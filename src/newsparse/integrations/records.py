"""Records to articles, in the order of the records: what the engines have in common."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from msgspec.structs import replace

from newsparse.article import Article, DateOrder
from newsparse.batch.worker import BATCH, guarded, side_by_side
from newsparse.errors import InputError
from newsparse.readers.source import Source
from newsparse.segment.threads import one_core


class RecordParser:
    """What a worker of an engine needs, opened once: the model, on one core.

    `text` names the key of the text; `date_order` is as in `newsparse.parse`. What the other keys state, as a
    title or a date, is used as of a file of records.
    """

    def __init__(self, text: str = "text", date_order: DateOrder | None = None) -> None:
        one_core()
        from newsparse.languages import DEFAULT, load
        from newsparse.readers.files import InputFile
        from newsparse.readers.records import Records
        from newsparse.segment.model import default_weights

        default_weights()
        file = InputFile(io.BytesIO(), "record", load(DEFAULT), None, text, date_order)
        self._records = Records(file, "record", "utf-8")
        self._order = date_order

    def parse(self, records: Iterable[Mapping[str, Any]]) -> Iterator[Article | InputError]:
        """The article of each record, or why it has none, in order; eight are analysed side by side."""
        remaining = iter(records)
        while batch := list(islice(remaining, BATCH)):
            for found in side_by_side([iter([self._source(record)]) for record in batch]):
                source, analysis = next(found)
                yield self._article(source, analysis)

    def _source(self, record: Mapping[str, Any]) -> Source | InputError:
        found = guarded(lambda: self._records.source(record, 1), "record")
        if isinstance(found, InputError):
            return found
        origin = replace(found.origin, path=None, encoding=None)
        return replace(found, origin=origin).read_by(self._order)

    def _article(self, source: Any, analysis: Any) -> Article | InputError:
        from newsparse import pipeline

        if isinstance(source, InputError):
            return source
        return guarded(lambda: pipeline.to_article(analysis or pipeline.analyse(source)), "record")
