from __future__ import annotations

import subprocess
import sys
from collections import Counter

import pytest

from reader.tui.commands import COMMANDS, Keymap, Scope, shown
from reader.tui.screens.comparing import ComparingScreen
from reader.tui.screens.queue import QueueScreen
from reader.tui.screens.reading import ReadingScreen

SCREENS = {Scope.QUEUE: QueueScreen, Scope.READING: ReadingScreen, Scope.COMPARING: ComparingScreen}


@pytest.mark.parametrize("scope", list(Scope))
def test_every_command_has_its_method(scope: Scope) -> None:
    for command in Keymap(scope).commands:
        assert callable(getattr(SCREENS[scope], f"do_{command.id}", None)), command.id


@pytest.mark.parametrize("scope", list(Scope))
def test_every_method_has_its_command(scope: Scope) -> None:
    known = {command.id for command in Keymap(scope).commands}
    assert {name[3:] for name in dir(SCREENS[scope]) if name.startswith("do_")} <= known


@pytest.mark.parametrize("scope", list(Scope))
def test_no_key_means_two_things(scope: Scope) -> None:
    keys = Counter(key for command in Keymap(scope).commands for key in command.keys)
    assert [key for key, count in keys.items() if count > 1] == []
    assert not {key for key in keys if key in "[]"}, "what begins a chord is no command itself"


def test_ids_are_unique_and_everything_is_explained() -> None:
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)
    assert all(command.title and command.help.endswith(".") and command.keys for command in COMMANDS)


def test_chords() -> None:
    keymap = Keymap(Scope.READING)
    assert keymap.opens_chord("]")
    assert not keymap.opens_chord("q")
    assert {key for key, _ in keymap.completions("]")} == {"q", "h", "s", "a"}


@pytest.mark.parametrize(
    ("key", "written"), [("ctrl+d", "Ctrl+D"), ("space", "Space"), ("]q", "]q"), ("pagedown", "PgDn"), ("?", "?")]
)
def test_keys_as_people_write_them(key: str, written: str) -> None:
    assert shown(key) == written


def test_the_keys_are_known_without_the_framework() -> None:
    code = "import reader.tui.commands, sys; print('textual' in sys.modules, 'rich' in sys.modules)"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.split() == ["False", "False"]
