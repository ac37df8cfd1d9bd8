"""Say what each part of a raw news text is.

    >>> import newsparse
    >>> article = newsparse.parse(text)
    >>> article.headline, article.byline, article.captions

`parse`, `parse_file` and `parse_html` give an Article, `parse_many` those of many inputs; `inspect`,
`inspect_file` and `inspect_html` give it with what decided about each line; `to_dataframe` makes a table. The
names below are all there is, and nothing is imported before one of them is used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsparse.article import (
        Article,
        Author,
        Byline,
        Caption,
        Credit,
        Dateline,
        Evidence,
        Inspection,
        Label,
        Media,
        Note,
        NoteKind,
        Origin,
        Part,
        PhotoCredit,
        Section,
        Span,
        Timestamp,
    )
    from newsparse.batch.run import parse_many
    from newsparse.errors import InputError
    from newsparse.pipeline import inspect, inspect_file, inspect_html, parse, parse_file, parse_html
    from newsparse.writers.dataframe import to_dataframe

__version__ = "0.2.0"
__all__ = [
    "Article", "Author", "Byline", "Caption", "Credit", "Dateline", "Evidence", "InputError", "Inspection",
    "Label", "Media", "Note", "NoteKind", "Origin", "Part", "PhotoCredit", "Section", "Span", "Timestamp",
    "__version__", "inspect", "inspect_file", "inspect_html", "parse", "parse_file", "parse_html",
    "parse_many", "to_dataframe",
]  # fmt: skip
_HOME = {
    "parse": "pipeline", "parse_file": "pipeline", "parse_html": "pipeline", "parse_many": "batch.run",
    "inspect": "pipeline", "inspect_file": "pipeline", "inspect_html": "pipeline", "InputError": "errors",
    "to_dataframe": "writers.dataframe",
}  # fmt: skip


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME.get(name, 'article')}"), name)


def __dir__() -> list[str]:
    return __all__
