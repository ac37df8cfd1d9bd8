"""SegmentTokens to DocumentContext: what only the rest of the document shows of a segment.

Where the prose lies, which words the prose uses (the echo), which line would make the best headline, and
under which heading a segment stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from newsparse.languages import Language
from newsparse.segment.tokens import SegmentTokens

OPENERS = frozenset(
    (
        "related",
        "marker",
        "tags",
        "comments",
        "media",
        "note",
        "signup",
        "bio",
        "copyright",
        "credits",
        "share",
        "contents",
        "faq",
        "ads",
    )
)
SHORT_OPENERS = OPENERS - {"bio", "copyright", "credits"}


class DocumentContext:
    """The segments of a document and, a list a kind, what the others show of each of them."""

    def __init__(
        self,
        segments: list[SegmentTokens],
        gaps: list[int],
        markup: Sequence[tuple[str, ...]],
        language: Language,
    ) -> None:
        self.segments = segments
        self.gaps = gaps
        self.markup = markup
        self.language = language
        prose = [i for i, r in enumerate(segments) if r.prose]
        self.prose = prose
        self.body_start, self.body_end = _longest_prose_run(prose, len(segments))
        self.line_counts = Counter(r.text.lower() for r in segments)
        self.prose_echo, self.document_echo = self._prose_overlap()
        self.headings = self._headings()
        self.headline_candidate = self._headline_candidate()
        self.prose_before = self._prose_before()
        self.layout = self._layout()
        self.prose_distances = self._prose_distances()

    def zone(self, i: int) -> str:
        """before, in or after the stretch of prose, or none."""
        if not self.prose:
            return "none"
        return "before" if i < self.body_start else "after" if i > self.body_end else "in"

    def _prose_overlap(self) -> tuple[list[float], list[float]]:
        """The share of a segment's content words that stand in other prose, and in any other segment."""
        prose: Counter[str] = Counter()
        every: Counter[str] = Counter()
        for r in self.segments:
            every.update(r.content)
            if r.prose:
                prose.update(r.content)
        prose_echo, document_echo = [], []
        for r in self.segments:
            own = 1 if r.prose else 0
            n = len(r.content)
            prose_echo.append(sum(prose[w] > own for w in r.content) / n if n else 0.0)
            document_echo.append(sum(every[w] > 1 for w in r.content) / n if n else 0.0)
        return prose_echo, document_echo

    def _headings(self) -> list[tuple[str, int]]:
        """The last heading-like opening before each segment and how many segments ago it stood."""
        heading: list[tuple[str, int]] = []
        kind, since = "", 0
        for r in self.segments:
            heading.append((kind, since))
            since += 1
            for name in r.opening_classes:
                if name in OPENERS and (r.n_words <= 9 or name not in SHORT_OPENERS):
                    kind, since = name, 0
                    break
        return heading

    def _headline_candidate(self) -> int:
        """The line before the prose whose words the text repeats most, longer lines first;
        -1 where there is none.
        """
        stop = self.body_start if self.prose else min(len(self.segments), 30)
        best, at = 0.0, -1
        for i in range(stop):
            r = self.segments[i]
            if 3 <= r.n_words <= 25 and not r.opening_classes:
                score = (
                    self.prose_echo[i]
                    * min(len(r.content), 9)
                    * (1.3 if self.line_counts[r.text.lower()] > 1 else 1.0)
                    * (0.6 if r.ends_sentence else 1.0)
                )
                if score > best:
                    best, at = score, i
        return at

    def _prose_before(self) -> list[int]:
        count, heading = 0, []
        for r in self.segments:
            heading.append(count)
            count += r.prose
        return heading

    def _prose_distances(self) -> list[tuple[int, int]]:
        """How many segments back and ahead the nearest prose stands; 99 where there is none."""
        n = len(self.segments)
        back, ahead = [99] * n, [99] * n
        since = until = 99
        for i in range(n):
            since += 1
            back[i] = since
            if self.segments[i].prose:
                since = 0
            j = n - 1 - i
            until += 1
            ahead[j] = until
            if self.segments[j].prose:
                until = 0
        return list(zip(back, ahead, strict=True))

    def _layout(self) -> str:
        """mixed where some lines have a blank line before them, even where all or none have."""
        if len(self.gaps) < 3:
            return "even"
        share = sum(g > 0 for g in self.gaps[1:]) / (len(self.gaps) - 1)
        return "mixed" if 0.08 < share < 0.92 else "even"


def _longest_prose_run(prose: list[int], n: int) -> tuple[int, int]:
    """The first and last segment of the stretch that holds most of the prose:
    a lone block far away does not count.
    """
    if not prose:
        return n, -1
    runs: list[list[int]] = [[prose[0]]]
    for i in prose[1:]:
        if i - runs[-1][-1] <= 12:
            runs[-1].append(i)
        else:
            runs.append([i])
    best = max(runs, key=len)
    return best[0], best[-1]
