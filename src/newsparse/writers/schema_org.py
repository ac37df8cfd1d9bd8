"""JSON-LD of schema.org: a NewsArticle, as pages carry it (https://schema.org/NewsArticle).

Spans, confidence, media and related links have no place there.
"""

from __future__ import annotations

from typing import Any

import msgspec

from newsparse.article import Article, Author, Caption, Timestamp
from newsparse.writers import View


def write(article: Article, _: View) -> str:
    """The article as an indented object; what it does not have is left out."""
    return msgspec.json.format(msgspec.json.encode(news_article(article)), indent=2).decode() + "\n"


def news_article(article: Article) -> dict[str, Any]:
    """The article as a NewsArticle."""
    corrections = [note.text for note in article.notes if note.kind in ("correction", "update")]
    dateline = article.dateline
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        **_without_empty(
            {
                "headline": article.headline,
                "alternativeHeadline": article.deck,
                "abstract": "\n".join(article.highlights),
                "author": [_person(author) for author in article.byline.authors] if article.byline else [],
                "datePublished": _date(article.published),
                "dateModified": _date(article.updated),
                "dateline": dateline.text if dateline else None,
                "locationCreated": _named("Place", dateline.location if dateline else None),
                "articleSection": [section for section in (article.section, article.kicker) if section],
                "articleBody": _body(article),
                "image": _images(article),
                "contributor": _contributors(article),
                "correction": corrections,
                "keywords": list(article.tags),
                "copyrightNotice": article.copyright,
                "url": article.url,
                "inLanguage": article.language,
                "publisher": _named("Organization", article.site),
            }
        ),
    }


def _without_empty(record: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if value}


def _named(kind: str, name: str | None) -> dict[str, str] | None:
    return {"@type": kind, "name": name} if name else None


def _date(time: Timestamp | None) -> str | None:
    return time.date if time else None


def _person(author: Author) -> dict[str, Any]:
    return {
        "@type": "Person",
        "name": author.name,
        **_without_empty(
            {
                "jobTitle": author.role,
                "affiliation": _named("Organization", author.organization),
                "email": author.email,
                "identifier": author.handle,
            }
        ),
    }


def _body(article: Article) -> str:
    """Headings and paragraphs, a blank line between."""
    blocks = []
    for section in article.body:
        blocks += [section.heading] if section.heading else []
        blocks += section.paragraphs
    return "\n\n".join(blocks)


def _images(article: Article) -> list[Any]:
    """The lead image, and each picture that has a caption or a credit."""
    lead = [{"@type": "ImageObject", "url": article.image}] if article.image else []
    return lead + [_picture(caption) for caption in article.captions]


def _picture(caption: Caption) -> dict[str, Any]:
    credit = caption.credit.text if caption.credit else None
    return {"@type": "ImageObject", **_without_empty({"caption": caption.text, "creditText": credit})}


def _contributors(article: Article) -> list[dict[str, Any]]:
    """Each person and organization of the credits, in its role."""
    found = []
    for credit in article.credits:
        for kind, names in (("Person", credit.names), ("Organization", credit.organizations)):
            for name in names:
                person = {"@type": kind, "name": name}
                role = {"@type": "Role", "roleName": credit.role, "contributor": person}
                found.append(role if credit.role else person)
    return found
