"""What a page states about its article, and the headline, authors and day that come of it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse import languages
from newsparse.languages.reading import completed
from newsparse.readers.dates import parse_date, printed_days
from newsparse.readers.html.authors import authors, people
from newsparse.readers.html.headline import headline
from newsparse.readers.html.jsonld import load
from newsparse.readers.html.published import published
from newsparse.readers.html.render import render
from newsparse.readers.html.statements import Statement, Statements, statements


def stated(page: str, url: str | None = None) -> Statements:
    return statements(render(page), url)


def described(value: Any, page: str = "<p>tide") -> Statements:
    """The metadata of a page with this JSON-LD."""
    return stated(
        "<script type='application/ld+json'>"
        f"{value if isinstance(value, str) else json.dumps(value)}</script>{page}"
    )


def texts(statements: tuple[Statement, ...]) -> list[str]:
    return [each.text for each in statements]


HEAD = """<html lang=en-GB><head><title>Ferry runs aground | Port Ellen Courier</title>
<meta property="og:title" content="Ferry runs aground"><meta name="twitter:title" content="A ferry ran aground">
<meta property="og:site_name" content="Port Ellen Courier"><meta property="og:image" content="/boat.jpg">
<meta name="description" content="The &lt;b&gt;Aurora&lt;/b&gt; &amp;amp; its crew"><meta name=Author content="Mara Quist">
<meta property="article:author" content="https://social.example/courier"><meta property="article:section" content="Sea">
<meta property="article:published_time" content="2025-03-04T10:30:00Z"><meta name="last-modified" content="2025-03-05">
<meta name="keywords" content="ferry, tide,ferry"><link rel="shortcut canonical" href="/news/ferry?a=1">
</head><body><h1>Ferry runs aground</h1><p>tide</body>"""  # noqa: E501


def test_head_metadata_is_one_record() -> None:
    assert stated(HEAD, "https://courier.example/x/y") == Statements(
        kind=None,
        titles=(
            Statement("h1", "Ferry runs aground"),
            Statement("og:title", "Ferry runs aground"),
            Statement("twitter:title", "A ferry ran aground"),
            Statement("title", "Ferry runs aground | Port Ellen Courier"),
        ),
        authors=(Statement("author", "Mara Quist"),),
        published=(Statement("article:published_time", "2025-03-04T10:30:00Z"),),
        modified=(Statement("last-modified", "2025-03-05"),),
        description="The Aurora & its crew",
        url="https://courier.example/news/ferry?a=1",
        site="Port Ellen Courier",
        language="en-GB",
        image="https://courier.example/boat.jpg",
        section="Sea",
        keywords=("ferry", "tide"),
        publishers=(),
    )


@pytest.mark.parametrize(
    ("page", "language"),
    [
        ("<html lang=en>", "en"),
        ("<html lang='de_AT '>", "de-AT"),
        ("<html lang=utf-8><meta property=og:locale content=pt_BR>", "pt-BR"),
        (
            "<meta name=language content=English><meta http-equiv=content-language content=sr-Latn-RS>",
            "sr-Latn-RS",
        ),
        ("<html lang=''>", None),
    ],
)
def test_a_language_is_a_tag(page: str, language: str | None) -> None:
    assert stated(page + "<p>tide").language == language


def test_addresses_that_can_not_be_made_whole_are_none() -> None:
    assert stated(HEAD).url is None
    assert stated("<link rel=canonical href='javascript:x()'>", "https://courier.example").url is None
    assert stated("<link rel=canonical href='http://[x'>").url is None
    assert (
        stated("<link rel=canonical href='/b'><meta property=og:url content='https://courier.example/a'>").url
        == "https://courier.example/b"
    )


STORY = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Ferry runs aground",
    "datePublished": "2025-03-04",
}


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Mara Quist", ["Mara Quist"]),
        (["Mara Quist", "Ole Varn"], ["Mara Quist", "Ole Varn"]),
        ({"@type": "Person", "name": "Mara Quist"}, ["Mara Quist"]),
        (
            [{"name": "Mara Quist"}, {"name": ["Ole Varn", "Ida Sund"]}],
            ["Mara Quist", "Ole Varn", "Ida Sund"],
        ),
        ({"givenName": "Mara", "familyName": "Quist"}, ["Mara Quist"]),
        ({"@id": "#mara"}, ["Mara Quist"]),
        ([{"@type": "Person", "@id": "#mara"}, "Ole Varn"], ["Mara Quist", "Ole Varn"]),
        ({"@list": [{"name": "Mara Quist"}]}, ["Mara Quist"]),
        ([{"@id": "#mara"}, {"@type": "Organization", "name": "The Gull"}], ["Mara Quist"]),
        ({"@type": "Organization", "name": "The Gull"}, ["The Gull"]),
        ({"name": {"@value": "Mara Quist"}}, ["Mara Quist"]),
        ({"@id": "#nobody"}, []),
        ({"@id": "#loop"}, []),
        ([None, 7, True, {}, []], []),
        ("<a href='/m'>Mara&nbsp;Quist</a>", ["Mara Quist"]),
    ],
)
@pytest.mark.parametrize("shape", ["alone", "list", "graph", "nested"])
def test_json_ld_authors_in_every_form(author: Any, names: list[str], shape: str) -> None:
    story = STORY | {"author": author}
    known = [
        {"@type": "Person", "@id": "#mara", "name": "Mara Quist"},
        {"@id": "#loop", "name": {"@id": "#loop"}},
    ]
    values = {
        "alone": f"{json.dumps(story)}\n{json.dumps(known[0])}\n{json.dumps(known[1])}",
        "list": [story, *known],
        "graph": {"@graph": [{"@type": "WebPage"}, *known, story]},
        "nested": {"@type": "WebPage", "about": known, "mainEntity": story},
    }
    found = described(values[shape])
    assert texts(found.authors) == names
    assert found.kind == "NewsArticle"
    assert texts(found.published) == ["2025-03-04"]


def test_json_ld_of_the_story_is_told_from_that_of_others() -> None:
    other = STORY | {"headline": "Storm closes harbour", "author": "Ole Varn", "datePublished": "2024-01-01"}
    found = described(
        [other, STORY | {"author": "Mara Quist"}], "<title>Ferry runs aground | Courier</title><p>tide"
    )
    assert texts(found.authors) == ["Mara Quist"]
    assert texts(found.published) == ["2025-03-04"]


@pytest.mark.parametrize(
    "script",
    [
        '{"a": 1}',
        '<!-- {"a": 1} -->',
        '//<![CDATA[\n{"a": 1}\n//]]>',
        '/* data */ {"a": 1, } // end',
        '{"a": 1};',
        "{&quot;a&quot;: 1}",
        '\ufeff {"a": 1}',
        '{"a": /* one */ 1,\n}',
    ],
)
def test_json_ld_that_is_not_quite_json_is_read(script: str) -> None:
    assert load(script) == [{"a": 1}]


def test_json_ld_keeps_what_only_looks_like_noise() -> None:
    assert load('{"url": "https://courier.example//x", "text": "a /* b */ c,}", }') == [
        {"url": "https://courier.example//x", "text": "a /* b */ c,}"}
    ]
    assert load('{"text": "two\nlines"}') == [{"text": "two\nlines"}]
    assert load('{"a": 1} {"b": 2}') == [{"a": 1}, {"b": 2}]


@pytest.mark.parametrize(
    "script", ["", "tide", "{a: 1}", "[" * 100_000, '{"a":' * 100_000, '"\\ud800', "{", "]", "NaN,"]
)
def test_json_ld_that_is_none_is_left_out(script: str) -> None:
    assert [value for value in load(script) if isinstance(value, dict)] == []
    assert stated(f"<script type='application/ld+json'>{script}</script><p>tide").authors == ()


def test_a_lone_surrogate_of_json_does_not_get_through() -> None:
    assert texts(
        described('{"@type":"Article","datePublished":"2025","headline":"low \\ud800 tide",}').titles
    ) == ["low \ufffd tide"]


KEYS = [
    "@type", "@id", "@graph", "author", "name", "headline", "image", "publisher", "keywords", "datePublished",
    "articleSection", "a",
]  # fmt: skip


def deeper(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(values) | st.dictionaries(st.sampled_from(KEYS), values)


@given(st.recursive(st.none() | st.integers() | st.text(), deeper, max_leaves=15))
def test_any_json_is_survived(value: Any) -> None:
    story = STORY | {"author": value, "publisher": value, "image": value, "keywords": value, "name": value}
    found = described(json.dumps([story, value]).replace("</", "<\\/"))
    assert found.published
    json.dumps(texts(found.authors)).encode()


def test_properties_of_what_stands_beside_the_story_are_not_its_own() -> None:
    comment = (
        "<div itemscope itemtype='https://schema.org/Comment'><meta itemprop=datePublished "
        "content=2024-01-01></div>"
    )
    assert stated(f"<p>tide</p>{comment}").published == ()
    assert texts(
        stated("<p>tide <span itemprop=datePublished content=2025-03-04>4 March</span>").published
    ) == ["2025-03-04"]


def stated_headline(page: str) -> str | None:
    rendering = render(page)
    found = headline(statements(rendering), rendering)
    return found.text if found else None


SITE = "<meta property='og:site_name' content='Port Ellen Courier'>"


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (
            (
                "<title>Ferry runs aground | Courier</title><h1>Courier of the isles</h1><h1>Ferry runs "
                "aground</h1>"
            ),
            "Ferry runs aground",
        ),
        (
            f"{SITE}<title>Port Ellen Courier - Ferry runs aground</title><h1>Port Ellen Courier</h1>",
            "Ferry runs aground",
        ),
        (
            (
                "<meta property=og:title content='Ferry “Aurora” runs aground'><h1>Ferry 'Aurora' runs "
                "aground</h1>"
            ),
            "Ferry 'Aurora' runs aground",
        ),
        (
            (
                "<meta property=og:title content='Ferry runs aground off Ellen'><h1>Ferry hits rocks off "
                "Ellen</h1>"
            ),
            "Ferry hits rocks off Ellen",
        ),
        (
            (
                "<meta property=og:title content='Ferry runs aground'><h1><span>Sea</span><br>Ferry runs "
                "aground</h1>"
            ),
            "Ferry runs aground",
        ),
        (
            (
                "<meta property=og:title content='Ferry runs aground'><h1>Our blog</h1><h2>Ferry runs "
                "aground</h2>"
            ),
            "Ferry runs aground",
        ),
        ("<title>Ferry runs aground - Port Ellen Courier</title><p>tide", "Ferry runs aground"),
        (
            "<meta property=og:title content='Ferry runs aground'><h1>Storm at sea: Ferry runs aground</h1>",
            "Ferry runs aground",
        ),
        (
            "<meta property=og:title content='Ferry runs aground'><h1>Sea – Ferry runs aground</h1>",
            "Ferry runs aground",
        ),
        (
            "<meta property=og:title content='Storm at sea'><h1>Storm at sea: Ferry runs aground</h1>",
            "Storm at sea: Ferry runs aground",
        ),
        (
            (
                "<meta property=og:title content='Storm - ferry runs aground'><h1>A storm at sea - ferry "
                "runs "
                "aground</h1>"
            ),
            "A storm at sea - ferry runs aground",
        ),
        (
            "<meta property=og:title content='Ferry runs aground'><meta name=twitter:title content='Storm: "
            "Ferry runs aground'>"
            "<h1>Storm: Ferry runs aground</h1>",
            "Ferry runs aground",
        ),
        (
            "<title>Low - high: how the tide turns round the island</title><p>tide",
            "Low - high: how the tide turns round the island",
        ),
        (
            "<meta property=og:title content='Sea: Ferry runs aground'><h1>Storm - Ferry runs aground</h1>",
            "Ferry runs aground",
        ),
        (
            "<meta property=og:title content='Storm closes the old harbour: what we know'>"
            "<h1>A storm closes a harbour: what we know</h1>",
            "A storm closes a harbour: what we know",
        ),
        (
            "<meta property=og:title content='Storm at sea: Ferry runs aground'>"
            "<h1><span>Storm at sea</span> <span>Ferry runs aground</span></h1>",
            "Storm at sea: Ferry runs aground",
        ),
        ("<h1>Ferry runs aground</h1>", "Ferry runs aground"),
        ("<p>tide", None),
    ],
)
def test_the_headline_is_what_title_and_heading_agree_on(page: str, expected: str | None) -> None:
    assert stated_headline(page) == expected


def test_a_news_article_s_own_headline_counts_where_no_heading_is_confirmed() -> None:
    story = json.dumps(STORY | {"headline": "Tide report: ferry runs aground"})
    page = f"<script type='application/ld+json'>{story}</script><h1>Ferry runs aground</h1>"
    assert stated_headline(page) == "Tide report: ferry runs aground"
    assert (
        stated_headline(f"<meta property=og:title content='Ferry runs aground'>{page}")
        == "Ferry runs aground"
    )
    storm = "<title>Storm closes harbour | Courier</title>" + page.replace(
        "Ferry runs aground</h1>", "Storm closes harbour</h1>"
    )
    assert stated_headline(storm) == "Storm closes harbour"


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Why nobody saw the rocks coming", "Why nobody saw the rocks coming"),
        ("Sea and shore", "Ferry runs aground"),  # a section
        ("All that the Courier tells you", "Ferry runs aground"),
        ("Tide is out +++ Mayor flies home +++ Fog", "Ferry runs aground"),
    ],
)
def test_an_article_s_long_heading_is_its_own_title(heading: str, expected: str) -> None:
    site = "<meta property=og:site_name content=Courier><meta property=og:type content=article>"
    page = f"{site}<meta property=og:title content='Ferry runs aground'><h1>{heading}</h1>"
    assert stated_headline(page) == expected


def named(page: str) -> list[tuple[str, str]]:
    rendering = render(page)
    people, desks = authors(statements(rendering), rendering, languages.load("en"))
    assert not people or not desks
    return [(each.source, each.text) for each in people or desks]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (("<meta name=author content='By Mara Quist and Ole "
            "Varn'><p>tide"), [("author", "Mara Quist"), ("author", "Ole Varn")]),
        (("<meta name=author content=admin><p class=byline>By Mara Quist, "
            "Courier</p>"), [("byline", "Mara Quist")]),
        ((f"{SITE}<meta name=author content='Port Ellen Courier'><a rel=author>Mara "
            "Quist</a>"), [("byline", "Mara Quist")]),
        (f"{SITE}<meta name=author content='Port Ellen Courier'><p>tide", [("author", "Port Ellen Courier")]),
        (("<meta name=author content='Ida Sund'><div class=article-author>Mara "
            "Quist</div>"), [("byline", "Mara Quist")]),
        ("<meta name=author content='Ida Sund'><p>tide", [("author", "Ida Sund")]),
        (("<span class=author>Mara Quist</span> and <span class=author>Ole "
            "Varn</span>"), [("byline", "Mara Quist"), ("byline", "Ole Varn")]),
        ("<meta name=author content='Ole Varn'><i class=author>Mara Quist</i>, <i class=author>Ole Varn</i>",
         [("byline", "Mara Quist"), ("byline", "Ole Varn")]),
        (("<p class=byline>Reviewed by</p><p class=byline>Ida Sund</p><p class=byline>By Mara "
            "Quist</p>"), [("byline", "Mara Quist")]),
        (("<aside><b class=author>Ida Sund</b></aside><p itemprop=author>Mara Quist<br>Sea "
            "reporter</p>"), [("byline", "Mara Quist")]),
        ("<div class=comment-list><b class=author>Ida Sund</b></div><p>tide", []),
        (("<meta name=author content='Ole Varn'><p class=image--author>Foto: Ida Sund</p>"
            "<b class=author>Ole Varn</b>"), [("author", "Ole Varn")]),
        (("<meta name=author content='Mara Quist'><figure><i class=author>Ida Sund</i></figure>"
            "<b class=author>Mara Quist</b>"), [("author", "Mara Quist")]),
        (("<meta name=author content='Mara Quist'><meta name=author content='Ole Varn'><p>By Ole "
            "Varn"), [("author", "Mara Quist"), ("author", "Ole Varn")]),
        ("<p class=byline>4 March 2025</p><p class=authority>Ida Sund</p>", []),
        ("<meta property=article:author content='https://social.example/mara'><p>tide", []),
    ],
)  # fmt: skip
def test_authors_are_people_that_the_page_states_or_marks(page: str, expected: list[tuple[str, str]]) -> None:
    assert named(page) == expected


@pytest.mark.parametrize(
    "outlet",
    ["Port Ellen Courier", "PEC", "Ellencourier", "ellencourier.uk, Port Ellen, Isle", "Courier staff"],
)
def test_an_outlet_is_no_person_by_its_name_its_initials_or_its_address(outlet: str) -> None:
    publisher = {"@type": "Organization", "name": "Port Ellen Courier"}
    story = json.dumps(STORY | {"author": outlet, "publisher": publisher})
    page = (
        f"<meta property=og:site_name content=ellencourier.uk><meta name=author content='{outlet}'>"
        f"<script type='application/ld+json'>{story}</script><p>tide"
    )
    rendering = render(page)
    people, desks = authors(statements(rendering), rendering, languages.load("en"))
    assert not people
    assert desks[0] == Statement("json-ld", outlet)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Mara Quist", ("Mara Quist",)),
        ("WRITTEN BY: Mara Quist", ("Mara Quist",)),
        ("Von Mara Quist und Ole van der Varn", ("Mara Quist", "Ole van der Varn")),
        ("Mara Quist, Ole Varn & Ida Sund", ("Mara Quist", "Ole Varn", "Ida Sund")),
        ("Mara Quist, sea reporter", ("Mara Quist",)),
        ("Mara Quist | Vice President of Shipping", ("Mara Quist",)),
        ("Mara Quist (mq) | @maraq", ("Mara Quist",)),
        ("M. J. O'Quist-Varn", ("M. J. O'Quist-Varn",)),
        ("By Mara Quist • 4 March 2025", ("Mara Quist",)),
        ("Edited by Mara Quist", ()),
        ("4 March 2025", ()),
        ("Read more about the author", ()),
        ("Share", ()),
        ("", ()),
        ("the tide was low", ()),
    ],
)
def test_names_are_cleaned(text: str, names: tuple[str, ...]) -> None:
    assert people(text, languages.load("en")) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("admin", ()),
        ("mara.quist", ()),
        ("Courier staff", ()),
        ("tidewatcher", ("tidewatcher",)),
        ("Mara Quist, Tom Veld", ("Mara Quist", "Tom Veld")),
        ("Mara Quist, Port Ellen", ("Mara Quist",)),
        ("105092", ()),
    ],
)
def test_a_stated_name_may_be_unusual_but_no_account(text: str, names: tuple[str, ...]) -> None:
    assert people(text, languages.load("en"), stated=True) == names


@pytest.mark.parametrize(
    ("code", "text", "names"),
    [
        ("zh", "记者 张三 李四", ("张三", "李四")),
        ("zh", "作者：张三", ("张三",)),
        ("zh", "阿卜杜拉·买买提", ("阿卜杜拉·买买提",)),
        ("ja", "著者：山田太郎、鈴木花子", ("山田太郎", "鈴木花子")),
        ("ko", "김철수 기자", ("김철수",)),
        ("ar", "بقلم: أحمد محمود", ("أحمد محمود",)),
        ("ru", "Автор: Иван Иванов", ("Иван Иванов",)),
        ("el", "Γράφει ο Γιώργος Παπαδόπουλος", ("Γιώργος Παπαδόπουλος",)),
    ],
)
def test_people_in_other_scripts(code: str, text: str, names: tuple[str, ...]) -> None:
    assert people(text, completed(code)) == names


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2025-03-04", "2025-03-04"),
        ("2025-03-04T10:30:00Z", "2025-03-04T10:30:00+00:00"),
        ("2025-03-04T10:30:15.123+0100", "2025-03-04T10:30:15+01:00"),
        ("2025-03-04 10:30", "2025-03-04T10:30:00"),
        ("2025-03-04 10:30:00 -05:00", "2025-03-04T10:30:00-05:00"),
        ("2025/3/4", "2025-03-04"),
        ("4.3.2025, 10:30", "2025-03-04T10:30:00"),
        ("20250304", "2025-03-04"),
        ("20250304T103000Z", "2025-03-04T10:30:00+00:00"),
        ("1741084200", "2025-03-04T10:30:00+00:00"),
        ("1741084200123", "2025-03-04T10:30:00+00:00"),
        ("Tue, 04 Mar 2025 10:30:00 GMT", "2025-03-04T10:30:00+00:00"),
        ("Mar 4, 2025", "2025-03-04"),
        ("2025-13-04", None),
        ("2025-03-04T25:00", "2025-03-04"),
        ("2025", None),
        ("Tue, 03/24/2025 - 11:38", "2025-03-24"),
        ("24/03/2025", "2025-03-24"),
        ("03/04/2025", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_instants_are_as_exact_as_stated(text: str, moment: str | None) -> None:
    assert parse_date(text) == moment


@given(st.text() | st.from_regex(r"[0-9./: T+Z-]{4,25}", fullmatch=True))
def test_an_instant_of_any_text_is_a_moment_or_none(text: str) -> None:
    moment = parse_date(text)
    assert moment is None or len(moment) >= len("2025-03-04")


def test_days_in_a_printed_line() -> None:
    line = (
        "Published 4th March 2025, updated Sept. 12, 2025 or 13.9.2025 and 2025-09-14, not 3/4/2025, Foo "
        "4, 2025, 31 June 2025"
    )
    assert [day for _, day in printed_days(line)] == ["2025-03-04", "2025-09-12", "2025-09-13", "2025-09-14"]
    assert [line[start:][:4] for start, _ in printed_days(line)] == ["4th ", "Sept", "13.9", "2025"]


@pytest.mark.parametrize(
    "line",
    [
        "4. März 2025", "4 mars 2025", "4 de marzo de 2025", "4 marzo 2025", ("4 de março de "
            "2025"), "4 maart 2025", "4. marts 2025",
        "4 marca 2025", "4 Mart 2025", "SeaMARCH 4, 2025", "Tue 4 Mar. 2025",
    ],
)  # fmt: skip
def test_days_are_read_in_several_languages_and_glued_to_a_word(line: str) -> None:
    assert [day for _, day in printed_days(line)] == ["2025-03-04"]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (
            "<meta property=article:published_time content=2025-03-04T10:30Z><h1>Ferry</h1><p>5 March 2025",
            ("article:published_time", "2025-03-04T10:30:00+00:00"),
        ),
        (
            "<h1>Ferry</h1><time datetime=2025-03-04T10:30>today</time><p>5 March 2025",
            ("time", "2025-03-04T10:30:00"),
        ),
        ("<h1>Ferry</h1><p>By Mara Quist, March 4, 2025</p>", ("line", "2025-03-04")),
        (
            "<h1>Ferry</h1><p>Updated: March 5, 2025</p><p>Published: March 4, 2025</p>",
            ("line", "2025-03-04"),
        ),
        ("<h1>Ferry</h1><p>Last updated</p><p>March 5, 2025</p><p>March 4, 2025</p>", ("line", "2025-03-04")),
        ("<h1>Ferry</h1><p>Updated March 5, 2025</p>", ("line", "2025-03-05")),
        ("<meta name=lastmod content=2025-03-05><h1>Ferry</h1>", ("lastmod", "2025-03-05")),
        ("<h1>Ferry</h1>" + "<p>tide</p>" * 60 + "<p>March 4, 2025</p>", None),
        (
            "<h1>Ferry</h1>" + "<p>tide</p>" * 60 + "<p>Published on</p><p>March 4, 2025</p>",
            ("line", "2025-03-04"),
        ),
        (
            "<h1>Ferry</h1>" + "<p>tide</p>" * 60 + "<p>Last updated: March 4, 2025</p>",
            ("line", "2025-03-04"),
        ),
        (
            "<time datetime=2025-03-05>Storm</time><h1>Ferry</h1><time datetime=2025-03-04>today</time>",
            ("time", "2025-03-04"),
        ),
        (
            "<p>March 4, 2025</p><h1>Ferry</h1>" + "<p>tide</p>" * 20 + "<p>March 5, 2025: fair</p>",
            ("line", "2025-03-04"),
        ),
        ("<h1>Ferry</h1><p>" + "It was a long day at sea and on land. " * 9 + "March 4, 2025</p>", None),
        ("<h1>Ferry</h1><figure><figcaption>The ferry, March 4, 2025</figcaption></figure>", None),
        ("<h1>Ferry</h1><div id=comments><b>gull</b> <time datetime=2025-03-04>today</time></div>", None),
    ],
)
def test_the_day_is_stated_or_shown_at_the_head(page: str, expected: tuple[str, str] | None) -> None:
    rendering = render(page)
    found = published(statements(rendering), rendering, "Ferry")
    assert (found and (found.source, found.text)) == expected


@pytest.mark.parametrize(
    ("page", "source"),
    [
        ("<meta name=date content=3/4/2024><h1>Ferry</h1>", "date"),
        (
            '<script type="application/ld+json">{"@type":"Article","datePublished":"3/4/2024"}</script>',
            "json-ld",
        ),
        ("<h1>Ferry</h1><time datetime=3/4/2024>today</time>", "time"),
        ("<meta name=last-modified content=3/4/2024><h1>Ferry</h1>", "last-modified"),
    ],
)
def test_a_stated_day_in_figures_needs_its_order(page: str, source: str) -> None:
    rendering = render(page)
    stated = statements(rendering)
    assert published(stated, rendering, "Ferry") is None
    assert published(stated, rendering, "Ferry", "DMY") == Statement(source, "2024-04-03")
    assert published(stated, rendering, "Ferry", "MDY") == Statement(source, "2024-03-04")


STATED_LATE = "<meta property=article:published_time content=2025-06-30T02:00Z>"


@pytest.mark.parametrize(
    ("shown", "day"),
    [
        ("<h1>Ferry</h1><p>By Mara Quist, March 4, 2025", "2025-03-04"),
        ("<p>March 4, 2025</p><h1>Ferry</h1>", "2025-03-04"),
        ("<h1>Ferry</h1><p>Updated March 4, 2025", "2025-06-30"),
        ("<h1>Ferry</h1><p>June 29, 2025", "2025-06-30"),  # the same moment by another clock
        ("<h1>Ferry</h1><p>July 9, 2025", "2025-06-30"),
        ("<h1>Ferry</h1><p>" + "The tide was low. " * 12 + "</p><p>March 4, 2025: storm", "2025-06-30"),
        (
            (
                "<h1>Ferry</h1><p>The boat leaves the harbour on a Sunday long before the storm of March 4, "
                "2025. (Photo: Mara Quist)"
            ),
            "2025-06-30",
        ),
        ("<h1>Ferry</h1>" + "<p>tide</p>" * 20 + "<p>March 4, 2025", "2025-06-30"),
    ],
)
def test_an_earlier_day_by_the_title_tells_when_the_story_came_out(shown: str, day: str) -> None:
    rendering = render(STATED_LATE + shown)
    found = published(statements(rendering), rendering, "Ferry")
    assert found
    assert found.text[:10] == day


@pytest.mark.parametrize(
    ("page", "day"),
    [
        ("<h1>Ferry</h1><p>March 4, 2021</p>", "2021-03-04"),
        ("<h1>Ferry</h1><p>By Mara Quist | March 4, 2021</p>", "2021-03-04"),
        ("<h1>Ferry</h1><p>The old ferry sank off Quill Point on March 4, 2021.</p>", "2021-09-11"),
        ("<h1>Ferry of March 4, 2021</h1><p>It sank.</p>", "2021-09-11"),
        ("<h1>Ferry</h1><p>vol. 3, no. 12, 2019</p>", "2021-09-11"),
    ],
)
def test_only_a_day_that_is_told_of_the_story_overrules_the_one_stated(page: str, day: str) -> None:
    rendering = render(f'<meta property="article:published_time" content="2021-09-11">{page}')
    title = headline(statements(rendering), rendering)
    assert title
    found = published(statements(rendering), rendering, title.text)
    assert found
    assert found.text == day
