"""``reader`` without a command: the reading screen, or a summary where there is no screen."""

from __future__ import annotations

import click

from reader.cli.session import inputs, paths_argument
from reader.model import Options


@click.command("open", hidden=True)
@paths_argument
def command(paths: tuple[str, ...]) -> int:
    """Open the reading screen; print a summary when standard output is not a terminal."""
    from reader.cli.summary import print_summaries

    return print_summaries(inputs(paths), Options(), "text")
