"""The quality gate: the figures beside the weights are these weights' own, and none is below the floor of the last release.

    python -m training.gate

Needs neither torch nor the data folder; where that is there, the data must be what the figures were measured on.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from training import peers
from training.corpus import DEV, HTML, RESULTS
from training.results import FIGURES, WEIGHTS, learned_sha256, sha256

FLOOR = RESULTS / "floor.json"


def faults(figures_file: Path = FIGURES, floor_file: Path = FLOOR, pages_file: Path = peers.PAGES_FILE) -> Iterator[str]:
    """What does not hold, a line each."""
    figures = json.loads(figures_file.read_text("utf-8"))
    if figures["weights"] != sha256(WEIGHTS):
        yield "figures.json does not belong to the weights that ship: run training.train, then training.evaluate --record"
    if figures["learned"] != learned_sha256():
        yield "labels.jsonl, folds.json or written/ has changed since the check"
    if DEV.exists() and figures["data"] != sha256(DEV):
        yield "dev.jsonl is not the one of the check"
    compared = peers.read(pages_file)
    if compared.weights != sha256(WEIGHTS):
        yield "pages.json does not belong to the weights that ship: run training.evaluate --record --pages"
    if HTML.exists() and compared.data != sha256(HTML):
        yield "html/dev.jsonl is not the one of the check"
    for name, least in json.loads(floor_file.read_text("utf-8")).items():
        if figures[name] < least:
            yield f"{name} {figures[name]} is below the floor of the last release, {least}"


def main() -> None:
    found = list(faults())
    for fault in found:
        print(f"gate: {fault}", file=sys.stderr)
    if found:
        sys.exit(1)
    print("gate: the figures belong to the weights and are above the floor")


if __name__ == "__main__":
    main()
