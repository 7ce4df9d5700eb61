"""The styles that the rows are drawn with, made once a theme from its `Colours`, and the theme for the framework."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from rich.style import Style

from reader.model import Article, Status, Strength
from reader.tui.colours import THEMES, Colours

if TYPE_CHECKING:
    from textual.theme import Theme
    from textual.widget import Widget


@dataclass(frozen=True)
class Palette:
    """Rich styles by role."""

    colours: Colours

    @cached_property
    def ground(self) -> Style:
        """What all else is laid upon; asking the widget for it costs 0.2 ms a line."""
        return Style(color=self.colours.text or "default", bgcolor=self.colours.background or "default")

    @cached_property
    def panel(self) -> Style:
        """The ground of the first and the last line and of what floats."""
        return Style(color=self.colours.text or "default", bgcolor=self.colours.panel or "default")

    @cached_property
    def text(self) -> Style:
        """Plain words of the story."""
        return self._ink(self.colours.text)

    @cached_property
    def bold(self) -> Style:
        """Headlines and names."""
        return self.text + Style(bold=True)

    @cached_property
    def muted(self) -> Style:
        """Side matter; dim where the theme has no grey of its own."""
        return self._ink(self.colours.muted) + Style(dim=(self.colours.named and not self.colours.muted) or None)

    @cached_property
    def rule(self) -> Style:
        """Lines between parts."""
        return self._ink(self.colours.rule)

    @cached_property
    def accent(self) -> Style:
        """Numbers of the summary, keys."""
        return self._ink(self.colours.accent) + Style(bold=True)

    @cached_property
    def alarm(self) -> Style:
        """What must not be overlooked."""
        return self._ink(self.colours.alarm) + Style(bold=True, reverse=True)

    def notice(self, article: Article) -> Style:
        """What is said of a story ahead of its name: a correction is news, all else is a warning."""
        return self.accent if article.status is Status.CORRECTION and article.embargo is None else self.alarm

    @cached_property
    def cursor(self) -> Style:
        """Laid over the mark one stands on."""
        if self.colours.cursor:
            return Style(bgcolor=self.colours.cursor, bold=True)
        return Style(reverse=True, bold=True)

    @cached_property
    def chosen(self) -> Style:
        """Laid over the highlighted row of a list."""
        if self.colours.cursor:
            return Style(bgcolor=self.colours.cursor)
        return Style(reverse=True)

    @cached_property
    def found(self) -> Style:
        """Laid over every match of a search."""
        if self.colours.found:
            return Style(bgcolor=self.colours.found)
        return Style(underline=True, bold=True)

    @cached_property
    def found_here(self) -> Style:
        """Laid over the match one stands on."""
        return Style(reverse=True, bold=True)

    def speaker(self, hue: int | None) -> Style:
        """One of the hues; the muted one for None."""
        return self.muted if hue is None else self._ink(self.colours.speakers[hue])

    def quoted(self, hue: int | None) -> Style:
        """Words of a quote: the text's colour leaning towards the speaker's."""
        if not self.colours.tint or hue is None:
            return self.text
        return _leaning(self.colours.text, self.colours.speakers[hue], self.colours.tint)

    def hedge(self, strength: Strength) -> Style:
        """Hue and attribute of a hedge: underlined, bold as well, reversed as well."""
        step = list(Strength).index(strength)
        ink = self._ink(self.colours.hedges[step])
        return ink + Style(underline=True, bold=step > 0 or None, reverse=step > 1 or None)

    def hedge_glyph(self, strength: Strength) -> Style:
        """Hue of a hedge's sign in the margin."""
        return self._ink(self.colours.hedges[list(Strength).index(strength)])

    @staticmethod
    def _ink(colour: str) -> Style:
        return Style(color=colour) if colour else Style()


@cache
def _leaning(text: str, hue: str, share: float) -> Style:
    return Style(color=mixed(text, hue, share))


def mixed(one: str, other: str, share: float) -> str:
    """Return the hex code of `one` moved by `share` towards `other`."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def _channels(code: str) -> tuple[int, int, int]:
    return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)


PALETTES = {colours.name: Palette(colours) for colours in THEMES}


def palette_of(widget: Widget) -> Palette:
    """Return the palette of the theme that the widget's app shows."""
    return PALETTES.get(widget.app.theme) or PALETTES["dark"]


def framework_theme(colours: Colours) -> Theme:
    """Return the theme as Textual wants it, with our roles as variables for its stylesheets."""
    from textual.theme import Theme

    def frame(colour: str) -> str:
        if colour.startswith("#"):
            return colour
        return f"ansi_{colour}" if colour else "ansi_default"

    primary = frame(colours.accent)
    cursor = frame(colours.cursor) if colours.cursor else "ansi_default"
    return Theme(
        name=colours.name,
        primary=primary,
        secondary=primary,
        warning=frame(colours.hedges[1]),
        error=frame(colours.alarm),
        success=primary,
        accent=primary,
        foreground=frame(colours.text),
        background=frame(colours.background),
        surface=frame(colours.panel),
        panel=frame(colours.panel),
        boost=frame(colours.panel),
        dark=colours.dark,
        ansi=colours.named,
        variables=_frame_defaults(colours)
        | {
            "rule": frame(colours.rule),
            "muted": frame(colours.muted),
            "block-cursor-background": cursor,
            "block-cursor-foreground": frame(colours.text),
            "block-cursor-text-style": "reverse" if colours.named else "none",
            "input-selection-background": cursor,
            "screen-selection-background": cursor,
            "screen-selection-foreground": frame(colours.text),
            "scrollbar": frame(colours.rule),
            "scrollbar-hover": frame(colours.muted),
            "scrollbar-active": frame(colours.accent),
            "scrollbar-background": frame(colours.background),
            "scrollbar-background-hover": frame(colours.background),
            "scrollbar-background-active": frame(colours.background),
            "scrollbar-corner-color": frame(colours.background),
            "footer-background": frame(colours.panel),
            "border": primary,
            "border-blurred": frame(colours.rule),
        },
    )


def _frame_defaults(colours: Colours) -> dict[str, str]:
    """Return what the framework's own stylesheets need of a theme in the terminal's colours; nothing for the others."""
    from textual.theme import BUILTIN_THEMES

    if not colours.named:
        return {}
    found = dict(BUILTIN_THEMES["ansi-dark" if colours.dark else "ansi-light"].variables)
    if not colours.accent:
        found = {name: "ansi_default" if value.startswith("ansi_") else value for name, value in found.items()}
    return found
