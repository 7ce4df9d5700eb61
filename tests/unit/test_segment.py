from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.segment import WORD, segment, segmented, split_sentences
from reader.model import Article
from reader.spans import Span

PIECES = st.lists(
    st.sampled_from(
        [*"abcABC.!?…\"'“”‘’()[]0123456789-–—,;:\n\t \xa0", "Dr. ", "U.S. ", ", “", "Friday, May 7, 2021", "e.g. ", "É"]
    ),
    max_size=80,
).map("".join)


def split(text: str) -> list[str]:
    return [span.of(text) for span in split_sentences(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("sentences"),
    [
        ["The ferry sank.", "Nobody was hurt."],
        ["Dr. Ada Whitlock sailed with Capt. J. T. Moss and Lt. Gen. Orla Finn.", "They returned."],
        ["He lives in the U.S. with his sister.", "She works for Brightwater Inc. and is well."],
        ["He left the U.S.", "The ship sailed on."],
        ["It met at 5 p.m. Tuesday.", "It closed at 6 p.m."],
        ["Output rose 3.5 percent.", "Exports fell 1.25 percent."],
        ["LONDON (Reuters) - The bank raised its rate.", "Shares fell."],
        ["SACRAMENTO, Calif. (AP) — A judge ruled on Monday.", "The city will appeal."],
        ["ST. LOUIS — The river rose.", "It crested on Jan. 5."],
        ["“We waited … and waited.”", "The train never came."],
        ["He paused... and went on.", "She listened."],
        ["“Is it over?” Ada Whitlock asked.", "It was not."],
        ["“Is it over?” she asked.", "It was not."],
        ["“It is over,” he said.", "“Nobody won.”"],
        ['The mayor said: "We will rebuild. We will not leave."', "The crowd cheered."],
        ["“I am sure,” she said, “that it will rain. It always does.”", "It rained."],
        ["The law passed.[12]", "It was repealed.[3] [4]", "Nobody noticed."],
        ["1. Boil the water.", "2. Add the tea."],
        ["The river (c. 1820) ran here.", "See p. 28 of the report."],
        ["Sales at iPhone shops fell.", "eBay rose."],
        ["Friday, May 7, 2021", "The council met."],
        ["The council met at noon", "Friday, May 7, 2021"],
        ["He scored an A.", "The others did not."],
        ["„Wir kommen.“", "Er ging."],
    ],
)
def test_sentences_end_where_an_editor_ends_them(sentences: list[str]) -> None:
    assert split(" ".join(sentences)) == sentences


def test_a_long_quotation_led_in_is_cut_at_its_sentences() -> None:
    said = " ".join(["We shall go on until the work is done."] * 9)
    assert len(split(f"The mayor said: “{said}”")) == 9


def test_headline_body_and_boilerplate_are_cut_and_know_their_paragraphs() -> None:
    text = "Ferry sinks\n\nA ferry sank. All lived.\n\nReporting by A. Moss\nEditing by B. Finn"
    head, body, tail = Span(0, 11), Span(13, 37), Span(39, len(text))
    article = Article(
        text=text, body=body, paragraphs=(body,), headline="Ferry sinks", headline_span=head, boilerplate=(tail,)
    )
    document = segment(article)
    assert [span.of(text) for span in document.sentences] == [
        "Ferry sinks",
        "A ferry sank.",
        "All lived.",
        "Reporting by A. Moss",
        "Editing by B. Finn",
    ]
    assert document.sentence_paragraph == (0, 1, 1, 2, 3)
    assert document.title == "Ferry sinks"
    assert segmented(article, document.sentences) == document


def test_the_headline_is_known_where_it_is_not_in_the_text() -> None:
    article = Article(text="A ferry sank.", body=Span(0, 13), paragraphs=(Span(0, 13),), headline="Ferry sinks")
    assert segment(article).title == "Ferry sinks"
    assert segment(article).headline is None


@given(PIECES)
def test_sentences_hold_all_of_their_paragraph_but_white_space(text: str) -> None:
    document = segment(Article.from_text(text))
    assert len(document.sentences) == len(document.sentence_paragraph)
    for number, paragraph in enumerate(document.paragraphs):
        own = [s for s, p in zip(document.sentences, document.sentence_paragraph, strict=True) if p == number]
        assert all(paragraph.covers(span) and span.length for span in own)
        assert all(a.end <= b.start for a, b in pairwise(own))
        assert "".join("".join(span.of(text).split()) for span in own) == "".join(paragraph.of(text).split())


@given(PIECES)
def test_the_same_text_is_cut_the_same_way(text: str) -> None:
    article = Article.from_text(text)
    document = segment(article)
    assert segment(article) == document
    assert segmented(article, document.sentences) == document


@pytest.mark.parametrize("piece", [".", "! ", "“", ', "', "a. ", "Dr. ", "(", "[1] ", ". . ", "A ", "….”"])
def test_time_is_linear_in_the_text(piece: str) -> None:
    def seconds(count: int) -> float:
        article = Article.from_text(piece * count)
        best = 9.0
        for _ in range(2):
            start = time.perf_counter()
            segment(article)
            best = min(best, time.perf_counter() - start)
        return best

    assert seconds(20_000) < 40 * seconds(2_000) + 0.05


def test_words_are_joined_by_single_inner_marks() -> None:
    assert WORD.findall("The U.S.'s 3.5-tonne well-known o'clock—x") == [
        "The",
        "U.S",
        "s",
        "3.5-tonne",
        "well-known",
        "o'clock",
        "x",
    ]


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("LONDON, March 3 (AP) - “It is on,” Ann Rusk said.", "LONDON, March 3 (AP) - "),
        ("Bridge shuts\n\nOSLO (Reuters) — The bridge shut.", "OSLO (Reuters) — "),
        ("PARIS — The bridge shut.", "PARIS — "),
        ("PERTH, 3 March /Anywire/ -- The bridge shut.", "PERTH, 3 March /Anywire/ -- "),
        ("The bridge shut - again.", None),
    ],
)
def test_the_dateline_ends_where_the_words_of_the_story_begin(text: str, dateline: str | None) -> None:
    found = segment(Article.from_text(text)).dateline
    assert (found and found.of(text)) == dateline
