"""``reader diff``."""

from __future__ import annotations

import click

from reader.cli.first import first_story, refuse_two_stdins
from reader.cli.output import line_width, write
from reader.cli.session import Session
from reader.cli.show import coloured
from reader.diagnostics import ExitCode
from reader.pipeline import compared
from reader.present.show import GUTTER, MEASURE


@click.command("diff")
@click.argument("old", type=click.Path(), metavar="OLD")
@click.argument("new", type=click.Path(), metavar="NEW")
@click.option("--color", "--colour", type=click.Choice(("auto", "always", "never")), default="auto", show_default=True)
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True)
def command(old: str, new: str, color: str, form: str) -> int:
    """Print what the take NEW of a story changed of the take OLD, then what a desk has to know of it.

    + added, - dropped, ~ changed, > moved; of a file with several stories the first is taken; one of the two may be -.
    The exit code is 0 whether the two differ or not, 3 when one of them cannot be read.
    """
    refuse_two_stdins((old, new))
    session = Session()
    before, after = first_story(session, old), first_story(session, new)
    if before is None or after is None:
        return ExitCode.NOTHING_READ
    session.warn(before)
    session.warn(after)
    comparison = compared(before, after)
    if form == "json":
        from reader.present import jsonout, takesjson

        for piece in jsonout.document([takesjson.diff_object(before, after, comparison)]):
            write(piece)
        return session.code
    from reader.present.takes import diff_lines

    width = min(line_width() or GUTTER + MEASURE, GUTTER + MEASURE)
    for line in diff_lines(before, after, comparison, width, coloured(color), session.now):
        write(line)
    return session.code
