"""How much is hedged in a story and on whose word, on one line."""

from __future__ import annotations

from reader.model import Analysis, Article, SpeakerKind
from reader.present import legend


def density_line(article: Article, analysis: Analysis) -> str:
    """Return ``9 hedges per 1,000 words · 3 unnamed sources · 2 attributed to a named person``; empty without words.

    Counted over the body, sign-offs aside.  The last figure is how many hedges stand in the words of a person whom the
    story names: the others are the story's own, or those of bodies and of people without a name.
    """
    words = len(article.body.of(article.text).split())
    if not words:
        return ""
    hedges = [hedge for hedge in analysis.hedges if hedge.span.meets(article.body)]
    named = sum(hedge.speaker is not None and _is_named(analysis, hedge.speaker) for hedge in hedges)
    rate = len(hedges) * 1000 / words
    per = "under 1" if 0 < rate < 1 else str(round(rate))
    unnamed = legend.counts(analysis).unnamed
    return " · ".join(
        (
            f"{per} {_plural('hedge', per not in ('1', 'under 1'))} per 1,000 words",
            f"{unnamed} unnamed {_plural('source', unnamed != 1)}",
            f"{named} attributed to a named person",
        )
    )


def _is_named(analysis: Analysis, speaker: int) -> bool:
    who = analysis.speakers[speaker]
    return who.kind is SpeakerKind.PERSON and not legend.is_pronoun(who)


def _plural(word: str, several: bool) -> str:
    return f"{word}s" if several else word
