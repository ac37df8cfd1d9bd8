"""What the readers of corpora in SGML share: documents, read as they come, and the elements in one.

These files are no XML: they have no root, references to control characters, and signs that are not escaped,
so that their elements are found by their tags.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from newsparse import errors
from newsparse.errors import InputError
from newsparse.readers.exports import decode_block, delimited
from newsparse.readers.files import InputFile

_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_NOTES = re.compile(r"<!--.*?-->", re.S)
_TYPED = (("``", "“"), ("''", "”"))  # what the characters of a teleprinter stand for


class Document(NamedTuple):
    """A document: its number in the file, from 1, its first tag, what stands between that and its end, and
    the encoding of the file.
    """

    number: int
    tag: str
    content: str
    encoding: str


def documents(file: InputFile, name: str) -> Iterator[Document | InputError]:
    """The elements of this name in a file, and an InputError in place of one that can't be read.

    Raises InputError where the last has no end, behind what there is of it, and where there is none.
    """
    start, end = re.compile(rf"<{name}(?:\s[^<>]*)?>", re.I), rf"</{name}\s?>"
    number, complete = 0, True
    for block in delimited(file, re.compile(end.encode(), re.I), len(name) + 4):
        if block is not None and not block.strip():
            continue
        decoded = decode_block(file, block, number + 1)
        if isinstance(decoded, InputError):
            number += 1
            yield decoded
            continue
        text = _NOTES.sub("", decoded[0])
        tag = start.search(text)
        if tag:
            number += 1
            content, *ends = re.split(end, text[tag.end() :], maxsplit=1, flags=re.I)
            complete = bool(ends)
            yield Document(number, tag[0], content, decoded[1])
    if not number:
        raise errors.other_xml(file.name)
    if not complete:
        raise errors.cut_off(file.name, "a document")


def elements(content: str, name: str) -> list[str]:
    """What stands in the elements of this name, in order; in one without an end, all behind its tag."""
    return [content[start:end] for _, start, end, _ in _places(content, name)]


def without(content: str, *names: str) -> str:
    """The content without the elements of these names."""
    for name in names:
        kept, last = [], 0
        for start, _, _, end in _places(content, name):
            kept.append(content[last:start])
            last = end
        content = "".join((*kept, content[last:]))
    return content


def _places(content: str, name: str) -> Iterator[tuple[int, int, int, int]]:
    """Where the elements of this name begin, where their content begins and ends, and where they end; one in
    another is a part of that."""
    tags = re.compile(rf"<{name}(?:\s[^<>]*)?>", re.I)
    ends = re.compile(rf"</{name}\s?>", re.I)
    tag = tags.search(content)
    while tag:
        end = ends.search(content, tag.end())
        if end is None:
            yield tag.start(), tag.end(), len(content), len(content)
            return
        yield tag.start(), tag.end(), end.start(), end.end()
        tag = tags.search(content, end.end())


def first(content: str, *names: str) -> str:
    """The first text of these elements that is none of white space only, as one line; else ""."""
    return next((text for name in names for text in lines(content, name)), "")


def lines(content: str, name: str) -> Iterator[str]:
    """The texts of the elements of this name that have one, each as one line."""
    return filter(None, (" ".join(plain(inner).split()) for inner in elements(content, name)))


def plain(content: str) -> str:
    """The text of a content: without tags and control characters, its references and quotation marks read."""
    text = unescape(_TAG.sub("", content))
    for typed, meant in _TYPED:
        text = text.replace(typed, meant)
    return "".join(char for char in text if char >= " " or char in "\t\n\r")


def attribute(tag: str, name: str) -> str:
    """The value of an attribute of a tag; else ""."""
    found = re.search(rf"\b{name}\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s<>\"']+))", tag, re.I)
    return next(filter(None, found.groups()), "").strip() if found else ""
