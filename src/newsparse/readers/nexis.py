"""Text exports of the classic Nexis: articles behind centred lines such as "1 of 10 DOCUMENTS".

Of each: centred lines with the publication, the day and the edition, the headline, keys such as BYLINE and
LENGTH, the text, and more keys. The keys are English, German or French.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsparse.errors import InputError
from newsparse.languages import Language
from newsparse.metadata import Metadata
from newsparse.readers.exports import blocks, by_lines, decode_block, source
from newsparse.readers.files import InputFile
from newsparse.readers.source import Source
from newsparse.readers.stated import fields_of, metadata, published_at

_COUNTER = re.compile(
    rb"(?:\xef\xbb\xbf)?[ \t]*\d+ (?:of|von|de) \d+ (?:DOCUMENT|DOKUMENT)[A-Z]*\s*$"
    rb"|[ \t]{8,}(?:Dokument \d+ von|Document \d+ de) \d+\s*$"
)
_INDENT = 8  # spaces before a centred line, at least: names of publications leave as many of 80 characters
_BLANK = re.compile(r"\n(?:[ \t\r]*\n)+")
_KEY = re.compile(r"\A([A-ZÄÖÜÉ]++(?>(?:-[A-Z]++)*)):\s*+")
_BYLINE = ("BYLINE", "AUTOR", "AUTEUR")
_SECTION = ("SECTION", "RUBRIK", "RUBRIQUE")
_LENGTH = ("LENGTH", "LÄNGE", "LONGUEUR")
_ABOVE = frozenset(
    (*_BYLINE, *_SECTION, *_LENGTH, "DATELINE", "HIGHLIGHT", "ENCART", "SHOW", "GRAPHIC", "GRAFIK")
)
_BELOW = frozenset(
    (
        "LOAD-DATE", "DATE-CHARGEMENT", "LANGUAGE", "SPRACHE", "LANGUE", "GRAPHIC", "GRAFIK",
        "PUBLICATION-TYPE", "PUB-TYPE", "TYPE-PUBLICATION", "JOURNAL-CODE", "ZEITUNGS-CODE", "SUBJECT",
        "SUJET", "ORGANIZATION", "COMPANY", "SOCIETE", "SECTEUR-ACTIVITE", "PERSON", "GEOGRAPHIC",
        "LOCALISATION-GEO", "CORRECTION-DATE",
    )
)  # fmt: skip
_HIGHLIGHT = ("HIGHLIGHT", "ENCART")
_GRAPHIC = ("GRAPHIC", "GRAFIK")
_LANGUAGE = ("LANGUAGE", "SPRACHE", "LANGUE")
_TAGS = (
    "SUBJECT", "SUJET", "ORGANIZATION", "COMPANY", "SOCIETE", "SECTEUR-ACTIVITE", "PERSON", "GEOGRAPHIC",
    "LOCALISATION-GEO",
)  # fmt: skip
_PICTURE = re.compile(r";\s*(?=(?:PHOTO|FOTO)S?:)")  # between the captions of one key
_UPDATED = re.compile(r"UPDATE:\s*\d\d?\. \w+ \d{4}")  # German for LOAD-DATE; in a text, UPDATE opens a note
_PAGE = re.compile(r"(?:Pg|S)\.")


class Paragraph(NamedTuple):
    """Lines with no empty one among them, and whether they are centred."""

    text: str
    is_centred: bool

    @property
    def key(self) -> str | None:
        """The word in capitals before a colon that opens it."""
        key = None if self.is_centred else _KEY.match(self.text)
        return key[1] if key else None

    @property
    def value(self) -> str:
        """What stands behind the key, as one line."""
        return " ".join(_KEY.sub("", self.text, count=1).split())


def read(file: InputFile) -> Iterator[Source | InputError]:
    """The articles of an export, and an InputError in place of one without a text; what stands before the
    first is no article."""
    file, wide = by_lines(file)
    for number, block in enumerate(blocks(file, _COUNTER.match)):
        if number == 0:
            continue
        decoded = decode_block(file, block, number)
        if isinstance(decoded, InputError):
            yield decoded
            continue
        text, encoding = decoded
        found, metadata = split_article(paragraphs(text), file.language)
        yield source(file, number, found, metadata, format="nexis", encoding=wide or encoding)


def paragraphs(block: str) -> list[Paragraph]:
    """The paragraphs of a block, its lines as they are."""
    return [
        Paragraph(part.strip(), part.startswith(" " * _INDENT))
        for part in (each.lstrip("\r\n") for each in _BLANK.split(block))
        if part.strip()
    ]


def split_article(parts: Sequence[Paragraph], language: Language) -> tuple[str, Metadata]:
    """The text of an article, and what the lines around it state."""
    top = next((i for i, part in enumerate(parts) if not part.is_centred), len(parts))
    header, parts = parts[:top], parts[top:]
    first_key = next((i for i, part in enumerate(parts) if part.key in _ABOVE), min(1, len(parts)))
    length = next((i for i, part in enumerate(parts) if part.key in _LENGTH), first_key)
    start = next((i for i in range(length, len(parts)) if parts[i].key not in _ABOVE), len(parts))
    end = next((i for i in range(start, len(parts)) if _is_below(parts[i])), len(parts))
    keyed = [part for part in (*parts[first_key:start], *parts[end:]) if part.key]
    values = {part.key or "": part.value for part in reversed(keyed)}
    rights = [part.text for part in (*header, *parts[end:]) if _is_rights(part)]
    values["copyright"] = " ".join(next(iter(rights), "").split())
    headline = " ".join(word for part in parts[:first_key] for word in part.text.split())
    return "\n\n".join(part.text for part in parts[start:end]), _metadata(header, headline, values, language)


def _is_rights(part: Paragraph) -> bool:
    return part.is_centred and part.text.startswith("Copyright")


def _is_below(part: Paragraph) -> bool:
    return part.key in _BELOW or bool(_UPDATED.fullmatch(part.text)) or _is_rights(part)


def _metadata(
    header: Sequence[Paragraph], headline: str, values: dict[str, str], language: Language
) -> Metadata:
    key, byline = fields_of(values, _BYLINE)
    section = fields_of(values, _SECTION)[1].partition(";")[0].strip()
    return metadata(
        language,
        headline=headline,
        byline=byline,
        published=next((part.text for part in header[1:] if published_at(part.text, language)), ""),
        keys=("headline line", key, "date line"),
        text_language=fields_of(values, _LANGUAGE)[1],
        place=values.get("DATELINE", ""),
        deck=fields_of(values, _HIGHLIGHT)[1],
        captions=_PICTURE.split(fields_of(values, _GRAPHIC)[1]),
        tags=[tag for name in _TAGS for tag in values.get(name, "").split(";")],
        site=" ".join(header[0].text.split()) if header else "",
        section="" if _PAGE.match(section) else section,
        copyright=values["copyright"],
    )
