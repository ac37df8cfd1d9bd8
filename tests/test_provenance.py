"""What made an answer."""

from __future__ import annotations

import newsparse
from newsparse import provenance
from newsparse.segment.model import default_weights


def test_every_answer_names_its_program() -> None:
    digest = default_weights().digest
    assert provenance.weights_digest() == digest
    expected = f"{newsparse.__version__}+{digest[:8]}"
    assert newsparse.parse("Harbour reopens\n\nThe harbour opened again.").source.newsparse == expected
    assert newsparse.parse_html("<h1>Harbour</h1><p>The harbour opened.").source.newsparse == expected


def test_libraries_are_those_that_answers_come_from() -> None:
    names = [line.split()[0] for line in provenance.libraries()]
    assert names[0] == "Python"
    assert {"numpy", "lxml", "msgspec"} <= set(names)
    assert not {"pytest", "mypy", "ruff"} & set(names)
