"""Stories of one event are folded, and others are not."""

from __future__ import annotations

from collections import Counter

import pytest

from reader.model import Article
from tests.quality.digest_scoring import figures, fingerprint, measure, stories
from tests.quality.gate import pinned

LEAST = 95
"""Per cent of precision and recall: no floor may stand lower, and this figure is not edited to let one."""


@pytest.fixture(scope="module")
def told() -> list[tuple[Article, str]]:
    return stories()


def test_folding_reaches_its_floors(told: list[tuple[Article, str]]) -> None:
    floors = pinned("digest")
    assert floors.pop("fingerprint") == fingerprint(), f"look at the figures, then pin {fingerprint()}"
    assert set(floors) == {"precision", "recall"}
    assert min(floors.values()) >= LEAST
    found = figures(measure(told))
    assert {name: value for name, value in found.items() if value < floors[name]} == {}


def test_there_are_at_least_twelve_events_and_fifteen_singles(told: list[tuple[Article, str]]) -> None:
    sizes = Counter(event for _, event in told).values()
    assert sum(size > 1 for size in sizes) >= 12
    assert sum(size == 1 for size in sizes) >= 15
    assert max(sizes) <= 4
