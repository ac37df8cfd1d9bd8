"""Which of a page's statements its text repeats."""

from __future__ import annotations

import pytest

from newsparse.readers.html import parse_page

HEAD = """<html><head><title>Ferry runs aground off Quill Point | The Tidemark</title>
<meta property="og:title" content="Ferry runs aground off Quill Point"><meta property="og:site_name" content="The Tidemark">
<meta property="og:type" content="article"><meta name="author" content="Mara Quist">
<meta property="article:section" content="Harbour"><meta property="article:tag" content="ferries">
<meta property="og:description" content="Forty people waited four hours for the tide; nobody was hurt.">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry runs aground off Quill Point",
"articleBody": "The evening ferry ran aground on Monday. Forty people waited for the tide."}</script></head>"""  # noqa: E501


def features(line: str) -> set[str]:
    """The features of a line of the page that its statements give."""
    page = parse_page(f"{HEAD}<body><p>{line}</p></body></html>")
    assert page.source.markup
    return {
        token
        for token in page.source.markup(0, len(page.source.text))
        if token.startswith(("says=", "part=", "names=", "not=", "kind="))
    }


@pytest.mark.parametrize(
    ("line", "tokens"),
    [
        ("FERRY RUNS AGROUND — off Quill Point", {"says=title", "not=body"}),
        ("Ferry runs aground", {"part=title", "not=body"}),
        ("Ferry", set()),
        ("Mara Quist", {"says=author", "names=author"}),
        ("By Mara Quist, harbour reporter", {"names=author", "not=body"}),
        ("Tamara Quistberg went home", {"not=body"}),
        ("The Tidemark", {"says=site"}),
        ("Harbour", {"says=section"}),
        ("#ferries", {"says=keyword"}),
        ("Forty people waited four hours for the tide; nobody was hurt.", {"says=description", "not=body"}),
        ("Forty people waited four hours for the tide; nobody …", {"says=description", "not=body"}),
        ("Forty people waited for the tide.", {"says=body"}),
        ("* * *", set()),
    ],
)
def test_a_line_says_what_the_page_states(line: str, tokens: set[str]) -> None:
    assert features(line) == tokens | {"kind=newsarticle", "kind=article"}


def test_a_page_that_states_nothing_says_nothing() -> None:
    page = parse_page("<p>Low tide.</p>")
    assert page.source.markup
    assert page.source.markup(0, 9) == ("tag=p", "up=body", "links=0")


@pytest.mark.parametrize("line", ["Işıl Yıldız", "IŞIL YILDIZ", "By ışıl yıldız, harbour reporter"])
def test_a_dotless_letter_is_one_with_a_dot_in_capitals(line: str) -> None:
    page = parse_page(f'<meta name="author" content="Işıl Yıldız"><p>{line}</p>')
    assert page.source.markup
    assert "names=author" in page.source.markup(0, len(line))
