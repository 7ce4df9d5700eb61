"""The name table of a story: which names are one person or body, with the fullest form, gender and first role.

Full names are gathered first, in text order; shorter forms then find theirs, as news style has it: full at the first
mention, surname after.  Where two bear one surname, a courtesy title or the gender decides, else the one introduced
first, since the other keeps the given name in careful copy.  Known failure: copy that does not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from reader import lexicons
from reader.analysis.mentions import Mention, MentionKind
from reader.analysis.naming.names import COURTESY, SUFFIXES, tells_body
from reader.analysis.naming.vocabulary import Gender, WordClass, entry_of, given_names, titles
from reader.analysis.segment import WORD
from reader.spans import Span

_MOST_NAMESAKES = 20
"""Bearers of one surname that are looked at; a list of ten thousand is no story."""


@dataclass(slots=True)
class Entity:
    """One person or body while the story is read."""

    words: tuple[str, ...]
    """The fullest form, lower case, without suffix and middle initials; empty for a nominal."""
    name: str
    first: int
    """Where it first stands."""
    named: bool = True
    gender: Gender | None = None
    human: bool | None = None
    plural: bool = False
    paper: bool = False
    role: str | None = None
    heads: set[str] = field(default_factory=set)
    """Nouns of its roles, lower case."""
    modifiers: set[str] = field(default_factory=set)
    """Other words of its roles, lower case."""
    male: int = 0
    """How often the words beside it tell a man."""
    female: int = 0
    """How often they tell a woman."""
    person: int = 0
    """How often they tell a person."""
    body: int = 0
    """How often they tell a body."""
    full: int = 0
    """How often it is named in full."""
    times: int = 0
    """How often it is named."""
    speaks: bool = False
    """Somewhere it is given words by name."""

    def unsure(self) -> bool:
        """Return whether it is a single word that nothing shows to be a person or a body."""
        return self.named and self.human is None and self.gender is None and len(self.words) == 1

    def gender_so_far(self) -> Gender | None:
        """Return the gender that most of the words tell, None on a tie."""
        if self.male == self.female:
            return None
        return Gender.MALE if self.male > self.female else Gender.FEMALE

    def gendered(self) -> bool:
        """Return whether some words beside it tell a gender."""
        return self.male > 0 or self.female > 0


@dataclass(frozen=True, slots=True)
class NameTable:
    """Every named entity of a story and who each name is."""

    entities: list[Entity]
    of_mention: dict[int, Entity]
    """By place in the tuple of mentions: the one its head names."""
    inside: dict[int, list[Entity]]
    """By the same place: owners and employers named inside the phrase."""


class _Occurrence(NamedTuple):
    mention: int
    span: Span
    name: str
    words: tuple[str, ...]
    gender: Gender | None
    human: bool | None
    head: bool


def build(text: str, mentions: tuple[Mention, ...], quoted: Sequence[bool]) -> NameTable:
    """Return the table of all names in `mentions`; what people call each other where `quoted` is true is no role."""
    builder = _Builder(text)
    occurrences = list(_occurrences(text, mentions))
    found: dict[int, Entity] = {}
    for number, occurrence in enumerate(occurrences):
        if len(occurrence.words) > 1:
            found[number] = builder.full(occurrence)
    builder.settle()
    for number, occurrence in enumerate(occurrences):
        if len(occurrence.words) == 1:
            found[number] = builder.short(occurrence)
    builder.settle()
    of_mention: dict[int, Entity] = {}
    inside: dict[int, list[Entity]] = {}
    for number, occurrence in enumerate(occurrences):
        if occurrence.head:
            of_mention[occurrence.mention] = found[number]
        else:
            inside.setdefault(occurrence.mention, []).append(found[number])
    for place, entity in of_mention.items():
        _take_role(text, mentions[place], entity, quoted[place])
    return NameTable(builder.entities, of_mention, inside)


def _occurrences(text: str, mentions: tuple[Mention, ...]) -> list[_Occurrence]:
    found = []
    for place, mention in enumerate(mentions):
        if mention.kind is MentionKind.NAME:
            name = _clean(mention.head.of(text))
            words = name_words(name)
            if words:
                found.append(_Occurrence(place, mention.head, name, words, mention.gender, mention.human, head=True))
        for span in mention.names:
            name = _clean(span.of(text))
            words = name_words(name)
            if words and words[-1] not in lexicons.words("demonyms"):
                body = tells_body(words) or words[-1] in lexicons.words("places")
                gender = given_names().get(words[0]) if len(words) > 1 and not body else None
                found.append(_Occurrence(place, span, name, words, gender, False if body else None, head=False))
    return sorted(found, key=lambda o: o.span)


@lru_cache(maxsize=1 << 12)
def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name by which it is compared: lower case, no suffix, middle initial or Arabic article."""
    words = [w.casefold().replace("’", "'") for w in WORD.findall(name)]
    words = [w[:-2] if w.endswith("'s") else w for w in words]
    while len(words) > 1 and words[-1].strip(".") in SUFFIXES:
        words.pop()
    if len(words) > 2:
        words = [words[0], *(w for w in words[1:-1] if len(w) > 1), words[-1]]
    last = words[-1] if words else ""
    if last[:3] in ("al-", "el-", "ad-", "as-") and len(last) > 4:
        words[-1] = last[3:]
    return tuple(words)


class _Builder:
    """Entities under way, found by their words."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.entities: list[Entity] = []
        self.by_words: dict[tuple[str, ...], Entity] = {}
        self.by_last: dict[str, list[Entity]] = {}
        self.by_part: dict[str, list[Entity]] = {}
        self.by_initials: dict[str, Entity] = {}

    def full(self, occurrence: _Occurrence) -> Entity:
        words = occurrence.words
        entity = self.by_words.get(words) or self._namesake(occurrence)
        if entity is None:
            entity = self._new(occurrence)
            self.by_last.setdefault(words[-1], []).append(entity)
            for word in words[:-1]:
                self.by_part.setdefault(word, []).append(entity)
            if occurrence.human is not True:
                self.by_initials.setdefault(_initials(words), entity)
        self.by_words.setdefault(words, entity)
        entity.full += 1
        self._add(entity, occurrence)
        return entity

    def _namesake(self, occurrence: _Occurrence) -> Entity | None:
        """An entity of whose name this is another full form: nickname, initial, middle name left out."""
        if occurrence.human is False:
            return None
        for entity in self.by_last.get(occurrence.words[-1], ())[:_MOST_NAMESAKES]:
            if not _agree(entity.gender_so_far(), occurrence.gender):
                continue
            if _same_person(entity.words, occurrence.words):
                return entity
        return self._by_birth(occurrence)

    def _by_birth(self, occurrence: _Occurrence) -> Entity | None:
        """The only person of the same given name, when this is a name at birth: ``Jane Roe was born``, ``née Roe``."""
        text, span = self.text, occurrence.span
        if not (text.startswith(" was born", span.end) or text.endswith(("née ", "nee ", "born "), 0, span.start)):
            return None
        bearers = self.by_part.get(occurrence.words[0], ())
        return bearers[0] if len(bearers) == 1 and bearers[0].words[0] == occurrence.words[0] else None

    def short(self, occurrence: _Occurrence) -> Entity:
        entity = self._bearer(occurrence)
        if entity is None:
            entity = self._new(occurrence)
            self.by_last.setdefault(occurrence.words[-1], []).append(entity)
        if entity.full:
            occurrence = occurrence._replace(human=None)
        self._add(entity, occurrence)
        return entity

    def _bearer(self, occurrence: _Occurrence) -> Entity | None:
        word = occurrence.words[0]
        bearers = self.by_last.get(word, [])[:_MOST_NAMESAKES]
        if word in lexicons.words("places"):
            bearers = [e for e in bearers if e.human or e.words == occurrence.words]
        by_last = self._fitting(bearers, occurrence)
        if by_last:
            return by_last
        acronym = occurrence.name.isupper() and self.by_initials.get(word)
        if acronym:
            return acronym
        if word in lexicons.words("places") or word in lexicons.words("demonyms"):
            return None
        given = self._fitting([e for e in self.by_part.get(word, ())[:_MOST_NAMESAKES] if e.human], occurrence)
        if given:
            return given
        bodies = [
            e for e in self.by_part.get(word, ())[:_MOST_NAMESAKES] if e.words[-1] in lexicons.words("company_endings")
        ]
        return bodies[0] if len(bodies) == 1 and bodies[0].words[0] == word else None

    def _fitting(self, entities: list[Entity], occurrence: _Occurrence) -> Entity | None:
        """The bearer of a name that the words allow; the one introduced first when several are left."""
        left = entities
        if occurrence.gender is not None:
            left = [e for e in left if _agree(e.gender_so_far(), occurrence.gender)]
            left = [e for e in left if e.gender_so_far() is occurrence.gender] or left
        if occurrence.human:
            left = [e for e in left if e.human is not False]
        return left[0] if left else None

    def _new(self, occurrence: _Occurrence) -> Entity:
        entity = Entity(occurrence.words, occurrence.name, occurrence.span.start)
        self.entities.append(entity)
        return entity

    def _add(self, entity: Entity, occurrence: _Occurrence) -> None:
        name = occurrence.name
        kept = occurrence.words[-1] in entity.words or entity.words[-1] in occurrence.words
        if kept and name != entity.name and _fullness(name) > _fullness(entity.name):
            entity.name = name
        if kept and len(occurrence.words) > len(entity.words):
            entity.words = occurrence.words
        entity.times += 1
        entity.male += occurrence.gender is Gender.MALE
        entity.female += occurrence.gender is Gender.FEMALE
        entity.person += occurrence.human is True
        entity.body += occurrence.human is False

    def settle(self) -> None:
        """Fix gender and nature of all entities by what was counted."""
        for entity in self.entities:
            entity.gender = entity.gender_so_far()
            if entity.gendered() and not entity.body:
                entity.human = True
            elif entity.person or entity.body:
                entity.human = entity.person >= entity.body


def _agree(one: Gender | None, other: Gender | None) -> bool:
    return one is None or other is None or one is other


def _same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names with one surname may be one person's."""
    if len(one) < 2 or len(other) < 2:
        return False
    first, second = one[0], other[0]
    if first == second or first in other[1:-1] or second in one[1:-1]:
        return True
    if (len(first) <= 2 or "." in first or len(second) <= 2 or "." in second) and first[0] == second[0]:
        return True
    nicknames = lexicons.table("nicknames")
    full = {*nicknames.get(first, ()), first} & {*nicknames.get(second, ()), second}
    return bool(full)


def _initials(words: tuple[str, ...]) -> str:
    return "".join(w[0] for w in words if w not in ("of", "the", "for", "and", "on", "at"))


def _clean(name: str) -> str:
    return " ".join(name.split())


def _fullness(name: str) -> tuple[bool, int]:
    """Rank of a form: mixed case before capitals, then more words."""
    return (not name.isupper() or " " not in name, len(name.split()))


def _take_role(text: str, mention: Mention, entity: Entity, quoted: bool) -> None:
    """Keep the role beside this mention, the first as the story gives it, the words of all."""
    if mention.role is None:
        return
    if len(entity.words) == 1 and " " not in entity.name:
        entity.name = _titled(text, mention)
    given = _clean(mention.role.of(text)).split()
    while len(given) > 1 and given[-1].casefold().strip(".") in COURTESY:
        given.pop()
    role = " ".join(given)
    if text[mention.role.end : mention.role.end + 1] == "." and role.split()[-1].casefold() in lexicons.words(
        "abbreviations"
    ):
        role += "."
    heads, modifiers = role_words(role)
    if role.casefold().strip(".") in COURTESY or not (heads or modifiers & lexicons.words("demonyms")):
        return
    if entity.role is None and not (quoted and given[-1].casefold().strip(".") not in titles()):
        entity.role = role
    entity.heads |= heads
    entity.modifiers |= modifiers
    entity.modifiers |= {_initials(words) for span in mention.names if len(words := name_words(span.of(text))) > 1}


def _titled(text: str, mention: Mention) -> str:
    """A surname with the courtesy or rank before it, for somebody who has no fuller name: ``Lord Justice Hale``."""
    before = text[mention.span.start : mention.head.start].split()
    known = titles()
    start = len(before)
    while start and before[start - 1].casefold().strip(".") in known:
        start -= 1
    peerage = [i for i in range(start, len(before)) if before[i].casefold().strip(".") in COURTESY]
    start = peerage[0] if peerage else start
    plain = all(entry_of(word.casefold().strip(".")).word_class is WordClass.ROLE for word in before[start:])
    return " ".join([*([] if plain else before[start:]), mention.head.of(text)])


def role_words(role: str) -> tuple[set[str], set[str]]:
    """Return the job nouns of a role and its other words, lower case."""
    before_names, empty = titles(), lexicons.words("phrase_enders")
    heads: set[str] = set()
    others: set[str] = set()
    for word in WORD.findall(role):
        low = word.casefold().replace("’", "'").removesuffix("'s")
        if low in before_names or entry_of(low).word_class in (WordClass.ROLE, WordClass.BODY):
            heads.add(low)
        elif low not in empty:
            others.add(low)
    return heads, others
