"""Prints how long a cold start takes, minimum and median: cold_start.py [-n RUNS] [--file STORY] [--word WORD].

Each row is a fresh process, the rows in turn within a round, so that a busy machine weighs on all alike: compare rows
of one table.  "text on screen" is the time from exec until WORD, a word of the story's text, has come out of a
pseudo-terminal of 120 columns and 40 rows.  Byte code is cached in a temporary folder, as pip leaves it compiled on a
user's machine.  sumy's own command stands beside ours; it fails without data that a fresh machine lacks, so it gets
empty Punkt tables, which cost it next to nothing to read.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import select
import shutil
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Callable
from pathlib import Path

STORY = Path(__file__).parent.parent / "sample_articles" / "mine-collapse.txt"
WORD = "shale"
SIZE = (40, 120)
PATIENCE = 20.0

Measure = Callable[[], float]


class Skipped(Exception):
    """Why a row cannot be measured."""


def timed(arguments: list[str]) -> float:
    begin = time.perf_counter()
    done = subprocess.run(arguments, stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace")
    took = time.perf_counter() - begin
    if done.returncode:
        lines = [line for line in done.stderr.splitlines() if line.strip(" *")] or ["no message"]
        raise Skipped(f"exit {done.returncode}: {lines[-1][:80]}")
    return took


def until_word(arguments: list[str], word: str) -> float:
    """Return the seconds from exec until `word` is written to a terminal of `SIZE`."""
    begin = time.perf_counter()
    pid, terminal = pty.fork()
    if pid == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", *SIZE, 0, 0))
        os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
        os.execv(arguments[0], arguments)
    try:
        return _wait_for(terminal, word.encode(), begin)
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(terminal)


def _wait_for(terminal: int, word: bytes, begin: float) -> float:
    seen = b""
    while time.perf_counter() - begin < PATIENCE:
        if not select.select([terminal], [], [], 0.1)[0]:
            continue
        try:
            part = os.read(terminal, 1 << 16)
        except OSError:
            part = b""
        if not part:
            raise Skipped(f"ended without it: {seen[-80:].decode(errors='replace').strip()!r}")
        seen += part
        if word in seen:
            return time.perf_counter() - begin
    raise Skipped(f"not on screen after {PATIENCE:.0f} s")


def rows(story: str, word: str) -> dict[str, Measure]:
    """Return what is measured, by name."""
    here = Path(sys.executable).parent
    command = str(here / "reader")
    sumy = shutil.which("sumy", path=f"{here}{os.pathsep}{os.environ.get('PATH', '')}") or "sumy"
    return {
        "python -c pass": lambda: timed([sys.executable, "-c", "pass"]),
        "reader --help": lambda: timed([command, "--help"]),
        "reader summary FILE": lambda: timed([command, "summary", story]),
        "reader show FILE": lambda: timed([command, "show", story]),
        "reader analyse FILE": lambda: timed([command, "analyse", story]),
        "reader FILE, text on screen": lambda: until_word([command, story], word),
        "sumy lex-rank FILE": lambda: timed([sumy, "lex-rank", "--length=3", f"--file={story}"]),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("-n", "--runs", type=int, default=15)
    parser.add_argument("--file", default=str(STORY))
    parser.add_argument("--word", default=WORD)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as cache, tempfile.TemporaryDirectory() as data:
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = cache
        os.environ["NLTK_DATA"] = data
        write_empty_punkt(Path(data))
        measure_all(options)


def write_empty_punkt(data: Path) -> None:
    """Write the tables of an untrained Punkt splitter where nltk looks for those of English."""
    tables = data / "tokenizers" / "punkt_tab" / "english"
    tables.mkdir(parents=True)
    for name in ("collocations.tab", "sent_starters.txt", "abbrev_types.txt", "ortho_context.tab"):
        (tables / name).touch()


def measure_all(options: argparse.Namespace) -> None:
    measures = rows(options.file, options.word)
    times: dict[str, list[float]] = {name: [] for name in measures}
    skipped: dict[str, str] = {}
    for _ in range(options.runs + 1):
        for name, measure in measures.items():
            if name not in skipped:
                try:
                    times[name].append(measure() * 1000)
                except (Skipped, OSError) as reason:
                    skipped[name] = str(reason)
    words = len(Path(options.file).read_text(encoding="utf-8").split())
    print(f"{options.file}, {words} words; {options.runs} runs after one to warm the disk; milliseconds\n")
    print(f"{'':30} {'min':>7} {'median':>7}")
    for name, taken in times.items():
        if name in skipped:
            print(f"{name:30} skipped: {skipped[name]}")
        else:
            print(f"{name:30} {min(taken[1:]):7.0f} {statistics.median(taken[1:]):7.0f}")


if __name__ == "__main__":
    main()
