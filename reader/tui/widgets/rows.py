"""A list of rows that draws its own lines; the base of the queue and the panels."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.tui.palette import Palette, palette_of


class RowList(ScrollView, can_focus=True):
    """Rows of one or more lines, one of them highlighted.

    A subclass says how many rows there are and draws each; the drawing is asked for when a row comes into view.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = "RowList { overflow-x: hidden; scrollbar-size-vertical: 1; }"

    highlighted: reactive[int] = reactive(0, repaint=True)

    @property
    def row_count(self) -> int:
        """Number of rows."""
        raise NotImplementedError

    @property
    def line_count(self) -> int:
        """Number of lines of all rows."""
        raise NotImplementedError

    def row_of(self, line: int) -> int:
        """Return the row to which a line belongs; -1 for a line of no row."""
        raise NotImplementedError

    def lines_of(self, row: int) -> range:
        """Return the lines of a row."""
        raise NotImplementedError

    def draw(self, line: int, width: int) -> Sequence[Segment]:
        """Return the segments of a line, `width` cells or fewer."""
        raise NotImplementedError

    def choose(self, row: int) -> None:
        """Act on a row: Enter or a click."""
        raise NotImplementedError

    def refit(self) -> None:
        """Take notice that rows have changed."""
        self.virtual_size = Size(self.scrollable_content_region.width, self.line_count)
        self.highlighted = max(0, min(self.highlighted, self.row_count - 1))
        self.refresh()

    def move(self, by: int) -> None:
        """Highlight the row `by` rows further down."""
        self.highlight(self.highlighted + by)

    def page(self, pages: float) -> None:
        """Highlight the row that many screens further down."""
        lines = self.lines_of(self.highlighted)
        row = self.row_of(max(0, min(self.line_count - 1, lines.start + int(self.size.height * pages))))
        self.highlight(row if row != self.highlighted else row + (1 if pages > 0 else -1))

    def highlight(self, row: int) -> None:
        """Highlight a row, the nearest there is, and bring it into view."""
        if not self.row_count:
            return
        self.highlighted = max(0, min(row, self.row_count - 1))
        lines = self.lines_of(self.highlighted)
        region = Region(0, lines.start, self.size.width, len(lines))
        self.scroll_to_region(region, animate=False, force=True, x_axis=False)

    def choose_highlighted(self) -> None:
        """Act on the highlighted row."""
        if 0 <= self.highlighted < self.row_count:
            self.choose(self.highlighted)

    def render_line(self, y: int) -> Strip:
        """Return the line of the widget at `y`."""
        width = self.size.width
        line = y + self.scroll_offset.y
        palette = palette_of(self)
        if line >= self.line_count or width <= 0:
            return Strip.blank(width, palette.ground)
        strip = Strip(self.draw(line, width)).adjust_cell_length(width).apply_style(palette.ground)
        if self.row_count and self.row_of(line) == self.highlighted and self.marks_row:
            strip = _chosen(strip, palette)
        return strip

    @property
    def marks_row(self) -> bool:
        """Whether the highlighted row is shown as such."""
        return self.has_focus

    def watch_has_focus(self, _focused: bool) -> None:
        """Show or hide the highlight."""
        self.refresh()

    def on_resize(self) -> None:
        """Fit the lines to the new width."""
        self.refit()

    def on_click(self, event: events.Click) -> None:
        """Act on the row under the mouse."""
        line = event.y + self.scroll_offset.y
        if line < self.line_count and self.row_of(line) >= 0:
            self.highlight(self.row_of(line))
            self.choose_highlighted()


def _chosen(strip: Strip, palette: Palette) -> Strip:
    """Return the strip as that of the highlighted row; grey words become plain ones, to be read on that ground."""
    greys = {palette.muted.color, palette.rule.color} - {None}
    segments = []
    for text, style, control in strip:
        own = style or palette.ground
        plain = palette.text if own.color in greys else Style()
        segments.append(Segment(text, own + plain + palette.chosen, control))
    return Strip(segments, strip.cell_length)
