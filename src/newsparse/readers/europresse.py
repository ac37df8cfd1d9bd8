"""HTML exports of Europresse (Eureka): an element `article` an article, or in the old form a cell of a table.

The publication, the line with section and day, and the headline have a class of their own; author, rights and
the document's number are known by their place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from bs4 import Tag

from newsparse.errors import InputError
from newsparse.languages import Language
from newsparse.metadata import Metadata
from newsparse.readers.dates import printed_days
from newsparse.readers.encoding import decode_page
from newsparse.readers.exports import source
from newsparse.readers.files import InputFile
from newsparse.readers.soup import parse_page
from newsparse.readers.source import Source
from newsparse.readers.stated import metadata

MAX_WORDS = 10  # of a line above the text that names the authors
_SITE, _DAY, _HEADLINE = ".DocPublicationName", ".DocHeader", ".titreArticleVisu, .TitreArticleVisu"
_NUMBER = re.compile(r"\b(?:news|web|pub|tv|rad|soc|biblio)[·•]\d{8}[·•][^\s·•]+[·•]\S+")
_RIGHTS = re.compile(r"©|\(c\)\s", re.I)
_PARAGRAPH = "\x1c"  # a sign for the bounds of a paragraph
_DIVISION = re.compile(rf"{_PARAGRAPH}|\n\s*\n")
_NOTE = re.compile(r"Note\S*\s*:", re.I)
_ILLUSTRATION = re.compile(r"(?:Illustration|Photo|Image|Graphi)\S*\s*:", re.I)


def read(file: InputFile) -> Iterator[Source | InputError]:
    """The articles of an export, and an InputError in place of one without a text. Raises InputError."""
    page, encoding = decode_page(file.data(), file.name, file.encoding)
    soup = parse_page(page)
    for line_break in soup.find_all("br"):
        line_break.replace_with("\n")
    for number, block in enumerate(_articles(soup), 1):
        text, stated = (_new if block.name == "article" else _old)(block, file.language)
        ids = _NUMBER.findall(block.get_text(" "))
        yield source(
            file,
            number,
            text,
            stated,
            format="europresse",
            encoding=encoding,
            id=ids[0] if ids else None,
        )


def _articles(soup: Tag) -> list[Tag]:
    """The elements of the articles, in order. One that a broken page has in another is taken out of it."""
    blocks = (
        site.find_parent("article") or site.find_parent("td") or site.find_parent("body") or soup
        for site in soup.select(_SITE)
    )
    articles = list({id(block): block for block in blocks}.values())
    for article in articles:
        article.extract()
    return articles


def _new(article: Tag, language: Language) -> tuple[str, Metadata]:
    """The text of an article, and what the elements around it state."""
    title = article.select_one(".titreArticle")
    lines = title.select("p") if title else []
    place = next((i for i, line in enumerate(lines) if line in title.select(_HEADLINE)), 0) if title else 0
    author = article.select_one(".docAuthors") or (title.find_next_sibling("div") if title else None)
    found = map(article.select_one, (".docOcurrContainer", ".DocText", "section"))
    return _paragraphs(next(filter(None, found), None)), _metadata(
        article,
        language,
        byline=_line(author),
        kicker=" ".join(map(_line, lines[:place])),
        deck=" ".join(map(_line, lines[place + 1 :])),
        captions=_boxed(article, _ILLUSTRATION),
        notes=_boxed(article, _NOTE),
        rights=_line(article.select_one("small")),
    )


def _boxed(article: Tag, name: re.Pattern[str]) -> list[str]:
    """The paragraphs of the boxes behind the text that open with a name."""
    boxes = (box for box in article.select("aside > div") if name.match(_line(box)))
    lines = (_line(part) for box in boxes for part in box.select("p"))
    return [line for line in lines if line and not name.fullmatch(line)]


def _old(cell: Tag, language: Language) -> tuple[str, Metadata]:
    """The text of an article, and what stands above it and behind: a line break behind the line of the
    authors, and the rights behind the text."""
    for paragraph in cell.find_all("p"):
        paragraph.insert(0, _PARAGRAPH)
        paragraph.append(_PARAGRAPH)
    title = cell.select_one(_HEADLINE)
    above = list(takewhile(lambda part: not isinstance(part, Tag), title.previous_siblings if title else ()))
    behind = (part for part in (title.next_siblings if title else ()) if getattr(part, "name", "") != "table")
    rest = "".join(part.get_text() for part in behind).lstrip()
    first, _, others = rest.partition(_PARAGRAPH)
    is_byline = first.endswith("\n") and len(first.split()) <= MAX_WORDS
    parts = [" ".join(part.split()) for part in _DIVISION.split(others if is_byline else rest)]
    end = next((i for i, part in enumerate(parts) if _RIGHTS.match(part) or _NUMBER.search(part)), len(parts))
    return "\n\n".join(filter(None, parts[:end])), _metadata(
        cell,
        language,
        byline=" ".join(first.split()) if is_byline else "",
        kicker=" ".join(" ".join(map(str, reversed(above))).split()),
        rights=next((part for part in parts[end:] if _RIGHTS.match(part)), ""),
    )


def _metadata(
    block: Tag,
    language: Language,
    *,
    byline: str,
    kicker: str,
    rights: str,
    deck: str = "",
    captions: Sequence[str] = (),
    notes: Sequence[str] = (),
) -> Metadata:
    header = " ".join("".join(part.get_text() for part in block.select(_DAY)).split())
    above = header[: next((at for at, _ in printed_days(header)), 0)].split(",")
    return metadata(
        language,
        headline=_line(block.select_one(_HEADLINE)),
        byline=byline,
        published=header,
        keys=("titreArticleVisu", "author line", "DocHeader"),
        kicker=kicker,
        deck=deck,
        captions=captions,
        notes=notes,
        site=_line(block.select_one(_SITE)),
        section=above[0].strip() if len(above) > 1 else "",  # the last stands at the day: the weekday
        copyright=rights,
    )


def _line(element: Tag | None) -> str:
    """The text of an element as one line."""
    return " ".join(element.get_text().split()) if element else ""


def _paragraphs(body: Tag | None) -> str:
    """The paragraphs of an element, or its text, divided by line breaks, where none is marked."""
    if body is None:
        return ""
    marked = [_line(part) for part in body.select("p, h1, h2, h3, h4, li")]
    return "\n\n".join(filter(None, marked or map(str.strip, body.get_text().split("\n"))))
