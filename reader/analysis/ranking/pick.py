"""The sentences of a summary of a given length, picked so that it can be read alone and leaves no side out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
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


def sentence_count(texts: Collection[str]) -> int:
    """Return the number of sentences."""
    return len(texts)


def word_count(texts: Collection[str]) -> int:
    """Return the number of words as an editor counts them: stretches between white space."""
    return sum(len(text.split()) for text in texts)


def character_count(texts: Collection[str]) -> int:
    """Return the number of code points of the sentences on one line, with a blank between words and sentences."""
    return len(" ".join(" ".join(text.split()) for text in texts))


@dataclass(frozen=True, slots=True)
class Length:
    """How long a summary may be."""

    most: int
    measure: Callable[[Collection[str]], int]
    """In what that is counted: `sentence_count`, `word_count` or `character_count`."""

    def holds(self, texts: Iterable[str]) -> bool:
        """Return whether a summary of these sentences is short enough."""
        return self.measure(list(texts)) <= self.most

    def filled(self, texts: Collection[str]) -> bool:
        """Return whether there is no need for more."""
        return self.measure(texts) >= (self.most if self.in_sentences else _FULL * self.most)

    @property
    def in_sentences(self) -> bool:
        """Whether sentences are counted, not what they hold."""
        return self.measure is sentence_count


def take(order: Iterable[int], sentences: Sequence[Sentence], length: Length) -> list[int]:
    """Return, ascending, the places of `order` that fit, each judged by itself, best first."""
    return _take(((at,) for at in order), sentences, length)


def pick(ranker: Ranker, ranked: Ranked, quoting: Collection[int], length: Length) -> list[int]:
    """Return the places of the sentences to show, ascending.

    `quoting` holds the places of sentences that give somebody's words together with the speaker.  All sentences are
    given where they fit.  Three or fewer are the best readable set; anything longer, and any number of words or
    characters, begins with the best readable set that fits, then has a response and a key quote where the story has
    them, then what the ranker likes best.  Empty when no readable sentence fits.
    """
    sentences, scores = ranked.sentences, ranked.scores
    if length.holds(sentence.text for sentence in sentences):
        return list(range(len(sentences)))
    by_score = sorted(range(len(sentences)), key=lambda at: (-scores[at], at))
    if ranked.opens_with_lede:
        by_score = [0, *(at for at in by_score if at)]
    units = [_unit(sentences, at) for at in by_score]
    chosen = _best(ranker, ranked, units, length)
    if length.in_sentences and length.most <= max(_SIZES):
        return chosen
    needed: set[int] = set(chosen[:1])
    responding = sorted((at for at in by_score if sentences[at].responds), key=lambda at: -sentences[at].response)
    for group in (responding, [at for at in by_score if at in quoting]):
        chosen = _with_one_of(group, chosen, needed, by_score, sentences, length)
        needed |= set(chosen) & set(group)
    return _take(units, sentences, length, chosen)


def _best(ranker: Ranker, ranked: Ranked, units: Sequence[Sequence[int]], length: Length) -> list[int]:
    """Return the best readable set of two or three that fits, else the best of the units that does.

    A lede that fits only by itself goes before a set without it.
    """
    sentences = ranked.sentences
    best = ranker.choose(ranked, _SIZES, lambda subset: length.holds(sentences[at].text for at in subset))
    if best and (best[0] == 0 or not (ranked.opens_with_lede and length.holds([sentences[0].text]))):
        return list(best)
    return _take(units, sentences, length, until=1)


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
            if unit and length.holds(sentences[place].text for place in together):
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
        if length.filled([sentences[at].text for at in taken]) or (until is not None and len(taken) >= until):
            break
        together = sorted({*taken, *unit})
        if unit and length.holds(sentences[at].text for at in together):
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
