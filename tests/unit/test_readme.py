"""The README's examples: every ``console`` block is run and its output compared, word for word.

``python tests/unit/test_readme.py`` writes the present output into the README.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
_BLOCK = re.compile(r"^```console\n\$ ([^\n]*)\n(.*?)^```", re.S | re.M)


def text() -> str:
    return README.read_text("utf-8")


def run(command: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        shim = Path(folder, "reader")
        shim.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m reader.cli "$@"\n', "utf-8")
        shim.chmod(0o755)
        environment = {
            "PATH": f"{folder}{os.pathsep}{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
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


@pytest.mark.parametrize(
    "page",
    [page for page in ROOT.rglob("*.md") if not {".venv", "sample_articles"} & {*page.parts}],
    ids=lambda page: page.name,
)
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#]+)\)", page.read_text("utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


if __name__ == "__main__":
    refresh()
