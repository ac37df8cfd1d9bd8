"""The figures that are kept beside the weights: figures.json and history.csv of an evaluation,
pages.json of a comparison on pages.
"""

from __future__ import annotations

import csv
import datetime
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from newsparse import __version__
from newsparse.provenance import weights_digest
from training.config import TrainingConfig
from training.corpus import FOLDS_FILE, GOLD, LABELS_FILE, RESULTS, WRITTEN

FIGURES, HISTORY = RESULTS / "figures.json", RESULTS / "history.csv"
FLOOR, COMPARISON = RESULTS / "floor.json", RESULTS / "pages.json"
SPEED = ("ms_per_document", "kchars_per_s")  # the scorer's; no figures of the weights
COLUMNS = (
    "date", "version", "note", "accuracy", "card_f1", "macro_f1", "perfect", "headline", "authors",
    "published", "calibration_error",
)  # fmt: skip

SETS = {"wcxb": "WCXB", "english": "news in English", "fundus": "news in all languages"}
MEASURES = {
    "body": "body F1",
    "must": "snippets held that belong",
    "not": "snippets kept out that do not",
    "title": "headline equal",
    "authors": "authors' names F1",
    "date": "same day",
    "captions": "captions F1",
}
# the system of the first column, and the one whose speed is 1
FIRST_COLUMN, SPEED_UNIT = "newsparse", "trafilatura"
# a mean over fewer of a set's pages is one over crashes, which the scorer counts as empty answers
MIN_ANSWERED = 0.1


def record(note: str, config: TrainingConfig, figures: dict[str, Any]) -> None:
    """Write figures.json, with the hashes of what they belong to, and add a row to history.csv."""
    _write_figures(
        {
            "note": note,
            "weights": weights_digest(),
            "data": sha256(GOLD),
            "learned": training_sha256(),
            "config": msgspec.structs.asdict(config),
            **figures,
        }
    )
    documents = figures["documents"]
    row = [
        datetime.date.today().isoformat(), __version__, note,
        *(f"{figures[name]:.4f}" for name in ("accuracy", "card_f1", "macro_f1")),
        *(f"{documents[name][0]}/{documents[name][1]}" for name in ("perfect", "headline", "authors",
            "published")),
        f"{figures['reliability']['error']:.4f}",
    ]  # fmt: skip
    is_new = not HISTORY.exists()
    with open(HISTORY, "a", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream, lineterminator="\n")
        if is_new:
            rows.writerow(COLUMNS)
        rows.writerow(row)


def record_curve(curve: list[dict[str, Any]]) -> None:
    """Put a learning curve into figures.json."""
    _write_figures({**json.loads(FIGURES.read_text("utf-8")), "curve": curve})


def _write_figures(figures: dict[str, Any]) -> None:
    FIGURES.write_text(json.dumps(_rounded(figures), indent=1, ensure_ascii=False) + "\n", "utf-8")


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, 4)
    if isinstance(value, dict):
        return {key: _rounded(item) for key, item in value.items() if key not in SPEED}
    if isinstance(value, list | tuple):
        return [_rounded(item) for item in value]
    return value


def sha256(path: Path) -> str:
    """The hash of a file's bytes."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def training_sha256() -> str:
    """The hash of the training data in the repository: the labels of pages, their folds,
    and the articles written for training.
    """
    paths = (LABELS_FILE, FOLDS_FILE, *sorted(WRITTEN.glob("*.txt")))
    return hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()


class Comparison(msgspec.Struct, frozen=True):
    """pages.json: newsparse and its peers on pages, all in one run on one core.

    `unseen`: newsparse's weights for a page were trained on no page of its publisher; `weights` are those
    that ship, trained on the same data with the same config. `sets` is set → system → measure → (mean from 0
    to 1, pages it is the mean of); `pages` is how many a set has; `seconds` is what a system takes a page;
    `versions` are those of the peers.
    """

    weights: str
    data: str
    unseen: bool
    versions: dict[str, str]
    pages: dict[str, int]
    sets: dict[str, dict[str, dict[str, tuple[float, int]]]]
    seconds: dict[str, float]


def read_comparison(path: Path = COMPARISON) -> Comparison:
    """The comparison in a file."""
    return msgspec.json.decode(path.read_bytes(), type=Comparison)


def write_comparison(comparison: Comparison, path: Path = COMPARISON) -> None:
    """Keep a comparison, to four digits."""
    path.write_bytes(
        msgspec.json.format(msgspec.json.encode(_rounded(msgspec.to_builtins(comparison))), indent=1) + b"\n"
    )


def comparison_columns(comparison: Comparison) -> tuple[str, ...]:
    """The names of the table's columns."""
    return "Pages", "What", *_systems(comparison)


def comparison_rows(comparison: Comparison) -> Iterator[tuple[str, ...]]:
    """A row a set and measure, "-" where a system does not give it, and one for the speed."""
    systems = _systems(comparison)
    for name, title in SETS.items():
        reached, pages = comparison.sets[name], comparison.pages[name]
        for measure, what in MEASURES.items():
            if any(measure in measures for measures in reached.values()):
                means = (_mean(*reached[system].get(measure, (0.0, 0)), pages) for system in systems)
                yield f"{title}, {pages:,}", what, *means
    speeds = (comparison.seconds[SPEED_UNIT] / comparison.seconds[system] for system in systems)
    yield "all", f"pages a second, in {SPEED_UNIT}'s", *(f"{speed:.2f}" for speed in speeds)


def _systems(comparison: Comparison) -> list[str]:
    return sorted(comparison.seconds, key=lambda name: name != FIRST_COLUMN)


def _mean(mean: float, answered: int, pages: int) -> str:
    return f"{mean:.3f}" if answered > MIN_ANSWERED * pages else "-"
