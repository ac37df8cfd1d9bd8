"""Patterns that are compiled when they are first used."""

from __future__ import annotations

import re

import pytest

from newsparse.regex import LazyPattern, lazy


def test_it_is_compiled_once_and_when_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    compile_ = re.compile

    def recording(source: str, flags: int) -> re.Pattern[str]:
        made.append(source)
        return compile_(source, flags)

    monkeypatch.setattr(re, "compile", recording)
    pattern = lazy("a(b)", re.I)
    assert not made
    assert pattern.search("xAB").group(1) == "B"  # type: ignore[union-attr]
    assert [match[0] for match in pattern.finditer("ab, AB")] == ["ab", "AB"]
    assert pattern.sub("c", "abab") == "cc"
    assert pattern.pattern == "a(b)"
    assert made == ["a(b)"]


def test_what_it_compiles_can_be_asked_for() -> None:
    pattern = lazy(rb"\d")
    assert isinstance(pattern, LazyPattern)
    assert pattern.compiled == re.compile(rb"\d")
    with pytest.raises(AttributeError):
        _ = pattern.other


def test_a_broken_one_fails_where_it_is_used() -> None:
    pattern = lazy("(")
    with pytest.raises(re.error):
        pattern.match("")
