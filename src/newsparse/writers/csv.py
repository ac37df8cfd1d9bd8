"""CSV (RFC 4180) and TSV: a row an article, a column a field, under a row of their names."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from newsparse.article import Article
from newsparse.writers import View
from newsparse.writers.text import texts

ITEMS, PARAGRAPHS = "; ", "\n\n"  # between the items of a list, and the paragraphs of the body

_MORE = {"byline": "authors", "source": "index"}  # fields with a second column


def write(article: Article, view: View) -> str:
    """The article as a row of CSV."""
    return _row(_values(article, view), "excel")


def header(view: View) -> str:
    """The names of the columns, as a row of CSV."""
    return _mark(view) + _row(_columns(view), "excel")


def write_tsv(article: Article, view: View) -> str:
    """The article as a row of TSV; what holds a tab or a line break is quoted."""
    return _row(_values(article, view), "excel-tab")


def header_tsv(view: View) -> str:
    """The names of the columns, as a row of TSV."""
    return _mark(view) + _row(_columns(view), "excel-tab")


def _mark(view: View) -> str:
    return "\ufeff" if view.mark else ""


def _columns(view: View) -> Iterator[str]:
    for field in view.fields():
        yield field
        if field in _MORE:
            yield _MORE[field]


def _values(article: Article, view: View) -> Iterator[str]:
    for field in view.fields():
        if field in ("published", "updated"):
            time = getattr(article, field)
            yield (time.date or time.text) if time else ""
        else:
            yield (PARAGRAPHS if field == "body" else ITEMS).join(texts(article, field))
        if field == "byline":
            yield ITEMS.join(author.name for author in article.byline.authors) if article.byline else ""
        if field == "source":
            yield "" if article.source.index is None else str(article.source.index)


def _row(values: Iterator[str], dialect: str) -> str:
    row = io.StringIO()
    csv.writer(row, dialect).writerow(values)
    return row.getvalue()
