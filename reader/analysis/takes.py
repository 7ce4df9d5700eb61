"""Two takes of one story held side by side: what is new, what is gone, and what a desk has to know of it.

Says what differs, never which of the two is right.  `comparing` holds the parts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from reader.analysis.comparing.alignment import Link, align, backbone
from reader.analysis.comparing.figures import changed_numbers
from reader.analysis.comparing.firmness import changed_hedges, changed_verbs
from reader.analysis.comparing.speech import altered_quotes, changed_sources
from reader.analysis.comparing.values import Change, Comparison, Edit, Fact, FactKind, Row, Take
from reader.analysis.comparing.words import Pair, Side, pair_of, side_of
from reader.analysis.segment import dateline_span
from reader.model import Article, Method, Role, Summary, SummarySentence
from reader.spans import Span

__all__ = ["Change", "Comparison", "Edit", "Fact", "FactKind", "Row", "Take", "compare", "whats_new"]

_KINDS = list(FactKind)
_TOP = -1
"""Stands for the link before the first."""


def compare(old: Take, new: Take) -> Comparison:
    """Return what `new` changed of `old`; every sentence of either is in exactly one row.

    Takes time about in proportion to the number of sentences, whatever became of them; raises nothing for odd text.
    """
    before, after = side_of(old), side_of(new)
    links = align(before.sentences, after.sentences)
    pairs = [None if link.exact else pair_of(before, after, link.old, link.new) for link in links]
    facts = sorted(_facts(before, after, links, pairs), key=lambda fact: _KINDS.index(fact.kind))
    return Comparison(tuple(_rows(before, after, links, pairs)), tuple(facts))


def _facts(before: Side, after: Side, links: Sequence[Link], pairs: Sequence[Pair | None]) -> Iterator[Fact]:
    for pair in pairs:
        if pair is not None:
            yield from changed_numbers(before, after, pair)
            verbs = list(changed_verbs(before, after, pair))
            yield from verbs
            yield from changed_hedges(before, after, pair, verbs)
    yield from altered_quotes(before, after, links)
    yield from changed_sources(before, after, links)


def _rows(before: Side, after: Side, links: Sequence[Link], pairs: Sequence[Pair | None]) -> Iterator[Row]:
    """Yield the rows in the order of the new story, each dropped sentence after the one that it followed."""
    steady = set(backbone([link.old[0] for link in links]))
    dropped = _dropped(len(before.sentences), links, steady)
    by_place = {n: at for at, link in enumerate(links) for n in link.new}
    yield from (_gone(before, o) for o in dropped[_TOP])
    for n, sentence in enumerate(after.sentences):
        at = by_place.get(n)
        if at is None:
            yield Row(Change.ADDED, (), (sentence.span,))
        elif links[at].new[0] == n:
            yield _row(before, after, links[at], pairs[at], steady=at in steady)
            yield from (_gone(before, o) for o in dropped[at])


def _dropped(count: int, links: Sequence[Link], steady: set[int]) -> dict[int, list[int]]:
    """Return the old sentences without a link, of `count`, by the link of the last steady one before each."""
    by_place = {o: at for at, link in enumerate(links) for o in link.old}
    dropped: dict[int, list[int]] = defaultdict(list)
    last = _TOP
    for o in range(count):
        at = by_place.get(o)
        if at is None:
            dropped[last].append(o)
        elif at in steady:
            last = at
    return dropped


def _gone(before: Side, place: int) -> Row:
    return Row(Change.DROPPED, (before.sentences[place].span,), ())


def _row(before: Side, after: Side, link: Link, pair: Pair | None, *, steady: bool) -> Row:
    old = tuple(before.sentences[o].span for o in link.old)
    new = tuple(after.sentences[n].span for n in link.new)
    if pair is not None:
        return Row(Change.CHANGED, old, new, pair.edits)
    return Row(Change.SAME if steady else Change.MOVED, old, new)


def whats_new(comparison: Comparison, article: Article, sentences: int | None, words: int | None) -> Summary:
    """Return the sentences of the new story's body that were added or changed, in text order.

    At most so many `sentences`, or so many that together have at most `words`, which may leave out a long one; all of
    them without either.  A sentence whose dateline alone differs is not new.  The score is the share of new words.
    """
    told = _told(article)
    chosen: list[SummarySentence] = []
    used = 0
    places = {span: index for index, span in enumerate(sorted(s for row in comparison.rows for s in row.new))}
    for row in comparison.rows:
        if not _is_news(row, told):
            continue
        for span in row.new:
            size = len(span.of(article.text).split())
            if not article.body.covers(span) or (words is not None and used + size > words):
                continue
            if sentences is not None and len(chosen) == sentences:
                break
            used += size
            chosen.append(SummarySentence(places[span], span, Role.NEW, _share_new(row, span)))
    return Summary(Method.LEAD, tuple(chosen))


def _told(article: Article) -> int:
    """Return where the first words behind the dateline stand; 0 without one."""
    dateline = dateline_span(article.text, article.paragraphs)
    return dateline.end if dateline else 0


def _is_news(row: Row, told: int) -> bool:
    if row.change is Change.ADDED:
        return True
    return row.change is Change.CHANGED and (not row.edits or any(edit.new.end > told for edit in row.edits))


def _share_new(row: Row, span: Span) -> float:
    if row.change is Change.ADDED:
        return 1.0
    fresh = sum(edit.new.length for edit in row.edits if span.covers(edit.new))
    return round(fresh / max(1, span.length), 4)
