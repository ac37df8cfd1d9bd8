"""Page to evidence: one small function a cue, one ordered table of all of them.

A cue takes the page and a list a piece, and adds what it sees of each piece as short strings; a string is one piece of
evidence, and means the same for every piece of every text. What the neighbours see is the segmenter's affair.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from itertools import accumulate

from newsparse.languages import load
from newsparse.segment.context import Page
from newsparse.segment.tokens import HEAD

Told = list[list[str]]
Cue = Callable[[Page, Told], None]

PLAIN = "plain"  # the evidence of every piece of a text that has no mark-up

_NUMERIC = (
    ("clock", re.compile(r"\b\d{1,2}[:.]\d\d\b")),
    ("length", re.compile(r"^\W*\d{1,2}:\d\d(?::\d\d)?\W*$|\d:\d\d\s*(?:/|-)\s*")),
    ("of", re.compile(r"\b\d+\s*(?:of|/)\s*\d+\b")),
    ("year", re.compile(r"\b(?:19|20)\d\d\b")),
    ("date", re.compile(r"\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b\d{4}-\d\d-\d\d\b")),
    ("ordinal", re.compile(r"\b\d{1,2}(?:st|nd|rd|th)\b")),
    ("money", re.compile(r"[$£€]\s?\d")),
    ("percent", re.compile(r"\d\s?%")),
)
_SIGNED = (
    ("url", re.compile(r"https?://|www\.|\.(?:com|org|net|co\.uk)\b")),
    ("email", re.compile(r"\S@\S+\.\S")),
    ("handle", re.compile(r"(?<![\w.])@\w")),
    ("hash", re.compile(r"(?<!\w)#\w")),
    ("slashed", re.compile(r"[A-Za-z]/[A-Z]")),
    ("code", re.compile(r"[{}<>;=_\\]|\w\(\)")),
)
_FURNITURE = frozenset(("nav", "share", "promo"))
_DIGIT = re.compile(r"\d")
_SIGN = re.compile(r"[@#/{}<>;=_\\(]|www\.|\.(?:com|org|net|co)\b")  # one stands in each match of _SIGNED
_NUMBERED = re.compile(r"(?:\d{1,3}|[a-zA-Z])[.):]\s")
_BULLETS = "-*•·–—▪●◦‣■»>✓✔+→"
_MARKS = "|•©/:?!&@#…®™»"


def _steps(name: str, *ends: int) -> Callable[[int], str]:
    """What a count is called: the name with the end of the step it falls in."""
    names = [*(f"{name}{end}" for end in ends), name + "+"]
    return lambda count: names[bisect_left(ends, count)]


_LENGTH = _steps("len=", 1, 2, 3, 4, 6, 8, 11, 15, 20, 30, 45, 70, 110)
_CHARS = _steps("chars=", 3, 8, 16, 28, 44, 64, 90, 130, 200, 320)


def length(page: Page, told: Told) -> None:
    for r, seen in zip(page.readings, told, strict=True):
        seen += _LENGTH(r.n), _CHARS(len(r.text))


def prose(page: Page, told: Told) -> None:
    for r, seen in zip(page.readings, told, strict=True):
        size = "L" if r.n > 8 else "S"
        seen += f"stop={int(r.stop_share * 5.99)}{size}", f"lower={int(r.lower_share * 5.99)}{size}"
        if r.prose:
            seen.append("prose")


def edges(page: Page, told: Told) -> None:
    """First and last characters and words, and their pairs."""
    for r, seen in zip(page.readings, told, strict=True):
        last, low = r.text[-1], r.low
        seen.append("end=" + (last if not last.isalnum() else "A" if last.isupper() else "0" if last.isdigit() else "a"))
        if low:
            seen += "w0=" + low[0], "z0=" + low[-1]
        if len(low) > 1:
            seen += f"w01={low[0]} {low[1]}", f"z01={low[-2]} {low[-1]}"
        if len(low) > 2:
            seen.append(f"w012={low[0]} {low[1]} {low[2]}")


def words(page: Page, told: Told) -> None:
    """Every word of a short piece, the first of a long one."""
    for r, seen in zip(page.readings, told, strict=True):
        kind = "w=" if r.n <= 12 else "W="
        seen += [kind + word for word in dict.fromkeys(r.low[:HEAD])]
        if r.n <= 6:
            seen.append("line=" + " ".join(r.low))


def starts(page: Page, told: Told) -> None:
    """How the piece begins: bullet, number, quote, bracket, case."""
    for r, seen in zip(page.readings, told, strict=True):
        c = r.text[0]
        if c.isupper():
            if _NUMBERED.match(r.text):
                seen.append("starts=numbered")
        elif c in _BULLETS:
            seen += "starts=bullet", "bullet=" + c
        elif c in "\"“'‘":
            seen.append("starts=quote")
        elif _NUMBERED.match(r.text):
            seen.append("starts=numbered")
        elif c.islower():
            seen.append("starts=lower")
        elif c.isdigit():
            seen.append("starts=digit")
        elif not c.isalnum():
            seen.append("starts=" + c)


def marks(page: Page, told: Told) -> None:
    """Signs that tell much wherever they stand."""
    for r, seen in zip(page.readings, told, strict=True):
        text = r.text
        size = "S" if len(text) < 90 else "L"
        seen += [f"has={mark}{size}" for mark in _MARKS if mark in text]
        if "“" in text or '"' in text:
            seen.append("has=quote")
        if ")" in text or "]" in text:
            seen.append("has=bracket")
        if " - " in text or " – " in text or "—" in text or "--" in text:
            seen.append("has=dash")
        if "\t" in text or "  " in text or "\xa0" in text:
            seen.append("has=wide")


def shapes(page: Page, told: Told) -> None:
    """Patterns in short pieces: addresses, times, counts, money."""
    for r, seen in zip(page.readings, told, strict=True):
        if len(r.text) <= 200:
            for gate, patterns in ((_DIGIT, _NUMERIC), (_SIGN, _SIGNED)):
                if gate.search(r.text):
                    seen += [f"is={name}" for name, pattern in patterns if pattern.search(r.text)]


_CAPITALS = _steps("", 4, 10, 25)


def case(page: Page, told: Told) -> None:
    """The shape of the words of a short piece: X capitals, Xx a capitalized word, x, 0 a number."""
    for r, seen in zip(page.readings, told, strict=True):
        if r.text.isupper():
            seen.append("case=upper" + ("1" if r.n == 1 else ""))
        elif r.n > 1 and r.text.istitle():
            seen.append("case=title")
        if r.n <= 7:
            seen.append("shape=" + " ".join(map(_shape, r.tokens[:9])))
        capitals = sum([token[0].isupper() for token in r.tokens])
        named = sum([len(token) > 1 or token.isalpha() for token in r.tokens]) or 1
        seen.append(f"caps={min(5, int(6 * capitals / named))}{_CAPITALS(r.n)}")


def _shape(token: str) -> str:
    if token.isdigit():
        return "0" * min(len(token), 4)
    if not token[0].isalpha():
        return token[0]
    if token.isupper():
        return "X" if len(token) == 1 else "XX"
    return "Xx" if token[0].isupper() else "x"


def classes(page: Page, told: Told) -> None:
    """Word classes held by the piece, and those that make up half of it."""
    for r, seen in zip(page.readings, told, strict=True):
        size = "S" if r.n <= 4 else "M" if r.n <= 14 else "L"
        for name, count in r.classes.items():
            seen.append(f"class={name}{size}")
            if count * 2 >= len(r.tokens):
                seen.append(f"mostly={name}{size}")
            elif count >= 3:
                seen.append(f"many={name}{size}")


def first_class(page: Page, told: Told) -> None:
    """The classes of the first and the last word."""
    known = load("en").lexicon
    for r, seen in zip(page.readings, told, strict=True):
        for side, word in (("first=", r.low[0]), ("last=", r.low[-1])) if r.low else ():
            seen += [side + name for name in known.words.get(word, ())]
            if word in known.stops:
                seen.append(side + "stop")


def name_like(page: Page, told: Told) -> None:
    """Two to four capitalized words and nothing else: a person, perhaps."""
    for r, seen, echo_head in zip(page.readings, told, page.echo_head, strict=True):
        if 2 <= r.n <= 4 and all(t[0].isupper() or not t.isalpha() for t in r.tokens) and _FURNITURE.isdisjoint(r.classes):
            seen.append("name" + ("+" if "given" in r.classes else "?") + ("f" if "family" in r.classes else ""))
            if echo_head > 0:
                seen.append("name echoed")
            if page.seen[r.text.lower()] > 1:
                seen.append("name again")


def opening(page: Page, told: Told) -> None:
    """The kind of phrase it opens with."""
    for r, seen in zip(page.readings, told, strict=True):
        size = "=" if r.n == r.phrase else "S" if r.n <= 9 else "L"
        seen += [f"opens={name}{size}" for name in r.opening]


def cuts(page: Page, told: Told) -> None:
    """The kinds of cut at its ends."""
    for r, seen in zip(page.readings, told, strict=True):
        left, right = r.piece.left, r.piece.right
        if left:
            seen.append("cut<" + left)
        if right:
            seen.append("cut>" + right)
        if left and right:
            seen.append(f"cut<{left}>{right}")


_TOP = _steps("top=", 0, 1, 2, 4, 7, 12, 20, 40)
_BOTTOM = _steps("bottom=", 0, 1, 2, 4, 7, 12, 20, 40)
_PIECES = _steps("pieces=", 8, 16, 30, 60, 120)


def place(page: Page, told: Told) -> None:
    """Where in the document, in pieces from either end and as a share."""
    n = len(told)
    pieces = _PIECES(n)
    for i, seen in enumerate(told):
        seen += _TOP(i), _BOTTOM(n - 1 - i), f"share={10 * i // n}", pieces


_BEFORE, _AFTER = _steps("before=", 1, 2, 3, 5, 8, 13, 25), _steps("after=", 1, 2, 3, 5, 8, 13, 25)
_DONE, _LEFT, _WORDS = _steps("done=", 0, 1, 3, 8), _steps("left=", 0, 1, 3, 8), _steps(":", 1, 3, 6, 12, 25, 50)


def zone(page: Page, told: Told) -> None:
    """Before, in or after the prose, how far from its ends, and with how much of it before and behind."""
    for i, (r, seen, done) in enumerate(zip(page.readings, told, page.prose_before, strict=True)):
        where = "zone=" + page.zone(i)
        seen += where, f"{where}{_WORDS(r.n)}{'.' if r.ends else ''}", _DONE(done), _LEFT(len(page.prose) - done)
        if where == "zone=before":
            seen.append(_BEFORE(page.first - i))
        elif where == "zone=after":
            seen.append(_AFTER(i - page.last))
        seen += [f"{where}:{name}" for name in r.opening]


_BACK, _AHEAD, _BETWEEN = _steps("prose<", 1, 2, 3, 5, 9, 20), _steps("prose>", 1, 2, 3, 5, 9, 20), _steps("prose<>", 1, 3, 6, 12, 25)


def since_prose(page: Page, told: Told) -> None:
    """How many pieces lie between it and the nearest prose on either side."""
    for r, seen, (back, ahead) in zip(page.readings, told, page.nearest, strict=True):
        seen += _BACK(back), _AHEAD(ahead)
        if back == 1 and ahead == 1:
            seen.append(_BETWEEN(r.n))


_UNDER = _steps(":", 1, 2, 4, 8, 16)


def under(page: Page, told: Told) -> None:
    """The heading-like line it stands under, and how far below."""
    for i, (seen, (kind, distance)) in enumerate(zip(told, page.headings, strict=True)):
        if kind and distance <= 30:
            seen += f"under={kind}{_UNDER(distance)}", f"under={kind}:{page.zone(i)}"


_ECHO_SIZE = _steps(":", 2, 4, 8, 15, 30)


def echo(page: Page, told: Told) -> None:
    """How many of its words the prose uses too, by its length."""
    for i, (r, seen, head, whole) in enumerate(zip(page.readings, told, page.echo_head, page.echo_all, strict=True)):
        if r.content:
            size, share = _ECHO_SIZE(r.n), int(head * 4.99)
            seen += f"echo={share}{size}", f"echo={share}:{page.zone(i)}", f"echoed={int(whole * 4.99)}{size}"
        else:
            seen.append("echo=none")


_AGAIN = _steps("again=", 2, 3, 6)


def again(page: Page, told: Told) -> None:
    """The same line elsewhere in the document."""
    for r, seen in zip(page.readings, told, strict=True):
        count = page.seen[r.text.lower()]
        if count > 1:
            seen.append(_AGAIN(count) + ("S" if r.n <= 3 else "L"))


_BEHIND, _AHEAD_OF = _steps("candidate=+", 1, 2, 3, 5, 9, 20), _steps("candidate=-", 1, 2, 3, 5, 9, 20)


def candidate(page: Page, told: Told) -> None:
    """Against the line that would make the best headline: before, at or after it, alike, part of it."""
    c = page.candidate
    if c < 0:
        for seen in told:
            seen.append("candidate=none")
        return
    best = page.readings[c]
    title = best.text.lower()
    for i, (r, seen) in enumerate(zip(page.readings, told, strict=True)):
        if i == c:
            seen.append("candidate=0")
            continue
        seen.append(_BEHIND(i - c) if i > c else _AHEAD_OF(c - i))
        if r.content:
            shared = len(r.content & best.content)
            alike = shared / (len(r.content) + len(best.content) - shared)
            seen.append(f"like candidate={int(alike * 4.99)}{'S' if r.n <= 20 else 'L'}")
            if shared and ((low := r.text[:300].lower()) in title or title in low):
                seen.append("in candidate" + ("<" if i < c else ">"))


_ALIKE = _steps("", 3, 8, 20)


def company(page: Page, told: Told) -> None:
    """Words shared with the neighbours, and how many pieces around are short, prose or alike in length."""
    readings = page.readings
    for one, other, seen, following in zip(readings, readings[1:], told, told[1:], strict=False):
        if not one.content.isdisjoint(other.content):
            seen.append("shares>P" if other.prose else "shares>")
            following.append("shares<P" if one.prose else "shares<")
    sizes = [r.n for r in readings]
    proses = [0, *accumulate(r.prose for r in readings)]
    shorts = [0, *accumulate(n <= 6 for n in sizes)]
    for i, (r, seen) in enumerate(zip(readings, told, strict=True)):
        first, last = max(0, i - 4), min(len(sizes), i + 5)
        prose_around = proses[last] - proses[first] - r.prose
        short_around = shorts[last] - shorts[first] - (r.n <= 6)
        alike = sum([r.n - 2 <= n <= r.n + 2 for n in sizes[first:last]]) - 1
        seen += f"around={prose_around}p{min(6, short_around)}s", f"alike={min(alike, 6)}{_ALIKE(r.n)}"


_LINES = _steps("", 3, 8, 20)


def layout(page: Page, told: Told) -> None:
    """Blank lines around it, where they tell anything."""
    if page.layout == "even":
        for seen in told:
            seen.append("layout=even")
        return
    gaps = [*page.gaps, 1]
    for r, seen in zip(page.readings, told, strict=True):
        above = "=" if r.piece.left else "|" if gaps[r.piece.line] else "."
        below = "=" if r.piece.right else "|" if gaps[r.piece.line + 1] else "."
        seen += f"layout={above}{below}", f"layout={above}{below}{_LINES(r.n)}"


def markup(page: Page, told: Told) -> None:
    """What the mark-up says, where the text is a page's, or that there is none."""
    plain = not any(page.markup)
    for seen, hints in zip(told, page.markup, strict=True):
        seen += (PLAIN,) if plain else hints


CUES: tuple[Cue, ...] = (
    length, prose, edges, words, starts, marks, shapes, case, classes, first_class, name_like, opening, cuts,
    place, zone, since_prose, under, echo, again, candidate, company, layout, markup,
)  # fmt: skip


def evidence(page: Page) -> list[list[str]]:
    """What every cue sees of every piece, in the order of the table."""
    told: Told = [[] for _ in page.readings]
    for cue in CUES:
        cue(page, told)
    return told
