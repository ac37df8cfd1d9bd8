"""How a notebook shows an article: HTML without colours of its own, so that it fits light and dark."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from newsparse.article import Article
from newsparse.writers import FIELDS, ON_REQUEST
from newsparse.writers.pretty import OPENING, signed
from newsparse.writers.text import texts

_LABEL = "text-align:left;vertical-align:top;opacity:.7;padding-right:1em;white-space:nowrap"
_REST = tuple(field for field in FIELDS if field not in (*OPENING, *ON_REQUEST))


def write(article: Article) -> str:
    """The article as it is read, and a table of what else was found."""
    return f'<div style="max-width:45em">{"".join(_page(article))}{_rest(article)}</div>'


def _page(article: Article) -> Iterator[str]:
    for field, tag in (("kicker", "small"), ("headline", "h3"), ("deck", "em")):
        for text in texts(article, field):
            yield f"<{tag}>{escape(text)}</{tag}>"
    by = " · ".join(signed(article, FIELDS))
    yield f"<p><small>{escape(by)}</small></p>" if by else ""
    items = "".join(f"<li>{escape(highlight)}</li>" for highlight in article.highlights)
    yield f"<ul>{items}</ul>" if items else ""
    opening = f"<b>{escape(article.dateline.text)}</b> " if article.dateline else ""
    for section in article.body:
        yield f"<h4>{escape(section.heading)}</h4>" if section.heading else ""
        for paragraph in section.paragraphs:
            yield f"<p>{opening}{escape(paragraph)}</p>"
            opening = ""


def _rest(article: Article) -> str:
    rows = []
    for field in _REST:
        found = [f"{article.confidence:.0%}"] if field == "confidence" else texts(article, field)
        if found:
            shown = "<br>".join(map(escape, found))
            rows.append(f'<tr><th style="{_LABEL}">{field}</th><td style="text-align:left">{shown}</td></tr>')
    return f"<table>{''.join(rows)}</table>"
