"""Worker processes that do one thing at a time and are replaced when they die or take too long.

concurrent.futures gives a whole pool up when one of its processes dies, and can't stop one that hangs. Here every
worker has a pipe of its own and nothing is shared, so that what happens to it costs the item it was at and no other.
Workers are spawned, not forked: that is safe beside threads and the same on every system.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from math import inf
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from threading import Thread
from time import monotonic
from typing import Generic, NamedTuple, TypeVar

Item = TypeVar("Item")
Answer = TypeVar("Answer")

MAX_IN_FLIGHT = 1000  # items at most between the first that is not done and the last that was handed out
MAX_BUFFERED_BYTES = 64_000_000  # bytes of answers that may wait for an earlier one, about
GRACE = 0.4  # seconds a worker has to tidy up before it is killed
STARTS = 3  # workers that may die one after another before they could begin

_CONTEXT = multiprocessing.get_context("spawn")


class WorkerFailure(NamedTuple):
    """Why an item has no answer: its worker was stopped because it was `late`, or died with this exit code."""

    late: bool
    code: int | None


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class _Slot(Generic[Item]):
    """An item on its way: its answer, pickled, or why there is none."""

    def __init__(self, item: Item) -> None:
        self.item = item
        self.answer: bytes | WorkerFailure | None = None


class _Worker(Generic[Item]):
    """One process, the pipe to it, and what it is at."""

    def __init__(self, initializer: Callable[[], Callable[[Item], object]]) -> None:
        self.pipe, theirs = _CONTEXT.Pipe()
        self.process = _CONTEXT.Process(target=_worker_main, args=(theirs, initializer), daemon=True)
        with _sigint_blocked():
            self.process.start()
        theirs.close()
        self.ready = False
        self.slot: _Slot[Item] | None = None
        self.deadline = inf

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
    """`initializer` is called once in each worker and gives the function that answers items; `timeout` is in seconds an item.

    Both, the items and the answers are pickled.
    """

    def __init__(self, initializer: Callable[[], Callable[[Item], Answer]], jobs: int, timeout: float) -> None:
        self._initializer = initializer
        self._jobs = jobs
        self._timeout = timeout
        self._workers: list[_Worker[Item]] = []
        self._failed_starts = 0
        self._waiting = deque[_Slot[Item]]()  # not handed out yet
        self._in_flight = deque[_Slot[Item]]()  # not given back yet, in order
        self._buffered = 0  # bytes of the answers in _in_flight

    def run(self, items: Iterable[Item]) -> Generator[tuple[Item, Answer | WorkerFailure]]:
        """Each item with its answer, in order. An exception of the function is raised here; whatever ends this ends the workers."""
        source = iter(items)
        try:
            while True:
                self._hand_out(source)
                if not self._in_flight:
                    return
                done = self._in_flight[0].answer is not None
                self._poll(0 if done else max(0, self._deadline() - monotonic()))
                self._hand_out(source)  # before what is done is given back: that may take its time
                for _ in range(self._jobs):
                    if self._in_flight and self._in_flight[0].answer is not None:
                        slot = self._in_flight.popleft()
                        yield slot.item, self._unpickled(slot.answer)
        finally:
            self._stop()

    def _hand_out(self, source: Iterator[Item]) -> None:
        """Give every free worker an item, starting workers where there are too few."""
        while len(self._waiting) < self._jobs and len(self._in_flight) < MAX_IN_FLIGHT and self._buffered < MAX_BUFFERED_BYTES:
            try:
                slot = _Slot(next(source))
            except StopIteration:
                break
            self._waiting.append(slot)
            self._in_flight.append(slot)
        busy = sum(worker.slot is not None for worker in self._workers)
        while len(self._workers) < min(self._jobs, busy + len(self._waiting)):
            self._workers.append(_Worker(self._initializer))
        for worker in list(self._workers):
            if self._waiting and worker.ready and worker.slot is None:
                if worker.process.is_alive():
                    self._give(worker, self._waiting.popleft())
                else:
                    self._fail(worker, late=False)

    def _give(self, worker: _Worker[Item], slot: _Slot[Item]) -> None:
        worker.slot = slot
        worker.deadline = monotonic() + self._timeout
        try:
            worker.pipe.send(slot.item)
        except OSError:
            self._fail(worker, late=False)

    def _deadline(self) -> float:
        return min((worker.deadline for worker in self._workers), default=0)

    def _poll(self, seconds: float) -> None:
        """Take what the workers have to say, waiting for it at most this long; then see who is late."""
        readable = wait([worker.pipe for worker in self._workers], None if seconds == inf else seconds)
        for worker in list(self._workers):
            if worker.pipe in readable:
                self._receive(worker)
            elif worker.deadline < monotonic() and not worker.pipe.poll():
                self._fail(worker, late=True)

    def _receive(self, worker: _Worker[Item]) -> None:
        try:
            raw = worker.pipe.recv_bytes()
        except (EOFError, OSError):
            self._fail(worker, late=False)
            return
        if worker.slot is not None:
            worker.slot.answer = raw
            worker.slot = None
            worker.deadline = inf
            self._buffered += len(raw)
        else:
            _value(raw)
            worker.ready = True
            self._failed_starts = 0

    def _fail(self, worker: _Worker[Item], late: bool) -> None:
        self._workers.remove(worker)
        code = worker.stop()
        if worker.slot is not None:
            worker.slot.answer = WorkerFailure(late, code)
        elif not worker.ready:
            self._failed_starts += 1
            if self._failed_starts >= STARTS:
                raise RuntimeError(
                    f"worker processes end before they begin (exit code {code}): does the script lack `if __name__ == '__main__':`?"
                )

    def _unpickled(self, answer: bytes | WorkerFailure | None) -> Answer | WorkerFailure:
        if isinstance(answer, bytes):
            self._buffered -= len(answer)
            value: Answer = _value(answer)
            return value
        assert answer is not None
        return answer

    def _stop(self) -> None:
        end = monotonic() + GRACE
        for worker in self._workers:
            worker.process.terminate()
        for worker in self._workers:
            worker.stop(end - monotonic())
        self._workers.clear()


def _value(raw: bytes):  # type: ignore[no-untyped-def]
    """What a worker answered; what it raised is raised."""
    good, value = pickle.loads(raw)
    if not good:
        raise value
    return value


@contextmanager
def _sigint_blocked() -> Iterator[None]:
    """Start a process that no Ctrl-C reaches: it inherits the mask; the signal waits until the parent is out of here."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.getfd()  # a process that comes with the first worker, and whose start lifts the mask
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _worker_main(pipe: Connection, initializer: Callable[[], Callable[[Item], object]]) -> None:
    """A worker's life: open, then answer items until there are no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that what is half done is tidied up
    Thread(target=_exit_with_parent, daemon=True).start()
    try:
        function = initializer()
    except Exception as error:
        pipe.send((False, error))
        return
    pipe.send((True, None))
    while True:
        try:
            item = pipe.recv()
        except EOFError:
            return
        try:
            answer: tuple[bool, object] = True, function(item)
        except Exception as error:
            answer = False, error
        pipe.send(answer)


def _exit_with_parent() -> None:
    """Nobody waits for a worker whose parent was killed; what it writes now would come as a surprise."""
    parent = multiprocessing.parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)
