"""Identity: one name table a story, and who each mention is."""

from __future__ import annotations

from reader.analysis.mentions import Mention
from reader.analysis.quotes import Attribution
from reader.analysis.segment import Document
from reader.model import Quote, Speaker


def identify(
    document: Document, mentions: tuple[Mention, ...], attributions: tuple[Attribution, ...]
) -> tuple[tuple[Quote, ...], tuple[Speaker, ...]]:
    """Return the quotes with their speakers resolved, and the speakers in order of first appearance."""
    return (), ()
