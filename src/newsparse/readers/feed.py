"""Feeds (RSS 0.9 to 2.0; Atom, RFC 4287) and WordPress exports (WXR): an entry each, read as it comes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape
from html.entities import html5
from typing import Any, BinaryIO, cast

from lxml import etree

from newsparse import errors
from newsparse.article import Caption
from newsparse.errors import InputError
from newsparse.fields.photo_credit import photo_credit
from newsparse.languages import Language
from newsparse.readers import wordpress
from newsparse.readers.entries import Entry, as_html, entry_source, plain
from newsparse.readers.files import InputFile
from newsparse.readers.source import Source

Element = Any  # of lxml
Fields = dict[str, list[Element]]  # elements by name

_ENTRIES = ("item", "entry")
_FEEDS = ("channel", "feed", "RDF")
_PREFIXES = {
    "http://www.w3.org/2005/Atom": "",
    "http://purl.org/atom/ns#": "",
    "http://purl.org/rss/1.0/": "",
    "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/dc/terms/": "dc:",
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://search.yahoo.com/mrss/": "media:",
    "http://search.yahoo.com/mrss": "media:",
}
_WORDPRESS = re.compile(r"http://wordpress\.org/export/[\d.]+/(excerpt/)?")
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_MAIL = re.compile(r"[^\s@]++@\S++(?:\s++\((.+)\))?")  # RSS names an author so: mara@a.example (Mara Quist)
_NOBODY = ("admin", "administrator")  # names that WordPress gives the one who sets it up
_PLAIN_TYPES = ("text", "text/plain")
_UNPUBLISHED = ("trash", "auto-draft")
_MARK = re.compile(rb"<!\[CDATA\[|\]\]>|&(?!#[\dx]|(?:amp|lt|gt|quot|apos);)(\w{2,31};)?", re.A)
_BEGUN = re.compile(rb"(?:&\w*|<!?\[?[CDAT]*\[?|\]\]?)\Z", re.A)
_LONGEST = 40  # bytes of a mark: the longest entity has 33
_END = re.compile(rb"</(?:[\w.-]+:)?(?:rss|feed|RDF)\s*>", re.I)
_ENTRY_TAG = re.compile(rb"<(/?)(?:[\w.-]+:)?(?:item|entry)\b")
_TAIL = 65_536  # bytes at the end of a file that show whether an entry is cut off
_FOOT = 500  # bytes at the end of a file in which its last tag stands: there may be a comment behind it


def read(file: InputFile) -> Iterator[Source | InputError]:
    """The articles of the entries. Raises InputError where the feed is cut off or broken, once what is there
    of it has been given: an entry that is cut off is not.
    """
    stream = _Stream(file.stream)
    last: Source | InputError | None = None
    broken = False
    try:
        for source in _sources(file, stream):
            if last:
                yield last
            last = source
    except (etree.XMLSyntaxError, UnicodeDecodeError):  # the latter of a name with half a character in it
        broken = True
    cut_off = broken or not _END.search(stream.tail.rstrip()[-_FOOT:])
    tags = [tag[1] for tag in _ENTRY_TAG.finditer(stream.tail)]
    if last and not (cut_off and tags[-1:] == [b""]):
        yield last
    if cut_off:
        raise errors.cut_off(file.name, "a feed")


class _Stream:
    """A stream of XML with the entities of HTML, which XML does not have, as references to characters, and
    other ampersands as such (behind one that it does not know, the parser drops all); and its last bytes.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._rest = b""  # which may be the beginning of a mark
        self._is_cdata = False
        self.tail = b""

    def read(self, size: int) -> bytes:
        data = self._stream.read(size)
        self.tail = (self.tail + data.replace(b"\0", b""))[-_TAIL:]  # of UTF-16 too
        if b"\0" in data:
            return data
        known = self._rest + data
        begun = _BEGUN.search(known, max(0, len(known) - _LONGEST)) if data else None
        end = begun.start() if begun else len(known)
        self._rest = known[end:]
        return _MARK.sub(self._mark, known[:end]) or (self.read(size) if data else b"")

    def _mark(self, mark: re.Match[bytes]) -> bytes:
        if not mark[0].startswith(b"&"):
            self._is_cdata = mark[0] != b"]]>"
            return mark[0]
        if self._is_cdata:
            return mark[0]
        character = html5.get((mark[1] or b"").decode())
        if not character:
            return b"&amp;" + mark[0][1:]
        return "".join(f"&#{ord(c)};" for c in character).encode()


def _sources(file: InputFile, stream: _Stream) -> Iterator[Source | InputError]:
    """The sources of all entries that the parser makes out, the last of them cut off as the file may be."""
    feed = Fields()
    logins: dict[str, str] = {}
    number = 0
    parser = etree.iterparse(
        cast(BinaryIO, stream), recover=True, resolve_entities=False, no_network=True, encoding=file.encoding
    )
    for _, element in parser:
        key = _key(element)
        parent = element.getparent()
        if key in _ENTRIES:
            fields = _children(element)
            if _is_published(fields):
                number += 1
                encoding = (element.getroottree().docinfo.encoding or "utf-8").lower()
                entry = _entry(fields, feed, logins, file.language)
                yield entry_source(file, number, entry, format="feed", encoding=encoding)
            _drop(element)
        elif key == "wp:author":
            fields = _children(element)
            logins[_text(fields, "wp:author_login")] = _text(fields, "wp:author_display_name")
        elif parent is not None and _key(parent) in _FEEDS:
            feed.setdefault(key, []).append(element)


def _is_published(fields: Fields) -> bool:
    """Whether it is an article: of WordPress, a post, and no page, picture or menu."""
    return _text(fields, "wp:post_type") in ("", "post") and _text(fields, "wp:status") not in _UNPUBLISHED


def _entry(fields: Fields, feed: Fields, logins: Mapping[str, str], language: Language) -> Entry:
    content = _html(fields, "content:encoded") or _html(fields, "content")
    if "wp:post_type" in fields:
        content = wordpress.to_html(content)
    authors = [logins.get(name) or name for name in _authors(fields)] or _authors(feed)
    languages = (_first(fields, "dc:language"), _first(feed, "language", "dc:language"), _language(feed))
    group = _children(fields["media:group"][0]) if "media:group" in fields else Fields()
    described = fields | {key: own for key, own in group.items() if key == "media:description"}
    keys = ("excerpt:encoded", "description", "summary", "media:description")
    summaries = (_html(described, key) for key in keys)
    names = [name for name in authors if name.lower() not in _NOBODY]
    record = {
        "title": plain(_html(fields, "title")),
        "creator": names[0] if len(names) == 1 else names,
        "pubdate": _first(fields, "wp:post_date", "published", "issued", "pubDate", "dc:date", "dc:created"),
        "link": _link(fields),
        "site": plain(_html(feed, "title")),
        "language": next(filter(None, languages), ""),
        "image": _image(fields),
    }
    return Entry(
        record,
        content,
        next(filter(plain, summaries), ""),
        _first(fields, "guid", "id") or None,
        tuple(dict.fromkeys(filter(None, map(_category, fields.get("category", ()))))),
        _first(fields, "updated", "modified", "dc:modified"),
        tuple(_captions(fields, language)),
    )


def _key(element: Element) -> str:
    """The name of an element, with the usual prefix of its vocabulary; "" of a comment or an entity."""
    if not isinstance(element.tag, str):
        return ""
    vocabulary, _, name = element.tag.rpartition("}")
    vocabulary = vocabulary.removeprefix("{")
    export = _WORDPRESS.fullmatch(vocabulary)
    if export:
        return f"excerpt:{name}" if export[1] else f"wp:{name}"
    return _PREFIXES.get(vocabulary, f"{element.prefix}:" if element.prefix else "") + name


def _children(element: Element) -> Fields:
    fields = Fields()
    for child in element:
        fields.setdefault(_key(child), []).append(child)
    return fields


def _first(fields: Fields, *keys: str) -> str:
    """The first of these that is there and not empty, on one line."""
    return next(filter(None, (_text(fields, key) for key in keys)), "")


def _text(fields: Fields, key: str) -> str:
    return next(filter(None, (" ".join(_words(each).split()) for each in fields.get(key, ()))), "")


def _words(element: Element) -> str:
    """All text in an element."""
    return str(element.xpath("string()"))


def _html(fields: Fields, key: str) -> str:
    """What an element holds, as HTML: elements (Atom: xhtml), escaped ones, or plain text."""
    for element in fields.get(key, ()):
        if any(map(_key, element)):
            inner = (etree.tostring(child, encoding="unicode", method="html") for child in element)
            content = escape(element.text or "") + "".join(inner)
        else:
            is_atom = "}" in element.tag and element.tag.startswith("{http://www.w3.org/2005/Atom}")
            content = as_html(_words(element), not is_atom or element.get("type", "text") not in _PLAIN_TYPES)
        if content.strip():
            return content
    return ""


def _authors(fields: Fields) -> list[str]:
    for key in ("dc:creator", "author", "itunes:author"):
        elements = fields.get(key, ())
        named = [_text(_children(each), "name") or " ".join(_words(each).split()) for each in elements]
        names = [mail[1] if (mail := _MAIL.fullmatch(name)) else name for name in named]
        if any(names):
            return list(filter(None, names))
    return []


def _link(fields: Fields) -> str:
    """The address of an entry: a text, or an attribute (Atom)."""
    links = [each for each in fields.get("link", ()) if each.get("rel", "alternate") in ("alternate", "self")]
    for element in sorted(links, key=lambda each: each.get("rel") == "self"):
        if address := element.get("href") or _words(element).strip():
            return str(address)
    permanent = next((each for each in fields.get("guid", ()) if each.get("isPermaLink") != "false"), None)
    address = _words(permanent).strip() if permanent is not None else ""
    return address if address.startswith(("http://", "https://")) else ""


def _category(element: Element) -> str:
    return plain(element.get("label") or element.get("term") or _words(element))


def _image(fields: Fields) -> str:
    for element in _media(fields):
        kind = element.get("medium") or element.get("type") or ""
        if (
            _key(element) == "media:thumbnail"
            or kind.startswith("image")
            or (_key(element) == "media:content" and not kind)
        ):
            return element.get("url") or ""
    return ""


def _media(fields: Fields) -> Iterator[Element]:
    """Elements of media, those in groups too, and enclosures."""
    for key in ("media:group", "media:content", "media:thumbnail", "enclosure"):
        for element in fields.get(key, ()):
            yield from element.iter() if key != "enclosure" else (element,)


def _captions(fields: Fields, language: Language) -> Iterator[Caption]:
    """What pictures show, and whose they are."""
    holders = [_children(each) for each in _media(fields) if _key(each) == "media:content"]
    for parts in holders or [fields]:
        text, credit = plain(_html(parts, "media:description")), plain(_html(parts, "media:credit"))
        if text or credit:
            yield Caption(text or None, photo_credit(credit, language) if credit else None)


def _language(feed: Fields) -> str:
    """The language that the root names."""
    element = next((each for own in feed.values() for each in own), None)
    return element.getroottree().getroot().get(_LANGUAGE) or "" if element is not None else ""


def _drop(entry: Element) -> None:
    """Free the memory of an entry, and of what stands before it."""
    entry.clear()
    while entry.getprevious() is not None:
        del entry.getparent()[0]
