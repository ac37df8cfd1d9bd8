"""Other people's texts, which tests expect of files of the data folder: known by their hash, not copied."""

from __future__ import annotations

import hashlib
from typing import Any

LENGTH = 16  # hexadecimal digits of the SHA-256 of a text's UTF-8


def digest(text: str) -> str:
    """What `hashed` is given for a text."""
    return hashlib.sha256(text.encode()).hexdigest()[:LENGTH]


def hashed(sha256: str) -> Any:
    """What is equal to the text of this hash, and to no other."""
    return _Hashed(sha256)


class _Hashed:
    def __init__(self, sha256: str) -> None:
        self.sha256 = sha256

    def __eq__(self, other: object) -> bool:
        return isinstance(other, str) and digest(other) == self.sha256

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"hashed({self.sha256!r})"
