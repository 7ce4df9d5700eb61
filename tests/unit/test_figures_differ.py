from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.figures_differ import differences
from reader.analysis.ranking.sentences import read_sentences
from reader.analysis.segment import segment
from reader.model import Article


def differing(*texts: str) -> list[list[tuple[int, str]]]:
    rows = differences([read_sentences(segment(Article.from_text(text))) for text in texts])
    return [[(figure.story, figure.shown) for figure in row] for row in rows]


@pytest.mark.parametrize(
    ("one", "other", "shown"),
    [
        ("The blast killed three people.", "Five people were killed in the blast.", ["three dead", "Five dead"]),
        (
            "At least two men have died there.",
            "The toll of dead rose to four today.",
            ["At least two dead", "four dead"],
        ),
        (
            "The crash injured 12 of them badly.",
            "There were 1,400 injured in the crash.",
            ["12 injured", "1,400 injured"],
        ),
        (
            "Some 40 miners are still missing.",
            "About 38 miners are still missing.",
            ["Some 40 missing", "About 38 missing"],
        ),
        (
            "A dozen people were hurt there.",
            "Two dozen people were hurt there.",
            ["A dozen injured", "Two dozen injured"],
        ),
        ("Rebuilding the pier costs $4bn.", "Rebuilding the pier costs $5bn.", ["costs $4bn", "costs $5bn"]),
        (
            "The strike stopped 21 ships off the port.",
            "The strike stopped forty-one ships off the port.",
            ["21 ships", "forty-one ships"],
        ),
        ("The crown gained 1.4% on the euro.", "The crown gained 1.9% on the euro.", ["gained 1.4%", "gained 1.9%"]),
        (
            "Rebuilding the pier costs $4 million.",
            "Rebuilding the pier costs $4.5 million.",
            ["costs $4 million", "costs $4.5 million"],
        ),
    ],
)
def test_figures_about_one_thing_stand_side_by_side(one: str, other: str, shown: list[str]) -> None:
    assert differing(one, other) == [list(enumerate(shown))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The blast killed three people.", "In the blast 3 people were killed."),
        ("The blast killed three people.", "The blast injured five people."),
        ("No one was injured in the blast.", "Five people were injured in the blast."),
        ("The strike stopped 21 ships off the port.", "A yard in the hills has built 40 ships so far."),
        ("It was found by the 34-year-old keeper.", "It was found by the 35-year-old keeper."),
        ("The bridge was built by them in 1962.", "The bridge was built by them in 1963."),
        ("The rate went from 310 jobs to 325 jobs here.", "The rate went to 400 jobs here."),
        ("It lasted three hours in the rain there.", "It lasted five hours in the rain there."),
    ],
)
def test_other_figures_do_not(one: str, other: str) -> None:
    assert differing(one, other) == []


def test_the_first_figure_of_a_story_counts() -> None:
    one = "The blast killed three people. A fire there killed 90 people in 1990."
    assert differing(one, "The blast killed three people.") == []


def test_each_story_has_one_figure_in_a_row() -> None:
    texts = [f"The blast killed {number} people there." for number in ("two", "3", "two")]
    assert differing(*texts) == [[(0, "two dead"), (1, "3 dead"), (2, "two dead")]]


def test_a_span_is_the_figure_in_its_story() -> None:
    text = "It rained. The blast killed at least two people."
    [[figure, _]] = differences(
        [read_sentences(segment(Article.from_text(t))) for t in (text, "The blast killed six people.")]
    )
    assert figure.span.of(text) == "at least two"


PIECES = ["3", "5", "1,200", "two", "killed", "people", "died", "$", "%", ".", ",", "of", "and", "ships", "no", "one"]


@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=20)))
def test_any_words_give_rows_of_figures_that_differ(stories: list[list[str]]) -> None:
    for row in differing(*(" ".join(words) for words in stories)):
        assert len({story for story, _ in row}) == len(row) > 1
