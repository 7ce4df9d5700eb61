"""Whom a reader has in mind: the attention each person and body has as the story goes on.

Attention is raised by every mention, most by a subject and by speaking, least inside somebody's quotation, and halves
with every sentence (after Lappin and Leass, 1994).  The freshest mention counts most: of what was there before only a
part is carried over, so that long talk of one person does not outweigh the subject of the last sentence.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from reader.analysis.identity.nametable import Entity
from reader.analysis.naming.vocabulary import Gender

SUBJECT, OTHER, INSIDE, QUOTED, SPOKE = 1.0, 0.5, 0.2, 0.1, 0.6
"""What a mention adds: as subject, elsewhere, as owner inside a phrase, in a quotation; and speaking on top."""
DECAY = 0.5
CARRY = 0.3
UNSURE_GENDER = 0.7
"""Part of its attention that counts for an entity whose gender nothing tells."""
NOMINAL = 0.6
"""The same for one without a name."""
SPOKEN_OF = 0.1
"""Part that counts for somebody named in what the pronoun says: one seldom calls oneself by name."""
_MOST_IN_MIND = 24
"""Entities held at a time; who has not been mentioned since so many others is forgotten."""
_LEAST = 0.02
_LEAST_FOR_BODY = 0.3


@dataclass(slots=True)
class Focus:
    """The state of the reading."""

    attention: dict[int, tuple[float, int]] = field(default_factory=dict)
    """By identity of the entity: its attention and the sentence where that was true."""
    persons: dict[int, Entity] = field(default_factory=dict)
    """Who may be one person, most recent last."""
    bodies: dict[int, Entity] = field(default_factory=dict)
    """Bodies and papers, most recent last."""
    groups: dict[int, Entity] = field(default_factory=dict)
    """Several people without a name, most recent last."""

    def raise_for(self, entity: Entity, by: float, sentence: int) -> None:
        """Give `entity` more attention."""
        key = id(entity)
        self.attention[key] = (by + CARRY * self.of(entity, sentence), sentence)
        held = self.persons
        if entity.plural:
            held = self.groups
        elif entity.human is False or entity.paper:
            held = self.bodies
        _hold(held, key, entity)
        if entity.speaks and entity.unsure():
            _hold(self.bodies, key, entity)

    def of(self, entity: Entity, sentence: int) -> float:
        """Return the attention of `entity` in `sentence`."""
        known = self.attention.get(id(entity))
        if known is None:
            return 0.0
        value, then = known
        return value if then == sentence else value * DECAY ** min(sentence - then, 60)

    def person(self, gender: Gender, sentence: int, others: frozenset[int]) -> tuple[Entity | None, float]:
        """Return the person a singular pronoun stands for, hardly one of `others`, and how far ahead of the next.

        None when a word named again and again that may be a person or a film is more in mind.
        """
        fitting = [e for e in self.persons.values() if e.gender is None or e.gender is gender]
        likely = [(e, self._as_person(e, sentence, others)) for e in fitting if _is_likely(e)]
        best, lead = _first(likely, _LEAST)
        if best is None:
            return None, 0.0
        rivals = [e for e in fitting if e.times > 1 and not _is_likely(e)]
        most = self._as_person(best, sentence, others)
        return (None, 0.0) if any(self._as_person(e, sentence, others) > most for e in rivals) else (best, lead)

    def likeliest(self, persons: Iterable[Entity], sentence: int) -> tuple[Entity | None, float]:
        """Return the one of these persons that is most in mind, and how far ahead of the next."""
        return _first([(e, self.of(e, sentence) * (1.0 if e.named else NOMINAL)) for e in persons], _LEAST)

    def body(self, sentence: int) -> tuple[Entity | None, float]:
        """Return the body or paper that ``it`` stands for, and how far ahead of the next."""
        return _first([(e, self.of(e, sentence)) for e in self.bodies.values()], _LEAST_FOR_BODY)

    def group(self, sentence: int) -> tuple[Entity | None, float]:
        """Return the group or body that ``they`` stands for, and how far ahead of the next."""
        several = [*self.groups.values(), *self.bodies.values()]
        return _first([(e, self.of(e, sentence)) for e in several], _LEAST_FOR_BODY)

    def _as_person(self, entity: Entity, sentence: int, others: frozenset[int]) -> float:
        value = self.of(entity, sentence)
        value *= 1.0 if entity.gender else UNSURE_GENDER
        value *= 1.0 if entity.named else NOMINAL
        return value * (SPOKEN_OF if id(entity) in others else 1.0)


def _is_likely(entity: Entity) -> bool:
    """Whether more than a capital tells a person: a lone word that never speaks may be a film."""
    return entity.speaks or not entity.unsure()


def _first(weighed: Iterable[tuple[Entity, float]], least: float) -> tuple[Entity | None, float]:
    """The entity of most weight, the last one on a tie, and how far ahead of the next; None below `least`."""
    best: Entity | None = None
    most = second = 0.0
    for entity, value in weighed:
        if value >= most:
            best, most, second = entity, value, most
        elif value > second:
            second = value
    return (best, 1 - second / most) if most >= least else (None, 0.0)


def _hold(held: dict[int, Entity], key: int, entity: Entity) -> None:
    held.pop(key, None)
    held[key] = entity
    if len(held) > _MOST_IN_MIND:
        del held[next(iter(held))]
