"""What several tests share."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from training.corpus import LabelledText, parse_marked
from training.dataset import Example, text_example

MARKED = """«headline»Ferry number {number} returns
«byline»By Mara Quist
«body»The ferry sailed on Monday, said the mayor.
"""

MakeExamples = Callable[[int], list[Example]]


@pytest.fixture
def make_examples() -> MakeExamples:
    """A function from n to the examples of n small texts, each of a publisher of its own, in two folds."""

    def make(n: int) -> list[Example]:
        examples = []
        for number in range(n):
            text, spans = parse_marked(MARKED.format(number=number))
            examples.append(text_example(LabelledText(str(number), f"gull{number}", (number % 2,), text, spans)))
        return examples

    return make
