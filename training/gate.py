"""The quality gate: the figures beside the weights are these weights' own, and none is below the floor of the
last release.

    python -m training.gate

Needs neither torch nor the data folder; where that is there, the data must be what the figures were measured
on.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from newsparse.provenance import weights_digest
from training.corpus import GOLD, PAGES
from training.results import COMPARISON, FIGURES, FLOOR, read_comparison, sha256, training_sha256


def faults(
    figures_file: Path = FIGURES, floor_file: Path = FLOOR, comparison_file: Path = COMPARISON
) -> Iterator[str]:
    """What does not hold, a line each."""
    figures = json.loads(figures_file.read_text("utf-8"))
    if figures["weights"] != weights_digest():
        yield (
            "figures.json does not belong to the weights that ship: run training.train, then "
            "training.evaluate --record"
        )
    if figures["learned"] != training_sha256():
        yield "labels.jsonl, folds.json or written/ has changed since the evaluation"
    if GOLD.exists() and figures["data"] != sha256(GOLD):
        yield f"{GOLD.name} is not the one of the evaluation"
    comparison = read_comparison(comparison_file)
    if comparison.weights != weights_digest():
        yield "pages.json does not belong to the weights that ship: run training.evaluate --record --pages"
    if PAGES.exists() and comparison.data != sha256(PAGES):
        yield f"html/{PAGES.name} is not the one of the evaluation"
    floors = json.loads(floor_file.read_text("utf-8"))
    for name, most in floors.pop("robustness", {}).items():
        if figures["robustness"][name] > most:
            yield f"{name} {figures['robustness'][name]} is above what the last release allows, {most}"
    for name, floor in floors.items():
        if figures[name] < floor:
            yield f"{name} {figures[name]} is below the floor of the last release, {floor}"


def main() -> None:
    found = list(faults())
    for fault in found:
        print(f"gate: {fault}", file=sys.stderr)
    if found:
        sys.exit(1)
    print("gate: the figures belong to the weights and are above the floor")


if __name__ == "__main__":
    main()
