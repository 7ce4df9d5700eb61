"""Boosters: words that raise the commitment to what is said (``clearly``, ``of course``), never among the hedges.

A list decides, with a few signs against: manner (``she spoke clearly``), a word of degree or denial before
(``almost certainly``, ``not obviously``), ``a matter of course``.  Known failure: ``clearly`` of seeing and hearing
in the middle of a sentence.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from reader import lexicons
from reader.analysis.hedging.classes import word_class
from reader.analysis.hedging.voice import stretches, voice_at
from reader.analysis.hedging.words import Words, cut
from reader.analysis.marks import find_marks
from reader.analysis.segment import segmented
from reader.model import Analysis, Article, Booster, Hedge
from reader.spans import Span

_MANNER = frozenset({"clearly", "plainly"})
"""Words that say how somebody speaks or sees where they end a clause."""


def find_boosters(article: Article, analysis: Analysis) -> tuple[Booster, ...]:
    """Return the boosters in text order, disjoint from each other and from the hedges; none in other languages."""
    if article.language not in {None, "en"}:
        return ()
    document = segmented(article, analysis.sentences)
    spoken = stretches(document, analysis.quotes, find_marks(document))
    pieces = (words for sentence in document.sentences for words in cut(article.text, sentence))
    spans = (span for words in pieces for span in _spans(words) if not _is_hedged(span, analysis.hedges))
    return tuple(Booster(span, *voice_at(span, spoken, [])) for span in spans)


def _spans(words: Words) -> Iterator[Span]:
    """Yield the boosters of a sentence, the longest at each word."""
    i = 0
    while i < len(words):
        end = _end(words, i)
        if end > i:
            yield Span(words.starts[i], words.ends[end - 1])
        i = max(i + 1, end)


def _is_hedged(span: Span, hedges: tuple[Hedge, ...]) -> bool:
    """Return whether one of the `hedges`, in order and disjoint, shares a word with `span`."""
    at = bisect_right(hedges, span.start, key=lambda hedge: hedge.span.end)
    return at < len(hedges) and hedges[at].span.meets(span)


def _end(words: Words, i: int) -> int:
    """Return where the booster that begins at word `i` ends; `i` itself when none does."""
    for form in _forms().get(words.low[i], ()):
        end = i + len(form)
        if words.low[i:end] == form and not _is_none(words, i, end):
            return end
    return i


def _is_none(words: Words, i: int, end: int) -> bool:
    """Return whether words of the list boost nothing here."""
    before = words.at(i - 1)
    if words.joined(i) and (before in word_class("degree movers") | {"matter"} or before.endswith("n't")):
        return True
    return words.at(i) in _MANNER and words.joined(i) and not words.joined(end)


@cache
def _forms() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the entries by their first word, those of most words first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for line in lexicons.lines("boosters"):
        form = tuple(line.split())
        found.setdefault(form[0], []).append(form)
    return {first: tuple(sorted(forms, key=len, reverse=True)) for first, forms in found.items()}
