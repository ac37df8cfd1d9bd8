"""ninjs, NITF and TEI, held against what their specifications allow of what is written here."""

from __future__ import annotations

import json

import jsonschema
import pytest
from lxml import etree
from msgspec.structs import replace

from conftest import EMPTY, FULL
from newsparse.article import (
    Article,
    Author,
    Byline,
    Caption,
    Credit,
    Dateline,
    Note,
    PhotoCredit,
    Section,
    Timestamp,
)
from newsparse.writers import View, frame, write
from specifications import CHECKER, NINJS, NITF, TEI, valid

AWKWARD = replace(
    FULL,
    headline="A <b>bold</b> & \x1b[31mred\x07 \ufffe title]]>",
    byline=Byline("", (Author("Ana Kerr", "sea reporter", "The Gull", "ana@gull.example", "@ana"),)),
    published=Timestamp("", "2015-05-03"),
    updated=Timestamp("4 May, 11:00", "2015-05-04T11:00:00+01:00"),
    dateline=Dateline("", "Port Ellen", None, "2015-05-03"),
    captions=(Caption("Only a text"), Caption(None, PhotoCredit("Only a credit"))),
    body=(Section("A subhead opens", ("One.", "Two.")), Section(None, ("Three.",))),
    credits=(Credit("With GNA", None, (), ("GNA",)),),
    notes=(Note("editor", "Names were changed."), Note("other", "A remark.")),
    language="English (UK)",
    url="https://gull.example/the harbour/é?a=1%20#b",
)
UNSIGNED = replace(EMPTY, byline=Byline("By our staff"), body=(Section(None, ()),))
ARTICLES = pytest.mark.parametrize(
    "article", [FULL, EMPTY, AWKWARD, UNSIGNED], ids=["full", "empty", "awkward", "unsigned"]
)


@ARTICLES
def test_ninjs_fits_its_schema(article: Article) -> None:
    found = json.loads(write(article, "ninjs"))
    jsonschema.validate(found, NINJS, format_checker=CHECKER)


def test_ninjs_holds_the_article() -> None:
    found = json.loads(write(FULL, "ninjs"))
    assert found["uri"] == FULL.url
    assert found["headlines"] == [
        {"role": "main", "value": FULL.headline}, {"role": "kicker", "value": "Harbour"},
    ]  # fmt: skip
    assert found["by"] == "By Mara Quist, The Gull"
    html, text = found["bodies"]
    assert html["value"].startswith("<p>PORT ELLEN (GNA) — The council voted")
    assert "<h2>What comes next</h2>" in html["value"]
    assert text["value"].split("\n\n")[2] == "What comes next"
    pictures = found["associations"]
    assert pictures[0]["renditions"][0]["href"] == FULL.image
    assert pictures[1]["descriptions"] == [{"role": "caption", "value": "Two boats lie at the quay."}]
    assert [picture.get("by") for picture in pictures] == [None, "Photo: Tom Veld/GNA", "Gull Images"]
    assert "firstCreated" not in found  # no zone is named
    assert {"role": "published", "value": "2015-05-03T10:04"} in found["descriptions"]
    exact = json.loads(write(AWKWARD, "ninjs"))
    assert exact["uri"] == "https://gull.example/the%20harbour/%C3%A9?a=1%20#b"
    assert exact["versionCreated"] == "2015-05-04T11:00:00+01:00"
    assert exact["infoSources"][0] == {
        "name": "Ana Kerr",
        "role": "sea reporter",
        "contactInfo": [
            {"type": "email", "value": "ana@gull.example"}, {"type": "handle", "value": "@ana"},
        ],
    }  # fmt: skip
    assert json.loads(write(EMPTY, "ninjs"))["uri"] == "ni:///sha-256;" + "A" * 43


@ARTICLES
def test_nitf_is_valid(article: Article) -> None:
    valid(write(article, "nitf"), NITF)


def nitf(article: Article, path: str) -> list[str]:
    """The texts or attributes at a path of the document, whose names need no prefix."""
    root = etree.fromstring(write(article, "nitf").encode())
    for element in root.iter("*"):
        element.tag = etree.QName(element).localname
    found = root.xpath(path)
    return [" ".join(each.xpath("string()").split()) if hasattr(each, "tag") else str(each) for each in found]


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("//hedline/hl1", [FULL.headline]),
        ("//hedline/hl2", [FULL.deck]),
        ("//byline/person", ["Mara Quist"]),
        ("//byline/byttl/org", ["The Gull"]),
        ("//dateline", ["PORT ELLEN (GNA) —"]),
        ("//dateline/location", ["PORT ELLEN"]),
        ("//date.issue/@norm", ["20150503T100400"]),
        ("//abstract//li", list(FULL.highlights)),
        ("//body.content/hl2", ["What comes next"]),
        ("//body/body.content/p", [text for section in FULL.body for text in section.paragraphs]),
        ("//media-caption", ["Two boats lie at the quay."]),
        ("//media-producer", ["Photo: Tom Veld/GNA", "Gull Images"]),
        ("//media-reference/@source", [FULL.image]),
        ("//keyword/@key", list(FULL.tags)),
        ("//pubdata/@ex-ref", [FULL.url]),
        ("//pubdata/@position.section", ["Sea"]),
        ("//note", ["The year was wrong."]),
        ("//rights", [FULL.copyright]),
        ("/nitf/@baselang", ["en-GB"]),
    ],
)
def test_nitf_holds_the_article(path: str, found: list[str]) -> None:
    assert nitf(FULL, path) == found


def test_nitf_of_what_is_awkward() -> None:
    assert nitf(AWKWARD, "//hl1") == ["A <b>bold</b> & \ufffd[31mred\ufffd \ufffd title]]>"]
    assert nitf(AWKWARD, "//byttl") == ["sea reporter, ana@gull.example, @ana, The Gull"]
    assert nitf(AWKWARD, "//revision-history/@norm") == ["20150504T110000+0100"]
    assert nitf(AWKWARD, "//dateline/location") == ["Port Ellen"]
    assert nitf(AWKWARD, "//story.date/@norm") == ["20150503"]
    assert nitf(UNSIGNED, "//byline") == ["By our staff"]


IN_TEI = {"t": "http://www.tei-c.org/ns/1.0"}


@ARTICLES
def test_tei_is_valid(article: Article) -> None:
    root = valid(write(article, "tei"), TEI)
    for when in root.xpath("//t:date/@when", namespaces=IN_TEI):
        assert len(when) in (10, 19, 25)


def test_tei_holds_the_article() -> None:
    root = valid(write(FULL, "tei"), TEI)

    def texts(path: str) -> list[str]:
        found = root.xpath(path, namespaces=IN_TEI)
        return [each if isinstance(each, str) else " ".join(each.xpath("string()").split()) for each in found]

    assert texts("//t:titleStmt/t:author/t:name") == ["Mara Quist"]
    assert texts("//t:titleStmt/t:author/t:orgName") == ["The Gull"]
    assert texts("//t:div[@type='article']/t:head") == [FULL.kicker, FULL.headline, FULL.deck]
    assert texts("//t:div[@type='article']/t:p") == list(FULL.body[0].paragraphs)
    assert texts("//t:div[@type='section']/t:head") == ["What comes next"]
    assert texts("//t:dateline") == ["PORT ELLEN (GNA) —"]
    assert texts("//t:date/@when") == ["2015-05-03"]
    assert texts("//t:list/t:item") == list(FULL.highlights)
    assert texts("//t:figure/t:p") == ["Two boats lie at the quay."]
    assert texts("//t:keywords/t:term") == list(FULL.tags)
    assert texts("//t:respStmt/t:resp") == ["contributor"]
    assert texts("//t:note[@type='correction']") == ["The year was wrong."]


def test_several_articles_are_a_corpus() -> None:
    opening, separator, closing = frame("tei", View(), array=True)
    root = valid(opening + separator.join(write(each, "tei") for each in (FULL, EMPTY)) + closing, TEI)
    assert len(root.findall("t:TEI", IN_TEI)) == 2
    assert frame("tei", View()) == ("", "", "")
