"""Killed, withdrawn, held and embargoed stories never leave by `summary` without saying so."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from reader.cli.summary import print_summaries
from reader.model import Article, Options, Status

STORY = replace(
    Article.from_text("The lock may stay shut for a week, the canal board said."),
    headline="Lock shut",
    source="Wire",
    path="in/lock.txt",
)
END_OF_TIME = datetime.max.replace(tzinfo=UTC)


@pytest.mark.parametrize("status", [Status.KILL, Status.WITHDRAWN])
@pytest.mark.parametrize("form", ["text", "markdown", "json", "jsonl"])
def test_a_killed_story_is_refused(status: Status, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    code = print_summaries([replace(STORY, status=status)], Options(), form)
    said = capsys.readouterr()
    assert (code, said.out) == (1, "")
    assert (
        said.err
        == f"reader: in/lock.txt: {'killed' if status is Status.KILL else status} by the agency: not summarised\n"
    )
    assert said.err.count("\n") == 1


@pytest.mark.parametrize(
    ("article", "word", "warning"),
    [
        (replace(STORY, status=Status.HOLD), "HELD", "held by the agency: not for publication"),
        (replace(STORY, embargo=END_OF_TIME), "EMBARGOED", "under embargo until"),
    ],
)
@pytest.mark.parametrize("form", ["text", "markdown"])
def test_a_held_story_says_so_on_both_streams(
    article: Article, word: str, warning: str, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert print_summaries([article], Options(), form) == 0
    said = capsys.readouterr()
    assert said.err.startswith(f"reader: in/lock.txt: {warning}")
    assert said.out.index(word) < said.out.index("The lock")


def test_a_correction_says_so_in_the_result_only(capsys: pytest.CaptureFixture[str]) -> None:
    print_summaries([replace(STORY, status=Status.CORRECTION)], Options(), "text")
    said = capsys.readouterr()
    assert said.err == ""
    assert said.out.startswith("[CORRECTION]")


def test_json_carries_status_and_embargo(capsys: pytest.CaptureFixture[str]) -> None:
    print_summaries([replace(STORY, status=Status.HOLD, embargo=END_OF_TIME)], Options(), "jsonl")
    article = json.loads(capsys.readouterr().out)["article"]
    assert article["status"] == "hold"
    assert article["embargo"].startswith("9999-12-31")


def test_a_refused_story_stops_none_of_the_rest(capsys: pytest.CaptureFixture[str]) -> None:
    assert print_summaries([replace(STORY, status=Status.KILL), STORY], Options(), "text") == 1
    assert capsys.readouterr().out == f"{STORY.text}\n"
