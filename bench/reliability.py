"""Runs that are killed at 60 moments, and runs that meet other trouble: what is there afterwards.

A run is killed (its parent, a worker, or all of it) at moments spread over its length, and gone on with. Then
each article must be there once, as an undisturbed run writes it, and no temporary file. Linux only: the
processes are found in /proc.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from itertools import product
from pathlib import Path
from time import monotonic, sleep
from typing import NamedTuple

from bench.folders import process_tree
from bench.texts import folder

TEXTS = 150
MOMENTS = 60
OUTPUTS = ("out/", "out.jsonl", "out.parquet")
VICTIMS = ("the parent", "a worker", "all processes")


class Run(NamedTuple):
    """A folder of texts, and where its answers go."""

    source: Path
    target: str

    def start(self, *options: str, **more: object) -> subprocess.Popen[bytes]:
        """The command on it."""
        paths = str(self.source), "-o", self.target
        command = [sys.executable, "-m", "newsparse", *paths, "-j", "2", *options]
        return subprocess.Popen(command, stderr=subprocess.PIPE, **more)  # type: ignore[call-overload, no-any-return]

    def finish(self, *options: str) -> tuple[int, str]:
        """Run it to its end: the exit code, and the last line that it prints."""
        with self.start(*options) as child:
            _, errors = child.communicate(timeout=300)
        return child.returncode, (errors.decode().splitlines() or [""])[-1]

    def go_on(self) -> tuple[int, str]:
        """Do what is left: with --resume, or all again where the output can't be continued."""
        return self.finish("--overwrite" if self.target.endswith(".parquet") else "--resume")

    def answers(self) -> list[str]:
        """What is there, as sorted lines of JSON, one an article."""
        target = Path(self.target)
        if target.suffix == ".parquet":
            import pyarrow.parquet as parquet

            rows = parquet.read_table(target).to_pylist() if target.exists() else []
            return sorted(json.dumps(row, default=str, sort_keys=True) for row in rows)
        if target.suffix == ".jsonl":
            return sorted(target.read_text("utf-8").splitlines()) if target.exists() else []
        return sorted(path.read_text("utf-8") for path in target.rglob("*.json") if path.is_file())

    def left(self) -> list[str]:
        """Unfinished files beside or below the output."""
        return [path.name for path in Path(self.target).parent.rglob(".*.part")]


def main() -> None:
    """Print a line a kill that lost something, a count of them, and a line for each trouble."""
    with tempfile.TemporaryDirectory() as parent:
        source = Path(parent, "in")
        folder(source, TEXTS)
        bad = 0
        for number, (moment, output, victim) in enumerate(kills(MOMENTS)):
            run = Run(source, f"{parent}/{number}/{output}")
            found = killed(run, victim, moment, expected(Run(source, f"{parent}/true/{output}")))
            bad += bool(found)
            print(f"{output}: {victim} killed at {moment:.0%}: {found or 'each article once'}", flush=True)
        print(f"{MOMENTS} kills, of which {bad} lost or doubled an article or left a file")
        for name, trouble in TROUBLES.items():
            here = Path(parent, name.replace(" ", "-"))
            here.mkdir()
            print(f"{name}: {trouble(here, source)}", flush=True)


def kills(count: int) -> Iterator[tuple[float, str, str]]:
    """So many moments, as shares of a run's length, each with an output and who is killed."""
    ways = list(product(OUTPUTS, VICTIMS))
    for number in range(count):
        yield (number + 0.5) / count, *ways[number % len(ways)]


def expected(run: Run) -> tuple[list[str], float]:
    """What an undisturbed run answers, and its seconds; from one that was done already."""
    start = monotonic()
    if run.target not in _EXPECTED:
        Path(run.target).parent.mkdir(parents=True, exist_ok=True)
        code, line = run.finish()
        if code:
            raise SystemExit(f"the undisturbed run failed: {line}")
        _EXPECTED[run.target] = run.answers(), monotonic() - start
    return _EXPECTED[run.target]


_EXPECTED: dict[str, tuple[list[str], float]] = {}


def killed(run: Run, victim: str, moment: float, undisturbed: tuple[list[str], float]) -> str:
    """What is wrong after a run was killed at a share of its length and gone on with; "" where nothing is."""
    Path(run.target).parent.mkdir(parents=True)
    answers, seconds = undisturbed
    with run.start() as child:
        sleep(moment * seconds)
        _kill(child.pid, victim)
        child.communicate(timeout=300)
    code, line = run.go_on()
    found = run.answers()
    if code:
        return f"exit {code}: {line}"
    if found != answers:
        return f"{len(found)} answers of {len(answers)}, {len(set(found) - set(answers))} of them others"
    return f"left {run.left()}" if run.left() else ""


def _kill(parent: int, victim: str) -> None:
    """kill -9 a run's parent, the last of its processes, or all."""
    tree = process_tree(parent)
    for pid in {"the parent": [parent], "a worker": tree[-1:], "all processes": tree}[victim]:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def _two_runs(output: str, here: Path, source: Path) -> str:
    run = Run(source, f"{here}/{output}")
    with run.start() as one, run.start("--resume") as other:
        errors = [child.communicate(timeout=300)[1].decode().splitlines()[-1] for child in (one, other)]
    found = run.answers()
    ends = f"exit {one.returncode} and {other.returncode}, {errors}"
    return f"{ends}, {len(found)} articles, {len(set(found))} distinct; {_resumed(run)}"


def _disk_full(output: str, here: Path, source: Path) -> str:
    run = Run(source, f"{here}/{output}")
    limit = 100_000 if output.endswith("l") else 2000  # bytes of a file
    with run.start(preexec_fn=partial(resource.setrlimit, resource.RLIMIT_FSIZE, (limit, limit))) as child:
        errors = child.communicate(timeout=300)[1].decode().splitlines()
    return f"exit {child.returncode}, {errors[-1] if errors else ''!r}; {_resumed(run)}"


def _output_gone(here: Path, source: Path) -> str:
    run = Run(source, f"{here}/out/")
    with run.start() as child:
        while not list(here.glob("out/*")):
            sleep(0.01)
        shutil.rmtree(here / "out", ignore_errors=True)
        errors = child.communicate(timeout=300)[1].decode().splitlines()
    return f"exit {child.returncode}, {errors[-1] if errors else ''!r}; {_resumed(run)}"


def _input_changed(here: Path, source: Path) -> str:
    own = here / "in"
    shutil.copytree(source, own)
    run = Run(own, f"{here}/out.jsonl")
    with run.start() as child:
        while not _size(here / "out.jsonl.part"):
            sleep(0.001)
        first, last = sorted(own.rglob("*.txt"))[:: len(list(own.rglob("*.txt"))) - 1]
        first.write_text("Another headline\n\nAnother story of the harbour.\n")
        last.unlink()
        errors = child.communicate(timeout=300)[1].decode().splitlines()
    return f"exit {child.returncode}, {errors}; {_resumed(run)}"


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _links(here: Path, source: Path) -> str:
    (here / "in").mkdir()
    (here / "in" / "story.txt").symlink_to(next(source.rglob("*.txt")))
    (here / "in" / "loop.txt").symlink_to("loop.txt")
    (here / "in" / "up").symlink_to("..")
    (here / "elsewhere.jsonl").write_text("kept\n")
    (here / "out.jsonl").symlink_to("elsewhere.jsonl")
    code, line = Run(here / "in", f"{here}/out.jsonl").finish()
    one = f"exit {code}, {line!r}, the target holds {(here / 'elsewhere.jsonl').read_text()!r}"
    run = Run(here / "in", f"{here}/out/")
    with run.start() as child:
        errors = child.communicate(timeout=300)[1].decode().splitlines()
    ends = f"exit {child.returncode}, {errors}"
    return f"output a link: {one}; inputs links: {ends}, {len(run.answers())} articles"


def _resumed(run: Run) -> str:
    """What --resume makes of it, where there is room again."""
    code, line = run.go_on()
    return f"then --resume: exit {code}, {line!r}, {len(run.answers())} articles, left {run.left()}"


TROUBLES: dict[str, Callable[[Path, Path], str]] = {
    "two runs into a folder": partial(_two_runs, "out/"),
    "two runs into a file": partial(_two_runs, "out.jsonl"),
    "disk full, folder": partial(_disk_full, "out/"),
    "disk full, file": partial(_disk_full, "out.jsonl"),
    "output gone": _output_gone,
    "input changed": _input_changed,
    "links": _links,
}
