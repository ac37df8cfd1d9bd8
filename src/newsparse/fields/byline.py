"""Byline: who wrote it, from all byline spans of a text in order."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from newsparse.article import Author, Byline
from newsparse.fields.entities import Named, bare, fold, given, organization, outlet, parts, person, unglued
from newsparse.languages import load

MOST = 40  # spans that are looked at

_CONTACT = re.compile(
    r"(?P<email>[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,6})"
    r"|(?:https?://)?(?:www\.)?(?:twitter|x|facebook|instagram)\.com/(?P<page>\w{1,40})\S*"
    r"|(?P<handle>@ ?\w{1,40})|\S*\w\.\w\S*/\S*",
)
_PHONE = re.compile(r"[+(]?\d[\d() .-]{6,}\d")
_SEPARATOR = re.compile(r"\s*(?:([|•·●;,\t])|([—–]|--+|\s[-/~:](?=\s|$)|/+(?=\s|$)|:(?=\s|$)))\s*")
_BY = re.compile(r"(?:^|(?<=[\s\W]))(?:[Bb]y|BY)(?:\s*:|(?=\s|$))|(?:^|(?<=\W))[Bb]y(?=[A-Z][a-z])")
_LABEL = re.compile(
    r"\W*(?:authors?(?:\(s\))?(?: of (?:the|this) \w+)?|says|writes|insights from)(?:\b|(?<=\)))\W*|\W*\w+(?:\(s\))?:\s+", re.I
)
_SITE = re.compile(r"(?<=\s)[\w-]{1,40}\.(?:com|org|net|co\.uk)\b", re.I)
_OTHER_WORK = re.compile(
    r"\b(?:art|(?:additional|edit|fact|graphic|host|illustrat|imag|photo|pictur|produc|review|test|told|translat|updat|upload|video)\w*)\b[^.|]*$",
    re.I,
)
_BEHIND = re.compile(
    r"\s(?=\d[\d–-]*\s+(?:comment|day|hour|min|share|view)\w*"
    r"|(?:last )?(?:updated|published|posted|modified)(?=\W*$|\W*\d|\s+(?:at|in|on)\b)|on$)",
    re.I,
)
_AT = ("in", "at", "for", "from", "via", "of")
_JOINS = frozenset((*_AT, "and", "on"))
_ASIDE = re.compile(r"\(([^()]{0,80})\)(?:(?=\W*$)|(?P<more>\s*[,;]|(?=\s(?:and|&)\s)))")


class _Writer(msgspec.Struct):
    name: str
    role: str | None = None
    organization: str | None = None
    email: str | None = None
    handle: str | None = None
    introduced: bool = False  # behind a word such as "by"


class _Desk(msgspec.Struct):
    """What was read so far: the writers, those that a role or an organization behind them belongs to, and the one last named."""

    writers: list[_Writer] = []
    named: list[_Writer] = []
    last: _Writer | None = None
    others: list[Named] = []
    email: str | None = None
    handle: str | None = None
    introducing: bool = False  # a word such as "by" leads to what is read
    listing: bool = False  # it stood on a line of its own ("By"), so that it leads to all lines behind

    def add(self, name: str) -> None:
        name = person(name)
        known = next((writer for writer in self.writers if _same(writer.name, name)), None)
        if known is None:
            known = _Writer(name, email=self.email, handle=self.handle)
            self.email = self.handle = None
            self.writers.append(known)
        known.introduced = known.introduced or self.introducing
        self.last = known
        self.named.append(known)

    def contact(self, email: str | None, handle: str | None) -> None:
        holder: _Writer | _Desk = self.last or self
        holder.email = holder.email or email
        holder.handle = holder.handle or handle


def bylines(texts: Sequence[str]) -> Byline | None:
    """The authors of all byline spans of a text, in order; None where there is no span.

    Where nobody but an agency or an outlet signs, that is the author.
    """
    kept = [folded for folded in (" ".join(text.split()) for text in texts) if folded]
    if not kept:
        return None
    desk = _Desk()
    led = False
    for text in kept[:MOST]:
        led = _read(fold(text), desk, led)
    desk.writers = _authors(desk)
    if not desk.writers:
        _sign(kept, desk)
    authors = tuple(Author(w.name, w.role, w.organization, w.email, w.handle) for w in desk.writers)
    return Byline(" ".join(dict.fromkeys(kept)), authors)


def _authors(desk: _Desk) -> list[_Writer]:
    """Those who are introduced, where any is; else beside a full name or a team no single word that isn't known as a name ("Crime")."""
    introduced = [writer for writer in desk.writers if writer.introduced]
    full = any(" " in writer.name for writer in desk.writers) or any(named.kind == "team" for named in desk.others)
    return introduced or [writer for writer in desk.writers if not full or " " in writer.name or given(writer.name)]


def _sign(texts: list[str], desk: _Desk) -> None:
    """Without a person: a team ("Gull Staff") signs, else a few words that are nothing else ("ibby"), else an agency."""
    team = next((named.text for named in desk.others if named.kind == "team"), None)
    if team:
        desk.add(team.removeprefix("the "))
    elif not desk.others and not desk.email and not desk.handle:
        text = next(filter(_signs, (bare(piece) for _, piece in _pieces(fold(texts[-1])))), None)
        if text:
            desk.add(text)
    if not desk.writers:
        agency = next((named.text for named in desk.others if named.kind == "organization"), None)
        if agency:
            desk.add(agency)


def _signs(text: str) -> bool:
    """Whether words that name nothing known may be a name all the same: no number among them, nothing that only joins at their ends."""
    low = text.lower().split()
    return (
        0 < len(low) <= 5
        and all(word == "&" or any(map(str.isalpha, word)) for word in low)
        and _JOINS.isdisjoint((low[0], low[-1]))
        and not (load("en").entities.stop | load("en").entities.lead | load("en").entities.places).issuperset(low)
    )


def _introduces(text: str) -> bool:
    """Whether a word such as "by" in it leads to who wrote it, and not to who took the pictures or edited it."""
    by = _LABEL.match(text) or _BY.search(text)
    return by is not None and not _OTHER_WORK.search(text[: by.end()])


def _read(text: str, desk: _Desk, led: bool) -> bool:
    """Read one span; whether it only leads to the next ("By")."""
    fresh = not desk.writers or led
    introduces = _introduces(text)
    joined = led or text.lower().startswith(("and ", "& "))
    desk.introducing = desk.listing or (joined and desk.introducing)
    desk.named = desk.named if not led else []
    placed = False  # behind a role or an organization, what is not known as a person is where that is
    ended = False
    pieces = _pieces(text)
    if len(pieces) > 1 and pieces[-1][0] == "," and pieces[-2][0] in ("", "by") and outlet(pieces[-1][1]):
        pieces[-1] = ("at", pieces[-1][1])
    for separator, piece in pieces:
        ended = separator == "by" and not piece.strip()
        if separator == "by":
            fresh, placed, desk.introducing = True, False, introduces
        elif separator in ("|", ";", "•", "\t"):
            placed = False
        for part in _contacts(piece, desk):
            if fresh and led and re.fullmatch(r"\s*[a-z]\w*\s*", part):
                desk.add(part.strip())
            for named in parts(part, bool(desk.writers) and not fresh):
                if (separator == "at" and named.kind == "person") or (separator == "\t" and desk.named and _employer(named)):
                    named = named._replace(kind="organization")
                placed = _take(named, desk, fresh, placed)
                fresh = fresh and named.kind not in ("person", "word", "team")
    desk.listing = desk.listing or (ended and introduces)
    return ended or text.lower().strip(" .,").split(" ")[-1] in ("and", "&")


def _employer(named: Named) -> bool:
    """Whether a name in brackets behind a writer's is where they work."""
    return (
        named.kind in ("person", "word")
        and outlet(named.text)
        and named.text.lower() not in load("en").entities.lead | load("en").entities.stop
    )


def _take(named: Named, desk: _Desk, fresh: bool, placed: bool) -> bool:
    """Give the desk what was named; whether what follows stands behind a role or an organization."""
    if named.kind == "person" or (named.kind == "word" and (fresh or named.after in ("and", "&"))):
        return _name(named, desk, placed)
    if named.kind in ("organization", "team"):
        _employ(named.text, desk)
        desk.others.append(named)
        return bool(desk.writers) if named.kind == "organization" else placed
    if named.kind == "role":
        plural = named.text.split()[-1].lower().endswith("s")
        for writer in desk.named if plural else desk.named[-1:]:
            writer.role = writer.role or named.text
        desk.others.append(named)
        return True
    return placed


def _name(named: Named, desk: _Desk, placed: bool) -> bool:
    """A name is a writer's, but for one behind "for" or "in", and one behind a role or an organization without an "and"."""
    text, after = named.text, named.after
    if after in _AT:
        if after != "in":
            _employ(text, desk)
        return placed
    if placed and (named.kind == "word" or after not in ("and", "&")):
        return placed
    if named.kind == "word" and text.lower() in load("en").entities.lead | load("en").entities.stop:
        return placed
    if placed or (desk.last and (desk.last.role or desk.last.organization)):
        desk.named = []
    desk.add(text)
    return False


def _employ(text: str, desk: _Desk) -> None:
    for writer in desk.named:
        writer.organization = writer.organization or organization(text.removeprefix("the "))


def _pieces(text: str) -> list[tuple[str, str]]:
    """The text between separators, each with the separator before it ("by" after a word like By, a tab at brackets, "" at the start)."""
    text = _ASIDE.sub(lambda aside: f"\t{aside[1]}" + (";" if aside["more"] is not None else ""), _PHONE.sub(" | ", text))
    text = _BEHIND.sub(" | ", text)
    text = _SITE.sub(r" | \g<0> | ", text) if "." in text and "@" not in text else text
    label = _LABEL.match(text)
    start, mark = (label.end(), "by") if label else (0, "")
    found: list[tuple[str, str]] = []
    while by := _BY.search(text, start):
        before = _split(text[start : by.start()], mark)
        last = before[-1][1].lower()
        if load("en").entities.lead.issuperset(last.strip(" -–—•|").split()) or len(last.split()) < 2:
            before.pop()
        found += before
        start, mark = by.end(), "by"
    return found + _split(text[start:], mark)


def _split(text: str, mark: str) -> list[tuple[str, str]]:
    text = unglued(text)
    found: list[tuple[str, str]] = []
    start = 0
    for separator in _SEPARATOR.finditer(text):
        found.append((mark, text[start : separator.start()]))
        start, mark = separator.end(), separator[1] or "|"
    return [*found, (mark, text[start:])]


def _contacts(text: str, desk: _Desk) -> list[str]:
    """The text between e-mail addresses and handles, which go to the desk."""
    if "@" not in text and "/" not in text:
        return [text]
    found, start = [], 0
    for contact in _CONTACT.finditer(text):
        before = text[start : contact.start()]
        for named in parts(before):
            if named.kind == "person":
                desk.add(named.text)
        found.append(before)
        page = contact["page"]
        desk.contact(contact["email"], contact["handle"].replace(" ", "") if contact["handle"] else f"@{page}" if page else None)
        start = contact.end()
    return [*found, text[start:]]


def _same(one: str, other: str) -> bool:
    """Whether two names are one person's, written out and short: the first name or an initial may stand for the rest."""
    a, b = one.casefold().split(), other.casefold().split()
    if a == b:
        return True
    if a[0] != b[0]:
        return False
    if len(a) == 1 or len(b) == 1:
        return True
    x, y = sorted((a[-1], b[-1]), key=len)
    return x == y or (len(x) == 2 and x[1] == "." and y.startswith(x[0]))
