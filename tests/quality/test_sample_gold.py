"""The analysis of the sample wires is held against their gold."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

import pytest

from reader.model import Article
from tests.quality.gate import complaints
from tests.quality.oracle import perfect
from tests.quality.scoring import (
    HERE,
    SAMPLES,
    Count,
    Counts,
    Gold,
    gold_of,
    locate,
    measure,
    sample_golds,
    score,
    table,
)


@pytest.fixture(scope="module")
def golds() -> list[Gold]:
    return list(sample_golds())


def test_every_sample_has_gold_and_no_gold_is_left_over() -> None:
    assert {path.stem for path in SAMPLES.iterdir()} == {path.stem for path in (HERE / "gold").iterdir()}


def test_samples_reach_their_floors(golds: list[Gold]) -> None:
    counts = measure(golds)
    assert complaints("samples", counts["all"]) == [], table(counts)


def test_a_perfect_analysis_scores_full_marks(golds: list[Gold]) -> None:
    counts: Counts = defaultdict(Count)
    for gold in golds:
        score(gold, perfect(gold), counts)
    assert {name: count.f1 for name, count in counts.items()} == dict.fromkeys(counts, 100.0)
    assert min(count.gold for count in counts.values()) > 80


def test_every_speaker_of_the_gold_speaks(golds: list[Gold]) -> None:
    for gold in golds:
        assert {s.name for s in gold.speakers} == {q.speaker.name for q in gold.quotes if q.speaker}, gold.id


@pytest.mark.parametrize("pattern", ["rain", "{It} rained in Leeds", "in {the}"])
def test_words_that_cannot_be_placed_are_refused(pattern: str) -> None:
    with pytest.raises(LookupError):
        locate("It rained and it rained.", pattern)


def test_braces_mark_the_find_inside_its_context() -> None:
    assert locate("It may rain, or it may not.", "it {may} not") == (19, 22)


def test_two_people_of_one_surname_are_told_apart() -> None:
    row = {
        "speakers": [
            {"name": "Ann Rusk", "role": None, "kind": "person", "sourcing": None},
            {"name": "Bob Rusk", "role": None, "kind": "person", "sourcing": None},
        ],
        "quotes": [
            {"kind": "direct", "speaker": "Ann Rusk", "content": ["“No,”"], "cue": None, "source": "Ann Rusk"},
        ],
    }
    gold = gold_of("rusks", Article.from_text("“No,” said Ann Rusk. Bob Rusk nodded."), row)
    right = perfect(gold)
    counts: Counts = defaultdict(Count)
    score(gold, right, counts)
    assert counts["named"].right == 1
    score(gold, replace(right, speakers=right.speakers[::-1]), counts)
    assert counts["named"].right == 1
