"""The whole way at once: read → lines → cut → scan → page → cues → segment → settle → fields → assemble."""

from __future__ import annotations

from pathlib import Path

from newsparse.article import Article, Inspection, Span
from newsparse.fields.assemble import assemble
from newsparse.metadata import complete
from newsparse.readers import read_file
from newsparse.readers.source import Source
from newsparse.readers.text import read_text
from newsparse.segment import model as segmenter
from newsparse.segment.constraints import settled
from newsparse.segment.context import Page
from newsparse.segment.document import Document, lines
from newsparse.segment.features import evidence
from newsparse.segment.split import Piece, cut
from newsparse.segment.tokens import Reading


def parse(text: str) -> Article:
    """The article in a raw text. Offsets of `spans` count code points of `text`.

    Raises InputError for a text with lone surrogates or one too large to be an article.
    """
    return article(read_text(text))


def parse_file(path: str | Path, *, encoding: str | None = None) -> Article:
    """The article in a text file or a saved page; `encoding` overrules what its bytes suggest. Raises InputError for what can't be read."""
    return article(read_file(path, encoding))


def parse_html(html: str | bytes, *, url: str | None = None) -> Article:
    """The article in a page's source. Offsets of `spans` count code points of the text that the page shows.

    Headline, authors and day are those that its metadata and mark-up tell, where they do and there is an article. `url`, where it came
    from, becomes `source.path`; nothing is fetched. Raises InputError for what is no page, shows no text, or is too large.
    """
    from newsparse.readers.html import read_page

    return article(read_page(html, path=url, url=url))


def inspect(text: str) -> Inspection:
    """The parts of a text with their labels, confidence and the cues that decided, and the article made of them."""
    return explain(read_text(text))


def article(source: Source, weights: segmenter.Weights | None = None) -> Article:
    """The article in a source, by the weights that ship or by others."""
    document, pieces, seen = observe(source)
    spans: tuple[Span, ...] = ()
    if pieces:
        said = segmenter.posteriors(seen, weights or segmenter.shipped())
        spans = segmenter.spans(pieces, settled(source.text, pieces, said))
    found = assemble(document, spans, source.origin)
    return complete(found, source.front) if source.front else found


def explain(source: Source) -> Inspection:
    """What `article` does, with what it saw on the way."""
    from newsparse.segment.explain import parts

    document, pieces, seen = observe(source)
    return Inspection(parts(document, pieces, seen, segmenter.shipped()), article(source))


def observe(source: Source) -> tuple[Document, list[Piece], list[list[str]]]:
    """A source's document, the pieces of its lines, and the evidence of each piece."""
    document = lines(source.text)
    pieces = cut(document)
    readings = [Reading(piece, source.text[piece.start : piece.end]) for piece in pieces]
    markup = [source.markup(piece.start, piece.end) for piece in pieces] if source.markup else [()] * len(pieces)
    return document, pieces, evidence(Page(readings, [line.gap for line in document.lines], markup))
