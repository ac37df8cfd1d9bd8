"""The writers: JSON that keeps the contract, text that is clean, a page that fits."""

from __future__ import annotations

import json

import jsonschema
import msgspec
import pytest

from conftest import EMPTY, FULL
from newsparse.article import (
    Article,
    Evidence,
    Inspection,
    Part,
)
from newsparse.writers import FIELDS, FORMATS, View, by_ending, explain, frame, write
from newsparse.writers.schema import schema


def test_fields_are_those_of_the_contract() -> None:
    assert Article.__struct_fields__ == FIELDS


@pytest.mark.parametrize("article", [FULL, EMPTY])
@pytest.mark.parametrize("spans", [True, False])
@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_json_holds_every_key_in_order_and_fits_the_schema(article: Article, spans: bool, form: str) -> None:
    found = json.loads(write(article, form, View(spans=spans)))
    assert tuple(found) == (FIELDS if spans else FIELDS[:-2])
    jsonschema.Draft202012Validator.check_schema(schema())
    jsonschema.validate(found, schema())


@pytest.mark.parametrize(
    "change",
    [
        {"headline": 3},
        {"more": 1},
        {"byline": {"text": "By Mara Quist"}},
        {"notes": [{"kind": "x", "text": ""}]},
    ],
)
def test_the_schema_refuses_what_is_not_written(change: dict[str, object]) -> None:
    found = json.loads(write(FULL, "json")) | change
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(found, schema())


def test_json_is_indented_utf8_and_json_lines_are_lines() -> None:
    assert write(FULL, "json").startswith('{\n  "headline": "Council')
    assert "Repairs cost €12m" in write(FULL, "json")
    assert write(FULL, "jsonl").count("\n") == 1


def test_only_keeps_an_object_in_the_order_of_the_contract() -> None:
    found = json.loads(write(FULL, "json", View(only=("tags", "headline"))))
    assert list(found.items()) == [("headline", FULL.headline), ("tags", ["Harbour", "Ferries"])]
    assert list(json.loads(write(FULL, "jsonl", View(only=("spans",))))) == ["spans"]


def test_text_is_headline_and_paragraphs() -> None:
    paragraphs = [paragraph for section in FULL.body for paragraph in section.paragraphs]
    assert write(FULL, "text") == "\n\n".join([FULL.headline or "", *paragraphs]) + "\n"
    assert write(EMPTY, "text") == ""


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("headline", "Council votes to reopen the old harbour [updated]\n"),
        ("highlights", "Eleven voted for it\nRepairs cost €12m\n"),
        ("byline", "By Mara Quist, The Gull\n"),
        ("published", "3 May 2015, 10:04\n"),
        ("dateline", "PORT ELLEN (GNA) —\n"),
        ("captions", "Two boats lie at the quay. Photo: Tom Veld/GNA\nGull Images\n"),
        ("credits", "Tom Veld contributed.\n"),
        ("notes", "The year was wrong.\n"),
        ("tags", "Harbour\nFerries\n"),
        ("url", "https://gull.example/2015/harbour\n"),
        ("confidence", "0.934\n"),
        ("source", "harbour.txt\n"),
        ("spans", "0\t49\theadline\t0.9700\n50\t97\tbody\t0.9000\n"),
    ],
)
def test_text_of_one_field(field: str, text: str) -> None:
    assert write(FULL, "text", View(only=(field,))) == text


def test_text_of_the_body_is_its_paragraphs() -> None:
    assert write(FULL, "text", View(only=("body",))).count("\n\n") == 2


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_alone_in_every_format(field: str) -> None:
    for form in FORMATS:
        for article in (FULL, EMPTY):
            assert write(article, form, View(only=(field,))) is not None


DASHES = "\n----------------------------------------\n\n"


def test_articles_stand_apart_where_they_need_to() -> None:
    for format, only, separator in (
        ("json", (), ""), ("jsonl", (), ""), ("text", ("headline",), ""), ("text", (), DASHES),
        ("text", ("body",), DASHES),
        ("pretty", (), "\n" + 80 * "═" + "\n\n"),
    ):  # fmt: skip
        assert frame(format, View(only=only)) == ("", separator, "")
    opening, separator, closing = frame("json", View(), array=True)
    objects = [write(article, "json").removesuffix("\n") for article in (FULL, EMPTY)]
    assert json.loads(opening + separator.join(objects) + closing) == list(map(json.loads, objects))


def test_endings_mean_formats() -> None:
    assert by_ending("a.JSONL.gz") == ["jsonl", "doccano"]
    assert by_ending("a.b.txt") == ["text", "pretty", "iob"]
    assert by_ending("a.csv.json")[:3] == ["json", "schema-org", "csl-json"]
    assert by_ending("a") == by_ending("a.gz") == by_ending("a.xyz") == by_ending(".txt") == []


def test_pretty_shows_all_there_is() -> None:
    page = write(FULL, "pretty", View(width=200))
    for field in (
        "headline",
        "kicker",
        "deck",
        "highlights",
        "dateline",
        "body",
        "credits",
        "notes",
        "media",
        "bio",
        "related",
        "copyright",
        "url",
        "site",
        "section",
        "language",
        "image",
    ):
        for text in write(FULL, "text", View(only=(field,))).split("\n"):
            assert " ".join(text.split()) in " ".join(page.split()), field
    assert "93%" in page
    assert "What comes next" in page
    assert "published 2015-05-03 10:04 · updated 2 hours ago" in page
    assert "\x1b" not in page


@pytest.mark.parametrize("width", [20, 40, 55, 56, 80, 300])
@pytest.mark.parametrize("color", [True, False])
def test_pretty_and_explain_fit_the_terminal(width: int, color: bool) -> None:
    view = View(width=width, color=color)
    for page in (write(FULL, "pretty", view), explain.write(INSPECTION, "pretty", view)):
        assert ("\x1b[" in page) is color
        if not color:
            assert all(len(line) <= width and line == line.rstrip() for line in page.splitlines())
        assert page.endswith("\n")
        assert "\n\n\n" not in page


def test_only_the_dateline_is_coloured_like_one() -> None:
    page = write(FULL, "pretty", View(only=("dateline", "body"), color=True))
    assert "\x1b[36mPORT ELLEN (GNA) — \x1b[0mThe council voted on Monday" in page


def test_pretty_of_nothing_says_so_little() -> None:
    assert write(EMPTY, "pretty") == "confidence  0%\n"


def test_no_control_character_reaches_the_terminal() -> None:
    article = msgspec.structs.replace(EMPTY, headline="A \x1b[31mred\x07 line \u202eturned\u2069")
    assert write(article, "pretty").startswith("A \ufffd[31mred\ufffd line \ufffdturned\ufffd")


def test_json_holds_no_raw_character_that_a_terminal_obeys() -> None:
    signs = "\x00\x1b\x7f\x85\x9b\u202e\u2066\u2069"
    article = msgspec.structs.replace(EMPTY, headline=f"A{signs}B — “©\u00a0” é")
    part = msgspec.structs.replace(INSPECTION.parts[0], text=signs)
    inspection = Inspection((part,), article)
    for form in ("json", "jsonl"):
        for text in (write(article, form), explain.write(inspection, form, View())):
            assert not set(signs) & set(text)
        assert json.loads(write(article, form))["headline"] == article.headline
        assert json.loads(explain.write(inspection, form, View()))["parts"][0]["text"] == signs
    assert "— “©\u00a0” é" in write(article, "json")


INSPECTION = Inspection(
    (
        Part(
            1,
            0,
            49,
            "Council votes to reopen the old harbour [updated]",
            "headline",
            0.97,
            "kicker",
            (Evidence("len=8", 1.52, "7 to 8 words"), Evidence("echo", 0.8)),
        ),
        Part(
            12,
            50,
            300,
            "The council voted on Monday. " * 9,
            "body",
            0.61,
            "caption",
            (Evidence("prose", 2.14), Evidence("zone before", -0.33)),
        ),
    ),
    FULL,
)


def test_explain_stands_above_where_there_is_no_room() -> None:
    lines = explain.write(INSPECTION, "pretty", View(width=40)).splitlines()
    assert lines[0] == "1 headline 97%"
    assert lines[1] == "  Council votes to reopen the old harbo…"
    assert lines[2] == "  7 to 8 words +1.5  echo +0.8"


def test_explain_names_the_runner_up_where_it_is_close() -> None:
    page = explain.write(INSPECTION, "pretty", View())
    lines = page.splitlines()
    assert lines[0].split()[:3] == ["1", "headline", "97%"]
    assert "or kicker" not in page
    assert "or caption" in page
    assert "zone before -0.3" in page
    assert "7 to 8 words +1.5" in page
    assert "len=8" not in page
    assert "7 to 8 words [len=8] +1.5" in explain.write(INSPECTION, "pretty", View(names=True))
    assert lines[-1] == "confidence 93%"


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_explain_as_json(form: str) -> None:
    found = json.loads(explain.write(INSPECTION, form, View()))
    assert list(found) == ["parts", "article"]
    assert found["parts"][1]["runner_up"] == "caption"
    assert found["parts"][1]["cues"][1] == {"cue": "zone before", "weight": -0.33, "words": ""}
    assert tuple(found["article"]) == FIELDS[:-2]
    assert explain.write(INSPECTION, "jsonl", View()).count("\n") == 1
