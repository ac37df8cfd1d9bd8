"""The formats of annotation programs, read back into the spans that they were made of."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from msgspec.structs import replace

from conftest import EMPTY, FULL
from newsparse import parse
from newsparse.article import Article, Span
from newsparse.writers import View, contents, write
from specifications import TASKS, Place, read_brat, read_iob, tokens

TEXT = (
    "Gulls\u00a0return \U0001f426 at dawn\r\nBy Ana Kerr\r\n\r\nThe gulls’ flock came back.\x0c  It left"
    "\u2028again.\n \n"
)
AWKWARD = parse(TEXT)
LINES = "Two lines\n  of one span\nand\x85 a third"
JOINED = replace(EMPTY, text=LINES, spans=(Span(0, 23, "headline", 0.5), Span(24, 36, "body", 0.25)))
ARTICLES = pytest.mark.parametrize("article", [FULL, EMPTY, AWKWARD, JOINED])


def places(article: Article) -> list[Place]:
    return [(span.start, span.end, span.label) for span in article.spans]


@ARTICLES
def test_doccano(article: Article) -> None:
    line = write(article, "doccano")
    assert line.count("\n") == 1
    found = json.loads(line)
    assert found["text"] == article.text
    assert [tuple(label) for label in found["label"]] == places(article)


@ARTICLES
def test_label_studio(article: Article) -> None:
    (text,) = contents(write(article, "labelstudio"), "labelstudio", View())
    tasks = json.loads(text)
    jsonschema.validate(tasks, TASKS)
    (task,) = tasks
    assert task["data"]["text"] == article.text
    values: list[dict[str, Any]] = [region["value"] for region in task["predictions"][0]["result"]]
    assert [(value["start"], value["end"], *value["labels"]) for value in values] == places(article)


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


@ARTICLES
def test_brat(article: Article) -> None:
    annotations, text = contents(write(article, "brat"), "brat", View())
    assert text == article.text
    found = list(read_brat(str(annotations)))
    assert [(pairs[0][0], pairs[-1][1], label) for label, pairs, _ in found] == places(article)
    for _, pairs, shown in found:
        assert shown == " ".join(text[start:end] for start, end in pairs)


def test_no_fragment_of_brat_holds_a_line_break() -> None:
    found = list(read_brat(str(contents(write(JOINED, "brat"), "brat", View())[0])))
    assert found[0] == ("headline", [(0, 9), (12, 23)], "Two lines of one span")
    assert found[1][1] == [(24, 27), (29, 36)]
