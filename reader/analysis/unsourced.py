"""Sentences in the story's own voice that make a strong claim with no source in them: hints for a second look.

A list names the words of claims (accusation, cause, superlative, prediction), another the words that put a sentence at
somebody's door; quotes and hedges of hearsay and of unnamed sources, found before, do so too.  Each sentence is judged
alone, so one that goes on with what a source told in the sentence before is listed all the same, and common knowledge
is a claim like any other: a hint says look, not that anything is wrong.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from reader import lexicons
from reader.datelines import dateline_of
from reader.model import Analysis, Article, ClaimKind, HedgeCategory, UnsourcedClaim, Voice
from reader.spans import Span

_SOURCED = frozenset({HedgeCategory.HEARSAY, HedgeCategory.SOURCE})
_MARKS = re.compile(r"[\"“”„«»]|(?<!\w)‘")
_BEFORE_DATELINE = 4
"""Paragraphs at the head of a body in which its dateline may stand."""
_KINDS = list(ClaimKind)


def find_unsourced(article: Article, analysis: Analysis) -> tuple[UnsourcedClaim, ...]:
    """Return the sentences of the body with a claim and no source, in text order, each with its gravest claim.

    None in a story that is not in English.  Headline, dateline and boilerplate are left out, and so are questions.
    """
    if article.language not in {None, "en"}:
        return ()
    claims: dict[Span, tuple[ClaimKind, Span]] = {}
    starts = [sentence.start for sentence in analysis.sentences]
    opening = _after_dateline(article)
    for found in _claims().finditer(article.text, opening, article.body.end):
        at = bisect_right(starts, found.start()) - 1
        if at < 0 or found.end() > analysis.sentences[at].end:
            continue
        sentence = Span(max(analysis.sentences[at].start, opening), analysis.sentences[at].end)
        kind = _kinds().get(" ".join(found.group().lower().split()))
        if kind is None:
            continue  # letters that only the pattern takes for those of the list: ſtole, crımınal
        if found.group()[0].isupper() and found.start() > sentence.start:
            continue  # part of a name: the Fraud Office
        if sentence not in claims or _KINDS.index(kind) < _KINDS.index(claims[sentence][0]):
            claims[sentence] = kind, Span(*found.span())
    told = _told(analysis)
    return tuple(
        UnsourcedClaim(sentence, claim, kind)
        for sentence, (kind, claim) in claims.items()
        if not _has_source(article, sentence, told)
    )


def _after_dateline(article: Article) -> int:
    """Return where the body begins, its dateline passed over."""
    for paragraph in article.paragraphs[:_BEFORE_DATELINE]:
        dateline = dateline_of(paragraph.of(article.text))
        if dateline is not None:
            return paragraph.start + dateline.end
    return article.body.start


@dataclass(frozen=True, slots=True)
class _Told:
    """What shows that somebody else speaks: words given to him, cues, his name, hearsay."""

    starts: list[int]
    """In order."""
    ends: list[int]
    """The furthest end of all that begin no later."""

    def meets(self, sentence: Span) -> bool:
        last = bisect_left(self.starts, sentence.end)
        return last > 0 and self.ends[last - 1] > sentence.start


def _told(analysis: Analysis) -> _Told:
    spans = [span for quote in analysis.quotes for span in (*quote.spans, quote.cue, quote.mention) if span is not None]
    spans += [hedge.span for hedge in analysis.hedges if hedge.category in _SOURCED or hedge.voice is Voice.SPEAKER]
    spans.sort()
    return _Told([span.start for span in spans], list(accumulate((span.end for span in spans), max)))


def _has_source(article: Article, sentence: Span, told: _Told) -> bool:
    words = sentence.of(article.text)
    if words.rstrip().endswith("?") or _MARKS.search(words) or _sources().search(words):
        return True
    if any(span.meets(sentence) for span in article.boilerplate):
        return True
    return told.meets(sentence)


@cache
def _kinds() -> dict[str, ClaimKind]:
    """Return the words of claims with their kinds."""
    lines = (line.split("|") for line in lexicons.lines("claim_words"))
    return {form.strip(): ClaimKind(kind.strip()) for forms, kind in lines for form in forms.split(",")}


@cache
def _claims() -> re.Pattern[str]:
    return _any_of(_kinds())


@cache
def _sources() -> re.Pattern[str]:
    return _any_of(lexicons.lines("sourcing_words"))


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that finds any of `phrases` as whole words, the longest first."""
    forms = sorted(phrases, key=len, reverse=True)
    found = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in forms)
    return re.compile(rf"(?<![\w'’-])(?:{found})(?![\w-]|['’]\w)", re.IGNORECASE)
