"""Places in a story that keys go to, and which comes next."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from reader.spans import Span
from reader.tui.story import Story


class Kind(StrEnum):
    """What stands at a place."""

    QUOTE = "quote"
    HEDGE = "hedge"
    SENTENCE = "sentence"
    CLAIM = "claim"
    MATCH = "match"


@dataclass(frozen=True, slots=True)
class Place:
    """A mark one can stand on."""

    kind: Kind
    index: int
    """Into the quotes, the hedges, the summary's sentences, the claims without a source or the matches."""
    span: Span


def quotes(story: Story, speaker: int | None = None) -> list[Place]:
    """Return the quotes in text order by their first stretch, all or those of one speaker."""
    return sorted(
        (
            Place(Kind.QUOTE, i, quote.spans[0])
            for i, quote in enumerate(story.analysis.quotes)
            if quote.spans and (speaker is None or quote.speaker == speaker)
        ),
        key=lambda place: place.span,
    )


def unattributed(story: Story) -> list[Place]:
    """Return the quotes of which nobody, or nobody with a name, is known to be the speaker."""
    named = {i for i, speaker in enumerate(story.analysis.speakers) if speaker.sourcing is None}
    return [place for place in quotes(story) if story.analysis.quotes[place.index].speaker not in named]


def hedges(story: Story, speaker: int | None = None) -> list[Place]:
    """Return the hedges in text order, all or those in the mouth of one speaker."""
    return [
        Place(Kind.HEDGE, i, hedge.span)
        for i, hedge in enumerate(story.analysis.hedges)
        if speaker is None or hedge.speaker == speaker
    ]


def sentence(story: Story, index: int) -> Place:
    """Return the place of a sentence of the summary."""
    return Place(Kind.SENTENCE, index, story.analysis.summary.sentences[index].span)


def claim(story: Story, index: int) -> Place:
    """Return the place of a sentence with a claim and no source."""
    return Place(Kind.CLAIM, index, (story.claims or ())[index].sentence)


def after(places: Sequence[Place], offset: int) -> Place | None:
    """Return the first place that starts beyond `offset`; None when there is none."""
    at = bisect_right(places, offset, key=lambda place: place.span.start)
    return places[at] if at < len(places) else None


def before(places: Sequence[Place], offset: int) -> Place | None:
    """Return the last place that starts ahead of `offset`; None when there is none."""
    at = bisect_left(places, offset, key=lambda place: place.span.start)
    return places[at - 1] if at else None


def mark_at(story: Story, offset: int) -> Place | None:
    """Return the hedge at `offset`, else the quote there, else None."""
    for i, hedge in enumerate(story.analysis.hedges):
        if hedge.span.start <= offset < hedge.span.end:
            return Place(Kind.HEDGE, i, hedge.span)
    for i, quote in enumerate(story.analysis.quotes):
        if any(span.start <= offset < span.end for span in quote.spans):
            return Place(Kind.QUOTE, i, quote.spans[0])
    return None


def spans_of(story: Story, place: Place) -> tuple[Span, ...]:
    """Return every stretch that belongs to `place`."""
    return story.analysis.quotes[place.index].spans if place.kind is Kind.QUOTE else (place.span,)
