"""Office links: which named person "the ambassador", "the Ohio senator" or "a British diplomat" is.

A nominal is a person's when its noun is one of the person's job nouns, or stands above one in `role_groups`, and when
its other words do not speak against it: nations and parties must agree.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from reader import lexicons
from reader.analysis.mentions import Mention
from reader.analysis.nametable import Entity, role_words
from reader.analysis.vocabulary import Gender

_PASSED = frozenset({"former", "ex", "late", "then", "onetime", "outgoing", "retired"})
_LEDE = 5
"""Sentences within which a story may describe before it names."""
_SOON = 6
_LATER_FIT = 0.9


@cache
def _nations() -> dict[str, str]:
    """Every name and adjective of a nation or party, with its adjective."""
    found = {adjective: adjective for adjective in lexicons.words("demonyms")}
    for adjective, names in lexicons.table("nations").items():
        found.update(dict.fromkeys(names, adjective))
    return found


def fit(entity: Entity, heads: set[str], modifiers: set[str], gender: Gender | None) -> float:
    """Return how well a nominal with these words fits a person, 0 when it does not."""
    if gender is not None and entity.gender is not None and gender is not entity.gender:
        return 0.0
    if not heads & entity.heads:
        groups = lexicons.table("role_groups")
        if not any(entity.heads & set(groups.get(head, ())) for head in heads):
            return 0.0
    asked, told = _nations_of(modifiers), _nations_of(entity.modifiers)
    if asked and told and not asked & told:
        return 0.0
    score = 1.0 + 0.5 * bool(heads & entity.heads)
    if (_PASSED & modifiers) and not (_PASSED & entity.modifiers):
        score -= 0.4
    elif (_PASSED & entity.modifiers) and not (_PASSED & modifiers):
        score -= 0.3
    unmatched = {m for m in modifiers - entity.modifiers - _PASSED if m not in _nations()}
    return max(score + 0.3 * bool(asked & told) - 0.3 * len(unmatched), 0.1)


def _nations_of(words: set[str]) -> set[str]:
    nations = _nations()
    return {nations[w] for w in words if w in nations}


def words_of(text: str, mention: Mention) -> tuple[set[str], set[str]]:
    """Return the job nouns and other words of a nominal."""
    return role_words(mention.span.of(text))


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
        heads, modifiers = words_of(text, mention)
        fitting = [
            (sentence, e) for sentence, e in named.values() if fit(e, heads, modifiers, mention.gender) >= _LATER_FIT
        ]
        if (
            len(fitting) == 1
            and 0 <= fitting[0][0] - sentence_of[place] <= _SOON
            and fitting[0][1].first > mention.span.start
        ):
            entities[place] = fitting[0][1]
            margins[place] = 0.0
