"""HTML exports of Integrum: articles behind anchors, each with a cell of keys such as ^ЗГ, and its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from bs4 import Tag
from bs4.element import NavigableString
from msgspec.structs import replace

from newsparse.errors import InputError
from newsparse.readers.encoding import decode_page
from newsparse.readers.exports import source
from newsparse.readers.files import InputFile
from newsparse.readers.soup import parse_page
from newsparse.readers.source import Source
from newsparse.readers.stated import metadata

_KEY = re.compile(r"\^(\w\w):")
_NEXT = ("div", "table", "pre")  # what an article begins with
_SITE, _SECTION, _DAY, _AUTHOR, _HEADLINE = "ИС", "РБ", "ДТ", "АВ", "ЗГ"


def read(file: InputFile) -> Iterator[Source | InputError]:
    """The articles of an export, and an InputError in place of one without a text. Raises InputError."""
    page, encoding = decode_page(file.data(), file.name, file.encoding)
    cells = (cell for cell in parse_page(page).find_all("td") if _KEY.match(cell.get_text().strip()))
    for number, cell in enumerate(cells, 1):
        fields = _fields(cell)
        block = cell.find_parent("div") or cell.find_parent("body")
        text = block.find("pre") if block else None
        stated = metadata(
            file.language,
            headline=fields.get(_HEADLINE, ""),
            byline=_given_name_first(fields.get(_AUTHOR, "")),
            published=fields.get(_DAY, ""),
            keys=(_HEADLINE, _AUTHOR, _DAY),
            text_language="ru",
            site=fields.get(_SITE, ""),
            section=fields.get(_SECTION, ""),
        )
        if stated.byline:
            stated = replace(stated, byline=replace(stated.byline, text=fields[_AUTHOR]))
        yield source(file, number, _story(text) if text else "", stated, format="integrum", encoding=encoding)


def _story(text: Tag) -> str:
    """The text in an element, up to the next article, which a broken page may have in it."""
    own = takewhile(lambda node: not (isinstance(node, Tag) and node.name in _NEXT), text.descendants)
    return "".join(node for node in own if type(node) is NavigableString)


def _fields(cell: Tag) -> dict[str, str]:
    parts = _KEY.split(cell.get_text())[1:]
    return {key: " ".join(value.split()) for key, value in zip(parts[::2], parts[1::2], strict=True)}


def _given_name_first(authors: str) -> str:
    """The authors, between commas with the surname first, as bylines have them."""
    names = (author.split() for author in authors.split(","))
    return "; ".join(f"{name[0]}, {' '.join(name[1:])}" if name[1:] else name[0] for name in names if name)
