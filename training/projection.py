"""Labels projected from a text onto another rendering of the same page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import NamedTuple

from newsparse.article import Label
from training.corpus import LabelledSpan

MIN_MATCHED = 0.6  # the share of a line's words that must have a counterpart with a label; set by hand

_WORD = re.compile(r"\w+")
LineLabels = list[Label | None]  # one a word of a line


class _Word(NamedTuple):
    start: int
    end: int
    key: str
    label: Label | None


def project_labels(text: str, spans: Sequence[LabelledSpan], page: str) -> tuple[LabelledSpan, ...]:
    """The spans of a text where the page's text has the same words in the same order; the rest of the page
    has no label.

    Whole lines are matched first, then words between them. A line that stands at several places of the text,
    everywhere with the same labels, has them wherever it stands on the page.
    """
    source, target = list(_lines(text, spans)), list(_lines(page, ()))
    source_keys, target_keys = [_key(line) for line in source], [_key(line) for line in target]
    labels: list[LineLabels] = [[None] * len(line) for line in target]
    i = j = 0
    for block in SequenceMatcher(None, source_keys, target_keys, autojunk=False).get_matching_blocks():
        _match_words(source[i : block.a], target[j : block.b], labels[j : block.b])
        for k in range(block.size):
            labels[block.b + k] = [word.label for word in source[block.a + k]]
        i, j = block.a + block.size, block.b + block.size
    consistent = _consistent_labels(source_keys, source)
    projected: list[LabelledSpan] = []
    for line, key, own in zip(target, target_keys, labels, strict=True):
        projected += _line_spans(line, own if any(own) else consistent.get(key, own))
    return tuple(projected)


def _consistent_labels(keys: Sequence[str], lines: Sequence[list[_Word]]) -> dict[str, LineLabels]:
    """The labels of the words of each line, where all lines alike have the same."""
    by_key: dict[str, LineLabels] = {}
    for key, line in zip(keys, lines, strict=True):
        labels = [word.label for word in line]
        if by_key.setdefault(key, labels) != labels:
            by_key[key] = [None] * len(line)
    return by_key


def _lines(text: str, spans: Sequence[LabelledSpan]) -> Iterator[list[_Word]]:
    """The words of each line that has any, with their labels."""
    labels: LineLabels = [None] * len(text)
    for span in spans:
        labels[span.start : span.end] = [span.label] * (span.end - span.start)
    offset = 0
    for line in text.split("\n"):
        words = [
            _Word(offset + m.start(), offset + m.end(), m[0].casefold(), labels[offset + m.start()])
            for m in _WORD.finditer(line)
        ]
        if words:
            yield words
        offset += len(line) + 1


def _key(line: Sequence[_Word]) -> str:
    return " ".join(word.key for word in line)


def _match_words(
    source: Sequence[list[_Word]], target: Sequence[list[_Word]], labels: Sequence[LineLabels]
) -> None:
    """Put the labels of words of `source` into `labels`,
    where `target` has the same words in the same order.
    """
    words = [word for line in source for word in line]
    positions = [(row, column) for row, line in enumerate(target) for column in range(len(line))]
    keys = [word.key for line in target for word in line]
    for block in SequenceMatcher(
        None, [word.key for word in words], keys, autojunk=False
    ).get_matching_blocks():
        for k in range(block.size):
            row, column = positions[block.b + k]
            labels[row][column] = words[block.a + k].label


def _line_spans(line: Sequence[_Word], labels: Sequence[Label | None]) -> Iterator[LabelledSpan]:
    """The runs of one label in a line; a word without a label takes that of the word before it."""
    if sum(label is not None for label in labels) < MIN_MATCHED * len(line):
        return
    last = next(label for label in labels if label)
    filled = [last := label or last for label in labels]
    for label, run in groupby(zip(filled, line, strict=True), key=lambda pair: pair[0]):
        words = [word for _, word in run]
        yield LabelledSpan(words[0].start, words[-1].end, label)
