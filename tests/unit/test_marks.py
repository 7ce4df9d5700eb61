"""Quotation marks are paired by paragraph and direction, and damage stays local."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.marks import find_marks
from reader.analysis.segment import segment
from reader.model import Article
from tests.steps import steps


def stretches(text: str) -> list[str]:
    return [mark.span.of(text) for mark in find_marks(segment(Article.from_text(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Orla Vance said: “We begin on Monday.”", ["“We begin on Monday.”"]),
        ('"We begin," Vance said. "Then we rest."', ['"We begin,"', '"Then we rest."']),
        ("''We begin,'' Vance said. ``Then we rest.''", ["''We begin,''", "``Then we rest.''"]),
        ("‘We begin,’ Vance said. ‘Then we rest.’", ["‘We begin,’", "‘Then we rest.’"]),
        ("'We don't begin,' Vance said of Kirn's plan.", ["'We don't begin,'"]),
        ("‘She told me “never” twice,’ Vance said.", ["‘She told me “never” twice,’"]),
        ("Vance spoke of ‘the farmers’ choice’ in Kirn.", ["‘the farmers’ choice’"]),
        ("Kirn’s mayor spoke of the farmers’ choice.", []),
        ("Back in the '90s they called 'em heroes.", []),
        ("“He called it ‘a joke’ in Kirn,” Vance said.", ["“He called it ‘a joke’ in Kirn,”"]),
        ("“He said “never” and left,” Vance said.", ["“He said “never” and left,”"]),
        ("The plan is ”a joke” to Vance.", ["”a joke”"]),
        ("The plan is “a joke“ to Vance.", ["“a joke“"]),
        ('The plan is “a joke" to Vance.', ['“a joke"']),
        ("Vance sagte: „Wir beginnen.“ Dann ging sie.", ["„Wir beginnen.“"]),
        ("Vance a dit : « Nous commençons. »", ["« Nous commençons. »"]),
        ("Vance sagte: »Wir beginnen.«", ["»Wir beginnen.«"]),
        ('The board is 5\'10" long and 2" thick.', []),
        ('<a class="big one">We begin</a>, Vance wrote.', []),
        ('Vance said: "We begin.', ['"We begin.']),
        ("Oats” fell and rye rose.", []),
        ("A ‘win’, Kirn Says", ["‘win’"]),
    ],
)
def test_marks_pair_by_shape_and_neighbours(text: str, expected: list[str]) -> None:
    assert stretches(text) == expected


def test_an_unbalanced_mark_costs_its_paragraph_only() -> None:
    text = 'Vance said "no.\n\nKirn said "yes" twice.\n\nIt was "late".'
    assert stretches(text) == ['"no.', '"yes"', '"late"']


def test_a_mark_left_open_before_a_paragraph_that_opens_with_one_is_open() -> None:
    text = "Vance said: “We begin.\n\n“Then we rest.”"
    assert [(mark.span.of(text), mark.open) for mark in find_marks(segment(Article.from_text(text)))] == [
        ("“We begin.", True),
        ("“Then we rest.”", False),
    ]


def test_single_marks_go_on_over_paragraphs_too() -> None:
    text = "‘We don’t begin.\n\n‘Then we rest,’ Vance said."
    assert stretches(text) == ["‘We don’t begin.", "‘Then we rest,’"]


def test_a_stretch_runs_through_paragraphs_up_to_the_mark_that_closes_it() -> None:
    text = "Vance wrote: “We begin\n\nand we rest\n\nand that is all.” Kirn agreed."
    assert stretches(text) == ["“We begin", "and we rest", "and that is all.”"]


MARKY = st.text(alphabet="ab. ,:=\n1“”„\"'`‘’«»—", max_size=200)


@given(st.one_of(MARKY, st.text(max_size=200)))
def test_stretches_are_disjoint_in_order_and_inside_a_paragraph(text: str) -> None:
    document = segment(Article.from_text(text))
    marks = find_marks(document)
    assert marks == find_marks(document)
    for one, next_one in itertools.pairwise(marks):
        assert one.span.end <= next_one.span.start
    for mark in marks:
        assert mark.span.length > 0
        assert any(paragraph.covers(mark.span) for paragraph in document.paragraphs)


@pytest.mark.parametrize("unit", ['"a ', "“a ", "‘a ", "'a ", "a' ", "“a” ", "a "])
def test_work_is_linear_in_the_marks(unit: str) -> None:
    def work(times: int) -> int:
        document = segment(Article.from_text(unit * times))
        return steps(lambda: find_marks(document))

    assert work(4000) <= 2.3 * work(2000)


def test_a_closing_mark_typed_as_an_opening_one_does_not_give_the_story_to_the_speaker() -> None:
    text = "“It is done,” said Ann Lee. “It is over. “Jo Roe, the mayor, said it was not. “We will pay,” she said."
    marks = find_marks(segment(Article.from_text(text)))
    assert [mark.span.of(text) for mark in marks] == ["“It is done,”", "“It is over. “", "“We will pay,”"]
