"""The inputs of a run, in order, in a temporary database on disk: a million of them take no memory."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from types import TracebackType
from typing import NamedTuple

CHUNK = 1000  # rows that are read at once; between two chunks rows may be dropped


class Input(NamedTuple):
    """An input: its path as it was given or found, and from the root;
    which of its articles are done, where it has several.
    """

    path: str
    full: str
    done: tuple[range, ...] = ()


class Manifest:
    """Inputs in the order they were added; with `once`, one that was added before is not added again."""

    def __init__(self, once: bool) -> None:
        self.base = ""  # the deepest folder that holds all folders given, and all files given by themselves
        self._once = once
        self._rows = sqlite3.connect("")
        self._rows.execute("create table inputs (id integer primary key, path blob, full blob)")
        self._rows.execute(f"create {'unique' if once else ''} index by_full on inputs (full)")
        self._rows.execute("create table done (full blob, start integer, stop integer)")
        self._rows.execute("create index done_by_full on done (full, stop)")

    def __enter__(self) -> Manifest:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._rows.close()

    def widen_base(self, path: str) -> None:
        """Make room below `base` for what was given, a file or a folder."""
        full = os.path.abspath(path)
        folder = full if os.path.isdir(path) else os.path.dirname(full)
        if self.base != folder:
            self.base = os.path.commonpath([self.base, folder]) if self.base else folder

    def add(self, path: str) -> None:
        """Manifest an input."""
        full = os.path.abspath(path)
        self._rows.execute(
            "insert or ignore into inputs (path, full) values (?, ?)", (os.fsencode(path), os.fsencode(full))
        )

    def drop(self, full: str) -> int:
        """Take an input out; how often it was in."""
        return self._rows.execute("delete from inputs where full = ?", (os.fsencode(full),)).rowcount

    def add_done(self, full: str, index: int) -> None:
        """Mark an article of an input as done."""
        name = os.fsencode(full)
        extended = self._rows.execute(
            "update done set stop = stop + 1 where full = ? and stop = ?", (name, index)
        )
        if not extended.rowcount:
            self._rows.execute("insert into done values (?, ?, ?)", (name, index, index + 1))

    def __contains__(self, full: str) -> bool:
        return (
            self._rows.execute("select 1 from inputs where full = ?", (os.fsencode(full),)).fetchone()
            is not None
        )

    def __len__(self) -> int:
        return int(self._rows.execute("select count(*) from inputs").fetchone()[0])

    def __iter__(self) -> Iterator[Input]:
        last = 0
        while rows := self._rows.execute(
            "select id, path, full from inputs where id > ? order by id limit ?", (last, CHUNK)
        ).fetchall():
            for _, path, full in rows:
                yield Input(os.fsdecode(path), os.fsdecode(full), self._done(full))
            last = rows[-1][0]

    def _done(self, full: bytes) -> tuple[range, ...]:
        rows = self._rows.execute("select start, stop from done where full = ? order by start", (full,))
        return tuple(range(start, stop) for start, stop in rows)

    def case_collision(self) -> tuple[str, str] | None:
        """Two inputs that differ only in case, if there are any."""
        self._rows.create_function(
            "folded",
            1,
            lambda full: os.fsdecode(full).casefold().encode("utf-8", "surrogateescape"),
            deterministic=True,
        )
        rows = self._rows.execute(
            "select min(full), max(full) from inputs group by folded(full) having count(*) > 1 limit 1"
        )
        first = rows.fetchone()
        return (os.fsdecode(first[0]), os.fsdecode(first[1])) if first else None
