"""A record, of JSON Lines or of a table, to Source: which key holds the text, and what the others state."""

from __future__ import annotations

import json
import re
from ast import literal_eval
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from functools import lru_cache
from hashlib import sha256
from typing import Any

from msgspec.structs import replace

from newsparse import errors
from newsparse.article import DateOrder, Origin
from newsparse.fields.byline import bylines
from newsparse.languages import Language
from newsparse.metadata import Metadata
from newsparse.readers import files
from newsparse.readers.dates import parse_date
from newsparse.readers.files import InputFile
from newsparse.readers.source import Source
from newsparse.readers.text import check_text

# Names of keys are compared in lower case.
TEXT_KEYS = ("text", "content", "body", "maintext", "article", "articlebody", "raw_text", "contents")
OUTPUT_KEYS = frozenset(
    ("headline", "kicker", "dateline", "captions", "source")
)  # of the JSON that newsparse writes
LONG = (
    200  # characters: where no key is known, the only value as long as that is the text; titles are shorter
)
BEGINNING = 300  # characters by which a language is known: as well as by more, of 2,012 texts but 20
MAX_LISTED = 20  # keys that a message lists

_HEADLINE = ("title", "headline")
_AUTHORS = ("authors", "author", "byline", "creator")
_PUBLISHED = (
    "date_publish", "published_date", "date_published", "datepublished", "published", "published_at",
    "publish_date", "pubdate", "published time", "publishedat", "pub_date", "publication_date",
    "webpublicationdate", "date", "time",
)  # fmt: skip
_HIGHLIGHTS = ("highlights",)
_URL = ("url", "article_url", "link")
_SITE = ("sitename", "site", "source_domain", "hostname", "source", "publisher")
_SECTION = ("section", "category")
_LANGUAGE = ("language", "lang")
_IMAGE = ("image", "image_url")
_ID = ("id", "_id", "guid", "docid", "doc_id")
_TYPED = {"title": "title", "byline": "byline", "date": "date", "kicker": "section"}
_CRAWLED = ("dump", "warc_file", "cc_file")  # keys of a crawl's records, whose date is that of the crawl
KEYS = frozenset(  # all that are looked at
    key
    for keys in (
        TEXT_KEYS, OUTPUT_KEYS, _HEADLINE, _AUTHORS, _PUBLISHED, _HIGHLIGHTS, _URL, _SITE, _SECTION,
        _LANGUAGE, _IMAGE, _ID, _CRAWLED,
    )
    for key in keys
)  # fmt: skip
_LIST = re.compile(r"\s*\[\s*(?:['\"].{0,2000}['\"])?\s*\]\s*")
_TAG = re.compile(r"<[^<>]*>")
_MARKUP = re.compile(r"</(?:p|div|h[1-6]|ul|ol|article|blockquote)>|<br ?/?>[^<]*<br ?/?>", re.I)  # of a page
_MILLISECONDS = 100_000_000_000  # from here on, a number of seconds would be far in the future


def merged(record: str, key: str, value: str) -> str:
    """A record with one more key behind the others; record and value are JSON, each on a line. Of a row of
    another table ("") the value alone, which is put into its column there.
    """
    if not record:
        return value
    start = record.rstrip().removesuffix("}")
    comma = "" if start.rstrip().endswith("{") else ","
    return f"{start}{comma}{json.dumps(key)}:{value.rstrip()}}}\n"


class Records:
    """The records of one file, made to sources one by one."""

    def __init__(self, file: InputFile, format: str, encoding: str) -> None:
        self._file = file
        self._format = format
        self._encoding = encoding
        self._name = file.name
        self._any_text = False

    def source(self, record: Mapping[str, Any], row: int) -> Source | errors.InputError:
        """The Source of a record, or why it has none; `row` is its number in the file, from 1.

        Raises InputError where no record before it had a text and this one has no key that may hold one.
        """
        name = self._name
        if record.keys() >= OUTPUT_KEYS:
            raise errors.own_output(name)
        named = self._file.text_key
        key = named if named in record else None
        fields = {key.lower(): value for key, value in record.items()}
        if not named:
            key = _text_key(fields)
        if key is None:
            error = errors.no_text_key(name, row, tuple(record)[:MAX_LISTED])
            if not self._any_text:
                raise error
            return error
        self._any_text = True
        value = record[key] if named else fields[key]
        fields = _typed(value) | fields
        text = _text(value)
        if not text.strip():
            return errors.row_without_text(name, row, key)
        try:
            check_text(text, name)
        except errors.InputError as error:
            return errors.bad_row(name, row, error.wrong)
        raw = text.encode()
        if len(raw) > files.MAX_BYTES:
            return errors.bad_row(name, row, errors.too_large(name, files.MAX_BYTES).wrong)
        origin = Origin(
            self._file.path_text,
            self._format,
            self._encoding,
            sha256(raw).hexdigest(),
            id=one(fields, _ID)[1],
        )
        source = Source(text, origin, metadata(fields, self._language(fields, text), self._file.date_order))
        return self._rendered(source, row) if _MARKUP.search(text) else source

    def _rendered(self, source: Source, row: int) -> Source | errors.InputError:
        """A source whose text is a part of a page as the text that it shows."""
        from newsparse.readers.html import parse_page

        try:
            page = parse_page(f"<html><body>{source.text}</body></html>", name=self._file.name).source
        except errors.InputError as error:
            return errors.bad_row(self._file.name, row, error.wrong)
        digest = sha256(page.text.encode()).hexdigest()
        origin = replace(source.origin, sha256=digest)
        return replace(source, text=page.text, markup=page.markup, origin=origin)

    def _language(self, fields: Mapping[str, Any], text: str) -> Language:
        """The language that a byline is read in, where one is stated: that of the text, by its beginning."""
        signed = any(isinstance(fields.get(key), str) for key in _AUTHORS)
        return self._file.language_of(text[:BEGINNING]) if signed else self._file.language


def rows_of(value: Any) -> list[Any]:
    """The records in a JSON value: the items of a list, also of the only one with objects in an object that
    holds no text, as a web service answers; else the value itself."""
    if isinstance(value, dict) and not any(key.lower() in TEXT_KEYS for key in value):
        lists = [each for each in value.values() if isinstance(each, list)]
        inner = [each for each in lists if each and all(isinstance(item, dict) for item in each)]
        if len(inner) == 1:
            return inner[0]
    return value if isinstance(value, list) else [value]


def _text_key(record: Mapping[str, Any]) -> str | None:
    """The key that holds the text: the first that is known, and not empty if one is, else that of the only
    long value."""
    present = [key for key in TEXT_KEYS if key in record]
    if present:
        return next(
            (key for key in present if isinstance(record[key], str | list) and record[key]), present[0]
        )
    long = [key for key, value in record.items() if isinstance(value, str) and len(value) >= LONG]
    return long[0] if len(long) == 1 else None


def metadata(record: Mapping[str, Any], language: Language, date_order: DateOrder | None = None) -> Metadata:
    """What a record, its keys in lower case, states beside its text; `sources` names the keys."""
    title_key, title = one(record, _HEADLINE)
    authors_key, authors = _authors(record, language)
    date_key, published = _published(record, date_order)
    stated = {
        "headline": title and title_key,
        "byline": authors and authors_key,
        "published": published and date_key,
    }
    return Metadata(
        headline=title,
        authors=authors,
        published=published,
        highlights=tuple(_lines(next((record[key] for key in _HIGHLIGHTS if record.get(key)), ()))),
        is_article=True,
        is_complete=True,
        sources={field: key for field, key in stated.items() if key},
        url=one(record, _URL)[1],
        site=one(record, _SITE)[1],
        section=one(record, _SECTION)[1],
        language=one(record, _LANGUAGE)[1],
        image=one(record, _IMAGE)[1],
    )


def one(record: Mapping[str, Any], keys: Iterable[str]) -> tuple[str, str | None]:
    """The first of these keys that holds a word or a number, and it as one line."""
    for key in keys:
        value = record.get(key)
        value = value.get("name") if isinstance(value, dict) else value
        if isinstance(value, str | int) and not isinstance(value, bool) and str(value).strip():
            return key, " ".join(_printable(str(value)).split())
    return "", None


def _authors(record: Mapping[str, Any], language: Language) -> tuple[str, tuple[str, ...]]:
    """The authors' names: a list as it is, a text as a byline is read."""
    for key in _AUTHORS:
        value = _listed(record.get(key))
        if isinstance(value, list):
            names = tuple(_lines(value))
        elif isinstance(value, str) and ";" in value:
            names = tuple(_lines(value.split(";")))
        else:
            names = _signed(" ".join(_lines(value)), language)
        if names:
            return key, names
    return "", ()


def _listed(value: Any) -> Any:
    """A list that was written into a cell of a table as Python writes it, as one; another value as it is."""
    if isinstance(value, str) and _LIST.fullmatch(value):
        try:
            return literal_eval(value)
        except (ValueError, SyntaxError):
            pass
    return value


@lru_cache(maxsize=1_000)  # most authors of a corpus have written more than one of its texts
def _signed(line: str, language: Language) -> tuple[str, ...]:
    """The names in a byline, or the line itself."""
    signed = bylines((line,), language) if line else None
    return tuple(author.name for author in signed.authors) if signed else (line,) if line else ()


def _published(record: Mapping[str, Any], order: DateOrder | None) -> tuple[str, str | None]:
    """The day or instant of publication, from a text or from seconds or milliseconds since 1970."""
    keys = (
        [key for key in _PUBLISHED if key not in ("date", "time")]
        if any(key in record for key in _CRAWLED)
        else _PUBLISHED
    )
    for key in keys:
        value = record.get(key)
        if isinstance(value, int | float) and not isinstance(value, bool):
            value = _from_epoch(value)
        if isinstance(value, datetime | date):
            value = value.isoformat()
        found = parse_date(value, order) if isinstance(value, str) else None
        if found:
            return key, found
    return "", None


def _from_epoch(number: float) -> str | None:
    try:
        return datetime.fromtimestamp(
            number / 1000 if abs(number) >= _MILLISECONDS else number, tz=UTC
        ).isoformat(timespec="seconds")
    except (ValueError, OverflowError, OSError):
        return None


def words(value: Any) -> Iterator[str]:
    """The items of a list, or of a text with commas between."""
    return _lines(value.split(",") if isinstance(value, str) else value)


def _lines(value: Any) -> Iterator[str]:
    """The lines of a text, or the texts of a list, each as one line; a thing with a name is its name."""
    for each in value.split("\n") if isinstance(value, str) else value if isinstance(value, list) else ():
        text = each.get("name") if isinstance(each, dict) else each
        if isinstance(text, str) and text.strip():
            yield " ".join(_printable(text).split())


def _typed(value: Any) -> dict[str, Any]:
    """What the typed parts of a text state, as keys of a record (TREC Washington Post)."""
    parts = [part for part in value if isinstance(part, dict)] if isinstance(value, list) else []
    return {_TYPED[part["type"]]: part.get("content") for part in parts if part.get("type") in _TYPED}


def _text(value: Any) -> str:
    """A text, or the paragraphs of a list; of typed ones (TREC Washington Post), of text and captions."""
    if isinstance(value, str):
        return value
    return "\n\n".join(filter(None, map(_paragraph, value if isinstance(value, list) else ())))


def _paragraph(item: Any) -> str:
    if isinstance(item, str):
        return item
    if not isinstance(item, dict):
        return ""
    if item.get("type") in (None, "sanitized_html", "paragraph", "text"):
        content = item.get("content") or item.get("text")
        return _TAG.sub("", content) if isinstance(content, str) else ""
    caption = item.get("fullcaption")
    return caption if isinstance(caption, str) else ""


def _printable(text: str) -> str:
    """Without lone surrogates, which no output could hold."""
    return text.encode("utf-8", "replace").decode()
