"""The stories of a session in the order in which they came, with what has been counted in them.

One thread at a time takes inputs from the source and alone writes `entries`.  Several analyse: the one that counts, and
one for each story that is looked at.  What they write they write under a lock, which none holds while it analyses.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress

from reader.diagnostics import ExitCode, fault_line
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
        self._writing = threading.Lock()
        self.entries: list[Entry] = []
        self.counts: dict[int, Counts] = {}
        """By position; what could not be read has none."""
        self.faults: dict[int, str] = {}
        """By position, why a story could not be analysed."""
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
        with self._writing:
            return self._analyses.get(position)

    def analysis(self, article: Article, position: int) -> Analysis:
        """Return the analysis, made now if it is not at hand; raises what the analysis raises, and keeps why."""
        found = self.known(position)
        if found is None:
            try:
                found = self._analyse(article)
            except Exception as fault:  # kept for the row of the story, whatever it is
                with self._writing:
                    self.faults[position] = fault_line(fault)
                raise
            self._keep(position, found)
        return found

    def _keep(self, position: int, found: Analysis) -> None:
        figures = counts(found)
        with self._writing:
            self._analyses[position] = found
            self.counts[position] = figures
            while len(self._analyses) > _KEPT:
                self._analyses.popitem(last=False)

    def count(self, position: int) -> None:
        """Analyse the story at `position` for its figures; one that cannot be analysed stays without, for good."""
        article = self.article(position)
        if article is not None:
            with suppress(Exception):  # one story must not cost the others their figures; `faults` says what it was
                self.analysis(article, position)

    @property
    def code(self) -> ExitCode:
        """The exit code for what has been read and analysed so far."""
        stories = sum(isinstance(entry, Article) for entry in self.entries)
        if not stories:
            return ExitCode.NOTHING_READ
        return ExitCode.SOME_FAILED if stories < len(self.entries) or self.faults else ExitCode.OK

    def next_uncounted(self) -> int | None:
        """Return a story that is not yet counted, of those `wanted`, else the first in order; None when done."""
        for position in self.wanted:
            if position < len(self.entries) and self._lacks_counts(position):
                return position
        first = self._first_uncounted
        while first < len(self.entries) and not self._lacks_counts(first):
            first += 1
        self._first_uncounted = first  # all before it are counted, whichever of two threads writes it last
        return first if first < len(self.entries) else None

    def _lacks_counts(self, position: int) -> bool:
        counted = position in self.counts or position in self.faults
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
