"""ninjs, NITF and TEI, held against what their specifications allow of what is written here."""

from __future__ import annotations

import json
from io import StringIO
from typing import Any

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
    language=None,
)
UNSIGNED = replace(EMPTY, byline=Byline("By our staff"), body=(Section(None, ()),))
ARTICLES = pytest.mark.parametrize(
    "article", [FULL, EMPTY, AWKWARD, UNSIGNED], ids=["full", "empty", "awkward", "unsigned"]
)

# ninjs, after https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json


def objects(*required: str, **properties: str) -> dict[str, Any]:
    """A list of objects with texts."""
    texts = {name: {"type": "string"} | ({"format": kind} if kind else {}) for name, kind in properties.items()}
    item = {"type": "object", "additionalProperties": False, "required": required, "properties": texts}
    return {"type": "array", "items": item}


VALUES = objects("value", role="", contentType="", value="")
CONTACTS = objects("value", type="", role="", lang="", name="", value="")
SOURCES = objects(name="", role="", uri="uri", literal="")
SOURCES["items"]["properties"]["contactInfo"] = CONTACTS
ITEM: dict[str, Any] = {
    "type": "object",
    "required": ["uri"],
    "properties": {
        "uri": {"type": "string", "format": "uri"},
        "type": {
            "enum": "text audio video picture graphic composite component event planning".split(),
        },
        **{name: {"type": "string"} for name in ("language", "by", "located", "copyrightNotice", "edNote")},
        **{
            name: {"type": "string", "format": "date-time"}
            for name in ("firstCreated", "versionCreated", "contentCreated")
        },
        "standard": {
            "type": "object",
            "additionalProperties": False,
            "properties": dict.fromkeys(("name", "version", "schema"), {"type": "string"}),
        },
        "headlines": VALUES,
        "descriptions": VALUES,
        "bodies": VALUES,
        "infoSources": SOURCES,
        "subjects": objects(name="", rel="", uri="uri", literal="", creator=""),
        "renditions": objects("name", name="", href="uri", contentType="", title=""),
    },
}
ASSOCIATED = {
    **ITEM,
    "required": ["uri", "name"],
    "properties": {**ITEM["properties"], "name": {"type": "string"}, "rel": {"type": "string"}},
    "additionalProperties": False,
}
NINJS = {
    **ITEM,
    "properties": {**ITEM["properties"], "associations": {"type": "array", "items": ASSOCIATED}},
    "additionalProperties": False,
}
CHECKER = jsonschema.FormatChecker()


@CHECKER.checks("date-time")
def is_instant(text: object) -> bool:
    from datetime import datetime

    return isinstance(text, str) and "T" in text and datetime.fromisoformat(text).tzinfo is not None


@CHECKER.checks("uri")
def is_uri(text: object) -> bool:
    return isinstance(text, str) and text.startswith(("https://", "ni:///sha-256;"))


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
    assert exact["versionCreated"] == "2015-05-04T11:00:00+01:00"
    assert exact["infoSources"][0] == {
        "name": "Ana Kerr",
        "role": "sea reporter",
        "contactInfo": [
            {"type": "email", "value": "ana@gull.example"}, {"type": "handle", "value": "@ana"},
        ],
    }  # fmt: skip
    assert json.loads(write(EMPTY, "ninjs"))["uri"] == "ni:///sha-256;" + "A" * 43


# NITF, after https://www.iptc.org/std/NITF/3.6/documentation/nitf-3-6.html: the elements written here

NITF = """
<!ENTITY % block "p | hl2 | ul | note | media">
<!ELEMENT nitf (head?, body)>
<!ATTLIST nitf xmlns CDATA #FIXED "http://iptc.org/std/NITF/2006-10-18/"
  version CDATA #FIXED "-//IPTC//DTD NITF 3.6//EN" baselang CDATA #IMPLIED>
<!ELEMENT head (title?, docdata?, pubdata*, revision-history*)>
<!ELEMENT title (#PCDATA)>
<!ELEMENT docdata (doc-id | date.issue | fixture | key-list)*>
<!ELEMENT doc-id EMPTY><!ATTLIST doc-id regsrc CDATA #IMPLIED id-string CDATA #IMPLIED>
<!ELEMENT date.issue EMPTY><!ATTLIST date.issue norm CDATA #IMPLIED>
<!ELEMENT fixture EMPTY><!ATTLIST fixture fix-id CDATA #IMPLIED>
<!ELEMENT key-list (keyword*)>
<!ELEMENT keyword EMPTY><!ATTLIST keyword key CDATA #IMPLIED>
<!ELEMENT pubdata EMPTY>
<!ATTLIST pubdata name CDATA #IMPLIED date.publication CDATA #IMPLIED position.section CDATA #IMPLIED
  ex-ref CDATA #IMPLIED>
<!ELEMENT revision-history EMPTY><!ATTLIST revision-history norm CDATA #IMPLIED comment CDATA #IMPLIED>
<!ELEMENT body (body.head?, body.content*, body.end?)>
<!ELEMENT body.head (hedline?, note*, rights?, byline*, distributor?, dateline*, abstract?, series?)>
<!ELEMENT distributor (#PCDATA)><!ELEMENT series EMPTY>
<!ELEMENT hedline (hl1, hl2*)><!ELEMENT hl1 (#PCDATA | br)*><!ELEMENT hl2 (#PCDATA | br)*>
<!ELEMENT note (body.content+)>
<!ATTLIST note noteclass (cpyrt | end | hd | editorsnote | trademk | undef) #IMPLIED class CDATA #IMPLIED
  type (std | pa | npa) "std">
<!ELEMENT rights (#PCDATA)>
<!ELEMENT byline (#PCDATA | person | byttl | location)*>
<!ELEMENT person (#PCDATA)><!ELEMENT byttl (#PCDATA | org)*><!ELEMENT org (#PCDATA)>
<!ELEMENT dateline (#PCDATA | location | story.date)*>
<!ELEMENT location (#PCDATA)>
<!ELEMENT story.date (#PCDATA)><!ATTLIST story.date norm CDATA #IMPLIED>
<!ELEMENT abstract (%block;)*>
<!ELEMENT body.content (%block;)*>
<!ELEMENT p (#PCDATA | br)*><!ELEMENT br EMPTY>
<!ELEMENT ul (li+)><!ELEMENT li (#PCDATA)>
<!ELEMENT media (media-reference, media-caption*, media-producer?)>
<!ATTLIST media media-type (text | audio | image | video | data | application | other) #REQUIRED>
<!ELEMENT media-reference EMPTY>
<!ATTLIST media-reference mime-type CDATA #REQUIRED source CDATA #IMPLIED>
<!ELEMENT media-caption (#PCDATA)><!ELEMENT media-producer (#PCDATA)>
<!ELEMENT body.end (tagline?)><!ELEMENT tagline (#PCDATA | br)*>
"""


def valid(text: str, dtd: str) -> etree._Element:
    root = etree.fromstring(text.encode())
    grammar = etree.DTD(StringIO(dtd))
    assert grammar.validate(root), grammar.error_log
    return root


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


# TEI, after https://tei-c.org/release/doc/tei-p5-doc/en/html/: the elements written here

TEI = """
<!ENTITY % typed "type CDATA #IMPLIED">
<!ELEMENT teiCorpus (teiHeader, TEI+)><!ATTLIST teiCorpus xmlns CDATA #FIXED "http://www.tei-c.org/ns/1.0">
<!ELEMENT TEI (teiHeader, text)>
<!ATTLIST TEI xmlns CDATA #FIXED "http://www.tei-c.org/ns/1.0" xml:lang NMTOKEN #IMPLIED>
<!ELEMENT teiHeader (fileDesc, profileDesc?)>
<!ELEMENT fileDesc (titleStmt, publicationStmt, sourceDesc)>
<!ELEMENT titleStmt (title+, (author | respStmt)*)>
<!ELEMENT title (#PCDATA)><!ATTLIST title %typed; level (a | m | j | s | u) #IMPLIED>
<!ELEMENT author (#PCDATA | name | roleName | orgName | email | idno)*>
<!ELEMENT name (#PCDATA)><!ELEMENT roleName (#PCDATA)><!ELEMENT orgName (#PCDATA)><!ELEMENT email (#PCDATA)>
<!ELEMENT idno (#PCDATA)><!ATTLIST idno %typed;>
<!ELEMENT respStmt (resp, (name | orgName)+)><!ELEMENT resp (#PCDATA)>
<!ELEMENT publicationStmt (p+)>
<!ELEMENT sourceDesc (p | bibl)+>
<!ELEMENT bibl (#PCDATA | title | date | ref | idno | note)*><!ATTLIST bibl %typed;>
<!ELEMENT date (#PCDATA)><!ATTLIST date %typed; when NMTOKEN #IMPLIED>
<!ELEMENT ref (#PCDATA)><!ATTLIST ref target CDATA #IMPLIED>
<!ELEMENT note (#PCDATA | p)*><!ATTLIST note %typed;>
<!ELEMENT profileDesc (langUsage?, textClass?)>
<!ELEMENT langUsage (language+)><!ELEMENT language (#PCDATA)><!ATTLIST language ident NMTOKEN #REQUIRED>
<!ELEMENT textClass (keywords)><!ELEMENT keywords (term+)><!ELEMENT term (#PCDATA)>
<!ELEMENT text (body)><!ELEMENT body (div+)>
<!ELEMENT div ((head | byline | dateline | figure | note)*, ((list | p), (list | p | figure | note)*)?, div*)>
<!ATTLIST div %typed;>
<!ELEMENT head (#PCDATA)><!ATTLIST head %typed;>
<!ELEMENT byline (#PCDATA)><!ELEMENT dateline (#PCDATA)><!ELEMENT p (#PCDATA)>
<!ELEMENT list (item+)><!ATTLIST list %typed;><!ELEMENT item (#PCDATA)>
<!ELEMENT figure (graphic | p | bibl)*><!ELEMENT graphic EMPTY><!ATTLIST graphic url CDATA #REQUIRED>
"""
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
    around = frame("tei", View(), array=True)
    corpus = around.opening + around.separator.join(write(each, "tei") for each in (FULL, EMPTY)) + around.closing
    root = valid(corpus, TEI)
    assert len(root.findall("t:TEI", IN_TEI)) == 2
    assert frame("tei", View()) == ("", "", "")
