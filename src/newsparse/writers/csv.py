"""CSV (RFC 4180) and TSV: a row an article, a column a field, under a row of their names."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from newsparse.article import Article
from newsparse.writers import View
from newsparse.writers.table import columns, row

ITEMS = "; "  # between the items of a list


def write(article: Article, view: View) -> str:
    """The article as a row of CSV."""
    return _row(_values(article, view), "excel")


def header(view: View) -> str:
    """The names of the columns, as a row of CSV."""
    return _mark(view) + _row(columns(view.fields()), "excel")


def write_tsv(article: Article, view: View) -> str:
    """The article as a row of TSV; what holds a tab or a line break is quoted."""
    return _row(_values(article, view), "excel-tab")


def header_tsv(view: View) -> str:
    """The names of the columns, as a row of TSV."""
    return _mark(view) + _row(columns(view.fields()), "excel-tab")


def _mark(view: View) -> str:
    return "\ufeff" if view.mark else ""


def _values(article: Article, view: View) -> Iterator[str]:
    for value in row(article, view.fields()):
        yield ITEMS.join(value) if isinstance(value, list) else "" if value is None else str(value)


def _row(values: Iterator[str], dialect: str) -> str:
    line = io.StringIO()
    csv.writer(line, dialect).writerow(values)
    return line.getvalue()
