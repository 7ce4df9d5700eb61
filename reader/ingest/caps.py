"""How much of anything is taken in: the caps that keep one input from filling the machine."""

from __future__ import annotations

from typing import Final

FILE_BYTES: Final = 50 * 1024 * 1024
"""Largest file, pipe or byte string that is read."""

PAGE_TAGS: Final = 500_000
"""Most tags in a web page; a long one has twenty thousand."""

FOLDER_DEPTH: Final = 64
"""Folders inside folders that are gone down into."""
