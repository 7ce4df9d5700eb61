"""A story cut into disjoint runs, each with all the marks that lie on it.

Both the screen and the coloured text draw from these, so they agree.  Law: the runs cover the text without gap or
overlap, in order; joined they are the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from reader.model import Analysis, Article
from reader.spans import Span


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of the story on which the same marks lie."""

    span: Span
    quote: int | None = None
    """Index into `Analysis.quotes`: these words are its content."""
    cue: int | None = None
    """Index into `Analysis.quotes`: these words are its cue."""
    speaker: int | None = None
    """Index into `Analysis.speakers`: these words name the speaker."""
    hedge: int | None = None
    """Index into `Analysis.hedges`."""
    summary: int | None = None
    """Index into `Summary.sentences`: these words are in the summary."""


_LAYERS = ("quote", "cue", "speaker", "hedge", "summary")


def runs_of(article: Article, analysis: Analysis) -> tuple[Run, ...]:
    """Return the runs of the whole text in order; where marks of one layer overlap, the later one to start wins.

    An inner quotation therefore shows above the one it stands in.  Linear in text and marks, sorting aside.
    """
    starts: dict[int, list[tuple[int, int, int]]] = {}
    ends: dict[int, list[tuple[int, int, int]]] = {}
    edges = {0, len(article.text)}
    for layer, index, span in _layered(analysis):
        if span.start < span.end:
            starts.setdefault(span.start, []).append((layer, -span.end, index))
            ends.setdefault(span.end, []).append((layer, -span.end, index))
            edges.update(span)
    stacks: list[list[tuple[int, int, int]]] = [[] for _ in _LAYERS]
    ordered = sorted(edges)
    found = []
    for start, end in pairwise(ordered):
        for entry in ends.get(start, ()):
            stacks[entry[0]].remove(entry)
        for entry in sorted(starts.get(start, ()), key=lambda e: e[1]):
            stacks[entry[0]].append(entry)
        found.append(Run(Span(start, end), *(stack[-1][2] if stack else None for stack in stacks)))
    return tuple(found)


def _layered(analysis: Analysis) -> list[tuple[int, int, Span]]:
    marks = [(0, i, span) for i, quote in enumerate(analysis.quotes) for span in quote.spans]
    marks += [(1, i, quote.cue) for i, quote in enumerate(analysis.quotes) if quote.cue]
    marks += [(2, i, span) for i, speaker in enumerate(analysis.speakers) for span in speaker.mentions]
    marks += [(3, i, hedge.span) for i, hedge in enumerate(analysis.hedges)]
    marks += [(4, i, sentence.span) for i, sentence in enumerate(analysis.summary.sentences)]
    return marks
