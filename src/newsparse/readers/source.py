"""The text of one article, as a reader gives it, and where it came from."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from newsparse.article import Origin
from newsparse.errors import InputError
from newsparse.metadata import Front

MAX_BYTES = 40_000_000


class Source(msgspec.Struct, frozen=True):
    """A text to parse and where it came from.

    Of a page, `front` is what it gives beside its text, and `markup` tells what its mark-up says about `text[start:end]`.
    """

    text: str
    origin: Origin
    front: Front | None = None
    markup: Callable[[int, int], tuple[str, ...]] | None = None


def too_large(name: str) -> InputError:
    return InputError(name, f"too large to be one article (more than {MAX_BYTES // 1_000_000} MB)", "split it")
