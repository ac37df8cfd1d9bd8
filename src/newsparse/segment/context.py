"""Readings to page: what a piece can only be told from the rest of the document.

Where the prose lies, which words the prose uses (the echo), which line would make the best headline, and under
which heading a piece stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from newsparse.segment.tokens import Reading

OPENERS = frozenset(
    ("related", "marker", "tags", "comments", "media", "note", "signup", "bio", "copyright", "credits", "share", "contents", "faq", "ads")
)
SHORT_OPENERS = OPENERS - {"bio", "copyright", "credits"}


class Page:
    """The readings of a document and, a list a kind, what is known of each of them from the others."""

    def __init__(self, readings: list[Reading], gaps: list[int], markup: Sequence[tuple[str, ...]]) -> None:
        self.readings = readings
        self.gaps = gaps
        self.markup = markup
        prose = [i for i, r in enumerate(readings) if r.prose]
        self.prose = prose
        self.first, self.last = _core(prose, len(readings))
        self.seen = Counter(r.text.lower() for r in readings)
        self.echo_head, self.echo_all = self._echo()
        self.headings = self._headings()
        self.candidate = self._candidate()
        self.prose_before = self._running()
        self.layout = self._layout()
        self.nearest = self._nearest()

    def zone(self, i: int) -> str:
        """before, in or after the stretch of prose, or none."""
        if not self.prose:
            return "none"
        return "before" if i < self.first else "after" if i > self.last else "in"

    def _echo(self) -> tuple[list[float], list[float]]:
        """The share of a piece's content words found in other prose, and in any other piece."""
        prose: Counter[str] = Counter()
        every: Counter[str] = Counter()
        for r in self.readings:
            every.update(r.content)
            if r.prose:
                prose.update(r.content)
        head, whole = [], []
        for r in self.readings:
            own = 1 if r.prose else 0
            n = len(r.content)
            head.append(sum(prose[w] > own for w in r.content) / n if n else 0.0)
            whole.append(sum(every[w] > 1 for w in r.content) / n if n else 0.0)
        return head, whole

    def _headings(self) -> list[tuple[str, int]]:
        """The last heading-like opening before each piece and how many pieces ago it stood."""
        found: list[tuple[str, int]] = []
        kind, since = "", 0
        for r in self.readings:
            found.append((kind, since))
            since += 1
            for name in r.opening:
                if name in OPENERS and (r.n <= 9 or name not in SHORT_OPENERS):
                    kind, since = name, 0
                    break
        return found

    def _candidate(self) -> int:
        """The line before the prose whose words the text repeats most, longer lines first; -1 where there is none."""
        stop = self.first if self.prose else min(len(self.readings), 30)
        best, at = 0.0, -1
        for i in range(stop):
            r = self.readings[i]
            if 3 <= r.n <= 25 and not r.opening:
                score = (
                    self.echo_head[i] * min(len(r.content), 9) * (1.3 if self.seen[r.text.lower()] > 1 else 1.0) * (0.6 if r.ends else 1.0)
                )
                if score > best:
                    best, at = score, i
        return at

    def _running(self) -> list[int]:
        count, found = 0, []
        for r in self.readings:
            found.append(count)
            count += r.prose
        return found

    def _nearest(self) -> list[tuple[int, int]]:
        """How many pieces back and ahead the nearest prose stands; 99 where there is none."""
        n = len(self.readings)
        back, ahead = [99] * n, [99] * n
        since = until = 99
        for i in range(n):
            since += 1
            back[i] = since
            if self.readings[i].prose:
                since = 0
            j = n - 1 - i
            until += 1
            ahead[j] = until
            if self.readings[j].prose:
                until = 0
        return list(zip(back, ahead, strict=True))

    def _layout(self) -> str:
        """Whether blank lines tell anything: mixed, or the same between all lines."""
        if len(self.gaps) < 3:
            return "even"
        share = sum(g > 0 for g in self.gaps[1:]) / (len(self.gaps) - 1)
        return "mixed" if 0.08 < share < 0.92 else "even"


def _core(prose: list[int], n: int) -> tuple[int, int]:
    """The first and last piece of the stretch that holds most of the prose: a lone block far away does not count."""
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
