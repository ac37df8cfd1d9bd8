"""JSON and JSON Lines: an object an article, every key always there, in the order of the contract."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from newsparse.article import Article
from newsparse.writers import View
from newsparse.writers.printable import escaped


def write(article: Article, view: View) -> str:
    """The article as an indented object; of several, jq and the like read one after the other."""
    return msgspec.json.format(encode(article, view), indent=2).decode() + "\n"


def write_line(article: Article, view: View) -> str:
    """The article as one line."""
    return encode(article, view).decode() + "\n"


def encode(article: Article, view: View) -> bytes:
    """The article as compact JSON in UTF-8, with no character in it that a terminal would obey."""
    if view.span_text:
        spans = [replace(span, text=article.text[span.start : span.end]) for span in article.spans]
        article = replace(article, spans=tuple(spans))
    return escaped(msgspec.json.encode({field: getattr(article, field) for field in view.fields()}))
