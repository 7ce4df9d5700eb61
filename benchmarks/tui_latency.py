"""How long the reading screen keeps one waiting, as a terminal sees it.

    python benchmarks/tui_latency.py [STORY] [--runs N] [--size 120x40]

Runs ``reader STORY`` on a pseudo-terminal and prints medians: from exec to a late word of the first screen, from
there to the marks, and for single keys the time until the screen has been repainted.  Beside them stands the bare
framework, an empty Textual app, in the same run.  Byte code is cached in a temporary folder, as pip leaves it.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from pathlib import Path

SAMPLE = Path(__file__).parent.parent / "sample_articles" / "mine-collapse.txt"
_READER = "import sys; from reader.cli.main import run; sys.exit(run(sys.argv[1:]))"
_FLOOR = """
from textual.app import App
from textual.widgets import Static
class Floor(App):
    def compose(self):
        yield Static("floorword")
Floor().run()
"""
_QUIET = 0.03
"""Seconds without output after which a repaint counts as done."""


class Terminal:
    """A program on a pseudo-terminal, with the moment at which it was started."""

    def __init__(self, argv: list[str], columns: int, lines: int) -> None:
        environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        environment.pop("NO_COLOR", None)
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        environment["PYTHONPYCACHEPREFIX"] = os.path.join(tempfile.gettempdir(), "reader-latency-pycache")
        self.started = time.perf_counter()
        self.pid, self.descriptor = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
            os.execvpe(argv[0], argv, environment)

    def wait_for(self, word: bytes, seconds: float = 10.0) -> float:
        """Return the seconds until `word` has been written."""
        seen = b""
        began = time.perf_counter()
        while word not in seen:
            left = seconds - (time.perf_counter() - began)
            ready, _, _ = select.select([self.descriptor], [], [], max(0.0, left))
            if not ready:
                raise TimeoutError(f"{word!r} was not shown in {seconds} s")
            seen += os.read(self.descriptor, 65536)
        return time.perf_counter() - began

    def settle(self) -> float:
        """Return the seconds until the last output before a moment of quiet."""
        began = last = time.perf_counter()
        while select.select([self.descriptor], [], [], max(_QUIET, 0.15 - (last - began)))[0]:
            os.read(self.descriptor, 65536)
            last = time.perf_counter()
        return last - began

    def press(self, key: bytes) -> float:
        """Return the seconds from a key to the end of the repaint."""
        os.write(self.descriptor, key)
        return self.settle()

    def close(self) -> None:
        """End the program."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.descriptor)


def timed(argv: list[str], word: bytes, marks: bytes | None, size: tuple[int, int]) -> tuple[float, float, list[float]]:
    """Return the seconds to `word`, from there to `marks`, and those of line down and next quote."""
    terminal = Terminal(argv, *size)
    try:
        terminal.wait_for(word)
        shown = time.perf_counter() - terminal.started
        marked = terminal.wait_for(marks) if marks else 0.0
        terminal.settle()
        keys = [terminal.press(key) for key in (b"j", b"j", b"j", b".", b".", b".")] if marks else []
    finally:
        terminal.close()
    return shown, marked, keys


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("story", nargs="?", default=str(SAMPLE))
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--size", default="120x40")
    parser.add_argument("--word", default="Monday", help="a word of the story's first screen, written in one piece")
    options = parser.parse_args()
    columns, lines = map(int, options.size.split("x"))
    floor, shown, marked, steps, jumps = [], [], [], [], []
    for _ in range(options.runs):
        floor.append(timed([sys.executable, "-c", _FLOOR], b"floorword", None, (columns, lines))[0])
        argv = [sys.executable, "-c", _READER, options.story]
        first, later, keys = timed(argv, options.word.encode(), b"Summary \xc2\xb7", (columns, lines))
        shown.append(first)
        marked.append(later)
        steps += keys[:3]
        jumps += keys[3:]
    for name, values in (
        ("empty Textual app", floor),
        ("text on screen", shown),
        ("marks after the text", marked),
        ("line down", steps),
        ("next quote", jumps),
    ):
        print(f"{name:22} {1000 * statistics.median(values):7.1f} ms   (best {1000 * min(values):.1f})")


if __name__ == "__main__":
    main()
