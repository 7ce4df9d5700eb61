"""Work on stories in several processes: results in the order of the stories, and no process left behind.

`concurrent.futures` is not used: it waits at Ctrl-C for what has begun, which is seconds for a long story, and with
one killed process it gives up all others.  Here each process holds a few stories at a time and answers one by one, so
that the story a process died on is known.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

from reader.errors import InputError
from reader.model import Article

R = TypeVar("R")

BATCH = 4
"""Stories handed to a process at a time: some 60 ms of work, long beside the handing over."""
AHEAD = 3
"""Batches in flight for each process, done or not."""


def results(
    articles: Iterable[Article | InputError], work: Callable[[Article], R], lost: R, jobs: int
) -> Iterator[tuple[Article, R] | InputError]:
    """Yield every article with ``work(article)``, and the errors as they stand, in the order of `articles`.

    `work` and its result must be picklable, and `work` raises nothing.  The result is `lost` for a story whose process
    ended on it, such as one killed for want of memory; another process takes its place.  Processes are started as
    there are stories for them, `jobs` at most, and killed when the iterator is closed, exhausted or left by an
    exception.
    """
    crew = _Crew(work, lost, jobs)
    source = iter(articles)
    flying: deque[_Slot[R]] = deque()
    try:
        while True:
            for entry in islice(source, jobs * AHEAD * BATCH - len(flying)):
                flying.append(crew.slot(entry))
            if not flying:
                return
            crew.turn(0)
            while not flying[0].ready:
                crew.turn(None)
            yield flying.popleft().outcome()
    finally:
        crew.kill()


@dataclass(slots=True, eq=False)
class _Slot(Generic[R]):
    """The place of one input in the order."""

    entry: Article | InputError
    answers: list[R] = field(default_factory=list)
    """One when it is there."""

    @property
    def ready(self) -> bool:
        return bool(self.answers) or isinstance(self.entry, InputError)

    def outcome(self) -> tuple[Article, R] | InputError:
        return self.entry if isinstance(self.entry, InputError) else (self.entry, self.answers[0])


@dataclass(slots=True, eq=False)
class _Worker(Generic[R]):
    process: BaseProcess
    line: Connection
    hand: deque[_Slot[R]] = field(default_factory=deque)
    """What it was given and has not answered, in its order."""


class _Crew(Generic[R]):
    """The processes and the stories that wait for one."""

    def __init__(self, work: Callable[[Article], R], lost: R, most: int) -> None:
        self._work = work
        self._lost = lost
        self._most = most
        self._workers: list[_Worker[R]] = []
        self._waiting: deque[_Slot[R]] = deque()

    def slot(self, entry: Article | InputError) -> _Slot[R]:
        """Return the place of an input, which waits for a process if it is a story."""
        slot: _Slot[R] = _Slot(entry)
        if isinstance(entry, Article):
            self._waiting.append(slot)
        return slot

    def turn(self, timeout: float | None) -> None:
        """Hand out what waits, then take the answers that are there, waiting `timeout` seconds for the first."""
        self._hand_out()
        busy = {worker.line: worker for worker in self._workers if worker.hand}
        for line in wait(list(busy), timeout):
            assert isinstance(line, Connection)
            self._listen(busy[line])

    def kill(self) -> None:
        """End all processes, whatever they are doing."""
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            worker.process.join()
            worker.line.close()
        self._workers.clear()

    def _hand_out(self) -> None:
        for worker in self._workers:
            if self._waiting and not worker.hand:
                self._give(worker)
        while self._waiting and len(self._workers) < self._most:
            worker = _hired(self._work)
            self._workers.append(worker)
            self._give(worker)

    def _give(self, worker: _Worker[R]) -> None:
        """Hand over a batch.  The process has nothing left to say, so neither side can wait for the other."""
        worker.hand.extend(self._waiting.popleft() for _ in range(min(BATCH, len(self._waiting))))
        try:
            worker.line.send([slot.entry for slot in worker.hand])
        except OSError:
            return  # it has ended: its line says so at the next turn

    def _listen(self, worker: _Worker[R]) -> None:
        try:
            answer: R = worker.line.recv()
        except (EOFError, OSError):
            self._bury(worker)
        else:
            worker.hand.popleft().answers.append(answer)

    def _bury(self, worker: _Worker[R]) -> None:
        """Give up the story that the process had in hand, and let the others of its batch wait again, first in line."""
        worker.hand.popleft().answers.append(self._lost)
        self._waiting.extendleft(reversed(worker.hand))
        self._workers.remove(worker)
        worker.process.kill()
        worker.process.join()
        worker.line.close()


def _hired(work: Callable[[Article], R]) -> _Worker[R]:
    """Return a new process that does `work`."""
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.Process(target=_serve, args=(theirs, work), daemon=True)
    with _interruption_held():
        process.start()
    theirs.close()
    return _Worker(process, ours)


@contextmanager
def _interruption_held() -> Iterator[None]:
    """Keep Ctrl-C waiting, so that it cannot hit a new process before that leaves it to us."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(line: Connection, work: Callable[[Article], R]) -> None:
    """Answer batches until the other end is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        while True:
            for article in line.recv():
                line.send(work(article))
    except (EOFError, OSError):
        return


def _end_with_parent() -> None:
    """End this process when its parent has ended, in the middle of a story too."""
    parent = multiprocessing.parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)
