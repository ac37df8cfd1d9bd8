"""Whether the time grows with the length and no faster: of a text, of a line,
and of lines made to be awkward.
"""

from __future__ import annotations

from collections.abc import Iterable
from time import perf_counter

from bench.texts import article, of_length
from newsparse import pipeline
from newsparse.article import Origin
from newsparse.readers.source import Source

MEGABYTE = 1_000_000
SIZE = 10  # MB of the shorter text and of the longer line
AWKWARD = 30_000  # characters of the shorter awkward line

# What a pattern might try again and again: runs of one kind, openings without an end, near misses.
UNITS = (
    "a", "A", "1", " ", "\xa0", "\t", "-", "—", ".", ",", "/", "(", "[", "“", "|", "©", "@", "#", ":", "é",
    "\u00ad", "a ", "A ", "1 ", ". ", "A, ", "A. ", "a-", "a.a@", "1:", "1/1/", "12 ", "( ", "(A", "A-A ",
    "A'", "… ", "? ", "’s ", "A; ", "By ", "by A ", "and ", "A and ", "of the ", "Mon ", "Mon, 1 Jan ",
    "1 Jan 2001 ", "12:30 ", "1 hour ago ", "Updated ", "Photo: ", "Photo ", "AP ", "AP/", "(AP) ",
    "CITY (AP) ", "Getty Images ", "Reporting by ", "Read more ", "Related: ", "Copyright 2001 ",
    "http://a.b/", "www.a.", "a@b.c ", "Follow ", "Story highlights ",
)  # fmt: skip


def main() -> None:
    """Measure, and print what came out beside what is aimed at."""
    repeated = article(1)
    once, twice = (_seconds(of_length(repeated, size * MEGABYTE)) for size in (SIZE, 2 * SIZE))
    print(
        f"a text of {SIZE} MB takes {once:.1f} s, of {2 * SIZE} MB {twice:.1f} s: {twice / once:.2f} times "
        "as long (at most 2.2)"
    )
    prose = repeated.replace("\n", " ")
    once, twice = (_seconds(of_length(prose, size * MEGABYTE)) for size in (SIZE // 2, SIZE))
    print(
        f"a line of {SIZE // 2} MB takes {once:.2f} s, of {SIZE} MB {twice:.2f} s: {twice / once:.2f} times "
        "as long"
    )
    print(f"awkward lines of {AWKWARD:,} characters, the slowest: {_summary(_awkward(AWKWARD))}")
    print(f"a text of awkward lines of 160 characters, the slowest: {_summary(_awkward(160))}")


def _awkward(width: int) -> Iterable[tuple[float, float, str]]:
    """For each unit, how much longer twice as much of it takes (a wider line, or more of the short ones),
    its seconds a MB, and itself.
    """
    for unit in UNITS:
        line = of_length(unit, width) + "!\n"
        short = line * max(1, AWKWARD // width)
        double = of_length(unit, 2 * width) + "!\n" if width == AWKWARD else short * 2
        once, twice = (min(_seconds(text) for _ in range(2)) for text in (short, double))
        yield twice / once, twice / len(double) * MEGABYTE, unit


def _summary(found: Iterable[tuple[float, float, str]]) -> str:
    rows = sorted(found, key=lambda row: -row[1])
    steepest = max(rows)
    slowest = ", ".join(f"{unit!r} {seconds:.1f} s/MB" for _, seconds, unit in rows[:3])
    return f"{slowest}; the steepest: {steepest[2]!r}, {steepest[0]:.1f} times for twice the length"


def _seconds(text: str) -> float:
    """How long a text takes behind the reader, which refuses the largest of these."""
    source = Source(text, Origin(None, "text", None, ""))
    start = perf_counter()
    pipeline.article(source)
    return perf_counter() - start
