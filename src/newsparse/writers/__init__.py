"""Article to text, a format a module; each is imported when it is first asked for."""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib import import_module
from typing import Any, Literal, NamedTuple

from newsparse.article import Article

FIELDS = Article.__struct_fields__
ON_REQUEST = ("spans", "text")  # shown only where they are asked for


class View(NamedTuple):
    """What to show of an article and how: the fields (all, where `only` is empty), the spans and the text
    too, in each span its own text, a byte order mark before a table, columns, colour, whether a terminal
    shows it, and in an explanation the names of cues.
    """

    only: tuple[str, ...] = ()
    spans: bool = False
    span_text: bool = False
    mark: bool = False
    width: int = 80
    color: bool = False
    terminal: bool = False
    names: bool = False

    def fields(self) -> tuple[str, ...]:
        """The fields to show, in the order of the contract."""
        if self.only:
            return tuple(field for field in FIELDS if field in self.only)
        return tuple(field for field in FIELDS if self.spans or field not in ON_REQUEST)


NEXT_FILE = "\0"  # between the texts of an article's several files: a text that was read holds none


class Format(NamedTuple):
    """A format that articles are written in.

    One with a `container` is binary: its writer gives lines of which a class makes a file.
    """

    name: str
    writer: str  # module and function of this package: (article, view) → text with its last line break
    endings: tuple[str, ...]  # of the files that hold it; the first for those of a folder
    separator: str = ""  # between two articles
    between: str = ""  # the same as module and function: view → text
    is_json: bool = False
    is_lines: bool = False  # an article a line, so that a file of them can be continued
    header: str = ""  # module and function: view → what stands before the first article
    footer: str = ""  # the same, behind the last
    # whether articles are the items of a JSON array, or stand between header and footer
    array: Literal["", "several", "always"] = ""
    alone: bool = False  # whether each article is a document, so that several are a file each
    files: int = 1  # of an article, one for each ending
    container: str = ""  # module and class: function that takes bytes → an object with write and close
    package: str = ""  # that the extra of its name brings
    selects: bool = True  # whether it can show only the fields that are asked for
    explains: bool = False  # whether it can show an explanation
    by_name: bool = False  # whether only its name means it, and no ending does


FORMATS = {
    format.name: format
    for format in (  # of those that have an ending in common, the first is meant by it
        Format("json", "json.write", (".json",), is_json=True, explains=True),
        Format("jsonl", "json.write_line", (".jsonl", ".ndjson"), is_json=True, is_lines=True, explains=True),
        Format("text", "text.write", (".txt", ".text"), between="text.between", explains=True),
        Format("pretty", "pretty.write", (".txt",), between="pretty.between", explains=True),
        Format("csv", "csv.write", (".csv",), header="csv.header"),
        Format("tsv", "csv.write_tsv", (".tsv",), header="csv.header_tsv"),
        Format("md", "markdown.write", (".md",), alone=True, selects=False),
        Format("schema-org", "schema_org.write", (".jsonld", ".json"), array="several", selects=False),
        Format("csl-json", "csl_json.write", (".json",), array="always", selects=False),
        Format(
            "html", "html.write", (".html", ".htm"), "\n", header="html.header", footer="html.footer",
            selects=False,
        ),
        Format(
            "parquet", "parquet.write", (".parquet",), container="parquet.Table", package="pyarrow",
            selects=False,
        ),
        Format("ninjs", "ninjs.write", (".json",), alone=True, selects=False, by_name=True),
        Format("nitf", "nitf.write", (".xml",), alone=True, selects=False, by_name=True),
        Format(
            "tei", "tei.write", (".xml",), header="tei.header", footer="tei.footer", array="several",
            selects=False, by_name=True,
        ),
        Format("labelstudio", "labelstudio.write", (".json",), array="always", selects=False, by_name=True),
        Format("doccano", "doccano.write", (".jsonl",), is_lines=True, selects=False, by_name=True),
        Format("iob", "iob.write", (".conll", ".iob", ".txt"), selects=False, by_name=True),
        Format("brat", "brat.write", (".ann", ".txt"), alone=True, files=2, selects=False, by_name=True),
    )
}  # fmt: skip


def ending(path: str) -> str:
    """The ending of a file's name that says what is in it, in lower case; that of gzip data is none."""
    return os.path.splitext(path.lower().removesuffix(".gz"))[1]


def by_ending(path: str) -> list[str]:
    """The formats that a file of this name may hold, the likeliest first."""
    formats = (format for format in FORMATS.values() if format.files == 1)
    return [format.name for format in formats if ending(path) in format.endings]


def write(article: Article, format: str, view: View | None = None) -> str:
    """The article in one of FORMATS, with its last line break.

    One of several files has NEXT_FILE between them; of a binary format it is a line for its container.
    """
    return str(_named(FORMATS[format].writer)(article, view or View()))


def _named(name: str) -> Callable[..., Any]:
    """A function or a class of one of the modules of this package, by module.name."""
    module, _, function = name.partition(".")
    found: Callable[..., Any] = getattr(import_module(f"{__name__}.{module}"), function)
    return found


class Stream:
    """Articles in one stream, which gets them as text or, of a binary format, as bytes."""

    def __init__(self, put: Callable[[str | bytes], None], format: str, view: View, array: bool = False):
        container = FORMATS[format].container
        self._container: Any = _named(container)(put) if container else None
        self._put = put
        self._frame = frame(format, view, array)
        self._empty = True

    def write(self, text: str) -> None:
        """Add what `write` made of an article."""
        if self._container:
            self._container.write(text)
        else:
            if self._frame.closing:
                text = text.removesuffix("\n")
            self._put((self._frame.opening if self._empty else self._frame.separator) + text)
        self._empty = False

    def close(self) -> None:
        """Add what stands behind the articles, where there are any."""
        if self._container:
            self._container.close()
        elif not self._empty and self._frame.closing:
            self._put(self._frame.closing)


def contents(text: str, format: str, view: View) -> list[str | bytes]:
    """What the files of an article hold that has files of its own, given what `write` made of it: one each
    of the first endings of its format.
    """
    if FORMATS[format].files > 1:
        return list(text.split(NEXT_FILE, FORMATS[format].files - 1))
    pieces: list[Any] = []
    stream = Stream(pieces.append, format, view)
    stream.write(text)
    stream.close()
    return [(b"" if FORMATS[format].container else "").join(pieces)]


class Frame(NamedTuple):
    """What stands before, between and behind the articles of one stream."""

    opening: str = ""
    separator: str = ""
    closing: str = ""


def frame(format: str, view: View, array: bool = False) -> Frame:
    """The frame of articles in a format; as an `array`, several articles are one value."""
    found = FORMATS[format]
    array = array or found.array == "always"
    if array and not found.header:
        return Frame("[\n", ",\n", "\n]\n")
    if found.array and not array:
        return Frame()
    functions = (found.header, found.between, found.footer)
    opening, between, closing = (str(_named(name)(view)) if name else "" for name in functions)
    return Frame(opening, between or found.separator, closing)
