from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the developer's own terminal out of what is shown."""
    for name in ("NO_COLOR", "COLORFGBG", "TEXTUAL", "TEXTUAL_COLOR_SYSTEM", "TEXTUAL_FILTERS", "ESCDELAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("TERM", "xterm-256color")
