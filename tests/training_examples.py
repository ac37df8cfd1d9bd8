"""Small labelled texts, each of a publisher of its own."""

from __future__ import annotations

from training.corpus import LabelledText, parse_marked
from training.dataset import Example, text_example

MARKED = """«headline»Ferry number {number} returns
«byline»By Mara Quist
«body»The ferry sailed on Monday, said the mayor.
"""


def labelled_texts(n: int) -> list[LabelledText]:
    """Texts of n publishers, in two folds."""
    texts = []
    for number in range(n):
        text, spans = parse_marked(MARKED.format(number=number))
        texts.append(LabelledText(str(number), f"gull{number}", (number % 2,), text, spans))
    return texts


def examples(n: int) -> list[Example]:
    return [text_example(text) for text in labelled_texts(n)]
