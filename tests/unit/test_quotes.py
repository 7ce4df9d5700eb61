"""Who says what: each marked stretch finds the words that name its speaker."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.marks import find_marks
from reader.analysis.mentions import find_mentions
from reader.analysis.quotes import Attribution, find_quotes
from reader.analysis.segment import Document, segment
from reader.model import Article, Basis


def attributions(document: Document) -> tuple[Attribution, ...]:
    return find_quotes(document, find_marks(document), find_mentions(document))


def said(text: str) -> list[tuple[str, str | None, str | None]]:
    """Return content, mention and cue of each attribution, as words."""
    return [
        (
            " … ".join(span.of(text) for span in quote.spans),
            quote.mention.of(text) if quote.mention else None,
            quote.cue.of(text) if quote.cue else None,
        )
        for quote in attributions(segment(Article.from_text(text)))
    ]


@pytest.mark.parametrize(
    ("text", "mention", "cue"),
    [
        ("“The dam will hold,” Orla Vance said.", "Orla Vance", "said"),
        ("“The dam will hold,” said Orla Vance.", "Orla Vance", "said"),
        ("Orla Vance said: “The dam will hold.”", "Orla Vance", "said"),
        ("Orla Vance told Piet Kirn, “The dam will hold.”", "Orla Vance", "told"),
        ("According to Orla Vance, “the dam will hold.”", "Orla Vance", "According to"),
        ("“The dam will hold,” he said on Monday.", "he", "said"),
        ("‘The dam will hold,’ Orla Vance said.", "Orla Vance", "said"),
    ],
)
def test_a_stretch_finds_its_speaker_and_cue(text: str, mention: str, cue: str) -> None:
    [(_, found, word)] = said(text)
    assert (found, word) == (mention, cue)


def test_a_split_quotation_is_one_attribution() -> None:
    text = "“The dam will hold,” Orla Vance said. “It always has.”"
    assert said(text) == [("“The dam will hold,” … “It always has.”", "Orla Vance", "said")]


def test_a_bare_quoted_paragraph_goes_on_with_the_last_speaker() -> None:
    text = "Orla Vance said: “The dam will hold.\n\n“It always has, and nobody in Kirn need leave home tonight.”"
    assert {mention for _, mention, _ in said(text)} == {"Orla Vance"}


@pytest.mark.parametrize(
    ("text", "content", "mention"),
    [
        ("Orla Vance said the dam was “quite safe” for now.", "the dam was “quite safe” for now", "Orla Vance"),
        ("Orla Vance called the plan “a farce” and left.", "the plan “a farce”", "Orla Vance"),
        ("Orla Vance said the dam would hold.", "the dam would hold", "Orla Vance"),
        ("The dam would hold, Orla Vance said.", "The dam would hold", "Orla Vance"),
        ("The dam would hold, according to Orla Vance.", "The dam would hold", "Orla Vance"),
        ("According to Orla Vance, the dam would hold.", "the dam would hold", "Orla Vance"),
    ],
)
def test_content_reaches_as_far_as_what_is_said(text: str, content: str, mention: str) -> None:
    assert [(words, who) for words, who, _ in said(text)] == [(content, mention)]


def test_words_between_marks_that_are_no_speech_have_no_speaker() -> None:
    assert said("The band played “Harbour Lights” twice.") == []


@given(st.one_of(st.text(alphabet="ab A.,: \n“”\"'‘’", max_size=200), st.text(max_size=200)))
def test_any_text_gives_spans_in_order_and_the_same_again(text: str) -> None:
    document = segment(Article.from_text(text))
    found = attributions(document)
    assert found == attributions(document)
    for quote in found:
        assert quote.spans
        assert all(0 <= span.start < span.end <= len(text) for span in quote.spans)
        assert all(one.end <= other.start for one, other in itertools.pairwise(quote.spans))
        assert (quote.mention is None) == (quote.basis is Basis.NONE)
