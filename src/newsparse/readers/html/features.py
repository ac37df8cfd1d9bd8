"""Features of a page's text that a text alone has not: from the mark-up around it, and from what the page
states.

No feature stands for a meaning: which class names or tags say something is for training to find out.

Of the mark-up:

    tag=p up=div         the block that the line is, and the block around that
    in=article in=li     parts of the page that the block stands in
    h=2                  the level of the heading it is part of
    all=a all=strong     inline elements that hold at least half of the stretch
    links=3              its share of linked characters, in quarters, rounded down (0 to 4)
    named=byline         words of class, id and test names of the block and of the inline elements that hold
                         at least half
    prop=author          the same for itemprop, rel and role
    over=sidebar         words of class, id and test names of the nearest three elements around it that have
                         any
    time                 a machine-readable time is in it

Of the page's statements:

    says=title           a stated title, word for word
    part=title           what is most of a stated title, or has it for most of its words
    says=description     a stated description, or how one begins
    says=author          a stated author's name; names=author where it holds that
    says=site            the site's name; in the same way section and keyword
    says=body            stands in what the page states as the article's text; not=body where such a text is
                         stated and lacks it
    kind=newsarticle     what the page says it is, the same for all of its text
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import chain

from newsparse.readers.html.render import Element, Rendering
from newsparse.readers.html.statements import Statements, key

MAX_NAMED_ANCESTORS = 3
MAX_INLINE = 12  # elements inside one another that are looked at
MAX_WORDS = 12  # of one element
MAX_NAMES = 400  # characters of one attribute
TIME = "time"
LONG = 300  # characters; a longer stretch is looked for in the stated text only, by its first ones
# characters of a key: to know a description, a name or a part of something by
OPENING, NAME, PART = 40, 5, 12

_PREFIXES = {
    **dict.fromkeys(("class", "id", "data-testid", "data-component"), "named="),
    **dict.fromkeys(("itemprop", "rel", "role"), "prop="),
}
_PART_OF = {
    **{f"h{level}": f"h={level}" for level in range(1, 7)},
    **{
        tag: f"in={tag}"
        for tag in [
            "article", "aside", "blockquote", "caption", "dd", "details", "dialog", "dl", "dt", "figcaption",
            "figure", "footer", "form", "header", "li", "main", "nav", "section", "table", "td", "th",
        ]
    },
}  # fmt: skip
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


_Names = tuple[str, ...]


class MarkupFeatures:
    """The features of a rendering's mark-up, by offsets of its text."""

    def __init__(self, rendering: Rendering) -> None:
        self._runs = rendering.runs
        self._starts = [run.start for run in rendering.runs]
        self._positions: dict[Element, _Position] = {}
        self._shared: dict[tuple[_Position, str, _Names], _Position] = {}

    def of(self, start: int, end: int) -> _Names:
        """The features of `text[start:end]`, which lies within one line; none where it is white space."""
        shares: dict[_Position, int] = {}
        length = 0
        for at in range(max(0, bisect_right(self._starts, start) - 1), len(self._runs)):
            run_start, run_end, element = self._runs[at]
            if run_start >= end:
                break
            size = min(end, run_end) - max(start, run_start)
            if size > 0:
                length += size
                position = self._positions.get(element) or self._position(element)
                shares[position] = shares.get(position, 0) + size
        if not shares:
            return ()
        if len(shares) > 1:
            return _combine(shares, length)
        if position.cached is None:
            position.cached = _combine(shares, length)
        return position.cached

    def _position(self, element: Element) -> _Position:
        """Where an element stands; worked out from the outside in, each element once,
        and one for all that stand alike.
        """
        inner: list[Element] = []
        outer: Element | None = element
        while outer is not None and outer not in self._positions:
            inner.append(outer)
            outer = outer.parent
        position = self._positions[outer] if outer is not None else _Position(None, element, ())
        for each in reversed(inner):
            names = _own_names(each)
            key = (position, each.tag, names)
            position = self._shared.get(key) or self._shared.setdefault(key, _Position(position, each, names))
            self._positions[each] = position
        return position


class _Position:
    """What is known of an element from what it is and where it stands;
    `over` are the names on the elements around it.
    """

    __slots__ = ("block", "cached", "is_link", "over", "own", "parent", "parts", "tag")

    def __init__(self, parent: _Position | None, element: Element, own: _Names) -> None:
        self.tag = tag = element.tag
        self.parent = parent
        self.own = own
        self.is_link = element.is_link
        self.cached: _Names | None = None
        if parent is None or tag in ("html", "body"):
            self.parts: _Names = ()
            self.over: tuple[_Names, ...] = ()
            self.block = self
        else:
            part = _PART_OF.get(tag)
            self.parts = (*parent.parts, part) if part and part not in parent.parts else parent.parts
            names = _ancestor_names(parent.own) if parent.tag != "body" else ()
            self.over = (names, *parent.over[: MAX_NAMED_ANCESTORS - 1]) if names else parent.over
            self.block = self if element.is_block else parent.block


def _combine(shares: dict[_Position, int], length: int) -> _Names:
    """The features of a stretch of text in which each of these positions has its share of the characters."""
    blocks: dict[_Position, int] = {}
    inline: dict[_Position, int] = {}
    for position, size in shares.items():
        block = position.block
        blocks[block] = blocks.get(block, 0) + size
        for _ in range(MAX_INLINE):
            if position is block or position.parent is None:
                break
            inline[position] = inline.get(position, 0) + size
            position = position.parent
    block = max(blocks, key=blocks.__getitem__)
    around = block.parent.block.tag if block.parent else ""
    tokens = [f"tag={block.tag}", f"up={around}", *block.parts, *block.own, *chain.from_iterable(block.over)]
    for position, size in inline.items():
        if 2 * size >= length:
            tokens.append(f"all={position.tag}")
            tokens += position.own
        elif TIME in position.own:
            tokens.append(TIME)
    linked = sum(size for position, size in shares.items() if position.is_link)
    tokens.append(f"links={4 * linked // length}")
    return tuple(dict.fromkeys(tokens))


@lru_cache(4096)
def _ancestor_names(names: _Names) -> _Names:
    return tuple(f"over={name[6:]}" for name in names if name.startswith("named="))


def _own_names(element: Element) -> _Names:
    """The words of an element's own names and properties, and whether it holds a time."""
    attrs = element.attrs
    if not attrs:
        return ()
    if len(attrs) == 1 and "class" in attrs:
        return _words("named=", attrs["class"][:MAX_NAMES])
    found: _Names = ()
    for name, value in attrs.items():
        if name in _PREFIXES:
            found += _words(_PREFIXES[name], value[:MAX_NAMES])
    found = found[:MAX_WORDS]
    return (*found, TIME) if "datetime" in attrs else found


@lru_cache(16_384)
def _words(prefix: str, names: str) -> _Names:
    """The words in names such as "article__byLine main-2", in lower case, each behind the prefix: article,
    by, line, main.
    """
    found = dict.fromkeys(_WORD.findall(names))
    return tuple(prefix + word.lower() for word in found if 1 < len(word) <= 20)[:MAX_WORDS]


class StatementFeatures:
    """The features of a stretch of text by which of the page's statements it repeats,
    compared by letters and digits.
    """

    def __init__(self, statements: Statements) -> None:
        self._titles = {key(title.text) for title in statements.titles if title.source != "h1"} - {""}
        self._description = key(statements.description or "")
        self._names = tuple({name for author in statements.authors if len(name := key(author.text)) >= NAME})
        self._author_names = re.compile(
            "|".join(
                rf"\b{re.escape(author.text)}\b"
                for author in statements.authors
                if len(key(author.text)) >= NAME
            )
            or "(?!)",
            re.I,
        )
        self._body = key(statements.body or "")
        self._kinds = tuple(
            f"kind={kind.lower()}" for kind in dict.fromkeys((statements.kind, statements.type)) if kind
        )
        self._by_letters = {
            **dict.fromkeys(map(key, statements.keywords), "says=keyword"),
            key(statements.section or ""): "says=section",
            key(statements.site or ""): "says=site",
            **dict.fromkeys(self._names, "says=author"),
            **dict.fromkeys(self._titles, "says=title"),
        }
        self._by_letters.pop("", None)

    def of(self, text: str) -> tuple[str, ...]:
        """The features of a stretch of the page's text."""
        found = list(self._kinds)
        letters = key(text[:LONG])
        if not letters:
            return self._kinds
        if letters in self._by_letters:
            found.append(self._by_letters[letters])
        elif len(letters) >= PART and any(_is_part(letters, title) for title in self._titles):
            found.append("part=title")
        if (
            self._description
            and self._description.startswith(letters[:OPENING])
            and len(letters) >= min(OPENING, len(self._description))
        ):
            found.append("says=description")
        if len(text) <= LONG and self._author_names.search(text):
            found.append("names=author")
        if self._body and len(letters) >= PART:
            found.append("says=body" if letters in self._body else "not=body")
        return tuple(found)


def _is_part(letters: str, title: str) -> bool:
    shorter, longer = sorted((letters, title), key=len)
    return 2 * len(shorter) >= len(longer) and shorter in longer
