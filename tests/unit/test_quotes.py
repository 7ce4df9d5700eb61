"""Who says what: each marked stretch finds the words that name its speaker."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.analyse import analyse
from reader.analysis.marks import find_marks
from reader.analysis.mentions import find_mentions
from reader.analysis.quotes import find_quotes
from reader.analysis.segment import segment
from reader.model import Article, Basis, QuoteKind
from tests.attributed import attributions, said
from tests.steps import steps


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


def test_a_denial_by_pronoun_is_reported_speech() -> None:
    assert said("The firm sold the ore twice. Torvald Kirn denies it.") == [("it", "Torvald Kirn", "denies")]


def test_reported_speech_ends_where_somebody_else_contradicts() -> None:
    text = "Orla Vance says the dam will hold, although the Kirn Guild warned that it leaks."
    assert said(text)[0] == ("the dam will hold", "Orla Vance", "says")


def test_a_relative_clause_is_not_taken_for_the_speaker() -> None:
    text = "A former warden, who asked not to be named because he feared for his job, said the dam was “tired”."
    [(content, mention, cue)] = said(text)
    assert (content, cue) == ("the dam was “tired”", "said")
    assert mention is not None
    assert mention.startswith("A former warden")


def test_the_agent_of_a_passive_speaks() -> None:
    [(_, mention, _)] = said("“You may go,” the miners were told by Karol Zielin.")
    assert mention == "Karol Zielin"


def test_an_unlisted_noun_speaks_before_a_verb_of_saying() -> None:
    assert said("“Mind the step,” the stagehand said.") == [("“Mind the step,”", "the stagehand", "said")]


def test_a_lead_in_above_gives_the_paragraph_its_speaker() -> None:
    text = "The Kirn Courier reports:\n\n“The dam was checked in May and again in June by two engineers.”"
    [(_, mention, cue)] = said(text)
    assert (mention, cue) == ("The Kirn Courier", "reports")


def test_a_transcript_label_inside_the_marks_is_the_speaker() -> None:
    text = "“VANCE: The dam will hold, and I will stand on it.”\n\n“KIRN: Then I will watch from the hill.”"
    assert [mention for _, mention, _ in said(text)] == ["VANCE", "KIRN"]


@pytest.mark.parametrize(
    "unit", ["“a ", '"Vance" said ', "Orla Vance said “no” and ", "“No,” Vance said. ", "Vance said that it held and "]
)
def test_work_is_linear_in_one_long_paragraph(unit: str) -> None:
    def work(times: int) -> int:
        document = segment(Article.from_text(unit * times))
        marks, mentions = find_marks(document), find_mentions(document)
        return steps(lambda: find_quotes(document, marks, mentions))

    work(1)
    assert work(400) <= 2.3 * work(200)


def test_lines_of_a_transcript_are_given_to_their_labels() -> None:
    text = "VANCE: Will it hold?\n\nKIRN: It will.\n\nVANCE: You are sure.\n\nKIRN: I built it."
    assert said(text) == [
        ("Will it hold?", "VANCE", None),
        ("It will.", "KIRN", None),
        ("You are sure.", "VANCE", None),
        ("I built it.", "KIRN", None),
    ]


def test_in_another_language_marked_words_have_no_speaker() -> None:
    article = replace(Article.from_text("Orla Vance sagte: „Der Damm hält.“"), language="de")
    [quote] = attributions(segment(article))
    assert (quote.spans[0].of(article.text), quote.mention, quote.basis) == ("„Der Damm hält.“", None, Basis.NONE)


def test_contents_of_two_attributions_never_overlap() -> None:
    text = "Orla Vance called it “a farce”, and Piet Kirn called her “a fool” and said the dam was “safe” for now."
    spans = sorted(span for quote in attributions(segment(Article.from_text(text))) for span in quote.spans)
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))


@pytest.mark.parametrize(("language", "name"), [("fr", "French"), ("de", "German"), ("xx", "the code xx")])
def test_a_note_says_what_is_not_read_in_another_language(language: str, name: str) -> None:
    article = replace(Article.from_text("Orla Vance sagte: „Der Damm hält.“"), language=language)
    [note] = [note for note in analyse(article).notes if "speakers" in note]
    assert note.startswith("no reported speech, speakers or hedges: the story is in ")
    assert note.endswith(name)


@pytest.mark.parametrize("language", [None, "en"])
def test_nothing_is_left_unread_in_english(language: str | None) -> None:
    assert analyse(replace(Article.from_text("Orla Vance said no."), language=language)).notes == ()


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("LONDON, March 3 (AP) - “It is on here,” Ann Rusk said.", "“It is on here,”"),
        ("OSLO (Reuters) — The bridge may close, the mayor said.", "The bridge may close"),
        ("Bridge shuts\n\nPARIS — “We will not go,” said Anne Morel.", "“We will not go,”"),
    ],
)
def test_nobody_says_the_dateline(text: str, content: str) -> None:
    [quote] = analyse(Article.from_text(text)).quotes
    assert [span.of(text) for span in quote.spans] == [content]
    assert quote.kind is (QuoteKind.DIRECT if "“" in content else QuoteKind.INDIRECT)
