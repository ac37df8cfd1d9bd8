"""Plain text: the headline and the body's paragraphs, or just the fields asked for."""

from __future__ import annotations

import re
from collections.abc import Callable

from newsparse.article import Article, Byline, Caption, Span
from newsparse.writers import View

LINE_BETWEEN = 40 * "-"
LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")  # of the text that the spans refer to

_READ: dict[str, Callable[[Article], list[str]]] = {
    "byline": lambda article: [article.byline.text or _names(article.byline)] if article.byline else [],
    "published": lambda article: (
        [article.published.text or article.published.date or ""] if article.published else []
    ),
    "captions": lambda article: [_caption(caption) for caption in article.captions],
    "body": lambda article: [paragraph for section in article.body for paragraph in section.paragraphs],
    "confidence": lambda article: [str(article.confidence)],
    "source": lambda article: [article.source.path or article.source.sha256],
    "spans": lambda article: [_span(span) for span in article.spans],
}


def write(article: Article, view: View) -> str:
    """Headline and body, a blank line between paragraphs; with `only`, these fields, an item a line."""
    blocks = []
    for field in view.fields() if view.only else ("headline", "body"):
        items = texts(article, field)
        if items:
            blocks.append(("\n\n" if field == "body" else "\n").join(items))
    return "\n\n".join(blocks) + "\n" if blocks else ""


def between(view: View) -> str:
    """What stands between two articles: a line, or nothing where each is an item or some, a line each."""
    listed = len(view.only) == 1 and view.only[0] != "body"
    return "" if listed else f"\n{LINE_BETWEEN}\n\n"


def texts(article: Article, field: str) -> list[str]:
    """What a field says, an item each."""
    if field in _READ:
        return _READ[field](article)
    value = getattr(article, field)
    if value is None:
        return []
    items = value if isinstance(value, tuple) else (value,)
    return [item if isinstance(item, str) else item.text for item in items]


def _names(byline: Byline) -> str:
    return "; ".join(author.name for author in byline.authors)


def _caption(caption: Caption) -> str:
    return " ".join(filter(None, (caption.text, caption.credit.text if caption.credit else None)))


def _span(span: Span) -> str:
    return f"{span.start}\t{span.end}\t{span.label}\t{span.confidence:.4f}"
