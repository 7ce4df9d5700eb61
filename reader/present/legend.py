"""What the marks mean: glyphs with and without Unicode, the numbers and shapes of speakers, and the counts.

Colours are roles here; each front end has its own table from role to colour.  Every meaning has a glyph, so that no
colour is the only sign of anything.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from reader.lexicons import lines
from reader.model import Analysis, Booster, Hedge, Quote, QuoteKind, Speaker, SpeakerKind, Strength, Voice


class Colour(StrEnum):
    """Roles that a theme gives a colour."""

    SPEAKER = "speaker"
    """One hue a speaker, see `hues`."""
    HEDGE = "hedge"
    """One hue in three steps."""
    NEUTRAL = "neutral"
    ACCENT = "accent"


@dataclass(frozen=True, slots=True)
class Sign:
    """How one meaning is shown."""

    glyph: str
    ascii: str
    colour: Colour
    meaning: str


DIRECT = Sign("┃", "|", Colour.SPEAKER, "quoted")
INDIRECT = Sign("┆", ":", Colour.SPEAKER, "indirect")
UNATTRIBUTED = Sign("?", "?", Colour.NEUTRAL, "unattributed")
SUMMARY = Sign("▸", ">", Colour.ACCENT, "summary")
HEDGES = {
    Strength.LOW: Sign("~", "~1", Colour.HEDGE, "weak hedge"),
    Strength.MID: Sign("≈", "~2", Colour.HEDGE, "hedge"),
    Strength.HIGH: Sign("≋", "~3", Colour.HEDGE, "strong hedge"),
}

UNSOURCED = "Hints: strong claims in the story’s own voice with no source in the sentence; none need be wrong."
"""What the list of unsourced claims is, for people."""

SHAPES = ("●", "■", "▲", "◆", "★", "✚")
"""Shapes of the speakers that say most, in the order of `hues`."""
PLAIN_SHAPE = "○"
"""Shape of all others, who share the neutral hue."""
_POINTING = frozenset(("this", "that", "these", "those", "which", "what"))
"""Words that stand for a speaker and are no pronouns of a subject."""


def bar(quote: Quote) -> Sign:
    """Return the gutter sign of a quote; a mixed one counts as direct."""
    return INDIRECT if quote.kind is QuoteKind.INDIRECT else DIRECT


def ranks(analysis: Analysis) -> tuple[int, ...]:
    """Return the place of each speaker by words, from 0; of equals the one who appears first comes first.

    Those who are not quoted come last, and ahead of them those whom the story only points at, such as ``they``.
    """
    quoted = {quote.speaker for quote in analysis.quotes}

    def place(index: int) -> tuple[bool, bool, int, int]:
        speaker = analysis.speakers[index]
        words = speaker.words_direct + speaker.words_indirect
        return index not in quoted, is_pronoun(speaker), -words, index

    order = sorted(range(len(analysis.speakers)), key=place)
    places = {index: rank for rank, index in enumerate(order)}
    return tuple(places[index] for index in range(len(order)))


def is_pronoun(speaker: Speaker) -> bool:
    """Return whether all that is known of the speaker is a pronoun, or nothing."""
    name = speaker.name.strip().casefold()
    return name in _pronouns() or not any(character.isalnum() for character in name)


@cache
def _pronouns() -> frozenset[str]:
    return _POINTING.union(entry.partition(":")[0] for entry in lines("speaking_pronouns"))


def hues(analysis: Analysis) -> tuple[int | None, ...]:
    """Return for each speaker which of the hues and `SHAPES` is theirs; None for the neutral one.

    The six who say most have one each, in that order.
    """
    return tuple(
        rank
        if rank < len(SHAPES) and speaker.words_direct + speaker.words_indirect and not is_pronoun(speaker)
        else None
        for rank, speaker in zip(ranks(analysis), analysis.speakers, strict=True)
    )


def numbers(analysis: Analysis) -> tuple[str, ...]:
    """Return the number by which each speaker is called wherever people read: the place by words, from 1."""
    return tuple(str(rank + 1) for rank in ranks(analysis))


@dataclass(frozen=True, slots=True)
class Counts:
    """How much of each there is in a story."""

    quotes: int
    speakers: int
    """Those with words given to them."""
    hedges: int
    unattributed: int
    """Quotes without a known speaker."""
    unnamed: int
    """Speakers whom the story does not name."""


def counts(analysis: Analysis) -> Counts:
    """Return the counts that head a story and stand in its row of the queue."""
    return Counts(
        quotes=len(analysis.quotes),
        speakers=len({q.speaker for q in analysis.quotes if q.speaker is not None}),
        hedges=len(analysis.hedges),
        unattributed=sum(quote.speaker is None for quote in analysis.quotes),
        unnamed=sum(speaker.kind is SpeakerKind.UNNAMED for speaker in analysis.speakers),
    )


def share_of_voice(analysis: Analysis) -> tuple[float, ...]:
    """Return for each speaker the part of all attributed words that is theirs, 0 to 1."""
    words = [speaker.words_direct + speaker.words_indirect for speaker in analysis.speakers]
    total = sum(words) or 1
    return tuple(count / total for count in words)


def hedges_by_category(hedges: tuple[Hedge, ...]) -> tuple[tuple[str, int], ...]:
    """Return the categories with their counts, commonest first, then by name."""
    found = Counter(str(hedge.category) for hedge in hedges)
    return tuple(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def who_hedges(analysis: Analysis, hedge: Hedge | Booster) -> str:
    """Return the voice of a hedge or booster in words: ``the story``, the speaker's name, or ``a speaker``."""
    if hedge.voice is Voice.STORY:
        return "the story"
    return "a speaker" if hedge.speaker is None else analysis.speakers[hedge.speaker].name
