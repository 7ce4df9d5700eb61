"""Who hedges: the story, or the speaker in whose words the hedge stands.

Words are a speaker's when a quote holds them, direct, mixed or indirect; when they stand between marks that belong to
no quote; when the first person holds the belief (``I think``); and when they follow a belief that the story gives to
somebody (``brokers expect a fall of roughly a point``).  What somebody is called is quoted no further than its
marks.  Known failure: in a column the first person is the writer.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from reader.analysis.hedging.classes import word_class
from reader.analysis.hedging.clauses import is_passive, subject_head
from reader.analysis.hedging.words import RELATIVES, Words
from reader.analysis.marks import Marked
from reader.analysis.segment import Document
from reader.model import Quote, QuoteKind, Voice
from reader.spans import Span

_LOOK_BACK = 40
"""How many stretches before a hedge may still cover it; quotes hardly nest, so few are enough."""

_LOST_OPENING = re.compile(r"[”\"](?<=\S.)(?=\s|$)")
_BELIEFS = ("verb of belief", "verb of expecting", "verb of estimating", "statement at", "softened opinion")
_HOLDERS = ("vague holder", "unnamed source")
_TURNS = frozenset({"but", "although", "though", "whereas"})


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that are somebody's."""

    span: Span
    speaker: int | None


def stretches(document: Document, quotes: tuple[Quote, ...], marks: tuple[Marked, ...]) -> tuple[Stretch, ...]:
    """Return the stretches of speech in text order: quotes, and words between marks that are in no quote."""
    spoken = [
        Stretch(span, quote.speaker) for quote in quotes for span in quote.spans if not _names(document.text, quote)
    ]
    spoken += _up_to_tags(document, quotes)
    spoken += [Stretch(mark.span, None) for mark in marks]
    spoken += [Stretch(span, None) for span in _unopened(document, marks)]
    return tuple(sorted(spoken, key=lambda stretch: (stretch.span, stretch.speaker is None)))


def _names(text: str, quote: Quote) -> bool:
    """Return whether a quote that mixes marked and other words tells what somebody called a thing."""
    cue = quote.cue.of(text).casefold().split() if quote.cue else []
    return quote.kind is QuoteKind.MIXED and any(word in word_class("naming verbs") for word in cue)


def _up_to_tags(document: Document, quotes: tuple[Quote, ...]) -> Iterator[Stretch]:
    """Yield sentences up to a tag that comes last: ``Unless it rains, play resumes, he said``."""
    for quote in quotes:
        if quote.kind is QuoteKind.INDIRECT and quote.cue and quote.cue.start >= quote.spans[-1].end:
            sentence = document.sentences[
                bisect_right(document.sentences, (quote.spans[0].start, len(document.text))) - 1
            ]
            if sentence.start < quote.spans[0].start:
                yield Stretch(Span(sentence.start, quote.spans[0].end), quote.speaker)


def _unopened(document: Document, marks: tuple[Marked, ...]) -> Iterator[Span]:
    """Yield paragraphs up to a closing mark whose opening is lost."""
    text = document.text
    for paragraph in document.paragraphs:
        for found in _LOST_OPENING.finditer(text, paragraph.start, paragraph.end):
            at = bisect_right(marks, found.start(), key=lambda mark: mark.span.start) - 1
            before = marks[at].span if at >= 0 else Span(0, 0)
            if before.end <= found.start():
                yield Span(max(paragraph.start, before.end), found.end())


def belief_scope(words: Words, start: int, end: int, rule: str) -> Span | None:
    """Return the words whose holder the hedge at words `start` to `end` names, or None when the story itself holds it.

    With a first person the hedge itself belongs to the holder; with anybody else only what follows the verb, up to a
    word that turns to something else.
    """
    first = False
    if rule.startswith(_HOLDERS):
        said = next(
            (k for k in range(end, min(end + 16, len(words))) if words.at(k) in word_class("holder verbs")), None
        )
        if said is None or words.at(said) in word_class("naming verbs"):
            return None
        end = said + 1
    elif rule.startswith(_BELIEFS):
        first = words.at(subject_head(words, start)) in {"i", "we"}
        if not first and (is_passive(words, start) or "what" in words.low[max(0, start - 4) : start]):
            return None
    else:
        return None
    return _scope(words, words.starts[start] if first else words.ends[end - 1], end)


def told_scopes(words: Words) -> Iterator[Span]:
    """Yield the clauses with ``that`` after a word of saying, fearing or hoping: ``many are afraid that …``."""
    for k, word in enumerate(words.low):
        if word != "that" or not words.joined(k):
            continue
        clear = words.low[max(0, k - 3) : k] in {("made", "it", "clear"), ("makes", "it", "clear")}
        if clear or words.at(k - 1) in word_class("told with that"):
            yield _scope(words, words.starts[k], k + 1)


def _scope(words: Words, opening: int, k: int) -> Span:
    """Return the words from `opening` to where a word from `k` on turns to something else."""
    while k < len(words) and not _turns(words, k):
        k += 1
    return Span(opening, words.ends[k - 1])


def _turns(words: Words, k: int) -> bool:
    """Return whether word `k` opens a clause that is outside what was believed."""
    if words.at(k) in _TURNS or ";" in words.gap(k):
        return True
    if words.joined(k):
        return False
    appositive = words.at(k) in {"a", "an"} and words.at(k + 1) in word_class("words for a statement")
    return appositive or words.at(k) in RELATIVES | {"even", "while"}


def voice_at(span: Span, spoken: tuple[Stretch, ...], held: list[Span]) -> tuple[Voice, int | None]:
    """Return whose the words at `span` are; the shortest stretch that covers them and has a speaker decides."""
    last = bisect_right(spoken, span.start, key=lambda stretch: stretch.span.start)
    covering = [stretch for stretch in spoken[max(0, last - _LOOK_BACK) : last] if stretch.span.covers(span)]
    if covering:
        known = [stretch for stretch in covering if stretch.speaker is not None]
        return Voice.SPEAKER, min(known or covering, key=lambda stretch: stretch.span.length).speaker
    return (Voice.SPEAKER if any(scope.covers(span) for scope in held) else Voice.STORY), None
