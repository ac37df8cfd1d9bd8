"""A text that is known by its hash."""

from __future__ import annotations

from hashes import digest, hashed


def test_only_the_text_of_the_hash_is_equal() -> None:
    known = hashed(digest("Ferry aground"))
    assert known == "Ferry aground"
    assert [(known, 1)] == [("Ferry aground", 1)]
    assert known != "Ferry aground."
    assert known != 1
