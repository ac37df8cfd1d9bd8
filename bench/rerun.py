"""Engines that are killed and run again: whether every row is there once, with the article of the command.

Linux only: the processes are found in /proc.
"""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from time import monotonic
from typing import Any

from bench import engines
from bench.folders import process_tree

TEXTS = 2000
MOMENTS = (0.2, 0.4, 0.6, 0.8, 0.95)  # of an undisturbed run: some before the first row, some behind it
NAMES = ("datatrove", "pyspark")


def main() -> None:
    """Print for each engine and moment whether rows were lost or doubled."""
    with tempfile.TemporaryDirectory() as parent:
        source = Path(parent, "in")
        engines.write_texts(source, TEXTS)
        expected, _ = _undisturbed("newsparse", source, Path(parent, "newsparse"))
        for name in NAMES:
            if not find_spec(name):
                print(f"{name}: is not installed")
                continue
            found, seconds = _undisturbed(name, source, Path(parent, name))
            print(f"{name}: {seconds:.0f} s undisturbed, the same articles: {found == expected}", flush=True)
            for moment in MOMENTS:
                output = Path(parent, f"{name}-{moment}")
                was_running, wrong = run_again(name, source, output, moment * seconds, expected)
                when = f"killed at {moment:.0%}" if was_running else "had ended"
                print(f"{name}: {when}: {wrong or 'every row once'}", flush=True)


def _undisturbed(name: str, source: Path, output: Path) -> tuple[dict[str, Any], float]:
    """The articles of a run that nobody kills, and its seconds."""
    command, folder = engines.run(name, source, output)
    start = monotonic()
    _finish(command)
    return dict(engines.articles(folder)), monotonic() - start


def run_again(
    name: str, source: Path, output: Path, seconds: float, expected: Mapping[str, Any]
) -> tuple[bool, str]:
    """Kill an engine after so many seconds and run it again: whether it was running still, and what is wrong
    then with its rows; "" where nothing is."""
    command, folder = engines.run(name, source, output)
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=engines.environment()
    ) as child:
        with suppress(subprocess.TimeoutExpired):
            child.wait(seconds)
        was_running = child.poll() is None
        for pid in process_tree(child.pid) if was_running else ():
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
    _finish(command)
    rows = list(engines.articles(folder))
    if dict(rows) == expected and len(rows) == len(expected):
        return was_running, ""
    return was_running, f"{len(rows)} rows of {len(dict(rows))} texts, of {len(expected)}"


def _finish(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True, env=engines.environment())
