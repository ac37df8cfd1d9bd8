"""Factiva exports as HTML: an element a article, its fields in a table with codes such as HD, or in plain
elements around the number of words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag

from newsparse.errors import InputError
from newsparse.languages import Language
from newsparse.metadata import Metadata
from newsparse.readers.dates import parse_date
from newsparse.readers.encoding import decode_page
from newsparse.readers.exports import author_names, source
from newsparse.readers.files import InputFile
from newsparse.readers.source import Source

_ARTICLE = re.compile(r"([a-z]{2})[a-z]*Article")
_COUNTED = re.compile(r"\d+\)\s+")  # the number that some lists put before a headline
_WORDS = re.compile(r"\d[\d.,\s]*\D{1,12}")  # the number of words, in the language of the user
_TIME = re.compile(r"\d\d?:\d\d")
_EAST_ASIAN = re.compile(r"(\d{4})\s*[年년]\s*(\d\d?)\s*[月월]\s*(\d\d?)\s*[日일]")
_ID = re.compile(r"\b[A-Z0-9]{8}\d{8}[a-z0-9]{9}\b")  # the publication's code, a day, and a number


def read(file: InputFile) -> Iterator[Source | InputError]:
    """The articles of an export, and an InputError in place of one without a text. Raises InputError."""
    page, encoding = decode_page(file.data(), file.name, file.encoding)
    soup = BeautifulSoup(page, "lxml")
    number = 0
    for element in soup.select("div.article"):
        language = next(filter(None, map(_ARTICLE.fullmatch, element.get_attribute_list("class"))), None)
        if language is None:
            continue
        number += 1
        fields = _coded_fields(element) or _plain_fields(element)
        text = "\n\n".join(filter(None, map(_line, element.select("p.articleParagraph"))))
        metadata = _metadata(fields, language[1], file.language)
        ids = _ID.findall(element.get_text(" "))
        yield source(
            file,
            number,
            text,
            metadata,
            format="factiva",
            encoding=encoding,
            id=ids[-1] if ids else None,
        )


def _line(element: Tag | None) -> str:
    """The text of an element as one line."""
    return " ".join(element.get_text().split()) if element else ""


def _coded_fields(article: Tag) -> dict[str, str]:
    """The fields of a table of codes; none where there is no such table."""
    return {_line(cell): _line(cell.find_next_sibling("td")) for cell in article.select("td.index")}


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
    words = next((i for i, line in enumerate(lines) if _WORDS.fullmatch(line)), len(lines))
    behind = lines[words + 1 :]
    if behind:
        fields["PD"] = behind[0]
        fields["SN"] = next((line for line in behind[1:] if not _TIME.fullmatch(line)), "")
    return fields


def _metadata(fields: dict[str, str], language: str, own: Language) -> Metadata:
    headline = fields.get("HD") or None
    authors = author_names(fields.get("BY", ""), own)
    published = parse_date(_EAST_ASIAN.sub(r"\1-\2-\3", fields.get("PD", "")))
    stated = {"headline": headline and "HD", "byline": authors and "BY", "published": published and "PD"}
    return Metadata(
        headline=headline,
        authors=authors,
        published=published,
        is_article=True,
        is_complete=True,
        sources={field: key for field, key in stated.items() if key},
        site=fields.get("SN") or None,
        section=fields.get("SE", "").partition(";")[0].strip() or None,
        language=language,
    )
