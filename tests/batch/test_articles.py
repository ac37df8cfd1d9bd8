"""Inputs that hold many articles, on their whole way: workers, limits, sinks, reports, resuming."""

from __future__ import annotations

import gzip
import json
import os
import signal
import subprocess
from pathlib import Path

import pytest

from conftest import command, corpus, lines, newsparse, story, tree, until

POSIX = pytest.mark.skipif(os.name == "nt", reason="signals and pipes of POSIX")
FEEDS = ("--input-format", "form-feed")


def archive(path: Path, *texts: str) -> Path:
    """Write a file of several articles."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\f".join(texts), encoding="utf-8")
    return path


def indexes(found: list[dict[str, dict[str, object]]]) -> list[object]:
    return [article["source"]["index"] for article in found]


def test_each_article_of_a_file_is_printed(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.txt", *map(story, range(3)))
    found = [json.loads(line) for line in newsparse(*FEEDS, path).stdout.splitlines()]
    assert indexes(found) == [0, 1, 2]
    assert [article["headline"][-1] for article in found] == ["0", "1", "2"]
    assert newsparse(*FEEDS, path, "--timeout", "20").stdout == newsparse(*FEEDS, path).stdout
    assert newsparse(*FEEDS, path, "--only", "headline", "-f", "text").stdout.count(b"\n") == 3
    assert (
        json.loads(newsparse(*FEEDS, archive(tmp_path / "b.txt", story(1))).stdout)["source"]["index"] is None
    )


@pytest.mark.slow
def test_many_articles_to_every_kind_of_output(tmp_path: Path) -> None:
    root = tmp_path / "in"
    archive(root / "a.txt", *map(story, range(3)))
    archive(root / "b.txt", story(3))
    for name in ("x.jsonl", "x.json", "x.jsonl.gz", "x.json.gz"):
        told = newsparse(*FEEDS, root, "-o", tmp_path / name).stderr
        assert told.startswith(b"newsparse: 4 parsed, 0 skipped, 0 failed in ")
        data = (tmp_path / name).read_bytes()
        text = (gzip.decompress(data) if name.endswith(".gz") else data).decode()
        found = (
            json.loads(text)
            if ".json" in Path(name.removesuffix(".gz")).suffixes
            else list(map(json.loads, text.splitlines()))
        )
        assert indexes(found) == [0, 1, 2, None]
    newsparse(*FEEDS, root, "-o", f"{tmp_path}/out/")
    assert sorted(tree(tmp_path / "out")) == ["a.txt.jsonl", "b.txt.json"]
    assert indexes(lines(tmp_path / "out" / "a.txt.jsonl")) == [0, 1, 2]
    newsparse(*FEEDS, root, "-o", f"{tmp_path}/texts/", "-f", "text")
    assert tree(tmp_path / "texts")["a.txt.txt"] == newsparse(*FEEDS, root / "a.txt", "-f", "text").stdout


@pytest.mark.slow
def test_a_bad_article_is_one_error_with_its_number(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.txt", story(0), "word " * 900_000, story(2))
    report = tmp_path / "report.jsonl"
    message = f"newsparse: {path}, article 1: a line of more than 4,000,000 characters: "
    for args in ((), ("--report", report), ("-o", tmp_path / "x.jsonl"), ("-o", f"{tmp_path}/out/")):
        found = newsparse(*FEEDS, path, *args, code=1)
        assert found.stderr.decode().splitlines()[0].startswith(message)
        if not args:
            assert indexes([json.loads(line) for line in found.stdout.splitlines()]) == [0, 2]
    assert indexes(lines(tmp_path / "x.jsonl")) == indexes(lines(tmp_path / "out" / "a.txt.jsonl")) == [0, 2]
    failed, counts = lines(report)
    assert (failed["path"], failed["index"]) == (str(path), 1)
    assert (counts["inputs"], counts["parsed"], counts["failed"]) == (1, 2, 1)
    archive(path, *map(story, range(3)))
    os.utime(path, (1, 1))
    for output, parsed in ((f"{tmp_path}/out/", 3), (tmp_path / "x.jsonl", 3)):
        assert (
            f"{parsed} parsed, 0 skipped, 0 failed".encode()
            in newsparse(*FEEDS, path, "-o", output, "--resume").stderr
        )
        assert b"0 parsed, 1 skipped, 0 failed" in newsparse(*FEEDS, path, "-o", output, "--resume").stderr


@POSIX
@pytest.mark.slow
@pytest.mark.parametrize("output", ["out/", "x.jsonl"])
def test_an_article_that_takes_too_long_costs_itself(tmp_path: Path, output: str) -> None:
    long = story(1) * 60_000
    root = corpus(tmp_path / "in", 2)
    archive(root / "a.txt", story(0), long, story(2), long, story(4))
    found = newsparse(*FEEDS, root, "-o", f"{tmp_path}/{output}", "--timeout", "3", "-j", "2", code=1)
    told = found.stderr.decode().splitlines()
    assert [line.partition(": took longer than 3 s: ")[0][-9:] for line in told[:2]] == [
        "article 1",
        "article 3",
    ]
    assert told[2].startswith("newsparse: 5 parsed, 0 skipped, 2 failed in ")
    written = tmp_path / "out" / "a.txt.jsonl" if output == "out/" else tmp_path / output
    assert indexes(lines(written))[:3] == [0, 2, 4]


@POSIX
@pytest.mark.slow
@pytest.mark.parametrize("output", ["out/", "x.jsonl"])
def test_killed_within_a_file_and_resumed_is_as_if_undisturbed(tmp_path: Path, output: str) -> None:
    root = tmp_path / "in"
    archive(root / "a.txt", *map(story, range(20)))
    archive(root / "b.txt", *map(story, range(150)))
    archive(root / "c.txt", story(1))
    for path in root.iterdir():
        os.utime(path, (1, 1))
    newsparse(
        *FEEDS, root, "-o", f"{tmp_path}/calm/{output}" if output == "out/" else tmp_path / "calm.jsonl"
    )
    part = tmp_path / "x.jsonl.part"
    with subprocess.Popen(
        command(*FEEDS, root, "-o", f"{tmp_path}/{output}", "-j", "1"), start_new_session=True
    ) as child:
        until(
            lambda: (
                (tmp_path / "out" / "a.txt.jsonl").exists()
                or (part.exists() and part.read_bytes().count(b"\n") > 40)
            )
        )
        os.killpg(child.pid, signal.SIGKILL)
    told = newsparse(*FEEDS, root, "-o", f"{tmp_path}/{output}", "--resume").stderr.decode()
    assert " parsed, 1 skipped, 0 failed" in told
    if output == "x.jsonl":
        assert int(told.split()[1]) < 171 - 40
        assert (tmp_path / output).read_bytes() == (tmp_path / "calm.jsonl").read_bytes()
    else:
        assert tree(tmp_path / "out") == tree(tmp_path / "calm" / "out")


@POSIX
@pytest.mark.slow
def test_a_named_pipe_among_the_inputs_is_under_the_limit(tmp_path: Path) -> None:
    root = corpus(tmp_path / "in", 2)
    os.mkfifo(tmp_path / "pipe")
    for output in ((), ("-o", f"{tmp_path}/out/")):
        found = newsparse(tmp_path / "pipe", root, *output, "--timeout", "1", code=1)
        assert f"newsparse: {tmp_path}/pipe: took longer than 1 s: ".encode() in found.stderr
    assert len(tree(tmp_path / "out")) == 2
    assert len(found.stderr.splitlines()) == 2


@POSIX
def test_a_named_pipe_among_the_inputs_is_read(tmp_path: Path) -> None:
    root = corpus(tmp_path / "in", 2)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(command(root, pipe, "-j", "1"), stdout=subprocess.PIPE) as child:
        pipe.write_text(story(7), encoding="utf-8")
        printed = child.communicate(timeout=60)[0].splitlines()
    assert [json.loads(line)["headline"][-1] for line in printed] == ["0", "1", "7"]


@pytest.mark.slow
def test_articles_that_are_documents_are_a_file_each(tmp_path: Path) -> None:
    root = tmp_path / "in"
    archive(root / "a.txt", *map(story, range(3)))
    archive(root / "b.txt", story(3))
    out = tmp_path / "out"
    newsparse(*FEEDS, root, "-o", f"{out}/", "-f", "nitf")
    assert sorted(tree(out)) == ["a.txt/0.xml", "a.txt/1.xml", "a.txt/2.xml", "b.txt.xml"]
    assert b"<hl1>Council votes to reopen harbour 2</hl1>" in tree(out)["a.txt/2.xml"]
    told = newsparse(*FEEDS, root, "-o", f"{out}/", "-f", "nitf", "--resume").stderr
    assert b"0 parsed, 2 skipped, 0 failed" in told
    archive(root / "a.txt", story(7))
    archive(root / "b.txt", *map(story, range(2)))
    newsparse(*FEEDS, root, "-o", f"{out}/", "-f", "nitf", "--overwrite")
    assert sorted(tree(out)) == ["a.txt.xml", "b.txt/0.xml", "b.txt/1.xml"]
    newsparse(*FEEDS, root, "-o", f"{tmp_path}/brat/", "-f", "brat")
    assert sorted(tree(tmp_path / "brat")) == [
        "a.txt.ann", "a.txt.txt", "b.txt/0.ann", "b.txt/0.txt", "b.txt/1.ann", "b.txt/1.txt",
    ]  # fmt: skip
    assert tree(tmp_path / "brat")["a.txt.txt"].decode() == story(7)
    found = newsparse(*FEEDS, root / "b.txt", "-f", "nitf", code=2)
    assert found.stdout == b""
    assert b"-f nitf is a document an article: -o DIR/ writes a file each." in found.stderr


@pytest.mark.slow
def test_a_binary_table_of_many_articles(tmp_path: Path) -> None:
    pq = pytest.importorskip("pyarrow.parquet", reason="pyarrow writes Parquet")
    root = corpus(tmp_path / "in", 7)
    newsparse(root, "-o", tmp_path / "x.parquet")
    newsparse(root, "-o", f"{tmp_path}/out/", "-f", "parquet")
    rows = pq.read_table(tmp_path / "x.parquet").to_pylist()
    lines = [json.loads(line) for line in newsparse(root, "--spans").stdout.splitlines()]
    assert rows == lines
    assert len(tree(tmp_path / "out")) == 7
    assert pq.read_table(tmp_path / "out" / "001" / "00005.txt.parquet").to_pylist() == lines[5:6]
