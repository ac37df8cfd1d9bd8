"""Credits: who else worked on a text, and what they did."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain

from newsparse.article import Credit
from newsparse.fields.entities import (
    Entity,
    classify,
    entities,
    is_employer,
    is_first_name,
    normalize_space,
    print_organization,
    print_person,
    strip_article,
    strip_punctuation,
)
from newsparse.languages import Language
from newsparse.languages.patterns import NEVER
from newsparse.regex import lazy

MAX_CHARACTERS = 2000  # of a span that are looked at: a bound on the work

_LIST = lazy(  # an address has 64 characters before @ at most (RFC 5321)
    r"(?>(?:(?<!\s)\s++)?)(?:[,;|•·()]|[—–]|--+|/(?!/))\s*+|https?://\S++|[^\s@]{0,64}+@\S++"
)


def credits(text: str, language: Language) -> Iterable[Credit]:
    """The credits of a span, one for each work named in it; a single one keeps the whole text."""
    full_text = " ".join(text.split())
    clauses = [
        clause for clause in map(_clause, _clauses(normalize_space(text, MAX_CHARACTERS), language)) if clause
    ]
    if len(clauses) > 1:
        return [_credit(clause, language) for clause in clauses]
    return [_credit(full_text, language)] if full_text else []


@cache
def _joint(language: Language) -> re.Pattern[str]:
    """What stands between two credits."""
    patterns = language.fields.credits
    return re.compile(
        rf"(?>(?:(?<!\s)\s++)?);\s*+|(?<=[a-z)])\.\s+(?=[A-Z])|(?P<behind_by>{patterns.joint_behind_by})|{patterns.joint}",
        re.I,
    )


def _clauses(text: str, language: Language) -> Iterator[str]:
    by, work = language.fields.credits.by, language.fields.credits.work_by
    start = 0
    for joint in _joint(language).finditer(text):
        if joint["behind_by"] and not by.search(text, start, joint.start()):
            continue  # "editing and production by"
        if work.fullmatch(text, start, joint.end()):
            continue  # the full stop of an abbreviation: "Oprac. Ann Lee"
        yield text[start : joint.start()]
        start = joint.end()
    yield text[start:]


def _clause(text: str) -> str:
    return text.strip(" ()[],;") if any(map(str.isalnum, text)) else ""


def _credit(text: str, language: Language) -> Credit:
    """One credit: the role, then names and organizations of its list."""
    patterns = language.fields.credits
    clause = normalize_space(text, MAX_CHARACTERS).strip(" ()[],;-–—•©")
    behind, by = patterns.work_behind.search(clause), patterns.work_by.match(clause)
    role, listed, others = None, clause, []
    if by and (
        not behind or not by["work"] or by.end() <= behind.start() or patterns.by.match(clause, behind.end())
    ):
        role, listed = _role(by["work"] or by["label"] or by["noun"], language), clause[by.end() :]
        behind = None
    elif behind:
        role, listed = _role(behind["work"], language), clause[: behind.start()]
        others = [other[1] for other in patterns.also.finditer(clause, behind.end())]
    # who reported is one of the authors, by surname; who contributed may be an outlet
    short = behind is not None and role not in (None, "contributor")
    short = short or (role is not None and language.fields.entities.single_name is not NEVER)
    names: dict[str, str] = {}
    organizations: dict[str, str] = {}
    named = [
        entity
        for other in others
        for entity in _listed(other, language, short=False)
        if entity.kind == "person"
    ]
    for entity in chain(_listed(listed, language, short), named):
        if entity.kind == "person" and (role != "source" or is_first_name(entity.text, language)):
            names.setdefault(entity.text.casefold(), print_person(entity.text, language))
        else:
            organization = print_organization(strip_article(entity.text, language), language)
            organizations.setdefault(entity.text.casefold(), organization)
    if role == "source" and not names and not organizations and _can_be_source(listed):
        organizations[""] = listed.strip(" .,;-–—")
    return Credit(text, role, tuple(names.values()), tuple(organizations.values()))


def _can_be_source(listed: str) -> bool:
    """Whether a few words that name nothing known are a source all the same, as behind "Quelle:"."""
    words = listed.split()
    return 0 < len(words) <= 4 and words[-1][0].isalnum() and ("." in listed or any(map(str.isupper, listed)))


def _role(work: str, language: Language) -> str | None:
    low = work.lower()
    return next(
        (
            role
            for start, role in language.fields.credits.roles
            if low.startswith(start) or f" {start}" in low
        ),
        None,
    )


def _listed(text: str, language: Language, short: bool) -> Iterator[Entity]:
    """The people and organizations of a list; where they are ("in Cairo, Egypt") is left out.
    `short`: one word may be a surname.
    """
    in_place = False  # behind "in", until the next name that "and" or a comma begins
    pieces = _LIST.split(text)
    for i, piece in enumerate(pieces):
        for entity in _piece(piece, language):
            if (short and entity.kind == "word") or entity.kind == "person":
                employer = (
                    len(pieces) == 2
                    and i == 1
                    and is_employer(piece, language)
                    and classify(pieces[0], language) == "person"
                )
                entity = entity._replace(kind="organization" if employer else "person")
            if entity.connector in language.fields.credits.places or entity.kind == "place":
                in_place = True
            elif entity.kind == "person" and not (in_place and not _announced(piece, entity, language)):
                in_place = False
                yield entity
            elif entity.kind in ("organization", "team"):
                yield entity


def _piece(piece: str, language: Language) -> Iterator[Entity]:
    """A piece of the list, split at each place that it names first,
    so that a role before a name is seen as one.
    """
    patterns = language.fields.credits
    for bit in patterns.conjunction.split(piece):
        where = patterns.where.search(bit)
        listed = bit[: where.start()] if where else bit
        owner = patterns.owner.match(listed)
        if owner and classify(owner[2], language) == "person":
            yield Entity("organization", owner[1])
            listed = listed[owner.end() :]
        yield from entities(listed, language)
        if where:
            yield Entity("place", strip_punctuation(bit[where.end() :], language), "in")


def _announced(piece: str, entity: Entity, language: Language) -> bool:
    """Whether a person's name begins something new, as behind "and" or where it stands alone."""
    if entity.connector or piece.strip() == entity.text or language.fields.credits.where.search(piece):
        return True
    return piece.lower().split()[0] in language.entities.conjunctions
