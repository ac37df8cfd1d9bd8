"""Who wrote a page's story, from what it states and from elements that are marked up to name an author."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from functools import cache
from itertools import islice, takewhile
from typing import NamedTuple

from newsparse.fields.entities import classify, is_first_name, rewritten
from newsparse.languages import Language, page_patterns
from newsparse.readers.html.render import Element, Rendering
from newsparse.readers.html.statements import Statement, Statements, key

MAX_MARKED = 500  # elements that are tried
MAX_TEXT = 1_000  # characters of a text that names are looked for in
MAX_WORDS, MAX_LENGTH = 6, 60  # of a name

_MARK = re.compile(r"(?<![a-z])(?:author|byline|autor|auteur)s?(?![a-z])|(?:Author|Byline)(?![a-z])")
_NAMING, _TELLING = frozenset(("class", "id", "data-testid")), frozenset(("rel", "itemprop"))
_ASIDE = frozenset(("aside", "figcaption", "figure", "footer", "nav"))
_ELSEWHERE = re.compile(r"comment|related|recommend", re.I)
_NOISE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\bhttps?:\S*|\bwww\.\S*|[^\s@]{1,64}+@\S++|(?<!\w)@\w+|[\"“”„]")
_ACCOUNT = re.compile(r"(?<![^\W_])[^\W_]{2,}+[._][^\W_]{2,}+")  # a user's or a host's name
_ENDING = re.compile(r"(?:\.[a-z]{2,4}){1,2}$", re.I)  # of a domain
_NOT_IN_NAMES = frozenset(  # classes of the lexicon whose words no name has
    [
        "about", "ad", "bio", "by", "clock", "comment", "cookie", "form", "media", "month", "nav", "publish",
        "related", "role", "share", "speech", "tags", "weekday",
    ]
)  # fmt: skip


class _Patterns(NamedTuple):
    """What names are found by, in all languages."""

    introduction: re.Pattern[str]
    other_work: re.Pattern[str]
    between: re.Pattern[str]  # two names in one text
    separator: re.Pattern[str]  # all that stands between the elements of a list of names


@cache
def _patterns() -> _Patterns:
    words = page_patterns()
    conjunctions = "|".join(sorted(words.conjunctions))
    # "y" joins two names, and the two parts of one
    joining = "|".join(sorted(words.conjunctions - words.particles))
    # a dot between parts of a foreign name in Chinese and Japanese is none between names
    dot = r"(?!(?<=[\u3040-\u9fff])·[\u3040-\u9fff])·"
    between = rf"[;|/•&+、]|{dot}|\b(?:{joining})\b"
    return _Patterns(
        re.compile(rf"^\W*(?:{words.introduction})\b[\s:：]*", re.I),
        re.compile(words.other_work, re.I),
        re.compile(rf"(?:(?<!\s)\s++(?:{between}|[-–—]\s)|{between}|(?<!\s)[^\S\n]*+\n)\s*+", re.I),
        re.compile(rf"\s*(?:[,;&|/•·]|{conjunctions})?\s*", re.I),
    )


class Named(NamedTuple):
    """Whom a page names, each with its source: a statement's, or "byline" for a marked element."""

    people: tuple[Statement, ...]
    desks: tuple[Statement, ...]  # outlets, desks and users, where it names no people


def authors(statements: Statements, rendering: Rendering, language: Language) -> Named:
    """Who wrote a page's story: first the people that the page states, where it shows one of them, then those
    in marked elements, then those that it only states.
    """
    outlets = _outlets(statements)
    stated, desks = _stated(statements, outlets, language)
    shown = rendering.text.casefold()
    is_shown = any(each.text.casefold() in shown for each in stated)
    marked = [Statement("byline", name) for name in _marked(rendering, language)]
    full = [each for each in marked if " " in each.text and key(each.text) not in outlets]
    # the page names one more than it states
    if {key(each.text) for each in full} > {key(each.text) for each in stated}:
        return Named(tuple(full), ())
    people = (stated if is_shown else full) or stated
    return Named(tuple(people), () if people else tuple(desks or marked))


def _outlets(statements: Statements) -> frozenset[str]:
    """The keys of the names of the page's outlet: as they stand, without a domain's ending, and the initials
    of three words or more.
    """
    names = [name for name in (statements.site, *statements.publishers) if name]
    bare = (_ENDING.sub("", name) for name in names)
    initials = ("".join(word[0] for word in name.split()) for name in names if len(name.split()) > 2)
    return frozenset(map(key, (*names, *bare, *initials)))


def _stated(
    statements: Statements, outlets: Container[str], language: Language
) -> tuple[list[Statement], list[Statement]]:
    """The people that the best source names, and the outlets or desks that the best source of such names."""
    named: dict[str, list[Statement]] = {}
    desks: dict[str, list[Statement]] = {}
    for each in statements.authors:
        # what stands behind an outlet and a comma is where it is
        names = (
            () if key(each.text.partition(",")[0]) in outlets else people(each.text, language, stated=True)
        )
        for name in names:
            if key(name) not in outlets:
                named.setdefault(each.source, []).append(Statement(each.source, name))
        if not names and any(map(str.isalpha, each.text)):
            desks.setdefault(each.source, []).append(each)
    return next(iter(named.values()), []), next(iter(desks.values()), [])


def _marked(rendering: Rendering, language: Language) -> list[str]:
    """The names in the first element that is marked as an author's, and in those that continue its list."""
    found: list[str] = []
    end, skip = 0, False
    for element, start, stop in islice(rendering.element_ranges(_is_marked), MAX_MARKED):
        if found and not _patterns().separator.fullmatch(rendering.text, end, start):
            break
        if _is_aside(element):
            continue
        text = rendering.text[start:stop]
        names = () if skip else next(filter(None, (people(line, language) for line in text.split("\n"))), ())
        skip = announces_other_work(text)
        if found and not any(" " in name for name in names):
            break
        if names:
            found += names
            end = stop
    return list(dict.fromkeys(found))


def _is_marked(element: Element) -> bool:
    attrs = element.attrs
    for name in attrs:
        if name in _NAMING:
            if _names_author(attrs[name]):
                return True
        elif name in _TELLING and "author" in attrs[name].split():
            return True
    return False


def _names_author(names: str) -> bool:
    low = names.lower()
    # most name nothing like it, and the pattern is slow to see that
    return ("aut" in low or "byl" in low) and bool(_MARK.search(names))


def _is_aside(element: Element) -> bool:
    """Whether an element stands outside the story: in a menu, a foot, a box beside it, below a picture or
    among comments.
    """
    for each in takewhile(lambda each: each.tag not in ("article", "main", "body"), element.ancestors()):
        if each.tag in _ASIDE or _ELSEWHERE.search(f"{each.get('class')} {each.get('id')}"):
            return True
    return False


def people(text: str, language: Language, *, stated: bool = False) -> tuple[str, ...]:
    """The names in a text, in order; `stated`: the text is the value of an author property, so that unusual
    names count too.

    What follows a comma is a role or an outlet, unless the names are a list.
    """
    text = text[:MAX_TEXT]
    if rewrites := language.fields.byline.rewrites:
        text = rewritten(text, rewrites).replace(",", "、")  # what is rewritten has commas between names only
    introduction, other_work, between, _ = _patterns()
    if other_work.search(text):
        return ()
    pieces = between.split(introduction.sub("", _NOISE.sub(" ", text)))
    if len(pieces) > 1 or (stated and (text.count(",") > 1 or _are_names(text.split(","), language))):
        pieces = [part for piece in pieces for part in piece.split(",")]
    names = (
        " ".join(introduction.sub("", piece.partition(",")[0]).strip(" .:-–—*").split()) for piece in pieces
    )
    return tuple(dict.fromkeys(name for name in names if is_name(name, language, stated=stated)))


def _are_names(parts: Sequence[str], language: Language) -> bool:
    """Whether what commas divide is full names, one of them known by its first name."""
    names = [part.strip() for part in parts]
    return any(is_first_name(name, language) for name in names) and all(
        " " in name and classify(name, language) == "person" for name in names
    )


def is_name(text: str, language: Language, *, stated: bool = False) -> bool:
    """Whether a text reads as a person's name, or, where it is `stated` as one,
    as anything that can be one.
    """
    words = text.split()
    if not 0 < len(words) <= MAX_WORDS or len(text) > MAX_LENGTH or not text[0].isalpha():
        return False
    if any(map(str.isdigit, text)) or text.lower() in page_patterns().nobody or _ACCOUNT.search(text):
        return False
    if classify(text, language) == "role" and not is_first_name(text, language):
        return False
    if stated:
        return page_patterns().desks.isdisjoint(re.split(r"[\s-]+", text.lower()))
    return all(_can_name(word, language) for word in words)


def _can_name(word: str, language: Language) -> bool:
    """Whether a word may stand in a name: a particle,
    or one with a capital that is not known as another word.
    """
    particles = page_patterns().particles
    if word in particles:
        return True
    low = word.strip(".,").lower()
    classes = language.lexicon.words.get(low, ())
    known = low in language.lexicon.stops or not _NOT_IN_NAMES.isdisjoint(classes)
    return not word[0].islower() and (low in particles or "given" in classes or not known)


def announces_other_work(text: str) -> bool:
    """Whether a text ends by announcing who did something else than write, as "Reviewed by"."""
    return bool(_patterns().other_work.search(text[-40:])) and text.rstrip(" :").lower().endswith("by")
