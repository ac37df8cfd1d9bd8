"""brat's standoff format: a text, and a file of annotations beside it (https://brat.nlplab.org/standoff.html).

Offsets count code points. A span of several lines has a fragment for each, for none may hold a line break.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsparse.article import Article, Span
from newsparse.writers import NEXT_FILE, View
from newsparse.writers.text import LINE


def write(article: Article, _: View) -> str:
    """The annotations, a row a span (number, label with offsets, its text), and for the file beside them the
    article's text.
    """
    rows = (_row(number, article.text, span) for number, span in enumerate(article.spans, 1))
    return "".join(rows).replace(NEXT_FILE, " ") + NEXT_FILE + article.text


def _row(number: int, text: str, span: Span) -> str:
    fragments = list(_fragments(text, span))
    places = ";".join(f"{start} {end}" for start, end in fragments)
    shown = " ".join(text[start:end] for start, end in fragments)
    return f"T{number}\t{span.label} {places}\t{shown}\n"


def _fragments(text: str, span: Span) -> Iterator[tuple[int, int]]:
    """The offsets of the lines in a span, without the white space at either end of each."""
    for line in LINE.finditer(text, span.start, span.end):
        start = line.start() + len(line[0]) - len(line[0].lstrip())
        if line[0].strip():
            yield start, start + len(line[0].strip())
