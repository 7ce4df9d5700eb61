"""The analysis that a perfect reader would hand in: whatever the gold says, in the program's own values."""

from __future__ import annotations

from reader.model import Analysis, Basis, Hedge, Method, Quote, Speaker, Strength, Summary
from tests.quality.scoring import Gold


def perfect(gold: Gold) -> Analysis:
    """Return the gold as an analysis; the parts that the gold does not judge are empty."""
    places = {speaker.name: place for place, speaker in enumerate(gold.speakers)}
    return Analysis(
        sentences=(),
        speakers=tuple(Speaker(s.name, s.role, s.kind, s.sourcing, ()) for s in gold.speakers),
        quotes=tuple(
            Quote(
                kind=quote.kind,
                spans=quote.spans,
                cue=quote.cue,
                mention=quote.source,
                speaker=places[quote.speaker.name] if quote.speaker else None,
                basis=Basis.EXPLICIT,
            )
            for quote in gold.quotes
        ),
        hedges=tuple(Hedge(h.span, h.category, h.voice, None, Strength.MID, "gold") for h in gold.hedges or ()),
        summary=Summary(Method.LEAD, ()),
    )
