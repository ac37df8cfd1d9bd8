"""The types of the answer: one frozen record a thing that an article has.

What the text does not say is None or empty. Texts are those of the input with white space folded and hard
wraps joined; offsets count code points of the text that was parsed, of a page the text it shows. The JSON
contract is these types, field by field (docs/json.md; `newsparse --schema`).
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec

Label = Literal[
    "kicker", "headline", "deck", "marker", "highlight", "byline", "bio", "timestamp", "dateline", "body",
    "subhead", "caption", "photo_credit", "media", "credits", "note", "related", "tags", "copyright",
    "boilerplate",
]  # fmt: skip
CARD: frozenset[Label] = frozenset(("caption", "headline", "highlight", "byline", "body", "credits"))

DateOrder = Literal["DMY", "MDY", "YMD"]  # of the numbers in 3/4/2024

NoteKind = Literal["correction", "editor", "disclosure", "update", "other"]


class Author(msgspec.Struct, frozen=True):
    """Somebody named in a byline, with what stands beside the name."""

    name: str
    role: str | None = None
    organization: str | None = None
    email: str | None = None
    handle: str | None = None


class Byline(msgspec.Struct, frozen=True):
    """Who wrote it; an agency that signs alone is the author.
    `text` is "" where a page names them in its metadata only.
    """

    text: str
    authors: tuple[Author, ...] = ()


class Timestamp(msgspec.Struct, frozen=True):
    """A printed time; `text` is "" where only a page's metadata tells it.
    `date` is an ISO 8601 day or instant, or None.
    """

    text: str
    date: str | None = None


class Dateline(msgspec.Struct, frozen=True):
    """What opens a wire story, with its dash. `date` is an ISO 8601 day,
    or None when the year is not said.
    """

    text: str
    location: str | None = None
    organization: str | None = None
    date: str | None = None


class PhotoCredit(msgspec.Struct, frozen=True):
    """Who made or owns a picture."""

    text: str
    names: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()


class Caption(msgspec.Struct, frozen=True):
    """What a picture shows and its credit; a credit without a caption has `text` None."""

    text: str | None
    credit: PhotoCredit | None = None


class Section(msgspec.Struct, frozen=True):
    """Body paragraphs under one subhead; the opening section has `heading` None."""

    heading: str | None
    paragraphs: tuple[str, ...] = ()


class Credit(msgspec.Struct, frozen=True):
    """Who else worked on it. `role` is contributor, reporter, writer, editor, …, or None."""

    text: str
    role: str | None = None
    names: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()


class Note(msgspec.Struct, frozen=True):
    """An editor's note, correction, disclosure or update."""

    kind: NoteKind
    text: str


class Media(msgspec.Struct, frozen=True):
    """What is left of a player, gallery or embed. `duration` is ISO 8601 (PT1M14S)."""

    text: str
    duration: str | None = None
    source: str | None = None


class Span(msgspec.Struct, frozen=True, omit_defaults=True):
    """`text[start:end]` of the article's `text` is a `label`; half-open code point offsets; confidence from
    0 to 1. Its own `text` is there only where the command was asked for it (`--span-text`).
    """

    start: int
    end: int
    label: Label
    confidence: float
    text: str | None = None


class Origin(msgspec.Struct, frozen=True):
    """Where the text came from, and what told the headline, the authors and the publication, each None where
    the article has none.

    `sha256` is of the bytes read, or of the UTF-8 of a text passed in, and of each text where one file holds
    several; `index` says which of them it is, from 0, and is None of a file of one article; `id` is what the
    input calls it. What told a part is "text", its labelled lines, or what the input states beside them:
    "json-ld", the name of a meta property or of a record's key, or "h1", "title", "byline", "time", "line"
    (docs/json.md). `newsparse` is the program that gave the answer: its version, +, and the first eight
    digits of the SHA-256 of its weights; None of an article that no weights made.
    """

    path: str | None
    format: str
    encoding: str | None
    sha256: str
    index: int | None = None
    id: str | None = None
    headline: str | None = None
    byline: str | None = None
    published: str | None = None
    newsparse: str | None = None


class Article(msgspec.Struct, frozen=True):
    """One article, part by part. `confidence` is how sure the card parts are together, 0 to 1.

    `url` (the canonical one), `site`, `section` and `image` (the lead image's URL) are what a page states of
    itself, and None of a text. `language` is the tag (BCP 47) that is stated, else the code of the language
    that the text shows, None where it shows none. `text` is what the spans' offsets refer to: the text that
    was passed in or read, of a page the text that it shows; "" of an article that was read from JSON without
    it.
    """

    headline: str | None
    kicker: str | None
    deck: str | None
    highlights: tuple[str, ...]
    byline: Byline | None
    published: Timestamp | None
    updated: Timestamp | None
    dateline: Dateline | None
    captions: tuple[Caption, ...]
    body: tuple[Section, ...]
    credits: tuple[Credit, ...]
    notes: tuple[Note, ...]
    media: tuple[Media, ...]
    bio: tuple[str, ...]
    related: tuple[str, ...]
    tags: tuple[str, ...]
    copyright: str | None
    url: str | None
    site: str | None
    section: str | None
    language: str | None
    image: str | None
    confidence: float
    source: Origin
    spans: tuple[Span, ...] = ()
    text: str = ""

    def to_dict(self) -> dict[str, Any]:
        """The article as dictionaries, lists and strings: the keys of the JSON, `spans` and `text` too."""
        found: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(self))
        return found

    def to_json(self) -> str:
        """The article as compact JSON, with its `spans` and `text`."""
        return msgspec.json.encode(self).decode()

    def _repr_html_(self) -> str:
        """The article as a notebook shows it."""
        from newsparse.writers import notebook

        return notebook.write(self)

    @classmethod
    def from_json(cls, data: str | bytes) -> Article:
        """The article that `to_json` or the command wrote, with or without `spans` and `text`.

        Raises msgspec.ValidationError, which names the key, for other JSON.
        """
        return msgspec.json.decode(data, type=cls)


class Evidence(msgspec.Struct, frozen=True):
    """A cue of one part and how much it speaks for the label given (in log-odds;
    below 0 it speaks against); `words` says the same to people.
    """

    cue: str
    weight: float
    words: str = ""


class Part(msgspec.Struct, frozen=True):
    """A line, or one of the parts a line was cut into, as the segmenter judged it.

    `line` counts the lines of the input from 1; `runner_up` is the second-best label;
    `cues` holds what decided, the heaviest first.
    """

    line: int
    start: int
    end: int
    text: str
    label: Label
    confidence: float
    runner_up: Label
    cues: tuple[Evidence, ...]


class Inspection(msgspec.Struct, frozen=True):
    """The intermediates of one parse: the parts with their evidence, and the article made of them."""

    parts: tuple[Part, ...]
    article: Article
