"""A story as the screen holds it: the words at once, the marks when they are found."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from reader.model import Analysis, Article, Method, Summary, UnsourcedClaim
from reader.present.guard import one_line
from reader.present.notices import heading
from reader.present.runs import Run, runs_of
from reader.spans import Span
from reader.tui.cast import NOBODY, Cast, cast_of

WORDS_A_MINUTE = 230
"""Silent reading of English non-fiction: Brysbaert (2019) gives 238 for adults."""

NO_ANALYSIS = Analysis((), (), (), (), Summary(Method.WIRE, ()))


@dataclass(frozen=True, slots=True)
class Story:
    """One story with whatever has been found in it so far."""

    article: Article
    analysis: Analysis
    """`NO_ANALYSIS` until it is there."""
    runs: tuple[Run, ...]
    cast: Cast
    ready: bool
    """Whether the analysis is there."""
    claims: tuple[UnsourcedClaim, ...] | None = None
    """Those without a source; None until they have been asked for and are there."""

    @classmethod
    def unread(cls, article: Article) -> Story:
        """Return the story with its words only."""
        return cls(article, NO_ANALYSIS, (Run(Span(0, len(article.text))),), NOBODY, ready=False)

    @classmethod
    def marked(cls, article: Article, analysis: Analysis) -> Story:
        """Return the story with its marks."""
        return cls(article, analysis, runs_of(article, analysis), cast_of(analysis), ready=True)

    @property
    def text(self) -> str:
        """The words."""
        return self.article.text

    def paragraph_at(self, offset: int) -> int:
        """Return the number, from 1, of the body's paragraph on or before `offset`; 0 above the first."""
        return bisect_right(self.article.paragraphs, offset, key=lambda span: span.start)


def minutes(words: int) -> int:
    """Return the minutes that reading `words` takes, at least one."""
    return max(1, round(words / WORDS_A_MINUTE))


def label_of(article: Article) -> str:
    """Return what the desk calls the story: its slug, else its headline, source or first words, on one line."""
    return one_line(article.slug) if article.slug else heading(article)
