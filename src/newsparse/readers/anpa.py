"""Wire messages by ANPA 1312, as AP sends them: a header, lines of the heading that begin with `^` and end in
`<` or `=`, paragraphs that begin with a tab, and a trailer with month, day, year and time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsparse.article import Byline, Note
from newsparse.errors import InputError
from newsparse.fields.entities import classify
from newsparse.fields.media import media
from newsparse.fields.note import note
from newsparse.languages import Language
from newsparse.metadata import Metadata
from newsparse.readers.exports import source, stated_by
from newsparse.readers.files import InputFile
from newsparse.readers.source import Source
from newsparse.readers.wire import Message, byline_of, instant, messages, zone_offset

_ENDS = "<= "
_TRAILER = re.compile(r"-(\d\d)-(\d\d)-(\d\d)\s+(\d{4})\s*([A-Z]{3,4})?")  # AP-WF-11-13-13 1509GMT
_PICTURES = re.compile(r"(?:[^\W\d_]+ ){1,3}[A-Z]{2,6}\d{2,}\b")  # AP Photo XNP101, XNP102
_TO_EDITORS = re.compile(r"\(?eds?\b\.?:", re.I)
_TYPED = (("``", "“"), ("''", "”"), (" _ ", " — "))  # what the characters of a teleprinter stand for


def read(file: InputFile) -> Iterator[Source | InputError]:
    """The messages of a file."""
    for message in messages(file):
        yield _article(file, message) if isinstance(message, Message) else message


def _article(file: InputFile, message: Message) -> Source | InputError:
    lines = [_typeset(line) for line in message.lines]
    count = next((i for i, line in enumerate(lines) if not _is_heading(line)), len(lines))
    text = "\n".join(lines[count:])
    language = file.language_of(text)
    metadata, rest = _metadata(lines[:count], message.trailer, language)
    return source(
        file,
        message.number,
        "\n".join(map(_paragraph, filter(None, (*rest, *lines[count:])))),
        metadata,
        format="anpa",
        encoding=message.encoding,
        id=next(iter(message.header.split()), None),
    )


def _typeset(line: str) -> str:
    for typed, meant in _TYPED:
        line = line.replace(typed, meant)
    return line


def _is_heading(line: str) -> bool:
    return not line or (line.startswith("^") and line.endswith(("<", "=")))


def _paragraph(line: str) -> str:
    """A line of the text; one that begins a paragraph stands behind an empty line."""
    begins = line.startswith(("\t", "^"))
    return "\n" * begins + line.lstrip("\t ^").rstrip(_ENDS)


def _metadata(heading: Sequence[str], trailer: str, language: Language) -> tuple[Metadata, Sequence[str]]:
    """What the lines of the heading state, and those behind the byline, which belong to the text."""
    lines = [line for line in heading if line]
    signed = next((i for i, line in enumerate(lines) if _signature(lines[i:], language)), len(lines))
    byline, count = _signature(lines[signed:], language) or (None, 0)
    titles, notes, pictures = [], [], []
    for line in (each.strip("^" + _ENDS) for each in lines[1:signed]):
        remark = Note("editor", line) if _TO_EDITORS.match(line) else note(line, language)
        if _PICTURES.match(line):
            pictures.append(media(line, language))
        elif remark.kind != "other":
            notes.append(remark)
        else:
            titles.append(line)
    published = _published(trailer, language)
    headline = titles[0] if titles else None
    metadata = Metadata(
        headline=headline,
        byline=byline,
        published=published,
        deck=" ".join(titles[1:]) or None,
        is_article=True,
        is_story=True,
        is_complete=bool(headline),
        sources=stated_by("wire", headline, byline, published),
        notes=tuple(notes),
        media=tuple(pictures),
    )
    return metadata, lines[signed + count :]


def _signature(lines: Sequence[str], language: Language) -> tuple[Byline, int] | None:
    """The byline that begins on the first of these lines, and on how many lines it stands."""
    plain = [line.strip("^" + _ENDS) for line in lines[:2]]
    if not plain or not lines[0].endswith("="):
        return None
    named = (
        len(plain) > 1 and lines[1].endswith("=") and classify(plain[1], language) in ("organization", "role")
    )
    count = 2 if named and not plain[1].isupper() else 1
    byline = byline_of(plain[:count], language)
    return (byline, count) if byline else None


def _published(trailer: str, language: Language) -> str | None:
    """The instant that the trailer says."""
    found = _TRAILER.search(trailer)
    if not found:
        return None
    return instant(found[3], int(found[1]), found[2], found[4], zone_offset(found[5] or "", language))
