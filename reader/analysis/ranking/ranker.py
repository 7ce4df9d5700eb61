"""The fitted ranker: how good each sentence is, and which few of them make the best short summary.

Three models, one after the other: how likely each word is in a summary (a sum of step functions), how much of an
editor's summary each sentence holds (boosted trees), how good each readable set of two or three sentences is (boosted
trees).  Fitted by ``training/fit_summary_ranker.py``; the card in ``reader/models/README.md`` says on what.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from reader import models
from reader.analysis.ranking.features import TERM_FEATURES, Additive, Story
from reader.analysis.ranking.sentences import Sentence
from reader.analysis.ranking.subsets import Subset, SubsetView, candidates, subsets

Tree = Any
"""A leaf is a number; a split is ``[feature, threshold, low, high]``: low for values of at most the threshold."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """The sentences of a story with their scores."""

    sentences: Sequence[Sentence]
    scores: Sequence[float]
    """About 0 to 1, one a sentence: its share of what the best sentence of the story gives."""
    rows: Sequence[Sequence[float]]
    expected: Mapping[str, float]


class Forest:
    """Boosted trees, evaluated in plain Python."""

    def __init__(self, model: Mapping[str, Any]) -> None:
        """Take ``{"base": …, "trees": […]}``."""
        self._base: float = model["base"]
        self._trees: list[Tree] = model["trees"]

    def value(self, row: Sequence[float]) -> float:
        """Return the sum of the trees for one row."""
        total = self._base
        for node in self._trees:
            while node.__class__ is list:
                feature, threshold, low, high = node
                node = low if row[feature] <= threshold else high
            total += node
        return total


class Ranker:
    """The three models together."""

    def __init__(self, model: Mapping[str, Any]) -> None:
        """Take the model as the fitting script writes it."""
        self._rarity: dict[str, float] = {
            term: float(level) for level, terms in model["rarity"].items() for term in terms.split()
        }
        self._terms = Additive(model["terms"], TERM_FEATURES)
        self._sentences = Forest(model["sentences"])
        self._subsets = Forest(model["subsets"])

    def rank(self, sentences: Sequence[Sentence], title: str | None) -> Ranked:
        """Return the sentences with their scores; there must be one at least."""
        story = Story(sentences, title, self._rarity)
        expected = {term: self._terms.value(row) for term, row in story.term_rows().items()}
        rows = story.sentence_rows(expected)
        return Ranked(sentences, [self._sentences.value(row) for row in rows], rows, expected)

    def choose(self, ranked: Ranked, sizes: Sequence[int]) -> Subset:
        """Return the best readable set of one of those sizes, ascending; empty when there is none."""
        among = candidates(ranked.scores)
        view = SubsetView(ranked.sentences, ranked.rows, ranked.scores, ranked.expected, among)
        options = subsets(ranked.sentences, among, sizes)
        return max(options, key=lambda option: self._subsets.value(view.row(option)), default=())


@cache
def ranker() -> Ranker:
    """Return the ranker that ships, read once."""
    return Ranker(models.model("summary_ranker"))
