"""The certainty strip: the whole story in one column beside the scrollbar."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from reader.present import legend
from reader.tui.certainty import Slice, slices_of
from reader.tui.messages import GoToRow
from reader.tui.palette import Palette, palette_of
from reader.tui.story import Story
from reader.tui.wrap import WrapTable


class CertaintyStrip(Widget):
    """One cell a slice: the strongest hedge, else the summary's sentence, else a quote."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "CertaintyStrip { width: 2; height: 100%; }"

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._story: Story | None = None
        self._table: WrapTable | None = None
        self._slices: tuple[Slice, ...] = ()
        self._made_for = -1

    def show(self, story: Story, table: WrapTable) -> None:
        """Show the slices of a story."""
        self._story, self._table = story, table
        self._made_for = -1
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the cell at `y`."""
        palette = palette_of(self)
        width, style = self.size.width, palette.ground
        if self._story is None or self._table is None:
            return Strip.blank(width, style)
        if self._made_for != self.size.height:
            self._slices = slices_of(self._story, self._table, self.size.height)
            self._made_for = self.size.height
        if y >= len(self._slices):
            return Strip.blank(width, style)
        glyph, ink = _cell(self._slices[y], palette)
        return Strip([Segment(glyph, ink), Segment(" ")]).adjust_cell_length(width).apply_style(style)

    def on_click(self, event: events.Click) -> None:
        """Go to the slice under the mouse."""
        event.stop()
        if event.y < len(self._slices):
            self.post_message(GoToRow(self._slices[event.y].rows.start))


def _cell(part: Slice, palette: Palette) -> tuple[str, Style]:
    if part.hedge is not None:
        return legend.HEDGES[part.hedge].glyph, palette.hedge_glyph(part.hedge)
    if part.summary:
        return legend.SUMMARY.glyph, palette.accent
    if part.quoted:
        return '"', palette.text
    return "·", palette.rule
