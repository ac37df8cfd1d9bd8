"""The formats of annotation programs, read back into the spans that they were made of."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest

from conftest import EMPTY, FULL
from newsparse import parse
from newsparse.article import Article, Span
from newsparse.writers import files, frame, View, write

TEXT = "Gulls\u00a0return \U0001f426 at dawn\r\nBy Ana Kerr\r\n\r\nThe gulls’ flock came back.\x0c  It left\u2028again.\n \n"
AWKWARD = parse(TEXT)
MADE = Article.from_json(AWKWARD.to_json().replace(AWKWARD.text, AWKWARD.text))  # as from a file
LINES = "Two lines\n  of one span\nand\x85 a third"
JOINED = parse("x")
JOINED = type(JOINED).from_json(
    json.dumps(
        {
            **JOINED.to_dict(),
            "text": LINES,
            "spans": [
                {"start": 0, "end": 23, "label": "headline", "confidence": 0.5},
                {"start": 24, "end": len(LINES), "label": "body", "confidence": 0.25},
            ],
        }
    )
)
ARTICLES = pytest.mark.parametrize("article", [FULL, EMPTY, AWKWARD, JOINED])
Place = tuple[int, int, str]


def places(article: Article) -> list[Place]:
    return [(span.start, span.end, span.label) for span in article.spans]


@ARTICLES
def test_doccano(article: Article) -> None:
    line = write(article, "doccano")
    assert line.count("\n") == 1
    found = json.loads(line)
    assert found["text"] == article.text
    assert [tuple(label) for label in found["label"]] == places(article)


# What is needed of https://labelstud.io/guide/predictions
REGION = {
    "type": "object",
    "required": ["id", "from_name", "to_name", "type", "value"],
    "properties": {
        "type": {"const": "labels"},
        "score": {"type": "number", "minimum": 0, "maximum": 1},
        "value": {
            "type": "object",
            "required": ["start", "end", "labels"],
            "properties": {"start": {"type": "integer"}, "end": {"type": "integer"}},
        },
    },
}
TASKS = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["data", "predictions"],
        "properties": {
            "data": {"type": "object", "required": ["text"], "properties": {"text": {"type": "string"}}},
            "predictions": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["result"],
                    "properties": {
                        "result": {"type": "array", "items": REGION},
                        "model_version": {"type": "string"},
                        "score": {"type": "number"},
                    },
                },
            },
        },
    },
}


@ARTICLES
def test_label_studio(article: Article) -> None:
    tasks = json.loads(frame("labelstudio", View()).around(write(article, "labelstudio")))
    jsonschema.validate(tasks, TASKS)
    (task,) = tasks
    assert task["data"]["text"] == article.text
    values: list[dict[str, Any]] = [region["value"] for region in task["predictions"][0]["result"]]
    assert [(value["start"], value["end"], *value["labels"]) for value in values] == places(article)


def read_iob(text: str) -> Iterator[list[Place]]:
    """The spans of each article of a table of tokens, by the first and the last token of each."""
    for document in text.split("-DOCSTART- -X- -X- O\n\n")[1:]:
        spans: list[Place] = []
        for line in document.split("\n"):
            if line:
                token, start, end, tag = line.split(" ")
                assert len(token) == int(end) - int(start)
                if tag[0] == "B":
                    spans.append((int(start), int(end), tag[2:]))
                else:
                    assert tag[0] == "I"
                    assert tag[2:] == spans[-1][2]
                    spans[-1] = (spans[-1][0], int(end), tag[2:])
        yield spans


def tokens(text: str) -> list[str]:
    return re.findall(r"\w+|[^\w\s]", text)


def test_tokens_with_tags_are_read_back() -> None:
    articles = [FULL, EMPTY, AWKWARD, JOINED]
    found = read_iob("".join(write(article, "iob") for article in articles))
    for article, spans in zip(articles, found, strict=True):
        assert spans == places(article)
        rows = [line.split(" ") for line in write(article, "iob").split("\n")[2:] if line]
        assert [row[0] for row in rows] == tokens(article.text[: places(article)[-1][1]] if spans else "")


def test_each_line_of_the_text_is_a_sentence() -> None:
    rows = write(JOINED, "iob").split("\n\n")
    assert rows[1].startswith("Two 0 3 B-headline\nlines 4 9 I-headline")
    assert rows[2] == "of 12 14 I-headline\none 15 18 I-headline\nspan 19 23 I-headline"
    assert rows[3] == "and 24 27 B-body"
    assert rows[4] == "a 29 30 I-body\nthird 31 36 I-body"
    assert "\n\n\n" not in write(AWKWARD, "iob")


def read_brat(annotations: str) -> Iterator[tuple[str, list[tuple[int, int]], str]]:
    for number, line in enumerate(annotations.splitlines(), 1):
        key, kind, shown = line.split("\t")
        assert key == f"T{number}"
        label, _, offsets = kind.partition(" ")
        pairs = [pair.split(" ") for pair in offsets.split(";")]
        yield label, [(int(start), int(end)) for start, end in pairs], shown


@ARTICLES
def test_brat(article: Article) -> None:
    text, annotations = files("brat", write(article, "brat"))
    assert text == article.text
    found = list(read_brat(annotations))
    assert [(pairs[0][0], pairs[-1][1], label) for label, pairs, _ in found] == places(article)
    for _, pairs, shown in found:
        assert shown == " ".join(text[start:end] for start, end in pairs)


def test_no_fragment_of_brat_holds_a_line_break() -> None:
    found = list(read_brat(files("brat", write(JOINED, "brat"))[1]))
    assert found[0] == ("headline", [(0, 9), (12, 23)], "Two lines of one span")
    assert found[1][1] == [(24, 27), (29, 36)]


def test_spans_of_samples_hold_no_space_at_their_ends() -> None:
    assert all(isinstance(span, Span) and span.start < span.end for span in AWKWARD.spans)
