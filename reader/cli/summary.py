"""``reader summary``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import click

from reader.cli.output import write
from reader.cli.session import Session, inputs, paths_argument
from reader.config import options
from reader.errors import InputError
from reader.model import SCHEMA, Article, Method, Options
from reader.pipeline import Story, analysed
from reader.present.notices import heading_with_place, notices, refusal

_FORMATS = ("text", "markdown", "json", "jsonl")


@click.command("summary")
@paths_argument
@click.option("-n", "--sentences", type=click.IntRange(min=1), metavar="N", help="At most N sentences.  [default: 3]")
@click.option("-w", "--words", type=click.IntRange(min=1), metavar="WORDS", help="At most so many words instead.")
@click.option("--method", type=click.Choice([str(m) for m in Method]), default="wire", show_default=True)
@click.option("--format", "form", type=click.Choice(_FORMATS), default="text", show_default=True)
def command(paths: tuple[str, ...], sentences: int | None, words: int | None, method: str, form: str) -> int:
    """Print a summary: whole sentences of the story, as they stand.

    Killed and withdrawn stories are refused; held ones and those under embargo say so in their first line.
    """
    if sentences is not None and words is not None:
        raise click.UsageError("-n and -w are two ways to say how long: give one")
    asked = options(Options(method=Method(method), sentences=sentences or 3, words=words))
    return print_summaries(inputs(paths), asked, form)


def print_summaries(articles: Iterable[Article | InputError], options: Options, form: str) -> int:
    """Print the summaries of all `articles` in one of the forms; return the exit code."""
    session = Session()
    stories = _passed(session, articles, options)
    if form == "text":
        _write_texts(session, stories)
    elif form == "markdown":
        from reader.present.markdown import summary_markdown

        for number, story in enumerate(stories):
            banner = notices(story.article, session.now)
            write(("\n" if number else "") + summary_markdown(story.article, story.analysis, banner))
    else:
        from reader.present import jsonout

        objects = (_object(story) for story in stories)
        for piece in map(jsonout.line, objects) if form == "jsonl" else jsonout.document(objects):
            write(piece)
    return session.code


def _passed(session: Session, articles: Iterable[Article | InputError], options: Options) -> Iterator[Story]:
    """Yield the stories of which a summary may be made, each after what must be said of it."""
    for story in session.good(analysed(articles, options)):
        reason = refusal(story.article)
        if reason:
            session.refuse(story, reason)
            continue
        session.warn(story)
        yield story


def _write_texts(session: Session, stories: Iterator[Story]) -> None:
    """Write the summaries; with a heading each, as head(1) has it, when there is more than one story."""
    from reader.present.plain import summary_text

    waiting: tuple[str, str] | None = None
    several = False
    for story in stories:
        banner = "".join(f"[{notice}]\n\n" for notice in notices(story.article, session.now))
        text = banner + summary_text(story.article, story.analysis)
        if waiting is not None:
            write(f"==> {waiting[0]} <==\n\n{waiting[1]}\n")
            several = True
        waiting = heading_with_place(story.article), text
    if waiting is not None:
        write((f"==> {waiting[0]} <==\n\n" if several else "") + waiting[1])


def _object(story: Story) -> dict[str, Any]:
    from reader.present import jsonout

    article = jsonout.article_object(story.article)
    summary = jsonout.summary_object(story.analysis.summary)
    for sentence in summary["sentences"]:
        start, end = sentence["span"]
        sentence["text"] = article["text"][start:end]
    kept = ("id", "source", "headline", "status", "embargo")
    notes = list(story.analysis.notes)
    return {"schema": SCHEMA, "article": {name: article[name] for name in kept}, "summary": summary, "notes": notes}
