"""News that travels up from widgets and workers to the screens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from reader.model import UnsourcedClaim
from reader.tui.places import Place
from reader.tui.story import Story

if TYPE_CHECKING:
    from reader.analysis.takes import Comparison


@dataclass
class Arrived(Message):
    """More inputs have been read."""

    finished: bool
    """Whether that was the last of them."""

    def can_replace(self, message: Message) -> bool:
        """Return whether a later one makes an earlier one needless."""
        return isinstance(message, Arrived)


@dataclass
class Counted(Message):
    """The marks of one more story of the queue have been counted."""

    position: int


@dataclass
class Analysed(Message):
    """The marks of the open story are there."""

    story: Story


@dataclass
class ClaimsFound(Message):
    """The claims without a source have been looked for."""

    story: Story
    """In which."""
    claims: tuple[UnsourcedClaim, ...]


@dataclass
class Compared(Message):
    """What one take changed of the other is known."""

    old: Story
    new: Story
    comparison: Comparison


@dataclass
class GoTo(Message):
    """The reader wants to be at this place of the text."""

    place: Place


@dataclass
class GoToRow(Message):
    """The reader wants this row of the text at the top."""

    row: int


@dataclass
class Isolate(Message):
    """The reader wants to hear this speaker only; None for all."""

    speaker: int | None


@dataclass
class OpenStory(Message):
    """The reader wants to read the story at this position of the queue."""

    position: int


@dataclass
class Chosen(Message):
    """A click on a command in the footer."""

    command: str


@dataclass
class Answered(Message):
    """The line at the foot of the screen was filled in."""

    purpose: str
    value: str
    final: bool
    """False while it is being typed."""


@dataclass
class Dismissed(Message):
    """The line at the foot of the screen was left without an answer."""

    purpose: str
