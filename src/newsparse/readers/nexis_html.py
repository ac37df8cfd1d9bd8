"""HTML exports of the classic Nexis: the paragraphs of its text exports, an anchor or a counter before each
article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag

from newsparse.errors import InputError
from newsparse.readers.encoding import decode_page
from newsparse.readers.exports import source
from newsparse.readers.files import InputFile
from newsparse.readers.nexis import Paragraph, split_article
from newsparse.readers.soup import parse_page
from newsparse.readers.source import Source

_COUNTER = re.compile(
    r"\d+ (?:of|von|de) \d+ (?:DOCUMENT|DOKUMENT)[A-Z]*|(?:Dokument \d+ von|Document \d+ de) \d+"
)
_CENTRED = re.compile(r"\.(c\d+) \{ text-align: center")


def read(file: InputFile) -> Iterator[Source | InputError]:
    """The articles of an export, and an InputError in place of one without a text. Raises InputError."""
    page, encoding = decode_page(file.data(), file.name, file.encoding)
    soup = parse_page(page)
    for line_break in soup.find_all("br"):
        line_break.replace_with("\n")
    centred = set(_CENTRED.findall(page))
    for number, parts in enumerate(_groups(soup, centred), 1):
        text, metadata = split_article(parts, file.language)
        yield source(file, number, text, metadata, format="nexis-html", encoding=encoding)


def _groups(soup: BeautifulSoup, centred: set[str]) -> Iterator[list[Paragraph]]:
    """The paragraphs of each article; a counter alone opens one where its anchor is missing."""
    group: list[Paragraph] | None = None
    for element in soup.select("a[name^=DOC_ID_], p"):
        text = " ".join(element.get_text().split())
        is_boundary = element.name == "a" or bool(_COUNTER.fullmatch(text))
        if is_boundary and group:
            yield group
        if is_boundary:
            group = []
        elif text and group is not None:
            group.append(Paragraph(text, _is_centred(element, centred)))
    if group:
        yield group


def _is_centred(element: Tag, centred: set[str]) -> bool:
    outer = element.find_parent("div")
    classes = {*element.get_attribute_list("class"), *(outer.get_attribute_list("class") if outer else ())}
    return not centred.isdisjoint(classes)
