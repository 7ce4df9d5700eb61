from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from reader.errors import NotText
from reader.model import Article, Status
from reader.tui.screens.queue import QueueScreen

from . import made
from .stage import MIDDLE, SMALL, WIDE, Stage, opened


def stories(count: int) -> list[Article]:
    return [
        made.made_article(
            slug=f"STORY-{number}",
            headline=f"Report number {number}",
            published=made.NOW - timedelta(minutes=30 * number),
        )
        for number in range(count)
    ]


def queue_of(stage: Stage) -> QueueScreen:
    assert isinstance(stage.app.screen, QueueScreen)
    return stage.app.screen


async def test_many_stories_open_as_a_queue_with_their_figures() -> None:
    async with opened(*stories(5), size=SMALL) as stage:
        row = next(line for line in stage.lines() if "STORY-3" in line)
        assert row.split()[-6:] == ["Ld", "1h", "9", "6", "8", "1"]
        assert "5 stories" in stage.lines()[0]


async def test_what_could_not_be_read_is_a_row_with_its_reason() -> None:
    first, second = stories(2)
    async with opened(first, NotText("photo\x1b[31m.jpg"), second, size=SMALL) as stage:
        assert r"photo\x1b[31m.jpg: binary data, not a story" in stage.shown
        await stage.press("j", "enter")
        assert "not a story" in stage.shown, "there is nothing to open"


async def test_enter_opens_and_q_comes_back_to_the_same_row() -> None:
    async with opened(*stories(5), size=SMALL) as stage:
        await stage.press("j", "j", "enter")
        assert "STORY-2" in stage.lines()[0]
        assert "3/5" in stage.lines()[0]
        await stage.press("J")
        assert "STORY-3" in stage.lines()[0]
        await stage.press("q")
        assert queue_of(stage).queue.position == 3


async def test_the_ends_of_the_queue_are_told() -> None:
    async with opened(*stories(2), size=SMALL) as stage:
        await stage.press("enter", "K")
        assert "first story" in stage.foot
        await stage.press("J", "J")
        assert "last story" in stage.foot


async def test_next_story_skips_what_could_not_be_read() -> None:
    first, second = stories(2)
    async with opened(first, NotText("photo.jpg"), second, size=SMALL) as stage:
        await stage.press("enter", "J")
        assert "STORY-1" in stage.lines()[0]


async def test_filter_shows_what_matches_and_escape_all_again() -> None:
    async with opened(*stories(12), size=SMALL) as stage:
        await stage.press("/", *"number 1", "enter")
        assert "3 of 12 stories" in stage.lines()[0], "1, 10 and 11"
        assert "STORY-4" not in stage.shown
        await stage.press("escape")
        assert "STORY-4" in stage.shown


async def test_the_summary_of_the_highlighted_story_stands_below_on_a_tall_screen() -> None:
    async with opened(*stories(40), size=MIDDLE) as stage:
        assert "Summary · wire" in stage.shown
        assert "denied that any test was skipped" in stage.shown
        await stage.press("j")
        screen = queue_of(stage)
        assert screen.preview.story is not None
        assert screen.preview.story.article.slug == "STORY-1"
        await stage.press("G")
        await stage.until(lambda: screen.preview.story is not None and screen.preview.story.ready)
        assert screen.preview.story.article.slug == "STORY-39"


async def test_moving_in_a_long_queue() -> None:
    async with opened(*stories(100), size=SMALL) as stage:
        queue = queue_of(stage).queue
        await stage.press("G")
        assert queue.position == 99
        assert "STORY-99" in stage.shown
        await stage.press("u")
        assert 80 < queue.highlighted < 99
        await stage.press("g", "space")
        assert 15 < queue.highlighted < 25


async def test_a_click_opens_a_story() -> None:
    async with opened(*stories(5), size=SMALL) as stage:
        row = next(y for y, line in enumerate(stage.lines()) if "STORY-3" in line)
        await stage.pilot.click(offset=(5, row))
        await stage.settle()
        assert "STORY-3" in stage.lines()[0]


async def test_a_wide_screen_has_the_queue_beside_the_story() -> None:
    async with opened(*stories(5), size=WIDE) as stage:
        await stage.press("enter")
        assert "STORY-4" in stage.shown
        assert "We did not wait" in stage.shown
        await stage.press("shift+tab", "j", "enter")
        assert "STORY-1" in stage.lines()[0]
        await stage.press("J")
        assert any(line.startswith("›STORY-2") for line in stage.lines())


async def test_a_killed_story_says_so_in_the_queue_and_above_its_text_and_when_copied() -> None:
    killed = replace(stories(1)[0], status=Status.KILL)
    async with opened(killed, *stories(1), size=MIDDLE) as stage:
        assert "KILLED STORY-0" in stage.shown
        await stage.press("enter")
        assert "KILLED by the agency" in stage.lines()[0]
        await stage.press("Y")
        assert stage.app.clipboard.startswith("[KILLED by the agency] Harbour")


async def test_stories_that_come_later_join_the_queue() -> None:
    async with opened(source=iter(stories(200)), size=SMALL) as stage:
        await stage.until(lambda: "200 stories" in stage.lines()[0])
        await stage.settle()
        assert len(stage.app.shelf.counts) == 200


@pytest.mark.parametrize("size", [(1, 1), (20, 5), (66, 10), (67, 10)])
async def test_no_size_is_too_small_for_the_queue(size: tuple[int, int]) -> None:
    async with opened(*stories(5), size=size) as stage:
        await stage.press("j", "G", "g", "space", "/", "escape", "enter", "q")
        await stage.pilot.resize_terminal(80, 24)
        await stage.settle()
        assert "STORY-4" in stage.shown


async def test_a_chord_of_the_story_does_not_leave_the_queue() -> None:
    async with opened(*stories(3)) as stage:
        await stage.press("]", "q")
        assert not stage.app._exit
        assert "]q is nothing; it is a key of the open story" in stage.foot
