"""The text of a story: rows over the marks, drawn when they come into view and kept until something changes."""

from __future__ import annotations

from rich.segment import Segment
from textual import events
from textual.geometry import Offset, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from reader.spans import Span
from reader.tui.painter import GUTTER, MARGIN, Look, RowPainter
from reader.tui.palette import palette_of
from reader.tui.story import Story
from reader.tui.wrap import WrapTable

MEASURE = 72
"""Cells of a line, to begin with."""
NARROWEST, WIDEST = 32, 120
_STEP = 4
_KEPT = 4000
"""Drawn rows held in memory."""


class StoryText(ScrollView, can_focus=True):
    """One story in a column of at most `measure` cells."""

    DEFAULT_CSS = "StoryText { overflow-x: hidden; overflow-y: scroll; scrollbar-size-vertical: 1; }"

    class Laid(Message):
        """The rows have been cut anew, for another story or another width."""

    class Pointed(Message):
        """The mouse was pressed on the words at `offset`."""

        def __init__(self, offset: int) -> None:
            super().__init__()
            self.offset = offset

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self.story: Story | None = None
        self.table = WrapTable("", MEASURE)
        self.look = Look()
        self.measure = MEASURE
        self._painter: RowPainter | None = None
        self._drawn: dict[int, Strip] = {}

    def show(self, story: Story) -> None:
        """Show another story from its top, or the same with its marks where it stands."""
        fresh = self.story is None or self.story.article is not story.article
        self.story = story
        if fresh:
            self.look = Look()
            self._cut()
            self.scroll_to(y=0, animate=False, force=True)
        self.restyle()

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        self.look = look
        self.restyle()

    def restyle(self) -> None:
        """Forget all drawn rows: marks, look or theme have changed."""
        self._drawn.clear()
        self._painter = None
        self.refresh()

    def widen(self, steps: int) -> int:
        """Change the measure by some steps and return it; what stands at the top stays there."""
        self.measure = max(NARROWEST, min(WIDEST, self.measure + steps * _STEP))
        self._refit()
        return self.measure

    def on_resize(self) -> None:
        """Cut the rows for the new width; what stands at the top stays there."""
        self._refit()

    @property
    def _fits(self) -> bool:
        return self.table.width == self._width() and self.table.text is (self.story.text if self.story else "")

    def _refit(self) -> None:
        if self._fits:
            self._drawn.clear()
            self.refresh()
            return
        top = self.top
        self._cut()
        if top:
            self.scroll_to(y=self.table.row_at(top), animate=False, force=True)

    def _width(self) -> int:
        return max(1, min(self.measure, self.scrollable_content_region.width - GUTTER - MARGIN))

    def _cut(self) -> None:
        """Cut the rows; not before there is room, because at one cell a row it would take long."""
        if self.story is None or not self.size.width:
            return
        self.table = WrapTable(self.story.text, self._width())
        self.virtual_size = Size(self.scrollable_content_region.width, len(self.table))
        self.restyle()
        self.post_message(self.Laid())

    @property
    def top(self) -> int:
        """Offset of the first code point in view."""
        row = min(self.scroll_offset.y, len(self.table) - 1)
        return self.table.starts[row] if row >= 0 else 0

    @property
    def percent(self) -> int:
        """How much of the story has been in view at the bottom, 0 to 100."""
        bottom = min(len(self.table), self.scroll_offset.y + self.size.height)
        return round(100 * bottom / max(1, len(self.table)))

    def bring(self, span: Span) -> None:
        """Scroll so that the beginning of `span` is in view with something around it; not at all if it is."""
        row = self.table.row_at(span.start)
        last = self.table.row_at(max(span.start, span.end - 1))
        height, top = self.size.height, self.scroll_offset.y
        edge = min(2, height // 4)
        if not (top + edge <= row and min(last, row + height // 2) < top + height - edge):
            self.to_row(row - height // 3)

    def to_row(self, row: int) -> None:
        """Scroll so that `row` is the first in view."""
        self.scroll_to(y=max(0, row), animate=False, force=True)

    def move(self, rows: int) -> None:
        """Scroll down by some rows."""
        self.to_row(self.scroll_offset.y + rows)

    def page(self, pages: float) -> None:
        """Scroll down by some screens, one row kept."""
        step = max(1, int((self.size.height - 1) * abs(pages)))
        self.move(step if pages > 0 else -step)

    def render_line(self, y: int) -> Strip:
        """Return the row at `y` of the widget."""
        if not self._fits:
            self._refit()
        width = self.size.width
        row = y + self.scroll_offset.y
        if self.story is None or row >= len(self.table) or width <= 0:
            return Strip.blank(width, palette_of(self).ground)
        selected = self._selected(row)
        strip = self._drawn.get(row) if selected is None else None
        if strip is None:
            strip = self._draw(row, selected)
        return strip.adjust_cell_length(width, palette_of(self).ground)

    def _draw(self, row: int, selected: Span | None) -> Strip:
        assert self.story is not None
        if self._painter is None:
            self._painter = RowPainter(self.story, self.table, palette_of(self), self.look)
        room = self.scrollable_content_region.width - self.table.width - GUTTER - MARGIN
        strip = Strip([Segment(" " * (room // 2)), *self._painter.segments(row, selected)])
        strip = strip.apply_style(palette_of(self).ground)
        if selected is None:
            if len(self._drawn) >= _KEPT:
                self._drawn.clear()
            self._drawn[row] = strip
        return strip

    def _selected(self, row: int) -> Span | None:
        """Return the words of the row that the mouse has selected."""
        selection = self.text_selection
        reach = None if selection is None else selection.get_span(row)
        if reach is None:
            return None
        span = self.table.span(row)
        end = span.end if reach[1] < 0 else min(span.end, span.start + reach[1])
        start = span.start + max(0, reach[0])
        return Span(start, end) if start < end else None

    def _offset_of(self, place: Offset) -> int:
        row = max(0, min(place.y, len(self.table) - 1))
        return max(self.table.starts[row], min(self.table.starts[row] + place.x, self.table.ends[row]))

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the selected words as they stand in the story, without the breaks of the rows."""
        if self.story is None:
            return None
        start = 0 if selection.start is None else self._offset_of(selection.start)
        end = len(self.story.text) if selection.end is None else self._offset_of(selection.end)
        return self.story.text[start:end], "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Show what is selected."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Tell on which words the mouse was pressed, unless it has just selected some."""
        if self.text_selection is not None:
            return
        _, place = self.screen.get_widget_and_offset_at(event.screen_x, event.screen_y)
        if place is not None and place.y < len(self.table):
            self.post_message(self.Pointed(self._offset_of(place)))
