"""What is said beside the result: exit codes, lines on standard error, and a progress bar.

Nothing else in the package writes to standard error, and nothing here writes to standard output.
"""

from __future__ import annotations

import os
import sys
import time
from enum import IntEnum

from reader.errors import visible


class ExitCode(IntEnum):
    """What the process returns."""

    OK = 0
    """All was done; a pipe closed by its reader counts as done."""
    SOME_FAILED = 1
    """Some inputs failed or were refused, or part of the result could not be written; the rest was done."""
    USAGE = 2
    """The command line cannot be meant."""
    NOTHING_READ = 3
    """Not one story could be read."""
    INTERRUPTED = 130
    """Ctrl-C, as a shell reports it; a screen that another signal ends returns 128 and its number too."""


_ERASE_LINE = "\r\x1b[K"
_drawn: list[Progress] = []
"""The bar that stands on the last line of standard error, if any."""


def say(message: str) -> None:
    """Write one line, ``reader: MESSAGE``, to standard error."""
    for bar in _drawn:
        bar.erase()
    _write(f"reader: {visible(message)}\n")


def say_block(text: str) -> None:
    """Write lines of our own, such as a help text, to standard error as they are."""
    _write(text)


def fault_line(error: BaseException) -> str:
    """Return kind, message and place of a fault of ours, on one line, for the report that we ask for."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = "" if trace is None else f" at {trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}"
    return f"fault in reader, please report it: {type(error).__name__}: {error}{place}"


def _write(text: str) -> None:
    """Write to standard error in its own encoding; silently nothing when it is closed."""
    if sys.stderr is None:
        return
    try:
        encoding = sys.stderr.encoding or "ascii"
        sys.stderr.write(text.encode(encoding, "backslashreplace").decode(encoding))
        sys.stderr.flush()
    except (OSError, ValueError):
        return


class Progress:
    """How far a long run has come, on one line of standard error that is gone when the run is over.

    Draws only where standard error is a terminal that can erase a line, at most ten times a second.
    """

    _EVERY = 0.1
    _CELLS = 24

    def __init__(self, total: int) -> None:
        self.total = total
        """Inputs; a file may hold several stories, so `done` may pass it."""
        self.done = 0
        self._next = time.monotonic() + self._EVERY

    @staticmethod
    def possible() -> bool:
        """Return whether there is a terminal to draw on, and standard output is not the same one."""
        if sys.stderr is None or not sys.stderr.isatty() or os.environ.get("TERM", "dumb") == "dumb":
            return False
        return sys.stdout is None or not sys.stdout.isatty()

    def step(self) -> None:
        """Count one more, and draw when it is time."""
        self.done += 1
        now = time.monotonic()
        if now >= self._next:
            self._next = now + self._EVERY
            self._draw()

    def erase(self) -> None:
        """Take the bar off the screen; it comes back with the next drawing."""
        if self in _drawn:
            _drawn.remove(self)
            _write(_ERASE_LINE)

    def _draw(self) -> None:
        total = max(self.total, self.done)
        filled = self._CELLS * self.done // total
        bar = "#" * filled + "-" * (self._CELLS - filled)
        if self not in _drawn:
            _drawn.append(self)
        _write(f"{_ERASE_LINE}[{bar}] {self.done}/{total}")
