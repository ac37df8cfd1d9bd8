"""Every pattern of the package on awkward lines: which of them goes back and forth, and how badly."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from math import log2
from pkgutil import walk_packages
from time import perf_counter
from typing import Any
from unittest.mock import patch

import msgspec

import newsparse
from bench.linear import UNITS
from bench.texts import article, page

LONGEST = 16_384  # characters
TOO_LONG = 0.2  # seconds; a pattern that takes longer is not tried on a longer line
MIN_SECONDS = 0.005
STEEP = 1.6  # growth as a power of the length; 1 is linear

Pattern = re.Pattern[str]


def main() -> None:
    """Print the patterns that grow faster than their line, the worst first,
    with their time at the length where they were stopped.
    """
    patterns = all_patterns()
    steep = []
    for name, pattern in patterns.items():
        power, seconds, length, unit = max(_growth(pattern, unit) for unit in UNITS)
        if power > STEEP and seconds > MIN_SECONDS:
            steep.append((power, seconds, length, unit, name))
    print(
        f"{len(patterns)} patterns on {len(UNITS)} kinds of awkward lines; {len(steep)} grow faster than "
        "the line:"
    )
    for power, seconds, length, unit, name in sorted(steep, reverse=True):
        print(f"  length^{power:.1f}: {seconds * 1000:6.1f} ms on {length:6,} characters of {unit!r}: {name}")


def all_patterns() -> dict[str, Pattern]:
    """The compiled text patterns of the package by name: what modules hold,
    and what is compiled when it is first needed.
    """
    by_pattern: dict[Pattern, str] = {}
    for module in walk_packages(newsparse.__path__, "newsparse."):
        if not module.name.endswith("__main__"):
            for name, pattern in _held(module.name, vars(import_module(module.name))):
                by_pattern.setdefault(pattern, name)
    for name, pattern in _compiled_on_use():
        by_pattern.setdefault(pattern, name)
    return {name: pattern for pattern, name in by_pattern.items()}


def _held(name: str, value: Any) -> Iterator[tuple[str, Pattern]]:
    """The patterns in a value: itself, the items of a container, the fields of a record."""
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield name, value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            if not (isinstance(key, str) and key.startswith("__")):
                yield from _held(f"{name}.{key}", item)
    elif isinstance(value, list | tuple | set | frozenset):
        for i, item in enumerate(value):
            yield from _held(f"{name}[{i}]", item)
    elif isinstance(value, msgspec.Struct):
        yield from _held(name, msgspec.structs.asdict(value))


def _compiled_on_use() -> list[tuple[str, Pattern]]:
    """What is compiled while a text and a page are parsed, by the module and line that compile it."""
    compile_, found = re.compile, []

    def recording(pattern: Any, flags: Any = 0) -> Any:
        compiled, caller = compile_(pattern, flags), sys._getframe(1)
        if caller.f_globals["__name__"].startswith("newsparse.") and isinstance(compiled.pattern, str):
            found.append((f"{caller.f_globals['__name__']}:{caller.f_lineno}", compiled))
        return compiled

    with patch.object(re, "compile", recording):
        newsparse.parse(article(1))
        newsparse.parse_html(page(1))
    return found


def _growth(pattern: re.Pattern[str], unit: str) -> tuple[float, float, int, str]:
    """How the time to find all matches grows at the end, that time, and the length of the line."""
    times = []
    length = 64
    while True:
        times.append(_seconds(pattern, (unit * length)[:length] + "!"))
        if length == LONGEST or times[-1] > TOO_LONG:
            return log2(times[-1] / times[-3]) / 2 if len(times) > 2 else 99.0, times[-1], length, unit
        length *= 2


def _seconds(pattern: re.Pattern[str], line: str, repeated: bool = False) -> float:
    """The seconds it takes to find all matches; a short time is taken twice,
    in case something came between.
    """
    start = perf_counter()
    for _ in pattern.finditer(line):
        pass
    seconds = max(perf_counter() - start, 1e-6)
    return (
        seconds
        if repeated or seconds > TOO_LONG / 4
        else min(seconds, _seconds(pattern, line, repeated=True))
    )
