"""``reader quotes``."""

from __future__ import annotations

from collections.abc import Iterator

import click

from reader.cli.finds import FORMATS, Finds, print_finds
from reader.cli.session import inputs, paths_argument
from reader.errors import visible
from reader.model import QuoteKind
from reader.pipeline import Story
from reader.present.finds import QUOTE_COLUMNS, QuoteRow, quote_rows
from reader.present.markdown import quotes_markdown
from reader.present.tables import quote_table


@click.command("quotes")
@paths_argument
@click.option(
    "--speaker",
    metavar="NAME",
    help="Only this speaker: words of the name or role, or the number S1 of `show`.",
)
@click.option("--kind", "kinds", type=click.Choice([str(k) for k in QuoteKind]), multiple=True, help="Only this kind.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
def command(paths: tuple[str, ...], speaker: str | None, kinds: tuple[str, ...], form: str) -> int:
    """Print who says what: direct, mixed and indirect quotes."""
    if speaker is not None and not speaker.strip():
        raise click.UsageError("--speaker wants a name")
    wanted = frozenset(map(QuoteKind, kinds))

    def rows(story: Story) -> Iterator[QuoteRow]:
        return quote_rows(story.article, story.analysis, speaker, wanted)

    what = "quotes" if speaker is None else f"quotes by '{visible(speaker)}'"
    finds = Finds(what, rows, QUOTE_COLUMNS, quote_table, quotes_markdown)
    return print_finds(inputs(paths), finds, form)
