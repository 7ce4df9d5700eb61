"""``reader keys``."""

from __future__ import annotations

from itertools import groupby

import click

from reader.cli.output import write
from reader.present.cells import cells, padded
from reader.tui.commands import COMMANDS, Command, Scope, shown


@click.command("keys")
def command() -> int:
    """Print the keys of the screen, by what they are for."""
    lines = [(str(command.group), _keys(command), command) for command in COMMANDS]
    widest = max(cells(keys) for _, keys, _ in lines)
    for number, (group, members) in enumerate(groupby(sorted(lines, key=_order), key=lambda line: line[0])):
        write(("\n" if number else "") + group + "\n")
        for _, keys, declared in members:
            where = "" if Scope.READING in declared.scopes else "  (in the queue)"
            write(f"  {padded(keys, widest)}  {declared.title}{where}\n")
    return 0


def _order(line: tuple[str, str, Command]) -> int:
    """Groups come in the order in which the first command of each is declared."""
    groups = list(dict.fromkeys(str(command.group) for command in COMMANDS))
    return groups.index(line[0])


def _keys(command: Command) -> str:
    if command.takes_key:
        return f"{shown(command.keys[0])} to {shown(command.keys[-1])}"
    return "  ".join(shown(key) for key in command.keys)
