"""Standard output: whether it is a terminal, how wide, and the one function that writes to it."""

from __future__ import annotations

import os
import sys


def write(text: str) -> None:
    """Write a piece of the result to standard output."""
    if sys.stdout is None:
        raise OSError(9, os.strerror(9))
    sys.stdout.write(text)


def terminal_width() -> int | None:
    """Return the columns of the terminal on standard output, 80 when it does not know; None when it is none."""
    if not stdout_is_terminal():
        return None
    try:
        asked = int(os.environ.get("COLUMNS", "0"))
    except ValueError:
        asked = 0
    try:
        return asked if asked > 0 else os.get_terminal_size(1).columns or 80
    except OSError:
        return 80


def stdout_is_terminal() -> bool:
    """Return whether standard output is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()
