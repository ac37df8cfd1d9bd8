"""Page to evidence: one small function a cue, one ordered table of all of them.

A cue takes the page and the index of a piece and yields what it sees as short strings; a string is one piece of
evidence, and means the same for every piece of every text. What the neighbours see is the segmenter's affair.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from newsparse.page import Page

Cue = Callable[[Page, int], Iterable[str]]

_SHAPES = (
    ("url", re.compile(r"https?://|www\.|\.(?:com|org|net|co\.uk)\b")),
    ("email", re.compile(r"\S@\S+\.\S")),
    ("handle", re.compile(r"(?<![\w.])@\w")),
    ("hash", re.compile(r"(?<!\w)#\w")),
    ("clock", re.compile(r"\b\d{1,2}[:.]\d\d\b")),
    ("length", re.compile(r"^\W*\d{1,2}:\d\d(?::\d\d)?\W*$|\d:\d\d\s*(?:/|-)\s*")),
    ("of", re.compile(r"\b\d+\s*(?:of|/)\s*\d+\b")),
    ("year", re.compile(r"\b(?:19|20)\d\d\b")),
    ("date", re.compile(r"\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b\d{4}-\d\d-\d\d\b")),
    ("ordinal", re.compile(r"\b\d{1,2}(?:st|nd|rd|th)\b")),
    ("money", re.compile(r"[$£€]\s?\d")),
    ("percent", re.compile(r"\d\s?%")),
    ("slashed", re.compile(r"[A-Za-z]/[A-Z]")),
    ("code", re.compile(r"[{}<>;=_\\]|\w\(\)")),
)
_NUMBERED = re.compile(r"(?:\d{1,3}|[a-zA-Z])[.):]\s")
_INITIAL = re.compile(r"[A-Z]\.$")
_BULLETS = "-*•·–—▪●◦‣■»>✓✔+→"


def _size(n: int, steps: tuple[int, ...]) -> str:
    """Which step a count falls in, as the step's upper end."""
    for step in steps:
        if n <= step:
            return str(step)
    return "+"


def length(page: Page, i: int) -> Iterable[str]:
    r = page.readings[i]
    yield "len=" + _size(r.n, (1, 2, 3, 4, 6, 8, 11, 15, 20, 30, 45, 70, 110))
    yield "chars=" + _size(len(r.text), (3, 8, 16, 28, 44, 64, 90, 130, 200, 320))


def prose(page: Page, i: int) -> Iterable[str]:
    r = page.readings[i]
    if r.prose:
        yield "prose"
    yield f"stop={int(r.stop_share * 5.99)}{'L' if r.n > 8 else 'S'}"
    yield f"lower={int(r.lower_share * 5.99)}{'L' if r.n > 8 else 'S'}"


def edges(page: Page, i: int) -> Iterable[str]:
    """First and last characters and words, and their pairs."""
    r = page.readings[i]
    head, tail = r.low[: len(r.head)], r.low[-len(r.tail) :]
    last = r.text[-1]
    yield "end=" + (last if not last.isalnum() else "A" if last.isupper() else "0" if last.isdigit() else "a")
    if not head:
        return
    yield "w0=" + head[0]
    yield "z0=" + tail[-1]
    if len(head) > 1:
        yield f"w01={head[0]} {head[1]}"
        yield f"z01={tail[-2]} {tail[-1]}"
    if len(head) > 2:
        yield f"w012={head[0]} {head[1]} {head[2]}"


def words(page: Page, i: int) -> Iterable[str]:
    """Every word of a short piece, the first of a long one."""
    r = page.readings[i]
    kind = "w=" if r.n <= 12 else "W="
    for word in dict.fromkeys(r.low[:14]):
        yield kind + word
    if r.n <= 6:
        yield "line=" + " ".join(r.low)


def starts(page: Page, i: int) -> Iterable[str]:
    """How the piece begins: bullet, number, quote, bracket, case."""
    text = page.readings[i].text
    c = text[0]
    if c in _BULLETS:
        yield "starts=bullet"
        yield "bullet=" + c
    elif c in "\"“'‘":
        yield "starts=quote"
    elif c in "([":
        yield "starts=" + c
    elif _NUMBERED.match(text):
        yield "starts=numbered"
    elif c.islower():
        yield "starts=lower"
    elif c.isdigit():
        yield "starts=digit"
    elif not c.isalnum():
        yield "starts=" + c


def marks(page: Page, i: int) -> Iterable[str]:
    """Signs that tell much wherever they stand."""
    text = page.readings[i].text
    for mark in "|•©/:?!&@#…®™»":
        if mark in text:
            yield f"has={mark}" + ("S" if len(text) < 90 else "L")
    if "“" in text or '"' in text:
        yield "has=quote"
    if ")" in text or "]" in text:
        yield "has=bracket"
    if " - " in text or " – " in text or "—" in text or "--" in text:
        yield "has=dash"
    if "\t" in text or "  " in text or "\xa0" in text:
        yield "has=wide"


def shapes(page: Page, i: int) -> Iterable[str]:
    """Patterns in short pieces: addresses, times, counts, money."""
    r = page.readings[i]
    if len(r.text) > 200:
        return
    for name, pattern in _SHAPES:
        if pattern.search(r.text):
            yield "is=" + name


def case(page: Page, i: int) -> Iterable[str]:
    """The shape of the words of a short piece: X capitals, Xx a capitalized word, x, 0 a number."""
    r = page.readings[i]
    text = r.text
    if text.isupper():
        yield "case=upper" + ("1" if r.n == 1 else "")
    elif r.n > 1 and text.istitle():
        yield "case=title"
    if r.n <= 7:
        yield "shape=" + " ".join(map(_shape, r.tokens[:9]))
    capitals = sum(t[0].isupper() for t in r.tokens)
    named = sum(len(t) > 1 or t.isalpha() for t in r.tokens) or 1
    yield f"caps={min(5, int(6 * capitals / named))}{_size(r.n, (4, 10, 25))}"


def _shape(token: str) -> str:
    if token.isdigit():
        return "0" * min(len(token), 4)
    if not token[0].isalpha():
        return token[0]
    if token.isupper():
        return "X" if len(token) == 1 else "XX"
    return "Xx" if token[0].isupper() else "x"


def classes(page: Page, i: int) -> Iterable[str]:
    """Word classes held by the piece, and those that make up half of it."""
    r = page.readings[i]
    size = "S" if r.n <= 4 else "M" if r.n <= 14 else "L"
    for name, count in r.classes.items():
        if name == "stop":
            continue
        yield f"class={name}{size}"
        if count * 2 >= len(r.tokens):
            yield f"mostly={name}{size}"
        elif count >= 3:
            yield f"many={name}{size}"


def first_class(page: Page, i: int) -> Iterable[str]:
    """The classes of the first and the last word."""
    r = page.readings[i]
    look = r.class_of
    if r.low:
        for name in look(r.low[0]):
            yield "first=" + name
        for name in look(r.low[-1]):
            yield "last=" + name


def name_like(page: Page, i: int) -> Iterable[str]:
    """Two to four capitalized words and nothing else: a person, perhaps."""
    r = page.readings[i]
    if 2 <= r.n <= 4 and all(t[0].isupper() or not t.isalpha() for t in r.tokens) and not r.classes.keys() & {"nav", "share", "promo"}:
        yield "name" + ("+" if "given" in r.classes else "?") + ("f" if "family" in r.classes else "")
        if page.echo_head[i] > 0:
            yield "name echoed"
        if page.seen[r.text.lower()] > 1:
            yield "name again"


def opening(page: Page, i: int) -> Iterable[str]:
    """The kind of phrase it opens with."""
    r = page.readings[i]
    for name in r.opening:
        yield f"opens={name}" + ("=" if r.n == r.phrase else "S" if r.n <= 9 else "L")


def cuts(page: Page, i: int) -> Iterable[str]:
    """The kinds of cut at its ends."""
    piece = page.readings[i].piece
    if piece.left:
        yield "cut<" + piece.left
    if piece.right:
        yield "cut>" + piece.right
    if piece.left and piece.right:
        yield f"cut<{piece.left}>{piece.right}"


def place(page: Page, i: int) -> Iterable[str]:
    """Where in the document, in pieces from either end and as a share."""
    n = len(page.readings)
    yield "top=" + _size(i, (0, 1, 2, 4, 7, 12, 20, 40))
    yield "bottom=" + _size(n - 1 - i, (0, 1, 2, 4, 7, 12, 20, 40))
    yield f"share={10 * i // n}"
    yield "pieces=" + _size(n, (8, 16, 30, 60, 120))


def zone(page: Page, i: int) -> Iterable[str]:
    """Before, in or after the prose, how far from its ends, and with how much of it before and behind."""
    where = page.zone(i)
    r = page.readings[i]
    yield "zone=" + where
    if where == "before":
        yield "before=" + _size(page.first - i, (1, 2, 3, 5, 8, 13, 25))
    elif where == "after":
        yield "after=" + _size(i - page.last, (1, 2, 3, 5, 8, 13, 25))
    yield f"zone={where}:{_size(r.n, (1, 3, 6, 12, 25, 50))}{'.' if r.ends else ''}"
    done = page.prose_before[i]
    yield "done=" + _size(done, (0, 1, 3, 8))
    yield "left=" + _size(len(page.prose) - done, (0, 1, 3, 8))
    for name in r.opening:
        yield f"zone={where}:{name}"


def since_prose(page: Page, i: int) -> Iterable[str]:
    """How many pieces lie between it and the nearest prose on either side."""
    before, behind = page.nearest[i]
    yield "prose<" + _size(before, (1, 2, 3, 5, 9, 20))
    yield "prose>" + _size(behind, (1, 2, 3, 5, 9, 20))
    if before == 1 and behind == 1:
        yield "prose<>" + _size(page.readings[i].n, (1, 3, 6, 12, 25))


def under(page: Page, i: int) -> Iterable[str]:
    """The heading-like line it stands under, and how far below."""
    kind, distance = page.headings[i]
    if kind and distance <= 30:
        yield f"under={kind}:{_size(distance, (1, 2, 4, 8, 16))}"
        yield f"under={kind}:{page.zone(i)}"


def echo(page: Page, i: int) -> Iterable[str]:
    """How many of its words the prose uses too, by its length."""
    r = page.readings[i]
    size = _size(r.n, (2, 4, 8, 15, 30))
    if r.content:
        yield f"echo={int(page.echo_head[i] * 4.99)}:{size}"
        yield f"echo={int(page.echo_head[i] * 4.99)}:{page.zone(i)}"
        yield f"echoed={int(page.echo_all[i] * 4.99)}:{size}"


def again(page: Page, i: int) -> Iterable[str]:
    """The same line elsewhere in the document."""
    r = page.readings[i]
    count = page.seen[r.text.lower()]
    if count > 1:
        yield "again=" + _size(count, (2, 3, 6)) + ("S" if r.n <= 3 else "L")


def candidate(page: Page, i: int) -> Iterable[str]:
    """Against the line that would make the best headline: before, at or after it, alike, part of it."""
    c = page.candidate
    if c < 0:
        yield "candidate=none"
        return
    r, best = page.readings[i], page.readings[c]
    distance = i - c
    yield "candidate=" + ("0" if distance == 0 else f"{'+' if distance > 0 else '-'}{_size(abs(distance), (1, 2, 3, 5, 9, 20))}")
    if distance and r.content:
        shared = len(r.content & best.content) / len(r.content | best.content)
        yield f"like candidate={int(shared * 4.99)}" + ("S" if r.n <= 20 else "L")
        if r.text.lower() in best.text.lower() or best.text.lower() in r.text.lower()[:300]:
            yield "in candidate" + ("<" if distance < 0 else ">")


def company(page: Page, i: int) -> Iterable[str]:
    """Words shared with the neighbours, and how many pieces around are short, prose or alike in length."""
    readings = page.readings
    r = readings[i]
    for j, side in ((i - 1, "<"), (i + 1, ">")):
        if 0 <= j < len(readings):
            other = readings[j]
            if r.content & other.content:
                yield f"shares{side}" + ("P" if other.prose else "")
    around = readings[max(0, i - 4) : i] + readings[i + 1 : i + 5]
    yield f"around={sum(o.prose for o in around)}p{min(6, sum(o.n <= 6 for o in around))}s"
    alike = sum(abs(o.n - r.n) <= 2 for o in around)
    yield f"alike={min(alike, 6)}{_size(r.n, (3, 8, 20))}"


def layout(page: Page, i: int) -> Iterable[str]:
    """Blank lines around it, where they tell anything."""
    if page.layout == "even":
        yield "layout=even"
        return
    r = page.readings[i]
    above = "=" if r.piece.left else "|" if page.gaps[r.piece.line] else "."
    last = r.piece.line + 1 >= len(page.gaps)
    below = "=" if r.piece.right else "|" if last or page.gaps[r.piece.line + 1] else "."
    yield f"layout={above}{below}"
    yield f"layout={above}{below}{_size(r.n, (3, 8, 20))}"


CUES: tuple[Cue, ...] = (
    length, prose, edges, words, starts, marks, shapes, case, classes, first_class, name_like, opening, cuts,
    place, zone, since_prose, under, echo, again, candidate, company, layout,
)  # fmt: skip


def evidence(page: Page) -> list[list[str]]:
    """What every cue sees of every piece, in the order of the table."""
    return [[seen for cue in CUES for seen in cue(page, i)] for i in range(len(page.readings))]
