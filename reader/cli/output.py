"""Standard output: whether it is a terminal, how wide its lines may be, and the one function that writes to it."""

from __future__ import annotations

import os
import sys


def write(text: str) -> None:
    """Write a piece of the result to standard output."""
    if sys.stdout is None:
        raise OSError(9, os.strerror(9))
    sys.stdout.write(text)


def line_width() -> int | None:
    """Return the columns that a line may take; None when nobody says.

    COLUMNS goes before what the terminal knows of itself, which is 80 where it does not.  Where standard output is none
    a previewer may say how much room it gives: fzf in FZF_PREVIEW_COLUMNS, others in COLUMNS.
    """
    if not stdout_is_terminal():
        return _asked("FZF_PREVIEW_COLUMNS") or _asked("COLUMNS")
    try:
        return _asked("COLUMNS") or os.get_terminal_size(1).columns or 80
    except OSError:
        return 80


def _asked(variable: str) -> int | None:
    """Return the number of columns in an environment variable; None when it holds none."""
    value = os.environ.get(variable, "")
    return int(value) if value.isascii() and value.isdigit() and int(value) > 0 else None


def stdout_is_terminal() -> bool:
    """Return whether standard output is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def plain_signs() -> bool:
    """Return whether our own signs keep to ASCII: on a terminal that says, or whose locale says, it has no others."""
    if not stdout_is_terminal():
        return False
    locale = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_CTYPE", "LANG"))), "UTF-8")
    return os.environ.get("TERM", "dumb") in ("dumb", "linux") or "utf" not in locale.casefold()
