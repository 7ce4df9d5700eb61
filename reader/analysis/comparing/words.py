"""Sentences as words that can be compared: case, kind of mark and white space aside."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from reader.analysis.comparing.values import Edit, Take
from reader.analysis.segment import WORD, dateline_span
from reader.model import Hedge, Quote, Speaker
from reader.spans import Span

_TOKEN = re.compile(rf"\d+(?:,\d{{3}})+(?:\.\d+)?(?!\w)|{WORD.pattern}|[\"“”„«»$€£¥%?]")
_MARKS = str.maketrans("“”„«»’", '"""""\'')
_LONGEST = 600
"""Words of both sides together up to which single words are compared; the time grows with the square."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; two with the same `words` are the same."""

    span: Span
    words: tuple[str, ...]
    """Words, quotation marks, signs of currency, per cent and question, all in small letters."""
    told: int
    """How many of them belong to a dateline in front."""
    headline: bool
    terms: frozenset[str]
    """The words by which it is recognised, those of a dateline left out."""


@dataclass(frozen=True, slots=True)
class Side:
    """One take, so that what is found in it can be looked up by place."""

    text: str
    sentences: tuple[Sentence, ...]
    speakers: tuple[Speaker, ...]
    quotes: tuple[Quote, ...]
    hedges: tuple[Hedge, ...]
    cues: dict[int, Quote]
    """Quotes by where their cue begins."""

    def hedges_in(self, span: Span) -> Sequence[Hedge]:
        """Return the hedges that share a character with `span`."""
        first = bisect_right(self.hedges, span.start, key=lambda hedge: hedge.span.end)
        last = bisect_right(self.hedges, span.end - 1, key=lambda hedge: hedge.span.start)
        return self.hedges[first:last]

    def name_of(self, quote: Quote) -> str | None:
        """Return who speaks; None when nobody knows."""
        return None if quote.speaker is None else self.speakers[quote.speaker].name


@dataclass(frozen=True, slots=True)
class Pair:
    """Sentences of two takes that belong together and are not the same."""

    old: tuple[Sentence, ...]
    new: tuple[Sentence, ...]
    edits: tuple[Edit, ...]


def side_of(take: Take) -> Side:
    """Return a take cut into words."""
    found = take.analysis
    cues = {quote.cue.start: quote for quote in found.quotes if quote.cue}
    return Side(take.article.text, _sentences(take), found.speakers, found.quotes, found.hedges, cues)


def _sentences(take: Take) -> tuple[Sentence, ...]:
    article = take.article
    folded = folded_text(article.text)
    head = (article.headline_span,) if article.headline_span else ()
    dateline = dateline_span(article.text, tuple(sorted({*head, *article.paragraphs})))
    return tuple([_sentence(folded, span, head, dateline) for span in take.analysis.sentences])


def _sentence(folded: str, span: Span, head: tuple[Span, ...], dateline: Span | None) -> Sentence:
    words = tuple(_TOKEN.findall(folded, *span)) or (span.of(folded),)
    told = 0
    if dateline and span.start == dateline.start:
        told = len(_TOKEN.findall(folded, span.start, min(dateline.end, span.end)))
    return Sentence(span, words, told, any(piece.covers(span) for piece in head), frozenset(words[told:]))


def folded_text(text: str) -> str:
    """Return `text` in small letters with one kind of quotation mark and apostrophe; every offset stays true."""
    return text.replace("İ", "i").lower().translate(_MARKS)  # the only letter that is longer when small


def words_at(text: str, span: Span) -> list[Span]:
    """Return where the words and the signs that count stand in `span`; all of it when there are none."""
    return [Span(*match.span()) for match in _TOKEN.finditer(text, *span)] or [span]


def pair_of(before: Side, after: Side, old: Sequence[int], new: Sequence[int]) -> Pair:
    """Return sentences of both takes, a sentence or more of each by its place, with what differs in text order."""
    olds, news = tuple(before.sentences[o] for o in old), tuple(after.sentences[n] for n in new)
    old_places, new_places = _places(before.text, olds), _places(after.text, news)
    differing = _differences(
        [word for sentence in olds for word in sentence.words], [word for sentence in news for word in sentence.words]
    )
    edits = (Edit(_stretch(old_places, i, j), _stretch(new_places, k, m)) for i, j, k, m in differing)
    return Pair(olds, news, tuple(edits))


def _places(text: str, sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Return start and end of every word; plain pairs, as making spans of all takes longer than the comparison."""
    return [
        place
        for sentence in sentences
        for place in [match.span() for match in _TOKEN.finditer(text, *sentence.span)] or [sentence.span]
    ]


def _differences(before: list[str], after: list[str]) -> list[tuple[int, int, int, int]]:
    """Return what differs as first and last place before and after; looks closely at the middle only."""
    most = min(len(before), len(after))
    first = next((at for at in range(most) if before[at] != after[at]), most)
    most -= first
    last = next((at for at in range(most) if before[-1 - at] != after[-1 - at]), most)
    i, j, k, m = first, len(before) - last, first, len(after) - last
    if i == j and k == m:
        return []
    if i == j or k == m or j - i + m - k > _LONGEST:
        return [(i, j, k, m)]
    opcodes = SequenceMatcher(None, before[i:j], after[k:m], autojunk=False).get_opcodes()
    return [(i + a, i + b, k + c, k + d) for tag, a, b, c, d in opcodes if tag != "equal"]


def _stretch(places: Sequence[tuple[int, int]], first: int, last: int) -> Span:
    """Return the words from `first` to before `last` as one span; empty ahead of `first` when there are none."""
    if first < last:
        return Span(places[first][0], places[last - 1][1])
    at = places[first][0] if first < len(places) else places[-1][1]
    return Span(at, at)
