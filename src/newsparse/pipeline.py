"""The order of all steps: source → document → segments → tokens → context → features → model → constraints →
article.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from msgspec.structs import replace

from newsparse.article import Article, DateOrder, Inspection
from newsparse.fields.assemble import assemble
from newsparse.languages import Language, check_code
from newsparse.languages.reading import Reading, reading_of
from newsparse.metadata import merge_metadata
from newsparse.provenance import made_by
from newsparse.readers import AUTO, INPUT_FORMATS, read_file, single
from newsparse.readers.source import Source
from newsparse.readers.text import read_text
from newsparse.segment.arrays import Matrix
from newsparse.segment.constraints import apply_constraints
from newsparse.segment.context import DocumentContext, DocumentSegments
from newsparse.segment.document import Document, lines
from newsparse.segment.features import extract_features
from newsparse.segment.model import Weights, default_weights, emissions, probabilities, spans
from newsparse.segment.split import Segment, split
from newsparse.segment.threads import one_thread
from newsparse.segment.vocabulary import Features


def parse(text: str, *, date_order: DateOrder | None = None, language: str | None = None) -> Article:
    """The article in a raw text. Offsets of `spans` count code points of `text`.

    `date_order` says how days such as 3/4/2024 are read where the text leaves it open: "DMY", "MDY" or "YMD",
    `language` is the code (ISO 639-1) of the one to read it in, where it need not be told apart. Raises
    InputError for a text with lone surrogates or one too large to be an article, ValueError for another order
    or language.
    """
    return article(read_text(text).read_by(date_order, language))


def parse_file(
    path: str | Path,
    *,
    encoding: str | None = None,
    input_format: str = AUTO,
    date_order: DateOrder | None = None,
    language: str | None = None,
) -> Article:
    """The article in a file; `encoding` and `input_format`, a name of docs/formats.md such as "text" or
    "html", overrule what its bytes and its name suggest, `date_order` and `language` are as in `parse`.

    Raises InputError for what can't be read, and for a file of several articles, ValueError for the name of
    no format, and as `parse` does.
    """
    return article(_read_single(path, encoding, input_format, date_order, language))


def _read_single(
    path: str | Path,
    encoding: str | None,
    input_format: str,
    date_order: DateOrder | None,
    language: str | None,
) -> Source:
    if input_format not in INPUT_FORMATS:
        raise ValueError(f"no format is called {input_format!r}; there are {', '.join(INPUT_FORMATS)}")
    if language:
        check_code(language)
    return single(read_file(path, encoding, input_format, date_order=date_order, language=language))


def parse_html(
    html: str | bytes,
    *,
    url: str | None = None,
    date_order: DateOrder | None = None,
    language: str | None = None,
) -> Article:
    """The article in a page's source. Offsets of `spans` count code points of the text that the page shows.
    Headline, authors and day are those that its metadata and mark-up tell, where they do and there is an
    article. `url`, where it came from, becomes `source.path`; nothing is fetched. Raises InputError for what
    is no page, shows no text, or is too large. `date_order` and `language` are as in `parse`.
    """
    from newsparse.readers.html import read_page

    page = read_page(html, path=url, url=url, language=language, date_order=date_order)
    return article(page.read_by(date_order, language))


def inspect(text: str, *, date_order: DateOrder | None = None, language: str | None = None) -> Inspection:
    """The segments of a text with their labels, confidence and the features that decided,
    and the article made of them.
    """
    return inspection(read_text(text).read_by(date_order, language))


def inspect_file(
    path: str | Path,
    *,
    encoding: str | None = None,
    input_format: str = AUTO,
    date_order: DateOrder | None = None,
    language: str | None = None,
) -> Inspection:
    """As `inspect`, of a file; it takes and raises what `parse_file` does."""
    return inspection(_read_single(path, encoding, input_format, date_order, language))


def inspect_html(
    html: str | bytes,
    *,
    url: str | None = None,
    date_order: DateOrder | None = None,
    language: str | None = None,
) -> Inspection:
    """As `inspect`, of a page's source; it takes and raises what `parse_html` does."""
    from newsparse.readers.html import read_page

    page = read_page(html, path=url, url=url, language=language, date_order=date_order)
    return inspection(page.read_by(date_order, language))


def article(source: Source, weights: Weights | None = None) -> Article:
    """The article in a source, by the weights that ship or by others."""
    return to_article(analyse(source, weights))


def inspection(source: Source, weights: Weights | None = None) -> Inspection:
    """The article in a source, and what its segments were taken for and why."""
    return to_inspection(analyse(source, weights))


class Analysis(NamedTuple):
    """All that is known of the segments of a source, read in a language."""

    source: Source
    language: Language
    tag: str | None  # of the language that the text is in, where that is known
    document: Document
    segments: Sequence[Segment]
    features: Features
    emissions: Matrix  # (segments, labels): logits
    probabilities: Matrix  # (segments, labels): calibrated, and under the constraints
    weights: Weights
    seconds: float = 0.0  # that it took; of several made side by side, a share by length


def analyse(source: Source, weights: Weights | None = None, language: Language | None = None) -> Analysis:
    """The segments of a source with their features, logits and probabilities.

    By the weights that ship, or others; in the language that the source is in, or another.
    """
    return analyse_many([source], weights, language)[0]


def analyse_many(
    sources: Sequence[Source], weights: Weights | None = None, language: Language | None = None
) -> list[Analysis]:
    """The analysis of each source, made side by side: less work than one by one, with eight or so at once.
    The answers are those of `analyse`, but for the last digits of the numbers. What is wrong with one source
    is raised for all; a caller who wants the answers of the others takes them again one by one.
    """
    weights = weights or default_weights()
    readings = [Reading(language, language.code) if language else reading(source) for source in sources]
    by_language: dict[Language, list[int]] = {}
    for i, (own, _) in enumerate(readings):
        by_language.setdefault(own, []).append(i)
    found: dict[int, Analysis] = {}
    for own, places in by_language.items():
        begun = perf_counter()
        made = list(_analyse([sources[i] for i in places], weights, own))
        seconds, characters = perf_counter() - begun, sum(len(sources[i].text) for i in places)
        for i, analysis in zip(places, made, strict=True):
            share = len(analysis.source.text) / max(1, characters)
            found[i] = analysis._replace(tag=readings[i].tag, seconds=share * seconds)
    return [found[i] for i in range(len(sources))]


def _analyse(sources: Sequence[Source], weights: Weights, language: Language) -> Iterator[Analysis]:
    """The analyses of sources in one language."""
    documents = [segment(source, language) for source in sources]
    context = DocumentContext(documents, language)
    features, starts = extract_features(context), context.starts
    del context  # the tokens of a long text take much memory, and are not needed any more
    with one_thread():
        logits = emissions(features, weights, starts)
        likely = probabilities(logits, weights, starts)
    for source, own, (start, end) in zip(sources, documents, pairwise(starts.tolist()), strict=True):
        constrained = apply_constraints(source.text, own.segments, likely[start:end], source.metadata)
        of_own = Features(features.values, start, end), logits[start:end], constrained
        yield Analysis(source, language, None, own.document, own.segments, *of_own, weights)


def reading(source: Source) -> Reading:
    """The language to read a source in, and the tag of the one that it is in."""
    return reading_of(source.text, source.metadata.language if source.metadata else None, source.language)


def featurize(
    source: Source, language: Language | None = None
) -> tuple[Document, Sequence[Segment], Features]:
    """A source's document, the segments of its lines, and the features of each segment."""
    language = language or reading(source).language
    own = segment(source, language)
    return own.document, own.segments, extract_features(DocumentContext([own], language))


def segment(source: Source, language: Language) -> DocumentSegments:
    """A source's document, the segments of its lines, and the names of what its mark-up shows of each."""
    document = lines(source.text, language.segment)
    segments = split(document, language.segment)
    markup = [source.markup(own.start, own.end) if source.markup else () for own in segments]
    return DocumentSegments(document, segments, markup)


def to_article(analysis: Analysis) -> Article:
    """The article that an analysis makes, completed by what its source states beside the text."""
    source = analysis.source
    labelled = spans(analysis.segments, analysis.probabilities)
    origin = replace(source.origin, newsparse=made_by(analysis.weights.digest))
    found = assemble(analysis.document, labelled, origin, analysis.language, source.date_order)
    found = replace(found, language=analysis.tag)
    return merge_metadata(found, source.metadata) if source.metadata else found


def to_inspection(analysis: Analysis) -> Inspection:
    """The article that an analysis makes, and what its segments were taken for and why."""
    from newsparse.segment.explain import inspect_segments

    found = analysis
    with one_thread():
        parts = inspect_segments(
            found.document, found.segments, found.features, found.probabilities, found.weights
        )
    return Inspection(parts, to_article(found))
