"""What a start must not import: each of these modules costs more than the rest of the start together."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

STORY = "The lock may stay shut, the canal board said. “It grows,” Ida Brandvold told reporters.\n" * 3
HEAVY = {"textual", "rich", "nltk", "sumy", "numpy", "asyncio", "multiprocessing", "sqlite3", "email", "http", "lxml"}
SCRIPT = """
import json, sys
from reader.cli.main import run
code = run(sys.argv[1:])
print(json.dumps([code, sorted({name.partition(".")[0] for name in sys.modules})]), file=sys.stderr)
"""


def imported(*arguments: str) -> set[str]:
    done = subprocess.run([sys.executable, "-c", SCRIPT, *arguments], input=STORY, capture_output=True, text=True)
    code, modules = json.loads(done.stderr.splitlines()[-1])
    assert code == 0
    return set(modules)


@pytest.mark.parametrize("arguments", [["summary"], ["show"], ["quotes"], ["hedges"], ["analyse"], ["keys"], []])
def test_a_piped_story_loads_nothing_heavy(arguments: list[str]) -> None:
    assert not imported(*arguments) & HEAVY


@pytest.mark.parametrize("arguments", [["diff"], ["summary", "--new-since"]])
def test_holding_a_story_against_another_loads_nothing_heavy(arguments: list[str]) -> None:
    sample = Path(__file__).parents[2] / "sample_articles" / "mine-collapse.txt"
    assert not imported(*arguments, str(sample), "-") & HEAVY


def test_help_loads_no_story_code() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, "--help"], input="", capture_output=True, text=True, check=True
    )
    modules = set(json.loads(done.stderr.splitlines()[-1])[1])
    assert not modules & (HEAVY | {"hashlib", "json.encoder"})


def test_the_package_itself_imports_nothing() -> None:
    script = "import sys, reader; print(*[m for m in sys.modules if m.startswith('reader.')])"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True).stdout == "\n"
