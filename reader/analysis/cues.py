"""Cues: the reporting words that tie a mention to what is said."""

from __future__ import annotations

from reader.analysis.rows import MENTION, REPORTING, SENTENCE_END, STRETCH, Row
from reader.spans import Span


def find_cue(row: Row, mention: int, stretch: int) -> Span | None:
    """Return the reporting words that tie the mention to the stretch, both given as places in the row; None if none."""
    place = cue_place(row, mention, stretch)
    if place is None:
        return None
    item = row.items[place]
    following = row.items[place + 1 : place + 2]
    if item.code == "A" and following and following[0].code == "o":
        return Span(item.start, following[0].end)
    return Span(item.start, item.end)


def cue_place(row: Row, mention: int, stretch: int) -> int | None:
    """Return the place in the row of the cue's verb; None when no reporting word stands in the clause."""
    codes = row.codes
    before = codes[max(0, mention - 2) : mention]
    if before == "Ao":
        return mention - 2
    stop = stretch if stretch > mention else len(codes)
    for place in range(mention + 1, stop):
        if codes[place] in REPORTING:
            return place
        if codes[place] in (SENTENCE_END, STRETCH, ":"):
            break
        if codes[place] == MENTION and codes[mention + 1 : place].strip(",pcx("):
            break
    if before[-1:] and before[-1] in REPORTING:
        return mention - 1
    low, high = sorted((mention, stretch))
    between = [place for place in range(low + 1, high) if codes[place] in REPORTING]
    return between[0] if between else None
