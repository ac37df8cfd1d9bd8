"""Photo credit: who made or owns a picture."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsparse.article import PhotoCredit
from newsparse.fields.entities import Named, bare, fold, organization, parts, person
from newsparse.languages import load

_DOUBLED = re.compile(r"^(?:credit)+[.…:]*\s*(?=[^\W\d_])", re.I)
_LICENCE = re.compile(r"\bCC(?:[ -](?:BY|0)[\w.-]*(?:\s\d\.\d)?|0)")
_OPENING = re.compile(
    r"^\W*(?:(?:mandatory|featured|main|cover|top|image|images|photo|photos|photograph|photographs|picture|pictures|illustration|photography|video|art)\s)*"
    r"(?:credits?(?:\sshould\sread)?|sources?|copyright|courtesy(?:\sof)?|by|via|from|photos?|images?|pictures?|photographs?|illustrations?|photography)\s*[:.…]*\s+"
    r"(?:(?:by|via|from|courtesy(?:\sof)?|of|is|the|photo|illustration)\s)*",
    re.I,
)
_SEPARATOR = re.compile(
    r"\s*(?:/+|[|;,()\[\]•·:©]|[—–]|--+|\s-\s|(?<=\S)-(?=USA\s)|\s(?:via|by|courtesy of|used under license from|on)\s)\s*", re.I
)


def photo_credit(text: str) -> PhotoCredit:
    """The people and organizations of a photo credit, each once; a name in capitals is printed as a name."""
    names: dict[str, str] = {}
    organizations: dict[str, str] = {}
    for named in _named(fold(text)):
        if named.kind == "person" and named.after not in ("for", "via", "from", "at"):
            printed = person(named.text)
            names.setdefault(printed.casefold(), printed)
        elif named.kind in ("organization", "person", "word", "team", "other"):
            printed = organization(named.text)
            organizations.setdefault(printed.casefold(), printed)
    return PhotoCredit(" ".join(text.split()), tuple(names.values()), tuple(organizations.values()))


def _named(text: str) -> Iterator[Named]:
    text = _LICENCE.sub(" ", _DOUBLED.sub("", text))
    owned = False  # behind a maker stands who distributes it
    slashed = False
    start = 0
    for found in [*_SEPARATOR.finditer(text), None]:
        piece = text[start : found.start()] if found else text[start:]
        for named in parts(_content(piece), True):
            kept = _kept(named)
            if kept is None:
                continue
            if kept.kind == "person" and owned and slashed and not _capitals(kept.text, text):
                kept = kept._replace(kind="organization")
            owned = owned or kept.kind == "person"
            yield kept
        if found:
            slashed = "/" in found[0] or "|" in found[0] or "via" in found[0].lower()
            owned = owned and "(" not in found[0] and ";" not in found[0] and "[" not in found[0]
            start = found.end()


def _content(piece: str) -> str:
    """Without the words that only say that this is a picture's credit ("Photo by", "courtesy of", "file")."""
    piece = _OPENING.sub("", piece + " ").strip()
    pieces = piece.split()
    known = load("en").entities
    while pieces and pieces[0].lower().strip(".:") in known.fillers:
        pieces.pop(0)
    while (
        pieces
        and pieces[-1].lower().strip(".:") in load("en").entities.trailing
        and " ".join(pieces).lower() not in load("en").entities.organizations
    ):
        pieces.pop()
    return " ".join(pieces)


def _kept(named: Named) -> Named | None:
    """What names a maker or an owner: not places, roles and remarks."""
    text = _content(named.text)
    if named.kind in ("place", "role", "credential", "suffix") or not text or named.after == "in":
        return None
    if named.kind in ("word", "other") and (not _named_so(text) or text.lower() in load("en").entities.fillers):
        return None
    return named._replace(text=bare(text).removeprefix("the "))


def _named_so(text: str) -> bool:
    """Whether something unknown could be a maker's or owner's name rather than a remark or a number."""
    coded = " " not in text and any(map(str.isdigit, text))
    return text[0].isalpha() and len(text.split()) <= 4 and any(map(str.isupper, text)) and not coded


def _capitals(name: str, text: str) -> bool:
    """A name in capitals where the rest is not: a person's, as agencies print it."""
    return name.isupper() and not text.isupper()
