"""What a page's statements and its mark-up tell of its story, and the article that they complete."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from msgspec.structs import replace

from newsparse.article import Article, Author, Byline, Timestamp


class Front(msgspec.Struct, frozen=True):
    """Headline, authors' names, and day or instant (ISO 8601) as a page gives them; None or empty where it does not.

    `is_article`: the page calls itself one. `sources` says what told each of "headline", "byline" and "published" that is given. The
    rest is the Article's, key by key.
    """

    headline: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    is_article: bool = False
    sources: Mapping[str, str] = {}
    url: str | None = None
    site: str | None = None
    section: str | None = None
    language: str | None = None
    image: str | None = None


def complete(article: Article, front: Front) -> Article:
    """The article with what the page gives in place of what its text alone told; a `text` stays what is printed, else "".

    An author whom the text names too keeps role and organization. Where the text has no body and the page does not call itself an article,
    its title, authors and day are those of something else, and not taken.
    """
    article = replace(article, url=front.url, site=front.site, section=front.section, language=front.language, image=front.image)
    if not article.body and not front.is_article:
        return article
    byline, published = article.byline, article.published
    if front.authors:
        printed = {author.name.casefold(): author for author in byline.authors} if byline else {}
        byline = Byline(byline.text if byline else "", tuple(printed.get(name.casefold(), Author(name)) for name in front.authors))
    if front.published:
        published = Timestamp(published.text if published else "", front.published)
    return replace(
        article,
        headline=front.headline or article.headline,
        byline=byline,
        published=published,
        source=replace(article.source, **front.sources),
    )
