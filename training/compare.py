"""Pages: newsparse beside what people use today, through the data's own scorer, in one run on one core; some minutes.

Prints one table and writes training/results/pages.json, which `python -m training.report` reads. The pages are in the data folder, the
peers in `pip install -e '.[peers]'`.
"""

from __future__ import annotations

import gzip
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from contextlib import redirect_stdout
from importlib.metadata import PackageNotFoundError, version
from importlib.util import module_from_spec, spec_from_file_location
from itertools import islice
from time import perf_counter
from types import ModuleType
from typing import Any
from unittest.mock import patch

import msgspec

import newsparse
from newsparse import pipeline
from newsparse.article import Article
from newsparse.errors import InputError
from training.corpus import HTML, HTML_PAGES, SHARED
from training.peers import Comparison, head, rows, write
from training.results import WEIGHTS, sha256

PEERS = ("trafilatura", "newspaper4k", "resiliparse")
CHOICES = {"wcxb": {"source": "wcxb"}, "english": {"source": "fundus", "lang": "en"}, "fundus": {"source": "fundus"}}
WARM = 3  # pages that nobody is timed on


class Page(msgspec.Struct, frozen=True):
    """A page of the data and its bytes."""

    id: str
    html: bytes


Parse = Callable[[Page], Article]
Answer = Any  # what the scorer's own caller of a system gives, or the exception that it raised


def main() -> None:
    """Measure the weights that ship, print the table and keep the record."""
    found = compare(lambda page: pipeline.parse_html(page.html), unseen=False)
    table = [head(found), *rows(found)]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for row in table:
        print("  ".join(cell.ljust(width) if i < 2 else cell.rjust(width) for i, (cell, width) in enumerate(zip(row, widths, strict=True))))
    print("milliseconds a page: " + ", ".join(f"{name} {1000 * seconds:.1f}" for name, seconds in found.seconds.items()))
    write(found)


def compare(parse: Parse, *, unseen: bool) -> Comparison:
    """newsparse, as `parse` calls it, and its peers on all pages; `unseen` says that `parse` never knows a page's publisher.

    Exits with a message where the data folder or a peer is missing.
    """
    versions = {name: _version(name) for name in PEERS}
    _version("threadpoolctl")
    from threadpoolctl import threadpool_limits

    scorer = _scorer()
    runs: dict[str, Callable[[Page], Answer]] = {"newsparse": _ours(scorer, parse)}
    runs |= {name: _peer(scorer, name) for name in PEERS}
    with threadpool_limits(1):
        _answers(islice(_pages(), WARM), runs)
        answers, seconds = _answers(_pages(), runs)
    found = {name: {system: _score(scorer, system, answers[system], choice) for system in runs} for name, choice in CHOICES.items()}
    return Comparison(
        weights=sha256(WEIGHTS),
        data=sha256(HTML),
        unseen=unseen,
        versions=versions,
        pages={name: systems["newsparse"]["body"][1] for name, systems in found.items()},
        sets=found,
        seconds={name: spent / len(answers[name]) for name, spent in seconds.items()},
    )


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        raise SystemExit(f"bench peers: {name} is missing: pip install -e '.[peers]'") from None


def _scorer() -> ModuleType:
    path = SHARED / "bench" / "score_html.py"
    if not path.exists() or not HTML.exists():
        raise SystemExit(f"bench peers: no {path.name} or {HTML.name} in {SHARED}: name the data folder in NEWSPARSE_DATA")
    spec = spec_from_file_location("score_html", path)
    assert spec
    assert spec.loader
    scorer = module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return scorer


def _pages() -> Iterable[Page]:
    with open(HTML, encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            yield Page(row["id"], gzip.decompress((HTML_PAGES / f"{row['id']}.html.gz").read_bytes()))


def _ours(scorer: ModuleType, parse: Parse) -> Callable[[Page], Answer]:
    """The scorer's way of calling newsparse, with `parse` in the place of parse_html."""
    run = scorer.system("newsparse")

    def answer(page: Page) -> Answer:
        with patch.object(newsparse, "parse_html", lambda _: parse(page)):
            return run(page.html)

    return answer


def _peer(scorer: ModuleType, name: str) -> Callable[[Page], Answer]:
    run = scorer.system(name)
    return lambda page: run(page.html)


def _answers(pages: Iterable[Page], runs: Mapping[str, Callable[[Page], Answer]]) -> tuple[dict[str, dict[str, Answer]], dict[str, float]]:
    """What each system says of each page, and the seconds it took for all; they take turns, so that all have the same luck."""
    answers: dict[str, dict[str, Answer]] = {name: {} for name in runs}
    seconds = dict.fromkeys(runs, 0.0)
    for page in pages:
        for name, run in runs.items():
            begun = perf_counter()
            try:
                answers[name][page.id] = run(page)
            except InputError as error:  # newsparse's refusal; the scorer counts it as an empty answer
                answers[name][page.id] = error
            except Exception as error:  # a peer's crash counts the same, newsparse's is a bug
                if name == "newsparse":
                    raise
                print(f"{page.id}: {name}: {type(error).__name__}: {str(error)[:100]}", file=sys.stderr)
                answers[name][page.id] = error
            seconds[name] += perf_counter() - begun
    return answers, seconds


def _score(scorer: ModuleType, name: str, answers: Mapping[str, Answer], choice: Mapping[str, str]) -> dict[str, tuple[float, int]]:
    """The scorer's figures for the answers of one system on the pages of a choice, which it goes through in order."""
    with open(HTML, encoding="utf-8") as lines:
        told = (answers[row["id"]] for row in map(json.loads, lines) if choice.items() <= row.items())

        def run(_: bytes) -> Answer:
            answer = next(told)
            if isinstance(answer, Exception):
                raise answer
            return answer

        with tempfile.NamedTemporaryFile("r", suffix=".json") as kept, open(os.devnull, "w") as nowhere, redirect_stdout(nowhere):
            asked = ["score_html", str(HTML), "--pages", str(HTML_PAGES), "--system", name, "--json", kept.name]
            asked += [word for key, value in choice.items() for word in (f"--{key}", value)]
            with patch.object(scorer, "system", lambda _: run), patch.object(sys, "argv", asked):
                scorer.main()
            return {measure: (mean, n) for measure, (mean, n) in json.load(kept).items()}
