"""DocumentContext to features: one small function a kind, one ordered table of all of them.

A function takes the context and a list a segment, and adds the features of each segment by their names. A
name means the same for every segment of every text. The network brings in what the neighbours show. A cue, in
the public types and in JSON, is the name of a feature.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import accumulate

from newsparse.segment.context import DocumentContext
from newsparse.segment.tokens import HEAD

Features = list[list[str]]
Feature = Callable[[DocumentContext, Features], None]

PLAIN = "plain"  # the feature of every segment of a text that has no mark-up

_NUMERIC = (
    ("clock", re.compile(r"\b\d{1,2}[:.]\d\d\b")),
    ("length", re.compile(r"^\W*\d{1,2}:\d\d(?::\d\d)?\W*$|\d:\d\d\s*(?:/|-)\s*")),
    ("year", re.compile(r"\b(?:19|20)\d\d\b")),
    ("date", re.compile(r"\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b\d{4}-\d\d-\d\d\b")),
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


def bucketer(name: str, *ends: int) -> Callable[[int], str]:
    """What a count is called: the name with the end of the step it falls in."""
    names = [*(f"{name}{end}" for end in ends), name + "+"]
    return lambda count: names[bisect_left(ends, count)]


_LENGTH = bucketer("len=", 1, 2, 3, 4, 6, 8, 11, 15, 20, 30, 45, 70, 110)
_CHARS = bucketer("chars=", 3, 8, 16, 28, 44, 64, 90, 130, 200, 320)


def length(context: DocumentContext, features: Features) -> None:
    for r, out in zip(context.segments, features, strict=True):
        out += _LENGTH(r.n_words), _CHARS(len(r.text))


def prose(context: DocumentContext, features: Features) -> None:
    for r, out in zip(context.segments, features, strict=True):
        size = "L" if r.n_words > 8 else "S"
        out += f"stop={int(r.stop_share * 5.99)}{size}", f"lower={int(r.lower_share * 5.99)}{size}"
        if r.prose:
            out.append("prose")


def first_and_last_words(context: DocumentContext, features: Features) -> None:
    """First and last characters and words, and their pairs."""
    for r, out in zip(context.segments, features, strict=True):
        last, low = r.text[-1], r.lowered
        out.append(
            "end="
            + (last if not last.isalnum() else "A" if last.isupper() else "0" if last.isdigit() else "a")
        )
        if low:
            out += "w0=" + low[0], "z0=" + low[-1]
        if len(low) > 1:
            out += f"w01={low[0]} {low[1]}", f"z01={low[-2]} {low[-1]}"
        if len(low) > 2:
            out.append(f"w012={low[0]} {low[1]} {low[2]}")


def words(context: DocumentContext, features: Features) -> None:
    """Every word of a short segment, the first of a long one."""
    for r, out in zip(context.segments, features, strict=True):
        kind = "w=" if r.n_words <= 12 else "W="
        out += [kind + word for word in dict.fromkeys(r.lowered[:HEAD])]
        if r.n_words <= 6:
            out.append("line=" + " ".join(r.lowered))


def starts(context: DocumentContext, features: Features) -> None:
    """How the segment begins: bullet, number, quote, bracket, case."""
    for r, out in zip(context.segments, features, strict=True):
        c = r.text[0]
        if c.isupper():
            if _NUMBERED.match(r.text):
                out.append("starts=numbered")
        elif c in _BULLETS:
            out += "starts=bullet", "bullet=" + c
        elif c in "\"“'‘":
            out.append("starts=quote")
        elif _NUMBERED.match(r.text):
            out.append("starts=numbered")
        elif c.islower():
            out.append("starts=lower")
        elif c.isdigit():
            out.append("starts=digit")
        elif not c.isalnum():
            out.append("starts=" + c)


def marks(context: DocumentContext, features: Features) -> None:
    """Signs that tell much wherever they stand."""
    for r, out in zip(context.segments, features, strict=True):
        text = r.text
        size = "S" if len(text) < 90 else "L"
        out += [f"has={mark}{size}" for mark in _MARKS if mark in text]
        if "“" in text or '"' in text:
            out.append("has=quote")
        if ")" in text or "]" in text:
            out.append("has=bracket")
        if " - " in text or " – " in text or "—" in text or "--" in text:
            out.append("has=dash")
        if "\t" in text or "  " in text or "\xa0" in text:
            out.append("has=wide")


def patterns(context: DocumentContext, features: Features) -> None:
    """Patterns in short segments: addresses, times, counts, money."""
    language = context.language.segment
    clock, length, year, date, money, percent = _NUMERIC
    numeric = (
        clock,
        length,
        ("of", language.count_of),
        year,
        date,
        ("ordinal", language.ordinal),
        money,
        percent,
    )
    for r, out in zip(context.segments, features, strict=True):
        if len(r.text) <= 200:
            for gate, kinds in ((_DIGIT, numeric), (_SIGN, _SIGNED)):
                if gate.search(r.text):
                    out += [f"is={name}" for name, pattern in kinds if pattern.search(r.text)]


_CAPITALS = bucketer("", 4, 10, 25)


def word_shapes(context: DocumentContext, features: Features) -> None:
    """The shape of the words of a short segment: X capitals, Xx a capitalized word, x, 0 a number."""
    for r, out in zip(context.segments, features, strict=True):
        if r.text.isupper():
            out.append("case=upper" + ("1" if r.n_words == 1 else ""))
        elif r.n_words > 1 and r.text.istitle():
            out.append("case=title")
        if r.n_words <= 7:
            out.append("shape=" + " ".join(map(_shape, r.tokens[:9])))
        capitals = sum([token[0].isupper() for token in r.tokens])
        named = sum([len(token) > 1 or token.isalpha() for token in r.tokens]) or 1
        out.append(f"caps={min(5, int(6 * capitals / named))}{_CAPITALS(r.n_words)}")


def _shape(token: str) -> str:
    if token.isdigit():
        return "0" * min(len(token), 4)
    if not token[0].isalpha():
        return token[0]
    if token.isupper():
        return "X" if len(token) == 1 else "XX"
    return "Xx" if token[0].isupper() else "x"


def classes(context: DocumentContext, features: Features) -> None:
    """Word classes held by the segment, and those that make up half of it."""
    for r, out in zip(context.segments, features, strict=True):
        size = "S" if r.n_words <= 4 else "M" if r.n_words <= 14 else "L"
        for name, count in r.classes.items():
            out.append(f"class={name}{size}")
            if count * 2 >= len(r.tokens):
                out.append(f"mostly={name}{size}")
            elif count >= 3:
                out.append(f"many={name}{size}")


def first_class(context: DocumentContext, features: Features) -> None:
    """The classes of the first and the last word."""
    known = context.language.lexicon
    for r, out in zip(context.segments, features, strict=True):
        for side, word in (("first=", r.lowered[0]), ("last=", r.lowered[-1])) if r.lowered else ():
            out += [side + name for name in known.words.get(word, ())]
            if word in known.stops:
                out.append(side + "stop")


def person_like(context: DocumentContext, features: Features) -> None:
    """Two to four capitalized words and nothing else: a person, perhaps."""
    for r, out, prose_echo in zip(context.segments, features, context.prose_echo, strict=True):
        if (
            2 <= r.n_words <= 4
            and all(t[0].isupper() or not t.isalpha() for t in r.tokens)
            and _FURNITURE.isdisjoint(r.classes)
        ):
            out.append(
                "name" + ("+" if "given" in r.classes else "?") + ("f" if "family" in r.classes else "")
            )
            if prose_echo > 0:
                out.append("name echoed")
            if context.line_counts[r.text.lower()] > 1:
                out.append("name again")


def opening(context: DocumentContext, features: Features) -> None:
    """The kind of phrase it opens with."""
    for r, out in zip(context.segments, features, strict=True):
        size = "=" if r.n_words == r.opening_length else "S" if r.n_words <= 9 else "L"
        out += [f"opens={name}{size}" for name in r.opening_classes]


def cuts(context: DocumentContext, features: Features) -> None:
    """The kinds of cut at its ends."""
    for r, out in zip(context.segments, features, strict=True):
        left, right = r.segment.left, r.segment.right
        if left:
            out.append("cut<" + left)
        if right:
            out.append("cut>" + right)
        if left and right:
            out.append(f"cut<{left}>{right}")


_BRINK = re.compile(r"[^\W\d_]+$|\d+$")


def joints(context: DocumentContext, features: Features) -> None:
    """What stands on both sides of a boundary inside a line,
    and whether the line as a whole reads as prose.
    """
    start = 0
    segments = context.segments
    while start < len(segments):
        end = start + 1
        while end < len(segments) and segments[end].segment.line == segments[start].segment.line:
            end += 1
        if end - start > 1:
            group, outs = segments[start:end], features[start:end]
            n = sum(r.n_words for r in group)
            stops = sum(r.stop_share * r.n_words for r in group)
            ends = group[-1].ends_sentence
            kind = "prose" if n >= 12 and ends and stops >= 0.2 * n else "ends" if ends else "other"
            for r, out in zip(group, outs, strict=True):
                out.append(f"line={kind}{'<' if r is group[0] else '>' if r is group[-1] else '-'}")
            for left, right, out, following in zip(group, group[1:], outs, outs[1:], strict=False):
                joint = _last_kind(left.text) + _first_kind(right.text)
                out += f"joint>{joint}", f"joint>{left.segment.right}{joint}"
                following += f"joint<{joint}", f"joint<{left.segment.right}{joint}"
        start = end


def _last_kind(text: str) -> str:
    """The kind of a text's last word (0, a, A), or its last sign."""
    word = _BRINK.search(text)
    return text[-1] if not word else "0" if word[0][0].isdigit() else "a" if word[0][0].islower() else "A"


def _first_kind(text: str) -> str:
    """The kind of a text's first word (0, a, A), or its first sign."""
    first = text[0]
    return "0" if first.isdigit() else first if not first.isalpha() else "a" if first.islower() else "A"


_TOP = bucketer("top=", 0, 1, 2, 4, 7, 12, 20, 40)
_BOTTOM = bucketer("bottom=", 0, 1, 2, 4, 7, 12, 20, 40)
_SEGMENTS = bucketer("pieces=", 8, 16, 30, 60, 120)


def position(context: DocumentContext, features: Features) -> None:
    """Where in the document, in segments from either end and as a share."""
    n = len(features)
    segments = _SEGMENTS(n)
    for i, out in enumerate(features):
        out += _TOP(i), _BOTTOM(n - 1 - i), f"share={10 * i // n}", segments


_BEFORE, _AFTER = bucketer("before=", 1, 2, 3, 5, 8, 13, 25), bucketer("after=", 1, 2, 3, 5, 8, 13, 25)
_DONE, _LEFT, _WORDS = (
    bucketer("done=", 0, 1, 3, 8),
    bucketer("left=", 0, 1, 3, 8),
    bucketer(":", 1, 3, 6, 12, 25, 50),
)


def body_zone(context: DocumentContext, features: Features) -> None:
    """Before, in or after the prose, how far from its ends, and with how much of it before and behind."""
    for i, (r, out, done) in enumerate(zip(context.segments, features, context.prose_before, strict=True)):
        where = "zone=" + context.zone(i)
        out += (
            where,
            f"{where}{_WORDS(r.n_words)}{'.' if r.ends_sentence else ''}",
            _DONE(done),
            _LEFT(len(context.prose) - done),
        )
        if where == "zone=before":
            out.append(_BEFORE(context.body_start - i))
        elif where == "zone=after":
            out.append(_AFTER(i - context.body_end))
        out += [f"{where}:{name}" for name in r.opening_classes]


_BACK, _AHEAD, _BETWEEN = (
    bucketer("prose<", 1, 2, 3, 5, 9, 20),
    bucketer("prose>", 1, 2, 3, 5, 9, 20),
    bucketer("prose<>", 1, 3, 6, 12, 25),
)


def distance_to_prose(context: DocumentContext, features: Features) -> None:
    """How many segments lie between it and the nearest prose on either side."""
    for r, out, (back, ahead) in zip(context.segments, features, context.prose_distances, strict=True):
        out += _BACK(back), _AHEAD(ahead)
        if back == 1 and ahead == 1:
            out.append(_BETWEEN(r.n_words))


_UNDER = bucketer(":", 1, 2, 4, 8, 16)


def under_heading(context: DocumentContext, features: Features) -> None:
    """The heading-like line it stands under, and how far below."""
    for i, (out, (kind, distance)) in enumerate(zip(features, context.headings, strict=True)):
        if kind and distance <= 30:
            out += f"under={kind}{_UNDER(distance)}", f"under={kind}:{context.zone(i)}"


_ECHO_SIZE = bucketer(":", 2, 4, 8, 15, 30)


def echo(context: DocumentContext, features: Features) -> None:
    """How many of its words the prose uses too, by its length."""
    for i, (r, out, head, whole) in enumerate(
        zip(context.segments, features, context.prose_echo, context.document_echo, strict=True)
    ):
        if r.content:
            size, share = _ECHO_SIZE(r.n_words), int(head * 4.99)
            out += (
                f"echo={share}{size}",
                f"echo={share}:{context.zone(i)}",
                f"echoed={int(whole * 4.99)}{size}",
            )
        else:
            out.append("echo=none")


_AGAIN = bucketer("again=", 2, 3, 6)


def repeated_line(context: DocumentContext, features: Features) -> None:
    """The same line elsewhere in the document."""
    for r, out in zip(context.segments, features, strict=True):
        count = context.line_counts[r.text.lower()]
        if count > 1:
            out.append(_AGAIN(count) + ("S" if r.n_words <= 3 else "L"))


_BEHIND, _AHEAD_OF = bucketer("candidate=+", 1, 2, 3, 5, 9, 20), bucketer("candidate=-", 1, 2, 3, 5, 9, 20)


def headline_similarity(context: DocumentContext, features: Features) -> None:
    """Against the line that would make the best headline: before, at or after it, alike, part of it."""
    c = context.headline_candidate
    if c < 0:
        for out in features:
            out.append("candidate=none")
        return
    best = context.segments[c]
    title = best.text.lower()
    for i, (r, out) in enumerate(zip(context.segments, features, strict=True)):
        if i == c:
            out.append("candidate=0")
            continue
        out.append(_BEHIND(i - c) if i > c else _AHEAD_OF(c - i))
        if r.content:
            shared = len(r.content & best.content)
            alike = shared / (len(r.content) + len(best.content) - shared)
            out.append(f"like candidate={int(alike * 4.99)}{'S' if r.n_words <= 20 else 'L'}")
            if shared and ((low := r.text[:300].lower()) in title or title in low):
                out.append("in candidate" + ("<" if i < c else ">"))


_ALIKE = bucketer("", 3, 8, 20)


def neighbours(context: DocumentContext, features: Features) -> None:
    """Words shared with the neighbours, and how many segments around are short, prose or alike in length."""
    segments = context.segments
    for one, other, out, following in zip(segments, segments[1:], features, features[1:], strict=False):
        if not one.content.isdisjoint(other.content):
            out.append("shares>P" if other.prose else "shares>")
            following.append("shares<P" if one.prose else "shares<")
    sizes = [r.n_words for r in segments]
    proses = [0, *accumulate(r.prose for r in segments)]
    shorts = [0, *accumulate(n <= 6 for n in sizes)]
    for i, (r, out) in enumerate(zip(segments, features, strict=True)):
        first, last = max(0, i - 4), min(len(sizes), i + 5)
        prose_around = proses[last] - proses[first] - r.prose
        short_around = shorts[last] - shorts[first] - (r.n_words <= 6)
        alike = sum([r.n_words - 2 <= n <= r.n_words + 2 for n in sizes[first:last]]) - 1
        out += f"around={prose_around}p{min(6, short_around)}s", f"alike={min(alike, 6)}{_ALIKE(r.n_words)}"


_LINES = bucketer("", 3, 8, 20)


def layout(context: DocumentContext, features: Features) -> None:
    """Blank lines around it, where they tell anything."""
    if context.layout == "even":
        for out in features:
            out.append("layout=even")
        return
    gaps = [*context.gaps, 1]
    for r, out in zip(context.segments, features, strict=True):
        above = "=" if r.segment.left else "|" if gaps[r.segment.line] else "."
        below = "=" if r.segment.right else "|" if gaps[r.segment.line + 1] else "."
        out += f"layout={above}{below}", f"layout={above}{below}{_LINES(r.n_words)}"


def markup(context: DocumentContext, features: Features) -> None:
    """The features of the mark-up, where the text is a page's, or that there is none."""
    plain = not any(context.markup)
    for out, hints in zip(features, context.markup, strict=True):
        out += (PLAIN,) if plain else hints


FEATURES: tuple[Feature, ...] = (
    length, prose, first_and_last_words, words, starts, marks, patterns, word_shapes, classes, first_class,
    person_like,
    opening, cuts, joints, position, body_zone, distance_to_prose, under_heading, echo, repeated_line,
    headline_similarity,
    neighbours, layout, markup,
)  # fmt: skip


def extract_features(context: DocumentContext, table: Sequence[Feature] = FEATURES) -> list[list[str]]:
    """The names of the features of every segment, in the order of the table."""
    features: Features = [[] for _ in context.segments]
    for feature in table:
        feature(context, features)
    return features
