from hypothesis import given
from hypothesis import strategies as st

from reader.spans import Span, trimmed

EDGES = st.tuples(st.integers(0, 20), st.integers(0, 20)).map(sorted)
SPANS = EDGES.map(lambda edges: Span(*edges))


@given(SPANS, SPANS)
def test_two_spans_meet_when_they_share_a_character(one: Span, other: Span) -> None:
    assert one.meets(other) == bool({*range(*one)} & {*range(*other)})


@given(SPANS, SPANS)
def test_a_span_covers_another_when_it_holds_both_its_edges(one: Span, other: Span) -> None:
    assert one.covers(other) == (one.start <= other.start and other.end <= one.end)


@given(SPANS, st.integers(0, 9))
def test_a_shifted_span_keeps_its_length(span: Span, by: int) -> None:
    assert span.shifted(by).length == span.length
    assert span.shifted(by).start == span.start + by


@given(st.text(" \n\tab", max_size=12), EDGES)
def test_trimming_drops_the_white_space_at_the_edges_and_nothing_else(text: str, edges: list[int]) -> None:
    start, end = (min(edge, len(text)) for edge in edges)
    span = trimmed(text, start, end)
    assert span.of(text) == text[start:end].strip()
    assert start <= span.start <= span.end <= max(end, start)
