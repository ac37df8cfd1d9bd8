"""The expected JSON of each sample: the article that its true labels make. `python -m tests.golden` writes the files anew.

The truth of a text, NAME.txt, is NAME.labels: a line a part, with start, end and label. That of a page, NAME.html, is NAME.marked, the
text that it has to show with every part opened by its label in «», and NAME.front, what its metadata and mark-up tell.
"""

from __future__ import annotations

import json
from pathlib import Path

import msgspec

from newsparse import Article, Label, Span
from newsparse.fields.assemble import assemble
from newsparse.languages import load
from newsparse.metadata import Front, complete
from newsparse.readers import read_file
from newsparse.segment.document import lines
from newsparse.writers import View, write
from training.corpus import parse_marked

SAMPLES = Path(__file__).parents[1] / "samples"
PAGES = sorted(path.stem for path in SAMPLES.glob("*.html"))
NAMES = sorted(path.stem for path in SAMPLES.glob("*.txt")) + PAGES


def sample(name: str) -> Path:
    """The text or the page of this name."""
    return SAMPLES / (f"{name}.html" if name in PAGES else f"{name}.txt")


def truth(name: str) -> Article:
    """The article that a sample's labels make, wholly sure of itself."""
    source = read_file(sample(name))
    if name in PAGES:
        text, parts = parse_marked((SAMPLES / f"{name}.marked").read_text("utf-8"))
        front = msgspec.json.decode((SAMPLES / f"{name}.front").read_bytes(), type=Front)
        return complete(assemble(lines(text), [Span(*part, 1.0) for part in parts], source.origin, load("en")), front)
    rows = (line.split("\t") for line in (SAMPLES / f"{name}.labels").read_text("utf-8").splitlines())
    spans = [Span(int(start), int(end), msgspec.convert(label, Label), 1.0) for start, end, label in rows]
    return assemble(lines(source.text), spans, source.origin, load("en"))


def shown(article: Article, name: str) -> str:
    """The article as its golden file holds it: without confidence, which is not the truth's, and with the repository's path."""
    found = json.loads(write(article, "json", View(spans=True)))
    del found["confidence"]
    for span in found["spans"]:
        del span["confidence"]
    found["source"]["path"] = f"samples/{sample(name).name}"
    return json.dumps(found, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    for name in NAMES:
        (SAMPLES / f"{name}.json").write_text(shown(truth(name), name), "utf-8")
