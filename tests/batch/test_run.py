"""Folders and many files: nothing is lost, nothing is written twice, whatever happens on the way."""

from __future__ import annotations

import importlib.resources
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result

import newsparse as package
from conftest import command, corpus, hidden, lines, newsparse, slow, story, tree, until
from newsparse import InputError
from newsparse.batch import sinks
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


def set_time(path: Path, seconds: float) -> None:
    """Say that a file was changed so many seconds from now."""
    moment = time.time() + seconds
    os.utime(path, (moment, moment))


# Where the answers go


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


def test_one_of_many_is_as_if_alone(tmp_path: Path) -> None:
    root = corpus(tmp_path / "in", 2)
    newsparse(root, "-o", tmp_path / "out.jsonl", "--spans")
    newsparse(root, "-o", f"{tmp_path}/out/", "-f", "text")
    path = root / "000" / "00001.txt"
    assert (tmp_path / "out.jsonl").read_bytes().splitlines(keepends=True)[1] == newsparse(
        path, "--spans", "-f", "jsonl"
    ).stdout
    assert tree(tmp_path / "out")["000/00001.txt.txt"] == newsparse(path, "-f", "text").stdout


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


# What is there already


@pytest.mark.parametrize("output", ["out/", "out.jsonl", "out.txt"])
def test_an_output_that_exists_is_an_error_before_any_work(tmp_path: Path, output: str) -> None:
    root = corpus(tmp_path / "in", 12)
    form = "text" if output == "out.txt" else "json" if output == "out/" else "jsonl"
    old = tmp_path / ("out/002/00011.txt.json" if output == "out/" else output)
    old.parent.mkdir(parents=True, exist_ok=True)
    old.write_text("old")
    found = run(root, "-f", form, "-o", f"{tmp_path}/{output}")
    assert found.exit_code == 2
    assert f"{old} exists" in found.stderr
    assert "--overwrite" in found.stderr
    assert [path for path in tmp_path.rglob("*") if path.is_file() and root not in path.parents] == [old]
    assert old.read_text() == "old"
    newsparse(root, "-f", form, "-o", f"{tmp_path}/{output}", "--overwrite")
    assert old.read_text() != "old"


@pytest.mark.parametrize("output", ["out/", "out.jsonl"])
def test_resume_skips_what_is_up_to_date(tmp_path: Path, output: str) -> None:
    root = corpus(tmp_path / "in", 11)
    for path in root.rglob("*.txt"):
        set_time(path, -100)
    target = f"{tmp_path}/{output}"
    newsparse(root, "-o", target)
    first = tree(tmp_path)

    def resumed(*args: str) -> tuple[int, int]:
        words = run(root, "-o", target, "-j", "1", *args).stderr.split()
        assert words[2::2][:2] == ["parsed,", "skipped,"]
        return int(words[1]), int(words[3])

    assert resumed("--resume") == (0, 11)
    assert tree(tmp_path) == first
    (root / "000" / "new.txt").write_text(story(99))
    assert resumed("--resume") == (1, 11)
    (root / "001" / "00008.txt").write_text(story(100))
    parsed, skipped = resumed("--resume")
    assert parsed + skipped == 12
    # a line that no longer holds is redone with all behind it
    assert parsed == (1 if output == "out/" else 4)
    texts = (
        tree(tmp_path / "out").values() if output == "out/" else (tmp_path / output).read_bytes().splitlines()
    )
    found = [json.loads(text)["source"] for text in texts]
    assert sorted(source["sha256"] for source in found) == sorted(
        package.parse_file(source["path"]).source.sha256 for source in found
    )
    assert len(found) == 12
    assert resumed("--resume", "--spans") == (12, 0)  # another make
    assert resumed("--resume", "--spans") == (0, 12)
    assert resumed("--resume") == (12, 0)
    assert resumed("--overwrite") == (12, 0)


@pytest.mark.parametrize("output", ["out/", "out.jsonl"])
def test_resume_knows_the_version_and_the_weights(
    tmp_path: Path, output: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = corpus(tmp_path / "in", 3)
    newsparse(root, "-o", f"{tmp_path}/{output}")
    assert "0 parsed, 3 skipped" in run(root, "-o", f"{tmp_path}/{output}", "--resume", "-j", "1").stderr
    monkeypatch.setattr(sinks, "__version__", "0.0.0")
    assert "3 parsed, 0 skipped" in run(root, "-o", f"{tmp_path}/{output}", "--resume", "-j", "1").stderr
    monkeypatch.setattr(importlib.resources, "files", lambda _: tmp_path)
    (tmp_path / "weights").mkdir()
    (tmp_path / "weights" / "en.npz").write_bytes(b"others")
    assert "3 parsed, 0 skipped" in run(root, "-o", f"{tmp_path}/{output}", "--resume", "-j", "1").stderr


@pytest.mark.parametrize("cut", [1, 100, 5000])
def test_a_file_that_was_cut_off_is_continued_at_its_last_whole_line(tmp_path: Path, cut: int) -> None:
    root = corpus(tmp_path / "in", 12)
    target = tmp_path / "out.jsonl"
    newsparse(root, "-o", target)
    whole = target.read_bytes()
    os.truncate(target, len(whole) - cut)
    left = whole[:-cut].count(b"\n")
    assert f"{12 - left} parsed, {left} skipped".encode() in newsparse(root, "-o", target, "--resume").stderr
    assert target.read_bytes() == whole


def test_what_failed_is_tried_again(tmp_path: Path) -> None:
    root = corpus(tmp_path / "in", 4)
    bad = root / "000" / "00001.txt"
    bad.write_bytes(b"")
    newsparse(root, "-o", tmp_path / "out.jsonl", code=1)
    newsparse(root, "-o", f"{tmp_path}/out/", code=1)
    bad.write_text(story(1))
    for target in (tmp_path / "out.jsonl", f"{tmp_path}/out/"):
        assert b"1 parsed, 3 skipped, 0 failed" in newsparse(root, "-o", target, "--resume").stderr
    assert [line["source"]["path"][-5] for line in lines(tmp_path / "out.jsonl")] == ["0", "2", "3", "1"]
    assert len(tree(tmp_path / "out")) == 4


def test_no_input_is_replaced(tmp_path: Path) -> None:
    root = tmp_path / "in"
    root.mkdir()
    for name in ("a", "a.json", "b.txt", "c.jsonl"):
        (root / name).write_text(story(1))
    for args in (
        (root, "--include", "a*", "-o", f"{root}/"),
        (root / "b.txt", root / "c.jsonl", "-o", root / "c.jsonl"),
    ):
        assert run(*args, "--overwrite").exit_code == 2
    listing = tmp_path / "list"
    listing.write_text(f"{root}/b.txt\n{root}/c.jsonl\n")
    assert run("--files-from", listing, "-o", root / "c.jsonl", "--overwrite").exit_code == 2
    assert run(root, "-f", "text", "-o", f"{root}/").exit_code == 2
    assert set(tree(root).values()) == {story(1).encode()}


@pytest.mark.parametrize(
    "args",
    [
        ("in", "--resume"),
        ("in", "-o", "out.txt", "-f", "text", "--resume"),
        ("in", "-o", "out/", "--resume", "--overwrite"),
        ("in", "-o", "out"),
        ("-", "-o", "out/"),
        ("-", "--files-from", "-"),
        ("--files-from", "gone"),
        ("in", "-j", "0"),
        ("in", "--timeout", "0"),
    ],
)
def test_wrong_usage(tmp_path: Path, args: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    corpus(tmp_path / "in", 1)
    monkeypatch.chdir(tmp_path)
    found = run(*args)
    assert (found.exit_code, found.stdout) == (2, "")
    assert "Error: " in found.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["in"]


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


def test_an_input_that_takes_too_long(tmp_path: Path) -> None:
    root = corpus(tmp_path / "in", 7)
    slow(root / "000" / "00002.txt", 30)
    found = newsparse(root, "-o", f"{tmp_path}/out/", "--timeout", "1.5", "-j", "2", code=1).stderr.decode()
    assert f"newsparse: {root}/000/00002.txt: took longer than 1.5 s: raise --timeout, or split it\n" in found
    assert "6 parsed, 0 skipped, 1 failed" in found
    assert len(tree(tmp_path / "out")) == 6
    assert hidden(tmp_path / "out") == [".newsparse"]


@LINUX
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


# What stops a run


@POSIX
@pytest.mark.parametrize(("output", "whole"), [("out/", True), ("out/", False), ("out.jsonl", True)])
def test_killed_and_resumed_is_as_if_undisturbed(tmp_path: Path, output: str, whole: bool) -> None:
    root = corpus(tmp_path / "in", 60)
    (root / "002" / "00011.txt").write_bytes(b"")
    slow(root / "005" / "00027.txt", 0.3)
    for path in root.rglob("*.txt"):
        set_time(path, -100)
    newsparse(
        root, "-o", f"{tmp_path}/calm/{output}" if output == "out/" else tmp_path / "calm.jsonl", code=1
    )
    part = tmp_path / "out.jsonl.part"

    def exceeds(least: int) -> bool:
        return len(tree(tmp_path / "out")) + (part.read_bytes().count(b"\n") if part.exists() else 0) > least

    for done in (4, 30):
        with subprocess.Popen(
            command(root, "-o", f"{tmp_path}/{output}", "--resume"),
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        ) as child:
            until(partial(exceeds, done))
            (os.killpg if whole else os.kill)(child.pid, signal.SIGKILL)
        assert not (tmp_path / "out.jsonl").exists()
        for data in tree(tmp_path / "out").values():
            json.loads(data)
    if output == "out.jsonl":
        with part.open("ab") as stream:
            stream.write(b'{"headline": "half of a li')
    told = (
        newsparse(root, "-o", f"{tmp_path}/{output}", "--resume", code=1)
        .stderr.decode()
        .splitlines()[-1]
        .split()
    )
    assert int(told[1]) + int(told[3]) == 59
    assert int(told[3]) >= 30  # of more than 30 lines; the last may have been killed before its mark
    if output == "out/":
        assert tree(tmp_path / "out") == tree(tmp_path / "calm" / "out")
        assert hidden(tmp_path / "out") == [".newsparse"]
    else:
        assert (tmp_path / "out.jsonl").read_bytes() == (tmp_path / "calm.jsonl").read_bytes()
        assert not part.exists()


@POSIX
@pytest.mark.parametrize("output", ["out/", "out.jsonl"])
def test_interrupted(tmp_path: Path, output: str) -> None:
    root = corpus(tmp_path / "in", 40)
    slow(root / "004" / "00021.txt", 30)
    slow(root / "004" / "00022.txt", 30)
    with subprocess.Popen(
        command(root, "-o", f"{tmp_path}/{output}"), stderr=subprocess.PIPE, start_new_session=True
    ) as child:
        part = tmp_path / "out.jsonl.part"
        until(
            lambda: (
                len(tree(tmp_path / "out")) >= 20 or (part.exists() and part.read_bytes().count(b"\n") >= 20)
            )
        )
        begun = time.monotonic()
        os.killpg(child.pid, signal.SIGINT)
        told = child.communicate(timeout=60)[1].decode().splitlines()
        assert time.monotonic() - begun < 2  # a second, on a machine that does nothing else
    assert child.returncode == 130
    assert " parsed, 0 skipped, 0 failed in " in told[0]
    assert told[1:] == [
        "newsparse: what is done is kept: the same command with --resume goes on",
        "newsparse: interrupted",
    ]
    assert len(tree(tmp_path / "out")) + (part.read_bytes().count(b"\n") if part.exists() else 0) >= 20
    assert set(hidden(tmp_path)) <= {".newsparse", ".out.jsonl.newsparse"}


@LINUX
@pytest.mark.parametrize("output", ["out/", "out.jsonl"])
def test_a_full_disk_stops_the_run_and_resume_finishes_it(tmp_path: Path, output: str) -> None:
    root = corpus(tmp_path / "in", 60)
    disk = tmp_path / "disk"
    disk.mkdir()
    again = f"{sys.executable} -m newsparse {root} -q -o {disk}/{output} --resume"
    script = f"""mount -t tmpfs -o size={{size}}k none {disk} || exit 77
        {again} -f {{form}}; echo $?; ls -A {disk}; find {disk} -name '*.part' | wc -l
        mount -o remount,size=10m {disk}; {again} -f {{form}}; echo $?; mkdir {tmp_path}/kept; cp -r {disk}/. {tmp_path}/kept"""  # noqa: E501
    size, form = (40, "jsonl") if output == "out.jsonl" else (120, "json")
    found = subprocess.run(
        ["unshare", "-rm", "bash", "-c", script.format(size=size, form=form)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    if found.returncode == 77 or "unshare" in found.stderr:
        pytest.skip(f"no disk of a given size can be had here: {found.stderr}")
    first, *_, last = found.stdout.split()
    assert (first, last) == ("1", "0")
    assert (
        found.stderr
        == f"newsparse: {disk}/{output}: can't be written (No space left on device): choose another place\n"
    )
    newsparse(root, "-o", f"{tmp_path}/calm/")
    calm = tree(tmp_path / "calm")
    kept = tree(tmp_path / "kept" / "out") if output == "out/" else lines(tmp_path / "kept" / "out.jsonl")
    assert kept == (calm if output == "out/" else [json.loads(calm[name]) for name in sorted(calm)])


@POSIX
@pytest.mark.parametrize("output", ["out/", "out/out.jsonl"])
def test_an_unwritable_folder(tmp_path: Path, output: str) -> None:
    root = corpus(tmp_path / "in", 3)
    (tmp_path / "out").mkdir(mode=0o555)
    args = command(root, "-o", f"{tmp_path}/{output}")
    if os.geteuid() == 0:  # who may write anywhere, but for this
        if not shutil.which("setpriv"):
            pytest.skip("nothing is unwritable to root")
        args = ["setpriv", "--bounding-set", "-dac_override", *args]
    found = subprocess.run(args, capture_output=True, text=True, timeout=60, check=False)
    assert found.returncode == 1
    assert (
        found.stderr
        == f"newsparse: {tmp_path}/{output}: can't be written (Permission denied): choose another place\n"
    )
    assert not list((tmp_path / "out").iterdir())


@POSIX
def test_a_closed_pipe_is_quiet(tmp_path: Path) -> None:
    paths = " ".join(map(str, sorted(corpus(tmp_path / "in", 300).rglob("*.txt"))))
    shell = f'{sys.executable} -m newsparse {paths} | head -1; echo "${{PIPESTATUS[0]}}"'
    found = subprocess.run(["bash", "-c", shell], capture_output=True, text=True, timeout=60, check=True)
    assert found.stdout.endswith("}\n141\n")
    assert found.stderr == ""


# Many


@pytest.fixture
def roomy() -> Iterator[Path]:
    """A folder for many files: in memory where that can be had,
    because a disk may take minutes to delete them.
    """
    with tempfile.TemporaryDirectory(dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None) as path:
        yield Path(path)


def test_ten_thousand_small_files(roomy: Path) -> None:
    root = roomy / "in"
    for folder in range(20):
        (root / f"{folder}").mkdir(parents=True)
        for number in range(500):
            (root / f"{folder}" / f"{number}.txt").write_text(f"Head {folder} {number}\n")
    assert b"10,000 parsed, 0 skipped, 0 failed" in newsparse(root, "-o", f"{roomy}/out/", "-j", "2").stderr
    assert b"0 parsed, 10,000 skipped, 0 failed" in newsparse(root, "-o", f"{roomy}/out/", "--resume").stderr
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


# Python


def bare(article: package.Article | InputError) -> package.Article:
    """An article without the numbers whose last digits depend on how many threads numpy has."""
    assert isinstance(article, package.Article)
    return msgspec.structs.replace(article, confidence=0.0, spans=())


def test_parse_many(tmp_path: Path) -> None:
    root = corpus(tmp_path / "in", 5)
    paths = sorted(root.rglob("*.txt"))
    inputs: list[str | Path] = [*paths, story(9), tmp_path / "gone.txt", "\ud800", ""]
    *articles, empty = package.parse_many(inputs, jobs=2)
    assert list(map(bare, articles[:5])) == [bare(package.parse_file(path)) for path in paths]
    assert bare(articles[5]) == bare(package.parse(story(9)))
    gone, lone = articles[6:]
    assert isinstance(gone, InputError)
    assert (gone.name, gone.wrong) == (str(tmp_path / "gone.txt"), "there is no such file")
    assert isinstance(lone, InputError)
    assert str(lone).startswith("text: a lone surrogate at offset 0: ")
    assert empty == package.parse("")


def test_parse_many_takes_inputs_as_it_goes_and_times_out() -> None:
    taken = []

    def inputs() -> Iterator[str]:
        yield story(0) * 60_000
        for number in range(100_000):
            taken.append(number)
            yield story(number)

    found = package.parse_many(inputs(), jobs=2, timeout=1)
    late = next(found)
    assert isinstance(late, InputError)
    assert late.wrong == "took longer than 1 s"
    assert bare(next(found)) == bare(package.parse(story(0)))
    found.close()  # type: ignore[attr-defined]
    assert len(taken) < 1100
