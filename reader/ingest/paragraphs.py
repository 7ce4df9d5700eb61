"""Lines to paragraphs: undoes hard wrapping, keeps tables and lists in their lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from reader.ingest.desk import begins_part
from reader.ingest.prose import ends_sentence

_WRAP = range(40, 111)
"""Widths at which lines are wrapped; longer ones are whole paragraphs, shorter ones are set line by line on purpose."""
_SLACK = 8
"""Columns by which a line wrapped in the midst of a sentence may be shorter than it had to be."""
_OPENING = 12
"""Lines in which the parts of a story's head may follow one another without a blank line."""
_WIDEST_CELL = 40
_GAP = re.compile(r"(?<=[^\s.!?:;”\"])(?: {2,}|[ \t]*\t[ \t]*)(?=\S)")
_LIST_ITEM = re.compile(r"\s*(?:[-*•–—·]|\d{1,2}[.)]|\([a-z\d]\))\s+\S")


def paragraphs_of(text: str) -> list[str]:
    """Return the paragraphs of `text`, in order, none blank.

    Where the text is wrapped, a line break inside a block is undone when the next line's first word would not have
    fitted on the line above it; any other ends the paragraph, as do an indented line and a list item.  Rows of a table
    stay lines of one paragraph.  Known failure: verse and text set ragged by hand come out a line a paragraph.
    """
    if "\n" not in text:
        return [text] if text and not text.isspace() else []
    lines = text.split("\n")
    width = _wrap_width(lines)
    paragraphs: list[str] = []
    for blank, block in groupby(enumerate(lines), key=lambda line: not line[1] or line[1].isspace()):
        if not blank:
            paragraphs += _of_block(list(block), width)
    return paragraphs


def _wrap_width(lines: list[str]) -> int:
    """Return the column at which the text is wrapped, 0 when it is not.

    Wrapped are lines of about one length that mostly do not end with a sentence; where there is but one such line, the
    next has to go on in small letters.
    """
    pairs = [
        (upper.rstrip(), lower.lstrip())
        for upper, lower in pairwise(lines)
        if lower.strip() and " " in upper.strip() and not _is_row(upper)
    ]
    above = [upper for upper, _ in pairs]
    if not above:
        return 0
    ended = sum(map(ends_sentence, above))
    long = sum(len(line.rstrip()) >= _WRAP.stop for line in lines)
    lengths = sorted(map(len, above))
    width = lengths[(9 * len(lengths)) // 10]
    full = sum(width - _SLACK < length <= width for length in lengths)
    even = full > 1 or any(lower[0].islower() for _, lower in pairs)
    return width if width in _WRAP and even and 2 * ended <= len(above) and 4 * long <= len(above) else 0


def _of_block(lines: list[tuple[int, str]], width: int) -> Iterator[str]:
    """Yield the paragraphs of a block of numbered lines; `width` 0 means that nothing is wrapped."""
    paragraph = [lines[0][1]]
    for (_, above), (number, line) in pairwise(lines):
        if _is_row(above) and _is_row(line):
            paragraph += ["\n", line]
        elif width and _is_wrapped(above, line, width) and not (number < _OPENING and begins_part(line)):
            paragraph[-1] = paragraph[-1].rstrip()
            paragraph += ["" if _is_hyphened(above, line) else " ", line.strip()]
        else:
            yield _aligned("".join(paragraph))
            paragraph = [line]
    yield _aligned("".join(paragraph))


def _aligned(paragraph: str) -> str:
    """Return a table whose cells are divided by tabs in columns, any other paragraph as it is."""
    if "\t" not in paragraph or "\n" not in paragraph:
        return paragraph
    return columns([line.strip().split("\t") for line in paragraph.split("\n")])


def _is_wrapped(above: str, line: str, width: int) -> bool:
    """Whether the break between two lines is there only because the line above was full."""
    if _LIST_ITEM.match(line) or (_indent(line) > _indent(above) and not _LIST_ITEM.match(above)):
        return False
    word = line.split(maxsplit=1)[0]
    length = len(above.rstrip())
    least = width - 1 - len(word) - (0 if ends_sentence(above) else _SLACK)
    return least < length <= width + _SLACK


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _is_row(line: str) -> bool:
    """Whether a line is set in columns."""
    gaps = _GAP.findall(line.strip())
    return len(gaps) > 1 or any(len(gap) > 2 or "\t" in gap for gap in gaps)


def _is_hyphened(above: str, line: str) -> bool:
    """Whether the break stands inside a word with a hyphen; the hyphen stays, for it may be the word's own."""
    return above.rstrip()[-2:-1].isalpha() and above.rstrip().endswith("-") and line.lstrip()[0].islower()


def columns(rows: list[list[str]]) -> str:
    """Return the rows of a table as lines, their cells set in columns unless one is too long for that."""
    rows = [[" ".join(cell.split()) for cell in row] for row in rows]
    rows = [row for row in rows if any(row)]
    widths: dict[int, int] = {}
    for row in rows:
        for number, cell in enumerate(row):
            widths[number] = max(widths.get(number, 0), len(cell))
    if any(width > _WIDEST_CELL for width in widths.values()):
        return "\n".join("  ".join(cell for cell in row if cell) for row in rows)
    return "\n".join("  ".join(cell.ljust(widths[n]) for n, cell in enumerate(row)).rstrip() for row in rows)
