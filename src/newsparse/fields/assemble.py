"""Spans to Article: which part of the answer each span is.
Nothing is guessed: what is not there is None or empty.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeVar

from msgspec.structs import replace

from newsparse.article import CARD, Article, Caption, DateOrder, Label, Origin, PhotoCredit, Section, Span
from newsparse.fields.byline import bylines
from newsparse.fields.credits import credits
from newsparse.fields.dateline import dateline, is_dated
from newsparse.fields.entities import strip_label
from newsparse.fields.headline import headline
from newsparse.fields.media import media
from newsparse.fields.note import note
from newsparse.fields.photo_credit import photo_credit
from newsparse.fields.timestamp import times
from newsparse.languages import Language
from newsparse.regex import lazy
from newsparse.segment.document import Document

T = TypeVar("T")

OUTSIDE: frozenset[Label] = frozenset(("boilerplate", "marker"))  # labels of no field
MAX_CREDIT_DISTANCE = 4  # lines at most between a caption and its credit

_BULLET = lazy(r"^[-*•·–—▪●◦‣■►»›>✓✔+→]\s+")
_TAG_BREAK = lazy(r"(?>(?:(?<!\s)\s++)?)[,;|•·]\s*+|(?<!\s)\s++(?=#)")


class _LabelledText(NamedTuple):
    """A span's label, its clean text and the index of its line."""

    label: Label
    text: str
    line: int


def assemble(
    document: Document,
    spans: Sequence[Span],
    origin: Origin,
    language: Language,
    date_order: DateOrder | None = None,
) -> Article:
    """The Article that these spans of a document make, read as text of a language; `date_order` is that of
    days in figures which the text leaves open.
    """
    parts = _labelled_texts(document, spans, language)

    def texts(label: Label) -> list[str]:
        return [part.text for part in parts if part.label == label]

    title, byline = _title(texts("headline")), bylines(texts("byline"), language)
    published, updated = times(texts("timestamp"), language, date_order)
    from_text = {"headline": title, "byline": byline, "published": published}
    return Article(
        headline=headline(title, language) if title else None,
        kicker=_first(texts("kicker")),
        deck=_joined(texts("deck")),
        highlights=_once(_BULLET.sub("", text, count=1) for text in texts("highlight")),
        byline=byline,
        published=published,
        updated=updated,
        dateline=_first(dateline(text, language, date_order) for text in texts("dateline")),
        captions=_captions(parts, language),
        body=_sections(parts),
        credits=_once(credit for text in texts("credits") for credit in credits(text, language)),
        notes=_once(note(text, language) for text in _under_headings(texts("note"), language)),
        media=_once(media(text, language) for text in texts("media")),
        bio=_once(texts("bio")),
        related=_once(texts("related")),
        tags=_once(tag for text in texts("tags") for tag in _tags(text, language)),
        copyright=_joined(texts("copyright")),
        url=None,
        site=None,
        section=None,
        language=None,
        image=None,
        confidence=confidence(spans),
        source=replace(origin, **{field: "text" for field, value in from_text.items() if value}),
        spans=tuple(spans),
        text=document.text,
    )


def confidence(spans: Iterable[Span]) -> float:
    """How sure the card parts are together: the mean over their spans;
    over all spans where there is no card part, else 0.
    """
    spans = list(spans)
    sure = [span.confidence for span in spans if span.label in CARD] or [span.confidence for span in spans]
    return round(sum(sure) / len(sure), 4) if sure else 0.0


def _labelled_texts(document: Document, spans: Iterable[Span], language: Language) -> list[_LabelledText]:
    """The spans that are part of the article, without an explicit label before them,
    and with something to read in them.
    """
    starts = [line.start for line in document.lines]
    parts = (
        _LabelledText(
            span.label,
            _without_label(document.clean(span.start, span.end), span.label, language),
            bisect_right(starts, span.start) - 1,
        )
        for span in spans
        if span.label not in OUTSIDE
    )
    return [part for part in parts if part.text]


def _without_label(text: str, label: Label, language: Language) -> str:
    """A text without a label before it ("Headline:"); bylines and photo credits need theirs to be read."""
    return text if label in ("byline", "photo_credit") else strip_label(text, label, language)


def _title(copies: Sequence[str]) -> str | None:
    """The first copy of a headline, or another that it ends with: then the path of a page stands before it
    ("Home / Cities / Tiger caught").
    """
    first = _first(copies)
    return next((copy for copy in copies if first and first.endswith(copy) and copy != first), first)


def _first(values: Iterable[T]) -> T | None:
    return next(iter(values), None)


def _once(values: Iterable[T]) -> tuple[T, ...]:
    """The values in order, a repeated one once."""
    return tuple(dict.fromkeys(values))


def _joined(texts: Iterable[str]) -> str | None:
    return " ".join(_once(texts)) or None


def _sections(parts: Iterable[_LabelledText]) -> tuple[Section, ...]:
    """The body under its subheads; a paragraph that something else cuts in two, as a link does,
    is one again.
    """
    sections: list[tuple[str | None, list[str]]] = [(None, [])]
    line = -1
    for part in parts:
        paragraphs = sections[-1][1]
        if part.label == "subhead":
            sections.append((part.text, []))
            line = -1
        elif part.label == "body":
            if part.line == line:
                paragraphs[-1] += ("" if part.text[0] in ",.;:!?" else " ") + part.text
            else:
                paragraphs.append(part.text)
            line = part.line
    return tuple(
        Section(heading, tuple(paragraphs)) for heading, paragraphs in sections if heading or paragraphs
    )


def _captions(parts: Sequence[_LabelledText], language: Language) -> tuple[Caption, ...]:
    """Captions with their credits, in order; a credit that stands alone is a Caption without a text."""
    near = [part for part in parts if part.label != "media"]
    owners = _owners(near)
    owned = frozenset(owners.values())
    captions: list[Caption] = []
    for i, part in enumerate(near):
        if part.label == "caption":
            captions.append(
                Caption(part.text, photo_credit(near[owners[i]].text, language) if i in owners else None)
            )
        elif part.label == "photo_credit" and i not in owned:
            captions.append(Caption(None, photo_credit(part.text, language)))
    return _distinct(captions)


def _owners(parts: Sequence[_LabelledText]) -> dict[int, int]:
    """For each caption that has a credit, where that stands: right behind it, else right before it;
    on the same line above all.
    """
    owners: dict[int, int] = {}
    for i, part in enumerate(parts):
        if part.label != "photo_credit":
            continue
        beside = [
            j
            for j in (i - 1, i + 1)
            if 0 <= j < len(parts) and parts[j].label == "caption" and j not in owners
        ]
        close = [j for j in beside if abs(parts[j].line - part.line) <= MAX_CREDIT_DISTANCE]
        if close:
            owners[min(close, key=lambda j: parts[j].line != part.line)] = i
    return owners


def _distinct(captions: Iterable[Caption]) -> tuple[Caption, ...]:
    """Each caption once, with the credit of any of its copies; a lone credit only where no caption has it."""
    distinct: dict[str | PhotoCredit | None, Caption] = {}
    for caption in captions:
        key = caption.text or caption.credit
        if key not in distinct or distinct[key].credit is None:
            distinct[key] = caption
    credited = {caption.credit for caption in distinct.values() if caption.text}
    return tuple(caption for caption in distinct.values() if caption.text or caption.credit not in credited)


def _under_headings(notes: Iterable[str], language: Language) -> Iterable[str]:
    """Notes with the line that only announces one ("Correction: May 3",
    "Editor's note:") put before the next.
    """
    heading = ""
    for text in notes:
        short = len(text.split()) <= 3 and text[-1].isalpha()
        if not heading and (text.endswith(":") or short or _announces_note(text, language)):
            heading = text
        else:
            yield f"{heading} {text}" if heading else text
            heading = ""
    if heading:
        yield heading


def _announces_note(text: str, language: Language) -> bool:
    """Whether a text says no more than that a note follows, and of which day."""
    opening = language.fields.note_heading.match(text)
    return opening is not None and all(
        is_dated(word, language) for word in re.findall(r"\w+", text[opening.end() :])
    )


def _tags(text: str, language: Language) -> Iterable[str]:
    """The tags of a line, without its opening word ("Tags:", "Filed under")."""
    words = text.split()
    phrases = language.lexicon.phrases
    for n in range(min(3, len(words)), 0, -1):
        if "tags" in phrases.get(" ".join(words[:n]).lower().rstrip(": "), ()):
            text = " ".join(words[n:])
            break
    return filter(None, (tag.strip(" :") for tag in _TAG_BREAK.split(text)))
