"""Classes of words that the context rules ask for, as data: ``hedge_word_classes.txt``."""

from __future__ import annotations

from functools import cache

from reader import lexicons


@cache
def word_class(name: str) -> frozenset[str]:
    """Return the words of class `name`.

    Raises KeyError for a class that does not ship.
    """
    return _classes()[name]


@cache
def _classes() -> dict[str, frozenset[str]]:
    found: dict[str, list[str]] = {}
    for line in lexicons.lines("hedge_word_classes"):
        name, _, entries = line.partition(":")
        found.setdefault(name.strip(), []).extend(entries.split())
    return {name: frozenset(entries) for name, entries in found.items()}
