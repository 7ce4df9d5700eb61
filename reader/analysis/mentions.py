"""Words that name or point to somebody who may speak: names, nominals, pronouns.

One scan from left to right, no parser: a noun phrase is an article, attributive words, nouns from the lists and runs
of capitals, in that order; what may follow it (party, age, ``of the ministry``, apposition) is added when it closes
cleanly.
Known failure: a job that no list has, without a name beside it, is not seen.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from reader import lexicons
from reader.analysis import phrases
from reader.analysis.phrases import Phrase
from reader.analysis.segment import Document
from reader.analysis.tokens import Token, sentence_tokens
from reader.analysis.vocabulary import Gender, WordClass
from reader.spans import Span


class MentionKind(StrEnum):
    """Form of a mention."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Mention:
    """One place that may name a speaker."""

    span: Span
    """The whole noun phrase, title and apposition included."""
    head: Span
    """The name, noun or pronoun itself."""
    kind: MentionKind
    gender: Gender | None = None
    """As title, noun, pronoun or given name tell it here."""
    plural: bool = False
    human: bool | None = None
    """True for a person or persons, False for a body or a paper, None when the words do not tell."""
    role: Span | None = None
    """Title, job or apposition beside a name; for a nominal the phrase that describes, without article."""
    names: tuple[Span, ...] = ()
    """Other names inside the phrase, that of the owner or employer: ``Roe`` in ``Roe's lawyer``."""
    paper: bool = False
    """A paper, broadcast or post, quoted as if it spoke."""
    subject: bool = False
    """A finite verb follows, or a verb of saying stands before."""


def find_mentions(document: Document) -> tuple[Mention, ...]:
    """Return the mentions in text order, disjoint."""
    found: list[Mention] = []
    for tokens in sentence_tokens(document):
        i = 0
        while i < len(tokens):
            mention, after = _mention_at(document.text, tokens, i)
            if mention:
                found.append(replace(mention, subject=_is_subject(tokens, i, after)))
            i = after
    return tuple(found)


def _mention_at(text: str, tokens: list[Token], i: int) -> tuple[Mention | None, int]:
    """The mention that begins at `i`, and where to go on."""
    token = tokens[i]
    word_class = token.entry.word_class
    if word_class is WordClass.PRONOUN:
        span = Span(token.start, token.end)
        human = None if token.low in ("it", "one", "another") else True
        return Mention(span, span, MentionKind.PRONOUN, token.entry.gender, token.entry.plural, human), i + 1
    if word_class in (WordClass.ENDER, WordClass.OTHER):
        return None, i + 1
    phrase = phrases.at(text, tokens, i)
    if phrase is None:
        return _bare_determiner(tokens, i), i + 1
    return _from_phrase(tokens, phrase), phrase.stop


_INVERTED = frozenset(
    {"said", "says", "asked", "added", "noted", "wrote", "explained", "replied", "continued", "argued"}
)


def _is_subject(tokens: list[Token], start: int, stop: int) -> bool:
    """Whether the phrase opens its sentence, a finite verb follows it, or one of saying stands before it."""
    if start == 0:
        return True
    if stop < len(tokens) and tokens[stop].gap in (" ", "\xa0", ", ", " — ", " – ", "—"):
        low = tokens[stop].low
        if low == "who":
            return True
        if low in lexicons.words("finite_verbs"):
            return True
        if low.endswith("ed") and tokens[stop].entry.word_class in (WordClass.OTHER, WordClass.ENDER):
            return True
    return tokens[start].gap == " " and tokens[start - 1].low in _INVERTED


_SPEAKING_DETERMINERS = frozenset({"some", "many", "several", "most", "few", "both", "one", "another"})


def _bare_determiner(tokens: list[Token], i: int) -> Mention | None:
    """A determiner that stands alone: ``some said``."""
    token = tokens[i]
    if token.low not in _SPEAKING_DETERMINERS:
        return None
    span = Span(token.start, token.end)
    return Mention(span, span, MentionKind.PRONOUN, None, token.low not in ("one", "another"), None)


def _from_phrase(tokens: list[Token], phrase: Phrase) -> Mention:
    return Mention(
        span=phrase.span,
        head=Span(tokens[phrase.head[0]].start, tokens[phrase.head[1] - 1].end),
        kind=MentionKind.NAME if phrase.name else MentionKind.NOMINAL,
        gender=phrase.gender,
        plural=phrase.plural,
        human=phrase.human,
        role=phrase.role,
        names=phrase.names,
        paper=phrase.paper,
    )
