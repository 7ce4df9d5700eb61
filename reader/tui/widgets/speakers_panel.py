"""The speakers with their share of voice."""

from __future__ import annotations

from reader.present import legend
from reader.present.guard import one_line
from reader.tui.cast import Part
from reader.tui.lines import Ink, bar, fitted
from reader.tui.messages import Isolate
from reader.tui.palette import Palette
from reader.tui.story import Story
from reader.tui.widgets.panel import Panel, waiting

_SHARE = 5
"""Cells of the share."""


class SpeakersPanel(Panel):
    """Everybody who is quoted, those with most words first; whom the story only points at last and grey."""

    TITLE = "Speakers"
    isolated: int | None = None
    """Index of the speaker whose words alone are shown."""

    def rows(self, story: Story, palette: Palette, width: int) -> list[list[list[Ink]]]:
        """Return number, shape, name, words, share and bar, with the role below."""
        most = max((part.share for part in story.cast.parts), default=0) or 1
        rows = [
            _row(story, part, palette, width, part.share / most, part.speaker == self.isolated)
            for part in story.cast.parts
        ]
        if story.cast.unattributed:
            count = story.cast.unattributed
            said = f" {legend.UNATTRIBUTED.glyph}   {count} {'quote' if count == 1 else 'quotes'} without a speaker"
            rows.append([[(fitted(said, width), palette.muted)]])
        return rows

    def title(self, story: Story) -> str:
        """Return the title with the number of speakers."""
        return f"Speakers · {len(story.cast.parts)}" if story.cast.parts else self.TITLE

    def empty(self, story: Story) -> str:
        """Return why there are none."""
        return waiting(story, "nobody is quoted")

    def choose(self, row: int) -> None:
        """Isolate the speaker, or end the isolation."""
        if self.story is not None and row < len(self.story.cast.parts):
            speaker = self.story.cast.parts[row].speaker
            self.post_message(Isolate(None if speaker == self.isolated else speaker))


def _row(story: Story, part: Part, palette: Palette, width: int, length: float, isolated: bool) -> list[list[Ink]]:
    """Return the two lines of a speaker; the bar is `length` of the longest, its solid part the words in marks."""
    speaker = story.analysis.speakers[part.speaker]
    hue = palette.speaker(part.hue)
    longest = max(4, min(24, width // 5))
    full, light = bar(length, part.direct, longest)
    mark = "›" if isolated else " "
    said = f"{part.words} {'word' if part.words == 1 else 'words'}"
    said += ", unnamed" if part.unnamed and not part.pronoun else ""
    said += f", {part.unsure} {'quote' if part.unsure == 1 else 'quotes'} guessed" if part.unsure else ""
    role = f"{said}, {one_line(speaker.role)}" if speaker.role else said
    name = palette.muted if part.pronoun else palette.bold + hue
    return [
        [
            (f"{part.number:>2}{mark}", palette.accent if isolated else palette.muted),
            (f"{part.glyph} ", hue),
            (fitted(one_line(speaker.name), width - 7 - _SHARE - longest), name),
            (f"{part.share:>{_SHARE}.0%} ", palette.text),
            (full, hue),
            (light, hue),
        ],
        [("     ", palette.text), (fitted(role, width - 6).rstrip(), palette.muted)],
    ]
