"""LexRank for long texts, without a matrix.

The continuous form (G. Erkan and D. Radev, LexRank, 2004, section 3.3): sentences are weighed by the cosines between
them, not cut off at a threshold.  Each step is two sparse products, so time and memory grow with the words of the text
and not with the square of its sentences.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

_DAMPING = 0.85
_STEPS = 30
_CLOSE = 1e-5


def lexrank(sentences: Sequence[Sequence[str]]) -> list[float]:
    """Return a rank for each sentence, given as its stems; the ranks add up to one."""
    if not sentences:
        return []
    vectors, width = _vectors(sentences)
    degrees = _through_terms(vectors, width, [1.0] * len(vectors))
    even = 1.0 / len(vectors)
    ranks = [even] * len(vectors)
    for _ in range(_STEPS):
        shares = [rank / degree if degree else 0.0 for rank, degree in zip(ranks, degrees, strict=True)]
        received = _through_terms(vectors, width, shares)
        lost = 1.0 - sum(received)
        following = [_DAMPING * (value + lost * even) + (1.0 - _DAMPING) * even for value in received]
        moved = sum(abs(a - b) for a, b in zip(ranks, following, strict=True))
        ranks = following
        if moved < _CLOSE:
            break
    return ranks


def _vectors(sentences: Sequence[Sequence[str]]) -> tuple[list[list[tuple[int, float]]], int]:
    """Return each sentence as a unit vector of (term, weight), and the number of terms."""
    spread = Counter(term for sentence in sentences for term in dict.fromkeys(sentence))
    number = {term: at for at, term in enumerate(spread)}
    rarity = {term: math.log(1 + len(sentences) / count) for term, count in spread.items()}
    vectors = []
    for sentence in sentences:
        raw = [(number[term], count * rarity[term]) for term, count in Counter(sentence).items()]
        norm = math.sqrt(sum(value * value for _, value in raw)) or 1.0
        vectors.append([(term, value / norm) for term, value in raw])
    return vectors, len(number)


def _through_terms(vectors: list[list[tuple[int, float]]], width: int, shares: Sequence[float]) -> list[float]:
    """Return what each sentence receives when every one passes its share on by cosine."""
    pool = [0.0] * width
    for vector, share in zip(vectors, shares, strict=True):
        for term, value in vector:
            pool[term] += value * share
    return [sum([pool[term] * value for term, value in vector]) for vector in vectors]
