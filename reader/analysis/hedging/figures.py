"""When ``about``, ``some``, ``nearly`` blur a figure, and when an adverb softens a predicate."""

from __future__ import annotations

import re

from reader.analysis.hedging.classes import word_class
from reader.analysis.hedging.words import (
    DETERMINERS,
    POSSESSIVES,
    PREPOSITIONS,
    Words,
    is_adjective,
    is_figure,
)

_YEAR = re.compile(r"(?:19|20)\d\d")
_BEFORE_YEAR = frozenset({"in", "from", "since", "until", "by", "of", "to"})
_TOTALS = word_class("totals")
_KIND_OPENERS = DETERMINERS | word_class("before a kind")
_NOT_SOFTENED = PREPOSITIONS - {"in", "on", "of", "from", "by", "out", "without", "as"} | {"and", "but"}
_TALK = word_class("before a topic")


def about(words: Words, i: int, end: int) -> str | None:
    """Hold directly before a quantity; not for a topic, a place, a year that is a topic, or ``some of the``."""
    word, before = words.at(i), words.at(i - 1)
    if not is_figure(words, end) or words.gap(end).strip(" \xa0$£€¥(") or words.at(end) == "one":
        return None
    if word == "some" and words.at(end) in {"third", "half"}:
        return None
    if word == "about" and _YEAR.fullmatch(words.at(end)) and before not in _BEFORE_YEAR:
        return None
    topic = word in {"around", "about"} and before in _TALK | {"how", "what", "turned", "turn", "built", "come", "came"}
    return None if topic else f"figure is approximate: {word} + number"


def near_figure(words: Words, i: int, end: int) -> str | None:
    """Hold before a quantity or ``the same``; not for a rough manner."""
    if is_figure(words, end) or words.at(end) in {"the", "as", "equal", "equally"} | _TOTALS:
        return f"figure is approximate: {words.at(i)} + number"
    return None


def nearly(words: Words, i: int, end: int) -> str | None:
    """Hold before a quantity or a word for the whole; not for what nearly happened."""
    after = words.at(end)
    if is_figure(words, end) or after in _TOTALS or after in {"as"}:
        return f"figure is approximate: {words.at(i)} + quantity"
    return None


def estimated(words: Words, i: int, end: int) -> str | None:
    """Hold for ``an estimated`` + quantity."""
    held = is_figure(words, end) or words.at(i - 1) in {"an", "the"}
    return "figure is approximate: estimated + number" if held else None


def estimate(words: Words, i: int, end: int) -> str | None:
    """Hold for the noun where a figure rests on it; not for a builder's estimate or the Estimates Committee."""
    if not is_noun_estimate(words, i) or words.capital(i):
        return None
    rests = words.at(end) in word_class("after the noun estimate") or words.at(i - 2) in {"by", "to"}
    return "figure is approximate: called an estimate" if rests else None


def is_noun_estimate(words: Words, i: int) -> bool:
    """Return whether ``estimate`` is the noun, told by the word before."""
    before = words.at(i - 1)
    if words.at(i) not in {"estimate", "estimates"}:
        return False
    if before in DETERMINERS | POSSESSIVES | word_class("before the noun estimate"):
        return True
    return before.endswith("'s") or is_adjective(before)


def before_figure(words: Words, i: int, end: int) -> str | None:
    """Hold before a quantity."""
    return (
        f"figure is approximate: {' '.join(words.low[i:end])}"
        if is_figure(words, end) or words.at(i) == "somewhere"
        else None
    )


def after_figure(words: Words, i: int, end: int) -> str | None:
    """Hold after a quantity: ``a dozen or so``."""
    return "figure is approximate: number + or so" if words.joined(i) else None


def softener(words: Words, i: int, end: int) -> str | None:
    """Hold for ``kind of tense``; not for a kind of thing."""
    before = words.at(i - 1)
    if before in _KIND_OPENERS or before.endswith("'s") or is_adjective(before):
        return None
    return f"softened: {words.at(i)} of" if words.at(end) else None


def adverb(words: Words, i: int, end: int) -> str | None:
    """Hold before what it softens; not for manner, which stands last (``runs the mill effectively``)."""
    word, after, before = words.at(i), words.at(end), words.at(i - 1)
    if before in {"very", "so", "more", "most", "less", "as", "how", "too"} or not after:
        return None
    if word in {"generally", "usually", "mostly"}:
        return f"softened: {word}"
    if not words.joined(end) or after in _NOT_SOFTENED:
        return None
    if after in PREPOSITIONS and word in {"effectively", "virtually", "broadly"}:
        return None
    return f"softened: {word} + {after}"
