"""The summary: whole sentences of the story, each with the way to its place."""

from __future__ import annotations

from reader.model import Speaker, SpeakerKind, Strength, SummarySentence
from reader.present import attribution, legend
from reader.present.cells import wrap
from reader.present.guard import one_line
from reader.tui import places
from reader.tui.lines import Ink, cells, fitted
from reader.tui.messages import GoTo
from reader.tui.palette import Palette
from reader.tui.story import Story
from reader.tui.widgets.panel import Panel, waiting

_LEAD = 3


class SummaryPanel(Panel):
    """Sentences of the summary."""

    TITLE = "Summary"

    def rows(self, story: Story, palette: Palette, width: int) -> list[list[list[Ink]]]:
        """Return the what was not done, then the sentences, each with paragraph, speaker and strongest hedge."""
        rows = [
            _row(story, number, sentence, palette, width)
            for number, sentence in enumerate(story.analysis.summary.sentences, 1)
        ]
        return [_note(note, palette, width) for note in story.analysis.notes] + rows

    def title(self, story: Story) -> str:
        """Return the title with the method."""
        return f"Summary · {story.analysis.summary.method}" if story.ready else self.TITLE

    def empty(self, story: Story) -> str:
        """Return why there is none."""
        return waiting(story, "no summary of this story")

    def choose(self, row: int) -> None:
        """Go to the sentence."""
        if self.story is not None and row >= len(self.story.analysis.notes):
            self.post_message(GoTo(places.sentence(self.story, row - len(self.story.analysis.notes))))


def _row(story: Story, number: int, sentence: SummarySentence, palette: Palette, width: int) -> list[list[Ink]]:
    room = max(8, width - _LEAD - 1)
    lines: list[list[Ink]] = [
        [("   ", palette.text), (part.of(line), palette.text)]
        for line in map(one_line, sentence.span.of(story.text).splitlines())
        for part in wrap(line, room)
    ]
    lines[0][0] = (f" {number} "[:_LEAD], palette.accent)
    notes = _notes(story, sentence, palette, room)
    if cells(lines[-1]) + cells(notes) + 1 > width:
        lines.append([("  ", palette.text)])
    return [*lines[:-1], [*lines[-1], *notes]]


def short_name(speaker: Speaker) -> str:
    """Return a person's last name, the whole name of anything else."""
    name = one_line(speaker.name)
    return name.split()[-1] if speaker.kind is SpeakerKind.PERSON and name.split() else name


def _note(note: str, palette: Palette, width: int) -> list[list[Ink]]:
    text = one_line(note)
    return [[("   ", palette.text), (part.of(text), palette.muted)] for part in wrap(text, max(8, width - _LEAD - 1))]


def _notes(story: Story, sentence: SummarySentence, palette: Palette, room: int) -> list[Ink]:
    """Return paragraph, speakers and strongest hedge of a sentence."""
    notes: list[Ink] = [(f" ¶{story.paragraph_at(sentence.span.start)}", palette.muted)]
    seen = set()
    for quote in story.analysis.quotes:
        part = story.cast.of(quote.speaker)
        if part and part.speaker not in seen and any(span.meets(sentence.span) for span in quote.spans):
            seen.add(part.speaker)
            name = short_name(story.analysis.speakers[part.speaker])
            shown = fitted(name, min(24, room // 2)).rstrip() + attribution.sign(quote.basis)
            notes.append((f" {part.glyph} {shown}", palette.speaker(part.hue)))
            break
    found = [hedge.strength for hedge in story.analysis.hedges if hedge.span.meets(sentence.span)]
    if found:
        strongest = max(found, key=list(Strength).index)
        notes.append((f" {legend.HEDGES[strongest].glyph}", palette.hedge_glyph(strongest)))
    return notes
