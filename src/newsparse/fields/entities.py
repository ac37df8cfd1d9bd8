"""Who and what a few words name: people, organizations, roles, teams, places. The one place where names are recognized."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from newsparse.languages import load

Kind = Literal["person", "word", "organization", "role", "team", "place", "credential", "suffix", "other"]


class Named(NamedTuple):
    """What some words name, as printed, and the connector before them ("and", "for", … or "")."""

    kind: Kind
    text: str
    after: str = ""


LONGEST = 400  # characters of a text that are looked at

_NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.\-‐](?=[^\W\d_]))*\.?,?|[\"“'‘(][^\W\d_][\w.'’-]*[\"”'’)]")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)+")
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|info|news|tv|edu|gov|io|co|in|uk|ie|ca|au|de|fr|eu|us)\b", re.I)
_CONNECTOR = re.compile(r"(?:^|\s)(and|&|\+|with|for|from|at|in|via|of|by)(?:\s|$)", re.I)
_THE = re.compile(r"(?<!\sof)\s(?=The\s)")
_BOTH = re.compile(r"(\S+ \S+) (?:and|&) (.+)")
_POSSESSIVE = re.compile(r"(?<=\w)['’]s?\s+(?=[^\W\d_])")
_SHORTENED = re.compile(r"(?:^|[\s.\-])(?:[^\W\d_]|Jr|Sr|Bros|Inc|Co|Corp|Ltd)$")
_NICKNAME = re.compile(r"[(\"“][^()\"”]*$")
_GLUED = re.compile(r"(?<=[^\W\d_A-Z][^\W\d_A-Z])(?=[A-Z])")
_UPPER = re.compile(r"(?:(?:Mc|Mac|De|La|Le|Di|Van|Von)(?=[A-Z]))?[^a-zß-öø-ÿ]+")
_PLACED = re.compile(r"\s(?:at|for|with)\s(?=(?:the\s)?[A-Z])")
_SHORT = frozenset(("TV", "US", "UK", "UN", "EU", "USA", "NYC", "LLC"))
_EDGES = ' \t\n,.;:|/•·-–—*()[]"“”‘>'


def fold(text: str, longest: int = LONGEST) -> str:
    """The first `longest` characters with white space folded."""
    return " ".join(text[:longest].split())


def bare(text: str) -> str:
    """Without the signs around it; the full stop of an abbreviation stays."""
    kept = text.strip(_EDGES)
    end = text.find(kept) + len(kept)
    if text[end : end + 1] == "." and _SHORTENED.search(kept):
        kept += "."
    opened = _NICKNAME.search(kept)
    return kept + text[end] if opened and end < len(text) and text[end] in ')"”' else kept


def person(text: str) -> str:
    """A name as one would print it: capitals only become McDonald, O'Neil, de la Cruz, J.D., Jr."""
    pieces = text.split()
    if len(pieces) < 2 or not all(map(_UPPER.fullmatch, pieces)):
        return text
    return " ".join(_capitalized(piece, i, len(pieces)) for i, piece in enumerate(pieces))


def organization(text: str) -> str:
    """An organization as one would print it: REUTERS is Reuters, NEW YORK GULL is New York Gull, CNN stays."""
    known = load("en").entities.organizations.get(text.lower())
    if known:
        return known
    return " ".join(map(_word, text.split())) if " " in text and text.isupper() else text


def _word(text: str) -> str:
    known = load("en").entities.organizations.get(text.lower())
    return known or (text if text in _SHORT or _INITIALS.fullmatch(text) else text.capitalize())


def place(text: str) -> str:
    """A place as one would print it: BAGHDAD is Baghdad, WASHINGTON, D.C. keeps its D.C."""
    return ", ".join(_place(part) if part.isupper() else part for part in text.split(", "))


def _place(text: str) -> str:
    pieces = re.split(r"([\s/'’-]+)", text)
    if len(text) == 2 or text in ("USA", "UAE"):
        return text
    small = ("OF", "AND", "THE", "DE", "DEL", "ON", "UPON")
    return "".join(
        piece.lower() if i and piece in small else piece if _INITIALS.fullmatch(piece) else piece.capitalize()
        for i, piece in enumerate(pieces)
    )


def _capitalized(part: str, i: int, n: int) -> str:
    low = part.lower().strip(".,")
    if _INITIALS.fullmatch(part) or (low in load("en").entities.suffixes and low.startswith(("i", "v")) and i):
        return part
    if low in ("dj", "pj", "tj", "aj", "jj", "cj", "rj", "jp", "jd", "bj", "mj", "kj") and i == 0 and n > 1:
        return part
    if low in load("en").entities.particles and 0 < i < n - 1:
        return part.lower()
    pieces = re.split(r"(['’\-‐\"“(])", part)
    joined = "".join(piece[:1] + piece[1:].lower() for piece in pieces)
    if i and pieces[0].lower() in ("al", "el") and len(pieces) > 1:  # an article, as in al-Rubaye
        joined = joined[0].lower() + joined[1:]
    if low.startswith("mc") and len(low) > 3:
        joined = "Mc" + joined[2:3].upper() + joined[3:]
    elif part[:3] == "Mac":
        joined = "Mac" + joined[3:4].upper() + joined[4:]
    return joined


def unglued(text: str) -> str:
    """With a bar where a name and what follows it were run together ("Ann LeeStaff Writer")."""
    if not _GLUED.search(text):
        return text
    spot = 0
    for found in list(_GLUED.finditer(text)):
        at = found.start() + spot
        left, right = text[:at], text[at:]
        before = left.split()
        if len(before) >= 2 and len(before[-1]) > 3 and before[-1] != "Fitz" and _begins(right) and before[-2][:1].isupper():
            text = f"{left} | {right}"
            spot += 3
    return text


def _begins(text: str) -> bool:
    """Whether something of its own can begin here: a role, an organization, or a name of two words."""
    first = text.split()
    low = first[0].lower().strip(".,")
    known = load("en").entities
    if low in known.roles or low in known.modifiers or low == "the" or low in known.organizations or first[0][:2].isupper():
        return True
    return len(first) > 1 and first[1][:1].isupper() and first[1].lower() not in ("by",)


def parts(text: str, led: bool = False) -> Iterator[Named]:
    """What a piece between two separators names, in order. `led`: somebody was named before, so two words and a role are a role."""
    text = bare(text)
    if not text:
        return
    article = _THE.search(text)
    before = kind(text[: article.start()]) if article else "other"
    if article and before in ("person", "team"):
        yield Named(before, text[: article.start()])
        yield from parts(text[article.end() :])
        return
    both = None if led else _BOTH.fullmatch(text)
    if both and _titled(both[1]) and kind(both[2]) == "person":
        yield Named("person", both[1])
        yield Named("person", both[2], "and")
        return
    possessive = _POSSESSIVE.search(text)
    if possessive and kind(text[: possessive.start()]) == "organization":
        yield Named("organization", text[: possessive.start()])
        yield from parts(text[possessive.end() :])
        return
    employer = _PLACED.search(text)
    if employer and kind(text[: employer.start()]) == "person":
        yield Named("person", text[: employer.start()])
        for named in parts(text[employer.end() :], True):
            yield named._replace(after=named.after or "for")
        return
    whole = kind(text)
    if whole == "role" and not led and _titled(text):
        yield Named("person", text)
    elif whole == "role":
        yield from _role(text, led)
    elif whole in ("team", "place"):
        yield Named(whole, text)
    else:
        yield from _connected(text)


def _connected(text: str) -> Iterator[Named]:
    """Split at "and", "for" and the like, where what stands before is something by itself."""
    start, after = 0, ""
    for found in _CONNECTOR.finditer(text) if " " in text else ():
        left = bare(text[start : found.start()]) if found.start() > start else ""
        word = found[1].lower()
        if left:
            named = kind(left)
            if named in ("other", "credential") or (word == "of" and named != "person"):
                continue
            known = named == "person" or left.lower() in load("en").entities.organizations
            if not known and named in ("word", "organization") and kind(text[start:]) == "organization":
                continue  # the connector is a part of the organization's name
            yield Named(named, left, after)
        start, after = found.end(), word
    rest = bare(text[start:])
    if rest:
        yield Named(kind(rest), rest, after)


def _role(text: str, led: bool) -> Iterator[Named]:
    """A role, with the person or organization before it and the person behind it."""
    pieces = text.split()
    start, end = _bounds(pieces)
    before, after = " ".join(pieces[:start]), " ".join(pieces[end:])
    named = kind(before) if before else "other"
    if named == "organization" or (named == "person" and (not led or given(before))):
        yield Named(named, before)
    elif named not in ("person", "other", "word", "credential") or " and " in before or " & " in before:
        yield from _connected(before)
    else:
        start = 0
    if after and kind(after) == "person" and not _PLACED.search(text):
        yield Named("role", " ".join(pieces[start:end]))
        yield Named("person", bare(after))
        return
    role, *employer = _PLACED.split(" ".join(pieces[start:]), maxsplit=1)
    yield Named("role", bare(role))
    if employer:
        yield Named("organization", bare(employer[0]), "at")


def _bounds(pieces: list[str]) -> tuple[int, int]:
    """Where the words of a role begin (its first noun, with the modifiers before it) and where its nouns end."""
    known = load("en").entities
    low = [piece.lower().strip(".,;:()") for piece in pieces]
    nouns = [i for i, word in enumerate(low) if word.split("/")[0] in known.roles]
    start = nouns[0]
    while start and (low[start - 1] in known.modifiers or (low[start - 1] in ("and", "&") and low[max(0, start - 2)] in known.modifiers)):
        start -= 1
    return start, nouns[-1] + 1


def kind(text: str) -> Kind:
    """What the words as a whole name."""
    known = load("en").entities
    low = text.lower().strip(" .,")
    plain = low.removeprefix("the ")
    if low in known.suffixes:
        return "suffix"
    if plain in known.organizations or _DOMAIN.fullmatch(plain):
        return "organization"
    if low in known.places:
        return "place"
    pieces = low.replace(",", " ").split()
    if all(piece.replace(".", "") in known.credentials for piece in pieces) and not text.islower():
        return "credential"
    if pieces[-1] in known.teams or pieces[0] == "team" or plain.startswith(("staff of", "editors of")):
        return "team"
    if any(piece.split("/")[0].strip("()") in known.roles for piece in pieces):
        return "role"
    if _organized(text, pieces):
        return "organization"
    named = _personal(text)
    return "organization" if named == "person" and text.startswith(("The ", "THE ")) else named


def _organized(text: str, pieces: list[str]) -> bool:
    known = load("en").entities
    if len(pieces) == 1:
        return text.isupper() and text.isalpha() and 2 <= len(text) <= 5 and text.lower() not in known.stop
    if len(pieces) > 7 or (text[0].islower() and pieces[0] not in known.organizations):
        return False
    if pieces[0].replace(".", "") in ("us", "uk", "un", "eu"):
        return True
    if any(piece.strip("'’") in known.organization_words for piece in pieces):
        return not (len(pieces) == 2 and given(pieces[0]) and pieces[0] not in known.organization_words)
    return pieces[0] in known.organizations and not given(pieces[0])


def _titled(text: str) -> bool:
    """Whether two words are a name though the second is a role's (Cyrus Engineer, but not Staff Engineer)."""
    pieces = text.split()
    known = load("en").entities
    low = pieces[0].lower()
    return (
        len(pieces) == 2
        and pieces[0].istitle()
        and pieces[1].istitle()
        and not pieces[1].endswith("s")
        and not low.endswith(("ing", "ed"))
        and low not in known.modifiers | known.roles | known.teams | known.organization_words | known.places
        and low not in known.organizations
    )


def given(text: str) -> bool:
    return "given" in load("en").lexicon.words.get(text.split(" ", 1)[0].lower(), ())


def outlet(text: str) -> bool:
    """Whether the one thing behind one name and a comma is where they work: two people would be joined by "and"."""
    pieces = text.lower().split()
    return not (
        given(text.strip())
        or any(piece.strip(".") in load("en").entities.suffixes or len(piece.strip(".")) == 1 for piece in pieces)
        or {"and", "&"} & {*pieces}
    )


def _personal(text: str) -> Kind:
    """A person's name has two to five words in capitals, but for particles, initials and a nickname."""
    known = load("en").entities
    pieces = text.split()
    if len(pieces) > 6 or not all(map(_NAME_WORD.fullmatch, pieces)):
        return "other"
    low = [piece.lower().strip(".,") for piece in pieces]
    if any(word in known.stop or word.endswith(("'s", "’s")) for word in low) or not (text[0].isupper() or low[0] in known.particles):
        return "other"
    if not all(piece[0].isupper() or not piece[0].isalpha() or word in known.particles for piece, word in zip(pieces, low, strict=True)):
        return "other"
    full = sum(not _INITIALS.fullmatch(piece) for piece in pieces)
    return "word" if len(pieces) == 1 else "person" if full else "other"
