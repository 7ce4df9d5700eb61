"""Rows of a story drawn as styled segments: gutter, words, margin.

    ▸1  2┃ “The words of a quote,” Name Surname said, and it may be so.  ~
    │   ││                                                               └ the strongest hedge of the row
    │   │└ bar: ┃ between quotation marks, ┆ without
    │   └ number of the speaker, 2? when guessed, 2↑ when it is that of the quote above, ? when unknown, 2,4 for two
    └ number of the summary's sentence that begins here

The words are slices of the text, one after the other; only the gutter and the margin are ours.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from reader.model import Hedge, QuoteKind, Strength
from reader.present import attribution, legend
from reader.present.cells import TAB
from reader.present.guard import guarded
from reader.present.runs import Run
from reader.spans import Span
from reader.tui.palette import Palette
from reader.tui.story import Story
from reader.tui.wrap import WrapTable

GUTTER = 7
"""Cells left of the words."""
MARGIN = 2
"""Cells right of the words."""

_STRENGTHS = list(Strength)
_ITALIC = Style(italic=True)

Piece = tuple[int, int, Style]
"""Start, end and style of words on one row."""


@dataclass(frozen=True, slots=True)
class Look:
    """What the reader's own doing adds to the marks."""

    isolated: int | None = None
    """Index into `Analysis.speakers`: all but this one's words are drawn back."""
    cursor: tuple[Span, ...] = ()
    """The mark one stands on."""
    found: tuple[Span, ...] = ()
    """Matches of the search, in order."""
    here: Span | None = None
    """The match one stands on."""


class RowPainter:
    """Draws the rows of one story at one width in one palette with one look."""

    def __init__(self, story: Story, table: WrapTable, palette: Palette, look: Look) -> None:
        self._story = story
        self._table = table
        self._palette = palette
        self._look = look
        self._starts = [run.span.start for run in story.runs]
        self._numbers = {
            table.row_at(sentence.span.start): number
            for number, sentence in reversed(list(enumerate(story.analysis.summary.sentences, 1)))
        }

    def segments(self, row: int, selected: Span | None = None) -> list[Segment]:
        """Return the row as segments of ``GUTTER + width + MARGIN`` cells; words carry their offset for the mouse."""
        span = self._table.span(row)
        runs = list(self._runs_on(span))
        pieces = [(max(span.start, run.span.start), min(span.end, run.span.end), self._style(run)) for run in runs]
        for over, style in self._overlays(span, selected):
            pieces = list(_overlaid(pieces, over, style))
        words, cells = self._words(row, span, pieces)
        space = Segment(" " * max(0, self._table.width - cells))
        body = [space, *words] if row in self._table.right_to_left else [*words, space]
        return [*self._gutter(row, runs), *body, *self._margin(runs)]

    def _runs_on(self, span: Span) -> Iterator[Run]:
        runs = self._story.runs
        for at in range(max(0, bisect_right(self._starts, span.start) - 1), len(runs)):
            if runs[at].span.start >= span.end:
                return
            if runs[at].span.end > span.start:
                yield runs[at]

    def _style(self, run: Run) -> Style:
        """Return the style of the words of a run: speakers' names over hedges over quotes over plain words."""
        palette, story, isolated = self._palette, self._story, self._look.isolated
        quote = None if run.quote is None else story.analysis.quotes[run.quote]
        if isolated is not None and run.speaker != isolated and (quote is None or quote.speaker != isolated):
            return palette.muted
        if quote is None:
            style = palette.text
        else:
            part = story.cast.of(quote.speaker)
            style = palette.quoted(part.hue if part else None)
            if quote.kind is QuoteKind.INDIRECT:
                style += _ITALIC
        if run.hedge is not None:
            style += palette.hedge(story.analysis.hedges[run.hedge].strength)
        speaking = story.cast.of(run.speaker)
        if speaking is not None and run.quote is None:
            style = palette.speaker(speaking.hue) + Style(bold=True)
        return style

    def _overlays(self, span: Span, selected: Span | None) -> Iterator[tuple[Span, Style]]:
        palette, look = self._palette, self._look
        article = self._story.article
        if article.headline_span is not None and article.headline_span.meets(span):
            yield article.headline_span, palette.bold
        for stretch in article.boilerplate:
            if stretch.meets(span):
                yield stretch, palette.muted
        for stretch in look.cursor:
            if stretch.meets(span):
                yield stretch, palette.cursor
        first = bisect_right(look.found, span.start, key=lambda match: match.end)
        for at in range(first, len(look.found)):
            match = look.found[at]
            if match.start >= span.end:
                break
            yield match, palette.found_here if match == look.here else palette.found
        if selected is not None and selected.meets(span):
            yield selected, palette.chosen

    def _words(self, row: int, span: Span, pieces: Sequence[Piece]) -> tuple[list[Segment], int]:
        """Return the words of the row with their offsets, and the cells they take.

        Tabs go to the next stop, or take one cell each where the row would run over.
        """
        text = self._table.text
        stop = TAB if "\t" in span.of(text) and cell_len(span.of(text).expandtabs(TAB)) <= self._table.width else 1
        segments = []
        cells = 0
        for start, end, style in pieces:
            for part, offset in _tabless(guarded(text[start:end]), start):
                shown = " " * (stop - cells % stop) if part == "\t" else part
                meta = Style.from_meta({"offset": (offset - span.start, row)})
                segments.append(Segment(shown, style + meta))
                cells += cell_len(shown)
        return segments, cells

    def _gutter(self, row: int, runs: Sequence[Run]) -> list[Segment]:
        palette = self._palette
        number = self._numbers.get(row)
        lead = f"{legend.SUMMARY.glyph}{number}" if number else "  "
        bar, label, style = " ", "", palette.text
        index = _main_quote(runs)
        if index is not None:
            quote = self._story.analysis.quotes[index]
            part = self._story.cast.of(quote.speaker)
            bar = legend.bar(quote).glyph
            label = self._label(row, runs, index)
            style = palette.speaker(part.hue if part else None)
            if self._look.isolated is not None and quote.speaker != self._look.isolated:
                style = palette.rule
        offset = Style.from_meta({"offset": (-GUTTER, row)})
        return [
            Segment(lead[:2], palette.accent + offset),
            Segment(f"{label:>3.3}{bar} ", style + Style.from_meta({"offset": (2 - GUTTER, row)})),
        ]

    def _label(self, row: int, runs: Sequence[Run], main: int) -> str:
        """Return the signs of all who speak on the row; of one only where the bar begins, nothing further down."""
        quotes = self._story.analysis.quotes
        here = dict.fromkeys(run.quote for run in runs if run.quote is not None)
        if len({quotes[index].speaker for index in here}) > 1:
            return attribution.together(map(self._sign, here))
        if row and _main_quote(list(self._runs_on(self._table.span(row - 1)))) == main:
            return ""
        return self._sign(main)

    def _sign(self, index: int) -> str:
        quote = self._story.analysis.quotes[index]
        part = self._story.cast.of(quote.speaker)
        return legend.UNATTRIBUTED.glyph if part is None else part.number + attribution.sign(quote.basis)

    def _margin(self, runs: Sequence[Run]) -> list[Segment]:
        found = [self._story.analysis.hedges[run.hedge] for run in runs if run.hedge is not None]
        if not found:
            return [Segment(" " * MARGIN)]
        strongest: Hedge = max(found, key=lambda hedge: _STRENGTHS.index(hedge.strength))
        glyph = legend.HEDGES[strongest.strength].glyph
        return [Segment(" "), Segment(glyph, self._palette.hedge_glyph(strongest.strength))]


def _main_quote(runs: Sequence[Run]) -> int | None:
    """Return the quote that takes most of a row, by code points; of equals the first."""
    shares: dict[int, int] = {}
    for run in runs:
        if run.quote is not None:
            shares[run.quote] = shares.get(run.quote, 0) + run.span.length
    return max(shares, key=lambda index: shares[index]) if shares else None


def _overlaid(pieces: Sequence[Piece], over: Span, style: Style) -> Iterator[Piece]:
    """Yield the pieces with `style` laid upon those words that `over` covers."""
    for start, end, own in pieces:
        left, right = max(start, over.start), min(end, over.end)
        if left >= right:
            yield start, end, own
            continue
        if start < left:
            yield start, left, own
        yield left, right, own + style
        if right < end:
            yield right, end, own


def _tabless(text: str, start: int) -> Iterator[tuple[str, int]]:
    """Yield `text` in order with its offset, each tab apart."""
    if "\t" not in text:
        yield text, start
        return
    at = 0
    for i, character in enumerate(text):
        if character == "\t":
            if at < i:
                yield text[at:i], start + at
            yield "\t", start + i
            at = i + 1
    if at < len(text):
        yield text[at:], start + at
