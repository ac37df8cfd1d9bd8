"""The labelled texts: those of the data folder, labels of further pages, and articles that were written for
training.

The first two need the data folder beside the project. Its texts are other people's, so that only offsets and
labels stand here.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import msgspec

from newsparse.article import Label
from newsparse.languages.detect import detect
from training.dom_text import copied_text

HERE = Path(__file__).parent
SHARED = Path(os.environ.get("NEWSPARSE_DATA", HERE.parents[1] / "shared"))
GOLD, GOLD_HTML = SHARED / "gold" / "gold.jsonl", SHARED / "gold" / "html"
PAGES, PAGES_HTML = SHARED / "html" / "dev.jsonl", SHARED / "html" / "pages"
UNLABELLED = SHARED / "html" / "unlabelled" / "unlabelled.jsonl"
UNLABELLED_HTML = SHARED / "html" / "unlabelled" / "pages"
PSEUDO_LABELS = HERE / "cache" / "pseudo_labels.jsonl.gz"  # not committed: training.pseudo_labels makes it
LABELS_FILE, WRITTEN, RESULTS = HERE / "data" / "labels.jsonl", HERE / "data" / "written", HERE / "results"
# the fold of each page of PAGES; a publisher of GOLD has one fold in both
FOLDS_FILE = HERE / "data" / "folds.json"

SMALL_STEP = 12  # every so many-th written article is one of the few that the small recipe learns from
FOLD_COUNT = 5

_MARK = re.compile(r"«(\w+)»")


class LabelledSpan(NamedTuple):
    """`text[start:end]` is a `label`."""

    start: int
    end: int
    label: Label


class LabelledText(msgspec.Struct, frozen=True):
    """A text and its labelled spans.

    `folds` are the folds of GOLD that hold texts of its publisher: it is left out of training when one of
    them is tested. `fold` is the fold in which its page is tested, `page` the page's file. `language` is the
    code of the language that it is read in.
    """

    id: str
    publisher: str
    folds: tuple[int, ...]
    text: str
    spans: tuple[LabelledSpan, ...]
    fold: int | None = None
    page: Path | None = None
    language: str = "en"


class PageLabels(msgspec.Struct, frozen=True):
    """A row of labels.jsonl: the labels of a page's text as `style` renders it (`sha256` of its UTF-8)."""

    id: str
    publisher: str
    folds: tuple[int, ...]
    style: str
    sha256: str
    spans: tuple[LabelledSpan, ...] = msgspec.field(name="parts")


class _SpanObject(msgspec.Struct):
    start: int
    end: int
    label: Label


class GoldArticle(msgspec.Struct, frozen=True):
    """A row of GOLD, as far as training reads it."""

    id: str
    publisher: str
    fold: int
    text: str
    spans: tuple[_SpanObject, ...]
    article: bool = True
    lang: str = "en"
    authors: tuple[str, ...] = ()
    published: str | None = None
    updated: str | None = None


def gold_articles() -> list[GoldArticle]:
    """The rows of GOLD. Raises SystemExit where there is no data folder."""
    if not GOLD.exists():
        raise SystemExit(
            f"no {GOLD.name} in {GOLD.parent}: the variable NEWSPARSE_DATA names the data folder, "
            "and --small needs none"
        )
    with open(GOLD, "rb") as lines:
        return [msgspec.json.decode(line, type=GoldArticle) for line in lines]


def gold_texts(articles: Iterable[GoldArticle], pages: Path | None = GOLD_HTML) -> list[LabelledText]:
    """Rows of GOLD as texts to train on; `pages` is the folder of the pages that some were made of."""
    texts = []
    for row in articles:
        page = pages / f"{row.id}.html.gz" if pages else None
        spans = tuple(LabelledSpan(span.start, span.end, span.label) for span in row.spans)
        texts.append(
            LabelledText(
                row.id,
                row.publisher,
                (row.fold,),
                row.text,
                spans,
                row.fold,
                page if page and page.exists() else None,
                row.lang,
            )
        )
    return texts


def labelled_pages() -> Iterator[LabelledText]:
    """The pages of labels.jsonl, rendered anew. Raises ValueError for one whose text is not the text that was
    labelled.
    """
    folds = page_folds()
    with open(LABELS_FILE, "rb") as lines:
        for line in lines:
            row = msgspec.json.decode(line, type=PageLabels)
            page = PAGES_HTML / f"{row.id}.html.gz"
            text = copied_text(gzip.decompress(page.read_bytes()), row.style)
            if hashlib.sha256(text.encode()).hexdigest() != row.sha256:
                raise ValueError(f"{row.id}: not the text that was labelled")
            language, fold = detect(text).read_in, folds[row.id]
            yield LabelledText(row.id, row.publisher, row.folds, text, row.spans, fold, page, language)


def page_folds() -> dict[str, int]:
    """The fold of each page of PAGES; a KeyError for another page is one that folds.json lacks."""
    return msgspec.json.decode(FOLDS_FILE.read_bytes(), type=dict[str, int])


def page_publishers() -> Iterator[tuple[str, str]]:
    """The id and the publisher of each page of PAGES."""
    with open(PAGES, "rb") as lines:
        for line in lines:
            row = msgspec.json.decode(line)
            yield row["id"], row["publisher"]


def written_articles() -> Iterator[LabelledText]:
    """The articles written for training, every part opened by its label in «»."""
    for path in sorted(WRITTEN.glob("*.txt")):
        text, spans = parse_marked(path.read_text("utf-8"))
        yield LabelledText(path.stem, path.stem, (), text, spans, language=detect(text).read_in)


def training_texts() -> list[LabelledText]:
    """All texts to train on, those of GOLD first."""
    return [*gold_texts(gold_articles()), *labelled_pages(), *written_articles()]


def small_texts() -> list[LabelledText]:
    """The texts of the small recipe: some of the written articles, dealt out to the folds."""
    return [
        msgspec.structs.replace(text, folds=(i % FOLD_COUNT,))
        for i, text in enumerate(islice(written_articles(), 0, None, SMALL_STEP))
    ]


def extra_texts(path: Path) -> list[LabelledText]:
    """The texts of a file in the format of GOLD, without pages. Their language is detected: not all inputs
    of a report state it.

    Raises SystemExit for a file that can't be read, and with the line of what is not in this format.
    """
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise SystemExit(f"{path}: {error.strerror}") from None
    articles = []
    for number, line in enumerate(lines, 1):
        try:
            article = msgspec.json.decode(line, type=GoldArticle)
        except msgspec.DecodeError as error:
            raise SystemExit(f"{path}, line {number}: {error}") from None
        for span in article.spans:
            if not 0 <= span.start < span.end <= len(article.text):
                raise SystemExit(f"{path}, line {number}: no part of the text: {span.start} to {span.end}")
        articles.append(article)
    return [
        msgspec.structs.replace(text, language=detect(text.text).read_in)
        for text in gold_texts(articles, None)
    ]


def parse_marked(marked: str) -> tuple[str, tuple[LabelledSpan, ...]]:
    """A marked text without its marks, and its spans.
    Raises msgspec.ValidationError for a mark that is no label.
    """
    pieces = _MARK.split(marked)
    text, spans = pieces[0], []
    for label, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        start = len(text) + len(piece) - len(piece.lstrip())
        spans.append(LabelledSpan(start, len(text) + len(piece.rstrip()), msgspec.convert(label, Label)))
        text += piece
    return text, tuple(span for span in spans if span.start < span.end)
