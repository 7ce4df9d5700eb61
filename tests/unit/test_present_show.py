from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.analyse import analyse
from reader.model import Article
from reader.present.cells import cells
from reader.present.guard import guarded
from reader.present.show import show

NOW = datetime(2026, 3, 3, tzinfo=UTC)
SGR = re.compile(r"\x1b\[[0-9;]*m")
STORY = """ULVA (Desk) [L2] — The lock may stay shut, the canal board said.

“We found a crack [sic],” Ida Brandvold, its engineer, told reporters. “It grows.”

A boatman said “enough” and left. 東京の船も待つ。 See [/ here, [bold]not bold[/bold].
"""
PIECES = st.sampled_from(
    ["“It grows,” she said.", "[AP]", "[/", "Ida Brandvold", "may", "said", "東京", "e\u0301", "\n\n", "\t", "x" * 90]
)
TEXTS = st.lists(PIECES, max_size=12).map(" ".join) | st.text(max_size=80)


def shown(text: str, width: int = 80, colour: bool = False) -> str:
    article = Article.from_text(text)
    return "".join(show(article, analyse(article), width, colour, NOW))


def flat(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(
    "sentence", ["[L2]", "“We found a crack [sic],”", "See [/ here, [bold]not bold[/bold].", "東京の船も待つ。"]
)
def test_the_words_of_the_story_stand_as_written(sentence: str) -> None:
    assert flat(sentence) in flat(shown(STORY, 1000))


def test_without_colour_there_is_no_escape_and_with_it_only_sgr() -> None:
    assert "\x1b" not in shown(STORY)
    assert "\x1b[" in shown(STORY, colour=True)
    assert "\x1b" not in SGR.sub("", shown(STORY, colour=True))


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.integers(12, 90), st.booleans())
def test_no_line_is_wider_than_asked_and_nothing_acts_on_the_terminal(text: str, width: int, colour: bool) -> None:
    out = SGR.sub("", shown(text, width, colour))
    assert guarded(out) == out
    assert max((cells(line) for line in out.split("\n")), default=0) <= width


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_with_colour_the_story_is_there_character_by_character(text: str) -> None:
    body = SGR.sub("", shown(text, 100_000, colour=True)).rsplit("\n\n      ───", 1)[0]
    rows = [line[6:] if line.startswith((" ", "▸")) else line for line in body.split("\n")[1:]]
    assert flat(guarded(text)) == flat("\n".join(rows))


@pytest.mark.parametrize("text", ["", "\n\n", "one"])
def test_the_smallest_stories_show(text: str) -> None:
    assert "0 quotes" in shown(text)


def test_a_very_long_line_is_linear() -> None:
    article = Article.from_text("“It grows,” Ida Brandvold said. " * 4000)
    from reader.model import Analysis, Method, Summary

    empty = Analysis((), (), (), (), Summary(Method.LEAD, ()))
    assert sum(1 for _ in show(article, empty, 60, True, NOW)) > 2000
