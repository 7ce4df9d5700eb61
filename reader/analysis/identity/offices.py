"""Office links: which named person "the ambassador", "the Ohio senator" or "a British diplomat" is.

A nominal is a person's when its noun is one of the person's job nouns, or stands above one in `role_groups`, and when
its other words do not speak against it: the names, nations and parties it gives must be told of that person too, since
a wrong name is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from reader import lexicons
from reader.analysis.identity import sourcing
from reader.analysis.identity.nametable import Entity, role_words
from reader.analysis.mentions import Mention
from reader.analysis.naming.vocabulary import Gender
from reader.spans import Span

_PASSED = frozenset({"former", "ex", "late", "then", "onetime", "outgoing", "retired"})
_LEDE = 5
"""Sentences within which a story may describe before it names."""
_SOON = 6
_LATER_FIT = 0.9
_CAPITALISED = re.compile(r"(?<=[\s’'-])[A-Z][\w.’']*|^[A-Z][\w.]*(?=['’]s?\s)")


@dataclass(frozen=True, slots=True)
class Office:
    """What a nominal says of who holds it; all lower case."""

    heads: frozenset[str]
    """Job nouns."""
    modifiers: frozenset[str]
    """Common words that describe."""
    proper: frozenset[str]
    """Names, nations and parties; each must be told of the holder too."""


@cache
def _nations() -> dict[str, str]:
    """Every name and adjective of a nation or party, with its adjective."""
    found = {adjective: adjective for adjective in lexicons.words("demonyms")}
    for adjective, names in lexicons.table("nations").items():
        found.update(dict.fromkeys(names, adjective))
    return found


def fit(entity: Entity, wanted: Office, gender: Gender | None) -> float:
    """Return how well a nominal fits a person, 0 when it does not; 1 is a fair fit."""
    if gender is not None and entity.gender is not None and gender is not entity.gender:
        return 0.0
    if not wanted.heads & entity.heads:
        groups = lexicons.table("role_groups")
        if not any(entity.heads & set(groups.get(head, ())) for head in wanted.heads):
            return 0.0
    if wanted.proper:
        nations = _nations()
        told = {nations.get(word, word) for word in entity.modifiers}
        if any(nations.get(word, word) not in told for word in wanted.proper):
            return 0.0
    score = 1.0 + 0.5 * bool(wanted.heads & entity.heads)
    if (_PASSED & wanted.modifiers) and not (_PASSED & entity.modifiers):
        score -= 0.4
    elif (_PASSED & entity.modifiers) and not (_PASSED & wanted.modifiers):
        score -= 0.3
    unmatched = wanted.modifiers - entity.modifiers - _PASSED
    return max(score + 0.3 * bool(wanted.proper) - 0.3 * len(unmatched), 0.1)


def may_be_called(entity: Entity, noun: str, gender: Gender | None) -> bool:
    """Return whether nothing known of a person speaks against a noun: no other gender, no other nation."""
    if gender is not None and entity.gender is not None and gender is not entity.gender:
        return False
    return _may_be_of(entity, {noun})


def _may_be_of(entity: Entity, words: Iterable[str]) -> bool:
    """Whether those of the words that tell a nation or party tell that of the person, if any is known."""
    nations = _nations()
    told = {nations[word] for word in entity.heads | entity.modifiers if word in nations}
    return not told or all(nations[word] in told for word in words if word in nations)


def words_of(text: str, mention: Mention) -> Office:
    """Return the words of a nominal by which a holder of that office is known."""
    words = mention.span.of(text)
    heads, modifiers = role_words(words)
    capitals = {word.casefold().replace("’", "'").removesuffix("'s") for word in _CAPITALISED.findall(words)}
    proper = {word for word in modifiers if word in capitals or word in _nations()}
    return Office(frozenset(heads), frozenset(modifiers - proper), frozenset(proper))


def meet_later(
    text: str,
    mentions: Sequence[Mention],
    entities: dict[int, Entity],
    speaks: frozenset[int],
    sentence_of: Sequence[int],
    margins: dict[int, float],
) -> None:
    """Give a speaker who is described before being named the name that follows: the delayed lede.

    Only where one named speaker within `_SOON` sentences fits, and none other in the story does.  The link is written
    into `entities`, with a margin of 0, since it is a guess.
    """
    speaking = sorted(speaks)
    named: dict[int, tuple[int, Entity]] = {}
    for place in speaking:
        entity = entities.get(place)
        if entity is not None and entity.named and entity.heads:
            named.setdefault(id(entity), (sentence_of[place], entity))
    for place in speaking:
        entity, mention = entities.get(place), mentions[place]
        if entity is None or entity.named or entity.plural or entity.human is not True or sentence_of[place] > _LEDE:
            continue
        introduced = Span(entity.first, entity.first + len(entity.name))
        if any(sourcing.wishes_anonymity(text, span) for span in (introduced, mention.span)):
            continue
        wanted = words_of(text, mention)
        anywhere = replace(wanted, proper=frozenset())
        fitting = [
            (sentence, e)
            for sentence, e in named.values()
            if fit(e, anywhere, mention.gender) >= _LATER_FIT and _may_be_of(e, wanted.proper)
        ]
        if len(fitting) > 1:
            fitting = [(sentence, e) for sentence, e in fitting if fit(e, wanted, mention.gender) >= _LATER_FIT]
        if (
            len(fitting) == 1
            and 0 <= fitting[0][0] - sentence_of[place] <= _SOON
            and fitting[0][1].first > mention.span.start
        ):
            entities[place] = fitting[0][1]
            margins[place] = 0.0
