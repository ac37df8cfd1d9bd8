"""The formats of other programs, read back by their own readers or held against their schema."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import jsonschema
import pytest
from msgspec.structs import replace

from conftest import EMPTY, FULL
from newsparse.article import Article, Author, Byline, Section
from newsparse.writers import FIELDS, Stream, View, write
from specifications import CSL

ARTICLES = [FULL, EMPTY, replace(FULL, source=replace(FULL.source, index=3))]


def document(format: str, *articles: Article, view: View | None = None) -> str:
    """Articles in one stream, as a sink writes them."""
    view = view or View()
    pieces: list[str | bytes] = []
    stream = Stream(pieces.append, format, view, array=format == "schema-org" and len(articles) > 1)
    for article in articles:
        stream.write(write(article, format, view))
    stream.close()
    return "".join(map(str, pieces))


# CSV and TSV


@pytest.mark.parametrize(("format", "dialect"), [("csv", "excel"), ("tsv", "excel-tab")])
def test_a_table_is_read_back(format: str, dialect: str) -> None:
    awkward = replace(FULL, headline='A "quoted", headline;\twith a tab', deck="\nline\r\n")
    text = document(format, *ARTICLES, awkward)
    first, empty, indexed, last = csv.DictReader(io.StringIO(text, newline=""), dialect=dialect)
    assert list(first) == [
        column
        for field in FIELDS[:-2]
        for column in (field, *{"byline": ["authors"], "source": ["index"]}.get(field, []))
    ]
    assert first["headline"] == FULL.headline
    assert first["highlights"].split("; ") == list(FULL.highlights)
    assert first["authors"] == "Mara Quist"
    assert (first["published"], first["updated"]) == ("2015-05-03T10:04", "2 hours ago")
    assert first["body"].split("\n\n") == [text for section in FULL.body for text in section.paragraphs]
    assert float(first["confidence"]) == FULL.confidence
    assert (first["source"], first["index"], indexed["index"]) == ("harbour.txt", "", "3")
    assert {value for key, value in empty.items() if key not in ("source", "confidence")} == {""}
    assert (last["headline"], last["deck"]) == (awkward.headline, awkward.deck)


def test_a_table_has_the_columns_that_are_asked_for() -> None:
    rows = list(csv.reader(io.StringIO(document("csv", FULL, view=View(only=("tags", "headline"))))))
    assert rows == [["headline", "tags"], [FULL.headline, "Harbour; Ferries"]]


def test_a_table_begins_with_a_mark_on_request() -> None:
    for format in ("csv", "tsv"):
        marked = document(format, FULL, EMPTY, view=View(mark=True))
        assert marked == "\ufeff" + document(format, FULL, EMPTY)


# Markdown


def front_matter(text: str) -> dict[str, Any]:
    yaml = pytest.importorskip("yaml", reason="PyYAML, which reads the front matter, is not installed")
    found: dict[str, Any] = yaml.safe_load(text.split("---\n")[1])
    return found


def test_markdown_states_what_the_article_does() -> None:
    awkward = replace(FULL, headline='A: "headline" # \\ with\u200b signs\x85\x9f', url=None)
    found = front_matter(write(awkward, "md"))
    assert found["title"] == awkward.headline
    assert found["authors"] == ["Mara Quist"]
    assert found["date"] == "2015-05-03T10:04"
    assert found["tags"] == ["Harbour", "Ferries"]
    assert "url" not in found
    assert "lastmod" not in found
    assert write(EMPTY, "md") == "---\n---\n"


def test_markdown_is_the_story() -> None:
    blocks = write(FULL, "md").split("---\n\n", 1)[1].rstrip("\n").split("\n\n")
    assert blocks == [
        "# Council votes to reopen the old harbour \\[updated\\]",
        "*Ferries could run again by spring.*",
        "- Eleven voted for it\n- Repairs cost €12m",
        "**PORT ELLEN (GNA) —** " + FULL.body[0].paragraphs[0],
        FULL.body[0].paragraphs[1],
        "## What comes next",
        "Divers will look at the wall in June.",
        "> Two boats lie at the quay. Photo: Tom Veld/GNA",
        "> Gull Images",
        "*Tom Veld contributed.*",
        "*The year was wrong.*",
        "*Mara Quist writes about the sea.*",
    ]


@pytest.mark.parametrize(
    "text",
    ["# 1 in ten", "1. First", "- a dash", "+ plus", "a *star* and _line_", "<b>x</b> &amp; `code`",
     "a\\b", "[x](y)", "| a | b |", "===", "~~~"],
)  # fmt: skip
def test_markdown_shows_signs_as_they_are(text: str) -> None:
    markdown = pytest.importorskip("markdown_it", reason="a reader of Markdown is not installed")
    article = replace(EMPTY, body=(Section(None, (text,)),))
    tokens = markdown.MarkdownIt().parse(write(article, "md").split("---\n\n", 1)[1])
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    inline = tokens[1].children
    assert "".join(token.content for token in inline) == text
    assert {token.type for token in inline} <= {"text", "text_special"}


# schema.org


def test_a_news_article_of_schema_org() -> None:
    found = json.loads(document("schema-org", FULL))
    assert found["@type"] == "NewsArticle"
    assert found["headline"] == FULL.headline
    assert found["author"] == [
        {
            "@type": "Person",
            "name": "Mara Quist",
            "affiliation": {"@type": "Organization", "name": "The Gull"},
        }
    ]
    assert found["datePublished"] == "2015-05-03T10:04"
    assert "dateModified" not in found
    assert found["articleBody"].split("\n\n")[2:] == [
        "What comes next",
        "Divers will look at the wall in June.",
    ]
    assert [image.get("caption") for image in found["image"]] == [None, "Two boats lie at the quay.", None]
    assert found["contributor"][0]["roleName"] == "contributor"
    assert found["correction"] == ["The year was wrong."]
    assert json.loads(document("schema-org", EMPTY)) == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
    }
    assert [item["@type"] for item in json.loads(document("schema-org", *ARTICLES))] == ["NewsArticle"] * 3


def test_the_reader_of_pages_takes_it() -> None:
    from newsparse import parse_html

    page = f'<html><head><script type="application/ld+json">{write(FULL, "schema-org")}</script></head>'
    page += f"<body><h1>Other</h1><p>{FULL.body[0].paragraphs[0]}</p></body></html>"
    found = parse_html(page)
    assert found.headline == FULL.headline
    assert found.byline
    assert [author.name for author in found.byline.authors] == ["Mara Quist"]
    assert (found.site, found.language) == ("The Gull", "en-GB")


# CSL-JSON


def test_items_to_cite() -> None:
    two = Byline("By Mara Quist and GNA", (Author("Mara Quist"), Author("GNA")))
    found = json.loads(document("csl-json", *ARTICLES, replace(FULL, byline=two)))
    jsonschema.validate(found, CSL)
    first, empty, _, last = found
    assert first["title"] == FULL.headline
    assert first["issued"] == {"date-parts": [[2015, 5, 3]]}
    assert (first["container-title"], first["section"]) == ("The Gull", "Sea")
    assert empty == {"id": "0" * 16, "type": "article-newspaper"}
    assert last["author"] == [{"literal": "Mara Quist"}, {"literal": "GNA"}]
    assert len(json.loads(document("csl-json", FULL))) == 1


def test_only_what_has_a_place_is_lost() -> None:
    """Each text of the article is somewhere in the exports that claim to hold it."""
    for format in ("csv", "md", "schema-org"):
        text = re.sub(r"\\(?=[\[\]])", "", document(format, FULL))
        for value in (FULL.headline, FULL.deck, *FULL.highlights, *FULL.tags, FULL.copyright, FULL.url):
            assert str(value) in text.replace("\\n", "\n"), (format, value)
