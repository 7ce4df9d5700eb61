"""Stories in, analysed stories out: the one way through that the commands share, in one process or in many.

One input, or one story, that fails is a value in its place and stops none of the rest.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from reader.analysis.analyse import analyse
from reader.diagnostics import fault_line
from reader.errors import InputError
from reader.ingest import files
from reader.model import Analysis, Article, Options

if TYPE_CHECKING:
    from reader.analysis.takes import Comparison, Take

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Story:
    """One story and what was found in it."""

    article: Article
    analysis: Analysis


@dataclass(frozen=True, slots=True)
class Fault:
    """Why one story could not be worked on."""

    reason: str


_LOST = Fault("not done, as the process that worked on it was killed, perhaps for want of memory")


def analysed(articles: Iterable[Article | InputError], options: Options) -> Iterator[Story | InputError]:
    """Yield every story with its analysis, and the errors as they stand."""
    return mapped(articles, partial(analysed_story, options=options))


def input_count(paths: Iterable[str]) -> int:
    """Return how many files `paths` stand for, folders gone through; nothing is opened."""
    return sum(sum(1 for _ in files.walk(path)) if os.path.isdir(path) else 1 for path in paths)


def analysed_story(article: Article, options: Options) -> Story:
    """Return `article` with its analysis."""
    return Story(article, analyse(article, options))


def compared(old: Take, new: Take) -> Comparison:
    """Return what one take of a story changed of another."""
    from reader.analysis.takes import compare

    return compare(old, new)


def news_of(old: Take, new: Take, sentences: int | None, words: int | None) -> Story:
    """Return `new` with a summary of only what it has that `old` has not; see `whats_new`."""
    from reader.analysis.takes import whats_new

    summary = whats_new(compared(old, new), new.article, sentences, words)
    return Story(new.article, replace(new.analysis, summary=summary))


def mapped(
    articles: Iterable[Article | InputError], work: Callable[[Article], T], jobs: int = 1
) -> Iterator[T | InputError]:
    """Yield ``work(article)`` for every article and the errors as they stand, in the order of `articles`.

    With more than one job `work` runs in so many processes, but no more than there are processors, so it and its
    result must be picklable; a bounded number of stories is held at a time.  A fault of `work` on one story becomes an
    error in its place: no story may cost the others of a queue.
    """
    jobs = min(jobs, _processors())
    if jobs == 1:
        for article in articles:
            yield article if isinstance(article, InputError) else _result(article, _tried(work, article))
        return
    from reader import workers

    lost: T | Fault = _LOST
    for done in workers.results(articles, partial(_tried, work), lost, jobs):
        yield done if isinstance(done, InputError) else _result(*done)


def _processors() -> int:
    """Return how many processors there are for us; more processes than that only take memory."""
    return getattr(os, "process_cpu_count", os.cpu_count)() or 1


def _tried(work: Callable[[Article], T], article: Article) -> T | Fault:
    try:
        return work(article)
    except Exception as error:  # whatever is wrong with one story must not cost the others theirs
        return Fault(fault_line(error))


def _result(article: Article, result: T | Fault) -> T | InputError:
    if isinstance(result, Fault):
        return InputError(article.path or article.source or article.headline or article.id, result.reason)
    return result
