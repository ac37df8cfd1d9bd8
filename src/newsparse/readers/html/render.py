"""Page to text: what a browser shows of it, line by line, and which element each stretch of the text came
from.

lxml tells of one tag after another and the text is written as they come. No tree is built, so depth costs
nothing, memory stays near the size of the text, and what follows a stray </html> is not lost.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from typing import NamedTuple

import msgspec
from lxml import etree

MAX_ANCESTORS = 100  # elements

# what has to stand before the next word, the stronger one wins; nothing in an element that is never shown
_HIDDEN, _NONE, _SPACE, _TAB, _LINE, _BLANK = range(-1, 5)
_GAPS = ("", " ", "\t", "\n", "\n\n")
_CONTROLS = re.compile("[\0-\x1f\x7f-\x9f\ufffe\uffff]+")
_GAP_OF = {
    **dict.fromkeys(
        [
            "address", "article", "aside", "body", "caption", "center", "dd", "details", "dialog", "dir",
            "div", "dt", "fieldset", "figcaption", "footer", "form", "header", "hgroup", "hr", "html",
            "legend", "li", "main", "menu", "nav", "search", "section", "summary", "tbody",
            "tfoot", "thead", "tr",
        ],
        _LINE,
    ),
    **dict.fromkeys(["blockquote", "dl", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "ol", "p", "pre",
        "table", "ul"], _BLANK),
    **dict.fromkeys(("td", "th"), _TAB),
    **dict.fromkeys(
        [
            "applet", "audio", "base", "canvas", "datalist", "iframe", "link", "math", "meta", "noembed",
            "noframes", "noscript", "object", "rp", "script", "select", "style", "svg", "template",
            "textarea", "title", "video",
        ],
        _HIDDEN,
    ),
}  # fmt: skip
_FOREIGN = frozenset(("math", "svg"))
# what ends a drawing or a formula that was left open (https://html.spec.whatwg.org/#parsing-main-inforeign)
_BREAKS_OUT = frozenset(
    [
        "b", "big", "blockquote", "body", "br", "center", "code", "dd", "div", "dl", "dt", "em", "embed",
        "h1", "h2", "h3", "h4", "h5", "h6", "head", "hr", "i", "img", "li", "listing", "menu", "meta", "nobr",
        "ol", "p", "pre", "ruby", "s", "small", "span", "strike", "strong", "sub", "sup", "table", "tt", "u",
        "ul", "var",
    ]
)  # fmt: skip
_STYLE = re.compile(r"(display|visibility|white-space)\s*:\s*([\w-]+)", re.I)
_CONCEALED, _PRE = 1, 2
_WAITING = 2_000  # characters: an article's worth


class Element(msgspec.Struct, eq=False):
    """A tag that is or was open: its attributes and what it stands in.

    `gap` is what has to stand before and behind its text. The runs inside it are those from `first` to
    `stop`, the latter not included.
    """

    tag: str
    attrs: Mapping[str, str]
    parent: Element | None
    flags: int
    gap: int
    first: int
    stop: int = 0

    @property
    def is_block(self) -> bool:
        """Whether its text stands on lines of its own."""
        return self.gap > _NONE

    def get(self, name: str) -> str:
        """An attribute's value, or an empty string."""
        return self.attrs.get(name) or ""

    def ancestors(self) -> Iterator[Element]:
        """The element and those around it, from the inside out, as many as any page has for a reason."""
        element: Element | None = self
        for _ in range(MAX_ANCESTORS):
            if element is None:
                return
            yield element
            element = element.parent


class Run(NamedTuple):
    """`text[start:end]`, part of one line, stands right in this element."""

    start: int
    end: int
    element: Element


class Meta(NamedTuple):
    """A value that the page states but need not show: `key` is the property's name in lower case."""

    key: str
    value: str
    element: Element


class Rendering(msgspec.Struct, frozen=True):
    """The text that a page shows, its runs in order, and what the page states about itself.

    Every character of `text` that is not white space is in one run. `elements` are those with runs inside, an
    outer one before the inner. `links` are pairs of rel and href; `scripts` the JSON-LD texts.
    """

    text: str
    runs: tuple[Run, ...]
    elements: tuple[Element, ...]
    metas: tuple[Meta, ...]
    links: tuple[tuple[str, str], ...]
    titles: tuple[str, ...]
    scripts: tuple[str, ...]
    language: str | None

    def element_ranges(self, wanted: Callable[[Element], bool]) -> Iterator[tuple[Element, int, int]]:
        """Each innermost wanted element with the start and end of its text;
        an element that others interrupt comes in parts.
        """
        outer: list[Element] = []
        at = 0  # the first run that may be part of them
        for element in chain((each for each in self.elements if wanted(each)), [None]):
            first = element.first if element else len(self.runs)
            while outer:
                stop = min(outer[-1].stop, first)
                if at < stop:
                    yield outer[-1], self.runs[at].start, self.runs[stop - 1].end
                    at = stop
                if outer[-1].stop > first:
                    break
                outer.pop()
            if element:
                at = first
                outer.append(element)


def render(text: str) -> Rendering:
    """The Rendering of a page's source, any text at all.

    A page that conceals an article's worth of text, and that is much of all it has, waits for a script to
    show it: there concealed parts count as shown.
    """
    source = text.replace("\0", "").encode("utf-8", "replace")  # a browser drops NULs too
    builder = _build(source, _CONCEALED)
    if builder.concealed > max(_WAITING, builder.at // 2):
        builder = _build(source, 0)
    return builder.rendering()


def _build(source: bytes, concealing: int) -> _TextBuilder:
    builder = _TextBuilder(concealing)
    if source.strip():
        etree.fromstring(
            source, etree.HTMLParser(target=builder, encoding="utf-8", huge_tree=True, no_network=True)
        )
    return builder


class _TextBuilder:
    """Writes the text down as the parser tells of tags and characters."""

    def __init__(self, concealing: int) -> None:
        self.concealing = concealing  # the flag of what is concealed, or 0
        self.concealed = 0  # characters
        self.here = Element("", {}, None, 0, _LINE, 0)
        self.elements = [self.here]  # those that are open, and before them those with runs inside
        self.out: list[str] = []
        self.at = 0
        self.pending_gap = _NONE
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.run_elements: list[Element] = []
        self.metas: list[Meta] = []
        self.links: list[tuple[str, str]] = []
        self.titles: list[str] = []
        self.scripts: list[str] = []
        self.language: str | None = None
        self.hidden_depth = 0  # how deep in an element that is never shown
        self.in_svg_or_math = False  # whether that is a drawing or a formula
        self.captured: list[str] | None = None  # the text of a title or of JSON-LD while it is open

    def start(self, tag: str, attrs: Mapping[str, str]) -> None:
        if self.hidden_depth and not self._breaks_out(tag):
            self.hidden_depth += 1
            return
        gap = _GAP_OF.get(tag, _NONE)
        if gap == _HIDDEN:
            self.hidden_depth = 1
            self.in_svg_or_math = tag in _FOREIGN
            self._note(tag, attrs)
            return
        parent = self.here
        flags = parent.flags
        if attrs:
            if "style" in attrs or "hidden" in attrs:
                flags |= _styled(tag, attrs, self.concealing)
            if "itemprop" in attrs:
                self._meta(attrs, parent)
            if tag == "html":
                self.language = self.language or attrs.get("lang") or attrs.get("xml:lang")
        if tag == "pre":
            flags |= _PRE
        if not flags & _CONCEALED:
            if gap > self.pending_gap:
                self.pending_gap = gap
            elif tag == "br":
                self._break()
        self.here = Element(tag, attrs, parent, flags, gap, len(self.starts))
        self.elements.append(self.here)

    def end(self, tag: str) -> None:
        if self.hidden_depth:
            self.hidden_depth -= 1
            if self.captured is not None and not self.hidden_depth:
                (self.titles if tag == "title" else self.scripts).append("".join(self.captured))
                self.captured = None
            return
        here = self.here
        if here.gap > self.pending_gap and not here.flags & _CONCEALED:
            self.pending_gap = here.gap
        if here.parent is not None:
            here.stop = len(self.starts)
            if here.stop == here.first:
                self.elements.pop()
            self.here = here.parent

    def data(self, text: str) -> None:
        if self.hidden_depth:
            if self.captured is not None:
                self.captured.append(text)
            return
        flags = self.here.flags
        if flags & _CONCEALED:
            self.concealed += len(text.strip())
        elif flags & _PRE:
            self._preformatted(text)
        elif text.isspace():  # as most are
            self.pending_gap = self.pending_gap or _SPACE
        else:
            words = " ".join(text.split())
            is_flush = len(words) == len(text)
            if not is_flush and text[0].isspace():
                self.pending_gap = self.pending_gap or _SPACE
            self._put(words)
            if not is_flush and text[-1].isspace():
                self.pending_gap = _SPACE

    def close(self) -> None:
        """The end, where some elements are still open; the answer is `rendering`."""
        element: Element | None = self.here
        while element is not None:
            element.stop = len(self.starts)
            element = element.parent

    def rendering(self) -> Rendering:
        runs = tuple(map(Run, self.starts, self.ends, self.run_elements))
        return Rendering(
            "".join(self.out),
            runs,
            tuple(self.elements),
            tuple(self.metas),
            tuple(self.links),
            tuple(self.titles),
            tuple(self.scripts),
            self.language,
        )

    def _put(self, words: str) -> None:
        """Write words, with the gap pending before them."""
        here, gap = self.here, self.pending_gap
        if not words.isprintable():
            words = _CONTROLS.sub("", words)
            if not words:
                return
        if gap and self.at:
            white_space = _GAPS[gap]
            self.out.append(white_space)
            self.at += len(white_space)
        start = self.at
        self.at += len(words)
        self.out.append(words)
        if gap < _LINE and self.run_elements and self.run_elements[-1] is here:
            self.ends[-1] = self.at
        else:
            self.starts.append(start)
            self.ends.append(self.at)
            self.run_elements.append(here)
        self.pending_gap = _NONE

    def _preformatted(self, text: str) -> None:
        for row, line in enumerate(text.replace("\r", "").split("\n")):
            if row:
                self._break()
            kept = line.rstrip()
            if kept.strip():
                self._put(kept)
            if kept != line:
                self.pending_gap = self.pending_gap or _SPACE

    def _break(self) -> None:
        """A line break: a second one leaves a line blank."""
        self.pending_gap = _LINE if self.pending_gap < _LINE else _BLANK

    def _breaks_out(self, tag: str) -> bool:
        """Whether a tag ends the drawing or the formula that it stands in: that was left open, and the parser
        will tell of its ends.
        """
        if not self.in_svg_or_math or tag == "foreignobject":
            self.in_svg_or_math = False
        elif tag in _BREAKS_OUT:
            for _ in range(self.hidden_depth):
                self.here = Element("", {}, self.here, self.here.flags, _NONE, len(self.starts))
                self.elements.append(self.here)
            self.hidden_depth = 0
        return not self.hidden_depth

    def _note(self, tag: str, attrs: Mapping[str, str]) -> None:
        """Take note of what is said in the head, or wherever a page puts it."""
        if tag == "meta":
            self._meta(attrs, self.here)
        elif tag == "link":
            if attrs.get("rel") and attrs.get("href"):
                self.links.append((attrs["rel"].lower(), attrs["href"]))
        elif tag == "title" or (tag == "script" and "ld+json" in (attrs.get("type") or "").lower()):
            self.captured = []

    def _meta(self, attrs: Mapping[str, str], parent: Element) -> None:
        """Take note of a property whose value stands in an attribute."""
        value = attrs.get("content") or attrs.get("datetime")
        if value:
            for name in ("property", "name", "itemprop", "http-equiv"):
                if attrs.get(name):
                    self.metas.append(Meta(attrs[name].strip().lower(), value, parent))


def _styled(tag: str, attrs: Mapping[str, str], concealing: int) -> int:
    """The flags that an element's own style gives it;
    a page that hides all of itself waits for a script to show it.
    """
    style = {name.lower(): value.lower() for name, value in _STYLE.findall(attrs.get("style") or "")}
    flags = _PRE if style.get("white-space", "").startswith("pre") else 0
    hidden = "hidden" in attrs or style.get("display") == "none" or style.get("visibility") == "hidden"
    return flags | concealing if hidden and tag not in ("html", "body") else flags
