"""Dialogue in bare quoted lines, which alternate between two sides (“By whom?” Vance asked. / “By Kirn.” / “Why?”)."""

from __future__ import annotations

from reader.analysis.attribution.rows import Row
from reader.analysis.marks import Marked
from reader.analysis.mentions import Mention
from reader.spans import Span

_LONGEST_LINE = 240
"""Code points; a longer bare paragraph is a monologue, not a line of dialogue."""


class Dialogue:
    """The last lines of speech, a paragraph each, as far as no other paragraph stands between them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._voices: list[int] = []
        """Mentions of those who spoke, the last one last; a voice that goes on stands once."""
        self._paragraph = -2
        self._asked = False
        """The last line was a question."""
        self._turning = False
        """A line since the dialogue began was given to the other side."""

    def other_side(self, row: Row, mark: Marked, mentions: tuple[Mention, ...]) -> int | None:
        """Return the mention of who speaks a bare line because the other one spoke last; None outside a dialogue.

        A dialogue has two voices in paragraphs that follow each other, and a question: the line above or this one asks.
        """
        if not row.alone or mark.open or mark.span.length > _LONGEST_LINE or row.paragraph != self._paragraph + 1:
            return None
        if not (self._asked or self._turning or self._asks(mark.span)):
            return None
        last = self._words(mentions, self._voices[-1])
        earlier = (voice for voice in reversed(self._voices[:-1]) if self._words(mentions, voice) != last)
        return next(earlier, None)

    def note(self, row: Row, span: Span, mention: int | None, turned: bool) -> None:
        """Take in a stretch of speech, and whether its speaker was found by turns."""
        if mention is None or row.paragraph > self._paragraph + 1:
            self._voices = []
            self._turning = False
        if mention is None:
            self._paragraph = -2
            return
        self._voices = [*self._voices[-3:], mention]
        self._paragraph = row.paragraph
        self._asked = self._asks(span)
        self._turning = self._turning or turned

    def _asks(self, span: Span) -> bool:
        return "?" in self._text[span.end - 3 : span.end]

    def _words(self, mentions: tuple[Mention, ...], voice: int) -> str:
        return mentions[voice].span.of(self._text).lower()
