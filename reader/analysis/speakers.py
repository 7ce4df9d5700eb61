"""Identity: one name table a story, and who each mention is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from reader.analysis import gender, nametable, resolution, sourcing
from reader.analysis.mentions import Mention, MentionKind
from reader.analysis.nametable import Entity
from reader.analysis.quotes import Attribution
from reader.analysis.segment import WORD, Document
from reader.model import Basis, Quote, QuoteKind, Speaker, SpeakerKind
from reader.spans import Span

_MARKED = re.compile(r"[“„«\"][^“”„«»\"]*[”»\"]?|''.*?(?:''|$)|‘.*?(?:’(?!\w)|$)|(?<!\w)'.*?(?:'(?!\w)|$)", re.DOTALL)
_OTHER_PRONOUNS = frozenset({"him", "his", "her", "hers", "them", "their", "its", "which", "whose"})
_THIN = 0.15
"""A pronoun whose person is ahead of the next by less is a guess."""


def identify(
    document: Document, mentions: tuple[Mention, ...], attributions: tuple[Attribution, ...]
) -> tuple[tuple[Quote, ...], tuple[Speaker, ...]]:
    """Return the quotes with their speakers resolved, and the speakers in order of first appearance."""
    text = document.text
    marked = sorted(span for a in attributions for span in _marked(text, a))
    mentions = _with_pronouns(text, mentions, attributions)
    places = [_place(mentions, a.mention) for a in attributions]
    table = nametable.build(text, mentions)
    gender.settle(text, document.sentences, mentions, table, marked)
    scene = resolution.Scene(
        text,
        mentions,
        table,
        _sentences(document, mentions),
        _quoted(mentions, marked),
        frozenset(p for p in places if p is not None),
    )
    reading = resolution.read(scene)
    who = [_who(text, a, p, reading) for a, p in zip(attributions, places, strict=True)]
    return _result(document, mentions, attributions, places, who, reading)


def _with_pronouns(
    text: str, mentions: tuple[Mention, ...], attributions: tuple[Attribution, ...]
) -> tuple[Mention, ...]:
    """The mentions, and those pronouns that name a speaker here but seldom do: ``according to him``, ``which says``."""
    starts = {m.span.start for m in mentions}
    spans = {a.mention for a in attributions if a.mention and a.mention.start not in starts}
    extra = [Mention(s, s, MentionKind.PRONOUN) for s in spans if s.of(text).casefold() in _OTHER_PRONOUNS]
    return tuple(sorted((*mentions, *extra), key=lambda m: m.span)) if extra else mentions


def _place(mentions: tuple[Mention, ...], span: Span | None) -> int | None:
    """Place of the mention that the words of an attribution are: a name before a nominal, the first before others."""
    if span is None:
        return None
    place = max(bisect_right(mentions, span.start, key=lambda m: m.span.start) - 1, 0)
    inside = []
    while place < len(mentions) and mentions[place].span.start < span.end:
        if mentions[place].head.meets(span):
            inside.append(place)
        place += 1
    names = [p for p in inside if mentions[p].kind is MentionKind.NAME]
    return next(iter(names or inside), None)


def _sentences(document: Document, mentions: tuple[Mention, ...]) -> list[int]:
    starts = [s.start for s in document.sentences]
    return [bisect_right(starts, m.span.start) - 1 for m in mentions]


def _quoted(mentions: tuple[Mention, ...], marked: list[Span]) -> list[bool]:
    """Whether each mention stands between quotation marks."""
    starts = [s.start for s in marked]
    found = []
    for mention in mentions:
        place = bisect_right(starts, mention.head.start) - 1
        found.append(place >= 0 and marked[place].covers(mention.head))
    return found


def _marked(text: str, attribution: Attribution) -> Iterator[Span]:
    """The parts of the content that stand between marks."""
    if attribution.kind is QuoteKind.DIRECT:
        yield from attribution.spans
    elif attribution.kind is QuoteKind.MIXED:
        for span in attribution.spans:
            for match in _MARKED.finditer(text, span.start, span.end):
                yield Span(*match.span())


def _who(text: str, attribution: Attribution, place: int | None, reading: resolution.Reading) -> Entity | None:
    if attribution.mention is None:
        return None
    entity = reading.entities.get(place) if place is not None else None
    if entity is None:
        words = " ".join(attribution.mention.of(text).split())
        entity = Entity((), words, attribution.mention.start, named=False)
    return entity


def _result(
    document: Document,
    mentions: tuple[Mention, ...],
    attributions: tuple[Attribution, ...],
    places: list[int | None],
    who: list[Entity | None],
    reading: resolution.Reading,
) -> tuple[tuple[Quote, ...], tuple[Speaker, ...]]:
    spans: dict[int, list[Span]] = {}
    for place, entity in reading.entities.items():
        spans.setdefault(id(entity), []).append(mentions[place].span)
    speaking: dict[int, Entity] = {id(e): e for e in who if e is not None}
    ordered = sorted(speaking.values(), key=lambda e: e.first)
    numbers = {id(e): n for n, e in enumerate(ordered)}
    said = [[0, 0] for _ in ordered]
    quotes = []
    for attribution, at, holder in zip(attributions, places, who, strict=True):
        number = None if holder is None else numbers[id(holder)]
        if number is not None:
            direct, indirect = _words(document.text, attribution)
            said[number][0] += direct
            said[number][1] += indirect
        basis = attribution.basis
        if at is not None and basis is not Basis.NONE and reading.margins.get(at, 1.0) < _THIN:
            basis = Basis.GUESSED
        quotes.append(
            Quote(
                attribution.kind,
                attribution.spans,
                attribution.cue,
                attribution.mention,
                number,
                basis,
                attribution.open,
            )
        )
    speakers = tuple(
        _speaker(document.text, e, spans.get(id(e), []), who, attributions, said[n]) for n, e in enumerate(ordered)
    )
    return tuple(quotes), speakers


def _words(text: str, attribution: Attribution) -> tuple[int, int]:
    """Words between marks, and words of the content outside them."""
    total = sum(1 for span in attribution.spans for _ in WORD.finditer(text, span.start, span.end))
    direct = sum(1 for span in _marked(text, attribution) for _ in WORD.finditer(text, span.start, span.end))
    return direct, total - direct


def _speaker(
    text: str,
    entity: Entity,
    spans: list[Span],
    who: list[Entity | None],
    attributions: tuple[Attribution, ...],
    said: list[int],
) -> Speaker:
    if entity.named:
        kind = SpeakerKind.ORGANISATION if entity.human is False else SpeakerKind.PERSON
        return Speaker(entity.name, entity.role, kind, None, tuple(sorted(set(spans))), said[0], said[1])
    local = [a.mention for a, e in zip(attributions, who, strict=True) if e is entity and a.mention]
    spans = sorted({*spans, *local}) if not spans else sorted(set(spans))
    if entity.human is False:
        return Speaker(entity.name, None, SpeakerKind.ORGANISATION, None, tuple(spans), said[0], said[1])
    grade = sourcing.grade(entity.name, text[local[0].end : local[0].end + 300].split("\n")[0])
    return Speaker(entity.name, None, SpeakerKind.UNNAMED, grade, tuple(spans), said[0], said[1])
