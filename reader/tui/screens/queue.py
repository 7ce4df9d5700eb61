"""The queue of stories: what there is, what is in each, and the way into it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.style import Style
from textual import on
from textual.app import ComposeResult

from reader.tui.commands import Scope
from reader.tui.lines import Ink, spread
from reader.tui.messages import Answered, Dismissed
from reader.tui.palette import Palette
from reader.tui.screens.base import CommandScreen
from reader.tui.shelf import Shelf
from reader.tui.widgets.line import Line
from reader.tui.widgets.queue_list import QueueList, column_titles


class QueueTitle(Line):
    """How many stories there are, and how many of them are shown."""

    def __init__(self, shelf: Shelf) -> None:
        super().__init__(id="title")
        self._shelf = shelf
        self.shown: int | None = None
        """Stories that match the filter; None without one."""

    def inks(self, width: int, palette: Palette) -> Sequence[Ink]:
        """Return the line."""
        total = len(self._shelf.entries)
        read = f"{total:,} {'story' if total == 1 else 'stories'}" + ("" if self._shelf.finished else " so far")
        found = "" if self.shown is None else f"{self.shown:,} of "
        return spread([(" Queue", palette.bold)], [(f"{found}{read} ", palette.muted)], width)


class ColumnTitles(Line):
    """What the columns of the queue hold."""

    def inks(self, width: int, palette: Palette) -> Sequence[Ink]:
        """Return the line."""
        return column_titles(width, palette)

    def ground(self, palette: Palette) -> Style:
        """Return the ground of the list below."""
        return palette.ground


class QueueScreen(CommandScreen):
    """All stories."""

    SCOPE = Scope.QUEUE
    AUTO_FOCUS: ClassVar[str | None] = "#queue"

    def __init__(self, shelf: Shelf, queue: QueueList) -> None:
        super().__init__()
        self.title_line = QueueTitle(shelf)
        self.queue = queue

    def compose(self) -> ComposeResult:
        """Yield the lines and the list."""
        yield self.title_line
        yield ColumnTitles()
        yield self.queue
        yield self.key_line

    def on_mount(self) -> None:
        """Follow the theme and the shelf."""
        super().on_mount()
        self.reader.shelf_changed.subscribe(self, lambda _: self.refill())

    def on_screen_resume(self) -> None:
        """Stand on the story that has been read."""
        self.queue.stand_on(self.reader.position)

    def refill(self) -> None:
        """Take notice of what has been read or counted."""
        self.queue.refill()
        self.title_line.refresh()

    def restyle(self) -> None:
        """Draw everything in the new theme."""
        self.queue.refresh()
        self.title_line.refresh()
        self.key_line.refresh()

    @on(Answered)
    def _filter(self, message: Answered) -> None:
        message.stop()
        count = self.queue.narrow_to(message.value)
        self.title_line.shown = count if message.value.strip() else None
        self.title_line.refresh()
        if message.final:
            self.stop_asking()

    @on(Dismissed)
    def _unfilter(self) -> None:
        self.queue.narrow_to("")
        self.title_line.shown = None
        self.title_line.refresh()

    def do_filter(self) -> None:
        """Ask for words that the stories must have."""
        self.ask("filter", "words of slug, headline or source")

    def do_clear(self) -> None:
        """End the filter."""
        self._unfilter()

    def do_back(self) -> None:
        """End the filter, else leave the program."""
        if self.title_line.shown is not None:
            self._unfilter()
        else:
            self.app.exit()

    def do_open(self) -> None:
        """Open the highlighted story."""
        self.queue.choose_highlighted()

    def do_down(self) -> None:
        """One row down."""
        self.queue.move(1)

    def do_up(self) -> None:
        """One row up."""
        self.queue.move(-1)

    def do_half_down(self) -> None:
        """Half a screen down."""
        self.queue.page(0.5)

    def do_half_up(self) -> None:
        """Half a screen up."""
        self.queue.page(-0.5)

    def do_page_down(self) -> None:
        """One screen down."""
        self.queue.page(1)

    def do_page_up(self) -> None:
        """One screen up."""
        self.queue.page(-1)

    def do_top(self) -> None:
        """To the first story."""
        self.queue.highlight(0)

    def do_bottom(self) -> None:
        """To the last story."""
        self.queue.highlight(self.queue.row_count - 1)
