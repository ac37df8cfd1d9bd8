"""Factiva exports as HTML."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hashes import hashed
from newsparse import pipeline
from newsparse.errors import InputError
from newsparse.metadata import Metadata
from newsparse.readers import detect, read_bytes, read_file
from newsparse.readers.source import Source

SAMPLES = Path(__file__).parents[3] / "shared" / "formats" / "samples" / "factiva-html"
PLAIN = """<div id="article-SKARN00020170401ed4100001" class="article"><div class="article deArticle"><p></p>
<div>Inseln; 1</div>
<div id="hd"><span class="deHeadline counted">1) Die Fähre <b>fährt</b> wieder </span></div>
<div class="author">Mara Quist </div><div>Aus Skarn</div><div>1.285 Wörter</div><div>1 April 2017</div>
<div>17:04</div><div>Inselblatt Online</div><div>SKARN</div><div>Deutsch</div><div>Copyright 2017.</div>
<p class="articleParagraph dearticleParagraph">Die Fähre fuhr am Montag
wieder zu den Inseln.</p>
<p class="articleParagraph dearticleParagraph">„Nie“, sagte sie.</p>
<p>Dokument SKARN00020170401ed4100001</p></div></div>
"""
KOREAN = """<div class="article koArticle"><div id="hd"><span class="koHeadline">1) 항구 폐쇄</span></div>
<div>24 字</div><div>2018 年 10 月 7 日 17:04</div><div>섬 신문</div>
<p class="articleParagraph koarticleParagraph">항구가 화요일에 폐쇄되었다.</p></div>
"""
CODED = """<div class="article enArticle"><table>
<tr><td class="index"><b>SE</b>&nbsp;</td><td>News</td></tr>
<tr><td class="index"><b>HD</b>&nbsp;</td><td><b class="enHeadline">Harbour closes</b></td></tr>
<tr><td class="index"><b>BY</b>&nbsp;</td><td>By Ole Varn</td></tr>
<tr><td class="index"><b>PD</b>&nbsp;</td><td>29 décembre 2011</td></tr>
<tr><td class="index"><b>SN</b>&nbsp;</td><td>The Skarn Herald</td></tr>
<tr><td class="index"><p><b>LP</b></p></td><td><p class="articleParagraph">The harbour closed.</p></td></tr>
<tr><td class="index"><p><b>TD</b></p></td><td><p class="articleParagraph">The council said so.</p></td></tr>
<tr><td class="index"><b>AN</b>&nbsp;</td><td>Document HERALD0020111229e7ct0001r</td></tr></table></div>
"""


def page(*articles: str) -> bytes:
    return f"<html><head><title>Factiva</title></head><body>{''.join(articles)}</body></html>".encode()


def names(stated: Metadata) -> tuple[str, ...]:
    return tuple(author.name for author in stated.byline.authors) if stated.byline else ()


def articles(data: bytes) -> list[Source]:
    found = list(read_bytes(data, "export.html"))
    assert all(isinstance(each, Source) for each in found)
    return [each for each in found if isinstance(each, Source)]


def test_each_article_with_what_it_states() -> None:
    german, korean, coded = articles(page(PLAIN, KOREAN, CODED))
    assert german.text == "Die Fähre fuhr am Montag wieder zu den Inseln.\n\n„Nie“, sagte sie."
    assert (german.origin.format, german.origin.index) == ("factiva", 0)
    assert german.origin.id == "SKARN00020170401ed4100001"
    stated = german.metadata
    assert stated
    assert (stated.headline, names(stated)) == ("Die Fähre fährt wieder", ("Mara Quist",))
    assert (stated.published, stated.site) == ("2017-04-01T17:04:00", "Inselblatt Online")
    assert (stated.section, stated.language) == ("Inseln", "de")
    assert pipeline.article(german).headline == "Die Fähre fährt wieder"
    assert korean.metadata
    assert (korean.metadata.headline, korean.metadata.site) == ("1) 항구 폐쇄", "섬 신문")
    assert (korean.metadata.published or "").startswith("2018-10-07")
    assert coded.text == "The harbour closed.\n\nThe council said so."
    assert coded.origin.id == "HERALD0020111229e7ct0001r"
    stated = coded.metadata
    assert stated
    assert (stated.headline, names(stated)) == ("Harbour closes", ("Ole Varn",))
    assert (stated.published, stated.section) == ("2011-12-29", "News")
    assert stated.sources == {"headline": "HD", "byline": "BY", "published": "PD"}


def test_an_article_without_paragraphs_is_an_error_in_its_place() -> None:
    first, second = read_bytes(page(PLAIN.replace("articleParagraph", ""), CODED), "export.html")
    assert isinstance(first, InputError)
    assert (first.wrong, first.index) == ("number 1 of the export: no text", 0)
    assert isinstance(second, Source)


def test_a_page_of_factiva_without_articles_is_an_error() -> None:
    (error,) = read_bytes(page("<p>Log in</p>"), "export.html")
    assert isinstance(error, InputError)
    assert error.wrong == "no article in it"


def test_a_page_about_factiva_is_a_page() -> None:
    about = page("<p class='article'>It was sold.</p>").replace(b">Factiva<", b">Factiva is sold<")
    assert detect(about, "a.html").name == "html"
    assert detect(page(CODED).replace(b">Factiva<", b">Saved<"), "a.html").name == "factiva"


def test_a_byline_in_the_language_of_the_text() -> None:
    french = PLAIN.replace("deArticle", "frArticle").replace("Mara Quist", "Par Mara Quist, à Skarn")
    (found,) = articles(page(french.replace("Copyright 2017.", "Tous droits réservés, Skarn 2017")))
    assert found.metadata
    assert names(found.metadata) == ("Mara Quist",)
    assert found.metadata.copyright == "Tous droits réservés, Skarn 2017"


@settings(max_examples=30, deadline=None)
@given(st.integers(0, len(page(PLAIN, CODED))))
def test_a_file_that_is_cut_off_anywhere_is_read_or_an_error(size: int) -> None:
    for each in read_bytes(page(PLAIN, CODED)[:size], "export.html", format="factiva"):
        assert isinstance(each, InputError) or each.text.strip()


@pytest.mark.skipif(not SAMPLES.exists(), reason="the samples of formats are not beside the project")
@pytest.mark.parametrize(
    ("name", "count", "first"),
    [
        ("chinese-ui", 97, None),
        ("chosun_ilbo_1_2018-05-28", 59, (None, "표태준", "2018-05-31")),
        ("german-ui", 100, (hashed("e8099190c423f911"), "Sarah Pepin", "2017-04-01")),
        ("irish-independence_1_2017-11-14", 44, (hashed("89cb19ef27a1c517"), None, "2017-11-13")),
        (
            "nyt_1_1993-01-03",
            27,
            (hashed("f1c9359365a5ef48"), "Alan Riding", "1993-01-09"),
        ),
        ("suddeutsche_1_2017-11-19", 51, None),
        ("tm_factiva_test", 2, ("Test 1", None, "2011-12-29")),
    ],
)
def test_the_samples(name: str, count: int, first: tuple[str | None, str | None, str] | None) -> None:
    found = [each.metadata for each in read_file(SAMPLES / f"{name}.html") if isinstance(each, Source)]
    assert len(found) == count
    assert all(stated and stated.headline and stated.published for stated in found)
    if first and found[0]:
        headline, author, day = first
        assert headline in (None, found[0].headline)
        assert (names(found[0]) or (None,)) == (author,)
        assert found[0].published
        assert found[0].published[:10] == day


@pytest.mark.skipif(not SAMPLES.exists(), reason="the samples of formats are not beside the project")
@pytest.mark.parametrize(
    ("name", "headline", "author", "day"),
    [
        ("nyt_1_1993-01-03", hashed("6613b6b1ddd694b1"), "John F. Burns", "1993-01-09"),
        ("irish-independence_1_2017-11-14", hashed("9f125c863e783c75"), None, "2017-11-11"),
    ],
)
def test_the_second_of_the_samples(name: str, headline: str, author: str | None, day: str) -> None:
    _, second, *_ = read_file(SAMPLES / f"{name}.html")
    assert isinstance(second, Source)
    assert second.metadata
    assert (second.metadata.headline, second.metadata.published) == (headline, day)
    assert (names(second.metadata) or (None,)) == (author,)
