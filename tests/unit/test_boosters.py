"""Boosters: a list of their own, never among the hedges."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from reader.analysis import segment
from reader.analysis.analyse import analyse
from reader.analysis.boosters import find_boosters
from reader.model import Article, Hedge, HedgeCategory, Strength, Voice
from reader.present.finds import booster_rows
from reader.spans import Span
from tests.command import reader


def found(text: str) -> list[str]:
    article = Article.from_text(text)
    return [booster.span.of(text) for booster in find_boosters(article, analyse(article))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The lock is clearly shut.", ["clearly"]),
        ("Clearly, the lock is shut.", ["Clearly"]),
        ("Of course the lock is shut, no doubt about it.", ["Of course", "no doubt"]),
        ("It is clear that the lock is shut.", ["It is clear"]),
        ("The lock will certainly open.", ["certainly"]),
        ("The lock will almost certainly open.", []),
        ("The lock is not obviously shut.", []),
        ("The lock isn’t clearly marked.", []),
        ("She spoke clearly.", []),
        ("It opens as a matter of course.", []),
        ("It is not clear who shut it.", []),
        ("The lock may open.", []),
    ],
)
def test_boosters(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_a_booster_has_the_voice_of_the_words_it_stands_in() -> None:
    text = "“It is clearly shut,” said Orla Quist. The lock is clearly shut. “Obviously.”"
    article = Article.from_text(text)
    voices = [booster.voice for booster in find_boosters(article, analyse(article))]
    assert voices == [Voice.SPEAKER, Voice.STORY, Voice.SPEAKER]


def test_the_story_is_not_cut_again(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The lock is clearly shut. It is almost certainly, and of course, likely to open."
    article = Article.from_text(text)
    analysis = analyse(article)
    monkeypatch.setattr(segment, "split_sentences", None)
    assert [booster.span.of(text) for booster in find_boosters(article, analysis)] == ["clearly", "of course"]


def test_words_that_are_in_a_hedge_are_no_booster() -> None:
    text = "The lock is clearly shut, and clearly open."
    article = Article.from_text(text)
    hedges = (Hedge(Span(26, 37), HedgeCategory.MODAL, Voice.STORY, None, Strength.LOW, "made"),)
    (booster,) = find_boosters(article, replace(analyse(article), hedges=hedges))
    assert booster.span == Span(12, 19)


def test_a_row_outside_all_sentences_has_its_own_words_for_one() -> None:
    text = "The lock is clearly shut."
    article = Article.from_text(text)
    analysis = analyse(article)
    rows = booster_rows(article, replace(analysis, sentences=()), find_boosters(article, analysis))
    assert [row.sentence for row in rows] == ["clearly"]


STORY = "The lock is clearly shut. It may open. “It will, of course,” said Orla Quist.\n".encode()


def test_they_are_listed_apart() -> None:
    rows = [
        json.loads(line) for line in reader("hedges", "--boosters", "--format", "jsonl", stdin=STORY).out.splitlines()
    ]
    assert [(row["text"], row["category"], row["voice"]) for row in rows] == [
        ("clearly", "booster", "story"),
        ("of course", "booster", "s1"),
    ]
    hedges = reader("hedges", "--format", "jsonl", stdin=STORY).out
    assert [json.loads(line)["text"] for line in hedges.splitlines()] == ["may"]
    assert "booster" not in {str(category) for category in HedgeCategory}


@pytest.mark.parametrize("form", ["table", "markdown", "csv", "json"])
def test_every_form_has_them(form: str) -> None:
    out = reader("hedges", "--boosters", "--format", form, "--voice", "speaker", stdin=STORY).out
    assert "of course" in out
    assert "clearly shut" not in out


@pytest.mark.parametrize("more", [["--unsourced"], ["--category", "modal"], ["--scale", "ipcc"]])
def test_what_is_about_hedges_does_not_go_with_them(more: list[str]) -> None:
    assert reader("hedges", "--boosters", *more, stdin=STORY).code == 2
