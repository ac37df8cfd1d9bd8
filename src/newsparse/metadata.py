"""What an input states beside its text, and the article that it completes."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from msgspec.structs import replace

from newsparse.article import Article, Author, Byline, Timestamp


class Metadata(msgspec.Struct, frozen=True):
    """Headline, authors' names, highlights, deck, tags, and day or instant (ISO 8601) as the input states
    them; None or empty where it does not.

    `is_article`: the input calls itself one. `is_complete`: what it states need not be searched for in the
    text. `sources` says where each of "headline", "byline" and "published" that is given is stated. The rest
    is the Article's, key by key.
    """

    headline: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    highlights: tuple[str, ...] = ()
    deck: str | None = None
    tags: tuple[str, ...] = ()
    is_article: bool = False
    is_complete: bool = False
    sources: Mapping[str, str] = {}
    url: str | None = None
    site: str | None = None
    section: str | None = None
    language: str | None = None
    image: str | None = None


def merge_metadata(article: Article, metadata: Metadata) -> Article:
    """The article with what is stated in place of what its text alone says; a `text` stays what is printed,
    else "".

    An author whom the text names too keeps role and organization. Where the text has no body and the input
    does not call itself an article, its title, authors and day are those of something else, and not taken.
    """
    article = replace(
        article, **{key: getattr(metadata, key) for key in ("url", "site", "section", "language", "image")}
    )
    if not article.body and not metadata.is_article:
        return article
    return replace(
        article,
        headline=metadata.headline or article.headline,
        byline=_byline(article.byline, metadata.authors),
        published=_published(article.published, metadata.published),
        highlights=metadata.highlights or article.highlights,
        deck=metadata.deck or article.deck,
        tags=metadata.tags or article.tags,
        source=replace(article.source, **metadata.sources),
    )


def _byline(printed: Byline | None, stated: tuple[str, ...]) -> Byline | None:
    if not stated:
        return printed
    authors = {author.name.casefold(): author for author in printed.authors} if printed else {}
    return Byline(
        printed.text if printed else "", tuple(authors.get(name.casefold(), Author(name)) for name in stated)
    )


def _published(printed: Timestamp | None, stated: str | None) -> Timestamp | None:
    return Timestamp(printed.text if printed else "", stated) if stated else printed
