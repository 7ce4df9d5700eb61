"""Words that name or point to somebody who may speak: names, nominals, pronouns.

One scan from left to right, no parser: a noun phrase is an article, attributive words, nouns from the lists and runs
of capitals, in that order; what may follow it (party, age, ``of the ministry``, apposition) is added when it closes
cleanly.
Known failure: a job that no list has, without a name beside it, is not seen.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from reader import lexicons
from reader.analysis.naming import phrases
from reader.analysis.naming.phrase_core import Phrase
from reader.analysis.naming.tokens import Token, sentence_tokens
from reader.analysis.naming.vocabulary import Gender, WordClass
from reader.analysis.segment import Document
from reader.spans import Span

_OPENS_NONE = (WordClass.ENDER, WordClass.OTHER)
_SPEAKING_DETERMINERS = frozenset({"some", "many", "several", "most", "few", "both", "one", "another"})
"""They may stand alone: ``some said``."""


_ANAPHORS = frozenset({"them", "us", "those", "these"})
_SINGLE = frozenset({"one", "another", "other", "second", "third", "fourth", "latter", "former", "neither", "each"})
_COUNTS = frozenset(
    {
        "one",
        "another",
        "two",
        "three",
        "four",
        "five",
        "six",
        "some",
        "many",
        "several",
        "most",
        "few",
        "both",
        "neither",
    }
)
_LEAVING = _COUNTS | {"the", "a"}
"""Words that may open a phrase without its noun."""
_ORDER = frozenset({"other", "others", "second", "third", "fourth", "latter", "former"})
"""Words that tell one of several apart without naming."""
_AGED = ("-year-old", "-years-old")


class MentionKind(StrEnum):
    """Form of a mention."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


class Mention(NamedTuple):
    """One place that may name a speaker; a tuple, since a story has hundreds and a dataclass takes twice the time."""

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
        past = _past_dateline(document.dateline, tokens)
        for i, token in enumerate(tokens):
            if i >= past and token.word_class not in _OPENS_NONE:
                mention, past = _mention_at(document.text, tokens, i)
                if mention:
                    found.append(mention)
    return tuple(found)


def _past_dateline(dateline: Span | None, tokens: list[Token]) -> int:
    """Where the words of a story begin in a sentence: behind the dateline that it may open with."""
    if dateline is None or not tokens or not dateline.start <= tokens[0].start < dateline.end:
        return 0
    return sum(token.start < dateline.end for token in tokens)


def _mention_at(text: str, tokens: list[Token], i: int) -> tuple[Mention | None, int]:
    """The mention that begins at `i`, and where to go on."""
    token = tokens[i]
    if token.low in _LEAVING and (stop := _without_noun(text, tokens, i)):
        return _nominal(tokens, i, stop), stop
    if token.word_class is WordClass.PRONOUN:
        human = None if token.low in ("it", "one", "another") else True
        return _pronoun(tokens, i, human, token.entry.plural), i + 1
    phrase = phrases.at(text, tokens, i)
    if phrase is not None:
        return _from_phrase(tokens, i, phrase), phrase.stop
    if token.low in _SPEAKING_DETERMINERS:
        return _pronoun(tokens, i, None, token.low not in ("one", "another")), i + 1
    return None, i + 1


def _without_noun(text: str, tokens: list[Token], i: int) -> int:
    """The end of a phrase that leaves its noun to the reader; 0 when there is none.

    ``one of them``; before a verb ``the other``, ``the 34-year-old``.
    """
    if i + 1 >= len(tokens) or tokens[i + 1].gap not in (" ", ", "):
        return 0
    low, after = tokens[i].low, tokens[i + 1].low
    if after == "of" and i + 2 < len(tokens) and tokens[i + 2].low in _ANAPHORS and low in _COUNTS:
        return i + 3
    described = phrases.described_end(text, tokens, i + 1) if low in ("one", "another") else i + 1
    if described > i + 1:
        return described
    if after in _ORDER and (low == "the" or (low == "a" and after in ("second", "third", "fourth"))):
        return _ends_there(tokens, i + 2)
    return _ends_there(tokens, i + 2) if low == "the" and after.endswith(_AGED) else 0


def _ends_there(tokens: list[Token], stop: int) -> int:
    if stop >= len(tokens) or tokens[stop].gap != " ":
        return stop
    low = tokens[stop].low
    return stop if low == "who" or low in lexicons.words("telling_verbs") else 0


def _nominal(tokens: list[Token], i: int, stop: int) -> Mention:
    head = tokens[i + 1] if tokens[i].low in ("the", "a") else tokens[i]
    span = Span(tokens[i].start, tokens[stop - 1].end)
    aged = head.low.endswith(_AGED)
    plural = not aged and (head.low.endswith("s") or head.low not in _SINGLE)
    return Mention(
        span,
        Span(head.start, head.end),
        MentionKind.NOMINAL,
        plural=plural,
        human=aged or None,
        subject=_is_subject(tokens, i, stop),
    )


def _pronoun(tokens: list[Token], i: int, human: bool | None, plural: bool) -> Mention:
    span = Span(tokens[i].start, tokens[i].end)
    subject = _is_subject(tokens, i, i + 1)
    return Mention(span, span, MentionKind.PRONOUN, tokens[i].entry.gender, plural, human, subject=subject)


_INVERTED = frozenset(
    {"said", "says", "asked", "added", "noted", "wrote", "explained", "replied", "continued", "argued"}
)


def _is_subject(tokens: list[Token], start: int, stop: int, described: bool = True) -> bool:
    """Whether the phrase opens its sentence, a finite verb follows it, or one of saying stands before it.

    A comma before the verb closes an apposition; without one it closes a clause: ``who knew Roe, said``.
    """
    if start == 0:
        return True
    if stop < len(tokens) and tokens[stop].gap in (" ", ", ", " — ", " – ", "—"):
        low = tokens[stop].low
        if low == "who":
            return True
        if tokens[stop].gap == ", " and not described:
            return False
        if low in lexicons.words("finite_verbs"):
            return True
        if low.endswith("ed") and tokens[stop].word_class in (WordClass.OTHER, WordClass.ENDER):
            return True
    return tokens[start].gap == " " and tokens[start - 1].low in _INVERTED


def _from_phrase(tokens: list[Token], start: int, phrase: Phrase) -> Mention:
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
        subject=_is_subject(tokens, start, phrase.stop, described=phrase.stop > phrase.head[1]),
    )
