"""What the analysis finds said in a text, as words, for tables of tests."""

from __future__ import annotations

from reader.analysis.marks import find_marks
from reader.analysis.mentions import find_mentions
from reader.analysis.quotes import Attribution, find_quotes
from reader.analysis.segment import Document, segment
from reader.model import Article


def attributions(document: Document) -> tuple[Attribution, ...]:
    return find_quotes(document, find_marks(document), find_mentions(document))


def said(text: str) -> list[tuple[str, str | None, str | None]]:
    """Return content, mention and cue of each attribution, as words."""
    return [
        (
            " … ".join(span.of(text) for span in quote.spans),
            quote.mention.of(text) if quote.mention else None,
            quote.cue.of(text) if quote.cue else None,
        )
        for quote in attributions(segment(Article.from_text(text)))
    ]
