from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.model import (
    Analysis,
    Article,
    Basis,
    Hedge,
    HedgeCategory,
    Method,
    Quote,
    QuoteKind,
    Speaker,
    SpeakerKind,
    Strength,
    Summary,
    Voice,
)
from reader.present.runs import runs_of
from reader.spans import Span

TEXT = "The lock is shut, Ida said. It may open. " * 2


def spans() -> st.SearchStrategy[Span]:
    starts = st.integers(0, len(TEXT) - 1)
    return st.builds(lambda start, length: Span(start, min(start + length, len(TEXT))), starts, st.integers(1, 40))


def analysis(quoted: list[Span], named: list[Span], hedged: list[Span]) -> Analysis:
    return Analysis(
        sentences=(),
        speakers=(Speaker("Ida", None, SpeakerKind.PERSON, None, tuple(named)),),
        quotes=tuple(Quote(QuoteKind.DIRECT, (span,), None, None, 0, Basis.EXPLICIT) for span in quoted),
        hedges=tuple(Hedge(s, HedgeCategory.MODAL, Voice.STORY, None, Strength.LOW, "") for s in hedged),
        summary=Summary(Method.LEAD, ()),
    )


@given(st.lists(spans(), max_size=5), st.lists(spans(), max_size=5), st.lists(spans(), max_size=5))
def test_runs_cover_the_text_and_carry_every_mark(quoted: list[Span], named: list[Span], hedged: list[Span]) -> None:
    runs = runs_of(Article.from_text(TEXT), analysis(quoted, named, hedged))
    assert "".join(run.span.of(TEXT) for run in runs) == TEXT
    for run in runs:
        assert run.span.length
        assert (run.quote is not None) == any(span.meets(run.span) for span in quoted)
        assert (run.speaker is not None) == any(span.meets(run.span) for span in named)
        assert (run.hedge is not None) == any(span.meets(run.span) for span in hedged)
        if run.quote is not None:
            assert quoted[run.quote].covers(run.span)


def test_an_inner_quotation_shows_above_the_outer_one() -> None:
    runs = runs_of(Article.from_text(TEXT), analysis([Span(0, 30), Span(10, 20)], [], []))
    assert [(run.span, run.quote) for run in runs][:3] == [(Span(0, 10), 0), (Span(10, 20), 1), (Span(20, 30), 0)]


def test_a_text_without_words_has_no_run_or_one() -> None:
    assert runs_of(Article.from_text(""), analysis([], [], [])) == ()
    assert [run.span for run in runs_of(Article.from_text(" \n"), analysis([], [], []))] == [Span(0, 2)]
