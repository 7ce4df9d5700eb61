"""Identity: one name table a story, and who each mention is."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reader.analysis.identity import gender, nametable, resolution, sourcing
from reader.analysis.identity.nametable import Entity
from reader.analysis.mentions import Mention, MentionKind
from reader.analysis.quotes import Attribution
from reader.analysis.segment import WORD, Document
from reader.model import Basis, Quote, QuoteKind, Speaker, SpeakerKind
from reader.spans import Span

_MARKED = re.compile(r"[“„«\"][^“”„«»\"]*[”»\"]?|''.*?(?:''|$)|‘.*?(?:’(?!\w)|$)|(?<!\w)'.*?(?:'(?!\w)|$)", re.DOTALL)
_FIRST_PERSON = frozenset({"i", "we"})
"""Outside quotation marks the writer speaks; that is no unnamed source."""
_SINGULAR = frozenset({"he", "she", "him", "her", "his", "hers"})
"""Left open they are still one person of the story, not a source whose name is kept back."""
_OTHER_PRONOUNS = frozenset({"him", "his", "her", "hers", "them", "their", "its", "which", "whose"})
_RELATIVES = frozenset({"who", "whose", "which"})
_THINGS = frozenset({"banner", "flyer", "headline", "inscription", "placard", "plaque", "poster", "slogan"})
"""Papers that speak for nobody unless the story tells who put them out."""
_READ = frozenset({"read", "reads", "reading"})
"""Cues of what is written on a thing."""
_THIN = 0.3
"""A pronoun whose person is ahead of the next by less is a guess: half of these are right, else 98 of 100."""


def identify(
    document: Document, mentions: tuple[Mention, ...], attributions: tuple[Attribution, ...]
) -> tuple[tuple[Quote, ...], tuple[Speaker, ...]]:
    """Return the quotes with their speakers resolved, and the speakers in order of first appearance."""
    text = document.text
    marked = sorted(span for a in attributions for span in _marked(text, a))
    mentions = _with_pronouns(text, mentions, attributions)
    places = [_place(mentions, a.mention) for a in attributions]
    quoted = _quoted(mentions, marked)
    table = nametable.build(text, mentions, quoted)
    for place in places:
        if place is not None and place in table.of_mention:
            table.of_mention[place].speaks = True
    sentence_of = _sentences(document, mentions)
    gender.settle(text, document.sentences, sentence_of, mentions, table, marked)
    scene = resolution.Scene(
        text,
        mentions,
        table,
        sentence_of,
        quoted,
        frozenset(p for p in places if p is not None),
        _spoken_of(mentions, attributions, places, quoted),
    )
    reading = resolution.read(scene)
    parts, who = _cast(text, mentions, attributions, places, reading)
    quotes = tuple(_quotes(mentions, attributions, places, who, reading))
    return quotes, tuple(_speaker(text, part) for part in parts)


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


def _spoken_of(
    mentions: tuple[Mention, ...],
    attributions: tuple[Attribution, ...],
    places: list[int | None],
    quoted: list[bool],
) -> dict[int, frozenset[int]]:
    """For each pronoun, the places of the mentions in what it is given to say behind it, quoted words aside."""
    found: dict[int, frozenset[int]] = {}
    starts = [m.span.start for m in mentions]
    for attribution, place in zip(attributions, places, strict=True):
        if place is None or mentions[place].kind is not MentionKind.PRONOUN:
            continue
        for span in attribution.spans:
            inside = range(bisect_left(starts, span.start), bisect_left(starts, span.end))
            named = frozenset(i for i in inside if i > place and not quoted[i])
            found[place] = found.get(place, frozenset()) | named
    return found


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


@dataclass(slots=True)
class _Part:
    """What one speaker has in the story."""

    entity: Entity
    spans: set[Span]
    """All mentions."""
    local: list[Span]
    """The mentions that are given words to."""
    direct: int = 0
    indirect: int = 0


def _cast(
    text: str,
    mentions: tuple[Mention, ...],
    attributions: tuple[Attribution, ...],
    places: list[int | None],
    reading: resolution.Reading,
) -> tuple[list[_Part], list[int | None]]:
    """The speakers in the order of first appearance, and for each attribution the number of its own."""
    parts: dict[int, _Part] = {}
    who = []
    for attribution, entity in zip(attributions, _entities(text, attributions, places, reading), strict=True):
        who.append(entity)
        if entity is not None and attribution.mention is not None:
            part = parts.setdefault(id(entity), _Part(entity, set(), []))
            direct, indirect = _words(text, attribution)
            part.direct += direct
            part.indirect += indirect
            part.local.append(attribution.mention)
    for place, entity in reading.entities.items():
        if id(entity) in parts:
            parts[id(entity)].spans.add(mentions[place].span)
    ordered = sorted(parts.values(), key=lambda p: p.entity.first)
    numbers = {id(part.entity): n for n, part in enumerate(ordered)}
    return ordered, [None if entity is None else numbers[id(entity)] for entity in who]


def _entities(
    text: str, attributions: tuple[Attribution, ...], places: list[int | None], reading: resolution.Reading
) -> Iterator[Entity | None]:
    """Who each attribution is given to; somebody known by these words alone where nothing resolves them."""
    first_person: dict[str, Entity] = {}
    for attribution, place in zip(attributions, places, strict=True):
        if attribution.mention is None:
            yield None
            continue
        entity = reading.entities.get(place) if place is not None else None
        if _nobody(text, attribution, entity):
            yield None
            continue
        if entity is None:
            words = " ".join(attribution.mention.of(text).split())
            entity = Entity((), words, attribution.mention.start, named=False)
            if words.casefold() in _FIRST_PERSON:
                entity = first_person.setdefault(words.casefold(), entity)
        yield entity


def _nobody(text: str, attribution: Attribution, entity: Entity | None) -> bool:
    """Whether the words stand on a thing (``the sign read``), or a relative pronoun has nobody before it."""
    if attribution.mention is None:
        return True
    if entity is None and attribution.mention.of(text).casefold() in _RELATIVES:
        return True
    if entity is not None and not entity.named and not _THINGS.isdisjoint(entity.name.casefold().split()[:4]):
        return bool(entity.paper)
    read = attribution.cue is not None and attribution.cue.of(text).casefold() in _READ
    return read and (entity is None or not (entity.named or entity.human is not None or entity.paper))


def _quotes(
    mentions: tuple[Mention, ...],
    attributions: tuple[Attribution, ...],
    places: list[int | None],
    who: list[int | None],
    reading: resolution.Reading,
) -> Iterator[Quote]:
    for attribution, place, number in zip(attributions, places, who, strict=True):
        basis, mention = attribution.basis, attribution.mention
        if place is not None:
            if basis is not Basis.NONE and reading.margins.get(place, 1.0) < _THIN:
                basis = Basis.GUESSED
            if place in reading.authors:
                mention = mentions[reading.authors[place]].span
        yield Quote(attribution.kind, attribution.spans, attribution.cue, mention, number, basis, attribution.open)


def _words(text: str, attribution: Attribution) -> tuple[int, int]:
    """Words between marks, and words of the content outside them."""
    total = _count(text, attribution.spans)
    direct = total if attribution.kind is QuoteKind.DIRECT else _count(text, _marked(text, attribution))
    return direct, total - direct


def _count(text: str, spans: Iterable[Span]) -> int:
    return sum([len(WORD.findall(text, span.start, span.end)) for span in spans])


def _speaker(text: str, part: _Part) -> Speaker:
    entity = part.entity
    spans = tuple(sorted(part.spans or part.local))
    kind = _kind(entity)
    source = sourcing.of(text, entity.name, part.local) if kind is SpeakerKind.UNNAMED else None
    return Speaker(entity.name, entity.role, kind, source, spans, part.direct, part.indirect)


def _kind(entity: Entity) -> SpeakerKind:
    """What speaks; a single word that nothing shows to be a person is a body, since people are introduced in full."""
    if entity.named:
        return SpeakerKind.ORGANISATION if entity.unsure() or entity.human is False else SpeakerKind.PERSON
    low = entity.name.casefold()
    if entity.human is False or low in ("it", "its"):
        return SpeakerKind.ORGANISATION
    return SpeakerKind.PERSON if low in _FIRST_PERSON or low in _SINGULAR else SpeakerKind.UNNAMED
