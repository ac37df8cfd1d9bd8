"""What is there already, and runs that were stopped: nothing is lost, nothing is written twice."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner, Result

import newsparse as package
from conftest import command, corpus, hidden, lines, newsparse, slow, story, tree, until
from newsparse import provenance
from newsparse.cli import main
from newsparse.segment import weights_file

POSIX = pytest.mark.skipif(os.name == "nt", reason="signals and names of POSIX")
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc, or mounts")


def run(*args: str | Path) -> Result:
    """The command in this process: for what is told before any work is done."""
    return CliRunner().invoke(main, [str(arg) for arg in args], prog_name="newsparse")


def set_time(path: Path, seconds: float) -> None:
    """Say that a file was changed so many seconds from now."""
    moment = time.time() + seconds
    os.utime(path, (moment, moment))


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
@pytest.mark.slow
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
    assert parsed == (
        1 if output == "out/" else 4
    )  # a line that no longer holds is redone with all behind it
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
@pytest.mark.slow
def test_resume_knows_the_version_and_the_weights(
    tmp_path: Path, output: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = corpus(tmp_path / "in", 3)
    newsparse(root, "-o", f"{tmp_path}/{output}")
    assert "0 parsed, 3 skipped" in run(root, "-o", f"{tmp_path}/{output}", "--resume", "-j", "1").stderr
    monkeypatch.setattr(provenance, "__version__", "0.0.0")
    assert "3 parsed, 0 skipped" in run(root, "-o", f"{tmp_path}/{output}", "--resume", "-j", "1").stderr
    monkeypatch.setattr(weights_file, "SHIPPED", tmp_path / "others.safetensors")
    weights_file.write(weights_file.SHIPPED, {"table": np.zeros((1, 2), np.int8)})
    assert "3 parsed, 0 skipped" in run(root, "-o", f"{tmp_path}/{output}", "--resume", "-j", "1").stderr


@pytest.mark.parametrize("cut", [1, 100, 5000])
@pytest.mark.slow
def test_a_file_that_was_cut_off_is_continued_at_its_last_whole_line(tmp_path: Path, cut: int) -> None:
    root = corpus(tmp_path / "in", 12)
    target = tmp_path / "out.jsonl"
    newsparse(root, "-o", target)
    whole = target.read_bytes()
    os.truncate(target, len(whole) - cut)
    left = whole[:-cut].count(b"\n")
    assert f"{12 - left} parsed, {left} skipped".encode() in newsparse(root, "-o", target, "--resume").stderr
    assert target.read_bytes() == whole


@pytest.mark.slow
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


# What stops a run


@POSIX
@pytest.mark.parametrize(("output", "whole"), [("out/", True), ("out/", False), ("out.jsonl", True)])
@pytest.mark.slow
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
@pytest.mark.slow
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
        os.killpg(child.pid, signal.SIGINT)
        told = child.communicate(timeout=60)[1].decode().splitlines()  # the slow ones would take longer
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
@pytest.mark.slow
def test_a_full_disk_stops_the_run_and_resume_finishes_it(tmp_path: Path, output: str) -> None:
    root = corpus(tmp_path / "in", 60)
    disk = tmp_path / "disk"
    disk.mkdir()
    again = f"{sys.executable} -m newsparse {root} -q -o {disk}/{output} --resume"
    script = f"""mount -t tmpfs -o size={{size}}k none {disk} || exit 77
        {again} -f {{form}}; echo $?; ls -A {disk}; find {disk} -name '*.part' | wc -l
        mount -o remount,size=10m {disk}; {again} -f {{form}}; echo $?
        mkdir {tmp_path}/kept; cp -r {disk}/. {tmp_path}/kept"""
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
@pytest.mark.slow
def test_a_closed_pipe_is_quiet(tmp_path: Path) -> None:
    paths = " ".join(map(str, sorted(corpus(tmp_path / "in", 300).rglob("*.txt"))))
    shell = f'{sys.executable} -m newsparse {paths} | head -1; echo "${{PIPESTATUS[0]}}"'
    found = subprocess.run(["bash", "-c", shell], capture_output=True, text=True, timeout=60, check=True)
    assert found.stdout.endswith("}\n141\n")
    assert found.stderr == ""
