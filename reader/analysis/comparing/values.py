"""What a comparison of two takes says: rows of sentences, and the facts that changed.

Spans called `old` count code points of the old story's text, those called `new` of the new one's.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from reader.model import Analysis, Article
from reader.spans import Span


class Take(Protocol):
    """One version of a story with what was found in it."""

    @property
    def article(self) -> Article:
        """The words."""

    @property
    def analysis(self) -> Analysis:
        """What was found in them."""


class Change(StrEnum):
    """What became of a sentence."""

    SAME = "same"
    MOVED = "moved"
    """The same words in another place."""
    CHANGED = "changed"
    """Other words, or the same in more sentences or fewer; perhaps in another place too."""
    ADDED = "added"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Edit:
    """Words that stand in place of others; one side is empty, at the place of the other, where words came or went."""

    old: Span
    new: Span


@dataclass(frozen=True, slots=True)
class Row:
    """Sentences that belong together."""

    change: Change
    old: tuple[Span, ...]
    """Sentences of the old story, several where they were joined; none for `added`."""
    new: tuple[Span, ...]
    """Sentences of the new story, several where one was split; none for `dropped`."""
    edits: tuple[Edit, ...] = ()
    """Only for `changed`, in text order; none where only the ends of sentences differ."""


class FactKind(StrEnum):
    """What changed that a desk has to know."""

    NUMBER = "number"
    QUOTE = "quote"
    """Words between quotation marks differ."""
    SAYING = "saying"
    """A verb of saying has another force: ``said``, ``alleged``."""
    HEDGE_LOST = "hedge lost"
    HEDGE_GAINED = "hedge gained"
    SOURCE_DROPPED = "source dropped"
    SOURCE_ADDED = "source added"


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that changed."""

    kind: FactKind
    old: Span | None
    """The words in the old story; None for what was not there."""
    new: Span | None
    about: str | None = None
    """The word beside a number, the speaker of a quote or a verb, the category of a hedge, the name of a source."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What one take of a story changed of another."""

    rows: tuple[Row, ...]
    """In the order of the new story; dropped sentences stand after what they followed in the old one."""
    facts: tuple[Fact, ...]
    """By kind, then in the order of the rows; sources in the order of their story."""
