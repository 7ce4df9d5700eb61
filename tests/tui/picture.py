"""A picture of the screen as a small text: the characters, below them a letter for the style of each cell.

    READER_UPDATE_PICTURES=1 python -m pytest tests/tui/test_pictures.py

writes the pictures anew; look at the difference before you keep it.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from string import ascii_letters, digits

from rich.cells import cell_len
from rich.style import Style
from textual.strip import Strip

HOME = Path(__file__).parent / "snapshots"
_LETTERS = "." + ascii_letters + digits


def drawn(strips: Sequence[Strip]) -> str:
    """Return the picture: the rows, the rows of letters, and what each letter stands for."""
    letters: dict[str, str] = {}
    rows, grid = [], []
    for strip in strips:
        rows.append("".join(segment.text for segment in strip).rstrip())
        line = ""
        for segment in strip:
            name = _name(segment.style)
            letter = letters.setdefault(name, _LETTERS[len(letters)])
            line += letter * cell_len(segment.text)
        grid.append(line.rstrip("."))
    key = [f"{letter}  {name}" for name, letter in letters.items()]
    return "\n".join([*rows, "", *grid, "", *key, ""])


def _name(style: Style | None) -> str:
    return str(style.clear_meta_and_links()) if style else "none"


def matches(name: str, strips: Sequence[Strip]) -> bool:
    """Return whether the screen looks as kept under `name`; keeps it when that is asked for."""
    path = HOME / f"{name}.txt"
    found = drawn(strips)
    if os.environ.get("READER_UPDATE_PICTURES"):
        path.write_text(found, encoding="utf-8")
    kept = path.read_text(encoding="utf-8")
    assert found.splitlines() == kept.splitlines()
    return True
