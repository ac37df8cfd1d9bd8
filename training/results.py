"""What a check found, kept beside the weights: a row of history.csv and figures.json."""

from __future__ import annotations

import csv
import datetime
import hashlib
import json
from pathlib import Path
from typing import Any

from newsparse import __version__
from training.config import Recipe
from training.corpus import DEV, FOLDS_FILE, HERE, LABELS_FILE, RESULTS, WRITTEN

FIGURES, HISTORY = RESULTS / "figures.json", RESULTS / "history.csv"
WEIGHTS = HERE.parent / "src" / "newsparse" / "weights" / "en.npz"
SPEED = ("ms_per_document", "kchars_per_s")  # of the scorer; not a figure of the weights
COLUMNS = ("date", "version", "note", "accuracy", "card_f1", "macro_f1", "perfect", "headline", "authors", "published", "calibration_error")


def record(note: str, recipe: Recipe, figures: dict[str, Any]) -> None:
    """Write figures.json, with the hashes of what they belong to, and add a row to history.csv."""
    kept = {
        "note": note,
        "weights": sha256(WEIGHTS),
        "data": sha256(DEV),
        "learned": learned_sha256(),
        "recipe": {name: getattr(recipe, name) for name in Recipe.__struct_fields__},
        **figures,
    }
    _write(kept)
    documents = figures["documents"]
    row = [
        datetime.date.today().isoformat(), __version__, note,
        *(f"{figures[name]:.4f}" for name in ("accuracy", "card_f1", "macro_f1")),
        *(f"{documents[name][0]}/{documents[name][1]}" for name in ("perfect", "headline", "authors", "published")),
        f"{figures['reliability']['error']:.4f}",
    ]  # fmt: skip
    fresh = not HISTORY.exists()
    with open(HISTORY, "a", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream, lineterminator="\n")
        if fresh:
            rows.writerow(COLUMNS)
        rows.writerow(row)


def record_curve(curve: list[dict[str, Any]]) -> None:
    """Put a learning curve into figures.json."""
    _write({**json.loads(FIGURES.read_text("utf-8")), "curve": curve})


def _write(figures: dict[str, Any]) -> None:
    FIGURES.write_text(json.dumps(_rounded(figures), indent=1, ensure_ascii=False) + "\n", "utf-8")


def sha256(path: Path) -> str:
    """The hash of a file's bytes."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def learned_sha256() -> str:
    """The hash of all that is learned from beside the data: our labels of pages, their folds, and the articles written for training."""
    return hashlib.sha256(b"".join(path.read_bytes() for path in (LABELS_FILE, FOLDS_FILE, *sorted(WRITTEN.glob("*.txt"))))).hexdigest()


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, 4)
    if isinstance(value, dict):
        return {key: _rounded(one) for key, one in value.items() if key not in SPEED}
    if isinstance(value, list | tuple):
        return [_rounded(one) for one in value]
    return value
