"""The text of one article, as a reader gives it, and where it came from."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from msgspec.structs import replace

from newsparse.article import DateOrder, Origin
from newsparse.metadata import Metadata


class Source(msgspec.Struct, frozen=True):
    """A text to parse and where it came from.

    Of a page, `metadata` is what it gives beside its text, and `markup` tells what its mark-up says about
    `text[start:end]`. `date_order` is that of days in figures which the text leaves open,
    `language` the code of the language that the caller says it is in.
    `record` is the line of JSON that it is the text of; "" is a row of another table that may have one more
    column.
    """

    text: str
    origin: Origin
    metadata: Metadata | None = None
    markup: Callable[[int, int], tuple[str, ...]] | None = None
    date_order: DateOrder | None = None
    record: str | None = None
    language: str | None = None

    def at(self, index: int) -> Source:
        """The same as the article of this number in its file."""
        return replace(self, origin=replace(self.origin, index=index))

    def of(self, record: str) -> Source:
        """The same as the text of this record."""
        return replace(self, record=record)

    def read_by(self, order: DateOrder | None, language: str | None = None) -> Source:
        """The same, read by this order of day, month and year and in the language with this code. Raises
        ValueError for another.
        """
        if order:
            from newsparse.readers.dates import check_order

            check_order(order)
        if language:
            from newsparse.languages import check_code

            check_code(language)
        return replace(self, date_order=order, language=language) if order or language else self
