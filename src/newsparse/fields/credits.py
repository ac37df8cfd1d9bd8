"""Credits: who else worked on a text, and what they did."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newsparse.article import Credit
from newsparse.fields.entities import Named, bare, fold, given, kind, organization, outlet, parts, person

LONGEST = 2000  # characters of a span that are looked at

ROLES: tuple[tuple[str, str], ...] = (  # the beginnings of the words for a work, and the role; the first that fits decides
    ("additional", "contributor"),
    ("contribut", "contributor"),
    ("with reporting", "contributor"),
    ("with files", "contributor"),
    ("with reports", "contributor"),
    ("fact", "fact-checker"),
    ("review", "reviewer"),
    ("edit", "editor"),
    ("writ", "writer"),
    ("wrote", "writer"),
    ("report", "reporter"),
    ("compil", "compiler"),
    ("translat", "translator"),
    ("research", "researcher"),
    ("produc", "producer"),
    ("photo", "photographer"),
    ("illustrat", "illustrator"),
    ("graphic", "illustrator"),
    ("visuali", "illustrator"),
    ("source", "source"),
    ("information", "source"),
    ("via", "source"),
    ("h/t", "source"),
    ("provided", "source"),
    ("courtesy", "source"),
)

_WORK = (
    r"(?:additional\s)?(?:reporting|writing|editing|research|translation|production|photography|photographs|photos|graphics|illustrations?|"
    r"compiled|edited|written|reported|reviewed|translated|produced|researched|provided|contributed|fact[\s-]?check(?:ed|ing))"
)
_CLAUSE = re.compile(rf"\s*;\s*|(?<=[a-z)])\.\s+(?=[A-Z])|(?P<soft>,?\s+and\s|,\s+)(?=(?:with\s)?{_WORK}\sby\s)|,\s+while\s", re.I)
_BY = re.compile(
    r"\W*(?P<work>(?:[\w&/-]+\s){0,8}?[\w/-]+?)\s+by\b\s*:?\s*"
    r"|\W*(?P<label>sources?|information from|via|h/t|courtesy of|edited|editor|reporting|writing|editing|"
    r"with (?:files|reports|reporting) from)\b\s*:?\s*",
    re.I,
)
_DID = re.compile(
    r"\s+(?P<work>also contributed|contributed|contributes|reported|wrote|writes|edited|compiled|translated|assisted)\b", re.I
)
_LIST = re.compile(r"\s*(?:[,;|•·]|\(|\)|[—–]|--+|/(?!/))\s*|https?://\S+|\S*@\S+")
_OUTLETS = re.compile(r"([^\W\d_][\w.& -]{0,60})['’]s\s+(?=(\w\S*\s\S+))")
_WHERE = re.compile(r"\s(?:in|from|near)\s", re.I)


def credits(text: str) -> Iterable[Credit]:
    """The credits of a span, one for each work named in it; a single one keeps the whole text."""
    whole = " ".join(text.split())
    clauses = [clause for clause in map(_clause, _clauses(fold(text, LONGEST))) if clause]
    if len(clauses) == 1 or not clauses:
        return [_credit(whole, whole)] if whole else []
    return [_credit(clause, clause) for clause in clauses]


def _clauses(text: str) -> Iterator[str]:
    start = 0
    for found in _CLAUSE.finditer(text):
        if found["soft"] and " by " not in text[start : found.start()].lower():
            continue  # "editing and production by"
        yield text[start : found.start()]
        start = found.end()
    yield text[start:]


def _clause(text: str) -> str:
    return text.strip(" ()[],;") if any(map(str.isalnum, text)) else ""


def _credit(text: str, clause: str) -> Credit:
    """One credit: the role, then names and organizations of its list."""
    clause = fold(clause, LONGEST).strip(" ()[],;-–—•")
    did, by = _DID.search(clause), _BY.match(clause)
    role, listed = None, clause
    if by and (not did or by.end() <= did.start()):
        role, listed = _role(by["work"] or by["label"]), clause[by.end() :]
    elif did:
        role, listed = _role(did["work"].lower().removeprefix("also ")), clause[: did.start()]
    names: dict[str, str] = {}
    organizations: dict[str, str] = {}
    # who reported is one of the authors, by surname; who contributed may be an outlet
    for named in _listed(listed, short=did is not None and role not in (None, "contributor")):
        if named.kind == "person" and (role != "source" or given(named.text)):
            names.setdefault(named.text.casefold(), person(named.text))
        else:
            organizations.setdefault(named.text.casefold(), organization(named.text.removeprefix("the ")))
    return Credit(text, role, tuple(names.values()), tuple(organizations.values()))


def _role(work: str) -> str | None:
    low = work.lower()
    return next((role for start, role in ROLES if low.startswith(start) or f" {start}" in low), None)


def _listed(text: str, short: bool) -> Iterator[Named]:
    """The people and organizations of a list; where they are ("in Cairo, Egypt") is left out. `short`: one word may be a surname."""
    away = False  # behind "in", until the next name that "and" or a comma begins
    pieces = _LIST.split(text)
    for i, piece in enumerate(pieces):
        for named in _piece(piece):
            if (short and named.kind == "word") or named.kind == "person":
                employs = len(pieces) == 2 and i == 1 and outlet(piece) and kind(pieces[0]) == "person"
                named = named._replace(kind="organization" if employs else "person")
            if named.after in ("in", "from") or named.kind == "place":
                away = True
            elif named.kind == "person" and not (away and not _announced(piece, named)):
                away = False
                yield named
            elif named.kind in ("organization", "team"):
                yield named


def _piece(piece: str) -> Iterator[Named]:
    """A piece of the list, split at each place that it names first, so that a role before a name is seen as one."""
    for bit in re.split(r"^and\s|\s(?:and|&)\s(?=(?:\S+\s)?\S+\s)", piece):
        where = _WHERE.search(bit)
        listed = bit[: where.start()] if where else bit
        owner = _OUTLETS.match(listed)
        if owner and kind(owner[2]) == "person":
            yield Named("organization", owner[1])
            listed = listed[owner.end() :]
        yield from parts(listed)
        if where:
            yield Named("place", bare(bit[where.end() :]), "in")


def _announced(piece: str, named: Named) -> bool:
    return bool(named.after) or piece.lower().startswith("and ") or " in " in piece or piece.strip() == named.text
