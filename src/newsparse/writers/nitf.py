"""NITF 3.6, the IPTC's News Industry Text Format (https://iptc.org/standards/nitf/): a document an article.

Spans, confidence, media and related links have no place there.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from lxml import etree

from newsparse.article import Article, Author, Caption, Dateline, Note, Timestamp
from newsparse.writers import View
from newsparse.writers.xml import maker, serialized

NAMESPACE = "http://iptc.org/std/NITF/2006-10-18/"
VERSION = "-//IPTC//DTD NITF 3.6//EN"
_NOTE_CLASSES = {"editor": "editorsnote"}  # of a note; others have none of their own
_UNKNOWN = "application/octet-stream"  # media type of a picture of which only the caption is known

E = maker(NAMESPACE)


def write(article: Article, _: View) -> str:
    """The article as a document, with its declaration."""
    root = E("nitf", {"version": VERSION, "baselang": article.language}, _head(article), _body(article))
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + serialized(root)


def _head(article: Article) -> etree._Element:
    published = _compact(article.published)
    docdata = E(
        "docdata",
        E("doc-id", {"id-string": article.source.sha256}),
        E("date.issue", {"norm": published}) if published else None,
        E("fixture", {"fix-id": article.kicker}) if article.kicker else None,
        E("key-list", *(E("keyword", {"key": tag}) for tag in article.tags)) if article.tags else None,
    )
    stated = {"name": article.site, "position.section": article.section, "ex-ref": article.url}
    updated = _compact(article.updated)
    revision = E("revision-history", {"norm": updated, "comment": "updated"}) if updated else None
    return E(
        "head",
        E("title", article.headline) if article.headline else None,
        docdata,
        E("pubdata", stated | {"date.publication": published}) if any(stated.values()) else None,
        revision,
    )


def _compact(time: Timestamp | None) -> str | None:
    """A time as NITF writes it, 20150503T100400+0100, as exact as it is known."""
    if not time or not time.date:
        return None
    if "T" not in time.date:
        return time.date.replace("-", "")
    return datetime.fromisoformat(time.date).strftime("%Y%m%dT%H%M%S%z")


def _body(article: Article) -> etree._Element:
    end = [*(credit.text for credit in article.credits), *article.bio]
    return E(
        "body",
        _body_head(article),
        E("body.content", *_content(article)),
        E("body.end", E("tagline", *_lines(end))) if end else None,
    )


def _lines(texts: list[str]) -> Iterator[str | etree._Element]:
    for i, text in enumerate(texts):
        if i:
            yield E("br")
        yield text


def _body_head(article: Article) -> etree._Element:
    headline = E("hl1", article.headline or "")
    deck = E("hl2", article.deck) if article.deck else None
    items = [E("li", highlight) for highlight in article.highlights]
    return E(
        "body.head",
        E("hedline", headline, deck) if article.headline or article.deck else None,
        *map(_note, article.notes),
        E("rights", article.copyright) if article.copyright else None,
        *_bylines(article),
        _dateline(article.dateline) if article.dateline else None,
        E("abstract", E("ul", *items)) if items else None,
    )


def _note(note: Note) -> etree._Element:
    kind = {"noteclass": _NOTE_CLASSES.get(note.kind), "class": note.kind}
    return E("note", kind, E("body.content", E("p", note.text)))


def _bylines(article: Article) -> Iterator[etree._Element]:
    if article.byline and article.byline.authors:
        yield from map(_byline, article.byline.authors)
    elif article.byline:
        yield E("byline", article.byline.text)


def _byline(author: Author) -> etree._Element:
    title = ", ".join(filter(None, (author.role, author.email, author.handle)))
    organization = E("org", author.organization) if author.organization else None
    separator = ", " if title and author.organization else None
    beside = E("byttl", title or None, separator, organization)
    return E("byline", E("person", author.name), beside if title or author.organization else None)


def _dateline(dateline: Dateline) -> etree._Element:
    """The dateline as it is printed, its place marked where it opens it."""
    place = dateline.location or ""
    printed = dateline.text[: len(place)]
    date = E("story.date", {"norm": dateline.date.replace("-", "")}) if dateline.date else None
    if place and printed.casefold() == place.casefold():
        return E("dateline", E("location", printed), dateline.text[len(place) :], date)
    return E("dateline", dateline.text, E("location", place) if place and not dateline.text else None, date)


def _content(article: Article) -> Iterator[etree._Element]:
    """Pictures, then paragraphs under their subheads."""
    if article.image:
        yield _media(_reference(article.image))
    for caption in article.captions:
        yield _media(_reference(), *_captioned(caption))
    for section in article.body:
        if section.heading:
            yield E("hl2", section.heading)
        for paragraph in section.paragraphs:
            yield E("p", paragraph)


def _media(*content: etree._Element) -> etree._Element:
    return E("media", {"media-type": "image"}, *content)


def _reference(source: str | None = None) -> etree._Element:
    return E("media-reference", {"mime-type": _UNKNOWN, "source": source})


def _captioned(caption: Caption) -> Iterator[etree._Element]:
    if caption.text:
        yield E("media-caption", caption.text)
    if caption.credit:
        yield E("media-producer", caption.credit.text)
