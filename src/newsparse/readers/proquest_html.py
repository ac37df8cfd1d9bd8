"""HTML exports of ProQuest, as they are saved or sent by mail: an anchor before each article, and its fields
under bold names before and behind the full text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup

from newsparse import errors
from newsparse.errors import InputError
from newsparse.readers.encoding import decode_page
from newsparse.readers.exports import source
from newsparse.readers.files import InputFile
from newsparse.readers.proquest import BEFORE, BEHIND, metadata_of, split_story
from newsparse.readers.soup import parse_page
from newsparse.readers.source import Source

_NAMES = frozenset(
    name.lower().replace(" ", "")
    for name in f"{BEFORE}|{BEHIND}|Dateline|Identifier / keyword|Pages|Company|Classification".split("|")
)
_BLOCKS = "p, div, li, tr, h1, h2, h3, h4, h5, h6, text, blockquote"
# what stands before a caption, a paragraph, a field's name, its value and an article
_CAPTION, _PARAGRAPH, _FIELD, _VALUE, _ARTICLE = "\x1b\x1c\x1d\x1e\x1f"
_SIGNS = re.compile("[\x1b-\x1f]")
_LOOSE_TAG = re.compile(r"<?/?(?:html|body)>")  # some exports have lost the first sign of a tag


def read(file: InputFile) -> Iterator[Source | InputError]:
    """The articles of an export, and an InputError in place of one without a full text. Raises InputError."""
    page, encoding = decode_page(file.data(), file.name, file.encoding)
    soup = parse_page(_SIGNS.sub(" ", page))
    _mark(soup)
    for number, block in enumerate(soup.get_text().split(_ARTICLE)[1:], 1):
        yield _article(file, number, block, encoding)


def _mark(soup: BeautifulSoup) -> None:
    """Put the signs into a page that divide its text."""
    for picture in soup.select("div.document_view_image"):
        link = picture.select_one("a[title]")
        picture.replace_with(f"{_PARAGRAPH}{_CAPTION}{link['title'] if link else ''}{_PARAGRAPH}")
    for block in soup.select(_BLOCKS):
        block.insert(0, _PARAGRAPH)
        block.append(_PARAGRAPH)
    for line_break in soup.find_all("br"):
        line_break.replace_with("\n")
    for name in soup.find_all("strong"):
        key = _key(name.get_text())
        if key in _NAMES:
            name.replace_with(f"{_FIELD}{key}{_VALUE}")
    for anchor in soup.select("a[name^=DocID_]"):
        anchor.insert_before(_ARTICLE)


def _key(name: str) -> str:
    """The name of a field in lower case and without spaces; "" of what does not end with a colon."""
    name = "".join(_SIGNS.sub("", name).lower().split())
    return name[:-1] if name.endswith(":") else ""


def _article(file: InputFile, number: int, block: str, encoding: str) -> Source | InputError:
    top, *fields = block.split(_FIELD)
    values: dict[str, list[str]] = {"title": _paragraphs(top)[:1]}
    for field in fields:
        key, _, value = field.partition(_VALUE)
        values.setdefault(key, []).extend(_paragraphs(value))
    if "fulltext" not in values:
        return errors.bad_article(file.name, number, "no full text")
    parts = [part for part in values.pop("fulltext") if not _LOOSE_TAG.fullmatch(part)]
    pictured = [part[1:] for part in parts if part.startswith(_CAPTION)]
    story, captions, credits = split_story(
        "\n\n".join(part for part in parts if not part.startswith(_CAPTION))
    )
    abstract = " ".join(values.pop("abstract", ()))
    stated = {key: lines[0] for key, lines in values.items() if lines} | {"abstract": abstract}
    return source(
        file,
        number,
        story,
        metadata_of(stated, file.language, [*pictured, *captions], credits),
        format="proquest-html",
        encoding=encoding,
        id=stated.get("proquestdocumentid"),
    )


def _paragraphs(text: str) -> list[str]:
    return [line for line in (" ".join(part.split()) for part in text.split(_PARAGRAPH)) if line]
