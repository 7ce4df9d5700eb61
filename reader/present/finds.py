"""Quotes and hedges as flat rows: one row is a line of a table, a record of CSV, an object of JSON."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from reader import lexicons
from reader.model import (
    Analysis,
    Article,
    Basis,
    Booster,
    Hedge,
    HedgeCategory,
    Quote,
    QuoteKind,
    Speaker,
    UnsourcedClaim,
    Voice,
)
from reader.present.attribution import manner, sign
from reader.present.guard import guarded, one_line
from reader.present.jsonout import quote_id, speaker_id, voice
from reader.present.legend import numbers, who_hedges
from reader.present.scales import range_on, short_name
from reader.spans import Span

_NEAR = 600
"""Code points on either side of a find that are given of its sentence: text without stops is one sentence."""


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """One quote with all that is known of it."""

    story: str
    """Identifier of the story."""
    source: str | None
    headline: str | None
    id: str
    kind: str
    speaker: str | None
    speaker_id: str | None
    role: str | None
    basis: str
    cue: str | None
    mention: str | None
    text: str
    """The words, quotation marks included; stretches are joined by `` … ``."""
    spans: tuple[Span, ...]
    open: bool
    manner: str | None
    """How the words are given where the speaker does not just say them: ``denied``, ``would not say``."""

    @property
    def doubt(self) -> str:
        """The sign behind the speaker's name."""
        return "" if self.speaker is None else sign(Basis(self.basis))


@dataclass(frozen=True, slots=True)
class HedgeRow:
    """One hedge with all that is known of it."""

    story: str
    source: str | None
    headline: str | None
    text: str
    """The hedging words."""
    category: str
    strength: str
    voice: str
    """``story``, the identifier of a speaker, or ``unknown``."""
    speaker: str | None
    """Name of the speaker whose hedge it is."""
    rule: str
    sentence: str
    """The sentence it stands in."""
    span: Span
    scale: str | None = None
    """Whose scale `low` and `high` are of: no more than what that scale makes of such words."""
    low: int | None = None
    high: int | None = None
    """Per cent."""


@dataclass(frozen=True, slots=True)
class BoosterRow:
    """One booster with all that is known of it."""

    story: str
    source: str | None
    headline: str | None
    text: str
    category: str
    """Always ``booster``, which is no category of a hedge."""
    voice: str
    speaker: str | None
    sentence: str
    span: Span


@dataclass(frozen=True, slots=True)
class UnsourcedRow:
    """One sentence with a strong claim and no source in it: a hint."""

    story: str
    source: str | None
    headline: str | None
    claim: str
    """The words that make it a claim."""
    kind: str
    sentence: str
    span: Span
    """Of the sentence."""


def quote_rows(
    article: Article, analysis: Analysis, speaker: str | None = None, kinds: frozenset[QuoteKind] = frozenset()
) -> Iterator[QuoteRow]:
    """Yield the quotes in text order; only those of `speaker`, in any form of the name, and of `kinds`, if given."""
    wanted = None if speaker is None else matching_speakers(article, analysis, speaker)
    for index, quote in enumerate(analysis.quotes):
        if (wanted is None or quote.speaker in wanted) and (not kinds or quote.kind in kinds):
            yield _quote_row(article, analysis, index, quote)


def _quote_row(article: Article, analysis: Analysis, index: int, quote: Quote) -> QuoteRow:
    who = None if quote.speaker is None else analysis.speakers[quote.speaker]
    return QuoteRow(
        **_story(article),
        id=quote_id(index),
        kind=str(quote.kind),
        speaker=one_line(who.name) if who else None,
        speaker_id=speaker_id(quote.speaker),
        role=one_line(who.role) if who and who.role else None,
        basis=str(quote.basis),
        cue=_words(article, quote.cue),
        mention=_words(article, quote.mention),
        text=" … ".join(one_line(span.of(article.text)) for span in quote.spans),
        spans=quote.spans,
        open=quote.open,
        manner=manner(article, quote),
    )


def hedge_rows(
    article: Article,
    analysis: Analysis,
    voice_of: Voice | None = None,
    categories: frozenset[HedgeCategory] = frozenset(),
    scale: str | None = None,
) -> Iterator[HedgeRow]:
    """Yield the hedges in text order; only those of one voice and of `categories`, if given.

    With a `scale`, one of `scales.SCALES`, each has its range there, if it has one.
    """
    for hedge in analysis.hedges:
        if (voice_of is None or hedge.voice is voice_of) and (not categories or hedge.category in categories):
            row = _hedge_row(article, analysis, hedge)
            step = None if scale is None else range_on(scale, article.text, hedge.span)
            yield row if step is None else replace(row, scale=step.scale, low=step.low, high=step.high)


def _hedge_row(article: Article, analysis: Analysis, hedge: Hedge) -> HedgeRow:
    return HedgeRow(
        **_story(article),
        text=one_line(hedge.span.of(article.text)),
        category=str(hedge.category),
        strength=str(hedge.strength),
        voice=voice(hedge),
        speaker=one_line(who_hedges(analysis, hedge)) if hedge.speaker is not None else None,
        rule=one_line(hedge.rule),
        sentence=_sentence_at(article, analysis, hedge.span),
        span=hedge.span,
    )


def booster_rows(
    article: Article, analysis: Analysis, boosters: Iterable[Booster], voice_of: Voice | None = None
) -> Iterator[BoosterRow]:
    """Yield the boosters in text order; only those of one voice, if given."""
    for booster in boosters:
        if voice_of is None or booster.voice is voice_of:
            yield BoosterRow(
                **_story(article),
                text=one_line(booster.span.of(article.text)),
                category="booster",
                voice=voice(booster),
                speaker=one_line(who_hedges(analysis, booster)) if booster.speaker is not None else None,
                sentence=_sentence_at(article, analysis, booster.span),
                span=booster.span,
            )


def _sentence_at(article: Article, analysis: Analysis, found: Span) -> str:
    """Return the sentence in which a find begins, of a very long one what is near; the find itself where none is."""
    at = bisect_right(analysis.sentences, found.start, key=lambda sentence: sentence.start) - 1
    if at < 0 or analysis.sentences[at].end <= found.start:
        return one_line(found.of(article.text))
    start, end = analysis.sentences[at]
    low, high = max(start, found.start - _NEAR), min(end, found.end + _NEAR)
    near = one_line(article.text[low:high])
    return f"{'…' if low > start else ''}{near}{'…' if high < end else ''}"


def unsourced_rows(article: Article, claims: Iterable[UnsourcedClaim]) -> Iterator[UnsourcedRow]:
    """Yield a row a claim."""
    for found in claims:
        yield UnsourcedRow(
            **_story(article),
            claim=one_line(found.claim.of(article.text)),
            kind=str(found.kind),
            sentence=one_line(found.sentence.of(article.text)),
            span=found.sentence,
        )


def _story(article: Article) -> dict[str, Any]:
    return {
        "story": guarded(article.id),
        "source": one_line(article.source) if article.source else None,
        "headline": one_line(article.headline) if article.headline else None,
    }


def _words(article: Article, span: Span | None) -> str | None:
    return None if span is None else one_line(span.of(article.text))


def matching_speakers(article: Article, analysis: Analysis, asked: str) -> frozenset[int]:
    """Return the speakers who go by `asked`: words of the name, role or a mention, or ``S1``, the number people read.

    Case, accents, a title in front (``Mr Roe``), a possessive ending and ``Roe, Jane`` make no difference.
    """
    signs = {f"s{number}": index for index, number in enumerate(numbers(analysis))}
    sign = asked.strip().casefold()
    if sign in signs:
        return frozenset((signs[sign],))
    wanted = _asked_name(asked)
    return frozenset(
        index
        for index, speaker in enumerate(analysis.speakers)
        if wanted and any(f" {wanted} " in f" {_folded(form)} " for form in _forms(article, speaker))
    )


def _asked_name(asked: str) -> str:
    """Return the words of a name as typed, folded, in the order of speech, without title and possessive ending."""
    last, comma, first = asked.partition(",")
    words = _folded(f"{first} {last}" if comma else asked).split()
    if len(words) > 1 and words[-1] == "s" and asked.rstrip()[-2:-1] in ("'", "’"):
        words.pop()
    known = lexicons.table("titles")
    while len(words) > 1 and words[0] in known:
        words.pop(0)
    return " ".join(words)


def _forms(article: Article, speaker: Speaker) -> Iterator[str]:
    yield speaker.name
    yield speaker.role or ""
    for span in speaker.mentions:
        yield span.of(article.text)


def _folded(text: str) -> str:
    """Return the words of `text` without case, accents and punctuation."""
    from unicodedata import combining, normalize

    bare = "".join(c for c in normalize("NFKD", text.casefold()) if not combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in bare).split())


def on_scale(row: HedgeRow) -> str:
    """Return the range of a hedge and whose it is, for people: ``55-80 % (ICD 203)``; empty without one."""
    return "" if row.scale is None else f"{row.low}-{row.high} % ({short_name(row.scale)})"


def record(row: QuoteRow | HedgeRow | BoosterRow | UnsourcedRow, columns: tuple[str, ...]) -> dict[str, Any]:
    """Return the fields of a row by name, spans as lists."""
    return {name: _listed(getattr(row, name)) for name in columns}


def _listed(value: Any) -> Any:
    if isinstance(value, Span):
        return list(value)
    if isinstance(value, tuple):
        return [list(item) for item in value]
    return value


QUOTE_COLUMNS = QuoteRow.__slots__
SCALED_HEDGE_COLUMNS = HedgeRow.__slots__
BOOSTER_COLUMNS = BoosterRow.__slots__
UNSOURCED_COLUMNS = UnsourcedRow.__slots__
HEDGE_COLUMNS = tuple(name for name in SCALED_HEDGE_COLUMNS if name not in {"scale", "low", "high"})
