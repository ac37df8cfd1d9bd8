"""Threads: what `parse` costs where BLAS may use all cores, as it may in somebody's program,
beside one thread.
"""

from __future__ import annotations

import os
from functools import partial
from statistics import median

from bench import BLAS_THREADS
from bench.measure import Cost, interleaved, median_ratio, run_python

TEXTS = 200
CODE = f"""
from bench.texts import article
from newsparse import parse
for number in range({TEXTS}):
    parse(article(number))
"""


def main() -> None:
    """Measure, and print the medians beside what is aimed at."""
    one = {**os.environ, **dict.fromkeys(BLAS_THREADS, "1")}
    unset = {name: value for name, value in os.environ.items() if name not in BLAS_THREADS}
    costs: dict[str, list[Cost]] = {"one thread": [], "threads unset": []}

    def cpu(name: str, environment: dict[str, str]) -> float:
        costs[name].append(run_python("-c", CODE, environment=environment))
        return costs[name][-1].cpu

    results = interleaved(
        {"one thread": partial(cpu, "one thread", one), "threads unset": partial(cpu, "threads unset", unset)}
    )
    for name, seconds in results.items():
        wall = median(cost.wall for cost in costs[name])
        print(f"{name:16}{median(seconds):6.2f} s CPU in {wall:6.2f} s for {TEXTS} texts")
    ratio = median_ratio(results["threads unset"], results["one thread"])
    print(f"with threads unset it takes {ratio:.2f} times the CPU of one thread (at most 1.1)")
