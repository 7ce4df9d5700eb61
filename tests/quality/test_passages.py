"""The analysis of short passages in house styles is held against their gold."""

from __future__ import annotations

from collections import defaultdict

import pytest

from tests.quality.gate import complaints
from tests.quality.oracle import perfect
from tests.quality.scoring import Count, Counts, Gold, measure, passage_golds, score, table


@pytest.fixture(scope="module")
def golds() -> list[Gold]:
    return list(passage_golds())


def test_passages_reach_their_floors(golds: list[Gold]) -> None:
    counts = measure(golds)
    assert complaints("passages", counts["all"]) == [], table(counts)


def test_there_are_at_least_sixty_of_them_and_each_has_its_own_name(golds: list[Gold]) -> None:
    assert len({gold.id for gold in golds}) == len(golds) >= 60


def test_a_perfect_analysis_scores_full_marks(golds: list[Gold]) -> None:
    counts: Counts = defaultdict(Count)
    for gold in golds:
        score(gold, perfect(gold), counts)
    assert {name: count.f1 for name, count in counts.items()} == dict.fromkeys(counts, 100.0)
    assert counts["segments"].gold > 100
