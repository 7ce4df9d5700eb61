"""Paths in, analysed stories out: the one way through that the screen and the commands share.

One input, or one story, that fails is a value in its place and stops none of the rest.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from reader.analysis.analyse import analyse
from reader.errors import InputError
from reader.ingest.load import read_many
from reader.model import Analysis, Article, Options

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

T = TypeVar("T")

BATCH = 16
"""Stories that a worker process is given at a time: some 200 ms of work, so that Ctrl-C never waits longer."""
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


def analysed(paths: Iterable[str], options: Options) -> Iterator[Story | InputError]:
    """Yield every story of `paths` with its analysis, and an error in the place of each input that fails."""
    return mapped(read_many(paths), partial(analysed_story, options=options))


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
    import signal
    from concurrent.futures import ProcessPoolExecutor

    executor = ProcessPoolExecutor(jobs, initializer=signal.signal, initargs=(signal.SIGINT, signal.SIG_IGN))
    try:
        yield executor
    finally:
        executor.shutdown(cancel_futures=True)


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
        return Fault(_described(error))


def _described(error: Exception) -> str:
    """Return kind, message and place of a fault of ours, for the line that goes into a bug report."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = "" if trace is None else f" at {trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}"
    return f"fault in reader, please report: {type(error).__name__}: {error}{place}"


def _result(article: Article, result: T | Fault) -> T | InputError:
    if isinstance(result, Fault):
        return InputError(article.source or article.headline or article.id, result.reason)
    return result
