"""Start: the CPU of the command on one small file, of a small page and of --help, above that of bare Python.
The modules are compiled, as those of an installed package are.
"""

from __future__ import annotations

import os
import tempfile
from functools import partial
from pathlib import Path
from statistics import median

from bench.measure import interleaved, run_python
from bench.texts import article, page

BARE = "python -c pass"


def main() -> None:
    """Measure, and print the medians."""
    with tempfile.TemporaryDirectory() as folder:
        text, html = Path(folder, "story.txt"), Path(folder, "story.html")
        text.write_text(article(1), encoding="utf-8")
        html.write_text(page(1), encoding="utf-8")
        commands: dict[str, tuple[str | Path, ...]] = {
            BARE: ("-c", "pass"),
            "newsparse --help": ("-m", "newsparse", "--help"),
            "newsparse story.txt": ("-m", "newsparse", text),
            "newsparse story.html": ("-m", "newsparse", html),
        }
        for command in commands.values():  # which compiles what it imports
            _cpu(command)
        results = interleaved({name: partial(_cpu, command) for name, command in commands.items()})
    bare = median(results[BARE])
    for name, seconds in results.items():
        print(
            f"{name:22}{1000 * median(seconds):6.0f} ms CPU, {1000 * (median(seconds) - bare):5.0f} above "
            "bare Python"
        )


def _cpu(command: tuple[str | Path, ...]) -> float:
    compiled = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return run_python(*command, environment=compiled).cpu
