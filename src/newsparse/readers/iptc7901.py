"""Wire messages by IPTC 7901, as dpa sends them: a header, the slug, lines of headline and byline up to a
sign of equality, the story, a notebook for editors, and a group of day, time, month and year ("131137 GMT
Nov 13").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsparse.article import Credit, Note
from newsparse.errors import InputError
from newsparse.fields.byline import bylines
from newsparse.fields.credits import credits
from newsparse.languages import Language, month_names
from newsparse.metadata import Metadata
from newsparse.readers.exports import source, stated_by, unwrapped
from newsparse.readers.files import InputFile
from newsparse.readers.source import Source
from newsparse.readers.wire import Message, byline_of, instant, messages, zone_offset

MAX_HEADING = 8  # lines of headline and byline at most; the samples have up to four
MAX_REMARK = 3  # words of a line above the headline that only says what became of the story ("1ST LEAD")
_TIME = re.compile(r"\s*(\d\d)(\d{4})(?: ([A-Z]{3,4}))? ([^\W\d_]{3,9}) (\d\d)\b")
_NOTEBOOK = re.compile(r"#\s*\S|\*(?:\s*\*){2,}\s*$")  # a heading for editors, or stars that divide
_ITEM = re.compile(r"[-*]\s+(?!\*)")
_CONTACT = re.compile(r"(?>(?:(?<!\s)\s++)?)(?:[,;]\s*+)?(?:\+?\d[\d\s/-]{5,}+|<[^\s<@]++@[^\s<>]++>).*+")
_SIGNED = re.compile(r"\A[^\W\d_][^:\d]{0,20}:\s+[^\W\d_]\w+ [^\W\d_].*<\S+@")  # Redaktion: Eva Klein, <…
_RIGHTS = re.compile(r"\([cC]\)|©|[Cc]opyright\b")
_LINK = re.compile(r"\[[^\[\]]*+\]\(|https?://")


def read(file: InputFile) -> Iterator[Source | InputError]:
    """The messages of a file."""
    for message in messages(file):
        yield _article(file, message) if isinstance(message, Message) else message


def _article(file: InputFile, message: Message) -> Source | InputError:
    heading, rest = _split(message.lines)
    end = next((i for i, line in enumerate(rest) if _NOTEBOOK.match(line)), len(rest))
    story = unwrapped("\n".join(rest[:end]))
    header = message.header.split("\n")
    return source(
        file,
        message.number,
        story,
        _metadata(heading, header[1:], rest[end:], message.trailer, file.language_of(story)),
        format="iptc7901",
        encoding=message.encoding,
        id=next(iter(header[0].split()), None),
    )


def _split(lines: Sequence[str]) -> tuple[list[str], Sequence[str]]:
    """The lines up to the one that ends in a sign of equality, without it, and the lines behind; no lines
    where none of the first ends so."""
    for i, line in enumerate(lines[:MAX_HEADING]):
        if line.endswith("="):
            heading = [*lines[:i], line.rstrip("= ")]
            return [each.strip() for each in heading if each.strip()], lines[i + 1 :]
    return [], lines


def _metadata(
    heading: list[str], slug: Sequence[str], notebook: Sequence[str], trailer: str, language: Language
) -> Metadata:
    byline = byline_of(heading[-1:], language) if len(heading) > 1 else None
    title = heading[:-1] if byline else heading
    remarks = [line for line in title[:-1] if _is_remark(line)]
    headline = " ".join(title[len(remarks) :])
    published = _published(trailer, language)
    worked, notes, rights = _notebook(notebook, language)
    return Metadata(
        headline=headline or None,
        byline=byline,
        published=published,
        tags=tuple(filter(None, (tag.strip() for line in slug for tag in line.split("/")))),
        is_article=True,
        is_story=True,
        is_complete=bool(headline),
        sources=stated_by("wire", headline, byline, published),
        credits=worked,
        notes=(*(Note("editor", remark) for remark in remarks), *notes),
        copyright=rights,
    )


def _is_remark(line: str) -> bool:
    short = len(line.split()) <= MAX_REMARK
    return short and (line.isupper() or (line.startswith("(") and line.endswith(")")))


def _published(trailer: str, language: Language) -> str | None:
    """The instant that the group of day, time, zone, month and year says."""
    found = _TIME.match(trailer)
    month = month_names().get(found[4].lower()) if found else None
    if not found or not month:
        return None
    return instant(found[5], month, found[1], found[2], zone_offset(found[3] or "", language))


def _notebook(
    lines: Sequence[str], language: Language
) -> tuple[tuple[Credit, ...], tuple[Note, ...], str | None]:
    """Who worked on the story, the notes to editors, and the rights, as the notebook's items say them."""
    worked: list[Credit] = []
    notes: list[Note] = []
    rights = None
    for item in _items(lines):
        found = [credit for credit in credits(_CONTACT.sub("", item), language) if credit.role]
        if _RIGHTS.match(item):
            rights = rights or item
        elif found or _SIGNED.search(item):
            worked.extend(found or _named(item, language))
        elif not _LINK.search(item) and not _CONTACT.search(item):
            notes.append(Note("editor", item))
    return tuple(worked), tuple(notes), rights


def _named(item: str, language: Language) -> Iterator[Credit]:
    """The credit of who is named behind a label that no language's list of work knows, with a contact."""
    label, colon, names = _CONTACT.sub("", item).partition(":")
    signed = bylines((names,), language) if colon else None
    if signed and signed.authors:
        yield Credit(f"{label}:{names}", None, tuple(author.name for author in signed.authors))


def _items(lines: Sequence[str]) -> Iterator[str]:
    """The items of the notebook's lists, each with the lines that it goes on in."""
    item: list[str] = []
    for line in (*lines, ""):
        if item and line.startswith((" ", "\xa0")) and line.strip():
            item.append(line)
            continue
        if item:
            yield " ".join(" ".join(item).split())
        item = [_ITEM.sub("", line, count=1)] if _ITEM.match(line) else []
