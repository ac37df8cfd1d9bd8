"""The runs that are killed, a few of them."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from bench import reliability, texts

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="finds processes in /proc")


def test_kills_are_spread_over_a_run_the_outputs_and_the_processes() -> None:
    found = list(reliability.kills(60))
    assert len(found) == 60
    assert (found[0][0], found[-1][0]) == (1 / 120, 119 / 120)
    assert {(output, victim) for _, output, victim in found} == {
        (output, victim) for output in reliability.OUTPUTS for victim in reliability.VICTIMS
    }


@LINUX
@pytest.mark.slow
@pytest.mark.parametrize(
    ("output", "victim"),
    [("out/", "a worker"), ("out.jsonl", "the parent"), ("out.parquet", "all processes")],
)
def test_killed_and_gone_on_with_each_article_is_there_once(output: str, victim: str, tmp_path: Path) -> None:
    if output == "out.parquet":
        pytest.importorskip("pyarrow", reason="writes Parquet")
    texts.folder(tmp_path / "in", 12)
    calm = reliability.Run(tmp_path / "in", f"{tmp_path}/calm/{output}")
    undisturbed = reliability.expected(calm)
    assert len(undisturbed[0]) == 12
    run = reliability.Run(tmp_path / "in", f"{tmp_path}/killed/{output}")
    assert reliability.killed(run, victim, 0.7, undisturbed) == ""


@LINUX
@pytest.mark.slow
def test_two_runs_into_one_file_write_each_article_once(tmp_path: Path) -> None:
    texts.folder(tmp_path / "in", 30)
    found = reliability.TROUBLES["two runs into a file"](tmp_path, tmp_path / "in")
    # the one that comes second is refused, or continues where the first is done already
    assert re.match("exit (?:0 and 2|2 and 0|0 and 0),", found)
    assert "30 articles, 30 distinct" in found
