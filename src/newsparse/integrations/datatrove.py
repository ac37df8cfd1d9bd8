"""datatrove (https://github.com/huggingface/datatrove): a step that gives each document its article.

    ParquetReader("in/"), Newsparse(), JsonlWriter("out/")

`pip install 'newsparse[datatrove]'`.
"""

from __future__ import annotations

from itertools import islice
from typing import Any

from datatrove.data import Document, DocumentsPipeline
from datatrove.pipeline.base import PipelineStep

from newsparse.article import DateOrder
from newsparse.errors import InputError

BATCH = 64  # documents in memory at a time; with more nothing is gained


class Newsparse(PipelineStep):
    """Puts the article of each document into its metadata, under `key`, as JSON text, as `--merge` does.

    A document that can't be parsed is kept, with None there and the reason under `KEY_error` ("" of others).
    Both are counted: `parsed` and `failed` in the step's statistics. What the metadata state, as a title or a
    date, is used as of a file of records. A task that was killed is done again by its executor.
    """

    name = "newsparse"
    type = "Parser"

    def __init__(self, key: str = "article", date_order: DateOrder | None = None) -> None:
        super().__init__()
        self.key = key
        self.date_order = date_order

    def run(self, data: Any, rank: int = 0, world_size: int = 1) -> DocumentsPipeline:
        """The documents, each with its article."""
        from newsparse.integrations.records import RecordParser

        parser = RecordParser("text", self.date_order)
        while documents := list(islice(data, BATCH)):
            with self.track_time("batch"):
                found = list(parser.parse(map(_record, documents)))
            for document, article in zip(documents, found, strict=True):
                self._put(document, article)
                yield document

    def _put(self, document: Document, found: Any) -> None:
        from newsparse.writers import View
        from newsparse.writers.json import encode

        failed = isinstance(found, InputError)
        document.metadata[self.key] = None if failed else encode(found, View()).decode()
        document.metadata[f"{self.key}_error"] = f"{found.wrong}: {found.remedy}" if failed else ""
        self.stat_update("failed" if failed else "parsed")


def _record(document: Document) -> dict[str, Any]:
    return {**document.metadata, "text": document.text, "id": document.id}
