"""Markdown with and without front matter."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hashes import hashed
from newsparse import pipeline
from newsparse.errors import InputError
from newsparse.readers import detect, read_bytes, read_file, single
from newsparse.readers.markdown import _SHORTCODE, front_matter, to_html
from newsparse.readers.source import Source

SAMPLES = Path(__file__).parents[3] / "shared" / "formats" / "samples" / "markdown"
BODY = """The ferry to the outer islands sailed again on Monday, *nine years* after a storm broke the
quay, said [the harbour master](https://a.example).

## Old timetable

He had kept it on his wall ![wall](wall.jpg) all that time.

{{< figure src="quay.jpg" caption="The quay on Monday." >}}
"""
YAML = f"""---
title: "Ferry returns: at last"
date: 2025-03-04
authors: [Mara Quist, "[[Ole Varn]]"]
description: Nine years after the storm.
tags: [sea, islands]
source: https://a.example/ferry
---
{BODY}"""
TOML = f"""+++
title = "Ferry returns: at last"
date = 2025-03-04
author = "Mara Quist and Ole Varn"
excerpt = "Nine years after the storm."
tags = ["sea", "islands"]
url = "https://a.example/ferry"
+++
{BODY}"""
JSON = f"""```json
{{
  "Title": "Ferry returns: at last", "published": "2025-03-04", "author": "Mara Quist and Ole Varn",
  "subtitle": "Nine years after the storm.", "keywords": "sea, islands", "canonical": "https://a.example/ferry"
}}
```

{BODY}"""


BARE = JSON.replace("```json\n", "").replace("}\n```", "}")  # as Hugo has it
CRLF = YAML.replace("\n", "\r\n")
DOTS = YAML.replace("\n---\nThe", "\n...\nThe")
BROKEN = YAML.replace('"Ferry returns: at last"', "Ferry returns: at last").replace(
    '[Mara Quist, "[[Ole Varn]]"]', "Mara Quist and Ole Varn"
)
GROUPS = TOML.replace('author = "Mara Quist and Ole Varn"', "").replace(
    'tags = ["sea", "islands"]\nurl = "https://a.example/ferry"',
    'url = "https://a.example/ferry"\n[taxonomies]\ntags = ["sea", "islands"]\n'
    '[[extra.authors]]\nname = "Mara Quist"\n[[extra.authors]]\nname = "Ole Varn"',
)
FENCED = JSON.replace("```json", ";;;").replace("```", ";;;")


@pytest.mark.parametrize(
    "text",
    [YAML, TOML, JSON, CRLF, BARE, DOTS, GROUPS, FENCED],
    ids=["yaml", "toml", "json", "crlf", "bare", "dots", "groups", "fenced"],
)
def test_front_matter_states_what_the_article_is(text: str) -> None:
    assert detect(text.encode(), "a.txt").name == "markdown"
    source = single(read_bytes(text.encode(), "a.md"))
    assert (source.origin.format, source.origin.encoding) == ("markdown", "utf-8")
    article = pipeline.article(source)
    assert article.headline == "Ferry returns: at last"
    assert article.byline
    assert [author.name for author in article.byline.authors] == ["Mara Quist", "Ole Varn"]
    assert article.published
    assert article.published.date == "2025-03-04"
    assert (article.deck, article.tags) == ("Nine years after the storm.", ("sea", "islands"))
    assert article.url == "https://a.example/ferry"
    assert article.site is None


def test_front_matter_that_is_broken_is_read_row_by_row() -> None:
    fields, text = front_matter(BROKEN)
    assert (fields["title"], fields["source"]) == ("Ferry returns: at last", "https://a.example/ferry")
    assert text == BODY


def test_a_page_that_a_reader_saved() -> None:
    text = (
        "Title: Ferry returns\n\nURL Source: https://a.example/ferry\n\n"
        f"Published Time: 2025-03-04T10:00:00Z\n\nMarkdown Content:\n# Ferry returns\n\n{BODY}"
    )
    assert detect(text.encode(), "a.txt").name == "markdown"
    article = pipeline.article(single(read_bytes(text.encode(), "a.txt")))
    assert (article.headline, article.url) == ("Ferry returns", "https://a.example/ferry")
    assert article.published
    assert article.published.date == "2025-03-04T10:00:00+00:00"


@pytest.mark.parametrize(
    "text", ['{\n "a": 1\n}\n{\n "a": 2\n}\n', '{\n "text": "The ferry."\n}\n', '[\n {"a": 1}\n]\n']
)
def test_records_are_no_front_matter(text: str) -> None:
    assert detect(text.encode(), "a.json").name in ("json", "jsonl")


def test_marks_of_notes_and_attributes_are_no_part_of_the_text() -> None:
    assert to_html("The ferry[^1] sailed.{: .lead }\n\n[^1]: On Monday.\n") == (
        "<p>The ferry sailed.</p>\n<p>On Monday.</p>\n"
    )


def test_marks_are_no_part_of_the_text() -> None:
    source = single(read_bytes(BODY.encode(), "a.md"))
    assert source.text == (
        "The ferry to the outer islands sailed again on Monday, nine years after a storm broke the quay,"
        " said the harbour master.\n\nOld timetable\n\nHe had kept it on his wall all that time."
        "\n\nThe quay on Monday."
    )
    assert source.markup
    start = source.text.index("Old")
    assert "h=2" in source.markup(start, start + len("Old timetable"))
    assert "in=figcaption" in source.markup(len(source.text) - 8, len(source.text))


def test_a_text_without_a_blank_line_keeps_its_lines() -> None:
    source = single(read_bytes(b"# Ferry returns\nBy Mara Quist\nThe ferry sailed.\n", "a.md"))
    assert source.text.split("\n") == ["Ferry returns", "", "By Mara Quist", "The ferry sailed."]


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: [\n---\nBody",
        "---\n- a\n---\nBody",
        "---\ntitle: x\nBody",
        "+++\ntitle\n+++\nBody",
        "Body",
        "",
    ],
)
def test_what_is_no_front_matter_stays_text(text: str) -> None:
    assert front_matter(text) == ({}, text)


def test_names_in_wiki_links_and_tags_of_a_template_are_read() -> None:
    assert to_html("By [[people/quist|Mara Quist]] and [[Ole Varn]]") == "<p>By Mara Quist and Ole Varn</p>\n"
    assert (
        to_html("Low {{ tide }} {% image 'a.jpg' %}and [high]({{ 'url' | x }})")
        == '<p>Low  and <a href="">high</a></p>\n'
    )


def test_a_post_without_a_text_is_an_error() -> None:
    with pytest.raises(InputError, match="shows no text"):
        single(read_bytes(b"---\ntitle: x\n---\n![only](a.jpg)\n", "a.md"))


@settings(deadline=None, max_examples=50)
@given(st.text(st.sampled_from("-+:`#*[](){}%<>|!\n abc\"'&"), max_size=120))
def test_any_text_is_read_or_an_error(text: str) -> None:
    for item in read_bytes(text.encode(), "a.md", None, "markdown"):
        assert isinstance(item, Source | InputError)


@pytest.mark.skipif(not SAMPLES.exists(), reason="the samples of formats are not beside the project")
@pytest.mark.parametrize(
    ("name", "headline", "author", "day"),
    [
        ("18f_2015-01-16", hashed("b6fe71952d824f59"), "18F", "2015-01-16"),
        (
            "18f_2015-02-09",
            hashed("5c6fc974874b5360"),
            "eric",
            "2015-02-09",
        ),
        ("defuddle_selectors", "Sample Article", "Jane Smith", None),
    ],
)
def test_the_samples(name: str, headline: str, author: str, day: str | None) -> None:
    (path,) = SAMPLES.glob(f"{name}*.md")
    article = pipeline.article(single(read_file(path)))
    assert article.headline == headline
    assert article.byline
    assert [each.name for each in article.byline.authors] == [author]
    assert (article.published.date if article.published else None) == day


def test_shortcodes_without_an_end_take_no_longer_than_they_are_long() -> None:
    text = "{{" * 50_000 + "{% " * 50_000 + "{{< gallery >}} Ferry {% note %}"
    assert _SHORTCODE.sub("", text).endswith("{%  Ferry ")
