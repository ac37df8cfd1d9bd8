"""Markdown with YAML front matter, as Obsidian, Hugo and Jekyll read it.

Spans, confidence, media and related links have no place there.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from newsparse.article import Article
from newsparse.writers import View
from newsparse.writers.text import texts

_INLINE = re.compile(r"[\\`*_\[\]<>|~]|&(?=#?\w+;)")
_LINE_START = re.compile(r"^(\s*\d*)([#+=.)-])", re.M)  # of headings and lists


def write(article: Article, _: View) -> str:
    """The article as a document: front matter, title, deck, highlights, body, captions, credits, notes."""
    blocks = ["---\n" + "".join(_front_matter(article)) + "---", *filter(None, _blocks(article))]
    return "\n\n".join(blocks) + "\n"


def _front_matter(article: Article) -> Iterator[str]:
    """Lines of YAML; strings and lists are those of JSON, which YAML takes as they are."""
    authors = [author.name for author in article.byline.authors] if article.byline else []
    dateline = article.dateline.location if article.dateline else None
    stated = {
        "title": article.headline,
        "kicker": article.kicker,
        "description": article.deck,
        "authors": authors,
        "date": article.published.date if article.published else None,
        "lastmod": article.updated.date if article.updated else None,
        "location": dateline,
        "tags": list(article.tags),
        "url": article.url,
        "site": article.site,
        "section": article.section,
        "language": article.language,
        "image": article.image,
        "copyright": article.copyright,
        "source": article.source.path,
    }
    for key, value in stated.items():
        if value:
            line = f"{key}: {json.dumps(value, ensure_ascii=False)}"
            yield "".join(c if c.isprintable() else json.dumps(c)[1:-1] for c in line) + "\n"


def _blocks(article: Article) -> Iterator[str]:
    if article.headline:
        yield f"# {_escaped(article.headline)}"
    if article.deck:
        yield f"*{_escaped(article.deck)}*"
    yield "\n".join(f"- {_escaped(highlight)}" for highlight in article.highlights)
    yield from _body(article)
    for caption in texts(article, "captions"):
        yield f"> {_escaped(caption)}"
    for field in ("credits", "notes", "bio"):
        for text in texts(article, field):
            yield f"*{_escaped(text)}*"


def _body(article: Article) -> Iterator[str]:
    """Paragraphs under their subheads; the dateline opens the first."""
    opening = f"**{_escaped(article.dateline.text)}** " if article.dateline else ""
    for section in article.body:
        if section.heading:
            yield f"## {_escaped(section.heading)}"
        for paragraph in section.paragraphs:
            yield opening + _escaped(paragraph)
            opening = ""
    yield opening.rstrip()


def _escaped(text: str) -> str:
    """The text with a backslash before what would be mark-up."""
    return _LINE_START.sub(r"\1\\\2", _INLINE.sub(r"\\\g<0>", text)).replace("\n", " ")
