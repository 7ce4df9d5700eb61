"""Lines, screens and ends: the same keys in a list and in a text."""

from __future__ import annotations

from typing import Protocol


class Mover(Protocol):
    """What the keys move in."""

    def move(self, by: int, /) -> None:
        """Go some lines or rows down."""

    def page(self, pages: float, /) -> None:
        """Go some screens down."""


class Motion:
    """The part of a screen that moves what has the keys."""

    @property
    def mover(self) -> Mover:
        """What has the keys."""
        raise NotImplementedError

    def to_end(self, *, first: bool) -> None:
        """Go to the first line or row, or to the last."""
        raise NotImplementedError

    def do_down(self) -> None:
        """One line or row down."""
        self.mover.move(1)

    def do_up(self) -> None:
        """One line or row up."""
        self.mover.move(-1)

    def do_half_down(self) -> None:
        """Half a screen down."""
        self.mover.page(0.5)

    def do_half_up(self) -> None:
        """Half a screen up."""
        self.mover.page(-0.5)

    def do_page_down(self) -> None:
        """One screen down."""
        self.mover.page(1)

    def do_page_up(self) -> None:
        """One screen up."""
        self.mover.page(-1)

    def do_top(self) -> None:
        """To the beginning."""
        self.to_end(first=True)

    def do_bottom(self) -> None:
        """To the end."""
        self.to_end(first=False)
