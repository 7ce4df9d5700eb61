"""Reported speech without marks: what is a statement, where it ends, and who goes on speaking."""

from __future__ import annotations

import pytest

from tests.attributed import said


@pytest.mark.parametrize(
    "text",
    [
        "Orla Vance told journalists.",
        "The service answers around 900 calls a day.",
        "Piet Kirn pleaded not guilty.",
        "The Kirn family opposed it.",
        "Nobody asked her anything.",
        "It’s now thought that the dam will hold.",
        "The mine had been warned twice about loose bolts.",
        "The police could not confirm that account.",
        "The club will recall Piet Kirn from his loan in Oslo.",
    ],
)
def test_a_bare_noun_phrase_is_no_statement(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Orla Vance told reporters that the dam would hold.", [("that the dam would hold", "Orla Vance")]),
        ("Orla Vance told her the dam would hold.", [("the dam would hold", "Orla Vance")]),
        ("Orla Vance said the dam broke at 21:35 on Friday.", [("the dam broke at 21:35 on Friday", "Orla Vance")]),
        ("Orla Vance denied the charge.", [("the charge", "Orla Vance")]),
        ("The family said in a statement that they forgave him.", [("that they forgave him", "The family")]),
        (
            "Three people with knowledge of the talks told Newswire that the sale would close in May.",
            [("that the sale would close in May", "Three people with knowledge of the talks")],
        ),
        (
            "The commissioner has ruled that the records must be opened.",
            [("that the records must be opened", "The commissioner")],
        ),
        (
            "According to minutes seen by the Courier, the board knew of the leak.",
            [("the board knew of the leak", "minutes")],
        ),
        ("Counsel put it to her that the records were incomplete.", [("that the records were incomplete", "Counsel")]),
        (
            "The dam broke twice in May, the authors write in the Journal of River Science.",
            [("The dam broke twice in May", "the authors")],
        ),
    ],
)
def test_a_clause_or_a_denial_is_reported(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(content, mention) for content, mention, _ in said(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Orla Vance says the dam is safe, even though the river rose twice last year.",
        "Orla Vance says the dam is safe, whereas the budget shows that repairs are due.",
        "Orla Vance says the dam is safe, although the Kirn Guild warned that it leaks.",
        "Orla Vance says the dam is safe and told the council to trust her.",
    ],
)
def test_what_the_story_sets_against_it_is_not_reported(text: str) -> None:
    assert said(text)[0][:2] == ("the dam is safe", "Orla Vance")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The engineers said the dam would hold, though they cautioned that it was old.",
            [("the dam would hold", "The engineers"), ("that it was old", "they")],
        ),
        (
            "Piet Kirn agreed that the price was fair but said the town could not pay.",
            [("that the price was fair", "Piet Kirn"), ("the town could not pay", "Piet Kirn")],
        ),
        (
            "Orla Vance called the plan “a farce” and said the dam would hold.",
            [("the plan “a farce”", "Orla Vance"), ("the dam would hold", "Orla Vance")],
        ),
    ],
)
def test_a_second_verb_reports_for_the_same_subject(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(content, mention) for content, mention, _ in said(text)] == expected


def test_mixed_content_does_not_begin_inside_a_noun_phrase() -> None:
    text = "The mayor's office said Vance is “appalled by his conduct” and wants him gone."
    assert said(text)[0][0].startswith("Vance is “appalled")


def test_a_source_after_its_verb_is_not_what_is_said() -> None:
    assert all("Vance" not in content for content, _, _ in said("The dam held, said Vance, head of Kirn Water."))
