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
from reader.model import Analysis, Article, Booster, Options, UnsourcedClaim

if TYPE_CHECKING:
    from reader.analysis.digest import Entry
    from reader.analysis.events import Trace
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


def digested(
    articles: Iterable[Article | InputError],
    withheld: Callable[[Article], bool],
    options: Options,
    speakers: bool = False,
) -> Iterator[Entry | InputError]:
    """Yield the errors, then one entry for each event in the order of its first story.

    `withheld` says of which stories no text may be shown, `speakers` whether it matters who speaks.  All stories are
    held until the last is read.
    """
    from reader.analysis.events import fold, trace

    traces: list[Trace] = []
    for traced in mapped(articles, trace):
        if isinstance(traced, InputError):
            yield traced
        else:
            traces.append(traced)
    for event in fold(traces):
        yield _entry([traces[at].article for at in event], withheld, options, speakers)


def _entry(
    stories: list[Article], withheld: Callable[[Article], bool], options: Options, speakers: bool
) -> Entry | InputError:
    from reader.analysis import digest

    shut = frozenset(story.id for story in stories if withheld(story))
    return _result(stories[0], _tried(lambda _: digest.entry(stories, shut, options, speakers), stories[0]))


def input_count(paths: Iterable[str]) -> int:
    """Return how many files `paths` stand for, folders gone through; nothing is opened."""
    return sum(sum(1 for _ in files.walk(path)) if os.path.isdir(path) else 1 for path in paths)


def analysed_story(article: Article, options: Options) -> Story:
    """Return `article` with its analysis."""
    return Story(article, analyse(article, options))


def unsourced_claims(story: Story) -> tuple[UnsourcedClaim, ...]:
    """Return the story's own sentences with a strong claim and no source; looked for only when asked."""
    from reader.analysis.unsourced import find_unsourced

    return find_unsourced(story.article, story.analysis)


def boosters(story: Story) -> tuple[Booster, ...]:
    """Return the words of the story that raise the commitment; looked for only when asked."""
    from reader.analysis.boosters import find_boosters

    return find_boosters(story.article, story.analysis)


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
