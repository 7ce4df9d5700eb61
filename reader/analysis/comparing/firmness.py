"""How firmly the story stands behind its words: hedges that came and went, verbs of saying with another force."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from reader import lexicons
from reader.analysis.comparing.values import Fact, FactKind
from reader.analysis.comparing.words import Pair, Side, words_at
from reader.model import Hedge
from reader.spans import Span

_PLAIN = "plain"
_BESIDE = "beside"
"""Entry of the list of plain verbs that holds what stands beside them."""


def changed_verbs(old: Side, new: Side, pair: Pair) -> Iterator[Fact]:
    """Yield the verbs of saying that have verbs of another force in their place.

    One of the two has to be in the cue of a quote, so that an insurance claim is no verb.
    """
    before = _verbs(old, [edit.old for edit in pair.edits])
    after = _verbs(new, [edit.new for edit in pair.edits])
    for was, now in zip(before, after, strict=False):
        now_quote, old_quote = new.cues.get(now.start), old.cues.get(was.start)
        if (now_quote or old_quote) and _force()[_low(old, was)] != _force()[_low(new, now)]:
            who = (now_quote and new.name_of(now_quote)) or (old_quote and old.name_of(old_quote)) or None
            yield Fact(FactKind.SAYING, was, now, who)


def changed_hedges(old: Side, new: Side, pair: Pair, verbs: Sequence[Fact]) -> Iterator[Fact]:
    """Yield the hedges among the words that went, then those among the words that came.

    One that another of its kind and strength replaces is neither, nor is one of the changed `verbs`.
    """
    lost = _hedges(old, [edit.old for edit in pair.edits], [fact.old for fact in verbs])
    gained = _hedges(new, [edit.new for edit in pair.edits], [fact.new for fact in verbs])
    for hedge in list(lost):
        other = next((g for g in gained if (g.category, g.strength) == (hedge.category, hedge.strength)), None)
        if other is not None:
            lost.remove(hedge)
            gained.remove(other)
    yield from (Fact(FactKind.HEDGE_LOST, hedge.span, None, str(hedge.category)) for hedge in lost)
    yield from (Fact(FactKind.HEDGE_GAINED, None, hedge.span, str(hedge.category)) for hedge in gained)


def _hedges(side: Side, stretches: Sequence[Span], verbs: Sequence[Span | None]) -> list[Hedge]:
    found = dict.fromkeys(hedge for stretch in stretches if stretch.length for hedge in side.hedges_in(stretch))
    return [hedge for hedge in found if not any(verb is not None and verb.meets(hedge.span) for verb in verbs)]


def _verbs(side: Side, stretches: Sequence[Span]) -> list[Span]:
    places = (place for stretch in stretches for place in words_at(side.text, stretch))
    return [place for place in places if _low(side, place) in _force()]


def _low(side: Side, place: Span) -> str:
    return place.of(side.text).casefold()


@cache
def _force() -> dict[str, str]:
    """Return the class of every verb of saying, by each of its forms."""
    plain = {verb: forms for verb, forms in lexicons.table("plain_saying_verbs").items() if verb != _BESIDE}
    found = {form: _PLAIN for forms in (*plain.values(), ("according",)) for form in forms}
    return found | {form: force for force, forms in lexicons.table("saying_force").items() for form in forms}
