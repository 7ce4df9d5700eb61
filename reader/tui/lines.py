"""Small pieces of a line: cut, set to the right, joined; all by cells and without markup."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style

from reader.present.cells import clipped

Ink = tuple[str, Style]
"""Words and how they look."""


def fitted(text: str, width: int) -> str:
    """Return `text` in exactly `width` cells, cut with an ellipsis or filled with blanks."""
    return set_cell_size(clipped(text, width), width) if width > 0 else ""


def segments(inks: Iterable[Ink]) -> list[Segment]:
    """Return the inks as segments."""
    return [Segment(text, style) for text, style in inks if text]


def cells(inks: Iterable[Ink]) -> int:
    """Return the cells that the inks take."""
    return sum(cell_len(text) for text, _ in inks)


def spread(left: Sequence[Ink], right: Sequence[Ink], width: int) -> list[Ink]:
    """Return one line with `left` at its beginning and `right` at its end; `left` is cut when both do not fit."""
    room = width - cells(right)
    kept: list[Ink] = []
    for text, style in left:
        if room <= 0:
            break
        piece = clipped(text, room)
        kept.append((piece, style))
        room -= cell_len(piece)
    return [*kept, (" " * max(0, room), Style()), *right]


def bar(share: float, solid: float, width: int) -> tuple[str, str]:
    """Return a bar for `share` of `width` cells in two parts, the first `solid` of it; at least one cell."""
    total = max(1, round(share * width))
    full = round(total * solid)
    return "━" * full, "╍" * (total - full)
