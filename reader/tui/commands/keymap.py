"""Which command a key stands for, and how keys are written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reader.tui.commands.command import Command, Scope
from reader.tui.commands.declared import COMMANDS

_WRITTEN = {
    "space": "Space",
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "backspace": "Backspace",
    "down": "↓",
    "up": "↑",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "f1": "F1",
}


def shown(key: str) -> str:
    """Return a key as a person writes it: ``Ctrl+D``, ``Space``, ``]q``."""
    if key in _WRITTEN:
        return _WRITTEN[key]
    return f"Ctrl+{key[5:].upper()}" if key.startswith("ctrl+") else key


def is_chord(key: str) -> bool:
    """Return whether `key` is two presses rather than the name of one."""
    return len(key) == 2 and not key[0].isalnum()


class Keymap:
    """The keys of one scope."""

    def __init__(self, scope: Scope, commands: Sequence[Command] = COMMANDS) -> None:
        self.commands = tuple(command for command in commands if scope in command.scopes)
        self._by_key = {key: command for command in self.commands for key in command.keys}
        self._prefixes = {key[0] for command in commands for key in command.keys if is_chord(key)}
        """Of every scope, so that the end of a chord is never taken for a key of its own where the chord is none."""

    def command(self, key: str) -> Command | None:
        """Return the command of a key or of a whole chord; None when it has none."""
        return self._by_key.get(key)

    def opens_chord(self, key: str) -> bool:
        """Return whether more keys may follow `key`."""
        return key in self._prefixes

    def completions(self, prefix: str) -> Iterable[tuple[str, Command]]:
        """Yield what may follow `prefix`, with its command."""
        for key, command in self._by_key.items():
            if is_chord(key) and key[0] == prefix:
                yield key[1], command

    def in_footer(self) -> Iterable[tuple[str, Command]]:
        """Yield the commands that the footer shows, each with its first key."""
        for command in self.commands:
            if command.footer:
                yield command.keys[0], command
