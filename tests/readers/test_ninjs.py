"""ninjs in its versions, and JSON-LD of schema.org in files of its own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hashes import hashed
from newsparse import pipeline
from newsparse.article import Author, Caption, Credit, Note, PhotoCredit
from newsparse.errors import InputError
from newsparse.metadata import Metadata
from newsparse.readers import detect, read_bytes, read_file
from newsparse.readers.source import Source
from newsparse.writers import write

SAMPLES = Path(__file__).parents[2] / "samples" / "formats"
REAL = Path(__file__).parents[3] / "shared" / "formats" / "samples" / "ninjs"
NINJS, SCHEMA_ORG = (SAMPLES / "ferry.ninjs").read_bytes(), (SAMPLES / "ferry.jsonld").read_bytes()
SENTENCE = "The ferry to the outer islands sailed again on Monday."
ONE: dict[str, Any] = {"uri": "urn:1", "headline": "Ferry sails", "body_text": SENTENCE}
THREE: dict[str, Any] = {
    "uri": "urn:3",
    "headlines": [{"value": "Ferry sails"}],
    "bodies": [{"contentType": "text/plain", "value": SENTENCE}],
}
STORY = {
    "@context": "http://schema.org/",
    "@type": "NewsArticle",
    "headline": "Ferry",
    "articleBody": SENTENCE,
}


def sources(value: object) -> list[Source]:
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    found = list(read_bytes(data, "-"))
    assert all(isinstance(each, Source) for each in found), found
    return [each for each in found if isinstance(each, Source)]


def stated(value: object) -> Metadata:
    (source,) = sources(value)
    assert source.metadata
    return source.metadata


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (ONE, "ninjs"),
        ([ONE], "ninjs"),
        (THREE, "ninjs"),
        ({"guid": "urn:1", "headline": "Ferry", "versioncreated": "2025-03-04"}, "ninjs"),
        (STORY, "schema-org"),
        ({"@context": {"@vocab": "https://schema.org/"}, "@type": "Article"}, "schema-org"),
        ({"url": "https://a.example", "headline": "Ferry", "text": SENTENCE}, "jsonl"),
    ],
)
def test_it_is_recognised_by_its_keys(value: object, name: str) -> None:
    assert detect(json.dumps(value).encode(), "-").name == name


@pytest.mark.parametrize("form", ["array", "lines", "indented"])
def test_one_item_an_array_or_one_a_line(form: str) -> None:
    data = {
        "array": json.dumps([ONE, THREE]),
        "lines": f"{json.dumps(ONE)}\n\n{json.dumps(THREE)}\n",
        "indented": json.dumps([ONE, THREE], indent=2),
    }[form]
    first, second = sources(data.encode())
    assert first.text == second.text == SENTENCE
    assert [each.origin.id for each in (first, second)] == ["urn:1", "urn:3"]
    assert [each.metadata.headline for each in (first, second) if each.metadata] == ["Ferry sails"] * 2


def test_html_goes_before_plain_text() -> None:
    page = {"contentType": "text/html", "value": f"<p>{SENTENCE}</p><h2>Fog</h2>"}
    (source,) = sources({**THREE, "bodies": [*THREE["bodies"], page]})
    assert source.text == f"{SENTENCE}\n\nFog"
    assert source.markup
    (source,) = sources({**ONE, "body_html": f"{SENTENCE}<br/>It was\nfoggy."})
    assert source.text == f"{SENTENCE}\nIt was foggy."


def test_the_parts_that_an_item_states() -> None:
    article = pipeline.article(sources(NINJS)[0])
    assert article.headline == "Ferry to the outer islands sails again"
    assert article.byline
    assert [author.name for author in article.byline.authors] == ["Mara Quist", "Gianni d'Orto"]
    assert article.published
    assert article.published.date == "2025-03-04T11:37:00+01:00"
    assert article.dateline
    assert article.dateline.location == "Port Ellery"
    assert article.captions == (
        Caption(
            "The ferry at the quay of Port Ellery on Monday.",
            PhotoCredit("Ole Varn/AP", ("Ole Varn",), ("AP",)),
        ),
    )
    assert article.notes == (Note("editor", "Adds quote."),)
    assert (article.site, article.section, article.language) == ("Norlund Press", "Islands", "en")


def test_a_description_is_the_deck_unless_it_copies_the_text_and_the_text_where_there_is_no_other() -> None:
    assert stated({**ONE, "description_text": "After <b>years</b>"}).deck == "After years"
    assert stated({**ONE, "description_text": "The ferry to the outer islands"}).deck is None
    (source,) = sources({**ONE, "body_text": "", "description_text": SENTENCE})
    assert source.text == SENTENCE
    assert source.metadata
    assert source.metadata.deck is None


def test_pictures_and_films_are_told_apart() -> None:
    picture = {**ONE, "type": "picture"}
    first, second, third, fourth = read_bytes(json.dumps([picture, ONE, 3, {"uri": "a"}]).encode(), "a.ninjs")
    assert isinstance(first, InputError)
    assert first.wrong == "item 1: picture, not a text"
    assert isinstance(second, Source)
    assert isinstance(third, InputError)
    assert isinstance(fourth, InputError)
    assert fourth.wrong == "row 4: no headline or text of ninjs"


def test_json_that_is_cut_off_is_an_error() -> None:
    (found,) = read_bytes(NINJS[:-10], "a.json")
    assert isinstance(found, InputError)
    assert found.wrong == "JSON that is broken or cut off"


def test_the_parts_of_a_news_article() -> None:
    found = stated(SCHEMA_ORG)
    assert found.headline == "Ferry to the outer islands sails again"
    assert found.byline
    assert found.byline.authors == (Author("Mara Quist", "Sea Writer", "The Skarn Herald"),)
    assert (found.published, found.updated) == ("2025-03-04T11:37:00+01:00", "2025-03-05")
    assert found.dateline
    assert found.dateline.location == "Port Ellery"
    assert found.credits == (Credit("Tom Veld", "editor", ("Tom Veld",)),)
    assert [note.kind for note in found.notes] == ["correction"]
    assert found.image == "https://skarn.example/quay.jpg"
    assert [caption.text for caption in found.captions] == ["The ferry at the quay of Port Ellery on Monday."]


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("By Mara Quist and Ole Varn", ["Mara Quist", "Ole Varn"]),
        (["Mara Quist", {"name": "Ole Varn"}], ["Mara Quist", "Ole Varn"]),
        ({"@type": "Organization", "name": "AP"}, ["AP"]),
        (3, []),
    ],
)
def test_authors_in_any_form(author: object, names: list[str]) -> None:
    byline = stated({**STORY, "author": author}).byline
    assert [each.name for each in (byline.authors if byline else ())] == names


@pytest.mark.parametrize(
    ("value", "count"),
    [
        (STORY, 1),
        ([STORY, STORY], 2),
        ({"@context": "https://schema.org", "@graph": [{"@type": "WebSite"}, STORY, STORY]}, 2),
        ({"@context": "https://schema.org", "@type": "WebPage", "mainEntity": STORY}, 1),
    ],
)
def test_articles_are_found_where_they_stand(value: object, count: int) -> None:
    assert [source.text for source in sources(value)] == [SENTENCE] * count


@pytest.mark.parametrize(
    ("value", "wrong"),
    [
        (
            {"@context": STORY["@context"], "@type": "Recipe"},
            "item 1: JSON-LD of another kind, not a text",
        ),
        ({**STORY, "articleBody": ""}, "number 1 of the export: no articleBody"),
    ],
)
def test_what_is_no_article_is_an_error(value: object, wrong: str) -> None:
    (found,) = read_bytes(json.dumps(value).encode(), "-")
    assert isinstance(found, InputError)
    assert found.wrong == wrong


def test_what_newsparse_exports_is_read_back() -> None:
    article = pipeline.article(sources(SCHEMA_ORG)[0])
    again = pipeline.article(sources(write(article, "schema-org").encode())[0])
    assert (again.headline, again.byline, again.published) == (
        article.headline,
        article.byline,
        article.published,
    )
    assert (again.captions, again.tags, again.body) == (article.captions, article.tags, article.body)


@settings(deadline=None, max_examples=60)
@given(
    data=st.sampled_from((NINJS, SCHEMA_ORG)),
    start=st.integers(0, 2500),
    end=st.integers(0, 2500),
    junk=st.binary(max_size=8),
    times=st.integers(1, 2),
)
def test_any_json_gives_articles_or_clear_errors(
    data: bytes, start: int, end: int, junk: bytes, times: int
) -> None:
    for found in read_bytes((data[:start] + junk + data[end:]) * times, "item.ninjs"):
        assert isinstance(found, Source | InputError)


json_values = st.recursive(
    st.none() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@settings(deadline=None, max_examples=60)
@given(key=st.sampled_from(sorted({**ONE, **THREE, "associations": 1, "byline": 1})), value=json_values)
def test_values_of_any_kind_do_no_harm(key: str, value: object) -> None:
    for base in (ONE, THREE):
        for found in read_bytes(json.dumps({**base, key: value}).encode(), "-", format="ninjs"):
            assert isinstance(found, Source | InputError)


@settings(deadline=None, max_examples=60)
@given(
    key=st.sampled_from(sorted({*STORY, "author", "image", "contributor", "publisher"})), value=json_values
)
def test_values_of_any_kind_do_no_harm_in_json_ld(key: str, value: object) -> None:
    for found in read_bytes(json.dumps({**STORY, key: value}).encode(), "-", format="schema-org"):
        assert isinstance(found, Source | InputError)


@pytest.mark.skipif(not REAL.exists(), reason="the samples of formats are not beside the project")
@pytest.mark.parametrize(
    ("name", "headline", "authors", "date"),
    [
        ("ninjsExSimpleText1.json", hashed("de56c1c1ceaba3b8"),
         ["Paulo Santalucia", "Frances d'Emilio"], "2013-07-09T10:37:00+00:00"),
        ("v3_ninjsExSimpleText_3.json", hashed("de56c1c1ceaba3b8"),
         ["Paulo Santalucia", "Frances d'Emilio"], "2013-07-09T10:37:00+00:00"),
        ("ninjs2.json", hashed("759601767c8e843d"),
         ["Henning Gloystein"], "2017-08-24T01:58:40+00:00"),
        ("v3_dpa_text.json", hashed("d3a0f8cf1ccb950e"),
         ["Christian Hollmann"], "2019-05-10T16:02:28+02:00"),
    ],
)  # fmt: skip
def test_the_real_items(name: str, headline: str, authors: list[str], date: str) -> None:
    (source,) = read_file(REAL / name)
    assert isinstance(source, Source)
    article = pipeline.article(source)
    assert article.headline == headline
    assert article.byline
    assert [author.name for author in article.byline.authors] == authors
    assert article.published
    assert article.published.date == date
    if "SimpleText" in name:
        assert article.dateline
        assert (article.dateline.location, article.dateline.organization) == ("Grosseto, Italy", "AP")


@pytest.mark.skipif(not REAL.exists(), reason="the samples of formats are not beside the project")
def test_the_real_files_of_other_kinds_are_refused() -> None:
    for name in ("ap_media_text_item.json", "bbc-ninjs-text-test.json", "v3_ap_video.json", "ninjs3.json"):
        (found,) = read_file(REAL / name)
        assert isinstance(found, InputError)
