"""The README's examples: every ``console`` block is run and its output compared, word for word.

``python tests/unit/test_readme.py`` writes the present output into the README.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
_BLOCK = re.compile(r"^```console\n\$ ([^\n]*)\n(.*?)^```", re.S | re.M)


def text() -> str:
    return README.read_text("utf-8")


def run(command: str) -> str:
    environment = {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": "/nonexistent",
        "LANG": "C.UTF-8",
        "COLUMNS": "80",
    }
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, env=environment, capture_output=True, check=False)
    return done.stderr.decode() + done.stdout.decode()


def refresh() -> None:
    README.write_text(
        _BLOCK.sub(lambda block: f"```console\n$ {block[1]}\n{run(block[1])}```", text()), "utf-8", newline="\n"
    )


def test_there_are_at_least_three_examples() -> None:
    assert len(_BLOCK.findall(text())) >= 3


@pytest.mark.parametrize(("command", "output"), _BLOCK.findall(text()), ids=lambda value: value[:40])
def test_an_example_prints_what_the_readme_says(command: str, output: str) -> None:
    assert run(command) == output


@pytest.mark.parametrize("marker", ["start command", "test command"])
def test_the_readme_has_exactly_one_command_line_for_each_way_in(marker: str) -> None:
    lines = re.findall(rf"<!-- {marker} -->\n\n((?:    .*\n)+)", text())
    assert [line.count("\n") for line in lines] == [1]


@pytest.mark.parametrize("target", re.findall(r"\]\((?!https?:)([^)#]+)\)", text()))
def test_a_link_of_the_readme_leads_somewhere(target: str) -> None:
    assert (ROOT / target).exists()


if __name__ == "__main__":
    refresh()
