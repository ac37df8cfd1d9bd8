"""Whether the answers are still the same: a hash of all of them, held against the totals that are committed.

    python -m bench.snapshot            compare, over the samples and, where the data folder is there, over
                                        its texts and pages
    python -m bench.snapshot --write    keep the totals of today in bench/snapshot.json

Hashed are, a document at a time: the article as JSON with its spans, the features of every segment in their
order, and of some documents the explanation. Probabilities are rounded to three places, so that another build
of numpy gives the same totals.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple

from bench import DATA
from newsparse.pipeline import analyse, inspection, to_article
from newsparse.readers import read_bytes, single
from newsparse.readers.html import read_page
from newsparse.readers.source import Source
from newsparse.readers.text import read_text
from newsparse.writers import View, write

ROOT = Path(__file__).parents[1]
TOTALS = Path(__file__).with_suffix(".json")
# the first texts of gold.jsonl, and all pages of html/dev.jsonl: what the totals of the data folder are taken
# over
TEXTS = 903
# every so many-th document's explanation is hashed too: one takes some five seconds
EXPLAINED = {"samples": 10, "data": 100}
PLACES = 3


class Document(NamedTuple):
    """A document to answer: its name, its text, or its page's bytes, and whether it is explained too."""

    name: str
    content: str | bytes
    explained: bool


def samples() -> list[Document]:
    """The project's own samples."""
    paths = sorted(path for path in (ROOT / "samples").iterdir() if path.suffix in (".txt", ".html"))
    return [
        Document(path.name, path.read_bytes(), i % EXPLAINED["samples"] == 0) for i, path in enumerate(paths)
    ]


def data() -> list[Document]:
    """The data folder's texts and pages."""
    with open(DATA / "gold" / "gold.jsonl", "rb") as lines:
        texts = [json.loads(line) for line in islice(lines, TEXTS)]
    with open(DATA / "html" / "dev.jsonl", "rb") as lines:
        pages = [json.loads(line)["id"] for line in lines]
    contents: list[tuple[str, str | bytes]] = [(text["id"], text["text"]) for text in texts]
    contents += [
        (page, gzip.decompress((DATA / "html" / "pages" / f"{page}.html.gz").read_bytes())) for page in pages
    ]
    return [Document(name, content, i % EXPLAINED["data"] == 0) for i, (name, content) in enumerate(contents)]


def digest(document: Document) -> str:
    """The hash of what the program answers of a document."""
    source = _source(document)
    analysis = analyse(source)
    answer = json.loads(write(to_article(analysis), "json", View(spans=True)))
    del answer["text"]  # the document's own
    del answer["source"]["newsparse"]  # the same answers of another version are the same
    found: list[Any] = [answer, analysis.features.names()]
    if document.explained:
        found.append(
            [
                [part.label, part.runner_up, sorted(evidence.cue for evidence in part.cues)]
                for part in inspection(source).parts
            ]
        )
    return hashlib.sha256(
        json.dumps(_rounded(found), ensure_ascii=False).encode("utf-8", "surrogatepass")
    ).hexdigest()


def total(digests: Iterable[str]) -> str:
    """One hash of all documents' hashes."""
    return hashlib.sha256("\n".join(digests).encode()).hexdigest()[:16]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--write", action="store_true", help="keep the totals of today")
    parser.add_argument("--samples", action="store_true", help="the samples only")
    parser.add_argument(
        "--keep",
        type=Path,
        metavar="FILE",
        help="write each document's name and hash there, to see which ones changed",
    )
    options = parser.parse_args()
    kept: dict[str, str] = json.loads(TOTALS.read_text("utf-8")) if TOTALS.exists() else {}
    found = dict(_totals(options.samples, options.keep))
    for name, value in found.items():
        print(f"{name}: {value}" + ("" if kept.get(name) == value else f" (kept: {kept.get(name)})"))
    if options.write:
        TOTALS.write_text(json.dumps({**kept, **found}, indent=2) + "\n", "utf-8")
    elif any(kept.get(name) != value for name, value in found.items()):
        raise SystemExit("the answers have changed")


def _totals(samples_only: bool, keep: Path | None) -> Iterator[tuple[str, str]]:
    sets = {"samples": samples()}
    if not samples_only and DATA.is_dir():
        sets["data"] = data()
    lines = []
    for name, documents in sets.items():
        with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
            digests = list(pool.map(digest, documents, chunksize=8))
        lines += [f"{document.name}\t{value}\n" for document, value in zip(documents, digests, strict=True)]
        yield name, total(digests)
    if keep:
        keep.write_text("".join(lines), "utf-8")


def _source(document: Document) -> Source:
    if isinstance(document.content, str):
        return read_text(document.content)
    if document.name.endswith(".txt"):
        return single(read_bytes(document.content, document.name))
    return read_page(document.content)


def _rounded(value: Any) -> Any:
    """The value with each probability in it rounded."""
    if isinstance(value, float):
        return round(value, PLACES)
    if isinstance(value, list):
        return [_rounded(item) for item in value]
    return {key: _rounded(item) for key, item in value.items()} if isinstance(value, dict) else value


if __name__ == "__main__":
    main()
