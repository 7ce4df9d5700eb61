"""A titled panel beside the text: rows of a few lines each, laid out anew when the width or the story changes."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment

from reader.tui.lines import Ink, segments
from reader.tui.palette import Palette, palette_of
from reader.tui.story import NO_ANALYSIS, Story
from reader.tui.widgets.rows import RowList


class Panel(RowList):
    """Rows about one story."""

    TITLE = ""

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self.story: Story | None = None
        self._lines: list[list[Ink]] = []
        self._owners: list[int] = []
        self._width = -1
        self.border_title = f" {self.TITLE} "

    def rows(self, story: Story, palette: Palette, width: int) -> list[list[list[Ink]]]:
        """Return the rows, each as its lines, each as inks."""
        raise NotImplementedError

    def head(self, story: Story, palette: Palette, width: int) -> list[list[Ink]]:
        """Return lines above the rows, which belong to none of them; none unless overridden."""
        return []

    def title(self, story: Story) -> str:
        """Return the panel's title; never words of the story."""
        return self.TITLE

    def empty(self, story: Story) -> str:
        """Return what is said when there are no rows."""
        raise NotImplementedError

    def show(self, story: Story) -> None:
        """Show another story, or the same with its marks."""
        fresh = self.story is None or self.story.article is not story.article
        self.story = story
        self.border_title = f" {self.title(story)} "
        self.lay_out()
        if fresh:
            self.highlighted = 0
            self.scroll_to(y=0, animate=False)

    def lay_out(self) -> None:
        """Draw all rows anew."""
        if self.story is None:
            return
        self._width = self.scrollable_content_region.width
        palette = palette_of(self)
        head = self.head(self.story, palette, self._width) if self._width > 0 else []
        rows = self.rows(self.story, palette, self._width) if self._width > 0 else []
        self._owners = [-1 for _ in head] + [number for number, row in enumerate(rows) for _ in row]
        self._lines = head + [line for row in rows for line in row]
        if not rows:
            self._lines.append([(f" {self.empty(self.story)}", palette.muted)])
        self.refit()

    def on_resize(self) -> None:
        """Lay out for the new width."""
        if self.scrollable_content_region.width != self._width:
            self.lay_out()

    @property
    def row_count(self) -> int:
        """Number of rows."""
        return self._owners[-1] + 1 if self._owners else 0

    @property
    def line_count(self) -> int:
        """Number of lines."""
        return len(self._lines)

    def row_of(self, line: int) -> int:
        """Return the row of a line."""
        return self._owners[line] if line < len(self._owners) else -1

    def lines_of(self, row: int) -> range:
        """Return the lines of a row; those above the first count as its own, so that they come into view with it."""
        first = self._owners.index(row) if row in self._owners else 0
        end = first + max(1, self._owners.count(row))
        return range(0 if row == 0 else first, end)

    def draw(self, line: int, width: int) -> Sequence[Segment]:
        """Return the segments of a line."""
        return segments(self._lines[line])


def waiting(story: Story, otherwise: str) -> str:
    """Return what an empty panel says before the analysis is there, and `otherwise` after."""
    return otherwise if story.ready or story.analysis is not NO_ANALYSIS else "…"
