"""``reader summary``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import click
from click.core import ParameterSource

from reader.cli.output import write
from reader.cli.session import Session, inputs, paths_argument, paths_or_stdin
from reader.diagnostics import ExitCode, say
from reader.errors import InputError
from reader.model import SCHEMA, Article, Method, Options
from reader.pipeline import Story, analysed, news_of
from reader.present.notices import heading_with_place, notices, place, refusal

_FORMATS = ("text", "markdown", "json", "jsonl")


@click.command("summary")
@paths_argument
@click.option("-n", "--sentences", type=click.IntRange(min=1), metavar="N", help="At most N sentences.  [default: 3]")
@click.option("-w", "--words", type=click.IntRange(min=1), metavar="WORDS", help="At most so many words instead.")
@click.option("--method", type=click.Choice([str(m) for m in Method]), default="wire", show_default=True)
@click.option("--new-since", "since", type=click.Path(), metavar="OLD", help="Only what the earlier take OLD lacks.")
@click.option("--format", "form", type=click.Choice(_FORMATS), default="text", show_default=True)
@click.pass_context
def command(
    context: click.Context,
    paths: tuple[str, ...],
    sentences: int | None,
    words: int | None,
    method: str,
    since: str | None,
    form: str,
) -> int:
    """Print a summary: whole sentences of the story, as they stand.

    With --new-since, all that were added or changed since another take, or as many of the first as -n or -w allow.

    Killed and withdrawn stories are refused; held ones and those under embargo say so in their first line.
    """
    if sentences is not None and words is not None:
        raise click.UsageError("-n and -w are two ways to say how long: give one")
    if since is not None:
        if context.get_parameter_source("method") is not ParameterSource.DEFAULT:
            raise click.UsageError("--method chooses among all sentences, --new-since the new ones: give one")
        return _print_news(paths_or_stdin(paths), since, sentences, words, form)
    options = Options(method=Method(method), sentences=sentences or 3, words=words)
    return print_summaries(inputs(paths), options, form)


def print_summaries(articles: Iterable[Article | InputError], options: Options, form: str) -> int:
    """Print the summaries of all `articles` in one of the forms; return the exit code."""
    session = Session()
    _write(session, _passed(session, articles, options), form)
    return session.code


def _print_news(paths: tuple[str, ...], since: str, sentences: int | None, words: int | None, form: str) -> int:
    """Print what the stories of `paths` have that the first story of `since` has not; return the exit code."""
    from reader.cli.first import first_story, refuse_two_stdins

    refuse_two_stdins((since, *paths))
    session = Session()
    old = first_story(session, since)
    if old is None:
        return ExitCode.NOTHING_READ
    _write(session, _news(session, paths, old, sentences, words), form)
    return session.code if session.done > 1 else ExitCode.NOTHING_READ


def _news(
    session: Session, paths: tuple[str, ...], old: Story, sentences: int | None, words: int | None
) -> Iterator[Story]:
    """Yield the stories with what is new in them; a line on standard error stands for one without."""
    for story in _passed(session, inputs(paths), Options()):
        fresh = news_of(old, story, sentences, words)
        if fresh.analysis.summary.sentences:
            yield fresh
        elif news_of(old, story, None, None).analysis.summary.sentences:
            say(f"{place(story.article)}: nothing that is new fits in {words} words")
        else:
            say(f"{place(story.article)}: nothing new since {place(old.article)}")


def _write(session: Session, stories: Iterator[Story], form: str) -> None:
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
