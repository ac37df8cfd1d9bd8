"""JSON-LD as it is found in pages: read even where it is not quite JSON, and bounded in size,
depth and number.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

MAX_CHARS = 2_000_000  # of one script, and of all of a page together
MAX_NODES = 20_000

_FENCE = re.compile(r"<!--|-->|<!\[CDATA\[|\]\]>")
_STRING_OR_NOISE = re.compile(
    r'("(?>(?:[^"\\]|\\.)*)(?:"|\\?\Z))'  # strings are kept
    r"|/\*.*?(?:\*/|\Z)|//[^\n]*"  # comments
    r"|,(?=\s*[}\]])",  # a comma before a closing bracket
    re.S,
)
Node = dict[str, Any]


class Graph:
    """All objects of a page's JSON-LD, the outer ones first; `resolve` follows references by @id."""

    def __init__(self, scripts: Iterable[str]) -> None:
        self.nodes: list[Node] = []
        self.named: dict[str, Node] = {}
        room = MAX_CHARS
        level: list[Any] = []
        for script in scripts:
            if len(script) <= room:
                room -= len(script)
                level.extend(load(script))
        self._gather(level)

    def resolve(self, value: Any) -> Any:
        """The object that a bare reference names, where the page has it; any other value is itself."""
        if (
            isinstance(value, dict)
            and isinstance(value.get("@id"), str)
            and not value.keys() - {"@id", "@type"}
        ):
            return self.named.get(value["@id"], value)
        return value

    def _gather(self, level: list[Any]) -> None:
        """Level by level, so that depth needs no stack."""
        while level:
            below: list[Any] = []
            for value in level:
                if isinstance(value, list):
                    below.extend(value)
                elif isinstance(value, dict):
                    if len(self.nodes) == MAX_NODES:
                        return
                    self.nodes.append(value)
                    name = value.get("@id")
                    if isinstance(name, str) and value.keys() - {"@id", "@type"}:
                        self.named.setdefault(name, value)
                    below.extend(value.values())
            level = below


def types(node: Node) -> tuple[str, ...]:
    """An object's types, without the vocabulary's address."""
    value = node.get("@type")
    values = value if isinstance(value, list) else [value]
    return tuple(re.split(r"[/#:]", each)[-1] for each in values if isinstance(each, str))


def load(script: str) -> list[Any]:
    """The values in a script, most often one; what can't be read is left out."""
    script = script.strip("\ufeff \t\r\n")
    for attempt in (str, _without_noise, _unescaped):
        text = attempt(script)
        try:
            return [msgspec.json.decode(text)]
        except (msgspec.DecodeError, UnicodeError, RecursionError):
            found = list(_several(text))
            if found:
                return found
    return []


def _without_noise(script: str) -> str:
    """Without comments, CDATA marks and commas that end a list."""
    return _STRING_OR_NOISE.sub(lambda match: match[1] or "", _FENCE.sub(" ", script)).strip().rstrip(";")


def _unescaped(script: str) -> str:
    """With HTML's entities read, as where a template escaped the whole of it."""
    return _without_noise(html.unescape(script))


def _several(text: str) -> Iterator[Any]:
    """JSON values one after another, control characters in strings allowed, up to what is none."""
    decoder = json.JSONDecoder(strict=False)
    at = 0
    while at < len(text):
        try:
            value, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            return
        yield value
        while at < len(text) and text[at] in " \t\r\n,;":
            at += 1
