"""Word lists as data files, one entry a line, ``#`` for remarks, and their loader."""

from __future__ import annotations

from functools import cache
from os.path import dirname, join

_HERE = dirname(__file__)


@cache
def lines(name: str) -> tuple[str, ...]:
    """Return the entries of ``NAME.txt`` in file order, stripped, without remarks and blank lines.

    Raises FileNotFoundError for a list that does not ship.
    """
    with open(join(_HERE, f"{name}.txt"), encoding="utf-8") as file:
        entries = (line.split("#", 1)[0].strip() for line in file)
        return tuple(entry for entry in entries if entry)


@cache
def words(name: str) -> frozenset[str]:
    """Return the entries of ``NAME.txt`` as a set, as they are written."""
    return frozenset(lines(name))


@cache
def table(name: str) -> dict[str, tuple[str, ...]]:
    """Return the entries of ``NAME.txt`` that read ``key: value value …`` as a dictionary of tuples."""
    pairs = (line.partition(":") for line in lines(name))
    return {key.strip(): tuple(values.split()) for key, _, values in pairs}


def plain_words(phrase: str) -> str:
    """Return a phrase as words are compared with a list: lower case, apostrophes straight, one blank between words."""
    return " ".join(phrase.lower().replace("’", "'").split())
