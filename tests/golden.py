"""The expected JSON of each sample: the article that its true labels make. `python tests/golden.py` writes the files anew."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec

from newsparse import Article, Label, Span
from newsparse.assemble import assemble
from newsparse.document import lines
from newsparse.read import read_file
from newsparse.writers import View, write

SAMPLES = Path(__file__).parents[1] / "samples"
NAMES = sorted(path.stem for path in SAMPLES.glob("*.txt"))


def truth(name: str) -> Article:
    """The article that a sample's labels make, wholly sure of itself."""
    source = read_file(SAMPLES / f"{name}.txt")
    rows = (line.split("\t") for line in (SAMPLES / f"{name}.labels").read_text("utf-8").splitlines())
    spans = [Span(int(start), int(end), msgspec.convert(label, Label), 1.0) for start, end, label in rows]
    return assemble(lines(source.text), spans, source.origin)


def shown(article: Article, name: str) -> str:
    """The article as its golden file holds it: without confidence, which is not the truth's, and with the repository's path."""
    found = json.loads(write(article, "json", View(spans=True)))
    del found["confidence"]
    for span in found["spans"]:
        del span["confidence"]
    found["source"]["path"] = f"samples/{name}.txt"
    return json.dumps(found, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    for name in NAMES:
        (SAMPLES / f"{name}.json").write_text(shown(truth(name), name), "utf-8")
