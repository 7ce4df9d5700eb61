"""Quoted words that were altered, and sources that came and went."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from reader import lexicons
from reader.analysis.comparing.alignment import Link
from reader.analysis.comparing.values import Fact, FactKind
from reader.analysis.comparing.words import Side, folded_text, words_at
from reader.model import QuoteKind, Speaker, SpeakerKind
from reader.spans import Span

_MARKED = re.compile(r"[\"“„«][^\"“”„«»]*[\"”»“]?|(?<!\w)[‘'].+?(?:[’'](?!\w)|$)", re.DOTALL)
_SIGNS = frozenset('"“”„«»?')
_IN_PLACE = 0.2
"""Share of common words (Ratcliff/Obershelp) from which the words quoted in one sentence are the same quote."""
_ELSEWHERE = 0.6
"""The same for one speaker's words in different sentences."""
_NEAREST = 24
"""Quotes of one speaker that are compared with one."""
_ALIKE = 0.5
"""Share of common words from which two unnamed sources are one."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Words between one pair of quotation marks."""

    span: Span
    words: tuple[str, ...]
    row: int | None
    """Number of the link in which it stands; None in a sentence that was added or dropped."""
    speaker: str | None


_Groups = tuple[dict[int, list[int]], dict[str, list[int]]]


def altered_quotes(old: Side, new: Side, links: Sequence[Link]) -> Iterator[Fact]:
    """Yield the quoted words that differ: those of a sentence that changed, or of one speaker in different ones.

    Marks and punctuation do not count, nor does a tag put between the same words.
    """
    before = _stretches(old, {o: row for row, link in enumerate(links) for o in link.old})
    after = _stretches(new, {n: row for row, link in enumerate(links) for n in link.new})
    before, after = _without_equal(before, after)
    groups = _grouped(before)
    found: list[tuple[float, int, int]] = []
    for at, stretch in enumerate(after):
        for place in _to_compare(stretch, groups):
            score = _likeness(before[place], stretch)
            if score:
                found.append((-score, at, place))
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, at, place in sorted(found):
        if at not in partner and place not in taken:
            partner[at] = place
            taken.add(place)
    all_before, all_after = _run(before), _run(after)
    for at in sorted(partner):
        was, now = before[partner[at]], after[at]
        if _run([was]) not in all_after or _run([now]) not in all_before:
            yield Fact(FactKind.QUOTE, was.span, now.span, now.speaker or was.speaker)


def _run(stretches: Sequence[_Stretch]) -> str:
    """Return the words of all stretches in one run, so that where they are cut does not count."""
    return f" {' '.join(word for stretch in stretches for word in stretch.words)} "


def _grouped(stretches: Sequence[_Stretch]) -> _Groups:
    """Return the places of the stretches by row and by speaker."""
    rows: dict[int, list[int]] = defaultdict(list)
    speakers: dict[str, list[int]] = defaultdict(list)
    for place, stretch in enumerate(stretches):
        if stretch.row is not None:
            rows[stretch.row].append(place)
        if stretch.speaker is not None:
            speakers[_last_name(stretch.speaker)].append(place)
    return rows, speakers


def _to_compare(stretch: _Stretch, groups: _Groups) -> list[int]:
    """Return the old stretches of the same sentence, then the first ones of the same speaker."""
    rows, speakers = groups
    here = [] if stretch.row is None else rows[stretch.row]
    there = [] if stretch.speaker is None else speakers[_last_name(stretch.speaker)]
    return [*here, *there[:_NEAREST]]


def _likeness(was: _Stretch, now: _Stretch) -> float:
    """Return how many of the words are common, 0 to 1; 0 for words that are not the same quote."""
    share = SequenceMatcher(None, was.words, now.words, autojunk=False).ratio()
    return share if share >= (_IN_PLACE if was.row is not None and was.row == now.row else _ELSEWHERE) else 0.0


def _stretches(side: Side, rows: dict[int, int]) -> list[_Stretch]:
    starts = [sentence.span.start for sentence in side.sentences]
    folded = folded_text(side.text)
    found = []
    for quote in side.quotes:
        if quote.kind is QuoteKind.INDIRECT:
            continue
        for match in (m for span in quote.spans for m in _MARKED.finditer(side.text, *span)):
            span = Span(*match.span())
            words = tuple(word for word in (place.of(folded) for place in words_at(folded, span)) if word[0].isalnum())
            row = rows.get(bisect_right(starts, span.start) - 1)
            found.append(_Stretch(span, words, row, side.name_of(quote)))
    return found


def _without_equal(before: list[_Stretch], after: list[_Stretch]) -> tuple[list[_Stretch], list[_Stretch]]:
    """Return the stretches that the other take does not have."""
    counts = [Counter(stretch.words for stretch in stretches) for stretches in (before, after)]
    common = counts[0] & counts[1]
    return _beyond(before, common), _beyond(after, common)


def _beyond(stretches: Sequence[_Stretch], common: Counter[tuple[str, ...]]) -> list[_Stretch]:
    """Return the stretches without as many of each as are `common`, and without empty ones."""
    left = Counter(common)
    kept = []
    for stretch in stretches:
        left[stretch.words] -= 1
        if left[stretch.words] < 0 and stretch.words:
            kept.append(stretch)
    return kept


def changed_sources(old: Side, new: Side, links: Sequence[Link]) -> Iterator[Fact]:
    """Yield the sources that only the old take quotes, then those that only the new one does.

    One who is named as the speaker of a sentence that stands in both takes is in both.
    """
    exact = [link for link in links if link.exact]
    before = _sources(old, {o for link in exact for o in link.old})
    after = _sources(new, {n for link in exact for n in link.new})
    for speaker in _missing(before, after):
        yield Fact(FactKind.SOURCE_DROPPED, speaker.mentions[0], None, speaker.name)
    for speaker in _missing(after, before):
        yield Fact(FactKind.SOURCE_ADDED, None, speaker.mentions[0], speaker.name)


def _sources(side: Side, kept: set[int]) -> list[tuple[Speaker, bool]]:
    """Return everybody who is quoted and known by more than a pronoun, and whether a sentence `kept` says who it is."""
    starts = [sentence.span.start for sentence in side.sentences]
    stays: dict[int, bool] = {}
    for quote in side.quotes:
        if quote.speaker is None:
            continue
        stays.setdefault(quote.speaker, False)
        if quote.mention is not None and bisect_right(starts, quote.mention.start) - 1 in kept:
            named = _name_words(side.speakers[quote.speaker]) & {*quote.mention.of(side.text).casefold().split()}
            stays[quote.speaker] |= bool(named)
    found = ((side.speakers[index], stays[index]) for index in sorted(stays))
    return [(who, stay) for who, stay in found if who.mentions and who.name.casefold() not in _pronouns()]


def _missing(own: Sequence[tuple[Speaker, bool]], others: Sequence[tuple[Speaker, bool]]) -> Iterator[Speaker]:
    by_word: dict[str, list[Speaker]] = defaultdict(list)
    for other, _ in others:
        for word in _name_words(other):
            by_word[word].append(other)
    for speaker, stays in own:
        near = (other for word in _name_words(speaker) for other in by_word[word])
        if not stays and not any(_is_same(speaker, other) for other in near):
            yield speaker


def _is_same(one: Speaker, other: Speaker) -> bool:
    """Whether two names are those of one source: one in the other, or for the unnamed most words in common."""
    words, others = _name_words(one), _name_words(other)
    if SpeakerKind.UNNAMED in (one.kind, other.kind):
        return len(words & others) >= _ALIKE * len(words | others)
    return words <= others or others <= words


def _name_words(speaker: Speaker) -> frozenset[str]:
    """Return the words by which a source is known; a title is none of them, nor is how many there are."""
    words = frozenset(speaker.name.casefold().split())
    return frozenset(word for word in words if not _is_beside_the_name(word)) or words


def _is_beside_the_name(word: str) -> bool:
    small = word in lexicons.words("function_words") or word.rstrip(".") in _titles()
    return small or word[0].isdigit() or word in lexicons.table("number_words")


@cache
def _titles() -> frozenset[str]:
    return frozenset(lexicons.table("titles"))


def _last_name(name: str) -> str:
    return name.casefold().split()[-1]


@cache
def _pronouns() -> frozenset[str]:
    return frozenset(entry.partition(":")[0] for entry in lexicons.lines("speaking_pronouns"))
