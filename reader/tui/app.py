"""The application: the session's stories, its themes, and which screen is shown."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import App
from textual.binding import Binding, BindingType
from textual.signal import Signal
from textual.worker import Worker, get_current_worker

from reader.model import Analysis, Article, Options
from reader.tui.colours import MONO, THEMES
from reader.tui.messages import Arrived, Counted, OpenStory
from reader.tui.palette import framework_theme
from reader.tui.screens.base import CommandScreen
from reader.tui.shelf import Analyse, Shelf

if TYPE_CHECKING:
    from textual.command import Provider

    from reader.tui.widgets.queue_list import QueueList

_STYLESHEETS: list[str | PurePath] = ["screens/queue.tcss", "screens/reading.tcss"]
"""Here, because the framework does not load those of the first screen."""
_WIDTHS = [(0, "-tiny"), (60, "-narrow"), (100, "-medium"), (170, "-wide")]
_HEIGHTS = [(0, "-flat"), (16, "-low"), (30, "-tall")]
"""From how many cells on the screens have which class."""
_BATCH = 64
"""Inputs read between two looks at the clock."""
_COUNTING = "counting"
_PAUSE = 0.003
"""Seconds that counting leaves to the screen after each story."""
_AFTER_KEY = 0.1
"""Seconds after a key for which counting rests."""


def local_now() -> datetime:
    """Return the time with the zone of this machine."""
    return datetime.now(UTC).astimezone()


def _finder() -> type[Provider]:
    """Return what fills the command palette, which is imported when it is first opened."""
    from reader.tui.finder import Finder

    return Finder


class ReaderApp(App[None]):
    """Reads stories."""

    TITLE = "reader"
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "ctrl+p"
    HORIZONTAL_BREAKPOINTS = _WIDTHS
    VERTICAL_BREAKPOINTS = _HEIGHTS
    CSS_PATH = _STYLESHEETS
    CSS = """
    Screen { background: $background; color: $foreground; }
    * { scrollbar-size-vertical: 1; scrollbar-color: $rule; scrollbar-background: $background; }
    """
    COMMANDS: ClassVar = {_finder}
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+z", "suspend_process", "Suspend", show=False, system=True)]

    def __init__(
        self,
        shelf: Shelf,
        now: Callable[[], datetime] = local_now,
        theme: str | None = None,
        painted: Callable[[], None] = lambda: None,
    ) -> None:
        mono = bool(os.environ.get("NO_COLOR"))
        super().__init__(ansi_color=True if mono else None)
        self.animation_level = "none"
        for colours in THEMES:
            self.register_theme(framework_theme(colours))
        self.theme = MONO.name if mono else theme or default_theme(self.console.color_system)
        self.shelf = shelf
        self.now = now
        self.position = 0
        """Of the open story, on the shelf."""
        self.shelf_changed: Signal[int | None] = Signal(self, "shelf")
        """A story has been counted, by its position; None when more have been read."""
        self._counting = False
        self.last_key = 0.0
        """When a key was last pressed, on the monotonic clock."""
        self._painted = painted
        """Called once, after the first paint."""

    @property
    def place(self) -> tuple[int, int]:
        """The number of the open story from 1, and how many there are."""
        return self.position + 1, len(self.shelf.entries)

    def get_default_screen(self) -> CommandScreen:
        """Return the reading screen for the only story, else the queue."""
        if self._one_story:
            return self._reading()
        from reader.tui.screens.queue import QueueScreen

        return self._shaped(QueueScreen(self.shelf, self.make_queue()))

    def _reading(self) -> CommandScreen:
        from reader.tui.screens.reading import ReadingScreen

        return self._shaped(ReadingScreen())

    def _shaped(self, screen: CommandScreen) -> CommandScreen:
        """Return the screen with the shape for this size, which the framework gives it only after its first paint."""
        for length, steps in ((self.size.width, _WIDTHS), (self.size.height, _HEIGHTS)):
            screen.add_class(next(name for least, name in reversed(steps) if length >= least))
        return screen

    def on_mount(self) -> None:
        """Go on reading when there are more inputs."""
        self.call_after_refresh(self._painted)
        if not self._one_story:
            self.call_after_refresh(self._read_on)

    @property
    def _one_story(self) -> bool:
        return self.shelf.finished and len(self.shelf.entries) == 1

    def make_queue(self) -> QueueList:
        """Return a new list of the stories."""
        from reader.tui.widgets.queue_list import QueueList

        return QueueList(self.shelf, self.now())

    # -- stories

    @on(OpenStory)
    def _open(self, message: OpenStory) -> None:
        self.open_story(message.position)

    def open_story(self, position: int) -> None:
        """Read the story at `position` of the shelf."""
        from reader.tui.screens.reading import ReadingScreen

        self.position = position
        if isinstance(self.screen, ReadingScreen):
            self.screen.open_story()
        else:
            self.push_screen(self._reading())

    def compare(self, old: int, new: int) -> None:
        """Show what the story at `new` of the shelf changed of the one at `old`."""
        from reader.tui.screens.comparing import ComparingScreen

        self.push_screen(self._shaped(ComparingScreen(old, new)))

    def leave_story(self) -> None:
        """Go back to the queue; leave the program when there is none."""
        if len(self.screen_stack) > 1:
            self.pop_screen()
        else:
            self.exit()

    @work(thread=True, group="reading", exit_on_error=False)
    def _read_on(self) -> None:
        """Take the rest of the inputs."""
        worker = get_current_worker()
        more = True
        while more and not worker.is_cancelled:
            more = self.shelf.take(_BATCH, seconds=0.05)
            self.post_message(Arrived(finished=not more))

    @on(Arrived)
    def _arrived(self) -> None:
        self.shelf_changed.publish(None)
        self._go_on_counting()

    def _go_on_counting(self) -> None:
        if not self._counting and self.shelf.next_uncounted() is not None:
            self._counting = True
            self._count()

    @work(thread=True, group=_COUNTING, exit_on_error=False)
    def _count(self) -> None:
        """Analyse every story once, those in view first."""
        worker = get_current_worker()
        while not worker.is_cancelled and (position := self.shelf.next_uncounted()) is not None:
            self.shelf.count(position)
            self.post_message(Counted(position))
            time.sleep(_PAUSE)
            while time.monotonic() - self.last_key < _AFTER_KEY and not worker.is_cancelled:
                time.sleep(_AFTER_KEY / 10)

    @on(Counted)
    def _counted(self, message: Counted) -> None:
        self.shelf_changed.publish(message.position)

    @on(Worker.StateChanged)
    def _count_what_came_meanwhile(self, event: Worker.StateChanged) -> None:
        if event.worker.group == _COUNTING and event.worker.is_finished:
            self._counting = False
            self._go_on_counting()

    # -- themes

    def next_theme(self) -> str:
        """Change to the next theme and return its title."""
        names = [colours.name for colours in THEMES]
        colours = THEMES[(names.index(self.theme) + 1) % len(THEMES)]
        self.theme = colours.name
        return colours.title


def default_theme(color_system: str | None) -> str:
    """Return the theme for what the terminal can show and, if it tells, for its background."""
    light = os.environ.get("COLORFGBG", "").rsplit(";", 1)[-1] in {"7", "15"}
    if color_system in {"truecolor", "256"}:
        return "light" if light else "dark"
    return "terminal-light" if light else "terminal-dark"


def pipeline_with(options: Options | None) -> Analyse:
    """Return what analyses a story; its modules are imported at the first call, which is after the first paint."""

    def analysis(article: Article) -> Analysis:
        from reader.pipeline import analysed_story

        return analysed_story(article, options or Options()).analysis

    return analysis
