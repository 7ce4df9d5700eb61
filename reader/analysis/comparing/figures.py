"""Numbers in digits and in words, and which of them changed between two sentences that belong together.

A number that came or went without another in its place is no change of a number.  Known failures: ordinals in words
(``the third day``), fractions, and two numbers that change places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from reader import lexicons
from reader.analysis.comparing.values import Edit, Fact, FactKind
from reader.analysis.comparing.words import Pair, Sentence, Side, words_at
from reader.spans import Span

_DIGITS = re.compile(r"(\d[\d,]*(?:\.\d+)?)(?:-([a-z].*))?", re.IGNORECASE)
_MULTIPLIES = 100
"""Value from which a word multiplies what stands before it."""
_SIGNS = frozenset("$€£¥")
_PER_CENT = frozenset({"%", "percent", "pct"})
_COUNTED = frozenset({"more", "others", "them"})
"""Small words that may stand for what is counted."""
_REACH = 3
"""Words behind a number among which the one that it counts is looked for."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One number."""

    span: Span
    """Sign and unit included."""
    value: str
    """Equal for equal numbers, however they are written; what is no plain number is its own value."""
    beside: str | None
    """The word that says what is counted, else the word in front."""


def changed_numbers(old: Side, new: Side, pair: Pair) -> Iterator[Fact]:
    """Yield the numbers of a pair that have others in their place."""
    if not any(_has_figure(old.text, edit.old) or _has_figure(new.text, edit.new) for edit in pair.edits):
        return
    before = [figure for sentence in pair.old for figure in figures_in(old.text, sentence)]
    after = [figure for sentence in pair.new for figure in figures_in(new.text, sentence)]
    before = [figure for figure in before if any(edit.old.meets(figure.span) for edit in pair.edits)]
    after = [figure for figure in after if any(edit.new.meets(figure.span) for edit in pair.edits)]
    for was, now in _pairs(before, after, pair.edits):
        if was.value != now.value:
            yield Fact(FactKind.NUMBER, was.span, now.span, now.beside or was.beside)


def _has_figure(text: str, stretch: Span) -> bool:
    """Whether there is a number, or a part of one, in `stretch`."""
    words = (place.of(text).casefold() for place in words_at(text, stretch) if stretch.length)
    return any(_read(word) or word in _SIGNS or word in _PER_CENT for word in words)


def figures_in(text: str, sentence: Sentence) -> list[Figure]:
    """Return the numbers of a sentence in order, without those of its dateline."""
    return list(_figures(text, words_at(text, sentence.span)[sentence.told :]))


def _pairs(before: list[Figure], after: list[Figure], edits: Sequence[Edit]) -> list[tuple[Figure, Figure]]:
    """Return which number stands in whose place: in the same edit in order, then by value, then by what is counted."""
    pairs = []
    for edit in edits:
        here = [figure for figure in before if edit.old.meets(figure.span)]
        there = [figure for figure in after if edit.new.meets(figure.span)]
        if len(here) == len(there):
            pairs += list(zip(here, there, strict=True))
            before = [figure for figure in before if figure not in here]
            after = [figure for figure in after if figure not in there]
    for same in (_same_value, _same_beside):
        for figure in list(before):
            other = next((other for other in after if same(figure, other)), None)
            if other is not None:
                pairs.append((figure, other))
                before.remove(figure)
                after.remove(other)
    return sorted(pairs, key=lambda pair: pair[1].span)


def _same_value(one: Figure, other: Figure) -> bool:
    return one.value == other.value


def _same_beside(one: Figure, other: Figure) -> bool:
    return one.beside is not None and one.beside == other.beside


def _figures(text: str, places: Sequence[Span]) -> Iterator[Figure]:
    words = [place.of(text).casefold() for place in places]
    at = 0
    while at < len(words):
        read = _read(words[at])
        if read is None:
            at += 1
            continue
        first, (value, rest) = at, read
        at += 1
        if isinstance(value, float) and rest is None:
            value, at = _extended(words, value, at)
        shown = str(value) if isinstance(value, str) else f"{value:.10g}"
        if first and words[first - 1] in _SIGNS and places[first - 1].end == places[first].start:
            first -= 1
            shown = words[first] + shown
        if at < len(words) and words[at] in _PER_CENT:
            at += 1
            shown += "%"
        elif words[at : at + 2] == ["per", "cent"]:
            at += 2
            shown += "%"
        span = Span(places[first].start, places[at - 1].end)
        yield Figure(span, shown, rest or _beside(text, words, places, first, at))


def _read(word: str) -> tuple[float | str, str | None] | None:
    """Return the value of a word and what is joined to it, ``inch`` of ``six-inch``; None for a word of no number."""
    values = _values()
    if word[0].isdigit():
        plain = _DIGITS.fullmatch(word)
        return (float(plain[1].replace(",", "")), plain[2]) if plain else (word, None)
    if word in values:
        return values[word], None
    first, joint, rest = word.partition("-")
    if not joint or first not in values:
        return None
    if rest in values:
        return values[first] + values[rest], None
    return values[first], rest


def _extended(words: Sequence[str], value: float, at: int) -> tuple[float, int]:
    """Return the value with what multiplies it or is added to it behind, and the place after that."""
    values = _values()
    whole = 0.0
    while at < len(words):
        step = values.get(words[at])
        if step is not None and (step >= _MULTIPLIES or words[at] == "dozen"):
            value *= step
            if step > _MULTIPLIES:
                whole, value = whole + value, 0.0
            at += 1
        elif words[at] == "and" and words[at - 1] in ("hundred", "thousand") and words[at + 1 : at + 2]:
            more = values.get(words[at + 1])
            if more is None:
                break
            value += more
            at += 2
        else:
            break
    return whole + value, at


def _beside(text: str, words: Sequence[str], places: Sequence[Span], first: int, at: int) -> str | None:
    """Return the word that a number counts; the month or the word in front where none follows."""
    if first and words[first - 1] in lexicons.words("months"):
        return words[first - 1]
    small = lexicons.words("function_words")
    end = places[at - 1].end
    for place, word in list(zip(places, words, strict=True))[at : at + _REACH]:
        if text[end : place.start].strip(" -") or not word[0].isalpha():
            break
        if word not in small or word in _COUNTED:
            return word
        end = place.end
    return words[first - 1] if first and words[first - 1][0].isalpha() else None


@cache
def _values() -> dict[str, float]:
    return {word: float(value) for word, (value,) in lexicons.table("number_words").items()}
