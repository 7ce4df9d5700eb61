"""The queue: one story a row, its figures filled in as they are counted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from reader.errors import InputError, visible
from reader.model import Article
from reader.present.guard import one_line
from reader.present.legend import Counts
from reader.present.notices import notices
from reader.tui.lines import Ink, fitted, segments, spread
from reader.tui.messages import OpenStory
from reader.tui.palette import Palette, palette_of
from reader.tui.shelf import Shelf
from reader.tui.story import label_of
from reader.tui.title import age
from reader.tui.widgets.rows import RowList

_ONE_LINE = 66
"""Cells from which a story takes one line rather than two."""
_FIGURE = 4
_FIGURES = 4 * _FIGURE
_AGE = 4
_MARKED = "*"
"""In front of the take that another is to be compared with."""
_ALL_COLUMNS = 100
"""Cells from which the source has a column and the version a broader one."""


class QueueList(RowList):
    """The stories that match the filter, in the order in which they came."""

    def __init__(self, shelf: Shelf, now: datetime) -> None:
        super().__init__(id="queue")
        self._shelf = shelf
        self._now = now
        self._query = ""
        self._positions: Sequence[int] = range(len(shelf.entries))
        self.marked: int | None = None
        """Position on the shelf of the take that another is to be compared with."""

    @property
    def marks_row(self) -> bool:
        """The queue always shows where it stands."""
        return True

    def refill(self) -> None:
        """Take notice of new stories."""
        shelf = self._shelf
        self._positions = shelf.matching(self._query) if self._query else range(len(shelf.entries))
        self.refit()
        self._want_rows_in_view()

    def on_resize(self) -> None:
        """Fit the lines, and have the rows that came into view counted next."""
        super().on_resize()
        self._want_rows_in_view()

    def narrow_to(self, query: str) -> int:
        """Show the stories that match `query` and return how many there are."""
        self._query = query
        self.refill()
        self.highlight(0)
        return len(self._positions)

    def stand_on(self, position: int) -> None:
        """Highlight the story at `position` of the shelf, if it is shown."""
        if position in self._positions:
            self.highlight(self._positions.index(position))

    def mark(self, position: int | None) -> None:
        """Mark the take that another is to be compared with; None for none."""
        self.marked = position
        self.refresh()

    @property
    def position(self) -> int | None:
        """Position on the shelf of the highlighted story."""
        return self._positions[self.highlighted] if self.highlighted < len(self._positions) else None

    def recount(self, position: int) -> None:
        """Take notice that a story has been counted."""
        if position in self._shelf.wanted:
            self.refresh()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Redraw, and have the rows that came into view counted next."""
        super().watch_scroll_y(old_value, new_value)
        self._want_rows_in_view()

    def _want_rows_in_view(self) -> None:
        first = self.scroll_offset.y // self._height
        last = first + self.size.height // self._height + 1
        self._shelf.wanted = self._positions[first:last]

    @property
    def _height(self) -> int:
        return 1 if self.size.width >= _ONE_LINE else 2

    @property
    def row_count(self) -> int:
        """Number of rows."""
        return len(self._positions)

    @property
    def line_count(self) -> int:
        """Number of lines."""
        return len(self._positions) * self._height

    def row_of(self, line: int) -> int:
        """Return the row of a line."""
        return line // self._height

    def lines_of(self, row: int) -> range:
        """Return the lines of a row."""
        return range(row * self._height, (row + 1) * self._height)

    def choose(self, row: int) -> None:
        """Open the story."""
        if self._shelf.article(self._positions[row]) is not None:
            self.app.post_message(OpenStory(self._positions[row]))

    def draw(self, line: int, width: int) -> Sequence[Segment]:
        """Return a line of a row."""
        row, part = divmod(line, self._height)
        position = self._positions[row]
        entry = self._shelf.entries[position]
        palette = palette_of(self)
        sign = _MARKED if position == self.marked else "›" if row == self.highlighted else " "
        lead: Ink = (" " if part else sign, palette.accent)
        if isinstance(entry, InputError):
            reason = visible(entry.source if part == 0 and self._height == 2 else f"{entry.source}: {entry.reason}")
            return segments([lead, (fitted(reason, width - 1), palette.muted)])
        fault = self._shelf.faults.get(position)
        if fault is not None and part == self._height - 1:
            named = _named(entry, self._now, width // 3, palette) if self._height == 1 else []
            return segments([lead, *spread([*named, (f"  {visible(fault)}", palette.muted)], [], width - 1)])
        counts = self._shelf.counts.get(position)
        if self._height == 1:
            return segments([lead, *_wide(entry, counts, self._now, width - 1, palette)])
        if part == 0:
            return segments([lead, *_named(entry, self._now, width - 1, palette)])
        return segments([lead, *_below(entry, counts, self._now, width - 1, palette)])


def column_titles(width: int, palette: Palette) -> list[Ink]:
    """Return the titles that stand above the columns of a wide row."""
    titles = f"{_middle('Version', 'Source', width)} {'Age':>{_AGE}}"
    figures = "".join(f"{sign:>{_FIGURE}}" for sign in "QS~?")
    return spread([(" Story", palette.muted)], [(titles + figures + " ", palette.muted)], width)


def _wide(article: Article, counts: Counts | None, now: datetime, width: int, palette: Palette) -> list[Ink]:
    middle = f"{_middle(article.version, article.source, width + 1)} {age(article, now):>{_AGE}}"
    name = _named(article, now, max(0, width - cell_len(middle) - _FIGURES - 1), palette)
    return [*name, (middle, palette.muted), *_figures(counts, palette), (" ", Style())]


def _middle(version: str | None, source: str | None, width: int) -> str:
    """Return the columns that the width of the row allows."""
    if width < _ALL_COLUMNS:
        return f" {fitted(one_line(version or ''), 9)}"
    return f" {fitted(one_line(version or ''), 13)} {fitted(one_line(source or ''), 13)}"


def _named(article: Article, now: datetime, width: int, palette: Palette) -> list[Ink]:
    """Return what the desk calls the story, after what must not be overlooked, and its headline after its slug."""
    inks: list[Ink] = []
    if article.priority is not None and article.priority <= 1:
        inks.append(("! ", palette.alarm))
    for notice in notices(article, now):
        inks += [(notice.split()[0], palette.notice(article)), (" ", Style())]
    inks.append((label_of(article), palette.bold if article.slug else palette.text))
    if article.slug and article.headline:
        inks.append((f"  {one_line(article.headline)}", palette.text))
    return spread(inks, [], width)


def _below(article: Article, counts: Counts | None, now: datetime, width: int, palette: Palette) -> list[Ink]:
    parts = (one_line(part) for part in (age(article, now), article.version, article.source) if part)
    return spread([("  " + " · ".join(parts), palette.muted)], [*_figures(counts, palette), (" ", Style())], width)


def _figures(counts: Counts | None, palette: Palette) -> list[Ink]:
    """Return the four figures in columns; a dot stands for none, blanks for not yet counted."""
    if counts is None:
        return [(" " * _FIGURES, Style())]
    figures = (counts.quotes, counts.speakers, counts.hedges, counts.unnamed)
    return [(f"{n or '·':>{_FIGURE}}", palette.text if n else palette.rule) for n in figures]
