"""The line at the foot: the keys that matter here, a chord that is under way, or a word from the program.

What the program says takes as many lines as it needs; the next key takes it away.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.style import Style
from textual import events

from reader.present.cells import clipped, wrap
from reader.present.guard import one_line
from reader.tui.commands import Keymap, shown
from reader.tui.lines import Ink, cells, spread
from reader.tui.messages import Chosen
from reader.tui.palette import Palette
from reader.tui.widgets.line import Line


class KeyLine(Line):
    """Keys of one scope."""

    def __init__(self, keymap: Keymap) -> None:
        super().__init__(id="keys")
        self._keymap = keymap
        self._pending = ""
        self._said: str | None = None
        self._lines: list[str] = []
        """The message, wrapped."""
        self._right = ""
        self._places: list[tuple[range, str]] = []

    def say(self, words: str | None) -> None:
        """Show a message until the next key, whole; None for the keys."""
        if words != self._said:
            self._said = None if words is None else one_line(words)
            self._fit()

    def say_on_one_line(self, words: str) -> None:
        """Show as much of a message as fits on one line."""
        self.say(clipped(one_line(words), self._room))

    @property
    def _room(self) -> int:
        """Cells for a message on each line."""
        return max(1, self.size.width - cell_len(self._right) - 3)

    def _fit(self) -> None:
        """Take as many lines as the message needs."""
        self._lines = [] if self._said is None else [part.of(self._said) for part in wrap(self._said, self._room)]
        self.styles.height = max(1, len(self._lines))
        self.refresh()

    def on_resize(self) -> None:
        """Wrap the message for the new width."""
        self._fit()

    def wait_for(self, prefix: str) -> None:
        """Show how a chord may go on; empty for none."""
        if prefix != self._pending:
            self._pending = prefix
            self.refresh()

    def set_right(self, words: str) -> None:
        """Show this at the right end."""
        if words != self._right:
            self._right = words
            self._fit()

    def inks(self, width: int, palette: Palette) -> Sequence[Ink]:
        """Return the line."""
        right: list[Ink] = [(f" {self._right} ", palette.muted)] if self._right else []
        self._places = []
        if self._pending:
            left: list[Ink] = [(f" {self._pending} ", palette.accent), ("… ", palette.muted)]
            for key, command in self._keymap.completions(self._pending):
                left += [(f" {key} ", palette.accent), (f"{command.title.lower()} ", palette.muted)]
        elif self._lines:
            left = [(f" {self._lines[0]}", palette.text)]
        else:
            left = self._keys(width - cells(right), palette)
        return spread(left, right, width)

    def inks_at(self, y: int, width: int, palette: Palette) -> Sequence[Ink]:
        """Return the line at `y`; below the first stands the rest of a message."""
        if y == 0:
            return self.inks(width, palette)
        return [(f" {self._lines[y]}", palette.text)] if y < len(self._lines) else ()

    def _keys(self, room: int, palette: Palette) -> list[Ink]:
        """Return as many keys as there is room for, remembering where each stands for the mouse."""
        inks: list[Ink] = []
        at = 1
        for key, command in self._keymap.in_footer():
            size = cell_len(shown(key)) + 1 + cell_len(command.footer)
            if at + size > room:
                break
            inks += [
                ("  " if inks else " ", Style()),
                (shown(key), palette.accent),
                (f" {command.footer}", palette.muted),
            ]
            self._places.append((range(at, at + size), command.id))
            at += size + 2
        return inks

    def on_click(self, event: events.Click) -> None:
        """Run the command under the mouse."""
        for place, command in self._places:
            if event.y == 0 and event.x in place:
                self.post_message(Chosen(command))
