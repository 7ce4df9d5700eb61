"""Further words that may name a speaker: any noun phrase, but only beside words of saying.

They stand right before a verb (``the usher said``) or behind *according to*.
`mentions` knows names and the nouns of its lists.  Tried and left out, since they cost as much as they gave: ``which``
before such a verb, and the owner of a noun of speech (``his claim that``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reader import lexicons
from reader.analysis.mentions import Mention, MentionKind
from reader.analysis.segment import Document
from reader.spans import Span

_DETERMINERS = (
    "the|an?|one|another|this|that|these|those|his|her|its|their|our|my|some|many|most|several|few|two|three|four|five"
)


_PHRASE = re.compile(
    rf"\b((?:{_DETERMINERS})(?: [a-z][\w’'-]*){{1,3}}?|\d+ percent) (?:also |has |had |have |then )?$", re.IGNORECASE
)
_LONGEST = 60
_ACCORDING = re.compile(
    r"\baccording to ((?:[a-z][\w’'-]* ){0,3}?[a-z][\w’'-]*)"
    r"(?=[,.;]|"
    r" (?:seen|obtained|reviewed|published|released|filed|leaked|compiled)\b| (?:of|by|from|in|on|at|for|who|that)\b)",
    re.IGNORECASE,
)
"""Any noun phrase behind ``according to``, up to a preposition, a participle or a comma: ``minutes seen by …``."""


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(rf"(?<=[a-z] )(?:{'|'.join(lexicons.lines('telling_verbs'))})\b")


def _phrases(text: str) -> list[Span]:
    """Return the noun phrases right before a verb of saying and behind *according to*, in text order, disjoint."""
    found: list[Span] = []
    for span in sorted([*_subjects(text), *(Span(*match.span(1)) for match in _ACCORDING.finditer(text))]):
        if not found or found[-1].end <= span.start:
            found.append(span)
    return found


def _subjects(text: str) -> Iterator[Span]:
    """Yield the noun phrases right before a verb of saying, in text order."""
    past = 0
    for verb in _verbs().finditer(text):
        match = _PHRASE.search(text, max(past, verb.start() - _LONGEST), verb.start())
        if match:
            yield Span(*match.span(1))
            past = verb.end()


def with_subjects(document: Document, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return the mentions and the further ones, in text order, disjoint; a bare ``one`` gives way to ``one usher``."""
    merged: list[Mention] = []
    waiting = _phrases(document.text)[::-1]
    for mention in mentions:
        while waiting and waiting[-1].end <= mention.span.start:
            merged.append(_nominal(waiting.pop()))
        if waiting and waiting[-1].meets(mention.span):
            span = waiting.pop()
            grows = mention.span.start == span.start and mention.kind is MentionKind.PRONOUN
            merged.append(_nominal(span) if grows else mention)
        else:
            merged.append(mention)
    return (*merged, *(_nominal(span) for span in reversed(waiting)))


def _nominal(span: Span) -> Mention:
    return Mention(span, span, MentionKind.NOMINAL, subject=True)
