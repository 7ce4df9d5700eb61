"""A text cut into rows of cells, and the way from an offset to its row and back.

Nothing is inserted: each row is a slice of the text.  Lines of plain letters, nearly all there are, are cut by counting
characters, which does 100,000 words in some 20 ms; the others go to `present.cells`.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right

from reader.present.cells import TAB, wrap
from reader.spans import Span

_UNEVEN = re.compile(
    r"[^\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0513\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]"
)
"""Anything that may not be exactly one cell wide."""
_LETTER = re.compile(r"[^\W\d_]")
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")


class WrapTable:
    """The rows of `text` at `width` cells; every line of the text begins a row, and an empty one is a row too."""

    __slots__ = ("ends", "right_to_left", "starts", "text", "width")

    def __init__(self, text: str, width: int) -> None:
        self.text = text
        self.width = max(1, width)
        self.starts = array("l")
        """First code point of each row."""
        self.ends = array("l")
        """End of what is shown of each row; the white space at which the row was broken is left out."""
        self.right_to_left: set[int] = set()
        """Rows whose line begins in a script that runs from right to left."""
        start = 0
        while start <= len(text):
            end = text.find("\n", start)
            stop = len(text) if end < 0 else end
            self._add_line(start, stop)
            start = stop + 1

    def __len__(self) -> int:
        return len(self.starts)

    def row_at(self, offset: int) -> int:
        """Return the row on which the code point at `offset` stands."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def rows_of(self, span: Span) -> range:
        """Return the rows that `span` touches."""
        return range(self.row_at(span.start), self.row_at(max(span.start, span.end - 1)) + 1)

    def span(self, row: int) -> Span:
        """Return what is shown on `row`."""
        return Span(self.starts[row], self.ends[row])

    def _add_line(self, start: int, stop: int) -> None:
        if stop - start <= self.width and _UNEVEN.search(self.text, start, stop) is None:
            self._add(start, stop)
        elif _UNEVEN.search(self.text, start, stop) is None:
            self._wrap_even(start, stop)
        else:
            self._wrap_uneven(start, stop)

    def _add(self, start: int, end: int) -> None:
        self.starts.append(start)
        self.ends.append(end)

    def _wrap_even(self, start: int, stop: int) -> None:
        """Cut a line in which every character is one cell wide."""
        text, width = self.text, self.width
        indent = start
        while indent < stop and text[indent] == " ":
            indent += 1
        while stop - start > width:
            space = text.rfind(" ", max(start, indent) + 1, start + width + 1)
            if space < 0:
                self._add(start, start + width)
                start += width
                continue
            end = space
            while end > start and text[end - 1] == " ":
                end -= 1
            self._add(start, end)
            start = space
            while start < stop and text[start] == " ":
                start += 1
        if start < stop:
            self._add(start, stop)

    def _wrap_uneven(self, start: int, stop: int) -> None:
        """Cut a line with wide characters, marks or tabs; a tab may take a whole stop, so its line is cut shorter."""
        first = len(self.starts)
        line = self.text[start:stop]
        width = max((self.width + 1) // 2, self.width - (TAB - 1) * line.count("\t"))
        for piece in wrap(line, width) or [Span(0, 0)]:
            self._add(*piece.shifted(start))
        letter = _LETTER.search(line)
        if letter and _RIGHT_TO_LEFT.match(letter.group()):
            self.right_to_left.update(range(first, len(self.starts)))
