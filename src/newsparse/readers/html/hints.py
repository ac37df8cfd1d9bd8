"""What the mark-up says about a stretch of a page's text, as plain tokens that a segmenter can learn from.

No token stands for a meaning: which class names or tags tell something is for the learner to find out.

    tag=p up=div         the block that the line is, and the block around that
    in=article in=li     parts of the page that the block stands in
    h=2                  the level of the heading it is part of
    all=a all=strong     inline elements that hold at least half of the stretch
    links=3              its share of linked characters, in quarters, rounded down (0 to 4)
    named=byline         words of class, id and test names of the block and of the inline elements that hold at least half
    prop=author          the same for itemprop, rel and role
    over=sidebar         words of class, id and test names of the nearest three elements around it that have any
    time                 a machine-readable time is in it
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import chain

from newsparse.readers.html.render import Element, Rendering

NAMED_ABOVE = 3
MAX_INLINE = 12  # elements inside one another that are looked at
MAX_WORDS = 12  # of one element
MAX_NAMES = 400  # characters of one attribute
TIME = "time"

_PREFIXES = {
    **dict.fromkeys(("class", "id", "data-testid", "data-component"), "named="),
    **dict.fromkeys(("itemprop", "rel", "role"), "prop="),
}
_PART_OF = {
    **{f"h{level}": f"h={level}" for level in range(1, 7)},
    **{
        tag: f"in={tag}"
        for tag in [
            "article", "aside", "blockquote", "caption", "dd", "details", "dialog", "dl", "dt", "figcaption", "figure", "footer",
            "form", "header", "li", "main", "nav", "section", "table", "td", "th",
        ]
    },
}  # fmt: skip
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


_Names = tuple[str, ...]


class Hints:
    """The hints of a rendering, by offsets of its text."""

    def __init__(self, rendering: Rendering) -> None:
        self._runs = rendering.runs
        self._starts = [run.start for run in rendering.runs]
        self._places: dict[Element, _Place] = {}
        self._alike: dict[tuple[_Place, str, _Names], _Place] = {}

    def of(self, start: int, end: int) -> _Names:
        """The hints of `text[start:end]`, which lies within one line; none where it is white space."""
        shares: dict[_Place, int] = {}
        length = 0
        for at in range(max(0, bisect_right(self._starts, start) - 1), len(self._runs)):
            run_start, run_end, element = self._runs[at]
            if run_start >= end:
                break
            size = min(end, run_end) - max(start, run_start)
            if size > 0:
                length += size
                place = self._places.get(element) or self._place(element)
                shares[place] = shares.get(place, 0) + size
        if not shares:
            return ()
        if len(shares) > 1:
            return _mixed(shares, length)
        if place.told is None:
            place.told = _mixed(shares, length)
        return place.told

    def _place(self, element: Element) -> _Place:
        """Where an element stands; worked out from the outside in, each element once, and one for all that stand alike."""
        inner: list[Element] = []
        outer: Element | None = element
        while outer is not None and outer not in self._places:
            inner.append(outer)
            outer = outer.up
        place = self._places[outer] if outer is not None else _Place(None, element, ())
        for each in reversed(inner):
            names = _own(each)
            key = (place, each.tag, names)
            place = self._alike.get(key) or self._alike.setdefault(key, _Place(place, each, names))
            self._places[each] = place
        return place


class _Place:
    """What is known of an element from what it is and where it stands; `over` are the names on the elements around it."""

    __slots__ = ("block", "is_link", "over", "own", "parts", "tag", "told", "up")

    def __init__(self, up: _Place | None, element: Element, own: _Names) -> None:
        self.tag = tag = element.tag
        self.up = up
        self.own = own
        self.is_link = element.is_link
        self.told: _Names | None = None
        if up is None or tag in ("html", "body"):
            self.parts: _Names = ()
            self.over: tuple[_Names, ...] = ()
            self.block = self
        else:
            part = _PART_OF.get(tag)
            self.parts = (*up.parts, part) if part and part not in up.parts else up.parts
            names = _over(up.own) if up.tag != "body" else ()
            self.over = (names, *up.over[: NAMED_ABOVE - 1]) if names else up.over
            self.block = self if element.is_block else up.block


def _mixed(shares: dict[_Place, int], length: int) -> _Names:
    """The hints of a stretch in which each of these places has its share of the characters."""
    blocks: dict[_Place, int] = {}
    inline: dict[_Place, int] = {}
    for place, size in shares.items():
        block = place.block
        blocks[block] = blocks.get(block, 0) + size
        for _ in range(MAX_INLINE):
            if place is block or place.up is None:
                break
            inline[place] = inline.get(place, 0) + size
            place = place.up
    block = max(blocks, key=blocks.__getitem__)
    around = block.up.block.tag if block.up else ""
    tokens = [f"tag={block.tag}", f"up={around}", *block.parts, *block.own, *chain.from_iterable(block.over)]
    for place, size in inline.items():
        if 2 * size >= length:
            tokens.append(f"all={place.tag}")
            tokens += place.own
        elif TIME in place.own:
            tokens.append(TIME)
    linked = sum(size for place, size in shares.items() if place.is_link)
    tokens.append(f"links={4 * linked // length}")
    return tuple(dict.fromkeys(tokens))


@lru_cache(4096)
def _over(names: _Names) -> _Names:
    return tuple(f"over={name[6:]}" for name in names if name.startswith("named="))


def _own(element: Element) -> _Names:
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
    """The words in names such as "article__byLine main-2", in lower case, each behind the prefix: article, by, line, main."""
    found = dict.fromkeys(_WORD.findall(names))
    return tuple(prefix + word.lower() for word in found if 1 < len(word) <= 20)[:MAX_WORDS]
