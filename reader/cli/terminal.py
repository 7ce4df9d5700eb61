"""Whether the screen can be opened, how large it may be, and keys for it where standard input is no keyboard."""

from __future__ import annotations

import os
import sys

_CONTROLLING_TERMINAL = "/dev/tty"
_MOST = {"COLUMNS": 1000, "LINES": 500}
"""Cells of the largest screen that is drawn on a terminal which does not know its size."""


def why_no_screen() -> str | None:
    """Return why the screen cannot be drawn though standard output is a terminal; None when it can."""
    if os.name != "nt" and os.environ.get("TERM", "dumb") in ("", "dumb"):
        return "this terminal (TERM=dumb) cannot hold the screen"
    if sys.stderr is None or not sys.stderr.isatty():
        return "the screen is drawn on standard error, which is not a terminal"
    return None


def has_keyboard() -> bool:
    """Return whether standard input is a terminal."""
    return sys.stdin is not None and sys.stdin.isatty()


def take_keys_from_terminal() -> bool:
    """Put the controlling terminal in the place of standard input; return False when there is none.

    To be called when standard input has been read to its end: the screen reads keys from descriptor 0.
    """
    try:
        terminal = os.open(_CONTROLLING_TERMINAL, os.O_RDWR)
        if terminal != 0:  # it is 0 itself where standard input was closed
            os.dup2(terminal, 0)
            os.close(terminal)
    except OSError:
        return False
    if sys.__stdin__ is None:
        sys.stdin = sys.__stdin__ = os.fdopen(0, closefd=False)  # type: ignore[misc]  # the framework asks this very name
    return True


def forget_absurd_size() -> None:
    """Take COLUMNS and LINES out of the environment where they ask for more cells than the terminal has.

    They go before what the terminal says, and a screen of ten million cells takes minutes to draw.
    """
    try:
        size = os.get_terminal_size(2)  # the screen is drawn on standard error
    except OSError:
        size = os.terminal_size((0, 0))
    for variable, cells in (("COLUMNS", size.columns), ("LINES", size.lines)):
        asked = os.environ.get(variable, "")
        if not asked.isdecimal() or len(asked) > 4 or int(asked) > (cells or _MOST[variable]):
            os.environ.pop(variable, None)
