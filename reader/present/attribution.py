"""How a story gives words to a speaker: in which manner, and how sure it is that they are this speaker's.

The content of a denial is not the speaker's claim, nor is what somebody would not say; so wherever a quote stands apart
from its sentence, the manner stands with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from reader.lexicons import table
from reader.model import Article, Basis, Quote
from reader.present.guard import one_line

_TURNED = re.compile(
    r"(?:\b(?:would|could|did|does|do|has|had|have|will|can|may|might|is|was|are|were|should) )?"
    r"\b(?:not|never|cannot|neither|nor|\w+n[’']t|declin(?:ed|es|ing) to|refus(?:ed|es|ing) to|fail(?:ed|s|ing) to) "
    r"(?:\w+ )?$",
    re.IGNORECASE,
)
"""What makes the cue after it say that something was not said."""
_REACH = 48
"""Characters ahead of a cue in which that is looked for."""

GUESSED = "?"
INHERITED = "↑"
_SIGNS = {Basis.GUESSED: GUESSED, Basis.INHERITED: INHERITED}
_WORDS = {Basis.GUESSED: "speaker guessed", Basis.INHERITED: "speaker inherited"}
_CELLS = 3
"""Of a label beside a row."""


def manner(article: Article, quote: Quote) -> str | None:
    """Return how the words are given, ``denied`` or ``would not say``; None where the speaker just says them.

    Looks only at the cue and the words right ahead of it, so a negation further off is missed.
    """
    if quote.cue is None:
        return None
    cue = one_line(quote.cue.of(article.text))
    ahead = " ".join(article.text[max(0, quote.cue.start - _REACH) : quote.cue.start].split()) + " "
    turned = _TURNED.search(ahead)
    if turned is not None:
        return one_line(turned.group() + cue)
    return None if all(word in _plain() for word in cue.casefold().split()) else cue


@cache
def _plain() -> frozenset[str]:
    """Return the words of cues after which the content is simply what the speaker says."""
    return frozenset(form for forms in table("plain_saying_verbs").values() for form in forms)


def sign(basis: Basis) -> str:
    """Return what follows name or number of a speaker who is not sure: ``?`` guessed, ``↑`` from the quote above."""
    return _SIGNS.get(basis, "")


def doubt(basis: Basis) -> str | None:
    """Return the same in words; None where a cue names the speaker."""
    return _WORDS.get(basis)


def together(labels: Iterable[str]) -> str:
    """Return the labels of all who speak on a row in at most three cells.

    ``4,2``; ``4+`` for more than fit, ``4+?`` when one of them is guessed and there is room to say it.
    """
    known = list(dict.fromkeys(labels))
    joined = ",".join(known)
    if len(joined) <= _CELLS:
        return joined
    several = known[0].rstrip(GUESSED + INHERITED)[: _CELLS - 1] + "+"
    return several + GUESSED if len(several) < _CELLS and any(GUESSED in label for label in known) else several
