"""What the command palette finds: commands, speakers, themes and stories.

Names from stories reach it as literal text only: the framework parses everything else, help lines too, as markup.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rich.text import Text
from textual.command import DiscoveryHit, Hit, Hits, Provider

from reader.present.guard import one_line
from reader.tui.colours import THEMES
from reader.tui.commands import shown
from reader.tui.messages import Isolate, OpenStory
from reader.tui.screens.base import CommandScreen
from reader.tui.screens.reading import ReadingScreen
from reader.tui.story import label_of

_MOST_STORIES = 2000
"""Stories looked through for a name."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of the palette."""

    title: str
    help: str
    """Our own words only."""
    act: Callable[[], object]


class Finder(Provider):
    """Everything that has a name on the current screen."""

    async def discover(self) -> Hits:
        """Yield the commands."""
        for choice in self._commands():
            yield DiscoveryHit(Text(choice.title), choice.act, text=choice.title, help=choice.help)

    async def search(self, query: str) -> Hits:
        """Yield what fits `query`, with its fit."""
        matcher = self.matcher(query)
        for choice in (*self._commands(), *self._speakers(), *self._themes(), *self._stories()):
            score, offsets = matcher.fuzzy_search.match(query, choice.title)
            if score:
                title = Text(choice.title)
                for offset in offsets:
                    title.stylize("bold underline", offset, offset + 1)
                yield Hit(score, title, choice.act, text=choice.title, help=choice.help)

    @property
    def _commander(self) -> CommandScreen | None:
        return self.screen if isinstance(self.screen, CommandScreen) else None

    def _commands(self) -> Iterator[Choice]:
        screen = self._commander
        for command in screen.keymap.commands if screen else ():
            if screen and not command.takes_key and command.id != "palette":
                keys = " ".join(shown(key) for key in command.keys).replace("[", r"\[")
                help = f"{keys} · {command.help}"
                yield Choice(f"{command.group.value}: {command.title}", help, _bound(screen, command.id))

    def _speakers(self) -> Iterator[Choice]:
        screen = self.screen
        if isinstance(screen, ReadingScreen) and screen.story:
            for part in screen.story.cast.parts:
                name = one_line(screen.story.analysis.speakers[part.speaker].name)
                isolate = _posted(screen, Isolate(part.speaker))
                yield Choice(f"Speaker {part.number}: {name}", "Draws back all but this speaker.", isolate)

    def _themes(self) -> Iterator[Choice]:
        for colours in THEMES:
            yield Choice(f"Theme: {colours.title}", "Changes the colours.", _themed(self, colours.name))

    def _stories(self) -> Iterator[Choice]:
        screen = self._commander
        if screen is None or len(screen.reader.shelf.entries) < 2:
            return
        for position in range(min(_MOST_STORIES, len(screen.reader.shelf.entries))):
            article = screen.reader.shelf.article(position)
            if article is not None:
                title = f"Story {position + 1}: {label_of(article)}"
                yield Choice(title, "Opens the story.", _posted(screen, OpenStory(position)))


def _bound(screen: CommandScreen, command: str) -> Callable[[], object]:
    return lambda: screen.perform(next(c for c in screen.keymap.commands if c.id == command))


def _posted(screen: CommandScreen, message: Isolate | OpenStory) -> Callable[[], object]:
    return lambda: screen.post_message(message)


def _themed(finder: Finder, name: str) -> Callable[[], object]:
    return lambda: setattr(finder.app, "theme", name)
