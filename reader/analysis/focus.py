"""Who each pronoun and nominal is: the story read once in order, with the attention each person has.

Attention is raised by every mention, most by a subject and by speaking, least inside somebody's quotation, and halves
with every sentence (after Lappin and Leass, 1994).  A pronoun takes the person of its gender with most attention.
Known failure: two persons of one gender in one sentence, where only the sense tells.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.analysis import offices
from reader.analysis.mentions import Mention, MentionKind
from reader.analysis.nametable import Entity, NameTable
from reader.analysis.vocabulary import Gender

SUBJECT, OTHER, INSIDE, QUOTED, SPOKE = 1.0, 0.5, 0.2, 0.1, 0.6
DECAY = 0.5
CARRY = 0.3
LEARN = 0.5
UNSURE_GENDER = 0.7
NOMINAL = 0.6
_MOST_IN_MIND = 24
"""Persons held at a time; who has not been mentioned since so many others is forgotten."""
_LEAST = 0.02
_DEFINITE = ("the ", "this ", "that ", "The ", "This ", "That ")


@dataclass(slots=True)
class Focus:
    """The state of the reading."""

    text: str
    table: NameTable
    attention: dict[int, tuple[float, int]] = field(default_factory=dict)
    """By identity of the entity: its attention and the sentence where that was true."""
    persons: dict[int, Entity] = field(default_factory=dict)
    """Who may be one person, most recent last."""
    bodies: dict[int, Entity] = field(default_factory=dict)
    """Bodies and papers, most recent last."""

    def raise_for(self, entity: Entity, by: float, sentence: int) -> None:
        """Give `entity` more attention."""
        key = id(entity)
        self.attention[key] = (by + CARRY * self.of(entity, sentence), sentence)
        held = self.bodies if entity.human is False or entity.paper else self.persons
        held.pop(key, None)
        held[key] = entity
        if len(held) > _MOST_IN_MIND:
            del held[next(iter(held))]

    def of(self, entity: Entity, sentence: int) -> float:
        """Return the attention of `entity` in `sentence`."""
        value, then = self.attention.get(id(entity), (0.0, sentence))
        return value * DECAY ** min(sentence - then, 60)

    def person(self, gender: Gender, sentence: int) -> tuple[Entity | None, float]:
        """Return the person a singular pronoun stands for, and how far ahead of the next (1 when alone)."""
        ranked = sorted(
            ((self._fit(e, gender, sentence), n, e) for n, e in enumerate(self.persons.values())),
            key=lambda r: (-r[0], -r[1]),
        )
        if not ranked or ranked[0][0] < _LEAST:
            return None, 0.0
        best = ranked[0][0]
        second = ranked[1][0] if len(ranked) > 1 else 0.0
        return ranked[0][2], 1 - second / best

    def _fit(self, entity: Entity, gender: Gender, sentence: int) -> float:
        if entity.plural or entity.gender not in (None, gender):
            return 0.0
        value = self.of(entity, sentence)
        if entity.gender is None:
            value *= UNSURE_GENDER
        if not entity.named:
            value *= NOMINAL
        return value

    def body(self, sentence: int) -> Entity | None:
        """Return the body or paper that ``it`` stands for."""
        fitting = [(self.of(e, sentence), n, e) for n, e in enumerate(self.bodies.values())]
        if not fitting:
            return None
        best = max(fitting, key=lambda r: r[:2])
        return best[2] if best[0] >= 0.3 else None


@dataclass(frozen=True, slots=True)
class Reading:
    """Who the mentions are."""

    entities: dict[int, Entity]
    """By place in the tuple of mentions."""
    margins: dict[int, float]
    """For a pronoun, how far the person was ahead of the next, 0 to 1."""


def read(
    text: str,
    mentions: tuple[Mention, ...],
    table: NameTable,
    sentence_of: Sequence[int],
    quoted: Sequence[bool],
    speaks: frozenset[int],
) -> Reading:
    """Return who each mention is; `speaks` holds the places of mentions that are given words to."""
    reader = _Reader(text, mentions, table, sentence_of, quoted, speaks)
    for place in range(len(mentions)):
        reader.take(place)
    return Reading(reader.entities, reader.margins)


class _Reader:
    """One pass over the mentions."""

    def __init__(
        self,
        text: str,
        mentions: tuple[Mention, ...],
        table: NameTable,
        sentence_of: Sequence[int],
        quoted: Sequence[bool],
        speaks: frozenset[int],
    ) -> None:
        self.text, self.mentions, self.table = text, mentions, table
        self.sentence_of, self.quoted, self.speaks = sentence_of, quoted, speaks
        self.focus = Focus(text, table)
        self.entities: dict[int, Entity] = {}
        self.margins: dict[int, float] = {}
        self.nominals: dict[str, Entity] = {}
        self.holders: dict[str, list[Entity]] = {}
        """Named persons by the nouns of their roles, so far as read."""

    def take(self, place: int) -> None:
        """Find who the mention at `place` is, and shift attention."""
        mention, sentence = self.mentions[place], self.sentence_of[place]
        entity = self._who(place, mention, sentence)
        for other in self.table.inside.get(place, ()):
            self.focus.raise_for(other, QUOTED if self.quoted[place] else INSIDE, sentence)
        if entity is None:
            return
        self.entities[place] = entity
        weight = SUBJECT if mention.subject else OTHER
        if self.quoted[place] and place not in self.speaks:
            weight = QUOTED
        if place in self.speaks:
            weight += SPOKE
        self.focus.raise_for(entity, weight, sentence)

    def _who(self, place: int, mention: Mention, sentence: int) -> Entity | None:
        if mention.kind is MentionKind.NAME:
            return self.table.of_mention.get(place)
        if mention.kind is MentionKind.NOMINAL:
            return self._nominal(place, mention, sentence)
        if self.quoted[place] and place not in self.speaks:
            return None
        low = mention.head.of(self.text).casefold()
        if low in ("he", "she", "him", "his", "her"):
            entity, margin = self.focus.person(mention.gender or Gender.MALE, sentence)
            self.margins[place] = margin
            if entity is not None and entity.gender is None and margin >= LEARN:
                entity.gender = mention.gender
            return entity
        if low in ("it", "its"):
            return self.focus.body(sentence)
        return None

    def _nominal(self, place: int, mention: Mention, sentence: int) -> Entity | None:
        if mention.plural:
            return None
        words = mention.span.of(self.text)
        if mention.human and words.startswith(_DEFINITE):
            linked = self._holder(mention, sentence)
            if linked:
                return linked
        key = mention.head.of(self.text).casefold()
        bare = words.casefold() == f"the {key}"
        if bare and key in self.nominals:
            return self.nominals[key]
        entity = Entity(
            (),
            " ".join(words.split()),
            mention.span.start,
            named=False,
            gender=mention.gender,
            human=mention.human,
            paper=mention.paper,
        )
        self.nominals[key] = entity
        return entity

    def _holder(self, mention: Mention, sentence: int) -> Entity | None:
        heads, modifiers = offices.words_of(self.text, mention)
        best, best_rank = None, 0.0
        for entity in self.focus.persons.values():
            if not entity.named or not entity.heads:
                continue
            score = offices.fit(entity, heads, modifiers, mention.gender)
            if score >= 0.7:
                rank = score + 0.3 * min(self.focus.of(entity, sentence), 1.0)
                if rank > best_rank:
                    best, best_rank = entity, rank
        return best
