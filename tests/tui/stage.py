"""Opens the app without a terminal, waits for its workers, and reads what is on the screen."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.strip import Strip

from reader.errors import InputError
from reader.model import Analysis, Article
from reader.tui.app import ReaderApp
from reader.tui.places import Place
from reader.tui.screens.reading import ReadingScreen
from reader.tui.shelf import Shelf
from reader.tui.story import NO_ANALYSIS, Story

from . import made

SMALL, MIDDLE, WIDE = (80, 24), (120, 40), (200, 60)


class Stage:
    """The running app."""

    def __init__(self, app: ReaderApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def reading(self) -> ReadingScreen:
        assert isinstance(self.app.screen, ReadingScreen)
        return self.app.screen

    @property
    def place(self) -> Place:
        """The mark one stands on."""
        assert self.reading.place is not None
        return self.reading.place

    @property
    def story(self) -> Story:
        """The open story."""
        assert self.reading.story is not None
        return self.reading.story

    @property
    def focused(self) -> str | None:
        """Id of the part that has the keys."""
        return self.app.focused.id if self.app.focused else None

    async def press(self, *keys: str) -> None:
        """Press keys and wait until what they do is on the screen."""
        for key in keys:
            name = _character_to_key(key) if len(key) == 1 else key
            self.app.post_message(events.Key(name, key if len(key) == 1 else None))
            await self._drain()
        await self.settle()

    async def _drain(self) -> None:
        """Wait until no message is under way.

        Pilot's own pause waits for an idle processor, some 50 ms a key; a message here goes from the app to a widget,
        to its screen and on to other widgets, which is four queues to empty.
        """
        for _ in range(4):
            await self.pilot._wait_for_screen()
            self.app.screen._on_timer_update()

    async def settle(self) -> None:
        """Wait for all workers and for the paint after them."""
        await self._drain()
        await self.app.workers.wait_for_complete()
        await self._drain()
        await self.until(self._analysed)
        await self._drain()

    def _analysed(self) -> bool:
        screen = self.app.screen
        return not isinstance(screen, ReadingScreen) or screen.story is None or screen.story.ready

    async def until(self, done: Callable[[], bool]) -> None:
        """Wait until `done`, for ten seconds at most."""
        async with asyncio.timeout(10):
            while not done():
                await self._drain()
                await asyncio.sleep(0.001)

    def lines(self) -> list[str]:
        """Return what is on the screen, a string a row."""
        return ["".join(segment.text for segment in strip) for strip in self.strips()]

    def strips(self) -> list[Strip]:
        return self.app.screen._compositor.render_strips(self.app.size)

    @property
    def shown(self) -> str:
        """What is on the screen, as one text."""
        return "\n".join(self.lines())

    @property
    def foot(self) -> str:
        """What stands at the foot, in one line."""
        height = self.app.screen.query_one("#keys").size.height
        return self.lines()[-1] if height == 1 else " ".join(" ".join(self.lines()[-height:]).split())

    def styles_of(self, words: str) -> list[str]:
        """Return the style of every cell of the first place where `words` are on one row of the screen."""
        for strip in self.strips():
            cells = [(character, str(segment.style)) for segment in strip for character in segment.text]
            at = "".join(character for character, _ in cells).find(words)
            if at >= 0:
                return [style for _, style in cells[at : at + len(words)]]
        raise AssertionError(f"{words!r} is not on the screen")

    def words_in_view(self) -> str:
        """Return the rows of the text in view, joined as the story has them."""
        text = self.reading.text
        rows = range(text.scroll_offset.y, min(len(text.table), text.scroll_offset.y + text.size.height))
        return " ".join(text.table.span(row).of(text.table.text) for row in rows)


@asynccontextmanager
async def opened(
    *stories: Article | InputError,
    source: Iterable[Article | InputError] = (),
    size: tuple[int, int] = MIDDLE,
    analyse: Callable[[Article], Analysis] = made.made_analysis,
    theme: str | None = "dark",
    settle: bool = True,
) -> AsyncIterator[Stage]:
    """Open the stories, else those of `source`, which is read while the app runs, else the made one."""
    shelf = Shelf(stories or source or (made.made_article(),), analyse)
    shelf.take(2)
    app = ReaderApp(shelf, now=lambda: made.NOW, theme=theme)
    async with app.run_test(size=size) as pilot:
        stage = Stage(app, pilot)
        if settle:
            await stage.settle()
        else:
            await stage._drain()
        yield stage


def bare(text: str) -> tuple[Article, Callable[[Article], Analysis]]:
    """Return a story of `text` and an analyser that finds nothing in it."""
    return Article.from_text(text), lambda _article: NO_ANALYSIS
