"""Tokens with tags (IOB2) in the four columns of CoNLL 2003: token, start, end and tag, with a space between.

Offsets count code points of the text; a blank line ends each of its lines, -DOCSTART- opens each article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsparse.article import Article, Span
from newsparse.writers import View
from newsparse.writers.text import LINE

START = "-DOCSTART- -X- -X- O\n\n"
_TOKEN = re.compile(r"\w+|[^\w\s]")


def write(article: Article, _: View) -> str:
    """The article as rows, a token each, behind the row that opens it."""
    rows = [START]
    last = 0
    for span in article.spans:
        if len(rows) > 1 and LINE.sub("", article.text[last : span.start]):
            rows.append("\n")
        rows += _rows(article.text, span)
        last = span.end
    return "".join(rows) + ("\n" if len(rows) > 1 else "")


def _rows(text: str, span: Span) -> Iterator[str]:
    """The rows of a span, and a blank one where a line of the text ends in it."""
    first = True
    for line in LINE.finditer(text, span.start, span.end):
        tokens = list(_TOKEN.finditer(text, line.start(), line.end()))
        if tokens and not first:
            yield "\n"
        for token in tokens:
            yield f"{token[0]} {token.start()} {token.end()} {'B' if first else 'I'}-{span.label}\n"
            first = False
