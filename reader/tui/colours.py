"""The colours of each theme, by the role they play, as names or hex codes; no styles, no framework.

The bars, tested: text 7:1 against its background, every other role 4.5:1.  The two colour-blind-safe sets are the
hues of Okabe and Ito (2008), moved in lightness until they pass; the `terminal` themes use only the sixteen colours
that the user's own terminal defines, and `mono` none at all.  No colour stands alone: each has a number, a glyph or
an attribute beside it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colours:
    """One theme. An empty string is the terminal's default."""

    name: str
    title: str
    dark: bool
    background: str
    panel: str
    """Behind header, footer and what floats."""
    text: str
    muted: str
    """Side matter: sign-offs, counts, whatever an isolated speaker did not say."""
    rule: str
    """Lines between parts; decoration, so under no contrast bar."""
    accent: str
    """Summary numbers, the focused panel's title, keys in the footer."""
    speakers: tuple[str, str, str, str, str, str]
    """By hue: the six who say most, in that order."""
    hedges: tuple[str, str, str]
    """Low, mid, high."""
    alarm: str
    """Killed, withdrawn, embargoed."""
    cursor: str
    """Behind the mark one has jumped to and the row one stands on; empty: reverse video."""
    found: str
    """Behind a match of the search; empty: reverse video."""
    tint: float = 0.0
    """How far quoted words lean towards their speaker's hue, 0 to 1."""

    @property
    def named(self) -> bool:
        """Whether these are the terminal's own colours rather than exact ones."""
        return not self.background


DARK = Colours(
    name="dark",
    title="Dark",
    dark=True,
    background="#15181e",
    panel="#1d2129",
    text="#d9dce3",
    muted="#8d95a5",
    rule="#373e4b",
    accent="#eec97d",
    speakers=("#79b4ff", "#ff9e73", "#7fd39b", "#c7a4ff", "#62d2d6", "#f596c5"),
    hedges=("#c9bd82", "#e6d060", "#f7e35c"),
    alarm="#ff8080",
    cursor="#3b4f78",
    found="#5b4a14",
    tint=0.35,
)

LIGHT = Colours(
    name="light",
    title="Light",
    dark=False,
    background="#fbfaf7",
    panel="#f0eee8",
    text="#22262e",
    muted="#646a76",
    rule="#d3d0c7",
    accent="#7a5200",
    speakers=("#1d5dba", "#ab430d", "#1b7341", "#7638b3", "#0a6b7c", "#ad2069"),
    hedges=("#6d6120", "#6b5a00", "#594a00"),
    alarm="#b3201f",
    cursor="#c3d8fa",
    found="#f6e3a1",
    tint=0.5,
)

SAFE_DARK = Colours(
    name="safe-dark",
    title="Colour-blind safe, dark",
    dark=True,
    background="#15181e",
    panel="#1d2129",
    text="#e2e4e8",
    muted="#9aa1ad",
    rule="#373e4b",
    accent="#f2f2f2",
    speakers=("#56b4e9", "#e69f00", "#00a87b", "#d183ae", "#e0701c", "#5a8ff0"),
    hedges=("#c9c35a", "#ded54b", "#f0e442"),
    alarm="#ff8a5c",
    cursor="#324562",
    found="#46420d",
    tint=0.2,
)

SAFE_LIGHT = Colours(
    name="safe-light",
    title="Colour-blind safe, light",
    dark=False,
    background="#fbfaf7",
    panel="#f0eee8",
    text="#1f2228",
    muted="#5f6570",
    rule="#d3d0c7",
    accent="#1f2228",
    speakers=("#326887", "#855c00", "#007253", "#87506e", "#a24700", "#0067a0"),
    hedges=("#6a641d", "#605a14", "#4f4a0c"),
    alarm="#a24700",
    cursor="#bcd8ea",
    found="#f3ecb0",
    tint=0.4,
)

TERMINAL_DARK = Colours(
    name="terminal-dark",
    title="Terminal colours, dark",
    dark=True,
    background="",
    panel="",
    text="",
    muted="white",
    rule="bright_black",
    accent="bright_white",
    speakers=("bright_cyan", "bright_yellow", "bright_green", "bright_magenta", "bright_red", "cyan"),
    hedges=("yellow", "yellow", "bright_yellow"),
    alarm="bright_red",
    cursor="",
    found="",
)

TERMINAL_LIGHT = Colours(
    name="terminal-light",
    title="Terminal colours, light",
    dark=False,
    background="",
    panel="",
    text="",
    muted="",
    rule="bright_black",
    accent="blue",
    speakers=("blue", "red", "magenta", "", "", ""),
    hedges=("", "", ""),
    alarm="red",
    cursor="",
    found="",
)

MONO = Colours(
    name="mono",
    title="No colours",
    dark=True,
    background="",
    panel="",
    text="",
    muted="",
    rule="",
    accent="",
    speakers=("", "", "", "", "", ""),
    hedges=("", "", ""),
    alarm="",
    cursor="",
    found="",
)

THEMES = (DARK, LIGHT, SAFE_DARK, SAFE_LIGHT, TERMINAL_DARK, TERMINAL_LIGHT, MONO)
"""In the order in which the key goes through them."""
