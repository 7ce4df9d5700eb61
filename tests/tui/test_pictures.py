from __future__ import annotations

from datetime import timedelta

import pytest

from reader.errors import NotText

from . import made
from .picture import matches
from .stage import MIDDLE, SMALL, WIDE, opened


@pytest.mark.parametrize(
    ("name", "size", "theme", "keys"),
    [
        ("reading-80x24", SMALL, "dark", []),
        ("reading-120x40", MIDDLE, "dark", ["]", "q", "]", "h"]),
        ("reading-120x40-light-isolated", MIDDLE, "light", ["1"]),
        ("reading-80x24-mono-search", SMALL, "mono", ["/", *"the ", "enter", "n", "1"]),
        ("panels-80x24-terminal", SMALL, "terminal-dark", ["tab", "j"]),
        ("zen-120x40-safe", MIDDLE, "safe-dark", ["z"]),
        ("help-120x40", MIDDLE, "dark", ["?"]),
        ("tiny-40x10", (40, 10), "dark", []),
    ],
)
async def test_reading(name: str, size: tuple[int, int], theme: str, keys: list[str]) -> None:
    async with opened(size=size, theme=theme) as stage:
        await stage.press(*keys)
        assert matches(name, stage.strips())


@pytest.mark.parametrize(
    ("name", "size", "keys"),
    [("queue-80x24", SMALL, ["j"]), ("queue-120x40", MIDDLE, ["j"]), ("reading-200x60", WIDE, ["enter", "]", "q"])],
)
async def test_queue(name: str, size: tuple[int, int], keys: list[str]) -> None:
    stories = [
        made.made_article(
            slug=None if number == 2 else f"SLUG-{number}",
            headline=f"Report number {number} from the harbour",
            version=[None, "1st Ld", "UPDATE 2"][number % 3],
            published=made.NOW - timedelta(minutes=47 * number**2),
            priority=number,
        )
        for number in range(4)
    ]
    async with opened(*stories, NotText("photo.jpg"), size=size) as stage:
        await stage.press(*keys)
        assert matches(name, stage.strips())
