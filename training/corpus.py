"""The labelled texts: those given with the project's data, our labels of further pages, and articles written for training.

The first two need the data folder beside the project; its texts are other people's, so that here only offsets and labels stand.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from newsparse.article import Label

HERE = Path(__file__).parent
SHARED = Path(os.environ.get("NEWSPARSE_DATA", HERE.parents[1] / "shared"))
DEV, DEV_PAGES = SHARED / "gold" / "dev.jsonl", SHARED / "gold" / "html"
HTML, HTML_PAGES = SHARED / "html" / "dev.jsonl", SHARED / "html" / "pages"
LABELS_FILE, WRITTEN, RESULTS = HERE / "data" / "labels.jsonl", HERE / "data" / "written", HERE / "results"
FOLDS_FILE = HERE / "data" / "folds.json"  # the fold of each page of html/dev.jsonl; a publisher of dev.jsonl has one fold in both

_PART = re.compile(r"«(\w+)»")


class Part(NamedTuple):
    """`text[start:end]` is a `label`."""

    start: int
    end: int
    label: Label


class Labelled(msgspec.Struct, frozen=True):
    """A text and its parts.

    `folds` are those of dev.jsonl whose publishers it shares, so that it teaches nothing when they are judged; `fold` is the one in
    which its page is judged, `page` the file of that.
    """

    id: str
    publisher: str
    folds: tuple[int, ...]
    text: str
    parts: tuple[Part, ...]
    fold: int | None = None
    page: Path | None = None


class PageLabels(msgspec.Struct, frozen=True):
    """A row of labels.jsonl: the labels of a page's text as `style` renders it (`sha256` of its UTF-8)."""

    id: str
    publisher: str
    folds: tuple[int, ...]
    style: str
    sha256: str
    parts: tuple[Part, ...]


class _Span(msgspec.Struct):
    start: int
    end: int
    label: Label


class Truth(msgspec.Struct, frozen=True):
    """A row of dev.jsonl, as far as training reads it."""

    id: str
    publisher: str
    fold: int
    text: str
    spans: tuple[_Span, ...]
    article: bool = True
    authors: tuple[str, ...] = ()
    published: str | None = None
    updated: str | None = None


def truths() -> list[Truth]:
    """The rows of dev.jsonl."""
    with open(DEV, "rb") as lines:
        return [msgspec.json.decode(line, type=Truth) for line in lines]


def dev(rows: Iterable[Truth]) -> list[Labelled]:
    """The rows of dev.jsonl as texts to learn from."""
    found = []
    for row in rows:
        page = DEV_PAGES / f"{row.id}.html.gz"
        parts = tuple(Part(span.start, span.end, span.label) for span in row.spans)
        found.append(Labelled(row.id, row.publisher, (row.fold,), row.text, parts, row.fold, page if page.exists() else None))
    return found


def pages() -> Iterator[Labelled]:
    """The pages that we labelled, rendered anew. Raises ValueError for one whose text is not what was labelled."""
    from training.dom_text import render

    folds = page_folds()
    with open(LABELS_FILE, "rb") as lines:
        for line in lines:
            row = msgspec.json.decode(line, type=PageLabels)
            page = HTML_PAGES / f"{row.id}.html.gz"
            text = render(gzip.decompress(page.read_bytes()), row.style)
            if hashlib.sha256(text.encode()).hexdigest() != row.sha256:
                raise ValueError(f"{row.id}: not the text that was labelled")
            yield Labelled(row.id, row.publisher, row.folds, text, row.parts, folds[row.id], page)


def page_folds() -> dict[str, int]:
    """The fold of each page of html/dev.jsonl; a KeyError for another page is one that folds.json lacks."""
    return msgspec.json.decode(FOLDS_FILE.read_bytes(), type=dict[str, int])


def written() -> Iterator[Labelled]:
    """The articles written for training, every part opened by its label in «»."""
    for path in sorted(WRITTEN.glob("*.txt")):
        text, parts = unmarked(path.read_text("utf-8"))
        yield Labelled(path.stem, path.stem, (), text, parts)


def unmarked(marked: str) -> tuple[str, tuple[Part, ...]]:
    """A marked text without its marks, and its parts. Raises msgspec.ValidationError for a mark that is no label."""
    pieces = _PART.split(marked)
    text, parts = pieces[0], []
    for label, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        start = len(text) + len(piece) - len(piece.lstrip())
        parts.append(Part(start, len(text) + len(piece.rstrip()), msgspec.convert(label, Label)))
        text += piece
    return text, tuple(part for part in parts if part.start < part.end)
