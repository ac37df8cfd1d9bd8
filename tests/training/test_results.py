"""The figures that are kept, and the gate that holds them against weights, data and floor."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from training import gate, results
from training.results import FIGURES


def test_the_gate_passes() -> None:
    assert list(gate.faults()) == []


@pytest.mark.parametrize(
    ("key", "value", "fault"),
    [("weights", "0", "weights"), ("learned", "0", "labels"), ("accuracy", 0.1, "below the floor")],
)
def test_the_gate_fails(tmp_path: Path, key: str, value: object, fault: str) -> None:
    changed = tmp_path / "figures.json"
    changed.write_text(json.dumps(json.loads(FIGURES.read_text("utf-8")) | {key: value}), "utf-8")
    (found,) = gate.faults(changed)
    assert fault in found


def test_a_curve_stands_beside_the_figures_it_belongs_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "figures.json"
    copy.write_bytes(FIGURES.read_bytes())
    monkeypatch.setattr(results, "FIGURES", copy)
    results.record_curve([{"share": 1.0, "publishers": 3, "accuracy": 0.123456}])
    before, after = json.loads(FIGURES.read_text("utf-8")), json.loads(copy.read_text("utf-8"))
    assert after.pop("curve") == [{"share": 1.0, "publishers": 3, "accuracy": 0.1235}]
    before.pop("curve", None)
    assert after == before
