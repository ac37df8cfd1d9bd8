"""Bad pages by the command, each in a process of its own: an answer or an error of one line,
within ten seconds and a gigabyte.
"""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

HEADLINE = "Council votes to reopen the old harbour"
HEAD = f"<!DOCTYPE html><html lang=en><head><title>{HEADLINE} | The Gull</title>"
STORY = f"""<article><h1>{HEADLINE}</h1><p>By Mara Quist</p>
<p>The council voted on Monday to reopen the harbour, which has been closed since a storm broke its outer wall nine years ago.</p>
<p>&ldquo;It is time,&rdquo; said the mayor, who had asked for the vote. Divers will look at the wall in June.</p></article>"""  # noqa: E501
PAGE = f"{HEAD}</head><body>{STORY}</body></html>"
PARAGRAPH = f"<p>{'The council voted, and the harbour stayed closed. ' * 5}</p>\n"
LAUGHS = "".join(f'<!ENTITY l{i + 1} "{f"&l{i};" * 10}">' for i in range(9))
SECONDS, MEGABYTES = 10, 1_000


def ld(script: str) -> str:
    return f'{HEAD}<script type="application/ld+json">{script}</script></head><body>{STORY}</body></html>'


READ: dict[str, str | bytes] = {
    "30 MB of picture": PAGE.replace(
        "<p>", f"<p><img src='data:image/png;base64,{'iVBORw0K' * 3_750_000}'>", 1
    ),
    "100,000 nested divs": f"{HEAD}</head><body>{'<div>' * 100_000}{STORY}",
    "unclosed comment": PAGE.replace("</article>", "</article><!-- <p>More"),
    "unclosed drawing": PAGE.replace("<p>By", "<svg><path d='M0 0'><p>By"),
    "no body": STORY,
    "head only in name": f"{HEAD}{STORY}",
    "frames beside a story": PAGE.replace(
        "<body>", "<frameset><frame src=a><noframes>No frames</noframes></frameset>"
    ),
    "XHTML, wrong declaration": (
        '<?xml version="1.1" encoding="utf-16"?><html '
        f'xmlns="http://www.w3.org/1999/xhtml"><br/>{STORY}</HTML>'
    ),
    "UTF-16 without a mark": PAGE.encode("utf-16-le"),
    "big-endian without a mark": PAGE.encode("utf-16-be"),
    "cut off in a character": PAGE.partition("voted")[0].encode() + "“".encode()[:2],
    "cut off in a tag": PAGE.partition("</p>")[0] + "<p class='st",
    "cut off in JSON-LD": f"{STORY}<script type='application/ld+json'>"
    + '{"@type": "NewsArticle", "headline": "Coun',
    "JSON-LD that is not JSON": ld("{'@type': NewsArticle, headline = <b>Council</b> [[[, }"),
    "10 MB of JSON-LD": ld('{"@type": "NewsArticle", "headline": "' + "Council " * 1_250_000 + '"}'),
    "10 MB of JSON-LD in scripts": ld(
        '</script><script type="application/ld+json">'.join(
            ['[{"@type": "Article", "a": [[[[]]]]}]'] * 50_000
        )
    ),
    "a billion laughs": f'<!DOCTYPE html [<!ENTITY l0 "ha">{LAUGHS}]><html><body>{STORY}<p>&l9;</p>',
    "NULs": PAGE.replace("<p>", "<\0p>\0").replace("council", "cou\0ncil") + "\0" * 1_000_000,
    "NULs, as UTF-8 with a mark": b"\xef\xbb\xbf"
    + PAGE.replace(" ", "\0 ").replace(HEADLINE.replace(" ", "\0 "), HEADLINE).encode(),
}
REFUSED: dict[str, tuple[str | bytes, str]] = {
    "30 MB of paragraphs": (HEAD + PARAGRAPH * (30_000_000 // len(PARAGRAPH)), "a page that shows more than"),
    "4,001 lines": (
        "By Mara Quist | 4 May 2015 · Photo: Tom Veld/GNA<br>" * 4_001,
        "a page that shows more than 4,000 lines",
    ),
    "a million tags": (HEAD + "<b>" * 1_000_000 + STORY, "more than 500,000 tags"),
    "frames": (
        f"{HEAD}</head><frameset cols='1,2'><frame src=a.html><frame src=b.html></frameset></html>",
        "a page that shows no text",
    ),
    "no text": (f"{HEAD}</head><body><script>go()</script>", "a page that shows no text"),
    "comment from the start": (f"<!-- {PAGE.replace('-->', '')}", "a page that shows no text"),
    "nothing but NULs": (b"\0" * 1_000_000, "a page that shows no text"),
    "50 MB": ("<p>" + " " * 50_000_000, "too large"),
    "100 MB, gzipped": (gzip.compress(b" " * 100_000_000), "too large"),
}


def run(path: Path, data: str | bytes) -> tuple[int, str, str, Any]:
    """The exit status, both outputs, and what it took of the machine."""
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    command = [sys.executable, "-W", "error", "-m", "newsparse", "--spans", str(path)]
    with open(path.with_suffix(".out"), "w+b") as out, open(path.with_suffix(".err"), "w+b") as err:
        child = subprocess.Popen(command, stdout=out, stderr=err)
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        return child.returncode, out.read().decode(), err.read().decode(), used


def check(used: Any) -> None:
    assert used.ru_utime + used.ru_stime < SECONDS
    assert used.ru_maxrss / (1_000_000 if sys.platform == "darwin" else 1_000) < MEGABYTES


pytestmark = pytest.mark.skipif(os.name == "nt", reason="what a process took is not told there")


@pytest.mark.parametrize("name", READ)
def test_a_bad_page_has_an_answer(tmp_path: Path, name: str) -> None:
    code, out, err, used = run(tmp_path / "page.html", READ[name])
    assert (code, err) == (0, "")
    article = json.loads(out)
    assert article["source"]["format"] == "html"
    assert article["headline"] == HEADLINE
    assert article["spans"]
    check(used)


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_too_bad_is_an_error_of_one_line(tmp_path: Path, name: str) -> None:
    data, wrong = REFUSED[name]
    path = tmp_path / "page.html"
    code, out, err, used = run(path, data)
    assert (code, out) == (1, "")
    assert err.startswith(f"newsparse: {path}: {wrong}")
    assert err.count("\n") == 1
    check(used)
