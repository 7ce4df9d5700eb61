"""The certainty strip: what each slice of a story holds, in one cell."""

from __future__ import annotations

from dataclasses import dataclass

from reader.model import Strength
from reader.spans import Span
from reader.tui.story import Story
from reader.tui.wrap import WrapTable

_STRENGTHS = list(Strength)


@dataclass(frozen=True, slots=True)
class Slice:
    """The rows that one cell of the strip stands for."""

    rows: range
    hedge: Strength | None
    """The strongest in the slice."""
    quoted: bool
    summary: bool


def slices_of(story: Story, table: WrapTable, height: int) -> tuple[Slice, ...]:
    """Return `height` slices of the rows, from the top; fewer when there are fewer rows."""
    count = min(height, len(table))
    if count <= 0:
        return ()
    hedges: list[Strength | None] = [None] * count
    quoted, summary = [False] * count, [False] * count

    def cells(span: Span) -> range:
        rows = table.rows_of(span)
        return range(rows.start * count // len(table), (rows.stop - 1) * count // len(table) + 1)

    for hedge in story.analysis.hedges:
        for cell in cells(hedge.span):
            hedges[cell] = max(hedges[cell] or hedge.strength, hedge.strength, key=_STRENGTHS.index)
    for quote in story.analysis.quotes:
        for span in quote.spans:
            for cell in cells(span):
                quoted[cell] = True
    for sentence in story.analysis.summary.sentences:
        summary[cells(sentence.span).start] = True
    edges = [-(-i * len(table) // count) for i in range(count + 1)]
    return tuple(
        Slice(range(edges[i], max(edges[i] + 1, edges[i + 1])), hedges[i], quoted[i], summary[i]) for i in range(count)
    )
