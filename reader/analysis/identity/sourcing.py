"""How far a story says who an unnamed source is, and whether it gives a reason for keeping the name back."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader import lexicons
from reader.analysis.segment import WORD
from reader.model import Sourcing
from reader.spans import Span

_REACH = 300
"""Code points after the words that name the source in which a wish for anonymity is looked for, in their paragraph."""
_REASON_WITHIN = 160
"""Code points after the wish in which its reason is."""
_MOST = 8
"""Mentions of one source that are looked at."""
_WHO = (" who ", " whose ")
"""A clause without a comma that says which: ``two people who were in the room``."""
_WISHES = (
    "anonymity",
    "not to be named",
    "not to be identified",
    "not to be quoted by name",
    "not be named",
    "not be identified",
    "without being named",
    "asked to remain anonymous",
    "off the record",
    "not authorised",
    "not authorized",
)
_UNWILLING = re.compile(
    r"(?:\bnot|n['’]t|\bdeclin\w+|\brefus\w+)\W+(?:\w+\W+){0,2}?"
    r"(?:be (?:named|identified)|giv\w+ (?:his|her|their) (?:full )?names?)\b"
)
"""``did not want to be named``, ``would not give her name``."""
_REASONS = (
    "because",
    "since ",
    "as they ",
    "as he ",
    "as she ",
    "citing",
    "due to",
    "for fear",
    "fearing",
    "to discuss",
    "to describe",
    "to speak",
    "to talk",
    "to avoid",
    "so as ",
    "given the",
)


def of(text: str, words: str, mentions: Sequence[Span]) -> Sourcing:
    """Return how the source called `words` is described, by the mentions that are given words to.

    A reason counts only beside a wish for anonymity: ``who asked not to be named because …``.  Known failure: the wish
    of another source in the same paragraph.
    """
    if any(_reasoned(text, span) for span in mentions[:_MOST]):
        return Sourcing.REASONED
    bare = lexicons.words("bare_sources")
    told = any(word not in bare for word in WORD.findall(words.casefold()))
    told = told or any(text.startswith(_WHO, span.end) for span in mentions[:_MOST])
    return Sourcing.DESCRIBED if told else Sourcing.BARE


def wishes_anonymity(text: str, mention: Span) -> bool:
    """Return whether the words after a mention, in its sentence or the next, ask not to be named."""
    return _wish(_near(text, mention)) >= 0


def _reasoned(text: str, mention: Span) -> bool:
    near = _near(text, mention)
    wish = _wish(near)
    return wish >= 0 and any(reason in near[wish : wish + _REASON_WITHIN] for reason in _REASONS)


def _near(text: str, mention: Span) -> str:
    """The words of the paragraph from the mention on, as far as a wish is looked for, in lower case."""
    end = text.find("\n", mention.end, mention.end + _REACH)
    return text[mention.start : mention.end + _REACH if end < 0 else end].casefold()


def _wish(near: str) -> int:
    found = _UNWILLING.search(near)
    return min((near.find(wish) for wish in _WISHES if wish in near), default=found.start() if found else -1)
