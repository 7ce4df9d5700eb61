"""Going from mark to mark: which one is the current one, where to next, and the way back."""

from __future__ import annotations

from collections.abc import Sequence

from reader.model import Quote
from reader.present.guard import one_line
from reader.spans import Span
from reader.tui import places, search
from reader.tui.painter import Look
from reader.tui.places import Kind, Place
from reader.tui.story import Story
from reader.tui.widgets.key_line import KeyLine
from reader.tui.widgets.speakers_panel import SpeakersPanel
from reader.tui.widgets.story_text import StoryText

_REMEMBERED = 100


class Jumps:
    """The part of the reading screen that knows the mark one stands on, the isolated speaker and the search."""

    text: StoryText
    speakers: SpeakersPanel
    key_line: KeyLine

    def __init__(self) -> None:
        super().__init__()
        self.story: Story | None = None
        self.place: Place | None = None
        """The mark one stands on."""
        self.isolated: int | None = None
        self._found: tuple[Span, ...] = ()
        self._trail: list[tuple[int, Place | None]] = []
        """Where one was before each jump: the offset at the top, and the mark."""

    def forget(self) -> None:
        """Begin anew, for another story."""
        self.place = None
        self.isolated = None
        self._found = ()
        self._trail.clear()

    def relook(self) -> None:
        """Draw the text with the current mark, speaker and matches."""
        cursor: tuple[Span, ...] = ()
        if self.place and self.story and self.place.kind is not Kind.MATCH:
            cursor = places.spans_of(self.story, self.place)
        here = self.place.span if self.place and self.place.kind is Kind.MATCH else None
        self.text.set_look(Look(self.isolated, cursor, self._found, here))
        self.tell_place()

    def tell_place(self) -> None:
        """Show how far into the story one is."""
        raise NotImplementedError

    # -- the trail

    def remember(self) -> None:
        """Note where one is, for the way back."""
        self._trail.append((self.text.top, self.place))
        del self._trail[:-_REMEMBERED]

    def do_jump_back(self) -> None:
        """Go back to where one was before the last jump."""
        if not self._trail:
            self.key_line.say("No jump to go back from")
            return
        top, self.place = self._trail.pop()
        self.text.to_row(self.text.table.row_at(top))
        self.relook()

    # -- marks

    def go(self, place: Place) -> None:
        """Stand on a mark."""
        self.remember()
        self.place = place
        self.text.bring(place.span)
        self.relook()

    def point(self, offset: int) -> None:
        """Stand on the mark at `offset`, if there is one."""
        self.place = places.mark_at(self.story, offset) if self.story else None
        self.relook()

    def current_place(self) -> Place | None:
        """Return the mark one stands on if it is in view, or was pointed at."""
        return self.place

    def current_quote(self) -> Quote | None:
        """Return the quote one stands on or in."""
        if self.story is None or self.place is None:
            return None
        if self.place.kind is Kind.QUOTE:
            return self.story.analysis.quotes[self.place.index]
        for quote in self.story.analysis.quotes:
            if any(span.meets(self.place.span) for span in quote.spans):
                return quote
        return None

    def _step(self, to: Sequence[Place], forward: bool, none: str) -> None:
        """Go to the next or the last of `to`, seen from the current mark or, if that is out of view, from the top."""
        here = self._here()
        place = places.after(to, here) if forward else places.before(to, here)
        if place is not None:
            self.go(place)
        elif to:
            self.key_line.say(("That was the last" if forward else "That was the first") + self._all_by(""))
        else:
            self.key_line.say(none)

    def _none(self, what: str) -> str:
        """Return that there is none of `what`, and why that may be."""
        if self.story is not None and not self.story.ready:
            return f"Looking for {what}; try again in a moment"
        return f"No {what}{self._all_by(' in this story')}"

    def _all_by(self, otherwise: str) -> str:
        """Return whose marks alone are gone through, and how to have all; `otherwise` when nobody is isolated."""
        if self.story is None or self.isolated is None:
            return otherwise
        return f" by {one_line(self.story.analysis.speakers[self.isolated].name)}; 0 shows all"

    def _here(self) -> int:
        """Return the offset that next and previous are counted from."""
        if self.place is not None:
            row = self.text.table.row_at(self.place.span.start) - self.text.scroll_offset.y
            if 0 <= row < self.text.size.height:
                return self.place.span.start
        return self.text.top - 1

    def do_next_quote(self) -> None:
        """To the next quote."""
        self._step_quote(forward=True)

    def do_previous_quote(self) -> None:
        """To the quote before."""
        self._step_quote(forward=False)

    def _step_quote(self, *, forward: bool) -> None:
        if self.story is not None:
            self._step(places.quotes(self.story, self.isolated), forward, self._none("quotes"))

    def do_next_hedge(self) -> None:
        """To the next hedge."""
        self._step_hedge(forward=True)

    def do_previous_hedge(self) -> None:
        """To the hedge before."""
        self._step_hedge(forward=False)

    def _step_hedge(self, *, forward: bool) -> None:
        if self.story is not None:
            self._step(places.hedges(self.story, self.isolated), forward, self._none("hedges"))

    def do_next_same(self) -> None:
        """To the next quote of the same speaker."""
        self._step_same(forward=True)

    def do_previous_same(self) -> None:
        """To the quote before of the same speaker."""
        self._step_same(forward=False)

    def _step_same(self, *, forward: bool) -> None:
        quote = self.current_quote()
        speaker = quote.speaker if quote else self.isolated
        if self.story is None or speaker is None:
            self.key_line.say("No speaker here; go to a quote with ]q")
        else:
            self._step(places.quotes(self.story, speaker), forward, "No more of this speaker")

    def do_next_unattributed(self) -> None:
        """To the next quote without a name."""
        self._step_unattributed(forward=True)

    def do_previous_unattributed(self) -> None:
        """To the quote before without a name."""
        self._step_unattributed(forward=False)

    def _step_unattributed(self, *, forward: bool) -> None:
        if self.story is not None:
            self._step(places.unattributed(self.story), forward, "Every quote has a named speaker")

    # -- speakers

    def do_isolate(self, key: str) -> None:
        """Hear the speaker with this number only."""
        if self.story is None:
            return
        part = next((part for part in self.story.cast.parts if part.number == key), None)
        if part is None:
            self.key_line.say(f"No speaker has the number {key}")
        else:
            self.isolate(None if part.speaker == self.isolated else part.speaker)

    def do_everybody(self) -> None:
        """Hear all speakers."""
        self.isolate(None)

    def isolate(self, speaker: int | None) -> None:
        """Draw back all but what `speaker` says; nothing for None."""
        if speaker == self.isolated:
            return
        self.isolated = speaker
        self.speakers.isolated = speaker
        self.speakers.lay_out()
        self.relook()
        if speaker is None or self.story is None:
            self.key_line.say(None)
            return
        said = places.quotes(self.story, speaker)
        name = one_line(self.story.analysis.speakers[speaker].name)
        self.key_line.say(f"Only {name} · {len(said)} {'quote' if len(said) == 1 else 'quotes'} · 0 for all")

    # -- search

    def search(self, query: str, settle: bool) -> None:
        """Find `query` in the words; `settle` on the first match from the top of the view on."""
        if self.story is None:
            return
        self._found = search.find(self.story.text, query)
        count = len(self._found)
        if query.strip():
            self.key_line.say(f"{count:,} {'match' if count == 1 else 'matches'}" if count else "Not found")
        if settle and self._found:
            self._step(self._matches(), True, "") if places.after(self._matches(), self._here()) else self.go(
                self._matches()[0]
            )
        else:
            self.relook()

    def forget_search(self) -> None:
        """End the search."""
        self._found = ()
        if self.place is not None and self.place.kind is Kind.MATCH:
            self.place = None
        self.relook()

    def _matches(self) -> list[Place]:
        return [Place(Kind.MATCH, i, span) for i, span in enumerate(self._found)]

    def do_next_match(self) -> None:
        """To the next match, from the last to the first."""
        self._step_match(1)

    def do_previous_match(self) -> None:
        """To the match before, from the first to the last."""
        self._step_match(-1)

    def _step_match(self, step: int) -> None:
        matches = self._matches()
        if not matches:
            self.key_line.say("No search; begin one with /")
            return
        here = self._here()
        place = places.after(matches, here) if step > 0 else places.before(matches, here)
        self.go(place or matches[0 if step > 0 else -1])

    def to_percent(self, value: str) -> None:
        """Go that many hundredths into the story; says so when `value` is no number."""
        digits = value.strip().rstrip("%")
        if not digits.isdecimal():
            self.key_line.say("A number from 0 to 100, please")
            return
        self.remember()
        self.text.to_row(min(100, int(digits)) * len(self.text.table) // 100)
