"""``reader analyse``."""

from __future__ import annotations

from functools import partial

import click

from reader.cli.session import Session, inputs, paths_argument, write
from reader.ingest.load import read_many
from reader.model import Article, Options
from reader.pipeline import analysed_story, mapped
from reader.present import jsonout


@click.command("analyse")
@paths_argument
@click.option("--jobs", type=click.IntRange(min=1), default=1, metavar="N", help="Worker processes.", show_default=True)
@click.option("--format", "form", type=click.Choice(("json", "jsonl")), default="json", show_default=True)
def command(paths: tuple[str, ...], jobs: int, form: str) -> int:
    """Print everything that is known, as JSON: one object a story, in the order of the inputs.

    json is one document, an array when there is more than one story; jsonl is one object a line.
    """
    session = Session()
    results = mapped(read_many(inputs(paths)), partial(_object, options=Options()), jobs)
    objects = session.good(results)
    for piece in map(jsonout.line, objects) if form == "jsonl" else jsonout.document(objects):
        write(piece)
    return session.code


def _object(article: Article, options: Options) -> jsonout.Json:
    story = analysed_story(article, options)
    return jsonout.story_object(story.article, story.analysis)
