"""Text exports of ProQuest."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hashes import hashed
from newsparse import pipeline
from newsparse.errors import InputError
from newsparse.metadata import Metadata
from newsparse.readers import detect, files, read_bytes, read_file
from newsparse.readers.source import Source

FORMATS = Path(__file__).parents[3] / "shared" / "formats"
RULE = "_" * 60
FOOTER = "Contact us at: http://example.org/help\nDatabase copyright © 2025 ProQuest LLC.\n"
FERRY = """Document 1 of 2

Ferry returns to Skarn

Author: Quist, Mara

Publication info: The Skarn Herald ; Skarn. 04 Mar 2025: A.1.

Abstract: None available.

Links: https://example.org/openurl?id=1&amp;genre=article

Full text: The ferry to the outer islands sailed again on Monday.
Location: unknown, the captain joked.
“Never,” she said.
CAPTION: The ferry at the quay.
CREDIT: Mara Quist
CREDIT: Mara Quist Ole Varn

Subject: Ferries; Islands

Business indexing term: Subject: Ferries

Title: Ferry returns to Skarn after
nine years

Publication title: The Skarn Herald; Skarn

Publication date: Mar 4, 2025

Section: News

Placeof publication: Skarn

ProQuest document ID: 1234567890

DocumentURL: https://example.org/docview/1234567890
"""
HARBOUR = """Harbour closes

Links: https://example.org/openurl?id=2

Full text: The harbour closed on Tuesday, the council said.

Title: Harbour closes

Publication date: Mar 5, 2025
"""


def export(*articles: str) -> bytes:
    text = "\n".join(f"{RULE}\n\n{article}" for article in (*articles, FOOTER))
    return text.replace("\n", "\r\n").encode()


def names(stated: Metadata) -> tuple[str, ...]:
    return tuple(author.name for author in stated.byline.authors) if stated.byline else ()


def articles(data: bytes) -> list[Source]:
    found = list(read_bytes(data, "export.txt"))
    assert all(isinstance(each, Source) for each in found)
    return [each for each in found if isinstance(each, Source)]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_each_article_with_what_it_states(mark: bytes) -> None:
    ferry, harbour = articles(mark + export(FERRY, HARBOUR))
    assert ferry.text.splitlines() == [
        "The ferry to the outer islands sailed again on Monday.",
        "Location: unknown, the captain joked.",
        "“Never,” she said.",
    ]
    assert (ferry.origin.format, ferry.origin.index, ferry.origin.id) == ("proquest", 0, "1234567890")
    stated = ferry.metadata
    assert stated
    assert (stated.headline, names(stated)) == ("Ferry returns to Skarn after nine years", ("Mara Quist",))
    assert (stated.published, stated.site, stated.section) == ("2025-03-04", "The Skarn Herald", "News")
    assert stated.url == "https://example.org/docview/1234567890"
    assert [caption.text for caption in stated.captions] == ["The ferry at the quay."]
    assert [(credit.text, credit.names) for credit in stated.credits] == [
        ("Mara Quist", ("Mara Quist",)),
        ("Mara Quist Ole Varn", ()),
    ]
    assert stated.sources == {"headline": "title", "byline": "author", "published": "publication date"}
    assert harbour.text == "The harbour closed on Tuesday, the council said."
    assert harbour.metadata
    assert (harbour.metadata.headline, names(harbour.metadata)) == ("Harbour closes", ())
    assert pipeline.article(ferry).headline == "Ferry returns to Skarn after nine years"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_an_export_in_wide_characters(encoding: str) -> None:
    text = export(FERRY, HARBOUR).decode()
    wide = articles(text.encode(encoding))
    assert [each.text for each in wide] == [each.text for each in articles(text.encode())]
    assert {each.origin.encoding for each in wide} == {f"{encoding}-le"}
    named = list(read_bytes(text.encode("utf-16-be"), "a.txt", "utf-16-be", format="proquest"))
    assert len(named) == 2


def test_an_article_without_a_full_text_is_an_error_in_its_place() -> None:
    first, second, third = read_bytes(
        export(HARBOUR, HARBOUR.replace("Full text: The", "The"), HARBOUR), "export.txt"
    )
    assert isinstance(first, Source)
    assert isinstance(second, InputError)
    assert (second.wrong, second.index) == ("number 2 of the export: no full text", 1)
    assert isinstance(third, Source)


def test_an_article_that_is_too_large_is_an_error_in_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 2000)
    first, second = read_bytes(export(HARBOUR.replace("closed", "closed " * 400), HARBOUR), "export.txt")
    assert isinstance(first, InputError)
    assert "too large" in first.wrong
    assert isinstance(second, Source)


def test_a_text_that_is_cut_off_has_the_title_above_it() -> None:
    data = export(FERRY)
    (source,) = articles(data[: data.index(b" again")])
    assert source.text == "The ferry to the outer islands sailed"
    assert source.metadata
    assert source.metadata.headline == "Ferry returns to Skarn"


@settings(deadline=None)
@given(st.integers(0, len(export(FERRY, HARBOUR))))
def test_a_file_that_is_cut_off_anywhere_is_read_or_an_error(size: int) -> None:
    for each in read_bytes(export(FERRY, HARBOUR)[:size], "export.txt", format="proquest"):
        assert isinstance(each, InputError) or each.text.strip()


@pytest.mark.parametrize("text", [f"{RULE}\n\nA text below a rule.\n", f"A text.\n{RULE}\nFull text: here\n"])
def test_a_rule_alone_is_no_export(text: str) -> None:
    assert detect(text.encode(), "a.txt").name == "text"


@pytest.mark.skipif(not FORMATS.exists(), reason="the samples of formats are not beside the project")
@pytest.mark.parametrize(
    ("name", "count", "titles"),
    [
        ("big/star.txt", 373, {0: hashed("501d7be8cd960fb0"), 1: hashed("ca52257c5fc5fb29")}),
        ("big/spectator.txt", 500, {0: hashed("8e9d170cab0db6d6"), 1: hashed("43e94c0b24bfcc71")}),
        ("samples/proquest-txt/star-first6.txt", 6, {}),
        ("samples/proquest-txt/spectator-first6.txt", 6, {}),
        ("samples/proquest-txt/star-last2.txt", 2, {}),
        ("samples/proquest-txt/spectator-last2.txt", 2, {}),
    ],
)
def test_the_samples(name: str, count: int, titles: dict[int, str]) -> None:
    found = list(read_file(FORMATS / name))
    assert len(found) == count
    for each in found:
        assert isinstance(each, Source)
        assert each.metadata
        assert each.metadata.headline
        assert each.metadata.section
        assert each.origin.id
        assert "ProQuest document ID" not in each.text
    for index, title in titles.items():
        source = found[index]
        assert isinstance(source, Source)
        assert source.metadata
        assert source.metadata.headline == title
        assert source.metadata.published == ("2022-03-09" if "star" in name else "2024-09-20")
