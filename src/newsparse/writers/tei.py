"""TEI P5 (https://tei-c.org/guidelines/p5/): a header and the text, of several articles a corpus.

Spans and confidence, media and related links have no place there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from newsparse import __version__
from newsparse.article import Article, Caption, Timestamp
from newsparse.writers import View
from newsparse.writers.xml import maker, serialized

NAMESPACE = "http://www.tei-c.org/ns/1.0"

_DATE_TIME = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?)?")
_CORPUS_END = "</teiCorpus>\n"
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{1,8}(?>(?:-[A-Za-z0-9]{1,8})*)")
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

E = maker(NAMESPACE)


def write(article: Article, _: View) -> str:
    """The article as a TEI element."""
    language = {_LANGUAGE: _tag(article.language)}
    return serialized(E("TEI", language, _header(article), E("text", E("body", *_body(article)))))


def header(_: View) -> str:
    """What opens a corpus of several articles."""
    title = E("titleStmt", E("title", "News articles"))
    sources = E("sourceDesc", E("p", "Each article has its own."))
    root = E("teiCorpus", E("teiHeader", E("fileDesc", title, _publication(), sources)))
    return serialized(root).removesuffix(_CORPUS_END)


def footer(_: View) -> str:
    """What closes a corpus."""
    return _CORPUS_END


def _publication() -> etree._Element:
    return E("publicationStmt", E("p", f"Made by newsparse {__version__}."))


def _header(article: Article) -> etree._Element:
    """Title, authors and who else worked on it; where it comes from; language and tags."""
    titles = [E("title", {"type": "main"}, article.headline)]
    titles += [E("title", {"type": "sub"}, article.deck)] if article.deck else []
    statement = E("titleStmt", *titles, *_authors(article), *_responsible(article))
    file = E("fileDesc", statement, _publication(), E("sourceDesc", _source(article)))
    tag = _tag(article.language)
    language = E("langUsage", E("language", {"ident": tag})) if tag else None
    tags = [E("term", tag) for tag in article.tags]
    topics = E("textClass", E("keywords", *tags)) if tags else None
    profile = E("profileDesc", language, topics) if language is not None or topics is not None else None
    return E("teiHeader", file, profile)


def _tag(language: str | None) -> str | None:
    """The language, where it is a tag (BCP 47): an attribute takes no other."""
    return language if language and _LANGUAGE_TAG.fullmatch(language) else None


def _authors(article: Article) -> Iterator[etree._Element]:
    for author in article.byline.authors if article.byline else ():
        beside = (
            E("roleName", author.role) if author.role else None,
            E("orgName", author.organization) if author.organization else None,
            E("email", author.email) if author.email else None,
            E("idno", {"type": "handle"}, author.handle) if author.handle else None,
        )
        parts = [part for part in beside if part is not None]
        yield E("author", E("name", author.name), *parts) if parts else E("author", author.name)


def _responsible(article: Article) -> Iterator[etree._Element]:
    for credit in article.credits:
        names = [E("name", name) for name in credit.names]
        names += [E("orgName", name) for name in credit.organizations]
        if names:
            yield E("respStmt", E("resp", credit.role or "contributor"), *names)


def _source(article: Article) -> etree._Element:
    """Where and when it was printed."""
    times = (("published", article.published), ("updated", article.updated))
    return E(
        "bibl",
        E("title", {"level": "a"}, article.headline) if article.headline else None,
        E("title", {"level": "j"}, article.site) if article.site else None,
        *(_date(time, kind) for kind, time in times if time),
        E("ref", {"target": article.url}, article.url) if article.url else None,
        E("idno", {"type": "sha256"}, article.source.sha256),
        E("note", {"type": "copyright"}, article.copyright) if article.copyright else None,
    )


def _date(time: Timestamp, kind: str) -> etree._Element:
    return E("date", {"type": kind, "when": _when(time.date)}, time.text or time.date)


def _when(date: str | None) -> str | None:
    """A day or an instant as XML Schema has them, which knows no time without seconds."""
    return date if not date or _DATE_TIME.fullmatch(date) else date[:10]


def _body(article: Article) -> Iterator[etree._Element]:
    yield E("div", {"type": "article"}, *_story(article))
    if article.captions or article.image:
        yield E("div", {"type": "captions"}, *_figures(article))
    if article.notes:
        notes = (E("note", {"type": note.kind}, E("p", note.text)) for note in article.notes)
        yield E("div", {"type": "notes"}, *notes)
    credits = [credit.text for credit in article.credits]
    for kind, texts in (("credits", credits), ("bio", article.bio)):
        if texts:
            yield E("div", {"type": kind}, *(E("p", text) for text in texts))


def _story(article: Article) -> Iterator[etree._Element]:
    """What opens it, and the paragraphs; each subhead opens a division."""
    for kind, text in (("kicker", article.kicker), ("main", article.headline), ("sub", article.deck)):
        if text:
            yield E("head", {"type": kind}, text)
    if article.byline and article.byline.text:
        yield E("byline", article.byline.text)
    if article.dateline:
        yield E("dateline", article.dateline.text)
    if article.highlights:
        yield E("list", {"type": "highlights"}, *(E("item", text) for text in article.highlights))
    sections = list(article.body)
    opening = sections.pop(0).paragraphs if sections and not sections[0].heading else ()
    yield from (E("p", paragraph) for paragraph in opening)
    for section in sections:
        heading = E("head", section.heading) if section.heading else None
        yield E("div", {"type": "section"}, heading, *(E("p", text) for text in section.paragraphs))
    if not article.body:
        yield E("p")


def _figures(article: Article) -> Iterator[etree._Element]:
    if article.image:
        yield E("figure", E("graphic", {"url": article.image}))
    yield from map(_figure, article.captions)


def _figure(caption: Caption) -> etree._Element:
    return E(
        "figure",
        E("p", caption.text) if caption.text else None,
        E("bibl", {"type": "credit"}, caption.credit.text) if caption.credit else None,
    )
