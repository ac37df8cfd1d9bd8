"""JSON-LD of schema.org in files of its own: a NewsArticle or another article, several in an array or a
graph, or one a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from newsparse import errors
from newsparse.article import Author, Byline, Caption, Credit, DateOrder, Note
from newsparse.errors import InputError
from newsparse.fields.byline import bylines
from newsparse.fields.dateline import dateline
from newsparse.fields.photo_credit import caption
from newsparse.languages import Language
from newsparse.metadata import Metadata
from newsparse.readers.dates import parse_date
from newsparse.readers.exports import stated_by
from newsparse.readers.files import InputFile
from newsparse.readers.html.jsonld import types
from newsparse.readers.json_items import Item, article, dicts, first, items, names, plain, text
from newsparse.readers.source import Source

_STORIES = ("Article", "Posting", "Report")  # how the names of an article's types end
_MARKUP = re.compile(r"</(?:p|div|h\d|ul|ol|li|section|b|i|em|strong|a|span)>|<(?:p|br)\b[^<>]*>", re.I)
_NESTED = ("@graph", "mainEntity", "itemListElement", "item")  # keys whose objects may be articles


def read(file: InputFile) -> Iterator[Source | InputError]:
    """The articles of a file, and an InputError in place of one without a text. Raises InputError where no
    object is an article.
    """
    number = 0
    for found in items(file):
        if isinstance(found, InputError):
            yield found
            continue
        for node in _articles(found[1]):
            number += 1
            yield _article(file, number, node)
    if not number:
        raise errors.no_news_text(file.name, 1, "JSON-LD of another kind")


def _articles(item: Item) -> Iterator[Item]:
    """The objects that are articles: the object itself, else those in it, level by level."""
    level = [item]
    while level:
        found = [node for node in level if any(kind.endswith(_STORIES) for kind in types(node))]
        yield from found
        rest = [node for node in level if node not in found]
        level = [inner for node in rest for key in _NESTED for inner in _objects(node.get(key))]


def _objects(value: Any) -> list[Item]:
    return [each for each in (value if isinstance(value, list) else [value]) if isinstance(each, dict)]


def _article(file: InputFile, number: int, node: Item) -> Source | InputError:
    body = node.get("articleBody") or node.get("text")
    if isinstance(body, list):
        body = "\n\n".join(each for each in body if isinstance(each, str))
    if not isinstance(body, str) or not plain(body):
        return errors.bad_article(file.name, number, "no articleBody")
    identity = text(node, "@id", "identifier") or None
    metadata = _stated(node, file.language_of(plain(body)), file.date_order)
    is_html = bool(_MARKUP.search(body))
    return article(file, number, body, metadata, is_html, format="schema-org", id=identity)


def _stated(node: Item, language: Language, order: DateOrder | None) -> Metadata:
    headline = text(node, "headline", "name")
    byline = _byline(node.get("author") or node.get("creator"), language)
    published = parse_date(text(node, "datePublished", "dateCreated"), order)
    place = text(node, "dateline")
    return Metadata(
        headline=headline or None,
        byline=byline,
        published=published,
        updated=parse_date(text(node, "dateModified"), order),
        dateline=dateline(place, language) if place else None,
        highlights=tuple(filter(None, map(plain, str(node.get("abstract") or "").splitlines()))),
        deck=text(node, "alternativeHeadline", "description") or None,
        tags=tuple(dict.fromkeys(names(node.get("keywords")))),
        captions=tuple(_captions(node.get("image"), language)),
        credits=tuple(_credits(node.get("contributor"))),
        notes=tuple(Note("correction", each) for each in _texts(node.get("correction"))),
        copyright=text(node, "copyrightNotice") or None,
        is_article=True,
        is_story=True,
        is_complete=bool(headline),
        sources=stated_by("json-ld", headline, byline, published),
        url=text(node, "url") or first(_addresses(node.get("mainEntityOfPage"))) or None,
        site=first(_texts(node.get("publisher"))) or None,
        section=first(_texts(node.get("articleSection"))) or None,
        language=first(_texts(node.get("inLanguage"))) or None,
        image=first(_addresses(node.get("image"))) or None,
    )


def _texts(value: Any) -> Iterator[str]:
    """A text, the name of an object, or those of a list."""
    for each in value if isinstance(value, list) else [value]:
        found = plain(each) if isinstance(each, str) else text(each, "name", "text", "alternateName")
        if found:
            yield found


def _addresses(value: Any) -> Iterator[str]:
    for each in value if isinstance(value, list) else [value]:
        found = each if isinstance(each, str) else text(each, "url", "contentUrl", "@id")
        if found.startswith("http"):
            yield found


def _byline(value: Any, language: Language) -> Byline | None:
    """The authors: of an object its name and what stands beside it, of a text what its byline names."""
    authors: list[Author] = []
    for each in value if isinstance(value, list) else [value]:
        name = first(_texts(each.get("name"))) if isinstance(each, dict) else ""
        if name:
            role, email, handle = (text(each, key) or None for key in ("jobTitle", "email", "identifier"))
            employer = first(_texts(each.get("affiliation") or each.get("worksFor"))) or None
            authors.append(Author(name, role, employer, email, handle))
        elif isinstance(each, str) and plain(each):
            signed = bylines((plain(each),), language)
            authors.extend(signed.authors if signed else ())
    return Byline("", tuple(authors)) if authors else None


def _captions(value: Any, language: Language) -> Iterator[Caption]:
    for picture in dicts(value) if isinstance(value, list) else _objects(value):
        credit = text(picture, "creditText") or first(_texts(picture.get("author") or picture.get("creator")))
        found = caption(text(picture, "caption", "description"), credit, language)
        if found:
            yield found


def _credits(value: Any) -> Iterator[Credit]:
    """Who contributed, each in the role that is stated."""
    for each in _objects(value):
        person = each.get("contributor") if "Role" in types(each) else each
        for name in _texts(person):
            is_person = "Organization" not in types(person if isinstance(person, dict) else {})
            own = ((name,), ()) if is_person else ((), (name,))
            yield Credit(name, text(each, "roleName") or None, *own)
