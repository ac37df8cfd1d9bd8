"""Every single feature: a text, a segment of it, and what the feature emits there."""

from __future__ import annotations

import pytest

from newsparse.article import Origin
from newsparse.languages import load
from newsparse.languages.reading import completed
from newsparse.pipeline import segment
from newsparse.readers.source import Source
from newsparse.segment import features
from newsparse.segment.context import DocumentContext
from newsparse.segment.features import FEATURES, PLAIN, extract_features

PROSE = "The council of the old harbour town voted on Monday to let the ferries return after nine years."
STORY = f"Ferries return to the harbour\nBy Mara Quist\n{PROSE}\nRead more: tides\nShare\n{PROSE}\nShare"


def context_of(source: Source, language: str = "en") -> DocumentContext:
    """The context of a source alone."""
    return DocumentContext([segment(source, load(language))], load(language))


def emitted(name: str, text: str, place: int = 0) -> list[str]:
    """What one feature emits of one segment of a text."""
    context = context_of(Source(text, Origin(None, "text", None, "")))
    return extract_features(context, [getattr(features, name)]).names()[place]


CASES: list[tuple[str, str, int, list[str]]] = [
    ("length", "Ferry aground", 0, ["len=2", "chars=16"]),
    ("length", "Ferry", 0, ["len=1", "chars=8"]),
    ("length", "word " * 200, 0, ["len=+", "chars=+"]),
    ("prose", "Ferry aground", 0, ["stop=0S", "lower=2S"]),
    ("prose", PROSE, 0, ["stop=2L", "lower=5L", "prose"]),
    ("first_and_last_words", "Ferry aground", 0, ["end=a", "w0=ferry", "z0=aground", "w01=ferry aground",
        "z01=ferry aground"]),
    (
        "first_and_last_words", "No one was hurt.", 0,
        ["end=.", "w0=no", "z0=.", "w01=no one", "z01=hurt .", "w012=no one was"],
    ),
    ("first_and_last_words", "Room 12", 0, ["end=0", "w0=room", "z0=12", "w01=room 12", "z01=room 12"]),
    ("first_and_last_words", "AP", 0, ["end=A", "w0=ap", "z0=ap"]),
    (
        "words", "Ferry, ferry!", 0,
        ["w=ferry", "w=,", "w=!", "vector=ferry", "vector=,", "vector=!", "line=ferry , ferry !"],
    ),
    ("words", "a b c d e f g", 0, [f"{kind}={c}" for kind in ("w", "vector") for c in "abcdefg"]),
    (
        "words", "a b c d e f g h i j k l m n o", 0,
        [f"{kind}={c}" for kind in ("W", "vector") for c in "abcdefghijklmn"],
    ),
    ("starts", "1: ferry", 0, ["starts=numbered"]),
    ("starts", "A. Ferry", 0, ["starts=numbered"]),
    ("starts", "• Ferry", 0, ["starts=bullet", "bullet=•"]),
    ("starts", "“Ferry”", 0, ["starts=quote"]),
    ("starts", "ferry", 0, ["starts=lower"]),
    ("starts", "7 ferries", 0, ["starts=digit"]),
    ("starts", "(Ferry)", 0, ["starts=("]),
    ("starts", "Ferry", 0, []),
    ("marks", "Ferry?", 0, ["has=?S"]),
    ("marks", "© Ferry: a & b", 0, ["has=©S", "has=:S", "has=&S"]),
    ("marks", "Is it? " + "very " * 20 + "long", 0, ["has=?L"]),
    ("marks", "“Ferry”", 0, ["has=quote"]),
    ("marks", "Ferry (aground", 0, []),
    ("marks", "[Ferry]", 0, ["has=bracket"]),
    ("marks", "Wait — ferry", 0, ["has=dash"]),
    ("marks", "a\tb", 0, ["has=wide"]),
    ("patterns", "At 12:30 on 3rd", 0, ["is=clock", "is=ordinal"]),
    ("patterns", "1:14", 0, ["is=clock", "is=length"]),
    ("patterns", "3 of 12 in 2019, $5 or 7%", 0, ["is=of", "is=year", "is=money", "is=percent"]),
    ("patterns", "3/5/19", 0, ["is=of", "is=date"]),
    ("patterns", "mara@gull.example or www.gull.example", 0, ["is=url", "is=email"]),
    ("patterns", "@mara #ferry", 0, ["is=handle", "is=hash"]),
    ("patterns", "the GULL/MARA prize", 0, ["is=slashed"]),
    ("patterns", "x = y", 0, ["is=code"]),
    ("word_shapes", "FERRY", 0, ["case=upper1", "shape=XX", "caps=54"]),
    ("word_shapes", "Ferry 2019 a", 0, ["shape=Xx 0000 x", "caps=24"]),
    ("word_shapes", "Ferry Aground", 0, ["case=title", "shape=Xx Xx", "caps=54"]),
    ("word_shapes", "the ferry has run aground on the rocks today", 0, ["caps=010"]),
    ("classes", "Monday", 0, ["class=weekdayS", "mostly=weekdayS"]),
    ("first_class", "Monday the", 0, ["first=weekday", "last=stop"]),
    ("person_like", "Mara Quist", 0, ["name+"]),
    ("person_like", "mara quist", 0, []),
    ("person_like", "Ferries Harbour\nx\n" + PROSE + "\nFerries Harbour", 0,
        ["name?", "name echoed", "name again"]),
    ("author_names", f"By Mara Quist\n{PROSE}\nMara Quist is a writer", 2, ["author=first", "author=in"]),
    ("author_names", f"Mara Quist\n{PROSE}\nWrite to Mara Quist", 2, ["author=in"]),
    ("author_names", f"By Mara Quist\n{PROSE}", 0, []),
    ("author_names", f"By Mara Quist\n{PROSE}\nTom Veld is a writer", 2, []),
    ("opening", "Read more: tides", 0, ["opens=relatedS"]),
    ("opening", "See also", 0, ["opens=related="]),
    ("cuts", "Boats | Tides", 0, ["cut>bar"]),
    ("cuts", "Boats | Tides", 1, ["cut<bar"]),
    ("cuts", "Boats | Tides | Gulls", 1, ["cut<bar", "cut>bar", "cut<bar>bar"]),
    ("joints", "Boats | Tides", 0, ["line=other<", "joint>A|", "joint>barA|"]),
    ("joints", "Boats | Tides", 1, ["line=other>", "joint<A|", "joint<barA|"]),
    ("joints", "Boats", 0, []),
    ("position", "a\nb\nc\nd", 0, ["top=0", "bottom=4", "share=0", "pieces=8"]),
    ("position", "a\nb\nc\nd", 3, ["top=4", "bottom=0", "share=7", "pieces=8"]),
    ("body_zone", "Ferry", 0, ["zone=none", "zone=none:1", "done=0", "left=0"]),
    ("body_zone", STORY, 0, ["zone=before", "zone=before:6", "done=0", "left=3", "before=2"]),
    ("body_zone", STORY, 2, ["zone=in", "zone=in:25.", "done=0", "left=3"]),
    ("body_zone", STORY, 3, ["zone=in", "zone=in:3", "done=1", "left=1", "zone=in:related"]),
    ("body_zone", STORY, 6, ["zone=after", "zone=after:1", "done=3", "left=0", "after=1",
        "zone=after:share"]),
    ("distance_to_prose", "Ferry", 0, ["prose<+", "prose>+"]),
    ("distance_to_prose", STORY, 1, ["prose<+", "prose>1"]),
    ("distance_to_prose", f"{PROSE}\nWhat now?\n{PROSE}", 1, ["prose<1", "prose>1", "prose<>3"]),
    ("under_heading", STORY, 4, ["under=related:1", "under=related:in"]),
    ("under_heading", STORY, 3, []),
    ("echo", STORY, 0, ["echo=4:8", "echo=4:before", "echoed=4:8"]),
    ("echo", "a b", 0, ["echo=none"]),
    ("repeated_line", STORY, 4, ["again=2S"]),
    ("repeated_line", STORY, 2, ["again=2L"]),
    ("repeated_line", STORY, 0, []),
    ("copied_words", f"{PROSE}\nThe council of the old harbour town", 1, ["copied=4"]),
    ("copied_words", f"{PROSE}\n{PROSE}", 0, ["copied=4P="]),
    ("copied_words", STORY, 0, []),
    ("headline_similarity", "Ferry", 0, ["candidate=none"]),
    ("headline_similarity", STORY, 0, ["candidate=0"]),
    ("headline_similarity", STORY, 1, ["candidate=+1", "like candidate=0S"]),
    ("headline_similarity", f"Harbour\nFerries return to the harbour\n{PROSE}", 0,
        ["candidate=-1", "like candidate=1S", "in candidate<"]),
    ("neighbours", "Ferry aground\nFerry again", 0, ["shares>", "around=0p1s", "alike=13"]),
    ("neighbours", "Ferry aground\nFerry again", 1, ["shares<", "around=0p1s", "alike=13"]),
    ("neighbours", STORY, 1, ["around=2p3s", "alike=33"]),
    ("layout", "a\nb", 0, ["layout=even"]),
    ("layout", "a\nb\n\nc", 1, ["layout=.|", "layout=.|3"]),
    ("layout", "a\nb | c\n\nd", 1, ["layout=.=", "layout=.=3"]),
    ("markup", "Ferry", 0, [PLAIN]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "place", "expected"), CASES)
def test_a_feature_emits(name: str, text: str, place: int, expected: list[str]) -> None:
    assert emitted(name, text, place) == expected


def test_every_feature_has_a_case() -> None:
    assert {feature.__name__ for feature in FEATURES} == {name for name, *_ in CASES}


def test_the_mark_up_of_a_page_is_emitted_as_it_is() -> None:
    source = Source(
        "Ferry\nGull", Origin(None, "html", None, ""), markup=lambda start, end: ("tag=p",) if start else ()
    )
    context = context_of(source)
    assert extract_features(context, [features.markup]).names() == [[], ["tag=p"]]


def test_a_language_without_words_has_features_too() -> None:
    context = context_of(Source(STORY, Origin(None, "text", None, "")), "xx")
    assert all("len=" in " ".join(names) for names in extract_features(context).names())


@pytest.mark.parametrize(
    ("text", "expected"), [("王小明", ["name?f"]), ("王小明今天表示同意", []), ("新闻", [])]
)
def test_a_family_name_tells_a_name_in_a_script_without_spaces(text: str, expected: list[str]) -> None:
    context = context_of(Source(text, Origin(None, "text", None, "")), "zh")
    assert extract_features(context, [features.person_like]).names()[0] == expected


def test_figures_of_another_language_are_dates() -> None:
    language = completed("zh")
    source = Source("2021年3月4日 10时15分", Origin(None, "text", None, ""))
    context = DocumentContext([segment(source, language)], language)
    assert extract_features(context, [features.patterns]).names()[0] == ["is=clock", "is=year", "is=date"]
