"""Lines to paragraphs: undoes hard wrapping, keeps tables and lists in their lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from reader.ingest.desk import begins_part

_WIDEST_WRAP = 110
"""Lines longer than this are whole paragraphs; nobody wraps so wide."""
_SLACK = 8
"""Columns by which a wrapped line may be shorter than it had to be."""
_WIDEST_CELL = 40
_GAP = re.compile(r"(?<=[^\s.!?:;”\"])(?: {2,}|[ \t]*\t[ \t]*)(?=\S)")
_LIST_ITEM = re.compile(r"\s*(?:[-*•–—·]|\d{1,2}[.)]|\([a-z\d]\))\s+\S")


def paragraphs_of(text: str) -> list[str]:
    """Return the paragraphs of `text`, in order, none blank.

    A line break inside a block is undone when the next line's first word would not have fitted on the line above it,
    and otherwise ends the paragraph, as do an indented line and a list item.  Rows of a table stay lines of one
    paragraph.  Known failure: verse, and text set ragged by hand, come out a line a paragraph.
    """
    lines = text.expandtabs(8).split("\n") if "\n" in text else [text]
    width = max((len(line.rstrip()) for line in lines), default=0)
    if width > _WIDEST_WRAP:
        # Some lines are whole paragraphs, so all are.
        width = 0
    paragraphs: list[str] = []
    for blank, block in groupby(lines, key=lambda line: not line or line.isspace()):
        if not blank:
            paragraphs += _of_block(list(block), width)
    return paragraphs


def _of_block(lines: list[str], width: int) -> Iterator[str]:
    """Yield the paragraphs of a block of lines without a blank one; `width` 0 means that nothing is wrapped."""
    paragraph = lines[0]
    for above, line in pairwise(lines):
        if _is_row(above) and _is_row(line):
            paragraph += "\n" + line
        elif width and _is_wrapped(above, line, width) and not (begins_part(line) or _starts_indented(above, line)):
            paragraph = _rejoined(paragraph, line)
        else:
            yield paragraph
            paragraph = line
    yield paragraph


def _is_wrapped(above: str, line: str, width: int) -> bool:
    """Whether the break between two lines is there only because the line above was full."""
    if _LIST_ITEM.match(line):
        return False
    word = line.split(maxsplit=1)[0]
    return len(above.rstrip()) + 1 + len(word) > width - _SLACK


def _starts_indented(above: str, line: str) -> bool:
    """Whether `line` opens a paragraph by its indent; the lines under a list item hang."""
    return _indent(line) > _indent(above) and not _LIST_ITEM.match(above)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _is_row(line: str) -> bool:
    """Whether a line is set in columns."""
    gaps = _GAP.findall(line.strip())
    return len(gaps) > 1 or any(len(gap) > 2 for gap in gaps)


def _rejoined(paragraph: str, line: str) -> str:
    """Return the paragraph with the next line put behind; a hyphen at the line's end joins its word, and stays."""
    above, line = paragraph.rstrip(), line.strip()
    hyphened = above.endswith("-") and above[-2:-1].isalpha() and line[0].islower()
    return above + line if hyphened else f"{above} {line}"


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
