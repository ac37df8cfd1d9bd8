"""Steps: the share of a text's CPU that each takes, where files are read and analysed eight at a time."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from time import thread_time
from typing import ParamSpec, TypeVar

from bench.measure import ROUNDS
from bench.speed import ARTICLES, data_articles
from bench.texts import article
from newsparse import pipeline
from newsparse.batch.worker import BATCH
from newsparse.readers import read_file, single
from newsparse.readers.source import Source
from newsparse.segment.constraints import apply_constraints
from newsparse.segment.context import DocumentContext, DocumentSegments
from newsparse.segment.document import lines
from newsparse.segment.features import extract_features
from newsparse.segment.model import default_weights, emissions, probabilities
from newsparse.segment.split import split
from newsparse.segment.threads import one_thread
from newsparse.segment.vocabulary import Features
from newsparse.writers import View, write

P = ParamSpec("P")
T = TypeVar("T")


class Steps:
    """The CPU seconds of each step, added up as it is taken."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def take(self, step: str, work: Callable[P, T], *arguments: P.args, **named: P.kwargs) -> T:
        """What a function gives, as part of a step."""
        start = thread_time()
        made = work(*arguments, **named)
        self.seconds[step] = self.seconds.get(step, 0.0) + thread_time() - start
        return made


def main() -> None:
    """Measure, and print the steps in the least of the rounds, with their shares."""
    texts = [a.text for a in islice(data_articles(), ARTICLES)] or [article(i) for i in range(ARTICLES)]
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, f"{i}.txt") for i in range(len(texts))]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text, encoding="utf-8")
        rounds = [_round(paths) for _ in range(ROUNDS + 1)][1:]  # the first opens the model
    least = {name: min(seconds[name] for seconds in rounds) for name in rounds[0]}
    for name, seconds in least.items():
        share = 100 * seconds / sum(least.values())
        print(f"{name:20}{1000 * seconds / len(texts):7.3f} ms CPU a text,{share:6.1f} %")
    print(f"{'all':20}{1000 * sum(least.values()) / len(texts):7.3f} ms CPU a text")


def _round(paths: Sequence[Path]) -> dict[str, float]:
    steps = Steps()
    for start in range(0, len(paths), BATCH):
        _batch(paths[start : start + BATCH], steps)
    return steps.seconds


def _batch(paths: Sequence[Path], steps: Steps) -> None:
    """The steps of `pipeline.analyse_many` and `pipeline.to_article`, one after the other."""
    weights = default_weights()
    sources = [steps.take("read", _read, path) for path in paths]
    languages = [steps.take("language", pipeline.reading, source).language for source in sources]
    language = languages[0]
    documents = [steps.take("lines", lines, source.text, language.segment) for source in sources]
    segments = [steps.take("split", split, document, language.segment) for document in documents]
    parts = [DocumentSegments(d, s, [()] * len(s)) for d, s in zip(documents, segments, strict=True)]
    context = steps.take("tokens and context", DocumentContext, parts, language)
    features = steps.take("features", extract_features, context)
    with one_thread():
        logits = steps.take("network", emissions, features, weights, context.starts)
        likely = steps.take("chain", probabilities, logits, weights, context.starts)
    for source, own, (start, end) in zip(sources, parts, context.spans(), strict=True):
        labelled = steps.take("constraints", apply_constraints, source.text, own.segments, likely[start:end])
        of_own = Features(features.values, start, end), logits[start:end], labelled, weights
        analysis = pipeline.Analysis(source, language, None, own.document, own.segments, *of_own)
        found = steps.take("fields", pipeline.to_article, analysis)
        steps.take("writing", write, found, "jsonl", View())


def _read(path: Path) -> Source:
    return single(read_file(path))
