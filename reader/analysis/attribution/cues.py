"""Cues: the reporting words that tie a mention to what is said."""

from __future__ import annotations

from reader.analysis.attribution.rows import REPORTING, SENTENCE_END, STRETCH, Row, is_agent
from reader.spans import Span

_PARTICIPLES = frozenset("GK")
_OTHER_VERBS = frozenset("dg")
_FARTHEST = 80


def cue_span(row: Row, place: int) -> Span:
    """Return the words of the cue whose verb stands at `place` among the row's items."""
    item = row.items[place]
    following = row.items[place + 1 : place + 2]
    if item.code == "A" and following and following[0].code == "o":
        return Span(item.start, following[0].end)
    return Span(item.start, item.end)


def cue_place(row: Row, mention: int, stretch: int) -> int | None:
    """Return the place of the verb that ties the mention to the stretch; None when no verb does.

    All three are places among the row's items.  The first reporting verb of the mention's clause, but a later one
    that goes on with the same subject (``said …, adding``, ``and said``) when it stands nearer the stretch.
    """
    codes = row.codes
    if codes[max(0, mention - 2) : mention] == "Ao":
        return mention - 2
    if is_agent(row, mention):
        return mention - 2
    inverted = mention > 0 and codes[mention - 1] in REPORTING
    if inverted and (mention == 1 or codes[mention - 2] in "Q,-." or stretch < mention):
        return _later(row, mention, stretch, mention - 1)
    if stretch < mention:
        return _after(row, mention, min(len(codes), mention + _FARTHEST))
    place = _after(row, mention, stretch)
    if place is None:
        place = mention - 1 if inverted else _before(row, mention)
    return _later(row, mention, stretch, place)


def _after(row: Row, mention: int, stop: int) -> int | None:
    """Return the first reporting verb of the clause that the mention opens, else its first other verb."""
    codes = row.codes
    other: int | None = None
    for place in range(mention + 1, stop):
        code = codes[place]
        if code in REPORTING:
            return place
        if code in (SENTENCE_END, STRETCH, ":"):
            break
        if code in _OTHER_VERBS and other is None and codes[place - 1] != ",":
            other = place
    return other


def _before(row: Row, mention: int) -> int | None:
    """Return the verb that follows a quotation in the mention's sentence: ``“…,” said a visitor from Kirn``."""
    codes = row.codes
    for place in range(mention - 1, max(0, mention - _FARTHEST), -1):
        if codes[place] in (SENTENCE_END, STRETCH):
            break
        if codes[place] in REPORTING and codes[place - 1] in "Q,":
            return place
    return None


def _later(row: Row, mention: int, stretch: int, place: int | None) -> int | None:
    """Return the last verb before the stretch that goes on with the subject of the one at `place`."""
    codes = row.codes
    if place is None:
        return None
    for later in range(max(place, mention) + 1, stretch):
        code = codes[later]
        if code == SENTENCE_END:
            break
        if code not in REPORTING:
            continue
        left = codes[later - 1]
        if (code in _PARTICIPLES and left in ",cpbs") or (code not in _PARTICIPLES and left == "c"):
            place = later
    return place
