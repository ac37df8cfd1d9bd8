"""Broken inputs, a few of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import fuzz
from newsparse import pipeline


def test_an_input_is_the_same_for_the_same_number() -> None:
    assert fuzz.broken(7) == fuzz.broken(7) != fuzz.broken(8)
    assert len({fuzz.broken(number).name for number in range(60)}) > 10


@pytest.mark.slow
def test_broken_inputs_give_articles_or_clean_errors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzz, "DATA", Path("no data folder"))
    fuzz.seeds.cache_clear()
    outcomes = [fuzz.tried(number, fuzz.broken(number)) for number in range(200)]
    fuzz.seeds.cache_clear()
    assert not [fault for fault in outcomes if isinstance(fault, fuzz.Fault)]
    assert {"article", "text", "error"} == set(outcomes)


def test_faults_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    given = fuzz.Input("a.txt", b"Harbour reopens\n\nThe harbour opened again.\n", (None, "text", None, None))
    assert fuzz.tried(0, given) == "article"
    assert fuzz.tried(1, given) == "text"
    monkeypatch.setattr(fuzz, "SLOW", -1.0)
    assert isinstance(fuzz.tried(1, given), fuzz.Fault)
    monkeypatch.setattr(pipeline, "article", lambda source: 1 / 0)
    found = fuzz.tried(0, given)
    assert isinstance(found, fuzz.Fault)
    assert found.wrong.startswith("ZeroDivisionError")
