"""What is asked for: which inputs, how they are read, how the answers look, and where they go."""

from __future__ import annotations

from typing import NamedTuple

from newsparse.article import DateOrder
from newsparse.writers import View


class ReadOptions(NamedTuple):
    """How an input is read: its encoding, where known, which of readers.INPUT_FORMATS it is, which key of a
    record holds the text, the order of days in figures that nothing else tells, and the code of the language,
    where known."""

    encoding: str | None = None
    input_format: str = "auto"
    text_key: str | None = None
    date_order: DateOrder | None = None
    language: str | None = None


class RenderOptions(NamedTuple):
    """How an answer looks: which of writers.FORMATS, what to show, and whether to explain instead.

    `several` is the format of the articles of an input that holds more than one, where it is another.
    `reports`: whether a line for the HTML report is made beside it. `merge` is the key under which it is put
    into the record that it is of; with `in_rows`, it is put there by the number of its row, later on.
    `outlines`: whether what a run tells of an article is made beside it.
    """

    format: str
    view: View
    explain: bool = False
    several: str | None = None
    reports: bool = False
    merge: str | None = None
    in_rows: bool = False
    outlines: bool = False

    def format_at(self, index: int | None) -> str:
        """The format of the article that is the only one of its input (None), or the one of this number."""
        return self.format if index is None else self.several or self.format


class RunOptions(NamedTuple):
    """Inputs (paths, a list of paths; what to take from folders), an output,
    and how many are to be parsed.
    """

    paths: tuple[str, ...]
    files_from: str | None
    include: tuple[str, ...]
    exclude: tuple[str, ...]
    output: str | None  # None: standard output
    read: ReadOptions
    render: RenderOptions
    jobs: int | None
    timeout: float | None  # seconds an input
    resume: bool
    overwrite: bool
    fail_fast: bool
    html_report: str | None = None  # a file that shows the run
