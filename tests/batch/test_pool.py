"""Worker processes: answers in order, and each loss costs one item."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count, islice

import pytest

from newsparse.batch import pool
from newsparse.batch.pool import Pool, Position, WorkerFailure

POSIX = pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")


def initializer() -> Callable[[Sequence[str]], Iterable[Iterable[object]]]:
    return all_answers


def sizes() -> Callable[[Sequence[str]], Iterable[Iterable[object]]]:
    return lambda items: [[str(len(items))] for _ in items]


def all_answers(items: Sequence[str]) -> Iterator[Iterable[object]]:
    """The answers to each item; several are first looked at side by side."""
    if len(items) > 1:
        for item in items:
            answer(item)
    return map(answers, items)


def answers(item: str) -> Iterator[object]:
    """What an item asks for; of several (n:a,b,c), from the n-th on."""
    first, _, rest = item.partition(":")
    if not rest:
        yield answer(item)
        return
    if first.startswith("*"):  # from there on together
        yield Position(int(first[1:]), shared=True)
        for part in rest.split(",")[int(first[1:]) :]:
            answer(part)
    for index, part in enumerate(rest.split(",")):
        if index >= int(first.strip("*")):
            yield Position(index)
            yield answer(part)


def from_next(item: str, index: int, shared: bool) -> str:
    return f"{index if shared else index + 1}:{item.partition(':')[2]}"


def answer(item: str) -> str:
    """What one thing asks for."""
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


def cannot_start() -> Callable[[Sequence[str]], Iterable[Iterable[object]]]:
    raise FileNotFoundError("no weights")


def exits_at_once() -> Callable[[Sequence[str]], Iterable[Iterable[object]]]:
    os._exit(7)


def run(items: list[str], jobs: int = 2, timeout: float = 60) -> list[str | WorkerFailure]:
    found = Pool[str, str](initializer, jobs, timeout, from_next).run(items)
    return [answer for _, answer in found if answer is not None]


def test_answers_come_in_order() -> None:
    items = ["sleep 0.3", *map(str, range(50))]
    assert run(items) == items
    assert run([]) == []


@POSIX
def test_a_worker_that_dies_costs_its_own_item() -> None:
    items = ["a", "die", "b", "leave 3", "c", "die", "d"]
    failures = {
        1: WorkerFailure(False, -signal.SIGKILL),
        3: WorkerFailure(False, 3),
        5: WorkerFailure(False, -signal.SIGKILL),
    }
    assert run(items) == [failures.get(i, item) for i, item in enumerate(items)]
    assert run(["die"] * 4, jobs=1) == [failures[1]] * 4


@POSIX
def test_a_worker_that_dies_at_several_answers_costs_one_of_them() -> None:
    died = WorkerFailure(False, -signal.SIGKILL, 2)
    assert run(["*0:a,b,die,c", "d"], jobs=1) == ["a", "b", died, "c", "d"]
    late, *others = run(["*1:a,sleep 60,b", "c"], jobs=1, timeout=2)
    assert isinstance(late, WorkerFailure)
    assert (late.late, late.index, others) == (True, 1, ["b", "c"])
    assert run(["*0:a,b", "*0:c,d"], jobs=2) == ["a", "b", "c", "d"]
    pool = Pool[str, str](initializer, 1, 60)
    assert [found for _, found in pool.run(["*0:die,a"])] == [WorkerFailure(False, -signal.SIGKILL, 0), None]


@POSIX
def test_what_fails_in_a_batch_costs_no_other_item() -> None:
    items = ["a", "b", "die", "c", "sleep 60", *"defgh", "leave 3", "i"]
    found = list(Pool[str, str](initializer, 1, 2, from_next, 8).run(items))
    assert [item for item, answer in found if answer is None] == items
    answers = [answer for _, answer in found if answer is not None]
    failures = {
        2: WorkerFailure(False, -signal.SIGKILL),
        4: WorkerFailure(True, 1),
        10: WorkerFailure(False, 3),
    }
    assert answers == [failures.get(i, item) for i, item in enumerate(items)]


def test_what_is_not_small_goes_alone() -> None:
    items = ["a", "b", "LARGE", "c", "LARGE", "d"]
    found = Pool[str, str](sizes, 1, 60, batch=8, is_small=str.islower).run(items)
    assert [answer for _, answer in found if answer] == ["2", "2", "1", "1", "1", "1"]


@POSIX
def test_a_worker_that_is_late_is_replaced_even_if_it_is_deaf() -> None:
    items = ["a", "sleep 60", "b", "deaf", *"cdefg"]
    found = run(items, timeout=2)
    assert [item.late if isinstance(item, WorkerFailure) else item for item in found] == [
        True if len(item) > 1 else item for item in items
    ]


def test_an_exception_is_raised_and_ends_the_workers() -> None:
    with pytest.raises(OSError, match="No space left"):
        run(["a", "raise", "sleep 60"])
    assert not multiprocessing.active_children()


def test_leaving_early_ends_the_workers() -> None:
    found = Pool[str, str](initializer, 2, 60).run(["a", "sleep 600", "sleep 600"])
    assert next(found) == ("a", "a")
    found.close()
    assert not multiprocessing.active_children()


@POSIX
def test_an_idle_worker_that_is_killed_costs_nothing() -> None:
    def items() -> Iterator[str]:
        yield "pid"
        for child in multiprocessing.active_children():
            child.kill()
        time.sleep(0.2)
        yield "after"

    found = Pool[str, str](initializer, 1, 60).run(items())
    assert [answer for _, answer in found if answer][1] == "after"


def test_no_more_is_taken_than_may_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "MAX_IN_FLIGHT", 20)
    taken = count()

    def items() -> Iterator[str]:
        for _ in taken:
            yield "a"

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pool, "MAX_BUFFERED_BYTES", 200)
        found = Pool[str, str](initializer, 2, 60).run(items())
        assert len(list(islice(found, 200))) == 200
        found.close()
    assert next(taken) <= 100 + 20 + 2


def test_an_item_may_have_several_answers_or_none() -> None:
    items = ["0:a,b,c", "x", "3:a,b,c", "1:a,b"]
    found = list(Pool[str, str](initializer, 2, 60).run(items))
    assert found == [
        *[("0:a,b,c", letter) for letter in "abc"], ("0:a,b,c", None), ("x", "x"), ("x", None),
        ("3:a,b,c", None), ("1:a,b", "b"), ("1:a,b", None),
    ]  # fmt: skip


@POSIX
def test_a_failure_among_several_answers_costs_one_of_them() -> None:
    found = run(["0:a,die,b,sleep 60,c", "d"], timeout=3)
    lost = [(answer.late, answer.index) if isinstance(answer, WorkerFailure) else answer for answer in found]
    assert lost == ["a", (False, 1), "b", (True, 3), "c", "d"]


def test_the_limit_is_that_of_one_answer() -> None:
    assert run(["0:" + ",".join(["sleep 0.5"] * 5)], timeout=2) == ["sleep 0.5"] * 5


def test_many_answers_to_a_later_item_wait_for_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "MAX_BUFFERED_BYTES", 1000)
    many = [str(number) * 50 for number in range(400)]
    peak = 0
    found = []
    workers = Pool[str, str](initializer, 2, 60)
    for _, answer in workers.run(["sleep 1", "0:" + ",".join(many), "last"]):
        peak = max(peak, workers._buffered)
        found += [answer] if answer is not None else []
    assert found == ["sleep 1", *many, "last"]
    assert peak < 2000


@pytest.mark.slow
def test_large_items_and_answers_do_not_block() -> None:
    items = [f"{i} " + "x" * 3_000_000 for i in range(6)]
    assert run(items) == items


def test_what_cannot_be_opened_is_raised() -> None:
    with pytest.raises(FileNotFoundError, match="no weights"):
        list(Pool[str, str](cannot_start, 2, 60).run(["a"]))
    with pytest.raises(RuntimeError, match=r"end before they begin \(exit code 7\)"):
        list(Pool[str, str](exits_at_once, 2, 60).run(["a"]))
