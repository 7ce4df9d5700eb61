"""The hedges: how strong, which words, what kind, in whose voice, where."""

from __future__ import annotations

from collections import Counter

from reader.model import Hedge, HedgeCategory, Voice
from reader.present import legend
from reader.present.cells import wrap
from reader.present.density import density_line
from reader.present.guard import one_line
from reader.tui.lines import Ink, fitted
from reader.tui.messages import GoTo
from reader.tui.palette import Palette
from reader.tui.places import Kind, Place
from reader.tui.story import Story
from reader.tui.widgets.panel import Panel, waiting

_SHORT = {
    HedgeCategory.MODAL: "modal",
    HedgeCategory.EPISTEMIC: "belief",
    HedgeCategory.LIKELIHOOD: "likely",
    HedgeCategory.HEARSAY: "hearsay",
    HedgeCategory.APPROXIMATOR: "about",
    HedgeCategory.SOURCE: "source",
    HedgeCategory.CONDITIONAL: "if",
}
"""Category in a column of seven cells."""


class HedgesPanel(Panel):
    """All hedges in text order."""

    TITLE = "Hedges"

    def rows(self, story: Story, palette: Palette, width: int) -> list[list[list[Ink]]]:
        """Return one line a hedge."""
        return [[_line(story, hedge, palette, width)] for hedge in story.analysis.hedges]

    def head(self, story: Story, palette: Palette, width: int) -> list[list[Ink]]:
        """Return how much is hedged, and on whose word."""
        line = density_line(story.article, story.analysis) if story.ready else ""
        return [[(" ", palette.muted), (part.of(line), palette.muted)] for part in wrap(line, max(8, width - 2))]

    def title(self, story: Story) -> str:
        """Return the title with how many are whose."""
        voices = Counter(hedge.voice for hedge in story.analysis.hedges)
        if not voices:
            return self.TITLE
        return f"Hedges · {voices[Voice.STORY]} story {voices[Voice.SPEAKER]} speakers"

    def empty(self, story: Story) -> str:
        """Return why there are none."""
        return waiting(story, "nothing is hedged")

    def choose(self, row: int) -> None:
        """Go to the hedge."""
        if self.story is not None:
            self.post_message(GoTo(Place(Kind.HEDGE, row, self.story.analysis.hedges[row].span)))


def _line(story: Story, hedge: Hedge, palette: Palette, width: int) -> list[Ink]:
    part = story.cast.of(hedge.speaker)
    voice = "story" if hedge.voice is Voice.STORY else part.number if part else legend.UNATTRIBUTED.glyph
    place = f"¶{story.paragraph_at(hedge.span.start)}"
    return [
        (f" {legend.HEDGES[hedge.strength].glyph} ", palette.hedge_glyph(hedge.strength)),
        (fitted(one_line(hedge.span.of(story.text)), max(6, width - 24)), palette.text),
        (f" {_SHORT[hedge.category]:<7} ", palette.muted),
        (f"{voice:<5} ", palette.speaker(part.hue) if part else palette.muted),
        (f"{place:>4}", palette.muted),
    ]
