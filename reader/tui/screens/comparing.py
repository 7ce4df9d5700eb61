"""The comparing screen: the new take with what changed in it, and beside it the facts that changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from rich.style import Style
from textual import on, work
from textual.app import ComposeResult
from textual.containers import Container
from textual.worker import Worker, WorkerState, get_current_worker

from reader.model import Article
from reader.pipeline import compared
from reader.present.cells import clipped
from reader.present.guard import one_line
from reader.present.notices import notices
from reader.present.takes import GUTTER, Look, Piece, blocks, fact_pieces, wrapped
from reader.tui.commands import Scope
from reader.tui.lines import Ink, spread
from reader.tui.messages import Compared
from reader.tui.palette import Palette
from reader.tui.screens.base import CommandScreen
from reader.tui.screens.motion import Motion
from reader.tui.story import Story, label_of
from reader.tui.widgets.line import Line
from reader.tui.widgets.page import Page

_VERSION = 20
"""Cells of a title line kept for a version and what divides the takes."""
_MEASURE = 80
"""Most cells of a line."""


class TakesTitle(Line):
    """Which take is held against which."""

    def __init__(self, takes: Sequence[Article | None]) -> None:
        super().__init__(id="title")
        self._takes = takes

    def inks(self, width: int, palette: Palette) -> Sequence[Ink]:
        """Return the line: the old take and the new one, each after what must not be overlooked."""
        screen = self.screen
        assert isinstance(screen, ComparingScreen)
        inks: list[Ink] = []
        for article in self._takes:
            if article is not None:
                inks.append((" → " if inks else " ", palette.muted))
                for notice in notices(article, screen.reader.now()):
                    inks += [(notice, palette.notice(article)), (" ", Style())]
                inks.append((clipped(label_of(article), max(1, width // 2 - _VERSION)), palette.bold))
                if article.version:
                    inks.append((f" {clipped(one_line(article.version), _VERSION - 4)}", palette.accent))
        return spread(inks, [], width)


class ComparingScreen(Motion, CommandScreen):
    """Two takes of one story."""

    SCOPE = Scope.COMPARING
    AUTO_FOCUS: ClassVar[str | None] = "#rows"
    CSS = """
    ComparingScreen #main { height: 1fr; }
    ComparingScreen #rows { width: 1fr; height: 1fr; }
    ComparingScreen #facts { dock: top; height: auto; max-height: 8; border-bottom: solid $rule; }
    ComparingScreen.-medium #facts, ComparingScreen.-wide #facts {
        dock: left; width: 38; height: 100%; max-height: 100%; border-bottom: none; border-right: solid $rule;
    }
    ComparingScreen.-wide #facts { width: 60; }
    ComparingScreen.-tiny #facts, ComparingScreen.-flat #facts { display: none; }
    """

    def __init__(self, old: int, new: int) -> None:
        super().__init__()
        self._positions = old, new
        self.rows = Page(id="rows")
        self.facts = Page(id="facts")

    def compose(self) -> ComposeResult:
        """Yield the parts."""
        yield TakesTitle([self.reader.shelf.article(position) for position in self._positions])
        with Container(id="main"):
            yield self.facts
            yield self.rows
        yield self.key_line

    def on_mount(self) -> None:
        """Follow the theme and compare."""
        super().on_mount()
        self.rows.show(lambda palette, _width: [[(" …", palette.muted)]])
        self._compare()

    @work(thread=True, exclusive=True, group="comparison", exit_on_error=False)
    def _compare(self) -> None:
        shelf = self.reader.shelf
        takes = []
        for position in self._positions:
            article = shelf.article(position)
            assert article is not None
            takes.append(Story.marked(article, shelf.analysis(article, position)))
        old, new = takes
        comparison = compared(old, new)
        if not get_current_worker().is_cancelled:
            self.post_message(Compared(old, new, comparison))

    @on(Worker.StateChanged)
    def _tell_failure(self, event: Worker.StateChanged) -> None:
        if event.state is WorkerState.ERROR and event.worker.group == "comparison":
            self.key_line.say("These stories could not be compared.")

    @on(Compared)
    def _show(self, message: Compared) -> None:
        message.stop()
        takes, comparison = (message.old, message.new), message.comparison
        rows = tuple(blocks(*takes, comparison))
        facts = [fact_pieces(*takes, fact) for fact in comparison.facts]
        facts = facts or [[("no number, quote, verb, hedge or source changed", Look.NEUTRAL)]]

        def lines_of_rows(palette: Palette, width: int) -> list[list[Ink]]:
            measure = max(1, min(_MEASURE, width - GUTTER - 1))
            return [line for block in rows for line in _set(block.pieces, measure, palette, block.sign)]

        def lines_of_facts(palette: Palette, width: int) -> list[list[Ink]]:
            return [line for fact in facts for line in _set(fact, max(1, width - GUTTER), palette, ("·", Look.NEUTRAL))]

        self.rows.show(lines_of_rows)
        self.facts.show(lines_of_facts)
        self.facts.refresh(layout=True)

    def restyle(self) -> None:
        """Draw everything in the new theme."""
        self.rows.lay_out()
        self.facts.lay_out()
        for line in self.query(Line):
            line.refresh()

    @property
    def mover(self) -> Page:
        """The facts when they have the keys, else the rows."""
        return self.facts if self.focused is self.facts else self.rows

    def to_end(self, *, first: bool) -> None:
        """Go to the first or the last line."""
        self.mover.to_end(first=first)

    def do_next_panel(self) -> None:
        """Between the rows and the facts."""
        (self.rows if self.focused is self.facts or not self.facts.display else self.facts).focus()

    def do_previous_panel(self) -> None:
        """Between the rows and the facts, as there are only these two."""
        self.do_next_panel()

    def do_clear(self) -> None:
        """Go back to the rows."""
        self.rows.focus()

    def do_back(self) -> None:
        """Go back to where the comparison was asked for."""
        self.app.pop_screen()


def _set(pieces: Sequence[Piece], width: int, palette: Palette, sign: Piece) -> Iterator[list[Ink]]:
    """Yield the pieces as lines, the sign in front of the first."""
    for number, line in enumerate(wrapped(pieces, width)):
        lead, look = (" ", Look.PLAIN) if number else sign
        yield [(f"{lead:<{GUTTER}}", _style(look, palette)), *((words, _style(own, palette)) for words, own in line)]


def _style(look: Look, palette: Palette) -> Style:
    return {
        Look.PLAIN: palette.text,
        Look.NEUTRAL: palette.muted,
        Look.ADDED: palette.accent,
        Look.DROPPED: palette.muted,
        Look.HEADING: palette.bold,
        Look.NOTICE: palette.alarm,
    }[look]
