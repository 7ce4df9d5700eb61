"""The command on a pseudo-terminal: when the screen opens, what stands in for it, and that keys work after a pipe."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

STORY = """Lock shut after crack is found

ULVA (Desk) — The lock may stay shut for a week, the canal board said.

“We found a crack,” Ida Brandvold, its engineer, told reporters. “It grows.”
"""


@dataclass(frozen=True, slots=True)
class Seen:
    code: int
    out: str


def on_terminal(
    *arguments: str,
    stdin: bytes | None = None,
    keys: bytes = b"",
    after: str = "ready",
    size: tuple[int, int] = (40, 120),
    term: str = "xterm-256color",
    stderr: int | None = None,
    before: str = "",
    **environment: str,
) -> Seen:
    """Run the command on a terminal of `size`, press `keys` when `after` has been written, and read to the end.

    With `stdin` standard input is a pipe with that in it; the terminal controls the process all the same.  `before` is
    code to run first.  What would not end is killed, which is code -9.
    """
    keyboard, terminal = pty.openpty()
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))
    command = subprocess.Popen(
        [sys.executable, "-c", _TAKE_TERMINAL, before, *arguments],
        stdin=terminal if stdin is None else subprocess.PIPE,
        stdout=terminal,
        stderr=terminal if stderr is None else stderr,
        start_new_session=True,
        env={**os.environ, "TERM": term, "COLUMNS": "", **environment},
    )
    os.close(terminal)
    if command.stdin is not None:
        command.stdin.write(stdin or b"")
        command.stdin.close()
    out = _until_end(command, keyboard, keys, after)
    os.close(keyboard)
    return Seen(command.wait(10), out.decode(errors="replace").replace("\r\n", "\n").removeprefix("ready\n"))


_TAKE_TERMINAL = """
import fcntl, sys, termios
fcntl.ioctl(1, termios.TIOCSCTTY, 0)
exec(sys.argv[1])
from reader.cli.main import run
print("ready", flush=True)
sys.exit(run(sys.argv[2:]))
"""


def _until_end(command: subprocess.Popen[bytes], keyboard: int, keys: bytes, after: str) -> bytes:
    out = b""
    until = time.monotonic() + 20
    while time.monotonic() < until:
        if select.select([keyboard], [], [], 0.05)[0]:
            try:
                part = os.read(keyboard, 1 << 16)
            except OSError:
                return out
            out += part
        elif command.poll() is not None:
            return out
        if keys and after.encode() in out:
            time.sleep(0.1)  # what announces itself has begun to listen by then
            os.write(keyboard, keys[:1])
            keys = keys[1:]
    command.kill()
    return out


@pytest.fixture
def story(tmp_path: Path) -> str:
    path = tmp_path / "lock.txt"
    path.write_text(STORY, encoding="utf-8")
    return str(path)


def test_with_nothing_to_read_the_help_is_shown_and_exit_2() -> None:
    seen = on_terminal()
    assert seen.code == 2
    assert seen.out.startswith("Usage: reader")


@pytest.mark.parametrize("command", ["summary", "quotes", "hedges", "show", "analyse"])
def test_a_command_without_input_is_one_line_and_exit_2(command: str) -> None:
    seen = on_terminal(command)
    assert seen.code == 2
    assert seen.out.count("\n") == 1
    assert "no story" in seen.out


def test_a_missing_file_opens_no_screen() -> None:
    seen = on_terminal("missing.txt")
    assert seen == Seen(3, "reader: missing.txt: no such file or folder\n")


def test_a_dumb_terminal_gets_the_summary_and_one_line(story: str) -> None:
    seen = on_terminal(story, term="dumb")
    assert seen.code == 0
    assert seen.out.startswith("reader: this terminal (TERM=dumb)")
    assert "The lock may stay shut" in seen.out
    assert "\x1b" not in seen.out


def test_the_screen_is_not_drawn_into_a_log(story: str) -> None:
    seen = on_terminal(story, stderr=subprocess.DEVNULL)
    assert seen.code == 0
    assert "The lock may stay shut" in seen.out
    assert "\x1b" not in seen.out


@pytest.mark.parametrize(("columns", "widest"), [(0, 86), (10, 10), (60, 60), (200, 86)])
def test_show_fits_the_terminal(story: str, columns: int, widest: int) -> None:
    seen = on_terminal("show", "--color", "never", story, size=(24, columns))
    assert seen.code == 0
    assert max(map(len, seen.out.splitlines())) <= widest


def test_ctrl_c_while_waiting_for_the_keyboard_is_130() -> None:
    seen = on_terminal("summary", "-", keys=b"\x03")
    assert seen.code == 130
    assert "Traceback" not in seen.out


@pytest.mark.parametrize("piped", [True, False])
@pytest.mark.parametrize("size", [(40, 120), (0, 0), (3, 10)])
def test_the_screen_opens_takes_keys_and_leaves_the_terminal_as_it_was(
    story: str, piped: bool, size: tuple[int, int]
) -> None:
    if piped:
        seen = on_terminal(stdin=STORY.encode(), keys=b"Q", after="\x1b[?1049h", size=size)
    else:
        seen = on_terminal(story, keys=b"Q", after="\x1b[?1049h", size=size)
    assert seen.code == 0
    assert "\x1b[?1049l" in seen.out
    assert seen.out.rindex("\x1b[?25h") > seen.out.rindex("\x1b[?25l")


CLOSED = """
import os
os.close(0)
sys.stdin = sys.__stdin__ = None
"""
"""What the shell's ``<&-`` leaves."""

ENDLESS = """
import time, reader.pipeline
reader.pipeline.analysed_story = lambda article, options: time.sleep(600)
"""

FAULTY = """
import reader.pipeline
def analysed_story(article, options):
    raise MemoryError("no room for " + article.id)
reader.pipeline.analysed_story = analysed_story
"""

OPEN = "\x1b[?1049h"
SHOWN = "Ida Brandvold"


def left_as_it_was(out: str) -> bool:
    """Whether the screen has been left, the cursor shown, and the mouse let go, after all else."""
    pairs = (("\x1b[?1049l", OPEN), ("\x1b[?25h", "\x1b[?25l"), ("\x1b[?1003l", "\x1b[?1003h"))
    return all(out.rfind(undone) > out.rfind(done) for undone, done in pairs)


def test_the_screen_opens_and_takes_keys_though_standard_input_is_closed(story: str) -> None:
    seen = on_terminal(story, keys=b"Q", after=OPEN, before=CLOSED)
    assert seen.code == 0
    assert "Traceback" not in seen.out
    assert SHOWN in seen.out
    assert left_as_it_was(seen.out)


def test_nothing_to_read_and_closed_standard_input_is_one_line() -> None:
    seen = on_terminal(before=CLOSED)
    assert seen.code == 2
    assert seen.out.startswith("reader: no story")
    assert seen.out.count("\n") == 1


@pytest.mark.parametrize("key", [b"Q", b"q"])
@pytest.mark.parametrize("several", [True, False])
def test_leaving_does_not_wait_for_an_analysis(story: str, several: bool, key: bytes) -> None:
    seen = on_terminal(*([story] * 3 if several else [story]), keys=key, after="Lock shut", before=ENDLESS)
    assert seen.code == 0
    assert left_as_it_was(seen.out)


@pytest.mark.parametrize(("name", "before"), [("SIGTERM", ""), ("SIGHUP", ""), ("SIGINT", ""), ("SIGTERM", ENDLESS)])
def test_a_signal_leaves_the_terminal_as_it_was(story: str, name: str, before: str) -> None:
    number = getattr(signal, name)
    signalled = f"""
import os, threading
def send():
    import time
    while "reader.tui.screens.reading" not in sys.modules:
        time.sleep(0.01)
    time.sleep(0.5)
    os.kill(os.getpid(), {number})
threading.Thread(target=send, daemon=True).start()
"""
    seen = on_terminal(story, before=before + signalled)
    assert seen.code == 128 + number
    assert "Traceback" not in seen.out
    assert left_as_it_was(seen.out)


def test_a_terminal_that_is_gone_does_not_hold_up_the_end(story: str) -> None:
    keyboard, terminal = pty.openpty()
    command = subprocess.Popen(
        [sys.executable, "-c", _TAKE_TERMINAL, "", story],
        stdin=terminal, stdout=terminal, stderr=terminal, start_new_session=True,
        env={**os.environ, "TERM": "xterm-256color", "COLUMNS": ""},
    )  # fmt: skip
    os.close(terminal)
    out = b""
    while OPEN.encode() not in out:
        out += os.read(keyboard, 1 << 16)
    os.close(keyboard)
    assert command.wait(30) in (129, 1)


def test_ctrl_z_stops_the_program_and_no_key_is_lost_after_it(story: str) -> None:
    keyboard, terminal = pty.openpty()
    command = subprocess.Popen(
        [sys.executable, "-c", _TAKE_TERMINAL, "", story],
        stdin=terminal, stdout=terminal, stderr=terminal, start_new_session=True,
        env={**os.environ, "TERM": "xterm-256color", "COLUMNS": ""},
    )  # fmt: skip
    os.close(terminal)
    _until(keyboard, SHOWN)
    os.write(keyboard, b"\x1a")
    before = _until(keyboard, "\x1b[?1004l")
    assert left_as_it_was(OPEN + before)
    _, status = os.waitpid(command.pid, os.WUNTRACED)
    assert os.WIFSTOPPED(status)
    os.kill(command.pid, signal.SIGCONT)
    assert left_as_it_was(_until_end(command, keyboard, b"Q", SHOWN).decode(errors="replace"))
    assert command.wait(30) == 0
    os.close(keyboard)


def _until(keyboard: int, shown: str) -> str:
    out = b""
    until = time.monotonic() + 20
    while shown.encode() not in out and time.monotonic() < until:
        if select.select([keyboard], [], [], 0.05)[0]:
            out += os.read(keyboard, 1 << 16)
    assert shown.encode() in out
    return out.decode(errors="replace")


@pytest.mark.parametrize(
    ("names", "code"), [(["lock.txt"], 0), (["none.txt", "lock.txt"], 1), (["lock.txt", "none.txt"], 1)]
)
def test_the_screen_returns_1_when_an_input_failed(story: str, names: list[str], code: int) -> None:
    paths = [str(Path(story).with_name(name)) for name in names]
    assert on_terminal(*paths, keys=b"Q", after=OPEN).code == code


def test_a_story_that_cannot_be_analysed_says_why_in_its_row_and_in_the_exit_code(story: str) -> None:
    seen = on_terminal(story, story, keys=b"Q", after="no room for", before=FAULTY)
    assert seen.code == 1
    assert "MemoryError" in seen.out


@pytest.mark.parametrize(
    ("columns", "lines", "size"), [("5000", "2000", (24, 80)), ("5000", "2000", (0, 0)), ("9" * 5000, "-1", (24, 80))]
)
def test_an_absurd_size_is_not_believed(story: str, columns: str, lines: str, size: tuple[int, int]) -> None:
    seen = on_terminal(story, keys=b"Q", after=SHOWN, size=size, COLUMNS=columns, LINES=lines)
    assert seen.code == 0
    assert len(seen.out) < 100_000


def test_standard_input_named_twice_is_one_story_and_one_error() -> None:
    seen = on_terminal("-", "-", stdin=STORY.encode(), keys=b"Q", after="was read already")
    assert seen.code == 1


def test_many_inputs_have_a_progress_bar_that_goes_away(tmp_path: Path) -> None:
    for number in range(120):
        (tmp_path / f"{number:03}.txt").write_text(STORY, encoding="utf-8")
    keyboard, terminal = pty.openpty()
    command = [sys.executable, "-m", "reader.cli", "analyse", "--format", "jsonl", str(tmp_path)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=terminal, env={**os.environ, "TERM": "xterm-256color"}
    ) as process:
        os.close(terminal)
        out, _ = process.communicate(timeout=60)
    drawn = os.read(keyboard, 1 << 16).decode()
    os.close(keyboard)
    assert len(out.splitlines()) == 120
    assert "/120" in drawn
    assert drawn.endswith("\r\x1b[K")


def test_a_progress_bar_is_not_drawn_for_few_inputs_or_into_a_file(story: str) -> None:
    done = subprocess.run([sys.executable, "-m", "reader.cli", "analyse", *[story] * 12], capture_output=True)
    assert done.stderr == b""
