"""The stories of a session, without a screen: what is counted, what fails, and the exit code."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from reader.analysis.analyse import analyse
from reader.errors import NotFound
from reader.model import Analysis, Article
from reader.tui.shelf import Entry, Shelf

GOOD = Article.from_text("The lock may stay shut, the canal board said.")
BAD = Article.from_text("The dam gave way.")
MISSING = NotFound("lock.txt")


def found_in(article: Article) -> Analysis:
    if article is BAD:
        raise MemoryError("no room")
    return analyse(article)


def filled(*entries: Entry) -> Shelf:
    shelf = Shelf(entries, found_in)
    while shelf.take(10):
        pass
    while (position := shelf.next_uncounted()) is not None:
        shelf.count(position)
    return shelf


@pytest.mark.parametrize(
    ("entries", "code"),
    [([GOOD], 0), ([GOOD, MISSING], 1), ([MISSING, GOOD], 1), ([GOOD, BAD], 1), ([MISSING, MISSING], 3), ([], 3)],
)
def test_the_exit_code_counts_what_failed(entries: list[Entry], code: int) -> None:
    assert filled(*entries).code == code


def test_why_a_story_could_not_be_analysed_is_kept() -> None:
    shelf = filled(GOOD, BAD, MISSING)
    assert set(shelf.counts) == {0}
    assert set(shelf.faults) == {1}
    assert "MemoryError: no room" in shelf.faults[1]
    with pytest.raises(MemoryError):
        shelf.analysis(BAD, 1)


def test_several_threads_count_every_story_between_them() -> None:
    shelf = Shelf([MISSING if number % 5 == 0 else GOOD for number in range(100)], found_in)
    shelf.take(100)

    def work(_: int) -> None:
        while (position := shelf.next_uncounted()) is not None:
            shelf.count(position)

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(work, range(4)))
    assert set(shelf.counts) == {number for number in range(100) if number % 5}
