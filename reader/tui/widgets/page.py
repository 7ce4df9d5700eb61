"""Lines of our own making in a column that scrolls, laid out anew when the width or the theme changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.tui.lines import Ink, segments
from reader.tui.palette import Palette, palette_of

Layout = Callable[[Palette, int], Sequence[Sequence[Ink]]]
"""Makes the lines, each at most so many cells wide."""


class Page(ScrollView, can_focus=True):
    """Whatever the layout makes; nothing before there is one."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "Page { overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 1; }"

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._layout: Layout = lambda _palette, _width: ()
        self._lines: Sequence[Sequence[Ink]] = ()

    def show(self, layout: Layout) -> None:
        """Show other lines."""
        self._layout = layout
        self.lay_out()

    def lay_out(self) -> None:
        """Make the lines for the present width and theme."""
        width = self.scrollable_content_region.width
        self._lines = self._layout(palette_of(self), width) if width > 0 else ()
        self.virtual_size = Size(width, len(self._lines))
        self.refresh()

    def on_resize(self) -> None:
        """Fit to the new width."""
        self.lay_out()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the number of lines at `width`, for a page that is as high as what it shows."""
        return max(1, len(self._layout(palette_of(self), width)))

    def move(self, by: int) -> None:
        """Scroll down by some lines."""
        self.scroll_to(y=max(0, self.scroll_offset.y + by), animate=False, force=True)

    def page(self, pages: float) -> None:
        """Scroll down by some screens, one line kept."""
        step = max(1, int((self.size.height - 1) * abs(pages)))
        self.move(step if pages > 0 else -step)

    def to_end(self, *, first: bool) -> None:
        """Scroll to the first or the last line."""
        self.scroll_to(y=0 if first else len(self._lines), animate=False, force=True)

    def render_line(self, y: int) -> Strip:
        """Return the line of the widget at `y`."""
        ground, width = palette_of(self).ground, self.size.width
        line = y + self.scroll_offset.y
        if line >= len(self._lines) or width <= 0:
            return Strip.blank(width, ground)
        return Strip(segments(self._lines[line])).adjust_cell_length(width).apply_style(ground)
