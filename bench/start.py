"""Start: the CPU of the command on one small file, of --help and of --version, above that of bare Python."""

from __future__ import annotations

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
        results = interleaved({name: partial(_cpu, command) for name, command in commands.items()})
    bare = median(results[BARE])
    for name, seconds in results.items():
        print(
            f"{name:22}{1000 * median(seconds):6.0f} ms CPU, {1000 * (median(seconds) - bare):5.0f} above "
            "bare Python"
        )


def _cpu(command: tuple[str | Path, ...]) -> float:
    return run_python(*command).cpu
