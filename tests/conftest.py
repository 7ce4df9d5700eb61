from __future__ import annotations

import os

import pytest


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the developer's own settings out of every test, and out of the commands that tests run."""
    monkeypatch.setenv("READER_CONFIG", os.devnull)
    monkeypatch.delenv("READER_DESK", raising=False)
