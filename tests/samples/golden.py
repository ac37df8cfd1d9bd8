"""The expected JSON of each sample: the article that its true labels make. `python -m tests.samples.golden`
writes the files anew.

The truth of a sample, NAME.txt or NAME.html, is NAME.marked: its text, for a page the text that it has to
show, with every part opened by its label in «». A page has NAME.metadata too: what its metadata and mark-up
state.
"""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
from msgspec.structs import replace

from newsparse import Article, Span
from newsparse.fields.assemble import assemble
from newsparse.metadata import Metadata, merge_metadata
from newsparse.pipeline import reading
from newsparse.readers import read_file, single
from newsparse.segment.document import lines
from newsparse.writers import View, write
from training.corpus import LabelledSpan, parse_marked

SAMPLES = Path(__file__).parents[2] / "samples"
PAGES = sorted(path.stem for path in SAMPLES.glob("*.html"))
NAMES = sorted(path.stem for path in SAMPLES.glob("*.txt")) + PAGES


def sample(name: str) -> Path:
    """The text or the page of this name."""
    return SAMPLES / (f"{name}.html" if name in PAGES else f"{name}.txt")


def marked(name: str) -> tuple[str, tuple[LabelledSpan, ...]]:
    """A sample's text, and its true spans."""
    return parse_marked((SAMPLES / f"{name}.marked").read_bytes().decode())


def stated(name: str) -> Metadata:
    """What a page's metadata and mark-up state."""
    return msgspec.json.decode((SAMPLES / f"{name}.metadata").read_bytes(), type=Metadata)


def truth(name: str) -> Article:
    """The article that a sample's true spans make, each with a confidence of 1."""
    text, spans = marked(name)
    source = single(read_file(sample(name)))
    language, tag = reading(source)
    labelled = [Span(*span, 1.0) for span in spans]
    article = assemble(lines(text, language.segment), labelled, source.origin, language)
    article = replace(article, language=tag)
    return merge_metadata(article, stated(name)) if name in PAGES else article


def golden(article: Article, name: str) -> str:
    """The article as its golden file holds it: without confidence and program, which the truth has not,
    without the text, which is the sample's, and with the repository's path.
    """
    plain = json.loads(write(article, "json", View(spans=True)))
    del plain["confidence"], plain["text"]
    for span in plain["spans"]:
        del span["confidence"]
    del plain["source"]["newsparse"]
    plain["source"]["path"] = f"samples/{sample(name).name}"
    return json.dumps(plain, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    for name in NAMES:
        (SAMPLES / f"{name}.json").write_text(golden(truth(name), name), "utf-8")
