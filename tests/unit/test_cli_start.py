"""The first moments of the command: an interruption before anything is imported, closed streams, odd inputs."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from reader.errors import visible

STORY = b"Lock shut\n\nThe lock may stay shut for a week, the canal board said.\n"
COMMAND = f"{sys.executable} -m reader.cli"


@dataclass(frozen=True, slots=True)
class Done:
    code: int
    out: str
    err: str


def shell(line: str, stdin: bytes = b"", cwd: Path | None = None, **environment: str) -> Done:
    """Run a line of sh(1), in which READER is the command."""
    done = subprocess.run(
        ["sh", "-c", line.replace("READER", COMMAND)],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        env={**os.environ, **environment},
        timeout=60,
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


_INTERRUPTED = """
import sys

class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == sys.argv[1]:
            raise KeyboardInterrupt

sys.meta_path.insert(0, Finder())
from reader.cli.main import run
sys.exit(run(["summary"]))
"""


@pytest.mark.parametrize("module", ["reader.diagnostics", "reader.errors", "click.exceptions", "reader.cli.summary"])
def test_ctrl_c_during_the_imports_is_130_and_not_a_word(module: str) -> None:
    done = subprocess.run([sys.executable, "-c", _INTERRUPTED, module], input=STORY, capture_output=True, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def test_nothing_is_imported_before_ctrl_c_can_be_caught() -> None:
    script = "import os, sys; before = set(sys.modules); import reader.cli.main; print(*set(sys.modules) - before)"
    bare = [sys.executable, "-S", "-c", script]
    root = Path(__file__).parents[2]
    done = subprocess.run(bare, capture_output=True, text=True, timeout=60, cwd=root, check=True)
    assert set(done.stdout.split()) == {"__future__", "reader", "reader.cli", "reader.cli.main"}


@pytest.mark.parametrize("arguments", ["", "summary", "analyse"])
def test_closed_standard_input_is_one_line_and_exit_2(arguments: str) -> None:
    done = shell(f"READER {arguments} <&-")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("reader: no story")
    assert done.err.count("\n") == 1


def test_a_named_file_is_read_though_standard_input_is_closed(tmp_path: Path) -> None:
    (tmp_path / "lock.txt").write_bytes(STORY)
    done = shell("READER lock.txt <&-", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert "The lock may stay shut" in done.out


@pytest.mark.parametrize("arguments", ["--help", "--version", "summary --help", "summary", "keys", "completion bash"])
def test_closed_standard_output_is_one_line_and_exit_1(arguments: str) -> None:
    assert shell(f"READER {arguments} >&-", STORY) == Done(1, "", "reader: standard output: bad file descriptor\n")


def test_a_word_that_is_missing_is_one_plain_line() -> None:
    done = shell("READER completion")
    assert done.code == 2
    assert done.err.count("\n") == 1
    assert "bash, zsh, fish" in done.err
    assert "\\" not in done.err


@pytest.mark.parametrize(
    ("path", "reason"),
    [("''", "an empty name"), ("https://ulva.test/lock", "addresses cannot be read yet"), ("lock.txt", "no such file")],
)
@pytest.mark.parametrize("command", ["", "summary"])
def test_what_is_no_file_is_said_in_words(command: str, path: str, reason: str, tmp_path: Path) -> None:
    done = shell(f"READER {command} {path}", cwd=tmp_path)
    assert (done.code, done.out) == (3, "")
    assert done.err.startswith(f"reader: {path}: {reason}")
    assert done.err.count("\n") == 1


def test_standard_input_is_read_once() -> None:
    done = shell("READER summary - -", STORY)
    assert done.code == 1
    assert done.out.count("The lock may stay shut") == 1
    assert "standard input: was read already" in done.err


@pytest.mark.parametrize("utf8", ["0", "1"])
def test_bytes_of_a_name_that_are_no_text_are_shown_as_bytes(utf8: str, tmp_path: Path) -> None:
    os.close(os.open(os.fsencode(tmp_path) + b"/caf\xe9.txt", os.O_CREAT))
    done = shell("READER summary .", cwd=tmp_path, LC_ALL="C", PYTHONUTF8=utf8)
    assert done == Done(3, "", "reader: ./caf\\xe9.txt: empty, no story in it\n")


@pytest.mark.parametrize(("text", "shown"), [("\x1b", "\\x1b"), ("\udcc3\udca9", "\\xc3\\xa9"), ("\ud800", "\\ud800")])
def test_what_could_act_on_a_terminal_is_visible(text: str, shown: str) -> None:
    assert visible(text) == shown
