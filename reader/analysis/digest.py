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
from reader.analysis.segment import Document, segment
from reader.analysis.summary import length_of, summarise
from reader.model import Analysis, Article, Method, Options, Role, Summary, SummarySentence

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


def entry(stories: Sequence[Article], withheld: Set[str], options: Options, speakers: bool = False) -> Entry:
    """Return the entry for the stories of one event; `withheld` holds the identifiers of those that give no text.

    One story gives its plain summary.  More give one sentence of the leading one and at most one of each other,
    together no longer than `options` allow; their analyses hold speakers and quotes only if `speakers` is set, which
    takes three times as long.  The same for the same stories in whatever order.
    """
    ordered = _ordered([story for story in stories if story.id not in withheld])
    shut = sorted((story for story in stories if story.id in withheld), key=_newest, reverse=True)
    everything = (*ordered, *shut)
    kept_back = frozenset(range(len(ordered), len(everything)))
    if len(ordered) < 2:
        told = tuple(Excerpt(at, analyse(story, options)) for at, story in enumerate(ordered))
        return Entry(everything, kept_back, told, ())
    drafts = [_Draft(story, segment(story), options.method, speakers) for story in ordered]
    sentences = [read_sentences(draft.document) for draft in drafts]
    return Entry(everything, kept_back, _excerpts(drafts, sentences, options), differences(sentences))


@dataclass(frozen=True, slots=True)
class _Draft:
    """A story of an event with what it takes to read it."""

    article: Article
    document: Document
    method: Method
    speakers: bool

    def analysis(self, options: Options) -> Analysis:
        """Return the analysis, or as much of it as is wanted."""
        if self.speakers:
            return analyse(self.article, options)
        summary, notes = summarise(self.document, (), (), options)
        return Analysis(self.document.sentences, (), (), (), summary, notes)

    def with_only(self, sentence: Sentence, value: float) -> Analysis:
        """Return the analysis with that sentence as its summary."""
        only = SummarySentence(sentence.index, sentence.span, Role.NEW, round(value, 4))
        found = self.analysis(Options(method=Method.LEAD, sentences=1))
        return replace(found, summary=Summary(self.method, (only,)))


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
    drafts: Sequence[_Draft], sentences: Sequence[Sequence[Sentence]], options: Options
) -> tuple[Excerpt, ...]:
    length = length_of(options, drafts[0].document)
    lead = drafts[0].analysis(Options(method=options.method, sentences=1))
    if not length.holds(_texts(drafts[0], lead)):
        lead = drafts[0].analysis(options)
    shown = _texts(drafts[0], lead)
    found = [Excerpt(0, lead)]
    known = {term for sentence in sentences[0] for term in sentence.terms}
    rarity = ranker().rarity
    for at in range(1, len(drafts)):
        if length.filled(shown):
            break
        for value, sentence in _news(sentences[at], known, rarity):
            if length.holds([*shown, sentence.text]):
                shown.append(sentence.text)
                known |= sentence.terms.keys()
                found.append(Excerpt(at, drafts[at].with_only(sentence, value)))
                break
    return tuple(found)


def _texts(draft: _Draft, analysis: Analysis) -> list[str]:
    return [sentence.span.of(draft.article.text) for sentence in analysis.summary.sentences]


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
