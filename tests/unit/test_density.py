"""The line that says how much of a story is hedged, and on whose word."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.analysis.analyse import analyse
from reader.model import Article
from reader.present.density import density_line
from reader.spans import Span
from tests.command import reader


def line(text: str) -> str:
    article = Article.from_text(text)
    return density_line(article, analyse(article))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("The lock is shut.", "0 hedges per 1,000 words · 0 unnamed sources · 0 attributed to a named person"),
        ("The lock may stay shut.", "200 hedges per 1,000 words · 0 unnamed sources · 0 attributed to a named person"),
        (
            "“It may rain,” said Orla Quist.",
            "167 hedges per 1,000 words · 0 unnamed sources · 1 attributed to a named person",
        ),
        (
            "A senior official said that it may rain.",
            "250 hedges per 1,000 words · 1 unnamed source · 0 attributed to a named person",
        ),
        (
            "The lock may shut. " + "It is old. " * 332,
            "1 hedge per 1,000 words · 0 unnamed sources · 0 attributed to a named person",
        ),
        (
            "The lock may shut. " + "It is old. " * 800,
            "under 1 hedge per 1,000 words · 0 unnamed sources · 0 attributed to a named person",
        ),
    ],
)
def test_density(text: str, expected: str) -> None:
    assert line(text) == expected


def test_sign_offs_do_not_count() -> None:
    text = "The lock is shut.\n\nThis copy may change."
    article = replace(Article.from_text(text), body=Span(0, 17), boilerplate=(Span(19, len(text)),))
    assert density_line(article, analyse(article)).startswith("0 hedges per 1,000 words")


def test_a_story_whose_hedges_are_not_looked_for_has_no_figure() -> None:
    article = replace(Article.from_text("Le pont reste fermé."), language="fr")
    assert density_line(article, analyse(article)) == ""


STORY = b"The lock may stay shut, and a strike is very likely.\n"
FIGURES = "182 hedges per 1,000 words · 0 unnamed sources · 0 attributed to a named person\n"


def test_it_is_the_last_line_of_tables_and_markdown_and_of_no_other_form() -> None:
    assert reader("hedges", stdin=STORY).out.endswith("\n\n" + FIGURES)
    assert reader("hedges", "--format", "markdown", stdin=STORY).out.endswith("|\n\n" + FIGURES)
    assert "per 1,000" not in reader("hedges", "--format", "csv", stdin=STORY).out
    assert "per 1,000" not in reader("hedges", "--format", "json", stdin=STORY).out


def test_it_is_of_the_whole_story_whatever_is_listed() -> None:
    assert reader("hedges", "--category", "modal", stdin=STORY).out.endswith(FIGURES)


def test_it_goes_with_a_table_and_is_not_there_without_one() -> None:
    assert reader("hedges", "--category", "conditional", stdin=STORY).out == ""
    headline_only = b"---\nheadline: Lock may shut\n---\n"
    assert not reader("hedges", "--format", "markdown", stdin=headline_only).out.endswith("\n\n")


def test_it_is_wrapped_like_the_table() -> None:
    out = reader("hedges", stdin=STORY, COLUMNS="40").out
    assert max(map(len, out.splitlines())) <= 40
