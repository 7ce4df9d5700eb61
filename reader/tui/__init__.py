"""The terminal application: the only part that knows Textual."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.model import Options
    from reader.tui.shelf import Analyse, Entry


_SWITCH = 0.0005
"""Seconds that the analysing thread may keep a key waiting each time; Python's own 5 ms add up to 30 a key."""


def run(stories: Iterable[Entry], options: Options | None = None, analyse: Analyse | None = None) -> int:
    """Open the stories: the only one at once, else the queue, which fills while it is shown.

    `analyse` finds the marks, in a thread; the pipeline's with `options`, unless given.  Returns the exit code when
    the reader leaves, or at once when there is nothing at all.  Garbage is not collected before the first paint: what
    the framework's modules make stays anyway, and looking for cycles in it takes a seventh of the start.
    """
    import gc
    import sys

    gc.disable()
    sys.setswitchinterval(_SWITCH)
    from reader.tui.app import ReaderApp, pipeline_with
    from reader.tui.lifetime import live
    from reader.tui.shelf import Shelf

    def painted() -> None:
        gc.freeze()
        gc.enable()

    shelf = Shelf(stories, analyse or pipeline_with(options))
    shelf.take(2, seconds=5.0)
    if shelf.entries:
        code = live(ReaderApp(shelf, painted=painted))
        if code:
            return code
    return shelf.code
