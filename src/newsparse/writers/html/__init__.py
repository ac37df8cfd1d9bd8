"""HTML: a report to look at a run, and to correct its labels.

One file that needs no network: a page, its style and its script (`report.html`, `report.css`, `report.js`),
and the articles as lines of JSON in it, each of which the script draws when it is opened. Between them may
stand a line for each input that failed, and one for the run.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from importlib.resources import files
from string import Template
from typing import Any, get_args
from urllib.parse import urlsplit
from zlib import crc32

import msgspec

from newsparse.article import Article, Label, Timestamp
from newsparse.writers import View

FOLDS = 5  # those of training
LABELS = get_args(Label)
_NUMBERS = {label: number for number, label in enumerate(LABELS)}


def write(article: Article, _: View) -> str:
    """The article with its text and its spans, as a line of the report's data."""
    return _line(record(article))


def header(_: View) -> str:
    """The report up to its data."""
    from newsparse import __version__

    return Template(_file("report.html")).substitute(
        version=__version__, style=_file("report.css"), labels=_line(LABELS).strip()
    )


def footer(_: View) -> str:
    """The report behind its data."""
    return f"\n</script>\n<script>\n{_file('report.js')}</script>\n</body>\n</html>\n"


def failure(path: str, index: int | None, failed: str, remedy: str) -> str:
    """A line for an input that failed, or for one of its articles."""
    return _line({"path": path, "index": index, "failed": failed, "remedy": remedy})


def run(skipped: int, passed_over: Mapping[str, int], seconds: float) -> str:
    """A line for the run: how many inputs were up to date, how many files of folders were not taken, by their
    ending, and how long it took.
    """
    return _line({"run": {"skipped": skipped, "passed_over": passed_over, "seconds": round(seconds, 1)}})


def record(article: Article) -> dict[str, Any]:
    """What the report needs of an article.

    `spans` are four numbers each: the characters since the one before, its own characters, the number of its
    label, and its confidence in thousandths. `id`, `publisher` and `fold` are what the row of a corrected
    article begins with: texts of one publisher share a fold.
    """
    source = article.source
    authors = [author.name for author in article.byline.authors] if article.byline else []
    publisher = _publisher(article)
    found = {
        "id": _id(article),
        "publisher": publisher,
        "fold": crc32(publisher.encode()) % FOLDS,
        "path": source.path,
        "index": source.index,
        "sha256": source.sha256[:16],
        "format": source.format,
        "lang": (article.language or "").partition("-")[0].lower() or None,
        "headline": article.headline,
        "authors": authors,
        "published": _day(article.published),
        "updated": _day(article.updated),
    }
    made = {key: value for key, value in found.items() if value not in (None, [])}
    return {**made, "confidence": article.confidence, "text": article.text, "spans": _numbers(article)}


def _numbers(article: Article) -> list[int]:
    numbers: list[int] = []
    end = 0
    for span in article.spans:
        numbers += span.start - end, span.end - span.start
        numbers += _NUMBERS[span.label], round(1000 * span.confidence)
        end = span.end
    return numbers


def _id(article: Article) -> str:
    """A name that no other article of the run has."""
    source = article.source
    name = source.path if source.path not in (None, "-") else source.sha256[:16]
    return str(name) if source.index is None else f"{name}:{source.index}"


def _publisher(article: Article) -> str:
    """The site, or the host of the URL; of an article without either, its own name."""
    host = ""
    with suppress(ValueError):  # of what is no URL
        host = urlsplit(article.url or "").hostname or ""
    return article.site or host.removeprefix("www.") or _id(article)


def _day(time: Timestamp | None) -> str | None:
    return time.date[:10] if time and time.date else None


def _line(value: object) -> str:
    """Compact JSON in a line, which ends no script and begins no comment of HTML."""
    return msgspec.json.encode(value).decode().replace("<", "\\u003c") + "\n"


def _file(name: str) -> str:
    return files(__name__).joinpath(name).read_text("utf-8")
