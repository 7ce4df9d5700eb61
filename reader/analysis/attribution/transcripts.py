"""Transcripts and interviews without quotation marks: lines that open with who speaks (``VANCE: It will hold.``)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.analysis.attribution.rows import Row
from reader.analysis.segment import Document
from reader.spans import Span

_LABEL = re.compile(r"((?:[A-Z][\w.'’-]*)(?: \(?[A-Z][\w.'’-]*\)?){0,4}):\s+(?=\S)")
_FEWEST_LINES = 4
_SHARE = 0.3
"""A label counts when the labelled lines are at least this share of the paragraphs from the first to the last."""


def transcript_lines(document: Document, rows: tuple[Row, ...]) -> Iterator[tuple[Span, Span]]:
    """Yield label and words of each line of a transcript, in text order; lines with marks in them are left out.

    A story is a transcript where four lines or more carry labels, of two speakers at least, each of whom speaks twice.
    """
    found: list[tuple[int, Span, Span]] = []
    counts: dict[str, int] = {}
    for number, paragraph in enumerate(document.paragraphs):
        match = _LABEL.match(document.text, paragraph.start, paragraph.end)
        if match and paragraph != document.headline:
            found.append((number, Span(*match.span(1)), Span(match.end(), paragraph.end)))
            counts[match.group(1)] = counts.get(match.group(1), 0) + 1
    voices = {label for label, times in counts.items() if times > 1}
    lines = [line for line in found if line[1].of(document.text) in voices]
    if len(voices) < 2 or len(lines) < _FEWEST_LINES or len(lines) < _SHARE * (lines[-1][0] - lines[0][0] + 1):
        return
    for number, label, words in lines:
        if not rows[number].stretches:
            yield label, words
