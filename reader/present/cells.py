"""How wide text is in a terminal, and where to break it; wide characters, combining marks and tabs counted.

Widths follow Unicode's East Asian Width, one count for all terminals: where terminals differ, as with joined emoji,
this is the larger number, so a line never runs over.  rich has the same table behind an import of 20 ms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import category, east_asian_width

from reader.spans import Span

TAB = 8
"""Distance of tab stops in cells."""

_EMOJI_SELECTOR = "\ufe0f"
_JOINER = "\u200d"
_WORD = re.compile(r"([^\S\xa0\u2007\u202f]*)((?:\S|[\xa0\u2007\u202f])+)")
"""White space where a line may end, and a word; blanks that say no break belong to the word."""
_NEVER_FIRST = frozenset("、。，．・：；？！」』】）〉》〕…—)]}.,:;!?%")
"""Marks that do not begin a line in Chinese and Japanese typesetting."""


@lru_cache(maxsize=4096)
def _character_cells(character: str) -> int:
    if character == _EMOJI_SELECTOR:
        return 1
    if "\u1160" <= character <= "\u11ff" or category(character) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def cells(text: str) -> int:
    """Return the width of `text` in terminal cells; controls count nothing."""
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(map(_character_cells, text))


def tabs_expanded(text: str, column: int = 0) -> str:
    """Return one line of `text`, which begins at `column`, with each TAB as blanks up to the next stop."""
    first, *rest = text.split("\t")
    done = [first]
    column += cells(first)
    for piece in rest:
        blanks = TAB - column % TAB
        done += [" " * blanks, piece]
        column += blanks + cells(piece)
    return "".join(done)


def padded(text: str, width: int) -> str:
    """Return `text` with blanks after it up to `width` cells."""
    return text + " " * max(0, width - cells(text))


def clipped(text: str, width: int) -> str:
    """Return `text` if it fits in `width` cells, else its beginning and an ellipsis."""
    if cells(text) <= width:
        return text
    return text[: _fitting(text, Span(0, len(text)), width - 1)] + "…"


def wrap(text: str, width: int) -> list[Span]:
    """Return the lines of one paragraph as spans of it, each at most `width` cells wide.

    Breaks at white space, which belongs to no line, and beside wide characters; a word longer than a line is cut
    between characters, never before a combining mark.  White space at the front stays: it is the layout of tables.
    A character wider than `width` gets a line of its own.  Linear in the length.
    """
    lines: list[Span] = []
    start = end = used = 0
    for blank, piece in _pieces(text):
        gap = cells(blank.of(text))
        size = cells(piece.of(text))
        if end > start and used + gap + size > width:
            lines.append(Span(start, end))
            start, used, gap = piece.start, 0, 0
        elif gap + size > width and not used:
            start, gap = piece.start, 0
        if size > width:
            *full, piece = _cut(text, piece, max(1, width - used - gap), width)
            for part in full:
                lines.append(Span(start, part.end))
                start = part.end
            used, gap, size = 0, 0, cells(piece.of(text))
        used += gap + size
        end = piece.end
    if end > start:
        lines.append(Span(start, end))
    return lines


def _pieces(text: str) -> Iterator[tuple[Span, Span]]:
    """Yield what must not be broken, each with the white space ahead of it."""
    for match in _WORD.finditer(text):
        blank, word = Span(*match.span(1)), Span(*match.span(2))
        if word.of(text).isascii():
            yield blank, word
            continue
        start = word.start
        for at in range(word.start + 1, word.end):
            if _may_break(text, at):
                yield blank, Span(start, at)
                blank, start = Span(at, at), at
        yield blank, Span(start, word.end)


def _may_break(text: str, at: int) -> bool:
    """Whether a line may end inside a word at `at`: beside a wide character, and not ahead of a closing mark."""
    before, after = _character_cells(text[at - 1]), _character_cells(text[at])
    wide = before == 2 or after == 2
    return wide and after > 0 and text[at - 1] not in (_JOINER, _EMOJI_SELECTOR) and text[at] not in _NEVER_FIRST


def _cut(text: str, word: Span, first: int, width: int) -> list[Span]:
    """Return a long word in parts of at most `width` cells, the first of at most `first`."""
    parts = []
    start, room = word.start, first
    while start < word.end:
        end = max(_fitting(text, Span(start, word.end), room), _cluster_end(text, start, word.end))
        parts.append(Span(start, end))
        start, room = end, width
    return parts


def _fitting(text: str, span: Span, width: int) -> int:
    """Return where to end what begins at ``span.start`` so that it takes at most `width` cells."""
    used, at = 0, span.start
    while at < span.end:
        after = _cluster_end(text, at, span.end)
        used += cells(text[at:after])
        if used > width:
            break
        at = after
    return at


def _cluster_end(text: str, start: int, limit: int) -> int:
    """Return the end of the character at `start` with its marks and what is joined to it."""
    end = start + 1
    while end < limit and (_character_cells(text[end]) == 0 or text[end - 1] == _JOINER):
        end += 1
    return end
