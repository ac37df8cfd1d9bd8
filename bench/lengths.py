"""Lengths: CPU and memory of longer and longer texts, above those of a short one."""

from __future__ import annotations

import tempfile
from pathlib import Path

from bench.measure import run_python
from bench.texts import article, of_length

CODE = """
import sys
from pathlib import Path
from newsparse import parse
parse(Path(sys.argv[1]).read_text("utf-8"))
"""
SHORT = 10_000  # characters
LENGTHS = (100_000, 1_000_000, 10_000_000)


def main() -> None:
    """Measure, and print seconds and memory beside what is aimed at."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "long.txt")
        path.write_text(of_length(article(1), SHORT), encoding="utf-8")
        start = run_python("-c", CODE, path)
        for length in LENGTHS:
            path.write_text(of_length(article(1), length), encoding="utf-8")
            cost = run_python("-c", CODE, path)
            cpu = cost.cpu - start.cpu
            print(
                f"{length:10,} characters {cpu:7.2f} s CPU, {1e6 * cpu / length:6.2f} s a million,"
                f" {cost.peak:6.0f} MB, {cost.peak - start.peak:6.0f} above a short text"
            )
    print("(10,000,000 characters: at most 300 MB)")
