"""What the pipeline makes of what fails, in one process."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from reader.errors import InputError
from reader.model import Article, Options
from reader.pipeline import Story, analysed, mapped

STORY = Article.from_text("Lock shut\n\nThe lock may stay shut, the canal board said.")


def broken(article: Article) -> str:
    raise ValueError("no such\nplace")


def test_stories_and_errors_keep_their_places() -> None:
    unreadable = InputError("b.txt", "unreadable")
    first, second, third = analysed([STORY, unreadable, STORY], Options())
    assert isinstance(first, Story)
    assert first.article is STORY
    assert second is unreadable
    assert first == third


@pytest.mark.parametrize(
    ("article", "named"),
    [
        (replace(STORY, path="wires/a.txt", source="Desk", headline="Lock"), "wires/a.txt"),
        (replace(STORY, source="Desk", headline="Lock"), "Desk"),
        (replace(STORY, id="7", headline=None), "7"),
    ],
)
def test_a_fault_names_the_input_one_can_find_its_kind_and_its_place(article: Article, named: str) -> None:
    (error,) = mapped([article], broken)
    assert isinstance(error, InputError)
    assert error.source == named
    assert error.reason.startswith("fault in reader, please report it: ValueError: no such")
    assert f"{__name__}:" in error.reason
    assert "\n" not in str(error)


def test_stories_are_asked_for_one_by_one() -> None:
    asked = []

    def source() -> Iterator[Article]:
        for number in range(3):
            asked.append(number)
            yield STORY

    results = mapped(source(), broken)
    next(results)
    assert asked == [0]
