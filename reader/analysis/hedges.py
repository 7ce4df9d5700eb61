"""Hedges: words that lower the commitment to what is said, with their voice and the reason."""

from __future__ import annotations

from reader.analysis.segment import Document
from reader.model import Hedge, Quote, Speaker


def find_hedges(document: Document, quotes: tuple[Quote, ...], speakers: tuple[Speaker, ...]) -> tuple[Hedge, ...]:
    """Return the hedges in text order, disjoint."""
    return ()
