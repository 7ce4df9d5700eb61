"""Hedges that the user adds, and words that the user never wants marked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.analyse import analyse
from reader.analysis.hedging.own import own_terms
from reader.model import Article, Hedge, Options, Voice


def hedges(text: str, *lines: str, ignored: tuple[str, ...] = ()) -> tuple[Hedge, ...]:
    own = tuple(term for number, line in enumerate(lines, 1) for term in own_terms(line, f"mine.txt line {number}"))
    return analyse(Article.from_text(text), Options(own_terms=own, ignored=ignored)).hedges


def found(text: str, *lines: str, ignored: tuple[str, ...] = ()) -> list[str]:
    return [
        f"{hedge.span.of(text)}/{hedge.category}/{hedge.strength}" for hedge in hedges(text, *lines, ignored=ignored)
    ]


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        ("The ferry was Mooted in spring.", "mooted | hearsay | high", ["Mooted/hearsay/high"]),
        ("The ferry was unmooted.", "mooted | hearsay | high", []),
        ("It was, off the record, sunk.", "off the record | source | high", ["off the record/source/high"]),
        ("It’s said he sank.", "it's said | hearsay | mid", ["It’s said/hearsay/mid"]),
        ("An A.K.A. was given.", "a.k.a. | hearsay | low", ["A.K.A./hearsay/low"]),
        ("The ferry may sink.", "may | hearsay | high", ["may/hearsay/high"]),
        ("The ferry is said to be old.", "said | hearsay | high", ["said to be/hearsay/mid"]),
        ("Anna May sang; the ferry may sink.", "may | modal | high | may", ["may/modal/high"]),
        ("The ferry could touted sink.", "touted | likelihood | low", ["could touted/modal/high"]),
    ],
)
def test_own_terms_are_marked_as_words(text: str, line: str, expected: list[str]) -> None:
    assert found(text, line) == expected


def test_an_own_term_says_where_it_stands() -> None:
    (hedge,) = hedges("The ferry was mooted.", "# remark", "touted, mooted | hearsay | high")
    assert hedge.rule == "your list: mooted, mine.txt line 2"


def test_an_own_term_has_the_voice_of_the_words_it_stands_in() -> None:
    text = "“It was mooted,” said Orla Quist. The ferry was mooted. Traders reckon the mooted plan is dead."
    line = "mooted | hearsay | high"
    story = [hedge.voice for hedge in hedges(text, line) if hedge.span.of(text) == "mooted"]
    assert story == [Voice.SPEAKER, Voice.STORY, Voice.SPEAKER]


def test_an_own_belief_gives_its_words_to_the_believer() -> None:
    text = "Traders think the weir is about 40 feet high."
    assert [h.voice for h in hedges(text, "think | epistemic | low | think")][-2:] == [Voice.STORY, Voice.SPEAKER]


@pytest.mark.parametrize(
    ("ignored", "expected"),
    [
        ((), ["could possibly/modal/high", "highly likely/likelihood/low", "senior official/source/mid"]),
        (("could",), ["possibly/likelihood/mid", "highly likely/likelihood/low", "senior official/source/mid"]),
        (("possibly",), ["could/modal/mid", "highly likely/likelihood/low", "senior official/source/mid"]),
        (("could possibly",), ["highly likely/likelihood/low", "senior official/source/mid"]),
        (("could", "possibly", "likely"), ["senior official/source/mid"]),
        (("highly likely", "senior official"), ["could possibly/modal/high"]),
        (
            ("official", ".*", ""),
            ["could possibly/modal/high", "highly likely/likelihood/low", "senior official/source/mid"],
        ),
    ],
)
def test_ignored_words_are_not_marked(ignored: tuple[str, ...], expected: list[str]) -> None:
    text = "It could possibly sink. A strike is highly likely. A senior official said so."
    assert found(text, ignored=ignored) == expected


def test_an_ignored_phrase_leaves_no_shorter_one_marked() -> None:
    assert found("The ferry is said to be old.", ignored=("said to be",)) == []


def test_an_ignored_belief_still_gives_what_follows_to_its_holder() -> None:
    text = "Jane Roe expects that it may rain. Traders reckon the weir is about 40 feet high."
    voices = [(hedge.span.of(text), hedge.voice) for hedge in hedges(text)]
    kept = [(hedge.span.of(text), hedge.voice) for hedge in hedges(text, ignored=("expects", "traders", "reckon"))]
    assert kept == [("may", Voice.SPEAKER), ("about", Voice.SPEAKER)]
    assert set(kept) < set(voices)


def test_ignored_goes_before_own() -> None:
    assert found("The ferry was mooted.", "mooted | hearsay | high", ignored=("mooted",)) == []


@given(st.text(max_size=60))
def test_any_line_is_read_or_refused_with_a_reason(line: str) -> None:
    try:
        terms = own_terms(line, "x")
    except ValueError as reason:
        told = str(reason)
    else:
        told = "read" if all(term.words for term in terms) else ""
    assert told
