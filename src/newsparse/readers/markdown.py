"""Markdown: front matter, which states what the article is, and a text that is read as a page.

The page goes through the reader of pages, so that headings, lists, links and emphasis count as mark-up.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from html import escape
from typing import Any

import yaml
from markdown_it import MarkdownIt
from msgspec.structs import replace

from newsparse.article import Origin
from newsparse.languages import Language
from newsparse.metadata import Metadata
from newsparse.readers import records
from newsparse.readers.files import InputFile
from newsparse.readers.html import parse_page
from newsparse.readers.source import Source
from newsparse.readers.text import decode_text

MAX_FRONT = 20_000  # characters of front matter: far more than the 1,000 of a post's; yaml is slow
_FRONT = re.compile(r"\s*(---|\+\+\+|;;;|```json)[ \t]*\n(.*?)\n(?:\1|```|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_OBJECT = re.compile(r"\s*(\{)\s*\n(.*?)\n\}[ \t]*(?:\n|\Z)", re.S)  # JSON without a fence
_SAVED = re.compile(  # what the Reader of Jina writes above a page
    r"\s*(Title:) (.*?)\n\s*Markdown Content:[ \t]*(?:\n|\Z)", re.S
)
_ROW = re.compile(r"([A-Za-z][\w -]*?):[ \t]+([^\s\[{|>&*].*)")
_GROUPS = ("params", "extra", "taxonomies")  # of static site generators
_URL = (
    "url",
    "canonical",
    "canonical_url",
    "source",
    "link",
    "url source",
)  # a clipper's `source` is the page's address
_DECK = ("subtitle", "deck", "description", "excerpt", "summary")
_TAGS = ("tags", "keywords", "categories")
_SHORTCODE = re.compile(r"\{\{(?>(?:(?!\{\{|\}\}).)*)\}\}|\{%(?>(?:(?!\{%|%\}).)*)%\}", re.S)
_CAPTION = re.compile(r"""\bcaption\s*[=:]\s*(?:"([^"]*)"|'([^']*)')""")
_ATTRIBUTES = re.compile(r"[ \t]?\{:[^{}\n]*\}")  # of Kramdown
_FOOTNOTE = re.compile(r"^\[\^[\w-]+\]:[ \t]*|\[\^[\w-]+\]", re.M)  # the mark, not the text of the note
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|]*+\|)?([^\[\]|]*+)\]\]")


def read(file: InputFile) -> Iterator[Source]:
    """The one article of a file. Raises InputError."""
    data = file.data()
    text, used = decode_text(data, file.name, file.encoding)
    fields, body = front_matter(text.replace("\r\n", "\n"))
    source = parse_page(to_html(body), name=file.name).source
    origin = Origin(file.path_text, "markdown", used, sha256(data).hexdigest())
    yield replace(source, origin=origin, metadata=stated(fields, file.language))


def front_matter(text: str) -> tuple[dict[str, Any], str]:
    """What the front matter states, its keys in lower case, and the text behind it; {} where it has none."""
    head = text[:MAX_FRONT]
    found = _FRONT.match(head) or _OBJECT.match(head) or _SAVED.match(head)
    if not found:
        return {}, text
    fields = _load(found[1], found[0] if found[1] == "Title:" else found[2])
    if not isinstance(fields, dict) or not fields:
        return {}, text
    for group in _GROUPS:
        if isinstance(fields.get(group), dict):
            fields = fields[group] | fields
    return {str(key).lower(): _plain(value) for key, value in fields.items()}, text[found.end() :]


def _load(fence: str, text: str) -> Any:
    """What front matter holds, by its fence; the rows `key: value` of YAML that is broken ("a: b: c")."""
    try:
        if fence == "+++":
            return tomllib.loads(text)
        if fence in (";;;", "```json", "{"):
            return json.loads(f"{{{text}}}" if fence == "{" else text)
        if fence == "---":
            return yaml.safe_load(text)
    except (ValueError, yaml.YAMLError, RecursionError):
        if fence != "---":
            return None
    rows = (_ROW.fullmatch(line.rstrip()) for line in text.split("\n"))
    return {row[1].lower(): row[2].strip("\"'") for row in rows if row}


def to_html(text: str) -> str:
    """The page that a text in Markdown stands for; a shortcode is its caption, or nothing.

    A line break is a space, as Markdown has it, but in a text without a blank line.
    """
    text = _WIKI_LINK.sub(r"\1", _SHORTCODE.sub(_figure, _ATTRIBUTES.sub("", _FOOTNOTE.sub("", text))))
    markdown = MarkdownIt("commonmark", {"breaks": "\n\n" not in text.strip()})
    return str(markdown.enable(["table", "strikethrough"]).render(text))


def stated(fields: dict[str, Any], language: Language) -> Metadata:
    """What front matter states."""
    known = records.metadata(fields, language)
    addresses = (fields[key] for key in _URL if isinstance(fields.get(key), str) and "://" in fields[key])
    site = None if known.site and "://" in known.site else known.site
    return replace(
        known,
        url=next(addresses, None),
        site=site,
        deck=records.one(fields, _DECK)[1],
        tags=tuple(dict.fromkeys(tag for key in _TAGS for tag in records.words(fields.get(key)))),
        is_complete=bool(known.headline),
    )


def _figure(shortcode: re.Match[str]) -> str:
    caption = _CAPTION.search(shortcode[0])
    return f"<figure><figcaption>{escape(caption[1] or caption[2])}</figcaption></figure>" if caption else ""


def _plain(value: Any) -> Any:
    """A value of front matter as JSON would hold it: a day as text, a wiki link as its words."""
    if isinstance(value, dict) and isinstance(value.get("name"), str):
        return value["name"]
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return _WIKI_LINK.sub(r"\1", value) if isinstance(value, str) else value
