"""Articles as a data frame of pandas or polars."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from typing import Any

from newsparse.article import Article
from newsparse.writers import FIELDS, ON_REQUEST
from newsparse.writers.table import columns, row

_SHOWN = tuple(field for field in FIELDS if field not in ON_REQUEST)


def to_dataframe(articles: Iterable[Article | Exception]) -> Any:
    """A row an article, the columns those of CSV: lists stay lists, dates are ISO 8601 texts where known,
    else the text as it is printed, and the paragraphs of the body are one text with blank lines between.

    A DataFrame of pandas, else of polars; ImportError where neither is there. What failed, as `parse_many`
    gives it, has no row; a warning says how many.
    """
    made = _library()  # before the articles are parsed
    names = list(columns(_SHOWN))
    values: list[list[Any]] = []
    failed = 0
    for article in articles:
        if isinstance(article, Article):
            values.append(list(row(article, _SHOWN)))
        else:
            failed += 1
    if failed:
        warnings.warn(f"{failed} that failed have no row", stacklevel=2)
    frame = made({name: [each[i] for each in values] for i, name in enumerate(names)})
    return frame.astype({"index": "Int64"}) if hasattr(frame, "astype") else frame


def _library() -> Any:
    """The DataFrame class of the library that is there."""
    for name in ("pandas", "polars"):
        try:
            return __import__(name).DataFrame
        except ImportError:
            continue
    raise ImportError("to_dataframe needs pandas or polars: pip install pandas")
