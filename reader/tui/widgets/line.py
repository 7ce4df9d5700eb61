"""A line across the screen that is drawn from inks."""

from __future__ import annotations

from collections.abc import Sequence

from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from reader.tui.lines import Ink, segments
from reader.tui.palette import Palette, palette_of


class Line(Widget):
    """One line; a subclass says what is on it."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "Line { height: 1; }"

    def inks(self, width: int, palette: Palette) -> Sequence[Ink]:
        """Return what stands on the line, `width` cells or fewer."""
        raise NotImplementedError

    def inks_at(self, y: int, width: int, palette: Palette) -> Sequence[Ink]:
        """Return what stands on the line at `y`, for a widget that may grow; only the first, unless overridden."""
        return () if y else self.inks(width, palette)

    def render_line(self, y: int) -> Strip:
        """Return the line."""
        width = self.size.width
        if width <= 0:
            return Strip.blank(width)
        palette = palette_of(self)
        strip = Strip(segments(self.inks_at(y, width, palette))).adjust_cell_length(width)
        return strip.apply_style(self.ground(palette))

    def ground(self, palette: Palette) -> Style:
        """Return what the line stands on."""
        return palette.panel
