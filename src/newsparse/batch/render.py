"""The answer to a source: its article as it is to look, alone or in the record that it is of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from newsparse import errors
from newsparse.errors import InputError, printable
from newsparse.options import RenderOptions

if TYPE_CHECKING:
    from newsparse.article import Article
    from newsparse.batch.summary import Outline
    from newsparse.pipeline import Analysis
    from newsparse.readers.source import Source

NULL = "null\n"  # what stands in a record in place of an article


class Answer(msgspec.Struct, frozen=True):
    """The text of an article, and which of its input's articles it is;
    None is the only one, or what is written already. `report` is its line of the HTML report, where there is
    one; `remark` what the user should know of how it was read. `failed`: it is a record without an article.
    `outline` is what a run tells of it, where that is asked for; `wordless` the tag of its language, where it
    was read without words of it.
    """

    text: str | None
    index: int | None
    report: str | None = None
    remark: str | None = None
    failed: bool = False
    outline: Outline | None = None
    wordless: str | None = None


def render(source: Source, options: RenderOptions, analysis: Analysis | None = None) -> Answer:
    """The article in a source, or the explanation of it, as it is to look."""
    from newsparse import pipeline
    from newsparse.languages.detect import UNKNOWN
    from newsparse.writers import write

    index = source.origin.index
    format = options.format_at(index)
    analysis = analysis or pipeline.analyse(source)
    if options.explain:
        from newsparse.writers import explain

        inspection = pipeline.to_inspection(analysis)
        article, text = inspection.article, explain.write(inspection, format, options.view)
    else:
        article = pipeline.to_article(analysis)
        text = write(article, format, options.view)
    if options.merge:
        text = into_record(source, options.merge, options.in_rows, text)
    line = write(article, "html") if options.reports else None
    code = analysis.language.code
    summary = _outline(article, analysis) if options.outlines else None
    wordless = (analysis.tag or UNKNOWN) if code == UNKNOWN else None
    return Answer(text, index, line, _remark(source), outline=summary, wordless=wordless)


def _outline(article: Article, analysis: Analysis) -> Outline:
    from newsparse.batch.summary import outline

    return outline(article, analysis.language.code, analysis.seconds)


def _remark(source: Source) -> str | None:
    """That a file was in two encodings, if it was: once, with its first article."""
    mixed = "+" in (source.origin.encoding or "") and not source.origin.index
    return errors.mixed_encoding(printable(source.origin.path or "-")) if mixed else None


def into_record(source: Source | InputError, key: str, in_rows: bool, value: str) -> str:
    """The record that an article is of, or would be, with this JSON under one more key; `in_rows`, the JSON
    alone. Raises InputError where there is no record, or row, and where it has that key.
    """
    name = source.name if isinstance(source, InputError) else printable(source.origin.path or "-")
    if source.record is None or in_rows != (source.record == ""):
        raise errors.no_record(name)
    from newsparse.readers.jsonl import decode_json
    from newsparse.readers.records import merged

    if key in source.record and key in decode_json(source.record.encode(), "utf-8"):
        raise errors.key_in_use(name, key)
    return merged(source.record, key, value)


def without_article(failure: InputError, options: RenderOptions) -> Answer | None:
    """The record that an article could not be made of, with null in its place; None where there is no record,
    or articles are not merged into them.
    """
    if not options.merge:
        return None
    try:
        record = into_record(failure, options.merge, options.in_rows, NULL)
        return Answer(record, failure.index, failed=True)
    except InputError:
        return None
