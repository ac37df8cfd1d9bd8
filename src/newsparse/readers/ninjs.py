"""ninjs, the JSON of news agencies, in its versions 1 to 3: an item, an array of them, or one a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsparse import errors
from newsparse.article import Byline, Caption, Note
from newsparse.errors import InputError
from newsparse.fields.byline import bylines
from newsparse.fields.photo_credit import caption
from newsparse.languages import Language
from newsparse.metadata import Metadata
from newsparse.readers.dates import parse_date
from newsparse.readers.exports import stated_by
from newsparse.readers.files import InputFile
from newsparse.readers.json_items import Item, article, dicts, first, items, names, plain, text
from newsparse.readers.source import Source

LEAD = 100  # letters of a description that tell whether it is a copy of a part of the text
_OTHER_TYPES = ("picture", "photo", "video", "audio", "graphic", "animation")
_HTML = re.compile(r"html", re.I)
_SUMMARY = re.compile(r"summary|abstract|caption|descri|main|short|long|lead|lede|^$", re.I)
_PUBLISHED = re.compile(r"^published$", re.I)  # of a description: a day without its time, which has no key
_PUBLISHER = re.compile(r"publish|provid|source|origin|distribut|suppl|^$", re.I)
_ROLES = re.compile(r"main|title|^$", re.I)  # of the headline


def read(file: InputFile) -> Iterator[Source | InputError]:
    """The items of a file, and an InputError in place of one without a text."""
    for found in items(file):
        yield _article(file, *found) if isinstance(found, tuple) else found


def _article(file: InputFile, number: int, item: Item) -> Source | InputError:
    kind = text(item, "type")
    if kind in _OTHER_TYPES:
        return errors.no_news_text(file.name, number, kind)
    body, is_html = _body(item)
    described = (text(each, "value") for each in dicts(item.get("descriptions")))
    description = _description(item) or ("" if body else first(described))
    if not (body or description) or not _headline(item):
        return errors.bad_row(file.name, number, "no headline or text of ninjs")
    words = plain(body or description)
    metadata = _stated(item, words, description if body else "", file.language_of(words))
    identity = text(item, "uri", "guid") or None
    return article(file, number, body or description, metadata, is_html, format="ninjs", id=identity)


def _body(item: Item) -> tuple[str, bool]:
    """The text, in HTML where it is there, and whether it is; "" where there is none."""
    bodies = [each for each in dicts(item.get("bodies")) if text(each, "value")]
    kinds = [(f"{each.get('contentType', '')} {each.get('role', '')}", each["value"]) for each in bodies]
    kinds += [(key, item[key]) for key in ("body_html", "body_xhtml", "body_text") if text(item, key)]
    pages = [value for kind, value in kinds if _HTML.search(kind)]
    return first((*pages, *(value for _, value in kinds))), bool(pages)


def _description(item: Item) -> str:
    """What sums the item up: a description whose role is that of a summary or a caption, or that has none."""
    return text(item, "description_text", "description_html") or first(_described(item, _SUMMARY))


def _described(item: Item, role: re.Pattern[str]) -> Iterator[str]:
    return (
        text(each, "value") for each in dicts(item.get("descriptions")) if role.search(text(each, "role"))
    )


def _publishers(item: Item) -> list[Item]:
    """The sources that are no authors of it."""
    return [each for each in dicts(item.get("infoSources")) if _PUBLISHER.search(text(each, "role"))]


def _headline(item: Item) -> str:
    headlines = dicts(item.get("headlines"))
    main = (text(each, "value") for each in headlines if _ROLES.search(str(each.get("role", ""))))
    return first((text(item, "headline"), *main, *(text(each, "value") for each in headlines)))


def _stated(item: Item, body: str, description: str, language: Language) -> Metadata:
    """What an item states; its description is the deck where it is no copy of a part of the text."""
    headline, byline = _headline(item), _byline(item, language)
    stated = text(item, "versioncreated", "versionCreated", "contentCreated", "firstcreated")
    published = parse_date(stated or first(_described(item, _PUBLISHED)))
    note, url = text(item, "ednote", "edNote"), text(item, "uri")
    return Metadata(
        headline=headline or None,
        byline=byline,
        published=published,
        deck=description if description and _letters(description)[:LEAD] not in _letters(body) else None,
        tags=_tags(item),
        captions=tuple(_captions(item, language)),
        notes=(Note("editor", note),) if note else (),
        copyright=text(item, "copyrightnotice", "copyrightNotice") or None,
        is_article=True,
        is_story=True,
        is_complete=bool(headline),
        sources=stated_by("ninjs", headline, byline, published),
        url=url if url.startswith("http") else None,
        site=text(item, "source") or first(names(_publishers(item))) or None,
        section=first(names(item.get("service"))) or None,
        language=text(item, "language") or None,
    )


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))


def _byline(item: Item, language: Language) -> Byline | None:
    line = text(item, "byline", "by") or ", ".join(names(item.get("authors")))
    return bylines((line,), language) if line else None


def _tags(item: Item) -> tuple[str, ...]:
    """The keywords; where there are none, the subjects."""
    for key in ("keywords", "keyword", "subject", "subjects"):
        found = tuple(dict.fromkeys(names(item.get(key))))
        if found:
            return found
    return ()


def _captions(item: Item, language: Language) -> Iterator[Caption]:
    """The captions of the pictures that belong to an item, with who made or owns them."""
    for picture in dicts(item.get("associations")):
        if text(picture, "type") in ("", "picture", "photo", "graphic"):
            credit = text(picture, "byline", "by", "copyrightholder", "copyrightHolder")
            found = caption(_description(picture), credit, language)
            if found:
                yield found
