"""Parsing takes one thread, whatever the caller's numpy has, and leaves that as it was."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from threadpoolctl import ThreadpoolController

import newsparse
from newsparse.segment import model
from newsparse.segment.threads import VARIABLES, one_thread


def threads() -> list[int]:
    """How many threads each BLAS of this process takes."""
    return [library["num_threads"] for library in ThreadpoolController().select(user_api="blas").info()]


def test_the_limit_holds_inside_only() -> None:
    before = threads()
    with one_thread():
        assert threads() == [1] * len(before)
    assert threads() == before


def test_products_of_a_text_run_under_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[list[int]] = []
    embed = model.embed

    def watched(*arguments: object) -> object:
        found.append(threads())
        return embed(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(model, "embed", watched)
    with ThreadpoolController().select(user_api="blas").limit(limits=2):
        newsparse.parse("Ferry returns\n\nBy Mara Quist")
        assert threads() in ([2], [1], [])
    assert found == [[1] * len(threads())]


def test_a_process_of_our_own_has_one_thread_throughout() -> None:
    program = (
        "import sys\n"
        "from newsparse.segment.threads import one_core, one_thread\n"
        "one_core()\n"
        "import newsparse\n"
        "newsparse.parse('Ferry returns')\n"
        "assert 'threadpoolctl' not in sys.modules\n"
        "from threadpoolctl import ThreadpoolController\n"
        "print([each['num_threads'] for each in ThreadpoolController().select(user_api='blas').info()])\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], env=without_threads(), capture_output=True, check=True, text=True
    )
    assert set(json.loads(run.stdout)) <= {1}


@pytest.mark.slow
@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="takes two cores")
def test_threads_cost_no_more_cpu_than_one() -> None:
    assert cpu_seconds(None) < 1.5 * cpu_seconds("1")  # with numpy's own number it was seven times as much


def without_threads() -> dict[str, str]:
    """The environment without what says how many threads there are."""
    return {name: value for name, value in os.environ.items() if name not in VARIABLES}


def cpu_seconds(number: str | None) -> float:
    """The CPU seconds of all threads that another process takes for some texts with so many BLAS threads."""
    program = (
        "import time, newsparse\n"
        "text = 'By Mara Quist\\n\\n' + 'The ferry sailed again on Monday, said the mayor.\\n\\n' * 60\n"
        "newsparse.parse(text)\n"
        "begun = time.process_time()\n"
        "for _ in range(40): newsparse.parse(text)\n"
        "print(time.process_time() - begun)\n"
    )
    environment = without_threads() | ({"OPENBLAS_NUM_THREADS": number} if number else {})
    run = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, check=True)
    return float(run.stdout)
