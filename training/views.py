"""Views of a labelled text: the same story with what must not matter changed.

A box of furniture between two paragraphs, a text that is cut short or has lost its top, an opening sentence
with a date or a dash, a caption among the paragraphs, blank lines gone or doubled, the parts of a top line
run together, explicit labels in front of parts; and parts that the text lacks, or others in their place: a
site's name behind the headline, a byline, a dateline, a deck, highlights, captions, pull quotes, what stands
behind the story. What is put in is invented (`invented`, `invented_parts`), or comes from another text of the
same fold, so that nothing is learned from texts that are judged.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random
from typing import NamedTuple

from newsparse.article import Label
from training import invented, invented_parts
from training.corpus import LabelledSpan as Part

STORY: frozenset[Label] = frozenset(("body", "subhead", "dateline"))
TOP: frozenset[Label] = frozenset(("kicker", "headline", "deck", "byline", "timestamp"))
FURNITURE: frozenset[Label] = frozenset(("boilerplate", "related", "media", "tags"))
LONGEST_BOX = 8  # lines of furniture taken from another text
_AUTHOR = re.compile(r"(?:by:? )?([A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,2})\b", re.I)
_SENTENCE = re.compile(r"(?<=[.!?”\"] )[“\"A-Z][^.!?]{40,220}[.!?][”\"]?(?= |$)")


class Line(NamedTuple):
    """A line's text and its parts, by offsets in it."""

    text: str
    parts: tuple[Part, ...] = ()


Lines = list[Line]


def lines_of(text: str, parts: Sequence[Part]) -> Lines:
    """The lines of a text; a part of several lines is one in each."""
    found, start = [], 0
    rest = sorted(parts)
    for raw in text.split("\n"):
        end = start + len(raw)
        own = []
        for part in rest:
            a, b = max(part.start, start), min(part.end, end)
            if a < b and text[a:b].strip():
                own.append(Part(a - start, b - start, part.label))
        found.append(Line(raw, tuple(own)))
        rest = [part for part in rest if part.end > end]
        start = end + 1
    return found


def text_of(lines: Lines) -> tuple[str, tuple[Part, ...]]:
    """The text of lines, and its parts."""
    parts, start = [], 0
    for line in lines:
        parts += [Part(start + part.start, start + part.end, part.label) for part in line.parts]
        start += len(line.text) + 1
    return "\n".join(line.text for line in lines), tuple(parts)


def furniture(lines: Lines) -> list[Lines]:
    """The runs of furniture that stand between lines of body, short enough to be a box."""
    found: list[Lines] = []
    run: Lines = []
    before = False
    for line in lines:
        if not line.parts:
            continue
        if _is(line, FURNITURE):
            run.append(line)
            continue
        body = _is(line, STORY)
        if run and before and body and len(run) <= LONGEST_BOX:
            found.append(run)
        run, before = [], body
    return found


def view(
    text: str, parts: Sequence[Part], english: bool, boxes: Sequence[Lines], rng: Random
) -> tuple[str, tuple[Part, ...]]:
    """A view of a text; `boxes` are furniture of other texts of its fold.

    English words are put into English texts only.
    """
    lines = lines_of(text, parts)
    if sum(_is(line, STORY) for line in lines) < 2:
        return text_of(_spaced(lines, rng))
    blank = _has_blanks(lines)
    for change, share, needs_english in _CHANGES:
        if rng.random() < share and (english or not needs_english):
            lines = change(lines, blank, english, boxes, rng)
    return text_of(_spaced(lines, rng))


def _is(line: Line, labels: frozenset[Label]) -> bool:
    """Whether most of a line's characters bear one of these labels."""
    inside = sum(part.end - part.start for part in line.parts if part.label in labels)
    return 2 * inside > sum(part.end - part.start for part in line.parts)


def _body(lines: Lines) -> list[int]:
    return [i for i, line in enumerate(lines) if line.parts and _is(line, frozenset(("body",)))]


def _has_blanks(lines: Lines) -> bool:
    body = _body(lines)
    return sum(not lines[i - 1].text.strip() for i in body if i) * 2 > len(body)


def _apart(block: Lines, blank: bool, rng: Random) -> Lines:
    """A block of lines to be put before another line, with blank lines where the text has them."""
    spread = blank and rng.random() < 0.6
    found: Lines = []
    for line in block:
        found.append(line)
        if spread:
            found.append(Line(""))
    return found if spread or not blank else [*found, Line("")]


def _box(lines: Lines, blank: bool, english: bool, boxes: Sequence[Lines], rng: Random) -> Lines:
    """One to three boxes before lines of body, before the last one above all."""
    for _ in range(rng.choice((1, 1, 2, 3))):
        body = _body(lines)[1:]
        if not body:
            break
        at = body[-1] if rng.random() < 0.7 else rng.choice(body)
        if boxes and (not english or rng.random() < 0.4):
            block = list(rng.choice(boxes))
        elif english:
            block = _labelled_lines(invented.box(rng))
        else:
            break
        lines = [*lines[:at], *_apart(block, blank, rng), *lines[at:]]
    return lines


def _short(lines: Lines, blank: bool, english: bool, boxes: Sequence[Lines], rng: Random) -> Lines:
    """Only the first one to six lines of body; half of the time what stands behind the body stays."""
    body = _body(lines)
    keep = rng.choice((1, 2, 2, 3, 3, 3, 4, 5, 6))
    if len(body) <= keep:
        return lines
    behind = lines[body[-1] + 1 :] if rng.random() < 0.4 else []
    return lines[: body[keep - 1] + 1] + behind


def _headless(lines: Lines, blank: bool, english: bool, boxes: Sequence[Lines], rng: Random) -> Lines:
    """Without what stands before the body or behind it, or without the headline alone."""
    body = _body(lines)
    kind = rng.random()
    if kind < 0.4:
        return lines[body[0] : body[-1] + 1]
    if kind < 0.55:
        return lines[body[0] :]
    if kind < 0.7:
        return lines[: body[-1] + 1]
    first = next((i for i, line in enumerate(lines) if _is(line, TOP)), body[0])
    if kind < 0.85:
        return lines[min(first, body[0]) :]
    return [line for line in lines if not line.parts or not _is(line, frozenset(("headline",)))]


def _opener(lines: Lines, blank: bool, english: bool, boxes: Sequence[Lines], rng: Random) -> Lines:
    """One to three invented sentences: before the body, in front of a paragraph, or among them."""
    for _ in range(rng.choice((1, 1, 2, 3))):
        body = _body(lines)
        text = " ".join(invented.sentence(rng) for _ in range(rng.choice((1, 1, 1, 2))))
        first = lines[body[0]]
        kind = rng.random()
        if kind < 0.5 and first.parts[0].label == "body":
            lines = _put(lines, body[0], text, blank)
        elif kind < 0.75:
            at = body[0] if rng.random() < 0.6 else rng.choice(body)
            lines = [*lines[:at], _prefixed(lines[at], text), *lines[at + 1 :]]
        else:
            lines = _put(lines, rng.choice(body), text, blank)
    return lines


def _put(lines: Lines, at: int, text: str, blank: bool) -> Lines:
    return [
        *lines[:at],
        Line(text, (Part(0, len(text), "body"),)),
        *([Line("")] if blank else []),
        *lines[at:],
    ]


def _prefixed(line: Line, sentence: str) -> Line:
    """A line whose first part of body opens with a sentence more."""
    k = next(k for k, part in enumerate(line.parts) if part.label == "body")
    start, extra = line.parts[k].start, len(sentence) + 1
    parts = [*line.parts[:k], Part(start, line.parts[k].end + extra, "body")]
    parts += [Part(part.start + extra, part.end + extra, part.label) for part in line.parts[k + 1 :]]
    return Line(f"{line.text[:start]}{sentence} {line.text[start:]}", tuple(parts))


def _caption(lines: Lines, blank: bool, english: bool, boxes: Sequence[Lines], rng: Random) -> Lines:
    """A caption, with the credit behind it, among the paragraphs."""
    captions = [i for i, line in enumerate(lines) if line.parts and _is(line, frozenset(("caption",)))]
    if not captions:
        return lines
    at = rng.choice(captions)
    end = at + 1
    while (
        end < len(lines)
        and (not lines[end].parts or _is(lines[end], frozenset(("photo_credit",))))
        and end < at + 3
    ):
        end += 1
    block = [line for line in lines[at:end] if line.parts]
    rest = lines[:at] + lines[end:]
    body = _body(rest)[1:]
    if not body:
        return lines
    to = rng.choice(body)
    return [*rest[:to], *_apart(block, blank, rng), *rest[to:]]


def _glued(lines: Lines, blank: bool, english: bool, boxes: Sequence[Lines], rng: Random) -> Lines:
    """The lines of author and time on one line."""
    for i, line in enumerate(lines):
        j = next((j for j in range(i + 1, min(i + 3, len(lines))) if lines[j].parts), None)
        if j is None or len(line.parts) != 1 or len(lines[j].parts) != 1:
            continue
        if {line.parts[0].label, lines[j].parts[0].label} == {"byline", "timestamp"}:
            gap = rng.choice(("", " ", " ", " | ", " - ", " • ", ", ", "  "))
            left, right = line.text.strip(), lines[j].text.strip()
            shift = len(left) + len(gap)
            joined = Line(
                left + gap + right,
                (
                    Part(0, len(left), line.parts[0].label),
                    Part(shift, shift + len(right), lines[j].parts[0].label),
                ),
            )
            return [*lines[:i], joined, *lines[j + 1 :]]
    return lines


def _labelled(lines: Lines, blank: bool, english: bool, boxes: Sequence[Lines], rng: Random) -> Lines:
    """Explicit labels in front of parts or, as markers, on a line of their own."""
    chosen: dict[Label, str] = {}
    own_line = rng.random() < 0.25
    found: Lines = []
    for line in lines:
        label = line.parts[0].label if line.parts else None
        if (
            label is None
            or label not in invented.LABELS
            or (label in chosen and label not in ("caption", "photo_credit"))
        ):
            found.append(line)
            continue
        if label not in chosen:
            chosen[label] = rng.choice(invented.LABELS[label]) if rng.random() < 0.7 else ""
        prefix = chosen[label]
        if not prefix:
            found.append(line)
        elif own_line:
            marker = prefix.strip(" ")
            found += [Line(marker, (Part(0, len(marker), "marker"),)), line]
        else:
            start = line.parts[0].start
            parts = [Part(start, line.parts[0].end + len(prefix), label)]
            parts += [
                Part(part.start + len(prefix), part.end + len(prefix), part.label) for part in line.parts[1:]
            ]
            found.append(Line(line.text[:start] + prefix + line.text[start:], tuple(parts)))
    return found


def _sited(lines: Lines, blank: bool, english: bool, boxes: Sequence[Lines], rng: Random) -> Lines:
    """The name of a site behind the headline; or a copy of the headline with it, as a page's title."""
    at = next((i for i, line in enumerate(lines) if _only(line, "headline")), None)
    if at is None:
        return lines
    text, suffix = lines[at].text.rstrip(), invented_parts.headline_suffix(rng)
    start = len(text) + len(suffix) - len(suffix.lstrip())
    parts = (*lines[at].parts, Part(start, len(text + suffix), "boilerplate"))
    titled = Line(text + suffix, parts)
    if rng.random() < 0.3:
        return [titled, *([Line("")] if blank else []), *lines]
    return [*lines[:at], titled, *lines[at + 1 :]]


def _bylined(lines: Lines, blank: bool, english: bool, boxes: Sequence[Lines], rng: Random) -> Lines:
    """Another byline in place of the first, or one under the headline."""
    text = invented_parts.byline(rng, invented.name(rng))
    made = Line(text, (Part(0, len(text), "byline"),))
    top = lines[: _body(lines)[0]]
    at = next((i for i, line in enumerate(top) if _only(line, "byline")), None)
    if at is not None:
        return [*lines[:at], made, *lines[at + 1 :]]
    if any(part.label == "byline" for line in lines for part in line.parts):
        return lines
    return _below_headline(lines, [made], blank)


def _below_headline(lines: Lines, block: Lines, blank: bool) -> Lines:
    """With a block behind the last line of headline or deck before the body, where there is one."""
    top = lines[: _body(lines)[0]]
    at = max((i for i, line in enumerate(top) if _is(line, frozenset(("headline", "deck")))), default=None)
    if at is None:
        return lines
    gap = [Line("")] if blank else []
    return [*lines[: at + 1], *gap, *block, *lines[at + 1 :]]


def _datelined(lines: Lines, blank: bool, english: bool, boxes: Sequence[Lines], rng: Random) -> Lines:
    """A dateline in front of the story, where there is none."""
    first = _body(lines)[0]
    if any(part.label == "dateline" for line in lines for part in line.parts) or not _only(
        lines[first], "body"
    ):
        return lines
    text = invented_parts.dateline(rng)
    start, rest = len(text) + 1, lines[first].text.strip()
    parts = (Part(0, len(text), "dateline"), Part(start, start + len(rest), "body"))
    return [*lines[:first], Line(f"{text} {rest}", parts), *lines[first + 1 :]]


def _decked(lines: Lines, blank: bool, english: bool, boxes: Sequence[Lines], rng: Random) -> Lines:
    """A deck under the headline, or a list of highlights, where there is neither."""
    if any(part.label in ("deck", "highlight") for line in lines for part in line.parts):
        return lines
    if rng.random() < 0.4:
        return _below_headline(lines, _labelled_lines(invented_parts.highlights(rng)), blank)
    return _below_headline(lines, _labelled_lines([(invented_parts.deck(rng), "deck")]), blank)


def _pictured(lines: Lines, blank: bool, english: bool, boxes: Sequence[Lines], rng: Random) -> Lines:
    """One or two invented captions, most often with credits, above the body or among the paragraphs."""
    for _ in range(rng.choice((1, 1, 2))):
        caption, credit = invented_parts.caption(rng)
        start = len(caption) + len(credit) - len(credit.lstrip())
        credits = (Part(start, len(caption + credit), "photo_credit"),) if credit else ()
        made = [Line(caption + credit, (Part(0, len(caption), "caption"), *credits))]
        if credit and rng.random() < 0.3:
            made = _labelled_lines([(caption, "caption"), (credit.strip(" |"), "photo_credit")])
        body = _body(lines)
        at = body[0] if rng.random() < 0.4 else rng.choice(body)
        lines = [*lines[:at], *_apart(made, blank, rng), *lines[at:]]
    return lines


def _quoted(lines: Lines, blank: bool, english: bool, boxes: Sequence[Lines], rng: Random) -> Lines:
    """A pull quote, which is a sentence of the body once more, or an embedded post before a paragraph."""
    body = _body(lines)[1:]
    if not body:
        return lines
    block = invented_parts.post(rng) if english and rng.random() < 0.35 else []
    if not block:
        found = _SENTENCE.findall(lines[rng.choice(body)].text)
        if not found:
            return lines
        sentence = rng.choice(found)
        block = [(rng.choice(("{}", "{}", "“{}”", '"{}"')).format(sentence), "media")]
    at = rng.choice(body)
    return [*lines[:at], *_apart(_labelled_lines(block), blank, rng), *lines[at:]]


def _closed(lines: Lines, blank: bool, english: bool, boxes: Sequence[Lines], rng: Random) -> Lines:
    """Credits, notes or a line about the author behind the last line of the body."""
    at = _body(lines)[-1] + 1
    block: invented.Box = []
    bylines = (line.text for line in lines if _only(line, "byline"))
    author = next((found[1] for found in map(_AUTHOR.match, bylines) if found), None)
    if author and rng.random() < 0.6:
        block += invented_parts.bio(rng, author.title() if author.isupper() else author)
    while not block or rng.random() < 0.25:
        block += rng.choice(invented_parts.CLOSINGS)(rng)
    rng.shuffle(block)
    made = _labelled_lines(block)
    spread = [one for line in made for one in (Line(""), line)] if blank else made
    return [*lines[:at], *spread, *lines[at:]]


def _labelled_lines(block: invented.Box) -> Lines:
    return [Line(text, (Part(0, len(text), label),)) for text, label in block]


def _only(line: Line, label: Label) -> bool:
    """Whether a line is one part, and of this label."""
    return len(line.parts) == 1 and line.parts[0].label == label


def _flat(lines: Lines, blank: bool, english: bool, boxes: Sequence[Lines], rng: Random) -> Lines:
    """All on one line."""
    text, parts = "", []
    for line in lines:
        if not line.text.strip():
            continue
        shift = len(text) + bool(text)
        parts += [Part(part.start + shift, part.end + shift, part.label) for part in line.parts]
        text += " " * bool(text) + line.text
    return [Line(text, tuple(parts))]


def _spaced(lines: Lines, rng: Random) -> Lines:
    """Now and then without blank lines, or with one behind every line."""
    kind = rng.random()
    if kind < 0.12:
        return [line for line in lines if line.text.strip()]
    if kind < 0.24:
        return [one for line in lines if line.text.strip() for one in (line, Line(""))]
    return lines


Change = Callable[[Lines, bool, bool, Sequence[Lines], Random], Lines]

# How often each change is made, and whether it puts English words in: chosen so that a view holds one or two
# changes; raised for the box until fewer last paragraphs were lost behind one (.15 at .55, .12 at .7), and
# for the opening sentence when written articles with decks had made more of them decks.
_CHANGES: tuple[tuple[Change, float, bool], ...] = (
    (_bylined, 0.15, True),
    (_decked, 0.06, True),
    (_sited, 0.12, True),
    (_datelined, 0.12, True),
    (_glued, 0.15, False),
    (_caption, 0.25, False),
    (_opener, 0.5, True),
    (_labelled, 0.08, True),
    (_short, 0.2, False),
    (_pictured, 0.1, True),
    (_quoted, 0.12, False),
    (_box, 0.8, False),
    (_closed, 0.2, True),
    (_headless, 0.2, False),
    (_flat, 0.05, False),
)
