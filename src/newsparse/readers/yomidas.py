"""Lists of articles that are saved from Yomidas (the archive of the Yomiuri Shimbun): a table with day and
headline, and the text, of each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import Tag

from newsparse.errors import InputError
from newsparse.readers.encoding import decode_page
from newsparse.readers.exports import source
from newsparse.readers.files import InputFile
from newsparse.readers.soup import parse_page
from newsparse.readers.source import Source
from newsparse.readers.stated import metadata

_DAY = re.compile(r"\d{4}[.年]\d\d?[.月]\d\d?日?")
_TABLES = "table.contentsTable"
_SITE = "読売新聞"


def read(file: InputFile) -> Iterator[Source | InputError]:
    """The articles of a list, and an InputError in place of one without a text. Raises InputError."""
    page, encoding = decode_page(file.data(), file.name, file.encoding)
    soup = parse_page(page)
    for line_break in soup.find_all("br"):
        line_break.replace_with("\n")
    for number, table in enumerate(soup.select(_TABLES), 1):
        cells = [" ".join(cell.get_text().split()) for cell in table.select("th, td")]
        day = next((i for i, cell in enumerate(cells) if _DAY.fullmatch(cell)), None)
        behind = cells[day + 1 :] if day is not None else []
        yield source(
            file,
            number,
            _text(table),
            metadata(
                file.language,
                headline=behind[0] if behind else "",
                byline="",
                published=cells[day] if day is not None else "",
                keys=("table", "", "table"),
                text_language="ja",
                site=_SITE,
                section=behind[2] if len(behind) > 2 else "",
            ),
            format="yomidas",
            encoding=encoding,
        )


def _text(table: Tag) -> str:
    """The paragraphs between a table and the next."""
    parts = []
    for element in table.find_all_next(["table", "p"]):
        if element.name == "table" and "contentsTable" in element.get_attribute_list("class"):
            break
        if element.name == "p" and "mb10" in element.get_attribute_list("class"):
            parts.append(element.get_text().strip())
    return "\n\n".join(filter(None, parts))
