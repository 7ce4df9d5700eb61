"""Which sentences of two takes belong together.

Equal sentences first: those that stand once in each, their neighbours, then the repeated ones in order.  What is left
is paired by the words that both have, rare ones weighing more (as inverse document frequency has it, over the sentences
of both takes), best first, with a premium for what stands between the same equal sentences.  Candidates come from an
index of rare words with short entries, so that the time grows with the number of sentences and not with its square.
Known failures: a sentence rewritten in other words is one dropped and one added, and so is one in a script without
blanks between its words.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from heapq import nlargest, nsmallest
from itertools import pairwise

from reader.analysis.comparing.words import Sentence

_ALIKE = 0.5
"""Weighted share of common words (Dice) from which two sentences are one that changed."""
_IN_PLACE = 0.12
"""Premium for a pair between the same equal sentences."""
_ALONE = 0.25
"""The same share for a headline with a headline, and where one old and one new sentence are left in a gap."""
_SURE = 0.8
"""The same share for a pair that faces each other in a gap, from which no better one is looked for."""
_PART = 0.6
"""Weighted share of a sentence's words that another has lost, from which it is a part split off it."""
_SHORTEST_PART = 3
"""Words of such a part."""
_RARE = 8
"""Words, or pairs of neighbouring words, of a sentence by which candidates are looked up."""
_ENTRY = 40
"""Sentences that hold such a key up to which it is looked up."""
_CANDIDATES = 5
"""Sentences that are compared with one."""


@dataclass(slots=True)
class Link:
    """Places of sentences that belong together, ascending and side by side on either side."""

    old: list[int]
    new: list[int]
    exact: bool


def align(old: Sequence[Sentence], new: Sequence[Sentence]) -> list[Link]:
    """Return the links in the order of `new`; no sentence is in two of them."""
    equal = _equal(old, new)
    links = [Link([o], [n], exact=True) for n, o in equal.items()]
    weights = _weights([*old, *new])
    links += [Link([o], [n], exact=False) for n, o in _alike(old, new, equal, weights).items()]
    _add_parts(old, new, links, weights)
    return sorted(links, key=lambda link: link.new)


def backbone(values: Sequence[int]) -> list[int]:
    """Return the places of a longest rising run through `values`, which are distinct."""
    ends: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for at, value in enumerate(values):
        slot = bisect_left(ends, value)
        before.append(places[slot - 1] if slot else -1)
        ends[slot : slot + 1] = [value]
        places[slot : slot + 1] = [at]
    run = []
    at = places[-1] if places else -1
    while at >= 0:
        run.append(at)
        at = before[at]
    return run[::-1]


def _equal(old: Sequence[Sentence], new: Sequence[Sentence]) -> dict[int, int]:
    """Return the old place of each new sentence that has the same words."""
    old_places, new_places = _grouped(s.words for s in old), _grouped(s.words for s in new)
    pairs = {
        places[0]: old_places[words][0]
        for words, places in new_places.items()
        if len(places) == 1 and len(old_places.get(words, ())) == 1
    }
    taken = set(pairs.values())
    for step in (1, -1):
        for n, o in sorted(pairs.items(), reverse=step < 0):
            n, o = n + step, o + step
            while 0 <= n < len(new) and 0 <= o < len(old) and n not in pairs and o not in taken:
                if new[n].words != old[o].words:
                    break
                pairs[n] = o
                taken.add(o)
                n, o = n + step, o + step
    for words, places in new_places.items():
        free = (o for o in old_places.get(words, ()) if o not in taken)
        pairs.update(zip([n for n in places if n not in pairs], free, strict=False))
    return pairs


def _grouped(keys: Iterable[Hashable]) -> dict[Hashable, list[int]]:
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for place, key in enumerate(keys):
        groups[key].append(place)
    return groups


def _weights(sentences: Sequence[Sentence]) -> dict[str, float]:
    counts = Counter(term for sentence in sentences for term in sentence.terms)
    return {term: math.log(1 + len(sentences) / count) for term, count in counts.items()}


def _alike(
    old: Sequence[Sentence], new: Sequence[Sentence], equal: dict[int, int], weights: dict[str, float]
) -> dict[int, int]:
    """Return the old place of each new sentence that is an old one with some words changed."""
    taken = set(equal.values())
    free_old = [o for o in range(len(old)) if o not in taken]
    free_new = [n for n in range(len(new)) if n not in equal]
    gaps = _gaps(len(old), len(new), equal)
    old_weight = {o: sum(weights[term] for term in old[o].terms) for o in free_old}
    index: dict[str, list[int]] = defaultdict(list)
    for o in free_old:
        for key in _keys(old[o]):
            index[key].append(o)
    opposite = _opposite(free_old, free_new, gaps)
    found: list[tuple[float, int, int]] = []
    for n in free_new:
        weight = sum(map(weights.__getitem__, new[n].terms))
        facing, alone = opposite.get(n, (None, False))

        def score(o: int, n: int = n, weight: float = weight) -> float:
            common = sum(map(weights.__getitem__, new[n].terms & old[o].terms))
            return 2 * common / (weight + old_weight[o] or 1) + _IN_PLACE * (gaps[n][0] < o < gaps[n][1])

        scores = {} if facing is None else {facing: score(facing)}
        if facing is None or scores[facing] < _SURE:
            scores |= {o: score(o) for o in _candidates(new[n], index)}
        for o, value in scores.items():
            special = (alone and o == facing) or (new[n].headline and old[o].headline)
            if value >= (_ALONE if special else _ALIKE):
                found.append((-value, n, o))
    pairs: dict[int, int] = {}
    for _, n, o in sorted(found):
        if n not in pairs and o not in taken:
            pairs[n] = o
            taken.add(o)
    return pairs


def _keys(sentence: Sentence) -> set[str]:
    """Return the words by which a sentence is looked up, alone and with the one behind."""
    return {*sentence.terms, *(f"{word} {after}" for word, after in pairwise(sentence.words[sentence.told :]))}


def _candidates(sentence: Sentence, index: dict[str, list[int]]) -> list[int]:
    """Return the old sentences that share most of the rarest keys."""
    entries = [index[key] for key in _keys(sentence) if key in index]
    shared: dict[int, float] = defaultdict(float)
    for entry in nsmallest(_RARE, (entry for entry in entries if len(entry) <= _ENTRY), key=lambda e: (len(e), e)):
        for o in entry:
            shared[o] += 1 / len(entry)
    return nlargest(_CANDIDATES, shared, key=lambda o: (shared[o], -o))


def _gaps(old_count: int, new_count: int, equal: dict[int, int]) -> list[tuple[int, int]]:
    """Return for each new place the old places between which it stands, by the equal sentences that did not move."""
    order = sorted(equal)
    fixed = {order[at]: equal[order[at]] for at in backbone([equal[n] for n in order])}
    lows, highs, low, high = [], [], -1, old_count
    for n in range(new_count):
        lows.append(low)
        low = fixed.get(n, low)
    for n in reversed(range(new_count)):
        highs.append(high)
        high = fixed.get(n, high)
    return list(zip(lows, reversed(highs), strict=True))


def _opposite(free_old: list[int], free_new: list[int], gaps: list[tuple[int, int]]) -> dict[int, tuple[int, bool]]:
    """Return what faces each new place in a gap with as many old ones, and whether each is alone there."""
    by_gap: dict[tuple[int, int], list[int]] = defaultdict(list)
    for n in free_new:
        by_gap[gaps[n]].append(n)
    facing = {}
    for (low, high), news in by_gap.items():
        olds = free_old[bisect_left(free_old, low + 1) : bisect_left(free_old, high)]
        if len(olds) == len(news):
            facing.update({n: (o, len(news) == 1) for n, o in zip(news, olds, strict=True)})
    return facing


def _add_parts(old: Sequence[Sentence], new: Sequence[Sentence], links: list[Link], weights: dict[str, float]) -> None:
    """Add to each link of unlike sentences the neighbours that were split off one of them."""
    old_taken = {o for link in links for o in link.old}
    new_taken = {n for link in links for n in link.new}
    for link in sorted((link for link in links if not link.exact), key=lambda link: link.new):
        _grow(link.new, link.old, new, old, new_taken, weights)
        _grow(link.old, link.new, old, new, old_taken, weights)


def _grow(
    own: list[int],
    others: list[int],
    sentences: Sequence[Sentence],
    other_side: Sequence[Sentence],
    taken: set[int],
    weights: dict[str, float],
) -> None:
    if (own[-1] + 1 in taken or own[-1] + 1 == len(sentences)) and (own[0] - 1 in taken or not own[0]):
        return
    lost = Counter(word for o in others for word in other_side[o].words)
    lost.subtract(word for n in own for word in sentences[n].words)
    for step in (1, -1):
        at = (own[-1] if step > 0 else own[0]) + step
        while 0 <= at < len(sentences) and at not in taken and _is_part(sentences[at], lost, weights):
            own.insert(len(own) if step > 0 else 0, at)
            taken.add(at)
            lost.subtract(sentences[at].words)
            at += step


def _is_part(sentence: Sentence, lost: Counter[str], weights: dict[str, float]) -> bool:
    words = sentence.words[sentence.told :]
    whole = sum(weights[word] for word in words)
    kept = sum(weights[word] for word in words if lost[word] > 0)
    return len(words) >= _SHORTEST_PART and kept >= _PART * whole
