"""Figures that stories of one event give differently about the same thing: side by side, never judged.

A figure is a number with what it counts: people dead, injured, missing (`figure_things` lists the words), else the noun
behind it or its unit.  The dead of one story are the dead of another; any other thing is the same only where the two
sentences share more than its name.  Later figures of a story give way to its first.

Known failures: a number and its noun with an adjective between; a part set beside the whole (two children, five dead);
a figure recalled from another event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from reader import lexicons
from reader.analysis.ranking.sentences import Sentence, stem
from reader.spans import Span

_QUALIFIERS = r"at least|at most|more than|fewer than|less than|up to|as many as|about|around|some|nearly|almost|over"
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_CLAUSE = re.compile(r"[,;:()“”\"—–.?!]|\b(?:and|but|while|who|which|that|as|when|after|before)\b")
_BREAK = re.compile(r"[,;:()“”\"—–]|\band\b")
_OPENING = 40
"""Sentences of a story whose figures are compared; what comes later is background."""
_REACH = 4
"""Words on either side in which it says what is counted."""
_IDLE = frozenset(
    {"second", "minute", "hour", "day", "week", "weekend", "month", "year", "decade", "time", "point", "part", "old"}
)
"""Stems of nouns that count nothing that two stories would tell alike."""
_SHARED = 2
"""Words that two sentences share, the thing and the figures aside, when they tell of the same."""
_LIKENESS = 0.5
"""Least share of the words of the shorter one."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a story."""

    story: int
    """Place of the story among those compared."""
    thing: str
    """What is counted: ``dead``, the stem of a noun, a unit."""
    value: float
    span: Span
    """The number with what limits it: ``at least two``."""
    shown: str
    """The same with the thing: ``at least two dead``, ``3,800 dockers``, ``gained 1.4%``."""
    terms: frozenset[str]
    """What its sentence is about."""
    listed: bool
    """The thing is one of `figure_things`."""


def differences(stories: Sequence[Sequence[Sentence]]) -> tuple[tuple[Figure, ...], ...]:
    """Return for each thing on which stories differ the figure of each that gives one, in the order of the stories."""
    by_thing: dict[str, list[Figure]] = {}
    for figure in (found for at, sentences in enumerate(stories) for found in _figures(at, sentences)):
        by_thing.setdefault(figure.thing, []).append(figure)
    rows = (row for figures in by_thing.values() for row in _rows(figures))
    return tuple(row for row in rows if len({figure.value for figure in row}) > 1)


def _rows(figures: list[Figure]) -> Iterator[tuple[Figure, ...]]:
    """Yield the figures of one thing that belong side by side, one a story."""
    while figures:
        anchor, *others = figures
        row = {anchor.story: anchor}
        left = []
        for figure in others:
            if figure.story not in row and _same(anchor, figure):
                row[figure.story] = figure
            elif not (anchor.listed and figure.listed):
                left.append(figure)
        yield tuple(row.values())
        figures = left


def _same(one: Figure, other: Figure) -> bool:
    if one.listed:
        return True
    shared = {term for term in one.terms & other.terms if term != one.thing and not term[0].isdigit()}
    return len(shared) >= max(_SHARED, _LIKENESS * min(len(one.terms), len(other.terms)))


def _figures(story: int, sentences: Sequence[Sentence]) -> Iterator[Figure]:
    """Yield the figures of a story; a thing that a sentence counts twice is left out, as in ``from 40 to 60 jobs``."""
    for sentence in sentences[:_OPENING]:
        found = list(_in_sentence(story, sentence))
        counted = [figure.thing for figure in found]
        yield from (figure for figure in found if counted.count(figure.thing) == 1)


def _in_sentence(story: int, sentence: Sentence) -> Iterator[Figure]:
    text, terms = sentence.text, frozenset(sentence.terms)
    for match in _pattern().finditer(text):
        value = _value(match)
        span = Span(*match.span()).shifted(sentence.span.start)
        number = " ".join(match.group().split())
        thing, shown, listed = _thing(text, match, number)
        if thing:
            yield Figure(story, thing, value, span, shown, terms, listed)


def _thing(text: str, match: re.Match[str], number: str) -> tuple[str, str, bool]:
    """Return what is counted, how the figure is shown, and whether the thing is listed; an empty thing for none."""
    after = _clause(text[match.end() : match.end() + 80])
    ahead = _WORD.findall(_BREAK.split(text[max(0, match.start() - 80) : match.start()])[-1])
    if match["money"] or match["per"]:
        unit = match["money"] or "%"
        return unit.strip(), " ".join((*ahead[-1:], number)), False
    for word in (*after[:_REACH], *reversed(ahead[-_REACH:])):
        thing = _things().get(word.casefold())
        if thing:
            return thing, f"{number} {thing}", True
    noun = after[0] if after else ""
    thing = stem(noun)
    if not noun.islower() or noun in lexicons.words("function_words") or thing in _IDLE:
        return "", "", False
    return thing, f"{number} {noun}", False


def _clause(text: str) -> list[str]:
    """Return the words up to the end of the clause, or to the next figure."""
    end = min((found.start() for found in (_CLAUSE.search(text), _pattern().search(text)) if found), default=len(text))
    return _WORD.findall(text[:end]) if text[:1].isspace() else []


def _value(match: re.Match[str]) -> float:
    written = match["number"].casefold()
    if written[0].isdigit():
        value = float(written.replace(",", ""))
    else:
        value = sum(_numbers()[part] for part in written.split("-")) if written != "a" else 1.0
    return value * (_numbers()[match["scale"].casefold()] if match["scale"] else 1.0)


@cache
def _pattern() -> re.Pattern[str]:
    scales = "|".join(word for word, value in _numbers().items() if _scales(word, value))
    words = "|".join(word for word, value in _numbers().items() if not _scales(word, value))
    return re.compile(
        rf"(?:\b(?:{_QUALIFIERS})\s+)?(?P<money>[$£€¥]\s?)?(?<![\w.,/-])(?<!\bno\s)"
        rf"(?P<number>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|(?:{words})(?:-(?:{words}))?|a(?=\s(?:{scales})\b))"
        rf"(?:\s?(?P<scale>{scales}))?(?P<per>\s?%|\sper\s?cent)?(?![\w-]|[.,:]\d)",
        re.IGNORECASE,
    )


def _scales(word: str, value: float) -> bool:
    """Return whether the number multiplies what stands before it."""
    return word == "dozen" or value >= 100


@cache
def _numbers() -> dict[str, float]:
    return {word: float(values[0]) for word, values in lexicons.table("number_words").items()}


@cache
def _things() -> dict[str, str]:
    return {word: thing for thing, words in lexicons.table("figure_things").items() for word in words}
