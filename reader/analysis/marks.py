"""Quotation marks, paired by paragraph and direction."""

from __future__ import annotations

from dataclasses import dataclass

from reader.analysis.segment import Document
from reader.spans import Span


@dataclass(frozen=True, slots=True)
class Marked:
    """One stretch between quotation marks."""

    span: Span
    """With its marks; inside one paragraph."""
    open: bool
    """It has no closing mark: it runs to the end of its paragraph."""
    single: bool
    """Set in single marks."""


def find_marks(document: Document) -> tuple[Marked, ...]:
    """Return the outermost marked stretches in text order, disjoint, each inside one paragraph."""
    return ()
