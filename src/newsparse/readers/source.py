"""The text of one article, as a reader gives it, and where it came from."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from msgspec.structs import replace

from newsparse.article import Origin
from newsparse.metadata import Metadata


class Source(msgspec.Struct, frozen=True):
    """A text to parse and where it came from.

    Of a page, `metadata` is what it gives beside its text, and `markup` tells what its mark-up says about
    `text[start:end]`.
    """

    text: str
    origin: Origin
    metadata: Metadata | None = None
    markup: Callable[[int, int], tuple[str, ...]] | None = None

    def at(self, index: int) -> Source:
        """The same as the article of this number in its file."""
        return replace(self, origin=replace(self.origin, index=index))
