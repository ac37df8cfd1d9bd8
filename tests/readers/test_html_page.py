"""Pages by the whole way: as a library, as a file, from a pipe and in a folder."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from msgspec.structs import replace

import newsparse
from newsparse.article import Author
from newsparse.cli import main
from newsparse.errors import InputError
from newsparse.metadata import Metadata, merge_metadata
from newsparse.readers import read_file, single
from newsparse.readers.html import read_page

STATED = """<!DOCTYPE html>
<html lang="en_GB"><head><title>Council votes to reopen the old harbour | The Lakeshore Post</title>
<meta property="og:title" content="Council votes to reopen the old harbour"><meta property="og:site_name" content="The Lakeshore Post">
<link rel="canonical" href="https://post.example/harbour"><meta property="og:image" content="/quay.jpg">
<meta property="article:section" content="Harbour">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Council votes to reopen the old harbour",
"datePublished": "2021-03-08T09:30:00+01:00", "author": [{"@type": "Person", "name": "Mara Quist"}]}</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Council votes to reopen the old harbour</h1>
<p>The council voted on Monday to reopen the harbour, which has been closed since a storm broke its outer wall nine years ago.</p>
<p>&ldquo;It is time,&rdquo; said the mayor, who had asked for the vote. Divers will look at the wall in June, and the first ferry may
leave in spring.</p></article></body></html>
"""  # noqa: E501
SHOWN = """<html><head><title>Bakers strike over flour prices</title></head><body><h1>Bakers strike over flour prices</h1>
<p class="byline">By Tom Veld and Ana Kerr</p><p>Published April 2, 2019</p>
<p>Bakers in three towns shut their ovens on Tuesday because flour has doubled in price since the harvest failed last summer.</p>
<p>The guild said that the strike would last until the millers had agreed to talk. None of them had answered by the evening.</p>
</body></html>
"""  # noqa: E501


def test_what_a_page_states_completes_what_it_shows() -> None:
    article = newsparse.parse_html(STATED)
    assert article.headline == "Council votes to reopen the old harbour"
    assert article.byline == newsparse.Byline("", (Author("Mara Quist"),))
    assert article.published == newsparse.Timestamp("", "2021-03-08T09:30:00+01:00")
    assert "The council voted on Monday" in " ".join(article.body[0].paragraphs)
    assert (article.source.headline, article.source.byline, article.source.published) == (
        "h1",
        "json-ld",
        "json-ld",
    )
    assert (article.url, article.site, article.section) == (
        "https://post.example/harbour",
        "The Lakeshore Post",
        "Harbour",
    )
    assert (article.language, article.image) == ("en-GB", "https://post.example/quay.jpg")


def test_what_a_page_shows_is_enough() -> None:
    article = newsparse.parse_html(SHOWN.encode(), url="https://post.example/bakers")
    assert article.headline == "Bakers strike over flour prices"
    assert article.byline
    assert article.byline.text == "By Tom Veld and Ana Kerr"
    assert [author.name for author in article.byline.authors] == ["Tom Veld", "Ana Kerr"]
    assert article.published
    assert article.published.date == "2019-04-02"
    assert (article.source.headline, article.source.byline, article.source.published) == (
        "h1",
        "byline",
        "line",
    )
    assert (article.url, article.site, article.section, article.language, article.image) == (
        None,
        None,
        None,
        "en",
        None,
    )
    assert (article.source.path, article.source.format, article.source.encoding) == (
        "https://post.example/bakers",
        "html",
        "utf-8",
    )


@pytest.mark.parametrize("page", [STATED, SHOWN])
def test_spans_hold_all_the_text_that_a_page_shows(page: str) -> None:
    from newsparse.readers.html import parse_page

    text = parse_page(page).source.text
    article = newsparse.parse_html(page)
    assert article.text == text
    spans = article.spans
    assert "".join("".join(text[span.start : span.end].split()) for span in spans) == "".join(text.split())


def test_names_are_found_by_the_words_of_the_page_s_language() -> None:
    byline = "<p class=byline>Von <b>Tom Veld</b> und <b>Leitender Wirtschaftsredakteur</b></p>"
    german = SHOWN.replace("<html>", "<html lang=de>").replace("<p>Published", f"{byline}<p>Published", 1)
    german = german.replace('<p class="byline">By Tom Veld and Ana Kerr</p>', "")
    for metadata in (
        read_page(german).metadata,
        read_page(german.replace("lang=de", "lang=en"), language="de").metadata,
    ):
        assert metadata
        assert metadata.authors == ("Tom Veld",)


def test_a_page_that_gives_nothing_changes_nothing_and_names_keep_what_stands_beside_them() -> None:
    article = newsparse.parse(
        "Bakers strike\nBy Tom Veld, Lakeshore Newswire\n\nBakers in three towns shut their ovens on "
        "Tuesday.\n"
    )
    assert merge_metadata(article, Metadata()) == article
    assert (article.source.byline, article.source.published) == ("text", None)
    assert article.byline
    named = merge_metadata(article, Metadata(authors=("tom veld", "Ana Kerr"), is_article=True))
    assert named.byline
    assert named.byline.text == article.byline.text
    assert named.byline.authors == (article.byline.authors[0], Author("Ana Kerr"))


def test_a_page_without_a_body_has_a_headline_only_if_it_calls_itself_an_article() -> None:
    menu = replace(newsparse.parse("Menu\nSign in\n"), headline=None, body=())
    metadata = Metadata(
        headline="The Gull",
        published="2025-03-04",
        sources={"headline": "h1", "published": "line"},
        site="The Gull",
    )
    merged = merge_metadata(menu, metadata)
    assert (merged.headline, merged.published, merged.source.headline, merged.site) == (
        None,
        None,
        None,
        "The Gull",
    )
    assert merge_metadata(menu, replace(metadata, is_article=True)).headline == "The Gull"


@pytest.mark.parametrize("name", ["page.html", "page.HTM", "page.xhtml", "page.txt", "page"])
def test_a_file_is_a_page_by_its_ending_or_by_how_it_begins(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"\xef\xbb\xbf\n<!-- saved -->\n" + STATED.encode())
    article = newsparse.parse_file(path)
    assert article.source.format == "html"
    assert article.source.path == str(path)
    assert article.spans == newsparse.parse_html(STATED).spans
    found = json.loads(CliRunner().invoke(main, [str(path)]).stdout)
    assert found["source"]["format"] == "html"
    assert found["byline"]["authors"][0]["name"] == "Mara Quist"


@pytest.mark.parametrize(
    ("name", "text", "form"),
    [
        ("story.html", "<p>The council voted on Monday to reopen the harbour.</p>", "html"),
        ("story.txt", "<p>The council voted on Monday to reopen the harbour.</p>", "html"),
        ("story.txt", "The council voted <b>on Monday</b> to reopen the harbour.", "text"),
    ],
)
def test_a_fragment_is_a_page_by_its_ending_or_its_first_mark(
    name: str, text: str, form: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    assert newsparse.parse_file(path).source.format == form


FRAGMENT = "<p>The council voted on <b>Monday</b> to reopen the harbour.</p>"


@pytest.mark.parametrize(
    ("form", "name", "data", "read"),
    [
        ("text", "page.html", STATED, "text"),
        ("html", "story.txt", FRAGMENT, "html"),
        ("html", "-", FRAGMENT, "html"),
        ("auto", "-", FRAGMENT, "html"),
        ("text", "-", STATED, "text"),
    ],
)
def test_the_input_format_overrules(tmp_path: Path, form: str, name: str, data: str, read: str) -> None:
    path = name if name == "-" else str(tmp_path / name)
    if name != "-":
        Path(path).write_text(data, encoding="utf-8")
    # in this process, in a worker
    for args in (("--spans",), ("--timeout", "20", "-j", "1", "-f", "jsonl", "--spans")):
        found = CliRunner().invoke(main, ["--input-format", form, *args, path], input=data)
        assert found.exit_code == 0, found.stderr
        article = json.loads(found.stdout)
        assert article["source"]["format"] == read
        assert (article["spans"][-1]["end"] == len(data.rstrip())) is (read == "text")


def test_another_input_format_is_another_run(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(FRAGMENT, encoding="utf-8")
    for form in ("text", "html"):
        args = [
            "-j",
            "1",
            "--resume",
            "--input-format",
            form,
            str(tmp_path / "in"),
            "-o",
            str(tmp_path / "out") + "/",
        ]
        assert CliRunner().invoke(main, args).exit_code == 0
        assert json.loads((tmp_path / "out" / "a.txt.json").read_text("utf-8"))["source"]["format"] == form


@pytest.mark.parametrize("name", ["page.html.gz", "PAGE.HTM.GZ", "page.xhtml.gz", "page.html"])
def test_a_gzipped_page_is_unpacked(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(gzip.compress(STATED[:400].encode()) + gzip.compress(STATED[400:].encode()))
    article = newsparse.parse_file(path)
    assert article.spans == newsparse.parse_html(STATED).spans
    assert (article.source.path, article.source.format) == (str(path), "html")
    assert article.source.sha256 == newsparse.parse_html(STATED.encode()).source.sha256
    path.write_bytes(STATED.encode())  # unpacked on the way, as browsers do
    assert newsparse.parse_file(path).spans == article.spans


def test_a_gzipped_page_in_a_pipe() -> None:
    found = CliRunner().invoke(main, [], input=gzip.compress(SHOWN.encode()))
    assert json.loads(found.stdout)["source"]["format"] == "html"


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        (gzip.compress(STATED.encode())[:-9], "gzip data that is cut off or broken"),
        (gzip.compress(STATED.encode())[:5], "gzip data that is cut off or broken"),
        (gzip.compress(STATED.encode())[:60] + b"\xff" * 60, "gzip data that is cut off or broken"),
        (gzip.compress(STATED.encode()) + b"tide", "gzip data that is cut off or broken"),
        (gzip.compress(b"<p>" + b"tide " * 20_000_000), "too large to be one article"),
        (gzip.compress(b""), "empty"),
        (gzip.compress(gzip.compress(STATED.encode())), "gzip data, not text"),
    ],
    ids=["cut off", "head only", "broken", "not all of it", "bomb", "empty", "twice"],
)
def test_bad_gzip_data_is_one_line(tmp_path: Path, data: bytes, wrong: str) -> None:
    path = tmp_path / "page.html.gz"
    path.write_bytes(data)
    found = CliRunner().invoke(main, [str(path)])
    assert (found.exit_code, found.stdout) == (1, "")
    assert found.stderr.startswith(f"newsparse: {path}: {wrong}")
    assert found.stderr.count("\n") == 1


@pytest.mark.parametrize("opening", ["<!-- -->", "<!--", " "])
def test_what_opens_like_a_page_and_is_none_is_a_text(tmp_path: Path, opening: str) -> None:
    path = tmp_path / "story.txt"
    path.write_text(opening * 8_000 + "x", encoding="utf-8")
    assert single(read_file(path)).origin.format == "text"


def test_what_opens_like_a_page_and_is_xml_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text("<?xml " * 8_000 + "x", encoding="utf-8")
    with pytest.raises(InputError, match="XML or SGML"):
        single(read_file(path))


def test_pages_in_pipes_and_folders(tmp_path: Path) -> None:
    piped = CliRunner().invoke(main, ["-"], input=SHOWN)
    assert json.loads(piped.stdout)["source"]["format"] == "html"
    for name in ("a.html", "b.xhtml", "c.jpg"):
        (tmp_path / name).write_text(SHOWN, encoding="utf-8")
    (tmp_path / "d.html.gz").write_bytes(gzip.compress(SHOWN.encode()))
    (tmp_path / "e.txt.gz").write_bytes(gzip.compress(SHOWN.encode()))
    found = CliRunner().invoke(main, ["-j", "1", str(tmp_path)])
    paths = [json.loads(line)["source"]["path"] for line in found.stdout.splitlines()]
    assert list(map(os.path.basename, paths)) == ["a.html", "b.xhtml", "d.html.gz", "e.txt.gz"]


@pytest.mark.parametrize("form", ["pretty", "text"])
def test_what_is_stated_but_not_printed_is_shown(form: str) -> None:
    found = CliRunner().invoke(
        main, ["-f", form, "--only", "byline", "--only", "published", "-"], input=STATED
    )
    assert found.exit_code == 0
    assert "Mara Quist" in found.stdout
    assert "2021-03-08" in found.stdout


def test_a_page_without_text_is_told(tmp_path: Path) -> None:
    path = tmp_path / "empty.html"
    path.write_text("<!doctype html><html><body><script>go()</script></body></html>", encoding="utf-8")
    found = CliRunner().invoke(main, [str(path)])
    assert found.exit_code == 1
    assert found.stderr.startswith(f"newsparse: {path}: a page that shows no text: ")


def test_texts_do_not_import_lxml(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text("Bakers strike\n\nBakers in three towns shut their ovens on Tuesday.\n", encoding="utf-8")
    command = (
        f"import sys; from newsparse.cli import main\ntry: main([{str(path)!r}])\nfinally: assert "
        "'lxml' not in sys.modules"
    )
    found = subprocess.run([sys.executable, "-c", command], capture_output=True, check=False)
    assert found.returncode == 0, found.stderr
