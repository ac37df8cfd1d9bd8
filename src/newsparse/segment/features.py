"""DocumentContext to features: one small function a kind, one ordered table of all of them.
 A function takes the context and gives the values of its features for all segments, as numbers; `Grid`,
`Steps` and `Values` know their names (vocabulary.py). A name means the same for every segment of every text.
The network brings in what the neighbours show. A cue, in the public types and in JSON, is the name of a
feature.

Where steps end was chosen by trial: fine where counts are small, then in ever longer steps.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby

import numpy as np

from newsparse.languages.patterns import NEVER
from newsparse.segment.arrays import Booleans, Integers, distinct
from newsparse.segment.context import OPENERS, ZONES, DocumentContext, has_layout
from newsparse.segment.tokens import HEAD, MIN_PROSE, SIGNS, SegmentTokens
from newsparse.segment.vocabulary import Features, Grid, Steps, Values

Feature = Callable[[DocumentContext], Iterator[Values]]

VECTOR = "vector="  # the feature of a word whose row comes from its vector (training/word_vectors.py)
PLAIN = "plain"  # the feature of every segment of a text that has no mark-up

_NUMERIC = (  # one that begins with a digit is tried at digits only, where \b is tried everywhere
    ("is=clock", re.compile(r"\d(?<!\w\d)\d?[:.]\d\d\b")),
    ("is=length", re.compile(r"^\W*\d{1,2}:\d\d(?::\d\d)?\W*$|\d:\d\d\s*(?:/|-)\s*")),
    ("is=year", re.compile(r"(?:19|20)(?<!\w\d\d)\d\d\b")),
    ("is=date", re.compile(r"\d(?<!\w\d)(?:\d?[/.-]\d{1,2}[/.-]\d{2,4}\b|\d{3}-\d\d-\d\d\b)")),
    ("is=money", re.compile(r"[$£€]\s?\d")),
    ("is=percent", re.compile(r"\d\s?%")),
)
# the figures of languages other than English
_LOCAL_NUMERIC = (
    ("is=clock", re.compile(r"(?<!\d)\d{1,2}\s?[:：時时点點시]\s?\d\d?(?!\d)")),
    ("is=year", re.compile(r"(?<!\d)(?:19|20)\d\d\s?[年년]")),
    ("is=date", re.compile(r"(?<!\d)\d{4}\s?[年년./-]\s?\d{1,2}\s?[月월./-]\s?\d{1,2}(?!\d)")),
)
_SIGNED = (
    ("is=url", re.compile(r"https?://|www\.|\.(?:com|org|net|co\.uk)\b")),
    ("is=email", re.compile(r"\S@[^\s@]+\.\S")),
    ("is=handle", re.compile(r"(?<![\w.])@\w")),
    ("is=hash", re.compile(r"(?<!\w)#\w")),
    ("is=slashed", re.compile(r"[A-Za-z]/[A-Z]")),
    ("is=code", re.compile(r"[{}<>;=_\\]|\w\(\)")),
)
_FURNITURE = frozenset(("nav", "share", "promo"))
_DIGIT = re.compile(r"\d")
_SIGN = re.compile(r"[@#/{}<>;=_\\(]|www\.|\.(?:com|org|net|co)\b")  # one stands in each match of _SIGNED
_NUMBERED = re.compile(r"(?:\d{1,3}|[a-zA-Z])[.):]\s")
_BULLETS = "-*•·–—▪●◦‣■»>✓✔+→"
_MARKS = "|•©/:?!&@#…®™»"
NAME_CHARS = 6  # characters of a name in Chinese and Japanese, with a space
SHAPED = 9  # tokens of a short segment, of which the shapes are a feature
PATTERN_CHARS = 200  # of the longest segment in which patterns are looked for; a longer one is prose

_LENGTH = Steps("len=", 1, 2, 3, 4, 6, 8, 11, 15, 20, 30, 45, 70, 110)
_CHARS = Steps("chars=", 3, 8, 16, 28, 44, 64, 90, 130, 200, 320)


def length(context: DocumentContext) -> Iterator[Values]:
    """Words and characters."""
    yield _LENGTH.values(context.tokens.n_words)
    yield _CHARS.values(context.tokens.n_chars)


_SIXTHS = tuple(map(str, range(64)))  # more than six, where words as "to/from" hold several stop words
_STOPS, _LOWER, _PROSE = Grid(("stop=",), _SIXTHS, "SL"), Grid(("lower=",), _SIXTHS, "SL"), Grid(("prose",))


def prose(context: DocumentContext) -> Iterator[Values]:
    """The shares of stop words and of words in lower case, in sixths, and whether it reads as prose."""
    tokens = context.tokens
    long = tokens.n_words > 8
    yield _STOPS(0, np.minimum(tokens.stop_share * 5.99, len(_SIXTHS) - 1).astype(int), long)
    yield _LOWER(0, (tokens.lower_share * 5.99).astype(int), long)
    yield _PROSE.where(tokens.prose)


def first_and_last_words(context: DocumentContext) -> Iterator[Values]:
    """First and last characters and words, and their pairs."""
    tokens = context.tokens
    yield Values.of_words("end", context.places, [_last_character(text[-1]) for text in tokens.texts])
    starts, ends, n = tokens.edges.starts[:-1], tokens.edges.starts[1:], tokens.edges.sizes()
    words, some = tokens.edge_words(), np.flatnonzero(n)
    yield Values(tokens.table.names("w0"), some, words[starts[some]])
    yield Values(tokens.table.names("z0"), some, words[ends[some] - 1])
    yield _joined("w01", tokens, n >= 2, starts, 2)
    yield _joined("z01", tokens, n >= 2, ends - 2, 2)
    yield _joined("w012", tokens, n >= 3, starts, 3)


def _joined(kind: str, tokens: SegmentTokens, where: Booleans, starts: Integers, n: int) -> Values:
    """The n words from each start, for those segments `where` it is true."""
    segments = np.flatnonzero(where)
    words = tokens.edge_words()[starts[segments, None] + np.arange(n)]
    names = tokens.table.words
    return Values.of_words(
        kind, segments, [" ".join([names[place] for place in own]) for own in words.tolist()]
    )


@lru_cache(1024)
def _last_character(c: str) -> str:
    """A mark for itself; A, a or 0 for letters and digits."""
    if not c.isalnum():
        return c
    return "A" if c.isupper() else "0" if c.isdigit() else "a"


def words(context: DocumentContext) -> Iterator[Values]:
    """Every word of a short segment, the first of a long one, apart and together; a very short one as a
    whole.
    """
    tokens, words = context.tokens, context.tokens.edge_words()
    segments = tokens.edge_segments
    head = np.flatnonzero(np.arange(len(words)) - tokens.edges.starts[segments] < HEAD)
    _, first = np.unique(segments[head] * len(tokens.table.words) + words[head], return_index=True)
    once = head[np.sort(first)]
    segments, words = segments[once], words[once]
    short = tokens.n_words[segments] <= 12
    yield Values(tokens.table.names("w"), segments[short], words[short])
    yield Values(tokens.table.names("W"), segments[~short], words[~short])
    yield Values(tokens.table.names(VECTOR.rstrip("=")), segments, words)
    yield _lines("line", tokens, tokens.n_words <= 6, tokens.edge_words(), tokens.table.words)


def _lines(
    kind: str, tokens: SegmentTokens, where: Booleans, column: Integers, names: Sequence[str]
) -> Values:
    """All that a column says of a segment's edges in one name, for those segments `where` it is true."""
    segments = np.flatnonzero(where)
    places, starts = column.tolist(), tokens.edges.starts.tolist()
    lines = [
        " ".join([names[place] for place in places[starts[i] : starts[i + 1]]]) for i in segments.tolist()
    ]
    return Values.of_words(kind, segments, lines)


def starts(context: DocumentContext) -> Iterator[Values]:
    """How the segment begins: bullet, number, quote, bracket, case."""
    names = [_start(text[0], _NUMBERED.match(text) is not None) for text in context.tokens.texts]
    yield Values.listed((i, own) for i, own in enumerate(names) if own)


@lru_cache(256)
def _start(c: str, is_numbered: bool) -> tuple[str, ...]:
    if c.isupper():
        return ("starts=numbered",) if is_numbered else ()
    if c in _BULLETS:
        return "starts=bullet", "bullet=" + c
    if c in "\"“'‘":
        return ("starts=quote",)
    if is_numbered:
        return ("starts=numbered",)
    if c.islower():
        return ("starts=lower",)
    if c.isdigit():
        return ("starts=digit",)
    return () if c.isalnum() else ("starts=" + c,)


_MARKED = Grid(("has=",), _MARKS, "SL")
_QUOTE, _BRACKET, _DASH, _WIDE = (
    Grid(("has=quote",)),
    Grid(("has=bracket",)),
    Grid(("has=dash",)),
    Grid(("has=wide",)),
)


def marks(context: DocumentContext) -> Iterator[Values]:
    """Signs that tell much wherever they stand."""
    tokens, texts = context.tokens, context.tokens.texts
    signs = tokens.table.column("sign")[tokens.all.flat]
    held = np.flatnonzero(signs)
    segments, signs = np.divmod(
        distinct(tokens.all_segments[held] * len(SIGNS) + signs[held] - 1), len(SIGNS)
    )
    marked = signs < len(_MARKS)
    yield _MARKED(0, signs[marked], tokens.n_chars[segments[marked]] >= 90, segments=segments[marked])
    yield _QUOTE.of(distinct(segments[(signs == SIGNS.index("“")) | (signs == SIGNS.index('"'))]))
    yield _BRACKET.of(distinct(segments[(signs == SIGNS.index(")")) | (signs == SIGNS.index("]"))]))
    yield _DASH.where([" - " in text or " – " in text or "—" in text or "--" in text for text in texts])
    yield _WIDE.where(["\t" in text or "  " in text or "\xa0" in text for text in texts])


def patterns(context: DocumentContext) -> Iterator[Values]:
    """Patterns in short segments: addresses, times, counts, money."""
    tokens, language = context.tokens, context.language.segment
    clock, length, year, date, money, percent = _NUMERIC
    numeric = (
        clock,
        length,
        ("is=of", language.count_of),
        year,
        date,
        ("is=ordinal", language.ordinal),
        money,
        percent,
        *(_LOCAL_NUMERIC if language.local_date is not NEVER else ()),
    )
    numbered = tokens.all.sums(tokens.table.column("is_number")) > 0
    names: list[tuple[int, list[str]]] = []
    for i in np.flatnonzero(tokens.n_chars <= PATTERN_CHARS).tolist():
        text = tokens.texts[i]
        kinds = (*(numeric if numbered[i] else ()), *(_SIGNED if _SIGN.search(text) else ()))
        found = [name for name, pattern in kinds if pattern.search(text)]
        if found:
            names.append((i, list(dict.fromkeys(found))))
    yield Values.listed(names)


_CAPITALS = Steps("", 4, 10, 25)
_UPPER, _TITLE = Grid(("case=upper",), ("", "1")), Grid(("case=title",))
_CAPS = Grid(("caps=",), "012345", _CAPITALS.names)


def word_shapes(context: DocumentContext) -> Iterator[Values]:
    """The shape of the words of a short segment, and the share of capitals in sixths."""
    tokens = context.tokens
    upper = np.array(list(map(str.isupper, tokens.texts)), np.bool_)
    yield _UPPER(0, tokens.n_words == 1, where=upper)
    title = np.array(list(map(str.istitle, tokens.texts)), np.bool_)
    yield _TITLE.where(title & ~upper & (tokens.n_words > 1))
    shapes, starts, names = (
        tokens.table.column("shape")[tokens.edges.flat].tolist(),
        tokens.edges.starts.tolist(),
        tokens.table.shapes,
    )
    short = np.flatnonzero(tokens.n_words <= 7)
    lines = [
        " ".join([names[place] for place in shapes[starts[i] : min(starts[i] + SHAPED, starts[i + 1])]])
        for i in short.tolist()
    ]
    yield Values.of_words("shape", short, lines)
    capitals = tokens.edges.sums(tokens.table.column("is_capital"))
    n = np.maximum(tokens.edges.sums(tokens.table.column("is_word")), 1)
    yield _CAPS(0, np.minimum((6 * capitals / n).astype(int), 5), _CAPITALS(tokens.n_words))


def classes(context: DocumentContext) -> Iterator[Values]:
    """Word classes that the segment holds, and those that make up half of it."""
    tokens = context.tokens
    segments, counts = tokens.class_segments, tokens.class_counts
    n = tokens.n_words[segments]
    size = (n > 4) + (n > 14).astype(int)
    mostly = counts * 2 >= tokens.edges.sizes()[segments]
    more = np.flatnonzero(mostly | (counts >= 3))
    order = np.argsort(np.concatenate([2 * np.arange(len(counts)), 2 * more + 1]))  # each behind its class
    kinds = np.concatenate([np.zeros(len(counts), np.int64), np.where(mostly[more], 1, 2)])[order]
    pairs = np.concatenate([np.arange(len(counts)), more])[order]
    yield tokens.table.class_names(kinds, tokens.class_places[pairs], size[pairs], segments=segments[pairs])


_FIRST_STOP, _LAST_STOP = Grid(("first=stop",)), Grid(("last=stop",))


def first_class(context: DocumentContext) -> Iterator[Values]:
    """The classes of the first and the last word."""
    tokens, table = context.tokens, context.tokens.table
    some = np.flatnonzero(tokens.edges.sizes())
    for side, places in ((0, tokens.edges.starts[some]), (1, tokens.edges.starts[some + 1] - 1)):
        ends = tokens.edges.flat[places]
        classes = table.class_sets[table.column("class_set")[ends]]
        held = np.flatnonzero(classes >= 0)
        yield table.side_class_names(
            side, classes.ravel()[held], segments=some[held // max(1, classes.shape[1])]
        )
        yield (_FIRST_STOP, _LAST_STOP)[side].of(some[table.column("is_stop")[ends] > 0])


BYLINE = 12  # words of a line at most that introduces a name with a "by"
_OPENS_WITH_AUTHOR, _HOLDS_AUTHOR = Grid(("author=first",)), Grid(("author=in",))


def author_names(context: DocumentContext) -> Iterator[Values]:
    """Whether it holds, or opens with, a name that another line introduces, or that stands alone."""
    tokens, table = context.tokens, context.tokens.table
    edges, segments = tokens.edges.flat, tokens.edge_segments
    capital, words = table.column("is_capital")[edges] > 0, tokens.edge_words()
    left = np.flatnonzero(capital[:-1] & capital[1:] & (segments[:-1] == segments[1:]))
    n = len(table.words)
    pairs = (context.document[segments[left]] * n + words[left]) * n + words[left + 1]
    introduces = _is_name(tokens) | ((tokens.n_words <= BYLINE) & tokens.opens_with("by"))
    introduced = introduces[segments[left]]
    known = np.append(distinct(pairs[introduced]), -1)
    named = left[(known[np.searchsorted(known[:-1], pairs)] == pairs) & ~introduced]
    yield _OPENS_WITH_AUTHOR.of(segments[named[named == tokens.edges.starts[segments[named]]]])
    yield _HOLDS_AUTHOR.of(distinct(segments[named]))


_PERSON, _ECHOED, _AGAIN_NAME = (
    Grid(("name",), "?+", ("", "f")),
    Grid(("name echoed",)),
    Grid(("name again",)),
)


def person_like(context: DocumentContext) -> Iterator[Values]:
    """Two to four capitalized words and nothing else, or a few characters of a script without spaces with a
    known family name: a person, perhaps.
    """
    tokens, is_name = context.tokens, _is_name(context.tokens)
    given, family = (tokens.hold_class(name) for name in ("given", "family"))
    yield _PERSON(0, given, family, where=is_name)
    yield _ECHOED.where(is_name & (context.prose_echo > 0))
    yield _AGAIN_NAME.where(is_name & (context.line_counts > 1))


def _is_name(tokens: SegmentTokens) -> Booleans:
    lowercase = tokens.edges.sums(tokens.table.column("is_lowercase"))
    short = (tokens.n_words >= 2) & (tokens.n_words <= 4)
    unspaced = tokens.is_unspaced & (tokens.n_chars <= NAME_CHARS) & tokens.hold_class("family")
    is_name: Booleans = (short & (lowercase == 0) | unspaced) & ~tokens.hold_class(*_FURNITURE)
    return is_name


def opening(context: DocumentContext) -> Iterator[Values]:
    """The kind of phrase it opens with."""
    names: list[tuple[int, list[str]]] = []
    for segment, classes, length in context.tokens.openings:
        n = context.tokens.n_words[segment]
        size = "=" if n == length else "S" if n <= 9 else "L"
        names.append((segment, [f"opens={name}{size}" for name in classes]))
    yield Values.listed(names)


def cuts(context: DocumentContext) -> Iterator[Values]:
    """The kinds of boundary at its ends."""
    segments = enumerate(context.segments)
    yield Values.listed((i, _boundaries(own.left, own.right)) for i, own in segments if own.left or own.right)


@lru_cache(1024)
def _boundaries(left: str, right: str) -> tuple[str, ...]:
    if left and right:
        return "cut<" + left, "cut>" + right, f"cut<{left}>{right}"
    return ("cut<" + left,) if left else ("cut>" + right,) if right else ()


LONGEST_WORD = 64  # characters, of which the last word of a long text is looked for
_BRINK = re.compile(r"(?<![^\W\d_])[^\W\d_]++$|(?<!\d)\d++$")


def joints(context: DocumentContext) -> Iterator[Values]:
    """What stands on both sides of a boundary inside a line, and whether the whole line reads as prose."""
    names: list[tuple[int, list[str]]] = []
    for first, last in _divided_lines(context):
        kind = _line_kind(context.tokens, first, last)
        for i in range(first, last + 1):
            own = [f"line={kind}{'<' if i == first else '>' if i == last else '-'}"]
            for side, left in (("<", i - 1), (">", i)):
                if first <= left < last:
                    joint = _last_kind(context.tokens.texts[left]) + _first_kind(
                        context.tokens.texts[left + 1]
                    )
                    own += [f"joint{side}{joint}", f"joint{side}{context.segments[left].right}{joint}"]
            names.append((i, own))
    yield Values.listed(names)


def _divided_lines(context: DocumentContext) -> Iterator[tuple[int, int]]:
    """The first and the last segment of each line that has several."""
    for start, end in context.spans():
        for _, group in groupby(range(start, end), lambda i: context.segments[i].line):
            first, *others = group
            if others:
                yield first, others[-1]


def _line_kind(tokens: SegmentTokens, first: int, last: int) -> str:
    """Whether the line of these segments reads as prose, or at least ends like a sentence."""
    counts, shares = tokens.n_words[first : last + 1].tolist(), tokens.stop_share[first : last + 1].tolist()
    n, ends = sum(counts), bool(tokens.ends_sentence[last])
    stops = sum(share * count for share, count in zip(shares, counts, strict=True))
    return "prose" if n >= MIN_PROSE and ends and stops >= 0.2 * n else "ends" if ends else "other"


def _last_kind(text: str) -> str:
    """The kind of a text's last word (0, a, A), or its last sign."""
    if not text[-1].isalnum():
        return text[-1]
    last = text.rsplit(None, 1)[-1]  # nothing else is searched: that saves a third of `joints`
    word = _BRINK.search(last, max(0, len(last) - LONGEST_WORD))
    return text[-1] if not word else "0" if word[0][0].isdigit() else "a" if word[0][0].islower() else "A"


def _first_kind(text: str) -> str:
    """The kind of a text's first word (0, a, A), or its first sign."""
    first = text[0]
    return "0" if first.isdigit() else first if not first.isalpha() else "a" if first.islower() else "A"


_TOP = Steps("top=", 0, 1, 2, 4, 7, 12, 20, 40)
_BOTTOM = Steps("bottom=", 0, 1, 2, 4, 7, 12, 20, 40)
_SHARE = Grid(("share=",), "0123456789")
_SEGMENTS = Steps("pieces=", 8, 16, 30, 60, 120)


def position(context: DocumentContext) -> Iterator[Values]:
    """Where in the document, in segments from either end and as a share."""
    place, n = context.places - context.start, context.end - context.start
    yield _TOP.values(place)
    yield _BOTTOM.values(n - 1 - place)
    yield _SHARE(0, 10 * place // n)
    yield _SEGMENTS.values(n)


_ZONE_NAMES = tuple("zone=" + zone for zone in ZONES)
_WORDS, _STOP = Steps(":", 1, 3, 6, 12, 25, 50), ("", ".")
_ZONE, _ZONE_WORDS = Grid(_ZONE_NAMES), Grid(_ZONE_NAMES, _WORDS.names, _STOP)
_DONE, _LEFT = Steps("done=", 0, 1, 3, 8), Steps("left=", 0, 1, 3, 8)
_BEFORE, _AFTER = Steps("before=", 1, 2, 3, 5, 8, 13, 25), Steps("after=", 1, 2, 3, 5, 8, 13, 25)


def body_zone(context: DocumentContext) -> Iterator[Values]:
    """Before, in or after the prose, how far from its ends, and with how much of it before and behind."""
    tokens, zone = context.tokens, context.zone
    yield _ZONE(zone)
    yield _ZONE_WORDS(zone, _WORDS(tokens.n_words), tokens.ends_sentence)
    yield _DONE.values(context.prose_before)
    yield _LEFT.values(context.prose_behind)
    yield _BEFORE.values(context.body_start - context.places, where=zone == ZONES.index("before"))
    yield _AFTER.values(context.places - context.body_end, where=zone == ZONES.index("after"))
    opened = [(i, ZONES[zone[i]], classes) for i, classes, _ in tokens.openings]
    yield Values.listed((i, [f"zone={zone}:{name}" for name in classes]) for i, zone, classes in opened)


_BACK, _AHEAD = Steps("prose<", 1, 2, 3, 5, 9, 20), Steps("prose>", 1, 2, 3, 5, 9, 20)
_BETWEEN = Steps("prose<>", 1, 3, 6, 12, 25)


def distance_to_prose(context: DocumentContext) -> Iterator[Values]:
    """How many segments lie between it and the nearest prose on either side."""
    yield _BACK.values(context.prose_back)
    yield _AHEAD.values(context.prose_ahead)
    yield _BETWEEN.values(
        context.tokens.n_words, where=(context.prose_back == 1) & (context.prose_ahead == 1)
    )


_BELOW = Steps(":", 1, 2, 4, 8, 16)
_UNDER = Grid(("under=",), OPENERS, _BELOW.names)
_UNDER_ZONE = Grid(("under=",), OPENERS, tuple(":" + zone for zone in ZONES))
FAR_BELOW = 30  # segments under a heading that are no longer its own


def under_heading(context: DocumentContext) -> Iterator[Values]:
    """The heading-like line it stands under, and how far below."""
    own = (context.heading >= 0) & (context.heading_distance <= FAR_BELOW)
    yield _UNDER(0, context.heading, _BELOW(context.heading_distance), where=own)
    yield _UNDER_ZONE(0, context.heading, context.zone, where=own)


_ECHO_SIZE = Steps(":", 2, 4, 8, 15, 30)
_ECHO, _ECHOES = Grid(("echo=",), "01234", _ECHO_SIZE.names), Grid(("echoed=",), "01234", _ECHO_SIZE.names)
_ECHO_ZONE, _NO_ECHO = Grid(("echo=",), "01234", tuple(":" + zone for zone in ZONES)), Grid(("echo=none",))


def echo(context: DocumentContext) -> Iterator[Values]:
    """How many of its words the prose uses too, in fifths, by its length."""
    some, size = context.content_sizes > 0, _ECHO_SIZE(context.tokens.n_words)
    share = (context.prose_echo * 4.99).astype(int)
    yield _ECHO(0, share, size, where=some)
    yield _ECHO_ZONE(0, share, context.zone, where=some)
    yield _ECHOES(0, (context.document_echo * 4.99).astype(int), size, where=some)
    yield _NO_ECHO.where(~some)


_COPIES = Steps("again=", 2, 3, 6)
_AGAIN = Grid(_COPIES.names, "SL")


def repeated_line(context: DocumentContext) -> Iterator[Values]:
    """The same line elsewhere in the document."""
    yield _AGAIN(_COPIES(context.line_counts), context.tokens.n_words > 3, where=context.line_counts > 1)


_HASH = 1_000_003  # a prime, by which runs of words are hashed; numbers wrap around
RUN = 4  # words in a row that seldom stand in two places by chance
_COPIED = Grid(("copied=",), "01234", ("", "P"), ("", "="))


def copied_words(context: DocumentContext) -> Iterator[Values]:
    """How many of its runs of words stand in another segment too, in fifths: a pull quote, a copy."""
    tokens = context.tokens
    words, segments = tokens.table.column("word")[tokens.all.flat], tokens.all_segments
    starts = np.flatnonzero(segments[: 1 - RUN] == segments[RUN - 1 :])
    segments = segments[starts]
    runs = context.document[segments]
    for step in range(RUN):  # in place, for there are as many as tokens
        runs *= _HASH
        runs += words[step:].take(starts)
    del words, starts
    order = np.argsort(runs, kind="stable")
    runs = runs[order]
    segments = segments[order]
    del order
    again = (runs[1:] == runs[:-1]) & (segments[1:] != segments[:-1])
    elsewhere = np.zeros(len(runs), np.bool_)
    elsewhere[1:] |= again
    elsewhere[:-1] |= again
    copied = np.bincount(segments[elsewhere], minlength=context.size)
    share = copied / np.maximum(np.bincount(segments, minlength=context.size), 1)
    fifth = (share * 4.99).astype(int)
    yield _COPIED(0, fifth, tokens.prose, context.line_counts > 1, where=fifth > 0)


_BEHIND, _AHEAD_OF = Steps("candidate=+", 1, 2, 3, 5, 9, 20), Steps("candidate=-", 1, 2, 3, 5, 9, 20)
_NO_CANDIDATE, _IS_CANDIDATE = Grid(("candidate=none",)), Grid(("candidate=0",))
_LIKE, _PART = Grid(("like candidate=",), "01234", "SL"), Grid(("in candidate",), "<>")


def headline_similarity(context: DocumentContext) -> Iterator[Values]:
    """Against the line that would make the best headline: before, at or after it, alike, part of it."""
    tokens, candidate, places = context.tokens, context.headline_candidate, context.places
    is_candidate = candidate == places
    other = (candidate >= 0) & ~is_candidate
    yield _NO_CANDIDATE.where(candidate < 0)
    yield _IS_CANDIDATE.where(is_candidate)
    yield _BEHIND.values(places - candidate, where=other & (places > candidate))
    yield _AHEAD_OF.values(candidate - places, where=other & (places < candidate))
    words = np.zeros(context.content_words.max(initial=0) + 1, np.bool_)
    words[context.content_words[is_candidate[context.content_segments]]] = True
    shared = context.count_content(words[context.content_words])
    alike = shared / np.maximum(context.content_sizes + context.content_sizes[candidate] - shared, 1)
    yield _LIKE(0, (alike * 4.99).astype(int), tokens.n_words > 20, where=other & (context.content_sizes > 0))
    part = other & (shared > 0)
    titles = {i: tokens.texts[i].lower() for i in set(candidate[part].tolist())}
    for i in np.flatnonzero(part).tolist():
        line, title = tokens.texts[i].lower()[:300], titles[int(candidate[i])]
        part[i] = line in title or title in line
    yield _PART(0, places > candidate, where=part)


_SIZE = Steps("", 3, 8, 20)
_SHARES_BEFORE, _SHARES_BEHIND = Grid(("shares<",), ("", "P")), Grid(("shares>",), ("", "P"))
_AROUND = Grid(("around=",), "012345678", ("p",), "0123456", ("s",))
_ALIKE = Grid(("alike=",), "0123456", _SIZE.names)
REACH = 4  # segments on either side


def neighbours(context: DocumentContext) -> Iterator[Values]:
    """Words shared with the neighbours, and how many segments around are short, prose or alike in length."""
    prose, n = context.tokens.prose, context.tokens.n_words
    shares = context.shares_with_next()
    sharing = np.flatnonzero(shares)
    yield _SHARES_BEFORE(0, prose[sharing], segments=sharing + 1)
    yield _SHARES_BEHIND(0, prose[sharing + 1], segments=sharing)
    yield _AROUND(0, _around(prose, context), 0, np.minimum(_around(n <= 6, context), 6), 0)
    window = context.places[:, None] + np.arange(-REACH, REACH + 1)
    inside = (window >= context.start[:, None]) & (window < context.end[:, None])
    near = np.abs(n.take(window, mode="clip") - n[:, None]) <= 2
    yield _ALIKE(0, np.minimum((inside & near).sum(1) - 1, 6), _SIZE(n))


def _around(true: Booleans, context: DocumentContext) -> Integers:
    """For how many of the segments within REACH, itself not counted, something is true."""
    total = np.concatenate([[0], np.cumsum(true)])
    first, last = (
        np.maximum(context.places - REACH, context.start),
        np.minimum(context.places + REACH + 1, context.end),
    )
    around: Integers = total[last] - total[first] - true
    return around


_EVEN = Grid(("layout=even",))
_LAYOUT, _LAYOUT_SIZE = Grid(("layout=",), ".|=", ".|="), Grid(("layout=",), ".|=", ".|=", _SIZE.names)


def layout(context: DocumentContext) -> Iterator[Values]:
    """Blank lines around it, where they tell anything."""
    uneven, sides = [], []
    for own in context.documents:
        gaps = [*(int(line.gap > 0) for line in own.document.lines), 1]
        uneven += [has_layout(own.document)] * len(own.segments)
        sides += [(2 if s.left else gaps[s.line], 2 if s.right else gaps[s.line + 1]) for s in own.segments]
    above, below = np.array(sides, np.int64).reshape(-1, 2).T
    where = np.array(uneven, np.bool_)
    yield _EVEN.where(~where)
    yield _LAYOUT(0, above, below, where=where)
    yield _LAYOUT_SIZE(0, above, below, _SIZE(context.tokens.n_words), where=where)


_PLAIN = Grid((PLAIN,))


def markup(context: DocumentContext) -> Iterator[Values]:
    """The features of the mark-up, where the text is a page's, or that there is none."""
    names = [own for document in context.documents for own in document.markup]
    plain = np.array([not any(own.markup) for own in context.documents], np.bool_)
    yield _PLAIN.where(plain[context.document])
    yield Values.listed((i, own) for i, own in enumerate(names) if own)


FEATURES: tuple[Feature, ...] = (
    length, prose, first_and_last_words, words, starts, marks, patterns, word_shapes, classes, first_class,
    person_like, author_names, opening, cuts, joints, position, body_zone, distance_to_prose, under_heading,
    echo, repeated_line, copied_words, headline_similarity, neighbours, layout, markup,
)  # fmt: skip


def extract_features(context: DocumentContext, table: Sequence[Feature] = FEATURES) -> Features:
    """The features of every segment, in the order of the table."""
    return Features([values for feature in table for values in feature(context)], 0, context.size)
