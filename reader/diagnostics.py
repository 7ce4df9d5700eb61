"""What is said beside the result: exit codes, and lines on standard error.

Nothing else in the package writes to standard error, and nothing here writes to standard output.
"""

from __future__ import annotations

import sys
from enum import IntEnum

from reader.errors import visible


class ExitCode(IntEnum):
    """What the process returns."""

    OK = 0
    """All was done; a pipe closed by its reader counts as done."""
    SOME_FAILED = 1
    """Some inputs failed, or part of the result could not be written; the rest was done."""
    USAGE = 2
    """The command line cannot be meant."""
    NOTHING_READ = 3
    """Not one story could be read."""
    INTERRUPTED = 130
    """Ctrl-C, as a shell reports it."""


def say(message: str) -> None:
    """Write one line, ``reader: MESSAGE``, to standard error; silently nothing when that is closed."""
    if sys.stderr is None:
        return
    line = f"reader: {visible(message)}\n"
    try:
        encoding = sys.stderr.encoding or "ascii"
        sys.stderr.write(line.encode(encoding, "backslashreplace").decode(encoding))
        sys.stderr.flush()
    except (OSError, ValueError):
        return
