"""Reported speech without marks: which cues report, who speaks, and on which side of the cue the content stands."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from reader.analysis.attribution.chooser import chances, score
from reader.analysis.attribution.cues import cue_span
from reader.analysis.attribution.extents import HEARERS, left_content, make_frame, right_content, telling_verbs
from reader.analysis.attribution.rows import (
    MENTION,
    REPORTING,
    SENTENCE_END,
    STRETCH,
    Row,
    hears,
    is_passive_subject,
    lemmas,
    listed,
)
from reader.analysis.attribution.speaker_features import mention_kind, sentence_of
from reader.analysis.attribution.statements import is_bare, is_statement, statement_features
from reader.analysis.mentions import Mention
from reader.spans import Span

_LEAST = 0.4
"""A cue is held to report from this probability on."""
_LEAST_STATEMENT = 0.46
_LEAST_SURE = 0.3
"""The same where the form leaves little doubt: an answer, or a verb of saying that goes on from another."""
_MOST_READINGS = 3
_LEAST_READING = 0.05
"""A likelier reading that finds no more than a noun phrase gives way to one of at least this probability."""
_HOPELESS = 2.0
"""A cue whose own features score more against it is not weighed further, which saves time and loses next to nothing."""
_MENTIONS_BEFORE = 3
_VERBS = frozenset("vedV")
_FINITE = frozenset("ve")
_CUES = REPORTING | {"A"}


class Layout(StrEnum):
    """Where the content stands to its cue."""

    RIGHT = "right"
    LEFT = "left"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a cue: who speaks, and where what is said stands."""

    mention: int
    """Place of the mention among the row's items."""
    layout: Layout


@dataclass(frozen=True, slots=True)
class Report:
    """Indirect speech found at one cue."""

    spans: tuple[Span, ...]
    cue: Span
    mention: int
    """Place in the story's mentions."""
    sure: bool
    """Its form leaves no doubt: a denial or the like by a pronoun, a verb of saying that goes on from another, or
    somebody told a clause."""
    features: list[str]
    """What tells whether the words are a statement."""


def find_reports(text: str, row: Row, mentions: tuple[Mention, ...], taken: set[int]) -> Iterator[Report]:
    """Yield what is reported in the row, in the order of the cues; cues that begin at a place in `taken` quote."""
    for report in possible_reports(text, row, mentions, taken):
        if report.sure or is_statement(report.features) >= _LEAST_STATEMENT:
            yield report


def possible_reports(text: str, row: Row, mentions: tuple[Mention, ...], taken: set[int]) -> Iterator[Report]:
    """Yield what the cues of the row would report, whether it is a statement or not."""
    for place in cue_places(row):
        if row.items[place].start in taken or score("indirect", cue_features(row, place)) > _HOPELESS:
            continue
        readings, features = reading_options(text, row, place, mentions)
        if not readings:
            continue
        likely = chances("indirect", features)
        answers = _answers(text, row, place)
        sure = answers or _goes_on(row, place) or _tells_a_clause(row, place)
        if 1 - likely[0] < (_LEAST_SURE if sure else _LEAST):
            continue
        for index in sorted(range(len(readings)), key=lambda i: -likely[i + 1])[:_MOST_READINGS]:
            if likely[index + 1] < _LEAST_READING:
                break
            report = _report(row, place, readings[index], 1 - likely[0], sure)
            if report and (answers or not is_bare(row, place, report.spans)):
                yield report
                break


def _answers(text: str, row: Row, place: int) -> bool:
    """Whether the cue does no more than answer: ``Kirn denies it``, ``the owner disputed that``."""
    item = row.items[place]
    if lemmas().get(item.word) not in ("deny", "dispute", "reject", "confirm"):
        return False
    end = row.codes.find(SENTENCE_END, place)
    close = row.items[end].start if end >= 0 else row.items[-1].end
    return close - item.end < 8 and text[item.end : close].strip(" .").lower() in ("it", "this", "that", "them")


def _goes_on(row: Row, place: int) -> bool:
    """Whether a verb of saying goes on from another of its sentence: ``and said``, ``though they cautioned``."""
    start, _ = sentence_of(row, place)
    joined = row.codes[place - 1 : place] == "c" or row.codes[max(0, place - 2) : place] in ("sM", "cM")
    same = joined and (row.codes[place - 1] == "c" or row.items[place - 1].word in listed("pronoun"))
    return same and row.items[place].word in telling_verbs() and not REPORTING.isdisjoint(row.codes[start:place])


def _tells_a_clause(row: Row, place: int) -> bool:
    """Whether somebody is told a clause: ``told her the dam would hold``; not ``told him to go`` or ``of it``."""
    if row.items[place].word not in ("told", "tells"):
        return False
    at = bisect_left(row.words, row.items[place].start, key=lambda item: item.start) + 1
    hearer, after = row.words[at : at + 1], row.words[at + 1 : at + 9]
    if not after or hearer[0].word not in HEARERS or after[0].code not in "axMt":
        return False
    codes = "".join([item.code for item in after[1:]]).partition(SENTENCE_END)[0]
    return not _FINITE.isdisjoint(codes)


def cue_places(row: Row) -> list[int]:
    """Return the places of the words that may report, among the row's items."""
    return [i for i, code in enumerate(row.codes) if code in _CUES]


def reading_options(
    text: str, row: Row, place: int, mentions: tuple[Mention, ...]
) -> tuple[list[Reading], list[list[str]]]:
    """Return the ways to read a cue, and the features of no report at all followed by those of each reading."""
    codes = row.codes
    start, end = sentence_of(row, place)
    asked = codes[place - 1 : place] == "e" and row.items[place].word in listed(
        "heard"
    )  # ``was asked``: nobody says it
    names = [
        i
        for i in range(place - 1, start - 1, -1)
        if codes[i] == MENTION and not asked and not hears(row, i) and not is_passive_subject(row, i, place)
    ][:_MENTIONS_BEFORE]
    if codes[place] == "A":
        names = [place + 2] if codes[place : place + 3] == "AoM" else []
    elif codes[place + 1 : place + 2] == MENTION:
        names.append(place + 1)
    readings = [Reading(name, layout) for name in names for layout in Layout]
    features = [cue_features(row, place)]
    for reading in readings:
        kind = mention_kind(text, mentions[row.items[reading.mention].ref])
        features.append(_reading_features(row, place, reading, start, end, kind))
    return readings, features


def cue_features(row: Row, place: int) -> list[str]:
    """Return what can be seen of the cue itself, as features of no report at all."""
    item, codes = row.items[place], row.codes
    start, end = sentence_of(row, place)
    verb = lemmas().get(item.word, item.word)
    behind, ahead = codes[max(start, place - 2) : place], codes[place + 1 : min(end, place + 4)]
    left = row.items[place - 1].word if place > start else "^"
    right = row.items[place + 1].word if place + 1 < end else "$"
    clause = not _VERBS.isdisjoint(codes[place + 1 : end])
    stretch = STRETCH in codes[start:end]
    return [
        "none bias",
        f"none verb={verb}",
        f"none verb={verb} {item.code} {item.word[-3:]}",
        f"none verb={verb} {ahead[:1]}",
        f"none verb={verb} {ahead[:2]}",
        f"none verb={verb} {behind[-1:]}",
        f"none verb={verb} {clause} {stretch}",
        f"none left={left} {item.code}",
        f"none left={left} {verb}",
        f"none right={right} {item.code}",
        f"none right={right} {verb}",
        f"none behind={behind} {item.code}",
        f"none ahead={ahead} {item.code}",
        f"none around={behind} {item.code} {ahead[:2]}",
        f"none clause={clause} {item.code} {stretch} {ahead[:1]}",
        f"none first={_CUES.isdisjoint(codes[start:place])} {item.code}",
    ]


def _reading_features(row: Row, place: int, reading: Reading, start: int, end: int, kind: str) -> list[str]:
    """Return how a mention and a layout fit the cue."""
    codes, item = row.codes, row.items[place]
    name, side = reading.mention, reading.layout
    turned = name > place
    between = codes[place + 1 : name] if turned else codes[name + 1 : place]
    path = between if len(between) <= 8 else f"{between[:4]}~{between[-3:]}"
    low, high = min(name, place), max(name, place)
    before, after = codes[max(start, low - 3) : low], codes[high + 1 : min(end, high + 4)]
    opening = "^" if low == start else ""
    closing = "$" if high + 1 == end else ""
    nth = between.count(MENTION)
    first = MENTION not in codes[start:low]
    lead = f"{side[0]}{'t' if turned else ''}"
    verbs_left = not _VERBS.isdisjoint(codes[start:low])
    verbs_right = not _VERBS.isdisjoint(codes[high + 1 : end])
    return [
        f"{lead} path={path} {item.code}",
        f"{lead} nth={nth} {first} {item.code}",
        f"{lead} kind={kind} {nth} {item.code}",
        f"{lead} after={after[:2]} {item.code}{closing}",
        f"{lead} before={opening}{before}",
        f"{lead} before={opening}{before[-1:]} {after[:1]}{closing}",
        f"{lead} verbs={verbs_left} {verbs_right} {before[-1:]}",
    ]


def _report(row: Row, place: int, reading: Reading, likely: float, sure: bool) -> Report | None:
    cue = cue_span(row, place)
    name = row.items[reading.mention]
    frame = make_frame(row, Span(name.start, name.end), cue)
    if frame is None:
        return None
    spans = []
    if reading.layout is not Layout.RIGHT:
        spans.append(left_content(frame, []))
    right = None if reading.layout is Layout.LEFT else right_content(frame, [])
    inserted = frame.right < frame.last and row.words[frame.right].code == ","
    if right and (reading.layout is Layout.RIGHT or inserted or not is_bare(row, place, (right,))):
        spans.append(right)
    found = tuple(span for span in spans if span)
    if not found:
        return None
    return Report(found, cue, name.ref, sure, statement_features(row, place, reading.mention, found, likely))
