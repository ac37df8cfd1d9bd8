"""NewsML 1, the older envelope of news agencies: components in components, each with lines that state what it
is, and the text in NITF, in HTML, escaped or not, or plain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from newsparse import errors
from newsparse.errors import InputError
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
    to_html,
)  # fmt: skip
from newsparse.readers.newsml import byline_of, completed, dateline_of
from newsparse.readers.source import Source

_CAPTION = re.compile(r"caption", re.I)
_OTHER = re.compile(
    r"style ?sheet|head ?line|logo|contact|thumbnail|css|audio|video|photo|picture|graphic", re.I
)
_DATES = ("FirstCreated", "ThisRevisionCreated")


def read(file: InputFile) -> Iterator[Source | InputError]:
    """The stories of a file; of one that is broken, those before, and why. Raises InputError where there is
    none.
    """
    tree = Tree(file)
    number = 0
    for item in tree.root.iter("NewsItem"):
        for story in _stories(item):
            number += 1
            yield _article(file, tree, number, item, story)
    if tree.fault:
        yield tree.fault
    elif not number:
        raise errors.no_text_in_items(file.name)


def _stories(item: etree._Element) -> list[etree._Element]:
    """The innermost components of an item with a headline and a text; without a headline, the outermost."""
    components = [each for each in item.iter("NewsComponent") if next(_texts(each), None) is not None]
    titled = [each for each in components if first(each, "NewsLines/HeadLine")]
    outer = {ancestor for each in titled for ancestor in each.iterancestors("NewsComponent")}
    return [each for each in titled if each not in outer] or components[:1]


def _texts(component: etree._Element) -> Iterator[etree._Element]:
    """The contents of the story in a component: of several that stand beside each other, which are the same
    in other formats, the longest."""
    for parent in component.iter("NewsComponent"):
        contents = [each for each in parent.iterfind("ContentItem/DataContent") if line(each)]
        if contents and not any(_OTHER.search(kind) or _CAPTION.search(kind) for kind in _kinds(parent)):
            yield max(contents, key=lambda each: len(line(each)))


def _kinds(component: etree._Element) -> Iterator[str]:
    """What a component says that it is, and the media type and format of its contents."""
    for path in ("Role", "ContentItem/MediaType", "ContentItem/Format", "ContentItem/MimeType"):
        yield from (each.get("FormalName", "") for each in component.iterfind(path))


def _article(
    file: InputFile, tree: Tree, number: int, item: etree._Element, story: etree._Element
) -> Source | InputError:
    texts = list(_texts(story))
    language = file.language_of(" ".join(map(line, texts)))
    metadata = _stated(item, story, language)
    parts = []
    for text in texts:
        inner = text.find("nitf")
        if inner is None:
            parts.append(to_html((text,)))
        else:
            metadata = completed(metadata, nitf.stated(file, inner))
            parts.append(nitf.content(inner))
    identity = first(item, "Identification/NewsIdentifier/PublicIdentifier") or first(item, ".//NewsItemId")
    return page_source(
        file,
        number,
        "\n".join(parts),
        metadata,
        encoding=tree.encoding,
        format="newsml1",
        id=identity or None,
    )


def _stated(item: etree._Element, story: etree._Element, language: Language) -> Metadata:
    headline = _news_line(story, "HeadLine")
    tag = attribute(story, ".//DescriptiveMetadata/Language@FormalName") or language_tag(item)
    byline = byline_of(_news_line(story, "ByLine"), language)
    published = next(filter(None, (parse_date(first(item, f"NewsManagement/{key}")) for key in _DATES)), None)
    return Metadata(
        headline=headline or None,
        byline=byline,
        published=published,
        dateline=dateline_of(_news_line(story, "DateLine"), language),
        deck=_news_line(story, "SubHeadLine") or None,
        captions=tuple(filter(None, (caption(text, "", language) for text in _captions(item)))),
        tags=tuple(filter(None, map(str.strip, _news_line(story, "KeywordLine").split(",")))),
        copyright=_news_line(story, "CopyrightLine") or None,
        is_article=True,
        is_story=True,
        is_complete=bool(headline),
        sources=stated_by("newsml", headline, byline, published),
        site=attribute(story, ".//AdministrativeMetadata/Provider/Party@FormalName") or None,
        language=tag.lower() or None,
    )


def _captions(item: etree._Element) -> Iterator[str]:
    """The texts of the components that are captions."""
    for component in item.iter("NewsComponent"):
        if any(map(_CAPTION.search, _kinds(component))):
            yield from filter(None, map(line, component.iterfind("ContentItem/DataContent")))


def _news_line(story: etree._Element, name: str) -> str:
    """A line of the story itself, else of a component in it, else of one around it."""
    around = (first(each, f"NewsLines/{name}") for each in story.iterancestors("NewsComponent"))
    inside = first(story, f"NewsLines/{name}", f".//NewsLines/{name}")
    return inside or next(filter(None, around), "")
