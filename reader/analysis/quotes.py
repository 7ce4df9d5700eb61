"""Attributions: what is said, the cue that says so, and the words that name who said it."""

from __future__ import annotations

from dataclasses import dataclass

from reader.analysis.marks import Marked
from reader.analysis.mentions import Mention
from reader.analysis.segment import Document
from reader.model import Basis, QuoteKind
from reader.spans import Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """A quote whose speaker is known by its words only, not yet by identity."""

    kind: QuoteKind
    spans: tuple[Span, ...]
    cue: Span | None
    mention: Span | None
    basis: Basis
    open: bool


def find_quotes(
    document: Document, marks: tuple[Marked, ...], mentions: tuple[Mention, ...]
) -> tuple[Attribution, ...]:
    """Return the attributions, direct, mixed and indirect, in text order of their first span."""
    return ()
