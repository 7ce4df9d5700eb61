"""What a command is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Scope(StrEnum):
    """Where a command applies."""

    QUEUE = "queue"
    READING = "reading"
    COMPARING = "comparing"


class Group(StrEnum):
    """Under which heading a command is listed."""

    MOVE = "Move"
    JUMP = "Jump"
    SPEAKERS = "Speakers"
    PANELS = "Panels"
    SEARCH = "Search"
    COPY = "Copy"
    STORIES = "Stories"
    VIEW = "View"
    PROGRAM = "Program"


EVERYWHERE = frozenset(Scope)
QUEUE = frozenset({Scope.QUEUE})
READING = frozenset({Scope.READING})
PANELLED = frozenset({Scope.READING, Scope.COMPARING})
STORIES = frozenset({Scope.QUEUE, Scope.READING})


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a key does."""

    id: str
    """Unique; the screen's method is ``do_`` with this id."""
    keys: tuple[str, ...]
    """The first is the one shown. A key is a character or a name such as ``ctrl+d``; two characters are a chord."""
    title: str
    """A few words: what happens."""
    help: str
    """One sentence more, for the help screen and the palette."""
    group: Group
    scopes: frozenset[Scope] = READING
    footer: str = ""
    """Word in the footer; empty when it is not shown there."""
    takes_key: bool = False
    """Whether the method is handed the key that was pressed."""
