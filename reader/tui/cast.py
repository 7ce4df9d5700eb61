"""Who speaks in a story, those with most words first, each with the number, shape and hue it keeps everywhere."""

from __future__ import annotations

from dataclasses import dataclass

from reader.model import Analysis, Basis, SpeakerKind
from reader.present import legend


@dataclass(frozen=True, slots=True)
class Part:
    """One speaker's place in the story."""

    speaker: int
    """Index into `Analysis.speakers`."""
    number: str
    """By which the speaker is called and isolated."""
    hue: int | None
    """Which of the hues; None for the neutral one."""
    glyph: str
    words: int
    share: float
    """Of all the words said in the story, 0 to 1."""
    direct: float
    """Of this speaker's words, those between quotation marks, 0 to 1."""
    unnamed: bool
    """Whether the story does not say the speaker's name."""
    pronoun: bool
    """Whether the story only points at the speaker: ``they``."""
    unsure: int
    """Quotes of which the speaker is guessed."""


@dataclass(frozen=True, slots=True)
class Cast:
    """All who are quoted."""

    parts: tuple[Part, ...]
    """By number, which is by words."""
    by_speaker: dict[int, Part]
    unattributed: int
    """Quotes that have no speaker."""

    def of(self, speaker: int | None) -> Part | None:
        """Return the part of a speaker; None for nobody and for those who are not quoted."""
        return None if speaker is None else self.by_speaker.get(speaker)


NOBODY = Cast((), {}, 0)


def cast_of(analysis: Analysis) -> Cast:
    """Return everybody who is quoted, in the order of their numbers."""
    hues, numbers = legend.hues(analysis), legend.numbers(analysis)
    shares = legend.share_of_voice(analysis)
    parts = []
    for index in {quote.speaker for quote in analysis.quotes}:
        if index is None:
            continue
        speaker, hue = analysis.speakers[index], hues[index]
        words = speaker.words_direct + speaker.words_indirect
        shape = legend.PLAIN_SHAPE if hue is None else legend.SHAPES[hue]
        parts.append(
            Part(
                speaker=index,
                number=numbers[index],
                hue=hue,
                glyph=shape,
                words=words,
                share=shares[index],
                direct=speaker.words_direct / (words or 1),
                unnamed=speaker.kind is SpeakerKind.UNNAMED,
                pronoun=legend.is_pronoun(speaker),
                unsure=sum(quote.speaker == index and quote.basis is Basis.GUESSED for quote in analysis.quotes),
            )
        )
    parts.sort(key=lambda part: int(part.number))
    unattributed = sum(quote.speaker is None for quote in analysis.quotes)
    return Cast(tuple(parts), {part.speaker: part for part in parts}, unattributed)
