"""Half-open spans of code points, the one coin in which every find in a story is paid."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """``text[start:end]``; offsets count code points and ``start <= end``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words of the span."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Return whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Return whether the two share at least one character."""
        return max(self.start, other.start) < min(self.end, other.end)

    def shifted(self, by: int) -> Span:
        """Return the span moved right by `by` code points."""
        return Span(self.start + by, self.end + by)

    @property
    def length(self) -> int:
        """Number of code points."""
        return self.end - self.start


def trimmed(text: str, start: int, end: int) -> Span:
    """Return ``[start, end)`` without white space at either edge; empty at `start` when there is nothing else."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
