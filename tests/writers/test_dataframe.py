"""Data frames, and what a notebook shows."""

from __future__ import annotations

import sys
from typing import Any

import pytest
from msgspec.structs import replace

from conftest import EMPTY, FULL
from newsparse import InputError, to_dataframe
from newsparse.article import Article

INDEXED = replace(FULL, source=replace(FULL.source, index=3))


def values(frame: Any, column: str) -> list[Any]:
    found = frame[column].to_list()
    return [value if isinstance(value, str | int | float) and value == value else None for value in found]


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_row_is_an_article(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    module = pytest.importorskip(library, reason=f"{library} is not installed")
    if library == "polars":
        monkeypatch.setitem(sys.modules, "pandas", None)  # as where it is not there
    frame = to_dataframe(iter([FULL, EMPTY, INDEXED]))
    assert isinstance(frame, module.DataFrame)
    assert values(frame, "headline") == [FULL.headline, None, FULL.headline]
    assert [list(authors) for authors in frame["authors"]] == [["Mara Quist"], [], ["Mara Quist"]]
    assert list(frame["tags"][0]) == ["Harbour", "Ferries"]
    assert values(frame, "published") == ["2015-05-03T10:04", None, "2015-05-03T10:04"]
    assert frame["body"][0].count("\n\n") == 2
    assert values(frame, "confidence") == [0.934, 0.0, 0.934]
    assert values(frame, "index") == [None, None, 3]
    assert not {"text", "spans"} & set(frame.columns)
    assert len(to_dataframe([])) == 0


def test_what_failed_has_no_row() -> None:
    pytest.importorskip("pandas", reason="pandas is not installed")
    with pytest.warns(UserWarning, match="1 that failed have no row"):
        frame = to_dataframe([FULL, InputError("x.txt", "empty", "give it the article's text")])
    assert len(frame) == 1


def test_without_either_library_an_error_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("pandas", "polars"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(ImportError, match="pip install pandas"):
        to_dataframe([FULL])


@pytest.mark.parametrize("article", [FULL, EMPTY, replace(FULL, headline="<script>1 & 2</script>")])
def test_a_notebook_shows_the_article(article: Article) -> None:
    from lxml import html

    shown = html.fromstring(article._repr_html_())
    text = shown.text_content()
    for section in article.body:
        assert all(paragraph in text for paragraph in section.paragraphs)
    assert [heading.text_content() for heading in shown.iter("h3")] == [article.headline] * bool(
        article.headline
    )
    assert not list(shown.iter("script"))
    assert f"{article.confidence:.0%}" in text
