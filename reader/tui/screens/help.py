"""All keys, by group, as the commands declare them, and what the signs beside the text mean."""

from __future__ import annotations

from collections.abc import Iterable

from textual import events
from textual.app import ComposeResult
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.present.attribution import GUESSED, INHERITED
from reader.present.cells import wrap
from reader.present.legend import DIRECT, HEDGES, INDIRECT, SUMMARY, UNATTRIBUTED
from reader.present.takes import MEANINGS, SIGNS
from reader.tui.commands import COMMANDS, Command, Group, Scope, shown
from reader.tui.lines import Ink, fitted, segments
from reader.tui.palette import Palette, palette_of
from reader.tui.screens.base import key_name

_KEYS = 17
"""Cells of the keys."""


class HelpScreen(ModalScreen[None]):
    """The keys of one scope."""

    CSS = """
    HelpScreen { align: center middle; background: $background 60%; }
    HelpScreen KeyList { width: 84; max-width: 100%; height: 90%; max-height: 60; background: $panel;
        border: round $rule; border-title-color: $accent; padding: 0 1; }
    """

    def __init__(self, scope: Scope) -> None:
        super().__init__()
        self.list = KeyList(scope)

    def compose(self) -> ComposeResult:
        """Yield the list."""
        yield self.list

    def on_key(self, event: events.Key) -> None:
        """Scroll, or close with any key that does not."""
        steps = {"j": 1, "down": 1, "k": -1, "up": -1, "space": 10, "d": 10, "pagedown": 10, "u": -10, "pageup": -10}
        step = steps.get(key_name(event))
        if step is None:
            self.dismiss()
        else:
            self.list.scroll_to(y=self.list.scroll_offset.y + step, animate=False)
        event.stop()
        event.prevent_default()


class KeyList(ScrollView, can_focus=True):
    """One line a command, under the headings of their groups."""

    def __init__(self, scope: Scope) -> None:
        super().__init__()
        self._scope = scope
        self._lines: list[list[Ink]] = []
        self.border_title = "Keys"
        self.border_subtitle = "any other key closes"

    def on_mount(self) -> None:
        """Lay out."""
        self._lay_out()

    def on_resize(self) -> None:
        """Fit to the new width."""
        self._lay_out()

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        self._lines = list(help_lines(self._scope, palette_of(self), width))
        self.virtual_size = Size(width, len(self._lines))

    def render_line(self, y: int) -> Strip:
        """Return the line at `y`."""
        ground = palette_of(self).panel
        line = y + self.scroll_offset.y
        if line >= len(self._lines):
            return Strip.blank(self.size.width, ground)
        return Strip(segments(self._lines[line])).adjust_cell_length(self.size.width).apply_style(ground)


def help_lines(scope: Scope, palette: Palette, width: int) -> Iterable[list[Ink]]:
    """Yield the lines of the help: the groups with keys and help of their commands, and the signs of a story."""
    room = max(8, width - _KEYS - 1)
    for group in Group:
        commands = [command for command in COMMANDS if command.group is group and scope in command.scopes]
        if not commands:
            continue
        yield [(group.value, palette.accent)]
        for command in commands:
            yield from _entry(_keys(command), command.help, palette, room)
        yield []
    if scope is Scope.COMPARING:
        yield [("Signs beside the rows", palette.accent)]
        for change, meaning in MEANINGS.items():
            yield from _entry(SIGNS[change], meaning, palette, room)
    if scope is Scope.READING:
        yield [("Signs beside the text", palette.accent)]
        for sign, meaning in _signs():
            yield from _entry(sign, meaning, palette, room)


def _entry(left: str, right: str, palette: Palette, room: int) -> Iterable[list[Ink]]:
    """Yield one entry: `left` in its column, and `right` beside it, on as many lines as it takes."""
    for part in wrap(right, room):
        yield [(fitted(f"  {left}", _KEYS), palette.bold), (f" {part.of(right)}", palette.text)]
        left = ""


def _signs() -> Iterable[tuple[str, str]]:
    """Yield the signs beside the text, each with its meaning."""
    yield f"1{DIRECT.glyph}", "The first of the speakers is quoted."
    yield f"1{INDIRECT.glyph}", "The first of the speakers is reported, without quotation marks."
    yield f"1{GUESSED}", "The speaker is guessed: no cue names one."
    yield f"1{INHERITED}", "The speaker is that of the quote above, which this one goes on."
    yield "1,2  1+  1+?", "Two speak on this row, or more; one of them is guessed."
    yield UNATTRIBUTED.glyph, "Nobody is known to be the speaker."
    yield f"{SUMMARY.glyph}1", "The first sentence of the summary begins here."
    yield " ".join(sign.glyph for sign in HEDGES.values()), "Weak, middling and strong words that leave room for doubt."


def _keys(command: Command) -> str:
    if command.takes_key:
        return f"{command.keys[0]}-{command.keys[-1]}"
    return " ".join(shown(key) for key in command.keys[:3])
