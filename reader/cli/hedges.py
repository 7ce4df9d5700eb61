"""``reader hedges``."""

from __future__ import annotations

from collections.abc import Iterator

import click

from reader.cli.finds import FORMATS, Finds, print_finds
from reader.cli.session import inputs, paths_argument
from reader.model import HedgeCategory, Voice
from reader.pipeline import Story
from reader.present.finds import HEDGE_COLUMNS, HedgeRow, hedge_rows
from reader.present.markdown import hedges_markdown
from reader.present.tables import hedge_table

_CATEGORIES = [str(category) for category in HedgeCategory]


@click.command("hedges")
@paths_argument
@click.option(
    "--voice", type=click.Choice([str(voice) for voice in Voice]), help="Only the story's own, or a speaker's."
)
@click.option("--category", "categories", type=click.Choice(_CATEGORIES), multiple=True, help="Only this category.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
def command(paths: tuple[str, ...], voice: str | None, categories: tuple[str, ...], form: str) -> int:
    """Print the words that leave room for doubt."""
    wanted = frozenset(map(HedgeCategory, categories))
    whose = None if voice is None else Voice(voice)

    def rows(story: Story) -> Iterator[HedgeRow]:
        return hedge_rows(story.article, story.analysis, whose, wanted)

    finds = Finds("hedges", rows, HEDGE_COLUMNS, hedge_table, hedges_markdown)
    return print_finds(inputs(paths), finds, form)
