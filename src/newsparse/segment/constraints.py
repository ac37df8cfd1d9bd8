"""Probabilities to probabilities: what the definitions of the labels rule out, and neighbours can't tell.

Menus, links and rights without anything of a story are boilerplate. The title of a player is `media` where the story has a
headline of its own; where it is the only title there is, it is the headline. A headline's line is seldom cut, and a story has one
headline: another that is no copy of it is something else. A kicker stands near it, a deck is seldom without one, and a heading inside
the body has a line of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence

import numpy as np

from newsparse.article import CARD
from newsparse.segment.model import LABELS, Matrix
from newsparse.segment.split import Piece

_BODY, _BOILERPLATE, _DECK, _HEADLINE, _KICKER, _MEDIA, _SUBHEAD = map(
    LABELS.index, ("body", "boilerplate", "deck", "headline", "kicker", "media", "subhead")
)
_TOLD = [LABELS.index(label) for label in (*sorted(CARD), "deck", "bio", "note")]  # one of them is enough of an article
_LENGTH = re.compile(r"\W*\d{1,3}:\d\d(?::\d\d)?\b")
_WORD = re.compile(r"\w+")
_WEAK_CUTS = frozenset(("by", "glue", "bracket", "sentence", "link", "dateline", "work", "tail"))  # a headline may hold what looks so
_OTHERS_OWN = [LABELS.index(label) for label in ("body", "caption", "photo_credit")]  # what no headline takes in
COPY = 0.6  # the share of the shorter one's words that two copies of a headline have in common
SENTENCE = 12  # words at least
NEAR = 10  # lines at most between a headline and its kicker

Change = tuple[int, int]  # a piece and the label it should have
Rule = Callable[[str, Sequence[Piece], Matrix], Iterator[Change]]


def settled(text: str, pieces: Sequence[Piece], probabilities: Matrix) -> Matrix:
    """The probabilities (pieces, K), settled; a label that another replaces hands on how likely it was."""
    settling = probabilities.copy()
    for rule in _RULES:
        for i, label in list(rule(text, pieces, settling)):
            best = settling[i].argmax()
            settling[i, [best, label]] = settling[i, [label, best]]
    return settling


def _title(text: str, pieces: Sequence[Piece], said: Matrix) -> Iterator[Change]:
    """Without a headline, a player's title before the body is one."""
    best = said.argmax(1)
    bodies = np.flatnonzero(best == _BODY)
    if len(bodies) and _HEADLINE not in best:
        for i in range(bodies[0] - 1):
            if best[i] == best[i + 1] == _MEDIA and _LENGTH.match(text, pieces[i + 1].start) and not _LENGTH.match(text, pieces[i].start):
                yield i, _HEADLINE
                return


def _single(text: str, pieces: Sequence[Piece], said: Matrix) -> Iterator[Change]:
    """Beside the likeliest headline, its line and its copies, none is one. A sentence right under a short one is the deck of that."""
    found = _all(_HEADLINE, said)
    if not found:
        return
    lines: dict[int, set[str]] = {}
    for i in found:
        lines.setdefault(pieces[i].line, set()).update(_WORD.findall(text[pieces[i].start : pieces[i].end].lower()))
    chosen = pieces[max(found, key=lambda i: float(said[i, _HEADLINE]))].line
    words, above = lines[chosen], lines.get(chosen - 1, set())
    if above and len(words) >= max(SENTENCE, 2 * len(above)):
        words = above
    for i in found:
        own = lines[pieces[i].line]
        if len(own & words) < COPY * min(len(own), len(words)):
            yield i, _next(said[i])


def _whole(text: str, pieces: Sequence[Piece], said: Matrix) -> Iterator[Change]:
    """What a headline's line holds beside it belongs to it, unless a separator or a date stands between."""
    best = said.argmax(1)
    for i in _all(_HEADLINE, said):
        for step in (-1, 1):
            j = i
            while (pieces[j].left if step < 0 else pieces[j].right) in _WEAK_CUTS and best[j + step] not in (_HEADLINE, *_OTHERS_OWN):
                j += step
                yield j, _HEADLINE


def _deck(text: str, pieces: Sequence[Piece], said: Matrix) -> Iterator[Change]:
    """A deck stands under a headline."""
    if not _all(_HEADLINE, said):
        for i in _all(_DECK, said):
            yield i, _next(said[i], _HEADLINE)


def _kicker(text: str, pieces: Sequence[Piece], said: Matrix) -> Iterator[Change]:
    """A kicker stands near a headline."""
    lines = sorted({pieces[i].line for i in _all(_HEADLINE, said)})
    for i in _all(_KICKER, said):
        at = pieces[i].line
        if lines and bisect_right(lines, at + NEAR) == bisect_left(lines, at - NEAR):
            yield i, _next(said[i], _HEADLINE, _DECK)


def _running(text: str, pieces: Sequence[Piece], said: Matrix) -> Iterator[Change]:
    """A heading that shares its line with body text is body."""
    lines = {pieces[i].line for i in _all(_BODY, said)}
    for i in _all(_SUBHEAD, said):
        if pieces[i].line in lines:
            yield i, _BODY


def _none(text: str, pieces: Sequence[Piece], said: Matrix) -> Iterator[Change]:
    """Menus, links and rights alone are no article."""
    best = said.argmax(1)
    if not np.isin(_TOLD, best).any():
        for i in np.flatnonzero(best != _BOILERPLATE).tolist():
            yield i, _BOILERPLATE


def _all(label: int, said: Matrix) -> list[int]:
    """The pieces whose best label it is."""
    return np.flatnonzero(said.argmax(1) == label).tolist()


def _next(said: Matrix, *barred: int) -> int:
    """A piece's second label, but for those that are barred."""
    left = said.copy()
    left[said.argmax()] = -1
    left[list(barred)] = -1
    return int(left.argmax())


_RULES: tuple[Rule, ...] = (_title, _single, _whole, _deck, _kicker, _running, _none)
