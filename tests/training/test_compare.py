"""The benchmark beside peers: each system is asked once a page, by the data's own scorer,
and what is missing is said.
"""

from __future__ import annotations

import gzip
import json
import sys
from contextlib import nullcontext
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import newsparse
from newsparse.pipeline import parse_html
from training import compare
from training.results import comparison_rows

SCORER = """
import argparse, gzip, json, pathlib, statistics

def system(name):
    if name == "newsparse":
        import newsparse
        return lambda raw: newsparse.parse_html(raw).headline
    if name == "resiliparse":
        return lambda raw: 1 / 0
    return lambda raw: "Ferry"

def main():
    p = argparse.ArgumentParser()
    p.add_argument("truth"); p.add_argument("--pages"); p.add_argument("--system"); p.add_argument("--json")
    p.add_argument("--source"); p.add_argument("--lang")
    a = p.parse_args()
    hits = []
    for d in map(json.loads, pathlib.Path(a.truth).read_text().splitlines()):
        if d["source"] == a.source and a.lang in (None, d["lang"]):
            raw = gzip.decompress((pathlib.Path(a.pages) / (d["id"] + ".html.gz")).read_bytes())
            try:
                hits.append(float(system(a.system)(raw) == d["title"]))
            except ZeroDivisionError:
                hits.append(0.0)
    print("scored")
    pathlib.Path(a.json).write_text(json.dumps({"body": [statistics.mean(hits), len(hits)]}))
"""
TITLES = {
    "a": ("wcxb", None, "Ferry"),
    "b": ("wcxb", None, "Tide"),
    "c": ("fundus", "en", "Storm"),
    "d": ("fundus", "de", "Ferry"),
}


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "bench").mkdir()
    (tmp_path / "html" / "pages").mkdir(parents=True)
    (tmp_path / "bench" / "score_html.py").write_text(SCORER)
    lines = [
        {"id": name, "source": source, "lang": lang, "title": title}
        for name, (source, lang, title) in TITLES.items()
    ]
    (tmp_path / "html" / "dev.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    for name, (_, _, title) in TITLES.items():
        (tmp_path / "html" / "pages" / f"{name}.html.gz").write_bytes(
            gzip.compress(f"<meta property=og:type content=article><h1>{title}</h1><p>{name}".encode())
        )
    monkeypatch.setattr(compare, "SHARED", tmp_path)
    monkeypatch.setattr(compare, "PAGES", tmp_path / "html" / "dev.jsonl")
    monkeypatch.setattr(compare, "PAGES_HTML", tmp_path / "html" / "pages")
    monkeypatch.setattr(compare, "version", lambda name: "1.0")
    monkeypatch.setitem(sys.modules, "threadpoolctl", SimpleNamespace(threadpool_limits=nullcontext))
    return tmp_path


@pytest.mark.usefixtures("data")
def test_each_set_is_scored_with_the_answers_of_its_pages() -> None:
    requested: list[str] = []

    def parse(page: compare.Page) -> Any:
        requested.append(page.id)
        return parse_html(page.html)

    found = compare.compare(parse, unseen=True)
    assert requested[compare.WARM_UP :] == ["a", "b", "c", "d"]
    assert found.pages == {"wcxb": 2, "english": 1, "fundus": 2}
    assert {name: systems["newsparse"]["body"] for name, systems in found.sets.items()} == {
        "wcxb": (1.0, 2), "english": (1.0, 1), "fundus": (1.0, 2),
    }  # fmt: skip
    assert found.sets["wcxb"]["trafilatura"]["body"] == (0.5, 2)
    assert found.sets["fundus"]["trafilatura"]["body"] == (0.5, 2)
    assert found.sets["english"]["trafilatura"]["body"] == (0.0, 1)
    assert found.sets["wcxb"]["resiliparse"]["body"] == (0.0, 2)  # it crashed
    assert found.unseen
    assert next(comparison_rows(found))[:4] == ("WCXB, 2", "body F1", "1.000", "0.500")
    assert newsparse.parse_html is parse_html


def test_without_the_data_it_says_so(data: Path) -> None:
    (data / "bench" / "score_html.py").unlink()
    with pytest.raises(SystemExit, match=r"no score_html\.py in"):
        compare.compare(lambda page: parse_html(page.html), unseen=True)


@pytest.mark.usefixtures("data")
def test_without_a_peer_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(compare, "version", missing)
    with pytest.raises(SystemExit, match=r"trafilatura is missing: pip install -e '\.\[peers\]'"):
        compare.compare(lambda page: parse_html(page.html), unseen=True)
