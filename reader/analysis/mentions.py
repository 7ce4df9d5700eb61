"""Words that name or point to somebody who may speak: names, nominals, pronouns."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.analysis.segment import Document
from reader.spans import Span


class MentionKind(StrEnum):
    """Form of a mention."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Mention:
    """One place that may name a speaker."""

    span: Span
    """The whole noun phrase, title and apposition included."""
    head: Span
    """The name, noun or pronoun itself."""
    kind: MentionKind


def find_mentions(document: Document) -> tuple[Mention, ...]:
    """Return the mentions in text order, disjoint."""
    return ()
