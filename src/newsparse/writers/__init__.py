"""Article to text, a format a module; each is imported when it is first asked for."""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib import import_module
from typing import Literal, NamedTuple

from newsparse.article import Article

FIELDS = Article.__struct_fields__
ON_REQUEST = ("spans", "text")  # shown only where they are asked for


class View(NamedTuple):
    """What to show of an article and how: the fields (all, where `only` is empty), the spans and the text
    too, in each span its own text, columns, and colour.
    """

    only: tuple[str, ...] = ()
    spans: bool = False
    span_text: bool = False
    width: int = 80
    color: bool = False

    def fields(self) -> tuple[str, ...]:
        """The fields to show, in the order of the contract."""
        if self.only:
            return tuple(field for field in FIELDS if field in self.only)
        return tuple(field for field in FIELDS if self.spans or field not in ON_REQUEST)


class Format(NamedTuple):
    """A format that articles are written in."""

    name: str
    writer: str  # module and function of this package: (article, view) → text with its last line break
    endings: tuple[str, ...]  # of the files that hold it; the first for those of a folder
    separator: str = ""  # between two articles
    is_json: bool = False
    is_lines: bool = False  # an article a line, so that a file of them can be continued
    header: str = ""  # module and function: view → what stands before the first article
    footer: str = ""  # the same, behind the last
    array: Literal["", "several", "always"] = ""  # whether articles are the items of a JSON array
    selects: bool = True  # whether it can show only the fields that are asked for
    explains: bool = False  # whether it can show an explanation


FORMATS = {
    format.name: format
    for format in (  # of those that have an ending in common, the first is meant by it
        Format("json", "json.write", (".json",), is_json=True, explains=True),
        Format("jsonl", "json.write_line", (".jsonl", ".ndjson"), is_json=True, is_lines=True, explains=True),
        Format("text", "text.write", (".txt", ".text"), separator="\n", explains=True),
        Format("pretty", "pretty.write", (".txt",), separator="\n", explains=True),
        Format("csv", "csv.write", (".csv",), header="csv.header"),
        Format("tsv", "csv.write_tsv", (".tsv",), header="csv.header_tsv"),
        Format("md", "markdown.write", (".md",), separator="\n", selects=False),
        Format("schema-org", "schema_org.write", (".jsonld", ".json"), array="several", selects=False),
        Format("csl-json", "csl_json.write", (".json",), array="always", selects=False),
        Format(
            "html", "html.write", (".html", ".htm"), "\n", header="html.header", footer="html.footer",
            selects=False,
        ),
    )
}  # fmt: skip


def ending(path: str) -> str:
    """The ending of a file's name that says what is in it, in lower case; that of gzip data is none."""
    return os.path.splitext(path.lower().removesuffix(".gz"))[1]


def by_ending(path: str) -> list[str]:
    """The formats that a file of this name may hold, the likeliest first."""
    return [format.name for format in FORMATS.values() if ending(path) in format.endings]


def write(article: Article, format: str, view: View | None = None) -> str:
    """The article in one of FORMATS, with its last line break."""
    return str(_function(FORMATS[format].writer)(article, view or View()))


def _function(name: str) -> Callable[..., object]:
    """A function of one of the modules of this package, by module.function."""
    module, _, function = name.partition(".")
    found: Callable[..., object] = getattr(import_module(f"{__name__}.{module}"), function)
    return found


class Frame(NamedTuple):
    """What stands before, between and behind the articles of one stream."""

    opening: str = ""
    separator: str = ""
    closing: str = ""

    def around(self, text: str) -> str:
        """The only article of a stream, with what stands before and behind it."""
        return self.opening + (text.removesuffix("\n") if self.closing else text) + self.closing


def frame(format: str, view: View, array: bool = False) -> Frame:
    """The frame of articles in a format; as an `array`, objects of JSON are one value."""
    if array or FORMATS[format].array == "always":
        return Frame("[\n", ",\n", "\n]\n")
    # an item a line, of all articles
    listed = format == "text" and len(view.only) == 1 and view.only[0] != "body"
    header, footer = FORMATS[format].header, FORMATS[format].footer
    opening, closing = (str(_function(name)(view)) if name else "" for name in (header, footer))
    return Frame(opening, "" if listed else FORMATS[format].separator, closing)
