"""The quality gate itself can fail."""

from __future__ import annotations

from collections import defaultdict

import pytest

from tests.quality import gate
from tests.quality.scoring import Count, Counts, fingerprint


@pytest.fixture
def counts() -> Counts:
    counts: Counts = defaultdict(Count)
    counts["named"].add(gold=10, found=10, right=9)
    return counts


def pin(monkeypatch: pytest.MonkeyPatch, floor: float, least: float, fingerprint: str) -> None:
    monkeypatch.setattr(gate, "pinned", lambda name: {"fingerprint": fingerprint, "named": floor})
    monkeypatch.setattr(gate, "LEAST", {"samples": {"named": least}})
    monkeypatch.setattr(gate, "corpus", lambda name: [])


@pytest.mark.parametrize(
    ("floor", "least", "complaint"),
    [(88, 80, None), (91, 80, "named: 90.0 is under its floor 91"), (70, 80, "named: floor 70 is under 80")],
)
def test_a_fall_and_a_lowered_floor_are_named(
    counts: Counts, monkeypatch: pytest.MonkeyPatch, floor: float, least: float, complaint: str | None
) -> None:
    pin(monkeypatch, floor, least, fingerprint([]))
    assert gate.complaints("samples", counts) == ([complaint] if complaint else [])


def test_a_floor_that_was_taken_out_is_named(counts: Counts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "pinned", lambda name: {"fingerprint": fingerprint([])})
    monkeypatch.setattr(gate, "LEAST", {"samples": {"named": 80}})
    monkeypatch.setattr(gate, "corpus", lambda name: [])
    assert gate.complaints("samples", counts) == ["named: floor 0 is under 80"]


def test_a_changed_corpus_is_named(counts: Counts, monkeypatch: pytest.MonkeyPatch) -> None:
    pin(monkeypatch, 88, 80, "0123456789abcdef")
    [complaint] = gate.complaints("samples", counts)
    assert complaint.endswith(f"then pin {fingerprint([])}")
