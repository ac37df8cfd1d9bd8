"""Many files: how fast with one job and with two, and how much memory the whole tree of processes takes."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from time import monotonic, sleep
from typing import NamedTuple

from bench.texts import folder

FEW, MANY = 500, 20_000
PAUSE = 0.25  # seconds between two looks at the memory


class Run(NamedTuple):
    """One run of the command: files, seconds, and the most memory that its processes had together, in MB."""

    files: int
    seconds: float
    peak: float


def main() -> None:
    """Measure, and print what came out beside what is aimed at."""
    with tempfile.TemporaryDirectory(dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None) as parent:
        few, many = Path(parent, "few"), Path(parent, "many")
        folder(few, FEW)
        folder(many, MANY)
        two_few = _run(few, FEW, Path(parent, "out-few"), 2)
        one = _run(many, MANY, Path(parent, "out-one"), 1)
        two = _run(many, MANY, Path(parent, "out-two"), 2)
        lines = _run(many, MANY, Path(parent, "out.jsonl"), 2)
    for name, run in (("-j 2, 500", two_few), ("-j 1", one), ("-j 2", two), ("-j 2, JSON Lines", lines)):
        print(
            f"{name:18}{run.files:8,} files{run.seconds:8.1f} s{run.files / run.seconds:8.0f} a second, at "
            f"most {run.peak:5.0f} MB"
        )
    print(f"two jobs are {one.seconds / two.seconds:.2f} times as fast as one (at least 1.8)")
    print(f"{MANY:,} files take {two.peak / two_few.peak:.2f} times the memory of {FEW} (at most 1.3)")


def _run(source: Path, files: int, output: Path, jobs: int) -> Run:
    target = str(output) if output.suffix else f"{output}/"
    start = monotonic()
    with subprocess.Popen(
        [sys.executable, "-m", "newsparse", source, "-o", target, "-j", str(jobs), "-q"]
    ) as child:
        peak = 0.0
        while child.poll() is None:
            peak = max(peak, _memory(child.pid))
            sleep(PAUSE)
    if child.returncode:
        raise SystemExit(f"the run on {source} failed")
    return Run(files, monotonic() - start, peak)


def _memory(pid: int) -> float:
    """MB that a process and all below it take now; what they share is counted once."""
    total = 0
    for member in process_tree(pid):
        try:
            rollup = Path(f"/proc/{member}/smaps_rollup").read_text()
        except OSError:
            continue
        total += sum(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
    return total / 1024


def process_tree(pid: int) -> list[int]:
    """A process and all below it."""
    parents: dict[int, int] = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                parents[int(entry)] = int(
                    Path(f"/proc/{entry}/stat").read_text().rpartition(")")[2].split()[1]
                )
            except OSError:
                continue
    members = [pid]
    for member in members:
        members += [child for child, parent in parents.items() if parent == member]
    return members
