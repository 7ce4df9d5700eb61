"""How much of an editor's summary a set of sentences holds: ROUGE-1, -2 and -Lsum F1 (C.-Y. Lin, 2004).

Lower-cased letters and digits, Porter stems for words over three letters.  Overlaps of single sentences are kept, so
that all subsets of a story are scored in little time.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from nltk.stem.porter import PorterStemmer

_TOKEN = re.compile(r"[a-z0-9]+")
_STEMMER = PorterStemmer()


@cache
def _stem(token: str) -> str:
    return str(_STEMMER.stem(token)) if len(token) > 3 else token


def tokens(text: str) -> list[str]:
    """Return the stemmed tokens of the text."""
    return [_stem(token) for token in _TOKEN.findall(text.lower())]


class Scorer:
    """The scores of subsets of one story's sentences against one summary of it."""

    def __init__(self, sentences: Sequence[str], gold_lines: Sequence[str]) -> None:
        self._sentences = [tokens(sentence) for sentence in sentences]
        self._lines = [tokens(line) for line in gold_lines]
        gold = [token for line in self._lines for token in line]
        self._gold = Counter(gold)
        self._gold_pairs = Counter(pairwise(gold))
        self._length = len(gold)
        self._common: dict[int, list[frozenset[int]]] = {}
        self._known: dict[tuple[int, ...], tuple[float, float, float]] = {}

    def scores(self, subset: Sequence[int]) -> tuple[float, float, float]:
        """Return ROUGE-1, -2 and -Lsum F1 of the sentences at those places."""
        key = tuple(subset)
        if key not in self._known:
            found = [token for at in key for token in self._sentences[at]]
            counts, pairs = Counter(found), Counter(pairwise(found))
            self._known[key] = (
                _f1((counts & self._gold).total(), len(found), self._length),
                _f1((pairs & self._gold_pairs).total(), len(found) - 1, self._length - 1),
                _f1(self._in_order(key, counts), len(found), self._length),
            )
        return self._known[key]

    def _in_order(self, subset: tuple[int, ...], counts: Counter[str]) -> int:
        left, gold_left = counts.copy(), self._gold.copy()
        hits = 0
        for number, line in enumerate(self._lines):
            for place in sorted(frozenset().union(*(self._longest(at)[number] for at in subset))):
                token = line[place]
                if left[token] and gold_left[token]:
                    hits += 1
                    left[token] -= 1
                    gold_left[token] -= 1
        return hits

    def _longest(self, at: int) -> list[frozenset[int]]:
        if at not in self._common:
            self._common[at] = [_common_subsequence(line, self._sentences[at]) for line in self._lines]
        return self._common[at]


def _f1(hits: int, found: int, wanted: int) -> float:
    return 2 * hits / (found + wanted) if hits else 0.0


def _common_subsequence(gold: Sequence[str], found: Sequence[str]) -> frozenset[int]:
    """Return the places in `gold` of one longest common subsequence."""
    if not set(gold) & set(found):
        return frozenset()
    table = [[0] * (len(found) + 1) for _ in range(len(gold) + 1)]
    for i, token in enumerate(gold, 1):
        row, above = table[i], table[i - 1]
        for j, other in enumerate(found, 1):
            row[j] = above[j - 1] + 1 if token == other else max(above[j], row[j - 1])
    places = set()
    i, j = len(gold), len(found)
    while i and j:
        if gold[i - 1] == found[j - 1]:
            i, j = i - 1, j - 1
            places.add(i)
        elif table[i - 1][j] > table[i][j - 1]:
            i -= 1
        else:
            j -= 1
    return frozenset(places)
