"""Every pattern of the package on awkward lines: which of them goes back and forth, and how badly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from math import log2
from pkgutil import walk_packages
from time import perf_counter

import newsparse
from bench.linear import UNITS

LONGEST = 16_384  # characters
ENOUGH = 0.2  # seconds; a pattern that takes longer is not tried on a longer line
NOTICED = 0.005  # seconds
STEEP = 1.6  # growth as a power of the length; 1 is linear


def main() -> None:
    """Print the patterns that grow faster than their line, the worst first, with the time they take at the length they were stopped."""
    total = 0
    steep = []
    for name, pattern in _patterns():
        total += 1
        power, seconds, length, unit = max(_growth(pattern, unit) for unit in UNITS)
        if power > STEEP and seconds > NOTICED:
            steep.append((power, seconds, length, unit, name))
    print(f"{total} patterns on {len(UNITS)} kinds of awkward lines; {len(steep)} grow faster than the line:")
    for power, seconds, length, unit, name in sorted(steep, reverse=True):
        print(f"  length^{power:.1f}: {seconds * 1000:6.1f} ms on {length:6,} characters of {unit!r}: {name}")


def _patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """The compiled text patterns that modules hold, by name."""
    for module in walk_packages(newsparse.__path__, "newsparse."):
        if not module.name.endswith("__main__"):
            for name, value in vars(import_module(module.name)).items():
                if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                    yield f"{module.name}.{name}", value


def _growth(pattern: re.Pattern[str], unit: str) -> tuple[float, float, int, str]:
    """How the time to find all matches grows at the end, that time, and the length of the line."""
    times = []
    length = 64
    while True:
        times.append(_seconds(pattern, (unit * length)[:length] + "!"))
        if length == LONGEST or times[-1] > ENOUGH:
            return log2(times[-1] / times[-3]) / 2 if len(times) > 2 else 99.0, times[-1], length, unit
        length *= 2


def _seconds(pattern: re.Pattern[str], line: str, again: bool = False) -> float:
    """The time to find all matches; a short one is taken again, in case something came between."""
    begun = perf_counter()
    for _ in pattern.finditer(line):
        pass
    taken = max(perf_counter() - begun, 1e-6)
    return taken if again or taken > ENOUGH / 4 else min(taken, _seconds(pattern, line, again=True))
