"""What all screens share: keys become commands, chords are waited for, a line at the foot speaks."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events, on
from textual.screen import Screen

from reader.tui.commands import Command, Keymap, Scope, shown
from reader.tui.messages import Chosen, Dismissed
from reader.tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from reader.tui.app import ReaderApp


class CommandScreen(Screen[None]):
    """A screen whose keys are those of one scope; the command ``x`` is the method ``do_x``."""

    SCOPE: ClassVar[Scope]

    def __init__(self) -> None:
        super().__init__()
        self.keymap = Keymap(self.SCOPE)
        self.key_line = KeyLine(self.keymap)
        self._pending = ""

    @property
    def reader(self) -> ReaderApp:
        """The app, by its own type."""
        return cast("ReaderApp", self.app)

    def on_mount(self) -> None:
        """Follow the theme."""
        self.app.theme_changed_signal.subscribe(self, lambda _theme: self.restyle())

    def restyle(self) -> None:
        """Draw everything in the new theme."""
        raise NotImplementedError

    @property
    def asking(self) -> bool:
        """Whether the reader is typing into a prompt."""
        return self.focused is not None and self.focused.id == "prompt"

    def on_key(self, event: events.Key) -> None:
        """Run the command of the key, or wait for the rest of a chord, however long; its wrong end does nothing."""
        self.reader.last_key = monotonic()
        if self.asking:
            return
        name = key_name(event)
        pending, self._pending = self._pending, ""
        self.key_line.wait_for("")
        self.key_line.say(None)
        if not pending and self.keymap.opens_chord(name):
            self._pending = name
            self.key_line.wait_for(name)
        elif command := self.keymap.command(pending + name):
            self.perform(command, name)
        elif pending:
            self._tell_chords(pending, name)
        else:
            return
        event.stop()
        event.prevent_default()

    def _tell_chords(self, pending: str, name: str) -> None:
        """Say what the second key might have been; Esc ends a chord without a word."""
        chords = " ".join(pending + key for key, _ in self.keymap.completions(pending))
        if name != "escape":
            known = f"it goes on as {chords}" if chords else "it is a key of the open story"
            self.key_line.say(f"{pending}{shown(name)} is nothing; {known}")

    def perform(self, command: Command, key: str = "") -> None:
        """Run a command; `key` is what was pressed, for the commands that ask."""
        method = getattr(self, f"do_{command.id}")
        method(key) if command.takes_key else method()

    @on(Chosen)
    def _run_chosen(self, message: Chosen) -> None:
        message.stop()
        for command in self.keymap.commands:
            if command.id == message.command:
                self.perform(command)

    def ask(self, purpose: str, hint: str, value: str = "") -> None:
        """Open the line in which the reader types."""
        from reader.tui.widgets.prompt import Prompt

        if not self.query("#prompt"):
            prompt = Prompt(purpose, hint, value)
            self.mount(prompt, before=self.key_line)
            prompt.focus()

    @on(Dismissed)
    def _dismissed(self, message: Dismissed) -> None:
        message.stop()
        self.stop_asking()

    def stop_asking(self) -> None:
        """Close the line in which the reader types."""
        self.query("#prompt").remove()
        self.key_line.say(None)

    def do_theme(self) -> None:
        """Go to the next theme."""
        self.key_line.say(self.reader.next_theme())

    def do_help(self) -> None:
        """List all keys."""
        from reader.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.SCOPE))

    def do_palette(self) -> None:
        """Find commands by name."""
        self.app.action_command_palette()

    def do_quit(self) -> None:
        """Leave the program."""
        self.app.exit()


def key_name(event: events.Key) -> str:
    """Return the key as commands are declared with: its character if it shows one, else its name."""
    character = event.character
    return character if character and character.isprintable() and not character.isspace() else event.key
