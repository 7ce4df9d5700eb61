"""The first story of an input, for the commands that hold one story against another."""

from __future__ import annotations

import click

from reader.cli.session import Session, stdin_is_terminal
from reader.config import options
from reader.diagnostics import say
from reader.errors import visible
from reader.ingest.files import STDIN
from reader.ingest.load import read_many
from reader.model import Article, Options
from reader.pipeline import Story, analysed


def first_story(session: Session, path: str) -> Story | None:
    """Return the first story of `path` with its analysis; None when there is none, after a line for what failed.

    Says so where the input holds more stories, which are not analysed.
    """
    if path == STDIN and stdin_is_terminal():
        raise click.UsageError("no story: - is standard input, and nothing is piped in")
    entries = read_many((path,))
    for entry in entries:
        for story in session.good(analysed((entry,), options(Options()))):
            if any(isinstance(more, Article) for more in entries):
                name = "standard input" if path == STDIN else visible(path)
                say(f"{name}: holds several stories; only the first is compared")
            return story
    return None


def refuse_two_stdins(paths: tuple[str, ...]) -> None:
    """Raise UsageError where standard input is named twice."""
    if paths.count(STDIN) > 1:
        raise click.UsageError("standard input can be one of the two stories, not both")
