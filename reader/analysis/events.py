"""Which stories tell of one event: takes, rewrites and near-duplicates, folded by the rare words they share.

A story is taken as its *trace*, the words of its headline and opening, each weighed by how rare it is in news and among
these very stories.  Two stories are alike by the names they share and by their other words, each a cosine: names alone
are another story about the same people, other words alone the same sort of event elsewhere.  Groups grow from the most
alike, as long as their stories are alike on average, so that no chain forms.  An inverted index of the rarest words
says which pairs to look at: the work grows with the number of stories, not with its square.  The same stories fold the
same way in whatever order they come.

Known failures: two events of one day at one place among the same people; and a story retold in wholly other words.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import timedelta
from sys import intern

from reader import lexicons
from reader.analysis.ranking.features import UNSEEN, Vector
from reader.analysis.ranking.ranker import ranker
from reader.analysis.ranking.sentences import stem
from reader.analysis.segment import WORD
from reader.datelines import dateline_of
from reader.model import Article

_OPENING = 180
"""Words of the body that count: what a story is about stands ahead, what it recalls comes later."""
_BACKGROUND = 2486
"""Stories behind the table of rarity; those at hand are counted with them."""
_COMMON = 2.25
"""Rarity up to which a word says nothing about which event it is."""
_KEPT = 0.2
"""Least part of its weight in news that a word keeps."""
_NAMES = 0.5
"""What names that are all the same add to how alike two stories are; other words that are all the same add 1."""
_ALIKE = 0.46
"""From there on two stories, and two groups on average, are of one event."""
_KEYS = 24
"""Rarest words of a trace that stand in the index."""
_NEIGHBOURS = 12
"""Stories looked at on either side in the list of a word that many share; its order is that of their content."""
_SHARED_KEYS = 2
"""Keys that two stories share at least when they are compared."""
_APART = timedelta(days=4)
"""Stories that were published further apart are not takes of one another."""
_OPENS = re.compile(r"(?:^|[.!?:…]\s+|[\"“‘„«(]\s?)$")
"""What stands before a word that has a capital in any case."""


@dataclass(frozen=True, slots=True)
class Trace:
    """What is kept of a story to tell its event; all are stems, function words and the calendar left out."""

    article: Article
    words: frozenset[str]
    names: frozenset[str]
    """Those with a capital where a sentence does not open."""
    plain: frozenset[str]
    """Those without a capital somewhere."""


def trace(article: Article) -> Trace:
    """Return the trace of a story."""
    idle = lexicons.words("function_words") | lexicons.words("calendar")
    idle |= frozenset(lexicons.table("languages").get(article.language or "en", ()))
    words: set[str] = set(_stems(WORD.findall(article.headline or ""), idle))
    names: set[str] = set()
    plain: set[str] = set()
    for text in _opening(article):
        for match in WORD.finditer(text):
            for term in _stems([match.group()], idle):
                words.add(term)
                if match.group()[0].islower():
                    plain.add(term)
                elif not (term[0].isdigit() or _OPENS.search(text, max(0, match.start() - 3), match.start())):
                    names.add(term)
    return Trace(article, frozenset(words), frozenset(names), frozenset(plain))


def fold(traces: Sequence[Trace]) -> list[list[int]]:
    """Return the places of the stories of each event, ascending, the events in the order of their first story."""
    order = sorted(range(len(traces)), key=lambda at: (traces[at].article.id, sorted(traces[at].words)))
    ordered = [traces[at] for at in order]
    weights = _weights(ordered)
    names = _names(ordered)
    vectors = [_vector(one.words, names, weights) for one in ordered]
    ties = [(_alike(vectors[a], vectors[b]), a, b) for a, b in _pairs([_keys(one.words, weights) for one in ordered])]
    groups = _Groups(ordered, vectors)
    for _, a, b in sorted((tie for tie in ties if tie[0] >= _ALIKE), key=lambda tie: (-tie[0], *tie[1:])):
        groups.tie(a, b)
    return sorted(sorted(order[member] for member in members) for members in groups.members if members)


def _stems(words: Sequence[str], idle: Set[str]) -> Iterator[str]:
    lower = (word.casefold().replace("’", "'") for word in words)
    return (intern(stem(word)) for word in lower if word not in idle)


def _opening(article: Article) -> Iterator[str]:
    """Yield the paragraphs of the opening, the place of the dateline apart, its agency and date left out."""
    left = _OPENING
    for paragraph in article.paragraphs:
        text = paragraph.of(article.text)
        dateline = dateline_of(text)
        if dateline:
            yield f"in {(dateline.place or '').partition(',')[0]}"
            text = text[dateline.end :]
        words = text.split(maxsplit=left)
        yield " ".join(words[:left])
        left -= len(words)
        if left <= 0:
            return


def _weights(traces: Sequence[Trace]) -> dict[str, float]:
    """Return how much each word tells: its rarity in news and among these stories, beyond that of a common word.

    A word that is rare in news keeps a part of its weight however many of the stories have it: all may be of one event.
    """
    spread = Counter(word for one in traces for word in one.words)
    rarity = ranker().rarity
    total = math.log(_BACKGROUND + len(traces))
    weights = {}
    for word, count in spread.items():
        in_news = rarity.get(word, UNSEEN)
        here = total - math.log(_BACKGROUND * math.exp(-in_news) + count)
        weights[word] = max(0.0, here - _COMMON, _KEPT * (in_news - _COMMON))
    return weights


def _names(traces: Sequence[Trace]) -> frozenset[str]:
    """Return the words that are names in more of the stories than not."""
    named = Counter(word for one in traces for word in one.names)
    plain = Counter(word for one in traces for word in one.plain)
    return frozenset(word for word, count in named.items() if count > plain[word])


def _keys(words: Set[str], weights: Mapping[str, float]) -> list[str]:
    """Return the rarest of the words that tell something."""
    return sorted((word for word in words if weights[word] > 0), key=lambda word: (-weights[word], word))[:_KEYS]


def _vector(words: Set[str], names: Set[str], weights: Mapping[str, float]) -> Vector:
    """Return names and other words, each part a vector of its own length, as one."""
    parts = ((words - names, 1.0), (words & names, math.sqrt(_NAMES)))
    vector: Vector = {}
    for part, length in parts:
        norm = math.sqrt(math.fsum(weights[word] ** 2 for word in part)) or 1.0
        vector |= {word: length * weights[word] / norm for word in sorted(part) if weights[word] > 0}
    return vector


def _alike(a: Vector, b: Vector) -> float:
    if len(b) < len(a):
        a, b = b, a
    return math.fsum(value * b[word] for word, value in a.items() if word in b)


def _pairs(keys: Sequence[Sequence[str]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs, the lower first, that share keys; in a long list of a key only neighbours are looked at."""
    index: dict[str, list[int]] = {}
    for at, words in enumerate(keys):
        for word in words:
            index.setdefault(word, []).append(at)
    passed: Counter[str] = Counter()
    for at, words in enumerate(keys):
        passed.update(words)
        shared: Counter[int] = Counter()
        for word in words:
            shared.update(index[word][passed[word] : passed[word] + _NEIGHBOURS])
        yield from ((at, other) for other, count in shared.items() if count >= _SHARED_KEYS)


class _Groups:
    """Groups of stories that grow by ties, the strongest first."""

    def __init__(self, traces: Sequence[Trace], vectors: Sequence[Vector]) -> None:
        self._times = [one.article.published for one in traces]
        self._leader = list(range(len(traces)))
        self._sums = [dict(vector) for vector in vectors]
        self.members = [[at] for at in range(len(traces))]
        """By leader; empty for a story that another leads."""

    def tie(self, a: int, b: int) -> None:
        """Make one group of those of `a` and `b`, if their stories are alike on average and those two of one time."""
        one, other = self._group(a), self._group(b)
        if one == other or self._apart(a, b):
            return
        if _alike(self._sums[one], self._sums[other]) < _ALIKE * len(self.members[one]) * len(self.members[other]):
            return
        if len(self.members[one]) < len(self.members[other]):
            one, other = other, one
        for word, value in self._sums[other].items():
            self._sums[one][word] = self._sums[one].get(word, 0.0) + value
        self.members[one] += self.members[other]
        self.members[other] = []
        self._sums[other] = {}
        self._leader[other] = one

    def _group(self, at: int) -> int:
        while self._leader[at] != at:
            self._leader[at] = self._leader[self._leader[at]]
            at = self._leader[at]
        return at

    def _apart(self, a: int, b: int) -> bool:
        one, other = self._times[a], self._times[b]
        return one is not None and other is not None and abs(one - other) > _APART
