"""Terms, titles and labels between quotation marks are nobody's speech; what is said stays speech."""

from __future__ import annotations

import pytest

from reader.analysis.segment import segment
from reader.model import Article, QuoteKind
from tests.attributed import attributions, said


@pytest.mark.parametrize(
    "text",
    [
        "Economists call this “stickiness”.",
        "The particle is known as “the odd quark”. Orla Vance studies it.",
        "Physicists such as Orla Vance still chase so-called “dark sand”.",
        "The crowd sang “Ode to the Heron” as Piet Kirn left the pitch.",
        "The council hired an “independent” reviewer, Orla Vance.",
        "Piet Kirn is nicknamed “the Heron”.",
        "The ship, named “Queen of Kirn”, sank in May.",
        "The paper ran a column called “Loose Threads” for a year.",
        "The bank kept a “hold” rating on Kirn Steel.",
    ],
)
def test_what_names_a_thing_is_no_speech(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The bank kept a “hold” rating on Kirn Steel, Orla Vance said.",
            "The bank kept a “hold” rating on Kirn Steel",
        ),
        ("Orla Vance said that the film was called “Harbour Lights”.", "that the film was called “Harbour Lights”"),
    ],
)
def test_a_term_inside_reported_speech_quotes_nobody(text: str, content: str) -> None:
    [quote] = attributions(segment(Article.from_text(text)))
    assert ([span.of(text) for span in quote.spans], quote.kind) == ([content], QuoteKind.INDIRECT)


@pytest.mark.parametrize(
    "text",
    [
        "Orla Vance called the plan “a farce”.",
        "Orla Vance called Piet Kirn “reckless” on Monday.",
        "“Queen of Kirn,” Orla Vance said.",
    ],
)
def test_what_somebody_calls_somebody_is_speech(text: str) -> None:
    assert [mention for _, mention, _ in said(text)] == ["Orla Vance"]
