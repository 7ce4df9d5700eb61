"""How far the content of an attribution reaches: which unquoted words of the sentence belong to what is said.

Content stands to the right of its cue, to the left, or on both sides.  Each edge is a choice among the words of the
sentence, weighed by ``models/extents.json``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from reader import lexicons
from reader.analysis.attribution.chooser import chances
from reader.analysis.attribution.rows import (
    OMITTED,
    OTHER_VERBS,
    REPORTING,
    SENTENCE_END,
    STRETCH,
    TIME,
    Item,
    Row,
    lemmas,
    listed,
)
from reader.spans import Span

_EDGES = frozenset(",:;-().")
_CLOSED = frozenset("twcsopbnAa")
_TURN = re.compile(r",[sc](?:[xM]{1,2})?v?n?[VJ]")
"""Codes of a clause that reports anew, with its own subject or the same: ``, while the other cautioned``."""
_CONTRASTING = frozenset({"while", "although", "though", "whereas", "but"})
_CONCEDING = frozenset({"while", "although", "though", "whereas"})
_CONCESSION = re.compile(r",s[xMp]{1,5}n?[vedVJ]")
"""Codes of a clause that the story sets against what is said: ``, even though the dam had leaked``."""
_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "you"})
HEARERS = frozenset({"me", "you", "him", "her", "it", "us", "them"})
_VERBAL = frozenset("vedVJ")
_NOTHING = Item("$", 0, 0, "", -1)
_FARTHEST = 9
"""A start is looked for among so many words after the cue, and right before the first stretch."""
_MOST_ENDS = 24
_WINDOW = 200


@dataclass(frozen=True, slots=True)
class Frame:
    """A cue and the words that name who speaks, in their sentence."""

    row: Row
    first: int
    """First word of the sentence among ``row.words``."""
    last: int
    """One after the last word of the sentence."""
    left: int
    """Where the cue or the mention begins, whichever comes first, among ``row.words``."""
    right: int
    """One after where the other of the two ends."""
    verb: str
    """Dictionary form of the cue's verb; empty when there is none."""


@dataclass(frozen=True, slots=True)
class Edges:
    """Options for one edge of the content, as places among ``row.words``, with their features."""

    places: list[int]
    features: list[list[str]]


def make_frame(row: Row, mention: Span, cue: Span | None) -> Frame | None:
    """Return the frame of a mention and its cue, or of the cue alone when content stands between the two.

    None when they do not stand in one sentence of the row.
    """
    frame = _frame(row, min(mention.start, cue.start), max(mention.end, cue.end), cue) if cue else None
    if cue and (frame is None or _holds_stretch(frame)):
        frame = _frame(row, cue.start, cue.end, cue)
    frame = frame or _frame(row, *mention, cue)
    return None if frame is None or _holds_stretch(frame) else frame


def _frame(row: Row, start: int, end: int, cue: Span | None) -> Frame | None:
    words = row.words
    left = bisect_left(words, start, key=lambda item: item.start)
    right = bisect_left(words, end, key=lambda item: item.start)
    first, last = sentence_bounds(row, left)
    if left >= right or right > last:
        return None
    verb = next((item.word for item in words[left:right] if cue and item.start == cue.start), "")
    return Frame(row, first, last, left, right, lemmas().get(verb, verb))


def _holds_stretch(frame: Frame) -> bool:
    return any(item.code == STRETCH for item in frame.row.words[frame.left : frame.right])


def sentence_bounds(row: Row, place: int) -> tuple[int, int]:
    """Return the bounds of the sentence that holds the word at `place`, or of what is near in a very long one."""
    words = row.words
    first, lowest = place, max(0, place - _WINDOW)
    highest = min(len(words), place + _WINDOW)
    while first > lowest and words[first - 1].code != SENTENCE_END:
        first -= 1
    last = place
    while last < highest and words[last].code != SENTENCE_END:
        last += 1
    return first, last


def right_content(frame: Frame, stretches: list[int]) -> Span | None:
    """Return the content right of the cue that holds `stretches`, given as places among ``row.words``.

    Without stretches the content is indirect speech; None when nothing stands there.
    """
    starts = right_starts(frame, stretches)
    if not starts.places or (not stretches and _turns(frame.row.words, frame.right - 1, quoted=False)):
        return None
    start = _likeliest(starts)
    ends = right_ends(frame, start, stretches)
    if not ends.places:
        return None
    return Span(frame.row.words[start].start, frame.row.words[_likeliest(ends)].end)


def left_content(frame: Frame, stretches: list[int]) -> Span | None:
    """Return the content left of the cue that holds `stretches`; None when nothing stands there."""
    end = left_end(frame)
    starts = left_starts(frame, stretches, end)
    if not starts.places:
        return None
    return Span(frame.row.words[_likeliest(starts)].start, frame.row.words[end].end)


def left_end(frame: Frame) -> int:
    """Return the last word left of the cue that is more than punctuation or a conjunction; may be before the first."""
    place = frame.left - 1
    while place >= frame.first and frame.row.words[place].code in _EDGES | {"s", "c"}:
        place -= 1
    return place


def right_starts(frame: Frame, stretches: list[int]) -> Edges:
    """Return where content right of the cue may begin."""
    words = frame.row.words
    stop = stretches[0] if stretches else frame.last - 1
    places = [
        i for i in range(frame.right, min(stop, frame.right + _FARTHEST) + 1) if _may_start(words, i, frame.right)
    ]
    if stretches and stop not in places:
        places.append(stop)
    return Edges(places, [_start_features(frame, i, frame.right, stretches, "r") for i in places])


def left_starts(frame: Frame, stretches: list[int], end: int) -> Edges:
    """Return where content left of the cue may begin."""
    words = frame.row.words
    stop = stretches[0] if stretches else end
    places = [
        i for i in range(frame.first, min(stop, frame.first + _FARTHEST) + 1) if _may_start(words, i, frame.first)
    ]
    if stretches and stop not in places:
        places.append(stop)
    return Edges(places, [_start_features(frame, i, frame.first, stretches, "l") for i in places])


def right_ends(frame: Frame, start: int, stretches: list[int]) -> Edges:
    """Return where content right of the cue may end: at the last stretch, at joints after it, with the sentence."""
    words = frame.row.words
    low = stretches[-1] if stretches else start
    places = [i for i in range(low, frame.last) if _may_end(words, i, frame.last, low, bool(stretches))]
    if not stretches and frame.verb in listed("clausal"):
        places = _with_verb(words, start, places)
    turn = next((i for i in places if _turns(words, i, quoted=bool(stretches))), frame.last)
    places = [i for i in places if i <= turn]
    if len(places) > _MOST_ENDS:
        places = [*places[: _MOST_ENDS - 1], places[-1]]
    return Edges(places, [_end_features(frame, i, start, low, bool(stretches)) for i in places])


def _with_verb(words: tuple[Item, ...], start: int, places: list[int]) -> list[int]:
    """Return those ends that leave a verb in the content, all when there is none."""
    verb = next((i for i in range(start, places[-1] + 1) if words[i].code in _VERBAL), start) if places else start
    return [place for place in places if place >= verb]


def _turns(words: tuple[Item, ...], place: int, quoted: bool) -> bool:
    """Whether a clause follows that is not part of what is said, so that the content ends here at the latest.

    It reports anew (``and said``, ``but they cautioned``), or sets a fact against what is said (``, although …``).
    """
    if place + 1 >= len(words) or words[place + 1].code not in ",cs":
        return False
    ahead = [item for item in words[place + 1 : place + 12] if item.code not in (OMITTED, TIME)]
    joint = ahead[1:] if ahead and ahead[0].code == "," else ahead
    if not joint:
        return False
    after = joint[2:] if len(joint) > 1 and joint[1].word in _PRONOUNS else joint[1:]
    if joint[0].word in ("and", *_CONTRASTING) and after and after[0].word in telling_verbs():
        return True
    codes = "".join([item.code for item in ahead])
    if quoted or joint is ahead or joint[0].word not in _CONTRASTING:
        return False
    if _TURN.match(codes):
        return True
    return (
        joint[0].word in _CONCEDING
        and joint[1:2] != []
        and joint[1].word not in _PRONOUNS
        and bool(_CONCESSION.match(codes))
    )


@cache
def telling_verbs() -> frozenset[str]:
    """Return the finite verbs that are hardly ever anything but verbs of saying."""
    return frozenset(lexicons.lines("telling_verbs"))


def _may_start(words: tuple[Item, ...], place: int, origin: int) -> bool:
    """Whether content may begin here: not at punctuation, at who is told, or behind the determiner of a noun phrase."""
    if words[place].code in _EDGES:
        return False
    following = words[place + 1].code if place + 1 < len(words) else ""
    told = place == origin and words[place - 1].word in ("told", "tells", "tell", "telling")
    if words[place].word in HEARERS and (told or following == "t"):
        return False
    return place == origin or words[place].code == "t" or words[place - 1].word not in listed("determiner")


def _may_end(words: tuple[Item, ...], place: int, last: int, low: int, quoted: bool) -> bool:
    if words[place].code in _EDGES:
        return False
    if place == last - 1 or (quoted and place == low):
        return True
    following = words[place + 1].code
    return following in _EDGES or following in "cswpbotGgK" or following == STRETCH


def _likeliest(edges: Edges) -> int:
    likely = chances("extents", edges.features)
    return edges.places[max(range(len(likely)), key=likely.__getitem__)]


def _shape(item: Item) -> str:
    """Return a small word itself, else the code."""
    return item.word if item.code in _CLOSED else item.code


def _codes(row: Row, start: int, end: int) -> str:
    """Return the codes of the words from `start` to `end`, long ones shortened in the middle."""
    codes = row.bare_codes[row.bare_at[start] : row.bare_at[max(start, end)]]
    return codes if len(codes) <= 8 else f"{codes[:4]}~{codes[-3:]}"


def _start_features(frame: Frame, place: int, origin: int, stretches: list[int], side: str) -> list[str]:
    words = frame.row.words
    skipped = _codes(frame.row, origin, place)
    here = _shape(words[place])
    before = _shape(words[place - 1]) if place else "^"
    after = words[place + 1].code if place + 1 < len(words) else "$"
    lead = f"{side}s{'q' if stretches else 'i'}"
    ahead = _codes(frame.row, place, stretches[0]) if stretches else "-"
    near = min(5, stretches[0] - place) if stretches else "-"
    return [
        f"{lead} skip={skipped}",
        f"{lead} skip={skipped} {here}",
        f"{lead} skip={skipped} {frame.verb}",
        f"{lead} skip={skipped} {after} {words[place].code}",
        f"{lead} {before} {here}",
        f"{lead} {before} {here} {after}",
        f"{lead} n={min(6, place - origin)} {frame.verb}",
        f"{lead} n={min(6, place - origin)} {near}",
        f"{lead} near={near} {before}",
        f"{lead} ahead={ahead}",
        f"{lead} ahead={ahead} {frame.verb}",
        f"{lead} ahead={ahead} {before}",
    ]


def _end_features(frame: Frame, place: int, start: int, low: int, quoted: bool) -> list[str]:
    row, words = frame.row, frame.row.words
    lead = f"re{'q' if quoted else 'i'}"
    final = place == frame.last - 1
    behind = row.bare_at[place + 1]
    ahead = row.bare[behind : row.bare_at[min(frame.last, place + 7)]]
    first, second, third = (*ahead, _NOTHING, _NOTHING, _NOTHING)[:3]
    following = _shape(first)
    time = not final and words[place + 1].code in (OMITTED, TIME)
    passed = _codes(row, low + 1 if quoted else start, place + 1)
    long = min(12, place - start)
    rest = row.bare_codes[behind : row.bare_at[frame.last]]
    verbs = "V" if not REPORTING.isdisjoint(rest) else "v" if not OTHER_VERBS.isdisjoint(rest) else "-"
    here = words[place].code
    at_low = place == low
    return [
        f"{lead} final={final} {at_low}",
        f"{lead} time={time} {following} {at_low}",
        f"{lead} next={following} {_shape(second)}",
        f"{lead} next={following} {_shape(second)} {third.code} {at_low}",
        f"{lead} next={following} {at_low} {frame.verb}",
        f"{lead} here={here} {following}",
        f"{lead} passed={passed}",
        f"{lead} passed={passed} {following}",
        f"{lead} long={long} {final}",
        f"{lead} rest={verbs} {following} {at_low}",
        f"{lead} commas={min(3, passed.count(','))} {following} {final}",
    ]
