"""The sentences of a summary of a given length, picked so that it can be read alone and leaves no side out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from reader.analysis.ranking.ranker import Ranked, Ranker
from reader.analysis.ranking.sentences import Sentence
from reader.analysis.ranking.subsets import adjoins, leaning

_SIZES = (2, 3)
"""What the ranker chooses among when three sentences are asked for: two often say more than three."""
_FULL = 0.75
"""Share of a budget of words after which nothing is added for its own sake."""
_LONGEST_CHAIN = 4
"""Sentences before it that one may lean on and still be worth showing; keeps the work linear in long speeches."""


@dataclass(frozen=True, slots=True)
class Length:
    """How long a summary may be."""

    sentences: int
    words: int | None
    """Most words; `sentences` does not count when it is given."""

    def holds(self, sentences: Iterable[Sentence]) -> bool:
        """Return whether a summary of these sentences is short enough."""
        chosen = list(sentences)
        if self.words is None:
            return len(chosen) <= self.sentences
        return word_count(chosen) <= self.words

    def filled(self, sentences: Collection[Sentence]) -> bool:
        """Return whether there is no need for more."""
        if self.words is None:
            return len(sentences) >= self.sentences
        return word_count(sentences) >= _FULL * self.words


def word_count(sentences: Iterable[Sentence]) -> int:
    """Return the number of words as an editor counts them: stretches between white space."""
    return sum(len(sentence.text.split()) for sentence in sentences)


def take(order: Iterable[int], sentences: Sequence[Sentence], length: Length) -> list[int]:
    """Return, ascending, the places of `order` that fit, each judged by itself, best first."""
    return _take(((at,) for at in order), sentences, length)


def pick(ranker: Ranker, ranked: Ranked, quoting: Collection[int], length: Length) -> list[int]:
    """Return the places of the sentences to show, ascending.

    `quoting` holds the places of sentences that give somebody's words together with the speaker.  Three sentences or
    fewer are the best readable set; anything longer opens with the lede, then has a response and a key quote where the
    story has them, then what the ranker likes best.  Empty when no readable sentence fits.
    """
    sentences, scores = ranked.sentences, ranked.scores
    if length.words is None and len(sentences) <= length.sentences:
        return list(range(len(sentences)))
    by_score = sorted(range(len(sentences)), key=lambda at: (-scores[at], at))
    if ranked.opens_with_lede:
        by_score = [0, *(at for at in by_score if at)]
    units = [_unit(sentences, at) for at in by_score]
    if length.words is None and length.sentences <= max(_SIZES):
        best = ranker.choose(ranked, [size for size in _SIZES if size <= length.sentences])
        return list(best) or _take(units, sentences, Length(1, None))
    chosen = _trimmed(ranker.choose(ranked, _SIZES), by_score, sentences, length)
    needed: set[int] = set(chosen[:1])
    for group in ([at for at in by_score if sentences[at].responds], [at for at in by_score if at in quoting]):
        chosen = _with_one_of(group, chosen, needed, by_score, sentences, length)
        needed |= set(chosen) & set(group)
    return _take(units, sentences, length, chosen)


def _trimmed(best: Sequence[int], by_score: Sequence[int], sentences: Sequence[Sentence], length: Length) -> list[int]:
    """Return as much of the best set as fits, else the best single sentence that does."""
    if best and length.holds(sentences[at] for at in best):
        return list(best)
    return _take((_unit(sentences, at) for at in (*best, *by_score)), sentences, length, until=1)


def _with_one_of(
    group: Sequence[int],
    chosen: list[int],
    needed: set[int],
    by_score: Sequence[int],
    sentences: Sequence[Sentence],
    length: Length,
) -> list[int]:
    """Return the choice with one of the group in it, if need be in the place of what is not needed."""
    if set(chosen) & set(group):
        return chosen
    kept = list(chosen)
    spare = [at for at in reversed(by_score) if at in kept and at not in needed]
    while True:
        for at in group:
            unit = _unit(sentences, at)
            together = sorted({*kept, *unit})
            if unit and length.holds(sentences[place] for place in together):
                return together
        if not spare:
            return chosen
        kept = [at for at in kept if at != spare[0] and not _rests_on(sentences, at, spare[0])]
        spare = spare[1:]


def _rests_on(sentences: Sequence[Sentence], at: int, other: int) -> bool:
    return other in _unit(sentences, at)


def _take(
    units: Iterable[Sequence[int]],
    sentences: Sequence[Sentence],
    length: Length,
    chosen: Iterable[int] = (),
    until: int | None = None,
) -> list[int]:
    """Return the chosen with what fits of the units, until the length is filled or so many are taken."""
    taken = sorted(chosen)
    for unit in units:
        if length.filled([sentences[at] for at in taken]) or len(taken) == until:
            break
        together = sorted({*taken, *unit})
        if unit and length.holds(sentences[at] for at in together):
            taken = together
    return taken


def _unit(sentences: Sequence[Sentence], at: int) -> tuple[int, ...]:
    """Return the sentence with those before it that it leans on; empty when it cannot be shown alone."""
    first = at
    while leaning(sentences, first):
        if not adjoins(sentences, first) or at - first == _LONGEST_CHAIN:
            return ()
        first -= 1
    unit = range(first, at + 1)
    return () if any(sentences[place].halves_quotation for place in unit) else tuple(unit)
