"""Pages that browsers saved, and parts of pages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench import DATA
from hashes import hashed
from newsparse import pipeline
from newsparse.errors import InputError
from newsparse.readers import detect, read_bytes, read_file, single
from newsparse.readers.source import Source

SAMPLES = DATA / "formats" / "samples" / "mhtml"
BODY = (
    "The ferry to the outer islands sailed again on Monday, nine years after a storm broke the quay, he said."
)
PAGE = f"""<!DOCTYPE html><html><head><title>Ferry returns</title></head><body><article><h1>Ferry returns</h1>
<p>By Mara Quist</p><p>{BODY}</p></article></body></html>"""
SAVED = """From: <Saved by Blink>
Snapshot-Content-Location: https://a.example/ferry
Subject: Ferry returns
Date: Fri, 2 Jan 2026 22:27:49 +0000
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----a"

------a
Content-Type: text/html
Content-ID: <frame-1@mhtml.blink>
Content-Transfer-Encoding: quoted-printable
Content-Location: https://a.example/ferry

{page}
------a
Content-Type: text/css
Content-Transfer-Encoding: quoted-printable
Content-Location: cid:css-1@mhtml.blink

@charset "utf-8";
------a
Content-Type: text/html
Content-ID: <frame-2@mhtml.blink>
Content-Location: https://ads.example/

<p>Buy a boat</p>
------a--
"""


def saved(page: str = PAGE, head: str = SAVED) -> bytes:
    return head.format(page=page.replace("=", "=3D").replace("é", "=C3=A9")).replace("\n", "\r\n").encode()


@pytest.mark.parametrize("name", ["a.mhtml", "a.txt", "-"])
def test_a_page_saved_as_a_mail(name: str) -> None:
    source = single(read_bytes(saved(PAGE.replace("ferry to", "café=ferry to")), name))
    assert (source.origin.format, source.origin.path) == ("mhtml", name)
    assert "The café=ferry to" in source.text
    article = pipeline.article(source)
    assert (article.headline, article.url) == ("Ferry returns", "https://a.example/ferry")
    assert article.published is None  # the mail's day is when it was saved
    assert "Buy a boat" not in source.text


@pytest.mark.parametrize(
    "head",
    [
        SAVED.replace("<Saved by Blink>", '"Saved by Internet Explorer 11"').replace(
            "Snapshot-Content-Location: https://a.example/ferry\n", ""
        ),
        SAVED[SAVED.index("MIME") :],
        SAVED[SAVED.index("MIME") :].replace("multipart/related", "Multipart/Related"),
        SAVED.replace("type=", 'start="<frame-1@mhtml.blink>";\n\ttype='),
        SAVED.replace("{page}", "{page}\n------a\nContent-Type: text/html\n\n<p>Later</p>"),
        "From: <Saved by Blink>\nSubject: Ferry\nContent-Location: https://a.example/ferry\n"
        "Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n{page}\n",
    ],
)  # fmt: skip
def test_what_other_programs_write(head: str) -> None:
    data = saved(head=head)
    assert detect(data, "a.txt").name == "mhtml"
    source = single(read_bytes(data, "a.txt"))
    assert source.text.startswith("Ferry returns\n")
    assert source.metadata
    assert source.metadata.url == "https://a.example/ferry"


def test_the_page_that_the_mail_starts_with() -> None:
    head = SAVED.replace("type=", 'start="<frame-2@mhtml.blink>";\n\ttype=')
    assert single(read_bytes(saved(head=head), "a.mht")).text == "Buy a boat"


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_the_encoding_of_the_part_counts(encoding: str) -> None:
    head = SAVED.replace("quoted-printable", "8bit").replace(
        "text/html\n", f"text/html; charset={encoding}\n", 1
    )
    start, end = head.split("{page}")
    data = start.encode() + PAGE.replace("ferry", "café").encode(encoding) + end.encode()
    if encoding == "utf-16":
        data = start.replace("8bit", "base64").encode() + __import__("base64").encodebytes(
            PAGE.replace("ferry", "café").encode(encoding)
        ) + end.encode()  # fmt: skip
    assert "The café to" in single(read_bytes(data, "a.mhtml")).text


@pytest.mark.parametrize("data", [b"", b"From: <Saved by Blink>\n\n", saved("")])
def test_a_mail_without_a_page_is_an_error(data: bytes) -> None:
    (error,) = read_bytes(data, "a.mhtml", None, "mhtml")
    assert isinstance(error, InputError)


def test_a_page_that_is_cut_off_is_read_as_far_as_it_goes() -> None:
    data = saved()
    source = single(read_bytes(data[: data.index(b"nine years")], "a.mhtml"))
    assert source.text.endswith("sailed again on Monday,")


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_damaged_mails_are_articles_or_errors(data: st.DataObject) -> None:
    mail = bytearray(saved())
    for _ in range(data.draw(st.integers(0, 5))):
        mail[data.draw(st.integers(0, len(mail) - 1))] = data.draw(st.integers(0, 255))
    start, end = sorted((data.draw(st.integers(0, len(mail))), data.draw(st.integers(0, len(mail)))))
    for damaged in (bytes(mail[start:end]), bytes(mail[:start] + mail[end:]), bytes(mail * 2)):
        for item in read_bytes(damaged, "a.mhtml", None, "mhtml"):
            assert isinstance(item, Source | InputError)


@pytest.mark.parametrize(
    "comment",
    [
        "<!--\n Page saved with SingleFile \n url: https://a.example/ferry \n saved date: Mon\n-->",
        "<!-- saved from url=(0025)https://a.example/ferry -->",
    ],
)  # fmt: skip
def test_a_saved_page_says_where_it_came_from(comment: str) -> None:
    picture = '<img src="data:image/png;base64,' + "A" * 100_000 + '">'
    page = PAGE.replace("<html>", f"<html>{comment}").replace("<h1>", f"{picture}<h1>")
    article = pipeline.article(single(read_bytes(page.encode(), "a.html")))
    assert (article.url, article.headline, article.published) == (
        "https://a.example/ferry", "Ferry returns", None,
    )  # fmt: skip
    stated = page.replace("<title>", '<link rel="canonical" href="https://a.example/own"><title>')
    source = single(read_bytes(stated.encode(), "a.html"))
    assert source.metadata
    assert source.metadata.url == "https://a.example/own"


@pytest.mark.parametrize(
    "part",
    [
        f"<article><h1>Ferry returns</h1><p>By <b>Mara Quist</b></p><p>{BODY}</p></article>",
        f"<h1>Ferry returns</h1>\n<p>By Mara Quist\n<p>{BODY}",
        f"\ufeff\n<!-- --><div id=a>\n<h1>Ferry returns</h1><div>By Mara Quist</div>\n<p>{BODY}</p></div>",
        f"<H1>Ferry returns</H1><BR>By Mara Quist<BR><BR>{BODY}",
        f"<b>Ferry returns</b><br>By Mara Quist<br/><br/>{BODY}",
        f"<meta charset=utf-8><title>Ferry returns</title><h1>Ferry returns</h1><p>By Mara Quist<p>{BODY}",
        f"<body><h1>Ferry returns</h1><p>By Mara Quist</p><p>{BODY}</p></body>",
        f"Ferry returns<br>\nBy Mara Quist<br>\n<br>\n{BODY}<br>\n{BODY}",
        f"Ferry returns\n<p>By Mara Quist</p>\n<p>{BODY}</p>\n<p>{BODY}</p>",
    ],
)  # fmt: skip
def test_a_part_of_a_page(part: str) -> None:
    for name in ("-", "a.txt"):
        source = single(read_bytes(part.encode(), name))
        assert source.origin.format == "html"
        assert "<" not in source.text
        article = pipeline.article(source)
        assert article.byline
        assert [author.name for author in article.byline.authors] == ["Mara Quist"]
        assert article.body[0].paragraphs[0] == BODY


@pytest.mark.parametrize(
    "text",
    [
        f"<Ferry> returns\n\n{BODY}\n",
        f"<b>Ferry</b> returns\n\nBy Mara Quist\n\n{BODY}\n",
        f"How to write a page\n\n{BODY}\n\n<p>A paragraph.</p>\n<p>Another.</p>\n\n{BODY}\n\n{BODY}\n",
        f"Ferry returns<br>\n\n{BODY}\n\n{BODY}\n",
    ],
)
def test_a_text_with_a_few_tags_is_a_text(text: str) -> None:
    assert single(read_bytes(text.encode(), "a.txt")).origin.format == "text"


@pytest.mark.skipif(not SAMPLES.exists(), reason="the samples of formats are not beside the project")
def test_the_sample() -> None:
    source = single(read_file(SAMPLES / "MADE_page.mhtml"))
    assert source.metadata
    assert source.metadata.headline == hashed("9ad098cefccedac8")
    assert (source.metadata.authors, source.metadata.published) == (
        ("Amanda Krause",),
        "2024-02-14T16:15:30+00:00",
    )
