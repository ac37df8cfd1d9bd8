"""Exports of Nexis Uni and Lexis Advance, as a document or a text: articles that end with "End of Document".

Of each: the headline, the publication, perhaps an edition, the day, the copyright, keys such as Section and
Length, the text behind the line "Body", and more keys. Before the first there may be a cover, which lists the
headlines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from newsparse.errors import InputError
from newsparse.languages import Language
from newsparse.metadata import Metadata
from newsparse.readers.exports import source
from newsparse.readers.files import InputFile
from newsparse.readers.source import Source
from newsparse.readers.stated import fields_of, metadata, published_at
from newsparse.readers.text import decode_text

_END = re.compile(r"End of Document|Ende des Dokuments|Fin du document|Fin del documento", re.I)
_BODY = re.compile(r"Body|Text|Textkörper|Haupttext|Corps(?: du texte)?|Cuerpo(?: del texto)?", re.I)
_KEY = re.compile(r"\A([^\W\d_][\w-]*+(?: [\w-]++)?):\s")
_SECTION = ("section", "rubrik", "rubrique", "sección")
_LENGTH = ("length", "länge", "longueur", "longitud")
_BYLINE = ("byline", "autor", "auteur")
_HIGHLIGHT = ("highlight", "zusammenfassung", "encart")
_DATELINE = ("dateline", "datumszeile", "lieu")
_ABOVE = frozenset(
    (*_SECTION, *_LENGTH, *_BYLINE, *_HIGHLIGHT, *_DATELINE, "distribution", "series", "guests", "show")
)
_LANGUAGE = ("language", "sprache", "langue", "idioma")
_TAGS = (
    "subject", "company", "organization", "industry", "person", "geographic", "thema", "sujet",
    "materia",
)  # fmt: skip
_BELOW = frozenset(
    (
        *_LANGUAGE, *_TAGS, "publication-type", "journal code", "ticker", "load-date", "correction-date",
        "type", "ladedatum", "date de chargement", "publikationstyp",
    )
)  # fmt: skip
_CLASSIFICATION = re.compile(r"Classification|Klassifi\w+|Clasificación", re.I)
_GRAPHIC = re.compile(r"Graphic|Grafik|Graphique|Gráfico", re.I)
_RIGHTS = re.compile(r"Copyright|©|\(c\)", re.I)
_ADDRESS = re.compile(r"https?://[^\s/]+/\S+")
_ABSTRACT = ("ABSTRACT", "RÉSUMÉ", "ZUSAMMENFASSUNG")
_FULL_TEXT = ("FULL TEXT", "TEXTE INTÉGRAL", "VOLLTEXT")
_PAGE = re.compile(r"(?>(?:,\s*+|(?<![\s,])\s++)?)\b(?:Pg|S|p)\. ?\S++$")
MAX_HEADER = 5  # headline, publication, edition, day, a note on a correction


def is_export(paragraphs: Sequence[str]) -> bool:
    """Whether paragraphs are those of an export: the end of an article, and a length above a text."""
    keys = {_key(part) for part in paragraphs}
    return any(_END.fullmatch(part.strip()) for part in paragraphs) and not keys.isdisjoint(_LENGTH)


def read(file: InputFile) -> Iterator[Source | InputError]:
    """The articles of an export as text, and an InputError in place of one without a text. Raises
    InputError."""
    text, encoding = decode_text(file.data(), file.name, file.encoding)
    yield from articles(file, text.splitlines(), "nexis-uni", encoding)


def articles(
    file: InputFile, paragraphs: Sequence[str], format: str, encoding: str | None = None
) -> Iterator[Source | InputError]:
    """The articles of an export's paragraphs, and an InputError in place of one without a text."""
    block: list[str] = []
    number = 0
    for part in (*paragraphs, None):
        if part is not None and not _END.fullmatch(part.strip()):
            block.append(part)
            continue
        if part is not None or any(_key(each) in _LENGTH for each in block):
            number += 1
            text, stated = _split(block, file.language)
            yield source(file, number, text, stated, format=format, encoding=encoding)
        block = []


def _key(paragraph: str) -> str:
    """The name before a colon that opens a paragraph, in lower case; "" where there is none."""
    key = _KEY.match(paragraph.strip() + " ")
    return key[1].casefold() if key else ""


def _value(paragraph: str) -> str:
    return " ".join(_KEY.sub("", paragraph.strip() + " ", count=1).split())


def _split(block: Sequence[str], language: Language) -> tuple[str, Metadata]:
    """The text of an article, and what the paragraphs around it state."""
    parts = [part.strip() for part in block if part.strip()]
    top = next((i for i, part in enumerate(parts) if _is_above(part)), len(parts))
    body = next((i for i in range(top, len(parts)) if _BODY.fullmatch(parts[i])), None)
    if body is None:  # no such line: the text begins behind the keys that stand together
        body = next((i for i in range(top, len(parts)) if not _is_above(parts[i])), len(parts)) - 1
    graphic = next((i for i in range(body + 1, len(parts)) if _GRAPHIC.fullmatch(parts[i])), len(parts))
    end = next((i for i in range(body + 1, graphic) if _is_below(parts[i])), graphic)
    keyed = [part for part in (*parts[top : body + 1], *parts[end:]) if _key(part)]
    values = {_key(part): _value(part) for part in reversed(keyed)}
    deck, story = _abstract([part for part in parts[body + 1 : end] if _key(part) != "correction-date"])
    values["deck"] = fields_of(values, _HIGHLIGHT)[1] or deck
    values["copyright"] = next((part for part in parts[top:body] if _RIGHTS.match(part)), "")
    values["url"] = next((part for part in reversed(story) if _ADDRESS.fullmatch(part)), "")
    captions = list(takewhile(lambda part: not _is_below(part), parts[graphic + 1 :]))
    return "\n\n".join(story), _metadata(_header(parts[:top], language), values, captions, language)


def _is_above(part: str) -> bool:
    return bool(_RIGHTS.match(part)) or _key(part) in _ABOVE


def _is_below(part: str) -> bool:
    return _key(part) in _BELOW or bool(_CLASSIFICATION.fullmatch(part))


def _abstract(story: list[str]) -> tuple[str, list[str]]:
    """The summary that stands before the full text under a heading, and the text without it."""
    if story and story[0] in _ABSTRACT:
        full = next((i for i, part in enumerate(story) if part in _FULL_TEXT), None)
        if full is not None:
            return " ".join(story[1:full]), story[full + 1 :]
    return "", story


def _header(parts: list[str], language: Language) -> tuple[str, str, str]:
    """Headline, publication and day of an article, the first of which stand behind a cover too."""
    days = [i for i, part in enumerate(parts) if published_at(part, language)]
    if len(parts) > MAX_HEADER and days:
        parts = parts[max(0, days[-1] - 2) :]
    lines = [" ".join(part.split()) for part in parts]
    day = next((line for line in lines[1:] if published_at(line, language)), "")
    headline, publication = (*(line for line in lines if line != day), "", "")[:2]
    return headline, publication, day


def _metadata(
    header: tuple[str, str, str], values: Mapping[str, str], captions: list[str], language: Language
) -> Metadata:
    headline, publication, day = header
    key, byline = fields_of(values, _BYLINE)
    section = _PAGE.sub("", fields_of(values, _SECTION)[1].partition(";")[0]).strip()
    return metadata(
        language,
        headline=headline,
        byline=byline,
        published=day,
        keys=("title", key, "date line"),
        text_language=fields_of(values, _LANGUAGE)[1],
        place=fields_of(values, _DATELINE)[1],
        deck=values["deck"],
        captions=captions,
        tags=[tag for key in _TAGS for tag in values.get(key, "").split(";")],
        site=publication,
        section=section,
        url=values["url"],
        copyright=" ".join(values["copyright"].split()),
    )
