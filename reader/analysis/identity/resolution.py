"""Who each name, nominal and pronoun is: the story read once, in order.

A name is who the name table says; a nominal is the holder of that office, else the one in mind whom new words call
again, else somebody without a name; a pronoun is whom the reader has in mind (`focus`).  Known failure: two persons of
one gender where only the sense tells, and new words for one of two who were both just spoken of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader import lexicons
from reader.analysis.identity import focus, offices
from reader.analysis.identity.nametable import Entity, NameTable
from reader.analysis.mentions import Mention, MentionKind
from reader.analysis.naming.vocabulary import Gender, titles

EVEN = 0.1
"""A person who is ahead of the next by less is not named: a wrong name is worse than none."""
LEARN = 0.5
"""A person whose gender nothing tells takes that of a pronoun that is this far ahead for it."""
VARY = 0.4
"""A person whom new words may call again is ahead of the next by as much at least."""
_FIT = 0.7
"""Least fit of a nominal with a person's office; see `offices.fit`."""
_DEFINITE = ("the ", "this ", "that ", "The ", "This ", "That ")
_ADJECTIVAL = ("ish", "tch", "nch", "ese")
"""Endings of words for a nation that call nobody alone: ``British``, ``Dutch``, ``French``, ``Chinese``."""
_INDEFINITE = ("a ", "an ", "one ", "another ")
_ONE_OF = ("one of", "another of")
_RELATIVE_GAPS = (" ", ", ", " — ", " – ", "—", " - ", " -- ")
_PUBLISHED = re.compile(
    r"\b(?:posted|published|released|issued|shared|written|sent|circulated|made)\b.*\bby $", re.DOTALL
)
_SENDER = re.compile(r"\b(?:from|by) (?:the )?$")
_MOST_BACK = 6
"""Mentions looked back for the author of a paper."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What the reading stands on."""

    text: str
    mentions: Sequence[Mention]
    table: NameTable
    sentence_of: Sequence[int]
    """For each mention the number of its sentence."""
    quoted: Sequence[bool]
    """For each mention whether it stands between quotation marks."""
    speaks: frozenset[int]
    """Places of mentions that are given words to."""
    spoken_of: dict[int, frozenset[int]]
    """For a pronoun, the places of the mentions in what it is given to say behind it, quoted words aside."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Who the mentions are."""

    entities: dict[int, Entity]
    """By place in the tuple of mentions."""
    margins: dict[int, float]
    """How far the entity was ahead of the next, 0 to 1, for a pronoun; `EVEN` or less for any other guess."""
    authors: dict[int, int]
    """For a paper that speaks, the place of the mention that names who put it out."""


def read(scene: Scene) -> Reading:
    """Return who each mention is."""
    reader = _Reader(scene)
    for place in range(len(scene.mentions)):
        reader.take(place)
    for place, margin in reader.margins.items():
        if margin < EVEN:
            reader.entities.pop(place, None)
    offices.meet_later(scene.text, scene.mentions, reader.entities, scene.speaks, scene.sentence_of, reader.margins)
    return Reading(reader.entities, reader.margins, reader.authors)


class _Reader:
    """One pass over the mentions."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.focus = focus.Focus()
        self.entities: dict[int, Entity] = {}
        self.margins: dict[int, float] = {}
        self.authors: dict[int, int] = {}
        self.nominals: dict[str, Entity] = {}
        """The last one without a name by its noun, and groups by all their words."""

    def take(self, place: int) -> None:
        """Find who the mention at `place` is, and shift attention."""
        scene = self.scene
        mention, sentence = scene.mentions[place], scene.sentence_of[place]
        speaks = place in scene.speaks
        quoted = scene.quoted[place] and not speaks
        entity = self._who(place, mention, quoted)
        for other in scene.table.inside.get(place, ()):
            self.focus.raise_for(other, focus.QUOTED if quoted else focus.INSIDE, sentence)
        if entity is None:
            return
        self.entities[place] = entity
        weight = focus.SUBJECT if mention.subject else focus.OTHER
        if quoted:
            weight = focus.QUOTED
        self.focus.raise_for(entity, weight + focus.SPOKE * speaks, sentence)

    def _who(self, place: int, mention: Mention, quoted: bool) -> Entity | None:
        if mention.kind is MentionKind.NAME:
            return self.scene.table.of_mention.get(place)
        if mention.kind is MentionKind.NOMINAL:
            return self._nominal(place, mention)
        return None if quoted else self._pronoun(place, mention)

    def _pronoun(self, place: int, mention: Mention) -> Entity | None:
        low, sentence = mention.head.of(self.scene.text).casefold(), self.scene.sentence_of[place]
        if low in ("he", "she", "him", "his", "her", "hers"):
            gender = Gender.FEMALE if low in ("she", "her", "hers") else Gender.MALE
            entity, self.margins[place] = self.focus.person(gender, sentence, self._spoken_of(place))
            if entity is not None and entity.gender is None and self.margins[place] >= LEARN:
                entity.gender = gender
            return entity
        if low in ("it", "its"):
            entity, self.margins[place] = self.focus.body(sentence)
            return entity
        if low in ("they", "them", "their"):
            entity, self.margins[place] = self.focus.group(sentence)
            return entity
        return self._antecedent(place) if low in ("who", "which", "whose") else None

    def _spoken_of(self, place: int) -> frozenset[int]:
        """Who is named in what the pronoun says, or is told of by it: ``Roe, who he says lied``."""
        scene = self.scene
        places = set(scene.spoken_of.get(place, ()))
        start = scene.mentions[place].span.start
        if scene.text.endswith(("who ", "whom "), max(start - 5, 0), start):
            places.update(range(max(place - 2, 0), place))
        found = {id(scene.table.of_mention[other]) for other in places if other in scene.table.of_mention}
        return frozenset(found.union(*({id(e) for e in scene.table.inside.get(other, ())} for other in places)))

    def _antecedent(self, place: int) -> Entity | None:
        """Whom a relative pronoun stands for: the mention right before it, for ``, who`` the last of its sentence."""
        if place == 0:
            return None
        before, mention = self.scene.mentions[place - 1], self.scene.mentions[place]
        gap = self.scene.text[before.span.end : mention.span.start]
        near = self.scene.sentence_of[place] == self.scene.sentence_of[place - 1] and before.human is not False
        who = near and gap.endswith(_RELATIVE_GAPS[1:]) and mention.head.of(self.scene.text).casefold() == "who"
        return self.entities.get(place - 1) if gap in _RELATIVE_GAPS or who else None

    def _nominal(self, place: int, mention: Mention) -> Entity:
        words = " ".join(mention.span.of(self.scene.text).split())
        low = words.casefold()
        noun = mention.head.of(self.scene.text).casefold()
        if not mention.plural and low.startswith(_ONE_OF):
            noun = noun.removesuffix("s")
        named = self._named_behind(place, mention)
        if named is not None:
            named.heads.add(noun)
            return named
        if mention.paper and place in self.scene.speaks:
            author = self._author(place)
            if author is not None:
                self.authors[place] = author
                return self.entities[author]
            if place in self.scene.table.inside and self._is_sent(mention, noun):
                return self.scene.table.inside[place][-1]
        owned = bool(mention.names) and mention.names[0].start == mention.span.start
        key = low if mention.plural else noun
        described = self._described(mention)
        definite = words.startswith(_DEFINITE)
        known = None
        if mention.plural or low == f"the {noun}":
            known = self.nominals.get(key)
        elif definite:
            known = self.nominals.get(described)
        if not mention.plural and (owned or definite):
            holder = self._holder(place, mention, noun)
            if holder and (known is None or (noun in holder.heads and self._is_fresher(holder, known, place))):
                return holder
        if place in self.scene.speaks and (known is None or known.name.startswith(_DEFINITE)):
            varied = self._varied(place, mention, noun, words)
            if varied is not None:
                varied.heads.add(noun)
                return varied
        if known:
            return known
        entity = self.nominals[key] = Entity(
            (),
            words,
            mention.span.start,
            named=False,
            gender=mention.gender,
            human=mention.human,
            plural=mention.plural,
            paper=mention.paper,
        )
        if not mention.plural:
            self.nominals[described] = entity
        return entity

    def _varied(self, place: int, mention: Mention, noun: str, words: str) -> Entity | None:
        """Whom new words call again, a guess: ``Mr Roe … the Welshman said``, ``Quill Glass … the Hull-based group``.

        Only a named one far ahead in mind, and never by a job that the scene itself may have brought in, nor as a man
        or woman of whom no more is said than that.
        """
        if not words.startswith(_DEFINITE) or mention.plural or mention.paper:
            return None
        fitting = self._persons_called(mention, noun) if mention.human else self._companies_called(mention, noun)
        entity, lead = self.focus.likeliest(fitting, self.scene.sentence_of[place])
        if entity is None or not entity.named or lead < VARY:
            return None
        self.margins[place] = EVEN
        return entity

    def _companies_called(self, mention: Mention, noun: str) -> list[Entity]:
        """The companies in mind that a noun may call again; where they are at home nobody knows."""
        elsewhere = any(not span.of(self.scene.text).endswith("-based") for span in mention.names)
        if noun not in lexicons.words("company_nouns") or elsewhere:
            return []
        known = lexicons.words("places") | lexicons.words("no_companies")
        return [e for e in self.focus.bodies.values() if e.named and known.isdisjoint((*e.words, " ".join(e.words)))]

    def _persons_called(self, mention: Mention, noun: str) -> list[Entity]:
        """The persons in mind that a noun may call again.

        Nobody by a title or a job that the scene brings in; nor by a place or employer that the story need not have
        told of him (``the Kirn striker``), but a man or woman needs one; nor by an adjective alone (``the British``).
        """
        if noun in titles() or noun in lexicons.words("bridged_roles") or noun.endswith(_ADJECTIVAL):
            return []
        nations = lexicons.words("demonyms")
        placed = any(span.of(self.scene.text).casefold() not in nations for span in mention.names)
        if placed is not (noun in ("man", "woman")):
            return []
        persons = (e for e in self.focus.persons.values() if not e.unsure() and not e.name.startswith(_DEFINITE))
        return [e for e in persons if offices.may_be_called(e, noun, mention.gender)]

    def _described(self, mention: Mention) -> str:
        """The noun with the words before it, article aside: ``second official``."""
        text = self.scene.text
        start = mention.role.start if mention.role else mention.span.start
        return " ".join(text[start : mention.head.end].casefold().split())

    def _named_behind(self, place: int, mention: Mention) -> Entity | None:
        """The body that a noun is said to be: ``the company, Quill Glass, said``."""
        if mention.human is not False or mention.plural or mention.paper or place + 1 >= len(self.scene.mentions):
            return None
        after, text = self.scene.mentions[place + 1], self.scene.text
        closed = text[mention.span.end : after.span.start] == ", " and text[after.span.end : after.span.end + 1] == ","
        named = self.scene.table.of_mention.get(place + 1)
        return named if closed and named is not None and named.human is not True else None

    def _is_fresher(self, holder: Entity, known: Entity, place: int) -> bool:
        """Whether a named holder of an office is more in mind than somebody else who was brought in without a name."""
        if not known.name.casefold().startswith(_INDEFINITE):
            return True
        sentence = self.scene.sentence_of[place]
        return self.focus.of(holder, sentence) >= self.focus.of(known, sentence)

    def _is_sent(self, mention: Mention, noun: str) -> bool:
        """Whether the paper is one that speaks for who sends it, and the last name in the phrase is the sender's."""
        if noun not in lexicons.words("authored_papers"):
            return False
        text, name = self.scene.text, mention.names[-1]
        return (
            text[name.end : name.end + 2] in ("'s", "’s")
            or _SENDER.search(text, mention.span.start, name.start) is not None
        )

    def _author(self, place: int) -> int | None:
        """Place of the mention by which a paper was put out in the same sentence: ``posted by the union``."""
        scene = self.scene
        for other in range(place - 1, max(place - 1 - _MOST_BACK, -1), -1):
            mention = scene.mentions[other]
            if scene.sentence_of[other] != scene.sentence_of[place]:
                break
            if other in self.entities and _PUBLISHED.search(
                scene.text, max(mention.span.start - 80, 0), mention.span.start
            ):
                return other
        return None

    def _holder(self, place: int, mention: Mention, noun: str) -> Entity | None:
        """The named person or body that a definite nominal stands for."""
        sentence = self.scene.sentence_of[place]
        if not mention.human:
            bare = mention.span.length == len(noun) + 4
            named = [e for e in self.focus.bodies.values() if e.named and (noun in e.words or noun in e.heads)]
            return named[0] if bare and len(named) == 1 and not mention.paper else None
        holders = [e for e in self.focus.persons.values() if e.named and e.heads]
        if not holders:
            return None
        wanted = offices.words_of(self.scene.text, mention)
        best, best_rank = None, 0.0
        for entity in holders:
            score = offices.fit(entity, wanted, mention.gender)
            if score >= _FIT:
                rank = score + 0.3 * min(self.focus.of(entity, sentence), 1.0)
                if rank > best_rank:
                    best, best_rank = entity, rank
        return best
