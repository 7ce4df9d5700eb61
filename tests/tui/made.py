"""A story of our own with its marks set by hand, so that the screen is tested apart from the analysers."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from reader.model import (
    Analysis,
    Article,
    Basis,
    Hedge,
    HedgeCategory,
    Method,
    Quote,
    QuoteKind,
    Role,
    Sourcing,
    Speaker,
    SpeakerKind,
    Strength,
    Summary,
    SummarySentence,
    Voice,
)
from reader.spans import Span

NOW = datetime(2024, 5, 14, 18, 30, tzinfo=UTC)

TEXT = (Path(__file__).parent / "bridge.txt").read_text(encoding="utf-8")


def spot(words: str, nth: int = 1) -> Span:
    """Return where `words` stand in the story."""
    start = -1
    for _ in range(nth):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def stretch(first: str, last: str) -> Span:
    """Return the span from the words `first` to the words `last`, both included."""
    start = TEXT.index(first)
    return Span(start, TEXT.index(last, start) + len(last))


MINISTRY, CALLOWAY, OFFICIALS, BRANDT, COMPANY, FERRANTE = range(6)


def _speaker(
    name: str,
    role: str | None,
    kind: SpeakerKind,
    direct: int,
    indirect: int,
    *mentions: Span,
    sourcing: Sourcing | None = None,
) -> Speaker:
    return Speaker(name, role, kind, sourcing, mentions, direct, indirect)


def _quote(
    kind: QuoteKind,
    speaker: int,
    cue: Span | None,
    mention: Span | None,
    *spans: Span,
    basis: Basis = Basis.EXPLICIT,
) -> Quote:
    return Quote(kind, spans, cue, mention, speaker, basis)


def _hedge(words: str, category: HedgeCategory, strength: Strength, speaker: int | None = None) -> Hedge:
    voice = Voice.STORY if speaker is None else Voice.SPEAKER
    return Hedge(spot(words), category, voice, speaker, strength, f"{category}: {words.strip()}")


def made_article(**changes: Any) -> Article:
    """Return the story without its marks."""
    headline = Span(0, TEXT.index("\n"))
    plain = Article.from_text(TEXT)
    paragraphs = plain.paragraphs[1:]
    article = replace(
        plain,
        id="made",
        headline=headline.of(TEXT),
        headline_span=headline,
        body=Span(paragraphs[0].start, paragraphs[-1].end),
        paragraphs=paragraphs,
        source="Ellery Wire",
        slug="BRIDGE-CRACK",
        version="2nd Ld",
        published=datetime(2024, 5, 14, 15, 5, tzinfo=UTC),
    )
    return replace(article, **changes)


def made_analysis(article: Article | None = None) -> Analysis:
    """Return what a perfect reader would find in the story."""
    person, body, unnamed = SpeakerKind.PERSON, SpeakerKind.ORGANISATION, SpeakerKind.UNNAMED
    direct, indirect = QuoteKind.DIRECT, QuoteKind.INDIRECT
    summary = (
        stretch("PORT ELLERY", "ministry said."),
        stretch("Two officials", "full load."),
        stretch("Marrow & Sons", "skipped."),
    )
    sentences = tuple(sorted({*summary, *made_article().paragraphs}))
    return Analysis(
        sentences=sentences,
        speakers=(
            _speaker("the transport ministry", None, body, 0, 23, spot("the transport ministry")),
            _speaker(
                "Ines Calloway",
                "the ministry’s chief engineer",
                person,
                22,
                9,
                spot("Ines Calloway"),
                spot("Calloway", nth=2),
            ),
            _speaker(
                "Two officials familiar with the contract",
                None,
                unnamed,
                0,
                9,
                spot("Two officials familiar with the contract"),
                sourcing=Sourcing.REASONED,
            ),
            _speaker(
                "Tomas Brandt", "leads the opposition on the harbour council", person, 34, 0, spot("Tomas Brandt")
            ),
            _speaker("a company spokeswoman", None, person, 6, 0, spot("a company spokeswoman")),
            _speaker("Lucia Ferrante", "mayor", person, 11, 20, spot("Lucia Ferrante"), spot("Ferrante", nth=2)),
        ),
        quotes=(
            _quote(indirect, MINISTRY, spot("said"), spot("the transport ministry"), stretch("Engineers", "autumn")),
            _quote(
                direct,
                CALLOWAY,
                spot("said", nth=2),
                spot("Ines Calloway, the ministry’s chief engineer"),
                stretch("“We did not", "opinion,”"),
                stretch("“A cable", "may not.”"),
            ),
            _quote(
                indirect,
                CALLOWAY,
                spot("said", nth=3),
                spot("Calloway", nth=2),
                stretch("the inspection had", "by a month"),
            ),
            _quote(
                indirect,
                OFFICIALS,
                spot("said", nth=4),
                spot("Two officials familiar with the contract"),
                stretch("the cable was", "full load"),
            ),
            _quote(
                direct,
                BRANDT,
                spot("said", nth=5),
                spot("Tomas Brandt, who leads the opposition on the harbour council"),
                stretch("“If that", "scandal,”"),
                stretch("“Forty", "every day."),
            ),
            _quote(direct, BRANDT, None, None, stretch("“They were", "in March.”"), basis=Basis.INHERITED),
            _quote(direct, COMPANY, spot("said", nth=6), spot("a company spokeswoman"), stretch("“Every", "tested,”")),
            _quote(
                indirect,
                FERRANTE,
                spot("said", nth=7),
                spot("The mayor, Lucia Ferrante"),
                stretch("the city would", "an hour"),
            ),
            _quote(direct, FERRANTE, spot("said", nth=8), spot("Ferrante", nth=2), stretch("“I suppose", "again,”")),
        ),
        hedges=(
            _hedge("could", HedgeCategory.MODAL, Strength.LOW, MINISTRY),
            _hedge("may", HedgeCategory.MODAL, Strength.LOW, CALLOWAY),
            _hedge("about", HedgeCategory.APPROXIMATOR, Strength.LOW),
            _hedge("probably", HedgeCategory.LIKELIHOOD, Strength.MID, OFFICIALS),
            _hedge("If that is true", HedgeCategory.CONDITIONAL, Strength.MID, BRANDT),
            _hedge("reportedly", HedgeCategory.HEARSAY, Strength.HIGH),
            _hedge("I suppose", HedgeCategory.EPISTEMIC, Strength.MID, FERRANTE),
            _hedge("suggest", HedgeCategory.EPISTEMIC, Strength.MID),
        ),
        summary=Summary(
            Method.WIRE,
            tuple(
                SummarySentence(sentences.index(span), span, role, 1.0)
                for span, role in zip(summary, (Role.LEDE, Role.NEW, Role.RESPONSE), strict=True)
            ),
        ),
    )
