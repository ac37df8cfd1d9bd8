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
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import chain, islice

from newsparse.readers.html.render import Element, Rendering
from newsparse.readers.html.statements import Statements, key
from newsparse.regex import NOTHING

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
        self._positions = _positions(rendering.elements)

    def of(self, start: int, end: int) -> _Names:
        """The features of `text[start:end]`, which lies within one line; none where it is white space."""
        if not self._runs:
            return ()
        at = max(0, bisect_right(self._starts, start) - 1)
        run_start, run_end, element = self._runs[at]
        if run_start <= start and end <= run_end:
            position = self._positions[element]
            position.alone = position.alone or _combine({position: 1})
            return position.alone
        shares: dict[_Position, int] = {}
        for run_start, run_end, element in islice(self._runs, at, None):
            if run_start >= end:
                break
            size = min(end, run_end) - max(start, run_start)
            if size > 0:
                position = self._positions[element]
                shares[position] = shares.get(position, 0) + size
        return _combine(shares) if shares else ()


def _positions(elements: Iterable[Element]) -> dict[Element, _Position]:
    """Where elements stand, outer ones before the inner: one position for all that stand alike."""
    positions: dict[Element, _Position] = {}
    shared: dict[tuple[_Position | None, str, _Names], _Position] = {}
    for element in elements:
        outer = positions[element.parent] if element.parent else None
        place = outer, element.tag, _own_names(element.attrs) if element.attrs else ()
        position = shared.get(place)
        if position is None:
            position = shared[place] = _Position(*place, element.is_block)
        positions[element] = position
    return positions


class _Position:
    """What is known of an element from what it is and where it stands;
    `over` are the names on the elements around it.
    """

    __slots__ = ("alone", "block", "is_link", "over", "own", "parent", "parts", "tag")

    def __init__(self, parent: _Position | None, tag: str, own: _Names, is_block: bool) -> None:
        self.parent = parent
        self.tag = tag
        self.own = own
        self.alone: _Names | None = None  # the features of what stands in it alone, once they are known
        self.is_link: bool = tag == "a" or (parent is not None and parent.is_link)
        if parent is None or tag in ("html", "body"):
            self.parts: _Names = ()
            self.over: tuple[_Names, ...] = ()
            self.block = self
        else:
            part = _PART_OF.get(tag)
            self.parts = (*parent.parts, part) if part and part not in parent.parts else parent.parts
            names = _ancestor_names(parent.own) if parent.own and parent.tag != "body" else ()
            self.over = (names, *parent.over[: MAX_NAMED_ANCESTORS - 1]) if names else parent.over
            self.block = self if is_block else parent.block


def _combine(shares: dict[_Position, int]) -> _Names:
    """The features of a stretch of text in which each of these positions has its share of the characters."""
    length = sum(shares.values())
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
    names = [f"tag={block.tag}", f"up={around}", *block.parts, *block.own, *chain.from_iterable(block.over)]
    for position, size in inline.items():
        if 2 * size >= length:
            names.append(f"all={position.tag}")
            names += position.own
        elif TIME in position.own:
            names.append(TIME)
    linked = sum(size for position, size in shares.items() if position.is_link)
    names.append(f"links={4 * linked // length}")
    return tuple(dict.fromkeys(names))


@lru_cache(4096)
def _ancestor_names(names: _Names) -> _Names:
    return tuple(f"over={name[6:]}" for name in names if name.startswith("named="))


def _own_names(attrs: Mapping[str, str]) -> _Names:
    """The words of an element's own names and properties, and whether it holds a time."""
    found: _Names = ()
    for name in attrs:
        if name in _PREFIXES:
            words = _words(_PREFIXES[name], attrs[name][:MAX_NAMES])
            found = found + words if found else words
    if len(found) > MAX_WORDS:
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
        names = {author.text: key(author.text) for author in statements.authors}
        names = {name: letters for name, letters in names.items() if len(letters) >= NAME}
        self._names = tuple(set(map(_undotted, names.values())))
        self._author_names = re.compile(
            "|".join(rf"\b{re.escape(name)}\b" for name in names) or NOTHING, re.I
        )
        self._body = key(statements.body or "")
        self._kinds = tuple(
            f"kind={kind.lower()}" for kind in dict.fromkeys((statements.kind, statements.type)) if kind
        )
        self._by_letters = {
            **dict.fromkeys(map(key, statements.keywords), "says=keyword"),
            key(statements.section or ""): "says=section",
            key(statements.site or ""): "says=site",
            **dict.fromkeys(names.values(), "says=author"),
            **dict.fromkeys(self._titles, "says=title"),
        }
        self._by_letters.pop("", None)

    def of(self, text: str) -> tuple[str, ...]:
        """The features of a stretch of the page's text."""
        letters = key(text[:LONG])
        if not letters:
            return self._kinds
        found: list[str] = []
        if letters in self._by_letters:
            found.append(self._by_letters[letters])
        elif len(letters) >= PART and self._is_part_of_title(letters):
            found.append("part=title")
        if (
            self._description
            and self._description.startswith(letters[:OPENING])
            and len(letters) >= min(OPENING, len(self._description))
        ):
            found.append("says=description")
        if len(text) <= LONG and self._names_author(text, letters):
            found.append("names=author")
        if self._body and len(letters) >= PART:
            found.append("says=body" if letters in self._body else "not=body")
        return (*self._kinds, *found) if found else self._kinds

    def _is_part_of_title(self, letters: str) -> bool:
        """Whether it is most of a title, or has one for most of its letters."""
        n = len(letters)
        for title in self._titles:
            if n <= len(title) <= 2 * n and letters in title:
                return True
            if len(title) < n <= 2 * len(title) and title in letters:
                return True
        return False

    def _names_author(self, text: str, letters: str) -> bool:
        if not self._names:
            return False
        letters = _undotted(letters)
        # few stretches have a name's letters, and the pattern is slow to see that
        return any(name in letters for name in self._names) and bool(self._author_names.search(text))


def _undotted(letters: str) -> str:
    """Letters with an i for the dotless one, which a pattern without case takes for the same."""
    return letters.replace("ı", "i")
