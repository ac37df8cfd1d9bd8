"""The whole way: nothing is lost, whatever the text; and the labelled texts, where they are there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newsparse
from newsparse import pipeline
from newsparse.article import Origin
from newsparse.languages import load
from newsparse.readers import read_file, single
from newsparse.readers.source import Source
from newsparse.readers.text import read_text
from newsparse.segment.document import lines

EN = load("en").segment

DEV = Path(__file__).parents[2] / "shared" / "gold" / "dev.jsonl"
STORY_TEXT = (
    "Council votes\n\nBy Mara Quist\n\n"
    + "The council voted on Monday to reopen the harbour, closed for years, said the mayor.\n\n" * 20
)
SEED = Path(__file__).parents[2] / "shared" / "seed"


def assert_nothing_is_lost(text: str, article: newsparse.Article) -> None:
    rebuilt, at = "", 0
    for span in article.spans:
        assert at <= span.start < span.end <= len(text)
        gap = text[at : span.start]
        assert not gap.strip()
        rebuilt += gap + text[span.start : span.end]
        at = span.end
        assert 0 <= span.confidence <= 1
    assert not text[at:].strip()
    assert rebuilt + text[at:] == text


@pytest.mark.parametrize("value", [b"A headline", None, 3, Path("a.txt")])
def test_what_is_no_text_is_an_error_that_says_what_to_pass(value: Any) -> None:
    for function in (newsparse.parse, newsparse.inspect):
        with pytest.raises(
            TypeError, match=r"a text is a str, not \w+: decode bytes first; parse_file reads a file"
        ):
            function(value)


@pytest.mark.parametrize("value", [None, 3, Path("a.html")])
def test_what_is_no_page_is_an_error_that_says_what_to_pass(value: Any) -> None:
    with pytest.raises(TypeError, match=r"a page is a str or bytes, not \w+: parse_file reads a file"):
        newsparse.parse_html(value)


STRANGE = st.text(
    st.sampled_from("aB3 .,\n\r\t\x0b\x0c\x1c\x85\u2028\xa0\u200b\ufeff|©—-:/@()“”•𝔸é"), max_size=200
)


@settings(max_examples=120, deadline=None)
@given(st.one_of(st.text(max_size=300), STRANGE))
def test_nothing_is_lost_of_any_text(text: str) -> None:
    assert_nothing_is_lost(text, newsparse.parse(text))


@settings(max_examples=40, deadline=None)
@given(STRANGE)
def test_inspection_tells_of_the_same_parts(text: str) -> None:
    found = newsparse.inspect(text)
    assert found.article == newsparse.parse(text)
    labels = {part.start: part.label for part in found.parts}
    assert all(labels[span.start] == span.label for span in found.article.spans)
    assert all(0 < part.line <= len(text.splitlines()) for part in found.parts)


def test_a_text_is_parsed_the_same_each_time() -> None:
    text = (
        "Ferry returns\n\nBy Mara Quist\n\nThe ferry to Port Ellen sailed again on Monday, nine years "
        "after a storm broke the quay."
    )
    assert newsparse.parse(text) == newsparse.parse(text)


@pytest.mark.skipif(not DEV.exists(), reason="the labelled texts are not beside the project")
def test_nothing_is_lost_of_the_labelled_texts() -> None:
    with open(DEV, encoding="utf-8") as rows:
        for row in rows:
            text = json.loads(row)["text"]
            assert_nothing_is_lost(text, newsparse.parse(text))


@pytest.mark.skipif(not SEED.exists(), reason="the seed document is not beside the project")
def test_the_seed() -> None:
    seed = single(read_file(next(SEED.glob("*.txt"))))
    printed = [line for line in seed.text.splitlines() if line.strip()]
    article = pipeline.article(seed)
    assert article.headline == printed[1].strip()
    (caption,) = article.captions
    assert caption.text
    assert printed[0].startswith(caption.text)
    assert caption.text.endswith("Baghdad.")
    assert caption.credit
    assert caption.credit.names == ("Ahmad al-Rubaye",)
    assert caption.credit.organizations == ("AFP", "Getty Images")
    assert len(article.highlights) == 2
    assert article.dateline
    assert article.dateline.organization == "CNN"
    (media,) = article.media
    assert (media.duration, media.source) == ("PT1M14S", "CNN")
    assert article.byline is None
    paragraphs = [paragraph for section in article.body for paragraph in section.paragraphs]
    assert len(paragraphs) == 12
    assert paragraphs[0] in seed.text
    assert paragraphs[-1] == printed[-2].strip()
    (credit,) = article.credits
    assert (credit.role, credit.names, credit.organizations) == ("contributor", ("Barbara Starr",), ("CNN",))


def test_a_wrapped_text_is_one_paragraph_in_the_answer() -> None:
    words = (
        "The council of the old harbour town voted on Monday to let the ferries return after nine years. " * 4
    )
    wrapped = "\n".join(words[i : i + 60].strip() for i in range(0, len(words), 60))
    assert all(part.start < part.end <= len(wrapped) for part in newsparse.inspect(wrapped).parts)
    assert lines(wrapped, EN).text == wrapped


def test_one_analysis_holds_what_the_article_and_the_inspection_are_made_of() -> None:
    source = read_text(
        "Ferry returns\n\nBy Mara Quist\n\nThe ferry to Port Ellen sailed again on Monday, said the mayor "
        "of the town."
    )
    analysis = pipeline.analyse(source)
    n = len(analysis.segments)
    assert len(analysis.features) == n == 3
    assert analysis.emissions.shape == analysis.probabilities.shape == (n, 20)
    assert pipeline.to_article(analysis) == pipeline.article(source) == pipeline.inspection(source).article
    assert [part.confidence for part in pipeline.inspection(source).parts] == analysis.probabilities.max(
        1
    ).tolist()


def test_a_text_without_a_line_has_an_analysis_too() -> None:
    analysis = pipeline.analyse(Source("\n", Origin(None, "text", None, "")))
    assert analysis.probabilities.shape == (0, 20)
    assert pipeline.inspection(Source("\n", Origin(None, "text", None, ""))).parts == ()


def test_documents_side_by_side_have_the_answers_that_they_have_alone() -> None:
    texts = [
        "Ferry returns\n\nBy Mara Quist\n\nThe ferry to Port Ellen sailed again on Monday.",
        "Share",
        STORY_TEXT,
        "Tides\n\nGulls",
    ]
    sources = [read_text(text) for text in texts]
    together = pipeline.analyse_many(sources)
    assert len(together) == len(sources)
    for source, found in zip(sources, together, strict=True):
        alone = pipeline.analyse(source)
        assert found.features.names() == alone.features.names()
        assert np.allclose(found.probabilities, alone.probabilities, atol=1e-5)
        assert pipeline.to_article(found).headline == pipeline.to_article(alone).headline


def test_a_file_is_read_as_what_it_is_said_to_be(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(
        "<!doctype html><title>Caf\xe9</title><h1>Caf\xe9 reopens</h1><p>It was shut.</p>".encode("cp1252")
    )
    page = newsparse.parse_file(path, encoding="cp1252")
    assert (page.source.format, page.headline) == ("html", "Café reopens")
    text = newsparse.parse_file(path, encoding="cp1252", input_format="text")
    assert text.source.format == "text"
    assert text.text.startswith("<!doctype html>")
    with pytest.raises(ValueError, match="no format is called 'page'; there are auto, "):
        newsparse.parse_file(path, input_format="page")


def test_pages_and_files_are_inspected(tmp_path: Path) -> None:
    page = (
        "<!doctype html><title>Ferry returns</title><h1>Ferry returns</h1><p>The ferry sailed on Monday.</p>"
    )
    path = tmp_path / "page.html"
    path.write_text(page, "utf-8")
    found = newsparse.inspect_html(page, url="https://gull.example/ferry")
    assert found.article == newsparse.parse_html(page, url="https://gull.example/ferry")
    assert [part.text for part in found.parts] == ["Ferry returns", "The ferry sailed on Monday."]
    assert found.parts[0].cues
    assert newsparse.inspect_file(path).parts == newsparse.inspect_html(page).parts
    assert newsparse.inspect_file(path, input_format="text").article.source.format == "text"
