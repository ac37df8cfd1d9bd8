"""How steady the answer is: what changes of it where a text is changed in a way that must not matter.

    python -m training.evaluate --record NOTE  measures it by the weights of each fold

The boxes and sentences put in are none that the views of training texts (`invented`) can make.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from newsparse.article import Label, Span
from training.corpus import GoldArticle, LabelledSpan

BOXES = (
    "Most popular",
    "Get the harbor letter every Friday",
    "Advert",
    "Related coverage\n\nWhy the lighthouse went dark",
    "Gift this article",
    "In case you missed it: Ferry prices rise again",
    "Enter your email\n\nContinue\n\nWe will never share your address.",
    "0:00 / 2:14",
    "Donate to keep our reporting free",
    "View on Threads",
    "More from our partners\n\nTen boats to see this summer\n\nA cook's guide to kelp",
)
OPENERS = (
    "On November 9, 2018, the trustees agreed to sell the lighthouse.",
    "The pier, closed since 2 February 1994, will be torn down in the autumn.",
    "Applications are due by Aug. 30, 2023, the registrar said in a letter.",
    "Salt – tons of it – was spread on the roads before dawn.",
    "Nobody knew the answer: the books had been lost in 1951.",
)
MIN_BODY = 5  # lines of body that a text must have
EVERY = 3  # texts: one of so many is changed; all would take half as long as the evaluation itself

Spans = Sequence[Span] | Sequence[LabelledSpan]
Parse = Callable[[GoldArticle, str], Sequence[Span]]
Labels = list[Label | None]  # a label a character


class Count(NamedTuple):
    """How many of how many; of `share` None where there is none."""

    part: float = 0.0
    total: int = 0

    def __add__(self, other: Count) -> Count:  # type: ignore[override]
        return Count(self.part + other.part, self.total + other.total)

    @property
    def share(self) -> float | None:
        return round(self.part / self.total, 4) if self.total else None


def robustness(articles: Sequence[GoldArticle], parse: Parse) -> dict[str, float | None]:
    """What changes of the answer, a share a change.

    Of body lines lost behind a box (box-end, box-middle), of boxes taken for body (box-in), of opening
    sentences that are not wholly body (opener): 0 is best. Of right lines where only the top and three
    paragraphs (short) or only the body (headless) are left: 1 is best. `parse` gives the spans of a text
    that was made from an article.
    """
    counts: dict[str, Count] = {}
    for number, article in enumerate(article for article in articles if article.article):
        if number % EVERY == 0:
            for name, count in _changes(article, number // EVERY, parse):
                counts[name] = counts.get(name, Count()) + count
    return {name: count.share for name, count in sorted(counts.items())}


def _changes(article: GoldArticle, number: int, parse: Parse) -> Iterator[tuple[str, Count]]:
    """What each change of one article costs."""
    text, gold = (
        article.text,
        labels_of(article.text, [LabelledSpan(s.start, s.end, s.label) for s in article.spans]),
    )
    body = [line for line in _lines(text) if _label(gold, text, line) == "body"]
    if len(body) < MIN_BODY:
        return
    gap = "\n\n" if "\n\n" in text else "\n"
    before = labels_of(text, parse(article, text))
    for name, index in (("box-end", len(body) - 1), ("box-middle", len(body) // 2)):
        box = BOXES[(number + index) % len(BOXES)]
        at, put = body[index][0], box + gap
        new = text[:at] + put + text[at:]
        after = labels_of(new, parse(article, new))
        kept = [line for line in body[index:] if _label(before, text, line) == "body"]
        lost = sum(_label(after, new, (start + len(put), end + len(put))) != "body" for start, end in kept)
        yield name, Count(lost, len(kept))
        yield "box-in", Count(_label(after, new, (at, at + len(box))) == "body", 1)
    sentence, at = OPENERS[number % len(OPENERS)], body[0][0]
    new = text[:at] + sentence + gap + text[at:]
    after = labels_of(new, parse(article, new))
    yield (
        "opener",
        Count(any(after[i] != "body" for i in range(at, at + len(sentence)) if not new[i].isspace()), 1),
    )
    for name, start, end in (("short", 0, body[2][1]), ("headless", body[0][0], body[-1][1])):
        found = labels_of(text[start:end], parse(article, text[start:end]))
        yield name, _right(text[start:end], gold[start:end], found)


def labels_of(text: str, spans: Spans) -> Labels:
    """The label of each character of a text."""
    labels: Labels = [None] * len(text)
    for span in spans:
        labels[span.start : span.end] = [span.label] * (span.end - span.start)
    return labels


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each line that is not blank."""
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, start + len(line)
        start += len(line) + 1


def _label(labels: Labels, text: str, line: tuple[int, int]) -> Label | None:
    """The label of most characters of a line."""
    return Counter(labels[i] for i in range(*line) if not text[i].isspace()).most_common(1)[0][0]


def _right(text: str, gold: Labels, found: Labels) -> Count:
    """How much of each line has the right label, over the lines."""
    count = Count()
    for start, end in _lines(text):
        own = [i for i in range(start, end) if not text[i].isspace() and gold[i]]
        if own:
            count += Count(sum(found[i] == gold[i] for i in own) / len(own), 1)
    return count
