"""``reader analyse``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TypeVar

import click

from reader.cli.output import write
from reader.cli.session import Session, paths_argument, paths_or_stdin
from reader.config import options
from reader.diagnostics import Progress
from reader.ingest.load import read_many
from reader.model import Article, Options
from reader.pipeline import analysed_story, input_count, mapped
from reader.present import jsonout

T = TypeVar("T")

_MANY = 10
"""Inputs from which on a progress bar is worth its line."""


@click.command("analyse")
@paths_argument
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=1,
    metavar="N",
    help="Worker processes; no more than there are processors.",
    show_default=True,
)
@click.option("--format", "form", type=click.Choice(("json", "jsonl")), default="json", show_default=True)
def command(paths: tuple[str, ...], jobs: int, form: str) -> int:
    """Print everything that is known, as JSON: one object a story, in the order of the inputs.

    json is one document, an array when there is more than one story; jsonl is one object a line.
    """
    session = Session()
    wanted = paths_or_stdin(paths)
    results = mapped(read_many(wanted), partial(_object, asked=options()), jobs)
    objects = session.good(_followed(results, wanted))
    for piece in map(jsonout.line, objects) if form == "jsonl" else jsonout.document(objects):
        write(piece)
    return session.code


def _followed(results: Iterator[T], paths: tuple[str, ...]) -> Iterator[T]:
    """Yield `results`; with a progress bar when there are many inputs and a terminal to draw it on."""
    total = input_count(paths) if Progress.possible() else 0
    if total < _MANY:
        yield from results
        return
    progress = Progress(total)
    try:
        for result in results:
            yield result
            progress.step()
    finally:
        progress.erase()


def _object(article: Article, asked: Options) -> jsonout.Json:
    story = analysed_story(article, asked)
    return jsonout.story_object(story.article, story.analysis)
