"""How much of anything is taken in: the caps that keep one input from filling the machine."""

from __future__ import annotations

from typing import Final

FILE_BYTES: Final = 50 * 1024 * 1024
"""Largest file, pipe or byte string that is read."""

FOLDER_DEPTH: Final = 64
"""Folders inside folders that are gone down into."""
