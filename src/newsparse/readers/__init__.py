"""Bytes to Source: a reader a format, and one table of them.

A reader is a module with `read(file: InputFile) -> Iterator[Source | InputError]`. It gives the articles of a
file in order, and an InputError in place of an article that can't be read; it raises InputError where the
file can't be read any further. It is imported when a file of its format is met.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from importlib import import_module
from itertools import chain
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from newsparse import errors
from newsparse.errors import InputError, printable
from newsparse.readers.encoding import SAMPLE, in_utf8
from newsparse.readers.files import InputFile, open_bytes, open_file, open_input, peek, unbroken, unpacked
from newsparse.regex import lazy

if TYPE_CHECKING:
    from pathlib import Path

    from newsparse.article import DateOrder
    from newsparse.readers.source import Source

_PAGE = lazy(
    rb"(?:\xef\xbb\xbf)?(?>\s*(?:<\?xml\b[^>]*>\s*)?(?:<!--.*?-->\s*)*)<(?:!doctype\s+html|html)\b",
    re.I | re.S,
)

_XML_PROLOG = (  # declaration, comments and document type, and what opens the first tag
    rb"(?>(?:\xef\xbb\xbf)?)\s*+(?>(?:(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE\b[^>\[]*+(?:\[.*?\]\s*+)?>)\s*+)*)"
    rb"<(?:[\w.-]++:)?"
)
_NITF = lazy(_XML_PROLOG + rb"nitf\b", re.S)
_NEWSML = lazy(_XML_PROLOG + rb"(?:newsMessage|newsItem|packageItem)\b", re.S)
_NEWSML_1 = lazy(_XML_PROLOG + rb"NewsML\b", re.S)

# control characters begin a message (SOH) and its text (STX); ANPA has others before and between them, or `^`
_ANPA = lazy(rb"[\s\0\x7f]*+(?:\x16+\x01|\x01[^\x02\n]{1,40}\x1f|\x01[^\x02]{1,400}\x02\^)")
_IPTC_7901 = lazy(rb"[\s\0\x7f]*+\x01[^\x02]{1,400}\x02")

_FRAGMENT = lazy(  # a tag of HTML first
    rb"(?>(?:\xef\xbb\xbf)?)\s*+(?>(?:<!--.*?-->\s*+)*)<(?:article|section|main|div|p|h[1-6]|header|figure|body|head|meta"
    rb"|title|link|script|style|blockquote|[uo]l|table|span|a|img|center|font|strong|b|em|i|time)\b[^<>]*+>",
    re.I | re.S,
)
_BLOCK = lazy(rb"</?(?:p|div|h[1-6]|li|blockquote|article|section|figcaption)\b[^<>]*+>|<br\b[^<>]*+>", re.I)
MIN_BLOCKS = 2  # tags of blocks, in a part of a page
MIN_TAGGED = 0.6  # of the lines of a part of a page that begins with words, so many have a tag of a block


def _is_html(head: bytes) -> bool:
    """Whether it is a page, or a part of one: HTML from its first tag on, or lines that end in tags."""
    if _PAGE.match(head):
        return True
    blocks = len(_BLOCK.findall(head)) if b"<" in head else 0
    if blocks < MIN_BLOCKS:
        return False
    if _FRAGMENT.match(head):
        return True
    lines = [line for line in head.splitlines() if line.strip()]
    return not head.lstrip().startswith((b"<", b"{", b"[")) and (
        sum(1 for line in lines if _BLOCK.search(line)) >= max(MIN_BLOCKS, MIN_TAGGED * len(lines))
    )


_WARC = lazy(rb"\s*+WARC/\d\.\d+\r?\n")

_HEADERS = lazy(
    rb"(?>(?:\xef\xbb\xbf)?)\s*+((?>(?:[A-Za-z][\w-]*+:[^\n]*+\n(?>(?:[ \t]++\S[^\n]*+\n)*))+))\r?\n"
)
_SAVED = lazy(rb"^Snapshot-Content-Location:|^From:[^\n]*\bSaved by\b", re.M | re.I)
_ONE_FILE = lazy(rb"^Content-Type:\s*multipart/related\b", re.M | re.I)
_SENT = lazy(rb"^(?:To|Received|Delivered-To|Return-Path|Message-ID):", re.M | re.I)


def _is_mhtml(head: bytes) -> bool:
    """Whether it is a mail that a browser wrote, or one of several parts that nobody sent."""
    found = _HEADERS.match(head)
    if not found:
        return False
    headers = found[1]
    return bool(_SAVED.search(headers) or (_ONE_FILE.search(headers) and not _SENT.search(headers)))


_FEED = lazy(
    rb"(?>(?:\xef\xbb\xbf)?)\s*+(?>(?:(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE\b[^>\[]*+(?>(?:\[.*?\]\s*+)?)>)\s*+)*)"
    rb"<(?>(?:[A-Za-z][\w.-]*+:)?)(?:rss|feed|RDF)\b",
    re.S,
)
_JSON_FEED = lazy(rb'"version"\s*:\s*"https?:(?:\\?/){2}(?:www\.)?jsonfeed\.org\\?/version')
_MBOX = lazy(rb"(?:\xef\xbb\xbf)?\s*From \S+[^\n]* \d\d?:\d\d[^\n]*\n[A-Za-z][\w-]*:")
_HEADER = lazy(rb"^[A-Za-z]", re.M)
_TRANSPORT = lazy(
    rb"^(?:Received|Delivered-To|Return-Path|Message-ID|MIME-Version|Content-Type|Content-Transfer-Encoding):",
    re.M | re.I,
)


def _is_mail(head: bytes) -> bool:
    """Whether it begins with headers, one of which only a mail has; a file may end with them."""
    found = _HEADERS.match(head + b"\n\n")
    return bool(found and len(_HEADER.findall(found[1])) >= 2 and _TRANSPORT.search(found[1]))


_FACTIVA = lazy(
    rb"<title>\s*(?:Dow Jones )?Factiva\s*</title>|\bclass=[\"']article [a-z]{2}(?:[A-Z][A-Za-z]+)?Article\b",
    re.I,
)

_FACTIVA_XML = lazy(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml\b[^>]*>\s*)?<(?:\w+:)?(?:PPSResponse|ppsArticleResponse)\b"
)
_FACTIVA_TEXT = lazy(
    rb"\n[ \t|]*(?:AN[ \t|]+)?(?:[A-Za-z]{4,9}|[\x80-\xff]{4,12})[ \t]+"
    rb"[A-Z0-9]{8}\d{8}[a-z0-9]{9}[ \t|]*\r?$",
    re.M,
)


def _is_factiva_text(head: bytes) -> bool:
    """Whether it has the line of an accession number. Line breaks are found at once, where ^ is tried at
    every byte.
    """
    return bool(_FACTIVA_TEXT.search(b"\n" + head))


_PROQUEST_HTML = lazy(rb"<a\s[^<>]{0,200}?\bname=[\"']?DocID_[A-Z]+_\d", re.I)
_EUROPRESSE = lazy(rb"\bclass=[\"'](?:[\w-]+ )*DocPublicationName\b")
_INTEGRUM = lazy(rb"<title>\s*Report \d\d\.\d\d\.\d{4} \d\d:\d\d:\d\d\s*</title>", re.I)
_YOMIDAS = lazy(rb"\bid=\"heiseiDetailContents\"")


def _is_page_with(pattern: re.Pattern[bytes]) -> Callable[[bytes], bool]:
    """Whether first bytes are of a page that has this pattern."""
    return lambda head: bool(_PAGE.match(head) and pattern.search(head))


_NEXIS_HTML = lazy(rb"<a name=\"DOC_ID_\d+_0\"|<!-- LXNComment ", re.I)

# a mark alone on its line, or two in a text that has lost its lines; the byline of the Daily
# Mail, its parts between full stops; a token of a tokenized copy; what divides stories, behind a sentence
_STORY = lazy(
    rb"^@highlight[ \t]*\r?$|\s@highlight\s[^@]*+@highlight\s"
    rb"|\A\s*By(?: \. |\r?\n\.\r?\n)"
    rb"|(?<!\S)(?:NEWLINE_CHAR|-LRB-\s[^-]{1,80}\s-RRB-|(?<=[.!?\"\x9d]\s)\|{5})(?!\S)",
    re.M,
)

_PROQUEST = lazy(
    rb"(?:\xef\xbb\xbf)?\s*_{60}\r?\n(?s:.*?)^(?:Publication info|Abstract|Links|Full text):", re.M
)

_NEXIS = lazy(
    rb"^(?:\xef\xbb\xbf)?[ \t]*\d+ (?:of|von|de) \d+ (?:DOCUMENTS?|DOKUMENTE?N?)[ \t]*\r?$"
    rb"|^[ \t]{8,}(?:Dokument \d+ von|Document \d+ de) \d+[ \t]*\r?$",
    re.M,
)

_NEXIS_UNI_LENGTH = lazy(rb"^(?:Length|L\xc3\xa4nge|Longueur|Longitud) ?:(?:[ \t]|\xc2\xa0)+\d", re.M)
_NEXIS_UNI_END = lazy(
    rb"^[ \t]*(?:End of Document|Ende des Dokuments|Fin du document|Fin del documento)[ \t]*\r?$", re.M
)


def _is_nexis_uni(head: bytes) -> bool:
    return bool(_NEXIS_UNI_END.search(head) and _NEXIS_UNI_LENGTH.search(head))


_PARQUET = lazy(rb"PAR1")
_JSON = lazy(rb'(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*"(?:[^"\\\n]|\\.){1,100}"\s*:')
_LINES = rb"(?:[^\n]*\n){0,100}?"
_FRONT_MATTER = lazy(  # a fence, a key, and within a hundred lines the fence again: of YAML, TOML, JSON
    rb"(?:\xef\xbb\xbf)?(?:(?:---[ \t\r]*+\n\w[\w -]*:[^\n]*\n" + _LINES + rb"(?:---|\.\.\.)"
    rb"|\+\+\+[ \t\r]*+\n\w[\w-]*\s*=[^\n]*\n" + _LINES + rb"\+\+\+"
    rb"|(?:```json|;;;)[ \t\r]*+\n\{" + _LINES + rb"(?:```|;;;))[ \t\r]*+(?:\n|\Z)"
    rb"|\{[ \t\r]*+\n\s*+\"[^\n]*\n" + _LINES + rb"\}[ \t\r]*+\n\s*+[^\s\[\]{},]"
    rb"|Title: [^\n]+\n\s*+URL Source: \S+\s)"
)  # fmt: skip
_OWN_OUTPUT = lazy(  # of one article or of several, the problems of a run, a table, a report
    rb'[\[\s]*+\{\s*+"headline":\s*+(?:null|"(?>(?:[^"\\]|\\.)*)"),\s*+"kicker":'
    rb'|\{"path": ?"(?>(?:[^"\\]|\\.)*)", ?"index": ?(?:null|\d+), ?"failed":|\{"inputs": ?\d+, ?"parsed":'
    rb"|(?>(?:\xef\xbb\xbf)?)headline([,\t])kicker\1deck\1"
    rb'|<!doctype html>\n<html lang="en">\n<head>\n(?:<meta [^>\n]*>\n){2}'
    rb'<meta name="generator" content="newsparse '
)
_PLAIN_START = lazy(  # of most texts: words, with no sign of a table, a program, a log or mark-up
    rb"(?>(?:\xef\xbb\xbf)?)\s*(?!(?:import|from|package|class|def|using|use|const|let|var|WARC|WEBVTT|diff|filedesc)\b)"
    rb"(?![\w-]+:|[A-Z][a-z]{2} [ \d]\d |\S+ \S+ \S+ \[)"
    rb"[A-Za-z\x80-\xff][^\t,;|<{\n]{9,}(?:, [^\t,;|<{\n]+)*\r?\n"
)
_FIRST_ROWS = 5  # lines one of which is a record, if a file has one a line


def _has_json_lines(head: bytes) -> bool:
    """Whether one of the first lines is a JSON object, all of it or as far as it is there."""
    import json

    for line in head.splitlines(keepends=True)[:_FIRST_ROWS]:
        if not line.endswith(b"\n") and len(head) == SAMPLE:
            return bool(_JSON.match(line))
        try:
            if isinstance(json.loads(line), dict):
                return True
        except ValueError:
            continue
    return False


_SGML_START = rb"(?>(?:\xef\xbb\xbf)?)\s*+(?>(?:<!(?:--.*?--|[A-Za-z][^>]*+)>\s*+)*)"
_REUTERS = lazy(_SGML_START + rb"<REUTERS\b", re.I | re.S)
_GIGAWORD = lazy(_SGML_START + rb"<DOC\s+id=\"[A-Z]+_[A-Z]{3}_\d{8}\.\d", re.I | re.S)
_TREC = lazy(
    _SGML_START + rb"<DOC(?:\s[^<>]*+)?>\s*+<(?:DOC(?:NO|ID)|HEADLINE|HEAD|DATELINE|DATE|TEXT)\b", re.I | re.S
)

_NINJS_ID = lazy(rb'"(?:uri|guid)"\s*:')
_NINJS = lazy(rb'"(?:headlines|bodies|body_(?:text|x?html)|version(?:c|C)reated)"\s*:')
_HEADLINE = lazy(rb'"headlines?"\s*:')
_SCHEMA_ORG = lazy(rb'"@context"\s*:\s*[\[{]?\s*(?:"@vocab"\s*:\s*)?"https?://(?:www\.)?schema\.org')


def _is_ninjs(head: bytes) -> bool:
    """Whether it is JSON with an address, a headline, and a text or an instant as ninjs states it."""
    return bool(_NINJS_ID.search(head) and _NINJS.search(head) and _HEADLINE.search(head))


class Format(NamedTuple):
    """A format that is read: its name, its module in this package, the endings of its files, and whether
    first bytes are of it.

    One of `opening` opens all first bytes of the format, but for a mark of byte order and white space, and
    one of `signs` stands in them, so that of most texts no more is asked. A format without endings and
    without `recognizes` is read only where it is named.
    """

    name: str
    module: str
    endings: tuple[str, ...] = ()
    recognizes: Callable[[bytes], object] | None = None
    opening: tuple[bytes, ...] = (b"",)
    signs: tuple[bytes, ...] = (b"",)

    def is_of(self, head: bytes, bare: bytes) -> bool:
        """Whether these first bytes are of it; `bare` are they without what may stand before the opening."""
        return bool(
            self.recognizes
            and bare.startswith(self.opening)
            and any(map(head.__contains__, self.signs))
            and self.recognizes(head)
        )


def _begins(pattern: re.Pattern[bytes]) -> Callable[[bytes], object]:
    """Whether first bytes begin as a pattern says, which is compiled only when it is asked."""
    return lambda head: pattern.match(head)


def _holds(pattern: re.Pattern[bytes]) -> Callable[[bytes], object]:
    """Whether first bytes hold what a pattern says."""
    return lambda head: pattern.search(head)


# the first members of a zip archive that is a document
_DOCX = lazy(rb"PK\x03\x04(?s:.{26})(?:\[Content_Types\]\.xml|_rels/|docProps/|word/|customXml/)")
_ODT = lazy(rb"PK\x03\x04(?s:.{26})mimetypeapplication/vnd\.oasis\.opendocument\.text")
_RTF = lazy(rb"(?:\xef\xbb\xbf)?\s*\{\\rtf")

_ZIP = lazy(rb"PK(?:\x03\x04|\x05\x06)")


def _is_tar(head: bytes) -> bool:
    return head.startswith(b"ustar", 257)


_MARK_AND_SPACE = b"\xef\xbb\xbf \t\r\n\v\f"  # what may stand before the opening of a format
_TAG, _OBJECT, _PACKED = (b"<",), (b"{", b"["), (b"PK",)  # what opens XML and HTML, JSON, a zip archive

FORMATS = (  # tried in this order, first by content, then by ending; what is none of them is a text
    Format("anpa", "anpa", (".anpa",), _begins(_ANPA), signs=(b"\x01",)),
    Format("iptc7901", "iptc7901", (".iptc",), _begins(_IPTC_7901), signs=(b"\x01",)),
    Format("nitf", "nitf", (".nitf", ".xml"), _begins(_NITF), _TAG, (b"nitf",)),
    Format(
        "newsml",
        "newsml",
        (".newsml",),
        _begins(_NEWSML),
        _TAG,
        (b"newsMessage", b"newsItem", b"packageItem"),
    ),
    Format("newsml1", "newsml1", (), _begins(_NEWSML_1), _TAG, (b"NewsML",)),
    Format("factiva", "factiva", (), _is_page_with(_FACTIVA), _TAG),
    Format(
        "factiva-xml",
        "factiva_xml",
        (),
        _begins(_FACTIVA_XML),
        _TAG,
        (b"PPSResponse", b"ppsArticleResponse"),
    ),
    Format("proquest-html", "proquest_html", (), _holds(_PROQUEST_HTML), _TAG),
    Format("europresse", "europresse", (), _is_page_with(_EUROPRESSE), _TAG),
    Format("integrum", "integrum", (), _is_page_with(_INTEGRUM), _TAG),
    Format("yomidas", "yomidas", (), _is_page_with(_YOMIDAS), _TAG),
    Format("nexis-html", "nexis_html", (), _is_page_with(_NEXIS_HTML), _TAG),
    Format("warc", "warc", (".warc", ".wet"), _begins(_WARC), (b"WARC/",)),
    Format("mhtml", "mhtml", (".mhtml", ".mht"), _is_mhtml),
    Format("mbox", "mbox", (".mbox",), _begins(_MBOX), (b"From ",)),
    Format("mail", "mail", (".eml",), _is_mail),
    Format("html", "html", (".html", ".htm", ".xhtml"), _is_html, signs=_TAG),
    Format("feed", "feed", (".rss", ".atom"), _begins(_FEED), _TAG),
    Format("json-feed", "json_feed", (), _holds(_JSON_FEED), (b"{",), (b"jsonfeed",)),
    Format(
        "markdown",
        "markdown",
        (".md", ".markdown"),
        _begins(_FRONT_MATTER),
        (b"---", b"+++", b"```", b";;;", b"{", b"Title: "),
    ),
    Format(
        "story",
        "story",
        (".story",),
        _holds(_STORY),
        signs=(b"@highlight", b"NEWLINE_CHAR", b"-LRB-", b"|||||", b"By . ", b"By\n.", b"By\r\n."),
    ),
    Format("proquest", "proquest", (), _begins(_PROQUEST), (b"______",)),
    Format(
        "nexis",
        "nexis",
        (),
        _holds(_NEXIS),
        signs=(b"DOCUMENT", b"DOKUMENT", b"Document ", b"Dokument "),
    ),
    Format("factiva-text", "factiva_text", (), _is_factiva_text),
    Format(
        "nexis-uni",
        "nexis_uni",
        (),
        _is_nexis_uni,
        signs=(b"End of Document", b"Ende des Dokuments", b"Fin du document", b"Fin del documento"),
    ),
    Format("reuters", "reuters", (".sgm", ".sgml"), _begins(_REUTERS), _TAG),
    Format("gigaword", "trec", (), _begins(_GIGAWORD), _TAG),
    Format("trec", "trec", (".trec",), _begins(_TREC), _TAG),
    Format("ninjs", "ninjs", (".ninjs",), _is_ninjs, _OBJECT, (b"headline",)),
    Format("schema-org", "schema_org", (".jsonld",), _holds(_SCHEMA_ORG), _OBJECT, (b"schema.org",)),
    Format("parquet", "parquet", (".parquet",), _begins(_PARQUET), (b"PAR1",)),
    Format("jsonl", "jsonl", (".jsonl", ".ndjson", ".jl"), _has_json_lines, (b"{",)),
    Format("json", "json", (".json",), _begins(_JSON), _OBJECT),
    Format("csv", "csv", (".csv", ".tsv")),
    Format("docx", "docx", (".docx",), _begins(_DOCX), _PACKED),
    Format("odt", "odt", (".odt",), _begins(_ODT), _PACKED),
    Format("rtf", "rtf", (".rtf",), _begins(_RTF), (b"{\\rtf",)),
    Format("zip", "archive", (".zip",), _begins(_ZIP), _PACKED),
    Format("tar", "archive", (".tar", ".tgz"), _is_tar),
    Format("form-feed", "form_feed"),
    Format("text", "text", (".txt", ".text")),
)
AUTO = "auto"
INPUT_FORMATS = (AUTO, *(each.name for each in FORMATS))
ENDINGS = tuple(ending for each in FORMATS for ending in each.endings)


def read_file(
    path: str | Path,
    encoding: str | None = None,
    format: str = AUTO,
    text_key: str | None = None,
    date_order: DateOrder | None = None,
    language: str | None = None,
) -> Iterator[Source | InputError]:
    """The articles of a file; `encoding` and `format` (one of INPUT_FORMATS) overrule what its bytes and its
    name suggest, `text_key` names the key or the column of records that holds the text, `date_order` the
    order of days in figures that nothing else tells, `language` the code of the language.

    What can't be read is an InputError in its place, which is not raised. Where there are several, their
    `origin.index` (of an error, its `index`) counts from 0; that of a single one is None.
    """
    return _read(open_file(path), path, encoding, format, text_key, date_order, language)


def read_input(
    path: str,
    encoding: str | None = None,
    format: str = AUTO,
    text_key: str | None = None,
    date_order: DateOrder | None = None,
    language: str | None = None,
) -> Iterator[Source | InputError]:
    """The articles of an argument of the command: a file, or - for standard input. As `read_file`."""
    return _read(open_input(path), path, encoding, format, text_key, date_order, language)


def read_bytes(
    data: bytes,
    path: str | Path,
    encoding: str | None = None,
    format: str = AUTO,
    text_key: str | None = None,
    date_order: DateOrder | None = None,
    language: str | None = None,
) -> Iterator[Source | InputError]:
    """The articles in the bytes that were read from a path. As `read_file`."""
    return _read(open_bytes(data, path), path, encoding, format, text_key, date_order, language)


def read_copy(
    copy: Path,
    path: str | Path,
    encoding: str | None = None,
    format: str = AUTO,
    text_key: str | None = None,
    date_order: DateOrder | None = None,
    language: str | None = None,
) -> Iterator[Source | InputError]:
    """The articles in a copy, on disk, of what was read from a path. As `read_file`."""
    return _read(open_file(copy), path, encoding, format, text_key, date_order, language)


def single(sources: Iterator[Source | InputError]) -> Source:
    """The one article of a file. Raises InputError where it can't be read, and where there are several."""
    source = next(sources)
    if isinstance(source, InputError):
        raise source
    if source.origin.index is not None:
        raise errors.several_articles(printable(source.origin.path or "-"))
    return source


def detect(head: bytes, path: str) -> Format:
    """The format of a file by its first bytes, else by its name, else text."""
    head, name = in_utf8(head), _unpacked_name(path)
    bare = head.lstrip(_MARK_AND_SPACE)
    by_content = (each for each in FORMATS if each.is_of(head, bare))
    by_ending = (each for each in FORMATS if name.endswith(each.endings))
    return next(chain(by_content, by_ending), FORMATS[-1])


def has_ending(path: str, endings: tuple[str, ...] = ENDINGS) -> bool:
    """Whether a file's name has one of these endings (by default, one of all formats'), packed or not."""
    return _unpacked_name(path).endswith(endings)


def _unpacked_name(path: str) -> str:
    """A file's name as it is once the file is unpacked, in lower case."""
    return path.lower().removesuffix(".gz").removesuffix(".zst")


def first_bytes(path: str | Path) -> bytes | None:
    """The first bytes of a file, unpacked; None where they can't be read, so that reading it tells why."""
    try:
        with open_file(path) as stream:
            return unpacked(stream).read(SAMPLE)
    except InputError:
        return None


def is_own_output(head: bytes) -> bool:
    """Whether a file with these first bytes is one that newsparse wrote: JSON, a table, a report."""
    return bool(_OWN_OUTPUT.match(head))


def is_text(head: bytes) -> bool:
    """Whether a file with these first bytes is a text."""
    from newsparse.readers.text import decode_text

    try:
        decode_text(head, "")
    except InputError:
        return False
    return True


def is_readable(head: bytes) -> bool:
    """Whether a file with these first bytes is of a format that is read, whatever its name."""
    return detect(head, "").name != "text" or is_text(head)


def _read(
    opened: AbstractContextManager[BinaryIO],
    path: str | Path,
    encoding: str | None,
    format: str,
    text_key: str | None,
    date_order: DateOrder | None,
    language: str | None,
) -> Iterator[Source | InputError]:
    from newsparse.languages import DEFAULT, load

    try:
        with opened as stream:
            file = InputFile(unpacked(stream), path, load(DEFAULT), encoding, text_key, date_order, language)
            yield from read_stream(file, format)
    except InputError as error:
        yield error


def read_stream(file: InputFile, format: str = AUTO) -> Iterator[Source | InputError]:
    """The articles of a file that is open. As `read_file`, but that InputError is raised where nothing can be
    read.
    """
    head, stream = peek(file.stream, SAMPLE)
    path = os.fsdecode(file.path)
    found = detect(head, path) if format == AUTO else next(each for each in FORMATS if each.name == format)
    if found.name == "html" and is_own_output(head):
        raise errors.own_output(file.name)
    if format == AUTO and found.name == "text":
        _refuse_other_kinds(head, file.name)
    reader = import_module(f"{__name__}.{found.module}")
    sources = unbroken(reader.read(file._replace(stream=stream)), file.name)
    for item in _numbered(sources, file.name):
        yield item if isinstance(item, InputError) else item.read_by(file.date_order, file.chosen)


def _refuse_other_kinds(head: bytes, name: str) -> None:
    """Raise InputError for the first bytes of a table, a log, a program, a mail, JSON or XML."""
    if _PLAIN_START.match(head):
        return
    from newsparse.readers.other_kinds import other_kind

    kind = other_kind(head)
    if kind:
        raise errors.not_text(name, kind.name, kind.remedy)


def _numbered(found: Iterator[Source | InputError], name: str) -> Iterator[Source | InputError]:
    """The sources with their `index` where there are more than one."""
    first = next(found, None)
    if first is None:
        raise errors.no_article(name)
    try:
        second = next(found, None)
    except InputError as error:
        second = error
    if second is None:
        yield first
        return
    count = 0
    try:
        for item in chain((first, second), found):
            yield item.at(count)
            count += 1
    except InputError as error:  # the rest can't be read
        yield error.at(count)
