"""``reader hedges``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from reader.cli.finds import FORMATS, Finds, print_finds
from reader.cli.session import inputs, paths_argument
from reader.model import HedgeCategory, Voice
from reader.pipeline import Story, unsourced_claims
from reader.present import legend, scales
from reader.present.density import density_line
from reader.present.finds import (
    HEDGE_COLUMNS,
    SCALED_HEDGE_COLUMNS,
    UNSOURCED_COLUMNS,
    HedgeRow,
    hedge_rows,
    unsourced_rows,
)
from reader.present.markdown import hedges_markdown, unsourced_markdown
from reader.present.tables import hedge_table, unsourced_table

_CATEGORIES = [str(category) for category in HedgeCategory]


@click.command("hedges")
@paths_argument
@click.option(
    "--voice", type=click.Choice([str(voice) for voice in Voice]), help="Only the story's own, or a speaker's."
)
@click.option("--category", "categories", type=click.Choice(_CATEGORIES), multiple=True, help="Only this category.")
@click.option(
    "--scale",
    type=click.Choice(scales.SCALES),
    help="Add the per cent that this published scale gives to such words; not what the writer meant.",
)
@click.option(
    "--unsourced",
    is_flag=True,
    help="List the story's own sentences with a strong claim and no source instead: hints for a second look.",
)
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
def command(
    paths: tuple[str, ...],
    voice: str | None,
    categories: tuple[str, ...],
    scale: str | None,
    unsourced: bool,
    form: str,
) -> int:
    """Print the words that leave room for doubt."""
    if unsourced:
        if voice or categories or scale:
            raise click.UsageError("--unsourced lists sentences, to which --voice, --category and --scale do not apply")
        return print_finds(inputs(paths), _UNSOURCED, form)
    wanted = frozenset(map(HedgeCategory, categories))
    whose = None if voice is None else Voice(voice)

    def rows(story: Story) -> Iterator[HedgeRow]:
        return hedge_rows(story.article, story.analysis, whose, wanted, scale)

    columns = HEDGE_COLUMNS if scale is None else SCALED_HEDGE_COLUMNS
    return print_finds(inputs(paths), Finds("hedges", rows, columns, hedge_table, hedges_markdown, _below), form)


_UNSOURCED = Finds(
    "unsourced claims",
    lambda story: unsourced_rows(story.article, unsourced_claims(story)),
    UNSOURCED_COLUMNS,
    unsourced_table,
    unsourced_markdown,
    lambda _story, _rows: [legend.UNSOURCED],
)


def _below(story: Story, rows: list[HedgeRow]) -> Sequence[str]:
    """Return whose the ranges are, if there are any, and how much is hedged in the whole story."""
    names = dict.fromkeys(row.scale for row in rows if row.scale)
    told = [f"Scale: {name}. A range is what that scale gives to such words, {scales.NOT_MEANT}." for name in names]
    return [*told, density_line(story.article, story.analysis)]
