"""NewsML-G2, the envelope of news agencies: an item or several, each with a text in XHTML, NITF or plain."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from msgspec.structs import replace

from newsparse import errors
from newsparse.article import Byline, Caption, Dateline, Note
from newsparse.errors import InputError
from newsparse.fields.byline import bylines
from newsparse.fields.dateline import dateline
from newsparse.fields.photo_credit import caption
from newsparse.languages import Language
from newsparse.metadata import Metadata
from newsparse.readers import nitf
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
    to_html,
)  # fmt: skip
from newsparse.readers.source import Source

_SUB = re.compile(r"sub|deck|standfirst", re.I)  # roles of lines under the headline
_SIGNATURE = re.compile(r"closing|notepad", re.I)  # roles of notes that sign the item, or repeat the others
_PICTURE = re.compile(r"pic|photo|graphic|image", re.I)
_PLACE = re.compile(r"[^\W\d]")  # how a dateline with a place begins; some state a time there


def read(file: InputFile) -> Iterator[Source | InputError]:
    """The items that hold a text, with the captions of the pictures beside a single one; of a file that is
    broken, those before, and why. Raises InputError where there is none.
    """
    tree = Tree(file)
    items = [item for item in tree.root.iter("newsItem") if _contents(item)] or _packages(tree.root)
    captions = tuple(_captions(file, tree.root)) if len(items) == 1 else ()
    for number, item in enumerate(items, 1):
        yield _article(file, tree, number, item, captions)
    if tree.fault:
        yield tree.fault
    elif not items:
        raise errors.no_text_in_items(file.name)


def _packages(root: etree._Element) -> list[etree._Element]:
    """The packages that state who wrote them: a story whose text is elsewhere."""
    return [item for item in root.iter("packageItem") if first(item, "contentMeta/by")]


def _contents(item: etree._Element) -> list[etree._Element]:
    """The elements that hold the text of an item."""
    found = (*item.iterfind("contentSet/inlineXML"), *item.iterfind("contentSet/inlineData"))
    return [content for content in found if line(content)]


def _captions(file: InputFile, root: etree._Element) -> Iterator[Caption]:
    """The captions of the items that are pictures."""
    for item in root.iter("newsItem"):
        text, credit = first(item, "contentMeta/description"), first(item, "contentMeta/by")
        found = caption(text, credit, file.language_of(text)) if text else None
        if found and _PICTURE.search(attribute(item, "itemMeta/itemClass@qcode")):
            yield found


def _article(
    file: InputFile, tree: Tree, number: int, item: etree._Element, captions: tuple[Caption, ...]
) -> Source | InputError:
    contents = _contents(item)
    inner = item.find("contentSet/inlineXML/nitf")
    metadata = _stated(
        item, file.language_of(line(contents[0])) if contents else file.language_of(line(item))
    )
    if inner is not None:
        metadata = completed(metadata, nitf.stated(file, inner))
        html = nitf.content(inner)
    elif contents:
        for header in [each for content in contents for each in content.findall("html/body/header")]:
            header.getparent().remove(header)
        html = to_html(contents)
    else:
        html = to_html(item.findall("contentMeta/headline"))
    metadata = replace(metadata, captions=(*metadata.captions, *captions))
    return page_source(
        file, number, html, metadata, encoding=tree.encoding, format="newsml", id=item.get("guid")
    )


def completed(metadata: Metadata, inner: Metadata) -> Metadata:
    """What an envelope states, with what only the document in it states."""
    keys = (key for key in metadata.__struct_fields__ if key != "sources")
    merged = {key: getattr(metadata, key) or getattr(inner, key) for key in keys}
    return replace(metadata, **merged, sources={**inner.sources, **metadata.sources})


def _stated(item: etree._Element, language: Language) -> Metadata:
    headlines = item.findall("contentMeta/headline")
    main = [line(each) for each in headlines if line(each) and not _SUB.search(each.get("role", ""))]
    under = [line(each) for each in headlines if line(each) and _SUB.search(each.get("role", ""))]
    summary = lines(item, "contentMeta/description[@role='drol:summary']")
    headline = main[0] if main else first(item, "itemMeta/title")
    byline = byline_of(first(item, "contentMeta/by"), language)
    published = parse_date(first(item, "contentMeta/contentCreated", "itemMeta/versionCreated"))
    return Metadata(
        headline=headline or None,
        byline=byline,
        published=published,
        updated=parse_date(first(item, "contentMeta/contentModified")),
        dateline=dateline_of(first(item, "contentMeta/dateline"), language),
        deck=" ".join(dict.fromkeys((*under, *summary))) or None,
        tags=tuple(dict.fromkeys(lines(item, "contentMeta/keyword"))),
        notes=tuple(_notes(item)),
        copyright=_copyright(item),
        is_article=True,
        is_story=True,
        is_complete=bool(headline),
        sources=stated_by("newsml", headline, byline, published),
        site=attribute(item, "contentMeta/infoSource@literal") or _provider(item) or None,
        language=attribute(item, "contentMeta/language@tag") or language_tag(item) or None,
    )


def _provider(item: etree._Element) -> str:
    return first(item, "itemMeta/provider/name") or attribute(item, "itemMeta/provider@literal")


def _notes(item: etree._Element) -> Iterator[Note]:
    """Notes to editors, but for those that sign the item."""
    for note in item.iterfind("itemMeta/edNote"):
        if line(note) and not _SIGNATURE.search(note.get("role", "")):
            yield Note("editor", line(note))


def _copyright(item: etree._Element) -> str | None:
    """The rights line, in the language of the item if there is one."""
    notices = [each for each in item.iterfind("rightsInfo/copyrightNotice") if line(each)]
    own = [each for each in notices if language_tag(each)[:2] == language_tag(item)[:2]]
    return line((own or notices)[0]) if notices else None


def byline_of(text: str, language: Language) -> Byline | None:
    """The byline that a line states, if it states one."""
    return bylines((text,), language) if text else None


def dateline_of(text: str, language: Language) -> Dateline | None:
    """The dateline that a line states, if it begins with a place."""
    return dateline(text, language) if _PLACE.match(text) else None
