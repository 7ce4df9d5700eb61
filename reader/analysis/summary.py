"""Extractive summaries: whole sentences of the story, as they stand."""

from __future__ import annotations

from reader.analysis.segment import Document
from reader.model import Options, Quote, Role, Speaker, Summary, Method, SummarySentence


def summarise(
    document: Document, quotes: tuple[Quote, ...], speakers: tuple[Speaker, ...], options: Options
) -> tuple[Summary, tuple[str, ...]]:
    """Return the summary, and a line for each thing that could not be done as asked."""
    picked = [
        SummarySentence(i, s, Role.LEDE if not i else Role.OTHER, 1.0 / (i + 1))
        for i, s in enumerate(document.sentences)
        if document.body.covers(s)
    ]
    return Summary(Method.LEAD, tuple(picked[: options.sentences])), ()
