"""NITF, NewsML-G2 and NewsML 1, and XML that does harm or is of another kind."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hashes import hashed
from newsparse import pipeline
from newsparse.article import Author, Caption, Dateline, Note, PhotoCredit
from newsparse.errors import InputError
from newsparse.metadata import Metadata
from newsparse.readers import detect, read_bytes, read_file
from newsparse.readers.source import Source

SAMPLES = Path(__file__).parents[2] / "samples" / "formats"
REAL = Path(__file__).parents[3] / "shared" / "formats" / "samples"
NITF, G2, ONE = ((SAMPLES / name).read_bytes() for name in ("ferry.nitf", "ferry.newsml", "ferry.xml"))
SENTENCE = "The ferry to the outer islands sailed again on Monday after nine years."


def nitf(body_head: str = "", content: str = f"<p>{SENTENCE}</p>", head: str = "", end: str = "") -> str:
    return (
        f"<nitf><head>{head}</head><body><body.head>{body_head}</body.head>"
        f"<body.content>{content}</body.content>{end}</body></nitf>"
    )


def g2(*items: str) -> str:
    return f"<newsMessage><itemSet>{''.join(items)}</itemSet></newsMessage>"


def item(
    meta: str = "", content: str = f"<html><body><p>{SENTENCE}</p></body></html>", kind: str = "text"
) -> str:
    return (
        f"<newsItem guid='1'><itemMeta><itemClass qcode='ninat:{kind}'/></itemMeta>"
        f"<contentMeta>{meta}</contentMeta><contentSet><inlineXML>{content}</inlineXML></contentSet></newsItem>"
    )


def component(content: str, lines: str = "", role: str = "Main") -> str:
    return (
        f"<NewsComponent><Role FormalName='{role}'/><NewsLines>{lines}</NewsLines>"
        f"<ContentItem><DataContent>{content}</DataContent></ContentItem></NewsComponent>"
    )


def newsml1(*components: str) -> str:
    return f"<NewsML><NewsItem><NewsComponent>{''.join(components)}</NewsComponent></NewsItem></NewsML>"


def sources(xml: str | bytes) -> list[Source]:
    found = list(read_bytes(xml.encode() if isinstance(xml, str) else xml, "item.xml"))
    assert all(isinstance(each, Source) for each in found), found
    return [each for each in found if isinstance(each, Source)]


def stated(xml: str | bytes) -> Metadata:
    (source,) = sources(xml)
    assert source.metadata
    return source.metadata


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (NITF, "nitf"),
        (b"\xef\xbb\xbf<n:nitf xmlns:n='http://iptc.org/std/NITF/2006-10-18/'>", "nitf"),
        (b"\n<!-- a --><!DOCTYPE nitf [<!ENTITY a 'b'>]>\n<nitf>", "nitf"),
        (G2, "newsml"),
        (b"<?xml version='1.0'?>\n<?pi?>\n<ns0:newsItem>", "newsml"),
        (ONE, "newsml1"),
    ],
)
def test_the_root_says_what_it_is(head: bytes, name: str) -> None:
    assert detect(head, "-").name == name


def test_the_samples_keep_their_parts() -> None:
    for data in (NITF, G2, ONE):
        article = pipeline.article(sources(data)[0])
        assert article.headline == "Ferry to the outer islands sails again"
        assert article.byline
        assert [author.name for author in article.byline.authors] == ["Mara Quist"]
        assert article.published
        assert (article.published.date or "").startswith("2025-03-04T11:37:00")
        assert article.dateline
        assert (article.dateline.location or "").startswith("Port Ellery")
        assert "ferry to the outer islands sailed" in article.body[0].paragraphs[0]


def test_a_title_is_not_glued_to_its_name() -> None:
    byline = stated(nitf("<byline>By MARA QUIST<byttl>AP Business Writer</byttl></byline>")).byline
    assert byline
    assert byline.authors == (Author("Mara Quist", "Business Writer", "AP"),)


def test_a_byline_of_initials_names_nobody() -> None:
    assert stated(nitf("<byline>gr/bp</byline>")).byline is None


def test_the_printed_byline_goes_before_the_normalized_one_and_the_full_text_before_the_lead() -> None:
    head = (
        "<meta name='publication_year' content='2007'/><meta name='publication_month' content='2'/>"
        "<meta name='publication_day_of_month' content='1'/>"
    )
    content = (
        f"<block class='lead_paragraph'><p>{SENTENCE}</p></block>"
        f"<block class='full_text'><p>{SENTENCE}</p></block>"
        "<block class='correction_text'><p>Correction: It was Tuesday.</p></block>"
    )
    bylines = (
        "<byline class='print_byline'>By Mara Quist</byline>"
        "<byline class='normalized_byline'>Quist, Mara</byline>"
    )
    (source,) = sources(nitf(f"<hedline><hl1>Ferry</hl1></hedline>{bylines}", content, head))
    assert source.text == SENTENCE
    assert source.metadata
    assert source.metadata.published == "2007-02-01"
    assert source.metadata.byline
    assert source.metadata.byline.authors == (Author("Mara Quist"),)
    assert source.metadata.notes == (Note("correction", "Correction: It was Tuesday."),)


@pytest.mark.parametrize(
    ("dateline", "expected"),
    [
        ("<location>NEW YORK</location>", Dateline("NEW YORK", "New York")),
        ("<location><city>Newport News</city>, <state>VA</state></location>",
         Dateline("Newport News, VA", "Newport News, VA")),
        ("Oslo", Dateline("Oslo", "Oslo")),
        ("<location>Oslo</location><story.date norm='20170102T222800+0000'/>",
         Dateline("Oslo", "Oslo", None, "2017-01-02")),
        ("<story.date norm='20170102T222800+0000'>20170102T222800+0000</story.date>", None),
    ],
)  # fmt: skip
def test_a_dateline_has_a_place(dateline: str, expected: Dateline | None) -> None:
    assert stated(nitf(f"<dateline>{dateline}</dateline>")).dateline == expected


def test_the_title_stands_where_there_is_no_headline_and_copies_of_it_are_no_deck() -> None:
    head = "<title>Ferry sails</title><docdata><key-list><keyword key='FERRIES'/></key-list></docdata>"
    assert stated(nitf(head=head)).headline == "Ferry sails"
    lines = "<hedline><hl1>Ferry sails</hl1><hl2>Ferry sails</hl2><hl2>FERRIES</hl2></hedline>"
    assert stated(nitf(lines, head=head)).deck is None
    assert stated(nitf(f"{lines}<abstract><p>On Monday.</p></abstract>")).deck == "FERRIES On Monday."


def test_pictures_are_captions_and_no_text() -> None:
    media = (
        "<media><media-caption>The quay.</media-caption><media-producer>Ole Varn</media-producer></media>"
        "<media><media-caption>Photo: Ole Varn/AP</media-caption></media><media/>"
    )
    (source,) = sources(
        nitf(content=f"{media}<p>{SENTENCE}</p>", end="<body.end><tagline>By NP</tagline></body.end>")
    )
    assert source.text.splitlines() == [SENTENCE, "", "By NP"]
    assert source.metadata
    assert source.metadata.captions == (
        Caption("The quay.", PhotoCredit("Ole Varn", ("Ole Varn",))),
        Caption(None, PhotoCredit("Ole Varn/AP", ("Ole Varn",), ("AP",))),
    )


def test_lines_that_software_wrapped_are_joined() -> None:
    wrapped = (
        "<p>The ferry has been cleared to make its first trip of the spring to <br/>the outer islands from "
        "the north pier on Saturday.</p><p>Harbour 1<br/>Islands 2</p>"
    )
    (source,) = sources(nitf(content=wrapped))
    assert [line for line in source.text.splitlines() if line] == [
        "The ferry has been cleared to make its first trip of the spring to the outer islands from the north "
        "pier on Saturday.",
        "Harbour 1",
        "Islands 2",
    ]


def test_each_item_with_a_text_is_an_article_and_pictures_are_captions() -> None:
    picture = item("<description>The quay.</description>", "", "picture")
    (source,) = sources(g2(item("<headline>Ferry sails</headline>"), picture))
    assert source.metadata
    assert source.metadata.captions == (Caption("The quay."),)
    first, second = sources(g2(item("<headline>One</headline>"), picture, item("<headline>Two</headline>")))
    assert [each.metadata.headline for each in (first, second) if each.metadata] == ["One", "Two"]
    assert (first.origin.index, second.origin.index) == (0, 1)


def test_the_lines_of_an_item() -> None:
    meta = (
        "<contentCreated>2025-03-04T10:00:00Z</contentCreated><contentModified>2025-03-05</contentModified>"
        "<headline>Ferry sails</headline><headline role='hld:subHeadline'>After years</headline>"
        "<dateline>2025-03-04 10:00:00 GMT+00:00</dateline><by>By Mara Quist</by>"
    )
    found = stated(g2(item(meta)))
    assert (found.headline, found.deck, found.dateline) == ("Ferry sails", "After years", None)
    assert (found.published, found.updated) == ("2025-03-04T10:00:00+00:00", "2025-03-05")


def test_a_nitf_document_in_an_item_completes_it() -> None:
    inner = nitf("<hedline><hl1>Inner</hl1></hedline><byline>By Mara Quist</byline>")
    found = stated(g2(item("<headline>Outer</headline>", inner)))
    assert found.headline == "Outer"
    assert found.byline
    assert found.sources == {"headline": "newsml", "byline": "nitf"}


@pytest.mark.parametrize(
    "content",
    ["&lt;p&gt;It sailed on &lt;b&gt;Monday.&lt;/b&gt;&lt;/p&gt;", "It sailed on Monday.",
     "<p>It sailed on Monday.</p>"],
)  # fmt: skip
def test_content_may_be_escaped_or_plain(content: str) -> None:
    data = f"<newsItem><contentSet><inlineData>{content}</inlineData></contentSet></newsItem>"
    assert [source.text for source in sources(data)] == ["It sailed on Monday."]


def test_the_components_of_newsml_1() -> None:
    lines = "<HeadLine>Ferry sails</HeadLine><DateLine>STOCKHOLM, Aug 29, 2014 (AFP) -</DateLine>"
    found = stated(
        newsml1(
            component("body {}", role="StyleSheet"),
            component(f"<p>{SENTENCE}</p>", lines),
            component("<p>The quay.</p>", role="Caption"),
        )
    )
    assert found.headline == "Ferry sails"
    assert found.dateline == Dateline("STOCKHOLM, Aug 29, 2014 (AFP) -", "Stockholm", "AFP", "2014-08-29")
    assert found.captions == (Caption("The quay."),)
    two = newsml1(
        *(component(f"<p>{SENTENCE}</p>", f"<HeadLine>{name}</HeadLine>") for name in ("One", "Two"))
    )
    assert [each.metadata.headline for each in sources(two) if each.metadata] == ["One", "Two"]


@pytest.mark.parametrize(
    ("xml", "wrong"),
    [
        (g2(item(content="")), "news items without a text of their own"),
        (g2("<packageItem><contentMeta><headline>Ferry</headline></contentMeta></packageItem>"),
         "news items without a text of their own"),
        (newsml1(component("", "<HeadLine>Ferry</HeadLine>")), "news items without a text of their own"),
        (nitf(content=""), "number 1 of the export: a page that shows no text"),
        ("<stock><item>Rope</item></stock>", "XML of a kind that is not read, not text"),
        ("<a" * 400, "XML that is broken or cut off"),
    ],
)  # fmt: skip
def test_without_a_text_there_is_no_article(xml: str, wrong: str) -> None:
    (found,) = read_bytes(xml.encode(), "item.xml")
    assert isinstance(found, InputError)
    assert found.wrong.startswith(wrong)


def test_a_package_that_says_who_wrote_it_is_an_article_without_its_text() -> None:
    package = (
        "<packageItem><contentMeta><headline>Ferry sails</headline><by>By Mara Quist</by></contentMeta>"
        "</packageItem>"
    )
    (source,) = sources(g2(package))
    article = pipeline.article(source)
    assert (article.headline, article.body) == ("Ferry sails", ())
    assert article.byline


def test_a_file_that_is_cut_off_gives_what_stands_before_and_says_so() -> None:
    first, second, last = read_bytes(G2[: G2.index(b"so that divers")], "item.xml")
    assert isinstance(first, Source)
    assert isinstance(second, Source)
    assert second.text.endswith("closed on Tuesday")
    assert isinstance(last, InputError)
    assert last.wrong.startswith("XML that is broken or cut off")


@pytest.mark.parametrize(
    "doctype",
    [
        "<!DOCTYPE nitf [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>",
        "<!DOCTYPE nitf [<!ENTITY x SYSTEM 'http://localhost:9/x'>]>",
        "<!DOCTYPE nitf [<!ENTITY y 'lol'><!ENTITY x '" + "&y;" * 1000 + "'>]>",
    ],
)
def test_no_entity_is_expanded(doctype: str) -> None:
    content = f"<p>{SENTENCE}</p><p>Its fare is &x; and five &euro;, caf&eacute; aboard.</p>"
    (source,) = sources(doctype + nitf(content=content))
    assert "root:" not in source.text
    assert "lol" not in source.text
    assert "five €, café aboard." in source.text


def test_deep_and_wide_trees_end() -> None:
    deep = nitf(content="<block>" * 5000 + f"<p>{SENTENCE}</p>" + "</block>" * 5000)
    for found in read_bytes(deep.encode(), "item.xml"):
        assert isinstance(found, Source | InputError)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "iso-8859-1", "utf-16"])
def test_encodings(encoding: str) -> None:
    label = encoding.removesuffix("-sig")
    xml = f"<?xml version='1.0' encoding='{label}'?>" + nitf(content=f"<p>{SENTENCE} Café.</p>")
    found = list(read_bytes(xml.encode(encoding), "item.xml"))
    assert [each.text for each in found if isinstance(each, Source)] == [f"{SENTENCE} Café."]


def test_the_bytes_go_before_a_declaration_that_is_wrong() -> None:
    xml = "<?xml version='1.0' encoding='iso-8859-1'?>" + nitf(content=f"<p>{SENTENCE} Café.</p>")
    assert sources(xml)[0].text.endswith("Café.")


@settings(deadline=None, max_examples=60)
@given(
    data=st.sampled_from((NITF, G2, ONE)),
    start=st.integers(0, 3000),
    end=st.integers(0, 3000),
    junk=st.binary(max_size=8),
    times=st.integers(1, 2),
)
def test_any_xml_gives_articles_or_clear_errors(
    data: bytes, start: int, end: int, junk: bytes, times: int
) -> None:
    for found in read_bytes((data[:start] + junk + data[end:]) * times, "item.xml"):
        assert isinstance(found, Source | InputError)


@pytest.mark.skipif(not REAL.exists(), reason="the samples of formats are not beside the project")
@pytest.mark.parametrize(
    ("name", "headline", "authors", "date", "place"),
    [
        ("nitf/nitf-fishing.xml", hashed("a364aa343c468c82"), ["Alan Karben"],
         "2002-02-25T14:30:00-05:00", "Newport News, VA"),
        ("nitf/ap-nitf.xml",
         hashed("2ae4a3c28d21748c"), ["Bernard Condon"],
         "2015-12-10T19:10:44+00:00", "New York"),
        ("nitf/aap.xml", hashed("ac4d14e69074ba7d"), ["John Doe"],
         "2013-10-20T19:27:51+11:00", "Sydney"),
        ("newsml/dpa.xml", hashed("bcab797ed69b45e3"), [],
         "2022-10-11T11:14:42+02:00", "London"),
        ("newsml/tag_reuters.com_2014_newsml_KBN0FL0NM_version_10",
         hashed("74d759db7c9bfa7a"), ["Marwan Makdisi"],
         "2014-07-17T00:24:11+00:00", None),
        ("newsml/afp.xml", hashed("0dbfa91d8a90e9b0"), [],
         "2014-08-29T13:49:51+00:00", "Stockholm"),
    ],
)  # fmt: skip
def test_the_real_files(name: str, headline: str, authors: list[str], date: str, place: str | None) -> None:
    (source,) = read_file(REAL / name)
    assert isinstance(source, Source)
    article = pipeline.article(source)
    assert article.headline == headline
    assert [author.name for author in (article.byline.authors if article.byline else ())] == authors
    assert article.published
    assert article.published.date == date
    assert (article.dateline.location if article.dateline else None) == place


@pytest.mark.skipif(not REAL.exists(), reason="the samples of formats are not beside the project")
def test_the_real_files_of_other_kinds_are_refused() -> None:
    for name in ("ritzau_news.xml", "snep.xml", "tag_reuters.com_2016_newsml_L1N14N0FF_version_1542761538"):
        (found,) = read_file(REAL / "newsml" / name)
        assert isinstance(found, InputError)
