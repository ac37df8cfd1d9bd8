"""Worker processes that do a few things at a time and are replaced when they die or take too long.

concurrent.futures gives a whole pool up when one of its processes dies, and can't stop one that hangs. Here
every worker has a pipe of its own and nothing is shared, so that what happens to it costs the item it was at
and no other: what was begun side by side is done again, item by item. Workers are spawned, not forked: that
is safe beside threads and the same on every system.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from math import ceil, inf
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from threading import Thread
from time import monotonic
from types import ModuleType
from typing import Generic, TypeVar

from newsparse.atomic import interrupts_blocked

Item = TypeVar("Item")
Answer = TypeVar("Answer")
Initializer = Callable[[], Callable[[Sequence[Item]], Iterable[Iterable[object]]]]

MAX_IN_FLIGHT = 1000  # items at most between the first that is not done and the last that was handed out
MAX_BUFFERED_BYTES = 64_000_000  # bytes of answers that may wait for an earlier one, about
GRACE = 0.4  # seconds a worker has to tidy up before it is killed
STARTS = 3  # workers that may die one after another before they could begin

_READY, _POSITION, _ANSWER, _END, _RAISED = b"r", b"p", b"a", b"e", b"x"  # what begins a worker's message

_CONTEXT = multiprocessing.get_context("spawn")


@dataclass(frozen=True)
class Position:
    """Where a worker is in its item: at the answer of this number; None: it goes through answers that nobody
    needs.

    A worker gives it between two answers, so that each has the whole time limit and a failure costs one of
    them. `shared`: it is at that answer and some behind it together, which a failure has done again alone.
    """

    index: int | None
    shared: bool = False


@dataclass(frozen=True)
class WorkerFailure:
    """Why an answer is missing: its worker was stopped because it was `late`, or died with this exit code.

    `index` is the last position that it gave.
    """

    late: bool
    code: int | None
    index: int | None = None


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class _Slot(Generic[Item]):
    """An item on its way: its answers that were not given back yet, pickled, and whether all have come."""

    def __init__(self, item: Item) -> None:
        self.item = item
        self.answers = deque[bytes | WorkerFailure]()
        self.position = Position(None)
        self.begun = False  # whether anything of it has come
        self.alone = False  # whether it is to be done alone
        self.done = False


class _Worker(Generic[Item]):
    """One process, the pipe to it, and what it is at."""

    def __init__(self, initializer: Initializer[Item]) -> None:
        self.pipe, theirs = _CONTEXT.Pipe()
        self.process = _CONTEXT.Process(target=_worker_main, args=(theirs, initializer), daemon=True)
        if os.name == "posix":
            resource_tracker.getfd()  # a process that comes with the first worker; its start lifts the mask
        with interrupts_blocked(), _main_hidden():  # no Ctrl-C reaches a process that inherits the mask
            self.process.start()
        theirs.close()
        self.ready = False
        self.slots = deque[_Slot[Item]]()  # the first is what it is at
        self.batched = False  # whether they were more than one
        self.deadline = inf  # also while it is not listened to

    def stop(self, grace: float = GRACE) -> int | None:
        """End the process, by force after `grace` seconds; its exit code."""
        self.process.terminate()
        self.process.join(max(0, grace))
        self.process.kill()
        self.process.join()
        code = self.process.exitcode
        self.process.close()
        self.pipe.close()
        return code


class Pool(Generic[Item, Answer]):
    """`initializer` is called once in each worker and gives the function that answers a batch of items.

    The function gives an iterable of answers for each item, in order, with a Position before each answer
    where an item may have several. A batch holds at most `batch` items, those for which `is_small`. What a
    worker that failed had not begun to answer of a batch is done again, item by item.
    `timeout` is in seconds an answer. `rest` gives what is left of an item behind a position, or, where that
    was shared, from there on and to be done alone; without it, or a position, a failure ends the item. The
    initializer, the items and the answers are pickled.
    """

    def __init__(
        self,
        initializer: Initializer[Item],
        jobs: int,
        timeout: float,
        rest: Callable[[Item, int, bool], Item] | None = None,
        batch: int = 1,
        is_small: Callable[[Item], bool] = lambda item: True,
    ) -> None:
        self._initializer = initializer
        self._jobs = jobs
        self._timeout = timeout
        self._rest = rest
        self._batch = batch
        self._is_small = is_small
        self._workers: list[_Worker[Item]] = []
        self._failed_starts = 0
        self._waiting = deque[_Slot[Item]]()  # not handed out yet
        self._in_flight = deque[_Slot[Item]]()  # not given back yet, in order
        self._buffered = 0  # bytes of the answers in _in_flight

    def run(self, items: Iterable[Item]) -> Generator[tuple[Item, Answer | WorkerFailure | None]]:
        """Each item with each of its answers, in order, and with None when it has no more.

        An exception of the function is raised here; whatever ends this ends the workers.
        """
        source = iter(items)
        try:
            while True:
                self._hand_out(source)
                if not self._in_flight:
                    return
                first = self._in_flight[0]
                self._poll(0 if first.answers or first.done else max(0, self._deadline() - monotonic()))
                self._hand_out(source)  # before what is done is given back: that may take its time
                yield from self._give_back()
        finally:
            self._stop()

    def _hand_out(self, source: Iterator[Item]) -> None:
        """Give every free worker an item, starting workers where there are too few."""
        while (
            len(self._waiting) < self._jobs * self._batch
            and len(self._in_flight) < MAX_IN_FLIGHT
            and self._buffered < MAX_BUFFERED_BYTES
        ):
            try:
                slot = _Slot(next(source))
            except StopIteration:
                break
            slot.alone = not self._is_small(slot.item)
            self._waiting.append(slot)
            self._in_flight.append(slot)
        busy = sum(bool(worker.slots) for worker in self._workers)
        while len(self._workers) < min(self._jobs, busy + len(self._waiting)):
            self._workers.append(_Worker(self._initializer))
        for worker in list(self._workers):
            if self._waiting and worker.ready and not worker.slots:
                if worker.process.is_alive():
                    self._give(worker)
                else:
                    self._fail(worker, late=False)

    def _give(self, worker: _Worker[Item]) -> None:
        """Give a worker the next items, its share of those that wait."""
        share = min(self._batch, ceil(len(self._waiting) / self._jobs))
        worker.slots.append(self._waiting.popleft())
        if not worker.slots[0].alone:
            while len(worker.slots) < share and not self._waiting[0].alone:
                worker.slots.append(self._waiting.popleft())
        worker.batched = len(worker.slots) > 1
        worker.deadline = monotonic() + self._timeout
        try:
            worker.pipe.send([slot.item for slot in worker.slots])
        except OSError:
            self._fail(worker, late=False)

    def _give_back(self) -> Iterator[tuple[Item, Answer | WorkerFailure | None]]:
        """Some of what has come for the first items."""
        for _ in range(2 * self._jobs):  # an answer and an end for each worker
            if not self._in_flight:
                return
            slot = self._in_flight[0]
            if slot.answers:
                yield slot.item, self._unpickled(slot.answers.popleft())
            elif slot.done:
                self._in_flight.popleft()
                yield slot.item, None
            else:
                return

    def _deadline(self) -> float:
        return min((worker.deadline for worker in self._workers), default=0)

    def _poll(self, seconds: float) -> None:
        """Take what the workers have to say, waiting for it at most this long; then see who is late."""
        listened = list(self._listened())
        readable = wait([worker.pipe for worker in listened], None if seconds == inf else seconds)
        for worker in listened:
            if worker.pipe in readable:
                self._receive(worker)
            elif worker.deadline < monotonic() and not worker.pipe.poll():
                self._fail(worker, late=True)

    def _listened(self) -> Iterator[_Worker[Item]]:
        """The workers that may send: where too much waits already,
        those at work for a later item wait with theirs.
        """
        full = self._buffered >= MAX_BUFFERED_BYTES
        for worker in self._workers:
            if full and worker.slots and worker.slots[0] is not self._in_flight[0]:
                worker.deadline = inf
                continue
            if worker.slots and worker.deadline == inf:
                worker.deadline = monotonic() + self._timeout
            yield worker

    def _receive(self, worker: _Worker[Item]) -> None:
        try:
            raw = worker.pipe.recv_bytes()
        except (EOFError, OSError):
            self._fail(worker, late=False)
            return
        kind = raw[:1]
        if not worker.slots:
            _value(raw)
            worker.ready = True
            self._failed_starts = 0
            return
        slot = worker.slots[0]
        slot.begun = True
        if kind == _POSITION:
            slot.position = _value(raw)
        elif kind != _END:
            slot.answers.append(raw)
            self._buffered += len(raw)
        worker.deadline = monotonic() + self._timeout
        if kind in (_END, _RAISED):
            slot.done = True
            worker.slots.popleft()
        if kind == _RAISED:
            worker.slots.clear()  # it is raised before anybody asks for them
        if not worker.slots:
            worker.deadline = inf

    def _fail(self, worker: _Worker[Item], late: bool) -> None:
        self._workers.remove(worker)
        code = worker.stop()
        if worker.slots:
            first = worker.slots[0]
            if first.begun or not worker.batched:
                self._lose(first, WorkerFailure(late, code, first.position.index))
            for slot in worker.slots:
                slot.alone = True
            self._waiting.extendleft(reversed([slot for slot in worker.slots if not slot.done]))
        elif not worker.ready:
            self._failed_starts += 1
            if self._failed_starts >= STARTS:
                raise RuntimeError(f"worker processes end before they begin (exit code {code})")

    def _lose(self, slot: _Slot[Item], failure: WorkerFailure) -> None:
        """Put a failure in the place of an answer, unless the worker was at several; the slot is done unless
        there may be others behind it.
        """
        shared, slot.position = slot.position.shared, Position(None)
        if not shared or self._rest is None:
            slot.answers.append(failure)
        if failure.index is None or self._rest is None:
            slot.done = True
        else:
            slot.item = self._rest(slot.item, failure.index, shared)

    def _unpickled(self, answer: bytes | WorkerFailure) -> Answer | WorkerFailure:
        if isinstance(answer, WorkerFailure):
            return answer
        self._buffered -= len(answer)
        value: Answer = _value(answer)
        return value

    def _stop(self) -> None:
        end = monotonic() + GRACE
        for worker in self._workers:
            worker.process.terminate()
        for worker in self._workers:
            worker.stop(end - monotonic())
        self._workers.clear()


def _message(kind: bytes, value: object = None) -> bytes:
    return kind + pickle.dumps(value)


def _value(message: bytes):  # type: ignore[no-untyped-def]
    """What a worker sent; what it raised is raised."""
    value = pickle.loads(memoryview(message)[1:])
    if message[:1] == _RAISED:
        raise value
    return value


@contextmanager
def _main_hidden() -> Iterator[None]:
    """Start a process that does not import the program's main module, of which it needs nothing.

    So a script that starts workers needs no `if __name__ == "__main__":`, and what it does is not done again
    in each.
    """
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


def _worker_main(pipe: Connection, initializer: Initializer[Item]) -> None:
    """A worker's life: open, then answer items until there are no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that what is half done is tidied up
    Thread(target=_exit_with_parent, daemon=True).start()
    try:
        function = initializer()
    except Exception as error:
        pipe.send_bytes(_message(_RAISED, error))
        return
    pipe.send_bytes(_message(_READY))
    while True:
        try:
            items = pipe.recv()
        except EOFError:
            return
        try:
            for answers in function(items):
                for answer in answers:
                    if isinstance(answer, Position):
                        pipe.send_bytes(_message(_POSITION, answer))
                    else:
                        pipe.send_bytes(_message(_ANSWER, answer))
                pipe.send_bytes(_message(_END))
        except Exception as error:
            pipe.send_bytes(_message(_RAISED, error))


def _exit_with_parent() -> None:
    """Nobody waits for a worker whose parent was killed; what it writes now would come as a surprise."""
    parent = multiprocessing.parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)
