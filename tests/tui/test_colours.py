from __future__ import annotations

import pytest
from rich.color import Color as RichColor
from rich.color import ColorSystem
from textual.color import Color

from reader.model import Strength
from reader.tui.colours import THEMES, Colours
from reader.tui.palette import PALETTES, mixed

from . import made
from .stage import MIDDLE, opened

EXACT = [colours for colours in THEMES if not colours.named]
XTERM = {
    "bright_black": "#7f7f7f",
    "white": "#e5e5e5",
    "bright_white": "#ffffff",
    "red": "#cd0000",
    "bright_red": "#ff0000",
    "bright_green": "#00ff00",
    "yellow": "#cdcd00",
    "bright_yellow": "#ffff00",
    "blue": "#0000ee",
    "magenta": "#cd00cd",
    "bright_magenta": "#ff00ff",
    "cyan": "#00cdcd",
    "bright_cyan": "#00ffff",
}


def contrast(one: str, other: str) -> float:
    """Return the ratio of WCAG 2."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(code: str) -> float:
    parts = [int(code[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("colours", EXACT, ids=lambda colours: colours.name)
def test_every_role_can_be_read_on_every_ground(colours: Colours) -> None:
    inks = {*colours.speakers, *colours.hedges, colours.accent, colours.alarm, colours.muted}
    inks |= {mixed(colours.text, hue, colours.tint) for hue in colours.speakers}
    for ground in (colours.background, colours.panel):
        assert contrast(colours.text, ground) >= 7
        for ink in inks:
            assert contrast(ink, ground) >= 4.5, (ink, ground)


@pytest.mark.parametrize("colours", EXACT, ids=lambda colours: colours.name)
def test_words_that_are_marked_or_found_can_be_read(colours: Colours) -> None:
    for ground in (colours.cursor, colours.found):
        assert contrast(colours.text, ground) >= 4.5
        for hue in colours.speakers:
            assert contrast(mixed(colours.text, hue, colours.tint), ground) >= 4.5, (hue, ground)
            assert contrast(hue, ground) >= 3


@pytest.mark.parametrize("colours", EXACT, ids=lambda colours: colours.name)
def test_speakers_have_six_hues(colours: Colours) -> None:
    assert len(set(colours.speakers)) == 6


@pytest.mark.parametrize(("name", "ground"), [("terminal-dark", "#000000"), ("terminal-light", "#ffffff")])
def test_the_sixteen_colours_are_those_that_can_be_read(name: str, ground: str) -> None:
    colours = PALETTES[name].colours
    for ink in {*colours.speakers, *colours.hedges, colours.accent, colours.alarm, colours.muted} - {""}:
        assert contrast(XTERM[ink], ground) >= 4.5, ink


@pytest.mark.parametrize("colours", EXACT, ids=lambda colours: colours.name)
def test_no_two_speakers_become_one_colour_where_there_are_256(colours: Colours) -> None:
    shown = {RichColor.parse(hue).downgrade(ColorSystem.EIGHT_BIT).number for hue in colours.speakers}
    assert len(shown) == 6


def test_hedges_differ_without_colour() -> None:
    palette = PALETTES["mono"]
    assert len({str(palette.hedge(strength)) for strength in Strength}) == 3


@pytest.mark.parametrize("theme", [colours.name for colours in THEMES])
async def test_every_theme_starts_and_draws_its_own_ground(theme: str) -> None:
    async with opened(theme=theme) as stage:
        assert stage.app.theme == theme
        assert "We did not wait" in stage.shown


async def test_no_color_sends_no_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened(made.made_article(), made.made_article(), size=MIDDLE, theme="dark") as stage:
        await stage.press("j", "enter", "]", "q", "T", "/", "a", "enter", "1")
        filters = stage.app.get_line_filters()
        for strip in stage.strips():
            for line_filter in filters:
                strip = strip.apply_filter(line_filter, Color.parse("black"))
            codes = strip.render(stage.app.console)
            assert "38;" not in codes
            assert "48;" not in codes


@pytest.mark.parametrize(
    ("colorterm", "colorfgbg", "expected"),
    [("truecolor", "", "dark"), ("truecolor", "0;15", "light"), ("", "", "terminal-dark")],
)
async def test_the_theme_suits_the_terminal(
    monkeypatch: pytest.MonkeyPatch, colorterm: str, colorfgbg: str, expected: str
) -> None:
    monkeypatch.setenv("COLORTERM", colorterm)
    monkeypatch.setenv("COLORFGBG", colorfgbg)
    monkeypatch.setenv("TERM", "xterm")
    async with opened(theme=None) as stage:
        assert stage.app.theme == expected
