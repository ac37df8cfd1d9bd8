"""CPU seconds, time and memory of functions and of processes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import NamedTuple

ROUNDS = 5  # as many as keep a median steady to some per cent on a machine that does other things too


class Cost(NamedTuple):
    """What a process took: seconds of CPU, seconds of time, and at most so many MB of memory."""

    cpu: float
    wall: float
    peak: float


def run_python(*arguments: str | Path, environment: Mapping[str, str] | None = None) -> Cost:
    """The cost of Python with these arguments, whose output is thrown away.
    Raises SystemExit where it fails.
    """
    start = perf_counter()
    process = subprocess.Popen([sys.executable, *arguments], env=environment, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"python {' '.join(map(str, arguments))[:200]} failed")
    return Cost(usage.ru_utime + usage.ru_stime, perf_counter() - start, usage.ru_maxrss / 1024)


def cpu_seconds(work: Callable[[], object]) -> float:
    """The CPU seconds of a function, all threads together."""
    start = process_time()
    work()
    return process_time() - start


def interleaved(runs: Mapping[str, Callable[[], float]], rounds: int = ROUNDS) -> dict[str, list[float]]:
    """What each run gives, round by round; the runs take turns,
    so that what slows the machine down slows all of them.
    """
    results: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            results[name].append(run())
    return results


def median_ratio(numerators: Sequence[float], denominators: Sequence[float]) -> float:
    """The median of the ratios of one round each."""
    return median(a / b for a, b in zip(numerators, denominators, strict=True))
