"""Feeds: RSS, Atom, JSON Feed, and exports of WordPress."""

from __future__ import annotations

import gzip
import io
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench import DATA
from hashes import hashed
from newsparse import pipeline
from newsparse.article import Article, Caption, PhotoCredit
from newsparse.errors import InputError
from newsparse.metadata import Metadata
from newsparse.readers import detect, read_bytes, read_file
from newsparse.readers.entries import is_full, plain
from newsparse.readers.feed import _Stream
from newsparse.readers.source import Source
from newsparse.readers.wordpress import to_html

SAMPLES = DATA / "formats" / "samples" / "rss-atom-wxr"
BODY = (
    "The ferry to the outer islands sailed again on Monday, nine years after a storm broke the quay, he said."
)
FULL = f"<p>PORT ELLERY — {BODY}</p><h2>Old timetable</h2><p>{BODY}</p>"
GERMAN = "Die Fähre fährt seit Montag wieder zu den Inseln, sagte der Hafenmeister."
RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>The Gull</title><link>https://gull.example</link><language>en-gb</language>
<item><title>Ferry &amp;amp; quay <![CDATA[return]]></title><link>https://gull.example/1</link>
<dc:creator><![CDATA[By Mara Quist and Ole Varn]]></dc:creator>
<pubDate>Mon, 03 Mar 2025 08:30:00 GMT</pubDate>
<guid isPermaLink="false">g1</guid><category>Sea</category><category>Islands</category>
<description>After nine years.</description><content:encoded><![CDATA[{full}]]></content:encoded>
<media:content url="https://gull.example/quay.jpg" medium="image">
<media:description>The quay.</media:description>
<media:credit>Tom Veld</media:credit></media:content></item>
<item><title>Harbour closes</title><author>ole@gull.example (Ole Varn)</author>
<guid>https://gull.example/2</guid>
<description>&lt;p&gt;The harbour &lt;b&gt;closed&lt;/b&gt; on Monday.&lt;/p&gt;
</description></item>
</channel></rss>
""".replace("{full}", FULL)
ATOM = """<?xml version='1.0' encoding='utf-8'?>
<a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:lang="en"><a:title>The Gull</a:title>
<a:author><a:name>Mara Quist
</a:name></a:author>
<a:entry><a:title type="html">Ferry &lt;i&gt;returns&lt;/i&gt;</a:title><a:id>urn:1</a:id>
<a:link rel="self" href="https://gull.example/1.atom"/><a:link href="https://gull.example/1"/>
<a:published>2025-03-03T08:30:00Z</a:published><a:updated>2025-03-04T08:30:00Z</a:updated>
<a:category term="sea" label="Sea"/><a:summary>After nine years.</a:summary>
<a:content type="{type}">{content}</a:content></a:entry>
<a:entry><a:title>Harbour closes</a:title><a:id>urn:2</a:id><a:author><a:name>Ole Varn</a:name></a:author>
<a:updated>2025-03-04T08:30:00Z</a:updated><a:summary>The harbour closed on Monday.</a:summary></a:entry>
</a:feed>"""
ESCAPED = FULL.replace("<", "&lt;")
XHTML = f'<div xmlns="http://www.w3.org/1999/xhtml">{FULL}</div>'
JSON_FEED: dict[str, Any] = {
    "version": "https://jsonfeed.org/version/1.1", "title": "The Gull", "language": "en",
    "authors": [{"name": "Mara Quist"}],
    "items": [
        {"id": "1", "title": "Ferry returns", "content_html": FULL, "url": "https://gull.example/1",
         "tags": ["Sea"],         "summary": "After nine years.", "date_published": "2025-03-03T08:30:00Z",
         "date_modified": "2025-03-04T08:30:00Z", "image": "https://gull.example/quay.jpg"},
        {"id": 2, "title": "Harbour closes", "content_text": f"It closed.\n\n{BODY}",
         "author": {"name": "Ole Varn"}},
        "no object",
    ],
}  # fmt: skip
WXR = """<?xml version="1.0" encoding="UTF-8" ?>
<!-- This is a WordPress eXtended RSS file -->
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:wp="http://wordpress.org/export/1.2/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Gull</title><wp:author><wp:author_login>mq</wp:author_login>
<wp:author_display_name>Mara Quist</wp:author_display_name></wp:author>
{items}
</channel></rss>"""
POST = """<item><title>{title}</title><dc:creator>{login}</dc:creator>
<pubDate>Mon, 03 Mar 2025 08:30:00 +0000</pubDate>
<content:encoded><![CDATA[{content}]]></content:encoded><excerpt:encoded>{excerpt}</excerpt:encoded>
<wp:post_date>2025-03-03 09:30:00</wp:post_date><wp:status>{status}</wp:status>
<wp:post_type>{type}</wp:post_type>
<category domain="category" nicename="sea"><![CDATA[Sea &amp; sky]]></category></item>"""


def sources(data: str | bytes, name: str = "a.xml") -> list[Source]:
    found = list(read_bytes(data if isinstance(data, bytes) else data.encode(), name))
    assert all(isinstance(item, Source) for item in found), found
    return [item for item in found if isinstance(item, Source)]


def stated(source: Source) -> Metadata:
    assert source.metadata
    return source.metadata


def wxr(*posts: dict[str, str]) -> str:
    usual = {"title": "A", "login": "mq", "content": FULL, "excerpt": "", "status": "publish", "type": "post"}
    return WXR.replace("{items}", "\n".join(POST.format(**(usual | post)) for post in posts))


def articles(data: str) -> list[Article]:
    return [pipeline.article(source) for source in sources(data)]


@pytest.mark.parametrize("name", ["a.xml", "a.rss", "-", "a.txt"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_each_item_is_an_article(name: str, encoding: str) -> None:
    data = RSS.replace("UTF-8", encoding).encode(encoding)
    first, second = sources(gzip.compress(data) if name == "-" else data, name)
    assert (first.origin.format, first.origin.id, first.origin.index) == ("feed", "g1", 0)
    known = stated(first)
    assert (known.headline, known.authors) == ("Ferry & quay return", ("Mara Quist", "Ole Varn"))
    assert (known.published, known.url) == ("2025-03-03T08:30:00+00:00", "https://gull.example/1")
    assert (known.deck, known.tags) == ("After nine years.", ("Sea", "Islands"))
    assert (known.site, known.language) == ("The Gull", "en-gb")
    assert known.image == "https://gull.example/quay.jpg"
    assert known.captions == (Caption("The quay.", PhotoCredit("Tom Veld", ("Tom Veld",))),)
    assert first.text == f"PORT ELLERY — {BODY}\n\nOld timetable\n\n{BODY}"
    assert (stated(second).authors, stated(second).url) == (("Ole Varn",), "https://gull.example/2")


def test_what_a_feed_states_is_in_the_article() -> None:
    first, second = articles(RSS)
    assert first.headline == "Ferry & quay return"
    assert first.dateline
    assert first.dateline.location == "Port Ellery"
    assert [section.heading for section in first.body] == [None, "Old timetable"]
    assert second.body == ()  # a teaser is no text
    assert (second.headline, second.deck) == ("Harbour closes", "The harbour closed on Monday.")


@pytest.mark.parametrize(
    ("type", "content"), [("html", ESCAPED), ("html", f"<![CDATA[{FULL}]]>"), ("xhtml", XHTML)]
)
def test_each_entry_of_atom_is_an_article(type: str, content: str) -> None:
    first, second = sources(ATOM.replace("{type}", type).replace("{content}", content))
    assert first.text == f"PORT ELLERY — {BODY}\n\nOld timetable\n\n{BODY}"
    known = stated(first)
    assert (known.headline, known.authors, known.deck) == (
        "Ferry returns", ("Mara Quist",), "After nine years.",
    )  # fmt: skip
    assert (known.published, known.updated) == ("2025-03-03T08:30:00+00:00", "2025-03-04T08:30:00+00:00")
    assert (known.url, known.tags, known.language) == ("https://gull.example/1", ("Sea",), "en")
    assert (stated(second).authors, stated(second).published) == (("Ole Varn",), None)
    assert (second.text, stated(second).deck) == ("", "The harbour closed on Monday.")


def test_plain_text_in_atom() -> None:
    first, _ = sources(ATOM.replace("{type}", "text").replace("{content}", f"5 &lt; 6\n{BODY}"))
    assert first.text == f"5 < 6\n\n{BODY}"


def test_each_item_of_json_feed_is_an_article() -> None:
    for name in ("a.json", "a.txt"):
        first, second, bad = read_bytes(json.dumps(JSON_FEED, indent=1).replace("/", "\\/").encode(), name)
        assert isinstance(first, Source)
        assert isinstance(second, Source)
        known = stated(first)
        assert (first.origin.format, first.origin.id, second.origin.id) == ("json-feed", "1", "2")
        assert (known.headline, known.authors, known.tags) == ("Ferry returns", ("Mara Quist",), ("Sea",))
        assert (known.published, known.deck) == ("2025-03-03T08:30:00+00:00", "After nine years.")
        assert (second.text, stated(second).authors) == (f"It closed.\n\n{BODY}", ("Ole Varn",))
        assert str(bad) == f"{name}, article 2: entry 3: no JSON object: get its page"


def test_posts_of_wordpress() -> None:
    content = (
        f"PORT ELLERY — {BODY}\nHe said so.\n\n<h2>Old timetable</h2>\n{BODY}[gallery ids='1,2']\n\n"
        '[caption id="a" align="left"]<a href="x"><img src="x.jpg" /></a> The quay. [/caption]'
    )
    (first, *others) = sources(
        wxr(
            {"title": "Ferry returns", "content": content, "excerpt": "After nine years."},
            {"type": "page"},
            {"type": "attachment", "status": "inherit"},
            {"status": "trash"},
            {"login": "admin"},
        )
    )
    known = stated(first)
    assert (known.authors, known.published, known.deck) == (
        ("Mara Quist",), "2025-03-03T09:30:00", "After nine years.",
    )  # fmt: skip
    assert known.tags == ("Sea & sky",)
    assert first.text.startswith(f"PORT ELLERY — {BODY}\nHe said so.\n\nOld timetable\n\n{BODY}")
    article = pipeline.article(first)
    assert [caption.text for caption in article.captions] == ["The quay."]
    assert [stated(other).authors for other in others] == [()]


@pytest.mark.parametrize(
    ("content", "page"),
    [
        ("[dropcap]T[/dropcap]he quay [sic] and [Update] it", "<p>The quay [sic] and [Update] it<br>\n</p>"),
        ('a [su_box title="b" x=\'c\'] d', "<p>a  d<br>\n</p>"),
        ("[embed]https://a.example[/embed]", "<p></p>"),
        ("<!-- wp:paragraph -->\n<p>a\nb</p>\n<!-- /wp:paragraph -->", None),
        ("a<!--more-->\n\nb", "<p>a<br>\n</p>\n<p>b<br>\n</p>"),
        ('[caption id="a" caption="c"]<img src="a">[/caption]',
         '<p></p>\n<figure><img src="a"><figcaption>c</figcaption></figure>\n\n<p></p>'),
    ],
)  # fmt: skip
def test_what_wordpress_leaves_to_its_editor(content: str, page: str | None) -> None:
    assert to_html(content) == (page or content)


@pytest.mark.parametrize(
    "part", ["[caption ", "[caption]", "[a ", "[a]", '[a b="', "<!--more", "[embed]", "\n "]
)
def test_shortcodes_take_time_in_proportion(part: str) -> None:
    assert to_html(part * 200_000) is not None


@pytest.mark.parametrize(
    ("summary", "full"),
    [
        (BODY, False),
        (BODY * 6, True),
        (f"<p>{BODY}</p><p>{BODY}</p>", True),
        (f"{BODY}<br/><br>{BODY}", True),
        (f"<p>{BODY} [&#8230;]</p><p>The post appeared first.</p>", False),
        (f"<p>{BODY} ...</p><p>Read on</p>", False),
        ("", False),
    ],
)
def test_a_summary_may_be_the_text(summary: str, full: bool) -> None:
    assert is_full(summary) is full


def test_the_words_of_html() -> None:
    assert plain("<p>5 < 6 &amp; <i>so</i>\n on</p><p>x<br>y</p>") == "5 < 6 & so on x y"


def test_a_summary_that_is_the_beginning_of_the_text_is_no_deck() -> None:
    data = RSS.replace("After nine years.", f"PORT ELLERY — {BODY[:60]} [&amp;#8230;]")
    assert stated(sources(data)[0]).deck is None


def test_a_byline_is_read_in_the_language_of_the_text() -> None:
    data = f"""<rss xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><item>
<title>Fähre fährt wieder</title><dc:creator>Von Mara Quist</dc:creator>
<description>{GERMAN}</description></item></channel></rss>"""
    assert stated(sources(data)[0]).authors == ("Mara Quist",)


def test_the_description_of_a_film_is_a_teaser() -> None:
    data = """<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><entry>
<title>Ferry</title><media:group><media:content type="video/mp4" url="a"/>
<media:description>A film of the ferry.
</media:description></media:group></entry></feed>"""
    assert stated(sources(data)[0]).deck == "A film of the ferry."


@pytest.mark.parametrize("root", ["rdf:RDF", "rss", "r:rss"])
def test_other_roots(root: str) -> None:
    data = f"""<!-- a --><!DOCTYPE rss [<!ELEMENT a (b)>]>
<{root} xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:r="r"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Gull</title></channel>
<item rdf:about="x"><title>Ferry returns</title><dc:date>2025-03-03</dc:date></item></{root}>"""
    (found,) = sources(data)
    assert (stated(found).headline, stated(found).published) == ("Ferry returns", "2025-03-03")


def test_entities_are_those_of_html_and_no_others(tmp_path: Any) -> None:
    (tmp_path / "secret").write_text("secret")
    head = "<!DOCTYPE rss [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
    head += f"<!ENTITY x SYSTEM 'file://{tmp_path}/secret'>]>"
    (found,) = sources(
        f"{head}<rss><channel><item><title>Caf&eacute; &b;&x; &amp; b</title></item></channel></rss>"
    )
    assert stated(found).headline == "Café &b;&x; & b"


@pytest.mark.parametrize(
    "bad",
    [
        "<title>Ferry & quay&nbsp;&foo; &amp; <![CDATA[x&y]]></title>",
        "<title>Ferry \x02 quay</title>",
        "<undeclared:title>x</undeclared:title><title>Ferry</title>",
    ],
)
def test_small_faults_are_forgiven(bad: str) -> None:
    found = sources(f"<rss><channel><item>{bad}</item><item><title>Harbour</title></item></channel></rss>")
    assert "Ferry" in str(stated(found[0]).headline)


def test_an_entry_without_anything_is_an_error_in_its_place() -> None:
    first, last = read_bytes(b"<rss><item><link>x</link></item><item><title>A</title></item></rss>", "a.xml")
    assert str(first) == "a.xml, article 0: entry 1: no title and no text: get its page"
    assert isinstance(last, Source)


@pytest.mark.parametrize(
    ("cut", "count"),
    [
        ("Harbour", 1),
        ("</channel>", 2),
        ("</rss>", 2),
        ("<description>&lt;", 1),
        ("<channel>", 0),
        ("FULL", 0),
    ],
)
def test_a_feed_that_is_cut_off(cut: str, count: int) -> None:
    data = RSS[: RSS.index(cut if cut != "FULL" else "Old timetable")]
    found = list(read_bytes(data.encode(), "a.xml"))
    assert [type(item) for item in found] == [Source] * count + [InputError]
    assert "a feed that is cut off or broken: get a whole copy of it" in str(found[-1])


@pytest.mark.parametrize(
    "data", [b"<rss><channel/></rss>", b"<feed/>", b'{"version":"https://jsonfeed.org/version/1"}']
)
def test_a_feed_without_entries_is_an_error(data: bytes) -> None:
    (error,) = read_bytes(data, "a.xml")
    assert isinstance(error, InputError)


def test_a_large_feed_is_read_as_it_comes() -> None:
    items = "".join(
        f"<item><title>Ferry {i}</title><description>{BODY}</description></item>" for i in range(2000)
    )
    found = sources(f"<rss><channel><title>The Gull</title>{items}</channel></rss>")
    assert [stated(item).headline for item in found] == [f"Ferry {i}" for i in range(2000)]
    assert stated(found[-1]).site == "The Gull"


@pytest.mark.parametrize("size", [1, 2, 7, 64, 100_000])
def test_entities_are_replaced_wherever_a_chunk_ends(size: int) -> None:
    data = b"<a>Caf&eacute; &foo; &amp; b & c <![CDATA[x & &eacute;]]> &CounterClockwiseContourIntegral;</a>"
    stream = _Stream(io.BytesIO(data))
    parts: list[bytes] = []
    while stream.tail != data or len(parts) < 2 or parts[-1]:
        parts.append(stream.read(size))
    assert b"".join(parts) == (b"<a>Caf&#233; &amp;foo; &amp; b &amp; c <![CDATA[x & &eacute;]]> &#8755;</a>")


def test_another_kind_of_xml_is_no_feed() -> None:
    assert detect(b"<?xml version='1.0'?><feeds><entry/></feeds>", "a.xml").name != "feed"
    assert detect(b'{"a": "https://jsonfeed.org/version/1"}', "a.json").name != "json-feed"


@settings(deadline=None, max_examples=60)
@given(
    st.sampled_from([RSS.encode(), ATOM.encode(), wxr({}, {}).encode(), json.dumps(JSON_FEED).encode()]),
    st.data(),
)
def test_damaged_feeds_are_articles_or_errors(feed: bytes, data: st.DataObject) -> None:
    damaged = bytearray(feed)
    for _ in range(data.draw(st.integers(0, 5))):
        damaged[data.draw(st.integers(0, len(feed) - 1))] = data.draw(st.integers(0, 255))
    start, end = sorted((data.draw(st.integers(0, len(feed))), data.draw(st.integers(0, len(feed)))))
    for part in (damaged[start:end], damaged[:start] + damaged[end:], damaged * 2):
        for format in ("feed", "json-feed"):
            found = list(read_bytes(bytes(part), "a.xml", None, format))
            assert found
            assert all(isinstance(item, Source | InputError) for item in found)


@pytest.mark.skipif(not SAMPLES.exists(), reason="the samples of formats are not beside the project")
@pytest.mark.parametrize(
    ("name", "count", "first"),
    [
        ("feed1.atom", 2, ("Atom-Powered Robots Run Amok", ("John Doe",), None)),
        ("feed2.rss", 1, ("Example entry", (), "2009-09-06")),
        ("npr_feed.json", 25, (hashed("a00a0cb4b378cff6"), ("Manoush Zomorodi",),
                               "2021-10-29")),
        ("wordpress_wxr.xml", 5, (hashed("1f29314f2c43253a"), (),
                                  "2013-07-29")),
        ("wordpress_wxr_funke.xml", 1, (hashed("4ee88a61e3b36c88"), ("Marion",),
                                        "2017-12-02")),
    ],
)  # fmt: skip
def test_the_samples(name: str, count: int, first: tuple[Any, ...]) -> None:
    found = [item for item in read_file(SAMPLES / name) if isinstance(item, Source)]
    assert len(found) == count
    known = stated(found[0])
    assert (known.headline, known.authors, known.published and known.published[:10]) == first
