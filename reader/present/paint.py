"""Colour on standard output: the one place that writes escape sequences, and only SGR ones.

rich would do the same behind an import of 40 ms, a quarter of what a cold `reader show` may take; what is needed here
is a dozen codes.  Standard output cannot know its background, so the colours are entries of the fixed 256-colour cube,
which no theme changes, each with a contrast of at least 3.3 against black and against white: enough for names, bars
and quotation marks, which is all that has a speaker's hue.  The six hues are at least 19 apart (CIE76) in normal and in
dichromatic vision after Machado et al. (2009), and each speaker has a number besides.
"""

from __future__ import annotations

from reader.model import Strength

RESET = "\x1b[0m"

HEADLINE = "1"
NOTICE = "1;7"
NEUTRAL = "38;5;243"
ACCENT = "1"
ITALIC = "3"
HUES = ("38;5;98", "38;5;136", "38;5;29", "38;5;197", "38;5;169", "38;5;129")
"""Purple, ochre, green, red, pink, violet: the speakers who say most; the others are neutral."""
ADDED = "4;38;5;29"
DROPPED = "38;5;197"
"""Green and underlined, red: words that came and words that went, which have signs besides."""
HEDGE = {Strength.LOW: "4;38;5;32", Strength.MID: "1;4;38;5;32", Strength.HIGH: "1;7;38;5;32"}
"""One hue in three steps: underlined, bold and underlined, reversed."""


def painted(text: str, sgr: str) -> str:
    """Return `text` in the style of the SGR parameters `sgr`, reset at its end; as it is when there are none."""
    return f"\x1b[{sgr}m{text}{RESET}" if sgr and text else text


def hue(index: int | None) -> str:
    """Return the SGR parameters of one of the speakers' hues; the neutral ones for None."""
    return NEUTRAL if index is None else HUES[index]
