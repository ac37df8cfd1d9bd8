"""NITF, the XML of news agencies and of the NYT corpus: one article a file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from newsparse import errors
from newsparse.article import Byline, Caption, Dateline, Note
from newsparse.errors import InputError
from newsparse.fields.byline import bylines
from newsparse.fields.note import note
from newsparse.fields.photo_credit import caption
from newsparse.languages import Language
from newsparse.metadata import Metadata
from newsparse.readers.dates import parse_date
from newsparse.readers.exports import page_source, stated_by
from newsparse.readers.files import InputFile
from newsparse.readers.news_xml import (
    Tree,
    attribute,
    first,
    language_tag,
    line,
    lines,
    place_line,
    to_html,
)
from newsparse.readers.source import Source

WRAPPED = (40, 80)  # characters of a line that software wraps: wire lines have 60 to 70
_HEAD = "body/body.head/"
_DATES = (
    "head/docdata/date.issue@norm", "head/docdata/date.release@norm", "head/pubdata@date.publication",
    f"{_HEAD}dateline/story.date@norm",
)  # fmt: skip
_CORPUS_DATE = ("publication_year", "publication_month", "publication_day_of_month")  # of the NYT corpus
_SECTIONS = ("print_section", "online_sections")


def read(file: InputFile) -> Iterator[Source | InputError]:
    """The one article of a file; of one that is broken, what stands before, and why. Raises InputError for
    XML of another kind.
    """
    tree = Tree(file)
    if tree.root.tag != "nitf":
        raise tree.fault or errors.other_xml(file.name)
    metadata = stated(file, tree.root)
    identity = attribute(tree.root, "head/docdata/doc-id@id-string") or None
    yield page_source(
        file, 1, content(tree.root), metadata, encoding=tree.encoding, format="nitf", id=identity
    )
    if tree.fault:
        yield tree.fault


def stated(file: InputFile, root: etree._Element) -> Metadata:
    """What an article states beside its text."""
    language = file.language_of(line(root.find("body/body.content")))
    headline = first(root, f"{_HEAD}hedline/hl1", f"{_HEAD}hedline", "head/title")
    byline = _byline(root, language)
    published = parse_date(attribute(root, *_DATES)) or _corpus_date(root)
    tags = tuple(dict.fromkeys(_keywords(root)))
    return Metadata(
        headline=headline or None,
        byline=byline,
        published=published,
        dateline=_dateline(root, language),
        deck=_deck(root, headline, tags),
        captions=tuple(_captions(root, language)),
        notes=tuple(_notes(root, language)),
        tags=tags,
        copyright=_copyright(root),
        is_article=True,
        is_story=True,
        is_complete=bool(headline),
        sources=stated_by("nitf", headline, byline, published),
        url=next((url for url in [attribute(root, "head/pubdata@ex-ref")] if url.startswith("http")), None),
        site=attribute(root, "head/pubdata@name") or first(root, f"{_HEAD}distributor") or None,
        section=attribute(root, "head/pubdata@position.section") or _corpus_meta(root, *_SECTIONS) or None,
        language=language_tag(root) or root.get("baselang"),
    )


def content(root: etree._Element) -> str:
    """The text of an article as HTML, without pictures; of the NYT corpus, without the copy of its lead."""
    blocks = root.findall("body/body.content/block")
    if any(block.get("class") == "full_text" for block in blocks):
        for block in blocks:
            if block.get("class") != "full_text":
                block.getparent().remove(block)
    for media in root.findall("body/body.content//media"):
        _remove(media)
    for paragraph in root.iterfind("body/body.content//p"):
        _unwrap(paragraph)
    return to_html([*root.findall("body/body.content"), *root.findall("body/body.end/tagline")])


def _unwrap(paragraph: etree._Element) -> None:
    """Take the line breaks out of a paragraph that wire software has wrapped."""
    breaks = paragraph.findall("br")
    pieces = [paragraph.text or "", *(each.tail or "" for each in breaks)][: len(breaks)]
    if all(WRAPPED[0] <= len(piece.strip()) <= WRAPPED[1] for piece in pieces):
        for each in breaks:
            each.tail = f" {each.tail or ''}"
            _remove(each)


def _remove(element: etree._Element) -> None:
    """Take an element out of its tree, but for the text behind it."""
    before, parent = element.getprevious(), element.getparent()
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    parent.remove(element)


def _byline(root: etree._Element, language: Language) -> Byline | None:
    """The byline; of several, those that are printed. What names nobody, as initials, is none."""
    elements = root.findall(f"{_HEAD}byline")
    printed = [each for each in elements if each.get("class") != "normalized_byline"]
    texts = [_signature(each) for each in printed or elements]
    return bylines([text for text in texts if not (text.isascii() and text.islower())], language)


def _signature(byline: etree._Element) -> str:
    """A byline with a comma before each title in it."""
    for title in byline.iter("byttl"):
        title.text = f", {title.text or ''}"
    text = " ".join(" ".join(byline.itertext()).split())
    return re.sub(r"(?<![\s,])[\s,]+,", ",", text).strip(", ")


def _dateline(root: etree._Element, language: Language) -> Dateline | None:
    """The place, and the day where it is stated; without a place, none."""
    element = root.find(f"{_HEAD}dateline")
    if element is None:
        return None
    location = first(element, "location") or " ".join((element.text or "").split())
    day = parse_date(attribute(element, "story.date@norm"))
    return place_line(location, language, day)


def _deck(root: etree._Element, headline: str, tags: tuple[str, ...]) -> str | None:
    """The lines under the headline and the abstract, but for a copy of it, or of a keyword."""
    found = (*lines(root, f"{_HEAD}hedline/hl2"), *lines(root, f"{_HEAD}abstract"))
    return " ".join(dict.fromkeys(text for text in found if text not in (headline, *tags))) or None


def _captions(root: etree._Element, language: Language) -> Iterator[Caption]:
    for media in root.iterfind("body/body.content//media"):
        found = caption(first(media, "media-caption"), first(media, "media-producer"), language)
        if found:
            yield found


def _notes(root: etree._Element, language: Language) -> Iterator[Note]:
    """Notes to editors and of them, and corrections."""
    for text in (attribute(root, "head/docdata/ed-msg@info"), *lines(root, f"{_HEAD}note")):
        if text:
            yield Note("editor", text)
    for text in lines(root, "body/body.content/block[@class='correction_text']"):
        yield note(text, language)


def _copyright(root: etree._Element) -> str | None:
    holder, year = (attribute(root, f"head/docdata/doc.copyright@{name}") for name in ("holder", "year"))
    return " ".join(filter(None, ("©", year, holder))) if holder else first(root, f"{_HEAD}rights") or None


def _keywords(root: etree._Element) -> Iterator[str]:
    words = (keyword.get("key", "").strip() for keyword in root.iterfind("head/docdata/key-list/keyword"))
    return filter(None, words)


def _corpus_meta(root: etree._Element, *names: str) -> str:
    return attribute(root, *(f"head/meta[@name='{name}']@content" for name in names))


def _corpus_date(root: etree._Element) -> str | None:
    """The day of publication in the NYT corpus, whose parts are stated one by one."""
    parts = [_corpus_meta(root, name) for name in _CORPUS_DATE]
    return parse_date("-".join(parts)) if all(parts) else None
