"""The measurements: what they measure is all there, and small runs come to an end."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

import newsparse
from bench import lengths, linear, measure, patterns, speed, start, steps, texts, threads
from bench.measure import Cost

ROOT = Path(__file__).parents[2]


def test_patterns_of_modules_records_and_caches_are_found() -> None:
    # in a process of its own: what was compiled before, and kept, is not compiled again
    code = "import json; from bench.patterns import all_patterns; print(json.dumps(list(all_patterns())))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True)
    found = json.loads(done.stdout)
    sources = [path.read_text("utf-8") for path in Path(newsparse.__path__[0]).rglob("*.py")]
    assert len(found) > 0.9 * sum(
        source.count("re.compile(") + source.count(" lazy(") + source.count("=lazy(") for source in sources
    )
    for code in ("de", "en", "ru"):
        assert any(name.startswith(f"newsparse.languages.{code}.field_patterns.") for name in found)
    assert len([name for name in found if name.startswith("newsparse.fields.timestamp:_pattern:")]) > 10
    assert "newsparse.readers._PAGE" in found  # of bytes
    assert any(name.startswith("newsparse.fields.entities:") for name in found)  # in a call


def test_no_pattern_repeats_a_group_possessively() -> None:
    """Before Python 3.11.5 such a repetition may end a sign too late; an atomic group does the same."""
    code = (
        "from re import _parser as parser\n"
        "from bench.patterns import all_patterns\n"
        "for name, pattern in all_patterns().items():\n"
        "    if repeats_a_group(parser.parse(pattern.pattern, pattern.flags)):\n"
        "        print(name)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", f"{REPEATS_A_GROUP}\n{code}"], cwd=ROOT, capture_output=True, check=True
    )
    assert not done.stdout


REPEATS_A_GROUP = """
from re import _constants as constants, _parser as parser
SINGLE = {constants.LITERAL, constants.NOT_LITERAL, constants.IN, constants.ANY}

def repeats_a_group(found):
    if isinstance(found, tuple) and len(found) == 2 and found[0] is constants.POSSESSIVE_REPEAT:
        item = found[1][2]
        if len(item) != 1 or item[0][0] not in SINGLE:
            return True
    inside = found if isinstance(found, (list, tuple, parser.SubPattern)) else ()
    return any(map(repeats_a_group, inside))
"""


def test_a_pattern_is_tried_as_it_is_used() -> None:
    assert patterns.at_start("newsparse.readers._PAGE")
    assert patterns.at_start("newsparse.readers._MBOX")  # handed on to a function that matches it
    assert not patterns.at_start("newsparse.readers._NEXIS")
    assert patterns.at_start("newsparse.segment.split._DATELINE")
    assert not patterns.at_start("newsparse.fields.byline._SEPARATOR")
    assert not patterns.at_start("newsparse.fields.timestamp:_pattern:3")
    assert patterns.at_start("newsparse.readers.markdown._SAVED")  # not the one of newsparse.readers
    assert patterns.at_start("newsparse.segment.cues:74:match")
    assert not patterns.at_start("newsparse.segment.cues:74:search")


def test_a_pattern_is_tried_on_its_own_signs(monkeypatch: pytest.MonkeyPatch) -> None:
    tried = []
    monkeypatch.setattr(patterns, "_growth", lambda pattern, at_start, unit: tried.append(unit))
    assert patterns.steep_growth(re.compile("[)】]+$"), at_start=False) is None
    assert {")", "】", "한", "a"} <= set(tried)


def test_patterns_are_found_in_containers() -> None:
    one, two = re.compile("1"), re.compile(b"2")
    assert dict(patterns._held("m", {"a": [("x", one)], "b": {"c": two}, "d": "3"})) == {
        "m.a[0][1]": one,
        "m.b.c": two,
    }


def test_a_pattern_that_goes_back_and_forth_is_steep(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(
        patterns, "all_patterns", lambda: {"m.BAD": re.compile(r"(?:a*)*b"), "m.GOOD": re.compile("a")}
    )
    monkeypatch.setattr(patterns, "UNITS", ("a",))
    monkeypatch.setattr(
        patterns,
        "_seconds",
        lambda pattern, at_start, line: 1e-8 * len(line) ** (2.0 if "b" in pattern.pattern else 1.0),
    )
    patterns.main()
    out = capsys.readouterr().out
    assert re.search(r"2 patterns on 1 kinds .*\n  length\^2\.0: .*: m\.BAD\n1 grow faster", out)


def test_articles_are_invented_anew_alike() -> None:
    assert texts.article(3) == texts.article(3) != texts.article(4)
    assert texts.of_length("abc", 7) == "abcabca"
    article = newsparse.parse_html(texts.page(3))
    assert article.byline
    assert article.headline
    assert article.headline in texts.page(3)


def test_a_process_has_its_cost() -> None:
    cost = measure.run_python("-c", "sum(range(10**6))")
    assert cost.cpu > 0
    assert cost.peak > 1
    with pytest.raises(SystemExit, match="failed"):
        measure.run_python("-c", "raise SystemExit(1)")


def test_rounds_take_turns() -> None:
    calls: list[str] = []

    def run(name: str) -> float:
        calls.append(name)
        return 1.0

    assert measure.interleaved({"a": partial(run, "a"), "b": partial(run, "b")}, rounds=2) == {
        "a": [1.0, 1.0],
        "b": [1.0, 1.0],
    }
    assert calls == ["a", "b", "a", "b"]
    assert measure.median_ratio([2, 9, 4], [1, 3, 1]) == 3


@pytest.mark.parametrize(
    ("module", "names", "line"),
    [
        (start, {}, r"newsparse --help +\d+ ms CPU, +-?\d+ above bare Python"),
        (steps, {"ARTICLES": 2}, r"split +\d+\.\d{3} ms CPU a text, +\d+\.\d %"),
        (threads, {}, r"takes \d+\.\d\d times the CPU of one thread"),
        (lengths, {"LENGTHS": (100, 200)}, r"200 characters"),
        (speed, {"ARTICLES": 2, "FOLDER_COPIES": 1}, r"newsparse, pages +\d+\.\d\d ms CPU a document"),
    ],
)
def test_a_small_run_prints_its_lines(
    module: object,
    names: dict[str, object],
    line: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    for name, value in names.items():
        monkeypatch.setattr(module, name, value)
    for other in (start, threads, speed, lengths):
        if hasattr(other, "run_python"):
            monkeypatch.setattr(other, "run_python", lambda *_, **__: Cost(0.5, 0.6, 70.0))
    monkeypatch.setattr(speed, "GOLD", tmp_path)
    monkeypatch.setattr(speed, "find_spec", lambda name: None)  # no peer, whatever is installed
    module.main()  # type: ignore[attr-defined]
    assert re.search(line, capsys.readouterr().out)


def test_awkward_units_differ() -> None:
    assert len(set(linear.UNITS)) == len(linear.UNITS)
