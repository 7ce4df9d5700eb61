"""The queue of stories: what there is, what is in each, and the way into it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from rich.style import Style
from textual import on, work
from textual.app import ComposeResult
from textual.timer import Timer
from textual.worker import get_current_worker

from reader.model import Article
from reader.tui.commands import Scope
from reader.tui.lines import Ink, spread
from reader.tui.messages import Analysed, Answered, Dismissed
from reader.tui.palette import Palette
from reader.tui.screens.base import CommandScreen
from reader.tui.screens.motion import Motion
from reader.tui.shelf import Shelf
from reader.tui.story import Story, label_of
from reader.tui.widgets.line import Line
from reader.tui.widgets.queue_list import QueueList, column_titles
from reader.tui.widgets.summary_panel import SummaryPanel

_DWELL = 0.15
"""Seconds on a story after which its summary is made if it is not at hand."""


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


class Preview(SummaryPanel):
    """The summary of the highlighted story; the keys stay with the list."""

    can_focus = False


class QueueScreen(Motion, CommandScreen):
    """All stories."""

    SCOPE = Scope.QUEUE
    AUTO_FOCUS: ClassVar[str | None] = "#queue"

    def __init__(self, shelf: Shelf, queue: QueueList) -> None:
        super().__init__()
        self.title_line = QueueTitle(shelf)
        self.queue = queue
        self.preview = Preview(id="preview")
        self._shelf = shelf
        self._dwell: Timer | None = None

    def compose(self) -> ComposeResult:
        """Yield the lines and the list."""
        yield self.title_line
        yield ColumnTitles()
        yield self.queue
        yield self.preview
        yield self.key_line

    def on_mount(self) -> None:
        """Follow the theme, the shelf and the highlight."""
        super().on_mount()
        self.watch(self.queue, "highlighted", self.look_ahead)
        self.reader.shelf_changed.subscribe(self, self.refill)

    def on_screen_resume(self) -> None:
        """Stand on the story that has been read."""
        self.queue.stand_on(self.reader.position)

    def refill(self, counted: int | None) -> None:
        """Take notice of a story that has been counted, or of more that have been read."""
        if counted is None:
            self.queue.refill()
            self.title_line.refresh()
        else:
            self.queue.recount(counted)
        if counted in (None, self.queue.position):
            self.look_ahead()

    def look_ahead(self) -> None:
        """Show the summary of the highlighted story: at once if it is at hand, else when one stays on it."""
        position = self.queue.position
        article = None if position is None else self._shelf.article(position)
        if self._dwell is not None:
            self._dwell.stop()
        if position is None or article is None:
            self.preview.show(Story.unread(Article.from_text("")))
            return
        known = self._shelf.known(position)
        if known is not None:
            self.preview.show(Story.marked(article, known))
        else:
            self.preview.show(Story.unread(article))
            self._dwell = self.set_timer(_DWELL, partial(self._analyse, article, position))

    @work(thread=True, exclusive=True, group="analysis", exit_on_error=False)
    def _analyse(self, article: Article, position: int) -> None:
        story = Story.marked(article, self._shelf.analysis(article, position))
        if not get_current_worker().is_cancelled:
            self.post_message(Analysed(story))

    @on(Analysed)
    def _add_summary(self, message: Analysed) -> None:
        message.stop()
        if self.preview.story is not None and self.preview.story.article is message.story.article:
            self.preview.show(message.story)

    def restyle(self) -> None:
        """Draw everything in the new theme."""
        self.queue.refresh()
        self.preview.lay_out()
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

    def do_compare(self) -> None:
        """Mark the highlighted story as the old take; compare it with the one that is marked, if there is one."""
        position, marked = self.queue.position, self.queue.marked
        article = None if position is None else self._shelf.article(position)
        if position is None or article is None:
            self.key_line.say("There is no story here to compare")
        elif marked is None:
            self.queue.mark(position)
            self.key_line.say_on_one_line(f"v on the new take compares it with {label_of(article)}")
        else:
            self.queue.mark(None)
            if marked != position:
                self.reader.position = position
                self.reader.compare(marked, position)

    @property
    def mover(self) -> QueueList:
        """The list, always."""
        return self.queue

    def to_end(self, *, first: bool) -> None:
        """Go to the first or the last story."""
        self.queue.highlight(0 if first else self.queue.row_count - 1)
