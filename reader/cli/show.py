"""``reader show``."""

from __future__ import annotations

import os

import click

from reader.cli.output import line_width, stdout_is_terminal, write
from reader.cli.session import Session, inputs, paths_argument
from reader.config import options
from reader.pipeline import analysed
from reader.present.show import GUTTER, MEASURE, show


@click.command("show")
@paths_argument
@click.option("--color", "--colour", type=click.Choice(("auto", "always", "never")), default="auto", show_default=True)
@click.option(
    "--width",
    type=click.IntRange(min=0),
    metavar="N",
    help="Widest line.  [default: the terminal's, FZF_PREVIEW_COLUMNS or COLUMNS, at most 86]",
)
def command(paths: tuple[str, ...], color: str, width: int | None) -> int:
    """Print the whole text with its marks: speakers, quotes, hedges, sentences of the summary."""
    session = Session()
    columns = width or min(line_width() or GUTTER + MEASURE, GUTTER + MEASURE)
    colour = coloured(color)
    for number, story in enumerate(session.good(analysed(inputs(paths), options()))):
        if number:
            write("\n")
        for line in show(story.article, story.analysis, columns, colour, session.now):
            write(line)
    return session.code


def coloured(asked: str) -> bool:
    """Return whether to colour: as asked, else as NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE, TERM and the terminal say."""
    if asked != "auto":
        return asked == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if any(os.environ.get(name, "0") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    return stdout_is_terminal() and os.environ.get("TERM", "dumb") != "dumb" and os.environ.get("CLICOLOR") != "0"
