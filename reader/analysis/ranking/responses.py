"""The other side of a story: denials, refusals to comment, replies that did not come."""

from __future__ import annotations

from functools import cache

from reader import lexicons


def responds(words: list[str]) -> bool:
    """Return whether the lower-case `words` of a sentence hold a phrase of response.

    English only.  Known failure: a response in other words ("that is simply not what happened"), and a denial that is
    background ("long dismissed as myth").
    """
    phrases = _phrases()
    heads = [at for at, word in enumerate(words) if word in phrases]
    return any(tuple(words[at : at + len(tail)]) == tail for at in heads for tail in phrases[words[at]])


@cache
def _phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for entry in lexicons.lines("response_words"):
        phrase = tuple(entry.split())
        found.setdefault(phrase[0], []).append(phrase)
    return {head: tuple(tails) for head, tails in found.items()}
