"""Probabilities to probabilities: what the definitions of the labels rule out, and a chain of neighbours does
not show.

Menus, links and rights without anything of a story are boilerplate. The title of a player is `media` where
the story has a headline of its own; where it is the only title there is, it is the headline. A headline's
line is seldom cut, and a story has one headline: another that is no copy of it is something else. A kicker
stands near it, a deck is seldom without one, and a heading inside the body has a line of its own. A caption
takes in the place and the day that open its line, a dateline opens one, and a sentence is not cut at a date.
A sentence that may be body is, right behind a byline, behind body and behind a box.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import numpy as np

from newsparse.article import CARD
from newsparse.metadata import Metadata
from newsparse.segment.arrays import Matrix
from newsparse.segment.model import LABELS
from newsparse.segment.split import Segment

_BODY, _BOILERPLATE, _CAPTION, _DATELINE, _DECK, _HEADLINE, _KICKER, _MEDIA, _SUBHEAD, _TIMESTAMP = map(
    LABELS.index,
    (
        "body",
        "boilerplate",
        "caption",
        "dateline",
        "deck",
        "headline",
        "kicker",
        "media",
        "subhead",
        "timestamp",
    ),
)
_BYLINE, _HIGHLIGHT, _NOTE = map(LABELS.index, ("byline", "highlight", "note"))
# what stands around a story, or lists parts of it
_FURNITURE = [
    LABELS.index(label)
    for label in ("boilerplate", "related", "tags", "marker", "highlight", "kicker", "timestamp")
]
# one of them is enough of an article
ARTICLE_LABELS = frozenset(LABELS.index(label) for label in (*CARD, "deck", "bio", "note"))
_LENGTH = re.compile(r"\W*\d{1,3}:\d\d(?::\d\d)?\b")
_WORD = re.compile(r"\w+")
_SPEAKER = re.compile(r"[A-Z][A-Z.'’ -]{1,30}(?:,[A-Z ,.'’-]{1,40})?:\s")
_OPENING_QUOTES = frozenset("\"“„«‘'「")
_WEAK_BOUNDARIES = frozenset(("by", "glue", "bracket", "sentence", "link", "dateline", "work", "tail"))
"""Kinds of boundaries that a headline may hold."""
# and those that it holds where it goes on in lower case
_OPEN_BOUNDARIES = frozenset(("bar", "when", "when>"))
# where a sentence may be cut by mistake
_SENTENCE_BOUNDARIES = frozenset(("when", "when<", "when>", "dateline<", "dateline", "title", "work"))
# what takes in a date, and what the words before it are taken for by mistake
_TEXT = [LABELS.index(label) for label in ("body", "headline", "deck", "caption", "note")]
_BEFORE_TEXT = [
    LABELS.index(label) for label in ("dateline", "timestamp", "kicker", "subhead", "boilerplate")
]
# what no headline takes in
_OTHERS_OWN = [LABELS.index(label) for label in ("body", "caption", "photo_credit")]
# what a paragraph is taken for by mistake
_BESIDE_BODY = [
    LABELS.index(label)
    for label in ("related", "boilerplate", "note", "caption", "media", "deck", "highlight", "bio")
]
# what stands in a box between two paragraphs
_BOX = [
    LABELS.index(label) for label in ("boilerplate", "related", "media", "caption", "photo_credit", "tags")
]
LONGEST_BOX = 5  # segments; set by hand
_CLOSING_QUOTES = "\"'”’)]」』"
SHORTEST_WIDE_SENTENCE = 20  # characters, where no word is told from another; set by hand
# the probability from which on a label is sure, and the share of it that body needs to be about as likely, of
# a sentence right behind body and of one behind a box; by trial: behind body, accuracy is the same to .0001
# with and without, and behind a box .0002 lower, but of 857 last paragraphs behind a box that was put in 20
# are lost in place of 34
BEHIND_BODY, BEHIND_BOX = (0.6, 0.3), (0.7, 0.2)
# of a short line in such a box, the same for body and boilerplate; by trial: two documents more are perfect,
# and of 1,236 boxes that were put in 31 are taken for body in place of 106, but 23 of the 857 are lost
SHORT, BOX_END = 60, (0.7, 0.4)  # characters
SURE_LAST = 0.6  # of the last sentence in the line of a note
# the same for a deck or a caption behind a byline and a time: of 118 sentences right behind a byline 7 are a
# deck, of 127 behind a byline and a time 12; accuracy is the same to .0001
OPENINGS = {_BYLINE: (0.8, 0.1), _TIMESTAMP: (0.6, 0.8)}
SPEECHES, SURE_SPEECH = 2, 0.8  # set by hand
COPY = 0.6  # the share of the shorter one's words that two copies of a headline have in common
SURE = 0.5  # set by trial: at .7 no better
SURE_BYLINE = 0.95  # of one that ends a headline's line
SENTENCE = 12  # words at least
NEAR = 10  # lines at most between a headline and its kicker

Change = tuple[int, int]  # a segment and the label it should have
Constraint = Callable[[str, Sequence[Segment], Matrix], Iterator[Change]]


def apply_constraints(
    text: str, segments: Sequence[Segment], probabilities: Matrix, metadata: Metadata | None = None
) -> Matrix:
    """The probabilities (segments, labels) under all constraints;
    a label that replaces another takes over its probability.

    `metadata` is what is known of the article beside its text.
    """
    constrained = probabilities.copy()
    before, after = known_constraints(metadata) if metadata else ((), ())
    for constraint in (*before, *CONSTRAINTS, *after):
        for i, label in list(constraint(text, segments, constrained)):
            best = constrained[i].argmax()
            constrained[i, [best, label]] = constrained[i, [label, best]]
    return constrained


def known_constraints(metadata: Metadata) -> tuple[Sequence[Constraint], Sequence[Constraint]]:
    """The constraints that follow from what is stated beside a text, before and behind the others: a copy of
    it is labelled as what it is, and a text that is the story alone has no furniture.
    """
    before: list[Constraint] = []
    if metadata.is_complete:
        before += [headline_is(metadata.headline)] if metadata.headline else []
        before += [line_is(each.text, _CAPTION) for each in metadata.captions if each.text]
        before += [line_is(each, _HIGHLIGHT) for each in metadata.highlights]
        before += [line_is(metadata.byline.text, _BYLINE)] if metadata.byline else []
    return before, [story_has_no_furniture] if metadata.is_story else []


def line_is(copy: str, label: int) -> Constraint:
    """The constraint that a line with the words of a stated part, two at least, is labelled as that."""
    words = _WORD.findall(copy.lower())

    def constraint(text: str, segments: Sequence[Segment], probabilities: Matrix) -> Iterator[Change]:
        lines = _words_by_line(text, segments)
        for i, segment in enumerate(segments):
            if len(words) > 1 and lines[segment.line] == words:
                yield i, label

    return constraint


def story_has_no_furniture(text: str, segments: Sequence[Segment], probabilities: Matrix) -> Iterator[Change]:
    """Where a text is known to be the story alone, as its format says, what seems to be furniture is body."""
    for i in np.flatnonzero(np.isin(probabilities.argmax(1), _FURNITURE)).tolist():
        if any(map(str.isalnum, text[segments[i].start : segments[i].end])):
            yield i, _BODY


def _words_by_line(text: str, segments: Sequence[Segment]) -> dict[int, list[str]]:
    lines: dict[int, list[str]] = {}
    for segment in segments:
        words = _WORD.findall(text[segment.start : segment.end].lower())
        lines.setdefault(segment.line, []).extend(words)
    return lines


def headline_is(title: str) -> Constraint:
    """The constraint that a line with the words of this title is a headline, and what is no copy is none."""
    words = _WORD.findall(title.lower())

    def constraint(text: str, segments: Sequence[Segment], probabilities: Matrix) -> Iterator[Change]:
        lines = _words_by_line(text, segments)
        best = probabilities.argmax(1)
        for i, segment in enumerate(segments):
            if lines[segment.line] == words:
                yield i, _HEADLINE
            elif best[i] == _HEADLINE and not _is_copy(set(lines[segment.line]), set(words)):
                yield i, second_best(probabilities[i])

    return constraint


def sentence_behind_body_is_body(
    text: str, segments: Sequence[Segment], probabilities: Matrix
) -> Iterator[Change]:
    """A sentence that fills a line right behind body, or behind a box that stands there, is body too, where
    the network leaves open what it is: a reader forgives a note in the story rather than a paragraph that is
    gone.
    """
    best = probabilities.argmax(1).tolist()
    box: int | None = None  # how many segments of furniture stand behind the last one of body
    for i, segment in enumerate(segments):
        is_line = best[i] in _BESIDE_BODY and not segment.left and not segment.right
        if is_line and box is not None and box <= LONGEST_BOX:
            highest, share = BEHIND_BOX if box else BEHIND_BODY
            body, most = probabilities[i, [_BODY, best[i]]].tolist()
            if most < highest and body >= share * most and _is_sentence(text[segment.start : segment.end]):
                best[i] = _BODY
                yield i, _BODY
        if best[i] == _BODY:
            box = 0
        elif box is not None:
            box = box + 1 if best[i] in _BOX else None


def box_has_its_last_sentence(
    text: str, segments: Sequence[Segment], probabilities: Matrix
) -> Iterator[Change]:
    """A short line behind two of boilerplate, which the network is not sure to be body, is boilerplate too
    ("Enter your email", "Continue", "You can leave at any time.").
    """
    best = probabilities.argmax(1).tolist()
    for i in range(2, len(segments)):
        segment = segments[i]
        is_line = best[i] == _BODY and not segment.left and not segment.right
        if is_line and best[i - 2] == best[i - 1] == _BOILERPLATE and segment.end - segment.start <= SHORT:
            highest, share = BOX_END
            body, boilerplate = probabilities[i, [_BODY, _BOILERPLATE]].tolist()
            if body < highest and boilerplate >= share * body:
                best[i] = _BOILERPLATE
                yield i, _BOILERPLATE


def sentence_behind_byline_is_body(
    text: str, segments: Sequence[Segment], probabilities: Matrix
) -> Iterator[Change]:
    """The sentence that fills a line right behind a byline or the time beside it opens the story, where the
    network leaves open whether it is a deck or a caption.
    """
    best = probabilities.argmax(1).tolist()
    for i, segment in enumerate(segments):
        if best[i] == _BODY:
            return
        is_line = best[i] in (_DECK, _CAPTION) and not segment.left and not segment.right
        if i and is_line and _is_sentence(text[segment.start : segment.end]):
            highest, share = OPENINGS.get(best[i - 1], (0.0, 1.0))
            body, most = probabilities[i, [_BODY, best[i]]].tolist()
            if most < highest and body >= share * most:
                yield i, _BODY
                return


def speech_is_body(text: str, segments: Sequence[Segment], probabilities: Matrix) -> Iterator[Change]:
    """A line that opens with a speaker's name in capitals is body where two others that do so are, as in a
    transcript, unless it is surely something else.
    """
    best = probabilities.argmax(1).tolist()
    opening = {segment.line: i for i, segment in reversed([*enumerate(segments)])}
    speeches = [i for i in opening.values() if _SPEAKER.match(text, segments[i].start)]
    if sum(best[i] == _BODY for i in speeches) < SPEECHES:
        return
    lines = {segments[i].line for i in speeches}
    for i, segment in enumerate(segments):
        if segment.line in lines and best[i] != _BODY and probabilities[i].max() < SURE_SPEECH:
            yield i, _BODY


def _is_sentence(line: str) -> bool:
    bare = line.rstrip(_CLOSING_QUOTES)
    if bare.endswith("。"):
        return len(line) >= SHORTEST_WIDE_SENTENCE
    words = line.split()
    return bare.endswith((".", "!", "?")) and sum(map(str.islower, words)) >= len(words) / 2


def player_title_is_headline(
    text: str, segments: Sequence[Segment], probabilities: Matrix
) -> Iterator[Change]:
    """Without a headline, a player's title before the body is one."""
    best = probabilities.argmax(1)
    bodies = np.flatnonzero(best == _BODY)
    if len(bodies) and _HEADLINE not in best:
        for i in range(bodies[0] - 1):
            title, length = segments[i].start, segments[i + 1].start
            is_player = best[i] == best[i + 1] == _MEDIA and _LENGTH.match(text, length)
            if is_player and not _LENGTH.match(text, title):
                yield i, _HEADLINE
                return


def one_headline(text: str, segments: Sequence[Segment], probabilities: Matrix) -> Iterator[Change]:
    """Beside the likeliest headline, its line and its copies, none is one.
    A sentence right under a short one is the deck of that.
    """
    found = _all(_HEADLINE, probabilities)
    if not found:
        return
    lines: dict[int, set[str]] = {}
    for i in found:
        lines.setdefault(segments[i].line, set()).update(
            _WORD.findall(text[segments[i].start : segments[i].end].lower())
        )
    chosen = segments[max(found, key=lambda i: float(probabilities[i, _HEADLINE]))].line
    words, above = lines[chosen], lines.get(chosen - 1, set())
    if above and len(words) >= max(SENTENCE, 2 * len(above)):
        words = above
    for i in found:
        own = lines[segments[i].line]
        if not _is_copy(own, words):
            yield i, second_best(probabilities[i])


def headline_fills_its_line(
    text: str, segments: Sequence[Segment], probabilities: Matrix
) -> Iterator[Change]:
    """What a headline's line holds beside it belongs to it, unless a separator or a date stands between, or
    the line holds the story too.
    """
    best = probabilities.argmax(1)
    bodies = {segments[i].line for i in _all(_BODY, probabilities)}
    for i in _all(_HEADLINE, probabilities):
        if segments[i].line in bodies:
            continue
        for step in (-1, 1):
            j = i
            while _is_weak(text, segments, j, step) and best[j + step] not in (_HEADLINE, *_OTHERS_OWN):
                j += step
                if best[j] == _BYLINE and probabilities[j, _BYLINE] >= SURE_BYLINE:
                    break
                yield j, _HEADLINE


def _is_weak(text: str, segments: Sequence[Segment], i: int, step: int) -> bool:
    """Whether a headline may hold the boundary before (-1) or behind (1) a segment: also a bar or a date that
    it goes on behind in lower case ("‘We had nine minutes’ - chief", "4 May 1971: the night …").
    """
    boundary = _boundary(segments[i], step)
    behind = i if step < 0 else i + 1
    if boundary in _OPEN_BOUNDARIES:
        return _first_letter(text, segments[behind]).islower()
    return boundary in _WEAK_BOUNDARIES or (step < 0 and boundary == "when<")


def _first_letter(text: str, segment: Segment) -> str:
    return next(filter(str.isalpha, text[segment.start : segment.end]), "")


def deck_needs_headline(text: str, segments: Sequence[Segment], probabilities: Matrix) -> Iterator[Change]:
    """A deck stands under a headline."""
    if not _all(_HEADLINE, probabilities):
        for i in _all(_DECK, probabilities):
            yield i, second_best(probabilities[i], _HEADLINE)


def kicker_near_headline(text: str, segments: Sequence[Segment], probabilities: Matrix) -> Iterator[Change]:
    """A kicker stands near a headline."""
    lines = sorted({segments[i].line for i in _all(_HEADLINE, probabilities)})
    for i in _all(_KICKER, probabilities):
        line = segments[i].line
        if lines and bisect_right(lines, line + NEAR) == bisect_left(lines, line - NEAR):
            yield i, second_best(probabilities[i], _HEADLINE, _DECK)


def subhead_in_paragraph(text: str, segments: Sequence[Segment], probabilities: Matrix) -> Iterator[Change]:
    """A heading that shares its line with body text is body."""
    lines = {segments[i].line for i in _all(_BODY, probabilities)}
    for i in _all(_SUBHEAD, probabilities):
        if segments[i].line in lines:
            yield i, _BODY


def dateline_opens_its_line(
    text: str, segments: Sequence[Segment], probabilities: Matrix
) -> Iterator[Change]:
    """What stands behind body in its line is body too, and so is what a quotation opens with, also where a
    dash follows ("“Port Ellery – it is all …").
    """
    best = probabilities.argmax(1).tolist()
    for i in _all(_DATELINE, probabilities):
        behind = i > 0 and segments[i - 1].line == segments[i].line and best[i - 1] == _BODY
        if behind or text[segments[i].start] in _OPENING_QUOTES:
            best[i] = _BODY
            yield i, _BODY


def caption_has_its_opening(
    text: str, segments: Sequence[Segment], probabilities: Matrix
) -> Iterator[Change]:
    """The place and the day that open a caption's line belong to it ("FENN, ENGLAND - MAY 4:
    The mill on …").
    """
    best = probabilities.argmax(1)
    for i in _all(_CAPTION, probabilities):
        j = i - 1
        while j >= 0 and segments[j].line == segments[i].line and best[j] in (_DATELINE, _TIMESTAMP):
            yield j, _CAPTION
            j -= 1


def date_goes_with_its_words(
    text: str, segments: Sequence[Segment], probabilities: Matrix
) -> Iterator[Change]:
    """Where a date is part of a sentence or a title, so is what leads up to it without a sign between
    ("Between 6 January and …", "Remembering 4 May 1971: …").
    """
    best = probabilities.argmax(1).tolist()
    for i, (left, right) in enumerate(pairwise(segments)):
        joined = left.line == right.line and right.left == "when<" and text[left.end - 1].isalpha()
        if joined and best[i] in _BEFORE_TEXT and best[i + 1] in _TEXT:
            yield i, best[i + 1]


def dateline_ends_at_a_word(
    text: str, segments: Sequence[Segment], probabilities: Matrix
) -> Iterator[Change]:
    """A dateline does not end inside a word ("Dublin-based Fog|Works - founded by …")."""
    best = probabilities.argmax(1).tolist()
    for i, segment in enumerate(segments[:-1]):
        if best[i] == _DATELINE and segment.right == "glue" and text[segment.end - 1].islower():
            yield i, best[i + 1]


def sentence_stays_whole(text: str, segments: Sequence[Segment], probabilities: Matrix) -> Iterator[Change]:
    """What a sentence of the body holds is body: where it goes on in lower case, it is not cut at a date, a
    dash or a title.

    A date is part of the sentence too that a word without a sign behind it leads up to, where the sentence
    ends the line; and so is what leads up to a "by" that begins no byline.
    """
    best = probabilities.argmax(1).tolist()
    for i, (left, right) in enumerate(pairwise(segments)):
        if left.line != right.line or (best[i] == _BODY) == (best[i + 1] == _BODY):
            continue
        sentence = right.left in _SENTENCE_BOUNDARIES
        goes_on = sentence and text[right.start].islower() and text[left.end - 1] not in ".!?"
        leads_up = text[left.end - 1].islower() and (
            (sentence and best[i] == _BODY and text[right.end - 1] == ".")
            or (right.left == "by" and best[i + 1] == _BODY)
        )
        if goes_on or leads_up:
            change = i if best[i] != _BODY else i + 1
            best[change] = _BODY
            yield change, _BODY


def note_fills_its_line(text: str, segments: Sequence[Segment], probabilities: Matrix) -> Iterator[Change]:
    """A last sentence behind a note is part of it, unless it is surely something else."""
    best = probabilities.argmax(1).tolist()
    for i, segment in enumerate(segments):
        if segment.left == "sentence" and best[i - 1] == _NOTE and probabilities[i].max() < SURE_LAST:
            best[i] = _NOTE
            yield i, _NOTE


def word_stays_joined(text: str, segments: Sequence[Segment], probabilities: Matrix) -> Iterator[Change]:
    """A word that was cut off inside a longer one ("Harbor|Post") is what stands before it, unless it is
    surely something else.
    """
    for i, segment in enumerate(segments):
        is_word = segment.left == "glue" and " " not in text[segment.start : segment.end]
        if is_word and probabilities[i].max() < SURE:
            yield i, int(probabilities[i - 1].argmax())


def no_article(text: str, segments: Sequence[Segment], probabilities: Matrix) -> Iterator[Change]:
    """Menus, links and rights alone are no article."""
    best = probabilities.argmax(1)
    if ARTICLE_LABELS.isdisjoint(best.tolist()):
        for i in np.flatnonzero(best != _BOILERPLATE).tolist():
            yield i, _BOILERPLATE


def _is_copy(own: set[str], words: set[str]) -> bool:
    """Whether two lines with these words are copies of one title."""
    return len(own & words) >= COPY * min(len(own), len(words))


def _boundary(segment: Segment, step: int) -> str:
    """The kind of boundary before (-1) or behind (1) a segment."""
    return segment.left if step < 0 else segment.right


def _all(label: int, probabilities: Matrix) -> list[int]:
    """The segments whose best label it is."""
    return np.flatnonzero(probabilities.argmax(1) == label).tolist()


def second_best(probabilities: Matrix, *barred: int) -> int:
    """A segment's second label, but for those that are barred."""
    left = probabilities.copy()
    left[probabilities.argmax()] = -1
    left[list(barred)] = -1
    return int(left.argmax())


CONSTRAINTS: tuple[Constraint, ...] = (
    sentence_behind_byline_is_body, sentence_behind_body_is_body, box_has_its_last_sentence, speech_is_body,
    player_title_is_headline, one_headline, headline_fills_its_line, deck_needs_headline,
    kicker_near_headline, subhead_in_paragraph, dateline_opens_its_line, dateline_ends_at_a_word,
    caption_has_its_opening, sentence_stays_whole, date_goes_with_its_words, note_fills_its_line,
    word_stays_joined, no_article,
)  # fmt: skip
