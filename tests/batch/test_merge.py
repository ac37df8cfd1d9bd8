"""Records that are given back with their articles."""

from __future__ import annotations

import gzip
import json
import os
import signal
import subprocess
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from conftest import command, hidden, lines, newsparse, story, until
from newsparse.batch.pool import Pool, Position, WorkerFailure
from newsparse.batch.worker import Task
from newsparse.cli import main
from newsparse.readers.files import open_bytes, open_file
from newsparse.readers.jsonl import record_at
from newsparse.readers.records import merged

POSIX = pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
BAD = 3  # the row without a text
COUNT = 160  # rows of a file whose run is killed: it takes a second


def rows(count: int) -> list[dict[str, Any]]:
    return [
        {"z": 1.50, "id": i, "text": "" if i == BAD else story(i), "Größe": None, "list": [{"a": "b"}]}
        for i in range(count)
    ]


def jsonl(path: Path, count: int) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows(count)), "utf-8")
    return path


def run(*args: str | Path) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args], prog_name="newsparse")


@pytest.mark.parametrize(
    ("record", "line"),
    [
        ("{}", '{"a":null}\n'),
        ('{ "b": 1.50 } ', '{ "b": 1.50 ,"a":null}\n'),
        ('{"b":{"c":NaN}}', '{"b":{"c":NaN},"a":null}\n'),
        ("", "null\n"),
    ],
)
def test_a_record_is_kept_to_the_character(record: str, line: str) -> None:
    assert merged(record, "a", "null\n") == line


def test_records_come_back_with_their_articles(tmp_path: Path) -> None:
    path = jsonl(tmp_path / "a.jsonl", 6)
    newsparse(path, "--merge", "article", "-o", tmp_path / "b.jsonl", code=1)
    found = lines(tmp_path / "b.jsonl")
    articles = [row.pop("article") for row in found]
    assert found == rows(6)
    assert [list(row) for row in found] == [list(row) for row in rows(6)]
    assert [article and article["headline"] for article in articles] == [
        None if i == BAD else f"Council votes to reopen harbour {i}" for i in range(6)
    ]
    streamed = newsparse("--merge", "article", code=1, stdin=path.read_bytes())
    assert streamed.stdout.count(b"\n") == 6
    assert b"row 4: no text in text" in streamed.stderr
    assert json.loads(streamed.stdout.splitlines()[BAD])["article"] is None


def test_only_some_fields_are_merged(tmp_path: Path) -> None:
    path = jsonl(tmp_path / "a.jsonl", 1)
    newsparse(path, "--merge", "a", "--only", "headline", "-o", tmp_path / "b.jsonl")
    assert lines(tmp_path / "b.jsonl")[0]["a"] == {"headline": "Council votes to reopen harbour 0"}


def test_a_key_that_is_there_is_not_replaced(tmp_path: Path) -> None:
    path = jsonl(tmp_path / "a.jsonl", 2)
    found = newsparse(path, "--merge", "text", code=1)
    assert (found.stdout, found.stderr.count(b"a record has text already")) == (b"", 2)


def test_what_is_no_record_is_not_merged(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(story(1))
    found = newsparse(tmp_path / "a.txt", "--merge", "article", code=1)
    assert b"no record that the article could be merged into: leave --merge out" in found.stderr


@pytest.mark.parametrize(
    "options", [["-f", "text"], ["-o", "b.csv"], ["-o", "b.json"], ["--explain"], ["-o", "b.parquet"]]
)
def test_other_outputs_are_refused(options: list[str], tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="Parquet is read by pyarrow (newsparse[parquet])")
    path = jsonl(tmp_path / "a.jsonl", 1)
    assert run(path, "--merge", "article", *options).exit_code == 2


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b'\xef\xbb\xbf{"a": 1}\r\n\n[1]\n{"b": 2}', ['{"a": 1}', None, '{"b": 2}', None]),
        ('{"a": 1}\n{"b": 2}'.encode("utf-16"), ['{"a": 1}', '{"b": 2}', None]),
        (gzip.compress(b'{"a": 1}\n'), ['{"a": 1}', None]),
        (b'{"articles": [{"a": 1}, {"b": 2}]}\n{"c": 3}', ['{"a":1}', '{"b":2}', '{"c": 3}', None]),
    ],
)
def test_a_record_is_found_by_its_number(data: bytes, expected: list[str | None]) -> None:
    assert [record_at(open_bytes(data, "a.jsonl"), i) for i in range(len(expected))] == expected


def test_no_record_is_found_in_no_file(tmp_path: Path) -> None:
    assert record_at(open_file(tmp_path / "none"), 0) is None


def failing(failure: WorkerFailure) -> Callable[..., Iterator[tuple[Task, Any]]]:
    """A Pool.run that does all in this process; in place of the row behind BAD there is the failure."""

    def run(pool: Pool[Task, Any], tasks: Iterable[Task]) -> Iterator[tuple[Task, Any]]:
        answers = pool._initializer()
        for task in tasks:
            index = 0
            for answer in next(iter(answers([task]))):
                if isinstance(answer, Position):
                    index = answer.index or 0
                else:
                    yield task, replace(failure, index=index) if index == BAD + 1 else answer
            yield task, None

    return run


@pytest.mark.parametrize("kind", ["jsonl", "parquet", "standard input"])
@pytest.mark.parametrize(
    ("failure", "message"),
    [
        (WorkerFailure(late=True, code=None), "took longer than 30 s"),
        (WorkerFailure(late=False, code=-9), "the process that parsed it died (SIGKILL)"),
    ],
)
def test_the_row_that_a_worker_fails_at_is_kept(
    kind: str, failure: WorkerFailure, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Pool, "run", failing(failure))
    path, target = jsonl(tmp_path / "a.jsonl", 6), tmp_path / "b.jsonl"
    if kind == "parquet":
        pq = pytest.importorskip("pyarrow.parquet", reason="Parquet is read by pyarrow (newsparse[parquet])")
        pa = pytest.importorskip("pyarrow")
        path, target = tmp_path / "a.parquet", tmp_path / "b.parquet"
        pq.write_table(pa.Table.from_pylist(rows(6)), path)
    given = None if kind != "standard input" else path.read_bytes()
    arguments = [*([path] if given is None else []), "--merge", "article", "-o", target, "--timeout", "30"]
    done = CliRunner().invoke(main, list(map(str, arguments)), input=given, prog_name="newsparse")
    assert done.exit_code == 1
    assert message in done.stderr
    assert "4 parsed, 0 skipped, 2 failed" in done.stderr
    found = pq.read_table(target).to_pylist() if kind == "parquet" else lines(target)
    assert [row.pop("article") is None for row in found] == [i in (BAD, BAD + 1) for i in range(6)]
    assert found == rows(6)


@POSIX
@pytest.mark.slow
@pytest.mark.parametrize("kind", ["jsonl", "parquet"])
def test_killed_and_resumed_every_row_is_there_once(kind: str, tmp_path: Path) -> None:
    path, target = jsonl(tmp_path / "a.jsonl", COUNT), tmp_path / f"b.{kind}"
    if kind == "parquet":
        pq = pytest.importorskip("pyarrow.parquet", reason="Parquet is read by pyarrow (newsparse[parquet])")
        pa = pytest.importorskip("pyarrow")
        pq.write_table(pa.Table.from_pylist(rows(COUNT)), tmp_path / "a.parquet", row_group_size=30)
        path = tmp_path / "a.parquet"
    arguments = (path, "--merge", "article", "-o", target, "-j", "2")
    part = tmp_path / f"b.{kind}.part"

    def is_beyond(count: int) -> bool:
        return part.exists() and part.read_bytes().count(b"\n") > count

    for count in (20, 80):
        run = subprocess.Popen(command(*arguments, "--resume"), stderr=subprocess.DEVNULL)
        until(partial(is_beyond, count))
        run.send_signal(signal.SIGKILL)
        run.wait()
        assert not target.exists()
    newsparse(*arguments, "--resume")
    found = lines(target) if kind == "jsonl" else pq.read_table(target).to_pylist()
    assert [row["id"] for row in found] == list(range(COUNT))
    assert [row.pop("article") is None for row in found] == [i == BAD for i in range(COUNT)]
    assert found == rows(COUNT)
    assert not part.exists()


def test_rows_of_parquet_come_back_with_their_articles(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow", reason="Parquet is read by pyarrow (newsparse[parquet])")
    pq = pytest.importorskip("pyarrow.parquet")
    table = pa.table(
        {
            "id": pa.array(range(5), pa.int8()),
            "text": ["" if i == BAD else story(i) for i in range(5)],
            "vector": pa.array([[0.5, i] for i in range(5)], pa.list_(pa.float32(), 2)),
            "when": pa.array([1741077000123456789] * 5, pa.timestamp("ns")),
        }
    ).replace_schema_metadata({"made": "by hand"})
    path, target = tmp_path / "a.parquet", tmp_path / "b.parquet"
    pq.write_table(table, path, row_group_size=2, compression="gzip")
    (tmp_path / "kept").write_text("kept")
    (tmp_path / "b.parquet.part.parquet").symlink_to(tmp_path / "kept")
    found = newsparse(path, "--merge", "article", "-o", target, code=1)
    assert b"4 parsed, 0 skipped, 1 failed" in found.stderr
    made = pq.read_table(target)
    assert made.drop_columns(["article"]).equals(table)
    assert made.schema.metadata[b"made"] == b"by hand"
    assert pq.ParquetFile(target).metadata.row_group(0).column(0).compression == "GZIP"
    articles = [text and json.loads(text) for text in made["article"].to_pylist()]
    assert [article and article["source"]["index"] for article in articles] == [0, 1, 2, None, 4]
    assert (tmp_path / "kept").read_text() == "kept"
    assert hidden(tmp_path) == [".b.parquet.newsparse"]
    assert b"exists" in newsparse(path, "--merge", "article", "-o", target, code=2).stderr
    before = target.read_bytes()
    assert b"0 parsed, 1 skipped" in newsparse(path, "--merge", "article", "-o", target, "--resume").stderr
    assert target.read_bytes() == before
    newsparse(path, "--merge", "article", "-o", target, "--overwrite", code=1)


def test_parquet_is_merged_into_parquet_alone(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow", reason="Parquet is read by pyarrow (newsparse[parquet])")
    pq = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "a.parquet"
    pq.write_table(pa.table({"text": [story(1)]}), path)
    assert run(path, "--merge", "text", "-o", tmp_path / "b.parquet").exit_code == 2
    assert run(path, path, "--merge", "a", "-o", tmp_path / "b.parquet").exit_code == 2
    assert b"no record" in newsparse(path, "--merge", "a", "-o", tmp_path / "b.jsonl", code=1).stderr
    newsparse(path, "--merge", "a", "-o", tmp_path / "b.parquet")  # a single row
    (made,) = pq.read_table(tmp_path / "b.parquet")["a"].to_pylist()
    assert json.loads(made)["headline"] == "Council votes to reopen harbour 1"


def test_a_parquet_file_without_a_text_gives_none(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow", reason="Parquet is read by pyarrow (newsparse[parquet])")
    pq = pytest.importorskip("pyarrow.parquet")
    pq.write_table(pa.table({"id": [1, 2]}), tmp_path / "a.parquet")
    newsparse(tmp_path / "a.parquet", "--merge", "a", "-o", tmp_path / "b.parquet", code=1)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.parquet"]
