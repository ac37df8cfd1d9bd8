"""Pages to text as a browser copies it."""

from __future__ import annotations

from training.dom_text import copied_text

PAGE = b"""<html><body><nav>Home</nav><article><h1>Ferry  aground</h1><p>Nobody was <b>hurt</b>.</p><p hidden>No</p>
<p>It<br>rained.</p><script>x</script></article><footer style="display: none">End</footer></body></html>"""  # noqa: E501


def test_a_page_is_copied_as_it_is_shown() -> None:
    assert copied_text(PAGE, "copy_page") == "Home\n\nFerry aground\n\nNobody was hurt.\n\nIt\nrained."


def test_only_the_article_is_copied() -> None:
    assert copied_text(PAGE, "copy_article") == "Ferry aground\n\nNobody was hurt.\n\nIt\nrained."
