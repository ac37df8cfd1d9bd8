"""The record of an article, to plain types and back."""

from __future__ import annotations

import json

import msgspec
import pytest

from conftest import EMPTY, FULL
from newsparse import Article, parse
from newsparse.writers import View, write


@pytest.mark.parametrize("article", [FULL, EMPTY, parse("One line of a story")])
def test_an_article_is_read_back(article: Article) -> None:
    assert Article.from_json(article.to_json()) == article
    assert Article.from_json(article.to_json().encode()) == article
    assert json.loads(article.to_json()) == article.to_dict()
    assert msgspec.convert(article.to_dict(), Article) == article


def test_what_the_command_prints_is_read_back() -> None:
    assert Article.from_json(write(FULL, "json", View(spans=True))) == FULL
    assert Article.from_json(write(FULL, "jsonl")) == msgspec.structs.replace(FULL, spans=(), text="")
    assert write(FULL, "jsonl", View(spans=True)) == FULL.to_json() + "\n"
    spans = Article.from_json(write(FULL, "json", View(spans=True, span_text=True))).spans
    assert [span.text for span in spans] == [FULL.text[span.start : span.end] for span in FULL.spans]


def test_other_json_is_refused_by_the_key() -> None:
    with pytest.raises(msgspec.ValidationError, match=r"\$\.byline\.authors"):
        Article.from_json(FULL.to_json().replace('"authors":[', '"authors":[3,'))
    with pytest.raises(msgspec.ValidationError, match="missing required field"):
        Article.from_json("{}")
