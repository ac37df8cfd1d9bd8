"""Documents in RTF: the text of them, which is an archive's export or one article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsparse import errors
from newsparse.errors import InputError
from newsparse.readers.files import InputFile
from newsparse.readers.paragraphs import Paragraph, read_paragraphs, with_text
from newsparse.readers.source import Source

# striprtf looks for links from each field to the end of the line, and puts their addresses into the text
_FIELD = re.compile(r"\{\\field\{", re.I)
# and for the rest of a font from each on, to the end of the line, or to a semicolon
_FONT = re.compile(r"(?<!\\)(?=\\f\d)")
_BRACE = re.compile(r"[{}]")
_CONTROLS = re.compile(r"[\0-\x08\x0b\x0c\x0e-\x1f]+")


def read(file: InputFile) -> Iterator[Source | InputError]:
    """The one article of a document, or the articles of an export. Raises InputError."""
    paragraphs = with_text(map(Paragraph, _text(file).split("\n")), file.name)
    yield from read_paragraphs(file, paragraphs, "rtf")


def _text(file: InputFile) -> str:
    from striprtf.striprtf import rtf_to_text

    marked = _FIELD.sub(r"{\\field {", file.data().decode("latin-1"))
    try:
        text: str = rtf_to_text(_with_bounded_fonts(marked), errors="replace")  # type: ignore[no-untyped-call]
    except (ValueError, OverflowError, LookupError, TypeError, RecursionError):
        raise errors.broken_document(file.name, "RTF") from None
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _with_bounded_fonts(text: str) -> str:
    """The text with each font of its table on a line of its own, behind a semicolon."""
    start = text.find("\\fonttbl")
    if start < 0:
        return text
    end, depth = len(text), 1
    for brace in _BRACE.finditer(text, start):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            end = brace.start()
            break
    return text[:start] + _FONT.sub(";\n", text[start:end]) + text[end:]
