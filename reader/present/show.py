"""The whole story with its marks, for standard output: `reader show`.

To the left of the text a gutter of six cells: a sign where a sentence of the summary begins, the number of the
speaker where a quote begins or several speak, a bar beside every line with quoted words.  With colour, names and
quotation marks have the speaker's hue and hedges are underlined.  Without, the same is written in brackets at the end
of the sentence, so that the words of the story stay together; brackets in the story itself are printed as they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from reader.model import Analysis, Article, Quote, QuoteKind
from reader.present import attribution, paint
from reader.present.cells import cells, tabs_expanded, wrap
from reader.present.guard import guarded, one_line
from reader.present.legend import DIRECT, INDIRECT, SUMMARY, UNATTRIBUTED, bar, hues, numbers
from reader.present.notices import moment, notices
from reader.present.runs import Run, runs_of
from reader.present.sidenotes import legend_lines, sentence_end_notes
from reader.spans import Span

MEASURE = 80
"""Widest column of text when no width is asked for."""
GUTTER = 6
"""Cells to the left of the text: summary sign, three for the speaker, bar, blank."""
_NARROW = 30
"""Below this width the gutter is left out."""
_DOUBLE_MARK = re.compile('["“”„‟«»「」『』]')
_SINGLE_MARKS = frozenset("'‘’‚‛‹›")


@dataclass(frozen=True, slots=True)
class _Page:
    """What holds for all lines of one story."""

    analysis: Analysis
    hues: tuple[int | None, ...]
    """By speaker."""
    numbers: tuple[str, ...]
    """By speaker."""
    measure: int
    """Cells of the text column."""
    gutter: int
    """Cells to its left, 0 or `GUTTER`."""
    colour: bool


@dataclass(slots=True)
class _Line:
    """One line of the story before it is wrapped, with everything that lies on it."""

    text: list[str] = field(default_factory=list)
    length: int = 0
    styles: list[tuple[Span, str]] = field(default_factory=list)
    quotes: list[tuple[Span, int, bool]] = field(default_factory=list)
    """Quoted words, the quote, and whether a stretch of it begins there."""
    summary: list[int] = field(default_factory=list)
    """Where sentences of the summary begin."""

    def add(self, text: str, sgr: str = "") -> Span:
        """Add `text` and return its place."""
        text = guarded(text)
        if "\t" in text:
            text = tabs_expanded(text, cells("".join(self.text)))
        span = Span(self.length, self.length + len(text))
        self.text.append(text)
        self.length = span.end
        if sgr and text:
            self.styles.append((span, sgr))
        return span


def show(article: Article, analysis: Analysis, width: int, colour: bool, now: datetime) -> Iterator[str]:
    """Yield the lines of the marked story, each ended by LF and at most `width` cells wide."""
    gutter = GUTTER if width >= _NARROW else 0
    page = _Page(analysis, hues(analysis), numbers(analysis), max(1, width - gutter), gutter, colour)
    yield from _beside_the_story(page, _header(article, now))
    yield "\n"
    for line in _story_lines(article, page):
        yield from _wrapped(line, page)
    yield "\n"
    yield from _beside_the_story(page, legend_lines(analysis, page.measure))


def _beside_the_story(page: _Page, lines: Iterator[tuple[str, str]]) -> Iterator[str]:
    """Yield our own lines, each given with its style, wrapped and set in line with the text."""
    for text, sgr in lines:
        for row in wrap(text, page.measure):
            yield " " * page.gutter + paint.painted(row.of(text), sgr if page.colour else "") + "\n"


def _header(article: Article, now: datetime) -> Iterator[tuple[str, str]]:
    """Yield what is known of the story and does not stand in its text, a line each with its style."""
    known = (article.source, article.slug, article.version, article.category)
    facts = [one_line(fact) for fact in known if fact]
    facts += [moment(article.published)] if article.published else []
    if facts:
        yield " · ".join(facts), paint.NEUTRAL
    for notice in notices(article, now):
        yield notice, paint.NOTICE
    for note in article.editors_notes:
        yield f"Eds: {one_line(note)}", paint.NEUTRAL
    if article.headline and article.headline_span is None:
        yield one_line(article.headline), paint.HEADLINE
    if article.byline:
        by = ", ".join(one_line(part) for part in (article.byline, article.byline_title) if part)
        yield f"By {by}", paint.NEUTRAL


def _story_lines(article: Article, page: _Page) -> Iterator[_Line]:
    """Yield the lines of the text in order; joined by LF and without the notes they are the text."""
    notes = {} if page.colour else sentence_end_notes(article, page.analysis)
    places = sorted(notes)
    styler = _Styler(article, page)
    line = _Line()
    upcoming = 0
    for run in runs_of(article, page.analysis):
        start = run.span.start
        while start < run.span.end:
            stop = run.span.end
            if upcoming < len(places) and places[upcoming] <= stop:
                stop = places[upcoming]
            newline = article.text.find("\n", start, stop)
            stop = newline if newline >= 0 else stop
            styler.add(line, run, Span(start, stop))
            if upcoming < len(places) and places[upcoming] == stop:
                line.add(notes[stop])
                upcoming += 1
            start = stop
            if newline >= 0:
                yield line
                line, start = _Line(), stop + 1
    yield line


class _Styler:
    """Puts parts of runs on lines."""

    def __init__(self, article: Article, page: _Page) -> None:
        analysis = page.analysis
        self.text = article.text
        self.analysis = analysis
        self.colour = page.colour
        self.hues = page.hues
        self.begins = {span.start for quote in analysis.quotes for span in quote.spans}
        self.ends = {span.end for quote in analysis.quotes for span in quote.spans}
        self.summary = {sentence.span.start for sentence in analysis.summary.sentences}
        head = article.headline_span
        self.headline = head if head is not None else Span(0, 0)

    def add(self, line: _Line, run: Run, span: Span) -> None:
        """Add one part of `run` to `line` with its style and what the gutter says of it."""
        if span.start in self.summary:
            line.summary.append(line.length)
        start = line.length
        sgr = self._sgr(run, span)
        at = span.start
        for mark in self._quotation_marks(run, span):
            line.add(self.text[at:mark], sgr)
            line.add(self.text[mark], self._hue(run))
            at = mark + 1
        line.add(self.text[at : span.end], sgr)
        if run.quote is not None and line.length > start:
            line.quotes.append((Span(start, line.length), run.quote, span.start in self.begins))

    def _quotation_marks(self, run: Run, span: Span) -> list[int]:
        """Return where the marks of the quote stand in `span`: double ones anywhere, single ones at an edge."""
        if not self.colour or run.quote is None:
            return []
        found = [mark.start() for mark in _DOUBLE_MARK.finditer(self.text, span.start, span.end)]
        if span.start in self.begins and self.text[span.start] in _SINGLE_MARKS:
            found.insert(0, span.start)
        if span.end in self.ends and span.length > 1 and self.text[span.end - 1] in _SINGLE_MARKS:
            found.append(span.end - 1)
        return found

    def _hue(self, run: Run) -> str:
        if run.quote is None:
            return ""
        speaker = self.analysis.quotes[run.quote].speaker
        return "1;" + paint.hue(None if speaker is None else self.hues[speaker])

    def _sgr(self, run: Run, span: Span) -> str:
        if not self.colour:
            return ""
        codes = []
        if self.headline.covers(span):
            codes.append(paint.HEADLINE)
        if run.quote is not None and self.analysis.quotes[run.quote].kind is QuoteKind.INDIRECT:
            codes.append(paint.ITALIC)
        if run.speaker is not None and self.hues[run.speaker] is not None:
            codes.append("1;" + paint.hue(self.hues[run.speaker]))
        if run.hedge is not None:
            codes.append(paint.HEDGE[self.analysis.hedges[run.hedge].strength])
        return ";".join(codes)


def _wrapped(line: _Line, page: _Page) -> Iterator[str]:
    """Yield one line of the story as lines of the screen."""
    text = "".join(line.text)
    rows = wrap(text, page.measure)
    if not rows:
        yield "\n"
    first_style = first_quote = 0
    for row in rows:
        while first_style < len(line.styles) and line.styles[first_style][0].end <= row.start:
            first_style += 1
        while first_quote < len(line.quotes) and line.quotes[first_quote][0].end <= row.start:
            first_quote += 1
        front = ""
        if page.gutter:
            front = _summary_sign(line, row, page) + _quote_sign(line, row, first_quote, page)
        yield (front + _painted_row(text, row, line.styles, first_style)).rstrip(" ") + "\n"


def _summary_sign(line: _Line, row: Span, page: _Page) -> str:
    if any(row.start <= start < row.end for start in line.summary):
        return paint.painted(SUMMARY.glyph, paint.ACCENT if page.colour else "")
    return " "


def _quote_sign(line: _Line, row: Span, first: int, page: _Page) -> str:
    """Return the four cells for number and bar, and a blank; where several speak on a row, the numbers of all."""
    here = []
    for index in range(first, len(line.quotes)):
        span, quote, begins = line.quotes[index]
        if span.start >= row.end:
            break
        here.append((page.analysis.quotes[quote], begins and span.start >= row.start))
    if not here:
        return " " * (GUTTER - 1)
    several = len({quote.speaker for quote, _ in here}) > 1
    labels: dict[int | None, str] = {}
    for said_here, begins in here:
        if begins or several:
            labels.setdefault(said_here.speaker, _label(said_here, page))
    said = attribution.together(labels.values()) if labels else ""
    sign = DIRECT if any(bar(quote) is DIRECT for quote, _ in here) else INDIRECT
    speaker = here[0][0].speaker
    style = paint.hue(None if speaker is None else page.hues[speaker]) if page.colour else ""
    return paint.painted(f"{said:>3}{sign.glyph}", style) + " "


def _label(quote: Quote, page: _Page) -> str:
    if quote.speaker is None:
        return UNATTRIBUTED.glyph
    return page.numbers[quote.speaker] + attribution.sign(quote.basis)


def _painted_row(text: str, row: Span, styles: list[tuple[Span, str]], first: int) -> str:
    pieces = []
    at = row.start
    for index in range(first, len(styles)):
        span, sgr = styles[index]
        if span.start >= row.end:
            break
        start, end = max(span.start, row.start), min(span.end, row.end)
        pieces += [text[at:start], paint.painted(text[start:end], sgr)]
        at = end
    pieces.append(text[at : row.end])
    return "".join(pieces)
