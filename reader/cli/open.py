"""``reader`` without a command: the reading screen, or a summary where there is no screen."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

import click

from reader.cli.output import stdout_is_terminal
from reader.cli.session import Session, inputs, paths_argument, paths_or_stdin
from reader.cli.terminal import forget_absurd_size, has_keyboard, take_keys_from_terminal, why_no_screen
from reader.config import options
from reader.diagnostics import ExitCode, say, say_block
from reader.errors import InputError
from reader.ingest.files import STDIN
from reader.ingest.load import read_many
from reader.model import Article

Entry = Article | InputError


@click.command("open", hidden=True)
@click.pass_context
@paths_argument
def command(context: click.Context, paths: tuple[str, ...]) -> int:
    """Open the reading screen; print a summary when standard output is not a terminal."""
    if not paths and has_keyboard():
        say_block(context.find_root().get_help() + "\n")
        return ExitCode.USAGE
    if not stdout_is_terminal():
        return _summaries(inputs(paths))
    entries = _entries(paths_or_stdin(paths))
    reason = why_no_screen()
    if reason is None and not has_keyboard() and not take_keys_from_terminal():
        reason = "there is no terminal to read keys from"
    if reason is not None:
        say(f"{reason}; here is the summary")
        return _summaries(entries)
    return _screen(entries)


def _entries(paths: tuple[str, ...]) -> Iterator[Entry]:
    """Return what `paths` hold, read as it is asked for; but standard input at once, as keys will come from there."""
    piped = iter(tuple(read_many(path for path in paths if path == STDIN)))
    return chain.from_iterable(piped if path == STDIN else read_many((path,)) for path in paths)


def _summaries(entries: Iterator[Entry]) -> int:
    from reader.cli.summary import print_summaries

    return print_summaries(entries, options(), "text")


def _screen(entries: Iterator[Entry]) -> int:
    """Open the screen if there is a story at all, where what fails is a row of the queue; else say what failed."""
    failures: list[InputError] = []
    for entry in entries:
        if isinstance(entry, Article):
            from reader.tui import run

            forget_absurd_size()
            return run(chain(failures, (entry,), entries), options())
        failures.append(entry)
    session = Session()
    for failure in failures:
        session.fail(failure)
    return session.code
