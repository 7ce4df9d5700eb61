from __future__ import annotations

from dataclasses import replace

import pytest

from reader.analysis.analyse import analyse
from reader.errors import NotText
from reader.model import Analysis, Article, Status
from reader.tui.screens.comparing import ComparingScreen
from reader.tui.screens.queue import QueueScreen
from reader.tui.screens.reading import ReadingScreen

from .stage import MIDDLE, SMALL, WIDE, opened

PARAGRAPHS = (
    "The ferry Aster ran aground off Skarre on Monday with 40 people aboard.",
    "“We felt a knock and then nothing,” said Tove Halvorsen, a passenger.",
    "The lamp on the sandbank was probably broken.",
    "A pilot had warned of the bank in spring.",
    "Nobody from the harbour office would speak.",
)


def take(*changes: tuple[str, str], extra: str = "", **fields: object) -> Article:
    text = "\n\n".join(PARAGRAPHS)
    for was, now in changes:
        assert was in text
        text = text.replace(was, now)
    article = Article.from_text(text.strip() + (f"\n\n{extra}" if extra else ""))
    return replace(article, **{"slug": "FERRY", **fields})  # type: ignore[arg-type]


OLD = take(version="1st Ld")
NEW = take(
    ("40 people", "43 people"),
    ("a knock", "a jolt"),
    ("probably ", ""),
    (f"{PARAGRAPHS[3]}\n\n", ""),
    extra="A tug from Holm is on its way.",
    version="2nd Ld",
)


@pytest.mark.parametrize("size", [SMALL, MIDDLE, WIDE])
async def test_a_story_is_compared_with_the_one_before(size: tuple[int, int]) -> None:
    async with opened(OLD, NEW, analyse=analyse, size=size) as stage:
        await stage.press("j", "enter", "v")
        assert isinstance(stage.app.screen, ComparingScreen)
        assert stage.lines()[0].split() == ["FERRY", "1st", "Ld", "→", "FERRY", "2nd", "Ld"]
        shown = " ".join(stage.shown.split())
        for words in (
            "~ The ferry Aster ran aground off Skarre on Monday with [-40-]{+43+} people",
            "- A pilot had warned of the bank in spring.",
            "+ A tug from Holm is on its way.",
            "numbers: 40 -> 43 people",
            "hedge lost: probably",
            "quote altered:",
        ):
            first = words.split()[0]
            assert (words if size == SMALL else first) in shown
        await stage.press("q")
        assert isinstance(stage.app.screen, ReadingScreen)
        assert "2nd Ld" in stage.lines()[0]


async def test_the_facts_stand_above_on_a_small_screen_and_beside_on_a_larger_one() -> None:
    for size, row in ((SMALL, 1), (MIDDLE, 1)):
        async with opened(OLD, NEW, analyse=analyse, size=size) as stage:
            await stage.press("j", "enter", "v")
            assert "numbers: 40 -> 43 people" in stage.lines()[row]
            assert ("ran aground" in stage.lines()[row]) == (size == MIDDLE)


async def test_what_came_and_went_looks_different_and_has_a_sign() -> None:
    async with opened(OLD, NEW, analyse=analyse, size=MIDDLE) as stage:
        await stage.press("j", "enter", "v")
        came, went = stage.styles_of("{+43+}"), stage.styles_of("[-40-]")
        assert not set(came) & set(went)


async def test_two_stories_of_the_queue_are_compared_in_the_order_of_the_marks() -> None:
    other = take(slug="OTHER")
    async with opened(NEW, other, OLD, analyse=analyse, size=SMALL) as stage:
        await stage.press("G", "v")
        assert "v on the new take compares it with FERRY" in stage.foot
        assert any(line.startswith("*FERRY") and "1st Ld" in line for line in stage.lines())
        await stage.press("g", "v")
        assert "[-40-]{+43+}" in stage.shown
        await stage.press("q")
        screen = stage.app.screen
        assert isinstance(screen, QueueScreen)
        assert screen.queue.position == 0, "one stands on the new take"
        assert not any(line.startswith("*") for line in stage.lines())


async def test_a_mark_is_taken_back_by_the_same_key() -> None:
    async with opened(OLD, NEW, analyse=analyse, size=SMALL) as stage:
        await stage.press("v", "v")
        assert isinstance(stage.app.screen, QueueScreen)
        assert not any(line.startswith("*") for line in stage.lines())


async def test_what_cannot_be_compared_is_said() -> None:
    async with opened(NotText("photo.jpg"), OLD, analyse=analyse, size=SMALL) as stage:
        await stage.press("v")
        assert "no story here to compare" in stage.foot
        await stage.press("j", "enter", "v")
        assert "none before it to compare with" in stage.foot


async def test_a_story_that_cannot_be_analysed_is_said_to_be_so() -> None:
    def faulty(article: Article) -> Analysis:
        if article is NEW:
            raise ZeroDivisionError
        return analyse(article)

    async with opened(OLD, NEW, analyse=faulty, size=SMALL, settle=False) as stage:
        stage.app.compare(0, 1)
        await stage.until(lambda: bool(stage.app.screen.query("#keys")) and "could not be compared" in stage.foot)
        await stage.press("q")
        assert isinstance(stage.app.screen, QueueScreen)


async def test_equal_takes_say_so() -> None:
    async with opened(OLD, take(version="2nd Ld"), analyse=analyse, size=SMALL) as stage:
        await stage.press("j", "enter", "v")
        assert "… 5 sentences the same" in " ".join(stage.shown.split()).replace("…  ", "… ")
        assert "no number, quote, verb, hedge or source changed" in stage.shown


async def test_moving_in_a_long_comparison() -> None:
    lines = "\n\n".join(f"Crate {number} was carried ashore at dawn." for number in range(90))
    others = lines.replace("dawn", "noon")
    old, new = Article.from_text(lines), Article.from_text(others)
    async with opened(old, new, analyse=analyse, size=SMALL) as stage:
        await stage.press("j", "enter", "v")
        assert "Crate 0 was" in stage.shown
        await stage.press("G")
        assert "Crate 89 was" in stage.shown
        await stage.press("g", "space", "tab", "j", "tab", "T")
        assert "Crate 0 was" not in "\n".join(stage.lines()[1:])
        await stage.press("escape", "g")
        assert "Crate 0 was" in stage.shown
        await stage.pilot.resize_terminal(120, 40)
        await stage.settle()
        assert "Crate 0 was" in stage.shown


async def test_notices_and_hostile_words_are_shown_as_they_are() -> None:
    words = "[AP] [/ [@click=app.quit]x[/]"
    old = take(("Nobody", f"{words} Nobody"), slug=words, status=Status.KILL)
    async with opened(old, take(slug=words), analyse=analyse, size=MIDDLE) as stage:
        await stage.press("v", "j", "v")
        assert "KILLED by the agency" in stage.lines()[0]
        assert words in stage.lines()[0]
        assert "[-AP] [/ [@click=app.quit]x-] Nobody" in "".join(stage.lines()[1:])


@pytest.mark.parametrize("size", [(1, 1), (20, 5), (40, 10)])
async def test_no_size_is_too_small(size: tuple[int, int]) -> None:
    async with opened(OLD, NEW, analyse=analyse, size=size) as stage:
        stage.app.compare(0, 1)
        await stage.press("j", "G", "g", "tab", "?", "x")
        await stage.pilot.resize_terminal(80, 24)
        await stage.settle()
        assert "numbers: 40 -> 43 people" in stage.shown


async def test_its_keys_are_listed_with_its_signs() -> None:
    async with opened(OLD, NEW, analyse=analyse, size=MIDDLE) as stage:
        stage.app.compare(0, 1)
        await stage.press("?", "space", "space")
        assert "The sentence is gone; this is where it stood." in stage.shown


async def test_the_palette_offers_it() -> None:
    async with opened(OLD, NEW, analyse=analyse, size=MIDDLE) as stage:
        await stage.press(":", *"compare")
        assert "Stories: Compare takes" in stage.shown
