"""Odd copy: marks that tell nothing, letters without case, text of any length.  Sane finds, nothing raised."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reader
from reader.model import Analysis, Article, QuoteKind


def analysed(text: str) -> tuple[Article, Analysis]:
    article = Article.from_text(text)
    return article, reader.analyse(article)


def said(text: str) -> list[tuple[str, str | None]]:
    """The content of each quote, joined, and the name of its speaker."""
    article, analysis = analysed(text)
    return [
        (
            " … ".join(span.of(article.text) for span in quote.spans),
            None if quote.speaker is None else analysis.speakers[quote.speaker].name,
        )
        for quote in analysis.quotes
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n \n",
        "The boats came in along the quay and went out again. " * 40,
        "“”\"'‘’«»„“ " * 60,
        " ".join(["“word”"] * 1000),
        "“a " * 10_000,
        '" said ' * 2_000,
        "word " * 40_000,
    ],
    ids=["empty", "blank", "no marks", "only marks", "a mark a word", "never closed", "one shape of mark", "one line"],
)
def test_nobody_speaks_where_nothing_is_said(text: str) -> None:
    assert said(text) == []


def test_a_paragraph_of_any_length_is_read_to_its_end() -> None:
    text = "Orla Vance said the dam was “safe” for now. " * 1_000
    assert said(text)[-1] == ("the dam was “safe” for now", "Orla Vance")


def test_letters_without_case_still_tell_who_speaks() -> None:
    plain = "Orla Vance said the dam would hold. “It is safe,” she said. Mr Kirn said: “I doubt it.”"
    for text in (plain.upper(), plain.lower()):
        assert [(words.lower(), name and name.lower()) for words, name in said(text)] == [
            ("the dam would hold", "orla vance"),
            ("“it is safe,”", "orla vance"),
            ("“i doubt it.”", "mr kirn"),
        ]


def test_names_with_pictures_or_of_other_scripts_speak_whole_stretches() -> None:
    text = "“It holds,” said Orla 🐙 Vance.\n\nאמר דוד כהן: “לא”.\n\n“Yes,” said 李明."
    article, analysis = analysed(text)
    assert [q.kind for q in analysis.quotes] == [QuoteKind.DIRECT] * 3
    assert [q.spans[0].of(text) for q in analysis.quotes] == ["“It holds,”", "“לא”", "“Yes,”"]


@given(
    st.lists(
        st.sampled_from(
            ["“", "”", '"', "'", "‘", "’", "''", "said", "Orla", "VANCE", "she", ",", ".", "\n\n", "🐙", "א"]
        )
        | st.text(max_size=6),
        max_size=80,
    )
)
@settings(max_examples=200, deadline=None)
def test_any_order_of_words_and_marks_is_analysed_the_same_twice(pieces: list[str]) -> None:
    text = " ".join(pieces)
    _, analysis = analysed(text)
    assert analysis == analysed(text)[1]
    for quote in analysis.quotes:
        assert all(0 <= span.start < span.end <= len(text) for span in quote.spans)
        assert quote.cue is None or not any(quote.cue.meets(span) for span in quote.spans)
