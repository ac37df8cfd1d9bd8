"""Who and what a few words name: people, organizations, roles, teams, places.
The one place where names are recognized.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import Literal, NamedTuple

from newsparse.article import Label
from newsparse.languages import Language
from newsparse.languages.patterns import NEVER, Rewrites
from newsparse.regex import POINTS, lazy, one_of

Kind = Literal["person", "word", "organization", "role", "team", "place", "credential", "suffix", "other"]


class Entity(NamedTuple):
    """What some words name, as printed, and the connector before them ("and", "for", … or "")."""

    kind: Kind
    text: str
    connector: str = ""


# of a text that are looked at: longer than any byline of the labelled texts, and a bound on the work
MAX_CHARACTERS = 400

_NAME_WORD = lazy(
    rf"[^\W\d_](?:[^\W\d_]|[{POINTS}\u0e31\u0e34-\u0e4e]|['’.\-‐](?=[^\W\d_]))*\.?,?|"
    r"[\"“'‘(][^\W\d_][\w.'’-]*[\"”'’)]"
)
_ELIDED = lazy(r"[^\W\d_]{1,4}['’-](?=[^\W\d_a-z])")  # a particle that a name goes on behind: d'Emilio
_INITIALS = lazy(r"(?:[^\W\d_]\.-?)+")
_DOMAIN = lazy(
    r"[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|info|news|tv|edu|gov|io|co|in|uk|ie|ca|au|nz|za|de|fr|es|it|pt|br|nl|pl|ru|tr|kr|jp|cn|id|eu|us)\b",
    re.I,
)
DOTLESS = frozenset(("tr", "az"))  # languages in which I is the capital of ı
_NICKNAME = lazy(r"[(\"“][^()\"”]*$")
_GLUED = lazy(r"(?<=[^\W\d_A-Z][^\W\d_A-Z])(?=[A-Z])")
_CAPITALS = lazy(r"(?:(?:Mc|Mac|De|La|Le|Di|Van|Von)(?=[A-Z]))?[^a-zß-öø-ÿ]+")
_EDGES = ' \t\n,.;:|/•·-–—*()[]"“”‘„«»>（）【】〔〕「」／：；、。，'


def normalize_space(text: str, length: int = MAX_CHARACTERS) -> str:
    """The first `length` characters with each stretch of white space as one space."""
    return " ".join(text[:length].split())


def rewritten(text: str, rewrites: Rewrites) -> str:
    """The text with each pattern replaced, in order."""
    for pattern, replacement in rewrites:
        text = pattern.sub(replacement, text)
    return text


def strip_punctuation(text: str, language: Language) -> str:
    """Without the signs around it; the full stop of an abbreviation stays."""
    kept = text.strip(_EDGES)
    end = text.find(kept) + len(kept)
    if text[end : end + 1] == "." and language.fields.entities.abbreviation.search(kept):
        kept += "."
    opened = _NICKNAME.search(kept)
    return kept + text[end] if opened and end < len(text) and text[end] in ')"”' else kept


def strip_label(text: str, label: Label, language: Language) -> str:
    """The text of a part without an explicit label before it ("Caption: The mill" is The mill)."""
    opening = language.fields.part_labels.get(label, NEVER).match(text)
    return text[opening.end() :] if opening else text


def strip_article(text: str, language: Language) -> str:
    """Without an article in lower case before it ("the Gull" is Gull, "The Gull" stays)."""
    first, _, rest = text.partition(" ")
    return rest if rest and first in language.entities.articles else text


def print_person(text: str, language: Language) -> str:
    """A name as one would print it: capitals only become McDonald, O'Neil, de la Cruz, J.D., Jr."""
    words = text.split()
    if len(words) < 2 or not all(map(_CAPITALS.fullmatch, words)) or not all(map(_has_case, words)):
        return text
    return " ".join(_print_name_word(word, i, len(words), language) for i, word in enumerate(words))


def _has_case(word: str) -> bool:
    """Whether a word is of no script without capitals, as Hangul."""
    return not word[0].isalpha() or word[0].lower() != word[0].upper()


def print_organization(text: str, language: Language) -> str:
    """An organization as one would print it: REUTERS is Reuters, NEW YORK GULL is New York Gull,
    CNN stays.
    """
    printed = language.entities.organizations.get(text.lower())
    if printed:
        return printed
    if " " not in text or not text.isupper() or not all(map(_has_case, text.split())):
        return text
    return " ".join(_print_organization_word(word, language) for word in text.split())


def _print_organization_word(word: str, language: Language) -> str:
    printed = language.entities.organizations.get(word.lower())
    return printed or (
        word
        if word in language.entities.acronyms or _INITIALS.fullmatch(word)
        else _capitalize(word, language)
    )


def _capitalize(word: str, language: Language) -> str:
    """A word in capitals with its first one alone; a dotted I is an i, and the other I is so only where a
    language has no dotless ı.
    """
    rest = word[1:].replace("I", "ı") if language.code in DOTLESS else word[1:]
    return word[:1] + rest.replace("İ", "i").lower()


def print_place(text: str, language: Language) -> str:
    """A place as one would print it: BAGHDAD is Baghdad, WASHINGTON, D.C. keeps its D.C."""
    return ", ".join(
        _print_place_part(part, language) if _in_capitals(part, language) else part
        for part in text.split(", ")
    )


def _in_capitals(text: str, language: Language) -> bool:
    """Whether all words but such as "and" stand in capitals."""
    words = [word for word in text.split() if word not in language.entities.place_small_words]
    return bool(words) and " ".join(words).isupper()


def _print_place_part(text: str, language: Language) -> str:
    if len(text) == 2 or text in language.entities.place_acronyms:
        return text
    return "".join(
        word.lower()
        if i and word.lower() in language.entities.place_small_words
        else word
        if _INITIALS.fullmatch(word) or word in language.entities.place_acronyms
        else _capitalize(word, language)
        for i, word in enumerate(re.split(r"([\s/'’-]+)", text))
    )


def _print_name_word(word: str, i: int, n: int, language: Language) -> str:
    """The `i`-th of the `n` words of a name in capitals."""
    low = word.lower().strip(".,")
    if _INITIALS.fullmatch(word) or (low in language.entities.suffixes and low.startswith(("i", "v")) and i):
        return word
    if low in language.entities.initials and i == 0:
        return word
    if low in language.entities.particles and 0 < i < n - 1:
        return word.lower()
    pieces = re.split(r"(['’\-‐\"“(])", word)
    joined = "".join(_capitalize(piece, language) for piece in pieces)
    if i and pieces[0].lower() in ("al", "el") and len(pieces) > 1:  # an article, as in al-Rubaye
        joined = joined[0].lower() + joined[1:]
    if low.startswith("mc") and len(low) > 3:
        joined = "Mc" + joined[2:3].upper() + joined[3:]
    elif word[:3] == "Mac":
        joined = "Mac" + joined[3:4].upper() + joined[4:]
    return joined


def split_glued(text: str, language: Language) -> str:
    """With a bar where a name and what follows it were run together ("Ann LeeStaff Writer")."""
    shift = 0
    for joint in list(_GLUED.finditer(text)):
        offset = joint.start() + shift
        left, right = text[:offset], text[offset:]
        before = left.split()
        if len(before) < 2 or len(before[-1]) <= 3 or before[-1] == "Fitz" or not before[-2][:1].isupper():
            continue
        if _can_open(right, language):
            text = f"{left} | {right}"
            shift += 3
    return text


def _can_open(text: str, language: Language) -> bool:
    """Whether something of its own can begin here: a role, an organization, or a name of two words."""
    words = text.split()
    first = words[0].lower().strip(".,")
    known = language.entities
    if (
        any(first in group for group in (known.roles, known.modifiers, known.articles, known.organizations))
        or words[0][:2].isupper()
    ):
        return True
    return (
        len(words) > 1
        and words[1][:1].isupper()
        and words[1].lower() not in language.fields.entities.introducers
    )


def entities(text: str, language: Language, after_name: bool = False) -> Iterator[Entity]:
    """What a piece between two separators names, in order.
    `after_name`: somebody was named before, so two words and a role are a role.
    """
    text = strip_punctuation(text, language)
    if not text:
        return
    divided = _divided(text, language, after_name)
    if divided is not None:
        yield from divided
        return
    kind = classify(text, language)
    if kind == "role" and not after_name and _name_like_role(text, language):
        yield Entity("person", text)
    elif kind == "role":
        yield from _role(text, language, after_name)
    elif kind in ("team", "place"):
        yield Entity(kind, text)
    else:
        yield from _connected(text, language)


def _divided(text: str, language: Language, after_name: bool) -> Iterator[Entity] | None:
    """What a text names that two things make which are known by the words between them, or None."""
    patterns = language.fields.entities
    article = patterns.article.search(text)
    before = classify(text[: article.start()], language) if article else "other"
    if article and before in ("person", "team") and not _ends_in_connector(text[: article.start()], language):
        return chain([Entity(before, text[: article.start()])], entities(text[article.end() :], language))
    both = None if after_name else patterns.both.fullmatch(text)
    if both and _name_like_role(both[1], language) and classify(both[2], language) == "person":
        return iter((Entity("person", both[1]), Entity("person", both[2], "and")))
    joint = _joint(text, language)
    if joint:
        behind = entities(text[joint.end() :], language)
        joined = (
            entity._replace(connector=entity.connector or ("and" if i == 0 else ""))
            for i, entity in enumerate(behind)
        )
        return chain(entities(text[: joint.start()], language, after_name), joined)
    possessive = patterns.possessive.search(text)
    if possessive and classify(text[: possessive.start()], language) == "organization":
        return chain(
            [Entity("organization", text[: possessive.start()])], entities(text[possessive.end() :], language)
        )
    employer = patterns.employer.search(text)
    if employer and classify(text[: employer.start()], language) == "person":
        behind = entities(strip_article(text[employer.end() :], language), language, True)
        employers = (entity._replace(connector=entity.connector or employer[1].lower()) for entity in behind)
        return chain([Entity("person", text[: employer.start()])], employers)
    start = _employer_start(text, language)
    if start:
        return chain([Entity("person", text[: start - 1])], entities(text[start:], language, True))
    return None


def _ends_in_connector(text: str, language: Language) -> bool:
    return language.fields.entities.connector.fullmatch(text.split()[-1]) is not None


@cache
def _conjunction(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{one_of(language.entities.conjunctions)})\s", re.I)


def _joint(text: str, language: Language) -> re.Match[str] | None:
    """A conjunction between a role, a person or an organization and what cannot belong to it: a name,
    or a team.
    """
    for joint in _conjunction(language).finditer(text):
        left, right = classify(text[: joint.start()], language), text[joint.end() :]
        if left == "person" and classify(right, language) in ("team", "organization"):
            return joint
        if left in ("role", "organization") and _opens_with_name(right, language):
            return joint
        known = language.entities.organizations
        if text[: joint.start()].lower() in known and right.lower() in known:
            return joint
    return None


def _opens_with_name(text: str, language: Language) -> bool:
    """Whether a text begins with a first name and a surname."""
    words = text.split()
    name = " ".join(words[:2])
    return len(words) > 1 and is_first_name(name, language) and classify(name, language) == "person"


def _employer_start(text: str, language: Language) -> int:
    """Where an organization begins that stands behind a name without a sign between them;
    0 where none does.
    """
    words = text.split(" ")
    for n in range(2, min(len(words), 6)):
        small = [word.lower() in language.entities.particles for word in words[:n]]
        if small[-1] or n - sum(small) > 3:
            continue  # "JEAN DE", or more than a name has
        name, rest = " ".join(words[:n]), " ".join(words[n:])
        if (
            not rest
            or classify(name, language) != "person"
            or classify(rest, language) not in ("organization", "role", "team")
        ):
            continue
        known = language.entities.organizations
        agency = rest.lower() in known or (words[n].lower() in known and classify(rest, language) == "role")
        if agency or (name.isupper() != rest.isupper() and " " in rest):
            return len(name) + 1
    return 0


def _connected(text: str, language: Language) -> Iterator[Entity]:
    """Split at "and", "for" and the like, where what stands before is something by itself."""
    start, connector = 0, ""
    for found in language.fields.entities.connector.finditer(text) if " " in text else ():
        left = strip_punctuation(text[start : found.start()], language) if found.start() > start else ""
        word = found[1].lower()
        if left:
            kind = classify(left, language)
            if kind in ("other", "credential") or (
                word in language.fields.entities.genitives and kind != "person"
            ):
                continue
            known = (
                kind == "person" or strip_article(left.lower(), language) in language.entities.organizations
            )
            if (
                not known
                and kind in ("word", "organization")
                and classify(text[start:], language) == "organization"
            ):
                continue  # the connector is a part of the organization's name
            yield Entity(kind, left, connector)
        start, connector = found.end(), word
    rest = strip_punctuation(text[start:], language)
    if rest:
        yield Entity(classify(rest, language), rest, connector)


def _role(text: str, language: Language, after_name: bool) -> Iterator[Entity]:
    """A role, with the person or organization before it and the person behind it."""
    words = text.split()
    start, end = _role_bounds(words, language)
    before, after = " ".join(words[:start]), " ".join(words[end:])
    kind = classify(before, language) if before else "other"
    if kind == "organization" or (kind == "person" and (not after_name or is_first_name(before, language))):
        yield Entity(kind, before)
    elif kind not in (
        "person",
        "other",
        "word",
        "credential",
    ) or (
        not language.entities.conjunctions.isdisjoint(before.split()[1:-1])
        and not (after_name and _are_fields(before, language))
    ):
        yield from _connected(before, language)
    else:
        start = 0
    if (
        after
        and words[end].lower() not in language.fields.byline.places
        and classify(after, language) == "person"
        and not language.fields.entities.employer.search(text)
    ):
        yield Entity("role", " ".join(words[start:end]))
        yield Entity("person", strip_punctuation(after, language))
        return
    role = " ".join(words[start:])
    employer = language.fields.entities.employer.search(role)
    yield Entity("role", strip_punctuation(role[: employer.start()] if employer else role, language))
    if employer:
        yield Entity("organization", strip_punctuation(role[employer.end() :], language), "at")


def _are_fields(text: str, language: Language) -> bool:
    """Whether a text is single words and a conjunction, which name nobody ("Education and Skills")."""
    return all(classify(part, language) == "word" for part in _conjunction(language).split(text))


def _role_bounds(words: list[str], language: Language) -> tuple[int, int]:
    """Where the words of a role begin (its first noun,
    with the modifiers before it) and where its nouns end.
    """
    known = language.entities
    low = [word.lower().strip(".,;:()") for word in words]
    nouns = [i for i, word in enumerate(low) if _is_role(word.split("/")[0], language)]
    start = nouns[0]
    while start and (
        low[start - 1] in known.modifiers
        or language.fields.entities.modifier.fullmatch(low[start - 1])
        or (low[start - 1] in known.conjunctions and low[max(0, start - 2)] in known.modifiers)
    ):
        start -= 1
    return start, nouns[-1] + 1


def _is_role(word: str, language: Language) -> bool:
    """Whether a word in lower case is a role's."""
    return word in language.entities.roles or language.fields.entities.role.fullmatch(word) is not None


def classify(text: str, language: Language) -> Kind:
    """What the words as a whole name."""
    known = language.entities
    low = text.lower().strip(" .,")
    plain = strip_article(low, language)
    if low in known.suffixes:
        return "suffix"
    if plain in known.organizations or _DOMAIN.fullmatch(plain):
        return "organization"
    if low in known.places:
        return "place"
    words = low.replace(",", " ").split()
    if all(word.replace(".", "") in known.credentials for word in words) and not text.islower():
        return "credential"
    if words[-1] in known.teams or language.fields.entities.team.match(low):
        return "team"
    if any(_is_role(word.split("/")[0].strip("()"), language) for word in words):
        return "role"
    if _is_organization(text, words, language):
        return "organization"
    kind = _personal(text, language)
    if kind == "person" and words[0] in known.place_openers and len(words) == 2:
        return "place"
    return "organization" if kind == "person" and words[0] in known.articles else kind


def _is_organization(text: str, words: list[str], language: Language) -> bool:
    known = language.entities
    if language.fields.entities.single_organization.fullmatch(text):
        return True
    if len(words) == 1:
        short = text.isupper() and text.isalpha() and 2 <= len(text) <= 5 and text.lower() not in known.stop
        return short or _is_compound(text, language)
    if len(words) > 7 or (text[0].islower() and words[0] not in known.organizations):
        return False
    if words[0].replace(".", "") in known.states:
        return True
    if any(part.strip("'’") in known.organization_words for word in words for part in word.split("-")):
        return not (
            len(words) == 2 and is_first_name(words[0], language) and words[0] not in known.organization_words
        )
    return words[0] in known.organizations and not is_first_name(words[0], language)


def _is_compound(text: str, language: Language) -> bool:
    """Whether a word is made of two, of which the second is an organization's ("HarborPost")."""
    second = _GLUED.search(text)
    return second is not None and text[second.start() :].lower() in language.entities.organization_words


def is_outlet(text: str, language: Language) -> bool:
    """Whether a text is the name of a paper, a station or a site, and nothing else."""
    known = language.entities
    words = text.split()
    low = [word.lower().strip(".,") for word in words]
    plain = strip_article(" ".join(low), language)
    if (
        plain in known.organizations
        or _DOMAIN.fullmatch(plain)
        or (len(words) == 1 and _is_compound(text, language))
    ):
        return True
    small = known.articles | known.conjunctions | known.place_small_words
    named = all(word[:1].isupper() or not word[:1].isalpha() or word.lower() in small for word in words)
    return named and 2 <= len(words) <= 5 and not known.outlet_words.isdisjoint(low)


def _name_like_role(text: str, language: Language) -> bool:
    """Whether two words are a name though the second is a role's (Cyrus Engineer, but not Staff Engineer)."""
    words = text.split()
    known = language.entities
    if len(words) != 2 or not words[0].istitle() or not words[1].istitle():
        return False
    low = words[0].lower()
    if language.fields.entities.plural.search(words[1]) or language.fields.entities.participle.search(low):
        return False
    common = (
        known.modifiers,
        known.roles,
        known.teams,
        known.organization_words,
        known.places,
        known.organizations,
    )
    return not any(low in group for group in common)


def is_first_name(text: str, language: Language) -> bool:
    """Whether the first word of a text is known as a first name."""
    return "given" in language.lexicon.words.get(text.split(" ", 1)[0].lower(), ())


def is_employer(text: str, language: Language) -> bool:
    """Whether the one thing behind one name and a comma is where they work:
    two people would be joined by "and".
    """
    words = text.lower().split()
    return not (
        is_first_name(text.strip(), language)
        or language.fields.entities.single_name.fullmatch(text.strip())
        or any(word.strip(".") in language.entities.suffixes or len(word.strip(".")) == 1 for word in words)
        or not language.entities.conjunctions.isdisjoint(words)
    )


def _personal(text: str, language: Language) -> Kind:
    """A person's name has two to five words in capitals, or of a script without them, but for particles,
    initials and a nickname.
    """
    known = language.entities
    if language.fields.entities.single_name.fullmatch(text):
        return "person"
    words = text.split()
    if len(words) > 6 or not all(map(_NAME_WORD.fullmatch, words)):
        return "other"
    low = [word.lower().strip(".,") for word in words]
    if any(word in known.stop or word.endswith(("'s", "’s")) for word in low):
        return "other"
    if text[0].islower() and low[0] not in known.particles:
        return "other"
    small = (
        bare for word, bare in zip(words, low, strict=True) if word[0].islower() and not _ELIDED.match(word)
    )
    if not all(bare in known.particles for bare in small):
        return "other"
    full = sum(not _INITIALS.fullmatch(word) for word in words)
    return "word" if len(words) == 1 else "person" if full else "other"
