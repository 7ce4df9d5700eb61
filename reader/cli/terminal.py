"""Whether the screen can be opened, and keys for it when the story came through standard input."""

from __future__ import annotations

import os
import sys

_CONTROLLING_TERMINAL = "/dev/tty"


def why_no_screen() -> str | None:
    """Return why the screen cannot be drawn though standard output is a terminal; None when it can."""
    if os.name != "nt" and os.environ.get("TERM", "dumb") in ("", "dumb"):
        return "this terminal (TERM=dumb) cannot hold the screen"
    if sys.stderr is None or not sys.stderr.isatty():
        return "the screen is drawn on standard error, which is not a terminal"
    return None


def take_keys_from_terminal() -> bool:
    """Put the controlling terminal in the place of standard input; return False when there is none.

    To be called when standard input has been read to its end: the screen reads keys from descriptor 0.
    """
    try:
        terminal = os.open(_CONTROLLING_TERMINAL, os.O_RDWR)
        os.dup2(terminal, 0)
        os.close(terminal)
    except OSError:
        return False
    return True
