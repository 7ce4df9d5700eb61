"""Claims in the story's own voice without a source: hints, found by lists, in text and JSON the same."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from reader.analysis.analyse import analyse
from reader.analysis.unsourced import find_unsourced
from reader.lexicons import lines
from reader.model import Article
from reader.spans import Span
from tests.command import reader
from tests.steps import steps


def found(article: Article | str) -> list[str]:
    story = Article.from_text(article) if isinstance(article, str) else article
    return [f"{hint.claim.of(story.text)}/{hint.kind}" for hint in find_unsourced(story, analyse(story))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor stole the harbour money.", ["stole/accusation"]),
        ("The flood was caused by a pump.", ["caused/cause"]),
        ("It was the worst flood on the coast.", ["worst/superlative"]),
        ("Prices will collapse.", ["will collapse/prediction"]),
        ("Fraud is rife at the port.", ["Fraud/accusation"]),
        ("The worst flood was caused by fraud.", ["fraud/accusation"]),
        ("The clerk covered  up the loss.", ["covered  up/accusation"]),
        ("The port’s corruption is old.", ["corruption/accusation"]),
        ("Prices may collapse, as the pump caused a flood.", ["caused/cause"]),
    ],
)
def test_claims_that_are_listed(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The lock is shut.",
        "“The mayor stole the money,” said Orla Quist.",
        "The mayor stole the money, Orla Quist said.",
        "According to a court filing, the mayor stole the money.",
        "The mayor stole the money, according to Orla Quist.",
        "The mayor allegedly stole the money.",
        "The mayor reportedly stole the money.",
        "Critics say the mayor stole the money.",
        "Officials blamed the mayor’s fraud for the loss.",
        "The clerk lied, the report found.",
        "In a statement the port admitted fraud.",
        "He pleaded guilty to fraud.",
        "Was it fraud?",
        "The “fraud” was small.",
        "The Serious Fraud Office moved in.",
        "A fraudster left.",
        "Lock workers-caused delays.",
        "The mayor ſtole the harbour money.",
        "The crımınal left.",
        "A CRİMİNAL act.",
    ],
)
def test_sentences_that_are_not_listed(text: str) -> None:
    assert found(text) == []


def test_headline_dateline_and_boilerplate_are_left_out() -> None:
    text = "Worst flood yet\n\nWORST (Desk) — The lock is shut.\n\nThe worst is past.\n\nThe worst desk in town."
    story = Article.from_text(text)
    spans = story.paragraphs
    story = replace(
        story,
        headline_span=spans[0],
        body=Span(spans[1].start, spans[2].end),
        paragraphs=spans[1:3],
        boilerplate=spans[3:],
    )
    (hint,) = find_unsourced(story, analyse(story))
    assert hint.sentence.of(text) == "The worst is past."


def test_the_dateline_is_no_part_of_the_sentence() -> None:
    story = Article.from_text("ULVA (Desk) — The mayor stole the money.")
    (hint,) = find_unsourced(story, analyse(story))
    assert hint.sentence.of(story.text) == "The mayor stole the money."


def test_english_only() -> None:
    story = replace(Article.from_text("Le maire stole the money."), language="fr")
    assert find_unsourced(story, analyse(story)) == ()


@pytest.mark.parametrize("name", ["claim_words", "sourcing_words"])
def test_no_word_is_listed_twice(name: str) -> None:
    words = [form.strip() for line in lines(name) for form in line.split("|")[0].split(",")]
    assert sorted(words) == sorted(set(words))


def test_the_work_grows_with_the_text_and_no_faster() -> None:
    text = "The mayor stole the money. “No,” said Ann Lee. It may rain. "

    def work(times: int) -> int:
        story = Article.from_text(text * times)
        analysis = analyse(story)
        find_unsourced(story, analysis)
        return steps(lambda: find_unsourced(story, analysis))

    assert work(200) < 2.5 * work(100)


STORY = b"""Mayor's worst week

The mayor stole the harbour money. It is raining.

"He lied," said Orla Quist. Prices will collapse.
"""


def test_text_and_json_list_the_same_sentences() -> None:
    rows = json.loads(reader("hedges", "--unsourced", "--format", "json", stdin=STORY).out)
    assert [(row["claim"], row["kind"], row["sentence"]) for row in rows] == [
        ("stole", "accusation", "The mayor stole the harbour money."),
        ("will collapse", "prediction", "Prices will collapse."),
    ]
    lines = reader("hedges", "--unsourced", "--format", "jsonl", stdin=STORY).out.splitlines()
    assert [json.loads(line) for line in lines] == rows
    for form in ("table", "markdown", "csv"):
        out = reader("hedges", "--unsourced", "--format", form, stdin=STORY).out
        assert all(row["sentence"] in out for row in rows)


def test_people_are_told_that_it_is_a_hint() -> None:
    done = reader("hedges", "--unsourced", stdin=STORY)
    assert "Hints: strong claims" in done.out
    assert done.code == 0


def test_nothing_found_is_said_on_standard_error() -> None:
    done = reader("hedges", "--unsourced", stdin=b"It is raining.\n")
    assert (done.code, done.out) == (0, "")
    assert done.err.endswith("reader: no unsourced claims found\n")


@pytest.mark.parametrize("more", [["--voice", "story"], ["--category", "modal"], ["--scale", "ipcc"]])
def test_what_is_about_hedges_does_not_go_with_it(more: list[str]) -> None:
    assert reader("hedges", "--unsourced", *more, stdin=STORY).code == 2
