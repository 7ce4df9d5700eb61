"""What is put into the sentences of a summary, and that it can be told from the story's words."""

from __future__ import annotations

import pytest

from reader.analysis.analyse import analyse
from reader.model import Analysis, Article, Basis, Method, Quote, QuoteKind, Role, Speaker, SpeakerKind, Summary
from reader.model import SummarySentence as Sentence
from reader.present.excerpt import Manner, shown_sentences
from reader.present.markdown import summary_markdown
from reader.spans import Span

TEXT = "Edda Hale runs the lock. It will shut, she said. It may open in May, she said."


def span(words: str, after: int = 0) -> Span:
    start = TEXT.index(words, after)
    return Span(start, start + len(words))


FIRST, SECOND, THIRD = (
    span("Edda Hale runs the lock."),
    span("It will shut, she said."),
    span("It may open in May, she said."),
)


def shown(*spans: Span, basis: Basis = Basis.EXPLICIT, name: str = "Edda Hale", names: bool = True) -> list[str]:
    quotes = tuple(
        Quote(QuoteKind.INDIRECT, (Span(s.start, s.end - 10),), None, span("she", s.start), 0, basis)
        for s in (SECOND, THIRD)
    )
    speakers = (Speaker(name, None, SpeakerKind.PERSON, None, ()),)
    picked = Summary(Method.WIRE, tuple(Sentence(0, s, Role.OTHER, 0) for s in spans))
    analysis = Analysis((), speakers, quotes, (), picked)
    return [one.text for one in shown_sentences(Article.from_text(TEXT), analysis, Manner(names=names))]


def test_a_pronoun_gets_its_name_once_in_brackets() -> None:
    assert shown(SECOND, THIRD) == ["It will shut, she [Edda Hale] said.", "It may open in May, she said."]


def test_no_name_is_put_in_where_it_stands_before() -> None:
    assert shown(FIRST, SECOND)[1] == "It will shut, she said."


@pytest.mark.parametrize("basis", [Basis.GUESSED, Basis.NONE])
def test_no_guess_is_put_in(basis: Basis) -> None:
    assert shown(SECOND, basis=basis) == ["It will shut, she said."]


def test_an_inherited_speaker_is_known() -> None:
    assert shown(SECOND, basis=Basis.INHERITED) == ["It will shut, she [Edda Hale] said."]


def test_a_pronoun_is_no_name() -> None:
    assert shown(SECOND, name="she") == ["It will shut, she said."]


def test_no_name_is_put_in_unasked() -> None:
    assert shown(SECOND, names=False) == ["It will shut, she said."]


def test_brackets_and_labels_show_as_they_are_in_markdown() -> None:
    article = Article.from_text("Edda Hale runs the lock at Ulva. It will stay shut for a week or two, she said.")
    page = summary_markdown(article, analyse(article), manner=Manner(">", names=True))
    assert "**LEDE \\>** Edda Hale runs" in page


def test_the_words_of_the_story_stay_when_the_brackets_are_taken_out() -> None:
    assert shown(SECOND)[0].replace(" [Edda Hale]", "") == SECOND.of(TEXT)
