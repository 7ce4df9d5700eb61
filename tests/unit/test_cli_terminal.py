"""The command on a pseudo-terminal: when the screen opens, what stands in for it, and that keys work after a pipe."""

from __future__ import annotations

import fcntl
import os
import pty
import select
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
) -> Seen:
    """Run the command on a terminal of `size`, press `keys` when `after` has been written, and read to the end.

    With `stdin` standard input is a pipe with that in it; the terminal controls the process all the same.
    """
    keyboard, terminal = pty.openpty()
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))
    command = subprocess.Popen(
        [sys.executable, "-c", _TAKE_TERMINAL, *arguments],
        stdin=terminal if stdin is None else subprocess.PIPE,
        stdout=terminal,
        stderr=terminal if stderr is None else stderr,
        start_new_session=True,
        env={**os.environ, "TERM": term, "COLUMNS": ""},
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
from reader.cli.main import run
print("ready", flush=True)
sys.exit(run(sys.argv[1:]))
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
