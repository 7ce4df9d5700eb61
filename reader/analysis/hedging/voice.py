"""Who hedges: the story, or the speaker in whose words the hedge stands."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from reader.analysis.marks import Marked
from reader.model import Quote, Voice
from reader.spans import Span


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that are somebody's."""

    span: Span
    speaker: int | None


def stretches(quotes: tuple[Quote, ...], marks: tuple[Marked, ...]) -> tuple[Stretch, ...]:
    """Return the stretches of speech in text order: what quotes hold, and what stands in marks with no quote found."""
    spoken = [Stretch(span, quote.speaker) for quote in quotes for span in quote.spans]
    spoken += [Stretch(mark.span, None) for mark in marks]
    return tuple(sorted(spoken, key=lambda stretch: (stretch.span, stretch.speaker is None)))


def voice_at(span: Span, spoken: tuple[Stretch, ...]) -> tuple[Voice, int | None]:
    """Return whose the words at `span` are; the shortest stretch that covers them and has a speaker decides."""
    last = bisect_right(spoken, span.start, key=lambda stretch: stretch.span.start)
    covering = [stretch for stretch in spoken[max(0, last - 40) : last] if stretch.span.covers(span)]
    if not covering:
        return Voice.STORY, None
    known = [stretch for stretch in covering if stretch.speaker is not None]
    best = min(known or covering, key=lambda stretch: stretch.span.length)
    return Voice.SPEAKER, best.speaker
