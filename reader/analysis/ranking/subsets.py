"""Which sentences go together: the sets a summary may be, and what is seen of each set."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from reader.analysis.ranking.features import SENTENCE_FEATURES
from reader.analysis.ranking.sentences import Sentence

SUBSET_FEATURES = (
    "score_sum",
    "score_least",
    "score_most",
    "score_of_lede",
    "score_per_word",
    "words",
    "words_mean",
    "words_most",
    "words_least",
    "expected",
    "expected_short",
    "expected_long",
    "expected_first",
    "overlap",
    "headline",
    "first",
    "mean_index",
    "last_place",
    "sentences",
    "has_headline",
    "lede_likeness",
    "mean_length",
    "quoted",
    "says",
    "numbers",
    "new_paragraphs",
    "centrality",
    "story_words",
    "size",
)
_AT = {name: at for at, name in enumerate(SENTENCE_FEATURES)}
_BEST = 6
_FIRST = 3

Subset = tuple[int, ...]


def stands_alone(sentences: Sequence[Sentence], subset: Sequence[int]) -> bool:
    """Return whether the sentences of the ascending `subset` can be read without the others."""
    if any(sentences[at].halves_quotation for at in subset):
        return False
    chosen = set(subset)
    return all(not leaning(sentences, at) or (at - 1 in chosen and adjoins(sentences, at)) for at in subset)


def leaning(sentences: Sequence[Sentence], at: int) -> bool:
    """Return whether the sentence needs the one before it."""
    sentence = sentences[at]
    return at > 0 and (sentence.leans_back or sentence.lacks_speaker)


def adjoins(sentences: Sequence[Sentence], at: int) -> bool:
    """Return whether the candidate before this one is also the sentence before it in the story."""
    return sentences[at - 1].index + 1 == sentences[at].index


def candidates(scores: Sequence[float]) -> list[int]:
    """Return the best six sentences and the first three, ascending."""
    best = sorted(range(len(scores)), key=lambda at: (-scores[at], at))[:_BEST]
    return sorted({*best, *range(min(_FIRST, len(scores)))})


def subsets(sentences: Sequence[Sentence], among: Sequence[int], sizes: Sequence[int]) -> Iterator[Subset]:
    """Yield the readable sets of those sizes among the ascending candidates."""
    for size in sizes:
        for subset in combinations(among, size):
            if stands_alone(sentences, subset):
                yield subset


class SubsetView:
    """What the rows of the subsets of one story share."""

    def __init__(
        self,
        sentences: Sequence[Sentence],
        rows: Sequence[Sequence[float]],
        scores: Sequence[float],
        expected: Mapping[str, float],
        among: Sequence[int],
    ) -> None:
        """Take the sentences with their feature rows and scores, and the candidates in ascending order."""
        self._rows = rows
        self._scores = scores
        self._words = sum(len(sentence.words) for sentence in sentences)
        self._lengths = [len(sentence.words) for sentence in sentences]
        self._terms = [len(sentence.terms) for sentence in sentences]
        self._shared: dict[tuple[int, int], tuple[float, float]] = {}
        for a, b in combinations(among, 2):
            both = sentences[a].terms.keys() & sentences[b].terms.keys()
            share = len(both) / (1 + min(self._terms[a], self._terms[b]))
            self._shared[a, b] = (sum(sorted(expected[term] for term in both)), share)

    def row(self, subset: Subset) -> list[float]:
        """Return `SUBSET_FEATURES` for one set."""
        size = len(subset)
        rows = [self._rows[at] for at in subset]
        sums = [sum(column) for column in zip(*rows, strict=True)]
        scores = [self._scores[at] for at in subset]
        lengths = [self._lengths[at] for at in subset]
        words = sum(lengths)
        return [
            sum(scores),
            min(scores),
            max(scores),
            self._scores[0],
            sum(score * length for score, length in zip(scores, lengths, strict=True)) / words,
            words,
            words / size,
            max(lengths),
            min(lengths),
            *self._expectation(subset, sums[_AT["expected"]], rows[0][_AT["expected"]]),
            sums[_AT["headline_share"]],
            subset[0],
            sum(subset) / size,
            rows[-1][_AT["place"]],
            rows[0][_AT["sentences"]],
            rows[0][_AT["has_headline"]],
            rows[0][_AT["lede_likeness"]],
            rows[0][_AT["mean_length"]],
            sums[_AT["quoted"]] / size,
            sums[_AT["says"]],
            sums[_AT["numbers"]],
            sums[_AT["new_paragraph"]] / size,
            sums[_AT["centrality"]] / size,
            self._words,
            size,
        ]

    def _expectation(self, subset: Subset, expected: float, of_first: float) -> list[float]:
        pairs = [self._shared[pair] for pair in combinations(subset, 2)]
        total = expected - sum(shared for shared, _ in pairs)
        terms = sum(self._terms[at] for at in subset)
        return [
            total,
            2 * total / (terms + 15),
            2 * total / (terms + 30),
            of_first,
            max((share for _, share in pairs), default=0.0),
        ]
