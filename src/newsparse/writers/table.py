"""An article as a row: a column a field, and one more for the authors' names and the number in its file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsparse.article import Article
from newsparse.writers.text import texts

PARAGRAPHS = "\n\n"  # between those of the body
Value = str | float | int | list[str] | None

_MORE = {"byline": "authors", "source": "index"}  # fields with a second column


def columns(fields: Sequence[str]) -> Iterator[str]:
    """The names of the columns."""
    for field in fields:
        yield field
        if field in _MORE:
            yield _MORE[field]


def row(article: Article, fields: Sequence[str]) -> Iterator[Value]:
    """The values of the columns: a text, a number, a list of texts where there may be several, or None."""
    for field in fields:
        yield _value(article, field)
        if field == "byline":
            yield [author.name for author in article.byline.authors] if article.byline else []
        if field == "source":
            yield article.source.index


def _value(article: Article, field: str) -> Value:
    if field in ("published", "updated"):
        time = getattr(article, field)
        return (time.date or time.text) if time else None
    if field == "confidence":
        return article.confidence
    found = texts(article, field)
    if field == "body":
        return PARAGRAPHS.join(found)
    if isinstance(getattr(article, field), tuple):
        return found
    return found[0] if found else None
