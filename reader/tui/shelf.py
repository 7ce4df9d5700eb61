"""The stories of a session in the order in which they came, with what has been counted in them.

One thread takes inputs from the source, another analyses; each slot is written by one of them and read by the screen.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence

from reader.errors import InputError
from reader.model import Analysis, Article
from reader.present.legend import Counts, counts
from reader.tui.story import label_of

Entry = Article | InputError
"""A story, or the reason why an input is none."""
Analyse = Callable[[Article], Analysis]

_KEPT = 32
"""Analyses held in memory; a story's figures stay."""


class Shelf:
    """All inputs read so far."""

    def __init__(self, source: Iterable[Entry], analyse: Analyse) -> None:
        self._source: Iterator[Entry] = iter(source)
        self._analyse = analyse
        self._analyses: OrderedDict[int, Analysis] = OrderedDict()
        self._first_uncounted = 0
        self._failed: set[int] = set()
        self.entries: list[Entry] = []
        self.counts: dict[int, Counts] = {}
        """By position; what could not be read has none."""
        self.wanted: Sequence[int] = ()
        """Positions of the rows in view, counted before all others."""
        self.finished = False
        """Whether the source has no more."""

    def take(self, most: int, seconds: float = 1.0) -> bool:
        """Take up to `most` inputs from the source, for about `seconds` at most; return whether there are more."""
        until = time.monotonic() + seconds
        for _ in range(most):
            entry = next(self._source, None)
            if entry is None:
                self.finished = True
                break
            self.entries.append(entry)
            if time.monotonic() > until:
                break
        return not self.finished

    def article(self, position: int) -> Article | None:
        """Return the story at `position`; None for what could not be read."""
        entry = self.entries[position]
        return entry if isinstance(entry, Article) else None

    def known(self, position: int) -> Analysis | None:
        """Return the analysis if it is at hand."""
        return self._analyses.get(position)

    def analysis(self, article: Article, position: int) -> Analysis:
        """Return the analysis, made now if it is not at hand."""
        found = self._analyses.get(position)
        if found is None:
            found = self._analyse(article)
            self._analyses[position] = found
            self.counts[position] = counts(found)
            while len(self._analyses) > _KEPT:
                self._analyses.popitem(last=False)
        return found

    def count(self, position: int) -> None:
        """Analyse the story at `position` for its figures; one that cannot be analysed stays without, for good."""
        article = self.article(position)
        try:
            if article is not None:
                self.analysis(article, position)
        except Exception:  # whatever is wrong with one story must not cost the others their figures
            self._failed.add(position)

    def next_uncounted(self) -> int | None:
        """Return a story that is not yet counted, of those `wanted`, else the first in order; None when done."""
        for position in self.wanted:
            if position < len(self.entries) and self._lacks_counts(position):
                return position
        while self._first_uncounted < len(self.entries) and not self._lacks_counts(self._first_uncounted):
            self._first_uncounted += 1
        return self._first_uncounted if self._first_uncounted < len(self.entries) else None

    def _lacks_counts(self, position: int) -> bool:
        counted = position in self.counts or position in self._failed
        return not counted and isinstance(self.entries[position], Article)

    def matching(self, query: str) -> list[int]:
        """Return the positions whose slug, headline, source or reason holds every word of `query`."""
        words = query.casefold().split()
        return [i for i, entry in enumerate(self.entries) if all(word in _searchable(entry) for word in words)]

    def neighbour(self, position: int, step: int) -> int | None:
        """Return the nearest story after (`step` 1) or before (-1) `position`; None at the end."""
        position += step
        while 0 <= position < len(self.entries):
            if self.article(position):
                return position
            position += step
        return None


def _searchable(entry: Entry) -> str:
    if isinstance(entry, InputError):
        return f"{entry.source} {entry.reason}".casefold()
    parts = (label_of(entry), entry.headline, entry.source, entry.version, entry.byline)
    return " ".join(part for part in parts if part).casefold()
