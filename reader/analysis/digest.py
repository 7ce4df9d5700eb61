"""The entry of one event in a digest: its fullest story, what the others add, and where their figures differ.

Every sentence is one of a story's own, as it stands.  A story that is withheld is named and gives no text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from reader.analysis.analyse import analyse
from reader.analysis.figures_differ import Figure, differences
from reader.analysis.ranking.features import UNSEEN
from reader.analysis.ranking.ranker import ranker
from reader.analysis.ranking.sentences import Sentence, read_sentences
from reader.analysis.ranking.subsets import stands_alone
from reader.analysis.segment import segment
from reader.analysis.summary import length_of
from reader.model import Analysis, Article, Options, Role, SummarySentence

_FULL = 0.75
"""Of stories with so large a share of the words of the longest the newest leads the entry."""
_NEW = 0.5
"""Share of what a sentence tells that must stand nowhere in what is shown or in the leading story."""
_FEWEST_NEW = 2
"""Words of a sentence that must be new at least."""
_DAMPING = 8
"""Words added to the length of a sentence when its news is weighed, so that the shortest does not win."""
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The sentences that one story gives to an entry, as the summary of an analysis."""

    story: int
    """Place in `Entry.stories`."""
    analysis: Analysis


@dataclass(frozen=True, slots=True)
class Entry:
    """One event."""

    stories: tuple[Article, ...]
    """The leading story first, then the newest, then the fullest."""
    withheld: frozenset[int]
    """Places of the stories that give no text."""
    excerpts: tuple[Excerpt, ...]
    """Of the leading story, then of those that add something, in the order of `stories`."""
    differences: tuple[tuple[Figure, ...], ...]
    """Figures about one thing that are not the same; `Figure.story` is a place in `stories`."""

    @property
    def leading(self) -> Article | None:
        """The story that the entry is headed by; None when all are withheld."""
        return None if 0 in self.withheld else self.stories[0]


def entry(stories: Sequence[Article], withheld: Set[str], options: Options) -> Entry:
    """Return the entry for the stories of one event; `withheld` holds the identifiers of those that give no text.

    One story gives its plain summary.  More give one sentence of the leading one and at most one of each other,
    together no longer than `options` allow.  The same for the same stories in whatever order.
    """
    ordered = _ordered([story for story in stories if story.id not in withheld])
    shut = sorted((story for story in stories if story.id in withheld), key=_newest, reverse=True)
    everything = (*ordered, *shut)
    kept_back = frozenset(range(len(ordered), len(everything)))
    if len(ordered) < 2:
        told = tuple(Excerpt(at, analyse(story, options)) for at, story in enumerate(ordered))
        return Entry(everything, kept_back, told, ())
    sentences = [read_sentences(segment(story)) for story in ordered]
    return Entry(everything, kept_back, _excerpts(ordered, sentences, options), differences(sentences))


def _ordered(stories: list[Article]) -> list[Article]:
    ordered = sorted(stories, key=_newest, reverse=True)
    longest = max((_words(story) for story in stories), default=0)
    leading = next((at for at, story in enumerate(ordered) if _words(story) >= _FULL * longest), None)
    return ordered if leading is None else [ordered.pop(leading), *ordered]


def _newest(story: Article) -> tuple[datetime, int, int, str]:
    """Return what is greater for a newer story: when it was published, its version, its length; then its identifier."""
    published = story.published or datetime.min.replace(tzinfo=UTC)
    number = _NUMBER.search(story.version or "")
    return published, int(number.group()) if number else 0, _words(story), story.id


def _words(story: Article) -> int:
    return len(story.body.of(story.text).split())


def _excerpts(
    stories: Sequence[Article], sentences: Sequence[Sequence[Sentence]], options: Options
) -> tuple[Excerpt, ...]:
    length = length_of(options, segment(stories[0]))
    lead = analyse(stories[0], Options(method=options.method, sentences=1))
    shown = [sentence.span.of(stories[0].text) for sentence in lead.summary.sentences]
    if not length.holds(shown):
        lead = analyse(stories[0], options)
        shown = [sentence.span.of(stories[0].text) for sentence in lead.summary.sentences]
    found = [Excerpt(0, lead)]
    known = {term for sentence in sentences[0] for term in sentence.terms}
    rarity = ranker().rarity
    for at in range(1, len(stories)):
        if length.filled(shown):
            break
        for value, sentence in _news(sentences[at], known, rarity):
            if length.holds([*shown, sentence.text]):
                shown.append(sentence.text)
                known |= sentence.terms.keys()
                found.append(Excerpt(at, _with_only(analyse(stories[at]), sentence, value)))
                break
    return tuple(found)


def _news(
    sentences: Sequence[Sentence], known: Set[str], rarity: Mapping[str, float]
) -> Iterator[tuple[float, Sentence]]:
    """Yield the sentences that can stand alone and tell something that is not known, the most telling first."""
    rated = []
    for at, sentence in enumerate(sentences):
        new = sentence.terms.keys() - known
        if len(new) < _FEWEST_NEW or not stands_alone(sentences, (at,)):
            continue
        told = sum(sorted(rarity.get(term, UNSEEN) for term in sentence.terms))
        value = sum(sorted(rarity.get(term, UNSEEN) for term in new))
        if value >= _NEW * told:
            rated.append((value / (len(sentence.terms) + _DAMPING), -at, sentence))
    return ((value, sentence) for value, _, sentence in sorted(rated, key=lambda one: one[:2], reverse=True))


def _with_only(analysis: Analysis, sentence: Sentence, value: float) -> Analysis:
    """Return the analysis with that sentence as its summary."""
    only = SummarySentence(sentence.index, sentence.span, Role.NEW, round(value, 4))
    return replace(analysis, summary=replace(analysis.summary, sentences=(only,)))
