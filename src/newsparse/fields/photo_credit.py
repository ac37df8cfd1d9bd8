"""Photo credit: who made or owns a picture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newsparse.article import Caption, PhotoCredit
from newsparse.fields.entities import (
    Entity,
    entities,
    normalize_space,
    print_organization,
    print_person,
    rewritten,
    strip_article,
    strip_label,
    strip_punctuation,
)
from newsparse.languages import Language
from newsparse.regex import lazy

_LICENCE = lazy(r"\bCC(?:[ -](?:BY|0)[\w.-]*(?:\s\d\.\d)?|0)")


def photo_credit(text: str, language: Language) -> PhotoCredit:
    """The people and organizations of a photo credit, each once; a name in capitals is printed as a name."""
    names: dict[str, str] = {}
    organizations: dict[str, str] = {}
    for entity in _makers_and_owners(normalize_space(text), language):
        if entity.kind == "person" and entity.connector not in language.fields.photo_credit.owners:
            printed = print_person(entity.text, language)
            names.setdefault(printed.casefold(), printed)
        else:
            printed = print_organization(entity.text, language)
            organizations.setdefault(printed.casefold(), printed)
    printed = " ".join(text.split())
    return PhotoCredit(
        strip_label(printed, "photo_credit", language) or printed,
        tuple(names.values()),
        tuple(organizations.values()),
    )


@cache
def _separator(language: Language) -> re.Pattern[str]:
    """What stands between a maker and an owner."""
    patterns, sign = language.fields.photo_credit, r"/++|[|;,()\[\]•·:©]|[—–]|--+"
    return re.compile(
        rf"(?:(?<!\s)\s++(?:{sign}|-\s|(?:{patterns.separator})\s)|{sign}|{patterns.joint})\s*+", re.I
    )


def caption(text: str, credit: str, language: Language) -> Caption | None:
    """The caption and the credit of a picture that are stated; where no credit is, the one that ends the
    caption. None where there is neither."""
    text, credit = " ".join(text.split()), " ".join(credit.split())
    if not credit:
        found = (language.segment.credit.search(text), language.segment.local_credit.search(text))
        start = min((match.start() for match in found if match), default=len(text))
        text, credit = text[:start].rstrip(" (["), text[start:].strip(" ()[]")
    if not text and not credit:
        return None
    return Caption(text or None, photo_credit(credit, language) if credit else None)


def _makers_and_owners(text: str, language: Language) -> Iterator[Entity]:
    patterns = language.fields.photo_credit
    text = rewritten(_LICENCE.sub(" ", patterns.doubled.sub("", text)), patterns.rewrites)
    after_maker = False  # where who distributes the picture stands
    distributed = False  # behind a sign of that
    start = 0
    for separator in [*_separator(language).finditer(text), None]:
        piece = text[start : separator.start()] if separator else text[start:]
        for entity in entities(_content(piece, language), language, True):
            named = _maker_or_owner(entity, language)
            if named is None:
                continue
            if named.kind == "person" and after_maker and distributed and not _capitals(named.text, text):
                named = named._replace(kind="organization")
            after_maker = after_maker or named.kind == "person"
            yield named
        if separator:
            signs = set(separator[0])
            distributed = bool(signs & set("/|") or patterns.distributor.search(separator[0]))
            after_maker = after_maker and not signs & set("(;[")
            start = separator.end()


def _content(piece: str, language: Language) -> str:
    """Without the words that only say that this is a picture's credit ("Photo by", "courtesy of", "file")."""
    known = language.entities
    words = language.fields.photo_credit.opening.sub("", piece + " ").split()
    while words and words[0].lower().strip(".:") in known.fillers and not _is_known(words, language):
        words.pop(0)
    while (
        words
        and words[-1].lower().strip(".:") in known.trailing
        and not _ends_in_organization(words, language)
    ):
        words.pop()
    return strip_article(" ".join(words), language)


def _is_known(words: list[str], language: Language) -> bool:
    """Whether words are a known organization ("picture alliance")."""
    return len(words) > 1 and " ".join(words).lower() in language.entities.organizations


def _ends_in_organization(words: list[str], language: Language) -> bool:
    """Whether the last words are a known organization ("Getty Images")."""
    return any(" ".join(words[-n:]).lower() in language.entities.organizations for n in range(1, 4))


def _maker_or_owner(entity: Entity, language: Language) -> Entity | None:
    """The entity without remarks around it; None for places, roles and remarks."""
    text = _content(entity.text, language)
    if entity.kind in ("place", "role", "credential", "suffix") or not text:
        return None
    if entity.connector in language.fields.photo_credit.places:
        return None
    if entity.kind in ("word", "other") and (
        not _can_be_name(text) or text.lower() in language.entities.fillers
    ):
        return None
    return entity._replace(text=strip_article(strip_punctuation(text, language), language))


def _can_be_name(text: str) -> bool:
    """Whether something unknown could be a maker's or owner's name rather than a remark or a number."""
    coded = " " not in text and any(map(str.isdigit, text))
    return text[0].isalpha() and len(text.split()) <= 4 and any(map(_is_capital, text)) and not coded


def _is_capital(letter: str) -> bool:
    """Whether a letter is a capital, or of a script without them."""
    return letter.isupper() or (letter.isalpha() and letter.lower() == letter.upper())


def _capitals(name: str, text: str) -> bool:
    """A name in capitals where the rest is not: a person's, as agencies print it."""
    return name.isupper() and not text.isupper()
