"""``reader hedges``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from reader import pipeline
from reader.cli.finds import FORMATS, Finds, print_finds
from reader.cli.session import inputs, paths_argument
from reader.model import HedgeCategory, Voice
from reader.pipeline import Story
from reader.present import legend, scales
from reader.present.density import density_line
from reader.present.finds import (
    BOOSTER_COLUMNS,
    HEDGE_COLUMNS,
    SCALED_HEDGE_COLUMNS,
    UNSOURCED_COLUMNS,
    BoosterRow,
    HedgeRow,
    booster_rows,
    hedge_rows,
    unsourced_rows,
)
from reader.present.markdown import boosters_markdown, hedges_markdown, unsourced_markdown
from reader.present.tables import booster_table, hedge_table, unsourced_table

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
@click.option("--boosters", is_flag=True, help="List words that leave no room for doubt instead: clearly, of course.")
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
    boosters: bool,
    unsourced: bool,
    form: str,
) -> int:
    """Print the words that leave room for doubt."""
    if boosters + unsourced > 1 or ((boosters or unsourced) and (categories or scale)) or (unsourced and voice):
        raise click.UsageError("--boosters and --unsourced are lists of their own; only --boosters goes with --voice")
    whose = None if voice is None else Voice(voice)
    if unsourced:
        return print_finds(inputs(paths), _UNSOURCED, form)
    if boosters:
        return print_finds(inputs(paths), _boosters_of(whose), form)
    wanted = frozenset(map(HedgeCategory, categories))

    def rows(story: Story) -> Iterator[HedgeRow]:
        return hedge_rows(story.article, story.analysis, whose, wanted, scale)

    columns = HEDGE_COLUMNS if scale is None else SCALED_HEDGE_COLUMNS
    return print_finds(inputs(paths), Finds("hedges", rows, columns, hedge_table, hedges_markdown, _below), form)


def _boosters_of(whose: Voice | None) -> Finds[BoosterRow]:
    def rows(story: Story) -> Iterator[BoosterRow]:
        return booster_rows(story.article, story.analysis, pipeline.boosters(story), whose)

    return Finds("boosters", rows, BOOSTER_COLUMNS, booster_table, boosters_markdown)


_UNSOURCED = Finds(
    "unsourced claims",
    lambda story: unsourced_rows(story.article, pipeline.unsourced_claims(story)),
    UNSOURCED_COLUMNS,
    unsourced_table,
    unsourced_markdown,
    lambda _story, _rows: [legend.UNSOURCED],
)


def _below(story: Story, rows: list[HedgeRow]) -> Sequence[str]:
    """Return whose the ranges are, if there are any, and how much is hedged in the whole story."""
    names = dict.fromkeys(row.scale for row in rows if row.scale)
    told = [f"Scale: {name}. A range is what that scale gives to such words, {scales.NOT_MEANT}." for name in names]
    return [line for line in (*told, density_line(story.article, story.analysis)) if line]
