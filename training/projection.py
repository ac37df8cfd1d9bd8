"""The labelled articles as their pages show them: labels carried from a text to another rendering of the same page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import NamedTuple

from newsparse.article import Label
from training.corpus import Part

MATCHED = 0.6  # the share of a line's words that must have a counterpart for their labels to hold for all of it

_WORD = re.compile(r"\w+")


class _Word(NamedTuple):
    start: int
    end: int
    key: str
    label: Label | None


def carried(text: str, parts: Sequence[Part], page: str) -> tuple[Part, ...]:
    """The parts of a text where the page's text has the same words in the same order; nothing is said of the rest.

    Whole lines are matched first, words between them; a line that stands at several places of the text with one label has it everywhere.
    """
    source, target = list(_lines(text, parts)), list(_lines(page, ()))
    keys, sought = [_key(line) for line in source], [_key(line) for line in target]
    labels: list[list[Label | None]] = [[None] * len(line) for line in target]
    i = j = 0
    for block in SequenceMatcher(None, keys, sought, autojunk=False).get_matching_blocks():
        _match(source[i : block.a], target[j : block.b], labels[j : block.b])
        for k in range(block.size):
            labels[block.b + k] = [word.label for word in source[block.a + k]]
        i, j = block.a + block.size, block.b + block.size
    known = _agreed(keys, source)
    found: list[Part] = []
    for line, key, told in zip(target, sought, labels, strict=True):
        found += _parts(line, told if any(told) else known.get(key, told))
    return tuple(found)


def _agreed(keys: Sequence[str], lines: Sequence[list[_Word]]) -> dict[str, list[Label | None]]:
    """The labels of the words of each line, where all lines alike have the same."""
    known: dict[str, list[Label | None]] = {}
    for key, line in zip(keys, lines, strict=True):
        labels = [word.label for word in line]
        if known.setdefault(key, labels) != labels:
            known[key] = [None] * len(line)
    return known


def _lines(text: str, parts: Sequence[Part]) -> Iterator[list[_Word]]:
    """The words of each line that has any, with their labels."""
    at: list[Label | None] = [None] * len(text)
    for part in parts:
        at[part.start : part.end] = [part.label] * (part.end - part.start)
    offset = 0
    for line in text.split("\n"):
        words = [_Word(offset + m.start(), offset + m.end(), m[0].casefold(), at[offset + m.start()]) for m in _WORD.finditer(line)]
        if words:
            yield words
        offset += len(line) + 1


def _key(line: Sequence[_Word]) -> str:
    return " ".join(word.key for word in line)


def _match(source: Sequence[list[_Word]], target: Sequence[list[_Word]], labels: Sequence[list[Label | None]]) -> None:
    """Give the words of some lines the labels of their counterparts in others."""
    words = [word for line in source for word in line]
    places = [(row, column) for row, line in enumerate(target) for column in range(len(line))]
    sought = [word.key for line in target for word in line]
    for block in SequenceMatcher(None, [word.key for word in words], sought, autojunk=False).get_matching_blocks():
        for k in range(block.size):
            row, column = places[block.b + k]
            labels[row][column] = words[block.a + k].label


def _parts(line: Sequence[_Word], labels: Sequence[Label | None]) -> Iterator[Part]:
    """The runs of one label in a line; a word without a label has that of the word before it."""
    if sum(label is not None for label in labels) < MATCHED * len(line):
        return
    last = next(label for label in labels if label)
    filled = [last := label or last for label in labels]
    for label, run in groupby(zip(filled, line, strict=True), key=lambda pair: pair[0]):
        words = [word for _, word in run]
        yield Part(words[0].start, words[-1].end, label)
