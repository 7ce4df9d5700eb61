"""What the commands share: where stories come from, what is said of failures, and what to return."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

import click

from reader.diagnostics import ExitCode, say
from reader.errors import InputError
from reader.ingest.files import STDIN
from reader.ingest.load import read_many
from reader.present.notices import place, warnings

if TYPE_CHECKING:
    from reader.model import Article
    from reader.pipeline import Story

T = TypeVar("T")

paths_argument = click.argument("paths", nargs=-1, type=click.Path(), metavar="[PATH|-]...")
"""Files, folders, or ``-``; none stands for standard input."""


def paths_or_stdin(paths: tuple[str, ...]) -> tuple[str, ...]:
    """Return `paths`, or standard input when there are none and it is not a terminal; else raises UsageError."""
    if paths:
        return paths
    if stdin_is_terminal():
        raise click.UsageError("no story: name a file or a folder, or pipe a story in")
    return (STDIN,)


def inputs(paths: tuple[str, ...]) -> Iterator[Article | InputError]:
    """Return the stories of `paths`, or of standard input when there are none, and an error for each that fails."""
    return read_many(paths_or_stdin(paths))


def stdin_is_terminal() -> bool:
    """Return whether there is nobody but the keyboard to read from."""
    return sys.stdin is None or sys.stdin.isatty()


class Session:
    """Counts what was done and what failed, and says so line by line."""

    def __init__(self) -> None:
        self.done = 0
        self.failed = 0
        self.refused = 0
        self.now = datetime.now(UTC)
        """One instant for all embargoes of this run."""

    def good(self, results: Iterable[T | InputError]) -> Iterator[T]:
        """Yield what was done; each error becomes a line on standard error."""
        for result in results:
            if isinstance(result, InputError):
                self.fail(result)
            else:
                self.done += 1
                yield result

    def fail(self, error: InputError) -> None:
        """Count an input that failed and say why."""
        self.failed += 1
        say(f"standard input: {error.reason}" if error.source == STDIN else str(error))

    def refuse(self, article: Article, reason: str) -> None:
        """Count a story that is not passed on and say why."""
        self.refused += 1
        say(f"{place(article)}: {reason}")

    def warn(self, story: Story, summary: bool = True) -> None:
        """Say why a story must not be used, or not yet, and what its analysis could not do, the summary on request."""
        for warning in (*warnings(story.article, self.now), *story.analysis.notes):
            if summary or not warning.startswith(("summary", "no summary")):
                say(f"{place(story.article)}: {warning}")

    @property
    def code(self) -> ExitCode:
        """The exit code for what was counted."""
        if self.failed and not self.done:
            return ExitCode.NOTHING_READ
        return ExitCode.SOME_FAILED if self.failed or self.refused else ExitCode.OK
