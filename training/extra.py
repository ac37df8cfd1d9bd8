"""What further labelled texts teach: which of their parts come out as they are labelled, and what becomes of
all other texts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from newsparse.pipeline import article
from newsparse.readers.text import read_text
from newsparse.segment.model import Weights
from training.corpus import LabelledSpan, LabelledText

NONE = "-"  # the label of what has none
SHOWN = 60  # characters of a part


class Part(NamedTuple):
    """A labelled part of the text of this id."""

    id: str
    span: LabelledSpan
    words: str


Answers = Mapping[Part, str]  # the label that most characters of each part got


def answers(texts: Sequence[LabelledText], weights: Callable[[LabelledText], Weights]) -> dict[Part, str]:
    """The answer to each labelled part of texts, by the weights for each."""
    found = {}
    for text in texts:
        labels = [NONE] * len(text.text)
        for given in article(read_text(text.text), weights(text)).spans:
            labels[given.start : given.end] = [given.label] * (given.end - given.start)
        for span in text.spans:
            content = text.text[span.start : span.end]
            counts = Counter(labels[i] for i in range(span.start, span.end) if not text.text[i].isspace())
            part = Part(text.id, span, " ".join(content.split()))
            found[part] = counts.most_common(1)[0][0] if counts else NONE
    return found


def right(found: Answers) -> int:
    """How many parts come out as they are labelled."""
    return sum(label == part.span.label for part, label in found.items())


def print_parts(before: Answers, after: Answers) -> None:
    """Print how many parts come out, and each one that changed or does not: its label, and both answers."""
    print(f"{right(after)} of {len(after)} labelled parts come out ({right(before)} before)")
    for part, label in after.items():
        if not label == before[part] == part.span.label:
            mark = " " if label == part.span.label else "!"
            print(f"{mark} {part.span.label:12} {before[part]:>12} > {label:12} {part.words[:SHOWN]}")


def print_shares(before: Answers, after: Answers) -> None:
    """Print the share of parts that come out, of all and of each label, and how it changed."""
    print(f"{'':12} {'parts':>7}  without    with")
    counts = Counter(part.span.label for part in before)
    for label in (None, *(label for label, _ in counts.most_common())):
        own = [part for part in before if label in (None, part.span.label)]
        without, learned = (
            sum(found[part] == part.span.label for part in own) / len(own) for found in (before, after)
        )
        change = learned - without
        print(f"{label or 'all':12} {len(own):7,}   {without:6.3f}  {learned:6.3f}  {change:+.3f}")


def compare(
    texts: Sequence[LabelledText],
    extra: Sequence[LabelledText],
    without: Mapping[int, Weights],
    learned: Mapping[int, Weights],
) -> None:
    """Print what texts and extra texts come out as, by the weights of each fold that learned without the
    extra texts and with them: those of a text's fold saw nothing of it.
    """
    for title, all_texts in (("All other texts", texts), ("The extra texts", extra)):
        own = [text for text in all_texts if text.folds and text.folds[0] in without]
        print(f"\n{title}: {len(own):,} of {len(all_texts):,}, each by weights that saw none of its fold")
        if own:
            before, after = (answers(own, _of_its_fold(by_fold)) for by_fold in (without, learned))
            print_shares(before, after)
            if all_texts is extra:
                print_parts(before, after)


def _of_its_fold(weights: Mapping[int, Weights]) -> Callable[[LabelledText], Weights]:
    return lambda text: weights[text.folds[0]]
