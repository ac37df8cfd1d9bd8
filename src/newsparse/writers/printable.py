"""Characters that a terminal obeys instead of showing them: control characters, and those that change the
direction of what follows (bidirectional embeddings, overrides and isolates).
"""

from __future__ import annotations

import re

_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")  # but for tab and line feed
_ENCODED = (
    tuple(  # what JSON may hold of them as it is, in UTF-8: a pattern for each first byte, which is fast
        map(re.compile, (rb"\x7f", rb"\xc2[\x80-\x9f]", rb"\xe2\x80[\xaa-\xae]", rb"\xe2\x81[\xa6-\xa9]"))
    )
)


def visible(text: str) -> str:
    """The text with a mark in place of each of them."""
    return _OBEYED.sub("\ufffd", text)


def escaped(data: bytes) -> bytes:
    """JSON in UTF-8 with each of them as \\uXXXX, which means the same."""
    for pattern in _ENCODED:
        if pattern.search(data):
            data = pattern.sub(lambda match: b"\\u%04x" % ord(match[0].decode()), data)
    return data
