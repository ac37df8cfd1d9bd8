"""What an input states beside its text, and the article that it completes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from newsparse.article import (
    Article,
    Author,
    Byline,
    Caption,
    Credit,
    Dateline,
    Media,
    Note,
    Timestamp,
)

Part = TypeVar("Part", Credit, Media, Note)
Record = TypeVar("Record", Author, Caption, Dateline)


class Metadata(msgspec.Struct, frozen=True):
    """Headline, authors' names, highlights, deck, tags, and day or instant (ISO 8601) as the input states
    them; None or empty where it does not.

    `byline` takes the place of `authors` where the input states a byline as it would be printed, so that
    roles, organizations and its text are kept. `updated` is a day or an instant as `published` is.
    `is_article`: the input calls itself one. `is_complete`: what it states need not be searched for in the
    text. `is_story`: its text is the story alone, by its format. `sources` says where each of "headline",
    "byline" and "published" that is given is stated. The rest is the Article's, key by key. `fallback` has
    the headline, the day and the authors (an outlet or a desk) that are taken where neither the input nor its
    text has others.
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
    byline: Byline | None = None
    updated: str | None = None
    dateline: Dateline | None = None
    captions: tuple[Caption, ...] = ()
    credits: tuple[Credit, ...] = ()
    notes: tuple[Note, ...] = ()
    media: tuple[Media, ...] = ()
    copyright: str | None = None
    kicker: str | None = None
    is_story: bool = False
    fallback: Metadata | None = None


def merge_metadata(article: Article, metadata: Metadata) -> Article:
    """The article with what is stated in place of what its text alone says; a `text` stays what is printed,
    else it is the stated line, else "".

    An author whom the text names too keeps role and organization. Of captions, credits, notes and media,
    those that are stated come first, and a copy in the text is left out. Where the text has no body and the
    input does not call itself an article, its title, authors and day are those of something else, and not
    taken.
    """
    article = replace(article, **{key: getattr(metadata, key) for key in ("url", "site", "section", "image")})
    if not article.body and not metadata.is_article:
        return article
    weak = metadata.fallback or Metadata()
    byline = _byline(article.byline, metadata.byline or _authors(metadata))
    signed = byline.authors if byline else ()
    is_signed = any(_is_full(author.name) and not _is_part(author.name, weak.authors) for author in signed)
    return replace(
        article,
        headline=metadata.headline or article.headline or weak.headline,
        byline=byline if is_signed else _byline(byline, _authors(weak)),
        published=_time(article.published, metadata.published) or _time(None, weak.published),
        updated=_time(article.updated, metadata.updated),
        dateline=_dateline(article.dateline, metadata.dateline),
        highlights=metadata.highlights or article.highlights,
        kicker=metadata.kicker or article.kicker,
        deck=metadata.deck or article.deck,
        tags=metadata.tags or article.tags,
        captions=_captions(article.captions, metadata.captions),
        credits=_joined(metadata.credits, article.credits),
        notes=_joined(metadata.notes, article.notes),
        media=_joined(metadata.media, article.media),
        copyright=metadata.copyright or article.copyright,
        source=replace(article.source, **({} if is_signed else weak.sources), **metadata.sources),
    )


def _is_full(name: str) -> bool:
    """Whether a name is more than initials or one word, which sign for the outlet that is stated; names in
    scripts without capitals need no space.
    """
    return " " in name or name == name.swapcase()


def _is_part(name: str, desks: Iterable[str]) -> bool:
    """Whether a name is a part of one of these, or holds it."""
    words = set(name.casefold().split())
    return any(words <= desk or desk <= words for desk in (set(desk.casefold().split()) for desk in desks))


def _authors(metadata: Metadata) -> Byline:
    return Byline("", tuple(map(Author, metadata.authors)))


def _byline(printed: Byline | None, stated: Byline) -> Byline | None:
    if not stated.authors:
        return printed
    authors = {author.name.casefold(): author for author in printed.authors} if printed else {}
    known = {author.name.casefold() for author in stated.authors}
    is_copy = bool(printed) and (not stated.text or not known.isdisjoint(authors))
    return Byline(
        printed.text if printed and is_copy else stated.text,
        tuple(_filled(authors.get(author.name.casefold(), author), author) for author in stated.authors),
    )


def _time(printed: Timestamp | None, stated: str | None) -> Timestamp | None:
    """The stated day or moment, and the printed one where that tells the hour of the same day."""
    if printed and printed.date and stated == printed.date[:10]:
        return printed
    return Timestamp(printed.text if printed else "", stated) if stated else printed


def _dateline(printed: Dateline | None, stated: Dateline | None) -> Dateline | None:
    """The dateline that is stated, with the text of the printed one, and the agency or the day where only
    that names one."""
    return replace(_filled(stated, printed), text=printed.text) if stated and printed else stated or printed


def _captions(printed: Iterable[Caption], stated: Iterable[Caption]) -> tuple[Caption, ...]:
    """The stated captions, with the credit that a copy in the text has, and the other printed ones."""
    copies = {_key(caption.text): caption for caption in printed if caption.text}
    own = tuple(_filled(caption, copies.get(_key(caption.text))) for caption in stated)
    known = {_key(text) for caption in own for text in (caption.text, _credit(caption))}
    others = (caption for caption in printed if _key(caption.text or _credit(caption)) not in known)
    return own + tuple(others)


def _credit(caption: Caption) -> str | None:
    return caption.credit.text if caption.credit else None


def _joined(stated: tuple[Part, ...], printed: tuple[Part, ...]) -> tuple[Part, ...]:
    """What is stated, and what of the text is no copy of it."""
    known = {_key(part.text) for part in stated}
    return stated + tuple(part for part in printed if _key(part.text) not in known)


def _filled(record: Record, copy: Record | None) -> Record:
    """A record, with what only a copy of it says."""
    if copy is None:
        return record
    values = {key: getattr(record, key) or getattr(copy, key) for key in record.__struct_fields__}
    return replace(record, **values)


def _key(text: str | None) -> str:
    """A text as it is compared: without case and white space at its ends."""
    return " ".join(text.casefold().split()) if text else ""
