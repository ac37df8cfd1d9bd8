"""Collections in the SGML of TREC and of LDC's Gigaword: `DOC` after `DOC`, each with its headline, dateline
and text; day and language of Gigaword stand in the id.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsparse.article import Dateline
from newsparse.errors import InputError
from newsparse.fields.byline import bylines
from newsparse.fields.dateline import dateline
from newsparse.languages import Language
from newsparse.metadata import Metadata
from newsparse.readers.dates import parse_date
from newsparse.readers.exports import source, stated_by, unwrapped
from newsparse.readers.files import InputFile
from newsparse.readers.sgml import Document, attribute, documents, elements, first, lines, plain
from newsparse.readers.source import Source

_HEADLINES = ("HEADLINE", "HL", "TITLE", "TI", "HEAD")
_DAYS = ("DATE", "DATE_TIME", "DATETIME", "DATE1", "DD")
_ID = re.compile(r"[A-Z]+_(?P<language>[A-Z]{3})_(?P<day>(?:19|20)\d{6})\.\d+")  # NYT_ENG_19990401.0001
_OLD_ID = re.compile(r"[A-Z]{2,4}([789]\d)(\d\d)(\d\d)-\d+")  # AP880212-0001: year, month, day
_SHORT_DAY = re.compile(r"\A([789]\d)(\d\d)(\d\d)\Z")  # 910514
_LANGUAGES = {"ENG": "en", "FRE": "fr", "SPA": "es", "ARB": "ar", "CMN": "zh", "GER": "de", "POR": "pt"}
_SLUG = re.compile(r"\(\s*[A-Z0-9]+(?:[-/][A-Z0-9&;]+)+\s*\)")  # (BC-TERM-LIMITS-AZR)


def read(file: InputFile) -> Iterator[Source | InputError]:
    """The documents of a file."""
    for document in documents(file, "DOC"):
        yield _article(file, document) if isinstance(document, Document) else document


def _article(file: InputFile, document: Document) -> Source | InputError:
    number, tag, content, encoding = document
    identity = attribute(tag, "id") or first(content, "DOCNO", "DOCID")
    text = _text(content)
    return source(
        file,
        number,
        text,
        _metadata(content, identity, file.language_of(text)),
        format="gigaword" if _ID.fullmatch(identity) else "trec",
        encoding=encoding,
        id=identity or None,
    )


def _text(content: str) -> str:
    """The text, a blank line between its paragraphs."""
    paragraphs: list[str] = []
    for text in elements(content, "TEXT") or elements(content, "BODY"):
        paragraphs += elements(text, "P") or [text]
    return "\n\n".join(unwrapped(plain(paragraph).strip("\r\n")) for paragraph in paragraphs)


def _metadata(content: str, identity: str, language: Language) -> Metadata:
    titles = [title for name in _HEADLINES for title in lines(content, name)]
    author = first(content, "BYLINE", "AUTHOR")
    byline = bylines((author,), language) if author else None
    days = (parse_date(_SHORT_DAY.sub(r"19\1-\2-\3", first(content, key))) for key in _DAYS)
    published = _day(identity) or next(filter(None, days), None)
    found = _ID.fullmatch(identity)
    return Metadata(
        headline=titles[0] if titles else None,
        byline=byline,
        published=published,
        deck=" ".join(dict.fromkeys(titles[1:])) or None,
        dateline=_dateline(first(content, "DATELINE"), language),
        tags=tuple(lines(content, "KEYWORD")),
        is_article=True,
        is_story=True,
        is_complete=bool(titles),
        sources=stated_by("trec", titles, byline, published),
        site=first(content, "PUB", "SO") or None,
        section=first(content, "SECTION") or None,
        language=_LANGUAGES.get(found["language"]) if found else None,
    )


def _day(identity: str) -> str | None:
    """The day in an id."""
    found, old = _ID.fullmatch(identity), _OLD_ID.fullmatch(identity)
    if found:
        return parse_date(found["day"])
    return parse_date(f"19{old[1]}-{old[2]}-{old[3]}") if old else None


def _dateline(text: str, language: Language) -> Dateline | None:
    """The dateline without the slug that Gigaword has in it; None where nothing else is there."""
    place = _SLUG.sub("", text).strip()
    return dateline(place, language) if place else None
