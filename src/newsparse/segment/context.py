"""SegmentTokens to DocumentContext: what only the rest of the document shows of a segment.
 Where the prose lies, which words the prose uses (the echo), which line would make the best headline, and
under which heading a segment stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsparse.languages import Language
from newsparse.segment.arrays import Booleans, Integers, distinct
from newsparse.segment.document import Document
from newsparse.segment.split import Segment
from newsparse.segment.tokens import SegmentTokens

OPENERS = (
    "related", "marker", "tags", "comments", "media", "note", "signup", "bio", "copyright", "credits",
    "share", "contents", "faq", "ads",
)  # fmt: skip
LONG_OPENERS = frozenset(("bio", "copyright", "credits"))  # they open a heading of any length
MAX_HEADING = 9  # words of the other headings
ZONES = ("none", "before", "in", "after")  # where a segment stands to the prose
FAR = 99  # segments: there is no prose in that direction
MAX_GAP = 12  # segments between two of one run of prose; a player, a gallery or a box may be as long
FIRST = 30  # segments in which a text without prose may have its headline


class DocumentSegments(NamedTuple):
    """A document, its segments, and the names of what the mark-up shows of each."""

    document: Document
    segments: Sequence[Segment]
    markup: Sequence[tuple[str, ...]]


class DocumentContext:
    """What the segments of documents show of each other; the segments of a document stand behind those of the
        one before.
    An array is (segments,) unless it says otherwise. Of each segment, `document` is the place of its
    document, and `start` and `end` are where that one's segments begin and end.
    """

    def __init__(self, documents: Sequence[DocumentSegments], language: Language) -> None:
        self.documents = documents
        self.language = language
        self.segments = [segment for own in documents for segment in own.segments]
        texts = [
            own.document.text[segment.start : segment.end] for own in documents for segment in own.segments
        ]
        self.tokens = SegmentTokens(texts, language)
        self.size = len(texts)
        self.places = np.arange(self.size)
        self.starts = np.cumsum([0, *(len(own.segments) for own in documents)])  # (documents + 1,)
        self.document = np.repeat(np.arange(len(documents)), self.starts[1:] - self.starts[:-1])
        self.start, self.end = self.starts[self.document], self.starts[self.document + 1]
        self.line_counts = self._line_counts()
        self.content_segments, self.content_words, self.content_sizes = self._content()
        self.body_start, self.body_end, self.zone = self._zones()
        self.prose_echo, self.document_echo = self._prose_overlap()
        self.heading, self.heading_distance = self._headings()
        self.headline_candidate = self._headline_candidates()
        self.prose_before, self.prose_behind = self._prose_counts()
        self.prose_back, self.prose_ahead = self._prose_distances()

    def spans(self) -> Iterator[tuple[int, int]]:
        """Where the segments of each document begin and end."""
        return pairwise(self.starts.tolist())

    def _line_counts(self) -> Integers:
        """How often a segment's text stands in its document."""
        lines = list(map(str.lower, self.tokens.texts))
        repeated: list[int] = []
        for start, end in self.spans():
            counts = Counter(lines[start:end])
            repeated += [counts[line] for line in lines[start:end]]
        return np.array(repeated, np.int64)

    def _content(self) -> tuple[Integers, Integers, Integers]:
        """The pairs of a segment and a content word in it, in order, (pairs,) and (pairs,), and how many a
        segment has.

        A word is a number that stands for it in its document only.
        """
        tokens = self.tokens
        prefixes = tokens.table.column("prefix")[tokens.all.flat]
        held = np.flatnonzero(prefixes)
        segments, prefixes = tokens.all_segments[held].astype(np.int64), prefixes[held]
        if len(tokens.run_content):
            segments = np.concatenate([segments, tokens.run_content[:, 0]])
            prefixes = np.concatenate([prefixes, tokens.run_content[:, 1]])
        documents = self.document[segments]
        most = int(prefixes.max(initial=0)) + 1
        _, words = np.unique(documents * most + prefixes, return_inverse=True)
        n = int(words.max(initial=0)) + 1
        segments, words = np.divmod(distinct(segments * n + words), n)
        return segments, words, np.bincount(segments, minlength=self.size)

    def count_content(self, pairs: Booleans) -> Integers:
        """For how many of a segment's content words something is true, given for each pair, (pairs,)."""
        return np.bincount(self.content_segments[pairs], minlength=self.size)

    def _zones(self) -> tuple[Integers, Integers, Integers]:
        """The first and the last segment of the document's body, and the place in ZONES of each segment."""
        bodies = [
            _longest_prose_run(np.flatnonzero(self.tokens.prose[start:end]) + start, end)
            for start, end in self.spans()
        ]
        body_start, body_end = np.array(bodies, np.int64).reshape(-1, 2)[self.document].T
        zone = 1 + (self.places >= body_start) + (self.places > body_end)
        return body_start, body_end, np.where(body_end < 0, 0, zone)

    def _prose_overlap(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """The share of a segment's content words that stand in other prose, and in any other segment."""
        words, n = self.content_words, np.maximum(self.content_sizes, 1)
        in_prose = self.tokens.prose[self.content_segments]
        counts = np.bincount(words)
        prose_counts = np.bincount(words[in_prose], minlength=len(counts))
        return self.count_content(prose_counts[words] > in_prose) / n, self.count_content(
            counts[words] > 1
        ) / n

    def shares_with_next(self) -> Booleans:
        """Whether a segment has a content word in common with the next."""
        keys = np.sort(self.content_words * (self.size + 1) + self.content_segments)
        shared = np.zeros(self.size, np.bool_)
        shared[keys[:-1][keys[1:] - keys[:-1] == 1] % (self.size + 1)] = True
        return shared

    def _headings(self) -> tuple[Integers, Integers]:
        """The place in OPENERS of the last heading before each segment, -1 without one, and how many segments
        lie between.
        """
        kinds = np.full(self.size, -1)
        for segment, classes, _ in self.tokens.openings:
            short = self.tokens.n_words[segment] <= MAX_HEADING
            kind = next(
                (name for name in classes if name in OPENERS and (short or name in LONG_OPENERS)), None
            )
            if kind:
                kinds[segment] = OPENERS.index(kind)
        before = self._last(kinds >= 0)
        return np.where(before >= self.start, kinds[before], -1), self.places - before - 1

    def _last(self, true: Booleans) -> Integers:
        """The last segment before each for which it is true; less than the document's start where there is
        none.
        """
        last = np.maximum.accumulate(np.where(true, self.places, -1))
        return np.concatenate([[-1], last])[:-1]

    def _headline_candidates(self) -> Integers:
        """The segment before the prose whose words the text repeats most, longer ones first; -1 where there
        is none.

        Repeated lines count more, sentences less; the factors were chosen by trial.
        """
        tokens = self.tokens
        stop = np.where(self.zone == 0, np.minimum(self.end, self.start + FIRST), self.body_start)
        may_be = (tokens.n_words >= 3) & (tokens.n_words <= 25) & (self.places < stop)
        may_be[[segment for segment, _, _ in tokens.openings]] = False
        score = self.prose_echo * np.minimum(self.content_sizes, 9)
        score = (
            score
            * np.where(self.line_counts > 1, 1.3, 1.0)
            * np.where(tokens.ends_sentence, 0.6, 1.0)
            * may_be
        )
        best = [
            start + int(score[start:end].argmax()) if score[start:end].any() else -1
            for start, end in self.spans()
        ]
        return np.array(best, np.int64)[self.document]

    def _prose_counts(self) -> tuple[Integers, Integers]:
        """How many segments of prose stand before each in its document, and how many from it on."""
        total = np.concatenate([[0], np.cumsum(self.tokens.prose)])
        return total[:-1] - total[self.start], total[self.end] - total[:-1]

    def _prose_distances(self) -> tuple[Integers, Integers]:
        """How many segments back and ahead the nearest other prose stands, FAR where there is none."""
        prose = self.tokens.prose
        before = self._last(prose)
        behind = self.size - 1 - self._last(prose[::-1])[::-1]
        back = np.where(before >= self.start, self.places - before, FAR)
        return back, np.where(behind < self.end, behind - self.places, FAR)


def has_layout(document: Document) -> bool:
    """Whether blank lines tell anything: some lines have one before them, and others none."""
    gaps = [line.gap > 0 for line in document.lines]
    return len(gaps) >= 3 and 0.08 < sum(gaps[1:]) / (len(gaps) - 1) < 0.92


def _longest_prose_run(prose: Integers, n: int) -> tuple[int, int]:
    """The first and last segment of the stretch that holds most of the prose: a lone block far away does not
    count.
    """
    if not len(prose):
        return n, -1
    runs = np.split(prose, np.flatnonzero(prose[1:] - prose[:-1] > MAX_GAP) + 1)
    best = max(runs, key=len)
    return int(best[0]), int(best[-1])
