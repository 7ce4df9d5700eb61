"""Tables of quotes and hedges, one find a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reader.present.cells import cells, clipped, padded, wrap
from reader.present.finds import BoosterRow, HedgeRow, QuoteRow, UnsourcedRow, on_scale

_NAME_CELLS = 28
"""Widest column of names; a longer one is cut with an ellipsis."""
_NARROWEST_LAST = 28
"""The last column of a table has at least so many cells; where there are fewer it goes below the others."""
_INDENT = 2
"""Cells ahead of it there."""


def quote_table(rows: Iterable[QuoteRow], width: int | None) -> str:
    """Return one quote a line: number, kind, speaker, manner, words; wrapped to `width` cells unless that is None.

    The column of manners is left out where everybody just says what they say.
    """
    cut = [(row.id, row.kind, _speaker(row), row.manner or "", row.text) for row in rows]
    if not any(manner for *_, manner, _ in cut):
        return "".join(_table([(*fields, text) for *fields, _, text in cut], width))
    return "".join(_table(cut, width))


def _speaker(row: QuoteRow) -> str:
    """Return the name with its sign of doubt, which stays where the name is cut."""
    name = row.speaker or "[unattributed]"
    return clipped(name, _NAME_CELLS - len(row.doubt)) + row.doubt


def hedge_table(rows: Iterable[HedgeRow], width: int | None) -> str:
    """Return one hedge a line: words, category, strength, voice, sentence; wrapped to `width` cells unless None.

    Where any has a range on a scale, that stands ahead of the sentence.
    """
    cut = [
        (row.text, row.category, row.strength, row.speaker or row.voice, on_scale(row), row.sentence) for row in rows
    ]
    if not any(step for *_, step, _ in cut):
        return "".join(_table([(*fields, sentence) for *fields, _, sentence in cut], width))
    return "".join(_table(cut, width))


def booster_table(rows: Iterable[BoosterRow], width: int | None) -> str:
    """Return one booster a line: words, category, voice, sentence; wrapped to `width` cells unless None."""
    return "".join(_table([(row.text, row.category, row.speaker or row.voice, row.sentence) for row in rows], width))


def unsourced_table(rows: Iterable[UnsourcedRow], width: int | None) -> str:
    """Return one claim a line: words, kind, sentence; wrapped to `width` cells unless None."""
    return "".join(_table([(row.claim, row.kind, row.sentence) for row in rows], width))


def _table(rows: Sequence[tuple[str, ...]], width: int | None) -> Iterator[str]:
    """Yield the lines of a table; all columns but the last have the width of their widest entry."""
    if not rows:
        return
    rows = [(*(clipped(field, _NAME_CELLS) for field in row[:-1]), row[-1]) for row in rows]
    widths = [max(cells(row[i]) for row in rows) for i in range(len(rows[0]) - 1)]
    left = sum(widths) + 2 * len(widths)
    if width is not None and width - left < _NARROWEST_LAST:
        for row in rows:
            yield from _stacked(row, width)
        return
    for *fields, last in rows:
        front = "".join(padded(field, size + 2) for field, size in zip(fields, widths, strict=True))
        if width is None:
            yield front + last + "\n"
            continue
        for number, line in enumerate(wrap(last, width - left)):
            yield (" " * left if number else front) + line.of(last) + "\n"


def _stacked(row: tuple[str, ...], width: int) -> Iterator[str]:
    """Yield the short fields of a row, and the last one set in below them."""
    front = "  ".join(field for field in row[:-1] if field)
    for line in wrap(front, width):
        yield line.of(front) + "\n"
    for line in wrap(row[-1], max(1, width - _INDENT)):
        yield " " * _INDENT + line.of(row[-1]) + "\n"
