"""The order of all steps: source → document → segments → tokens → context → features → model → constraints →
article.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import numpy as np

from newsparse.article import Article, Inspection
from newsparse.fields.assemble import assemble
from newsparse.languages import Language
from newsparse.languages.reading import language_of
from newsparse.metadata import merge_metadata
from newsparse.readers import read_file, single
from newsparse.readers.source import Source
from newsparse.readers.text import read_text
from newsparse.segment.constraints import apply_constraints
from newsparse.segment.context import DocumentContext
from newsparse.segment.document import Document, lines
from newsparse.segment.features import extract_features
from newsparse.segment.model import K, Matrix, Weights, default_weights, emissions, probabilities, spans
from newsparse.segment.split import Segment, split
from newsparse.segment.tokens import SegmentTokens


def parse(text: str) -> Article:
    """The article in a raw text. Offsets of `spans` count code points of `text`.

    Raises InputError for a text with lone surrogates or one too large to be an article.
    """
    return article(read_text(text))


def parse_file(path: str | Path, *, encoding: str | None = None) -> Article:
    """The article in a text file or a saved page; `encoding` overrules what its bytes suggest.

    Raises InputError for what can't be read, and for a file of several articles.
    """
    return article(single(read_file(path, encoding)))


def parse_html(html: str | bytes, *, url: str | None = None) -> Article:
    """The article in a page's source. Offsets of `spans` count code points of the text that the page shows.

    Headline, authors and day are those that its metadata and mark-up tell, where they do and there is an
    article. `url`, where it came from, becomes `source.path`; nothing is fetched. Raises InputError for what
    is no page, shows no text, or is too large.
    """
    from newsparse.readers.html import read_page

    return article(read_page(html, path=url, url=url))


def inspect(text: str) -> Inspection:
    """The segments of a text with their labels, confidence and the features that decided,
    and the article made of them.
    """
    return inspection(read_text(text))


def article(source: Source, weights: Weights | None = None) -> Article:
    """The article in a source, by the weights that ship or by others."""
    return to_article(analyse(source, weights))


def inspection(source: Source, weights: Weights | None = None) -> Inspection:
    """The article in a source, and what its segments were taken for and why."""
    from newsparse.segment.explain import inspect_segments

    weights = weights or default_weights()
    found = analyse(source, weights)
    parts = inspect_segments(found.document, found.segments, found.features, found.probabilities, weights)
    return Inspection(parts, to_article(found))


class Analysis(NamedTuple):
    """All that is known of the segments of a source, read in a language."""

    source: Source
    language: Language
    document: Document
    segments: list[Segment]
    features: list[list[str]]  # names, a list a segment
    emissions: Matrix  # (segments, labels): logits
    probabilities: Matrix  # (segments, labels): calibrated, and under the constraints


def analyse(source: Source, weights: Weights | None = None, language: Language | None = None) -> Analysis:
    """The segments of a source with their features, logits and probabilities, by the weights and the
    language that ship or by others."""
    language = language or language_of(source.text)
    document, segments, features = featurize(source, language)
    if not segments:
        empty = np.empty((0, K), np.float32)
        return Analysis(source, language, document, segments, features, empty, empty)
    weights = weights or default_weights()
    logits = emissions(features, weights)
    found = apply_constraints(source.text, segments, probabilities(logits, weights))
    return Analysis(source, language, document, segments, features, logits, found)


def featurize(
    source: Source, language: Language | None = None
) -> tuple[Document, list[Segment], list[list[str]]]:
    """A source's document, the segments of its lines, and the features of each segment."""
    document, segments, context = contextualize(source, language or language_of(source.text))
    return document, segments, extract_features(context)


def contextualize(source: Source, language: Language) -> tuple[Document, list[Segment], DocumentContext]:
    """A source's document, the segments of its lines, and what is known of them together."""
    document = lines(source.text, language.segment)
    segments = split(document, language.segment)
    tokens = [
        SegmentTokens(segment, source.text[segment.start : segment.end], language.lexicon)
        for segment in segments
    ]
    markup = (
        [source.markup(segment.start, segment.end) for segment in segments]
        if source.markup
        else [()] * len(segments)
    )
    return (
        document,
        segments,
        DocumentContext(tokens, [line.gap for line in document.lines], markup, language),
    )


def to_article(analysis: Analysis) -> Article:
    """The article that an analysis makes, completed by what its source states beside the text."""
    source = analysis.source
    labelled = spans(analysis.segments, analysis.probabilities)
    found = assemble(analysis.document, labelled, source.origin, analysis.language)
    return merge_metadata(found, source.metadata) if source.metadata else found
