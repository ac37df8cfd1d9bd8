"""Stories of the CNN and Daily Mail corpus."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsparse import parse_file, pipeline
from newsparse.errors import InputError
from newsparse.readers import detect, read_bytes, read_file, single
from newsparse.readers.source import Source
from newsparse.readers.story import split_highlights

SAMPLES = Path(__file__).parents[3] / "shared" / "formats" / "samples" / "story"
STORY = """PORT ELLERY, Caldonia (CNN) -- The ferry to the outer islands sailed again on Monday, nine years after a storm.

"We had all but given up on it," said the harbour master, who had kept the old timetable on his wall.

@highlight

NEW: Ferry sails after nine years

@highlight

Harbour master kept the timetable"""  # noqa: E501
HIGHLIGHTS = ("NEW: Ferry sails after nine years", "Harbour master kept the timetable")


@pytest.mark.parametrize("path", ["a.story", "a.txt", "-"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_the_marked_lines_are_the_highlights(path: str, line_end: str) -> None:
    source = single(read_bytes(STORY.replace("\n", line_end).encode(), path))
    assert source.origin.format == "story"
    article = pipeline.article(source)
    assert article.highlights == HIGHLIGHTS
    assert "timetable on his wall" in article.body[-1].paragraphs[-1]
    assert "@highlight" not in source.text
    assert "NEW" not in source.text
    assert article.headline is None


def test_a_story_without_highlights_is_its_text() -> None:
    assert single(read_bytes(b"The ferry sailed.", "a.story")).text == "The ferry sailed."
    assert detect(b"The ferry @highlight sailed", "a.txt").name == "text"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two. @highlight First @highlight Second", ("One. Two. ", ("First", "Second"))),
        (
            "One.\n\n@highlight\n\nFirst\n\nTwo.\n@highlight\nSecond\n",
            ("One.\n\n\nTwo.\n", ("First", "Second")),
        ),
        ("One.\n@highlight\n\n@highlight\nSecond", ("One.\n", ("Second",))),
        ("One.\n@highlight", ("One.\n", ())),
        ("One@highlight two", ("One@highlight two", ())),
    ],
)
def test_highlights_are_split_off(text: str, expected: tuple[str, tuple[str, ...]]) -> None:
    assert split_highlights(text) == expected


def test_a_tokenised_copy_is_read_as_what_it_stands_for() -> None:
    data = (
        b"PORT ELLERY -LRB- CNN -RRB- -- The ferry sailed . NEWLINE_CHAR NEWLINE_CHAR `` At last , '' he "
        b"said . @highlight Ferry sails"
    )
    source = single(read_bytes(data, "a.story"))
    assert source.text == "PORT ELLERY (CNN) -- The ferry sailed . \n \n “At last ,” he said . "
    assert source.metadata
    assert source.metadata.highlights == ("Ferry sails",)


@pytest.mark.parametrize(
    "top",
    [
        "By . Mara Quist . Last updated at 8:07 AM on 4th March 2014 . ",
        "By\n.\nMara Quist\n.\nUPDATED:\n.\n08:07, 4 March 2014\n.\n\n",
    ],
)
def test_the_byline_between_full_stops_is_one(top: str) -> None:
    text = top + "The ferry to the outer islands sailed again on Monday after nine years of repairs. It sank."
    source = single(read_bytes(text.encode(), "a.txt"))
    assert source.origin.format == "story"
    article = pipeline.article(source)
    assert article.byline
    assert [author.name for author in article.byline.authors] == ["Mara Quist"]
    assert article.updated
    assert article.updated.date == "2014-03-04T08:07:00"
    assert article.body[0].paragraphs[0].startswith("The ferry to the outer")


@pytest.mark.parametrize(
    "text",
    [
        "-LRB- CNN -RRB- -- The ferry sailed on Monday .",
        "Ferry sails NEWLINE_CHAR NEWLINE_CHAR By Nora Pell NEWLINE_CHAR The ferry sailed on Monday.",
        "The ferry sailed on Monday. |||||",
    ],
)
def test_a_tokenised_text_without_highlights_is_a_story(text: str) -> None:
    source = single(read_bytes(text.encode(), "a.txt"))
    assert source.origin.format == "story"
    assert not any(token in source.text for token in ("-LRB-", "NEWLINE_CHAR", "|||||"))


@pytest.mark.parametrize(
    "text",
    [
        "The constant NEWLINE_CHARS is set by hand.",
        "News ||||| Sport ||||| Weather",
        "In -LRB- the corpus -- a bracket stands.",
    ],
)
def test_a_text_that_only_looks_like_one_is_a_text(text: str) -> None:
    assert detect(text.encode(), "a.txt").name == "text"


def test_stories_between_bars_are_articles_of_their_own() -> None:
    texts = "The ferry sailed on Monday. ||||| The bridge was shut on Tuesday. |||||  ||||| @highlight\nX"
    sources = list(read_bytes(texts.encode(), "a.txt"))
    assert [source.text.strip() for source in sources[:2] if isinstance(source, Source)] == [
        "The ferry sailed on Monday.",
        "The bridge was shut on Tuesday.",
    ]
    assert isinstance(sources[2], InputError)  # highlights and no story


def test_a_flattened_story_has_its_lines_again() -> None:
    data = (
        b"By . Mara Quist and Ole Varn . PUBLISHED: . 10:20 EST, 4 March 2014 . | . UPDATED: . 11:31 EST, "
        b"4 March 2014 . The ferry to the outer islands sailed again on Monday after nine years of repairs, "
        b"officials said. It carried a cow. @highlight . The ferry sailed . @highlight . A cow was aboard ."
    )
    source = single(read_bytes(data, "a.txt"))
    assert source.origin.format == "story"
    article = pipeline.article(source)
    assert article.highlights == ("The ferry sailed", "A cow was aboard")
    assert article.byline
    assert [author.name for author in article.byline.authors] == ["Mara Quist", "Ole Varn"]
    assert article.published
    assert article.published.date == "2014-03-04T10:20:00-05:00"
    assert article.updated
    assert article.body[0].paragraphs[0].startswith("The ferry to the outer islands sailed")


@pytest.mark.parametrize(
    "text", ["It sailed . It sank . ", "The ferry sailed .", "The mast : " + "word " * 9]
)
def test_short_sentences_are_no_lines_above_a_text(text: str) -> None:
    assert single(read_bytes(text.encode(), "a.story")).text == text


@pytest.mark.parametrize("data", [b"", b"@highlight\n\nOnly this", b"\n\n@highlight\n"])
def test_a_story_without_a_text_is_an_error(data: bytes) -> None:
    with pytest.raises(InputError, match=r"empty|white space"):
        single(read_bytes(data, "a.story"))


@pytest.mark.skipif(not SAMPLES.exists(), reason="the samples of formats are not beside the project")
def test_the_samples() -> None:
    found = {path.name[:5]: single(read_file(path)) for path in SAMPLES.glob("*.story")}
    highlights = {name: source.metadata.highlights for name, source in found.items() if source.metadata}
    assert {name: len(lines) for name, lines in highlights.items()} == {
        "017d2": 3,
        "06352": 4,
        "230c5": 2,
        "42c02": 3,
        "f001e": 2,
    }
    assert all(line not in source.text for name, source in found.items() for line in highlights[name])
    datelines = {path.name[:5]: parse_file(path).dateline for path in SAMPLES.glob("*.story")}
    assert {name: line.text if line else None for name, line in datelines.items()} == {
        "017d2": "WASHINGTON (CNN) --",
        "06352": "MINNEAPOLIS, Minnesota (CNN) --",
        "230c5": "(CNN)",
        "42c02": "LONDON, England (Reuters) --",
        "f001e": "(CNN)",
    }
