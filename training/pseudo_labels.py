"""Pages without labels, labelled by teachers: what the weights that ship learn from beside the labelled
texts (pseudo-labels: Lee 2013).

    python -m training.pseudo_labels

makes the file anew. A teacher is an ensemble that learned from the labelled texts and pages. It reads the
pages with their mark-up, and what it is sure of is taught to a reader of their bare text. There is a teacher
for each fold, which learned from no publisher of that fold, and one for the weights that ship. Some forty
minutes on two cores.
"""

from __future__ import annotations

import gzip
from collections import defaultdict
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from random import Random

import msgspec

from newsparse.article import Span
from newsparse.pipeline import analyse
from newsparse.readers.html import read_page
from newsparse.segment.model import Weights, spans
from training.config import TEACHER
from training.corpus import (
    PSEUDO_LABELS,
    UNLABELLED,
    UNLABELLED_HTML,
    LabelledSpan,
    LabelledText,
    gold_articles,
    page_folds,
    page_publishers,
)
from training.dataset import Example, load_examples, relabelled, text_example, train_folds
from training.dom_text import copied_text
from training.projection import project_labels
from training.trainer import train_ensembles

SURE = 0.7  # confidence from which a teacher's label is taught; set by hand
MIN_BODY = 500  # characters of body that a page must have, else it is no article; set by hand
MAX_CHARS = 60_000  # of a text; a longer one is a list or a thread
ALL = "all"  # the teacher of the weights that ship
FOLDS = range(5)

# the examples of each teacher, by its fold or ALL
Taught = Mapping[str, list[Example]]


class PseudoLabelled(msgspec.Struct, frozen=True):
    """A page's text as `style` renders it, and the spans that each teacher is sure of, by its fold or ALL;
    `folds` as for LabelledText.
    """

    id: str
    publisher: str
    folds: tuple[int, ...]
    style: str
    spans: dict[str, tuple[LabelledSpan, ...]]


class UnlabelledPage(msgspec.Struct, frozen=True):
    """A row of UNLABELLED, as far as training reads it."""

    id: str
    publisher: str


def load_taught() -> Taught:
    """The examples of each teacher. Raises FileNotFoundError where the file was not made."""
    with gzip.open(PSEUDO_LABELS) as lines:
        rows = [msgspec.json.decode(line, type=PseudoLabelled) for line in lines]
    taught: defaultdict[str, list[Example]] = defaultdict(list)
    with ProcessPoolExecutor() as pool:
        for own in pool.map(_examples, rows, chunksize=16):
            for teacher, example in own.items():
                taught[teacher].append(example)
    return taught


def _examples(row: PseudoLabelled) -> dict[str, Example]:
    text = copied_text(_html(row.id), row.style)
    example = text_example(LabelledText(row.id, row.publisher, row.folds, text, ()))
    return {teacher: relabelled(example, text, own) for teacher, own in row.spans.items()}


def _html(name: str) -> bytes:
    return gzip.decompress((UNLABELLED_HTML / f"{name}.html.gz").read_bytes())


def pseudo_label(
    page: UnlabelledPage, folds: tuple[int, ...], teachers: Mapping[str, Weights]
) -> PseudoLabelled | None:
    """A page's text with the labels of each teacher; None for a page that can't be read, or is too long."""
    html, style = _html(page.id), "copy_article" if Random(page.id).random() < 0.25 else "copy_page"
    try:
        source, text = read_page(html), copied_text(html, style)
    except (ValueError, AttributeError):  # of lxml, and of the copy where there is no body
        return None
    if max(len(text), len(source.text)) > MAX_CHARS or not text.strip():
        return None
    found: dict[str, tuple[LabelledSpan, ...]] = {}
    for teacher, weights in teachers.items():
        analysis = analyse(source, weights)
        own = spans(analysis.segments, analysis.probabilities)
        if sum(span.end - span.start for span in own if span.label == "body") >= MIN_BODY:
            found[teacher] = project_labels(source.text, _sure(own), text)
    return PseudoLabelled(page.id, page.publisher, folds, style, found)


def _sure(found: tuple[Span, ...]) -> list[LabelledSpan]:
    return [LabelledSpan(span.start, span.end, span.label) for span in found if span.confidence >= SURE]


def publisher_key(publisher: str) -> str:
    """What a publisher's name and its domain have in common."""
    return publisher.lower().removeprefix("www.").split(".")[0]


def publisher_folds() -> dict[str, tuple[int, ...]]:
    """The folds in which each publisher is tested, by its key."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for article in gold_articles():
        found[publisher_key(article.publisher)].add(article.fold)
    folds = page_folds()
    for page, publisher in page_publishers():
        found[publisher_key(publisher)].add(folds[page])
    return {key: tuple(sorted(own)) for key, own in found.items()}


def unlabelled_pages() -> list[UnlabelledPage]:
    """The rows of UNLABELLED."""
    with open(UNLABELLED, "rb") as lines:
        return [msgspec.json.decode(line, type=UnlabelledPage) for line in lines]


def main() -> None:
    examples = load_examples()
    sets = [*(train_folds(fold, examples) for fold in FOLDS), examples]
    teachers = dict(zip([*map(str, FOLDS), ALL], train_ensembles(sets, TEACHER), strict=True))
    pages, folds = unlabelled_pages(), publisher_folds()
    own = [folds.get(publisher_key(page.publisher), ()) for page in pages]
    PSEUDO_LABELS.parent.mkdir(exist_ok=True)
    with ProcessPoolExecutor() as pool, gzip.open(PSEUDO_LABELS, "wb") as stream:
        for row in pool.map(pseudo_label, pages, own, repeat(teachers), chunksize=64):
            if row and row.spans:
                stream.write(msgspec.json.encode(row) + b"\n")


if __name__ == "__main__":
    main()
