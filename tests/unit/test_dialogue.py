"""Bare quoted paragraphs: lines of a dialogue take turns, a quotation over several paragraphs has one speaker."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.segment import segment
from reader.model import Article, Basis
from tests.attributed import attributions, said


def test_bare_lines_take_turns_after_question_and_answer() -> None:
    text = (
        "“Who built the dam?” Piet Kirn asked.\n\n“My father did,” Orla Vance said.\n\n"
        "“And who pays for it?”\n\n“You do.”\n\n“So we all do.”"
    )
    voices = ["Piet Kirn", "Orla Vance", "Piet Kirn", "Orla Vance", "Piet Kirn"]
    assert [mention for _, mention, _ in said(text)] == voices
    bases = [quote.basis for quote in attributions(segment(Article.from_text(text)))]
    assert bases == [Basis.EXPLICIT, Basis.EXPLICIT, Basis.GUESSED, Basis.GUESSED, Basis.GUESSED]


def test_a_line_between_two_tagged_ones_goes_to_the_other_side() -> None:
    text = "Orla Vance said the dam was “safe”.\n\n“Says who?” Piet Kirn asked.\n\n“The engineers.”"
    assert [mention for _, mention, _ in said(text)] == ["Orla Vance", "Piet Kirn", "Orla Vance"]


def test_a_monologue_goes_on_with_its_speaker() -> None:
    text = (
        "Piet Kirn left early.\n\n“The dam will hold through the winter,” Orla Vance said.\n\n"
        "“It has held for forty years, and nobody in the valley need leave home tonight.”"
    )
    assert {mention for _, mention, _ in said(text)} == {"Orla Vance"}


WORDS = st.lists(st.sampled_from(["the dam", "will hold", "for years", "nobody", "need leave", "home"]), min_size=2)


@given(st.lists(WORDS.map(" ".join), min_size=3, max_size=6), st.booleans())
def test_marks_that_carry_on_join_paragraphs_to_one_attribution(paragraphs: list[str], split: bool) -> None:
    first, *middle, last = [paragraph.capitalize() for paragraph in paragraphs]
    opening = f"“{first},” Orla Vance said. “{first}." if split else f"Orla Vance said: “{first}."
    text = "\n\n".join([opening, *(f"“{paragraph}." for paragraph in middle), f"“{last}.”"])
    [quote] = attributions(segment(Article.from_text(text)))
    assert len(quote.spans) == len(paragraphs) + split
    assert quote.mention is not None
    assert quote.mention.of(text) == "Orla Vance"


def test_the_last_paragraph_of_a_long_quotation_may_have_its_tag() -> None:
    text = "Orla Vance said: “The dam will hold.\n\n“It has held for years.\n\n“It will hold tomorrow,” she added."
    [(content, mention, _)] = said(text)
    assert (content.count("“"), mention) == (3, "Orla Vance")
