from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.hedges import find_hedges
from reader.analysis.hedging.lexicon import RULES, terms
from reader.analysis.marks import find_marks
from reader.analysis.segment import segment
from reader.model import (
    Article,
    Basis,
    Hedge,
    HedgeCategory,
    Quote,
    QuoteKind,
    Sourcing,
    Speaker,
    SpeakerKind,
    Strength,
    Voice,
)
from reader.spans import Span

CUES = """
    may might could would must should seem appears thinks believed expected suggests claims alleged suspected probably
    likely possible chance odds potential about some nearly kind of effectively if unless provided as long sources
    officials said critics say according to a person familiar with the matter it is now thought that it May 40
    dozen estimates assuming people because anonymity , . : ( ” “ " $
"""


def hedges(text: str, quotes: tuple[Quote, ...] = ()) -> tuple[Hedge, ...]:
    document = segment(Article.from_text(text))
    return find_hedges(document, quotes, (), find_marks(document))


def found(text: str) -> list[str]:
    return [f"{hedge.span.of(text)}/{hedge.category}" for hedge in hedges(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge may close.", ["may/modal"]),
        ("Anna May closed the bridge in May.", []),
        ("Toll May Be Scrapped.", ["May/modal"]),
        ("The pier may be old, but it is sound.", []),
        ("While the pier may be old, it is sound.", []),
        ("Aides said the vote could slip.", ["Aides/source", "could/modal"]),
        ("He spoke up so she could hear.", []),
        ("She did all she could.", []),
        ("The ferry must have sunk.", ["must/modal"]),
        ("The ferry must have a pilot.", []),
        ("It would seem the pier is sound.", ["would seem/modal"]),
        ("Should the pier fail, the ferry stops.", ["Should/conditional"]),
        ("Members may table motions until noon.", []),
        ("Under the bylaws, visitors may stay.", []),
        ("Under the deal, prices may rise.", ["may/modal"]),
        ("Investors may table a higher bid.", ["may/modal"]),
        ("Voters may not forgive him.", ["may/modal"]),
    ],
)
def test_modals(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mrs Tindall believes the count was fair.", ["believes/epistemic"]),
        ("Mrs Tindall believes in ghosts.", []),
        ("The count, she believes, was fair.", ["believes/epistemic"]),
        ("Fans wanted to believe that she would win.", []),
        ("The tally suggests a draw.", ["suggests/epistemic"]),
        ("The referee suggested a draw.", []),
        ("The tally of the two referees suggests a draw.", ["suggests/epistemic"]),
        ("The boat appears sound.", ["appears/epistemic"]),
        ("The boat appears in a film.", []),
        ("Rain is expected.", ["expected/epistemic"]),
        ("Rain fell, as expected.", []),
        ("The firm expects a loss.", ["expects/epistemic"]),
        ("The abbess expects obedience from her nuns.", []),
        ("Police held a suspected thief.", ["suspected/hearsay"]),
        ("Police suspected that he lied.", ["suspected/epistemic"]),
        ("She claimed that he lied.", ["claimed/hearsay"]),
        ("She claimed a prize.", []),
        ("She falsely claimed that he lied.", []),
        ("The skipper is said to be ill.", ["said to be/hearsay"]),
        ("Police asked the mission to claim the body of the pilot, killed on Tuesday.", []),
    ],
)
def test_verbs_of_belief_inference_and_hearsay(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("About 40 boats sank.", ["About/approximator"]),
        ("A film about boats won.", []),
        ("A film about 1912 won.", []),
        ("An estimated $3 million is missing.", ["estimated/approximator"]),
        ("By most estimates, 40 boats sank.", ["estimates/approximator"]),
        ("The harbour is effectively shut.", ["effectively/approximator"]),
        ("The harbour master works effectively.", []),
        ("A storm is highly likely.", ["highly likely/likelihood"]),
        ("The poll asked 900 likely voters.", []),
        ("Sail as soon as possible.", []),
        ("A deal is possible.", ["possible/likelihood"]),
        ("He stands a chance of winning.", ["chance/likelihood"]),
        ("They met by chance.", []),
        ("He missed three chances.", []),
        ("She asked if the crew got away.", []),
        ("The crew sails if the wind drops.", ["if/conditional"]),
        ("The crew sails even if the wind drops.", []),
    ],
)
def test_figures_likelihood_and_conditions(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "mark", "rule", "strength"),
    [
        ("Sources said the pier was sold.", "Sources", "bare", Strength.HIGH),
        ("A senior official said the pier was sold.", "senior official", "described", Strength.MID),
        ("It was sold, said an aide familiar with the deal.", "aide familiar with the deal", "described", Strength.MID),
        ("Officials: Pier Is Sold", "Officials", "bare", Strength.HIGH),
        ("Some say the pier was sold.", "Some", "vague", Strength.HIGH),
        ("It’s now thought that the pier was sold.", "It’s now thought", "nobody named", Strength.HIGH),
        ("Aide Ola Brandt said the pier was sold.", None, None, None),
        ("Ola Brandt, an aide to the mayor, said the pier was sold.", None, None, None),
        ("Aides carried the boxes.", None, None, None),
    ],
)
def test_unnamed_holders(text: str, mark: str | None, rule: str | None, strength: Strength | None) -> None:
    sources = [hedge for hedge in hedges(text) if hedge.category is HedgeCategory.SOURCE]
    assert [hedge.span.of(text) for hedge in sources] == ([mark] if mark else [])
    assert [rule in hedge.rule for hedge in sources if rule] == [True] * len(sources)
    assert [hedge.strength for hedge in sources] == ([strength] if strength else [])


@pytest.mark.parametrize("word", ["although", "though", "after", "than", "until", "since"])
def test_a_word_that_opens_a_clause_is_no_part_of_the_holder(word: str) -> None:
    text = f"Ten boats are missing, {word} officials say the count is wrong."
    assert [hedge.span.of(text) for hedge in hedges(text)] == ["officials"]


def test_a_holder_whose_name_is_kept_back_with_a_reason_is_reasoned() -> None:
    text = "One aide spoke on condition of anonymity because the talks are private."
    assert [(h.span.of(text), h.strength) for h in hedges(text)] == [
        ("One aide", Strength.LOW),
        ("condition of anonymity", Strength.MID),
    ]


def test_a_holder_who_is_named_elsewhere_in_the_story_is_no_unnamed_one() -> None:
    text = "A diplomat said the pier was sold. Ida Brandvold left."
    named = Speaker("Ida Brandvold", None, SpeakerKind.PERSON, None, (Span(0, 10), Span(35, 48)))
    unnamed = Speaker("A diplomat", None, SpeakerKind.UNNAMED, Sourcing.BARE, (Span(0, 10),))
    document = segment(Article.from_text(text))
    assert find_hedges(document, (), (named,)) == ()
    assert [hedge.span.of(text) for hedge in find_hedges(document, (), (unnamed,))] == ["diplomat"]


@pytest.mark.parametrize(
    ("text", "voices"),
    [
        ("It may rain. “It may snow,” Ida Brandvold said.", "story speaker"),
        ("I think it may rain.", "speaker speaker"),
        ("Brokers expect it to cost roughly $3.", "story story speaker"),
        ("Brokers expect rain, which may last.", "story story story"),
        ("It may rain.” Snow may follow.", "speaker story"),
        ("Farmers are afraid that rain may fall, but it may not.", "speaker story"),
        ("The port makes it clear that rain may fall.", "speaker"),
    ],
)
def test_voice_without_a_quote_found(text: str, voices: str) -> None:
    assert " ".join(hedge.voice for hedge in hedges(text)) == voices


def test_a_hedge_in_a_quote_has_its_speaker() -> None:
    text = "Rain may fall, Ida Brandvold said."
    quote = Quote(QuoteKind.INDIRECT, (Span(0, 13),), Span(29, 33), Span(15, 28), 7, Basis.EXPLICIT)
    assert [(hedge.voice, hedge.speaker) for hedge in hedges(text, (quote,))] == [(Voice.SPEAKER, 7)]


def test_the_condition_before_reported_words_is_the_speakers_too() -> None:
    text = "Unless it rains, play resumes, Ida Brandvold said."
    quote = Quote(QuoteKind.INDIRECT, (Span(17, 29),), Span(45, 49), Span(31, 44), 7, Basis.EXPLICIT)
    assert [(hedge.voice, hedge.speaker) for hedge in hedges(text, (quote,))] == [(Voice.SPEAKER, 7)]


def test_what_somebody_is_called_is_quoted_no_further_than_its_marks() -> None:
    text = "Ida Brandvold called the plan “mad” for possibly ruining the pier."
    quote = Quote(QuoteKind.MIXED, (Span(21, 65),), Span(14, 20), Span(0, 13), 0, Basis.EXPLICIT)
    assert [hedge.voice for hedge in hedges(text, (quote,))] == [Voice.STORY]


def test_a_stack_is_one_stronger_mark() -> None:
    text = "The lake could possibly freeze."
    assert [(hedge.span.of(text), hedge.strength) for hedge in hedges(text)] == [("could possibly", Strength.HIGH)]


def test_boosters_are_no_hedges() -> None:
    assert found("It is clearly certain, and undoubtedly always true.") == []


def test_nothing_is_marked_in_another_language() -> None:
    article = Article.from_text("Perhaps the May may.")
    assert find_hedges(segment(article), (), ())
    assert find_hedges(segment(replace(article, language="fr")), (), ()) == ()


def test_every_rule_has_a_term_and_every_line_of_the_lexicon_is_read() -> None:
    used = {term.rule for entries in terms().values() for term in entries}
    assert used == set(RULES.values())
    assert {term.category for entries in terms().values() for term in entries} == set(HedgeCategory) - {"source"}


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(CUES.split()), max_size=40).map(" ".join) | st.text(max_size=120))
def test_spans_are_in_range_disjoint_sorted_and_the_same_again(text: str) -> None:
    marked = hedges(text)
    spans = [hedge.span for hedge in marked]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert all(hedge.rule for hedge in marked)
    assert marked == hedges(text)
