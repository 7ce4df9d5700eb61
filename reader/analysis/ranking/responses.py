"""The other side of a story: denials, refusals to comment, replies that did not come, and words of defence."""

from __future__ import annotations

from functools import cache

from reader import lexicons

RESPONDS = 3
"""A sentence of this weight is taken for a response."""
_SIGNS = {"opening": 1, "verb": 2, "falsity": 2, "defender": 1}


def response_weight(words: list[str], says: bool) -> int:
    """Return how much speaks for the lower-case `words` of a sentence giving the other side; 0 when nothing does.

    A phrase that does nothing else (``declined to comment``) weighs 4; signs that may mean other things add up: a verb
    of answering or a word for untruth 2 each, *but* at the head or somebody who speaks for another 1 each, and these
    only in a sentence that `says`.  English only.  Known failure: a response in other words ("that is simply not what
    happened"), and a denial that is background ("long dismissed as myth").
    """
    phrases = _phrases()
    heads = [at for at, word in enumerate(words) if word in phrases]
    if any(tuple(words[at : at + len(tail)]) == tail for at in heads for tail in phrases[words[at]]):
        return RESPONDS + 1
    if not says:
        return 0
    told = {name for word in words for name in _signs().get(word, ()) if name != "opening"}
    if words and "opening" in _signs().get(words[0], ()):
        told.add("opening")
    return sum(_SIGNS[name] for name in told)


@cache
def _phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for entry in lexicons.lines("response_words"):
        phrase = tuple(entry.split())
        found.setdefault(phrase[0], []).append(phrase)
    return {head: tuple(tails) for head, tails in found.items()}


@cache
def _signs() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for line in lexicons.lines("response_signs"):
        name, _, signs = line.partition(":")
        for sign in signs.split():
            found.setdefault(sign, []).append(name)
    return {sign: tuple(names) for sign, names in found.items()}
