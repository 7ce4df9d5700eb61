"""What published scales of probability would make of a hedge's words, never what the writer meant by them.

The scales disagree, so a range is told with whose it is.  Words that a scale does not have get no range, and neither
does a step of it that another word moves: ``not likely``, ``less likely``, ``extremely likely`` where there is no such
step.  Known failure: a negation further off (``nobody thinks it likely``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reader import lexicons
from reader.analysis.hedging.classes import word_class
from reader.analysis.hedging.words import Words, cut
from reader.spans import Span

SCALES = ("icd203", "ipcc")
"""The scales by the names that people ask for them."""
NOT_MEANT = "not what the writer meant"

_REACH = 60
"""Code points before and after a hedge that its step may take in."""
_QUOTATION_MARKS = frozenset("\"“”‘’'")


@dataclass(frozen=True, slots=True)
class Range:
    """A step of a scale."""

    scale: str
    """Whose it is, in full: ``ICD 203 (US intelligence)``."""
    low: int
    high: int
    """Per cent, both included."""

    def __str__(self) -> str:
        return f"{self.low}-{self.high} %"


def short_name(scale: str) -> str:
    """Return a scale's full name without what explains it: ``ICD 203``."""
    return scale.partition(" (")[0]


def full_name(scale: str) -> str:
    """Return the full name of one of the `SCALES`."""
    return _steps(scale)[0]


def ranges(text: str, hedge: Span) -> tuple[Range, ...]:
    """Return what each scale that has the words makes of the hedge at `hedge`."""
    found = (range_on(scale, text, hedge) for scale in SCALES)
    return tuple(step for step in found if step is not None)


def range_on(scale: str, text: str, hedge: Span) -> Range | None:
    """Return what one of the `SCALES` makes of the hedge at `hedge`, with the words beside it; None for nothing."""
    name, steps = _steps(scale)
    for words in cut(text, _surroundings(text, hedge)):
        for first, end in _phrases(words, hedge, max(map(len, steps))):
            step = steps.get(words.low[first:end])
            if step is not None:
                return None if _is_moved(words, first) else Range(name, *step)
    return None


def _surroundings(text: str, hedge: Span) -> Span:
    """Return the hedge with the whole words around it that are in reach."""
    start, end = max(0, hedge.start - _REACH), min(len(text), hedge.end + _REACH)
    while 0 < start < hedge.start and not text[start - 1 : start].isspace():
        start += 1
    while hedge.end < end < len(text) and not text[end].isspace():
        end -= 1
    return Span(start, end)


def _phrases(words: Words, hedge: Span, longest: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of unbroken words that share one with the hedge, longest first."""
    inside = [i for i in range(len(words)) if words.starts[i] < hedge.end and words.ends[i] > hedge.start]
    if not inside:
        return
    for length in range(longest, 0, -1):
        for first in range(max(0, inside[0] - length + 1), min(inside[-1], len(words) - length) + 1):
            if all(_joined(words, i) for i in range(first + 1, first + length)):
                yield first, first + length


def _is_moved(words: Words, first: int) -> bool:
    """Return whether the word before a step makes it another one."""
    before = words.at(first - 1)
    return _joined(words, first) and (before in word_class("degree movers") or before.endswith("n't"))


def _joined(words: Words, i: int) -> bool:
    """Return whether nothing but space, one line break at most, and quotation marks stand before word `i`."""
    gap = words.gap(i)
    return gap.count("\n") < 2 and all(sign.isspace() or sign in _QUOTATION_MARKS for sign in gap)


@cache
def _steps(scale: str) -> tuple[str, dict[tuple[str, ...], tuple[int, int]]]:
    """Return the full name of a scale, and its steps by their words."""
    name = ""
    steps: dict[tuple[str, ...], tuple[int, int]] = {}
    for line in lexicons.lines("probability_scales"):
        key, _, told = line.partition("=")
        if told and key.strip() == scale:
            name = told.strip()
        elif not told:
            which, forms, low, high = (field.strip() for field in line.split("|"))
            if which == scale:
                steps |= {tuple(form.split()): (int(low), int(high)) for form in forms.split(",")}
    return name, steps
