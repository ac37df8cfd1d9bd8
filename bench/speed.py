"""Speed: CPU a text and a page, beside newsparse's peers where they are installed, in one process and in
turns.

The articles are those of the data folder that have both a text and a page; where there is none, invented
ones. Times differ from machine to machine: quote the ratios.
"""

from __future__ import annotations

import gzip
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from statistics import median
from typing import NamedTuple

import msgspec

from bench import DATA
from bench.measure import cpu_seconds, interleaved, median_ratio, run_python
from bench.texts import article, page

GOLD = DATA / "gold"
ARTICLES = 60
FOLDER_COPIES = 10  # of the texts, so that the start of the command weighs little
REFERENCE = "trafilatura"
FLOOR = "lxml alone"  # the reference where trafilatura is not installed

System = Callable[[str], object]


class Article(NamedTuple):
    """An article's text and its page."""

    text: str
    html: str


class _Row(msgspec.Struct):
    id: str
    text: str


def main() -> None:
    """Measure, and print medians and ratios."""
    articles = list(islice(data_articles(), ARTICLES)) or [
        Article(article(i), page(i)) for i in range(ARTICLES)
    ]
    texts, pages = [a.text for a in articles], [a.html for a in articles]
    runs = {
        "newsparse, texts": partial(_cpu, _newsparse_text(), texts),
        "newsparse, pages": partial(_cpu, _newsparse_page(), pages),
    }
    runs |= {name: partial(_cpu, system, pages) for name, system in _peers()}
    with tempfile.TemporaryDirectory() as folder:
        for i, text in enumerate(texts * FOLDER_COPIES):
            Path(folder, f"{i}.txt").write_text(text, encoding="utf-8")
        runs["newsparse, a folder of texts"] = partial(_folder_cpu, Path(folder), len(texts) * FOLDER_COPIES)
        interleaved(runs, rounds=1)  # what is loaded on first use is not measured
        results = interleaved(runs)
    reference = REFERENCE if REFERENCE in results else FLOOR
    for name, seconds in results.items():
        ratio = median_ratio(results[reference], seconds)
        print(
            f"{name:30}{1000 * median(seconds):8.2f} ms CPU a document,{ratio:7.2f} times the speed of "
            f"{reference}"
        )


def data_articles() -> Iterator[Article]:
    """The texts of the data folder that have a page, with it."""
    gold = GOLD / "gold.jsonl"
    if not gold.exists():
        return
    with open(gold, "rb") as lines:
        for row in map(msgspec.json.Decoder(_Row).decode, lines):
            path = GOLD / "html" / f"{row.id}.html.gz"
            if path.exists():
                yield Article(row.text, gzip.decompress(path.read_bytes()).decode("utf-8", "replace"))


def _newsparse_text() -> System:
    from newsparse import parse

    return parse


def _newsparse_page() -> System:
    from newsparse import parse_html

    return parse_html


def _peers() -> Iterator[tuple[str, System]]:
    """The systems that are installed, each a function of a page's source."""
    import lxml.html

    yield FLOOR, lxml.html.fromstring
    if find_spec("trafilatura"):
        from trafilatura import bare_extraction

        yield "trafilatura", partial(bare_extraction, with_metadata=True)
    if find_spec("resiliparse"):
        from resiliparse.extract.html2text import extract_plain_text

        yield "resiliparse", partial(extract_plain_text, main_content=True)
    if find_spec("newspaper"):
        yield "newspaper4k", _newspaper


def _newspaper(html: str) -> None:
    import newspaper

    document = newspaper.Article("https://paper.example/story", fetch_images=False)
    document.download(input_html=html)
    document.parse()


def _cpu(system: System, documents: Sequence[str]) -> float:
    """CPU seconds a document."""

    def run() -> None:
        for document in documents:
            system(document)

    return cpu_seconds(run) / len(documents)


def _folder_cpu(folder: Path, files: int) -> float:
    """CPU seconds a file of the command on a folder, with one job, its start included."""
    return run_python("-m", "newsparse", folder, "-f", "jsonl", "-j", "1", "-q").cpu / files
