"""A page's text as a browser shows it, the hints on its mark-up, its encoding,
and the messages for bad pages.
"""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsparse.errors import InputError
from newsparse.languages import load
from newsparse.readers.html import WebPage, parse_page
from newsparse.readers.html.features import MarkupFeatures
from newsparse.readers.html.render import Rendering, render
from newsparse.segment.document import lines

EN = load("en").segment


def text(source: str) -> str:
    return render(source).text


def hints(source: str, words: str) -> list[str]:
    """The hints of the first place where these words stand."""
    rendering = render(source)
    start = rendering.text.index(words)
    return list(MarkupFeatures(rendering).of(start, start + len(words)))


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("<div>Mara Quist</div><div>Port Ellen</div>", "Mara Quist\nPort Ellen"),
        ("<p>One.<p>Two.", "One.\n\nTwo."),
        ("<p>The <b>ferry</b>\n   ran <i>aground</i> .</p>", "The ferry ran aground ."),
        ("<span>By</span><span>Mara</span>", "ByMara"),
        ("one<br>two<br><br>three", "one\ntwo\n\nthree"),
        ("<ul><li>tide<li>wind</ul>", "tide\nwind"),
        ("<ol><li><p>tide</p><li><p>wind</p></ol>", "tide\n\nwind"),
        ("<table><tr><td>boat<td>knots<tr><th>Aurora<td>12</table>", "boat\tknots\nAurora\t12"),
        ("<pre>\n tide  low\n wind</pre>", " tide  low\n wind"),
        ("<pre><b>tide</b> <i>low</i>&#39; &#39;\n<b>wind</b>", "tide low' '\nwind"),
        ("<p style='white-space: pre-line'>tide\nwind", "tide\nwind"),
        ("fish &amp; chips&nbsp;&#8212; &euro;5 &notanentity;", "fish & chips — €5 ¬anentity;"),
        ("a\u2028b\x85c\x0bd\x00e\x07f", "a b c def"),
        ("<h1>Ferry</h1>text<hr>more", "Ferry\n\ntext\nmore"),
        ("before<article>in</article>after", "before\nin\nafter"),
        ("<body>one</body></html><p>two", "one\n\ntwo"),
        ("<dl><dt>tide<dd>low</dl>", "tide\nlow"),
        (
            "<div>one<svg><title>secret</title><g><path d='M0'></g><div>two</div>three</div>four",
            "one\ntwo\nthree\nfour",
        ),
        ("<div><svg><foreignObject><p>secret</p></foreignObject></svg>tide</div>", "tide"),
        ("<p>tide<frameset><p>wind<option>rain", "tide\n\nwindrain"),
    ],
)
def test_blocks_lists_tables_and_white_space_come_out_as_shown(source: str, shown: str) -> None:
    assert text(source) == shown


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>secret</p>",
        "<p hidden=until-found>secret</p>",
        "<p style='color:red; DISPLAY : none'>secret <b>secret</b></p>",
        "<p style='visibility:hidden'>secret</p>",
        "<script>secret</script>",
        "<script><!-- '<p>secret</p>' --></script>",
        "<style>secret</style>",
        "<template><p>secret</p></template>",
        "<noscript><p>secret</p></noscript>",
        "<svg><title>secret</title><text>secret</text></svg>",
        "<select><option>secret</select>",
        "<textarea><p>secret</textarea>",
        "<iframe><p>secret</iframe>",
        "<!-- <p>secret</p> -->",
        "<img alt=secret title=secret>",
        "<title>secret</title>",
    ],
)
def test_what_a_browser_does_not_show_is_left_out(hidden: str) -> None:
    assert text(f"<p>low{hidden}tide</p><p>end") in (
        "lowtide\n\nend",
        "low\n\ntide\n\nend",
        "low\ntide\n\nend",
    )


def test_a_page_that_waits_for_a_script_to_show_it_is_shown() -> None:
    story = "<p>The harbour was quiet when the ferry came in late.</p>" * 60
    assert text(f"<p>Loading</p><div hidden id=later>{story}</div>").count("harbour") == 60
    assert text(f"<body style='visibility:hidden'>{story}").count("harbour") == 60
    assert "harbour" not in text(f"<p>{'Here is the story. ' * 900}</p><div hidden>{story}</div>")


def test_hints_tell_the_block_and_where_it_stands() -> None:
    page = (
        "<article class='post-Main'><div id=bodyText><p class='lead__para x9'>Low tide.</p></div></article>"
    )
    assert hints(page, "Low tide.") == [
        "tag=p", "up=div", "in=article", "named=lead", "named=para", "over=body", "over=text", "over=post",
        "over=main", "links=0",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("page", "words", "some", "none"),
    [
        (
            "<figure><img><figcaption>Boats at rest</figcaption></figure>",
            "Boats",
            {"tag=figcaption", "in=figure", "in=figcaption"},
            {"in=li"},
        ),
        (
            "<nav><ul><li><a href=/a>World</a></ul></nav>",
            "World",
            {"tag=li", "in=nav", "in=li", "all=a", "links=4"},
            {"time"},
        ),
        (
            "<p>Read <a href=/a>more on tides</a></p>",
            "Read more on tides",
            {"all=a", "links=3", "tag=p"},
            {"links=4"},
        ),
        ("<p>Read <a class=more href=/a>on</a></p>", "Read on", {"links=1"}, {"all=a", "named=more"}),
        (
            "<h2><span class=text>Boats</span></h2>",
            "Boats",
            {"tag=h2", "h=2", "all=span", "named=text"},
            {"h=1"},
        ),
        (
            "<div itemprop=author rel=author role=note>Mara Quist</div>",
            "Mara",
            {"prop=author", "prop=note"},
            {"named=author"},
        ),
        (
            "<p>Out <time datetime=2025-03-04>on Tuesday</time></p>",
            "Out on Tuesday",
            {"time", "all=time"},
            {"links=1"},
        ),
        ("<p>Out <time datetime=2025-03-04>on Tuesday</time></p>", "Out", {"links=0"}, {"time"}),
        (
            "<p>This was out early <time datetime=2025-03-04>Tue</time></p>",
            "This was out early Tue",
            {"time"},
            {"all=time"},
        ),
        (
            "<aside><blockquote><p><strong>Low</strong></blockquote></aside>",
            "Low",
            {"in=aside", "in=blockquote", "all=strong"},
            set(),
        ),
        ("<table><tr><td>boat<td>knots</table>", "knots", {"tag=td", "in=table", "in=td"}, set()),
        ("<p>tide", "tide", {"up=body"}, set()),
    ],
)
def test_hints_are_plain_tokens_of_the_mark_up(page: str, words: str, some: set[str], none: set[str]) -> None:
    found = set(hints(page, words))
    assert some <= found
    assert not none & found


def test_a_part_of_a_line_has_hints_of_its_own() -> None:
    page = (
        "<p class=info><span class=byline>Mara Quist</span> <time class=date datetime=2025-03-04>4 "
        "March</time></p>"
    )
    assert "named=byline" in hints(page, "Mara Quist")
    assert "named=date" not in hints(page, "Mara Quist")
    assert {"named=date", "named=info", "time"} <= set(hints(page, "4 March"))
    assert MarkupFeatures(render("<p>tide</p><p>wind")).of(4, 6) == ()


WORDS = ["tide", "ferry", "Quist", "“low”", "5%", "naïve", "海", "a&b", "x<y"]
_ESCAPED = {"&": "&amp;", "<": "&lt;"}


@st.composite
def pages(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A page of nested elements and the words it shows, in order."""
    source, shown, still_open = "", [], []
    for i in range(draw(st.integers(1, 25))):
        move = draw(st.sampled_from(["open", "close", "word", "word", "space"]))
        if move == "open":
            tag = draw(st.sampled_from(["div", "section", "b", "span", "article", "em"]))
            still_open.append(tag)
            source += f"<{tag} class=c{i}>"
        elif move == "close" and still_open:
            source += f"</{still_open.pop()}>"
        elif move == "space":
            source += draw(st.sampled_from([" ", "\n", "\t  \n", "<br>", "&nbsp;"]))
        else:
            word = draw(st.sampled_from(WORDS))
            shown.append(word)
            source += f" {re.sub('[&<]', lambda match: _ESCAPED[match[0]], word)} "
    return source, shown


@given(pages())
def test_each_visible_word_is_rendered_once_and_in_one_run(page: tuple[str, list[str]]) -> None:
    source, shown = page
    rendering = render(source)
    assert rendering.text.split() == shown
    if shown:
        check_rendering(rendering)


@given(st.text())
def test_any_text_is_a_page_or_an_input_error(source: str) -> None:
    check_answer(source)


@settings(deadline=None)  # the first text that needs a guess imports what guesses
@given(st.binary(), st.sampled_from([None, "utf-8", "cp1252", "utf-16", "no-such"]))
def test_any_bytes_are_a_page_or_an_input_error(data: bytes, encoding: str | None) -> None:
    check_answer(data, encoding=encoding)


FRAGMENTS = [
    "<", ">", "</", "<p", "<div ", "class='", '"', "=", "<!--", "-->", "<![CDATA[", "&#", ";", "<script>",
    "</script>", "<pre>", "\n", "x",
    "<a>", "<table>", "<td>", "<svg>", "</body>", "<title>", "<meta itemprop=author content=",
    "<time datetime=2025>", "hidden", "<h1>",
    "<template>", '<script type="application/ld+json">', "{", "[", '"author":', "style='display:none'",
    "\x00", "<b>", "</p>", "é", "🌊",
]  # fmt: skip


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join))
def test_broken_mark_up_is_a_page_or_an_input_error(source: str) -> None:
    check_answer(source)


def check_answer(source: bytes | str, encoding: str | None = None) -> None:
    """A page that holds together, or an error of one line."""
    try:
        page = parse_page(source, encoding=encoding)
    except InputError as error:
        message = str(error)
    else:
        check_page(page)
        message = ""
    assert "\n" not in message


def check_page(page: WebPage) -> None:
    assert page.source.text.strip()
    assert page.source.text == page.rendering.text
    page.source.text.encode()
    check_rendering(page.rendering)


def check_rendering(rendering: Rendering) -> None:
    """Runs stand in order, hold all that is to be read, and never reach over a line's end;
    every line has hints.
    """
    seen = 0
    for run in rendering.runs:
        assert seen <= run.start < run.end <= len(rendering.text)
        assert not rendering.text[seen : run.start].strip()
        assert "\n" not in rendering.text[run.start : run.end]
        seen = run.end
    assert not rendering.text[seen:].strip()
    check_elements(rendering)
    found = MarkupFeatures(rendering)
    for line in lines(rendering.text, EN).lines:
        assert any(hint.startswith("tag=") for hint in found.of(line.start, line.end))


def check_elements(rendering: Rendering) -> None:
    """The elements are those that runs stand in, and each run is in the range of its nearest wanted one."""
    around = {outer for run in rendering.runs for outer in run.element.ancestors()}
    assert not rendering.runs or around == set(rendering.elements)
    wanted = ("a", "div", "h1", "table")
    ranges = list(rendering.element_ranges(lambda element: element.tag in wanted))
    assert all(end <= start for (_, _, end), (_, start, _) in pairwise(ranges))
    for run in rendering.runs:
        nearest = [element for element in run.element.ancestors() if element.tag in wanted][:1]
        own = [element for element, start, end in ranges if start <= run.start and run.end <= end]
        assert own == nearest


@pytest.mark.parametrize(
    ("data", "sent", "used"),
    [
        ("\ufeff<p>café".encode(), None, "utf-8"),
        ("<p>café".encode(), None, "utf-8"),
        ("<p>café".encode("cp1252"), "iso-8859-15", "iso8859-15"),
        ("<meta charset='iso-8859-1'><p>café“".encode("cp1252"), None, "cp1252"),
        ("<meta charset=windows-1250><p>café".encode("cp1250"), None, "cp1250"),
        (
            "<meta http-equiv=content-type content='text/html; charset=gb2312'><p>café 海".encode("gb18030"),
            None,
            "gb18030",
        ),
        ("<meta charset=iso-8859-1><p>café".encode(), None, "utf-8"),
        ("<?xml version='1.0' encoding='iso-8859-2'?><p>café".encode("iso-8859-2"), None, "iso8859-2"),
        (("<p>café" * 20).encode("utf-16-le"), None, "utf-16-le"),
        (("<p>café" * 20).encode("utf-16-be"), None, "utf-16-be"),
        (("\ufeff" + "<p>café").encode("utf-16-be"), "utf-8", "utf-16-be"),
        ("<meta charset=utf-8><p>café".encode() + b"\x81", None, "utf-8"),
        ("<meta charset=rot13><p>café".encode("cp1252"), None, "cp1252"),
    ],
)
def test_bytes_are_decoded_as_a_browser_would(data: bytes, sent: str | None, used: str) -> None:
    page = parse_page(data, encoding=sent)
    assert page.source.text.startswith("café")
    assert page.source.origin.encoding == used
    assert page.source.origin.format == "html"


STORY = "<p class='a b'>Some words of a paragraph stand here, enough of them to be read.</p>\n"


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("<div>" * 100_000 + "tide", "tide"),
        ("<div class=a>" * 40_000 + "tide" + "</div>" * 40_000 + "<p>wind", "tide\n\nwind"),
        ("<b>" * 100_000 + "tide", "tide"),
        ("<p>tide</p><!-- <p>wind", "tide"),
        ("tide", "tide"),
        ("<p>tide</p><p>wi", "tide\n\nwi"),
        ("<p>tide</p><div class='wi", "tide"),
        ("<p>tide<img src='data:image/png;base64," + "A" * 20_000_000 + "'>wind", "tidewind"),
        (
            (
                "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b "
                "'&a;&a;&a;&a;'>]><html><body><p>&b;</p>"
            ),
            "]>\n\n&b;",
        ),
        (
            (
                "<?xml version='1.0' encoding='utf-16'?><html "
                "xmlns='http://www.w3.org/1999/xhtml'><body><p>tide<br/>wind</p></body></html>"
            ),
            "tide\nwind",
        ),
        ("<p>tide</p>" + "</div>" * 100_000, "tide"),
        ("<b>tide " * 50_000, "tide " * 49_999 + "tide"),
        ("<aside>" + "<span class=author>tide " * 50_000, "tide " * 49_999 + "tide"),
        ("<meta itemprop=author content=x><div>" * 50_000 + "tide", "tide"),
        ("<script type='application/ld+json'>" + "[" * 300_000 + "</script><p>tide", "tide"),
        ("<script type='application/ld+json'>[" + "1," * 5_000_000 + "1]</script><p>tide", "tide"),
        ("<script type='application/ld+json'>" + '"\\"' * 300_000 + "</script><p>tide", "tide"),
        ("<script type='application/ld+json'>" + "/*" * 300_000 + "</script><p>tide", "tide"),
    ],
    ids=lambda value: str(value)[:24],
)
def test_a_bad_page_is_read_as_far_as_it_goes(source: str, shown: str) -> None:
    page = parse_page(source.encode())
    assert page.source.text == shown
    assert MarkupFeatures(page.rendering).of(0, 1)


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        (b"", "empty"),
        (b" \n", "shows no text"),
        (b"<html><head><title>Tide</title></head></html>", "shows no text"),
        (b"<frameset cols='1,2'><frame src=a.html><frame src=b.html></frameset>", "shows no text"),
        (b"<p>" * 600_000, "more than 500,000 tags"),
        (b"<pre>" + b"a\n" * 600_000, "more than 500,000 tags"),
        (
            b"<p " + b" ".join(b"a%d=1" % i for i in range(30_000)) + b">tide",
            "a tag with more than 10,000 attributes",
        ),
        (b"<p>" + b"tide " * 1_000_000, "more than 4,000 lines or 1,500,000 characters"),
        (b"<p>tide" + b" " * 41_000_000, "too large"),
        (b"%PDF-1.7 <p>tide", "a PDF"),
    ],
    ids=lambda value: str(value)[:24],
)
def test_what_is_no_page_is_an_input_error_of_one_line(data: bytes, wrong: str) -> None:
    with pytest.raises(InputError, match=wrong) as caught:
        parse_page(data, name="tide.html")
    assert str(caught.value).startswith("tide.html: ")
    assert "\n" not in str(caught.value)
