from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.events import fold, trace
from reader.model import Article
from tests.steps import steps

LOCK = "ULVA (Desk) — The lock at Ulva stays shut after a crack was found in its gate, the canal board said."
LOCK_AGAIN = "The canal board has shut the Ulva lock for a week: divers found a crack as long as a man in its gate."
SPIRE = "MARN (Desk) — Lightning struck the spire of Saint Hild at Marn on Friday and set the belfry on fire."
SPIRE_AGAIN = "The belfry of Saint Hild burned at Marn after lightning struck its spire. The bells are saved."
OTHER = "A potter in Lessing has made a jug that whistles when it is empty."


def folded(*texts: str, language: str | None = "en", published: tuple[datetime, ...] = ()) -> list[list[int]]:
    stories = [replace(Article.from_text(text), language=language) for text in texts]
    if published:
        stories = [replace(one, published=when) for one, when in zip(stories, published, strict=True)]
    return fold([trace(story) for story in stories])


def test_stories_of_one_event_are_one_group_in_the_order_of_the_first() -> None:
    assert folded(OTHER, LOCK, SPIRE, LOCK_AGAIN, SPIRE_AGAIN) == [[0], [1, 3], [2, 4]]


def test_the_order_of_reading_changes_nothing_but_the_order() -> None:
    texts = (LOCK, LOCK_AGAIN, SPIRE, SPIRE_AGAIN, OTHER)
    expected = {frozenset({LOCK, LOCK_AGAIN}), frozenset({SPIRE, SPIRE_AGAIN}), frozenset({OTHER})}
    for order in permutations(texts):
        groups = folded(*order)
        assert {frozenset(order[at] for at in group) for group in groups} == expected
        assert groups == sorted(sorted(group) for group in groups)


def test_the_same_story_twice_is_one_event() -> None:
    assert folded(LOCK, OTHER, LOCK) == [[0, 2], [1]]


@pytest.mark.parametrize("texts", [(), ("",), ("", ""), ("The and of.", "But it was."), ("12 14", "13 15")])
def test_stories_that_tell_nothing_stay_by_themselves(texts: tuple[str, ...]) -> None:
    assert folded(*texts) == [[at] for at in range(len(texts))]


def test_the_commonest_words_of_another_language_fold_nothing() -> None:
    one = "Die Bäckerei in der alten Mühle wurde von einem Sturm beschädigt und ist bis auf Weiteres geschlossen."
    two = "Der Verein hat nach einem Streit mit dem Trainer auch den Torwart und einen Stürmer aus der Liste genommen."
    assert folded(one, two, language="de") == [[0], [1]]


@pytest.mark.parametrize(("days", "groups"), [(1, [[0, 1]]), (9, [[0], [1]])])
def test_what_comes_back_weeks_later_is_no_take(days: int, groups: list[list[int]]) -> None:
    first = datetime(2026, 3, 3, tzinfo=UTC)
    assert folded(LOCK, LOCK + " Again.", published=(first, first + timedelta(days=days))) == groups


def test_many_takes_of_one_event_are_one_group() -> None:
    texts = [f"{LOCK} Some {number} boats wait below it." for number in range(100, 1100)]
    assert folded(*texts, OTHER) == [list(range(1000)), [1000]]


def story(number: int) -> Article:
    names = " ".join(f"N{(number * 7 + step) % 997}x met Q{(number * 13 + step) % 991}y" for step in range(12))
    return Article.from_text(f"The board said {names} at the quay.")


def test_work_grows_with_the_stories_and_not_with_their_square() -> None:
    few, many = ([trace(story(number)) for number in range(count)] for count in (100, 400))
    fold(few)
    assert steps(lambda: fold(many)) < 6 * steps(lambda: fold(few))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.sampled_from(f"{LOCK} {SPIRE} {OTHER}".split()), max_size=12).map(" ".join), max_size=8))
def test_every_story_is_in_one_group(texts: list[str]) -> None:
    groups = folded(*texts)
    assert sorted(at for group in groups for at in group) == list(range(len(texts)))
    assert groups == sorted(groups)
