"""PolNeAR's annotation brought onto the finds of the analysis: who speaks each marked stretch."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import Any

from reader.analysis.attribution.rows import Row, rows_of
from reader.analysis.attribution.subjects import with_subjects
from reader.analysis.marks import Marked, find_marks
from reader.analysis.mentions import Mention, find_mentions
from reader.analysis.segment import Document, segment
from reader.model import Article
from reader.spans import Span

_WORD = re.compile(r"\w+(?:['’.\-]\w+)*")
_EMPTY_WORDS = """
a an the of and or in on at for to from by with as who that which his her its their our my your 's s he she it
they we i you him them us me this these those one ones some many mr mrs ms dr sen rep gov former
"""
_EMPTY = frozenset(_EMPTY_WORDS.split())
Words = frozenset[int]


class Story:
    """One annotated article with what the analysis finds in it before speakers are chosen."""

    def __init__(self, gold: dict[str, Any]) -> None:
        self.gold = gold
        self.text: str = gold["text"]
        self.document: Document = segment(Article.from_text(self.text))
        self.marks: tuple[Marked, ...] = find_marks(self.document)
        self.mentions: tuple[Mention, ...] = with_subjects(self.document, find_mentions(self.document))
        self.rows: tuple[Row, ...] = rows_of(self.document, self.marks, self.mentions)
        self._words = [match.span() for match in _WORD.finditer(self.text)]
        self._starts = [start for start, _ in self._words]
        self.attributions = [Gold(self, attribution) for attribution in gold["attributions"]]
        self.doubtful = self.words([*(gold.get("discard") or []), *(gold.get("discuss") or [])])
        self.owners = [self._owner(mark.span) for mark in self.marks]
        self.mention_words = [self.words([mention.span]) for mention in self.mentions]

    def words(self, spans: list[Any]) -> Words:
        """Return the numbers of the words that the spans touch."""
        found = set()
        for start, end in spans:
            i = max(0, bisect_left(self._starts, start) - 1)
            while i < len(self._words) and self._words[i][0] < end:
                if self._words[i][1] > start:
                    found.add(i)
                i += 1
        return frozenset(found)

    def start(self, word: int) -> int:
        """Return where a word begins, by its number."""
        return self._words[word][0]

    def lower(self, word: int) -> str:
        """Return a word by its number, in lower case without a possessive ending."""
        start, end = self._words[word]
        return self.text[start:end].lower().replace("’", "'").removesuffix("'s")

    def says(self, attribution: Gold, mention: int) -> bool:
        """Return whether the mention names the attribution's source here."""
        return bool(attribution.source & self.mention_words[mention])

    def _owner(self, span: Span) -> Gold | bool | None:
        """Return the attribution of a stretch, None when it is no speech, False when nobody knows."""
        words = self.words([span])
        quoting = [gold for gold in self.attributions if gold.kind != "indirect"]
        best = max(quoting, key=lambda gold: len(gold.content & words), default=None)
        if best and words and 2 * len(best.content & words) >= len(words):
            return best
        return False if not words or 2 * len(words & self.doubtful) > len(words) else None


@dataclass(frozen=True, slots=True, eq=False)
class Gold:
    """One annotated attribution as sets of word numbers."""

    kind: str
    source: Words
    """The words of the source that carry meaning, or all of them when none does."""
    cue: Words
    content: Words
    spans: tuple[Span, ...]

    def __init__(self, story: Story, row: dict[str, Any]) -> None:
        source = story.words(row["source"])
        told = frozenset(word for word in source if story.lower(word) not in _EMPTY)
        object.__setattr__(self, "kind", row["kind"])
        object.__setattr__(self, "source", told or source)
        object.__setattr__(self, "cue", story.words(row["cue"]))
        object.__setattr__(self, "content", story.words(row["content"]))
        object.__setattr__(self, "spans", tuple(Span(*span) for span in row["content"]))
