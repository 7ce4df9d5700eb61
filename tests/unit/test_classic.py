from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.classic import rate
from reader.analysis.ranking.lexrank import lexrank
from reader.analysis.segment import segment
from reader.analysis.summary import summarise
from reader.model import Article, Method, Options

CLASSIC = [method for method in Method if method not in (Method.WIRE, Method.LEAD)]
STORY = """The river above the town rose for a third day.
Engineers opened the gates of the dam to lower the river.
The dam above the town holds back the river.
Farmers above the town feared the river.
The town watched the dam and the river.
A choir sang all evening, and forty people slept.
The gates of the dam stay open while the river rises."""


def words(text: str) -> list[list[str]]:
    return [line.casefold().rstrip(".").split() for line in text.split("\n")]


@pytest.mark.parametrize("method", CLASSIC)
def test_each_method_picks_sentences_as_they_stand(method: Method) -> None:
    document = segment(Article.from_text(STORY))
    summary, notes = summarise(document, (), (), Options(method=method))
    assert summary.method is method
    assert notes == ()
    assert len(summary.sentences) == 3
    assert all(sentence.span in document.sentences for sentence in summary.sentences)


def test_methods_differ() -> None:
    document = segment(Article.from_text(STORY))
    picked = {
        tuple(sentence.index for sentence in summarise(document, (), (), Options(method=method))[0].sentences)
        for method in CLASSIC
    }
    assert len(picked) > 2


@pytest.mark.parametrize("method", [Method.LEXRANK, Method.REDUCTION])
def test_graph_methods_prefer_what_the_others_speak_of(method: Method) -> None:
    ratings, _ = rate(method, words(STORY), [0] * 7, (), "en")
    assert ratings[5] == min(ratings)


def test_edmundson_follows_the_headline() -> None:
    ratings, _ = rate(Method.EDMUNDSON, words(STORY), [0] * 7, ("choir", "sang", "church", "hill", "slept"), "en")
    assert ratings.index(max(ratings)) == 5


@pytest.mark.parametrize("method", CLASSIC)
@pytest.mark.parametrize(
    "sentences",
    [
        [],
        [[]],
        [["one"]],
        [["the"], ["the"]],
        [["rain"], ["rain"], ["rain"]],
        [["rain"], [], ["1", "2"]],
        [["雨"], ["и"]],
    ],
)
def test_too_little_text_raises_nothing(method: Method, sentences: list[list[str]]) -> None:
    ratings, _ = rate(method, sentences, [0] * len(sentences), (), "en")
    assert len(ratings) == len(sentences)
    assert all(rating == rating for rating in ratings)


@pytest.mark.parametrize(
    ("language", "note"),
    [("fr", ""), ("de", ""), ("ru", "no stop words for russian"), ("sw", "no stop words and no stemmer")],
)
def test_other_languages_get_what_sumy_has_for_them(language: str, note: str) -> None:
    text = "La rivière monte encore ce soir. Le barrage de la rivière est plein. Les écoles restent fermées demain."
    article = replace(Article.from_text(text), language=language)
    summary, notes = summarise(segment(article), (), (), Options(method=Method.LUHN, sentences=1))
    assert summary.method is Method.LUHN
    assert len(summary.sentences) == 1
    assert note in " ".join(notes)
    assert bool(note) == bool(notes)


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(CLASSIC),
    st.lists(st.lists(st.sampled_from(["rain", "dam", "the", "40", "É", "日本", "x"]), max_size=6), max_size=8),
)
def test_odd_text_gives_a_rating_each_and_the_same_again(method: Method, sentences: list[list[str]]) -> None:
    paragraphs = list(range(len(sentences)))
    ratings, notes = rate(method, sentences, paragraphs, (), "en")
    assert len(ratings) == len(sentences)
    assert (ratings, notes) == rate(method, sentences, paragraphs, (), "en")


def test_the_same_ratings_in_every_process() -> None:
    code = (
        "from reader.analysis.classic import rate; from reader.model import Method; import sys\n"
        "words = [line.split() for line in sys.stdin.read().split('\\n')]\n"
        f"print([rate(Method(m), words, [0] * 7, (), 'en')[0] for m in {[str(m) for m in CLASSIC]!r}])"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            input=STORY,
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


def test_long_texts_say_what_a_slow_method_did_not_read() -> None:
    ratings, notes = rate(Method.KL, words(STORY) * 30, [0] * 210, (), "en")
    assert len(ratings) == 210
    assert "first 100 of 210 sentences" in notes[0]
    assert max(ratings[100:]) < min(ratings[:100])


def test_lexrank_adds_up_to_one_and_orders_by_likeness() -> None:
    ranks = lexrank(words(STORY))
    assert sum(ranks) == pytest.approx(1.0)
    assert ranks[5] == min(ranks)
    assert lexrank([]) == []
    assert lexrank([[], []]) == pytest.approx([0.5, 0.5])


def test_lexrank_is_linear_in_the_text() -> None:
    def seconds(copies: int) -> float:
        start = time.perf_counter()
        lexrank(words(STORY) * copies)
        return time.perf_counter() - start

    assert min(seconds(400) for _ in range(2)) < 40 * min(seconds(40) for _ in range(3)) + 0.05
