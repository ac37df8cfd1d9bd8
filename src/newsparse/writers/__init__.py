"""Article to text, a format a module; each is imported when it is first asked for."""

from __future__ import annotations

from importlib import import_module
from typing import NamedTuple

from newsparse.article import Article

FIELDS = Article.__struct_fields__


class View(NamedTuple):
    """What to show of an article and how: the fields (all, where `only` is empty), the spans too, columns, and colour."""

    only: tuple[str, ...] = ()
    spans: bool = False
    width: int = 80
    color: bool = False

    def fields(self) -> tuple[str, ...]:
        """The fields to show, in the order of the contract."""
        if self.only:
            return tuple(field for field in FIELDS if field in self.only)
        return FIELDS if self.spans else FIELDS[:-1]


class Format(NamedTuple):
    """A format that articles are written in."""

    name: str
    writer: str  # module and function of this package: (article, view) → text with its last line break
    ending: str  # of a file that holds it
    separator: str = ""  # between two articles
    is_json: bool = False
    is_lines: bool = False  # an article a line, so that a file of them can be continued


FORMATS = {
    format.name: format
    for format in (
        Format("json", "json.write", ".json", is_json=True),
        Format("jsonl", "json.write_line", ".jsonl", is_json=True, is_lines=True),
        Format("pretty", "pretty.write", ".txt", separator="\n"),
        Format("text", "text.write", ".txt", separator="\n"),
    )
}


def write(article: Article, format: str, view: View | None = None) -> str:
    """The article in one of FORMATS, with its last line break."""
    module, _, function = FORMATS[format].writer.partition(".")
    return str(getattr(import_module(f"{__name__}.{module}"), function)(article, view or View()))


def separator(format: str, view: View) -> str:
    """What stands between two articles: nothing where one field with an item a line is asked for as text."""
    listed = format == "text" and len(view.only) == 1 and view.only[0] != "body"
    return "" if listed else FORMATS[format].separator
