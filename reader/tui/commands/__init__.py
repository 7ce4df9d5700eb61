"""The commands of the terminal application, declared once as data.

Keys, footer, palette, help screen and ``reader keys`` all read `COMMANDS`.  Nothing here imports the framework, so the
command line may print the keys without it.
"""

from __future__ import annotations

from reader.tui.commands.command import Command, Group, Scope
from reader.tui.commands.declared import COMMANDS
from reader.tui.commands.keymap import Keymap, shown

__all__ = ["COMMANDS", "Command", "Group", "Keymap", "Scope", "shown"]
