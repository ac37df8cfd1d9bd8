"""What an export states of an article, as printed lines, to Metadata."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from newsparse.article import Author, Byline, Caption, Credit
from newsparse.fields.byline import bylines
from newsparse.fields.dateline import dateline
from newsparse.fields.entities import strip_label
from newsparse.fields.note import note
from newsparse.fields.timestamp import times
from newsparse.languages import Language, codes, load
from newsparse.metadata import Metadata
from newsparse.readers.dates import parse_date, printed_days

_PARTICLES = r"(?i:(?:(?:al|da|de[lnr]?|della|di|dos|du|el|la|le|ter?|van|von|zu) )*)"
_SURNAME_FIRST = re.compile(rf"({_PARTICLES}[^\s,;]+), ([^\s,;]+(?: [^\s,;]+)?)")
_EAST_ASIAN = re.compile(r"(\d{4})\s*[年년]\s*(\d\d?)\s*[月월]\s*(\d\d?)\s*[日일]")
_ISO = re.compile(r"\s*(?:\d{4}-\d\d-\d\d|\d{8})(?:T|\s*$)")
_CLOCK = re.compile(
    r"\b(\d\d?):(\d\d)(?::\d\d)?(?:\s*([ap])\.?m\b\.?)?(?:\s*((?:GMT|UTC)[+-]\d\d?|[A-Z]{3,4}\b))?", re.I
)
_SHARE = re.compile(r"(?>(?:(?<!\s)\s++)?)\(\d++%\)")  # how sure an archive is of a subject
_LANGUAGES = {  # names in English, French, German, Spanish, Italian, Chinese and Korean, and their own
    "ar": "arabic arabe arabisch árabe arabo 阿拉伯文 아랍어",
    "cs": "czech tchèque tschechisch checo čeština",
    "da": "danish danois dänisch danés danese dansk",
    "de": "german allemand deutsch alemán tedesco 德文 德语 독일어",
    "en": "english anglais englisch inglés inglese 英文 英语 영어",
    "es": "spanish espagnol spanisch español spagnolo castellano 西班牙文 스페인어",
    "fi": "finnish finnois finnisch finlandés suomi",
    "fr": "french français française französisch francés francese 法文 法语 프랑스어",
    "it": "italian italien italienisch italiano 意大利文 이탈리아어",
    "ja": "japanese japonais japanisch japonés 日文 日语 日本語 일본어",
    "ko": "korean coréen koreanisch coreano 韩文 韓文 한국어",
    "nl": "dutch néerlandais niederländisch holandés neerlandés olandese nederlands",
    "no": "norwegian norvégien norwegisch noruego norsk", "pl": "polish polonais polnisch polaco polski",
    "pt": "portuguese portugais portugiesisch portugués português 葡萄牙文",
    "ru": "russian russe russisch ruso русский 俄文 러시아어",
    "sv": "swedish suédois schwedisch sueco svenska", "tr": "turkish turc türkisch turco türkçe",
    "zh": "chinese chinois chinesisch chino cinese 中文 简体中文 繁体中文 繁體中文 중국어",
}  # fmt: skip
_CODES = {name: code for code, names in _LANGUAGES.items() for name in (code, *names.split())}


def metadata(
    language: Language,
    *,
    headline: str,
    byline: str,
    published: str,
    keys: tuple[str, str, str],
    text_language: str = "",
    place: str = "",
    kicker: str = "",
    deck: str = "",
    captions: Iterable[str] = (),
    credits: Iterable[Credit] = (),
    notes: Iterable[str] = (),
    tags: Iterable[str] = (),
    site: str = "",
    section: str = "",
    url: str = "",
    copyright: str = "",
) -> Metadata:
    """The Metadata of an article of an export, from lines as they are printed, "" where there is none.

    `keys` says where headline, byline and day are stated; `place` is a dateline; `language` is that of words
    such as "By", `text_language` the name or code of that of the text.
    """
    code = language_code(text_language)
    signed = byline_of(byline, load(code) if code in codes() else language)
    instant = published_at(published, language)
    stated = (headline, signed, instant)
    return Metadata(
        headline=headline or None,
        byline=signed,
        published=instant,
        kicker=kicker or None,
        deck=deck or None,
        dateline=dateline(place, language) if place else None,
        credits=tuple(credits),
        notes=tuple(note(text, language) for text in notes),
        captions=tuple(Caption(text) for text in (_caption(each, language) for each in captions) if text),
        tags=tuple(dict.fromkeys(filter(None, (_SHARE.sub("", tag).strip() for tag in tags)))),
        is_article=True,
        is_complete=True,
        sources={
            field: key
            for field, key, value in zip(("headline", "byline", "published"), keys, stated, strict=True)
            if value
        },
        url=url or None,
        site=site or None,
        section=section or None,
        language=code,
        copyright=copyright or None,
    )


def byline_of(line: str, language: Language) -> Byline | None:
    """A stated byline, "Surname, First name" and several between semicolons among them."""
    parts = [part for part in map(str.strip, line.split(";")) if part]
    authors: list[Author] = []
    for part in parts:
        surname_first = _SURNAME_FIRST.fullmatch(part)
        if surname_first and not part.isupper():  # in capitals they may be initials of two
            authors.append(Author(f"{surname_first[2]} {surname_first[1]}"))
            continue
        signed = bylines((part,), language)
        authors.extend(signed.authors if signed else ())
    if not parts:
        return None
    found = {author.name: author for author in reversed(authors)}  # each once, as it is first named
    others = [  # "Ole Varn; Ole Varn reported from Skarn"
        author
        for author in reversed(found.values())
        if not any(author.name.startswith(f"{name} ") for name in found)
    ]
    return Byline(line, tuple(others) or (Author(parts[0]),))


def published_at(line: str, language: Language) -> str | None:
    """The day that a line tells, or the instant, where a clock stands behind it; ISO 8601."""
    if _ISO.match(line):
        return parse_date(line)
    line = _EAST_ASIAN.sub(_iso_day, line)
    at, day = next(printed_days(line), (0, None))
    if day is None:
        return None
    clock = _CLOCK.search(line, at)
    if clock is None:
        return day
    half = f" {clock[3]}m" if clock[3] else ""
    instant, _ = times((f"{day} {clock[1]}:{clock[2]}{half} {clock[4] or ''}",), language)
    return instant.date if instant and instant.date else day


def _iso_day(found: re.Match[str]) -> str:
    return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02} "


def language_code(name: str) -> str | None:
    """The ISO 639-1 code of a language by its name, or by a code."""
    words = re.split(r"\W+", name.casefold())
    return next((_CODES[word] for word in words if word in _CODES), None)


def fields_of(fields: Mapping[str, str], keys: Iterable[str]) -> tuple[str, str]:
    """The first of these keys that has a value, and it; two empty texts where none has."""
    return next(((key, fields[key]) for key in keys if fields.get(key)), ("", ""))


def _caption(text: str, language: Language) -> str:
    return strip_label(" ".join(text.split()), "caption", language)
