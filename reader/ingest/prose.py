"""What tells a sentence from a heading or a drawn line, shared by all that sorts lines."""

from __future__ import annotations

CLOSING = "\"'”’»)]"
_ENDS = frozenset(".!?…。！？।۔")
_DRAWN = " \t\n_-*=~#•.—–+"


def ends_sentence(line: str) -> bool:
    """Return whether a line ends as a sentence does, closing quotation marks and brackets aside."""
    return line.rstrip().rstrip(CLOSING)[-1:] in _ENDS if line else False


def is_rule(paragraph: str) -> bool:
    """Return whether a paragraph is only a drawn line or a row of stars."""
    return not paragraph.strip(_DRAWN)
