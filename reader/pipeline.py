"""Stories in, analysed stories out: the one way through that the commands share, in one process or in many.

One input, or one story, that fails is a value in its place and stops none of the rest.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from reader.analysis.analyse import analyse
from reader.diagnostics import fault_line
from reader.errors import InputError
from reader.ingest import files
from reader.model import Analysis, Article, Options

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

T = TypeVar("T")

BATCH = 4
"""Stories that a worker process is given at a time: some 60 ms of work, as Ctrl-C waits for what has begun."""
AHEAD = 3
"""Batches in flight for each worker."""


@dataclass(frozen=True, slots=True)
class Story:
    """One story and what was found in it."""

    article: Article
    analysis: Analysis


@dataclass(frozen=True, slots=True)
class Fault:
    """Why one story could not be worked on."""

    reason: str


def analysed(articles: Iterable[Article | InputError], options: Options) -> Iterator[Story | InputError]:
    """Yield every story with its analysis, and the errors as they stand."""
    return mapped(articles, partial(analysed_story, options=options))


def input_count(paths: Iterable[str]) -> int:
    """Return how many files `paths` stand for, folders gone through; nothing is opened."""
    return sum(sum(1 for _ in files.walk(path)) if os.path.isdir(path) else 1 for path in paths)


def analysed_story(article: Article, options: Options) -> Story:
    """Return `article` with its analysis."""
    return Story(article, analyse(article, options))


def mapped(
    articles: Iterable[Article | InputError], work: Callable[[Article], T], jobs: int = 1
) -> Iterator[T | InputError]:
    """Yield ``work(article)`` for every article and the errors as they stand, in the order of `articles`.

    With more than one job `work` runs in that many processes, so it and its result must be picklable; a bounded
    number of stories is held at a time.  A fault of `work` on one story becomes an error in its place: no story may
    cost the others of a queue.
    """
    if jobs == 1:
        for article in articles:
            yield article if isinstance(article, InputError) else _result(article, _tried(work, article))
        return
    with _pool(jobs) as executor:
        yield from _in_order(iter(articles), work, executor, jobs * AHEAD)


@contextmanager
def _pool(jobs: int) -> Iterator[Executor]:
    """Return worker processes that leave Ctrl-C to us; on the way out what has not begun is dropped."""
    from concurrent.futures import ProcessPoolExecutor

    executor = ProcessPoolExecutor(jobs, initializer=_begin_worker, initargs=(os.getpid(),))
    try:
        yield executor
    finally:
        executor.shutdown(cancel_futures=True)


def _begin_worker(parent: int) -> None:
    """Leave Ctrl-C to the parent, and end with it: a pool whose parent is killed would wait for work for ever."""
    import signal
    import threading
    import time

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=watch, daemon=True).start()


Batch = list[Article | InputError]


def _in_order(
    articles: Iterator[Article | InputError], work: Callable[[Article], T], executor: Executor, ahead: int
) -> Iterator[T | InputError]:
    flying: deque[tuple[Batch, Future[list[T | Fault]]]] = deque()
    while True:
        while len(flying) < ahead and (batch := list(islice(articles, BATCH))):
            readable = [article for article in batch if isinstance(article, Article)]
            flying.append((batch, executor.submit(_batch, work, readable)))
        if not flying:
            return
        batch, future = flying.popleft()
        results = iter(future.result())
        for article in batch:
            yield article if isinstance(article, InputError) else _result(article, next(results))


def _batch(work: Callable[[Article], T], articles: list[Article]) -> list[T | Fault]:
    return [_tried(work, article) for article in articles]


def _tried(work: Callable[[Article], T], article: Article) -> T | Fault:
    try:
        return work(article)
    except Exception as error:
        return Fault(fault_line(error))


def _result(article: Article, result: T | Fault) -> T | InputError:
    if isinstance(result, Fault):
        return InputError(article.source or article.headline or article.id, result.reason)
    return result
