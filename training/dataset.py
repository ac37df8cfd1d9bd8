"""Labelled texts to examples: the features of each segment, by the program's own steps,
and the label of each segment.
"""

from __future__ import annotations

import gzip
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import chain, repeat
from random import Random
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from newsparse.pipeline import featurize
from newsparse.readers.html import read_page
from newsparse.readers.source import Source
from newsparse.readers.text import read_text
from newsparse.segment.features import PLAIN, VECTOR
from newsparse.segment.model import LABELS
from newsparse.segment.split import Segment
from training.corpus import LabelledSpan, LabelledText, training_texts
from training.projection import project_labels
from training.views import Lines, furniture, lines_of, view

VIEWS = 4  # of a text, beside itself
MAX_BOXES = 300  # of a fold, from which its texts choose
# features that are words: those of views alone are invented, and not learned
LEXICAL = ("w", "W", "z", "line=")
UNKNOWN = -1  # in place of a label: the segment has none
CONTEXT = 6  # segments kept on either side of each labelled one of a page; set by hand


class Example(msgspec.Struct, frozen=True):
    """A text's segments, the features of each, and the index of each one's label in LABELS (UNKNOWN where it
    has none).

    `is_page`: the segments are those of the page. The last `n_markup[i]` features of segment i come from its
    mark-up. `folds` and `fold` are those of LabelledText.
    """

    id: str
    publisher: str
    folds: tuple[int, ...]
    fold: int | None
    is_page: bool
    segments: Sequence[Segment]
    features: list[list[str]]
    n_markup: list[int]
    labels: NDArray[np.int64]
    views: tuple[tuple[list[list[str]], NDArray[np.int64]], ...] = ()


def load_examples(texts: Sequence[LabelledText] | None = None) -> list[Example]:
    """The examples of texts, by default of all to train on, and of the pages of those that have one."""
    texts = training_texts() if texts is None else texts
    return make_examples(texts, [text for text in texts if text.page])


def make_examples(texts: Sequence[LabelledText], pages: Sequence[LabelledText] = ()) -> list[Example]:
    """The examples of texts and of pages, made on all cores."""
    boxes = _boxes(texts)
    own = [boxes[text.folds, text.language] for text in texts]
    with ProcessPoolExecutor() as pool:
        return [
            *pool.map(text_example, texts, own, repeat(VIEWS), chunksize=16),
            *pool.map(page_example, pages, chunksize=16),
        ]


def text_example(labelled: LabelledText, boxes: Sequence[Lines] = (), views: int = 0) -> Example:
    """The example of a labelled text, with a number of views of it; `boxes` as for `view`."""
    example = _example(labelled, read_text(labelled.text), labelled.spans)
    rng = Random(labelled.id)
    made = []
    for _ in range(views):
        text, spans = view(labelled.text, labelled.spans, labelled.language == "en", boxes, rng)
        if text.strip():
            other = _example(labelled, read_text(text), spans)
            made.append((other.features, other.labels))
    return msgspec.structs.replace(example, views=tuple(made))


def relabelled(example: Example, text: str, spans: Sequence[LabelledSpan]) -> Example:
    """The same text with other labels."""
    return msgspec.structs.replace(example, labels=_segment_labels(text, spans, example.segments))


def page_example(labelled: LabelledText) -> Example:
    """The example of a labelled text's page: the segments onto which labels are projected,
    and CONTEXT segments around each.
    """
    assert labelled.page
    source = read_page(gzip.decompress(labelled.page.read_bytes()))
    page = _example(labelled, source, project_labels(labelled.text, labelled.spans, source.text))
    known = np.flatnonzero(page.labels != UNKNOWN)
    kept = np.unique(
        (known[:, None] + np.arange(-CONTEXT, CONTEXT + 1)).clip(0, len(page.labels) - 1)
    ).tolist()
    return msgspec.structs.replace(
        page,
        segments=[page.segments[i] for i in kept],
        features=[page.features[i] for i in kept],
        n_markup=[page.n_markup[i] for i in kept],
        labels=page.labels[kept],
    )


def _example(labelled: LabelledText, source: Source, spans: Sequence[LabelledSpan]) -> Example:
    _, segments, extracted = featurize(source)
    features = extracted.names()
    return Example(
        id=labelled.id,
        publisher=labelled.publisher,
        folds=labelled.folds,
        fold=labelled.fold,
        is_page=source.markup is not None,
        segments=segments,
        features=features,
        n_markup=[
            len(source.markup(segment.start, segment.end)) if source.markup else 0 for segment in segments
        ],
        labels=_segment_labels(source.text, spans, segments),
    )


def _boxes(texts: Iterable[LabelledText]) -> dict[tuple[tuple[int, ...], str], list[Lines]]:
    """Boxes of furniture for the texts of each fold and language: from the texts of the same fold, and from
    those that are judged in none, in the same language.
    """
    found: defaultdict[tuple[tuple[int, ...], str], list[Lines]] = defaultdict(list)
    for text in texts:
        found[text.folds, text.language] += furniture(lines_of(text.text, text.spans))
    unjudged = {language: boxes for (folds, language), boxes in found.items() if not folds}
    rng = Random(0)
    return {
        (folds, language): _some([*boxes, *(unjudged.get(language, []) if folds else [])], rng)
        for (folds, language), boxes in found.items()
    }


def _some(boxes: Sequence[Lines], rng: Random) -> list[Lines]:
    return rng.sample(boxes, min(len(boxes), MAX_BOXES))


def _segment_labels(
    text: str, spans: Iterable[LabelledSpan], segments: Sequence[Segment]
) -> NDArray[np.int64]:
    """For each segment the label of most of its labelled characters, (segments,)."""
    character_labels = np.full(len(text), UNKNOWN, np.int8)
    for span in spans:
        character_labels[span.start : span.end] = LABELS.index(span.label)
    labels = np.full(len(segments), UNKNOWN, np.int64)
    for i, segment in enumerate(segments):
        own = character_labels[segment.start : segment.end]
        own = own[own != UNKNOWN]
        if len(own):
            labels[i] = np.bincount(own).argmax()
    return labels


def train_folds(fold: int, examples: Sequence[Example]) -> list[Example]:
    """The examples that share no publisher with a fold."""
    return [example for example in examples if example.fold != fold and fold not in example.folds]


def test_fold(fold: int, examples: Sequence[Example]) -> list[Example]:
    """The texts of a fold."""
    return [example for example in examples if example.folds == (fold,) and not example.is_page]


def build_vocabulary(
    examples: Sequence[Example], min_publishers: int, words: Sequence[str] = ()
) -> dict[str, int]:
    """A row for each feature that at least `min_publishers` publishers show: one that few show does not carry
    over. Then a row for each of the words that have a vector, whoever shows them.
    """
    publishers: defaultdict[str, set[str]] = defaultdict(set)
    for example in examples:
        shown = chain.from_iterable(example.features)
        invented = chain.from_iterable(chain.from_iterable(features for features, _ in example.views))
        for feature in chain(shown, (feature for feature in invented if not feature.startswith(LEXICAL))):
            if len(publishers[feature]) < min_publishers:
                publishers[feature].add(example.publisher)
    publishers.pop(PLAIN, None)  # its row is set, not trained
    kept = [
        feature
        for feature, names in publishers.items()
        if len(names) >= min_publishers and not feature.startswith(VECTOR)
    ]
    return {feature: row for row, feature in enumerate([*kept, *(VECTOR + word for word in words)])}


class FeatureRows(NamedTuple):
    """The vocabulary's rows of the features of segments, one behind the other; those of segment i begin at
    `starts[i]`.

    Shapes: `flat` (features of all segments,), `starts` (segments + 1,).
    """

    flat: NDArray[np.int32]
    starts: NDArray[np.int32]

    def slice(self, start: int, stop: int) -> FeatureRows:
        """The rows of segments `start` to `stop`, `stop` not included."""
        starts = self.starts[start : stop + 1]
        return FeatureRows(self.flat[starts[0] : starts[-1]], starts - starts[0])


def feature_rows(features: Iterable[Sequence[str]], vocabulary: dict[str, int]) -> FeatureRows:
    """The vocabulary's rows of each segment's features; a feature that the vocabulary lacks has none."""
    rows = [[vocabulary[feature] for feature in segment if feature in vocabulary] for segment in features]
    starts = np.cumsum([0, *map(len, rows)], dtype=np.int32)
    return FeatureRows(np.fromiter(chain.from_iterable(rows), np.int32, starts[-1]), starts)


def without_markup(example: Example) -> list[list[str]]:
    """The features of each segment but for those of the mark-up."""
    return [
        features[: len(features) - n] for features, n in zip(example.features, example.n_markup, strict=True)
    ]


def label_counts(examples: Iterable[Example]) -> Counter[int]:
    """How many segments bear each label."""
    return Counter(int(label) for example in examples for label in example.labels if label != UNKNOWN)
