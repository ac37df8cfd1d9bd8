"""Files of other kinds: tables, logs, source code, settings, JSON, XML and some more, by their first bytes.

Most kinds need more than one sign, for news texts hold tables, code and times too: an article begins with
prose, and has it between.
"""

from __future__ import annotations

import json
import re
from typing import NamedTuple

from newsparse.readers.encoding import SAMPLE
from newsparse.regex import lazy

MIN_LINES = 5  # of a table, a log or a program; fewer may be the box of an article
MIN_SHARE = 0.8  # of the lines, of a log or a program; of 2,161 news texts none has over 0.45
MIN_KEYS = 0.5  # of the lines, of settings in YAML; the others are items of lists
MIN_TAGS = 4  # end tags behind a first tag that HTML does not have

_START = lazy(rb"(?:\xef\xbb\xbf)?\s*")
_PROLOG = lazy(rb"(?:(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE\b[^>\[]*(?:\[.*?\]\s*)?>)\s*)*", re.S | re.I)
_TAG = lazy(rb"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)(?:\s[^<>]*)?/?>")
_END_TAG = lazy(rb"</[A-Za-z_][\w.:-]*\s*>")
_HTML_TAGS = frozenset(
    b"a article aside b blockquote body br center div em figure font footer h1 h2 h3 h4 h5 h6 head header hr "
    b"i img li link main meta nav ol p pre script section small span strong style sub sup table tbody td tr "
    b"title u ul".split()
)
_ARCHIVE = lazy(rb"filedesc://\S+ [\d.]+ \d{14}")
_LOG_LINE = lazy(
    rb"\A(?:\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d[^\n]*"
    rb"\b(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|FATAL|CRITICAL)\b"
    rb"|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d [\w.-]+ [\w./-]+(?:\[\d+\])?: "  # syslog
    rb'|\S+ \S+ \S+ \[\d\d/[A-Z][a-z]{2}/\d{4}:\d\d:\d\d:\d\d [+-]\d{4}\] ")'  # of a web server
)
_OPENING_CODE = (
    rb"#!\s*/|#include\s*[<\"]|/\*|//|<\?php|import [\w.{*]+|from [\w.]+ import\b|package [\w.]+;?$"
    rb"|(?:CREATE|INSERT|SELECT|DROP|ALTER|UPDATE|DELETE|SET) [^\n]*;$|[\w.#@:*, >-]++\{[^{}\n]*+\}?$"
    rb"|(?:async )?def \w+\(|class \w+.*[:{]$|using [\w.]+;|use [\w:]+;|(?:const|let|var) \w+ ="
)
_OPENING = lazy(_OPENING_CODE)
_CODE_LINE = lazy(
    rb"\A(?:"
    + _OPENING_CODE
    + rb"|#|\*|.*\}$|@\w+|return\b|(?:if|for|while|elif|else|try|except|with)\b.*[:{]$"
    rb"|[\w.\[\]'\"]+ [+*/-]?= \S|[\w.]+\(.*\)$|[\])}]++[,;]?$|.*[{};]$)"
)
_SETTING = lazy(rb"\A(?:- |[a-z_][\w.-]*+:(?:\s|$)|#)")  # of YAML
_KEY = lazy(rb"\A(?:- )?[a-z_][\w.-]*+:(?:\s|$)")
_INI_SETTING = lazy(rb"\A(?:\[[\w .:-]+\]$|[\w.-]+ ?=|[;#])")
_NAMES = lazy(rb'"?[^\W\d][\w .-]{0,39}"?(?:(?P<delimiter>[,;\t|])(?:"?[\w .-]{0,40}"?)){2,}')
_QUOTED = lazy(rb'"(?:[^"]|"")*"')


class Kind(NamedTuple):
    """What a file seems to be, and what can be done with it."""

    name: str
    remedy: str


_TEXT = "give the article's text, or say --input-format text"
XML = Kind("XML or SGML of a kind that is not read", _TEXT)
ARCHIVE = Kind("a web archive of the old kind (ARC)", "make a WARC of it, as with warcio recompress")
JSON = Kind("JSON without records", "give a list of objects, each with a text")
TABLE = Kind("a table", "say --input-format csv, and --text-key for the column of the text")
LOG = Kind("a log", _TEXT)
CODE = Kind("source code", _TEXT)
SETTINGS = Kind("a file of settings", _TEXT)
MARKS = (  # how files begin that one sign is enough for
    (lazy(rb"\\documentclass|\\begin\{"), Kind("a TeX document", _TEXT)),
    (lazy(rb"@\w+\s*\{\s*[\w:.-]+,\s*\n"), Kind("a list of references (BibTeX)", _TEXT)),
    (lazy(rb"BEGIN:(?:VCALENDAR|VCARD)\r?\n"), Kind("a calendar or a list of contacts", _TEXT)),
    (lazy(rb"diff --git |--- \S[^\n]*\n\+\+\+ \S"), Kind("a patch", _TEXT)),
    (lazy(rb"WEBVTT\b|(?:\d{1,6}\r?\n)?\d\d:\d\d:\d\d[,.]\d{3} --> "), Kind("subtitles", _TEXT)),
)


def other_kind(head: bytes) -> Kind | None:
    """The kind of a file that is no text, by its first bytes (at most `encoding.SAMPLE`); None of a text."""
    start = _START.match(head)
    body = head[start.end() :] if start else head
    if _is_xml(body):
        return XML
    if _ARCHIVE.match(body):
        return ARCHIVE
    for mark, kind in MARKS:
        if mark.match(body):
            return kind
    if body[:1] in (b"[", b"{") and len(head) < SAMPLE and _is_json(body):
        return JSON
    lines = [line for line in body.splitlines() if line.strip()]
    if len(head) == SAMPLE:
        lines.pop()  # cut off
    if len(lines) < MIN_LINES:
        return None
    if _share(_LOG_LINE, lines) >= MIN_SHARE:
        return LOG
    if _OPENING.match(lines[0].rstrip()) and _share(_CODE_LINE, lines) >= MIN_SHARE:
        return CODE
    if _is_settings(lines):
        return SETTINGS
    return TABLE if _is_table(lines) else None


def _is_xml(body: bytes) -> bool:
    if not body.startswith(b"<"):
        return False
    prolog = _PROLOG.match(body)
    tag = _TAG.match(body, prolog.end() if prolog else 0)
    if tag is None:
        return bool(re.match(rb"<\?xml\s", body))
    if tag[1].lower() in _HTML_TAGS:
        return False
    return (
        body.startswith((b"<?xml", b"<!DOCTYPE"))
        or b" xmlns" in tag[0]
        or len(_END_TAG.findall(body)) >= MIN_TAGS
    )


def _is_json(body: bytes) -> bool:
    try:
        json.loads(body)
    except (ValueError, RecursionError):
        return False
    return True


def _is_settings(lines: list[bytes]) -> bool:
    """Whether all lines are of YAML, half of them with keys in lower case, or of an INI file."""
    if lines[0].startswith(b"["):
        return _share(_INI_SETTING, lines) == 1
    return _share(_SETTING, lines) == 1 and _share(_KEY, lines) >= MIN_KEYS


def _is_table(lines: list[bytes]) -> bool:
    """Whether short names, divided by a sign, stand over rows with that sign as often."""
    header = _NAMES.fullmatch(lines[0].rstrip())
    if header is None:
        return False
    delimiter = header["delimiter"]
    count = lines[0].count(delimiter)
    return all(_QUOTED.sub(b"", line).count(delimiter) == count for line in lines)


def _share(pattern: re.Pattern[bytes], lines: list[bytes]) -> float:
    return sum(1 for line in lines if pattern.match(line.strip())) / len(lines)
