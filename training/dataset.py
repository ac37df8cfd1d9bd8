"""Labelled texts to examples: the pieces' evidence, by the program's own steps, and the label of each piece."""

from __future__ import annotations

import gzip
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import chain
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from newsparse.pipeline import featurize
from newsparse.readers.html import read_page
from newsparse.readers.source import Source
from newsparse.readers.text import read_text
from newsparse.segment.features import PLAIN
from newsparse.segment.model import LABELS
from newsparse.segment.split import Segment
from training.corpus import Labelled, Part
from training.projection import carried

UNKNOWN = -1  # in place of a label: nobody said
NEAR = 6  # pieces


class Example(msgspec.Struct, frozen=True):
    """A text's pieces, what the cues see of each, and each one's place in LABELS (UNKNOWN where nobody said).

    `is_page` says that the pieces are those of the page; the last `hints` of a piece's evidence are what its mark-up says. `folds` and
    `fold` are as in Labelled.
    """

    id: str
    publisher: str
    folds: tuple[int, ...]
    fold: int | None
    is_page: bool
    pieces: list[Segment]
    evidence: list[list[str]]
    hints: list[int]
    labels: NDArray[np.int64]


def example(labelled: Labelled) -> Example:
    """The example that a labelled text makes."""
    return _example(labelled, read_text(labelled.text), labelled.parts)


def page_example(labelled: Labelled) -> Example:
    """The example that a labelled text's page makes: the pieces to which labels carry over, and their neighbours."""
    assert labelled.page
    source = read_page(gzip.decompress(labelled.page.read_bytes()))
    whole = _example(labelled, source, carried(labelled.text, labelled.parts, source.text))
    known = np.flatnonzero(whole.labels != UNKNOWN)
    near = np.unique((known[:, None] + np.arange(-NEAR, NEAR + 1)).clip(0, len(whole.labels) - 1)).tolist()
    return msgspec.structs.replace(
        whole,
        pieces=[whole.pieces[i] for i in near],
        evidence=[whole.evidence[i] for i in near],
        hints=[whole.hints[i] for i in near],
        labels=whole.labels[near],
    )


def _example(labelled: Labelled, source: Source, parts: Sequence[Part]) -> Example:
    _, pieces, evidence = featurize(source)
    labels = _labels(source.text, parts, pieces)
    hints = [len(source.markup(piece.start, piece.end)) if source.markup else 0 for piece in pieces]
    return Example(
        labelled.id, labelled.publisher, labelled.folds, labelled.fold, source.markup is not None, pieces, evidence, hints, labels
    )


def examples(labelled: Sequence[Labelled], pages: Sequence[Labelled] = ()) -> list[Example]:
    """The examples of texts and of pages, made on all cores."""
    with ProcessPoolExecutor() as pool:
        return [*pool.map(example, labelled, chunksize=16), *pool.map(page_example, pages, chunksize=16)]


def _labels(text: str, parts: Iterable[Part], pieces: Sequence[Segment]) -> NDArray[np.int64]:
    """For each piece the label of most of its characters."""
    at = np.full(len(text), UNKNOWN, np.int8)
    for part in parts:
        at[part.start : part.end] = LABELS.index(part.label)
    found = np.full(len(pieces), UNKNOWN, np.int64)
    for i, piece in enumerate(pieces):
        here = at[piece.start : piece.end]
        told = here[here != UNKNOWN]
        if len(told):
            found[i] = np.bincount(told).argmax()
    return found


def vocabulary(given: Sequence[Example], least: int) -> dict[str, int]:
    """A row for each piece of evidence that at least `least` publishers show: what only one has does not carry over."""
    seen: defaultdict[str, set[str]] = defaultdict(set)
    for one in given:
        for piece in one.evidence:
            for cue in piece:
                if len(seen[cue]) < least:
                    seen[cue].add(one.publisher)
    seen.pop(PLAIN, None)  # what follows from it is set, not learned
    return {cue: row for row, cue in enumerate(cue for cue, publishers in seen.items() if len(publishers) >= least)}


class Rows(NamedTuple):
    """The vocabulary's rows of the evidence of pieces, one behind the other; those of piece i begin at `starts[i]`, (pieces + 1,)."""

    flat: NDArray[np.int32]
    starts: NDArray[np.int32]

    def part(self, a: int, b: int) -> Rows:
        """The rows of pieces a to b, b not included."""
        starts = self.starts[a : b + 1]
        return Rows(self.flat[starts[0] : starts[-1]], starts - starts[0])


def rows(evidence: Iterable[Sequence[str]], known: dict[str, int]) -> Rows:
    """The vocabulary's rows of each piece's evidence."""
    found = [[known[cue] for cue in piece if cue in known] for piece in evidence]
    starts = np.cumsum([0, *map(len, found)], dtype=np.int32)
    return Rows(np.fromiter(chain.from_iterable(found), np.int32, starts[-1]), starts)


def bare(one: Example) -> list[list[str]]:
    """The evidence of each piece without what the mark-up says."""
    return [seen[: len(seen) - hints] for seen, hints in zip(one.evidence, one.hints, strict=True)]


def counts(given: Iterable[Example]) -> Counter[int]:
    """How many pieces bear each label."""
    return Counter(int(label) for one in given for label in one.labels if label >= 0)
