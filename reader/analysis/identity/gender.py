"""Gender from the pronouns of the story, for those whose titles and given names do not tell; ``its`` tells a body.

A pronoun votes where only one person can be meant: the only one named before it in its sentence, or, when it opens a
sentence, the only one of the sentence before.  Quoted words do not vote.  A given name that stands alone all through
the story counts last, since it may be a surname.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from reader.analysis.identity.nametable import Entity, NameTable
from reader.analysis.mentions import Mention
from reader.analysis.naming.vocabulary import Gender, given_names
from reader.spans import Span

_PRONOUN = re.compile(r"[HhSsIi](?<!\w.)(?:e|is|im|imself|he|er|ers|erself|ts|tself)\b")
"""Words that may be pronouns; led by letters, since an edge of a word is slow to search for."""
_TOLD = {
    **dict.fromkeys(("he", "his", "him", "himself"), Gender.MALE),
    **dict.fromkeys(("she", "her", "hers", "herself"), Gender.FEMALE),
    **dict.fromkeys(("its", "itself"), None),
}
_CLEAR = 0.8
"""Share of the votes that settles it."""
_FEWEST = 2
"""Votes that make a person of a lone word of which nothing is known and that never speaks: ``Honours``."""


def settle(
    text: str,
    sentences: Sequence[Span],
    sentence_of: Sequence[int],
    mentions: tuple[Mention, ...],
    table: NameTable,
    quoted: Sequence[Span],
) -> None:
    """Give a gender to entities of `table` that have none and that the pronouns speak for; one pass over the text.

    `sentence_of` has the number of its sentence for each mention.
    """
    named = _named(sentence_of, mentions, table)
    starts = [s.start for s in sentences]
    marks = [s.start for s in quoted]
    votes: dict[int, Counter[Gender | None]] = {}
    for match in _PRONOUN.finditer(text):
        pronoun = match.group().lower()
        if pronoun not in _TOLD:
            continue
        mark = bisect_right(marks, match.start()) - 1
        if mark >= 0 and match.start() < quoted[mark].end:
            continue
        number = bisect_right(starts, match.start()) - 1
        person = _only(named.get(number, ()), match.start())
        if person is None and number > 0 and match.start() == starts[number]:
            person = _only(named.get(number - 1, ()), match.start())
        if person is not None and person.gender is None:
            votes.setdefault(id(person), Counter())[_TOLD[pronoun]] += 1
    for entity in table.entities:
        count = votes.get(id(entity))
        if count:
            gender, most = count.most_common(1)[0]
            enough = entity.speaks or gender is None or not entity.unsure() or most >= _FEWEST
            if enough and most >= _CLEAR * count.total():
                entity.gender = gender
                entity.human = gender is not None if entity.human is None else entity.human
        if entity.gender is None and len(entity.words) == 1 and entity.human is not False and not entity.gendered():
            entity.gender = given_names().get(entity.words[0])


def _named(
    sentence_of: Sequence[int], mentions: tuple[Mention, ...], table: NameTable
) -> dict[int, list[tuple[int, Entity]]]:
    """By sentence: the first two that it names and where, persons or what may be one."""
    found: dict[int, list[tuple[int, Entity]]] = {}
    for place in sorted(table.of_mention.keys() | table.inside.keys()):
        named = found.setdefault(sentence_of[place], [])
        own = (table.of_mention[place],) if place in table.of_mention else ()
        for entity in (*table.inside.get(place, ()), *own):
            if len(named) < 2 and entity.human is not False and all(entity is not other for _, other in named):
                named.append((mentions[place].head.start, entity))
    return found


def _only(named: Sequence[tuple[int, Entity]], before: int) -> Entity | None:
    """The one person named before this place; None when there is none or there are two."""
    earlier = [entity for start, entity in named if start < before]
    return earlier[0] if len(earlier) == 1 else None
