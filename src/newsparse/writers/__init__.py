"""Article to text, a format a module; each is imported when it is first asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from newsparse.article import Article

FORMATS = ("json", "jsonl", "pretty", "text")
FIELDS = (
    "headline", "kicker", "deck", "highlights", "byline", "published", "updated", "dateline", "captions", "body",
    "credits", "notes", "media", "bio", "related", "tags", "copyright", "url", "site", "section", "language", "image", "confidence",
    "source", "spans",
)  # fmt: skip


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


def write(article: Article, form: str, view: View | None = None) -> str:
    """The article in one of FORMATS, with its last line break."""
    render = import_module(f"{__name__}.{form}").write
    return str(render(article, view or View()))


def between(form: str, view: View) -> str:
    """What stands between two articles: nothing in JSON, nor where one field with an item a line is asked for."""
    listed = form == "text" and len(view.only) == 1 and view.only[0] != "body"
    return "" if form in ("json", "jsonl") or listed else "\n"
