"""The names of people in a text that is known to tell an author: an author property, or an element marked as byline."""

from __future__ import annotations

import re

from newsparse.fields.entities import classify, is_first_name
from newsparse.languages import load

MAX_TEXT = 1_000  # characters of a text that names are looked for in
MAX_WORDS = 6
MAX_LENGTH = 60

_OPENING = re.compile(
    r"^\W*(?:(?:(?:written|posted|published|authored|words|story|text|article|report|reported|contributed)\s+)?by|authors?|from"
    r"|von|par|por|di|av|af|door|autor(?:e|a|in)?|auteur|texte?|texto|testo|foto|przez|автор|oleh)\b[\s:]*",
    re.I,
)
_OTHERS_WORK = re.compile(
    r"\b(?:review|edit|updat|check|research|illustrat|photograph|translat|verif|approv|medically)\w*(?:\s+\w+)?\s*(?:by\b|:)", re.I
)
_BETWEEN = re.compile(r"\s*(?:[;|/•·&+]|\n|\s[-–—]\s|\b(?:and|und|et|og|och)\b)\s*", re.I)
_NOISE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\bhttps?:\S*|\bwww\.\S*|\S+@\S+|(?<!\w)@\w+|[\"“”„]")
_ACCOUNT = re.compile(r"[^\W_]{2,}[._][^\W_]{2,}")  # a user's or a host's name
_PARTICLES = frozenset([
    "al", "bin", "da", "dal", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "e", "el", "i", "ibn", "la", "las", "le",
    "los", "of", "ten", "ter", "van", "vom", "von", "y", "zu", "zur",
])  # fmt: skip
_NO_NAMES = frozenset(
    [
        "about", "ad", "bio", "by", "clock", "comment", "cookie", "form", "media", "month", "nav", "publish", "related", "role",
        "share", "speech", "tags", "weekday",
    ]
)  # fmt: skip
_NOBODY = frozenset(
    [
        "admin", "administrator", "anonymous", "author", "authors", "contributor", "default", "editor", "guest", "null", "root",
        "staff", "team", "user", "webmaster",
    ]
)  # fmt: skip
_DESKS = frozenset(
    [
        "desk", "editorial", "editors", "newsdesk", "newsroom", "redacción", "redaction", "redaktion", "rédaction", "redazione",
        "staff", "team",
    ]
)  # fmt: skip


def people(text: str, *, stated: bool = False) -> tuple[str, ...]:
    """The names in a text, in order; `stated`: the text is the value of an author property, so that unusual names count too.

    What follows a comma is a role or an outlet, unless the names are a list.
    """
    text = text[:MAX_TEXT]
    if _OTHERS_WORK.search(text):
        return ()
    pieces = _BETWEEN.split(_OPENING.sub("", _NOISE.sub(" ", text)))
    if len(pieces) > 1 or (stated and text.count(",") > 1):
        pieces = [part for piece in pieces for part in piece.split(",")]
    names = (" ".join(_OPENING.sub("", piece.partition(",")[0]).strip(" .:-–—*").split()) for piece in pieces)
    return tuple(dict.fromkeys(name for name in names if is_name(name, stated=stated)))


def is_name(text: str, *, stated: bool = False) -> bool:
    """Whether a text reads as a person's name, or, where it is `stated` as one, as anything that can be one."""
    words = text.split()
    if not 0 < len(words) <= MAX_WORDS or len(text) > MAX_LENGTH or not text[0].isalpha() or any(map(str.isdigit, text)):
        return False
    if text.lower() in _NOBODY or _ACCOUNT.search(text) or (classify(text, load("en")) == "role" and not is_first_name(text, load("en"))):
        return False
    if stated:
        return _DESKS.isdisjoint(re.split(r"[\s-]+", text.lower()))
    return all(word in _PARTICLES or (not word[0].islower() and _can_name(word.strip(".,").lower())) for word in words)


def _can_name(word: str) -> bool:
    classes = load("en").lexicon.words.get(word, ())
    return word in _PARTICLES or "given" in classes or (word not in load("en").lexicon.stops and _NO_NAMES.isdisjoint(classes))


def leads_to_others(text: str) -> bool:
    """Whether a text ends by announcing who did something else than write, as "Reviewed by"."""
    return bool(_OTHERS_WORK.search(text[-40:])) and text.rstrip(" :").lower().endswith("by")


def key(text: str) -> str:
    """What stays of a text when case, spaces and signs do not count."""
    return "".join(filter(str.isalnum, text.casefold()))
