"""ninjs 3.1, the IPTC's news in JSON (https://iptc.org/standards/ninjs/): an object an article.

It has no place for the dateline, which opens the body; for captions, which are those of associated pictures;
for a day without its time, which is a description; nor for spans, confidence, media and related links.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from html import escape
from typing import Any
from urllib.parse import quote

import msgspec

from newsparse.article import Article, Author, Caption, Timestamp
from newsparse.writers import View

STANDARD = {
    "name": "ninjs",
    "version": "3.1",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#",
}
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")  # of RFC 3339


def write(article: Article, _: View) -> str:
    """The article as an indented object; what it does not have is left out."""
    return msgspec.json.format(msgspec.json.encode(item(article)), indent=2).decode() + "\n"


def item(article: Article) -> dict[str, Any]:
    """The article as a ninjs object of the type text."""
    uri = _uri(article.url) if article.url else _hash_uri(article.source.sha256)
    published, updated = _instant(article.published), _instant(article.updated)
    optional = {
        "language": article.language,
        "firstCreated": published,
        "versionCreated": updated or published,
        "headlines": _valued({"main": article.headline, "kicker": article.kicker}),
        "by": _signature(article),
        "located": article.dateline.location if article.dateline else None,
        "infoSources": list(_sources(article)),
        "descriptions": list(_descriptions(article)),
        "bodies": list(_bodies(article)),
        "associations": list(_pictures(article, uri)),
        "subjects": list(_subjects(article)),
        "copyrightNotice": article.copyright,
    }
    made = {"uri": uri, "type": "text", "standard": STANDARD}
    return made | {key: value for key, value in optional.items() if value}


def _uri(url: str) -> str:
    """The address with all that no URI may hold percent-encoded."""
    return quote(url, safe="%/:?#[]@!$&'()*+,;=~")


def _hash_uri(sha256: str) -> str:
    """The URI of something by its hash (RFC 6920)."""
    return "ni:///sha-256;" + base64.urlsafe_b64encode(bytes.fromhex(sha256)).decode().rstrip("=")


def _instant(time: Timestamp | None) -> str | None:
    """A time that is exact to the second and names its zone: the schema takes no other."""
    return time.date if time and time.date and _INSTANT.fullmatch(time.date) else None


def _valued(texts: dict[str, str | None]) -> list[dict[str, str]]:
    return [{"role": role, "value": text} for role, text in texts.items() if text]


def _signature(article: Article) -> str:
    if article.byline is None:
        return ""
    return article.byline.text or ", ".join(author.name for author in article.byline.authors)


def _sources(article: Article) -> Iterator[dict[str, Any]]:
    """Who wrote it, who else worked on it, and the site."""
    for author in article.byline.authors if article.byline else ():
        yield _author(author)
        if author.organization:
            yield {"name": author.organization, "role": "organisation"}
    for credit in article.credits:
        for name in (*credit.names, *credit.organizations):
            # a source of material is not what ninjs calls one, which is the publisher
            is_source = credit.role in (None, "source")
            yield {"name": name, "role": "contributor" if is_source else credit.role}
    if article.site:
        yield {"name": article.site, "role": "publisher"}


def _author(author: Author) -> dict[str, Any]:
    contacts = {"email": author.email, "handle": author.handle}
    found = [{"type": kind, "value": value} for kind, value in contacts.items() if value]
    return {"name": author.name, "role": author.role or "author"} | ({"contactInfo": found} if found else {})


def _descriptions(article: Article) -> Iterator[dict[str, str]]:
    """Texts beside the body, and times that are no instants."""
    yield from _valued({"summary": article.deck})
    for highlight in article.highlights:
        yield {"role": "highlight", "value": highlight}
    for note in article.notes:
        yield {"role": note.kind, "value": note.text}
    for text in article.bio:
        yield {"role": "bio", "value": text}
    for credit in article.credits:
        yield {"role": "credit", "value": credit.text}
    for role, time in (("published", article.published), ("updated", article.updated)):
        if time and not _instant(time):
            yield {"role": role, "value": time.date or time.text}


def _bodies(article: Article) -> Iterator[dict[str, Any]]:
    """The story as HTML and as text; the dateline opens its first paragraph."""
    plain: list[str] = []
    html: list[str] = []
    opening = article.dateline.text if article.dateline else ""
    for section in article.body:
        if section.heading:
            plain.append(section.heading)
            html.append(f"<h2>{escape(section.heading, quote=False)}</h2>")
        for paragraph in section.paragraphs:
            text = f"{opening} {paragraph}".lstrip()
            opening = ""
            plain.append(text)
            html.append(f"<p>{escape(text, quote=False)}</p>")
    if opening:
        plain.append(opening)
        html.append(f"<p>{escape(opening, quote=False)}</p>")
    if plain:
        yield {"role": "main", "contentType": "text/html", "value": "\n".join(html)}
        yield {"role": "text", "contentType": "text/plain", "value": "\n\n".join(plain)}


def _pictures(article: Article, uri: str) -> Iterator[dict[str, Any]]:
    """The lead picture, and each that has a caption or a credit."""
    if article.image:
        rendition = {"name": "original", "href": _uri(article.image)}
        yield {"name": "lead", "uri": _uri(article.image), "type": "picture", "renditions": [rendition]}
    for number, caption in enumerate(article.captions, 1):
        name = f"picture-{number}"
        yield {"name": name, "uri": f"{uri}#{name}", "type": "picture"} | _captioned(caption)


def _captioned(caption: Caption) -> dict[str, Any]:
    text = {"descriptions": _valued({"caption": caption.text})} if caption.text else {}
    return text | ({"by": caption.credit.text} if caption.credit else {})


def _subjects(article: Article) -> Iterator[dict[str, str]]:
    if article.section:
        yield {"name": article.section, "rel": "section"}
    for tag in article.tags:
        yield {"name": tag}
