"""What the formats that are written may hold, after their specifications, and readers of those that have no
library.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from io import StringIO
from typing import Any

import jsonschema
from lxml import etree

Place = tuple[int, int, str]

# ninjs, after https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json


def objects(*required: str, **properties: str) -> dict[str, Any]:
    """A list of objects with texts."""
    texts = {
        name: {"type": "string"} | ({"format": kind} if kind else {}) for name, kind in properties.items()
    }
    item = {"type": "object", "additionalProperties": False, "required": list(required), "properties": texts}
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
            "properties": {key: {"type": "string"} for key in ("name", "version", "schema")},
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


def is_instant(text: object) -> bool:
    return isinstance(text, str) and "T" in text and datetime.fromisoformat(text).tzinfo is not None


def is_uri(text: object) -> bool:
    return isinstance(text, str) and text.startswith(("https://", "ni:///sha-256;"))


CHECKER.checks("date-time")(is_instant)
CHECKER.checks("uri")(is_uri)


# What is used here of https://resource.citationstyles.org/schema/v1.0/input/json/csl-data.json
CSL_TEXTS = ("title", "container-title", "section", "URL", "language", "abstract", "keyword", "event-place")
CSL = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["type", "id"],
        "additionalProperties": False,
        "properties": {
            "type": {"enum": ["article-newspaper"]},
            "id": {"type": ["string", "number"]},
            "author": {
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": {"literal": {"type": "string"}},
                    "additionalProperties": False,
                },
            },
            "issued": {
                "type": "object",
                "properties": {
                    "date-parts": {
                        "type": "array",
                        "minItems": 1,
                        "maxItems": 2,
                        "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "number"}},
                    }
                },
                "additionalProperties": False,
            },
            **{key: {"type": "string"} for key in CSL_TEXTS},
        },
    },
}  # fmt: skip


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
<!ELEMENT date (#PCDATA)><!ATTLIST date %typed; when CDATA #IMPLIED>
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


def valid(text: str, dtd: str) -> etree._Element:
    root = etree.fromstring(text.encode())
    grammar = etree.DTD(StringIO(dtd))
    assert grammar.validate(root), grammar.error_log
    return root


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


def read_brat(annotations: str) -> Iterator[tuple[str, list[tuple[int, int]], str]]:
    for number, line in enumerate(annotations.split("\n")[:-1], 1):
        key, kind, shown = line.split("\t", 2)
        assert key == f"T{number}"
        label, _, offsets = kind.partition(" ")
        pairs = [pair.split(" ") for pair in offsets.split(";")]
        yield label, [(int(start), int(end)) for start, end in pairs], shown
