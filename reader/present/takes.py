"""Two takes of a story as one text: what came, went and changed in place, what stayed folded to a count, and the facts.

    … 4 sentences the same
    ~ Crews found [-two-]{+three+} of the boats.
    - A sentence that is gone.
    + A sentence that is new.
    > The first words of one that stands in another place …

Every sign is a character, so that no colour is the only signal.  The words are the stories' own; brackets in a story
are printed as they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import groupby

from reader.analysis.takes import Change, Comparison, Edit, Fact, FactKind, Row, Take
from reader.model import Article
from reader.present import paint
from reader.present.cells import clipped, wrap
from reader.present.guard import guarded, one_line
from reader.present.notices import heading, notices, place
from reader.spans import Span

SIGNS = {Change.SAME: "…", Change.MOVED: ">", Change.CHANGED: "~", Change.ADDED: "+", Change.DROPPED: "-"}
"""What stands in front of a row."""
MEANINGS = {
    Change.CHANGED: "The sentence changed: [-words that went-]{+words that came+}.",
    Change.ADDED: "The sentence is new.",
    Change.DROPPED: "The sentence is gone; this is where it stood.",
    Change.MOVED: "The sentence stood elsewhere.",
    Change.SAME: "So many sentences are the same.",
}
"""What the signs say."""
GUTTER = 2
"""Cells for the sign."""
_MOVED_CELLS = 60
"""Of a sentence that only moved."""
_CONTEXT = 3
"""Words left on either side of what differs in a quote."""
_BLANKS = re.compile(r"\s+")


class Look(StrEnum):
    """How a piece is to be shown."""

    PLAIN = "plain"
    NEUTRAL = "neutral"
    ADDED = "added"
    DROPPED = "dropped"
    HEADING = "heading"
    NOTICE = "notice"


Piece = tuple[str, Look]

_SGR = {
    Look.PLAIN: "",
    Look.NEUTRAL: paint.NEUTRAL,
    Look.ADDED: paint.ADDED,
    Look.DROPPED: paint.DROPPED,
    Look.HEADING: paint.HEADLINE,
    Look.NOTICE: paint.NOTICE,
}
_ROW_LOOKS = {
    Change.ADDED: Look.ADDED,
    Change.DROPPED: Look.DROPPED,
    Change.MOVED: Look.NEUTRAL,
    Change.CHANGED: Look.HEADING,
}


@dataclass(frozen=True, slots=True)
class Block:
    """One row, or a run of unchanged ones."""

    sign: Piece
    pieces: tuple[Piece, ...]


def diff_lines(old: Take, new: Take, comparison: Comparison, width: int, colour: bool, now: datetime) -> Iterator[str]:
    """Yield the comparison as lines, each ended by LF and at most `width` cells wide."""
    for sign, article in (("-", old.article), ("+", new.article)):
        yield _coloured((clipped(f"{sign * 3} {known_as(article)}", width), Look.HEADING), colour) + "\n"
        for notice in notices(article, now):
            yield from _painted([(f"[{notice}]", Look.NOTICE)], width, colour)
    yield "\n"
    for block in blocks(old, new, comparison):
        room = max(1, width - GUTTER)
        for number, line in enumerate(_painted(block.pieces, room, colour)):
            sign, look = (" ", Look.PLAIN) if number else block.sign
            yield f"{_coloured((sign, look), colour)} {line}"
    if comparison.facts:
        yield "\n"
        yield _coloured(("─" * min(width, 24), Look.NEUTRAL), colour) + "\n"
    for fact in comparison.facts:
        yield from _painted(fact_pieces(old, new, fact), width, colour)


def known_as(article: Article) -> str:
    """Return file, version and heading of a take on one line."""
    known = (place(article) if article.path else "", one_line(article.version or ""), heading(article))
    return " · ".join(part for part in known if part)


def blocks(old: Take, new: Take, comparison: Comparison) -> Iterator[Block]:
    """Yield the rows in order, runs of unchanged ones as one."""
    for same, rows in groupby(comparison.rows, key=lambda row: row.change is Change.SAME):
        if same:
            count = sum(1 for _ in rows)
            said = f"{count} {'sentence' if count == 1 else 'sentences'} the same"
            yield Block((SIGNS[Change.SAME], Look.NEUTRAL), ((said, Look.NEUTRAL),))
            continue
        for row in rows:
            yield Block((SIGNS[row.change], _ROW_LOOKS[row.change]), tuple(_pieces(old, new, row)))


def _pieces(old: Take, new: Take, row: Row) -> Iterator[Piece]:
    if row.change is Change.CHANGED:
        yield from _merged(old.article.text, new.article.text, row)
        if len(row.old) != len(row.new):
            yield f" ({_sentences(len(row.old))} made {len(row.new)})", Look.NEUTRAL
    elif row.change is Change.MOVED:
        yield clipped(one_line(row.new[0].of(new.article.text)), _MOVED_CELLS), Look.NEUTRAL
    else:
        take, spans = (old, row.old) if row.change is Change.DROPPED else (new, row.new)
        yield " ".join(one_line(span.of(take.article.text)) for span in spans), _ROW_LOOKS[row.change]


def _sentences(count: int) -> str:
    return f"{count} {'sentence' if count == 1 else 'sentences'}"


def _merged(old: str, new: str, row: Row) -> Iterator[Piece]:
    """Yield the new sentences with what went in front of what came."""
    at, end = row.new[0].start, row.new[-1].end
    for edit in row.edits:
        yield _flat(new[at : edit.new.start]), Look.PLAIN
        yield from _edited(old, new, edit, at_start=edit.new.start == row.new[0].start)
        at = edit.new.end
    yield _flat(new[at:end]), Look.PLAIN


def _edited(old: str, new: str, edit: Edit, *, at_start: bool) -> Iterator[Piece]:
    if edit.old.length:
        gone = f"[-{_flat(edit.old.of(old))}-]"
        follows = at_start or new[edit.new.start - 1].isspace()
        if not edit.new.length:
            gone = f"{gone} " if follows else f" {gone}"
        yield gone, Look.DROPPED
    if edit.new.length:
        yield f"{{+{_flat(edit.new.of(new))}+}}", Look.ADDED


def _flat(text: str) -> str:
    """Return `text` guarded, every stretch of white space as one blank, those at its edges too."""
    return _BLANKS.sub(" ", guarded(text))


def fact_pieces(old: Take, new: Take, fact: Fact) -> list[Piece]:
    """Return one fact as a line: ``numbers: 3 -> 5 dead``."""
    was, now = _words(old, fact.old), _words(new, fact.new)
    about = one_line(fact.about) if fact.about else ""
    if fact.kind is FactKind.NUMBER:
        return [("numbers: ", Look.HEADING), (f"{was} -> {now} {about}".rstrip(), Look.PLAIN)]
    who = f" ({about})" if about else ""
    if fact.kind is FactKind.QUOTE:
        was, now = _shortened(was, now)
        return [("quote altered: ", Look.HEADING), (f"{was} -> {now}{who}", Look.PLAIN)]
    if fact.kind is FactKind.SAYING:
        return [(f"{was} -> {now}", Look.HEADING), (who, Look.PLAIN)]
    if fact.kind in (FactKind.HEDGE_LOST, FactKind.HEDGE_GAINED):
        return [(f"{fact.kind}: ", Look.HEADING), (f"{was or now}{who}", Look.PLAIN)]
    return [(f"{fact.kind}: ", Look.HEADING), (about, Look.PLAIN)]


def _words(take: Take, span: Span | None) -> str:
    return "" if span is None else one_line(span.of(take.article.text))


def _shortened(was: str, now: str) -> tuple[str, str]:
    """Return both without the words that they begin or end with, but for a few beside what differs."""
    before, after = was.split(), now.split()
    most = min(len(before), len(after))
    first = next((at for at in range(most) if before[at] != after[at]), most)
    last = next((at for at in range(most - first) if before[-1 - at] != after[-1 - at]), most - first)
    lead, tail = max(0, first - _CONTEXT), max(0, last - _CONTEXT)
    return _cut(before, lead, tail), _cut(after, lead, tail)


def _cut(words: Sequence[str], lead: int, tail: int) -> str:
    """Return the words without the first `lead` and the last `tail`, where an ellipsis saves more than one."""
    start, end = lead if lead > 1 else 0, len(words) - tail if tail > 1 else len(words)
    return ("… " if start else "") + " ".join(words[start:end]) + (" …" if end < len(words) else "")


def wrapped(pieces: Sequence[Piece], width: int) -> Iterator[list[Piece]]:
    """Yield the pieces as lines of at most `width` cells."""
    text = "".join(words for words, _ in pieces)
    for row in wrap(text, width):
        line: list[Piece] = []
        at = 0
        for words, look in pieces:
            start, end = max(at, row.start), min(at + len(words), row.end)
            if start < end:
                line.append((text[start:end], look))
            at += len(words)
        yield line


def _painted(pieces: Sequence[Piece], width: int, colour: bool) -> Iterator[str]:
    for line in wrapped(pieces, max(1, width)):
        yield "".join(_coloured(piece, colour) for piece in line) + "\n"


def _coloured(piece: Piece, colour: bool) -> str:
    words, look = piece
    return paint.painted(words, _SGR[look]) if colour else words
