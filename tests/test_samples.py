"""The samples: each text gives its expected JSON, and what its labels say; the schema holds for all of them."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from newsparse import Article, parse_file
from newsparse.writers import View, write
from newsparse.writers.schema import schema

SAMPLES = Path(__file__).parents[1] / "samples"
NAMES = sorted(path.stem for path in SAMPLES.glob("*.txt"))
UNLIKE_THE_TRUTH: dict[str, str] = {}  # sample → what the program gets wrong


def shown(article: Article, name: str) -> str:
    """The article as its golden file holds it: with spans, their confidence left out, and the path as the repository has it."""
    found = json.loads(write(article, "json", View(spans=True)))
    for span in found["spans"]:
        del span["confidence"]
    del found["confidence"]
    found["source"]["path"] = f"samples/{name}.txt"
    return json.dumps(found, indent=2, ensure_ascii=False) + "\n"


def test_there_are_samples() -> None:
    assert len(NAMES) >= 14


@pytest.mark.parametrize("name", NAMES)
def test_golden(name: str) -> None:
    article = parse_file(SAMPLES / f"{name}.txt")
    jsonschema.validate(json.loads(write(article, "json", View(spans=True))), schema())
    assert shown(article, name) == (SAMPLES / f"{name}.json").read_text("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_labels(name: str, request: pytest.FixtureRequest) -> None:
    if name in UNLIKE_THE_TRUTH:
        request.applymarker(pytest.mark.xfail(reason=UNLIKE_THE_TRUTH[name], strict=True))
    article = parse_file(SAMPLES / f"{name}.txt")
    said = [(span.start, span.end, span.label) for span in article.spans]
    rows = (line.split("\t") for line in (SAMPLES / f"{name}.labels").read_text("utf-8").splitlines())
    assert said == [(int(start), int(end), label) for start, end, label in rows]
