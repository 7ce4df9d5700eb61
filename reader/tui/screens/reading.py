"""The reading screen: the text with its marks, the summary, speakers and hedges beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Container
from textual.widget import Widget
from textual.worker import Worker, WorkerState, get_current_worker

from reader.model import Article
from reader.tui import clip, reasons
from reader.tui.commands import Scope
from reader.tui.lines import Ink
from reader.tui.messages import Analysed, Answered, ClaimsFound, GoTo, GoToRow, Isolate
from reader.tui.palette import Palette
from reader.tui.screens.base import CommandScreen
from reader.tui.screens.jumps import Jumps
from reader.tui.screens.motion import Motion
from reader.tui.story import Story
from reader.tui.title import title_line
from reader.tui.widgets.hedges_panel import HedgesPanel
from reader.tui.widgets.line import Line
from reader.tui.widgets.panel import Panel
from reader.tui.widgets.queue_list import QueueList
from reader.tui.widgets.rows import RowList
from reader.tui.widgets.speakers_panel import SpeakersPanel
from reader.tui.widgets.story_text import StoryText
from reader.tui.widgets.strip import CertaintyStrip
from reader.tui.widgets.summary_panel import SummaryPanel
from reader.tui.widgets.unsourced_panel import UnsourcedPanel


class StoryTitle(Line):
    """What the story is, and what is in it."""

    def __init__(self) -> None:
        super().__init__(id="title")
        self._words = 0
        self._story: Story | None = None

    def show(self, story: Story) -> None:
        """Show another story, or the same with its figures."""
        if self._story is None or self._story.article is not story.article:
            self._words = len(story.article.body.of(story.text).split())
        self._story = story
        self.refresh()

    def inks(self, width: int, palette: Palette) -> Sequence[Ink]:
        """Return the line."""
        if self._story is None:
            return ()
        screen = self.screen
        assert isinstance(screen, ReadingScreen)
        return title_line(self._story, self._words, screen.reader.place, screen.reader.now(), width, palette)


class ReadingScreen(Jumps, Motion, CommandScreen):
    """One story."""

    SCOPE = Scope.READING
    AUTO_FOCUS: ClassVar[str | None] = "#text"

    def __init__(self) -> None:
        super().__init__()
        self.title_line = StoryTitle()
        self.text = StoryText(id="text")
        self.strip = CertaintyStrip(id="strip")
        self.summary = SummaryPanel(id="summary")
        self.speakers = SpeakersPanel(id="speakers")
        self.hedges = HedgesPanel(id="hedges")
        self.unsourced = UnsourcedPanel(id="unsourced")
        self.panels: tuple[Panel, ...] = (self.summary, self.speakers, self.hedges, self.unsourced)

    def compose(self) -> ComposeResult:
        """Yield the parts; the stylesheet places them by the size of the screen."""
        yield self.title_line
        with Container(id="main"):
            with Container(id="side"):
                yield from self.panels
            with Container(id="page"):
                yield self.text
                yield self.strip
        yield self.key_line

    def on_mount(self) -> None:
        """Follow the theme and show the story."""
        super().on_mount()
        self.watch(self.text, "scroll_y", self.tell_place, init=False)
        self.open_story()

    def open_story(self) -> None:
        """Show the story on which the app stands: its words now, its marks when they are there."""
        app = self.reader
        article = app.shelf.article(app.position)
        if article is None:
            return
        for queue in self.query(QueueList):
            queue.stand_on(app.position)
        known = app.shelf.known(app.position)
        self.workers.cancel_group(self, "claims")
        self.forget()
        self.show(Story.unread(article) if known is None else Story.marked(article, known))
        if known is None:
            self.call_after_refresh(self._analyse, article, app.position)

    @work(thread=True, exclusive=True, group="analysis", exit_on_error=False)
    def _analyse(self, article: Article, position: int) -> None:
        story = Story.marked(article, self.reader.shelf.analysis(article, position))
        if not get_current_worker().is_cancelled:
            self.post_message(Analysed(story))

    @work(thread=True, exclusive=True, group="claims", exit_on_error=False)
    def _find_claims(self, story: Story) -> None:
        from reader import pipeline

        claims = pipeline.unsourced_claims(pipeline.Story(story.article, story.analysis))
        if not get_current_worker().is_cancelled:
            self.post_message(ClaimsFound(story, claims))

    @on(Worker.StateChanged)
    def _tell_failure(self, event: Worker.StateChanged) -> None:
        if event.state is not WorkerState.ERROR:
            return
        if event.worker.group == "analysis":
            self.key_line.say("This story could not be analysed; its words are shown without marks.")
        elif event.worker.group == "claims":
            self.unsourced.fail()
            self.key_line.say("Claims without a source could not be looked for in this story.")

    @on(Analysed)
    def _add_marks(self, message: Analysed) -> None:
        """Show the marks, unless another story has been opened meanwhile."""
        message.stop()
        if self.story is not None and message.story.article is self.story.article:
            self.show(message.story)

    @on(ClaimsFound)
    def _add_claims(self, message: ClaimsFound) -> None:
        """List the claims, unless another story, or the same with other marks, has been shown meanwhile."""
        message.stop()
        if message.story is self.story:
            self.story = replace(message.story, claims=message.claims)
            self.unsourced.show(self.story)

    def show(self, story: Story) -> None:
        """Show a story, or the same with its marks."""
        self.story = story
        self.text.show(story)
        self.title_line.show(story)
        self.speakers.isolated = self.isolated
        for panel in self.panels:
            panel.show(story)
        self.strip.show(story, self.text.table)
        self.tell_place()
        if story.analysis.notes:
            self.key_line.say(story.analysis.notes[0])
        self._want_claims()

    def _want_claims(self) -> None:
        """Have the claims without a source looked for, if they are to be shown and are not there."""
        story = self.story
        if story is not None and story.ready and story.claims is None and self.has_class("-unsourced"):
            self._find_claims(story)

    def restyle(self) -> None:
        """Draw everything in the new theme."""
        self.text.restyle()
        for panel in self.panels:
            panel.lay_out()
        for widget in (self.title_line, self.strip, self.key_line, *self.query("#queue")):
            widget.refresh()

    # -- news from the widgets

    @on(StoryText.Laid)
    def _rows_cut(self) -> None:
        if self.story is not None:
            self.strip.show(self.story, self.text.table)
            self.tell_place()

    def tell_place(self) -> None:
        """Show at the foot how far into the story one is."""
        found = self.text.look.found
        here = self.text.look.here
        match = f"match {found.index(here) + 1}/{len(found)}  " if here in found and here else ""
        self.key_line.set_right(f"{match}{self.text.percent}%")

    @on(StoryText.Pointed)
    def _pointed(self, message: StoryText.Pointed) -> None:
        self.point(message.offset)

    @on(GoTo)
    def _go_to(self, message: GoTo) -> None:
        if self.has_class("-panels"):
            self.focus_text()
        self.go(message.place)

    @on(GoToRow)
    def _go_to_row(self, message: GoToRow) -> None:
        self.remember()
        self.text.to_row(message.row)

    @on(Isolate)
    def _isolate(self, message: Isolate) -> None:
        self.isolate(message.speaker)

    def on_resize(self, event: events.Resize) -> None:
        """Bring in the queue where there is room for it."""
        if event.size.width >= 170 and len(self.reader.shelf.entries) > 1 and not self.query("#queue"):
            queue = self.reader.make_queue()
            self.query_one("#main").mount(queue, before=0)
            changed = self.reader.shelf_changed
            changed.subscribe(self, lambda counted: queue.refill() if counted is None else queue.recount(counted))
            queue.call_after_refresh(queue.stand_on, self.reader.position)
        if not (self.has_class("-medium") or self.has_class("-wide")) and self._in_hidden_part():
            self.focus_text()

    # -- moving

    @property
    def mover(self) -> RowList | StoryText:
        """The list that has the keys, else the text."""
        return self.focused if isinstance(self.focused, RowList) else self.text

    def to_end(self, *, first: bool) -> None:
        """Go to the first or the last row of the list or of the text."""
        if isinstance(self.focused, RowList):
            self.focused.highlight(0 if first else self.focused.row_count - 1)
            return
        self.remember()
        self.text.to_row(0 if first else len(self.text.table))

    def do_choose(self) -> None:
        """Act on the highlighted row of the panel."""
        if isinstance(self.focused, RowList):
            self.focused.choose_highlighted()

    # -- panels

    @property
    def _one_column(self) -> bool:
        return not (self.has_class("-medium") or self.has_class("-wide"))

    @property
    def _textual_only(self) -> bool:
        return self.has_class("-tiny") or self.has_class("-flat")

    def _in_hidden_part(self) -> bool:
        return isinstance(self.focused, Panel) and not self.has_class("-panels")

    def focus_text(self) -> None:
        """Go back to the text."""
        self.remove_class("-panels")
        self.text.focus()

    def do_next_panel(self) -> None:
        """To the next panel, or on one column between text and panels."""
        self._step_panel(1)

    def do_previous_panel(self) -> None:
        """To the panel before."""
        self._step_panel(-1)

    def _step_panel(self, step: int) -> None:
        stops: list[Widget] = [self.text, *self.panels, *self.query("#queue").results(Widget)]
        if self._one_column:
            stops = [self.text, self.speakers, self.unsourced if self.has_class("-unsourced") else self.hedges]
        else:
            stops = [stop for stop in stops if stop.display and stop.region.height]
        at = stops.index(self.focused) if self.focused in stops else 0
        stop = stops[(at + step) % len(stops)]
        if isinstance(stop, Panel):
            self._go_to_panel(stop)
        else:
            self.focus_text()
            stop.focus()

    def _toggle(self, panel: Panel) -> None:
        """Go to `panel`, or back to the text from there."""
        if self.focused is panel:
            self.focus_text()
        else:
            self._go_to_panel(panel)

    def _go_to_panel(self, panel: Panel) -> None:
        if self._textual_only:
            return
        self.remove_class("-zen")
        self.set_class(self._one_column and panel is not self.summary, "-panels")
        panel.focus()

    def do_summary(self) -> None:
        """To the summary and back."""
        self._toggle(self.summary)

    def do_speakers(self) -> None:
        """To the speakers and back."""
        self._toggle(self.speakers)

    def do_hedges(self) -> None:
        """To the hedges and back."""
        self.remove_class("-unsourced")
        self._toggle(self.hedges)

    def do_unsourced(self) -> None:
        """To the claims without a source, in the place of the hedges; from there back to the text and the hedges."""
        if self._textual_only:
            self.key_line.say("No room for the list of claims here")
            return
        leaving = self.focused is self.unsourced
        self._toggle(self.unsourced)
        self.set_class(not leaving, "-unsourced")
        self._want_claims()

    # -- copying

    def do_copy_quote(self) -> None:
        """Copy what the mouse has selected, else the quote one stands on."""
        selected = self.get_selected_text()
        if selected:
            self.app.copy_to_clipboard(selected)
            self.key_line.say_on_one_line(f"Copied {len(selected.split())} words: {selected}")
            return
        quote = self.current_quote()
        if quote is None or self.story is None:
            self.key_line.say("No quote here; go to one with ]q")
            return
        copied = clip.quote_with_attribution(self.story, quote, self.reader.now())
        self.app.copy_to_clipboard(copied)
        self.key_line.say_on_one_line(f"Copied: {copied}")

    def do_copy_story(self) -> None:
        """Copy the whole text."""
        if self.story is not None:
            self.app.copy_to_clipboard(clip.whole_story(self.story, self.reader.now()))
            self.key_line.say_on_one_line(f"Copied the story: {len(self.story.text.split()):,} words")

    # -- stories and view

    def do_next_story(self) -> None:
        """To the next story."""
        self._step_story(1, "This is the last story")

    def do_previous_story(self) -> None:
        """To the story before."""
        self._step_story(-1, "This is the first story")

    def _step_story(self, step: int, otherwise: str) -> None:
        position = self.reader.shelf.neighbour(self.reader.position, step)
        if position is None:
            self.key_line.say(otherwise)
        else:
            self.reader.open_story(position)

    def do_compare(self) -> None:
        """Compare with the story before."""
        before = self.reader.shelf.neighbour(self.reader.position, -1)
        if before is None:
            self.key_line.say("This is the first story; there is none before it to compare with")
        else:
            self.reader.compare(before, self.reader.position)

    def do_back(self) -> None:
        """From the panels to the text, from the text to the queue."""
        if self.has_class("-panels") or self.has_class("-zen"):
            self.remove_class("-zen")
            self.focus_text()
        else:
            self.reader.leave_story()

    def do_clear(self) -> None:
        """End search and isolation, and go back to the text."""
        self.clear_selection()
        self.forget_search()
        self.isolate(None)
        self.focus_text()

    def do_wider(self) -> None:
        """Widen the text."""
        self.key_line.say(f"Lines of {self.text.widen(1)}")

    def do_narrower(self) -> None:
        """Narrow the text."""
        self.key_line.say(f"Lines of {self.text.widen(-1)}")

    def do_zen(self) -> None:
        """Show the text alone, or all again."""
        self.focus_text()
        self.toggle_class("-zen")

    def do_why(self) -> None:
        """Say why the mark one stands on is there."""
        place = self.current_place()
        if place is None or self.story is None:
            self.key_line.say("No mark here; go to one with ]q or ]h, or click on it")
        else:
            self.key_line.say(reasons.why(self.story, place))

    def do_search(self) -> None:
        """Ask what to search for."""
        self.ask("search", "words to find")

    def do_percent(self) -> None:
        """Ask how far to go."""
        self.ask("percent", "0 to 100")

    @on(Answered)
    def _answered(self, message: Answered) -> None:
        message.stop()
        if message.final:
            self.stop_asking()
            self.text.focus()
        if message.purpose == "search":
            self.search(message.value, settle=message.final)
        elif message.final:
            self.to_percent(message.value)
