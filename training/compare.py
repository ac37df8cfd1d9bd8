"""Compare newsparse with its peers on pages, by the data's own scorer, in one run on one core; some minutes.

    python -m training.compare

Prints one table and writes training/results/pages.json, which `python -m training.report` reads. The pages
are in the data folder, the peers in `pip install -e '.[peers]'`.
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
from newsparse.provenance import weights_digest
from training.corpus import PAGES, PAGES_HTML, SHARED
from training.results import (
    Comparison,
    comparison_columns,
    comparison_rows,
    sha256,
    write_comparison,
)

PEERS = ("trafilatura", "newspaper4k", "resiliparse")
# by set
CHOICES = {
    "wcxb": {"source": "wcxb"},
    "english": {"source": "fundus", "lang": "en"},
    "fundus": {"source": "fundus"},
}
WARM_UP = 3  # pages at the start that are not timed


class Page(msgspec.Struct, frozen=True):
    """A page of the data and its bytes."""

    id: str
    html: bytes


Parse = Callable[[Page], Article]
Answer = Any  # what the scorer's own caller of a system returns, or the exception that it raised
Run = Callable[[Page], Answer]


def main() -> None:
    """Measure the weights that ship, print the table and keep the record."""
    comparison = compare(lambda page: pipeline.parse_html(page.html), unseen=False)
    table = [comparison_columns(comparison), *comparison_rows(comparison)]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for row in table:
        left, right = zip(row[:2], widths[:2], strict=True), zip(row[2:], widths[2:], strict=True)
        print(
            "  ".join(
                [*(cell.ljust(width) for cell, width in left), *(cell.rjust(width) for cell, width in right)]
            )
        )
    speeds = (f"{name} {1000 * seconds:.1f}" for name, seconds in comparison.seconds.items())
    print("milliseconds a page: " + ", ".join(speeds))
    write_comparison(comparison)


def compare(parse: Parse, *, unseen: bool) -> Comparison:
    """newsparse, as `parse` calls it, and its peers on all pages; `unseen`: the weights of `parse` were
    trained on no page of a page's publisher.

    Exits with a message where the data folder or a peer is missing.
    """
    versions = {name: _version(name) for name in PEERS}
    _version("threadpoolctl")
    from threadpoolctl import threadpool_limits

    scorer = load_scorer("score_html")
    runs: dict[str, Run] = {"newsparse": _ours(scorer, parse)}
    runs |= {name: _peer(scorer, name) for name in PEERS}
    with threadpool_limits(1):
        _answers(islice(_pages(), WARM_UP), runs)
        answers, seconds = _answers(_pages(), runs)
    sets = {
        name: {system: _score(scorer, system, answers[system], choice) for system in runs}
        for name, choice in CHOICES.items()
    }
    return Comparison(
        weights=weights_digest(),
        data=sha256(PAGES),
        unseen=unseen,
        versions=versions,
        pages={name: systems["newsparse"]["body"][1] for name, systems in sets.items()},
        sets=sets,
        seconds={name: total / len(answers[name]) for name, total in seconds.items()},
    )


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        raise SystemExit(f"{name} is missing: pip install -e '.[peers]'") from None


def load_scorer(name: str) -> ModuleType:
    """A scorer of the data folder. Exits with a message where it is missing."""
    path = SHARED / "bench" / f"{name}.py"
    if not path.exists():
        raise SystemExit(f"no {path.name} in {path.parent}: name the data folder in NEWSPARSE_DATA")
    spec = spec_from_file_location(name, path)
    assert spec
    assert spec.loader
    scorer = module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return scorer


def _pages() -> Iterable[Page]:
    with open(PAGES, encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            yield Page(row["id"], gzip.decompress((PAGES_HTML / f"{row['id']}.html.gz").read_bytes()))


def _ours(scorer: ModuleType, parse: Parse) -> Run:
    """The scorer's way of calling newsparse, with `parse` in the place of parse_html."""
    run = scorer.system("newsparse")

    def answer(page: Page) -> Answer:
        with patch.object(newsparse, "parse_html", lambda _: parse(page)):
            return run(page.html)

    return answer


def _peer(scorer: ModuleType, name: str) -> Run:
    run = scorer.system(name)
    return lambda page: run(page.html)


def _answers(
    pages: Iterable[Page], runs: Mapping[str, Run]
) -> tuple[dict[str, dict[str, Answer]], dict[str, float]]:
    """The answers of each system to each page, and its seconds for all pages.

    The systems take turns page by page, so that what slows the machine down slows all of them.
    """
    answers: dict[str, dict[str, Answer]] = {name: {} for name in runs}
    seconds = dict.fromkeys(runs, 0.0)
    for page in pages:
        for name, run in runs.items():
            start = perf_counter()
            try:
                answers[name][page.id] = run(page)
            except InputError as error:  # newsparse's refusal; the scorer counts it as an empty answer
                answers[name][page.id] = error
            except Exception as error:  # a crash of a peer counts the same, one of newsparse is a bug
                if name == "newsparse":
                    raise
                print(f"{page.id}: {name}: {type(error).__name__}: {str(error)[:100]}", file=sys.stderr)
                answers[name][page.id] = error
            seconds[name] += perf_counter() - start
    return answers, seconds


def _score(
    scorer: ModuleType, name: str, answers: Mapping[str, Answer], choice: Mapping[str, str]
) -> dict[str, tuple[float, int]]:
    """The scorer's figures for the answers of one system on the pages of a choice,
    which it goes through in order.
    """
    with open(PAGES, encoding="utf-8") as lines:
        chosen = (answers[row["id"]] for row in map(json.loads, lines) if choice.items() <= row.items())

        def run(_: bytes) -> Answer:
            answer = next(chosen)
            if isinstance(answer, Exception):
                raise answer
            return answer

        with (
            tempfile.NamedTemporaryFile("r", suffix=".json") as output,
            open(os.devnull, "w") as devnull,
            redirect_stdout(devnull),
        ):
            arguments = [
                "score_html",
                str(PAGES),
                "--pages",
                str(PAGES_HTML),
                "--system",
                name,
                "--json",
                output.name,
            ]
            arguments += [word for key, value in choice.items() for word in (f"--{key}", value)]
            with patch.object(scorer, "system", lambda _: run), patch.object(sys, "argv", arguments):
                scorer.main()
            return {measure: (mean, n) for measure, (mean, n) in json.load(output).items()}


if __name__ == "__main__":
    main()
