"""Byline: who wrote it, from all byline spans of a text in order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import msgspec

from newsparse.article import Author, Byline
from newsparse.fields.entities import (
    Entity,
    classify,
    entities,
    is_employer,
    is_first_name,
    normalize_space,
    print_organization,
    print_person,
    rewritten,
    split_glued,
    strip_article,
    strip_label,
    strip_punctuation,
)
from newsparse.languages import Language
from newsparse.languages.patterns import NEVER
from newsparse.regex import NOTHING, lazy, one_of

MAX_SPANS = 40  # that are looked at: a bound on the work

_CONTACT = lazy(
    r"(?P<email>[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,6})"
    r"|(?:https?://)?(?:www\.)?(?:twitter|x|facebook|instagram)\.com/(?P<page>\w{1,40})\S*"
    r"|(?P<handle>@ ?\w{1,40})|(?<!\S)(?>(?:(?!\w\.\w)\S)*)\w\.\w[^\s/]*+/\S*+",
)
_PHONE = lazy(r"[+(]?\d[\d() .-]{6,}\d")
_SEPARATOR = lazy(
    r"(?>(?:(?<![^\S\t])[^\S\t]++)?)(?:([|●;,\t]|(?!(?<=[\u3040-\u9fff])[•·][\u3040-\u9fff])[•·])|([—–]|--+|(?<=\s)[-/~:](?=\s|$)|/++(?=\s|$)|:(?=\s|$)))\s*+"
)
_SITE = lazy(r"(?<=\s)[\w-]{1,40}\.(?:com|org|net|co\.uk)\b", re.I)
_SURNAME_IN_CAPITALS = lazy(r"(?:[^\W\d_][^\W\d_A-Z]+\s)+[^\W\d_a-z]{2,}(?:[\s-][^\W\d_a-z]{2,})*")
_SIGNS = " -–—•|:"
_SINGLE_WORD = lazy(r"\s*+[a-z]\w*+\s*+")


class _Piece(msgspec.Struct, frozen=True):
    """A text between separators, and what stands before it.

    That is the separator's sign, "by" for a word such as By, "work" where that names other work than writing
    ("photos by"), a tab for brackets, "at" for a comma before an employer, "" at the start.
    """

    separator: str
    text: str


class _Writer(msgspec.Struct):
    name: str
    role: str | None = None
    organization: str | None = None
    email: str | None = None
    handle: str | None = None
    introduced: bool = False  # behind a word such as "by"
    other_work: bool = False  # named only for other work than writing
    known: bool = False  # an organization that is known as one


class _BylineState(msgspec.Struct):
    """What was read so far."""

    writers: list[_Writer] = []
    current: list[_Writer] = []  # those that a role or an organization behind them belongs to
    last: _Writer | None = None
    others: list[Entity] = []  # roles, organizations and teams
    email: str | None = None
    handle: str | None = None
    introducing: bool = False  # a word such as "by" leads to what is read
    listing: bool = False  # it stood on a line of its own ("By"), so that it leads to all lines behind
    continues: bool = False  # the span before only leads to this one
    expects_name: bool = True  # nobody was named yet since the start or a word such as "by"
    # behind a role or an organization, what is not known as a person is where that is
    after_role: bool = False
    other_work: bool = False  # behind words such as "photos by"
    in_place: bool = False  # behind a word such as "in"
    role: str | None = None  # before a name

    def add(self, name: str, *, known: bool = False) -> None:
        """Name a writer, or name one again; `known`: an organization that is known as one."""
        writer = next((writer for writer in self.writers if _same_person(writer.name, name)), None)
        if writer is None:
            writer = _Writer(
                name, self.role, None, self.email, self.handle, other_work=self.other_work, known=known
            )
            self.role = self.email = self.handle = None
            self.writers.append(writer)
        writer.introduced = writer.introduced or self.introducing
        writer.other_work = writer.other_work and self.other_work
        self.last = writer
        self.current.append(writer)

    def add_contact(self, email: str | None, handle: str | None) -> None:
        """Give the last writer an address, or the next where there is none yet."""
        holder: _Writer | _BylineState = self.last or self
        holder.email = holder.email or email
        holder.handle = holder.handle or handle

    def employ(self, organization: str) -> None:
        """Give those who stand before it the organization that they work for."""
        for writer in self.current:
            writer.organization = writer.organization or organization

    def take_role(self, role: str, plural: bool) -> None:
        """Give the writer before it a role, or all of them one in the plural;
        the next where there is none before it.
        """
        if not self.writers:
            self.role = role
        for writer in self.current if plural else self.current[-1:]:
            writer.role = writer.role or role


def bylines(texts: Sequence[str], language: Language) -> Byline | None:
    """The authors of all byline spans of a text, in order; None where there is no span.

    Where nobody but an agency or an outlet signs, that is the author.
    """
    printed = [text for text in (" ".join(text.split()) for text in texts) if text]
    if not printed:
        return None
    state = _BylineState()
    for text in printed[:MAX_SPANS]:
        _read(_rewritten(text, language), state, language)
    state.writers = _authors(state, language)
    if not state.writers:
        _sign(printed, state, language)
    elif all(_is_sign(writer.name, language) for writer in state.writers):
        _sign_beside(state, language)
    authors = tuple(Author(w.name, w.role, w.organization, w.email, w.handle) for w in state.writers)
    unlabelled = (strip_label(text, "byline", language) or text for text in printed)
    return Byline(" ".join(dict.fromkeys(unlabelled)), authors)


def _rewritten(text: str, language: Language) -> str:
    return rewritten(normalize_space(text), language.fields.byline.rewrites)


def _authors(state: _BylineState, language: Language) -> list[_Writer]:
    """Those who wrote, where any did, and are introduced, where any is.

    Else, beside a full name or a team, no single word that isn't known as a name ("Crime").
    """
    writers = [writer for writer in state.writers if not writer.other_work] or state.writers
    introduced = [writer for writer in writers if writer.introduced]
    full = any(" " in writer.name for writer in writers) or any(
        entity.kind == "team" for entity in state.others
    )
    return introduced or [
        w for w in writers if not full or " " in w.name or w.known or is_first_name(w.name, language)
    ]


def _sign(texts: list[str], state: _BylineState, language: Language) -> None:
    """Without a person: a team ("Gull Staff") signs, else a few words that are nothing else ("ibby"),
    else an agency.
    """
    state.role = None
    team = next((entity.text for entity in state.others if entity.kind == "team"), None)
    if team:
        state.add(print_person(strip_article(team, language), language))
    elif not state.others and not state.email and not state.handle:
        pieces = _pieces(_rewritten(texts[-1], language), language)
        names = (strip_punctuation(piece.text, language) for piece in pieces)
        name = next((name for name in names if _can_sign(name, language)), None)
        if name:
            state.add(print_person(name, language))
    if not state.writers:
        agencies = [entity for entity in state.others if entity.kind == "organization"]
        named = [
            each for each in agencies[1:] if _joins(each, language) and not _is_generic(each.text, language)
        ]
        for agency in agencies[:1] + named:
            state.add(print_organization(agency.text, language))


def _sign_beside(state: _BylineState, language: Language) -> None:
    """Beside reporters who sign with a few letters, agencies do too ("sak/Reuters")."""
    for writer in state.writers:
        writer.organization = None
    for entity in state.others:
        if entity.text.lower() in language.entities.organizations:
            state.add(print_organization(entity.text, language))


def _can_sign(text: str, language: Language) -> bool:
    """Whether words that name nothing known may be a name all the same: no number among them,
    nothing that only joins at their ends.
    """
    low = text.lower().split()
    known = language.entities
    return (
        0 < len(low) <= 5
        and all(word == "&" or any(map(str.isalpha, word)) for word in low)
        and language.fields.byline.dangling.isdisjoint((low[0], low[-1]))
        and not (known.stop | known.lead | known.places).issuperset(low)
    )


def _read(text: str, state: _BylineState, language: Language) -> None:
    """Read one span into the state."""
    conjunctions = language.entities.conjunctions
    first, _, rest = text.lower().partition(" ")
    joined = state.continues or bool(rest and first in conjunctions)
    state.introducing = state.listing or (joined and state.introducing)
    state.expects_name = not state.writers or state.continues
    state.after_role = False
    if state.continues:
        state.current = []
    else:
        state.other_work = False
    pieces = _pieces(text, language)
    for piece in pieces:
        if piece.separator in ("by", "work"):
            state.expects_name, state.after_role = True, False
            state.current = [] if piece.separator == "work" else state.current
            state.introducing, state.other_work = piece.separator == "by", piece.separator == "work"
        elif piece.separator in ("|", ";", "•", "\t"):
            state.after_role = False
        elif piece.separator == "—":  # behind who employs them is where they write from
            state.after_role = state.after_role and any(writer.organization for writer in state.current)
        _read_piece(piece, state, language)
    last = pieces[-1]
    ends_in_by = last.separator in ("by", "work") and not last.text.strip()
    state.listing = state.listing or (ends_in_by and last.separator == "by")
    state.continues = ends_in_by or text.lower().strip(" .,").split(" ")[-1] in conjunctions


def _read_piece(piece: _Piece, state: _BylineState, language: Language) -> None:
    """Read a piece into the state, its addresses first."""
    if piece.separator == "\t" and _names_work(piece.text, language):
        if state.last:  # "Ann Lee (text) and Ole Varn (photos)"
            state.last.other_work = _work(piece.text, language) == "work"
        return
    state.in_place, state.role = False, None
    for text in _without_contacts(piece.text, state, language):
        if state.expects_name and state.continues and _SINGLE_WORD.fullmatch(text):
            state.add(text.strip())
        for entity in entities(text, language, bool(state.writers) and not state.expects_name):
            behind_comma = piece.separator == "at" and entity.kind == "person"
            if behind_comma or (piece.separator == "\t" and state.current and _is_employer(entity, language)):
                entity = entity._replace(kind="organization")
            _take(entity, piece.separator, state, language)
            state.expects_name = state.expects_name and entity.kind not in ("person", "word", "team")


def _is_employer(entity: Entity, language: Language) -> bool:
    """Whether a name in brackets behind a writer's is where they work."""
    if entity.kind not in ("person", "word") or not is_employer(entity.text, language):
        return False
    return entity.text.lower() not in language.entities.lead | language.entities.stop


def _take(entity: Entity, separator: str, state: _BylineState, language: Language) -> None:
    """Put an entity where it belongs: a writer, the role or the organization of those before it."""
    if entity.kind in ("person", "word") or (entity.kind == "other" and _is_sign(entity.text, language)):
        _take_name(entity, separator, state, language)
    elif entity.kind in ("organization", "team"):
        _take_organization(entity, state, language)
    elif entity.kind == "role":
        plural = language.fields.entities.plural.search(entity.text.split()[-1])
        state.take_role(entity.text, plural is not None)
        state.others.append(entity)
        state.after_role = bool(state.writers)


def _take_organization(entity: Entity, state: _BylineState, language: Language) -> None:
    """An organization employs those before it; a known one that "and" joins to them signs beside them. Behind
    words such as "photos by" it took no part in writing.
    """
    if state.other_work and state.writers:
        return
    text = strip_article(entity.text, language)
    if not _joins(entity, language):
        state.employ(print_organization(text, language))
    elif (
        state.writers and text.lower() in language.entities.organizations and not _is_generic(text, language)
    ):
        state.add(print_organization(text, language), known=True)
    state.others.append(entity)
    if entity.kind == "organization":
        state.after_role = bool(state.writers)


def _take_name(entity: Entity, separator: str, state: _BylineState, language: Language) -> None:
    """A name is a writer's, but for one behind "for" or "in",
    and one behind a role or an organization without an "and".
    """
    text, patterns = entity.text, language.fields.byline
    joined = _joins(entity, language)
    first = entity.kind == "person" and is_first_name(text, language)
    if entity.connector in patterns.places or (state.in_place and joined and not first):
        state.in_place = True
        return
    if entity.connector in patterns.employers:
        state.employ(print_organization(strip_article(text, language), language))
        return
    if _is_sign(text, language):
        state.add(text)
        return
    if entity.kind == "word" and not _can_be_writer(text, joined, state, language):
        return
    if state.after_role and (entity.kind == "word" or not (joined or (first and separator == ","))):
        return
    if state.after_role or (state.last and (state.last.role or state.last.organization)):
        state.current = []
    state.add(print_person(_once(text), language))
    state.after_role = state.in_place = False


def _can_be_writer(word: str, joined: bool, state: _BylineState, language: Language) -> bool:
    """Whether a single word may be a writer's name: where one is expected,
    and no agency stands before it ("PTI | Torvey").
    """
    known = language.entities
    if word.lower() in known.lead | known.stop:
        return False
    signed = not state.writers and any(entity.text.lower() in known.organizations for entity in state.others)
    return joined or (state.expects_name and not signed)


def _once(name: str) -> str:
    """A name that is printed twice, once."""
    words = name.split()
    half = len(words) // 2
    return " ".join(words[:half]) if half > 1 and words[:half] == words[half:] else name


def _is_sign(word: str, language: Language) -> bool:
    """Whether a word is the few letters with which a reporter signs."""
    known = language.entities
    return bool(language.fields.byline.sign.fullmatch(word)) and word not in known.lead | known.stop


def _joins(entity: Entity, language: Language) -> bool:
    """Whether a word such as "and" or "with" joins an entity to those before it."""
    return (
        entity.connector in language.entities.conjunctions
        or entity.connector in language.fields.byline.companions
    )


def _is_generic(organization: str, language: Language) -> bool:
    """Whether an organization has no name of its own ("agencies")."""
    return organization.lower() in language.entities.organization_words


@cache
def _aside(language: Language) -> re.Pattern[str]:
    """Brackets (group 1) at the end, or before a comma or a conjunction (`more`)."""
    return re.compile(
        rf"\(([^()]{{0,80}})\)(?:(?=\W*$)|(?P<more>\s*[,;]|"
        rf"(?=\s(?:{one_of(language.entities.conjunctions)})\s)))"
    )


@cache
def _sources(language: Language) -> re.Pattern[str]:
    """What a text draws on ("avec AFP"), up to the next sign."""
    leads = language.fields.byline.sources
    if leads == NOTHING:  # as in English: the names of all organizations take 3 ms to compile
        return NEVER
    known = one_of(language.entities.organizations | dict.fromkeys(language.entities.organization_words))
    return re.compile(
        rf"(?:^|(?<![\s,;(–-])[\s,;(–-]++)(?:{leads})(?:\s|(?<=['’]))(?:{known})(?!\w)[^,;|–—)]*+\)?", re.I
    )


@cache
def _remark(language: Language) -> re.Pattern[str]:
    """The space before a date that follows a name."""
    months, weekdays = one_of(language.dates.months), one_of(language.dates.weekdays)
    date = rf"(?:(?:{weekdays})\.?,?\s)?(?:(?:{months})\b\.?\s\d|\d{{1,2}}\s(?:{months})\b)"
    return re.compile(rf"\s(?={language.fields.byline.on}{date})", re.I)


def _pieces(text: str, language: Language) -> list[_Piece]:
    """The text between separators."""
    patterns = language.fields.byline
    text = _sources(language).sub("", text)
    text = _aside(language).sub(
        lambda aside: f"\t{aside[1]}" + (";" if aside["more"] is not None else ""), _PHONE.sub(" | ", text)
    )
    text = _remark(language).sub(" | ", patterns.remark.sub(" | ", patterns.network.sub(" | ", text)))
    text = patterns.commission.sub("\t", text)
    text = _SITE.sub(r" | \g<0> | ", text) if "." in text and "@" not in text else text
    label = patterns.label.match(text)
    start, separator = (label.end(), _work(label[0], language)) if label else (0, "")
    pieces: list[_Piece] = []
    while by := patterns.by.search(text, start):
        before, work = _without_work(text[start : by.start()], language)
        named = _split(before, separator, language)
        if len(named[-1].text.split()) < 2:
            work = f"{named.pop().text} {work}"
        pieces += named
        start, separator = by.end(), _work(f"{work} {by[0]}", language)
    return _with_employer(pieces + _split(text[start:], separator, language), language)


def _work(words: str, language: Language) -> str:
    """The separator that words before a name make: "work" where they name other work than writing."""
    patterns = language.fields.byline
    return "work" if patterns.other_work.search(words) and not patterns.writing.search(words) else "by"


def _names_work(text: str, language: Language) -> bool:
    """Whether words name a work and nobody who does it."""
    patterns = language.fields.byline
    return any(work.fullmatch(text.strip()) for work in (patterns.other_work, patterns.writing))


def _without_work(text: str, language: Language) -> tuple[str, str]:
    """A text before "by" without the words at its end that lead to that ("story and photos"),
    and those words.
    """
    known = language.entities
    words = text.split(" ")
    end = len(words)
    while end and (words[end - 1].strip(_SIGNS).lower() in known.lead | known.conjunctions | {""}):
        end -= 1
    return " ".join(words[:end]), " ".join(words[end:])


def _with_employer(pieces: list[_Piece], language: Language) -> list[_Piece]:
    """The pieces with the last marked as an employer where it stands alone behind one name and a comma."""
    if len(pieces) < 2 or pieces[-1].separator != "," or pieces[-2].separator not in ("", "by"):
        return pieces
    if all(_SURNAME_IN_CAPITALS.fullmatch(piece.text.strip()) for piece in pieces[-2:]):
        return pieces
    words = pieces[-1].text.lower().split()
    if (
        not words
        or (language.fields.byline.lists and classify(pieces[-1].text, language) == "person")
        or words[0] in language.fields.byline.companions
        or not is_employer(pieces[-1].text, language)
    ):
        return pieces
    return [*pieces[:-1], _Piece("at", pieces[-1].text)]


@cache
def _suffix(language: Language) -> re.Pattern[str]:
    """What belongs to the name before a comma."""
    return re.compile(rf"(?:{one_of(language.entities.suffixes)})\b\.?(?=\W|$)", re.I)


def _split(text: str, separator: str, language: Language) -> list[_Piece]:
    text = split_glued(text, language)
    pieces: list[_Piece] = []
    start = 0
    for sign in _SEPARATOR.finditer(text):
        if sign[1] == "," and _suffix(language).match(text, sign.end()):
            continue  # "Ann Lee, Jr."
        pieces.append(_Piece(separator, text[start : sign.start()]))
        start, separator = sign.end(), sign[1] or ("—" if sign[2] in "—–" else "|")
    return [
        slashed
        for piece in [*pieces, _Piece(separator, text[start:])]
        for slashed in _slashed(piece, language)
    ]


def _slashed(piece: _Piece, language: Language) -> list[_Piece]:
    """A piece divided at a slash between a name and an organization or another name."""
    left, slash, right = piece.text.partition("/")
    if not slash or not left.strip() or not right.strip():
        return [piece]
    if _is_sign(left, language) or _is_sign(right, language):
        return [_Piece(piece.separator, left), _Piece("|", right)]
    kinds = {classify(left, language), classify(right, language)}
    if left.lower() in language.entities.organizations and classify(right, language) == "word":
        return [_Piece(piece.separator, left), _Piece("|", right)]  # an agency, and where it writes from
    if "person" in kinds <= {"person", "organization"} and (
        is_first_name(left, language) or is_first_name(right, language)
    ):
        return [_Piece(piece.separator, left), _Piece("|", right)]
    return [piece]


def _without_contacts(text: str, state: _BylineState, language: Language) -> list[str]:
    """The text between e-mail addresses and handles, which go to the state."""
    if "@" not in text and "/" not in text:
        return [text]
    pieces, start = [], 0
    for contact in _CONTACT.finditer(text):
        before = text[start : contact.start()]
        for entity in entities(before, language):
            if entity.kind == "person":
                state.add(print_person(entity.text, language))
        pieces.append(before)
        page = contact["page"]
        state.add_contact(
            contact["email"],
            contact["handle"].replace(" ", "") if contact["handle"] else f"@{page}" if page else None,
        )
        start = contact.end()
    return [*pieces, text[start:]]


def _same_person(one: str, other: str) -> bool:
    """Whether two names are one person's, written out and short:
    the first name or an initial may stand for the rest.
    """
    a, b = one.casefold().split(), other.casefold().split()
    if a == b:
        return True
    if a[0] != b[0]:
        return False
    if len(a) == 1 or len(b) == 1:
        return True
    x, y = sorted((a[-1], b[-1]), key=len)
    return x == y or (len(x) == 2 and x[1] == "." and y.startswith(x[0]))
