"""Factiva exports as HTML: an element a article, its fields in a table with codes such as HD, or in plain
elements around the number of words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import Tag

from newsparse.errors import InputError
from newsparse.readers.encoding import decode_page
from newsparse.readers.exports import source
from newsparse.readers.factiva_fields import ID, WORDS, fields_behind, metadata_of
from newsparse.readers.files import InputFile
from newsparse.readers.soup import parse_page
from newsparse.readers.source import Source

_ARTICLE = re.compile(r"([a-z]{2})[a-z]*Article")
_COUNTED = re.compile(r"(?<!\d)\d++\)\s++")  # the number that some lists put before a headline
_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’)]*$")
MIN_WORDS = 8  # of the last paragraph, from which on it is no publisher's name ("… & Co.")


def read(file: InputFile) -> Iterator[Source | InputError]:
    """The articles of an export, and an InputError in place of one without a text. Raises InputError."""
    page, encoding = decode_page(file.data(), file.name, file.encoding)
    number = 0
    for element in parse_page(page).select("div.article"):
        language = next(filter(None, map(_ARTICLE.fullmatch, element.get_attribute_list("class"))), None)
        if language is None:
            continue
        number += 1
        cells = _coded_cells(element)
        fields = {code: _line(cell) for code, cell in cells.items()} or _plain_fields(element)
        stories = [cells[code] for code in ("LP", "TD") if code in cells] or [element]
        paragraphs = [part for story in stories for part in story.select("p.articleParagraph")]
        captions = [fields["ART"]] if "ART" in fields else [] if cells else _captions(element)
        ids = ID.findall(element.get_text(" "))
        yield source(
            file,
            number,
            "\n\n".join(filter(None, map(_line, paragraphs))),
            metadata_of(fields, language[1], file.language, captions),
            format="factiva",
            encoding=encoding,
            id=ids[-1] if ids else None,
        )


def _line(element: Tag | None) -> str:
    """The text of an element as one line."""
    return " ".join(element.get_text().split()) if element else ""


def _coded_cells(article: Tag) -> dict[str, Tag]:
    """The cells of a table of codes; none where there is no such table."""
    cells = ((_line(cell), cell.find_next_sibling("td")) for cell in article.select("td.index"))
    return {code: cell for code, cell in cells if isinstance(cell, Tag)}


def _plain_fields(article: Tag) -> dict[str, str]:
    """The fields without codes, by their place: a section, the headline, authors, the number of words, the
    day, perhaps the time, and the publication."""
    headline = article.select_one("#hd, span[class*=Headline]")
    counted = bool(article.select_one("span.counted"))
    fields = {
        "HD": _COUNTED.sub("", _line(headline), count=1) if counted else _line(headline),
        "BY": _line(article.select_one("div.author")),
    }
    cells = article.find_all("div", recursive=False)
    place = next((i for i, cell in enumerate(cells) if cell is headline), 0)
    if place:
        fields["SE"] = _line(cells[place - 1])
    lines = [_line(cell) for cell in cells[place + 1 :]]
    words = next((i for i, line in enumerate(lines) if WORDS.fullmatch(line)), len(lines))
    return fields | fields_behind(lines[words + 1 :])


def _captions(article: Tag) -> list[str]:
    """The paragraphs behind the text, but for the publisher's name and the number of the document."""
    paragraphs = article.select("p.articleParagraph ~ p:not(.articleParagraph)")
    lines = [line for line in map(_line, paragraphs) if line and not ID.search(line)]
    if lines and not (_SENTENCE_END.search(lines[-1]) and len(lines[-1].split()) >= MIN_WORDS):
        lines.pop()
    return lines
