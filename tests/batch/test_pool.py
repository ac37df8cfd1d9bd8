"""Worker processes: answers in order, and each loss costs one item."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Iterator
from itertools import count, islice

import pytest

from newsparse.batch import pool
from newsparse.batch.pool import Pool, WorkerFailure

POSIX = pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")


def initializer() -> Callable[[str], str]:
    return answer


def answer(item: str) -> str:
    """What an item asks for."""
    kind, _, value = item.partition(" ")
    if kind == "sleep":
        time.sleep(float(value))
    elif kind == "deaf":
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        time.sleep(60)
    elif kind == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    elif kind == "leave":
        os._exit(int(value))
    elif kind == "raise":
        raise OSError(28, "No space left")
    elif kind == "pid":
        return str(os.getpid())
    return item


def cannot_start() -> Callable[[str], str]:
    raise FileNotFoundError("no weights")


def exits_at_once() -> Callable[[str], str]:
    os._exit(7)


def run(items: list[str], jobs: int = 2, timeout: float = 60) -> list[str | WorkerFailure]:
    return [found for _, found in Pool[str, str](initializer, jobs, timeout).run(items)]


def test_answers_come_in_order() -> None:
    items = ["sleep 0.3", *map(str, range(50))]
    assert run(items) == items
    assert run([]) == []


@POSIX
def test_a_worker_that_dies_costs_its_own_item() -> None:
    items = ["a", "die", "b", "leave 3", "c", "die", "d"]
    failures = {1: WorkerFailure(False, -signal.SIGKILL), 3: WorkerFailure(False, 3), 5: WorkerFailure(False, -signal.SIGKILL)}
    assert run(items) == [failures.get(i, item) for i, item in enumerate(items)]
    assert run(["die"] * 4, jobs=1) == [failures[1]] * 4


@POSIX
def test_a_worker_that_is_late_is_replaced_even_if_it_is_deaf() -> None:
    items = ["a", "sleep 60", "b", "deaf", *"cdefg"]
    begun = time.monotonic()
    found = run(items, timeout=0.5)
    assert time.monotonic() - begun < 20
    assert [item.late if isinstance(item, WorkerFailure) else item for item in found] == [True if len(item) > 1 else item for item in items]


def test_an_exception_is_raised_and_ends_the_workers() -> None:
    with pytest.raises(OSError, match="No space left"):
        run(["a", "raise", "sleep 60"])
    assert not multiprocessing.active_children()


def test_leaving_early_ends_the_workers() -> None:
    answers = Pool[str, str](initializer, 2, 60).run(["a", "sleep 60", "sleep 60"])
    assert next(answers) == ("a", "a")
    begun = time.monotonic()
    answers.close()
    assert time.monotonic() - begun < 1
    assert not multiprocessing.active_children()


@POSIX
def test_an_idle_worker_that_is_killed_costs_nothing() -> None:
    def items() -> Iterator[str]:
        yield "pid"
        for child in multiprocessing.active_children():
            child.kill()
        time.sleep(0.2)
        yield "after"

    answers = Pool[str, str](initializer, 1, 60).run(items())
    assert [found for _, found in answers][1] == "after"


def test_no_more_is_taken_than_may_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "MAX_IN_FLIGHT", 20)
    taken = count()

    def items() -> Iterator[str]:
        for _ in taken:
            yield "a"

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pool, "MAX_BUFFERED_BYTES", 200)
        answers = Pool[str, str](initializer, 2, 60).run(items())
        assert len(list(islice(answers, 100))) == 100
        answers.close()
    assert next(taken) <= 100 + 20 + 2


def test_large_items_and_answers_do_not_block() -> None:
    items = [f"{i} " + "x" * 3_000_000 for i in range(6)]
    assert run(items) == items


def test_what_cannot_be_opened_is_raised() -> None:
    with pytest.raises(FileNotFoundError, match="no weights"):
        list(Pool[str, str](cannot_start, 2, 60).run(["a"]))
    with pytest.raises(RuntimeError, match=r"end before they begin \(exit code 7\)"):
        list(Pool[str, str](exits_at_once, 2, 60).run(["a"]))
