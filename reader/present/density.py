"""How much is hedged in a story and on whose word, on one line."""

from __future__ import annotations

from reader.model import Analysis, Article, SpeakerKind
from reader.present import legend


def density_line(article: Article, analysis: Analysis) -> str:
    """Return ``9 hedges per 1,000 words · 3 unnamed sources · 2 attributed to a named person``.

    Empty without words, and in a story that is not in English, where hedges are not looked for.  Counted over the
    body, sign-offs aside.  The last figure is how many hedges stand in the words of a person whom the story names: the
    others are the story's own, or those of bodies and of people without a name.
    """
    words = len(article.body.of(article.text).split())
    if not words or article.language not in {None, "en"}:
        return ""
    hedges = [hedge for hedge in analysis.hedges if hedge.span.meets(article.body)]
    named = sum(hedge.speaker is not None and _is_named(analysis, hedge.speaker) for hedge in hedges)
    rate = len(hedges) * 1000 / words
    per = "under 1" if 0 < rate < 1 else str(round(rate))
    unnamed = legend.counts(analysis).unnamed
    return " · ".join(
        (
            f"{_counted(per, 'hedge')} per 1,000 words",
            _counted(str(unnamed), "unnamed source"),
            f"{named} attributed to a named person",
        )
    )


def _is_named(analysis: Analysis, speaker: int) -> bool:
    who = analysis.speakers[speaker]
    return who.kind is SpeakerKind.PERSON and not legend.is_pronoun(who)


def _counted(figure: str, noun: str) -> str:
    return f"{figure} {noun}" if figure in {"1", "under 1"} else f"{figure} {noun}s"
