"""HTML exports of Europresse, Integrum and Yomidas."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsparse.errors import InputError
from newsparse.readers import detect, read_bytes, read_file
from newsparse.readers.source import Source

SAMPLES = Path(__file__).parents[2] / "samples" / "formats"
FORMATS = Path(__file__).parents[3] / "shared" / "formats" / "samples"
NAMES = ("europresse.html", "europresse-old.html", "integrum.html", "yomidas.html")


def articles(data: bytes) -> list[Source]:
    found = list(read_bytes(data, "export.html"))
    assert all(isinstance(each, Source) for each in found)
    return [each for each in found if isinstance(each, Source)]


def test_both_forms_of_europresse_state_the_same() -> None:
    for name, kicker in (("europresse.html", "TRIBUNES"), ("europresse-old.html", "Après la tempête")):
        first, second = articles((SAMPLES / name).read_bytes())
        stated = first.metadata
        assert stated
        assert stated.byline
        assert stated.byline.authors[0].name == "Ariane Quist"
        assert (stated.headline or "").startswith("Le bac repart")
        assert stated.kicker == kicker
        assert "certificat" not in first.text
        assert len(first.text.split("\n\n")) == 2
        assert second.metadata
        assert (second.metadata.headline, second.metadata.byline) == ("Le port ferme", None)
        assert second.metadata.section is None


def test_a_header_in_english() -> None:
    page = (SAMPLES / "europresse.html").read_text("utf-8")
    page = page.replace(
        "Communication, mardi 14 mars 2006, p. 16", "Business, Tuesday, March 14, 2006, p. B3"
    )
    stated = articles(page.encode())[0].metadata
    assert stated
    assert (stated.section, stated.published) == ("Business", "2006-03-14")


def test_an_article_of_europresse_in_another_is_its_own() -> None:
    cell = (
        '<div><table><tr><td><span class="DocPublicationName">Le Port</span>'
        '<span class="titreArticleVisu">{0}</span><p>{0}'
    )
    page = "<html><body>" + "".join(cell.format(f"Le bac {number} repart.") for number in range(40))
    assert [found.text for found in articles(page.encode())] == [f"Le bac {i} repart." for i in range(40)]


def test_a_page_about_a_class_is_a_page() -> None:
    page = b"<!DOCTYPE html><style>.DocPublicationName{color:red}</style><p>The ferry sailed.</p>"
    assert detect(page, "a.html").name == "html"


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(NAMES), st.data())
def test_a_page_that_is_damaged_anywhere_is_read_or_an_error(name: str, data: st.DataObject) -> None:
    page = (SAMPLES / name).read_bytes()
    at = data.draw(st.integers(1, len(page)))
    damaged = page[:at] + data.draw(st.binary(max_size=3)) + page[at:] * data.draw(st.integers(0, 2))
    for each in read_bytes(damaged, name, format=name.partition(".")[0].partition("-")[0]):
        assert isinstance(each, InputError) or each.text.strip()


@pytest.mark.skipif(not FORMATS.exists(), reason="the samples of formats are not beside the project")
@pytest.mark.parametrize(
    ("name", "rows"),
    [
        (
            "europresse-html/test1.html",
            [
                ("A heading: some text", None, "2013-10-05", "l'Humanité"),
                ("Another heading with colored text inside", "Second Author", "2012-10-03", "Mag"),
                ("Heading", None, "2012-10-04", "Magazine 1, no. 5968"),
            ],
        ),
        (
            "europresse-html/test2.html",
            [
                ("Title", "Author", "2006-03-14", "Newspaper"),
                ("Title", "Ariane Chemin", "2006-03-14", "Newspaper"),
                ("A heading", None, "2006-03-13", "Newspaper"),
                ("Title", "Author", "2006-03-13", "Newspaper"),
            ],
        ),
    ],
)
def test_the_samples_of_europresse(name: str, rows: list[tuple[str, str | None, str, str]]) -> None:
    found = [each.metadata for each in read_file(FORMATS / name) if isinstance(each, Source)]
    assert len(found) == len(rows)
    for stated, (headline, author, day, site) in zip(found, rows, strict=True):
        assert stated
        assert (stated.headline, stated.published, stated.site) == (headline, day, site)
        assert author is None or (stated.byline and stated.byline.text == author)


@pytest.mark.skipif(not FORMATS.exists(), reason="the samples of formats are not beside the project")
@pytest.mark.parametrize(("name", "count"), [("integrum_moscow.html", 27), ("yomidasu_2009.html", 40)])
def test_the_samples_of_other_archives(name: str, count: int) -> None:
    found = list(read_file(FORMATS / "other-archives-html" / name))
    assert len(found) == count
    for each in found:
        assert isinstance(each, Source)
        assert each.metadata
        assert each.metadata.headline
        assert each.metadata.published
