"""Every pattern of the package by itself on awkward lines: which of them takes longer than the line is long.

A pattern is found in the package, and not in a list: what modules, containers and records hold, what is
compiled when it is first needed, for each language, and what stands in a call such as `re.split`. It is tried
as the package uses it: a pattern that is only matched at the start of a text is matched there, any other
searched for everywhere.
"""

from __future__ import annotations

import ast
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from math import inf, log
from pathlib import Path
from time import thread_time
from typing import Any, NamedTuple
from unittest.mock import patch

import msgspec

import newsparse
from bench.linear import UNITS
from bench.texts import article, page
from newsparse import languages, pipeline
from newsparse.readers.html import read_page
from newsparse.readers.text import read_text
from newsparse.regex import LazyPattern

LENGTHS = (128, 512, 4096)  # characters
# Seconds at a length that tell of going back and forth. Ordinary patterns take 1 ms for 4,096 characters; one
# that goes over all of them from each takes 40.
SLOW = (0.004, 0.02, 0.01)
STEEP = 1.5  # growth as a power of the length, from the last length but one to the last; 1 is linear
LETTERS = ("я", "ا", "ו", "中", "あ", "ア", "한", "ก")
TRIES = 3  # of which the shortest counts, where a first one is slow

Pattern = re.Pattern[str] | re.Pattern[bytes]

_PACKAGE = Path(newsparse.__path__[0])
_AT_START = frozenset(("match", "fullmatch"))
_METHODS = _AT_START | {"search", "finditer", "findall", "sub", "subn", "split"}


class Growth(NamedTuple):
    """How the time grows as a power of the length, the time in seconds, and the line: length and unit."""

    power: float
    seconds: float
    length: int
    unit: str


def main() -> None:
    """Print the patterns that grow faster than their line, each with the line that shows it."""
    patterns = all_patterns()
    print(f"{len(patterns)} patterns on {len(UNITS)} kinds of awkward lines", flush=True)
    steep = 0
    for name, pattern in patterns.items():
        growth = steep_growth(pattern, at_start(name))
        if growth:
            steep += 1
            print(
                f"  length^{growth.power:.1f}: {growth.seconds * 1000:6.1f} ms on {growth.length:5,} "
                f"characters of {growth.unit!r}: {name}",
                flush=True,
            )
    print(f"{steep} grow faster than the line")


def all_patterns() -> dict[str, Pattern]:
    """The compiled patterns of the package by name: their module, and what holds or makes them there."""
    by_pattern: dict[Pattern, str] = {}
    for path in sorted(_PACKAGE.rglob("*.py")):
        module = _module(path)
        if path.stem != "__main__":
            for name, pattern in (*_held(module, _names(module)), *_inline(module, path)):
                by_pattern.setdefault(pattern, name)
    for name, pattern in _compiled_on_use():
        by_pattern.setdefault(pattern, name)
    return {name: pattern for pattern, name in by_pattern.items()}


def _names(module: str) -> dict[str, Any]:
    """What a module holds; nothing where it needs a library of an extra that is not installed."""
    try:
        return vars(import_module(module))
    except ModuleNotFoundError as error:
        if error.name and error.name.partition(".")[0] == "newsparse":
            raise
        return {}


def at_start(name: str) -> bool:
    """Whether a pattern of this name is only matched at the start of texts, as far as its calls show."""
    module, *rest = name.split(":")
    if rest and rest[-1] in _METHODS:
        return rest[-1] in _AT_START
    last = re.sub(r"\[\d+\]", "", rest[0] if rest else module.rpartition(".")[2])
    own = max((path for path in _calls() if f"{module}.".startswith(f"{path}.")), key=len, default="")
    paths = [own] if last.startswith("_") else _calls()
    methods = set[str]().union(*(_calls().get(path, {}).get(last, ()) for path in paths))
    return bool(methods) and methods <= _AT_START


def steep_growth(pattern: Pattern, at_start: bool) -> Growth | None:
    """How it grows on the first unit on which it grows faster than the line; None where there is none. The
    units are UNITS, a letter of each script, and the signs that stand in the pattern itself.
    """
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    signs = sorted({sign for sign in source if not sign.isalnum()}.difference(UNITS))
    units = (*UNITS, *LETTERS, *signs)
    return next((growth for unit in units if (growth := _growth(pattern, at_start, unit))), None)


def _module(path: Path) -> str:
    parts = path.relative_to(_PACKAGE).with_suffix("").parts
    return ".".join(("newsparse", *parts)).removesuffix(".__init__")


@cache
def _calls() -> dict[str, dict[str, set[str]]]:
    """Module → name → the methods of patterns that are called, or handed on, of what has the name there, of
    what a function of this name returns, or of what a function of the module is given it as.
    """
    found: dict[str, dict[str, set[str]]] = {}
    for path in _PACKAGE.rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        names = _methods(tree)
        functions = {node.name: node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
        calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
        for node in calls:
            if function := functions.get(getattr(node.func, "id", "")):
                for parameter, value in zip(function.args.args, node.args, strict=False):
                    if isinstance(value, ast.Name):
                        names[value.id] |= _methods(function)[parameter.arg]
        found[_module(path)] = names
    return found


def _methods(tree: ast.AST) -> defaultdict[str, set[str]]:
    """Name → the methods of patterns that are called, or handed on, of what has the name below a node."""
    names = defaultdict[str, set[str]](set)
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in _METHODS:
            value = node.value.func if isinstance(node.value, ast.Call) else node.value
            names[getattr(value, "id", getattr(value, "attr", ""))].add(node.attr)
    return names


def _held(name: str, value: Any) -> Iterator[tuple[str, Pattern]]:
    """The patterns in a value: itself, the items of a container, the fields of a record."""
    if isinstance(value, LazyPattern):
        yield name, value.compiled
    elif isinstance(value, re.Pattern):
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


def _inline(module: str, path: Path) -> Iterator[tuple[str, Pattern]]:
    """The patterns that stand in the calls of a module such as `re.split(r"…", text)`."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _METHODS:
            source = node.args[0] if node.args else None
            if getattr(node.func.value, "id", "") == "re" and isinstance(source, ast.Constant):
                text: Any = source.value
                yield f"{module}:{node.lineno}:{node.func.attr}", re.compile(text)


def _compiled_on_use() -> list[tuple[str, Pattern]]:
    """What is compiled while a text and a page are parsed as texts of each language, by the module and the
    function that compile it.
    """
    compile_, found = re.compile, []

    def recording(pattern: Any, flags: Any = 0) -> Any:
        compiled, caller = compile_(pattern, flags), sys._getframe(1)
        if caller.f_globals["__name__"].startswith("newsparse."):
            found.append((f"{caller.f_globals['__name__']}:{caller.f_code.co_name}", compiled))
        return compiled

    with patch.object(re, "compile", recording):
        for code in languages.codes():
            for source in (read_text(article(1)), read_page(page(1))):
                pipeline.to_article(pipeline.analyse(source, language=languages.load(code)))
    return [(f"{name}:{i}", pattern) for i, (name, pattern) in enumerate(found)]


def _growth(pattern: Pattern, at_start: bool, unit: str) -> Growth | None:
    """How the time grows at the end, where that is faster than the line and takes long enough to tell."""
    before = 0.0
    for length, slow in zip(LENGTHS, SLOW, strict=True):
        line = (unit * length)[:length] + "!"
        seconds = _seconds(pattern, at_start, line)
        if seconds > slow:
            seconds = min(seconds, *(_seconds(pattern, at_start, line) for _ in range(TRIES - 1)))
        power = log(seconds / before, 8) if length == LENGTHS[-1] else inf
        if seconds > slow and (length < LENGTHS[-1] or power > STEEP):
            return Growth(power, seconds, length, unit)
        before = seconds
    return None


def _seconds(pattern: Pattern, at_start: bool, line: str) -> float:
    """The CPU seconds it takes to match a line, or to find all matches in it."""
    text: Any = line if isinstance(pattern.pattern, str) else line.encode()
    start = thread_time()
    if at_start:
        pattern.match(text), pattern.fullmatch(text)
    else:
        sum(1 for _ in pattern.finditer(text))
    return max(thread_time() - start, 1e-6)


if __name__ == "__main__":
    main()
