"""The story's own claims without a source: which words, what sort, which sentence, where."""

from __future__ import annotations

from reader.model import UnsourcedClaim
from reader.present import legend
from reader.present.cells import wrap
from reader.present.guard import one_line
from reader.tui.lines import Ink, fitted
from reader.tui.messages import GoTo
from reader.tui.palette import Palette
from reader.tui.places import claim
from reader.tui.story import Story
from reader.tui.widgets.panel import Panel


class UnsourcedPanel(Panel):
    """Hints in text order; stands in the place of the hedges when it is asked for."""

    TITLE = "Unsourced claims"

    def __init__(self, id: str) -> None:
        super().__init__(id)
        self._failed = False

    def show(self, story: Story) -> None:
        """Show the claims of a story, or that they are being looked for."""
        self._failed = False
        super().show(story)

    def fail(self) -> None:
        """Show that nothing is to be waited for."""
        self._failed = True
        self.lay_out()

    def head(self, story: Story, palette: Palette, width: int) -> list[list[Ink]]:
        """Return what the list is: hints."""
        parts = wrap(legend.UNSOURCED, max(8, width - 2))
        return [[(" ", palette.muted), (part.of(legend.UNSOURCED), palette.muted)] for part in parts]

    def rows(self, story: Story, palette: Palette, width: int) -> list[list[list[Ink]]]:
        """Return two lines a claim."""
        return [_lines(story, found, palette, width) for found in story.claims or ()]

    def title(self, story: Story) -> str:
        """Return the title with how many there are."""
        count = len(story.claims or ())
        return f"{self.TITLE} · {count} {'hint' if count == 1 else 'hints'}" if count else self.TITLE

    def empty(self, story: Story) -> str:
        """Return why there are none."""
        if self._failed:
            return "not looked for: the search failed"
        return "…" if story.claims is None else "none found"

    def choose(self, row: int) -> None:
        """Go to the sentence."""
        if self.story is not None:
            self.post_message(GoTo(claim(self.story, row)))


def _lines(story: Story, found: UnsourcedClaim, palette: Palette, width: int) -> list[list[Ink]]:
    place = f"¶{story.paragraph_at(found.claim.start)}"
    return [
        [
            (f" {fitted(one_line(found.claim.of(story.text)), max(6, width - 18))}", palette.text),
            (f" {found.kind:<11}", palette.muted),
            (f"{place:>4}", palette.muted),
        ],
        [("   ", palette.text), (fitted(one_line(found.sentence.of(story.text)), width - 4).rstrip(), palette.muted)],
    ]
