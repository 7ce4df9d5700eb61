"""How far a story says who an unnamed source is."""

from __future__ import annotations

from reader import lexicons
from reader.analysis.segment import WORD
from reader.model import Sourcing

_REACH = 240
"""Code points after the words that name the source in which a reason is looked for."""
_GROUNDS = (
    "because",
    "since",
    "as they were",
    "as he was",
    "as she was",
    "citing",
    "due to",
    "for fear",
    "fearing",
    "not authori",
)
_WISH = (
    "not to be named",
    "not to be identified",
    "anonymity",
    "anonymous",
    "declined to be named",
    "declined to be identified",
    "not be named",
    "without being named",
    "not authorised",
    "not authorized",
    "not to be quoted by name",
    "asked not to be",
    "off the record",
)


def grade(words: str, rest: str) -> Sourcing:
    """Return how a source is described by its own words and by the `rest` of the sentence after them.

    A reason counts only with a wish for anonymity: ``who asked not to be named because …``.
    """
    near = rest[:_REACH].casefold()
    wish = next((near.find(w) for w in _WISH if w in near), -1)
    if wish >= 0 and any(g in near for g in _GROUNDS):
        return Sourcing.REASONED
    bare = lexicons.words("bare_sources")
    told = [w for w in WORD.findall(words.casefold()) if w not in bare]
    return Sourcing.DESCRIBED if told else Sourcing.BARE
