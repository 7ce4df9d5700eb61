"""Hedges: words that lower the commitment to what is said, with their voice and the reason.

A lexicon names the words that may hedge, and a rule of context decides each time (`reader.analysis.hedging`).  The
definition, the categories and their limits with measured scores: ``docs/explanation/hedges.md``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from reader.analysis.hedging.classes import word_class
from reader.analysis.hedging.lexicon import Terms, formulas, terms_with
from reader.analysis.hedging.sources import find_holders
from reader.analysis.hedging.voice import Stretch, belief_scope, stretches, told_scopes, voice_at
from reader.analysis.hedging.words import Words, cut
from reader.analysis.marks import Marked
from reader.analysis.segment import Document
from reader.model import Hedge, HedgeCategory, OwnTerm, Quote, Speaker, SpeakerKind, Strength
from reader.spans import Span

_STRONGER = {Strength.LOW: Strength.MID, Strength.MID: Strength.HIGH, Strength.HIGH: Strength.HIGH}
_INTENSIFIERS = word_class("intensifiers")
_STACKED = frozenset({HedgeCategory.MODAL, HedgeCategory.LIKELIHOOD})


@dataclass(frozen=True, slots=True)
class _Cue:
    """A hedge before its voice is known, in words of its sentence."""

    start: int
    end: int
    category: HedgeCategory
    strength: Strength
    fired: str
    """Which rule of context held."""
    told: str = ""
    """What is told of it in place of that; empty for all but the user's own terms."""

    @property
    def rule(self) -> str:
        return self.told or self.fired


def find_hedges(
    document: Document,
    quotes: tuple[Quote, ...],
    speakers: tuple[Speaker, ...],
    marks: tuple[Marked, ...] = (),
    own: tuple[OwnTerm, ...] = (),
    ignored: tuple[str, ...] = (),
) -> tuple[Hedge, ...]:
    """Return the hedges in text order, disjoint; none in a story that is not in English.

    The voice is that of the quote a hedge stands in; between `marks` that belong to no quote the speaker is unknown.
    The user's `own` terms are marked beside the shipped ones; what reads as one of the `ignored` is not.
    """
    if document.language not in {None, "en"}:
        return ()
    spoken = stretches(document, quotes, marks)
    named = _named_elsewhere(document.text, speakers)
    lexicon, unmarked = terms_with(own), frozenset(ignored)
    found: list[Hedge] = []
    for sentence in document.sentences:
        for words in cut(document.text, sentence):
            cues = _disjoint(_cues(words, lexicon))
            shown = _not_ignored(words, _stack(words, _not_ignored(words, cues, unmarked)), unmarked)
            if shown:
                found += _voiced(words, shown, spoken, _held(words, _stack(words, cues)), named)
    return tuple(found)


def _not_ignored(words: Words, cues: list[_Cue], ignored: frozenset[str]) -> list[_Cue]:
    """Return the cues but for those of the `ignored`, whatever adverb of degree leads them: ``highly likely``."""
    if not ignored:
        return cues
    kept = []
    for cue in cues:
        said = words.low[cue.start : cue.end]
        bare = said[1:] if said[0] in _INTENSIFIERS else said
        if ignored.isdisjoint((" ".join(said), " ".join(bare))):
            kept.append(cue)
    return kept


def _held(words: Words, cues: list[_Cue]) -> list[Span]:
    """Return the words that somebody other than the story believes or tells, whether the cue of it is marked or not."""
    scopes = (belief_scope(words, cue.start, cue.end, cue.fired) for cue in cues)
    return [*(scope for scope in scopes if scope), *told_scopes(words)]


def _voiced(
    words: Words, cues: list[_Cue], spoken: tuple[Stretch, ...], held: list[Span], named: list[Span]
) -> Iterator[Hedge]:
    """Yield the hedges of one sentence; an unnamed holder that is one of the `named` mentions is none."""
    for cue in cues:
        span = Span(words.starts[cue.start], words.ends[cue.end - 1])
        if cue.category is HedgeCategory.SOURCE and _is_named(span, named):
            continue
        voice, speaker = voice_at(span, spoken, held)
        yield Hedge(span, cue.category, voice, speaker, cue.strength, cue.rule)


def _named_elsewhere(text: str, speakers: tuple[Speaker, ...]) -> list[Span]:
    """Return the mentions, in text order, of people whose name stands somewhere else: ``a diplomat`` named later."""
    people = (speaker for speaker in speakers if speaker.kind is SpeakerKind.PERSON)
    return sorted({m for person in people for m in person.mentions if person.name not in m.of(text)})


def _is_named(span: Span, named: list[Span]) -> bool:
    """Return whether the last of the mentions that begin no later covers `span`."""
    last = bisect_right(named, span.start, key=lambda mention: mention.start)
    return last > 0 and named[last - 1].covers(span)


def _cues(words: Words, lexicon: Terms) -> Iterator[_Cue]:
    for holder in find_holders(words):
        yield _Cue(holder.start, holder.end, HedgeCategory.SOURCE, holder.strength, holder.rule)
    anonymity = formulas()
    for i in [i for i, word in enumerate(words.low) if word in lexicon or word in anonymity]:
        for formula in anonymity.get(words.low[i], ()):
            if words.low[i : i + len(formula)] == formula:
                yield _Cue(i, i + len(formula), HedgeCategory.SOURCE, Strength.MID, "formula of anonymity")
                break
        for term in lexicon.get(words.low[i], ()):
            end = i + len(term.words)
            if words.low[i:end] == term.words and (fired := term.rule(words, i, end)):
                graded = term.category is HedgeCategory.LIKELIHOOD and words.at(i - 1) in _INTENSIFIERS
                yield _Cue(i - graded, end, term.category, term.strength, fired, term.told)
                break


def _disjoint(cues: Iterator[_Cue]) -> list[_Cue]:
    """Return the cues in order, the longer kept where two meet, of two that are one the user's own."""
    kept: list[_Cue] = []
    for cue in sorted(cues, key=lambda cue: (cue.start, -cue.end, not cue.told)):
        if not kept or cue.start >= kept[-1].end:
            kept.append(cue)
    return kept


def _stack(words: Words, cues: list[_Cue]) -> list[_Cue]:
    """Return the cues with neighbours that hedge the same words (``could possibly``) as one, one step stronger."""
    stacked: list[_Cue] = []
    for cue in cues:
        last = stacked[-1] if stacked else None
        if last and _are_stacked(words, last, cue):
            strength = _STRONGER[max(last.strength, cue.strength, key=list(Strength).index)]
            rule = f"stacked: {last.rule}; {cue.rule}"
            stacked[-1] = _Cue(last.start, cue.end, last.category, strength, rule)
        else:
            stacked.append(cue)
    return stacked


def _are_stacked(words: Words, left: _Cue, right: _Cue) -> bool:
    beside = left.end == right.start and words.gap(right.start).isspace()
    return beside and {left.category, right.category} <= _STACKED
