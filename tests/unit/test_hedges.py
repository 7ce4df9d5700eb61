from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.hedges import find_hedges
from reader.analysis.marks import find_marks
from reader.analysis.segment import segment
from reader.model import Article, Hedge, Strength, Voice

CUES = """
    may might could would must should seem appears thinks believed expected suggests claims alleged suspected probably
    likely possible chance odds potential about some nearly kind of effectively if unless provided as long sources
    officials said critics say according to a person familiar with the matter it is now thought that May 40
    dozen , . “ ”
"""


def hedges(text: str) -> tuple[Hedge, ...]:
    document = segment(Article.from_text(text))
    return find_hedges(document, (), (), find_marks(document))


def found(text: str) -> list[str]:
    return [f"{hedge.span.of(text)}/{hedge.category}" for hedge in hedges(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge may close.", ["may/modal"]),
        ("Anna May closed the bridge in May.", []),
        ("Aides said the vote could slip.", ["Aides/source", "could/modal"]),
        ("He spoke up so she could hear.", []),
        ("About 40 boats sank.", ["About/approximator"]),
        ("A film about boats won.", []),
        ("It is thought that the crew got away.", ["It is thought/source"]),
        ("She asked if the crew got away.", []),
        ("The crew was allegedly asleep.", ["allegedly/hearsay"]),
    ],
)
def test_context_decides(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_words_between_marks_are_a_speakers() -> None:
    voices = [hedge.voice for hedge in hedges("It may rain. “It may snow,” Ida Brandvold said.")]
    assert voices == [Voice.STORY, Voice.SPEAKER]


def test_a_stack_is_one_stronger_mark() -> None:
    text = "The lake could possibly freeze."
    assert [(hedge.span.of(text), hedge.strength) for hedge in hedges(text)] == [("could possibly", Strength.HIGH)]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(CUES.split()), max_size=40).map(" ".join) | st.text(max_size=120))
def test_spans_are_in_range_disjoint_sorted_and_the_same_again(text: str) -> None:
    spans = [hedge.span for hedge in hedges(text)]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert spans == [hedge.span for hedge in hedges(text)]
