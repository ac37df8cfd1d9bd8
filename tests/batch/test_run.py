"""Folders and many files: where the answers go, what fails, and what stops a run."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from conftest import command, corpus, hidden, lines, newsparse, slow, story, tree, until
from newsparse.batch.pool import MAX_IN_FLIGHT
from newsparse.cli import main

POSIX = pytest.mark.skipif(os.name == "nt", reason="signals and names of POSIX")
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc, or mounts")


def run(*args: str | Path) -> Result:
    """The command in this process: for what is told before any work is done."""
    return CliRunner().invoke(main, [str(arg) for arg in args], prog_name="newsparse")


def children(pid: int) -> list[int]:
    """The processes that a process started."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[1]) == pid:
                found.append(int(entry.name))
    return found


def test_a_folder_is_mirrored(tmp_path: Path) -> None:
    root = corpus(tmp_path / "in", 12)
    found = newsparse(root, "-o", f"{tmp_path}/out/")
    assert found.stdout == b""
    assert found.stderr.decode().startswith("newsparse: 12 parsed, 0 skipped, 0 failed in ")
    written = tree(tmp_path / "out")
    assert set(written) == {f"{name}.json" for name in tree(root)}
    for name, data in written.items():
        article = json.loads(data)
        assert article["source"]["path"] == f"{root}/{name.removesuffix('.json')}"
        assert (
            article["source"]["sha256"]
            == sha256((root / name.removesuffix(".json")).read_bytes()).hexdigest()
        )
    assert hidden(tmp_path / "out") == [".newsparse"]


@pytest.mark.slow
def test_one_of_many_is_as_if_alone(tmp_path: Path) -> None:
    root = corpus(tmp_path / "in", 2)
    newsparse(root, "-o", tmp_path / "out.jsonl", "--spans")
    newsparse(root, "-o", f"{tmp_path}/out/", "-f", "text")
    path = root / "000" / "00001.txt"
    assert (tmp_path / "out.jsonl").read_bytes().splitlines(keepends=True)[1] == newsparse(
        path, "--spans", "-f", "jsonl"
    ).stdout
    assert tree(tmp_path / "out")["000/00001.txt.txt"] == newsparse(path, "-f", "text").stdout


@pytest.mark.slow
def test_lines_come_in_input_order(tmp_path: Path) -> None:
    root = corpus(tmp_path / "in", 30)
    slow(root / "000" / "00000.txt", 0.05)
    paths = sorted(str(path) for path in root.rglob("*.txt"))
    newsparse(root, "-o", tmp_path / "out.jsonl", "-j", "3")
    assert [line["source"]["path"] for line in lines(tmp_path / "out.jsonl")] == paths
    printed = newsparse(root, "-f", "jsonl", "-j", "2").stdout
    assert printed == (tmp_path / "out.jsonl").read_bytes()
    assert newsparse(*paths).stdout == printed


@pytest.mark.parametrize("separator", ["\n", "\0"])
@pytest.mark.slow
def test_paths_are_listed_on_standard_input(tmp_path: Path, separator: str) -> None:
    root = corpus(tmp_path / "in", 8)
    listing = separator.join([f"{root}/001", f"{root}/000/00003.txt", f"{root}/000/00000.txt"])
    printed = newsparse("--files-from", "-", stdin=listing.encode()).stdout.splitlines()
    assert [json.loads(line)["source"]["path"][-9:] for line in printed] == [
        f"0000{i}.txt" for i in (5, 6, 7, 3, 0)
    ]
    (tmp_path / "list").write_text(listing)
    newsparse("--files-from", tmp_path / "list", "-o", f"{tmp_path}/out/")
    assert len(tree(tmp_path / "out")) == 5


def test_several_paths_are_mirrored_below_what_they_share(tmp_path: Path) -> None:
    for name in ("a", "b"):
        corpus(tmp_path / "in" / name, 1)
    newsparse(tmp_path / "in" / "a", tmp_path / "in" / "b", "-o", f"{tmp_path}/out/")
    assert set(tree(tmp_path / "out")) == {"a/000/00000.txt.json", "b/000/00000.txt.json"}


def test_what_is_named_twice_is_written_once(tmp_path: Path) -> None:
    root = corpus(tmp_path / "in", 2)
    again = (root, root / "000" / "00000.txt", f"{root}/../in/000/00001.txt")
    newsparse(*again, "-o", f"{tmp_path}/out/")
    newsparse(*again, "-o", tmp_path / "out.jsonl")
    assert len(tree(tmp_path / "out")) == len(lines(tmp_path / "out.jsonl")) == 2


@POSIX
@pytest.mark.slow
def test_names_of_any_kind(tmp_path: Path) -> None:
    names = [
        b"with space.txt",
        b"line\nbreak.txt",
        b"caf\xe9.txt",
        b"caf\xe8.txt",
        "日本.txt".encode(),
        b"-o.txt",
        b"no ending",
        b"CASE.txt",
        b"case.txt",
    ]
    root = tmp_path / "in"
    root.mkdir()
    try:
        for number, name in enumerate(names):
            Path(os.fsdecode(os.fsencode(root) + b"/" + name)).write_text(story(number), encoding="utf-8")
    except OSError:
        pytest.skip("this file system has no such names")
    wanted = {name.decode("utf-8", "surrogateescape") + ".json" for name in names}
    newsparse(root, "-o", f"{tmp_path}/out/")
    assert set(tree(tmp_path / "out")) == wanted
    newsparse(
        "--files-from",
        "-",
        "-o",
        f"{tmp_path}/listed/",
        stdin=b"\0".join(os.fsencode(root) + b"/" + name for name in names),
    )
    assert tree(tmp_path / "listed") == tree(tmp_path / "out")
    newsparse(root, "-o", tmp_path / "out.jsonl")
    assert len(lines(tmp_path / "out.jsonl")) == len(names)
    again = newsparse(root, "-o", tmp_path / "out.jsonl", "--resume").stderr.decode()
    assert again.startswith(f"newsparse: 0 parsed, {len(names)} skipped, ")
    assert len({line["source"]["sha256"] for line in lines(tmp_path / "out.jsonl")}) == len(names)


@POSIX
def test_names_that_differ_in_case_where_the_output_folder_does_not_tell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("in/Case.txt", "in/case.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(story(1))
    exists = os.path.exists
    monkeypatch.setattr(os.path, "exists", lambda path: exists(path) or str(path).endswith(".NEWSPARSE"))
    found = run(tmp_path / "in", "-o", f"{tmp_path}/out/")
    assert found.exit_code == 2
    assert f"{tmp_path}/in/Case.txt and {tmp_path}/in/case.txt would be one file" in found.stderr
    assert not tree(tmp_path / "out")


def test_a_name_that_is_too_long_costs_one_input(tmp_path: Path) -> None:
    root = corpus(tmp_path / "in", 2)
    for length in (244, 250):  # with the ending of an output, 253 and 259 bytes
        (root / f"{'n' * length}.txt").write_text(story(1))
    found = newsparse(root, "-o", f"{tmp_path}/out/", code=1)
    assert b"its output can't be called" in found.stderr
    assert b"3 parsed, 0 skipped, 1 failed" in found.stderr
    assert len(tree(tmp_path / "out")) == 3


@POSIX
def test_pipes_and_standard_input_among_many(tmp_path: Path) -> None:
    root = corpus(tmp_path / "in", 2)
    shell = f"{sys.executable} -m newsparse {root} - <(cat {root}/000/00001.txt) <(true)"
    found = subprocess.run(
        ["bash", "-c", shell], input=story(7).encode(), capture_output=True, timeout=60, check=False
    )
    assert found.returncode == 1
    paths = [json.loads(line)["source"]["path"] for line in found.stdout.splitlines()]
    assert paths[2] == "-"
    assert len(paths) == 4
    assert b": empty: " in found.stderr


# What fails


def test_failures_are_told_reported_and_cost_nothing_else(tmp_path: Path) -> None:
    root = corpus(tmp_path / "in", 6)
    (root / "000" / "00002.txt").write_bytes(b"")
    (root / "000" / "00004.txt").write_bytes(b"\x89PNG\r\n")
    report = tmp_path / "report.jsonl"
    found = newsparse(root, f"{root}/gone.txt", "-o", f"{tmp_path}/out/", "--report", report, code=1)
    told = found.stderr.decode().splitlines()
    assert len(told) == 4
    assert told[0] == f"newsparse: {root}/000/00002.txt: empty: give it the article's text"
    assert told[3].startswith("newsparse: 4 parsed, 0 skipped, 3 failed in ")
    *failed, counts = lines(report)
    assert [line["path"] for line in failed] == [
        f"{root}/{name}" for name in ("000/00002.txt", "000/00004.txt", "gone.txt")
    ]
    assert failed[2] == {
        "path": f"{root}/gone.txt",
        "index": None,
        "failed": "there is no such file",
        "remedy": "check the path",
    }
    assert (counts["inputs"], counts["parsed"], counts["skipped"], counts["failed"]) == (7, 4, 0, 3)
    assert len(tree(tmp_path / "out")) == 4
    assert newsparse(root, "-o", tmp_path / "out.jsonl", "-q", code=1).stderr == b""
    assert len(lines(tmp_path / "out.jsonl")) == 4


@pytest.mark.parametrize("output", ["out/", "out.jsonl"])
@pytest.mark.slow
def test_fail_fast(tmp_path: Path, output: str) -> None:
    root = corpus(tmp_path / "in", 30)
    (root / "001" / "00006.txt").write_bytes(b"")
    found = newsparse(root, "-o", f"{tmp_path}/{output}", "--fail-fast", "-j", "1", code=1).stderr.decode()
    assert "6 parsed, 0 skipped, 1 failed" in found
    assert "--resume goes on" in found
    assert len(tree(tmp_path / "out")) < 30
    (root / "001" / "00006.txt").write_text(story(6))
    newsparse(root, "-o", f"{tmp_path}/{output}", "--fail-fast", "--resume")
    assert len(lines(tmp_path / output) if output == "out.jsonl" else tree(tmp_path / "out")) == 30


@pytest.mark.slow
def test_an_input_that_takes_too_long(tmp_path: Path) -> None:
    root = corpus(tmp_path / "in", 7)
    slow(root / "000" / "00002.txt", 30)
    found = newsparse(root, "-o", f"{tmp_path}/out/", "--timeout", "1.5", "-j", "2", code=1).stderr.decode()
    assert f"newsparse: {root}/000/00002.txt: took longer than 1.5 s: raise --timeout, or split it\n" in found
    assert "6 parsed, 0 skipped, 1 failed" in found
    assert len(tree(tmp_path / "out")) == 6
    assert hidden(tmp_path / "out") == [".newsparse"]


@LINUX
@pytest.mark.slow
def test_a_worker_that_is_killed_costs_its_own_input(tmp_path: Path) -> None:
    root = corpus(tmp_path / "in", 12)
    slow(root / "001" / "00005.txt", 30)
    with subprocess.Popen(
        command(root, "-o", f"{tmp_path}/out/", "-j", "1"), stderr=subprocess.PIPE
    ) as child:
        until((tmp_path / "out" / "000" / "00004.txt.json").exists)
        time.sleep(0.3)
        for pid in children(child.pid):
            if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes():
                os.kill(pid, signal.SIGKILL)
        told = child.communicate(timeout=60)[1].decode()
    assert child.returncode == 1
    assert f"{root}/001/00005.txt: the process that parsed it died (SIGKILL): " in told
    assert "11 parsed, 0 skipped, 1 failed" in told
    assert len(tree(tmp_path / "out")) == 11


@POSIX
def test_a_file_that_vanishes_while_running(tmp_path: Path) -> None:
    root = corpus(tmp_path / "in", 6)
    slow(root / "000" / "00000.txt", 0.4)
    with subprocess.Popen(
        command(root, "-o", f"{tmp_path}/out/", "-j", "1"), stderr=subprocess.PIPE
    ) as child:
        until((tmp_path / "out" / ".newsparse").exists)
        (root / "001" / "00005.txt").unlink()
        told = child.communicate(timeout=60)[1].decode()
    assert child.returncode == 1
    assert f"{root}/001/00005.txt: there is no such file: check the path\n" in told
    assert "5 parsed, 0 skipped, 1 failed" in told


# Many


@pytest.fixture
def roomy() -> Iterator[Path]:
    """A folder for many files: in memory where that can be had, for a disk may take minutes."""
    with tempfile.TemporaryDirectory(dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None) as path:
        yield Path(path)


@pytest.mark.slow
def test_more_small_files_than_may_be_in_flight(roomy: Path) -> None:
    root = roomy / "in"
    for folder in range(11):
        (root / f"{folder}").mkdir(parents=True)
        for number in range(MAX_IN_FLIGHT // 5):
            (root / f"{folder}" / f"{number}.txt").write_text(f"Head {folder} {number}\n")
    assert b"2,200 parsed, 0 skipped, 0 failed" in newsparse(root, "-o", f"{roomy}/out/", "-j", "2").stderr
    assert b"0 parsed, 2,200 skipped, 0 failed" in newsparse(root, "-o", f"{roomy}/out/", "--resume").stderr
    written = tree(roomy / "out")
    assert {f"{name}.json" for name in tree(root)} == set(written)
    assert all(
        json.loads(data)["source"]["path"].endswith(name.removesuffix(".json"))
        for name, data in written.items()
    )


@POSIX
def test_a_bar_on_a_terminal_only(tmp_path: Path) -> None:
    import pty

    root = corpus(tmp_path / "in", 20)
    (root / "000" / "00003.txt").write_bytes(b"")
    outer, inner = pty.openpty()
    environment = os.environ | {"TERM": "xterm", "COLUMNS": "100"}
    with subprocess.Popen(
        command(root, "-o", f"{tmp_path}/out/"), stdout=subprocess.PIPE, stderr=inner, env=environment
    ) as child:
        os.close(inner)
        shown = b""
        while True:
            try:
                chunk = os.read(outer, 4096)
            except OSError:
                break
            if not chunk:
                break
            shown += chunk
        assert child.stdout
        assert child.stdout.read() == b""
    os.close(outer)
    assert child.returncode == 1
    text = shown.decode()
    assert "20/20" in text
    assert "1 failed" in text
    assert "00003.txt: empty" in text
    assert "19 parsed, 0 skipped, 1 failed" in text


def test_more_than_an_article_is_read_from_standard_input_where_it_holds_several(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsparse.readers.files.MAX_BYTES", 5_000)
    records = "".join(json.dumps({"id": str(i), "text": story(i)}) + "\n" for i in range(30))
    assert len(records) > 5_000
    found = CliRunner().invoke(main, ["-o", str(tmp_path / "a.jsonl"), "-j", "1"], input=records)
    assert found.exit_code == 0
    assert len((tmp_path / "a.jsonl").read_text("utf-8").splitlines()) == 30
    found = CliRunner().invoke(main, ["-o", str(tmp_path / "b.jsonl"), "-j", "1"], input="word " * 2_000)
    assert found.exit_code == 1
    assert "too large to be one article" in found.stderr
