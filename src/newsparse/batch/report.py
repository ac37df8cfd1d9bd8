"""What happened to many inputs: counted, printed on standard error, written to a file;
and the return code.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, TextIO

import click

from newsparse.batch.summary import Outline, Summary
from newsparse.errors import InputError, without_words

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from newsparse.batch.sinks import ReportSink

MAX_LISTED = 8  # endings that the message about what was passed over lists: one line on a terminal


class Report:
    """Counts of inputs done or skipped, and of articles parsed or failed.

    Each failure is printed as it comes, on standard error, and as a JSON line in `file`; where `verbose`,
    each article too, with what it was read as. `page` is the HTML report, if there is one. `passed_over`
    counts the files in folders that were not taken, by ending.
    """

    def __init__(self, quiet: bool = False, file: TextIO | None = None, verbose: bool = False) -> None:
        self.inputs = self.skipped = self.parsed = self.failed = 0
        self._quiet = quiet
        self._verbose = verbose
        self._summary = Summary()
        self._file = file
        self._begun = monotonic()
        self._bar: tuple[Progress, TaskID] | None = None
        self.page: ReportSink | None = None
        self.passed_over: Counter[str] = Counter()
        self._wordless: Counter[str] = Counter()

    @property
    def return_code(self) -> int:
        """1 when any input failed, else 0."""
        return 1 if self.failed else 0

    def done(
        self, line: str | None = None, outline: Outline | None = None, wordless: str | None = None
    ) -> None:
        """An article was parsed; `line` is what the HTML report has of it, `outline` what is told of it,
        `wordless` the tag of its language, where there are no words for it.
        """
        self.parsed += 1
        if wordless:
            self._wordless[wordless] += 1
        if self.page and line:
            self.page.write(line, None)
        if outline:
            self._summary.add(outline)
            if self._verbose:
                self.message(str(outline))
        self._advance()

    def fail(self, path: str, error: InputError) -> None:
        """An input failed, or one of its articles; `path` as it was given."""
        self.failed += 1
        self.message(str(error))
        name = os.fsencode(path).decode("utf-8", "replace")
        self._write({"path": name, "index": error.index, "failed": error.wrong, "remedy": error.remedy})
        if self.page:
            self.page.fail(name, error)
        self._advance()

    def end(self) -> None:
        """All of an input is done."""
        self.inputs += 1
        self._advance()

    def message(self, text: str) -> None:
        """A message for the user."""
        if not self._quiet:
            click.echo(f"newsparse: {text}", err=True)

    def summarize(self, show: bool, table: bool = False) -> None:
        """Write the counts, and where `show`, print them; where `table`, with what was found."""
        seconds = monotonic() - self._begun
        rate = self.parsed / seconds if seconds else 0.0
        if table and self._summary:
            self._summary.show()
        if show:
            text = f"{self.parsed:,} parsed, {self.skipped:,} skipped, {self.failed:,} failed"
            self.message(f"{text} in {seconds:,.1f} s ({rate:,.0f} articles/s)")
        if self._wordless:
            self.message(without_words(self._wordless))
        if self.passed_over:
            self.message(_passed_over(self.passed_over))
        counts = {
            "inputs": self.inputs,
            "parsed": self.parsed,
            "skipped": self.skipped,
            "failed": self.failed,
        }
        self._write({**counts, "seconds": round(seconds, 3), "rate": round(rate, 1)})
        if self.page:
            self.page.end_run(self.skipped, self.passed_over, seconds)

    @contextmanager
    def progress(self, total: int) -> Iterator[None]:
        """Show a bar on the terminal: done, failed, rate and an estimate of the time left."""
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[status]}"))
        with Progress(*columns, console=Console(stderr=True), redirect_stdout=False, transient=True) as bar:
            self._bar = bar, bar.add_task("", total=total, status="")
            try:
                yield
            finally:
                self._bar = None

    def _advance(self) -> None:
        if self._bar:
            bar, task = self._bar
            rate = (self.parsed + self.failed) / (monotonic() - self._begun)
            status = f"{self.failed:,} failed · {rate:,.0f}/s{estimate(bar.tasks[task].time_remaining)}"
            bar.update(task, completed=self.inputs, status=status)

    def _write(self, line: dict[str, object]) -> None:
        if self._file:
            self._file.write(json.dumps(line, ensure_ascii=False) + "\n")
            self._file.flush()


def estimate(seconds: float | None) -> str:
    """How long it may take yet, as far as that can be said."""
    if seconds is None:
        return ""
    size, unit = (3600, "h") if seconds >= 3600 else (60, "min") if seconds >= 60 else (1, "s")
    return f" · about {max(1, round(seconds / size))} {unit} left"


def _passed_over(endings: Counter[str]) -> str:
    """How many files in folders were not taken, by ending, the most frequent first."""
    listed = [f"{count:,} {ending or 'without one'}" for ending, count in endings.most_common(MAX_LISTED)]
    rest = endings.total() - sum(count for _, count in endings.most_common(MAX_LISTED))
    listed += [f"{rest:,} others"] if rest else []
    files = "1 file" if endings.total() == 1 else f"{endings.total():,} files"
    return f"{files} passed over, by ending: {', '.join(listed)} (--include takes others)"
