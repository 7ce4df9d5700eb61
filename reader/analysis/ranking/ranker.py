"""The fitted ranker: how good each sentence is, and which few of them make the best short summary.

Four models, one after the other: how likely each word is in a summary (a sum of step functions), whether the story
opens with its lede, how much of an editor's summary each sentence holds, how good each readable set of two or three
sentences is (boosted trees).  Fitted by ``training/fit_summary_ranker.py``; the card in ``reader/models/README.md``
says on what.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from reader import models
from reader.analysis.ranking.features import TERM_FEATURES, Additive, Story, with_lede
from reader.analysis.ranking.sentences import Sentence
from reader.analysis.ranking.subsets import Subset, SubsetView, candidates, stands_alone, subsets

_LEDE = 0.5
"""Above it the first sentence is kept; four in five ledes are, and one in three openings that are none."""

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
    lede: float
    """How likely the first sentence is the lede of the story, about 0 to 1."""

    @property
    def opens_with_lede(self) -> bool:
        """Whether the first sentence is to be kept: it reads like a lede, and can stand alone."""
        return self.lede >= _LEDE and stands_alone(self.sentences, (0,))


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
        self.rarity: dict[str, float] = {
            term: float(level) for level, terms in model["rarity"].items() for term in terms.split()
        }
        """Inverse document frequency of common stems in news; see `UNSEEN` for the others."""
        self._terms = Additive(model["terms"], TERM_FEATURES)
        self._lede = Forest(model["lede"])
        self._sentences = Forest(model["sentences"])
        self._subsets = Forest(model["subsets"])

    def rank(self, sentences: Sequence[Sentence], title: str | None) -> Ranked:
        """Return the sentences with their scores; there must be one at least."""
        story = Story(sentences, title, self.rarity)
        terms = story.term_rows()
        expected = dict(zip(terms, self._terms.values(list(terms.values())), strict=True))
        rows = story.sentence_rows(expected)
        lede = self._lede.value(story.lede_row(rows[0]))
        with_lede(rows, lede)
        return Ranked(sentences, [self._sentences.value(row) for row in rows], rows, expected, lede)

    def choose(self, ranked: Ranked, sizes: Sequence[int], fits: Callable[[Subset], bool]) -> Subset:
        """Return the best readable set of one of those sizes that fits, ascending; empty when there is none.

        It has the lede, if a set with the lede fits.
        """
        among = candidates(ranked.scores)
        view = SubsetView(ranked.sentences, ranked.rows, ranked.scores, ranked.expected, among)
        options = [option for option in subsets(ranked.sentences, among, sizes) if fits(option)]
        if ranked.opens_with_lede:
            options = [option for option in options if option[0] == 0] or options
        return max(options, key=lambda option: self._subsets.value(view.row(option)), default=())


@cache
def ranker() -> Ranker:
    """Return the ranker that ships, read once."""
    return Ranker(models.model("summary_ranker"))
