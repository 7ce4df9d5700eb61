"""What is written beside and below the story where colour cannot say it: notes at sentence ends, and the legend."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from reader.model import Analysis, Article, Basis, Hedge, Quote, QuoteKind, Speaker, SpeakerKind
from reader.present import attribution, legend, paint
from reader.present.cells import cells, clipped, padded
from reader.present.guard import one_line

_NAME_CELLS = 48
"""Widest name, with its role, in the legend."""
_HEDGE_CELLS = 30
"""Widest hedge in a note."""
_MANNER_CELLS = 24
"""Widest manner of saying in a note."""


def sentence_end_notes(article: Article, analysis: Analysis) -> dict[int, str]:
    """Return what to write ahead of each offset: `` [S1]``, `` [S2? ind., denied]``, `` (hedge: may)``.

    A quote is noted after the sentence in which a stretch of it ends, a hedge after its own.
    """
    starts = [sentence.start for sentence in analysis.sentences]

    def sentence_end(offset: int) -> int:
        index = bisect_right(starts, offset) - 1
        return max(offset + 1, analysis.sentences[index].end if index >= 0 else 0)

    numbers = legend.numbers(analysis)
    quoted: dict[int, dict[str, None]] = {}
    for quote in analysis.quotes:
        for span in quote.spans:
            quoted.setdefault(sentence_end(span.end - 1), {})[_quote_note(article, quote, numbers)] = None
    hedged: dict[int, list[Hedge]] = {}
    for hedge in analysis.hedges:
        hedged.setdefault(sentence_end(hedge.span.end - 1), []).append(hedge)
    notes = {place: [*marks] for place, marks in quoted.items()}
    for place, hedges in hedged.items():
        words = ", ".join(clipped(one_line(hedge.span.of(article.text)), _HEDGE_CELLS) for hedge in hedges)
        notes.setdefault(place, []).append(f"({'hedge' if len(hedges) == 1 else 'hedges'}: {words})")
    return {place: " " + " ".join(marks) for place, marks in notes.items()}


def _quote_note(article: Article, quote: Quote, numbers: tuple[str, ...]) -> str:
    who = "unattributed" if quote.speaker is None else f"S{numbers[quote.speaker]}{attribution.sign(quote.basis)}"
    who += " ind." if quote.kind is QuoteKind.INDIRECT else ""
    manner = attribution.manner(article, quote)
    return f"[{who}, {clipped(manner, _MANNER_CELLS)}]" if manner else f"[{who}]"


def legend_lines(analysis: Analysis, width: int) -> Iterator[tuple[str, str]]:
    """Yield the lines below a story, each with its style: counts, speakers, signs, and what was not done."""
    yield "─" * min(width, 24), paint.NEUTRAL
    yield _counted(analysis), paint.HEADLINE
    yield from _speaker_lines(analysis, width)
    if analysis.hedges:
        categories = legend.hedges_by_category(analysis.hedges)
        yield "hedges: " + ", ".join(f"{name} {count}" for name, count in categories), ""
    signs = [f"{sign.glyph} {sign.meaning}" for sign in _signs(analysis)] + _doubts(analysis)
    if signs:
        yield "  ".join(signs), paint.NEUTRAL
    for note in analysis.notes:
        yield f"note: {one_line(note)}", ""


def _counted(analysis: Analysis) -> str:
    found = legend.counts(analysis)
    parts = [_plural(found.quotes, "quote"), _plural(found.speakers, "speaker"), _plural(found.hedges, "hedge")]
    parts += [f"{found.unattributed} unattributed"] if found.unattributed else []
    parts += [f"{found.unnamed} unnamed"] if found.unnamed else []
    return " · ".join(parts)


def _plural(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def _speaker_lines(analysis: Analysis, width: int) -> Iterator[tuple[str, str]]:
    """Yield number, shape, name, role and words of everybody who is quoted, in the order of their numbers."""
    hues, numbers = legend.hues(analysis), legend.numbers(analysis)
    quoted = {quote.speaker for quote in analysis.quotes if quote.speaker is not None}
    shown = []
    for index in sorted(quoted, key=lambda index: int(numbers[index])):
        speaker = analysis.speakers[index]
        said = f"{_plural(speaker.words_direct, 'word')} quoted, {speaker.words_indirect} indirect"
        shown.append((index, _known_as(speaker), said))
    widest = max((cells(name) for _, name, _ in shown), default=0)
    room = max(8, min(widest, _NAME_CELLS, width - 7 - max((cells(said) for _, _, said in shown), default=0)))
    for index, name, said in shown:
        hue = hues[index]
        shape = legend.PLAIN_SHAPE if hue is None else legend.SHAPES[hue]
        yield f"{numbers[index]:>2} {shape} {padded(clipped(name, room), room)}  {said}", paint.hue(hue)


def _known_as(speaker: Speaker) -> str:
    parts = [one_line(speaker.name)]
    parts += [one_line(speaker.role)] if speaker.role else []
    parts += ["unnamed"] if speaker.kind is SpeakerKind.UNNAMED else []
    return ", ".join(parts)


def _signs(analysis: Analysis) -> list[legend.Sign]:
    """Return the gutter signs that occur."""
    bars = {legend.bar(quote) for quote in analysis.quotes}
    signs = [sign for sign in (legend.DIRECT, legend.INDIRECT) if sign in bars]
    signs += [legend.UNATTRIBUTED] if any(quote.speaker is None for quote in analysis.quotes) else []
    signs += [legend.SUMMARY] if analysis.summary.sentences else []
    return signs


def _doubts(analysis: Analysis) -> list[str]:
    """Return the signs behind numbers of speakers that occur, each with its meaning."""
    found = {quote.basis for quote in analysis.quotes}
    return [f"S1{attribution.sign(basis)} {basis}" for basis in (Basis.GUESSED, Basis.INHERITED) if basis in found]
