"""JSON Lines: one object a line, an article each."""

from __future__ import annotations

from newsparse.article import Article
from newsparse.writers import View
from newsparse.writers.json import encode


def write(article: Article, view: View) -> str:
    """The article as one line."""
    return encode(article, view).decode() + "\n"
